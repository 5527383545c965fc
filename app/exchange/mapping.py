"""Which column of a foreign file becomes what: proposed, explained, remembered."""

import datetime
import re
from collections.abc import Mapping as Map
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from app.errors import FileError, FileProblem
from app.exchange import own_format
from app.exchange.fields import CUSTOM, FIELDS, IGNORE, NEVER, OWN_FIELD, find_target, is_target
from app.exchange.headers import counted, fingerprint, normalise, without_report
from app.exchange.matches import ColumnMatch, Mapping, from_json, to_json
from app.exchange.own_matches import own_matches, told_own, with_kinds
from app.exchange.presets import Preset, fits
from app.exchange.settling import settle
from app.exchange.synonyms import is_index, is_never, meaning
from app.exchange.table import Table, column_letters
from app.shapes.custom_fields import FieldRow

__all__ = ["ColumnMatch", "Mapping", "fingerprint", "from_json", "knows", "propose", "to_json"]

OWN = "dangol"  # the preset's name for files Dangol wrote
_CERTAIN = 100
# In a file of orders a column its preset lacks is only about who bought if it says so.
_BUYER = re.compile(r"^(?:구매자|주문자|고객|회원|buyer|customer|billing)")


def knows(cells: Sequence[str]) -> float:
    """Return the share (0..1) of a row's filled cells that are known headers; 1..2 for a preset."""
    filled = [cell for cell in cells if normalise(cell)]
    if not filled:
        return 0.0
    if own_format.is_own(filled):
        return 2.0
    if found := fits(filled):
        return 1.0 + found[0].share
    return sum(_is_header(cell) for cell in filled) / len(filled)


def _is_header(cell: str) -> bool:
    return len(cell) <= 60 and (
        meaning(cell) is not None or is_index(cell) or is_never(cell)
    )  # fmt: skip


def propose(
    table: Table,
    *,
    memory: Mapping | None = None,
    told: Map[str, str] | None = None,
    language: str = "ko",
    year: int | None = None,
    own: Sequence[FieldRow] = (),
) -> Mapping:
    """Return what each column of a table most likely is.

    In order: what the person `told` (header or column letter -> field), what was chosen last
    time for the same headers, the preset, the header's words, the content. A column that must
    not be read stays so whatever was told. `year` is this year, for telling birthdays. `own` are
    the shop's own fields: a header that is the name of one goes to it.

    Raises FileError NO_SUCH_COLUMN (facts: header) or NO_SUCH_FIELD (facts: field, fields: the
    words of all there are in `language`) for what was told.
    """
    year = year or datetime.datetime.now(tz=datetime.UTC).year
    preset, matches = _from_file(table)
    if memory is not None and _same_columns(table, memory):
        preset, matches = memory.preset or preset, _remembered(matches, memory)
    matches = own_matches(matches, own)
    matches = settle(table, _without_report(table.headers, matches), preset, year)
    if told:
        matches = _as_told(table, matches, told, language, own)
        matches = with_kinds(table, matches, language, year)
    return Mapping(preset, tuple(matches))


def _from_file(table: Table) -> tuple[str | None, list[ColumnMatch]]:
    """Match by our own format, by a preset or by words; what stays unknown is custom, 0."""
    if table.header_line and own_format.is_own(table.headers):
        return OWN, _own_columns(table.headers)
    found = fits(table.headers) if table.header_line else []
    preset = found[0].preset if found else None
    matches = []
    for index, header in enumerate(table.headers):
        match = ColumnMatch(index, header, CUSTOM, 0, "header")
        if preset and (known := _by_preset(preset, table.headers, match)):
            match = known
        elif table.header_line and is_never(header):
            match = replace(match, target=NEVER, confidence=_CERTAIN)
        elif preset and preset.kind == "orders" and not _BUYER.search(normalise(header)):
            match = replace(match, target=IGNORE, confidence=50, why="preset")
        elif table.header_line and (word := meaning(header)):
            target, rule, confidence = word
            match = ColumnMatch(index, header, target, confidence, "header", rule)
        matches.append(match)
    return preset.name if preset else None, _labelled(table.headers, matches)


