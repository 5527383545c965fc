"""Taking the shop's contacts out, as a file that reads back unchanged."""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from app.custom_rows import field_rows
from app.custom_texts import exact_text
from app.custom_values import from_columns
from app.errors import FileError, FileProblem
from app.exchange.own_format import NOTE_LIMIT, Layout
from app.exchange.parsed import ParsedRow, Point
from app.exchange.people_file import write_people
from app.jobs import Ticket
from app.settings import CURRENCY, LANGUAGE, SHOP_NAME
from app.shapes.custom_fields import CustomContent, FieldRow
from app.shapes.printing import PrintedContact, PrintedEvent, PrintedPeople
from app.store import Store
from db.file_store import store_of
from db.repositories.exports import CHUNK, Whole
from db.staging import SCALARS
from db.uow import UnitOfWork


class ExportService:
    """Writes files; reads one snapshot of the shop and changes nothing in it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def people(
        self,
        path: Path,
        *,
        exact: bool,
        ticket: Ticket,
        ids: Collection[int] | None = None,
        left_out: Collection[str] = (),
    ) -> int:
        """Write every contact, or those of `ids`, to .xlsx, .csv or .vcf; return how many.

        `left_out` names the parts of a contact (`own_format.PARTS`) the file goes without. The
        same data give the same bytes of csv. csv is escaped for Excel unless `exact`. A file that
        was there is replaced only when the new one is whole. Raises FileError.
        """
        with self._store.read() as unit, whole_file(path) as partial:
            settings = unit.settings.all()
            total = unit.listed.count() if ids is None else len(ids)
            layout = replace(_layout(unit, ids), left_out=frozenset(left_out))
            photos = unit.files.photos(ids) if path.suffix.lower() == ".vcf" else {}
            kept = store_of(self._store.database.path)
            return write_people(
                partial, path.suffix.lower(), _watched(unit.exports.people(ids), total, ticket),
                layout, language=LANGUAGE.of(settings), currency=CURRENCY.of(settings),
                escaped=not exact, photo_of=lambda i: kept.read(photos[i]) if i in photos else None,
            )  # fmt: skip

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
            (field.label(self._language), self._words(field, content))
            for field in self._fields
            if (content := from_columns(field.kind, rows.get(field.id, ()))) is not None
        )

    def _words(self, field: FieldRow, content: CustomContent) -> str:
        if field.kind == "person" and isinstance(content, int):
            return self._people.get(content, "")
        text = exact_text(field, content, self._language, self._currency)
        return f"{Decimal(text):,f}" if field.kind in ("number", "money") else text


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Hand out a path to write to; it takes the place of `path` when all went well."""
    partial = path.with_name(f".{path.stem}.partial{path.suffix}")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        problem = FileProblem.DISK_FULL if full else FileProblem.NOT_WRITABLE
        raise FileError(problem, path.name) from error
    finally:
        partial.unlink(missing_ok=True)


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
        own=tuple(f for f in field_rows(unit, retired=False) if f.kind != "file"),
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
        custom=whole.custom,
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
