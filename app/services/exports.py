"""Taking the shop's contacts out, as a file that reads back unchanged."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import Clock
from app.custom_rows import field_rows
from app.custom_texts import exact_text
from app.custom_values import from_columns
from app.day import today
from app.errors import FileError, FileProblem
from app.exchange.locked_xlsx import lock
from app.exchange.own_format import NOTE_LIMIT, Layout
from app.exchange.parsed import ParsedRow, Point
from app.exchange.people_file import write_people
from app.exchange.sale_export import MOST_ROWS, write_sales
from app.jobs import Ticket
from app.settings import CURRENCY, LANGUAGE, SHOP_NAME
from app.shapes.custom_fields import FieldRow
from app.shapes.printing import PrintedContact, PrintedEvent, PrintedPeople
from app.shapes.sales import SaleFilter, SoldLine
from app.store import Store
from app.whole_files import whole_file
from db.repositories.exports import CHUNK, Whole
from db.repositories.sale_lists import PAYMENTS_AT
from db.staging import SCALARS

if TYPE_CHECKING:
    from db.uow import UnitOfWork


class ExportService:
    """Writes files; reads one snapshot of the shop and changes nothing in it."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def people(
        self,
        path: Path,
        *,
        exact: bool,
        ticket: Ticket,
        ids: Collection[int] | None = None,
        left_out: Collection[str] = (),
        password: str = "",
    ) -> int:
        """Write every contact, or those of `ids`, to .xlsx, .csv or .vcf; return how many.

        `left_out` names the parts of a contact (`own_format.PARTS`) the file goes without. The
        same data give the same bytes of csv. csv is escaped for Excel unless `exact`. A file that
        was there is replaced only when the new one is whole. With a password a workbook opens
        with that alone. Raises FileError.
        """
        with self._store.read() as unit, whole_file(path) as partial:
            settings = unit.settings.all()
            total = unit.listed.count() if ids is None else len(ids)
            cards = path.suffix.lower() == ".vcf"
            photos = unit.files.photos(ids)
            day = today(self._now()).today.isoformat() if cards else ""
            layout = replace(
                _layout(unit, ids), left_out=frozenset(left_out), photos=bool(photos),
                related=unit.exports.related(day) if cards else {},
            )  # fmt: skip
            kept = self._store.files
            written = write_people(
                partial, path.suffix.lower(),
                _watched(unit.exports.people(ids, bonds_on=day), total, ticket), layout,
                language=LANGUAGE.of(settings), currency=CURRENCY.of(settings),
                escaped=not exact, photo_of=lambda i: kept.read(photos[i]) if i in photos else None,
            )  # fmt: skip
            if password and path.suffix.lower() == ".xlsx":
                lock(partial, password)
            return written

    @property
    def is_protected(self) -> bool:
        """Whether the shop has a password, which what is written of it has not."""
        return self._store.key is not None

    def sales(
        self,
        path: Path,
        *,
        exact: bool = False,
        ticket: Ticket,
        wanted: SaleFilter | None = None,
    ) -> int:
        """Write every sale, or those that are wanted, to .xlsx or .csv; return how many.

        One row per line of a sale, oldest sale first unless they are wanted in another order.
        Raises FileError, also for more rows than a sheet has.
        """
        asked = wanted or SaleFilter(descending=False)
        excel = path.suffix.lower() == ".xlsx"
        with self._store.read() as unit, whole_file(path) as partial:
            ids = unit.sale_lists.ids(asked)
            lines = _sold(unit, ids, ticket)
            if excel:
                lines = _fitting(lines, path.name)
            language = LANGUAGE.of(unit.settings.all())
            write_sales(partial, lines, language=language, escaped=not exact)
        return len(ids)

    def printed(
        self, ids: Sequence[int], *, ticket: Ticket, events: int = 0, notes: bool = False
    ) -> PrintedPeople:
        """Return contacts as paper shows them, in the order of `ids`.

        `events`: how many of the latest interactions come along with each.
        """
        found: dict[int, PrintedContact] = {}
        with self._store.read() as unit:
            own = _OwnWords(unit)
            # In the order of ids, so that each sweep spans only its own.
            ordered = sorted(set(ids))
            for start in range(0, len(ordered), CHUNK):
                ticket.advance(start, len(ordered))
                chunk = ordered[start : start + CHUNK]
                last = unit.exports.last_contacts(chunk)
                latest = unit.exports.latest(chunk, events) if events else {}
                for whole in unit.exports.people(chunk):
                    found[whole.id] = _printed(
                        whole, last.get(whole.id, ""), latest.get(whole.id, ()), notes=notes,
                        own=own.of(whole),
                    )  # fmt: skip
            shop = SHOP_NAME.of(unit.settings.all())
        return PrintedPeople(shop, tuple(found[i] for i in ids if i in found))


