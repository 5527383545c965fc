"""What a user can do about contacts that are one and the same."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.custom_rows import field_rows, value_rows
from app.errors import MergedFurtherError, NothingToUndoError, Problem
from app.inputs import require
from app.jobs import Ticket
from app.judging import judge_touched
from app.ops import Op
from app.shapes.bulk import CUSTOM
from app.shapes.contacts import ContactForm, LookAlike
from app.shapes.duplicates import (
    TYPED,
    ComparedRow,
    Comparison,
    DuplicatePair,
    Evidence,
    Merged,
    MergedAway,
    Searched,
)
from app.shapes.filter_fields import custom_id
from app.store import Store, Undone
from db.keys import clean
from db.models.contact import CONSENTS, NAME_LIMIT, Contact
from db.points import point_key
from db.repositories.duplicates import Pair
from db.repositories.merges import FILLED, TOGETHER

if TYPE_CHECKING:
    from app.duplicates.scan import Book, Fact
    from db.uow import UnitOfWork

# What a person may choose between when two contacts become one.
CHOOSABLE = frozenset({*FILLED, "name", "kind", "first_seen_on"})
MERGES = (Op.MERGE_CONTACTS, Op.MERGE_MANY)
COMPARED = (
    "company", "job_title", "department", "nickname", "reading", "number", "likes", "dislikes",
    "gender", "source", "stage", "owner_id", "next_contact_at",
)  # fmt: skip
POINTS = ("phone", "email", "address", "link")


class DuplicateService:
    """Pairs that look alike, verdicts, merging and taking a merge back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._book: Book | None = None  # as the last search read it

    def scan(self, ticket: Ticket | None = None) -> Searched:
        """Look through the whole book and keep what is found; may take seconds.

        Nothing is locked while it compares. The pairs are a cache, no step to be undone.
        """
        from app.duplicates.people import Person  # noqa: PLC0415 - numpy, where it is needed
        from app.duplicates.scan import Book  # noqa: PLC0415

        ticket = ticket or Ticket()
        with self._store.read() as unit:
            people = [Person(**one) for one in unit.duplicates.people()]
            apart = unit.duplicates.apart()
        ticket.check()
        book = Book(people, ticket)
        found = [match for match in book.found.matches if (match.a, match.b) not in apart]
        ticket.check()
        with self._store.aside() as unit:
            unit.duplicates.keep(
                (match.a, match.b, round(1000 * match.score), _written(match.evidence))
                for match in found
            )
            judge_touched(unit, (), self._store.country)
        self._book = book
        return Searched(len(people), len(found))

    def look_alikes(self, form: ContactForm, *, limit: int = 5) -> list[LookAlike]:
        """Return who may be the one being typed though neither phone, e-mail nor name is equal.

        Knows the book as the last search read it, and nobody before there was one.
        """
        from app.duplicates.people import Person  # noqa: PLC0415

        if (book := self._book) is None or form.kind != "person":
            return []
        country = self._store.country
        phone = point_key("phone", None, form.phone, country)
        email = point_key("email", None, form.email, country)
        typed = Person(
            id=-1,
            name=form.name,
            phones=(phone,) if phone else (),
            emails=(email,) if email else (),
            company=form.company,
        )
        near = book.near(typed)[:limit]
        with self._store.read() as unit:
            names = unit.duplicates.living([i for i, _why in near])
        return [LookAlike(i, names[i], why) for i, why in near if i in names]

    def pairs(self, *, limit: int = 100, offset: int = 0, least: int = 0) -> list[DuplicatePair]:
        """Return the pairs nobody has judged, the surest first; `least` is their lowest score."""
        with self._store.read() as unit:
            return _pairs(unit.duplicates.open(limit=limit, offset=offset, least=least))

    def pairs_of(self, contact_id: int) -> list[DuplicatePair]:
        """Return the pairs of one contact that nobody has judged, the surest first."""
        with self._store.read() as unit:
            return _pairs(unit.duplicates.of(contact_id))

    def count(self, *, least: int = 0) -> int:
        """Return how many pairs nobody has judged."""
        with self._store.read() as unit:
            return unit.duplicates.count(least=least)

    def keep_apart(self, a_id: int, b_id: int) -> None:
        """Say that two contacts are not the same person: they are never shown together again."""
        require(a_id != b_id, "other")
        with self._store.action(Op.KEEP_APART) as unit:
            one, other = unit.contacts.get(a_id), unit.contacts.get(b_id)
            unit.changes.add_facts(name=one.name, other=other.name)
            unit.duplicates.keep_apart(a_id, b_id)

    def merge(self, stays_id: int, goes_id: int, chosen: Mapping[str, Any] | None = None) -> Merged:
        """Put the second contact into the first; return what takes it back.

        Empty fields are filled from the other, `chosen` ones (of CHOOSABLE) win. Consent becomes
        the stricter one, what both have stays once. Raises InvalidInputError for a contact and
        itself, GoneError for one that is not there or is merged away.
        """
        with self._store.action(Op.MERGE_CONTACTS) as unit:
            return _merge(unit, stays_id, goes_id, chosen or {})

    def compare(self, left_id: int, right_id: int) -> Comparison:
        """Return two contacts field by field; raise GoneError if one is not there."""
        with self._store.read() as unit:
            one, other = unit.contacts.get(left_id), unit.contacts.get(right_id)
            counts = [len(unit.interactions.of(i, limit=1000)) for i in (left_id, right_id)]
            rows = tuple(_rows(unit, one, other))
            return Comparison(left_id, right_id, one.kind, other.kind, rows, *counts)

    def merge_sides(
        self,
        stays_id: int,
        goes_id: int,
        sides: Mapping[str, str],
        typed: Mapping[str, str] | None = None,
    ) -> Merged:
        """Merge as `merge` does; `sides` says of fields whose value is kept: 'left' or 'right'.

        The left one is the contact that stays. What belongs together comes from one side.
        `typed` has values of fields of TYPED that are neither. Raises InvalidInputError for an
        empty or too long name.
        """
        written = {field: clean(text) or None for field, text in (typed or {}).items()}
        require(written.keys() <= TYPED, "field")
        if "name" in written:
            require(written["name"], "name")
            require(len(written["name"] or "") <= NAME_LIMIT, "name", Problem.TOO_LONG)
        with self._store.action(Op.MERGE_CONTACTS) as unit:
            one, other = unit.contacts.get(stays_id), unit.contacts.get(goes_id)
            chosen: dict[str, Any] = {}
            for field, side in sides.items():
                if (own := custom_id(field)) is not None:
                    if side == "right":
                        _make_room(unit, stays_id, own)
                    continue
                group = next((group for group in TOGETHER if field in group), (field,))
                kept = other if side == "right" else one
                chosen.update({column: getattr(kept, column) for column in group})
            return _merge(unit, stays_id, goes_id, {**chosen, **written})

    def merge_all(self, pairs: Collection[tuple[int, int]]) -> int:
        """Merge many pairs (who stays, who goes) in one step; return how many were merged.

        A contact that was merged away by an earlier pair is followed to where it leads.
        """
        done = 0
        with self._store.action(Op.MERGE_MANY) as unit:
            for one, other in pairs:
                stays, goes = unit.merges.leads_to(one), unit.merges.leads_to(other)
                if stays != goes:
                    _merge(unit, stays, goes, {})
                    done += 1
            unit.changes.add_facts(count=done)
        return done

    def unmerge(self, change_set: int) -> Undone:
        """Take a merge back: what was handed over returns, what came since stays and is listed.

        Raises MergedFurtherError where the one that stayed was itself merged later: that merge
        is to be taken back first.
        """
        self.require_outermost(change_set)
        return self._store.undo(change_set)

    def require_undoable(self, change_set: int) -> None:
        """As `require_outermost`, for any change set: what is no merge may be undone."""
        with self._store.read() as unit:
            op, _facts = unit.changes.op_of(change_set)
        if op in MERGES:
            self.require_outermost(change_set)

    def require_outermost(self, change_set: int) -> None:
        """Raise MergedFurtherError if a later merge stands around this one, or builds upon it."""
        with self._store.read() as unit:
            op, facts = unit.changes.op_of(change_set)
            if op not in MERGES:
                raise NothingToUndoError
            for stays_id in facts.get("stays", ()):
                outer = unit.merges.set_of(stays_id)
                if outer is not None and outer != change_set:
                    into = unit.contacts.rows([unit.merges.leads_to(stays_id)])
                    name = next((str(row[2]) for row in into.values()), "")
                    raise MergedFurtherError(outer, name)
            for later in unit.merges.built_upon(change_set):
                if not unit.changes.is_undone(later):
                    _op, told = unit.changes.op_of(later)
                    into = unit.contacts.rows(told.get("goes", ())[:1])
                    name = next((str(row[2]) for row in into.values()), "")
                    raise MergedFurtherError(later, name)

    def merged_into(self, contact_id: int) -> list[tuple[int, str]]:
        """Return (change set, name) of the contacts that were put into this one, newest first."""
        with self._store.read() as unit:
            found = [
                (unit.merges.set_of(i), name) for i, name in unit.merges.merged_into(contact_id)
            ]
        return [(change_set, name) for change_set, name in found if change_set is not None]

    def parts(self, contact_id: int) -> list[MergedAway]:
        """Return who was put into a contact, newest first, and what takes each back."""
        with self._store.read() as unit:
            found = []
            for gone_id, name in unit.merges.merged_into(contact_id):
                change_set = unit.merges.set_of(gone_id)
                if change_set is not None:
                    at = unit.merges.day_of(change_set)
                    found.append(MergedAway(gone_id, name, change_set, at))
        return found

    def leads_to(self, contact_id: int) -> int:
        """Return the contact an id stands for today: itself, or what it was merged into."""
        with self._store.read() as unit:
            return unit.merges.leads_to(contact_id)


