"""The promise of a search's order, kept name by name without an index or a shortcut."""

import re
from collections.abc import Sequence

from db.hangul import INITIALS, span
from db.search_words import Word

Row = tuple[str, str, str, str, str]  # names, phones, emails, tags, notes

# From the best place to the worst one: what it is called in the answer.
PLACES = {
    "the name": "name",
    "a name begins with it": "name",
    "a name begins with it, its last syllable half typed": "name",
    "initials of a beginning": "initials",
    "a word of a name begins with it": "name",
    "in a name": "name",
    "in a name, its last syllable half typed": "name",
    "initials within": "initials",
    "the number": "number",
    "last four": "phone",
    "a phone begins with it": "phone",
    "in a phone": "phone",
    "in the number": "number",
    "e-mail": "email",
    "tag": "tag",
    "company": "company",
    "note": "note",
}
ORDER = list(PLACES)


def plain_find(rows: dict[int, Row], words: Sequence[Word]) -> list[tuple[int, str]]:
    """Return (contact, why) of all that have every word, in the order of a search."""
    found = []
    for contact_id, row in rows.items():
        places = [_place(word, row) for word in words]
        if None in places:
            continue
        worst = max(ORDER.index(place) for place in places if place)
        name = row[0].split("\n")[0].split("\t")[0].replace(" ", "")
        together = "".join(word.text for word in words)
        if len(words) > 1 and 1 < worst <= ORDER.index("initials within"):
            worst = 0 if name == together else 1 if name.startswith(together) else worst
        found.append((worst, row[0], contact_id))
    return [(contact_id, PLACES[ORDER[place]]) for place, _names, contact_id in sorted(found)]


def _place(word: Word, row: Row) -> str | None:
    names, phones, emails, tags, notes = row
    name, reading, nickname, company, number = [*names.split("\n"), "", "", "", ""][:5]
    spelled = [s for line in (name, reading, nickname) for s in line.split("\t")]
    places = [place for s in spelled if (place := _in_name(word, s))]
    if not places:
        places = [
            place
            for phone in phones.split("\n")
            for digits in word.digits
            if (place := _in_phone(phone, digits))
        ]
    if not word.has_initials:
        if number and number == word.text:
            places.append("the number")
        elif number.startswith(word.text) or (word.in_emails and _at(word, number) is not None):
            places.append("in the number")
    if places:
        return min(places, key=ORDER.index)
    if word.in_emails and _at(word, emails) is not None:
        return "e-mail"
    if not word.has_initials and _at(word, tags) is not None:
        return "tag"
    if _at(word, company) is not None:
        return "company"
    return "note" if word.in_notes and _at(word, notes) is not None else None


def _in_name(word: Word, name: str) -> str | None:
    if (at := _at(word, name)) is None:
        return None
    if name.startswith(word.text):
        return "the name" if name == word.text else "a name begins with it"
    if at == 0:
        half = "a name begins with it, its last syllable half typed"
        return "initials of a beginning" if word.has_initials else half
    if any(_at(word, part) == 0 for part in re.split(" ", name)[1:]):
        return "a word of a name begins with it"
    if word.text in name:
        return "in a name"
    return "initials within" if word.has_initials else "in a name, its last syllable half typed"


def _in_phone(phone: str, digits: str) -> str | None:
    if len(digits) < 3:
        starts = phone.startswith(digits) or phone[-4:].startswith(digits)
        return "a phone begins with it" if starts else None
    if len(digits) == 4 and phone.endswith(digits):
        return "last four"
    if phone.startswith(digits):
        return "a phone begins with it"
    return "in a phone" if digits in phone else None


def _at(word: Word, text: str) -> int | None:
    """Return where a text first has a word."""
    size = len(word.text)
    for start in range(len(text) - size + 1):
        if all(map(_stands_for, [(word, i) for i in range(size)], text[start : start + size])):
            return start
    return None


def _stands_for(typed: tuple[Word, int], letter: str) -> bool:
    word, place = typed
    own = word.text[place]
    last = word.half and place == len(word.text) - 1
    if own in INITIALS or last:
        first, final = span(own)
        return letter == own or first <= letter <= final
    return letter == own
