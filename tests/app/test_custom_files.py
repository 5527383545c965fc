"""A field of the shop's own that holds a file: kept, shown, found, filtered, merged, exported."""

import pytest

from app.errors import FileError, FileProblem, GoneError, InvalidInputError
from app.jobs import Ticket
from app.shapes.bulk import BulkEdit, Example
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.filters import Condition, Filter
from db.file_store import store_of
from tests.dumps import logical_dump
from tests.files import bring_in, export, outcome, problems, read_csv, write_csv


@pytest.fixture
def field(core):
    return core.custom_fields.add(
        FieldForm(kind="file", label_ko="계약서", label_en="Contract", in_list=True)
    )


@pytest.fixture
def people(core):
    return [core.contacts.add(ContactForm(name)) for name in ("김민지", "박서준", "이하은")]


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "outside" / "봄날 계약 2026.txt"
    path.parent.mkdir()
    path.write_bytes(b"agreed\n" * 100)
    return path


@pytest.fixture
def other_paper(paper):
    path = paper.with_name("연장.txt")
    path.write_bytes(b"prolonged")
    return path


def held(core, contact):
    """The names of the files a contact has in its fields."""
    return [value.name for value in core.custom_fields.of(contact)]


def test_a_file_is_put_into_a_field_opened_replaced_and_taken_off(
    core, shop, field, people, paper, other_paper
):
    before = logical_dump(shop)
    core.files.put_in_field(people[:1], field, paper)
    (value,) = core.custom_fields.of(people[0])
    assert (value.field_id, value.name) == (field, "봄날 계약 2026.txt")
    assert core.files.copy_to_open(value.content).read_bytes() == paper.read_bytes()
    assert core.files.of(people[0]) == []  # it stands with its field, not twice
    core.files.put_in_field(people[:1], field, other_paper)
    assert held(core, people[0]) == ["연장.txt"]
    assert core.files.of(people[0]) == []  # what was replaced is in the trash
    core.history.undo()
    assert held(core, people[0]) == ["봄날 계약 2026.txt"]
    core.custom_fields.put(people[:1], field, None)
    assert (held(core, people[0]), core.files.of(people[0])) == ([], [])
    core.history.undo()
    assert held(core, people[0]) == ["봄날 계약 2026.txt"]
    core.history.undo()
    assert logical_dump(shop) == before
    assert core.care.check() == []


def test_a_file_that_stands_with_the_contact_can_be_taken_into_a_field(core, field, people, paper):
    loose = core.files.add(people[0], paper)
    core.custom_fields.put(people[:2], field, loose)
    assert held(core, people[0]) == held(core, people[1]) == ["봄날 계약 2026.txt"]
    ids = [core.custom_fields.of(contact)[0].content for contact in people[:2]]
    assert len({loose, *ids}) == 3  # each contact has a row of its own, the bytes lie there once
    assert [row.id for row in core.files.of(people[0])] == [loose]
    assert len(list(store_of(core.path).names())) == 1
    core.files.remove(ids[0])
    assert (held(core, people[0]), held(core, people[1])) == ([], ["봄날 계약 2026.txt"])


def test_what_is_no_file_is_refused_with_its_reason(core, shop, field, people, tmp_path, paper):
    text = core.custom_fields.add(FieldForm(kind="text", label_ko="글"))
    before = logical_dump(shop)
    for source, problem in (
        (tmp_path, FileProblem.NO_FILE),
        (tmp_path / "never.pdf", FileProblem.NOT_FOUND),
    ):
        with pytest.raises(FileError) as refused:
            core.files.put_in_field(people[:1], field, source)
        assert refused.value.problem == problem
    with pytest.raises(InvalidInputError):
        core.files.put_in_field(people[:1], text, paper)
    with pytest.raises(GoneError):
        core.files.put_in_field([1], field, paper)
    with pytest.raises(GoneError):
        core.files.put_in_field(people[:1], 1, paper)
    with pytest.raises(GoneError):
        core.custom_fields.put(people[:1], field, 1)
    assert logical_dump(shop) == before


def test_files_of_a_field_that_is_retired_stand_with_the_contact(core, field, people, paper):
    core.files.put_in_field(people[:1], field, paper)
    core.custom_fields.retire(field)
    assert [row.name for row in core.files.of(people[0])] == ["봄날 계약 2026.txt"]
    core.custom_fields.retire(field, retired=False)
    assert core.files.of(people[0]) == []


def test_contacts_are_found_by_the_name_of_such_a_file(core, field, people, paper, other_paper):
    core.files.put_in_field(people[:1], field, paper)

    def found(text):
        return [contact.id for contact in core.contacts.find(text).contacts]

    assert found("봄날 계약") == [people[0]]
    core.files.put_in_field(people[:1], field, other_paper)
    assert (found("봄날 계약"), found("연장.txt")) == ([], [people[0]])
    renamed = other_paper.rename(other_paper.with_name("새이름.txt"))
    core.files.put_in_field(people[:1], field, renamed)  # the same bytes, called otherwise
    assert (found("연장.txt"), found("새이름")) == ([], [people[0]])
    assert core.care.check() == []


