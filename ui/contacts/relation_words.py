"""What contacts are to each other and to the shop, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.kinds import RELATIONS
from app.shapes.relations import RelationRow, RelationTypeRow
from app.words import kind_words
from ui.common.kit import Kit

translate = QCoreApplication.translate

MUTUAL = ("spouse", "sibling", "family", "friend", "colleague")
AMONG_PEOPLE = (*MUTUAL, "parent", "assistant")
NEEDS = {"works_at": "company", "member_of": "household"}  # at the end a relation leads to


@dataclass(frozen=True, slots=True)
class RelationChoice:
    """A kind of relation as it is chosen from one end; `type_id` is one of the shop's own."""

    kind: str
    forward: bool
    words: str
    type_id: int | None = None


def choices_for(
    mine: str, theirs: str, types: Sequence[RelationTypeRow], kit: Kit
) -> Iterator[RelationChoice]:
    """Yield what a contact of the kind `theirs` can be to one of the kind `mine`, likeliest first.

    The shop's own relations come last.
    """
    code = kit.language.code
    people = mine == theirs == "person"
    for kind in RELATIONS:
        if kind == "custom" or (kind in AMONG_PEOPLE and not people):
            continue
        needs = NEEDS.get(kind)
        ends = [True, False]
        if kind in MUTUAL:
            ends = [True]
        elif needs is not None:
            ends = [end for end in ends if (theirs if end else mine) == needs]
        for forward in ends:
            yield RelationChoice(kind, forward, first_upper(kind_words(
                "relation", kind, code, forward=forward
            )))  # fmt: skip
    for row in types:
        yield RelationChoice("custom", forward=True, words=row.forward_name, type_id=row.id)
        if row.reverse_name != row.forward_name:
            words = row.reverse_name
            yield RelationChoice("custom", forward=False, words=words, type_id=row.id)


def relation_words(row: RelationRow, kit: Kit) -> str:
    """Return what the other contact of a relation is to this one."""
    if row.named:
        return row.named
    words = kind_words("relation", row.kind, kit.language.code, forward=row.forward)
    return first_upper(words)


def more_words(row: RelationRow, kit: Kit) -> str:
    """Return title and dates of a relation; '' where nothing is told."""
    if row.until:
        when = translate("Relations", "no longer since {day}").format(
            day=kit.formats.day(row.until)
        )
    elif row.since:
        when = translate("Relations", "since {day}").format(day=kit.formats.day(row.since))
    else:
        when = ""
    return " · ".join(filter(None, (row.title, when)))


def role_words(role: str, kit: Kit) -> str:
    """Return what a contact is to the shop."""
    return first_upper(kind_words("role", role, kit.language.code))


def first_upper(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]
