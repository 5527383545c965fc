"""Single figures at the head of a dashboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from statistics import median

from app.amounts import rounded
from app.reporting import words
from app.reporting.desk import Desk
from app.reporting.periods import each_day
from app.reporting.sales import by_day, comings
from app.shapes.reports import ReportTile, Value

TREND = 8  # points of the small line
RISK = "at_risk"


def revenue(desk: Desk) -> ReportTile:
    """Show what was sold, net of what was given back."""
    now, before = _sums(desk), _sums(desk, base=True)
    trend = _in_parts(desk, {day: total for day, (_count, total) in by_day(desk).items()})
    return _tile(desk, "revenue", now[1], "money", before[1], trend=trend, colour="accent")


def sales(desk: Desk) -> ReportTile:
    """Show how many sales there were."""
    now, before = _sums(desk), _sums(desk, base=True)
    trend = _in_parts(desk, {day: count for day, (count, _total) in by_day(desk).items()})
    return _tile(desk, "sales", now[0], "count", before[0], trend=trend, colour="blue")


def average_sale(desk: Desk) -> ReportTile:
    """Show what a sale comes to on average."""
    (count, total), (base_count, base_total) = _sums(desk), _sums(desk, base=True)
    days = by_day(desk)
    counts = _in_parts(desk, {day: one for day, (one, _total) in days.items()})
    totals = _in_parts(desk, {day: one for day, (_count, one) in days.items()})
    return _tile(
        desk, "average_sale", rounded(total, count) if count else None, "money",
        rounded(base_total, base_count) if base_count else None,
        base=desk.say("n.sales", count=count), colour="blue",
        trend=[
            total / count if count else 0.0
            for total, count in zip(totals, counts, strict=True)
        ],
    )  # fmt: skip


def came_back(desk: Desk) -> ReportTile:
    """Show, of those who bought, the share who had bought before."""
    buyers, new = _buyers(desk)
    base_buyers, base_new = _buyers(desk, base=True)
    now = (buyers - new) / buyers if buyers else None
    before = (base_buyers - base_new) / base_buyers if base_buyers else None
    told = comings(desk)
    back = _in_parts(desk, {row[0]: row[2] for row in told})
    first = _in_parts(desk, {row[0]: row[1] for row in told})
    trend = [one / (one + new) if one + new else 0.0 for one, new in zip(back, first, strict=True)]
    points = None if now is None or before is None else round(100 * now) - round(100 * before)
    return ReportTile(
        "came_back", desk.say("tile.came_back"), now, "share",
        "" if points is None else desk.say("points", count=abs(points)),
        None if not points else points > 0, None if not points else points > 0,
        desk.say("tile.of_all"), tuple(trend), "won",
    )  # fmt: skip


def new_customers(desk: Desk) -> ReportTile:
    """Show how many bought for the first time."""
    before = _buyers(desk, base=True)[1]  # while another thread reads the period for `came_back`
    told = comings(desk)
    new = sum(row[1] for row in told)
    trend = _in_parts(desk, {row[0]: row[1] for row in told})
    return _counted(desk, "new_customers", new, before, trend=trend, colour="purple")


def buyers(desk: Desk) -> ReportTile:
    """Show how many customers bought."""
    now, _new = _buyers(desk)
    before, _new = _buyers(desk, base=True)
    told = comings(desk)
    trend = _in_parts(desk, {row[0]: row[1] + row[2] for row in told})
    return _counted(desk, "buyers", now, before, trend=trend, colour="accent")


def owed(desk: Desk) -> ReportTile:
    """Show what is owed for sales until the period's end, and by how many."""
    found = desk.reports.goods.owed(desk.scope, desk.last.isoformat(), ())
    count = sum(row[0] is not None for row in found)
    return ReportTile(
        "owed", desk.say("tile.owed"), sum(row[2] for row in found), "money",
        base=desk.say("tile.by_customers", count=count), colour="warning",
    )  # fmt: skip


