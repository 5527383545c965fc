"""What somebody says about a file, as another request for its import."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.exchange.matches import ColumnMatch
from app.exchange.table import column_letters
from app.shapes.imports import ImportRequest
from ui.exchange.check import UNDECIDED

if TYPE_CHECKING:
    from app.services.imports import Prepared


def read_anew(request: ImportRequest, **reading: object) -> ImportRequest:
    """Read the file in another way: what was said about its old columns is void."""
    anew = replace(request, told={}, edits={}, values={}, decisions={})
    return replace(anew, **reading)  # type: ignore[arg-type]


def with_target(
    request: ImportRequest, prepared: Prepared | None, match: ColumnMatch, target: str
) -> ImportRequest:
    """Let a column become something else; what its values meant is forgotten."""
    values = {k: v for k, v in request.values.items() if k != match.index}
    return _told(replace(request, values=values), prepared, match, target)


def with_order(
    request: ImportRequest, prepared: Prepared | None, match: ColumnMatch, order: str
) -> ImportRequest:
    """Read the dates of a column in that order."""
    others = [word for word in match.rule.split() if not word.startswith("order=")]
    rule = " ".join([match.target, *others, f"order={order}"])
    return _told(request, prepared, match, rule)


def with_edit(request: ImportRequest, line: int, column: int, text: str) -> ImportRequest:
    """Read another text in a cell."""
    return replace(request, edits={**request.edits, (line, column): text})


def with_decisions(request: ImportRequest, decisions: dict[int, int | str]) -> ImportRequest:
    """Take rows as somebody decided; what is undecided again is left to the plan."""
    told = {**request.decisions, **decisions}
    told = {line: what for line, what in told.items() if what != UNDECIDED}
    return replace(request, decisions=told)


def _told(
    request: ImportRequest, prepared: Prepared | None, match: ColumnMatch, target: str
) -> ImportRequest:
    headers = [c.header for c in prepared.mapping.columns] if prepared else []
    alone = match.header and headers.count(match.header) == 1
    key = match.header if alone else column_letters(match.index)
    return replace(request, told={**request.told, key: target})
