"""Rows of a printed table, with what must be met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of ours, the peer's, the published one, and the target if there is one.

    `bound` says how ours must lie: within `target` of what was published (where nothing was, of
    the peer's), or at least, or at most the target.
    """

    what: str
    ours: float | None
    peer: float | None = None
    published: float | None = None
    target: float | None = None
    bound: Literal["within", "least", "most"] = "within"
    digits: int = 4

    @property
    def met(self) -> bool:
        """Return whether the target is met; True for none."""
        if self.target is None:
            return True
        assert self.ours is not None
        if self.bound == "least":
            return self.ours >= self.target
        if self.bound == "most":
            return self.ours <= self.target
        near = self.peer if self.published is None else self.published
        assert near is not None
        return abs(self.ours - near) <= self.target

    def cells(self) -> Iterator[str]:
        """Return the row as it is printed."""
        yield self.what
        for figure in (self.ours, self.peer, self.published):
            yield "" if figure is None else f"{figure:,.{self.digits}f}"
        if self.target is None:
            yield ""
            return
        sign = {"within": "±", "least": "≥ ", "most": "≤ "}[self.bound]
        yield f"{sign}{self.target:,.4g} {'met' if self.met else '**MISSED**'}"


def lines_of(rows: Sequence[Row]) -> list[str]:
    """Return the rows as a table."""
    lines = [
        "| figure | Dangol | peer | published | target |",
        "| --- | --- | --- | --- | --- |",
    ]
    return [*lines, *(f"| {' | '.join(row.cells())} |" for row in rows)]
