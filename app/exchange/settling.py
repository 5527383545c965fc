"""What a header alone cannot decide: the columns beside it and the cells below settle it.

'이름' is a given name beside '성'; 'Title' above Mr and Mrs is no job; 'No.' above 1, 2, 3 is
no customer number; a column without a word of its own is told by what stands in it.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.exchange import content
from app.exchange.fields import CUSTOM, IGNORE, NEVER
from app.exchange.matches import ColumnMatch
from app.exchange.presets import presets
from app.exchange.synonyms import is_index
from app.exchange.table import Cell, Table
from app.exchange.values.texts import text_of

_LUNAR = "음력"
_NAMES = frozenset(("name", "family_name", "given_name"))


def settle(
    table: Table, matches: Sequence[ColumnMatch], preset: str | None, year: int
) -> list[ColumnMatch]:
    """Return the matches with open questions answered; what a preset or person said stays.

    `year` is this year. A file of orders keeps its unknown columns out.
    """
    if preset in presets() and presets()[preset].kind == "orders":
        return list(matches)
    settled = [
        _by_cells(match, content.sample(table, match.index)) if _is_open(match) else match
        for match in matches
    ]
    settled = _birth_day(table, _names(table, settled))
    return _by_content(table, settled, year)


def _is_open(match: ColumnMatch) -> bool:
    return match.why == "header" and match.target != NEVER


def _by_cells(match: ColumnMatch, cells: Sequence[Cell]) -> ColumnMatch:
    """Correct what the word of a header suggests by what stands below it."""
    target = match.target
    if is_index(match.header) and target in (CUSTOM, "number"):
        if content.is_running(cells):
            return replace(match, target=IGNORE, confidence=90, why="content")
        return replace(match, target="number", confidence=70)
    if target.startswith("birthday") and _LUNAR in match.header and cells:
        return _lunar(match, cells)
    better = ""
    if target == "tag" and content.are_kinds(cells):
        better = "kind"
    elif target == "family_name" and content.are_choices("gender", cells):
        better = "gender"
    elif target == "job_title" and content.are_honorifics(cells):
        better = "prefix"
    elif target == "email" and content.are_choices("consent", cells):
        better = "consent_email"
    elif target == "name" and content.are_choices("consent", cells):
        better = CUSTOM
    return replace(match, target=better, confidence=70, why="content") if better else match


def _lunar(match: ColumnMatch, cells: Sequence[Cell]) -> ColumnMatch:
    """'음력생일' holds either the birthday itself or a yes to its being lunar."""
    if content.are_choices("calendar", cells):
        return replace(match, target="birthday_calendar")
    return replace(match, target="birthday", rule="lunar")


def _names(table: Table, matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """Decide between whole and half names by which of them the file has."""
    have = {match.target for match in matches}
    by_target = {match.target: match for match in matches if match.target in _NAMES}
    whole, family, given = (by_target.get(t) for t in ("name", "family_name", "given_name"))
    if whole and family and not given and _is_open(whole):
        return _retargeted(matches, whole, "given_name")
    if whole and given and not family and _is_open(whole) and not _contains(table, whole, given):
        return _retargeted(matches, whole, "family_name")
    half = family or given
    if half and not whole and not (family and given) and _is_open(half):
        return _retargeted(matches, half, "name")
    owners = [match for match in matches if match.target == "owner" and _is_open(match)]
    if owners and "company" in have and not by_target:
        return _retargeted(matches, owners[0], "name")
    return matches


def _retargeted(
    matches: list[ColumnMatch], wanted: ColumnMatch, target: str
) -> list[ColumnMatch]:  # fmt: skip
    return [
        replace(match, target=target, confidence=80) if match is wanted else match
        for match in matches
    ]


def _contains(table: Table, whole: ColumnMatch, part: ColumnMatch) -> bool:
    """Tell whether one column mostly holds what stands in another, and more."""
    pairs = [(text_of(row[whole.index]), text_of(row[part.index])) for row in table.rows[:200]]
    filled = [(long, short) for long, short in pairs if long and short]
    return sum(short in long for long, short in filled) * 2 > len(filled)


def _birth_day(table: Table, matches: list[ColumnMatch]) -> list[ColumnMatch]:
    """'Birth day' beside 'Birth month' is a day; by itself it is a date."""
    if not any(match.target == "birthday.month" for match in matches):
        return matches
    for match in matches:
        if match.target == "birthday" and _is_open(match):
            texts = [text_of(cell) for cell in content.sample(table, match.index)]
            if all(text.isdecimal() and int(text) <= 31 for text in texts):
                return _retargeted(matches, match, "birthday.day")
    return matches


def _by_content(
    table: Table, matches: list[ColumnMatch], year: int
) -> list[ColumnMatch]:  # fmt: skip
    """Give columns no header explains a field, each that a contact has once only once."""
    have = {match.target for match in matches}
    done = []
    for match in matches:
        if _is_open(match) and match.target in (CUSTOM, "number") and match.confidence <= 70:
            match = _guessed(match, content.sample(table, match.index), have, year)  # noqa: PLW2901
            have.add(match.target)
        done.append(match)
    return done


def _guessed(
    match: ColumnMatch, cells: Sequence[Cell], have: set[str], year: int
) -> ColumnMatch:  # fmt: skip
    if content.is_never(cells):
        return replace(match, target=NEVER, confidence=90, why="content")
    if match.target == "number":
        return match
    if not cells:
        return replace(match, target=IGNORE, confidence=90, why="content")
    guess = content.guess(cells, year=year)
    if guess is None or not _is_free(guess.target, have):
        return match
    return replace(match, target=guess.target, confidence=guess.confidence, why="content")


def _is_free(target: str, have: set[str]) -> bool:
    """Tell whether a contact can take (another) one of these."""
    places = {name for name in have if name.startswith("address")}
    if target == "name":
        return not _NAMES & have
    if target == "address.full":
        return not places
    if target == "address.postcode":
        return bool(places) and not any(name.endswith("postcode") for name in places)
    return target in ("phone", "email") or target not in have
