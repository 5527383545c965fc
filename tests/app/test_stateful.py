"""Random work at the desk against a plain model of the shop: both say the same after each step."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.errors import NothingToUndoError
from app.ops import Op
from app.settings import SHOP_NAME
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from db.ids import meaning_id
from db.repositories.tags import tag_id
from tests.app.shop_model import Key, Row, ShopModel
from tests.app.test_properties import QUICK, open_unsafely
from tests.conftest import TickingClock
from tests.files import bring_in, write_csv

EXAMPLES = int(os.environ.get("FAULT_EXAMPLES", "0"))  # more of them, with a seed: make faults
PICK = st.integers(0, 99)
FIELDS = st.sampled_from(["name", "company", "nickname"])
TEXT = st.sampled_from(["가람", "나래", "다솜"])
TAG = st.sampled_from(["단골", "VIP"])
MAIL = st.sampled_from(["a@example.com", "b@example.com"])


class DeskAndModel(RuleBasedStateMachine):
    """Every rule does the same with the services and with the model."""

    def __init__(self, template: Path) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(shutil.copy(template, Path(self.folder.name) / "shop.db"))
        self.clock = TickingClock()
        self.core = open_unsafely(self.path, self.clock)
        self.model = ShopModel()
        self.number = 0  # of the newest person, so that no two share a phone

    def teardown(self) -> None:
        assert self.core.care.check() == []
        self.core.close()
        self.folder.cleanup()

    # Doing

    def both(self, op: Op, work: Callable[[], object], after: dict[Key, Row]) -> None:
        """Change rows that are there: first in the model, then in the shop."""
        self.model.do(op, self.clock.now, after)
        work()
        self.note_step()

    def note_step(self) -> None:
        """Give the model's newest step its change set, and let a second pass."""
        entries = self.core.history.entries(limit=1)
        if entries and self.model.steps:
            self.model.steps[-1].id = entries[0].change_set
        self.clock.move(seconds=1)

    def now(self) -> str:
        return self.clock.now.isoformat()

    def pick(self, table: str, number: int, **wanted: object) -> int | None:
        """One living row, of a living contact where it belongs to one."""
        rows = self.model.living(table, **wanted)
        people = self.model.living("contact")
        ids = [i for i, row in rows.items() if row.get("contact_id", None) in {None, *people}]
        return ids[number % len(ids)] if ids else None

    def linked(self, contact: int, tag: str) -> dict[Key, Row]:
        """What a tag on a contact is made of."""
        row = tag_id(tag)
        return {
            ("tag", row): {"name": tag, "deleted_at": None},
            ("contact_tag", meaning_id(contact, row)): {
                "contact_id": contact, "tag_id": row, "deleted_at": None,
            },
        }  # fmt: skip

    def appeared(self, contact: int, tags: tuple[str, ...]) -> dict[Key, Row]:
        """What a new contact is made of, the ids as the shop gave them."""
        detail = self.core.contacts.detail(contact)
        rows: dict[Key, Row] = {("contact", contact): {"name": detail.name, "kind": detail.kind}}
        for point in detail.points:
            rows["contact_point", point.id] = {
                "contact_id": contact, "kind": point.kind, "value": point.value,
            }  # fmt: skip
        for note in detail.notes:
            rows["note", note.id] = {"contact_id": contact, "body": note.body, "pinned": 0}
        for tag in tags:
            rows |= self.linked(contact, tag)
        return rows

    def new_number(self) -> str:
        self.number += 1
        return f"010-0142-{self.number:04}"

    @initialize()
    def open_for_the_day(self):
        self.import_list(names=["라온", "마루", "바다"], tag="단골")
        self.add(name="사랑", mail="a@example.com", note="나래", tags=["VIP"])

    @rule(name=TEXT, mail=st.none() | MAIL, note=st.none() | TEXT, tags=st.lists(TAG, max_size=2))
    def add(self, name, mail, note, tags):
        form = ContactForm(
            name=name, phone=self.new_number(), email=mail or "", note=note or "", tags=tuple(tags)
        )
        contact = self.core.contacts.add(form)
        rows = self.appeared(contact, form.tags)
        said = sorted(row["value"] for key, row in rows.items() if key[0] == "contact_point")
        assert said == sorted(filter(None, [form.phone, form.email]))
        assert [r["body"] for key, r in rows.items() if key[0] == "note"] == [note] * bool(note)
        assert rows["contact", contact] == {"name": name, "kind": "person"}
        self.model.do(Op.ADD_CONTACT, self.clock.now, rows)
        self.note_step()

    @rule(
        pick=PICK, field=FIELDS, texts=st.lists(TEXT, min_size=1, max_size=3), slow=st.booleans(),
        then=st.sampled_from(["no more", "undo", "undo the first"]),
    )  # fmt: skip
    def edit(self, pick, field, texts, slow, then):
        if contact := self.pick("contact", pick):
            begun = len(self.model.steps)
            for text in texts:
                self.both(
                    Op.EDIT_CONTACT, partial(self.core.contacts.edit, contact, field, text),
                    {("contact", contact): {field: text}},
                )  # fmt: skip
                self.clock.move(minutes=slow)
            if then == "undo":
                self.undo_steps(2)
            elif then == "undo the first" and len(self.model.steps) > begun:
                self.undo_one(self.model.steps[begun])

    @rule(pick=PICK, mail=MAIL)
    def add_point(self, pick, mail):
        if contact := self.pick("contact", pick):
            point = self.core.contacts.add_point(contact, "email", mail)
            row = {"contact_id": contact, "kind": "email", "value": mail}
            self.model.do(Op.ADD_POINT, self.clock.now, {("contact_point", point): row})
            self.note_step()

    @rule(pick=PICK, mail=MAIL)
    def edit_point(self, pick, mail):
        if point := self.pick("contact_point", pick, kind="email"):
            self.both(
                Op.EDIT_POINT, lambda: self.core.contacts.edit_point(point, mail),
                {("contact_point", point): {"value": mail}},
            )  # fmt: skip

    @rule(pick=PICK, mail=MAIL)
    def replace_point(self, pick, mail):
        if point := self.pick("contact_point", pick, kind="email"):
            contact = self.model.rows["contact_point", point]["contact_id"]
            new = self.core.contacts.replace_point(point, mail)
            row = {"contact_id": contact, "kind": "email", "value": mail}
            gone = {"invalid_since": self.now(), "invalid_reason": "no_longer"}
            rows = {("contact_point", new): row, ("contact_point", point): gone}
            self.model.do(Op.EDIT_POINT, self.clock.now, rows)
            self.note_step()

    @rule(pick=PICK)
    def remove_point(self, pick):
        if point := self.pick("contact_point", pick):
            self.both(
                Op.REMOVE_POINT, lambda: self.core.contacts.remove_point(point),
                {("contact_point", point): {"deleted_at": self.now()}},
            )  # fmt: skip

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), tag=TAG)
    def tag(self, picks, tag):
        if contacts := {c for p in picks if (c := self.pick("contact", p))}:
            rows: dict[Key, Row] = {}
            for contact in contacts:
                rows |= self.linked(contact, tag)
            work = self.core.contacts.tag
            self.both(Op.TAG_CONTACTS, lambda: work(contacts, tag), rows)

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), tag=TAG)
    def untag(self, picks, tag):
        if contacts := {c for p in picks if (c := self.pick("contact", p))}:
            links = self.model.living("contact_tag", tag_id=tag_id(tag))
            gone = {"deleted_at": self.now()}
            rows = {
                ("contact_tag", i): gone for i, r in links.items() if r["contact_id"] in contacts
            }
            work = self.core.contacts.untag
            self.both(Op.UNTAG_CONTACTS, lambda: work(contacts, tag), rows)

    @rule(pick=PICK, body=TEXT)
    def add_note(self, pick, body):
        if contact := self.pick("contact", pick):
            note = self.core.contacts.add_note(contact, body)
            row = {"contact_id": contact, "body": body, "pinned": 0}
            self.model.do(Op.ADD_NOTE, self.clock.now, {("note", note): row})
            self.note_step()

    @rule(pick=PICK, body=TEXT)
    def edit_note(self, pick, body):
        if note := self.pick("note", pick):
            self.both(
                Op.EDIT_NOTE, lambda: self.core.notes.edit(note, body),
                {("note", note): {"body": body}},
            )  # fmt: skip

    @rule(pick=PICK, pinned=st.booleans())
    def pin_note(self, pick, pinned):
        if note := self.pick("note", pick):
            self.both(
                Op.PIN_NOTE, lambda: self.core.notes.pin(note, pinned=pinned),
                {("note", note): {"pinned": int(pinned)}},
            )  # fmt: skip

    @rule(pick=PICK)
    def remove_note(self, pick):
        if note := self.pick("note", pick):
            self.both(
                Op.REMOVE_NOTE, lambda: self.core.notes.remove(note),
                {("note", note): {"deleted_at": self.now()}},
            )  # fmt: skip

    @rule(
        picks=st.lists(PICK, min_size=1, max_size=2),
        kind=st.sampled_from(["call", "visit"]),
        outcome=st.sampled_from([None, "talked", "no_answer"]),
    )
    def log(self, picks, kind, outcome):
        contacts = tuple({c for p in picks if (c := self.pick("contact", p))})
        if contacts:
            form = InteractionForm(contact_ids=contacts, kind=kind, outcome=outcome)
            happened = self.core.interactions.log(form)
            two_way = outcome == "talked" if outcome else kind == "visit"
            row = {"kind": kind, "outcome": outcome, "two_way": two_way, "at": self.now()}
            rows: dict[Key, Row] = {("interaction", happened): row}
            for contact in contacts:
                link = {"contact_id": contact, "interaction_id": happened}
                rows["interaction_contact", meaning_id(happened, contact)] = link
            self.model.do(Op.LOG_INTERACTION, self.clock.now, rows)
            self.note_step()

    @rule(pick=PICK, body=TEXT)
    def edit_interaction(self, pick, body):
        if happened := self.pick("interaction", pick):
            self.both(
                Op.EDIT_INTERACTION, lambda: self.core.interactions.edit(happened, body),
                {("interaction", happened): {"body": body}},
            )  # fmt: skip

    @rule(pick=PICK)
    def remove_interaction(self, pick):
        if happened := self.pick("interaction", pick):
            self.both(
                Op.REMOVE_INTERACTION, lambda: self.core.interactions.remove(happened),
                {("interaction", happened): {"deleted_at": self.now()}},
            )  # fmt: skip

    @rule(picks=st.lists(PICK, min_size=1, max_size=2))
    def trash(self, picks):
        if contacts := {c for p in picks if (c := self.pick("contact", p))}:
            gone = {"deleted_at": self.now()}
            rows = {("contact", contact): gone for contact in contacts}
            self.both(Op.TRASH_CONTACTS, lambda: self.core.contacts.trash(contacts), rows)

    @rule(pick=PICK)
    def restore(self, pick):
        if ids := self.in_trash():
            contact = sorted(ids)[pick % len(ids)]
            self.both(
                Op.RESTORE_CONTACTS, lambda: self.core.contacts.restore([contact]),
                {("contact", contact): {"deleted_at": None}},
            )  # fmt: skip

    @rule(names=st.lists(TEXT, min_size=1, max_size=3), tag=TAG)
    def import_list(self, names, tag):
        rows = [(name, self.new_number(), tag) for name in names]
        before = {row.id for row in self.listed()}
        table = [("이름", "휴대폰", "태그"), *rows]
        report = bring_in(self.core, write_csv(self.path.with_name("list.csv"), table))
        assert report.added == len(rows)
        added = sorted({row.id for row in self.listed()} - before)
        after: dict[Key, Row] = {}
        for contact in added:
            after |= self.appeared(contact, (tag,))
        said = {
            (after["contact", row["contact_id"]]["name"], row["value"], tag)
            for key, row in after.items()
            if key[0] == "contact_point"
        }
        assert said == set(rows)
        self.model.do(Op.IMPORT_CONTACTS, self.clock.now, after)
        self.note_step()

    @rule(name=TEXT)
    def name_shop(self, name):
        self.both(
            Op.CHANGE_SETTING, lambda: self.core.settings.put(SHOP_NAME, name),
            {("setting", meaning_id("setting", SHOP_NAME.key)): {"value": name}},
        )  # fmt: skip

    @rule(name=TEXT, tag=TAG)
    def save_segment(self, name, tag):
        wanted = Filter((Condition("tag", "any_of", (tag,)),))
        segment = self.core.segments.save(name, wanted)
        self.model.do(
            Op.SAVE_SEGMENT, self.clock.now, {("segment", segment): {"name": name, "tag": tag}}
        )
        self.note_step()

    @rule(pick=PICK, name=TEXT)
    def rename_segment(self, pick, name):
        if segment := self.pick("segment", pick):
            self.both(
                Op.RENAME_SEGMENT, lambda: self.core.segments.rename(segment, name),
                {("segment", segment): {"name": name}},
            )  # fmt: skip

    @rule(pick=PICK)
    def remove_segment(self, pick):
        if segment := self.pick("segment", pick):
            self.both(
                Op.REMOVE_SEGMENT, lambda: self.core.segments.remove(segment),
                {("segment", segment): {"deleted_at": self.now()}},
            )  # fmt: skip

    # Taking back, and time

    def take_back(self, step, op, work):
        """Undo or redo in both; they must do, leave and refuse the same."""
        if step is None:
            with pytest.raises(NothingToUndoError):
                work()
            return
        did, kept = self.model.take_back(step, op, self.clock.now)
        if not did and not kept:
            with pytest.raises(NothingToUndoError):
                work()
            return
        undone = work()
        assert (undone.change_set is not None) == did
        assert {(row.table, row.row_id) for row in undone.kept} == kept
        assert self.core.care.check() == []
        self.note_step()

    def undo_steps(self, steps):
        for _ in range(steps):
            self.take_back(self.model.last_step(), Op.UNDO, self.core.history.undo)

    @rule(steps=st.integers(1, 4), again=st.integers(0, 4))
    def undo(self, steps, again):
        self.undo_steps(steps)
        for _ in range(again):
            self.take_back(self.model.last_undo(), Op.REDO, self.core.history.redo)

    @precondition(lambda self: self.model.last_undo())
    @rule()
    def redo(self):
        self.take_back(self.model.last_undo(), Op.REDO, self.core.history.redo)

    @precondition(lambda self: not self.model.last_undo())
    @rule()
    def redo_nothing(self):
        with pytest.raises(NothingToUndoError):
            self.core.history.redo()

    @rule(pick=PICK)
    def undo_from_history(self, pick):
        steps = [s for s in self.model.steps if s.undoes is None]
        self.undo_one(steps[-1 - pick % len(steps)])

    def undo_one(self, step):
        if self.model.is_undone(step):
            with pytest.raises(NothingToUndoError):
                self.core.history.undo(step.id)
        else:
            self.take_back(step, Op.UNDO, lambda: self.core.history.undo(step.id))

    @rule()
    def wait(self):
        self.clock.move(minutes=2)

    @rule()
    def restart(self):
        self.core.close()
        self.core = open_unsafely(self.path, self.clock)
        self.model.passed_over = []

    # Comparing

    def listed(self):
        return self.core.contacts.page("name", descending=False, offset=0, limit=1000)

    def in_trash(self) -> list[int]:
        return [i for (table, i), r in self.model.rows.items()
                if table == "contact" and "deleted_at" in r]  # fmt: skip

    def tags_of(self, contact: int) -> tuple[str, ...]:
        links = self.model.living("contact_tag", contact_id=contact).values()
        names = [self.model.rows["tag", link["tag_id"]]["name"] for link in links]
        return tuple(sorted(names))

    @invariant()
    def lists_are_the_same(self):
        people = self.model.living("contact")
        assert self.core.contacts.count() == len(people)
        listed = self.listed()
        assert [row.id for row in listed] == sorted(people, key=lambda i: (people[i]["name"], i))
        for row in listed:
            assert row.tags == self.tags_of(row.id)
        assert sorted(row.id for row in self.core.contacts.in_trash()) == sorted(self.in_trash())
        segments = self.model.living("segment")
        assert {(s.id, s.name, s.count) for s in self.core.segments.all()} == {
            (i, s["name"], sum(s["tag"] in self.tags_of(person) for person in people))
            for i, s in segments.items()
        }
        setting = self.model.living("setting").values()
        assert self.core.settings.get(SHOP_NAME) == next((s["value"] for s in setting), "")

    @invariant()
    def contacts_are_the_same(self):
        listed = {row.id: row for row in self.listed()}
        for contact, row in self.model.living("contact").items():
            detail = self.core.contacts.detail(contact)
            assert detail.values == {column: row.get(column) for column in detail.values}
            assert detail.name == listed[contact].name == row["name"]
            points = self.model.living("contact_point", contact_id=contact)
            assert {(p.id, p.kind, p.value, p.invalid_reason) for p in detail.points} == {
                (i, p["kind"], p["value"], p.get("invalid_reason")) for i, p in points.items()
            }
            notes = self.model.living("note", contact_id=contact)
            assert {(n.id, n.body, n.pinned) for n in detail.notes} == {
                (i, n["body"], bool(n["pinned"])) for i, n in notes.items()
            }
            self.meetings_are_the_same(contact, detail.interactions, listed[contact])

    def meetings_are_the_same(self, contact, interactions, row):
        links = self.model.living("interaction_contact", contact_id=contact).values()
        living = self.model.living("interaction")
        met = {i: living[i] for i in (link["interaction_id"] for link in links) if i in living}
        assert {(i.id, i.kind, i.outcome, i.body) for i in interactions} == {
            (i, m["kind"], m.get("outcome"), m.get("body", "")) for i, m in met.items()
        }
        last = max((m["at"] for m in met.values() if m["two_way"]), default="")
        assert row.last_contact_at[:19] == last[:19]

    @invariant()
    def history_is_the_same(self):
        entries = self.core.history.entries(limit=1000)
        assert [(e.op, e.undone) for e in entries] == [
            (step.op, self.model.is_undone(step)) for step in reversed(self.model.steps)
        ]
        step, entry = self.model.last_step(), self.core.history.next_undo()
        assert (entry and entry.change_set) == (step and step.joined[-1].id)


