"""What can be found of one contact, as the columns of `contact_search`: pure functions.

`grams` holds pieces of one and two letters for what the trigram index cannot answer. A piece
says by its first letter what it was taken from; a bare one is of the names. Text here is
casefolded, so that a capital letter can be no part of it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from db.hangul import grams, initials
from db.keys import phone_key

Document = tuple[str, str, str, str, str, str]  # names, phones, emails, tags, notes, grams

NAME_START = "Ω"
NUMBER = "Ξ"
PHONE_START = "Φ"
LAST_FOUR = "Λ"
TAG = "Θ"
NOTE = "Δ"

_WIDE = re.compile(
    "[\uff01-\uff5e\u3000㈜㈔]+"
)  # what a Korean keyboard makes of ASCII, (주), (사)
_HANGUL = re.compile("[가-힣]")
IDEOGRAMS = re.compile("[가-힣ㄱ-ㅣぁ-ヿ㐀-鿿]+")  # scripts where two letters may be a word


def fold(text: str) -> str:
    """`text` as the index compares it: NFC, casefolded, full-width ASCII made narrow."""
    if text.isascii():
        return text.lower()
    text = _WIDE.sub(_narrow, unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", text.casefold())


def digits_of(text: str) -> str:
    """Return the digits a phone is found by: national for Korea, with country code for others."""
    if not (text.isascii() and text.isdigit()):
        key = phone_key(text)
        text = key.removeprefix("+") or "".join(c for c in text if "0" <= c <= "9")
    return text


def document(
    names: Iterable[str | None],
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    tags: Iterable[str] = (),
    notes: Iterable[str] = (),
) -> Document:
    """Return the columns of `contact_search` for one contact.

    `names` are name, reading, nickname, company and customer number, in this order, None or ''
    where there is none. `phones` are match keys, or as written where there is no key. The
    order of phones, e-mails, tags and notes makes no difference.
    """
    lines = [line(name) if name else "" for name in names]
    found = [piece for own in lines[:4] if own for piece in grams(own)]
    letters = initials(lines[0])
    if letters != lines[0]:
        letters = letters[letters.find("\t") + 1 :]
        found += (NAME_START + letters[:2], NAME_START + letters[:3])
    if len(lines) == 5 and lines[4]:
        found += (NUMBER + lines[4][:1], NUMBER + lines[4][:2].rstrip())
    numbers = sorted({digits for phone in phones if (digits := digits_of(phone))})
    for digits in numbers:
        last = LAST_FOUR + digits[-4:]
        found += (PHONE_START + digits[:1], PHONE_START + digits[:2], last[:2], last[:3], last)
    labels = sorted({label for tag in tags if (label := " ".join(fold(tag).split()))})
    for label in labels:
        found += _tag_pieces(label)
    bodies = sorted({fold(note) for note in notes})
    for body in bodies:
        found += note_pieces(body)
    return (
        "\n".join(lines).rstrip("\n"),
        "\n".join(numbers),
        "\n".join(sorted({fold(email.strip()) for email in emails})),
        "\n".join(labels),
        "\n".join(bodies),
        " ".join(dict.fromkeys(found)),
    )


def note_pieces(text: str) -> list[str]:
    """Return the pairs of letters of scripts where two may be a word."""
    return [
        f"{NOTE}{first}{second}"
        for run in IDEOGRAMS.findall(text)
        for first, second in pairwise(run)
    ]


def _narrow(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def line(name: str) -> str:
    """Return one name as the index holds it; spaced Hangul also without spaces, behind a tab."""
    words = fold(name).split()
    spaced = " ".join(words)
    return f"{spaced}\t{''.join(words)}" if len(words) > 1 and _HANGUL.search(spaced) else spaced


@lru_cache(maxsize=4096)
def _tag_pieces(label: str) -> tuple[str, ...]:
    words = label.split()
    pieces = [c for word in words for c in word]
    pieces += [pair for word in words for pair in map(str.__add__, word, word[1:])]
    return tuple(TAG + piece for piece in dict.fromkeys(pieces))