def open_value(desk: Desk) -> ReportTile:
    """Show what open deals are worth, now."""
    count, value, _weighted = desk.reports.deals.open_sums(desk.scope)
    return ReportTile("open_value", desk.say("tile.open_value"), value, "money",
                      base=desk.say("n.open_deals", count=count), colour="accent")  # fmt: skip


def weighted_value(desk: Desk) -> ReportTile:
    """Show the same, each deal by its probability."""
    _count, _value, weighted = desk.reports.deals.open_sums(desk.scope)
    return ReportTile("weighted_value", desk.say("tile.weighted_value"), weighted, "money",
                      base=desk.say("tile.by_chance"), colour="blue")  # fmt: skip


def won_value(desk: Desk) -> ReportTile:
    """Show what was won in the period."""
    now = _won(desk, desk.spans)
    before = sum(row[1] for row in _won(desk, desk.base_spans))
    return _tile(desk, "won_value", sum(row[1] for row in now), "money", before, trend=[],
                 base="" if before else desk.say("n.deals_won", count=len(now)),
                 colour="won")  # fmt: skip


def win_rate(desk: Desk) -> ReportTile:
    """Show, of the deals that ended, the share that was won."""
    now, ended = _rate(desk, desk.spans)
    before, _ended = _rate(desk, desk.base_spans)
    points = None if now is None or before is None else round(100 * now) - round(100 * before)
    rises = None if not points else points > 0
    return ReportTile(
        "win_rate", desk.say("tile.win_rate"), now, "share",
        "" if points is None else desk.say("points", count=abs(points)), rises, rises,
        desk.say("tile.of_ended", count=ended), (), "won",
    )  # fmt: skip


def tasks_done(desk: Desk) -> ReportTile:
    """Show how many tasks were done."""
    now, before = (len(desk.reports.work.done(desk.scope, desk.edges(spans)))
                   for spans in (desk.spans, desk.base_spans))  # fmt: skip
    return _counted(desk, "tasks_done", now, before, trend=[], colour="won")


def contacts_made(desk: Desk) -> ReportTile:
    """Show how often somebody spoke with customers."""
    now, before = (sum(row[2] for row in desk.reports.work.spoken(desk.scope, desk.edges(spans)))
                   for spans in (desk.spans, desk.base_spans))  # fmt: skip
    return _counted(desk, "contacts_made", now, before, trend=[], colour="accent")


def response_hours(desk: Desk) -> ReportTile:
    """Show how long enquiries usually wait for an answer."""
    waited = [row[2] / 60 for row in desk.reports.work.asked(desk.scope, desk.edges(desk.spans))
              if row[2] is not None]  # fmt: skip
    return ReportTile(
        "response_hours", desk.say("tile.response_hours"), median(waited) if waited else None,
        "hours", base=desk.say("n.answers", count=len(waited)), colour="blue",
    )  # fmt: skip


def _won(desk: Desk, spans: list[tuple[str, str]]) -> Sequence[tuple[int, ...]]:
    return desk.reports.deals.ended(desk.scope, desk.edges(spans), "won")


def _rate(desk: Desk, spans: list[tuple[str, str]]) -> tuple[float | None, int]:
    won = len(_won(desk, spans))
    ended = len(desk.reports.deals.ended(desk.scope, desk.edges(spans), ""))
    return (won / ended if ended else None), ended