def _pairs(found: Sequence[Pair]) -> list[DuplicatePair]:
    return [
        DuplicatePair(a, b, score, tuple(Evidence(**said) for said in json.loads(evidence)))
        for a, b, score, evidence in found
    ]


def _merge(unit: UnitOfWork, stays_id: int, goes_id: int, chosen: Mapping[str, Any]) -> Merged:
    require(stays_id != goes_id, "other")
    require(chosen.keys() <= CHOOSABLE, "field")
    stays, goes = unit.contacts.get(stays_id), unit.contacts.get(goes_id)
    change_set = unit.changes.open_id or 0
    _op, facts = unit.changes.op_of(change_set)
    unit.changes.add_facts(
        name=chosen.get("name", stays.name), other=goes.name,
        stays=[*facts.get("stays", ()), stays_id], goes=[*facts.get("goes", ()), goes_id],
    )  # fmt: skip
    unit.merges.merge(stays, goes, chosen, change_set)
    unit.contacts.derive_name_key(stays_id)
    return Merged(change_set, stays_id, goes_id)


def _rows(unit: UnitOfWork, one: Contact, other: Contact) -> Iterator[ComparedRow]:
    """Yield what two contacts have; fields that neither has are left out."""
    yield _chosen("name", one.name, other.name)
    if one.kind != other.kind:
        yield _chosen("kind", one.kind, other.kind)
    points = unit.contacts.points([one.id, other.id])
    held = {
        (p.contact_id, p.kind): tuple(
            q.value for q in points if (q.contact_id, q.kind) == (p.contact_id, p.kind)
        )
        for p in points
    }
    for kind in POINTS:
        yield from _both(kind, held.get((one.id, kind), ()), held.get((other.id, kind), ()))
    days = [(c.birthday, c.birthday_calendar) if c.birthday else None for c in (one, other)]
    if any(days):
        yield _chosen("birthday", *days)
    staff = {i: name for i, name, *_rest in unit.settings.everybody()}
    for field in COMPARED:
        left, right = getattr(one, field), getattr(other, field)
        if field == "owner_id":
            left, right = staff.get(left), staff.get(right)
        if left or right:
            yield _chosen(field, left, right)
    for field in (*CONSENTS, "do_not_contact"):
        left, right = getattr(one, field), getattr(other, field)
        if left or right:
            yield ComparedRow(field, left, right, "same" if left == right else "strict")
    tags = unit.tags.of([one.id, other.id])
    yield from _both("tag", tuple(tags.get(one.id, ())), tuple(tags.get(other.id, ())))
    yield from _own_rows(unit, one.id, other.id)
    notes = [tuple(n.body for n in unit.contacts.notes(c.id)) for c in (one, other)]
    yield from _both("body", *notes)


