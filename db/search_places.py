"""Where a contact has what was typed: pure functions, called a thousand times at every key.

What they say is what a search finds; the index is only asked for contacts worth a look.
"""

import re
from collections.abc import Callable, Sequence

from db.search_words import Word

# Where a word was found, best first: the order of the list. Members of an enumeration would take
# longer to name and to compare than all the rest.
NAME_EQUAL = 0
NAME_START = 1
NAME_START_HALF = 2  # but for the syllable that is being typed
INITIALS_START = 3
NAME_WORD = 4
NAME_INSIDE = 5
NAME_INSIDE_HALF = 6
INITIALS_INSIDE = 7
NUMBER_EQUAL = 8
LAST_FOUR = 9
PHONE_START = 10
PHONE_INSIDE = 11
NUMBER = 12
EMAIL = 13
TAG = 14
COMPANY = 15
NOTE = 16

# Why a contact was found, by place.
WHY = (
    "name", "name", "name", "initials", "name", "name", "name", "initials", "number",
    "phone", "phone", "phone", "number", "email", "tag", "company", "note",
)  # fmt: skip

# Takes a contact's names, phones, emails, tags and notes, as the index holds them; returns the
# best place at which it has what was typed, None if it has it nowhere.
Finder = Callable[[str, str, str, str, str], int | None]


def finder(words: Sequence[Word]) -> Finder:
    """Return what finds the place a contact has all these words at: that of the worst.

    A name that is, or begins with, the words together is as good as with one word.
    """
    finders = [_WordFinder(word).find for word in words]
    if len(finders) == 1:
        return finders[0]
    together = "".join(word.text for word in words)

    def find(names: str, phones: str, emails: str, tags: str, notes: str) -> int | None:
        worst = NAME_EQUAL
        for find_one in finders:
            place = find_one(names, phones, emails, tags, notes)
            if place is None:
                return None
            worst = max(worst, place)
        if NAME_START < worst <= INITIALS_INSIDE:
            name = names.partition("\n")[0].partition("\t")[0].replace(" ", "")
            if name.startswith(together):
                return NAME_EQUAL if name == together else NAME_START
        return worst

    return find


class _WordFinder:
    """Finds one word; what is the same for every contact is made ready before."""

    def __init__(self, word: Word) -> None:
        self._text = word.text
        self._digits = word.digits
        self._has = re.compile(word.shape).search
        self._at_word = re.compile(f" {word.shape}").search
        self._half_start = INITIALS_START if word.has_initials else NAME_START_HALF
        self._half_inside = INITIALS_INSIDE if word.has_initials else NAME_INSIDE_HALF
        self._in_emails, self._in_tags, self._in_notes = (
            word.in_emails, word.in_tags, word.in_notes,
        )  # fmt: skip

    def find(self, names: str, phones: str, emails: str, tags: str, notes: str) -> int | None:
        found = self._has(names)
        if found is None:
            if self._digits and (place := self._in_phones(phones)) is not None:
                return place
            return self._elsewhere("", emails, tags, notes)
        start = found.start()
        if "\t" in names:  # in several spellings
            return self._find_in_all(names, phones, emails, tags, notes)
        if "\n" in names:
            end = names.index("\n")
            if start > end or not names.startswith("\n\n\n", end):  # reading or nickname
                return self._find_in_all(names, phones, emails, tags, notes)
            names = names[:end]
        return self._in_name(names, start)

    def _find_in_all(
        self, names: str, phones: str, emails: str, tags: str, notes: str
    ) -> int | None:
        """Do what `find` does, for any kind of names."""
        names, company, number = _lines(names)
        places = [
            self._in_name(name, found.start())
            for name in names.replace("\t", "\n").split("\n")
            if (found := self._has(name))
        ]
        place = min(places, default=None)
        if place is None and self._digits:
            place = self._in_phones(phones)
        if number and (place is None or place > NUMBER_EQUAL):
            known = self._in_number(number)
            place = known if place is None or (known and known < place) else place
        return self._elsewhere(company, emails, tags, notes) if place is None else place

    def _in_name(self, name: str, start: int) -> int:
        """Return the place in a name that has it first at `start`."""
        if start == 0:
            if name.startswith(self._text):
                return NAME_EQUAL if name == self._text else NAME_START
            return self._half_start
        if " " in name and self._at_word(name):
            return NAME_WORD
        return NAME_INSIDE if self._text in name else self._half_inside

    def _in_phones(self, phones: str) -> int | None:
        best = None
        for phone in phones.split("\n"):
            for digits in self._digits:
                place = _place_in_phone(phone, digits)
                if place is not None and (best is None or place < best):
                    best = place
        return best

    def _in_number(self, number: str) -> int | None:
        if self._in_tags and number.startswith(self._text):
            return NUMBER_EQUAL if number == self._text else NUMBER
        return NUMBER if self._in_emails and self._has(number) else None

    def _elsewhere(self, company: str, emails: str, tags: str, notes: str) -> int | None:
        if emails and self._in_emails and self._has(emails):
            return EMAIL
        if tags and self._in_tags and self._has(tags):
            return TAG
        if company and self._has(company):
            return COMPANY
        return NOTE if notes and self._in_notes and self._has(notes) else None


def _place_in_phone(phone: str, digits: str) -> int | None:
    if len(digits) < 3:  # in the midst of them, nearly every phone would have them
        starts = phone.startswith(digits) or phone[-4:].startswith(digits)
        return PHONE_START if starts else None
    if digits not in phone:
        return None
    if len(digits) == 4 and phone.endswith(digits):
        return LAST_FOUR
    return PHONE_START if phone.startswith(digits) else PHONE_INSIDE


def _lines(names: str) -> tuple[str, str, str]:
    """Take names apart: (name, reading and nickname; company; customer number)."""
    if "\n" not in names:
        return names, "", ""
    name, *rest = names.split("\n")
    reading, nickname, company, number = (*rest, "", "", "")[:4]
    if reading or nickname:
        name = f"{name}\n{reading}\n{nickname}"
    return name, company, number
