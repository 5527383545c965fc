"""The score of quality in the list: a column, its order, and scores that come after an import."""

import pytest
from PySide6.QtCore import Qt

from app.jobs import Ticket
from app.shapes.imports import ImportRequest
from tests.files import write_csv

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = "quality"


@pytest.fixture
def listed(qtbot, program):
    """The list with the column in it."""
    page = program.window.page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 and program.is_open)
    page._pane.choose_columns((*page.model.layout.chosen, KEY))
    return page


def shown(page):
    place = page.model.number_of(KEY)
    return [page.model.index(row, place).data() for row in range(page.model.rowCount())]


def test_the_column_follows_what_is_mended(qtbot, program, people, listed):
    place = listed.model.number_of(KEY)
    assert listed.model.headerData(place, Qt.Orientation.Horizontal) == "Quality"
    scores = program.core.quality.scores(people)
    qtbot.waitUntil(lambda: shown(listed) == [str(scores[i].value) for i in people])
    program.core.contacts.edit(people[0], "consent_sms", "granted")
    better = str(program.core.quality.score(people[0]).value)
    assert better != str(scores[people[0]].value)
    qtbot.waitUntil(lambda: shown(listed)[0] == better)


def test_a_list_is_sorted_by_it_with_a_click_on_its_header(qtbot, program, people, listed):
    program.core.contacts.edit(people[1], "consent_sms", "granted")
    place = listed.model.number_of(KEY)
    listed.model.sort(place, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: getattr(listed.model.row_at(0), "id", 0) == people[1])


def test_scores_of_many_that_came_in_at_once_appear_by_themselves(qtbot, program, listed, tmp_path):
    rows = [("이름", "휴대폰"), *((f"손님 {n}", f"010-0{n:03}-3377") for n in range(100, 1300))]
    path = write_csv(tmp_path / "a.csv", rows)
    imports = program.core.imports
    imports.run(imports.prepare(ImportRequest(path=path), Ticket()), Ticket())
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1203, timeout=20_000)
    place = listed.model.number_of(KEY)
    qtbot.waitUntil(lambda: listed.model.index(600, place).data() not in (None, ""), timeout=20_000)