class _OwnWords:
    """Says what contacts have in the shop's own fields, for paper."""

    def __init__(self, unit: UnitOfWork) -> None:
        settings = unit.settings.all()
        self._language, self._currency = LANGUAGE.of(settings), CURRENCY.of(settings)
        self._fields = field_rows(unit, retired=False)
        self._people = unit.custom_fields.people_meant() if self._fields else {}

    def of(self, whole: Whole) -> tuple[tuple[str, str], ...]:
        """Return (name, text) of the fields a contact has something in."""
        rows: dict[int, list[dict[str, str | int | None]]] = {}
        for field_id, _many, *columns in whole.custom:
            row = dict(zip(("text", "number", "choice_id", "person_id"), columns, strict=True))
            rows.setdefault(field_id, []).append(row)
        return tuple(
            (field.label(self._language), words)
            for field in self._fields
            if (words := self._words(field, rows.get(field.id, ())))
        )

    def _words(self, field: FieldRow, rows: Sequence[Mapping[str, str | int | None]]) -> str:
        if field.kind == "file":
            return str(rows[0]["text"] or "") if rows else ""
        content = from_columns(field.kind, rows)
        if content is None:
            return ""
        if field.kind == "person" and isinstance(content, int):
            return self._people.get(content, "")
        text = exact_text(field, content, self._language, self._currency)
        return f"{Decimal(text):,f}" if field.kind in ("number", "money") else text


def _sold(unit: UnitOfWork, ids: Sequence[int], ticket: Ticket) -> Iterator[SoldLine]:
    for start in range(0, len(ids), CHUNK):
        ticket.advance(start, len(ids))
        for row in unit.sale_lists.sold(ids[start : start + CHUNK]):
            payments = tuple((method, amount) for method, amount in json.loads(row[PAYMENTS_AT]))
            yield SoldLine(*(*row[:PAYMENTS_AT], payments, *row[PAYMENTS_AT + 1 :]))


def _fitting(lines: Iterator[SoldLine], name: str) -> Iterator[SoldLine]:
    for place, line in enumerate(lines):
        if place == MOST_ROWS:
            raise FileError(FileProblem.TOO_MANY_ROWS, name, limit=MOST_ROWS)
        yield line


def _layout(unit: UnitOfWork, ids: Collection[int] | None) -> Layout:
    most = unit.exports.widths(ids)
    # Only notes that could be too long for one cell (two UTF-16 units a letter) are counted out.
    long = [_person(whole) for whole in unit.exports.people(unit.exports.long_noted(NOTE_LIMIT))]
    usual = Layout()
    return Layout(
        phones=max(usual.phones, most.get("phone", 0)),
        emails=max(usual.emails, most.get("email", 0)),
        addresses=max(usual.addresses, most.get("address", 0)),
        links=max(usual.links, most.get("link", 0)),
        notes=Layout.of(long).notes,
        own=tuple(field_rows(unit, retired=False)),
        people=unit.custom_fields.people_meant(),
    )


def _watched(people: Iterator[Whole], total: int, ticket: Ticket) -> Iterator[ParsedRow]:
    for done, whole in enumerate(people, start=1):
        if done % 1000 == 0:
            ticket.advance(done, max(total, done))
        yield _person(whole)


def _person(whole: Whole) -> ParsedRow:
    points: list[Point] = [
        (kind, label, value, "", postcode, region, city, street, detail, country)
        for kind, label, value, postcode, region, city, street, detail, country in whole.points
    ]
    return ParsedRow(
        0, whole.id, whole.scalars, points, whole.tags, whole.notes, whole.externals,
        custom=whole.custom, days=whole.days, roles=whole.roles, relations=whole.relations,
    )  # fmt: skip


def _printed(
    whole: Whole,
    last_contact_at: str,
    events: Sequence[PrintedEvent],
    *,
    notes: bool,
    own: tuple[tuple[str, str], ...],
) -> PrintedContact:
    scalars = {
        column: str(value or "") for column, value in zip(SCALARS, whole.scalars, strict=True)
    }
    codes = [point[3] or "" for point in whole.points if point[0] == "address"]
    return PrintedContact(
        whole.id,
        scalars["kind"],
        scalars["name"],
        company=scalars["company"],
        birthday=scalars["birthday"],
        points=tuple((kind, label or "", value) for kind, label, value, *_ in whole.points),
        postcode=codes[0] if codes else "",
        tags=tuple(whole.tags),
        last_contact_at=last_contact_at,
        notes=tuple(reversed(whole.notes)) if notes else (),
        events=tuple(events),
        own=own,
    )
