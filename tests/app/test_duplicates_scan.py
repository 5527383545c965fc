"""The search over the whole book, and what the command line says of it."""

from decimal import Decimal

import pytest

from app.errors import InvalidInputError, MergedFurtherError
from app.exchange.own_format import encode_id
from app.jobs import CancelledError, Ticket
from app.shapes.consents import ConsentForm
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
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


def test_who_looked_after_one_of_them_is_told_also_when_gone(core, kims):
    gone, here = (core.staff.add(name) for name in ("박준호", "최유리"))
    for contact, staff in zip(kims, (gone, here), strict=True):
        core.contacts.assign([contact], staff)
    core.staff.remove(gone)
    row = core.duplicates.compare(*kims).row("owner_id")
    assert (row.left, row.right, row.side) == ("박준호", "최유리", "left")
    core.duplicates.merge_sides(*kims, {})
    assert core.contacts.owner_of(kims[0]) == gone


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_consents_the_stricter_one_is_shown_as_kept_and_is(core, clock, kims, turned):
    one, other = kims[::-1] if turned else kims
    for contact, channel, state in (
        (one, "sms", "granted"), (other, "sms", "denied"), (one, "email", "granted"),
        (one, "phone", "granted"), (other, "phone", "granted"),
    ):  # fmt: skip
        core.consents.record(
            contact, ConsentForm(purpose="advert", channel=channel, state=state, source="spoken")
        )
    core.consents.stop_contact(one, stop=True)
    clock.move(days=3)
    core.consents.stop_contact(other, stop=True)
    rows = {row.field: row for row in core.duplicates.compare(*kims).rows}
    told = {
        field: (row.how, getattr(row, row.side))
        for field, row in rows.items()
        if field.startswith("consent_") or field == "do_not_contact"
    }
    core.duplicates.merge_sides(*kims, {})
    values = core.contacts.detail(kims[0]).values
    assert {field: value for field, (_how, value) in told.items()} == {f: values[f] for f in told}
    assert {field: how for field, (how, _value) in told.items()} == {
        "consent_sms": "strict", "consent_email": "strict", "consent_phone": "same",
        "do_not_contact": "strict",
    }  # fmt: skip


def test_fields_of_the_shops_own_are_chosen_between_and_come_back_when_split(core, kims, tmp_path):
    fields = core.custom_fields
    wrapping = fields.add(FieldForm(kind="choice", label_en="Wrapping", choices=("Kraft", "Silk")))
    flowers = fields.add(FieldForm(kind="choices", label_en="Flowers", choices=("Rose", "Lily")))
    points, seen = (fields.add(FieldForm(kind="number", label_en=name)) for name in "PS")
    card = fields.add(FieldForm(kind="file", label_en="Card"))
    kraft, silk, rose, lily = (c.id for field in fields.all() for c in field.choices)
    for contact, one, several in ((kims[0], kraft, rose), (kims[1], silk, lily)):
        fields.put([contact], wrapping, one)
        fields.put([contact], flowers, (several,))
        fields.put([contact], seen, Decimal(7))
        (tmp_path / f"{one}.txt").write_text(str(one))
        core.files.put_in_field([contact], card, tmp_path / f"{one}.txt")
    fields.put([kims[1]], points, Decimal(3))
    before = logical_dump(core.path)
    rows = {row.own.id: row for row in core.duplicates.compare(*kims).rows if row.own}
    assert {i: row.how for i, row in rows.items()} == {
        wrapping: "choice", flowers: "both", points: "choice", seen: "same", card: "choice",
    }  # fmt: skip
    assert rows[points].side == "right"
    sides = {f"custom:{wrapping}": "right", f"custom:{points}": "right", f"custom:{card}": "right"}
    merged = core.duplicates.merge_sides(*kims, sides)
    held = {value.field_id: value for value in fields.of(kims[0])}
    assert {i: held[i].content for i in (wrapping, flowers, points, seen)} == {
        wrapping: silk, flowers: (rose, lily), points: Decimal(3), seen: Decimal(7),
    }  # fmt: skip
    assert held[card].name == f"{silk}.txt"
    core.duplicates.unmerge(merged.change_set)
    assert logical_dump(core.path) == before


@pytest.mark.parametrize(
    ("typed", "problem"),
    [({"name": " "}, "name"), ({"name": "가" * 201}, "name"), ({"phone": "010"}, "field")],
)
def test_what_is_typed_while_merging_must_fit(core, kims, typed, problem):
    with pytest.raises(InvalidInputError) as refused:
        core.duplicates.merge_sides(*kims, {}, typed)
    assert problem in refused.value.problems
    assert core.contacts.count() == 2


def test_what_is_typed_wins_over_both(core, kims):
    core.contacts.edit(kims[1], "company", "모루")
    core.duplicates.merge_sides(*kims, {"company": "right"}, {"company": "", "name": "김 민지"})
    found = core.contacts.detail(kims[0])
    assert (found.name, found.values["company"]) == ("김 민지", None)
    assert core.contacts.search("김 민지")[0] == [kims[0]]
