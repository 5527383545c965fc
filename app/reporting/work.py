"""Reports of what each of the team did: contacts made, answers given, tasks done."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from statistics import median
from typing import Any

from app.kinds import INTERACTIONS
from app.reporting.customers import NOBODY
from app.reporting.desk import TOTAL, Desk
from app.reporting.periods import each_day
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries
from app.shop_clock import day_began
from app.words import kind_words

MINUTES = 60
DAY_AND_NIGHT = 48  # hours; longer is told in days
FEW = 5  # answers; the median of fewer says little
IN_TIME, LATE = "in_time", "late"


def _mark(staff_id: int | None) -> str:
    return NOBODY if staff_id is None else str(staff_id)


def staff_activity(desk: Desk) -> Report:
    """Make how often each spoke with customers, by kind."""
    found = desk.reports.work.spoken(desk.scope, desk.edges(desk.spans))
    cells = {(staff, kind): count for staff, kind, count in found}
    kinds = [kind for kind in INTERACTIONS if any(told == kind for _staff, told in cells)]
    sums = {staff: sum(count for one, _kind, count in found if one == staff)
            for staff in {row[0] for row in found}}  # fmt: skip
    people = sorted(sums, key=lambda staff: (staff is None, -sums[staff], staff or 0))
    rows = [
        ReportRow(
            _mark(staff),
            (desk.who(staff), *(cells.get((staff, kind), 0) for kind in kinds), sums[staff]),
        )
        for staff in people
    ]
    whole = [sum(int(row.values[n] or 0) for row in rows) for n in range(1, len(kinds) + 2)]
    says = desk.say("says.no_contacts")
    if rows:
        first = max(kinds, key=lambda kind: whole[kinds.index(kind)])
        says = desk.say(
            "says.contacts", count=whole[-1], kind=kind_words("interaction", first, desk.language),
            many=whole[kinds.index(first)],
        )  # fmt: skip
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.about("contacts_made", whole[-1] if rows else 0),
        columns=(
            desk.column("person", "text"),
            *(desk.column(kind, "count", opens=True,
                          title=kind_words("interaction", kind, desk.language)) for kind in kinds),
            desk.column("together", "count", opens=True),
        ),
        rows=tuple(rows),
        chart=ReportChart("stacked", 0, tuple(ReportSeries(n + 1) for n in range(len(kinds)))),
        total=(desk.say("total"), *whole) if rows else None, notes=tuple(desk.pipeline_note()),
        currency=desk.currency,
    )  # fmt: skip


def staff_activity_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return what somebody spoke with customers."""
    staff = None if mark == TOTAL else 0 if mark == NOBODY else int(mark)
    kind = "" if column == "together" else column
    rows = desk.reports.work.spoken_behind(desk.scope, desk.edges(desk.spans), staff, kind)
    who = desk.say("total") if mark == TOTAL else desk.who(staff or None)
    return desk.behind("interactions", rows, desk.say("figure", what=who, of=desk.period))


def response_times(desk: Desk) -> Report:
    """Make how long enquiries of the period waited for an answer, by who was to give it."""
    found = desk.reports.work.asked(desk.scope, desk.edges(desk.spans))
    rows, few = [], False
    for owner in sorted({row[1] for row in found}, key=lambda one: (one is None, one or 0)):
        some = [row for row in found if row[1] == owner]
        waited = [row[2] / MINUTES for row in some if row[2] is not None]
        few = few or 0 < len(waited) < FEW
        late = sum(row[2] is not None and not row[3] for row in some)
        rows.append(
            ReportRow(
                _mark(owner),
                (desk.who(owner), median(waited) if waited else None, len(waited), late,
                 len(some) - len(waited)),
                desk.say("hint.few_answers") if 0 < len(waited) < FEW else "",
            )
        )  # fmt: skip
    answered, late, waiting = (sum(int(row.values[n] or 0) for row in rows) for n in (2, 3, 4))
    every = [row[2] / MINUTES for row in found if row[2] is not None]
    says = desk.say("says.no_enquiries")
    if every:
        says = desk.say("says.answered", time=_time(desk, median(every)), late=late, count=answered)
    elif found:
        says = desk.say("says.none_answered", count=len(found))
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.about("enquiries", len(found)),
        columns=(
            desk.column("person", "text"), desk.column("usual_hours", "hours"),
            desk.column("answered", "count", opens=True),
            desk.column("too_late", "count", opens=True),
            desk.column("waiting", "count", opens=True),
        ),
        rows=tuple(rows), chart=ReportChart("bar", 0, (ReportSeries(1),)),
        total=(desk.say("total"), None, answered, late, waiting) if rows else None,
        notes=tuple([desk.say("note.few_answers", least=FEW)] if few else [])
        + tuple(desk.pipeline_note()),
        currency=desk.currency,
    )  # fmt: skip


