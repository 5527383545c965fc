"""Reports of the sample shop: every figure opens the rows it is made of, and is theirs."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from shutil import copy

import pytest

from app.bootstrap import open_core
from app.errors import GoneError, InvalidInputError
from app.jobs import Ticket
from app.reporting.catalogue import DASHBOARDS, REPORTS
from app.reporting.tiles import TILES
from app.shapes.payments import PaidForm
from app.shapes.reports import ReportAsk
from tests.app.shop_sales import sell
from tests.conftest import TickingClock

MONTH = ReportAsk(key="", first="2026-04-13", last="2026-05-12")
HALF = ReportAsk(key="", first="2025-12-01", last="2026-05-31", compare="year", step="month")
CELL = ("count", "money")


@pytest.fixture(scope="module")
def path(painted, tmp_path_factory):
    """The sample shop with scores of two days, and with what sums must leave out."""
    shop = copy(painted, tmp_path_factory.mktemp("reports") / "shop.db")
    clock = TickingClock()
    clock.move(minutes=10)  # ids are made of the moment: later than those of the sample shop
    core = open_core(shop, now=clock)
    core.insight.recompute(Ticket(), as_of=date(2026, 3, 31))
    core.insight.recompute(Ticket())
    sell(core, 500, currency="USD", payments=(PaidForm(None, "cash"),))
    core.sales.cancel(sell(core, 1_000_000))
    core.sales.remove([sell(core, 2_000_000)])
    buyer = core.contacts.find("3377").contacts[0].id
    given = sell(core, 90_000, 10_000, discount=5_000, contact_id=buyer)
    core.sales.refund(given)
    core.close()
    return shop


@pytest.fixture(scope="module")
def core(path):
    core = open_core(path, now=TickingClock())
    yield core
    core.close()


def counted(path, query, *given):
    with closing(sqlite3.connect(path)) as run:
        return run.execute(query, given).fetchone()[0]


def narrowed(core):
    """A question with all filters asked at once."""
    staff = core.team.figures().members[0].staff_id
    lists = core.segments.all(counted=False)
    pipeline = core.pipelines.default().id
    return replace(
        MONTH, first="2026-02-01", last="2026-04-30", staff_id=staff, step="week",
        pipeline_id=pipeline, segment_id=lists[0].id,
    )  # fmt: skip


def opening(report):
    """Yield (mark, column, value) of all figures that open."""
    rows = [(row.mark, row.values) for row in report.rows]
    for mark, values in [*rows, *([("total", report.total)] if report.total else [])]:
        for column, value in zip(report.columns, values, strict=True):
            if column.opens and value is not None:
                yield mark, column, value


def add_up(core, report):
    for mark, column, value in opening(report):
        behind = core.reports.behind(report.ask, mark, column.key, "ko")
        cell = (report.key, mark, column.key)
        assert len(behind.ids) == len(set(behind.ids)), cell
        if column.kind == "money":
            assert (sum(behind.amounts), len(behind.amounts)) == (value, len(behind.ids)), cell
        elif column.kind == "count":
            assert (len(behind.ids), behind.amounts) == (value, ()), cell
        else:  # a share of those who began in a month
            (row,) = (row for row in report.rows if row.mark == mark)
            assert len(behind.ids) == round(value * row.values[1]), cell
        assert behind.title


def reconcile(report):
    """A total is what its rows come to, and each row's last sum what stands before it."""
    if report.total is None:
        return
    for place, total in enumerate(report.total):
        column = report.columns[place]
        if column.kind in CELL and total is not None:
            assert total == sum(row.values[place] or 0 for row in report.rows), column.key
    if report.columns[-1].key == "together":
        for row in report.rows:
            assert row.values[-1] == sum(row.values[1:-1])


@pytest.mark.parametrize("key", REPORTS)
def test_rows_behind_every_figure_add_up_to_it(core, key):
    for ask in (replace(MONTH, step="week"), HALF, narrowed(core)):
        report = core.reports.make(ask.of(key), "ko")
        reconcile(report)
        add_up(core, report)
        assert report.says
        assert report.about
        assert len(report.columns) == len({column.key for column in report.columns})
        assert all(len(row.values) == len(report.columns) for row in report.rows)
        assert len(report.rows) == len({row.mark for row in report.rows})
    whole = core.reports.make(MONTH.of(key), "en")
    assert whole.rows
    for mark, column, _value in list(opening(whole))[:1]:
        behind = core.reports.behind(whole.ask, mark, column.key)
        lines = core.reports.lines(behind, 0, 10_000)
        assert [line.id for line in lines] == list(behind.ids)
        if behind.amounts:
            assert sum(line.amount for line in lines) == sum(behind.amounts)


