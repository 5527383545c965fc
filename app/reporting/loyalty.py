"""Reports of how money spreads over customers, how groups change, and what is not known of them."""

from __future__ import annotations

from datetime import date, timedelta

from app.reporting import words
from app.reporting.customers import by_buyer
from app.reporting.desk import TOTAL, Desk
from app.reporting.goods import NO_TIER, tier_name
from app.reporting.grids import grid_parts
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries
from db.kinds import TIERS

PARTS = 20  # of a share curve
FIFTH, FOUR_FIFTHS = 0.2, 0.8
FEW = 20  # customers; a curve of fewer says little
LACKS = ("no_way", "gone", "no_consent", "twice")
"""What may be missing of a customer, the gravest first."""
UP = ("vip", "regular", "occasional", "new")
"""Groups of those who still come."""


def share_curve(desk: Desk) -> Report:
    """Make which share of the money the best tenth, fifth … of the customers brought."""
    found, whole = _spenders(desk), 0
    count = len(found)
    whole = sum(total for _contact, total in found)
    rows = []
    for part in range(PARTS + 1) if count else ():
        many = _many(part, count)
        money = sum(total for _contact, total in found[:many])
        rows.append(ReportRow(str(part), (part / PARTS, many, money, money / whole)))
    says = desk.say("says.nobody")
    if count:
        fifth = _many(PARTS // 5, count)
        share = sum(total for _contact, total in found[:fifth]) / whole
        says = desk.say("says.curve", count=fifth, share=words.share(share))
        if found[0][1] / whole >= 0.5 and count > 1:
            says = desk.say("says.one_customer", share=words.share(found[0][1] / whole))
    notes = desk.sale_notes()
    if 0 < count < FEW:
        notes.insert(0, desk.say("note.few_buyers", least=FEW))
    return Report(
        ask=desk.ask, title=desk.title(), says=says, about=desk.about("buyers", count),
        columns=(
            desk.column("of_customers", "share"), desk.column("customers", "count", opens=True),
            desk.column("revenue", "money", opens=True), desk.column("share", "share"),
        ),
        rows=tuple(rows), chart=ReportChart("curve", 0, (ReportSeries(3),)), notes=tuple(notes),
        currency=desk.currency,
    )  # fmt: skip


def _spenders(desk: Desk) -> list[tuple[int, int]]:
    """Return (contact, money) of who brought any in the period, the most first."""
    return [(contact, total) for contact, _sales, total in by_buyer(desk) if total > 0]


def _many(part: int, count: int) -> int:
    """Return how many customers so many twentieths are, a begun one counted."""
    return -(-part * count // PARTS)


def share_curve_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the best customers, or what they bought."""
    found = _spenders(desk)
    best = found[: _many(PARTS if mark == TOTAL else int(mark), len(found))]
    title = desk.say("figure", what=desk.title(), of=desk.period)
    if column == "customers":
        return desk.behind("contacts", best, title)
    among = [contact for contact, _total in best]
    rows = desk.reports.sales.behind(desk.scope, desk.spans, among=among)
    return desk.behind("sales", rows, title, money=True)


def migration(desk: Desk) -> Report:
    """Make how many customers went from one group to another in the period."""
    before, after, known = _ends(desk)
    moves = desk.reports.customers.moved
    moved = moves(desk.scope, before, after) if known and before < after else []
    pairs = {(one or NO_TIER, other): count for one, other, count in moved}
    befores = [tier for tier in (*TIERS, NO_TIER) if any(one == tier for one, _other in pairs)]
    afters = [tier for tier in TIERS if any(other == tier for _one, other in pairs)]
    rows = []
    for tier in befores:
        found = [pairs.get((tier, other), 0) for other in afters]
        rows.append(ReportRow(tier, (_was(desk, tier), *found, sum(found))))
    lost = sum(many for (one, other), many in pairs.items() if one in UP and other not in UP)
    gained = sum(
        many for (one, other), many in pairs.items()
        if one not in UP and one != NO_TIER and other in UP
    )  # fmt: skip
    says = desk.say("says.no_moves_known")
    if rows:
        says = desk.say("says.moved", lost=lost, gained=gained)
    notes = []
    if known and before == known:
        day = words.day(date.fromisoformat(known), desk.language, desk.today)
        notes.append(desk.say("note.known_since", day=day))
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.about("customers", sum(pairs.values())),
        notes=(*notes, *desk.pipeline_note()), currency=desk.currency,
        **grid_parts(
            desk, "before_period", {tier: tier_name(desk, tier) for tier in afters}, rows
        ),
    )  # fmt: skip


def _was(desk: Desk, tier: str) -> str:
    return desk.say("no_tier_yet") if tier == NO_TIER else tier_name(desk, tier)


def _ends(desk: Desk) -> tuple[str, str, str]:
    """Return the eve of the period, its last day, and the first day groups are known of.

    The eve is never before that day.
    """
    known = desk.reports.customers.first_move()
    return max((desk.first - timedelta(days=1)).isoformat(), known), desk.last.isoformat(), known


def migration_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return who went from one group to another."""
    before, after, _known = _ends(desk)
    one = None if mark == TOTAL else "" if mark == NO_TIER else mark
    other = "" if column == "together" else column
    rows = desk.reports.customers.moved_behind(desk.scope, (before, after), one, other)
    told = [] if one is None else [_was(desk, mark)]
    told += [tier_name(desk, other)] if other else []
    title = " → ".join(told) or desk.title()
    return desk.behind("contacts", rows, desk.say("figure", what=title, of=desk.period))


def data_debt(desk: Desk) -> Report:
    """Make what is missing of customers, and what they brought in twelve months."""
    found = desk.reports.customers.lacking(desk.scope)
    rows = []
    for lack in LACKS:
        some = [row for row in found if row[2] == lack]
        if some:
            money = sum(row[1] for row in some)
            rows.append(ReportRow(lack, (desk.say(f"lack.{lack}"), len(some), money)))
    rows.sort(key=lambda row: -int(row.values[2] or 0))
    count, money = (sum(int(row.values[n] or 0) for row in rows) for n in (1, 2))
    says = desk.say("says.no_debt" if found else "says.nobody_lately")
    if rows:
        says = desk.say(
            "says.debt", count=int(rows[0].values[1] or 0), what=rows[0].values[0],
            money=desk.money(int(rows[0].values[2] or 0)),
        )  # fmt: skip
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.say("n.bought_lately", count=len(found)),
        columns=(
            desk.column("missing", "text"), desk.column("customers", "count", opens=True),
            desk.column("at_stake", "money", opens=True),
        ),
        rows=tuple(rows), chart=ReportChart("table", 0, (ReportSeries(2),)),
        total=(desk.say("total"), count, money) if rows else None,
        notes=(desk.say("note.debt"), *desk.pipeline_note()) if rows else (),
        currency=desk.currency,
    )  # fmt: skip


def data_debt_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the customers something is missing of."""
    rows = [row for row in desk.reports.customers.lacking(desk.scope)
            if row[2] and mark in (TOTAL, row[2])]  # fmt: skip
    title = desk.title() if mark == TOTAL else desk.say(f"lack.{mark}")
    return desk.behind("contacts", rows, title, money=column == "at_stake")
