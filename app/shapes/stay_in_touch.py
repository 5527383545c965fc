"""How often to speak with whom, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass

SCOPES = ("contact", "tag", "stage")


@dataclass(frozen=True, slots=True)
class TouchForm:
    """Days after which it is good, and after which it is high time, to be in touch again."""

    ideal_days: int
    max_days: int


@dataclass(frozen=True, slots=True)
class TouchRule:
    """How often to be in touch with a contact, those of a tag, or those at a stage."""

    id: int
    scope: str  # of SCOPES
    contact_id: int | None
    tag_id: int | None
    name: str  # of the contact or the tag
    stage: str
    ideal_days: int
    max_days: int


@dataclass(frozen=True, slots=True)
class TouchRow:
    """How long nobody has spoken with a contact; `level` is '', 'amber' or 'red'."""

    contact_id: int
    name: str
    kind: str
    last_contact_at: str  # UTC; '' for never: then the days count from when they were added
    days: int
    ideal_days: int
    max_days: int
    level: str
    next_task_at: str
    scope: str = "contact"  # of SCOPES: whose rule it is
    about: str = ""  # the tag or the stage whose rule it is
