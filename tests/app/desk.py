"""A desk at work in a shop and a plain model of that shop, which must say the same."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis.stateful import RuleBasedStateMachine, invariant

from app.ops import Op
from app.settings import SHOP_NAME
from db.ids import meaning_id
from db.repositories.tags import tag_id
from tests.app.shop_model import Key, Row, ShopModel
from tests.app.test_properties import open_unsafely
from tests.conftest import TickingClock


class Desk(RuleBasedStateMachine):
    """Opens a shop, does the same with its services and with the model, compares the two."""

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