LOCAL = "date({}, '+9 hours') BETWEEN '2026-04-13' AND '2026-05-12'"
SOLD = (
    "FROM sale WHERE sold_on >= '2026-04-13' AND sold_on <= '2026-05-12' AND currency = 'KRW'"
    " AND cancelled_at IS NULL AND deleted_at IS NULL"
)


def totals(core, key, column, ask=MONTH):
    report = core.reports.make(ask.of(key), "en")
    keys = [one.key for one in report.columns]
    return report.total[keys.index(column)]


def test_totals_are_those_of_other_ways_to_count(core, path):
    money = counted(path, f"SELECT sum(total) {SOLD}")
    sales = counted(path, f"SELECT count(*) {SOLD} AND refunds_id IS NULL AND total >= 0")
    for key, column in (
        ("revenue_goal", "sold"), ("sales_by_period", "revenue"), ("top_customers", "revenue"),
        ("products_by_segment", "together"), ("sources", "revenue"), ("staff_sales", "revenue"),
    ):  # fmt: skip
        assert totals(core, key, column) == money, key
    for key in ("sales_by_period", "top_customers", "staff_sales"):
        assert totals(core, key, "sales") == sales, key
    visits = core.reports.make(MONTH.of("new_and_returning"), "en").total
    assert sum(visits[3:]) == money
    came = f"{SOLD} AND status IN ('open', 'partial', 'paid') AND contact_id IS NOT NULL"
    assert visits[1] + visits[2] == counted(
        path, f"SELECT count(*) FROM (SELECT DISTINCT contact_id, sold_on {came})"
    )
    first = f"SELECT contact_id {came} AND NOT EXISTS (SELECT 1 FROM sale b WHERE"
    first += " b.contact_id = sale.contact_id AND b.sold_on < '2026-04-13' AND b.deleted_at IS NULL"
    first += " AND b.cancelled_at IS NULL AND b.currency = 'KRW' AND b.status IN"
    first += " ('open', 'partial', 'paid'))"
    assert visits[1] == counted(path, f"SELECT count(*) FROM ({first} GROUP BY contact_id)")
    buyers = counted(path, f"SELECT count(DISTINCT contact_id) {came}")
    tiles = {tile.key: tile.value for tile in core.reports.tiles(MONTH, list(TILES), "en")}
    assert totals(core, "sources", "customers") == tiles["buyers"] == buyers
    assert totals(core, "sources", "new_customers") == tiles["new_customers"] == visits[1]
    assert (tiles["revenue"], tiles["sales"]) == (money, sales)
    assert tiles["came_back"] == pytest.approx(1 - visits[1] / buyers)
    owed = counted(path, "SELECT sum(owed) FROM sale WHERE owed > 0 AND currency = 'KRW'"
                   " AND deleted_at IS NULL AND sold_on <= '2026-05-12'")  # fmt: skip
    assert totals(core, "receivables", "owed") == tiles["owed"] == owed
    scored = counted(path, "SELECT count(*) FROM customer_score WHERE r IS NOT NULL")
    assert totals(core, "rfm", "together") == scored
    assert tiles["at_risk"] == {t.tier: t.customers for t in core.insight.tiers()}["at_risk"]
    assert totals(core, "migration", "together") == sum(t.customers for t in core.insight.tiers())
    assert totals(core, "staff_activity", "together") == counted(
        path, "SELECT count(*) FROM interaction WHERE deleted_at IS NULL AND"
        " date(happened_at, '+9 hours') BETWEEN '2026-04-13' AND '2026-05-12'",
    )  # fmt: skip
    done = counted(path, "SELECT count(*) FROM task WHERE status = 'done' AND deleted_at IS NULL"
                   f" AND {LOCAL.format('closed_at')}")  # fmt: skip
    assert tiles["tasks_done"] == done
    assert totals(core, "tasks_done", "in_time") + totals(core, "tasks_done", "late") == done


def test_deals_of_reports_are_those_of_the_board_and_the_forecast(core, path):
    tiles = {tile.key: tile.value for tile in core.reports.tiles(MONTH, list(TILES), "en")}
    board = core.deal_board.totals()
    assert (tiles["open_value"], tiles["weighted_value"]) == (board.value, board.weighted)
    forecast = core.forecasts.forecast(months=3).months
    report = core.reports.make(MONTH.of("forecast_actual"), "en")
    told = {row.mark: row.values[1:] for row in report.rows}
    for month in forecast:
        likely, low, high, won = told[month.month]
        assert (likely, low, high) == (month.likely, month.low, month.high)
        assert (won or 0) == month.won
    ended = counted(path, "SELECT count(*) FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id"
                    " WHERE g.kind IN ('won', 'lost') AND d.deleted_at IS NULL AND"
                    f" {LOCAL.format('d.closed_at')}")  # fmt: skip
    assert (
        totals(core, "win_loss_reasons", "won") + totals(core, "win_loss_reasons", "lost") == ended
    )
    funnel = core.reports.make(MONTH.of("funnel"), "en").rows
    counts = [row.values[1] for row in funnel]
    assert counts == sorted(counts, reverse=True)
    assert {row.colour for row in funnel} >= {"inquiry", "quote", "won"}


