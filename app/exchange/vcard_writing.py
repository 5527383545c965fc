"""Cards as vCard 3.0, which every phone reads, or 4.0; what `vcard_reading` reads back the same."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.exchange.cards import Card, CardAddress, CardDay, CardPoint
from app.exchange.values.labels import WORDS

VERSIONS = ("3.0", "4.0")
FOLDED_AT = 75  # bytes of a line, its end not counted
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_CARETS = str.maketrans({"^": "^^", '"': "^'", "\n": "^n"})
_ISO = re.compile(r"(\d{4}|-)-(\d{2})-(\d{2})", re.ASCII)
_NAME = re.compile(r"[A-Z][A-Z0-9-]*", re.ASCII)
_TYPES = {"mobile": "CELL", "home": "HOME", "work": "WORK", "fax": "FAX", "main": "MAIN",
          "other": "OTHER"}  # fmt: skip
_GENDERS = {"female": "F", "male": "M", "other": "O"}
_KINDS = {"company": "org", "group": "group", "household": "x-household"}
_NO_YEAR = "1604"  # what an iPhone writes, and others have learnt, where 3.0 wants a year


def write_cards(path: Path, cards: Iterable[Card], version: str = "3.0") -> int:
    """Write cards to a new file; return how many. Raises OSError."""
    count = 0
    with path.open("wb") as file:
        for card in cards:
            file.write(card_bytes(card, version))
            count += 1
    return count


def card_bytes(card: Card, version: str = "3.0") -> bytes:
    """Return one card as the bytes of a file, folded between letters."""
    return b"".join(_folded(line) for line in _Writer(version).lines(card))


def _folded(line: str) -> bytes:
    raw = line.encode("utf-8", "replace")
    parts, start, room = [], 0, FOLDED_AT
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:  # inside a letter
            end -= 1
        parts.append(raw[start:end])
        start, room = end, FOLDED_AT - 1
    return b"\r\n ".join([*parts, raw[start:]]) + b"\r\n"


def _escaped(text: str) -> str:
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_ESCAPES)


def _param(name: str, text: str) -> str:
    safe = _CONTROLS.sub("", text).translate(_CARETS)
    return f';{name}="{safe}"' if re.search(r"[:;,]", safe) else f";{name}={safe}"


class _Writer:
    """Puts one card into unfolded lines."""

    def __init__(self, version: str) -> None:
        self._version = version
        self._new = version == "4.0"
        self._groups = 0

    def lines(self, card: Card) -> Iterator[str]:
        """Yield the lines of a card."""
        yield "BEGIN:VCARD"
        yield f"VERSION:{self._version}"
        yield from self._naming(card)
        for point in card.phones:
            yield from self._point("TEL", point)
        for point in card.emails:
            yield from self._point("EMAIL", point)
        for address in card.addresses:
            yield from self._address(address)
        for point in card.links:
            yield from self._point("URL", point)
        for point in card.messengers:
            service = _param("X-SERVICE-TYPE", point.label) if point.label else ""
            yield f"IMPP{service}{self._preferred(point)}:x-apple:{_escaped(point.value)}"
        for point in card.related:
            yield from self._point("RELATED;VALUE=text" if self._new else "X-ABRELATEDNAMES", point)
        yield from self._days(card)
        if card.tags:
            yield "CATEGORIES:" + ",".join(map(_escaped, card.tags))
        for note in card.notes:
            yield f"NOTE:{_escaped(note)}"
        yield from self._rest(card)
        yield "END:VCARD"

    def _naming(self, card: Card) -> Iterator[str]:
        parts = (card.family_name, card.given_name, card.middle_name, card.prefix, card.suffix)
        yield "N:" + ";".join(map(_escaped, parts))
        yield f"FN:{_escaped(card.name)}"
        if card.kind in _KINDS:
            yield f"{'KIND' if self._new else 'X-KIND'}:{_KINDS[card.kind]}"
            if card.kind == "company" and not self._new:
                yield "X-ABShowAs:COMPANY"
        texts = {
            "NICKNAME": card.nickname,
            "X-PHONETIC-LAST-NAME": card.family_reading,
            "X-PHONETIC-FIRST-NAME": card.given_reading,
            "X-PHONETIC-MIDDLE-NAME": card.middle_reading,
        }
        yield from (f"{name}:{_escaped(text)}" for name, text in texts.items() if text)
        if card.company or card.department:
            yield f"ORG:{_escaped(card.company)};{_escaped(card.department)}"
        texts = {"TITLE": card.job_title, "ROLE": card.role}
        yield from (f"{name}:{_escaped(text)}" for name, text in texts.items() if text)
        if gender := _GENDERS.get(card.gender):
            yield f"{'GENDER' if self._new else 'X-GENDER'}:{gender}"

    def _preferred(self, point: CardPoint | CardAddress) -> str:
        if not point.primary:
            return ""
        return ";PREF=1" if self._new else ";TYPE=PREF"

    def _labelled(self, name: str, item: CardPoint | CardAddress | CardDay) -> tuple[str, str]:
        """Return the property's name with its type, and the line that names it, if it needs one."""
        if item.label in WORDS and not isinstance(item, CardDay):
            return f"{name};TYPE={_TYPES[item.label]}", ""
        if not item.label:
            return name, ""
        self._groups += 1
        group = f"item{self._groups}"
        return f"{group}.{name}", f"{group}.X-ABLabel:{_escaped(item.label)}"

    def _point(self, name: str, point: CardPoint) -> Iterator[str]:
        head, label = self._labelled(name, point)
        yield f"{head}{self._preferred(point)}:{_escaped(point.value)}"
        if label:
            yield label

    def _address(self, address: CardAddress) -> Iterator[str]:
        head, label = self._labelled("ADR", address)
        if address.whole and not self._new and not label:
            self._groups += 1
            head = f"item{self._groups}.{head}"
        if address.whole and self._new:
            head += _param("LABEL", address.whole)
        values = ("", *address.parts)
        yield f"{head}{self._preferred(address)}:{';'.join(map(_escaped, values))}"
        if address.whole and not self._new:
            yield f"{head.partition('.')[0]}.LABEL:{_escaped(address.whole)}"
        if label:
            yield label

    def _days(self, card: Card) -> Iterator[str]:
        if card.birthday:
            yield self._day("X-LUNAR-BDAY" if card.birthday.lunar else "BDAY", card.birthday)
        if card.anniversary:
            name = "ANNIVERSARY" if self._new else "X-ANNIVERSARY"
            name = "X-LUNAR-ANNIVERSARY" if card.anniversary.lunar else name
            yield self._day(name, card.anniversary)
        for day in card.days:
            head, label = self._labelled("X-LUNAR-ABDATE" if day.lunar else "X-ABDATE", day)
            yield self._day(head, day)
            if label:
                yield label

    def _day(self, name: str, day: CardDay) -> str:
        if day.lunar:  # under a name of its own: elsewhere it would be taken for a solar day
            return f"{name}{';LEAP=1' if day.leap else ''}:{day.text}"
        iso = _ISO.fullmatch(day.text)
        if iso is None:
            return f"{name}{';VALUE=text' if self._new else ''}:{_escaped(day.text)}"
        year, month, number = iso.groups()
        if self._new:
            return f"{name}:{'--' if year == '-' else year}{month}{number}"
        if year == "-":
            return f"{name};X-APPLE-OMIT-YEAR={_NO_YEAR}:{_NO_YEAR}-{month}-{number}"
        return f"{name}:{day.text}"

    def _rest(self, card: Card) -> Iterator[str]:
        if card.photo:
            content = b64encode(card.photo.content).decode()
            media = card.photo.media_type
            if self._new:
                yield f"PHOTO:data:{media};base64,{content}"
            else:
                yield f"PHOTO;ENCODING=b;TYPE={media.removeprefix('image/').upper()}:{content}"
        if card.uid:
            yield f"UID:{_escaped(card.uid)}"
        if card.revised:
            yield f"REV:{_escaped(card.revised)}"
        member = "MEMBER" if self._new else "X-ADDRESSBOOKSERVER-MEMBER"
        yield from (f"{member}:urn:uuid:{_escaped(uid)}" for uid in card.members)
        for name, text in card.more:
            if _NAME.fullmatch(name):
                yield f"{name}:{_escaped(text)}"
