"""What a user can do with contacts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from app.adding import add_contact, name_in
from app.clock import Clock
from app.day import today
from app.errors import GoneError, InvalidInputError, Problem
from app.exchange.values.addresses import build_address
from app.inputs import plain_tag, require, required
from app.links import label_of
from app.lists_in_lists import resolved
from app.ops import Op
from app.shapes.bulk import CHOICES, CONSENTS
from app.shapes.contacts import (
    NAME_LIMIT,
    ContactDetail,
    ContactForm,
    ContactRow,
    FoundContact,
    FoundContacts,
    InteractionRow,
    LookAlike,
    NoteRow,
    PointRow,
    TrashRow,
)
from app.shapes.filters import Filter
from app.snippets import snippet
from app.store import Store
from db.keys import clean, phone_display, tag_id
from db.points import point_key
from db.staging import SCALARS

SIEVED = 20  # times the limit are searched for, so that a filter leaves enough of them
# What people set by hand; the opening figures come from a list kept before Dangol.
OPENING = {"opening_total", "opening_visits", "last_visit_on"}
EDITABLE = frozenset(SCALARS) - OPENING - {"photo"}
CODES = {
    **CHOICES,
    "birthday_calendar": ("solar", "lunar", "lunar_leap"),
    **dict.fromkeys(CONSENTS, ("granted", "denied")),
}
SHOWN = (*sorted(EDITABLE), "do_not_contact", "photo", "stage")
ADDRESS = ("postcode", "region", "city", "street", "detail")


class ContactService:
    """One method per user action; each write is one transaction and one undo step."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    @property
    def is_open(self) -> bool:
        """Whether more than the list can be read without waiting."""
        return self._store.is_open

    def count(self) -> int:
        """Return how many contacts there are."""
        with self._store.listed() as listed:
            return listed.count()

    def page(
        self, sort: str, *, descending: bool, offset: int, limit: int, total: int | None = None
    ) -> list[ContactRow]:
        """Return one window of the whole list.

        It is sorted by 'name', 'company', 'created_at', 'last_contact_at', 'visits',
        'sales_total', 'sales_year', 'last_sale_on', 'owed' or 'quality'. With its `total` length,
        the end is read as quickly as the beginning.
        """
        with self._store.listed() as listed:
            rows = listed.page(sort, descending=descending, offset=offset, limit=limit, total=total)
        return [ContactRow(*row) for row in rows]

    def line_of(self, contact_id: int, sort: str, *, descending: bool) -> int | None:
        """Return the line a contact is on in the whole list; None if it is not in it."""
        with self._store.read() as unit:
            return unit.contacts.line_of(contact_id, sort, descending=descending)

    def rows(self, ids: Collection[int]) -> dict[int, ContactRow]:
        """Return what to show for these contacts; those gone by now are left out."""
        with self._store.listed() as listed:
            return {row[0]: ContactRow(*row) for row in listed.rows(ids)}

    def find(self, text: str, *, limit: int = 1000) -> FoundContacts:
        """Return the contacts that fit what was typed, best first, with the reason."""
        with self._store.read() as unit:
            found = unit.contacts.find(text, limit=limit)
            names = unit.contacts.rows(found.ids)
            phones: dict[int, list[str]] = {}
            for contact_id, phone in unit.contacts.phones(found.ids):
                phones.setdefault(contact_id, []).append(phone)
            contacts = tuple(
                FoundContact(i, name, tuple(phones.get(i, ())), found.why[i], kind, stage or "")
                for i in found.ids
                if i in names
                for _id, kind, name, stage in (names[i],)
            )
            return FoundContacts(contacts, found.more)

    def phones(self, contact_ids: Collection[int]) -> dict[int, list[str]]:
        """Return the phones of these contacts, those of nobody left out."""
        phones: dict[int, list[str]] = {}
        with self._store.read() as unit:
            for contact_id, phone in unit.contacts.phones(contact_ids):
                phones.setdefault(contact_id, []).append(phone)
        return phones

    def snippets(self, contact_ids: Collection[int], text: str) -> dict[int, str]:
        """Return the part of a note of each contact that has what was typed."""
        with self._store.read() as unit:
            cut = {i: snippet((n.body for n in unit.contacts.notes(i)), text) for i in contact_ids}
        return {contact_id: part for contact_id, part in cut.items() if part}

    def search(
        self, text: str, wanted: Filter | None = None, *, limit: int = 1000
    ) -> tuple[Sequence[int], bool]:
        """Return the ids that fit what was typed, best first, and whether there are more.

        Those a filter does not let through are left out.
        """
        if not wanted:
            with self._store.read() as unit:
                found = unit.contacts.find(text, limit=limit)
                return found.ids, found.more
        wanted.require_valid()
        day = today(self._now())
        with self._store.read() as unit:
            found = unit.contacts.find(text, limit=limit * SIEVED)
            passed = unit.contacts.let_through(found.ids, resolved(wanted, unit), day)
        ids = [i for i in found.ids if i in passed]
        return ids[:limit], found.more or len(ids) > limit

    def detail(self, contact_id: int, *, story: bool = True) -> ContactDetail:
        """Return everything about one contact; raise GoneError if it is not there.

        Without its `story`, notes and interactions are left out: a timeline reads them itself.
        """
        with self._store.read() as unit:
            contact = unit.contacts.get(contact_id)
            return ContactDetail(
                id=contact.id,
                kind=contact.kind,
                name=contact.name,
                values={column: getattr(contact, column) for column in SHOWN},
                points=tuple(
                    PointRow(p.id, p.kind, p.label or "", p.value, p.invalid_reason)
                    for p in unit.contacts.points([contact_id])
                ),
                tags=tuple(unit.tags.of([contact_id]).get(contact_id, ())),
                notes=tuple(
                    NoteRow(n.id, n.body, bool(n.pinned), n.created_at)
                    for n in (unit.contacts.notes(contact_id) if story else ())
                ),
                interactions=tuple(
                    InteractionRow(
                        i.id, i.kind, i.direction, i.outcome, bool(i.two_way), i.body or "",
                        i.happened_at,
                    )
                    for i in (unit.interactions.of(contact_id, limit=200) if story else ())
                ),
                created_at=contact.created_at,
            )  # fmt: skip

    def add(self, form: ContactForm) -> int:
        """Add one contact and return its id."""
        form.require_valid()
        country = self._store.country
        with self._store.action(Op.ADD_CONTACT, name=name_in(form, country)) as unit:
            return add_contact(unit, form, country, self._store.actor_id)

    def edit(self, contact_id: int, field: str, value: str | None) -> None:
        """Set one field of a contact; an empty text clears it."""
        require(field in EDITABLE, field)
        text = clean(value or "") or None
        require(text or field not in ("name", "kind"), field)
        require(field != "name" or len(text or "") <= NAME_LIMIT, field, Problem.TOO_LONG)
        codes = CODES.get(field)
        require(not text or codes is None or text in codes, field, Problem.NOT_A_CHOICE)
        with self._store.action(Op.EDIT_CONTACT, field=field) as unit:
            unit.contacts.change(contact_id, {field: text})

    def add_point(self, contact_id: int, kind: str, value: str, label: str | None = None) -> int:
        """Add a phone, e-mail, address or link; return its id.

        A link without a label is given the one that fits it.
        """
        shown = self._shown(kind, value)
        if kind == "link" and not label:
            label = label_of(shown) or None
        with self._store.action(Op.ADD_POINT, kind=kind) as unit:
            unit.contacts.get(contact_id)
            point = unit.contacts.add_point(
                contact_id, kind, shown, country=self._store.country, label=label
            )
            return point.id

    def edit_point(self, point_id: int, value: str) -> None:
        """Change the text of a phone, e-mail, address or link."""
        with self._store.action(Op.EDIT_POINT) as unit:
            kind = unit.contacts.point(point_id).kind
            shown = self._shown(kind, value)
            unit.contacts.change_point(point_id, country=self._store.country, value=shown)

    def replace_point(self, point_id: int, value: str) -> int:
        """Add a new phone, e-mail … in the place of one that is no longer; return its id.

        The old one is kept as 'no longer', so that an old number still finds the contact.
        """
        with self._store.action(Op.EDIT_POINT) as unit:
            old = unit.contacts.point(point_id)
            shown = self._shown(old.kind, value)
            unit.contacts.retire_point(point_id, reason="no_longer")
            point = unit.contacts.add_point(
                old.contact_id, old.kind, shown, country=self._store.country, label=old.label
            )
            return point.id

    def make_primary_point(self, point_id: int) -> None:
        """Let a phone, e-mail … come first; one that was not valid is so again."""
        with self._store.action(Op.EDIT_POINT) as unit:
            unit.contacts.revive_point(point_id)
            unit.contacts.make_first(point_id)

    def retire_point(self, point_id: int, reason: str) -> None:
        """Say that a phone, e-mail … does not reach them, and why.

        The reason is 'wrong_number', 'no_longer', 'bounced' or words of one's own.
        """
        told = required(reason, "reason")
        with self._store.action(Op.EDIT_POINT) as unit:
            unit.contacts.retire_point(point_id, told)

    def revive_point(self, point_id: int) -> None:
        """Say that a phone, e-mail … is valid again."""
        with self._store.action(Op.EDIT_POINT) as unit:
            unit.contacts.revive_point(point_id)

    def remove_point(self, point_id: int) -> None:
        """Put a phone, e-mail, address or link in the trash."""
        with self._store.action(Op.REMOVE_POINT) as unit:
            unit.contacts.remove_point(point_id)

    def add_note(self, contact_id: int, body: str) -> int:
        """Add a note to a contact; return its id."""
        text = required(body, "body")
        with self._store.action(Op.ADD_NOTE) as unit:
            unit.contacts.get(contact_id)
            return unit.contacts.add_note(contact_id, text, self._store.actor_id).id

    def look_alikes(self, form: ContactForm) -> list[LookAlike]:
        """Return contacts that may be the one being typed: same phone, e-mail or name."""
        country = self._store.country
        keys = [
            point_key("phone", None, form.phone, country),
            point_key("email", None, form.email, country),
        ]
        with self._store.read() as unit:
            return [LookAlike(*found) for found in unit.contacts.look_alikes(keys, form.name)]

    def filtered(
        self,
        wanted: Filter,
        sort: str = "name",
        *,
        descending: bool = False,
        limit: int | None = None,
    ) -> Sequence[int]:
        """Return the ids of the contacts a filter lets through, in the order of a column."""
        wanted.require_valid()
        with self._store.read() as unit:
            asked = resolved(wanted, unit)
            day = today(self._now())
            return unit.contacts.filtered(asked, day, sort, descending=descending, limit=limit)

    def count_found(self, text: str) -> int:
        """Return how many contacts fit what was typed, also where `search` stops."""
        with self._store.read() as unit:
            return unit.contacts.count_found(text)

    def count_filtered(self, wanted: Filter) -> int:
        """Return how many contacts a filter lets through."""
        wanted.require_valid()
        with self._store.read() as unit:
            return unit.contacts.count_filtered(resolved(wanted, unit), today(self._now()))

    def tag_colours(self) -> dict[str, str]:
        """Return {name: colour} of the tags that have one; known as soon as the list is."""
        with self._store.listed() as listed:
            return listed.tag_colours()

    def tags(self) -> list[tuple[str, int]]:
        """Return (name, number of contacts) of every tag in use."""
        with self._store.read() as unit:
            return [(name, count) for _id, name, count in unit.tags.names()]

    def sources(self) -> list[str]:
        """Return the sources in use, by name."""
        with self._store.read() as unit:
            return unit.contacts.sources()

    def assign(self, contact_ids: Collection[int], staff_id: int | None) -> None:
        """Give contacts to somebody who works here, or to nobody, in one step."""
        op = Op.CLEAR_OWNER if staff_id is None else Op.ASSIGN_OWNER
        with self._store.action(op, count=len(contact_ids)) as unit:
            if staff_id is not None:
                names = {i: name for i, name, _role in unit.settings.staff()}
                if staff_id not in names:
                    raise GoneError(str(staff_id))
                unit.changes.add_facts(name=names[staff_id])
            unit.contacts.assign(contact_ids, staff_id)

    def untag(self, contact_ids: Collection[int], name: str) -> None:
        """Take a tag off contacts, in one step."""
        with self._store.action(Op.UNTAG_CONTACTS, tag=name, count=len(contact_ids)) as unit:
            for contact_id in contact_ids:
                unit.tags.unlink(contact_id, tag_id(name), unit.now())

    def tag(self, contact_ids: Collection[int], name: str) -> None:
        """Put a tag on contacts, in one step."""
        tag = plain_tag(name)
        require(tag, "tag")
        with self._store.action(Op.TAG_CONTACTS, tag=tag, count=len(contact_ids)) as unit:
            origin = unit.changes.open_id
            unit.tags.link_all(contact_ids, unit.tags.ensure(tag), now=unit.now(), origin=origin)

    def trash(self, contact_ids: Collection[int]) -> None:
        """Put contacts in the trash, in one step."""
        with self._store.action(Op.TRASH_CONTACTS, count=len(contact_ids)) as unit:
            unit.contacts.put_in_trash(contact_ids)

    def in_trash(self, *, limit: int = 200, offset: int = 0) -> list[TrashRow]:
        """Return what is in the trash, newest first."""
        with self._store.read() as unit:
            return [TrashRow(*row) for row in unit.contacts.trash(limit=limit, offset=offset)]

    def restore(self, contact_ids: Collection[int]) -> None:
        """Take contacts back from the trash, in one step."""
        with self._store.action(Op.RESTORE_CONTACTS, count=len(contact_ids)) as unit:
            unit.contacts.take_from_trash(contact_ids)

    def name_of(self, contact_id: int) -> str:
        """Return a contact's name, in the trash or not; raise GoneError if it never was."""
        with self._store.read() as unit:
            rows = unit.contacts.rows([contact_id])
        if contact_id not in rows:
            raise GoneError(str(contact_id))
        return str(rows[contact_id][2])

    def owner_of(self, contact_id: int) -> int | None:
        """Return who looks after a contact; raise GoneError if it is not there."""
        with self._store.read() as unit:
            return unit.contacts.get(contact_id).owner_id

    def label_point(self, point_id: int, label: str) -> None:
        """Say what kind of phone, e-mail … it is: 'mobile', 'home' or a word of the shop's own."""
        with self._store.action(Op.EDIT_POINT) as unit:
            unit.contacts.change_point(
                point_id, country=self._store.country, label=clean(label) or None
            )

    def address_of(self, point_id: int) -> dict[str, str]:
        """Return the parts of an address; all of it as its street where none are known."""
        with self._store.read() as unit:
            point = unit.contacts.point(point_id)
            parts = {part: getattr(point, part) or "" for part in ADDRESS}
            return parts if any(parts.values()) else {**parts, "street": point.value}

    def write_address(self, contact_id: int, point_id: int, parts: Mapping[str, str]) -> None:
        """Change an address to these parts, or add one (`point_id` 0)."""
        known = {part: clean(parts.get(part, "")) for part in ADDRESS}
        address = build_address(known, self._store.country)
        if address is None:
            raise InvalidInputError({"value": Problem.REQUIRED})
        values = {part: text or None for part, text in known.items()}
        country = self._store.country
        op = Op.EDIT_POINT if point_id else Op.ADD_POINT
        with self._store.action(op, kind="address") as unit:
            unit.contacts.get(contact_id)
            if point_id:
                unit.contacts.change_point(point_id, country=country, value=address.shown, **values)
            else:
                unit.contacts.add_point(
                    contact_id, "address", address.shown, country=country, **values
                )

    def _shown(self, kind: str, value: str) -> str:
        text = required(value, "value")
        return phone_display(text, self._store.country) if kind == "phone" else text