def _own_rows(unit: UnitOfWork, one_id: int, other_id: int) -> Iterator[ComparedRow]:
    held = value_rows(unit, [one_id, other_id])
    mine, theirs = ({v.field_id: v for v in held.get(i, ())} for i in (one_id, other_id))
    for field in field_rows(unit, retired=False):
        left, right = mine.get(field.id), theirs.get(field.id)
        if left is None and right is None:
            continue
        alike = left is not None and right is not None and left.content == right.content
        how = "same" if alike else "both" if field.kind == "choices" else "choice"
        yield ComparedRow(f"{CUSTOM}{field.id}", left, right, how, field)


def _make_room(unit: UnitOfWork, contact_id: int, field_id: int) -> None:
    """Take what a contact has in a field of the shop's own: the other one's comes in its place."""
    if unit.custom_fields.get(field_id).kind == "file":
        unit.files.take_from_field([contact_id], field_id)
    else:
        unit.custom_fields.put([contact_id], field_id, (), origin=unit.changes.open_id)


def _chosen(field: str, left: Any, right: Any) -> ComparedRow:
    return ComparedRow(field, left, right, "same" if left == right else "choice")


def _both(field: str, left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[ComparedRow]:
    if left or right:
        yield ComparedRow(field, left, right, "same" if left == right else "both")


def _written(facts: Collection[Fact]) -> str:
    """Return evidence as it is kept; weights in thousandths of a bit."""
    return json.dumps([
        {"kind": f"{fact.field}.{fact.how}", "weight": round(1000 * fact.weight), "facts": {}}
        for fact in facts
    ])  # fmt: skip
