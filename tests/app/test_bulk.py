"""One field of many contacts: only what was said changes, and Undo takes all of it back."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import GoneError, InvalidInputError
from app.jobs import CancelledError, Ticket
from app.shapes.bulk import CHOICES, CONSENTS, DAYS, FIELDS, TEXTS, BulkEdit, Example
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from tests.app.test_properties import open_unsafely
from tests.conftest import TickingClock
from tests.dumps import logical_dump

NAMES = ("김민지", "박서준", "이하은", "Anna")


@pytest.fixture
def people(core):
    return [core.contacts.add(ContactForm(name=name)) for name in NAMES]


def test_the_summary_tells_who_changes_and_who_has_it_already(core, people):
    core.contacts.edit(people[0], "source", "인스타그램")
    core.contacts.edit(people[1], "source", "간판")
    edit = BulkEdit("source", "set", "인스타그램")
    plan = core.bulk.plan(people, edit)
    assert (plan.total, plan.changes, plan.same) == (4, 3, 1)
    assert plan.examples[1:] == (
        Example("박서준", "간판", "인스타그램"),
        Example("이하은", "", "인스타그램"),
    )
    assert core.bulk.edit(people, edit) == 3
    assert core.bulk.plan(people, edit).changes == 0
    assert core.history.entries(limit=1)[0].facts["count"] == 3


def test_a_tag_is_put_on_and_taken_off_many(core, people):
    core.contacts.tag(people[:1], "여름")
    assert core.bulk.edit(people, BulkEdit("tag", "add", "여름")) == 3
    plan = core.bulk.plan(people[:2], BulkEdit("tag", "remove", "여름"))
    assert (plan.changes, plan.examples[0]) == (2, Example("김민지", "여름", ""))
    assert core.bulk.edit(people[:2], BulkEdit("tag", "remove", "여름")) == 2
    assert [core.contacts.detail(i).tags for i in people] == [(), (), ("여름",), ("여름",)]


def test_a_role_begins_and_ends_for_many(core, people):
    core.relations.give_role(people[0], "customer", since="2020-01-01")
    assert core.bulk.edit(people, BulkEdit("role", "add", "customer")) == 3
    assert core.bulk.edit(people, BulkEdit("role", "remove", "customer")) == 4
    assert {core.relations.roles(i)[0].until for i in people} == {"2026-05-12"}
    assert core.relations.roles(people[0])[0].since == "2020-01-01"


def test_a_field_of_ones_own_is_set_over_many(core, people):
    field = core.custom_fields.add(FieldForm(kind="choice", label_en="Size", choices=("S", "L")))
    small, large = (choice.id for choice in core.custom_fields.all()[0].choices)
    core.custom_fields.put(people[:1], field, small)
    core.custom_fields.put(people[1:2], field, large)
    edit = BulkEdit(f"custom:{field}", "set", large)
    plan = core.bulk.plan(people, edit)
    assert plan.changes == 3
    assert plan.examples[0] == Example("Anna", "", "L")
    assert Example("김민지", "S", "L") in plan.examples
    assert core.bulk.edit(people, edit) == 3
    assert [core.custom_fields.of(i)[0].content for i in people] == [large] * 4
    assert core.bulk.edit(people, BulkEdit(f"custom:{field}", "clear")) == 4
    assert core.custom_fields.of(people[0]) == []


def test_consent_is_tightened_for_many_and_declared(core, people):
    core.contacts.edit(people[0], "consent_sms", "granted")
    assert core.bulk.edit(people, BulkEdit("consent_sms", "set", "denied")) == 4
    assert core.consents.of(people[0])[0].state == "withdrawn"
    for value in ("granted", ""):
        with pytest.raises(InvalidInputError):
            core.bulk.plan(people, BulkEdit("consent_sms", "set", value))
    with pytest.raises(InvalidInputError):
        core.bulk.edit(people, BulkEdit("consent_sms", "clear"))


def test_many_are_not_to_be_contacted(core, people):
    core.consents.stop_contact(people[0], stop=True)
    assert core.bulk.edit(people, BulkEdit("do_not_contact", "set", value=True)) == 3
    assert core.consents.of(people[3])[0].state == "withdrawn"
    assert len(core.consents.of(people[0])) == 1


def test_who_is_gone_meanwhile_is_left_out(core, people):
    core.contacts.trash(people[:1])
    edit = BulkEdit("company", "set", "봄날상사")
    assert core.bulk.plan(people, edit).total == 3
    assert core.bulk.edit(people, edit) == 3


@pytest.mark.parametrize(
    "edit",
    [
        BulkEdit("name", "set", "다 같은 이름"),
        BulkEdit("kind", "clear"),
        BulkEdit("kind", "set", "emperor"),
        BulkEdit("birthday", "set", "--02-30"),
        BulkEdit("first_seen_on", "set", "yesterday"),
        BulkEdit("company", "set", "  "),
        BulkEdit("company", "set", "x" * 2001),
        BulkEdit("tag", "set", "여름"),
        BulkEdit("tag", "add", " # "),
        BulkEdit("role", "add", "emperor"),
        BulkEdit("custom:x", "set", "1"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_written(core, people, shop, edit):
    before = logical_dump(shop)
    with pytest.raises(InvalidInputError):
        core.bulk.plan(people, edit)
    with pytest.raises(InvalidInputError):
        core.bulk.edit(people, edit)
    assert logical_dump(shop) == before


def test_an_owner_or_field_that_is_not_there_is_told(core, people):
    for edit in (BulkEdit("owner_id", "set", 1), BulkEdit("custom:1", "set", "x")):
        with pytest.raises(GoneError):
            core.bulk.edit(people, edit)


def test_stopped_halfway_nothing_has_changed(core, people, shop):
    before = logical_dump(shop)
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        core.bulk.edit(people, BulkEdit("company", "set", "봄날상사"), ticket)
    assert logical_dump(shop) == before


WORDS = st.text("가나다abc ':%", min_size=1, max_size=6).filter(str.strip)
EDITS = st.one_of(
    st.builds(BulkEdit, st.sampled_from(TEXTS), st.just("set"), WORDS),
    st.builds(BulkEdit, st.sampled_from((*TEXTS, *DAYS, "gender", "stage")), st.just("clear")),
    st.builds(BulkEdit, st.just("gender"), st.just("set"), st.sampled_from(CHOICES["gender"])),
    st.builds(BulkEdit, st.just("kind"), st.just("set"), st.sampled_from(CHOICES["kind"])),
    st.builds(BulkEdit, st.sampled_from(CONSENTS), st.just("set"), st.just("denied")),
    st.builds(BulkEdit, st.just("birthday"), st.just("set"), st.just("--05-16")),
    st.builds(BulkEdit, st.just("tag"), st.sampled_from(("add", "remove")), WORDS),
    st.builds(
        BulkEdit, st.just("role"), st.sampled_from(("add", "remove")), st.just("supplier")
    ),
    st.builds(BulkEdit, st.just("do_not_contact"), st.just("set"), st.just(value=True)),
)  # fmt: skip


@settings(max_examples=10, deadline=None)
@given(edits=st.lists(EDITS, min_size=1, max_size=3), chosen=st.sets(st.integers(0, 3)))
def test_only_what_was_said_changes_and_undo_restores_the_shop(template, edits, chosen):
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, Path(folder) / "shop.db"))
        core = open_unsafely(path, TickingClock())
        people = [core.contacts.add(ContactForm(name=name)) for name in NAMES]
        ids = [people[place] for place in chosen]
        for edit in edits:
            before = logical_dump(path)
            details = {i: core.contacts.detail(i) for i in people}
            planned = core.bulk.plan(ids, edit).changes
            assert core.bulk.edit(ids, edit) == planned
            for contact in people:
                is_after, was = core.contacts.detail(contact), details[contact]
                if contact not in ids:
                    assert is_after == was
                changed = {f for f, value in is_after.values.items() if was.values[f] != value}
                assert changed <= {edit.field}
                assert edit.field == "tag" or is_after.tags == was.tags
            if planned:
                core.store.undo()
            assert logical_dump(path) == before or not planned
            if planned:
                core.store.redo()
        assert core.care.check() == []
        core.close()


def test_every_field_that_is_offered_can_be_planned(core, people):
    values = dict.fromkeys(FIELDS, "x") | {
        "kind": "company", "gender": "female", "birthday": "1990", "first_seen_on": "2020-02-29",
        "stage": "regular", "role": "partner", "do_not_contact": True,
        "owner_id": core.store.actor_id,
    } | dict.fromkeys(CONSENTS, "denied")  # fmt: skip
    for field, value in values.items():
        how = "add" if field in ("tag", "role") else "set"
        assert core.bulk.plan(people, BulkEdit(field, how, value)).total == 4


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", "it's"), ("number", Decimal("1.5")), ("money", 5000),
        ("date", date(2026, 5, 16)), ("yes_no", True),
    ],
)  # fmt: skip
def test_fields_of_every_kind_are_set_and_known_as_the_same(core, people, kind, value):
    field = core.custom_fields.add(FieldForm(kind=kind, label_en="Own"))
    edit = BulkEdit(f"custom:{field}", "set", value)
    assert core.bulk.edit(people, edit) == 4
    assert core.bulk.plan(people, edit).changes == 0
    assert core.custom_fields.of(people[0])[0].content == value
