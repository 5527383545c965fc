"""The rows of a plan sorted by what they ask of the person."""

from __future__ import annotations

from PySide6.QtGui import QColor

from app.shapes.imports import NOTICES, ImportReport
from ui.common.theme import Theme

ADDED, UPDATED, DOUBTFUL, PROBLEMS = "added", "updated", "doubtful", "problems"
SAME, LEFT_OUT = "same", "left_out"
KINDS = (ADDED, UPDATED, DOUBTFUL, PROBLEMS, SAME, LEFT_OUT)
ASKING = (DOUBTFUL, PROBLEMS)
SERIES = {ADDED: 0, UPDATED: 2}  # the colours of a chart, as for any two shares
COLOURS = {
    DOUBTFUL: "warning-solid",
    PROBLEMS: "danger-solid",
    SAME: "neutral-solid",
    LEFT_OUT: "border-strong",
}
AMBIGUOUS = "ambiguous"


def colour_of(kind: str, theme: Theme) -> QColor:
    """Return the colour of a kind of rows."""
    return theme.series(SERIES[kind]) if kind in SERIES else theme.colour(COLOURS[kind])


def lines_by_kind(report: ImportReport) -> dict[str, list[int]]:
    """Return the lines of each kind, every row of the file in exactly one of them.

    A row that comes in as it stands but has something odd in it counts as a problem.
    """
    lines: dict[str, list[int]] = {kind: [] for kind in KINDS}
    flawed = {p.line for p in report.problems if p.reason not in NOTICES}
    seen = set()
    for row in report.rows:
        seen.add(row.line)
        if row.reason == AMBIGUOUS:
            kind = DOUBTFUL
        elif row.outcome == "skipped":
            kind = LEFT_OUT
        elif row.outcome == "failed" or row.line in flawed:
            kind = PROBLEMS
        else:
            kind = row.outcome
        lines[kind].append(row.line)
    for problem in report.problems:
        if problem.line and problem.line not in seen:
            seen.add(problem.line)
            lines[LEFT_OUT if problem.reason in NOTICES else PROBLEMS].append(problem.line)
    return lines
