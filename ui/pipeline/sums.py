"""What a column comes to: as it was read, and at once after a card was moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.shapes.deals import BoardColumn, DealCard
from app.shapes.pipelines import StageRow


@dataclass(frozen=True, slots=True)
class Sums:
    """How many deals, their value, and that times their chances."""

    count: int = 0
    value: int = 0
    weighted: int = 0

    def plus(self, row: DealCard, currency: str, sign: int = 1) -> Sums:
        """Return the sums with a deal more, or with one less."""
        amount = (row.amount or 0) if row.currency == currency else 0
        return Sums(
            self.count + sign, self.value + sign * amount, self.weighted + sign * row.weighted
        )


def read_sums(columns: Iterable[BoardColumn]) -> dict[int, Sums]:
    """Return what was read of each stage, by its id."""
    return {
        column.stage.id: Sums(column.count, column.value, column.weighted) for column in columns
    }


def at_stage(row: DealCard, stage: StageRow, currency: str) -> DealCard:
    """Return a deal as it is at another stage: its chance follows unless it was set by hand."""
    chance = stage.probability if row.probability_by == "stage" else row.probability
    counts = stage.kind == "open" and row.currency == currency and row.amount is not None
    weighted = ((row.amount or 0) * chance + 50) // 100 if counts else 0
    return row._replace(stage_id=stage.id, probability=chance, weighted=weighted, days=0, wait="")
