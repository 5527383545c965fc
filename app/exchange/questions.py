"""What only the person can know about a column: the order of its dates, what its values mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.matches import Mapping
from app.exchange.table import Cell, Table, is_blank, text_of
from app.exchange.values.dates import DateReader, decide_order

ORDERS = ("ymd", "mdy", "dmy")
DATES = ("birthday", "first_seen_on", "last_visit_on")
CHOSEN = ("tag", "gender", "kind", "birthday_calendar")
MOST_VALUES = 24  # a column of more different texts is no choice


@dataclass(frozen=True, slots=True)
class DateQuestion:
    """Dates that could be read in several ways: a real example and what each order makes of it."""

    index: int
    header: str
    example: str
    readings: tuple[tuple[str, str], ...]  # order, the example as YYYY-MM-DD
    answer: str  # the order in force


@dataclass(frozen=True, slots=True)
class ColumnValues:
    """The different texts of a column that chooses from few, the most frequent first."""

    index: int
    header: str
    target: str
    texts: tuple[tuple[str, int], ...]  # text, how often


def date_questions(
    table: Table,
    mapping: Mapping,
    *,
    language: str,
    year: int,
    targets: Sequence[str] = DATES,
) -> tuple[DateQuestion, ...]:
    """Return the columns whose dates nobody but the person can tell, answered or not."""
    found = []
    for match in mapping.columns:
        if match.target not in targets:
            continue
        cells = dict.fromkeys(row[match.index] for row in table.rows)
        if not decide_order(cells, language).ambiguous:
            continue
        partial = match.target == "birthday"
        readers = {
            order: DateReader(
                decide_order(cells, language, order), year, table.date_1904, partial=partial
            )
            for order in (match.rules.get("order", ""), *ORDERS)
        }
        for cell in cells:
            days = {order: _iso(reader, cell) for order, reader in readers.items()}
            in_force, *_others = days.values()
            readings = {days[order]: order for order in reversed(ORDERS) if days[order]}
            if len(readings) > 1 and in_force:
                told = tuple((order, iso) for iso, order in reversed(readings.items()))
                answer = readings[in_force]
                found.append(DateQuestion(match.index, match.header, text_of(cell), told, answer))
                break
    return tuple(found)


def values_of(
    table: Table, mapping: Mapping, targets: Sequence[str] = CHOSEN
) -> tuple[ColumnValues, ...]:
    """Return the columns that choose from few values, with those values."""
    found = []
    for match in mapping.columns:
        if match.target not in targets and not match.target.startswith("consent"):
            continue
        cells = (row[match.index] for row in table.rows)
        texts = Counter(text_of(cell) for cell in cells if not is_blank(cell))
        if 0 < len(texts) <= MOST_VALUES:
            common = tuple(texts.most_common())
            found.append(ColumnValues(match.index, match.header, match.target, common))
    return tuple(found)


def _iso(reader: DateReader, cell: Cell) -> str:
    day = reader.read(cell)
    return day.iso if day is not None else ""
