"""How promising an enquiry or a deal is, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass

from db.kinds import RULE_KINDS

__all__ = [
    "HOT", "RULE_KINDS", "WARM", "Chance", "Effect", "Model", "RuleForm", "RuleRow", "Score",
    "ScoreReason",
]  # fmt: skip

HOT, WARM = 50, 25  # points from which a score is called so


@dataclass(frozen=True, slots=True)
class RuleForm:
    """One rule as it was typed; `operand` is what its kind looks for, '' where it needs none."""

    kind: str  # of RULE_KINDS
    operand: str = ""
    points: int = 0
    label: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule; `id` is None while it is one Dangol came with. Without a label it names itself."""

    id: int | None
    kind: str
    operand: str
    points: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class ScoreReason:
    """A rule that holds, and the points it gives."""

    points: int
    kind: str
    operand: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of all rules that hold, 0 to 100; `reasons` are those that gave or took points."""

    points: int
    reasons: tuple[ScoreReason, ...] = ()

    @property
    def level(self) -> str:
        """Return 'hot', 'warm' or 'cold'."""
        return "hot" if self.points >= HOT else "warm" if self.points >= WARM else "cold"


@dataclass(frozen=True, slots=True)
class Effect:
    """What is known of a deal and by how many points of percent it moves the chance."""

    feature: str
    value: str
    points: int


@dataclass(frozen=True, slots=True)
class Model:
    """What the shop's closed deals teach; not `shown` it must not be used.

    `why` is 'few' (too few are closed), 'no_pattern' or 'shown'; `base` is the percentage that
    was won, None where nothing was closed. The other figures are of deals held back: how often a
    won one is put before a lost one, the mean squared error beside that of the base rate, and
    the gain of log-loss with its number of standard errors.
    """

    n: int
    won: int
    lost: int
    base: int | None
    shown: bool
    why: str
    auc: float | None = None
    brier: float | None = None
    brier_base: float | None = None
    gain: float | None = None
    z: float | None = None
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Chance:
    """The percentage, 1 to 99, of deals like this one that were won; `by` 'model' or 'base'."""

    percent: int
    by: str
    effects: tuple[Effect, ...] = ()