def test_a_filter_asks_for_a_file_and_for_its_name(core, field, people, paper, other_paper):
    core.files.put_in_field(people[:1], field, paper)
    core.files.put_in_field(people[1:2], field, other_paper)

    def those(op, *values):
        condition = Condition(f"custom:{field}", op, values)
        return set(core.contacts.filtered(Filter((condition,))))

    assert those("known") == set(people[:2])
    assert those("empty") == {people[2]}
    assert those("contains", "계약") == {people[0]}
    assert those("contains", ".TXT") == set(people[:2])
    assert those("contains", "견적") == set()


def test_many_get_the_same_file_in_one_step(core, shop, field, people, paper):
    core.files.put_in_field(people[:1], field, paper)
    before = logical_dump(shop)
    edit = BulkEdit(f"custom:{field}", "set", str(paper))
    plan = core.bulk.plan(people, edit)
    assert (plan.total, plan.changes) == (3, 2)
    assert plan.examples[0] == Example("박서준", "", "봄날 계약 2026.txt")
    assert field in [row.id for row in core.bulk.fields()]
    assert core.bulk.edit(people, edit) == 2
    assert [held(core, contact) for contact in people] == [["봄날 계약 2026.txt"]] * 3
    assert core.bulk.plan(people, edit).changes == 0
    core.history.undo()
    assert logical_dump(shop) == before
    assert core.bulk.edit(people, BulkEdit(f"custom:{field}", "clear")) == 1
    assert core.files.of(people[0]) == []
    with pytest.raises(FileError):
        core.bulk.plan(people, BulkEdit(f"custom:{field}", "set", str(paper) + ".gone"))
    assert core.care.check() == []


def test_a_person_is_set_for_many_but_for_one_who_is_gone(core, people):
    field = core.custom_fields.add(FieldForm(kind="person", label_ko="소개한 분"))
    edit = BulkEdit(f"custom:{field}", "set", people[0])
    assert core.bulk.plan(people, edit).examples[0] == Example("김민지", "", "김민지")
    assert core.bulk.edit(people, edit) == 3
    assert held(core, people[2]) == ["김민지"]
    with pytest.raises(GoneError):
        core.bulk.plan(people, BulkEdit(f"custom:{field}", "set", 1))


def test_a_merge_keeps_the_file_of_the_field_and_loses_none(
    core, shop, field, people, paper, other_paper
):
    stays, goes, third = people
    core.files.add(stays, paper)  # the same file, loose
    core.files.put_in_field([goes], field, paper)
    core.files.put_in_field([third], field, other_paper)
    before = logical_dump(shop)
    first = core.duplicates.merge(stays, goes)
    assert held(core, stays) == ["봄날 계약 2026.txt"]
    opened = core.files.copy_to_open(core.custom_fields.of(stays)[0].content)
    assert opened.read_bytes() == paper.read_bytes()
    second = core.duplicates.merge(stays, third)
    assert held(core, stays) == ["봄날 계약 2026.txt"]
    assert {row.name for row in core.files.of(stays)} == {"봄날 계약 2026.txt", "연장.txt"}
    core.duplicates.unmerge(second.change_set)
    core.duplicates.unmerge(first.change_set)
    assert logical_dump(shop) == before
    assert core.care.check() == []


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_an_export_names_the_file_and_comes_back_as_the_same(
    core, shop, field, people, paper, tmp_path, name
):
    core.files.put_in_field(people[:1], field, paper)
    path = export(core, tmp_path / name)
    if name == "a.csv":
        header, *rows = read_csv(path, "utf-8-sig")
        assert [row[header.index("계약서")] for row in rows] == ["봄날 계약 2026.txt", "", ""]
    before = logical_dump(shop)
    report = bring_in(core, path)
    assert (outcome(report), report.problems) == ({"same": 3}, ())
    assert logical_dump(shop) == before


def test_a_path_in_a_foreign_file_is_never_opened_but_kept_in_a_note(core, field, paper, tmp_path):
    path = write_csv(
        tmp_path / "a.csv",
        [("이름", "휴대폰", "계약서"), ("최서연", "010-0142-3377", str(paper))],
    )
    report = bring_in(core, path)
    assert outcome(report) == {"added": 1}
    assert problems(report) == [(2, "계약서", "file_not_read")]
    (contact,) = core.contacts.filtered(Filter())
    assert held(core, contact) == []
    assert str(paper) in core.contacts.detail(contact).notes[0].body
    assert list(store_of(core.path).names()) == []


def test_paper_and_the_list_of_words_name_the_file(core, field, people, paper):
    core.files.put_in_field(people[:1], field, paper)
    (printed,) = core.exports.printed(people[:1], ticket=Ticket()).contacts
    assert printed.own == (("계약서", "봄날 계약 2026.txt"),)


def test_with_a_contact_that_is_erased_the_bytes_go_unless_somebody_else_has_them(
    core, field, people, paper, other_paper
):
    core.files.put_in_field(people[:1], field, paper)
    core.files.put_in_field(people[1:], field, other_paper)
    core.erasure.erase(people[0])
    core.erasure.erase(people[1])
    assert len(list(store_of(core.path).names())) == 1
    assert held(core, people[2]) == ["연장.txt"]
    assert core.care.check() == []
