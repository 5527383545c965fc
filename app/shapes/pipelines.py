"""Pipelines, their stages and why deals end, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass

from db import kinds

STAGE_KINDS = kinds.STAGE_KINDS
# Words for the colours of stages; the window has a colour for each.
COLOURS = ("inquiry", "quote", "visit", "negotiation", "contract", "won", "lost")
LIVE = ("open", "on_hold")  # kinds of stages whose deals are not over


@dataclass(frozen=True, slots=True)
class StageForm:
    """A stage of a pipeline; without an id it is new.

    What its kind says of the probability wins: won is 100, lost 0.
    """

    name: str
    kind: str = "open"  # of STAGE_KINDS
    probability: int = 0
    rot_days: int | None = None
    colour: str = "inquiry"
    checklist: tuple[str, ...] = ()
    starter_plan_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PipelineForm:
    """A pipeline with all its stages, in their order."""

    name: str
    stages: tuple[StageForm, ...]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One line of what is to be known before a deal stands in a stage."""

    id: int
    label: str


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage; `deals` are all that stand in it, also those that are over."""

    id: int
    pipeline_id: int
    position: int
    name: str
    kind: str
    probability: int
    rot_days: int | None
    colour: str
    starter_plan_id: int | None
    starter_plan: str
    checks: tuple[CheckRow, ...]
    deals: int
    retired: bool

    @property
    def is_open(self) -> bool:
        """Whether its deals are not over."""
        return self.kind in LIVE


@dataclass(frozen=True, slots=True)
class PipelineRow:
    """One pipeline; `deals` are those that are not over."""

    id: int
    name: str
    is_default: bool
    retired: bool
    deals: int
    stages: tuple[StageRow, ...]


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """A pipeline that can be had as it is, in the shop's language."""

    key: str
    name: str
    stages: tuple[StageForm, ...]


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """Why deals are won or lost; `deals` are those that ended so."""

    id: int
    kind: str  # 'won' or 'lost'
    name: str
    needs_note: bool
    deals: int
