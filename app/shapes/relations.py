"""Roles and relations, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleRow:
    """What a contact is to the shop; dates are ISO text, '' where there is none."""

    role: str  # one of `db.kinds.ROLES`
    since: str
    until: str  # no longer, since that date


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relation as it is read from one contact.

    `forward` tells which of the two names of its kind fits, `named` is that of a relation the
    shop has named itself.
    """

    id: int
    kind: str  # one of `db.kinds.RELATIONS`
    forward: bool
    named: str
    other_id: int
    other_name: str
    other_kind: str
    title: str
    is_primary: bool
    since: str
    until: str
    note: str


@dataclass(frozen=True, slots=True)
class RelationTypeRow:
    """A relation the shop has named itself, as it reads from either end."""

    id: int
    forward_name: str
    reverse_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RelationForm:
    """What somebody told about a relation; `type_id` belongs to the kind 'custom' alone.

    `named` and `named_back` name a relation the shop has not named yet, instead of a `type_id`.
    """

    kind: str
    type_id: int | None = None
    named: str = ""
    named_back: str = ""
    title: str = ""
    since: str = ""
    until: str = ""
    note: str = ""
