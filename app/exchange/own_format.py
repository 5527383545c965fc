"""Dangol's own files: their headers in both languages, and cells that read back exactly.

A layout is a list of column codes in a fixed order: scalar fields, then 'phone.1',
'phone.1.label', …, 'email.1', …, 'address.1', 'address.1.label', 'address.1.postcode' …,
'link.1', …, 'tag', consents, 'external_id', 'note.1', 'note.2' ….
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.custom_texts import exact_text
from app.custom_values import from_columns
from app.exchange.fields import FIELDS
from app.exchange.headers import normalise
from app.exchange.parsed import CustomCell, ParsedRow, Point
from app.exchange.synonyms import is_never
from app.exchange.values.choices import choice_word
from app.exchange.values.labels import label_word
from app.exchange.values.lists import join_list
from app.exchange.values.money import as_text
from app.shapes.custom_fields import FieldRow
from db.staging import SCALARS

NOTE_LIMIT = 32_000  # UTF-16 units in one cell; Excel takes 32,767
_SCALAR_CODES = (
    "id", "number", "kind", "name", "family_name", "given_name", "reading", "nickname", "prefix",
    "company", "department", "job_title", "gender", "birthday", "birthday_calendar", "source",
    "first_seen_on", "opening_total", "opening_visits", "last_visit_on", "likes", "dislikes",
    "photo",
)  # fmt: skip
_CONSENTS = ("consent_email", "consent_sms", "consent_phone", "consent_messenger")
PARTS: dict[str, tuple[str, ...]] = {
    "work": ("company", "department", "job_title"),
    "phone": ("phone",),
    "email": ("email",),
    "address": ("address",),
    "link": ("link",),
    "person": ("gender", "birthday", "birthday_calendar", "photo"),
    "history": ("source", "first_seen_on", "opening_total", "opening_visits", "last_visit_on"),
    "tag": ("tag",),
    "consent": _CONSENTS,
    "note": ("note", "likes", "dislikes"),
}
"""What a person may leave out of a file -> its columns; id and name are always there."""
_CHOICES = {"kind": "kind", "gender": "gender", "birthday_calendar": "calendar"} | dict.fromkeys(
    _CONSENTS, "consent"
)
_ADDRESS_PARTS = ("postcode", "region", "city", "street", "detail", "country")
_POINT_WORDS = {
    "phone": ("Phone", "전화"),
    "email": ("E-mail", "이메일"),
    "address": ("Address", "주소"),
    "link": ("Link", "링크"),
}
_PART_WORDS = {
    "label": ("label", "구분"),
    "postcode": ("postcode", "우편번호"),
    "region": ("region", "시·도"),
    "city": ("city", "시·군·구"),
    "street": ("street", "도로명·번지"),
    "detail": ("detail", "상세"),
    "country": ("country", "나라"),
}
_ESCAPED = (" (Excel)", " (엑셀)")  # behind the id's header: this file's cells are escaped
_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\0", "'")
_RULE = "———"
_DASHES = re.compile(r"—{3,}")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_CROCKFORD)} | {"I": 1, "L": 1, "O": 0}
_COUNTED = re.compile(r"(phone|email|address|link|note)\.(\d+)(?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class Layout:
    """How many columns a file needs for what a contact may have several of."""

    phones: int = 2
    emails: int = 1
    addresses: int = 1
    links: int = 0
    notes: int = 1
    left_out: frozenset[str] = frozenset()  # PARTS whose columns the file goes without
    own: tuple[FieldRow, ...] = ()  # fields of the shop's own
    people: dict[int, str] = field(default_factory=dict)  # names of those such fields point at
    photos: bool = False  # whether anybody has one
    related: dict[int, str] = field(default_factory=dict)  # names of those relations lead to

    @staticmethod
    def of(people: Iterable[ParsedRow]) -> "Layout":
        """Return the smallest layout, not below the default, that holds all of `people`."""
        most = dict.fromkeys(("phone", "email", "address", "link", "note"), 0)
        has_photo = False
        for person in people:
            has_photo = has_photo or person.scalar("photo") is not None
            kinds = [point[0] for point in person.points]
            for kind in _POINT_WORDS:
                most[kind] = max(most[kind], kinds.count(kind))
            most["note"] = max(most["note"], len(note_cells(person.notes)))
        usual = Layout()
        return Layout(
            max(usual.phones, most["phone"]),
            max(usual.emails, most["email"]),
            max(usual.addresses, most["address"]),
            max(usual.links, most["link"]),
            max(usual.notes, most["note"]),
            photos=has_photo,
        )

    def codes(self) -> tuple[str, ...]:
        """Return the column codes in the order of the file."""
        codes = list(_SCALAR_CODES)
        for kind, count, parts in (
            ("phone", self.phones, ("label",)),
            ("email", self.emails, ("label",)),
            ("address", self.addresses, ("label", *_ADDRESS_PARTS)),
            ("link", self.links, ("label",)),
        ):
            for number in range(1, count + 1):
                codes += [f"{kind}.{number}", *(f"{kind}.{number}.{part}" for part in parts)]
        codes += ["tag", *_CONSENTS, "external_id"]
        codes += [f"note.{number}" for number in range(1, self.notes + 1)]
        codes += [f"own.{each.id}" for each in self.own]
        away = set() if self.photos else {"photo"}
        return tuple(
            code for code in codes if code not in away and _part_of(code) not in self.left_out
        )


def _part_of(code: str) -> str:
    base = code.partition(".")[0]
    return next((part for part, codes in PARTS.items() if base in codes), "")


def header(code: str, language: str, *, escaped: bool = False) -> str:
    """Return the header of a column code in 'ko' or English.

    `escaped` marks the id's header of a file whose cells went through `escape`: only then are
    they un-escaped when the file comes back.
    """
    korean = language == "ko"
    if code == "id":
        return FIELDS["id"].label(language) + (_ESCAPED[korean] if escaped else "")
    counted = _COUNTED.fullmatch(code)
    if not counted:
        return FIELDS[code].label(language)
    kind, number, part = counted.groups()
    if kind == "note":
        word = FIELDS["note"].label(language)
        return word if number == "1" else f"{word} {number}"
    word = f"{_POINT_WORDS[kind][korean]} {number}"
    return f"{word} {_PART_WORDS[part][korean]}" if part else word


def header_row(layout: Layout, language: str, *, escaped: bool = False) -> list[str]:
    """Return the whole header row of a file."""
    headers = {f"own.{each.id}": own_header(each, layout.own, language) for each in layout.own}
    return [
        (escape(headers[code]) if escaped else headers[code])
        if code in headers
        else header(code, language, escaped=escaped)
        for code in layout.codes()
    ]


def own_header(own: FieldRow, others: Sequence[FieldRow], language: str) -> str:
    """Return the header of a field of the shop's own: its name.

    A name that would be read as another column's carries the field's id.
    """
    label = own.label(language)
    normal = normalise(label)
    same = [
        each
        for each in others
        if normal in (normalise(each.label_ko), normalise(each.label_en))
    ]  # fmt: skip
    plain = len(same) == 1 and normal and code_of(label) is None and not is_never(label)
    return label if plain else f"{label} [{encode_id(own.id)}]"


def person_cells(
    person: ParsedRow, layout: Layout, language: str, currency: str = "KRW"
) -> list[str]:
    """Return one person as the cells of a row, unescaped; what the layout lacks is left out."""
    values = _scalar_cells(person, language, currency)
    counts = dict.fromkeys(_POINT_WORDS, 0)
    for point in person.points:
        counts[point[0]] += 1
        values |= _point_cells(point, f"{point[0]}.{counts[point[0]]}", language)
    values["tag"] = join_list(person.tags)
    values["external_id"] = join_list(f"{system}:{value}" for system, value in person.externals)
    for number, text in enumerate(note_cells(person.notes), start=1):
        values[f"note.{number}"] = text
    values |= _own_cells(person, layout, language, currency)
    return [values.get(code, "") for code in layout.codes()]


def _own_cells(
    person: ParsedRow, layout: Layout, language: str, currency: str
) -> dict[str, str]:  # fmt: skip
    rows: dict[int, list[CustomCell]] = {}
    for cell in person.custom:
        rows.setdefault(cell[0], []).append(cell)
    cells = {}
    for own in layout.own:
        if own.id not in rows:
            continue
        names = ("field_id", "many", "text", "number", "choice_id", "person_id")
        if own.kind == "file":
            cells[f"own.{own.id}"] = rows[own.id][0][2] or ""
            continue
        content = from_columns(
            own.kind, [dict(zip(names, cell, strict=True)) for cell in rows[own.id]]
        )
        if own.kind == "person" and isinstance(content, int):
            cells[f"own.{own.id}"] = f"{layout.people.get(content, '')} [{encode_id(content)}]"
        elif content is not None:
            cells[f"own.{own.id}"] = exact_text(own, content, language, currency)
    return cells


def _scalar_cells(person: ParsedRow, language: str, currency: str) -> dict[str, str]:
    values = {"id": "" if person.contact_id is None else encode_id(person.contact_id)}
    for name, value in zip(SCALARS, person.scalars, strict=True):
        if value is None:
            continue
        if name in _CHOICES:
            values[name] = choice_word(_CHOICES[name], str(value), language)
        elif name == "opening_total":
            values[name] = as_text(int(value), currency)
        else:
            values[name] = str(value)
    return values


def _point_cells(point: Point, code: str, language: str) -> dict[str, str]:
    _kind, label, value, _key, *parts = point
    cells = {code: value, f"{code}.label": label_word(label, language)}
    return cells | {
        f"{code}.{name}": part for name, part in zip(_ADDRESS_PARTS, parts, strict=True) if part
    }


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Return column codes by normalised header; counted ones with the number 1 in them."""
    codes = Layout(phones=1, links=1, photos=True).codes()
    known = {normalise(header(code, language)): code for code in codes for language in ("en", "ko")}
    known |= {normalise(header("id", lang, escaped=True)): "id" for lang in ("en", "ko")}
    return known


