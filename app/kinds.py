"""The kinds the program knows by name, as screens offer them."""

from db.kinds import (
    CHANNELS,
    CONSENT_STATES,
    DATE_KINDS,
    FIELD_KINDS,
    INTERACTIONS,
    PURPOSES,
    RELATIONS,
    ROLES,
    STAGES,
)

__all__ = [
    "CHANNELS",
    "CONSENT_STATES",
    "DATE_KINDS",
    "FIELD_KINDS",
    "INTERACTIONS",
    "PURPOSES",
    "RELATIONS",
    "ROLES",
    "STAGES",
]
