"""Where the header stands, and which rows are no customers: a pile of rows becomes a table."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from app.exchange.table import (
    Cell,
    FailedRow,
    Grid,
    SkippedRow,
    column_letters,
    is_blank,
    text_of,
)

Knows = Callable[[Sequence[str]], float]

SEARCHED_ROWS = 40  # a header further down was never met (the deepest of 100 files: 24)
SAMPLED_ROWS = 200
NEAR_END = 3  # rows; a total without figures is believed only this close to the end

_NUMBER_LIKE = re.compile(r"[\d\s.,:/+\-()%₩$€£¥~년월일시분초오전후원건명회개점세AMPTZ]*")
_EMAIL_LIKE = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE_LIKE = re.compile(r"(?:\+|\(?0)[\d\s().\-]{8,}")
_TOTAL = re.compile(
    r"(?:(?:총합계|합계|총계|소계|누계|grandtotal|subtotal|totals?)(?:\(.*\))?|총\d[\d,]*[건명개원]?|"
    r"(?P<like_a_name>계|sum))[:：]?"
)
_TOTAL_INITIALS = frozenset("합총소누계TtGgSsＴｔＧｇＳｓ")
_SUSPECT_INITIALS = _TOTAL_INITIALS | frozenset(" \t\u3000")
_FOOTNOTE = re.compile(
    r"[※＊*]|주[)):]|(?:출처|비고|참고|작성일|출력일|조회일|기준일|note|source|printed|exported)\s*[:：]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Shape:
    """A grid that was understood; the fields are those of Table."""

    header_line: int
    headers: tuple[str, ...]
    lines: list[int] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    failed: list[FailedRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Header:
    """The row `index` of a grid, and how many rows (1 or 2) it takes up."""

    index: int
    cells: tuple[str, ...]
    height: int = 1


def shape_grid(grid: Grid, header_line: int | None, knows: Knows) -> Shape | None:
    """Find the header of `grid` and sort its rows; the rows are changed in place.

    A `header_line` is obeyed (0 = there is none); None comes back if no row begins or continues
    on that line, or if it is blank.
    """
    header: Header | None
    if header_line is None:
        header = find_header(grid, knows)
    elif header_line == 0:
        header = None
    else:
        header = _header_on(grid, header_line, knows)
        if header is None:
            return None
    return _sort_rows(grid, header)


def find_header(grid: Grid, knows: Knows) -> Header | None:
    """Return the header among the first rows: known words first, then a look at the cells."""
    sample = [_trimmed(row) for row in grid.rows[:SAMPLED_ROWS]]
    filled = [_filled(row) for row in sample]
    usual = _usual([count for count in filled if count])
    best: Header | None = None
    most = 0.0
    for index, row in enumerate(sample[:SEARCHED_ROWS]):
        if not row or filled[index] < 0.4 * usual:
            continue  # a title of one familiar word is no header
        header, share = _better(grid, index, knows)
        known = share * _filled(header.cells)
        if share >= 0.5 and known > most:
            best, most = header, known
    return best or _plausible_header(grid, sample, filled, knows)


def _better(grid: Grid, index: int, knows: Knows) -> tuple[Header, float]:
    """Return the header starting at `index`, one row or two, and the known share of it."""
    cells = _texts(grid.rows[index])
    best, best_share = Header(index, cells), knows(cells)
    most = best_share * _filled(cells)
    # Joining needs proof: more known words, or cells merged sideways as spreadsheets have them.
    proven = index in grid.merged
    for joined in _joined(grid, index):
        share = knows(joined)
        known = share * _filled(joined)
        if known > most or (proven and known >= most):
            best, best_share, most = Header(index, joined, 2), share, known
            proven = False
    return best, best_share


def _joined(grid: Grid, index: int) -> Iterator[tuple[str, ...]]:
    """Yield the row and its sub-header as one: 'phone mobile', then 'mobile', where they fit."""
    if index + 1 >= len(grid.rows):
        return
    upper, lower = _texts(grid.rows[index]), _texts(grid.rows[index + 1])
    width = max(len(upper), len(lower))
    upper += ("",) * (width - len(upper))
    lower += ("",) * (width - len(lower))
    fills = all(low or up for up, low in zip(upper, lower, strict=True))
    gaps = any(not up for up in upper) and any(not low for low in lower)
    if _filled(upper) < 2 or not fills or not gaps or any(map(_is_data_like, lower)):
        return
    group, whole = "", []
    for up, low in zip(upper, lower, strict=True):
        group = up or group
        whole.append(f"{group} {low}" if low and group else low or up)
    yield tuple(whole)
    yield tuple(low or up for up, low in zip(upper, lower, strict=True))


def _plausible_header(
    grid: Grid, sample: list[Sequence[Cell]], filled: list[int], knows: Knows
) -> Header | None:
    """Return the first well filled row if it looks like names of columns, else None."""
    wide = _usual([len(row) for row in sample if row])
    for index, row in enumerate(sample[:SEARCHED_ROWS]):
        if not row or filled[index] < 0.6 * wide:
            continue
        cells = [text for text in _texts(row) if text]
        data_like = sum(map(_is_data_like, cells))
        distinct = len({text.casefold() for text in cells})
        if data_like > 0.3 * len(cells) or distinct < 0.8 * len(cells):
            return None  # rows of data from the first one on
        if _comes_again(sample, index):
            return None
        return _better(grid, index, knows)[0]
    return None


def _comes_again(sample: list[Sequence[Cell]], index: int) -> bool:
    """Say whether a cell of this row is also a value further down its column."""
    row = sample[index]
    later = [other for other in sample[index + 1 :] if other != row]
    return any(
        not is_blank(cell) and any(len(other) > column and other[column] == cell for other in later)
        for column, cell in enumerate(row)
    )


def _header_on(grid: Grid, line: int, knows: Knows) -> Header | None:
    for index, begins in enumerate(grid.lines):
        ends = grid.lines[index + 1] if index + 1 < len(grid.lines) else begins + 1
        if begins <= line < ends:
            return _better(grid, index, knows)[0] if _filled(grid.rows[index]) else None
        if begins > line:
            break
    return None


def _sort_rows(grid: Grid, header: Header | None) -> Shape:
    names: list[str] = []
    repeated: list[list[Cell]] = []
    start = 0
    shape = Shape(0, (), skipped=list(grid.skipped))
    if header is None:
        width = max((len(_trimmed(row)) for row in grid.rows), default=0)
    else:
        start = header.index + header.height
        shape.header_line = grid.lines[header.index]
        names = list(header.cells)
        repeated = [list(row) for row in grid.rows[header.index : start]]
        width = max(map(len, repeated))
        for line, row in zip(grid.lines, grid.rows[: header.index], strict=False):
            cells = tuple(_trimmed(row))
            shape.skipped.append(SkippedRow(line, "preamble" if cells else "blank", cells))
    _keep_rows(grid, start, width, repeated, shape)
    _take_footnotes(shape)
    used = _used_width(shape.rows, len(names), width)
    if used < width:
        for row in shape.rows:
            del row[used:]
    if header is None:
        columns = range(grid.first_column, grid.first_column + used)
        shape.headers = tuple(map(column_letters, columns))
    else:
        shape.headers = (*names, *[""] * (used - len(names)))
    return shape


def _keep_rows(
    grid: Grid, start: int, width: int, repeated: list[list[Cell]], shape: Shape
) -> None:
    """Put every row from `start` on where it belongs; the ordinary row must stay cheap."""
    last = len(grid.rows) - 1
    while last >= start and not _filled(grid.rows[last]):
        last -= 1
    for index in range(start, len(grid.rows)):
        row, line = grid.rows[index], grid.lines[index]
        first = row[0] if row else None
        suspect = first is None or (
            type(first) is str and (not first or first[0] in _SUSPECT_INITIALS or first.isspace())
        )
        if suspect and (reason := _no_customer(row, near_end=index > last - NEAR_END)):
            shape.skipped.append(SkippedRow(line, reason, tuple(_trimmed(row))))
        elif row in repeated:
            shape.skipped.append(SkippedRow(line, "repeated_header", tuple(_trimmed(row))))
        elif len(row) > width and _filled(row[width:]):
            shape.failed.append(FailedRow(line, "too_many_cells", tuple(_trimmed(row))))
        else:
            if len(row) != width:
                del row[width:]
                row.extend([""] * (width - len(row)))
            shape.lines.append(line)
            shape.rows.append(row)


def _no_customer(row: Sequence[Cell], *, near_end: bool) -> str | None:
    """Return why the row is no customer ('blank', 'total'), or None if it may be one."""
    for cell in row:
        if not is_blank(cell):
            is_word = type(cell) is str and cell.lstrip()[0] in _TOTAL_INITIALS
            return "total" if is_word and _is_total(row, near_end=near_end) else None
    return "blank"


def _take_footnotes(shape: Shape) -> None:
    """Move lone remarks from below the last customer to the skipped rows."""
    notes = []
    while shape.rows and len(shape.rows[-1]) > 1 and _is_footnote(shape.rows[-1]):
        cells = tuple(_trimmed(shape.rows.pop()))
        notes.append(SkippedRow(shape.lines.pop(), "footnote", cells))
    if notes:
        shape.skipped = sorted(shape.skipped + notes, key=lambda row: row.line)


def _is_footnote(row: Sequence[Cell]) -> bool:
    texts = [text for text in _texts(row) if text]
    return len(texts) == 1 and _FOOTNOTE.match(texts[0]) is not None


def _is_total(row: Sequence[Cell], *, near_end: bool) -> bool:
    """Say whether the row adds others up; a person who is called so has a phone or an e-mail."""
    texts = [text for text in map(text_of, row) if text]
    word = _TOTAL.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", texts[0])).casefold())
    if not word:
        return False
    others = texts[1:]
    if any(_EMAIL_LIKE.fullmatch(text) or _PHONE_LIKE.fullmatch(text) for text in others):
        return False
    figures = sum(text == "-" or _is_data_like(text) for text in others)
    words = len(others) - figures
    if word["like_a_name"]:
        return bool(figures) and not words
    return (bool(figures) and words * 3 <= figures) or (near_end and words <= figures)


def _used_width(rows: list[list[Cell]], named: int, width: int) -> int:
    """Return how many columns have a name or a cell in one of `rows`."""
    used = named
    for row in rows:
        if used == width:
            break
        beyond = row[used:]
        if beyond.count("") != width - used:
            used += len(_trimmed(beyond))
    return used


def _is_data_like(text: str) -> bool:
    """Say whether `text` is a number, a date, a phone number or an e-mail address."""
    if "@" in text:
        return _EMAIL_LIKE.fullmatch(text) is not None
    return any(map(str.isdigit, text)) and _NUMBER_LIKE.fullmatch(text) is not None


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in _trimmed(row))


def _trimmed(row: Sequence[Cell]) -> Sequence[Cell]:
    """Return the row without the blank cells at its end."""
    end = len(row)
    while end and is_blank(row[end - 1]):
        end -= 1
    return row[:end]


def _filled(row: Sequence[Cell]) -> int:
    return len(row) - sum(map(is_blank, row))


def _usual(counts: list[int]) -> int:
    """Return the most frequent of `counts`, the larger of equals; 0 for none."""
    found = Counter(counts)
    return max(found, key=lambda count: (found[count], count), default=0)