_NUMBER = re.compile(r" \d{1,3}(?= |$)")


def code_of(header_cell: str) -> str | None:
    """Return the column code of one of our headers in either language; None for others."""
    normal = normalise(header_cell)
    if code := _known().get(normal):
        return code
    number = _NUMBER.search(normal)
    if not number or int(number[0]) == 0:
        return None
    rest = (normal[: number.start()], normal[number.end() :])
    code = _known().get(" 1".join(rest)) or _known().get(" ".join(rest).rstrip())
    if not code or not (counted := _COUNTED.fullmatch(code)):
        return None
    kind, _one, part = counted.groups()
    return f"{kind}.{int(number[0])}" + (f".{part}" if part else "")


def is_own(headers: Sequence[str]) -> bool:
    """Tell whether Dangol wrote this file: it has the column of our ids."""
    return any(_known().get(normalise(cell)) == "id" for cell in headers)


def is_escaped(headers: Sequence[str]) -> bool:
    """Tell whether the cells of a file of ours went through `escape`."""
    marks = {normalise(header("id", language, escaped=True)) for language in ("en", "ko")}
    return any(normalise(cell) in marks for cell in headers)


def escape(text: str) -> str:
    """Return a cell no spreadsheet takes for a formula; `unescape` gives it back exactly."""
    return f"'{text}" if text.startswith(_TRIGGERS) else text


