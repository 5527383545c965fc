"""Matches of columns under a name: saved, used for another file, renamed, removed, undone."""

import pytest

from app.errors import GoneError, InvalidInputError
from app.jobs import Ticket
from app.shapes.imports import ImportRequest

TOLD = {"메모": "nickname", "날짜": "birthday order=dmy"}


@pytest.fixture
def write(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def saved(core, write):
    """A match saved as '거래처', and the plan it was saved from."""
    path = write("a.csv", "이름,메모,날짜,등급\n가나다,가가,05/03/1990,A\n")
    request = ImportRequest(
        path=path, told=TOLD, values={3: {"A": "단골"}}, mode="add", tag="2026"
    )  # fmt: skip
    prepared = core.imports.prepare(request, Ticket())
    core.imports.save_match("거래처", prepared)
    return prepared


def test_a_match_tells_two_columns_of_one_name_apart_by_their_letters(core, write, saved):
    """What is told of a header is told of every column that has it."""
    path = write("b.csv", "이름,메모,메모\n라마바,나나,다다\n")
    before = core.imports.prepare(ImportRequest(path=path), Ticket())
    (match,) = core.imports.saved_matches()
    prepared = core.imports.with_match(before, match, Ticket())
    assert prepared.request.told == {
        "이름": "name", "B": TOLD["메모"], "C": TOLD["메모"],
    }  # fmt: skip
    assert [column.target for column in prepared.mapping.columns] == ["name"] + ["nickname"] * 2


def targets(prepared):
    return {column.header: (column.target, column.rule) for column in prepared.mapping.columns}


def test_a_match_is_used_for_a_file_with_other_columns_in_another_order(core, write, saved):
    path = write("b.csv", "등급,날짜,번호,이름,메모\nA,05/03/1991,7,라마바,나나\n")
    before = core.imports.prepare(ImportRequest(path=path), Ticket())
    (match,) = core.imports.saved_matches()
    prepared = core.imports.with_match(before, match, Ticket())
    fields = targets(prepared)
    assert fields["메모"] == ("nickname", "")
    assert fields["날짜"] == ("birthday", "order=dmy")
    assert (prepared.request.mode, prepared.request.tag) == ("add", "2026")
    report = core.imports.run(prepared, Ticket())
    assert report.added == 1
    found = core.contacts.find("라마바").contacts[0]
    assert core.contacts.detail(found.id).values["birthday"] == "1991-03-05"
    assert dict(core.contacts.tags()) == {"단골": 1, "2026": 1}


def test_the_header_line_of_a_match_counts_where_the_columns_are_not_found(core, write):
    text = "x,y\n7,8\n이름,휴대폰\n가나다,010-0177-1111\n"
    request = ImportRequest(path=write("a.csv", text), header_line=3)
    core.imports.save_match("셋째 줄", core.imports.prepare(request, Ticket()))
    (match,) = core.imports.saved_matches()
    unread = ImportRequest(path=write("b.csv", text), header_line=1)
    prepared = core.imports.with_match(core.imports.prepare(unread, Ticket()), match, Ticket())
    assert prepared.table.header_line == 3
    assert targets(prepared)["이름"][0] == "name"


def test_a_match_is_renamed_and_removed_and_each_is_undone(core, saved):
    imports, names = core.imports, lambda: [m.name for m in core.imports.saved_matches()]
    imports.rename_match("거래처", "도매")
    assert names() == ["도매"]
    imports.remove_match("도매")
    assert names() == []
    core.history.undo()
    assert names() == ["도매"]
    core.history.undo()
    assert names() == ["거래처"]
    core.history.undo()
    assert names() == []


def test_a_name_is_needed_and_an_older_match_of_the_name_gives_way(core, saved):
    with pytest.raises(InvalidInputError):
        core.imports.save_match("  ", saved)
    core.imports.save_match("거래처", saved)
    assert len(core.imports.saved_matches()) == 1
    with pytest.raises(GoneError):
        core.imports.rename_match("없음", "도매")


def test_a_column_that_must_not_be_read_stays_unread_whatever_was_saved(core, write, saved):
    facts = core.imports.saved_matches()[0]
    path = write("b.csv", "이름,주민등록번호\n가나다,900101-1234567\n")
    prepared = core.imports.prepare(ImportRequest(path=path), Ticket())
    facts.columns["주민등록번호"] = "note"
    assert targets(core.imports.with_match(prepared, facts, Ticket()))["주민등록번호"][0] == "never"
