"""Cards as vCard 2.1, 3.0 or 4.0; what `vcard_reading` reads back the same."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.exchange.cards import Card, CardAddress, CardDay, CardPoint, CardRelative
from app.exchange.values.labels import WORDS
from app.exchange.vcard_encoding import Encoding, encoding_of
from app.words import field_words, kind_words

VERSIONS = ("2.1", "3.0", "4.0")
USUAL = "3.0"  # which every phone reads
_ISO = re.compile(r"(\d{4}|-)-(\d{2})-(\d{2})", re.ASCII)
_NAME = re.compile(r"[A-Z][A-Z0-9-]*", re.ASCII)
_TYPES = {"mobile": "CELL", "home": "HOME", "work": "WORK", "fax": "FAX", "main": "MAIN",
          "other": "OTHER"}  # fmt: skip
_GENDERS = {"female": "F", "male": "M", "other": "O"}
_KINDS = {"company": "org", "group": "group", "household": "x-household"}
_NO_YEAR = "1604"  # what an iPhone writes, and others have learnt, where 3.0 wants a year
_MOONS = {"ko": ("음력", "음력 윤달"), "en": ("lunar", "lunar, leap month")}


def write_cards(
    path: Path, cards: Iterable[Card], version: str = USUAL, language: str = "ko"
) -> int:
    """Write cards to a new file; return how many. Raises OSError."""
    count = 0
    with path.open("wb") as file:
        for card in cards:
            file.write(card_bytes(card, version, language))
            count += 1
    return count


def card_bytes(card: Card, version: str = USUAL, language: str = "ko") -> bytes:
    """Return one card as the bytes of a file, folded between letters.

    What only Dangol understands is said once more in a note, in words of `language`.
    """
    return b"".join(_Writer(version, language).lines(card))


class _Writer:
    """Puts one card into lines."""

    def __init__(self, version: str, language: str) -> None:
        self._version = version
        self._language = language
        self._encoding: Encoding = encoding_of(version)
        self._new = version == "4.0"
        self._groups = 0

    def lines(self, card: Card) -> Iterator[bytes]:
        """Yield the lines of a card."""
        yield b"BEGIN:VCARD\r\n"
        yield f"VERSION:{self._version}\r\n".encode()
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
            service = self._param("X-SERVICE-TYPE", point.label)
            yield self._text(f"IMPP{service}{self._preferred(point)}", point.value, "x-apple:")
        for other in card.related:
            yield from self._relative(other)
        yield from self._days(card)
        if card.tags:
            yield self._list("CATEGORIES", card.tags)
        for note in card.notes:
            yield self._text("NOTE", note)
        yield from self._tastes(card)
        yield from self._rest(card)
        yield b"END:VCARD\r\n"

    def _text(self, head: str, text: str, before: str = "") -> bytes:
        return self._encoding.line(head, before + self._encoding.text(text))

    def _texts(self, texts: dict[str, str]) -> Iterator[bytes]:
        yield from (self._text(name, text) for name, text in texts.items() if text)

    def _parts(self, head: str, parts: Iterable[str]) -> bytes:
        return self._encoding.line(head, ";".join(map(self._encoding.part, parts)))

    def _list(self, head: str, texts: Iterable[str]) -> bytes:
        return self._encoding.line(head, ",".join(map(self._encoding.part, texts)))

    def _param(self, name: str, text: str) -> str:
        return self._encoding.param(name, text) if text else ""

    def _naming(self, card: Card) -> Iterator[bytes]:
        parts = (card.family_name, card.given_name, card.middle_name, card.prefix, card.suffix)
        yield self._parts("N", parts)
        yield self._text("FN", card.name)
        if card.kind in _KINDS:
            yield self._text("KIND" if self._new else "X-KIND", _KINDS[card.kind])
            if card.kind == "company" and not self._new:
                yield self._text("X-ABShowAs", "COMPANY")
        if card.nickname:
            yield self._list(
                "X-NICKNAME" if self._version == "2.1" else "NICKNAME", [card.nickname]
            )
        yield from self._texts({
            "X-PHONETIC-LAST-NAME": card.family_reading,
            "X-PHONETIC-FIRST-NAME": card.given_reading,
            "X-PHONETIC-MIDDLE-NAME": card.middle_reading,
        })  # fmt: skip
        if card.company or card.department:
            yield self._parts("ORG", (card.company, card.department))
        yield from self._texts({"TITLE": card.job_title, "ROLE": card.role})
        if gender := _GENDERS.get(card.gender):
            yield self._text("GENDER" if self._new else "X-GENDER", gender)

    def _preferred(self, item: CardPoint | CardAddress | CardRelative) -> str:
        if not item.primary:
            return ""
        return ";PREF=1" if self._new else self._encoding.type("PREF")

    def _labelled(
        self, name: str, item: CardPoint | CardAddress | CardDay | CardRelative
    ) -> tuple[str, bytes]:
        """Return the property's name with its type, and the line that names it, if it needs one."""
        if item.label in WORDS and isinstance(item, (CardPoint, CardAddress)):
            return name + self._encoding.type(_TYPES[item.label]), b""
        if not item.label:
            return name, b""
        self._groups += 1
        group = f"item{self._groups}"
        return f"{group}.{name}", self._text(f"{group}.X-ABLabel", item.label)

    def _point(self, name: str, point: CardPoint) -> Iterator[bytes]:
        head, label = self._labelled(name, point)
        yield self._text(f"{head}{self._preferred(point)}", point.value)
        yield label

    def _relative(self, other: CardRelative) -> Iterator[bytes]:
        name = "RELATED;VALUE=text" if self._new else "X-ABRELATEDNAMES"
        head, label = self._labelled(name, other)
        ours = {
            "X-DANGOL-KIND": other.kind,
            "X-DANGOL-ID": other.uid,
            "X-DANGOL-TITLE": other.title,
        }
        head += "".join(self._param(param, text) for param, text in ours.items())
        yield self._text(f"{head}{self._preferred(other)}", other.value)
        yield label

    def _address(self, address: CardAddress) -> Iterator[bytes]:
        head, label = self._labelled("ADR", address)
        if address.whole and not self._new and not label:
            self._groups += 1
            head = f"item{self._groups}.{head}"
        if address.whole and self._new:
            head += self._param("LABEL", address.whole)
        yield self._parts(f"{head}{self._preferred(address)}", ("", *address.parts))
        if address.whole and not self._new:
            yield self._text(f"{head.partition('.')[0]}.LABEL", address.whole)
        yield label

    def _days(self, card: Card) -> Iterator[bytes]:
        if card.birthday:
            yield self._day("X-LUNAR-BDAY" if card.birthday.lunar else "BDAY", card.birthday)
            yield self._told("birthday", card.birthday)
        if card.anniversary:
            name = "ANNIVERSARY" if self._new else "X-ANNIVERSARY"
            name = "X-LUNAR-ANNIVERSARY" if card.anniversary.lunar else name
            yield self._day(name, card.anniversary)
            yield self._told("anniversary", card.anniversary)
        for day in card.days:
            head, label = self._labelled("X-LUNAR-ABDATE" if day.lunar else "X-ABDATE", day)
            yield self._day(head + self._param("X-DANGOL-KIND", day.kind), day)
            yield label
            yield self._told(day.kind or "other", day)

    def _day(self, name: str, day: CardDay) -> bytes:
        if day.lunar:  # under a name of its own: elsewhere it would be taken for a solar day
            return self._text(f"{name}{';LEAP=1' if day.leap else ''}", day.text)
        iso = _ISO.fullmatch(day.text)
        if iso is None:
            return self._text(f"{name}{';VALUE=text' if self._new else ''}", day.text)
        year, month, number = iso.groups()
        if self._new:
            return self._text(name, f"{'--' if year == '-' else year}{month}{number}")
        if year == "-":
            return self._text(
                f"{name};X-APPLE-OMIT-YEAR={_NO_YEAR}", f"{_NO_YEAR}-{month}-{number}"
            )
        return self._text(name, day.text)

    def _told(self, kind: str, day: CardDay) -> bytes:
        """Return a note that says a lunar day in words: no phone shows the property itself."""
        if not day.lunar:
            return b""
        name = day.label or kind_words("date", kind, self._language)
        moon = _MOONS.get(self._language, _MOONS["en"])[day.leap]
        return self._note(f"{name}: {day.text} ({moon})")

    def _tastes(self, card: Card) -> Iterator[bytes]:
        for field, text in (("likes", card.likes), ("dislikes", card.dislikes)):
            if text:
                yield self._text(f"X-DANGOL-{field.upper()}", text)
                yield self._note(f"{field_words(field, self._language)}: {text}")
        if card.roles:
            yield self._list("X-DANGOL-ROLES", card.roles)

    def _note(self, text: str) -> bytes:
        return self._text("NOTE;X-DANGOL=1", text)

    def _rest(self, card: Card) -> Iterator[bytes]:
        if card.photo:
            content = b64encode(card.photo.content).decode()
            yield self._encoding.picture(content, card.photo.media_type)
        yield from self._texts({"UID": card.uid, "REV": card.revised})
        member = "MEMBER" if self._new else "X-ADDRESSBOOKSERVER-MEMBER"
        for uid in card.members:
            yield self._text(member, uid, "urn:uuid:")
        for name, text in card.more:
            if _NAME.fullmatch(name):
                yield self._text(name, text)
