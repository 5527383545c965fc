"""Which columns of a file go to fields of the shop's own."""

from collections.abc import Sequence
from dataclasses import replace

from app.exchange import content
from app.exchange.fields import CUSTOM, NEVER, NEW_FIELD, OWN_FIELD
from app.exchange.matches import ColumnMatch
from app.exchange.own_fields import field_of_header, kind_of
from app.exchange.table import Table
from app.shapes.custom_fields import FieldRow

_CERTAIN = 100


def own_matches(matches: Sequence[ColumnMatch], own: Sequence[FieldRow]) -> list[ColumnMatch]:
    """Send a column whose header names a field to it; what was sent to one that is gone, back."""
    return [_own_match(match, own) for match in matches]


def _own_match(match: ColumnMatch, own: Sequence[FieldRow]) -> ColumnMatch:
    if match.target == NEVER:
        return match
    named = field_of_header(match.header, own)
    if match.why == "header" or match.target.startswith(NEW_FIELD):
        if named is not None:
            target = f"{OWN_FIELD}{named.id}"
            return replace(match, target=target, confidence=_CERTAIN, rule="")
        return match
    known = {f"{OWN_FIELD}{field.id}" for field in own}
    if match.target.startswith(OWN_FIELD) and match.target not in known:
        return replace(match, target=CUSTOM, confidence=0)
    return match


def told_own(told: str, own: Sequence[FieldRow]) -> tuple[str, str] | None:
    """Return target and rule of a field of the shop's own that somebody wrote; else None."""
    text = told.strip()
    if text.startswith(NEW_FIELD):
        return (text, "") if text == NEW_FIELD or text.count(":") == 2 else None
    if text in {f"{OWN_FIELD}{field.id}" for field in own}:
        return text, ""
    named = field_of_header(text, own)
    return (f"{OWN_FIELD}{named.id}", "") if named is not None else None


def with_kinds(
    table: Table, matches: Sequence[ColumnMatch], language: str, year: int
) -> list[ColumnMatch]:
    """Give a field that is to be made of a column the kind of what stands in it."""
    return [
        replace(
            match,
            target=f"{NEW_FIELD}:{kind_of(content.sample(table, match.index), language, year)}",
        )
        if match.target == NEW_FIELD
        else match
        for match in matches
    ]
