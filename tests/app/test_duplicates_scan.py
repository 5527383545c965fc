"""The search over the whole book, and what the command line says of it."""

import pytest

from app.errors import MergedFurtherError
from app.exchange.own_format import encode_id
from app.jobs import CancelledError, Ticket
from app.shapes.contacts import ContactForm
from tests.app.test_cli import Cli
from tests.dumps import logical_dump
from tests.files import write_csv


@pytest.fixture
def cli(core, shop):
    return Cli(shop)


@pytest.fixture
def kims(core):
    return (
        core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377")),
        core.contacts.add(ContactForm(name="김민 지", phone="+82 10 0142 3377")),
    )


@pytest.fixture
def family(core):
    return [
        core.contacts.add(ContactForm(name=name, phone="010-0199-0001"))
        for name in ("박서준", "이하은")
    ]


def test_a_search_finds_pairs_and_says_why(core, kims, family):
    searched = core.duplicates.scan()
    assert (searched.people, searched.pairs) == (4, 1)
    (pair,) = core.duplicates.pairs()
    assert (pair.a_id, pair.b_id) == tuple(sorted(kims))
    assert pair.score > 500
    assert {fact.kind for fact in pair.evidence} == {"phone.same", "name.same"}
    assert all(fact.weight > 0 for fact in pair.evidence)


def test_a_search_is_no_step_and_not_announced(core, shop, kims, heard):
    before = logical_dump(shop)
    steps = len(core.history.entries())
    core.duplicates.scan()
    assert (logical_dump(shop), heard, len(core.history.entries())) == (before, [], steps)


def test_who_is_said_to_be_apart_is_not_found_again(core, kims):
    core.duplicates.keep_apart(*kims)
    assert core.duplicates.scan().pairs == core.duplicates.count() == 0
    core.store.undo()
    assert core.duplicates.scan().pairs == core.duplicates.count() == 1


def test_merged_and_trashed_contacts_are_not_searched(core, kims, family):
    core.duplicates.merge(*kims)
    core.contacts.trash(family)
    assert core.duplicates.scan().people == 1


def test_a_search_that_is_stopped_keeps_what_was_found_before(core, kims):
    core.duplicates.scan()
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        core.duplicates.scan(ticket)
    assert core.duplicates.count() == 1


def test_somebody_typed_is_told_of_names_that_differ_by_one_letter(core, kims):
    typed = ContactForm(name="김민저", phone="010-0142-3377")
    assert core.duplicates.look_alikes(typed) == []  # nothing was searched yet
    core.duplicates.scan()
    assert {(one.id, one.why) for one in core.duplicates.look_alikes(typed)} == {
        (i, "one_letter") for i in kims
    }
    core.contacts.trash(kims)
    assert core.duplicates.look_alikes(typed) == []


def test_a_contact_says_whom_it_was_put_together_from(core, kims):
    merged = core.duplicates.merge(*kims)
    (part,) = core.duplicates.parts(kims[0])
    assert (part.id, part.name, part.change_set) == (kims[1], "김민 지", merged.change_set)
    assert part.at.startswith("2026-05-12")
    core.duplicates.unmerge(part.change_set)
    assert core.duplicates.parts(kims[0]) == []


def test_the_command_line_finds_merges_and_splits(core, cli, shop, kims):
    before = logical_dump(shop)
    (pair,) = cli.json("duplicates")["pairs"]
    assert pair.keys() == {"a", "b", "score", "evidence"}
    assert {fact["kind"] for fact in pair["evidence"]} == {"phone.same", "name.same"}
    merged = cli.json("merge", pair["a"], pair["b"])
    assert core.contacts.count() == 1
    assert cli.json("duplicates") == {"pairs": []}
    assert cli.json("unmerge", merged["batch"])["kept"] == []
    assert logical_dump(shop) == before
    assert cli.json("unmerge", merged["batch"], exits=1)["error"] == "nothing_to_undo"


def test_the_command_line_names_the_outer_merge_first(core, cli, kims):
    third = core.contacts.add(ContactForm(name="김민지 고객님", phone="010-0142-3377"))
    inner = core.duplicates.merge(*kims)
    core.duplicates.merge(third, kims[0])
    refused = cli.json("unmerge", encode_id(inner.change_set), exits=1)
    assert "김민지 고객님" in refused["message"]


def test_the_command_line_says_it_in_sentences_and_refuses_nonsense(core, cli, kims):
    assert "같은 전화번호" in cli.run("duplicates")
    cli.run("merge", "no", "no", exits=2)
    cli.run("unmerge", "no", exits=2)


def test_ids_of_merged_contacts_in_a_file_lead_to_who_stayed(core, cli, kims, tmp_path):
    third = core.contacts.add(ContactForm(name="김민지 고객님", phone="02-0142-0001"))
    core.duplicates.merge(kims[0], kims[1])
    core.duplicates.merge(third, kims[0])
    book = write_csv(
        tmp_path / "book.csv",
        [("Dangol ID", "이름", "회사"), (encode_id(kims[1]), "김민지 고객님", "모루")],
    )
    told = cli.json("import", book)
    assert (told["added"], told["updated"], told["failed"]) == (0, 1, 0)
    assert core.contacts.detail(third).values["company"] == "모루"


def test_a_value_of_either_side_is_kept_with_what_belongs_to_it(core, kims):
    core.contacts.edit(kims[0], "birthday", "1991-05-16")
    core.contacts.edit(kims[1], "birthday", "1991-05-17")
    core.contacts.edit(kims[1], "birthday_calendar", "lunar")
    found = core.duplicates.compare(*kims)
    assert {row.field: row.how for row in found.rows} == {
        "name": "choice", "phone": "same", "birthday": "choice",
    }  # fmt: skip
    merged = core.duplicates.merge_sides(*kims, {"birthday": "right", "name": "left"})
    values = core.contacts.detail(kims[0]).values
    assert (values["birthday"], values["birthday_calendar"]) == ("1991-05-17", "lunar")
    core.duplicates.require_undoable(merged.change_set)
    core.duplicates.merge(core.contacts.add(ContactForm(name="셋")), kims[0])
    with pytest.raises(MergedFurtherError):
        core.duplicates.require_undoable(merged.change_set)
