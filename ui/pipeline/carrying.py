"""A deal that is being carried over the board, and where it would go."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.deals import DealCard


@dataclass(frozen=True, slots=True)
class Aim:
    """A stage and the line of its deals, or one of the bars: won, lost, later."""

    stage_id: int | None = None
    line: int = 0
    bar: str = ""

    @property
    def is_nowhere(self) -> bool:
        """Whether letting go here does nothing."""
        return self.stage_id is None and not self.bar


NOWHERE = Aim()


@dataclass(slots=True)
class Carried:
    """A deal that was taken; `by_keys` if the keyboard carries it."""

    row: DealCard
    by_keys: bool
    aim: Aim = NOWHERE
    line: int = 0  # it was taken from