def test_the_shop_is_what_a_plain_model_of_it_says_after_any_order_of_steps(
    template, record_property
):
    seed = int(os.environ.get("FAULT_SEED", "1"))
    how = settings(QUICK, max_examples=12, stateful_step_count=20)
    if EXAMPLES:
        how = settings(how, max_examples=EXAMPLES, stateful_step_count=60, derandomize=False)
    steps = [0]

    class Counted(DeskAndModel):
        def note_step(self):
            steps[0] += 1
            super().note_step()

    machine = hypothesis.seed(seed)(Counted) if EXAMPLES else Counted
    run_state_machine_as_test(lambda: machine(template), settings=how)
    record_property("found", f"{steps[0]} actions, none told otherwise than by the model")


def test_a_text_typed_back_within_a_minute_does_not_bar_the_way_to_earlier_steps(core, clock):
    contact = core.contacts.add(ContactForm(name="가람"))
    core.contacts.edit(contact, "company", "나래")
    clock.move(minutes=2)
    core.contacts.edit(contact, "name", "다솜")
    core.contacts.edit(contact, "name", "가람")
    while core.contacts.detail(contact).values["company"]:
        core.history.undo()


def test_a_step_that_cannot_be_taken_back_does_not_bar_the_way_to_earlier_ones(core, clock):
    contact = core.contacts.add(ContactForm(name="가람"))
    core.contacts.edit(contact, "company", "나래")
    clock.move(minutes=2)
    core.contacts.tag([contact], "단골")
    tagged = core.history.entries(limit=1)[0].change_set
    core.contacts.untag([contact], "단골")
    core.contacts.tag([contact], "단골")
    core.history.undo(tagged)  # the tag is as that step left it: it goes
    for _ in range(3):
        core.history.undo()
    assert not core.contacts.detail(contact).values["company"]
