"""A date that can be read in several ways is asked with a real example, and how it is read now."""

import pytest

from app.exchange.matches import ColumnMatch, Mapping
from app.exchange.questions import date_questions
from app.exchange.table import Table
from app.exchange.values.dates import DateReader, decide_order


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("told", ["", "ymd", "mdy", "dmy"])
@pytest.mark.parametrize(
    "cells",
    [
        ["05-03-12", "06-07-08"],
        ["05/03/2012", "06/07/2008"],
        ["05.03.2012", "06.07.2008"],
        ["5/3/2012", "05-03-12"],
        ["01-01-01", "10-11-12"],
    ],
)
def test_the_answer_that_is_shown_is_how_the_column_is_read(cells, told, language):
    table = Table("a", "csv", headers=("생일",), header_line=1, lines=[2, 3])
    table.rows = [[cell] for cell in cells]
    match = ColumnMatch(0, "생일", "birthday", 100, "told", f"order={told}" if told else "")
    (question,) = date_questions(table, Mapping(None, (match,)), language=language, year=2026)
    read = DateReader(decide_order(cells, language, told), 2026, partial=True)
    assert len({day for _order, day in question.readings}) == len(question.readings) > 1
    if told in dict(question.readings):
        assert question.answer == told
    assert dict(question.readings)[question.answer] == read.read(question.example).iso