def at_risk(desk: Desk) -> ReportTile:
    """Show how many have stayed away longer than they do, as last scored."""
    read = desk.reports.customers
    as_of, known = read.scored_on(), read.first_move()
    if not as_of:
        return ReportTile(RISK, desk.say("tile.at_risk"), None, "count",
                          base=desk.say("tile.not_scored"), colour="warning")  # fmt: skip
    now = len(read.in_tier(desk.scope, RISK))
    moved = read.tier_moves(desk.scope, RISK)
    ends = [desk.last - timedelta(days=n * max(desk.ask.days // TREND, 1)) for n in range(TREND)]
    days = [day.isoformat() for day in reversed(ends) if day.isoformat() >= known]
    trend = [float(sum(more for since, more in moved if since <= day)) for day in days]
    eve = (desk.first - timedelta(days=1)).isoformat()
    if eve < known or not desk.ask.compare:
        told = words.day(desk.today.fromisoformat(as_of), desk.language, desk.today)
        return ReportTile(RISK, desk.say("tile.at_risk"), now, "count", trend=tuple(trend),
                          base=desk.say("tile.as_of", day=told), colour="warning")  # fmt: skip
    before = sum(more for since, more in moved if since <= eve)
    return _counted(desk, RISK, now, before, trend=trend, colour="warning", rising_is_good=False)


TILES: dict[str, Callable[[Desk], ReportTile]] = {
    "revenue": revenue, "sales": sales, "average_sale": average_sale, "came_back": came_back,
    "new_customers": new_customers, "at_risk": at_risk, "buyers": buyers, "owed": owed,
    "open_value": open_value, "weighted_value": weighted_value, "won_value": won_value,
    "win_rate": win_rate, "tasks_done": tasks_done, "contacts_made": contacts_made,
    "response_hours": response_hours,
}  # fmt: skip


def _tile(
    desk: Desk, key: str, value: Value, kind: str, before: float | None, *,
    trend: list[float], colour: str, base: str = "", rising_is_good: bool = True,
) -> ReportTile:  # fmt: skip
    """Return a tile whose change is told in percent."""
    moved, rises = "", None
    if desk.base is not None and before and before > 0 and isinstance(value, int) and value >= 0:
        moved = words.change(value, before)
        rises = None if value == before else value > before
    versus = desk.say("tile.versus", before=desk.before) if moved else ""
    return ReportTile(
        key, desk.say(f"tile.{key}"), value, kind, moved, rises,
        None if rises is None else rises == rising_is_good, base or versus, tuple(trend), colour,
    )  # fmt: skip


def _counted(
    desk: Desk, key: str, now: int, before: int, *, trend: list[float], colour: str,
    rising_is_good: bool = True,
) -> ReportTile:  # fmt: skip
    """Return a tile whose change is told by how many."""
    title = desk.say(f"tile.{key}")
    if desk.base is None:
        return ReportTile(key, title, now, "count", trend=tuple(trend), colour=colour)
    more = now - before
    rises = None if not more else more > 0
    moved = f"{more:+,}".replace("-", words.MINUS) if more else ""
    return ReportTile(
        key, title, now, "count", moved, rises,
        None if rises is None else rises == rising_is_good,
        desk.say("tile.versus_count", count=before), tuple(trend), colour,
    )  # fmt: skip


def _sums(desk: Desk, *, base: bool = False) -> tuple[int, int]:
    found = by_day(desk, base=base).values()
    return sum(count for count, _total in found), sum(total for _count, total in found)


def _buyers(desk: Desk, *, base: bool = False) -> tuple[int, int]:
    """Return the customers of the period, or of what it is compared with, and the new ones."""
    read, spans = desk.reports.sales, desk.base_spans
    if base:
        return desk.once("buyers", lambda: read.buyers(desk.scope, spans), base=True)
    came = desk.once("came", lambda: read.came(desk.scope, desk.spans))
    return came, sum(row[1] for row in comings(desk))


def _in_parts(desk: Desk, values: dict[str, int]) -> list[float]:
    """Return the sums of equal parts of a period up to today; odd days at its beginning go."""
    days = each_day(desk.first, min(desk.last, max(desk.today, desk.first)))
    size = max(len(days) // TREND, 1)
    days = days[-size * TREND :]
    return [
        float(sum(values.get(day.isoformat(), 0) for day in days[start : start + size]))
        for start in range(0, len(days), size)
    ]