def test_goals_say_how_far_the_period_is(core):
    report = core.reports.make(replace(MONTH, first="2026-05-01").of("revenue_goal"), "en")
    goal = core.goals.of_shop()
    last = report.rows[-1].values
    assert (last[2], last[3]) == (goal.reached, goal.planned)
    assert (
        report.says == f"₩{goal.reached:,} so far, ₩{goal.ahead:,} ahead of what is due by today."
    )
    assert "May 8 · Parents’ Day" in [row.hint for row in report.rows]
    assert any("other currenc" in note or "another currency" in note for note in report.notes)
    whole = core.reports.make(replace(MONTH, last="2026-05-20").of("revenue_goal"), "ko")
    assert [row.values[2] for row in whole.rows][-8:] == [None] * 8  # days to come
    assert "목표는 일부 날짜에만 있어서 나머지 날에도 하루 목표를 똑같이 놓았어요." in whole.notes


def test_dashboards_name_reports_and_tiles_that_are_there(core):
    boards = core.reports.dashboards("ko")
    assert [board.key for board in boards] == list(DASHBOARDS)
    shown = {key for board in boards for key in board.reports}
    assert shown >= set(REPORTS)
    assert all(board.title for board in boards)
    for board in boards:
        told = core.reports.tiles(MONTH, board.tiles, "en")
        assert [tile.key for tile in told] == list(board.tiles)
    ask = core.reports.default_ask("rfm")
    assert (ask.first, ask.last, ask.key) == ("2026-04-13", "2026-05-12", "rfm")


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "nothing"}, {"first": "2026-13-01"}, {"first": ""}, {"last": "2026-01-01"},
        {"compare": "moon"}, {"step": "hour"}, {"first": "0001-01-01"},
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_asked_is_refused(core, wrong):
    with pytest.raises(InvalidInputError):
        core.reports.make(replace(MONTH, **{"key": "revenue_goal", **wrong}), "en")
    with pytest.raises(GoneError):
        core.reports.make(replace(MONTH, key="rfm", segment_id=1), "en")


def test_a_long_period_comes_to_what_its_months_do(core):
    days = [date(2025 + (month > 12), (month - 1) % 12 + 1, 1) for month in range(6, 19)]
    year = replace(MONTH, first="2025-06-01", last="2026-05-31", compare="", step="month")
    months = [
        replace(year, first=first.isoformat(), last=(after - timedelta(days=1)).isoformat())
        for first, after in pairwise(days)
    ]
    for key in ("new_and_returning", "products_by_segment"):
        summed: dict[str, int] = {}
        for month in months:
            report = core.reports.make(month.of(key), "en")
            for column, value in zip(report.columns[1:], (report.total or ())[1:], strict=False):
                summed[column.key] = summed.get(column.key, 0) + value
        report = core.reports.make(year.of(key), "en")
        whole = {column.key: report.total[n] for n, column in enumerate(report.columns) if n}
        assert whole == summed
        assert whole
    bought = core.reports.make(year.of("sources"), "en")
    tiles = core.reports.tiles(year, ("buyers", "new_customers"), "en")
    assert [tile.value for tile in tiles] == list(bought.total[1:3])


def test_what_was_read_once_is_read_anew_when_something_was_sold(shop, clock):
    with closing(open_core(shop, now=clock)) as core, closing(open_core(shop, now=clock)) as beside:
        ask = core.reports.default_ask("revenue_goal")
        assert core.reports.tiles(ask, ("sales",), "en")[0].value == 0
        for place, other in enumerate((core, beside, core), 1):
            sell(other, 5_000)
            assert core.reports.tiles(ask, ("sales",), "en")[0].value == place


def test_months_in_which_nothing_was_won_are_told_as_well(core):
    report = core.reports.make(replace(MONTH, key="forecast_actual"), "en")
    months = [row.mark for row in report.rows]
    assert months == sorted(months)
    assert all(row.values[4] is not None for row in report.rows if row.mark <= "2026-05")
    first, last = (int(text[:4]) * 12 + int(text[5:]) for text in (months[0], months[-1]))
    assert len(months) == last - first + 1
