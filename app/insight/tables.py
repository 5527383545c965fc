"""Scores as a table for other programs: a customer a row, an empty cell where nothing is known."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from app.errors import FileError, FileProblem
from app.insight.minimising import Floats
from app.insight.reasons import reasons
from app.insight.rhythm import STATES
from app.insight.scoring import Scores
from db.kinds import TIERS


def columns(scores: Scores, names: Sequence[str], language: str) -> dict[str, list[str]]:
    """Return every column by its name, in the order in which they are written."""
    purchases, clock, scored = scores.purchases, scores.rhythm, scores.rfm
    bought = (purchases.count > 0).tolist()
    table = {
        "customer": list(names),
        "as_of": [_day(purchases.as_of)] * len(names),
        "purchases": _whole(purchases.count.tolist()),
        "first_purchase": _days(purchases.first.tolist(), bought),
        "last_purchase": _days(purchases.last.tolist(), bought),
        "silent_days": _whole(purchases.silent.tolist(), bought),
        "spent": _figures(purchases.spent, 2),
        "alive": _figures(scores.alive, 6),
        "churn": _figures(1 - scores.alive, 6),
    }
    for name, figures, digits in (
        ("return", scores.returns, 6), ("expected", scores.expected, 6),
        ("value", scores.value, 2), ("value_low", scores.value_low, 2),
        ("value_high", scores.value_high, 2),
    ):  # fmt: skip
        for at, days in enumerate(scores.horizons):
            table[f"{name}_{days}"] = _figures(figures[:, at], digits)
    some = [count and day >= 0 for count, day in zip(bought, scores.next_day.tolist(), strict=True)]
    table["next_date"] = _days(scores.next_day.tolist(), some)
    table["next_from"] = _days(scores.next_from.tolist(), some)
    table["next_until"] = _days(scores.next_until.tolist(), some)
    for name in ("r", "f", "m"):
        table[name] = [str(one) if one else "" for one in getattr(scored, name).tolist()]
    table["tier"] = [TIERS[one] for one in scores.tier.tolist()]
    table["rhythm"] = [STATES[one] if one >= 0 else "" for one in clock.state.tolist()]
    table["usual_gap_days"] = _figures(clock.gap, 1, bought)
    for at, state in enumerate(STATES[1:]):
        table[f"{state}_from"] = _days(clock.begins[:, at].tolist(), bought)
    table["basis"] = [scores.model.basis] * len(names)
    table["why"] = reasons(scores, language)
    return table


def write_table(path: Path, table: dict[str, list[str]]) -> int:
    """Write a csv file and return how many rows it has; Excel reads its Hangul too."""
    written = io.StringIO(newline="")
    out = csv.writer(written)
    out.writerow(table)
    out.writerows(zip(*table.values(), strict=True))
    text = written.getvalue()
    # Excel takes a file without the mark for one of the PC's old code page.
    encoding = "utf-8" if text.isascii() else "utf-8-sig"
    try:
        path.write_text(text, encoding=encoding, newline="")
    except OSError as error:
        raise FileError(FileProblem.NOT_WRITABLE, path.name) from error
    return len(table["customer"])


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat() if 0 < ordinal <= date.max.toordinal() else ""


def _days(ordinals: Sequence[int], some: Sequence[bool]) -> list[str]:
    known = {day: _day(day) for day in set(ordinals)}
    return [known[day] if told else "" for day, told in zip(ordinals, some, strict=True)]


def _whole(numbers: Sequence[int], some: Sequence[bool] | None = None) -> list[str]:
    told: Iterator[bool] = iter(some) if some is not None else iter([True] * len(numbers))
    return [str(number) if shown else "" for number, shown in zip(numbers, told, strict=True)]


def _figures(figures: Floats, digits: int, some: Sequence[bool] | None = None) -> list[str]:
    """Write figures; one that is no number as nothing."""
    shown = some if some is not None else [True] * len(figures)
    return [
        f"{number:.{digits}f}" if told and number == number else ""  # noqa: PLR0124 - NaN
        for number, told in zip(figures.round(digits).tolist(), shown, strict=True)
    ]
