"""A match of columns that was given a name, to be used for other files too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.exchange.fields import NEVER
from app.exchange.headers import normalise
from app.exchange.running import Prepared
from app.exchange.table import column_letters
from app.shapes.imports import ImportRequest, SavedMatch
from db.keys import name_key

PREFIX = "import_match."  # of the settings that hold them
RULES = ("mode", "match", "overwrite", "look_alikes", "tag", "points")


def key_of(name: str) -> str:
    """Return the key of the setting that holds the match of that name."""
    return PREFIX + name_key(name)


def facts_of(name: str, prepared: Prepared) -> dict[str, Any]:
    """Return what is kept of a plan: columns, header line, values, dates and rules."""
    request, columns = prepared.request, prepared.mapping.columns
    headers = {column.index: column.header for column in columns}
    return {
        "name": name,
        "columns": {c.header: f"{c.target} {c.rule}".strip() for c in columns if c.header},
        "header_line": prepared.table.header_line,
        "values": {headers[index]: dict(meant) for index, meant in request.values.items() if meant},
        "rules": {rule: getattr(request, rule) for rule in RULES},
    }


def saved_match(facts: dict[str, Any]) -> SavedMatch:
    """Take back what `facts_of` gave."""
    return SavedMatch(
        facts["name"], facts["columns"], facts["header_line"], facts["values"], facts["rules"]
    )


def fits(match: SavedMatch, prepared: Prepared) -> bool:
    """Tell whether the columns of a file, as it is read now, have any the match knows."""
    known = set(map(normalise, match.columns))
    return any(normalise(header) in known for header in prepared.source.headers)


def request_with(match: SavedMatch, prepared: Prepared) -> ImportRequest:
    """Return the request that uses a match for a file; what the file has not got is passed over."""
    by_header = {normalise(header): field for header, field in match.columns.items()}
    values = {normalise(header): meant for header, meant in match.values.items()}
    headers = [column.header for column in prepared.mapping.columns]
    told, meant = {}, {}
    for column in prepared.mapping.columns:
        header = normalise(column.header)
        if header in by_header and column.target != NEVER:
            alone = headers.count(column.header) == 1
            told[column.header if alone else column_letters(column.index)] = by_header[header]
        if header in values:
            meant[column.index] = values[header]
    rules: dict[str, Any] = {
        name: tuple(rule) if isinstance(rule, list) else rule
        for name, rule in match.rules.items()
        if name in RULES
    }
    return replace(prepared.request, told=told, values=meant, **rules)
