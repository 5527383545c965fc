"""The pages of the help: read from resources/help, and found while a word is being typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from app.words import LANGUAGES
from db.hangul import INITIALS, readings, span, split_pairs
from resources import path

TOPICS = (
    "first-steps", "home", "contacts", "contact", "people", "search", "filters", "quick-log",
    "sales", "products", "pipeline", "deal", "enquiries", "tasks", "calendar", "plans", "quotes",
    "goals", "reports", "import", "import-result", "export", "history", "duplicates", "trash",
    "notices", "print", "settings", "password", "backups", "keyboard", "windows",
)  # fmt: skip
"""Names of the pages in the order of the list; each is a file of that name per language."""

JOINER = "\u2060"  # may stand between any two letters of what is searched: it is not seen
JOINED = f"{JOINER}?"
OVER_SPACES = f"[{JOINER} ]?"  # initial consonants are typed of several words in one
MARKS = re.compile(r"\*\*|`|\]\([^)]*\)|\[|^#+ |^- ", re.MULTILINE)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class HelpPage:
    """One page in one language; `text` is its Markdown, the title included."""

    topic: str
    text: str

    @cached_property
    def title(self) -> str:
        """What the page is called."""
        return self.headings[0]

    @cached_property
    def headings(self) -> list[str]:
        """The title and the headings below it."""
        return HEADING.findall(self.text)

    @cached_property
    def plain(self) -> str:
        """The page as it reads."""
        return MARKS.sub("", self.text)


def pages(language: str) -> list[HelpPage]:
    """Return every page in that language, in English where the language is not known."""
    folder = path("help") / (language if language in LANGUAGES else "en")
    return [
        HelpPage(topic, (folder / f"{topic}.md").read_text(encoding="utf-8")) for topic in TOPICS
    ]


def find(among: Sequence[HelpPage], text: str) -> list[HelpPage]:
    """Return the pages that have each word of the text, those that have it in the title first.

    The last word may be half typed: '가젹' on the way to 가져 finds it. Initial consonants do too.
    """
    words = patterns(text)
    found = [page for page in among if all(word.search(page.plain) for word in words)]

    def place(page: HelpPage) -> int:
        headings = "\n".join(page.headings)
        return sum(
            0 if word.search(page.title) else 1 if word.search(headings) else 2 for word in words
        )

    return sorted(found, key=place)


def patterns(text: str) -> list[re.Pattern[str]]:
    """Return an expression per typed word; it fits wherever the word may be meant."""
    words = normalize("NFC", text).replace(JOINER, "").split()
    return [
        re.compile("|".join(forms(word, half=number == len(words))), re.IGNORECASE)
        for number, word in enumerate(words, start=1)
    ]


def forms(word: str, *, half: bool) -> Iterator[str]:
    """Yield the expressions of what a word may be; `half`: its last syllable is being typed."""
    letters = split_pairs(word)
    joined = OVER_SPACES if set(letters) <= set(INITIALS) else JOINED
    yield joined.join([*map(one_of, letters[:-1]), one_of(letters[-1], half=half)])
    for known, begun in readings(word) if half else ():
        parts = [one_of(letter) for letter in known]
        yield JOINED.join([*parts, one_of(begun, half=True)] if begun else parts)


def one_of(letter: str, *, half: bool = False) -> str:
    """Return the expression of one letter: a consonant stands for all that begin with it."""
    first, last = span(letter)
    if first == last or (letter >= "가" and not half):
        return re.escape(letter)
    return f"[{letter}{first}-{last}]"
