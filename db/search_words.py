"""A typed word: what it means, and how the index is asked for it.

Pure functions. What a search finds is said by `search_places`; the expressions for FTS5 only
have to cover it: they may let too much through, never too little.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from db.hangul import INITIALS, initials, is_open, readings, span, split_pairs
from db.keys import clean
from db.search_digits import is_one_phone, phone_digits, telling_part, without_signs
from db.search_text import (
    DIGITS,
    IDEOGRAMS,
    LAST_FOUR,
    NAME_START,
    NOTE,
    NUMBER,
    PHONE_START,
    TAG,
    fold,
    triples,
)

MOST_WORDS = 8
LONGEST_WORD = 60
_NO_INITIALS = re.compile(f"[^{INITIALS}]+")
_MOST_PIECES = 4  # of a word asked for one by one


@dataclass(frozen=True)
class Word:
    """One typed word; `text` is folded. Only the last word may be `half` typed.

    A consonant stands for a syllable beginning with it, and then only names have it. `others`
    are what else the last syllable may become, tried where the word itself is nowhere.
    """

    text: str
    half: bool = False
    others: tuple["Word", ...] = field(default=(), repr=False)

    @cached_property
    def has_initials(self) -> bool:
        """True if some letter is an initial consonant."""
        return any(c in INITIALS for c in self.text)

    @cached_property
    def is_short(self) -> bool:
        """True if the trigram index cannot know it."""
        return len(self.text) < 3

    @cached_property
    def is_ideographic(self) -> bool:
        """True if it is all Hangul, kana or Chinese characters: there, two make a word."""
        return bool(IDEOGRAMS.fullmatch(self.text))

    @cached_property
    def in_emails(self) -> bool:
        """True if e-mails, and the midst of customer numbers, are searched for it."""
        return not (self.has_initials or self.is_short or self.is_ideographic)

    @property
    def in_tags(self) -> bool:
        """True if tags, and the beginnings of customer numbers, are searched for it."""
        return not self.has_initials

    @cached_property
    def in_notes(self) -> bool:
        """True if notes are searched for it."""
        known = not self.is_short or (self.is_ideographic and len(self.text) == 2)
        return known and not self.has_initials

    @cached_property
    def digits(self) -> tuple[str, ...]:
        """What it may mean as part of a phone number; empty if it is no number."""
        return phone_digits(self.text)

    @cached_property
    def shape(self) -> str:
        """The regular expression of a text that has it."""
        return self._letters(re.escape)

    def _letters(self, escape: Callable[[str], str]) -> str:
        """Return the pattern of its letters; the classes are the same in a regex and in GLOB."""
        shape = [f"[{c}{'-'.join(span(c))}]" if c in INITIALS else escape(c) for c in self.text]
        if self._grows:
            shape[-1] = f"[{'-'.join(span(self.text[-1]))}]"
        return "".join(shape)

    @cached_property
    def _grows(self) -> bool:
        return self.half and is_open(self.text[-1])

    # How the index is asked for it

    @property
    def for_grams(self) -> bool:
        """True if `contact_gram` knows every place that has it."""
        known = self.has_initials or self.is_short or self.is_ideographic
        return known or bool(self._triples)

    @cached_property
    def _triples(self) -> list[list[list[str]]]:
        """What `contact_gram` is asked for three digits, in each way to read them; else empty.

        Beside another word they are too many to look at; four are few in the trigram index.
        """
        if len(self.text) != 3 or not (self.text.isascii() and self.text.isdigit()):
            return []
        forms = dict.fromkeys((self.text, *self.digits))
        ways = [[[DIGITS + part] for part in triples(form)] for form in forms]
        return ways if all(ways) else []

    @property
    def for_trigrams(self) -> bool:
        """True if `contact_trigram` knows every place that has it."""
        return not self.has_initials and not self.is_short

    @property
    def in_names_or_tags(self) -> bool:
        """True if nothing but names, customer number and tags can have it."""
        return not self.for_trigrams and not self.in_notes and not self.digits

    @property
    def glob(self) -> str:
        """The GLOB pattern of a text that has it."""
        return f"*{self._letters(lambda c: f'[{c}]' if c in '*?[' else c)}*"

    @property
    def is_exact(self) -> bool:
        """True if asking for `anywhere_…` gives just what `find` finds."""
        if self.has_initials:
            return len(self.text) <= 3 and all(c in INITIALS for c in self.text)
        return self.is_short or (len(self.text) == 3 and not self.is_ideographic)

    def names_in_grams(self) -> str:
        """Return the expression for `contact_gram` that covers names and companies."""
        text, letters = self.text, initials(self.text)
        if not self.has_initials:
            return _all_of(self._pieces(2))
        if letters == text:
            return _all_of(_pieces(text, 3))
        tokens = _pieces(letters, 3)
        certain = text[:-1] if self._grows else text
        for run in _NO_INITIALS.findall(certain):
            tokens += _pieces(run, 2)
        return _all_of(tokens)

    def tags_in_grams(self) -> str:
        """Return the expression for `contact_gram` that covers tags; '' for initials."""
        return "" if self.has_initials else _all_of(self._pieces(2, TAG))

    def start_in_grams(self) -> str:
        """Return an expression for the best that `contact_gram` knows of; '' if there is none."""
        if len(self.text) > 1 and all(c in INITIALS for c in self.text):
            return _all_of([[NAME_START + self.text[:3]]])
        if len(self.text) == 4 and self.digits:
            return _all_of([[LAST_FOUR + digits for digits in self.digits]])
        return ""

    @property
    def is_known_by_start(self) -> bool:
        """True if whatever `start_in_grams` finds is a name that begins with it."""
        return 1 < len(self.text) <= 3 and all(c in INITIALS for c in self.text)

    def anywhere_in_grams(self) -> str:
        """Return the expression for `contact_gram` that covers every place it knows."""
        if self.has_initials:
            return self.names_in_grams()
        ways = [self.names_in_grams(), self.tags_in_grams()]
        if self._triples:
            ways += map(_all_of, self._triples)
        else:
            ways.append(_all_of([[NUMBER + self.text[:2]]]))
            if self.in_notes:
                ways.append(_all_of(self._pieces(2, NOTE)))
        if self.digits and self.is_short:
            ways.append(_all_of([[PHONE_START + self.digits[0], LAST_FOUR + self.digits[0]]]))
        return f"({' OR '.join(ways)})"

    def anywhere_in_trigrams(self) -> str:
        """Return the expression for `contact_trigram` that covers every place."""
        asked = {telling_part(digits) for digits in self.digits}
        ways = [_all_of(_pieces(digits, 3)) for digits in sorted(asked)]
        if not any(digits in self.text for digits in asked):
            at = self.text.find("@")  # many have what follows an @: lists of no use
            ways.append(_all_of(self._pieces(3) if at < 2 else _pieces(self.text[: at + 2], 3)))
        return f"({' OR '.join(ways)})"

    def _pieces(self, width: int, mark: str = "") -> list[list[str]]:
        """Return the pieces it is made of; the last one in every form it may grow to."""
        pieces = _pieces(self.text, width, mark)
        if self._grows:
            first, last = map(ord, span(self.text[-1]))
            stem = pieces[-1][0][:-1]
            pieces[-1] = [stem + chr(code) for code in range(first, last + 1)]
        return pieces


def words_of(text: str) -> list[Word]:
    """Return what was typed as words; empty if there is nothing to search for."""
    typed = fold(clean(text))
    if is_one_phone(typed):
        typed = typed.replace(" ", "")
    parts = [split_pairs(without_signs(part)[:LONGEST_WORD]) for part in typed.split()]
    parts = list(dict.fromkeys(parts))[:MOST_WORDS]
    words = [Word(part) for part in parts[:-1]]
    if parts:
        others = [Word(certain + growing, half=True) for certain, growing in readings(parts[-1])]
        words.append(Word(parts[-1], half=True, others=tuple(others)))
    return words


def name_range(words: list[Word]) -> tuple[str, str] | None:
    """Return bounds (from, below) of the names that begin with what was typed; None if none.

    All initial consonants but the last letter would need more than one range.
    """
    text = " ".join(word.text for word in words)
    stem, last = text[:-1], text[-1]
    if any(c in INITIALS for c in stem):
        return None
    first, final = span(last)
    return stem + first, f"{stem}{final}\U0010ffff"


def _pieces(text: str, width: int, mark: str = "") -> list[list[str]]:
    """Return pieces that cover the text: side by side where it is long, else all of them.

    Joining more lists would take longer than it saves.
    """
    width = min(width, len(text))
    last = len(text) - width
    starts = range(0, last, width if last > _MOST_PIECES else 1)
    return [[mark + text[i : i + width]] for i in (*starts, last)]


def _all_of(tokens: list[list[str]]) -> str:
    """Return the FTS5 expression for one of each of these; quoted, so that no sign has power."""
    groups = [
        " OR ".join('"' + token.replace('"', '""') + '"' for token in group) for group in tokens
    ]
    return f"({' AND '.join(f'({group})' for group in groups)})"
