"""Months to come by the season, on the published series: ours, last year's, and Holt-Winters'."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from statistics import fmean

from app.seasons import FEWEST, YEAR, forecast
from tests.insight.books import said_by
from tests.insight.logs import Peer
from tests.insight.rows import Row

EVERY = 4  # months between two days from which a year is told
MOST = 0.9  # of the error of last year's months
LONG = 36  # months


def seasons(peer: Peer, series: Mapping[str, Sequence[float]]) -> list[Row]:
    """Tell a year from many months of each series, and compare with what came."""
    origins = {
        name: [list(months[:end]) for end in range(FEWEST, len(months) - YEAR + 1, EVERY)]
        for name, months in series.items()
    }
    came = {
        name: [list(series[name][len(one) : len(one) + YEAR]) for one in beginnings]
        for name, beginnings in origins.items()
    }
    began = time.perf_counter()
    ours = {
        name: [[likely for _low, likely, _high in forecast(one, YEAR)] for one in beginnings]
        for name, beginnings in origins.items()
    }
    took = time.perf_counter() - began
    naive = {name: [one[-YEAR:] for one in beginnings] for name, beginnings in origins.items()}
    told = said_by(peer, "months", origins)
    theirs: dict[str, list[list[float]]] | None = None
    theirs_took = None
    if told is not None:
        theirs_took = told.pop("seconds")[0]
        theirs = told  # type: ignore[assignment]
    rows = []
    for what, least in (("2 years and more", FEWEST), ("3 years and more", LONG)):
        error, plain, other = (
            None if one is None else _error(origins, one, came, least)
            for one in (ours, naive, theirs)
        )
        assert error is not None
        assert plain is not None
        must = MOST * plain
        published = {FEWEST: 11.9, LONG: 10.7}[least]
        rows += [
            Row(f"sMAPE of a year, %, {what}", error, other, published, must, "most", 2),
            Row("the same months of last year", plain, None, 15.7 if least == FEWEST else None,
                digits=2),
        ]  # fmt: skip
    count = sum(map(len, origins.values()))
    rows.append(Row(f"{count} years told, seconds", took, theirs_took, digits=2))
    if theirs_took is not None:
        rows.append(Row("times as fast as Holt-Winters", theirs_took / took, 1, 70, digits=0))
    return rows


def _error(
    origins: Mapping[str, Sequence[Sequence[float]]],
    told: Mapping[str, Sequence[Sequence[float]]],
    came: Mapping[str, Sequence[Sequence[float]]],
    least: int,
) -> float:
    """Return the symmetric mean error in hundredths, over every year that was told."""
    errors = [
        fmean(2 * abs(a - b) / max(abs(a) + abs(b), 1e-9) for a, b in zip(one, real, strict=True))
        for name, beginnings in origins.items()
        for beginning, one, real in zip(beginnings, told[name], came[name], strict=True)
        if len(beginning) >= least
    ]
    return 100 * fmean(errors)
