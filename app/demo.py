"""The sample shop: invented people only, the same for the same seed.

Phone numbers use 010-01xx, which is not given to customers; mails use example.com.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.bootstrap import Core
from app.clock import stamp
from app.demo_deals import add_deals
from app.demo_enquiries import add_enquiries
from app.demo_plans import add_plans
from app.demo_sales import OF_THE_PICTURES, sell
from app.demo_tasks import add_tasks
from app.jobs import Ticket
from app.ops import Op
from app.settings import SHOP_NAME, STAMP
from app.shapes.filters import Condition, Filter
from app.shapes.sales import SaleFilter
from app.store import explained
from app.supplier import stamp_text
from db.repositories.imports import ImportRules
from db.staging import SCALARS, StagedRow, Staging
from db.uow import UnitOfWork
from resources import path

SHOP_OF_THE_PICTURES = 1842
SEEN_LATELY = 0.35  # of them have something logged
AS_OF = date(2026, 5, 12)  # the day of the pictures
PAGE = 200  # entries of History looked through at a time
FAMILIES, WITHOUT_PHONE, NEAR_DUPLICATES = 0.03, 0.05, 0.02

_Told = tuple[str, str, str, list[str], str]  # kind, name, first seen, tags, phone


def fill(
    core: Core, *, people: int | None, seed: int, ticket: Ticket, orders: int | None = None
) -> None:
    """Add contacts and sales, in one action, until there are so many of each.

    Without `people` it is the shop of the pictures, with three years of sales unless `orders`
    tells how many.
    """
    words = json.loads(path("demo.json").read_text(encoding="utf-8"))
    missing = (people or SHOP_OF_THE_PICTURES) - core.contacts.count()
    with_pictures = people is None and missing > 0
    unsold = (orders or 0) - core.sale_lists.count(SaleFilter())
    if orders is None:
        unsold = OF_THE_PICTURES if with_pictures else 0
    if missing <= 0 and unsold <= 0:
        return
    if missing <= 0:
        with core.store.action(Op.MAKE_DEMO, count=core.contacts.count()) as unit:
            sell(unit, words, unsold, seed, AS_OF, ticket)
        return
    with explained():
        staging = Staging(core.store.key)
    try:
        with explained():
            late = words["late"] if with_pictures else ()
            staging.fill(_watched(_People(words, seed).rows(missing, late), missing, ticket))
        staging.release()
        with core.store.action(Op.MAKE_DEMO, count=missing) as unit:
            unit.imports.run(staging.path, ImportRules("add", (), ()), ticket.check)
            if with_pictures:
                unit.settings.put(SHOP_NAME.key, words["shop"])
                _supplier(unit.settings, words["supplier"])
                _staff(unit.settings, words["staff"])
                for name, colour, parts in words["lists"]:
                    conditions = (Condition(f, op, tuple(values)) for f, op, values in parts)
                    unit.segments.add(name, Filter(tuple(conditions)).to_json(), colour)
                _past(unit, words, seed)
                add_tasks(unit, words, AS_OF, add_deals(unit, words, AS_OF, seed))
                add_plans(unit, AS_OF)
                add_enquiries(unit, words, AS_OF)
            if unsold > 0:
                sell(unit, words, unsold, seed, AS_OF, ticket)
    finally:
        staging.close()


def _supplier(settings: Any, told: dict[str, str]) -> None:
    """Tell who the shop is on quotes; no such registration number is ever given."""
    for key, value in told.items():
        settings.put(key, value)
    settings.put(STAMP.key, stamp_text(path("demo-stamp.png").read_bytes()))


def _past(unit: UnitOfWork, words: dict[str, Any], seed: int) -> None:
    """Log what happened with some of them: the more lately, the more of it."""
    chance = random.Random(seed)
    people = unit.listed.page("name", descending=False, offset=0, limit=SHOP_OF_THE_PICTURES)
    staff = [staff_id for staff_id, _name, _role in unit.settings.staff()]
    last = words["last"] | words["spoken"]
    lately = {name: date.fromisoformat(day) for name, day in last.items()}
    for contact_id, _kind, name, *_rest in people:
        if name not in lately and chance.random() > SEEN_LATELY:
            continue
        day = lately.get(str(name)) or AS_OF - timedelta(days=int(chance.expovariate(1 / 30)))
        kind, body = chance.choice(words["past"])
        hour, minute = chance.randint(10, 18), chance.choice((0, 15, 30, 45))
        moment = datetime(day.year, day.month, day.day, hour - 9, minute, tzinfo=UTC)
        unit.interactions.add(
            [contact_id], kind=kind, two_way=1, body=body, happened_at=stamp(moment),
            outcome="talked" if kind == "call" else None, staff_id=chance.choice(staff),
        )  # fmt: skip


def sample_people(count: int = SHOP_OF_THE_PICTURES, seed: int = 1) -> Iterator[StagedRow]:
    """Yield the contacts of the sample shop as they are made."""
    words = json.loads(path("demo.json").read_text(encoding="utf-8"))
    return _People(words, seed).rows(count)


def step_of_sample(core: Core) -> int | None:
    """Return the change set that made the sample shop, None where it is not or no longer there."""
    before = None
    while entries := core.history.entries(limit=PAGE, before=before):
        for entry in entries:
            if entry.op == Op.MAKE_DEMO and not entry.undone:
                return entry.change_set
        before = entries[-1].change_set
    return None


def remove(core: Core) -> int:
    """Take the whole sample shop away; return how many of its contacts went to the trash instead.

    Those are the ones somebody worked with since: undo leaves them, the trash keeps them findable.
    """
    kept: set[int] = set()
    while (step := step_of_sample(core)) is not None:  # its sales may have come later
        undone = core.history.undo(step)
        kept.update(row.row_id for row in undone.kept if row.table == "contact")
        if undone.change_set is None:
            break
    if kept:
        core.contacts.trash(kept)
    return len(kept)


def _staff(settings: Any, staff: list[list[str]]) -> None:
    (owner_id, name, _role), *_others = settings.staff()
    if not name:
        settings.rename_staff(owner_id, staff[0][0])
    for member, role in staff[1:]:
        settings.add_staff(member, role)


def _watched(rows: Iterator[StagedRow], total: int, ticket: Ticket) -> Iterator[StagedRow]:
    for done, row in enumerate(rows, start=1):
        if done % 500 == 0 or done == total:
            ticket.advance(done, total)
        yield row


class _People:
    """Makes contacts one after the other from a seed."""

    def __init__(self, words: dict[str, Any], seed: int) -> None:
        self._words = words
        self._random = random.Random(seed)
        self._phones = 0
        self._last: StagedRow | None = None

    def rows(self, count: int, late: Sequence[_Told] = ()) -> Iterator[StagedRow]:
        """Yield `count` contacts: first those of the pictures, then whoever comes in, then `late`.

        Those are pictured too, and came last.
        """
        first = self._words["first"]
        for line in range(1, count + 1):
            if line <= len(first):
                row = self._pictured(line, *first[line - 1])
            elif line > count - len(late):
                row = self._pictured(line, *late[line - count - 1])
            else:
                row = self._passer_by(line)
            self._last = row
            yield row

    def _pictured(
        self, line: int, kind: str, name: str, since: str, tags: list[str], phone: str
    ) -> StagedRow:
        email = "minji.kim@example.com" if name == "김민지" else ""
        values = self._values(kind, name, first_seen_on=since or self._day(900))
        if name == "김민지":
            values |= {"birthday": "1991-05-16", "birthday_calendar": "solar"}
        notes = [self._words["notes"][0]] if name == "김민지" else []
        return self._row(line, values, phone, email, tags, notes)

    def _passer_by(self, line: int) -> StagedRow:
        chance = self._random.random()
        if chance < NEAR_DUPLICATES and self._last is not None:
            return self._look_alike(line, self._last)
        if chance < NEAR_DUPLICATES + FAMILIES and self._last is not None:
            return self._relative(line, self._last)
        pick = self._random.choice
        kind, name = "person", pick(self._words["family"]) + pick(self._words["given"])
        roll = self._random.random()
        if roll < 0.04:
            kind = "company"
            name = f"{pick(self._words['firm_words'])} {pick(self._words['firms'])}"
        elif roll < 0.06:
            name = pick(self._words["latin"])
        elif roll < 0.062:
            name = pick(self._words["long"])
        values = self._values(kind, name, first_seen_on=self._day(1500))
        phone = "" if self._random.random() < WITHOUT_PHONE else self._phone()
        email = f"guest{line}@example.com" if self._random.random() < 0.35 else ""
        tags = [t for t in self._words["tags"] if self._random.random() < 0.14]
        if self._random.random() < 0.5:
            tags.append(pick(self._words["areas"]))
        if kind == "company":
            tags.append("기업")
        notes = [pick(self._words["notes"])] if self._random.random() < 0.2 else []
        return self._row(line, values, phone, email, tags, notes)

    def _look_alike(self, line: int, other: StagedRow) -> StagedRow:
        """Return the contact before once more, as a second sheet might have written it."""
        values = dict(zip(SCALARS, other.scalars, strict=True))
        name = str(values["name"])
        values["name"] = f"{name[0]} {name[1:]}" if len(name) > 1 else name
        phone = next((str(p[2]) for p in other.points if p[0] == "phone"), "")
        return self._row(line, values, phone, "", [], [])

    def _relative(self, line: int, other: StagedRow) -> StagedRow:
        """Return another person of the same family, on the same phone."""
        name = str(other.scalars[1])[0] + self._random.choice(self._words["given"])
        phone = next((str(p[2]) for p in other.points if p[0] == "phone"), self._phone())
        return self._row(line, self._values("person", name), phone, "", [], [])

    def _values(self, kind: str, name: str, **more: Any) -> dict[str, Any]:
        values: dict[str, Any] = {"kind": kind, "name": name, **more}
        if kind == "person" and self._random.random() < 0.6:
            old = self._random.random() < 0.06
            years = self._random.randint(80, 101) if old else self._random.randint(19, 79)
            born = AS_OF - timedelta(days=years * 365 + self._random.randint(0, 364))
            lunar = years > 55 and self._random.random() < 0.3
            values["birthday"] = born.isoformat()
            values["birthday_calendar"] = "lunar" if lunar else "solar"
        if kind == "person":
            values["gender"] = self._random.choice(("female", "male", None))
        values["source"] = self._random.choice((*self._words["sources"], None))
        if self._random.random() < 0.3:
            values["consent_sms"] = self._random.choice(("granted", "denied"))
        return values

    def _row(
        self,
        line: int,
        values: dict[str, Any],
        phone: str,
        email: str,
        tags: list[str],
        notes: list[str],
    ) -> StagedRow:
        points: list[tuple[str | None, ...]] = []
        nothing = (None,) * 6
        if phone:
            points.append(("phone", "mobile", phone, phone.replace("-", ""), *nothing))
        if email:
            points.append(("email", None, email, email, *nothing))
        if self._random.random() < 0.25:
            road = f"{self._random.choice(self._words['roads'])} {self._random.randint(1, 180)}"
            full = f"서울 마포구 {road}"
            points.append(("address", "home", full, "", None, "서울", "마포구", road, None, None))
        scalars = tuple(values.get(column) for column in SCALARS)
        return StagedRow(
            line=line, given_id=None, named=True, scalars=scalars, points=points, tags=tags,
            notes=notes, externals=(), failure=None,
        )  # fmt: skip

    def _phone(self) -> str:
        self._phones += 1
        number = 1_000_000 + (self._phones * 7919) % 1_000_000
        return f"010-0{number // 10000:03d}-{number % 10000:04d}"

    def _day(self, back: int) -> str:
        return (AS_OF - timedelta(days=self._random.randint(1, back))).isoformat()