def _time(desk: Desk, hours: float) -> str:
    """Return a length of time in the unit somebody would say."""
    if hours < 1:
        return desk.say("time.minutes", count=round(hours * MINUTES))
    if hours < DAY_AND_NIGHT:
        return desk.say("time.hours", count=round(hours))
    return desk.say("time.days", count=round(hours / 24))


def response_times_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the enquiries somebody answered, or has not."""
    rows = []
    for row in desk.reports.work.asked(desk.scope, desk.edges(desk.spans)):
        answered = row[2] is not None
        wanted = {
            "answered": answered, "too_late": answered and not row[3], "waiting": not answered,
        }  # fmt: skip
        if mark in (TOTAL, _mark(row[1])) and wanted[column]:
            rows.append(row)
    return desk.behind("enquiries", rows, desk.say("figure", what=desk.title(), of=desk.period))


def tasks_done(desk: Desk) -> Report:
    """Make the tasks that were done, by step of the period: by their day, or after it."""
    found = _done(desk)
    rows = []
    for step in desk.steps:
        some = [late for _id, day, late in found if step.first <= day <= step.last]
        rows.append(desk.step_row(step, (len(some) - sum(some), sum(some))))
    late = sum(one[2] for one in found)
    says = desk.say("says.no_tasks")
    if found:
        says = desk.say("says.tasks", count=len(found), late=late)
    return Report(
        ask=desk.ask, title=desk.title(), says=says, about=desk.about("tasks", len(found)),
        columns=(
            desk.column(desk.step, "date"), desk.column(IN_TIME, "count", opens=True),
            desk.column(LATE, "count", opens=True),
        ),
        rows=tuple(rows) if found else (),
        chart=ReportChart("stacked", 0, (
            ReportSeries(1, "now", "won"), ReportSeries(2, "now", "warning"),
        )),
        total=(desk.say("total"), len(found) - late, late) if found else None,
        notes=(desk.say("note.tasks"), *desk.pipeline_note()) if found else (),
        currency=desk.currency,
    )  # fmt: skip


def _done(desk: Desk) -> list[tuple[int, date, bool]]:
    """Return (task, the day it was done by the shop's clock, whether that was after its day)."""
    days = each_day(desk.first, desk.last)
    begun = [day_began(day, desk.settings) for day in days]
    told: list[tuple[int, date, bool]] = []
    for task_id, closed_at, due_at in _rows(desk):
        day = days[bisect_right(begun, closed_at) - 1]
        told.append((task_id, day, bool(due_at) and due_at[:10] < day.isoformat()))
    return told


def _rows(desk: Desk) -> list[tuple[Any, ...]]:
    return desk.reports.work.done(desk.scope, desk.edges(desk.spans))


def tasks_done_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the tasks that were done within a step."""
    first, last = desk.ends(mark)
    rows = [
        (task_id,) for task_id, day, late in _done(desk)
        if first <= day <= last and late == (column == LATE)
    ]  # fmt: skip
    return desk.behind("tasks", rows, desk.told(mark, column))
