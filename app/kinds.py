"""The kinds the program knows by name, as screens offer them."""

from db.kinds import (
    CHANNELS,
    CONSENT_STATES,
    DATE_KINDS,
    EARNED_BY,
    FIELD_KINDS,
    HANDOVERS,
    INTERACTIONS,
    METHODS,
    MOVES,
    PASS_KINDS,
    PROGRAMME_KINDS,
    PURPOSES,
    RELATIONS,
    ROLES,
    SALE_STATES,
    STAGES,
)

__all__ = [
    "CHANNELS",
    "CONSENT_STATES",
    "DATE_KINDS",
    "EARNED_BY",
    "FIELD_KINDS",
    "HANDOVERS",
    "INTERACTIONS",
    "METHODS",
    "MOVES",
    "PASS_KINDS",
    "PROGRAMME_KINDS",
    "PURPOSES",
    "RELATIONS",
    "ROLES",
    "SALE_STATES",
    "STAGES",
]
