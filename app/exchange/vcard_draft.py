"""A card while its properties come in: what they have in common, whatever they mean."""

import re
from dataclasses import replace
from typing import Any

from app.exchange.cards import Card, CardAddress, CardPoint, CardRelative
from app.exchange.values.labels import foreign_label
from app.exchange.vcard_lines import Property, split, unescaped

_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_HANGUL = re.compile(r"[가-힣]+")
_NOT_LABELS = frozenset(
    ("pref", "internet", "voice", "x400", "msg", "text", "postal", "parcel", "dom", "intl", "isdn",
     "iphone", "applewatch", "video", "pcs", "x-internet", "character", "image")
)  # fmt: skip
_LABELS = {"cell": "mobile", "workfax": "fax", "homefax": "fax"}
_GENDERS = {
    "f": "female", "female": "female", "2": "female", "여": "female", "여자": "female",
    "m": "male", "male": "male", "1": "male", "남": "male", "남자": "male", "o": "other",
}  # fmt: skip


class Draft:
    """Gathers what the properties of one card say."""

    def __init__(self, version: str, *, photos: bool) -> None:
        self.version = version
        self.photos = photos  # whether pictures are wanted
        self.one: dict[str, Any] = {}  # by field of a card
        self.many: dict[str, list[Any]] = {}
        self.problems: list[tuple[int, str]] = []
        self.wholes: list[tuple[Property, str]] = []  # addresses as one text
        self.labels: list[tuple[str, str]] = []  # group, text
        self._groups: dict[str, list[tuple[str, int]]] = {}  # what a label may come for
        self._best: dict[str, tuple[int, int]] = {}  # where the preferred of a kind is

    def text(self, found: Property) -> str:
        """Return the value of a property that is one text."""
        return unescaped(found.value, self.version).strip()

    def parts(self, found: Property, count: int, joint: str = " ") -> list[str]:
        """Return the parts of a structured value, at least `count`; lists in a part are joined."""
        parts = []
        for part in split(found.value, ";"):
            items = [part] if self.version == "2.1" else split(part, ",")
            texts = (unescaped(item, self.version).strip() for item in items)
            parts.append(joint.join(text for text in texts if text))
        return parts + [""] * (count - len(parts))

    def put(self, field: str, value: object) -> None:
        """Take what a card has one of; the first that is not blank stays."""
        if value and not self.one.get(field):
            self.one[field] = value

    def point(self, field: str, found: Property, text: str, label: str | None = None) -> None:
        """Take a phone, a link …; without a `label` of its own its types tell it."""
        if text:
            self.add(field, found, CardPoint(text, label_of(found) if label is None else label))

    def add(
        self, field: str, found: Property, item: CardPoint | CardAddress | CardRelative
    ) -> None:
        """Take one of several, and remember whether it is the preferred one."""
        place = self.place(field, found, item)
        rank = found.param("PREF")
        if rank.isdecimal() or "pref" in found.types:
            order = int(rank[:4]) if rank.isdecimal() else 1
            if order < self._best.get(field, (10_000, 0))[0]:
                self._best[field] = (order, place)

    def place(self, field: str, found: Property, item: object) -> int:
        """Take one of several that the label of its group may name; return where it is."""
        items = self.many.setdefault(field, [])
        items.append(item)
        if found.group:
            self._groups.setdefault(found.group, []).append((field, len(items) - 1))
        return len(items) - 1

    def relabel(self, group: str, text: str) -> None:
        """Name what stands in a group (item1.TEL, item1.X-ABLabel)."""
        found = _APPLE_LABEL.fullmatch(text)
        label = foreign_label(found[1] if found else text)[0] or ""
        for field, place in self._groups.get(group, ()):
            item = self.many[field][place]
            if not (field == "messengers" and item.label):
                self.many[field][place] = replace(item, label=_LABELS.get(label, label))

    def add_whole(self, found: Property, text: str) -> None:
        """Give a LABEL to the address it comes with; alone, it is an address itself."""
        addresses: list[CardAddress] = self.many.setdefault("addresses", [])
        of_group = [place for field, place in self._groups.get(found.group, ())
                    if found.group and field == "addresses"]  # fmt: skip
        fitting = of_group or [
            place for place, known in enumerate(addresses) if known.label == label_of(found)
        ]
        place = next((place for place in fitting if not addresses[place].whole), None)
        if place is not None:
            addresses[place] = replace(addresses[place], whole=text)
        else:
            addresses.append(CardAddress(whole=text, label=label_of(found)))

    def card(self, line: int) -> Card:
        """Return the card that began at `line`."""
        for group, text in self.labels:
            self.relabel(group, text)
        for found, text in self.wholes:
            self.add_whole(found, text)
        for field, (_rank, place) in self._best.items():
            self.many[field][place] = replace(self.many[field][place], primary=True)
        said: dict[str, Any] = {**self.one, **{name: tuple(v) for name, v in self.many.items()}}
        problems = tuple(self.problems)
        return _finished(Card(**said, line=line, version=self.version, problems=problems))


def _finished(card: Card) -> Card:
    tags = dict.fromkeys(tag for tag in card.tags if tag.casefold() != "mycontacts")
    name, family, given = card.name, card.family_name, card.given_name
    whole = family + given
    if name != whole and _HANGUL.fullmatch(whole) and name.replace(" ", "") == given + family:
        name = whole  # an iPhone set to English writes 민수 김
    elif name.replace(" ", "") == whole and _HANGUL.fullmatch(whole) and " " in name:
        name = whole
    days = list(card.days)
    named = ("anniversary", "기념일")
    found = next((d for d in days if not d.kind and d.label.casefold() in named), None)
    anniversary = card.anniversary
    if found is not None and anniversary is None:
        days.remove(found)
        anniversary = replace(found, label="")
    return replace(
        card, name=name, tags=tuple(tags), days=tuple(days), anniversary=anniversary,
        gender=_GENDERS.get(card.gender.casefold(), card.gender and "other"),
    )  # fmt: skip


def label_of(found: Property) -> str:
    """Return the label that the types of a phone, e-mail or address make."""
    types = [word for word in found.params.get("TYPE", ()) if word.casefold() not in _NOT_LABELS]
    small = [word.casefold().removeprefix("x-") for word in types]
    for word in ("fax", "pager", "cell", "mobile", "main", "work", "home", "other"):
        if word in small or (word == "fax" and any("fax" in other for other in small)):
            return "Pager" if word == "pager" else _LABELS.get(word, word)
    if not types:
        return ""
    text = types[0][2:] if types[0][:2].casefold() == "x-" else types[0]
    return foreign_label(text)[0] or ""
