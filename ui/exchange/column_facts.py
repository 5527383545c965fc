"""What the plan shows of each column: samples, oddities, open questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.exchange.table import is_blank, text_of
from app.shapes.imports import NOTICES, RowProblem
from ui.common.messages import Messages
from ui.exchange.column_row import ColumnShown

if TYPE_CHECKING:
    from app.exchange.table import Table
    from ui.exchange.planned import Planned

SAMPLES = 2


def shown_columns(plan: Planned, messages: Messages) -> list[ColumnShown]:
    """Return what a row of the plan shows of each column of the file."""
    odd = odd_columns(plan.problems, messages)
    asked = {question.index: question for question in plan.questions}
    chosen = {one.index: one for one in plan.values}
    told = plan.prepared.request.values
    return [
        ColumnShown(
            match, samples, odd.get(match.header, ""), asked.get(match.index),
            chosen.get(match.index), len(told.get(match.index, ())),
        )
        for match, samples in zip(plan.prepared.mapping.columns, plan.samples, strict=True)
    ]  # fmt: skip


def samples_of(table: Table, index: int) -> list[str]:
    """Return the first filled cells of a column."""
    samples: list[str] = []
    for row in table.rows:
        if not is_blank(row[index]):
            samples.append(text_of(row[index]))
            if len(samples) == SAMPLES:
                break
    return samples


def odd_columns(problems: Sequence[RowProblem], messages: Messages) -> dict[str, str]:
    """Return what is oddest in each column, with how often."""
    counts: dict[str, Counter[str]] = {}
    for problem in problems:
        if problem.line and problem.reason not in NOTICES:
            counts.setdefault(problem.column, Counter())[problem.reason] += 1
    words = {}
    for column, reasons in counts.items():
        reason, times = reasons.most_common(1)[0]
        words[column] = messages.say("import.odd", count=times, what=_briefly(reason, messages))
    return words


def _briefly(reason: str, messages: Messages) -> str:
    """Return a reason in a word or two, where there is such a form of it."""
    brief = f"{reason}#short"
    words = messages.reason(brief)
    return messages.reason(reason) if words == brief else words
