"""Cards as rows: a file of vCards becomes a table with headers of its own, a contact a card."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from app.errors import FileError, FileProblem
from app.exchange.bonds import LEAP_MOON, MOON, packed, relation_code
from app.exchange.cards import (
    BrokenCard,
    Card,
    CardAddress,
    CardDay,
    CardPoint,
    CardRelative,
)
from app.exchange.limits import CELLS, Source
from app.exchange.own_fields import marked
from app.exchange.own_format import decode_id, encode_id
from app.exchange.parsed import DayCell, ParsedRow, Point, RelationCell
from app.exchange.table import Cell, FailedRow, Table
from app.exchange.values.labels import label_word
from app.exchange.values.lists import join_list
from app.exchange.vcard_lines import as_utf8
from app.exchange.vcard_reading import read_cards
from app.important_dates import ImportantDate
from app.jobs import Ticket
from app.words import kind_words

CARD_FILE_BYTES = 300_000_000
OUR_UID = "dangol-"  # before the id of a contact, in the UID of a card Dangol wrote
_BEGINS = re.compile(rb"\s*BEGIN\s*:\s*VCARD", re.IGNORECASE)
_REST = "Other properties"
# In the order of the columns; the preset 'vcard' knows what they mean.
_SINGLE = {
    "Formatted name": "name",
    "Kind": "kind",
    "Family name": "family_name",
    "Given name": "given_name",
    "Additional name": "middle_name",
    "Honorific prefix": "prefix",
    "Honorific suffix": "suffix",
    "Nickname": "nickname",
    "Phonetic family name": "family_reading",
    "Phonetic given name": "given_reading",
    "Phonetic additional name": "middle_reading",
    "Organization": "company",
    "Organizational unit": "department",
    "Title": "job_title",
    "Role": "role",
    "Gender": "gender",
}
_ALWAYS = ("Formatted name", "Kind", "Family name", "Given name")
_ADDRESS_PARTS = {
    "Formatted": "whole",
    "Street": "street",
    "Extended": "detail",
    "Locality": "city",
    "Region": "region",
    "Postal code": "postcode",
    "Country": "country",
}
_COUNTED = ("Phone", "Email", "Address", "Link", "Date", "Relation", "Note")
_PARTS = ("Label", "Value", "Text", *_ADDRESS_PARTS)
_LAST = (
    "Birthday", "Birthday calendar", "Anniversary", "Likes", "Dislikes", "Dangol roles",
    "Categories", "UID", "Dangol UID", _REST,
)  # fmt: skip
_FIXED = (*_SINGLE, *_LAST)
_NUMBERED = re.compile(r"(\w+) (\d+) - (.+)")
_PARTS_LEFT_OUT = {"phone": "phones", "email": "emails", "address": "addresses", "link": "links"}


def looks_like_cards(head: bytes) -> bool:
    """Tell by its first bytes whether a file holds vCards."""
    return bool(_BEGINS.match(as_utf8(head[: len(head) // 2 * 2])))


def read_card_table(source: Source, ticket: Ticket) -> Table:
    """Read a file of vCards as a table; raise FileError TOO_LARGE, DAMAGED, TOO_MANY_CELLS.

    Photos are left out: a table has no place for them.
    """
    source.check_size(CARD_FILE_BYTES)
    content = source.read_all(ticket)
    return cards_as_table(read_cards(content, ticket, photos=False), source.name)


def cards_as_table(found: Iterable[Card | BrokenCard], name: str) -> Table:
    """Return cards as rows, a column for all that any of them has; broken ones as failed rows.

    Cards that are groups become tags of their members. Raises FileError DAMAGED if no card is
    whole, TOO_MANY_CELLS.
    """
    cards: list[tuple[int, str, dict[str, str]]] = []
    broken: list[BrokenCard] = []
    groups: dict[str, list[str]] = {}
    headers = dict.fromkeys((*_ALWAYS, _REST))
    for card in found:
        if isinstance(card, BrokenCard):
            broken.append(card)
        elif card.kind == "group":
            for uid in card.members:
                groups.setdefault(uid, []).append(card.name)
        else:
            cells = dict(_cells(card))
            cards.append((card.line, card.uid, cells))
            headers.update(dict.fromkeys(cells))
            if len(cards) * len(headers) > CELLS:
                raise FileError(FileProblem.TOO_MANY_CELLS, name, limit=CELLS)
    if not cards:
        raise FileError(FileProblem.DAMAGED, name)
    for _line, uid, cells in cards:
        if tags := groups.get(uid):
            cells["Categories"] = ", ".join(filter(None, [cells.get("Categories"), *tags]))
            headers["Categories"] = None
    ordered = tuple(sorted(headers, key=_place))
    table = Table(name, "vcf", headers=ordered, header_line=1)
    table.lines = [line for line, _uid, _cells in cards]
    table.rows = [[cells.get(header, "") for header in ordered] for _line, _uid, cells in cards]
    blank: tuple[Cell, ...] = ("",) * (len(ordered) - 1)
    table.failed = [FailedRow(card.line, card.reason, (*blank, card.text)) for card in broken]
    return table


def _place(header: str) -> tuple[int, int, int, int]:
    """Return what sorts headers: names, then what is counted, then the rest."""
    if found := _NUMBERED.fullmatch(header):
        return 1, _COUNTED.index(found[1]), int(found[2]), _PARTS.index(found[3])
    return (0 if header in _SINGLE else 2), _FIXED.index(header), 0, 0


def _cells(card: Card) -> Iterator[tuple[str, str]]:
    """Yield the filled cells of a card by their headers."""
    for header, field in _SINGLE.items():
        if text := getattr(card, field):
            yield header, text
    yield from _points("Phone", card.phones)
    yield from _points("Email", card.emails)
    for number, address in enumerate(card.addresses, start=1):
        yield f"Address {number} - Label", _marked(address)
        for part, field in _ADDRESS_PARTS.items():
            if text := getattr(address, field):
                yield f"Address {number} - {part}", text
    yield from _points("Link", (*card.links, *card.messengers))
    for number, other in enumerate(card.related, start=1):
        yield f"Relation {number} - Label", packed(other.kind, other.label, other.title)
        value = marked(other.value, other.uid) if decode_id(other.uid) else other.value
        yield f"Relation {number} - Value", value
    yield from _days(card)
    texts = {"Likes": card.likes, "Dislikes": card.dislikes, "Dangol roles": join_list(card.roles)}
    yield from ((header, text) for header, text in texts.items() if text)
    if card.tags:
        yield "Categories", join_list(card.tags)
    for number, note in enumerate(card.notes, start=1):
        yield f"Note {number} - Text", note
    yield from _uid(card)
    if card.more:
        yield _REST, "\n".join(f"{name}: {text}" for name, text in card.more)


def _points(kind: str, points: Iterable[CardPoint]) -> Iterator[tuple[str, str]]:
    for number, point in enumerate(points, start=1):
        yield f"{kind} {number} - Label", _marked(point)
        yield f"{kind} {number} - Value", point.value


def _marked(item: CardPoint | CardAddress) -> str:
    label = label_word(item.label, "en")
    return f"* {label}".strip() if item.primary else label


def _days(card: Card) -> Iterator[tuple[str, str]]:
    if card.birthday:
        yield "Birthday", card.birthday.text
        yield "Birthday calendar", _calendar(card.birthday)
    if card.anniversary:
        yield "Anniversary", _written(card.anniversary)
    for number, day in enumerate(card.days, start=1):
        yield f"Date {number} - Label", packed(day.kind, day.label)
        yield f"Date {number} - Value", _written(day)


def _calendar(day: CardDay) -> str:
    return "lunar_leap" if day.lunar and day.leap else "lunar" if day.lunar else "solar"


def _written(day: CardDay) -> str:
    return f"{day.text} ({LEAP_MOON if day.leap else MOON})" if day.lunar else day.text


def _uid(card: Card) -> Iterator[tuple[str, str]]:
    own = card.uid.removeprefix(OUR_UID)
    if own != card.uid and decode_id(own) is not None:
        yield "Dangol UID", own
    elif card.uid:
        yield "UID", card.uid


def card_of_person(
    person: ParsedRow,
    left_out: Collection[str] = (),
    names: Mapping[int, str] | None = None,
    language: str = "ko",
) -> Card:
    """Return a contact as a card, without the parts (`own_format.PARTS`) that are left out.

    `names` are those of the contacts that relations lead to.
    """

    def text(name: str, part: str = "") -> str:
        value = None if part in left_out else person.scalar(name)
        return "" if value is None else str(value)

    about = ParsedRow(0, None, (), []) if "person" in left_out else person
    points: dict[str, list[Point]] = {}
    for point in person.points:
        if point[0] not in left_out:
            points.setdefault(_PARTS_LEFT_OUT.get(point[0], "links"), []).append(point)
    return Card(
        name=text("name"),
        kind=text("kind") or "person",
        family_name=text("family_name"),
        given_name=text("given_name"),
        given_reading=text("reading"),
        nickname=text("nickname"),
        prefix=text("prefix"),
        company=text("company", "work"),
        department=text("department", "work"),
        job_title=text("job_title", "work"),
        gender=text("gender", "person"),
        phones=_card_points(points.get("phones", ())),
        emails=_card_points(points.get("emails", ())),
        links=_card_points(points.get("links", ())),
        addresses=tuple(map(_card_address, points.get("addresses", ()))),
        birthday=_birthday(text("birthday", "person"), person),
        days=tuple(_card_day(day, language) for day in about.days),
        related=tuple(_relative(each, names or {}, language) for each in about.relations),
        roles=tuple(about.roles),
        likes=text("likes", "note"),
        dislikes=text("dislikes", "note"),
        tags=() if "tag" in left_out else tuple(person.tags),
        notes=() if "note" in left_out else tuple(person.notes),
        uid="" if person.contact_id is None else OUR_UID + encode_id(person.contact_id),
    )


def _birthday(text: str, person: ParsedRow) -> CardDay | None:
    calendar = str(person.scalar("birthday_calendar") or "")
    day = CardDay(text, calendar.startswith("lunar"), calendar == "lunar_leap")
    return day if text else None


def _card_day(cell: DayCell, language: str) -> CardDay:
    kind, label, calendar, leap, year, month, day = cell
    told = ImportantDate(month, day, year, calendar == "lunar", bool(leap))
    named = label or kind_words("date", kind, language)
    return CardDay(told.text, told.lunar, told.leap, named, kind)


def _relative(cell: RelationCell, names: Mapping[int, str], language: str) -> CardRelative:
    kind, type_id, forward, other, _line, title, named = cell
    words = named or kind_words("relation", kind, language, forward=bool(forward))
    code = relation_code(kind, type_id, forward=bool(forward))
    return CardRelative(
        names.get(other or 0, ""), words, kind=code, uid=encode_id(other or 0), title=title or ""
    )


def _card_points(points: Iterable[Point]) -> tuple[CardPoint, ...]:
    return tuple(CardPoint(point[2], point[1] or "") for point in points)


def _card_address(point: Point) -> CardAddress:
    _kind, label, value, _key, postcode, region, city, street, detail, country = point
    if not (street or detail or city or region):
        street = value  # phones show only the parts
    return CardAddress(
        street=street or "",
        detail=detail or "",
        city=city or "",
        region=region or "",
        postcode=postcode or "",
        country=country or "",
        whole=value,
        label=label or "",
    )