def unescape(text: str) -> str:
    """Take back `escape`; a cell somebody typed since, like '90s, stays as it is."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_TRIGGERS) else text


def join_notes(notes: Iterable[str]) -> str:
    """Return notes as one text, a line of three dashes between them."""
    return f"\n{_RULE}\n".join(
        "\n".join(f"{line}—" if _DASHES.fullmatch(line) else line for line in note.split("\n"))
        for note in notes
    )


def split_notes(text: str) -> list[str]:
    """Take back `join_notes`; blank notes are left out."""
    notes: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line == _RULE:
            notes.append([])
        else:
            notes[-1].append(line[:-1] if _DASHES.fullmatch(line) else line)
    return [note for note in map("\n".join, notes) if note]


def note_cells(notes: Iterable[str]) -> list[str]:
    """Return notes as the cells of as many Notes columns as they need, in order.

    No cell is longer than a spreadsheet takes; joined with nothing between, they are the text
    again. None begins or ends with a space, so that a program that trims cells does no harm.
    """
    text = join_notes(notes)
    cells = []
    while text:
        end = _fitting(text)
        while end < len(text) and end > 1 and (text[end - 1].isspace() or text[end].isspace()):
            end -= 1
        cells.append(text[:end])
        text = text[end:]
    return cells


def _fitting(text: str) -> int:
    """Return how many leading characters of `text` fit into one cell."""
    if len(text) <= NOTE_LIMIT // 2:
        return len(text)
    start = text[:NOTE_LIMIT]
    while len(start.encode("utf-16-le")) > 2 * NOTE_LIMIT:
        start = start[: len(start) - max(1, len(start) // 16)]
    return len(start)


def encode_id(number: int) -> str:
    """Return an id of 0 to 63 bits as 13 Crockford letters, which sort as the ids do."""
    if not 0 <= number < 1 << 63:
        raise ValueError(number)
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(60, -1, -5))


def decode_id(text: str) -> int | None:
    """Return the id of 13 Crockford letters in either case, with I and L read as 1, O as 0.

    None for anything else, also for what has more than 63 bits.
    """
    text = text.strip().upper()
    if len(text) != 13 or not all(letter in _VALUES for letter in text):
        return None
    number = 0
    for letter in text:
        number = number << 5 | _VALUES[letter]
    return number if number < 1 << 63 else None