def _without_report(headers: Sequence[str], matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Leave out the line and the reason that a file of failed rows has at its end."""
    count = len(without_report(headers))
    report = (
        replace(match, target=IGNORE, confidence=_CERTAIN, why="preset")
        for match in matches[count:]
    )
    return [*matches[:count], *report]


def _by_preset(
    preset: Preset, headers: Sequence[str], match: ColumnMatch
) -> ColumnMatch | None:  # fmt: skip
    normal = normalise(match.header)
    known = preset.column(normal)
    if known is None:
        return None
    target, rule, count = known
    present = set(map(normalise, headers))
    for missing, meant in preset.without.items():
        if missing not in present and normal in meant:
            target, rule = meant[normal]
    if count and target.startswith(("address", "label")):
        rule = f"{rule} group={count}".strip()
    return ColumnMatch(match.index, match.header, target, _CERTAIN, "preset", rule)


def _labelled(headers: Sequence[str], matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Point every label column at the first column it names: 'E-mail 2 - Label' at its value."""
    stems = [_stem(header) for header in headers]
    done = []
    for match in matches:
        if match.target == "label":
            values = [
                other.index
                for other in matches
                if other.target != "label" and stems[other.index] == stems[match.index]
            ]
            target = f"label:{values[0]}" if values else IGNORE
            match = replace(match, target=target, rule="")  # noqa: PLW2901
        done.append(match)
    return done


def _stem(header: str) -> tuple[str, int]:
    pattern, count = counted(normalise(header))
    return pattern.partition("#")[0] if count else pattern, count


def _own_columns(headers: Sequence[str]) -> list[ColumnMatch]:
    """Match the columns of a file of ours; what a person has added is told by its header."""
    codes = [own_format.code_of(header) for header in headers]
    matches = []
    for index, (header, code) in enumerate(zip(headers, codes, strict=True)):
        if code is not None:
            target, rule = _own_target(code, codes)
            matches.append(ColumnMatch(index, header, target, _CERTAIN, "preset", rule))
        elif is_never(header):
            matches.append(ColumnMatch(index, header, NEVER, _CERTAIN, "header"))
        else:
            word = meaning(header)
            target, rule, confidence = word or (CUSTOM, "", 0)
            matches.append(ColumnMatch(index, header, target, confidence, "header", rule))
    return matches


def _own_target(code: str, codes: Sequence[str | None]) -> tuple[str, str]:
    kind, _, rest = code.partition(".")
    number, _, part = rest.partition(".")
    if not number.isdigit():
        return code, ""
    value = f"{kind}.{number}"
    if part == "label":
        return (f"label:{codes.index(value)}", "") if value in codes else (IGNORE, "")
    if kind == "address":
        return f"address.{part or 'full'}", f"group={number}"
    return kind, "own" if kind == "note" else ""


def _same_columns(table: Table, memory: Mapping) -> bool:
    """Tell whether a mapping was made for these headers; without headers nobody can know."""
    return bool(table.header_line) and fingerprint(table.headers) == fingerprint(
        [column.header for column in memory.columns]
    )


def _remembered(matches: list[ColumnMatch], memory: Mapping) -> list[ColumnMatch]:
    """Take last time's targets, but nothing that must not be read."""
    return [
        match if match.target == NEVER else _again(match, old)
        for match, old in zip_longest(matches, memory.columns[: len(matches)])
    ]


def _again(match: ColumnMatch, old: ColumnMatch | None) -> ColumnMatch:
    if old is None:
        return match
    sure = 0 if old.target == CUSTOM else _CERTAIN
    return replace(match, target=old.target, rule=old.rule, confidence=sure, why="memory")


def _as_told(
    table: Table,
    matches: list[ColumnMatch],
    told: Map[str, str],
    language: str,
    own: Sequence[FieldRow],
) -> list[ColumnMatch]:
    for header, field in told.items():
        indexes = [
            match.index for match in matches if normalise(match.header) == normalise(header)
        ] or _letter(table, header)
        if not indexes:
            raise FileError(FileProblem.NO_SUCH_COLUMN, table.name, header=header)
        target, rule = told_own(field, own) or _told_target(table, field, language)
        for index in indexes:
            if matches[index].target != NEVER:
                matches[index] = replace(
                    matches[index], target=target, rule=rule, confidence=_CERTAIN, why="told"
                )
    return matches


def _letter(table: Table, header: str) -> list[int]:
    """Return the column a spreadsheet's letter names: 'B' is the second."""
    letters = [column_letters(index) for index in range(len(table.headers))]
    wanted = header.strip().upper()
    return [letters.index(wanted)] if wanted in letters else []


def _told_target(table: Table, field: str, language: str) -> tuple[str, str]:
    """Return the target and rule of what a person wrote for a field: a code, its words, a word."""
    written, _, rule = field.strip().partition(" ")
    if not written.startswith(OWN_FIELD):  # of which this is none
        if is_target(written):
            return written, rule
        if target := find_target(field):
            return target, ""
        if word := meaning(field):
            return word.target, word.rule
    known = tuple(known.label(language) for known in FIELDS.values())
    raise FileError(FileProblem.NO_SUCH_FIELD, table.name, field=field, fields=known)
