"""Which column of a file of sales becomes what: proposed, explained, remembered."""

from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from app.errors import FileError, FileProblem
from app.exchange.headers import fingerprint, normalise, squeeze, without_report
from app.exchange.matches import ColumnMatch, Mapping, from_json
from app.exchange.presets import fits
from app.exchange.sales_fields import (
    IGNORE,
    NEVER,
    SALE_FIELDS,
    find_sale_target,
    is_sale_target,
)
from app.exchange.sales_own import OWN, own_targets
from app.exchange.sales_presets import sale_meaning, sale_presets
from app.exchange.synonyms import is_never
from app.exchange.table import Table, column_letters

_CERTAIN = 100
_ONCE = ("sale.time", "sale.original", "line.price", "line.quantity", "line.barcode")
_AMOUNTS = ("line.total", "line.price", "sale.total", "sale.paid")
# A sheet of one amount a sale: what it calls paid or total is that amount.
_ALONE = ("sale.paid", "sale.total")


def sales_fingerprint(headers: Sequence[str]) -> str:
    """Return what remembers the columns of a file of sales, apart from one of people."""
    return f"sales:{fingerprint(headers)}"


def knows_sales(cells: Sequence[str]) -> float:
    """Return the share (0..1) of a row's filled cells that are known headers; 1..2 for a preset."""
    if own_targets(cells):
        return 2.0
    filled = [cell for cell in cells if normalise(cell)]
    if not filled:
        return 0.0
    found = [fit for fit in fits(filled) if fit.preset.name in sale_presets()]
    if found:
        return 1.0 + found[0].share
    return sum(len(cell) <= 60 and sale_meaning(cell) is not None for cell in filled) / len(filled)


def remembered_sales(text: str) -> Mapping:
    """Take back a mapping that was kept; a column whose field is gone is not imported."""
    return from_json(text, is_sale_target, IGNORE)


def mapping_of(kind: str | None, text: str) -> Mapping:
    """Take back the mapping of an import, of contacts or of 'sales'."""
    return remembered_sales(text) if kind == "sales" else from_json(text)


def propose_sales(
    table: Table,
    *,
    memory: Mapping | None = None,
    told: Map[str, str] | None = None,
    language: str = "ko",
) -> Mapping:
    """Return what each column of a table of sales most likely is.

    In order: what the person `told` (header or column letter -> field), what was chosen last
    time for the same headers, the preset, the header's words. A column that must not be read
    stays so whatever was told; one that nobody knows is not imported.

    Raises FileError NO_SUCH_COLUMN or NO_SUCH_FIELD for what was told.
    """
    preset, matches = _from_file(table)
    if memory is not None and _same_columns(table, memory):
        preset, matches = memory.preset or preset, _again(matches, memory)
    if told:
        matches = _as_told(table, matches, told, language)
    return Mapping(preset, tuple(matches))


def _from_file(table: Table) -> tuple[str | None, list[ColumnMatch]]:
    own = own_targets(table.headers) if table.header_line else None
    if own:
        return OWN, [
            ColumnMatch(index, header, target or IGNORE, _CERTAIN, "preset")
            for index, (header, target) in enumerate(zip(table.headers, own, strict=True))
        ]
    known = sale_presets()
    found = [fit for fit in fits(table.headers) if fit.preset.name in known]
    preset = known[found[0].preset.name] if table.header_line and found else None
    matches = []
    for index, header in enumerate(table.headers):
        match = ColumnMatch(index, header, IGNORE, 0, "header")
        meant = preset and preset.columns.get(squeeze(normalise(header)))
        if meant:
            match = ColumnMatch(index, header, meant[0], _CERTAIN, "preset", meant[1])
        elif table.header_line and is_never(header):
            match = replace(match, target=NEVER, confidence=_CERTAIN)
        elif table.header_line and (word := sale_meaning(header)):
            target, rule, confidence = word
            match = ColumnMatch(index, header, target, confidence, "header", rule)
        matches.append(match)
    matches = _without_report(table, _each_once(matches))
    return (preset.name if preset else None), _amounts(matches)


def _each_once(matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Let what a preset or an earlier word has claimed alone be claimed by no other word."""
    claimed = {match.target for match in matches if match.why == "preset"}
    done: list[ColumnMatch] = []
    for match in matches:
        if match.why == "header" and (
            match.target in claimed
            or (match.target in _ONCE and any(other.target == match.target for other in done))
        ):
            match = replace(match, target=IGNORE, confidence=50)  # noqa: PLW2901
        done.append(match)
    return done


def _amounts(matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Take what a sheet calls paid for the amount of a line where nothing else is one."""
    have = {match.target for match in matches}
    if have & {"line.total", "line.price"}:
        return matches
    lines = "line.name" in have and "sale.number" not in have
    for target in _ALONE:
        if target in have and lines:
            first = next(match for match in matches if match.target == target)
            return [
                replace(match, target="line.total") if match is first else match
                for match in matches
            ]
    return matches


def _without_report(table: Table, matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Leave out the line and the reason that a file of failed rows has at its end."""
    count = len(without_report(table.headers))
    report = [replace(match, target=IGNORE, confidence=_CERTAIN) for match in matches[count:]]
    return [*matches[:count], *report]


def _same_columns(table: Table, memory: Mapping) -> bool:
    headers = [column.header for column in memory.columns]
    return bool(table.header_line) and fingerprint(table.headers) == fingerprint(headers)


def _again(matches: list[ColumnMatch], memory: Mapping) -> list[ColumnMatch]:
    """Take last time's targets, but nothing that must not be read."""
    return [
        match
        if old is None or match.target == NEVER
        else replace(match, target=old.target, rule=old.rule, confidence=_CERTAIN, why="memory")
        for match, old in zip_longest(matches, memory.columns[: len(matches)])
    ]


def _as_told(
    table: Table, matches: list[ColumnMatch], told: Map[str, str], language: str
) -> list[ColumnMatch]:
    for header, field in told.items():
        wanted = normalise(header)
        indexes = [match.index for match in matches if normalise(match.header) == wanted]
        indexes = indexes or _letter(table, header)
        if not indexes:
            raise FileError(FileProblem.NO_SUCH_COLUMN, table.name, header=header)
        written, _, rule = field.strip().partition(" ")
        target = written if is_sale_target(written) else find_sale_target(field)
        if target is None:
            known = tuple(known.label(language) for known in SALE_FIELDS.values())
            raise FileError(FileProblem.NO_SUCH_FIELD, table.name, field=field, fields=known)
        for index in indexes:
            if matches[index].target != NEVER:
                kept = rule if is_sale_target(written) else ""
                matches[index] = replace(
                    matches[index], target=target, rule=kept, confidence=_CERTAIN, why="told"
                )
    return matches


def _letter(table: Table, header: str) -> list[int]:
    """Return the column a spreadsheet's letter names: 'B' is the second."""
    letters = [column_letters(index) for index in range(len(table.headers))]
    wanted = header.strip().upper()
    return [letters.index(wanted)] if wanted in letters else []


def has_amounts(mapping: Mapping) -> bool:
    """Tell whether any column says how much was paid."""
    return any(column.target in _AMOUNTS for column in mapping.columns)


def has_days(mapping: Mapping) -> bool:
    """Tell whether any column says when something was sold."""
    return any(column.target == "sale.date" for column in mapping.columns)
