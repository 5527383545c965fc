"""What can be found of one contact, as the columns of `contact_search`: pure functions.

`grams` holds pieces of one and two letters for what the trigram index cannot answer. A piece
says by its first letter what it was taken from; a bare one is of the names. Text here is
casefolded, so that a capital letter can be no part of it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain

from db.hangul import grams, initials
from db.keys import phone_key

Document = tuple[str, str, str, str, str, str]  # names, phones, emails, tags, notes, grams

NAME_START = "Ω"
NUMBER = "Ξ"
PHONE_START = "Φ"
LAST_FOUR = "Λ"
TAG = "Θ"
NOTE = "Δ"
DIGITS = "Π"  # three of them side by side, wherever they are but in names and tags

_WIDE = re.compile(
    "[\uff01-\uff5e\u3000㈜㈔]+"
)  # what a Korean keyboard makes of ASCII, (주), (사)
_HANGUL = re.compile("[가-힣]")
_DIGITS = re.compile("[0-9]{3,}")
_SYLLABLES = re.compile("[가-힣]+")
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
    pieces = [_name_pieces(lines[0])]
    if any(lines[1:]):
        pieces += [" ".join(grams(other)) for other in lines[1:4] if other]
        if lines[4:] and lines[4]:
            pieces.append(f"{NUMBER}{lines[4][0]} {NUMBER}{lines[4][:2]}")
    numbers = _each(digits_of, phones) if phones else ()
    addresses = _each(_one_line, emails) if emails else ()
    labels = _each(_one_line, tags) if tags else ()
    bodies = _each(fold, notes) if notes else ()
    pieces += map(_phone_pieces, numbers)
    pieces += map(_tag_pieces, labels)
    pieces += map(_note_pieces, bodies)
    pieces.append(_digit_pieces((*numbers, *addresses, *bodies, *lines[4:])))
    return (
        "\n".join(lines).rstrip("\n"),
        "\n".join(numbers),
        "\n".join(addresses),
        "\n".join(labels),
        "\n".join(bodies),
        " ".join(filter(None, pieces)),
    )


def line(name: str) -> str:
    """Return one name as the index holds it; spaced Hangul also without spaces, behind a tab."""
    if _SYLLABLES.fullmatch(name):
        return name  # as most names are
    words = fold(name).split()
    if len(words) == 1:
        return words[0]
    spaced = " ".join(words)
    return f"{spaced}\t{''.join(words)}" if _HANGUL.search(spaced) else spaced


def _each(made: Callable[[str], str], values: Iterable[str]) -> Sequence[str]:
    """Return what each value makes, without the empty and the equal, in one certain order."""
    found = [*map(made, values)]
    return found if len(found) == 1 and found[0] else sorted({*found} - {""})


def _one_line(text: str) -> str:
    return " ".join(fold(text).split())


def _narrow(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def _name_pieces(name: str) -> str:
    pieces = " ".join(grams(name))
    letters = initials(name)
    if letters == name:
        return pieces
    letters = letters[letters.find("\t") + 1 :]
    return f"{pieces} {NAME_START}{letters[:2]} {NAME_START}{letters[:3]}"


def _phone_pieces(digits: str) -> str:
    last = digits[-4:]
    return (
        f"{PHONE_START}{digits[0]} {PHONE_START}{digits[:2]}"
        f" {LAST_FOUR}{last[0]} {LAST_FOUR}{last[:2]} {LAST_FOUR}{last}"
    )


@lru_cache(maxsize=1024)
def _tag_pieces(label: str) -> str:
    words = label.split()
    pieces = [letter for word in words for letter in word]
    pieces += [pair for word in words for pair in map(str.__add__, word, word[1:])]
    return " ".join(TAG + piece for piece in dict.fromkeys(pieces))


def _digit_pieces(texts: Iterable[str]) -> str:
    runs = [run for text in texts for run in _DIGITS.findall(text)]
    return " ".join(
        DIGITS + part for part in dict.fromkeys(chain.from_iterable(map(triples, runs)))
    )


def triples(digits: str) -> list[str]:
    """Return each three digits side by side, without '010': nearly every phone begins so."""
    parts = map("".join, zip(digits, digits[1:], digits[2:], strict=False))
    return [part for part in parts if part != "010"]


def _note_pieces(text: str) -> str:
    """Pairs of letters of the scripts where two may be a word."""
    runs = IDEOGRAMS.findall(text)
    pairs = dict.fromkeys(pair for run in runs for pair in map(str.__add__, run, run[1:]))
    return " ".join(NOTE + pair for pair in pairs)
