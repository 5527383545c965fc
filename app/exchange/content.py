"""Guessing a column from what stands in it, where its header says nothing."""

import re
from collections.abc import Callable, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from app.exchange.table import Cell, Table, is_blank
from app.exchange.values.choices import read_choice
from app.exchange.values.dateforms import taken_apart
from app.exchange.values.emails import is_email
from app.exchange.values.names import is_korean_name
from app.exchange.values.texts import is_resident_number, text_of

SAMPLE = 500  # cells that decide
_SEARCHED = 5_000  # rows they are looked for in
_LIKELY = 0.8  # share of the cells that must agree
_PHONE = re.compile(r"(?:\+|00)?[\d(][\d\s().-]{6,18}\d|1[568]\d{2}-\d{4}")
_PHONE_START = re.compile(r"\+|0[1-9]|00[1-9]|82-?10|10\d{8}|1[568]\d{2}-")
_ADDRESS = re.compile(
    r"^(?:[(\[]?\d{5}[)\]]?\s*)?(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청|전북|전남|전라|경북|경남"
    r"|경상|제주)|(?:로|길)\s?\d+(?:-\d+)?|(?:동|읍|면|리)\s?\d+(?:-\d+)?번?지?"
)
_POSTCODE = re.compile(r"\d{5}|\d{3}-\d{3}")
_HONORIFICS = frozenset(
    ("mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "씨", "님", "귀하")
)


class Guess(NamedTuple):
    """A target and how sure the content makes it (0..100)."""

    target: str
    confidence: int


def sample(table: Table, index: int) -> list[Cell]:
    """Return the first cells of a column that are not blank."""
    cells = (row[index] for row in islice(table.rows, _SEARCHED))
    return list(islice((cell for cell in cells if not is_blank(cell)), SAMPLE))


def guess(cells: Sequence[Cell], *, year: int) -> Guess | None:
    """Return what a sample looks like: phone, e-mail, name, address, birthday, postcode.

    `year` is this year: dates that mostly lie more than ten years back are birthdays, and only
    those are guessed.
    """
    texts = [text for cell in cells if (text := text_of(cell))]
    if not texts:
        return None
    tests: tuple[tuple[str, Callable[[str], bool], int], ...] = (
        ("email", is_email, 90),
        ("phone", _is_phone, 85),
        ("name", is_korean_name, 75),
        ("address.full", _is_address, 75),
    )
    for target, test, most in tests:
        share = sum(map(test, texts)) / len(texts)
        if share >= _LIKELY and (target != "name" or _vary(texts)):
            return Guess(target, round(most * share))
    return _birthday(cells, year) or _postcode(texts)


def is_never(cells: Sequence[Cell]) -> bool:
    """Tell whether a sample holds resident numbers: every third cell is enough."""
    texts = [text_of(cell) for cell in cells]
    return bool(texts) and sum(map(is_resident_number, texts)) * 3 >= len(texts)


def is_running(cells: Sequence[Cell]) -> bool:
    """Tell whether a sample counts 1, 2, 3 … down the file, a gap here and there allowed."""
    numbers = [text_of(cell) for cell in cells]
    if not all(number.isdecimal() and len(number) < 8 for number in numbers):
        return False
    counts = [int(number) for number in numbers]
    steps = sum(after - before == 1 for before, after in pairwise(counts))
    return bool(counts) and counts[0] <= 1 and steps >= 0.9 * (len(counts) - 1)


def are_choices(choice: str, cells: Sequence[Cell]) -> bool:
    """Tell whether every cell of a sample is an answer of this kind of choice."""
    return bool(cells) and all(read_choice(choice, cell) is not None for cell in cells)


def are_kinds(cells: Sequence[Cell]) -> bool:
    """Tell whether a sample tells people from companies: 개인 alone is as good as any tag."""
    kinds = {read_choice("kind", cell) for cell in cells}
    return None not in kinds and bool(kinds & {"company", "household"})


def are_honorifics(cells: Sequence[Cell]) -> bool:
    """Tell whether a sample holds Mr, Mrs, Dr … rather than jobs."""
    words = [text_of(cell).casefold().rstrip(".") for cell in cells]
    return bool(words) and sum(word in _HONORIFICS for word in words) >= _LIKELY * len(words)


def _is_phone(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return (9 if text[0] != "1" else 8) <= digits <= 15 and bool(
        _PHONE.fullmatch(text) and _PHONE_START.match(text)
    )


def _is_address(text: str) -> bool:
    return len(text) >= 7 and bool(_ADDRESS.search(text))


def _vary(texts: Sequence[str]) -> bool:
    """Names differ; a column of 서울 and 부산, or of 단골 and 신규, does not."""
    return len(set(texts)) >= min(len(texts), 3) and len(set(texts)) * 2 > len(texts)


def _birthday(cells: Sequence[Cell], year: int) -> Guess | None:
    full = [seen.numbers for cell in cells if (seen := taken_apart(cell)).form in ("ymd", "last")]
    years = sorted(max(numbers) for numbers in full)
    if len(full) < _LIKELY * len(cells) or not 1900 < years[len(years) // 2] <= year - 10:
        return None
    return Guess("birthday", 55)


def _postcode(texts: Sequence[str]) -> Guess | None:
    if len(texts) >= 3 and all(map(_POSTCODE.fullmatch, texts)) and len(set(texts)) > 1:
        return Guess("address.postcode", 50)
    return None
