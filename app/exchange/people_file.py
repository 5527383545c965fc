"""Contacts as a file: .xlsx for people, .csv for Excel or exact for programs, .vcf for phones."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.exchange.card_table import card_of_person
from app.exchange.cards import Card, CardPhoto
from app.exchange.own_format import Layout, escape, header_row, person_cells
from app.exchange.parsed import ParsedRow
from app.exchange.table import Cell
from app.exchange.vcard_writing import write_cards
from app.pictures import look_at

DATES = ("birthday", "first_seen_on", "last_visit_on")
NUMBERS = ("opening_total", "opening_visits")
WIDTHS = {"id": 16, "name": 18, "tag": 22, "email": 26, "address": 36, "link": 26, "note": 48}
USUAL_WIDTH = 14  # characters
LARGEST_EXACT = 2**53  # of the doubles Excel keeps numbers in


def write_people(
    path: Path,
    suffix: str,
    people: Iterable[ParsedRow],
    layout: Layout,
    *,
    language: str,
    currency: str,
    escaped: bool,
    photo_of: Callable[[int], bytes | None] = lambda _contact_id: None,
) -> int:
    """Write people to a new file; return how many. Raises OSError.

    Only cards have a place for photos.
    """
    if suffix == ".vcf":
        cards = (_card(person, layout, photo_of, language) for person in people)
        return write_cards(path, cards, language=language)
    if suffix == ".xlsx":
        return _write_excel(path, people, layout, language, currency)
    count = 0
    with path.open("w", encoding="utf-8-sig" if escaped else "utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header_row(layout, language, escaped=escaped))
        for person in people:
            cells = person_cells(person, layout, language, currency)
            writer.writerow([escape(c) for c in cells] if escaped else cells)
            count += 1
    return count


def _card(
    person: ParsedRow, layout: Layout, photo_of: Callable[[int], bytes | None], language: str
) -> Card:
    card = card_of_person(person, layout.left_out, layout.related, language)
    shown = person.contact_id is not None and "person" not in layout.left_out
    content = photo_of(person.contact_id or 0) if shown else None
    picture = look_at(content) if content else None
    if content is None or picture is None:
        return card
    return replace(card, photo=CardPhoto(content, picture.media_type))


def _write_excel(
    path: Path, people: Iterable[ParsedRow], layout: Layout, language: str, currency: str
) -> int:
    from app.exchange.workbook import Workbook  # noqa: PLC0415 - XlsxWriter is slow to import

    codes = layout.codes()
    widths = [WIDTHS.get(code, WIDTHS.get(code.split(".")[0], USUAL_WIDTH)) for code in codes]
    widths = [
        USUAL_WIDTH if code.count(".") > 1 else width
        for code, width in zip(codes, widths, strict=True)
    ]
    dates = [codes.index(code) for code in DATES if code in codes]
    numbers = [codes.index(code) for code in NUMBERS if code in codes]
    dates += [codes.index(f"own.{own.id}") for own in layout.own if own.kind == "date"]
    amounts = [own for own in layout.own if own.kind in ("number", "money")]
    numbers += [codes.index(f"own.{own.id}") for own in amounts]
    count = 0
    with Workbook(path, "고객" if language == "ko" else "Contacts", widths) as book:
        book.write_header(header_row(layout, language))
        for person in people:
            cells: list[Cell] = list(person_cells(person, layout, language, currency))
            for place in dates:
                cells[place] = _date(str(cells[place]))
            for place in numbers:
                cells[place] = _number(str(cells[place]))
            book.write_row(cells)
            count += 1
    return count


def _date(text: str) -> Cell:
    """Return a full date as one; a birthday without a year stays the text it is."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _number(text: str) -> Cell:
    """Return a whole number as one; cents, and what Excel would round, stay text."""
    if not text.lstrip("-").isdigit() or abs(int(text)) > LARGEST_EXACT:
        return text
    return int(text)
