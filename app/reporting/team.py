"""Reports of what each of the team did."""

from __future__ import annotations

from app.reporting import words
from app.reporting.aims import aim_of
from app.reporting.customers import NOBODY
from app.reporting.desk import TOTAL, Desk
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries


def staff_sales(desk: Desk) -> Report:
    """Make what each sold beside the goal they have."""
    found = desk.reports.sales.by_seller(desk.scope, desk.spans)
    found.sort(key=lambda row: (row[0] is None, -row[2]))
    narrowed = desk.ask.tag or desk.ask.segment_id is not None
    rows, stretched = [], False
    for staff_id, sales, total in found:
        aim = None if staff_id is None or narrowed else aim_of(desk, "staff", staff_id)
        stretched = stretched or (aim is not None and aim.stretched)
        goal = aim.whole if aim is not None else None
        rows.append(
            ReportRow(
                NOBODY if staff_id is None else str(staff_id),
                (desk.who(staff_id), total, goal, total / goal if goal else None, sales),
            )
        )
    whole, count = sum(row[2] for row in found), sum(row[1] for row in found)
    reached = [row for row in rows if isinstance(row.values[3], float) and row.values[3] >= 1]
    with_goal = [row for row in rows if row.values[2]]
    best = next((row for row in rows if row.mark != NOBODY), None)
    says = desk.say("says.nobody")
    if with_goal:
        says = desk.say("says.reached", count=len(with_goal), reached=len(reached))
    elif best is not None and whole > 0:
        says = desk.say(
            "says.best_seller", name=best.values[0], money=desk.money(int(best.values[1] or 0)),
            share=words.share(int(best.values[1] or 0) / whole),
        )  # fmt: skip
    notes = desk.sale_notes()
    if stretched:
        notes.append(desk.say("note.stretched_goal"))
    return Report(
        ask=desk.ask, title=desk.title(), says=says, about=desk.about("sales", count),
        columns=(
            desk.column("person", "text"), desk.column("revenue", "money", opens=True),
            desk.column("goal", "money"), desk.column("of_goal", "share"),
            desk.column("sales", "count", opens=True),
        ),
        rows=tuple(rows), chart=ReportChart("aims", 0, (ReportSeries(1), ReportSeries(2, "goal"))),
        total=(desk.say("total"), whole, None, None, count), notes=tuple(notes),
        currency=desk.currency,
    )  # fmt: skip


def staff_sales_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return what somebody sold."""
    seller = None if mark == TOTAL else 0 if mark == NOBODY else int(mark)
    part = "sales" if column == "sales" else "all"
    rows = desk.reports.sales.behind(desk.scope, desk.spans, part, seller=seller)
    who = desk.say("total") if mark == TOTAL else desk.who(seller or None)
    title = desk.say("figure", what=who, of=desk.period)
    return desk.behind("sales", rows, title, money=column != "sales")
