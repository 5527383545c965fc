"""The report of a month: which days it is of, and what its first page says."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.jobs import Ticket
from app.monthly import is_better, last_month, monthly_report
from app.words import say
from tests.app.report_samples import all_kinds, report, revenue, series
from tests.app.shop_sales import sell

CHART = revenue().chart


def month_of(core, language="en", today=date(2026, 5, 12)):
    ask = last_month(core.reports.default_ask("revenue_goal"), today)
    return monthly_report(core.reports, core.insight, ask, language, Ticket())


def test_it_is_of_the_last_whole_month():
    ask = replace(revenue().ask, step="day", compare="")
    found = last_month(ask, date(2026, 1, 31))
    assert (found.first, found.last, found.step) == ("2025-12-01", "2025-12-31", "")
    assert found.compare == "previous"
    assert last_month(ask, date(2024, 3, 1)).last == "2024-02-29"


def test_a_report_is_better_or_worse_than_its_goal_or_than_before():
    columns = (("a", "A", "text"), ("now", "Now", "money"), ("then", "Then", "money"))
    rows = (("x", 10, 5), ("y", 2, 9), ("z", 50, None))
    for kind, roles, better in (
        ("bar", ("now", "before"), False),  # 12 to 14: a row without one does not count
        ("line", ("now", "goal"), False),  # the last known of running totals
        ("bar", ("now", "now"), None),
    ):
        chart = replace(CHART, kind=kind, series=series(1, 2, roles=roles))
        assert is_better(report("k", "T", columns, rows, chart)) is better
    assert is_better(revenue()) is True
    assert is_better(all_kinds()[-1]) is None
    nothing = report("k", "T", columns, (("x", 10, 0),), replace(CHART, kind="bar"))
    assert is_better(nothing) is None


def test_the_first_page_says_what_went_well_and_what_did_not(core):
    for day, price in (("2026-03-05", 90_000), ("2026-04-07", 40_000), ("2026-04-21", 30_000)):
        at = datetime.fromisoformat(f"{day}T03:00:00").replace(tzinfo=UTC)
        sell(core, price, sold_at=at, paid=False)
    for language in ("en", "ko"):
        found = month_of(core, language)
        told = dict(found.sections)
        assert found.title == say(
            "report_out.monthly", language, month="Apr 2026" if language == "en" else "2026년 4월"
        )
        badly = told[say("report_out.badly", language)]
        assert any("22.2%" in line for line in badly)
        assert len(badly) == len({*badly})
        assert all(not one.is_empty for one in found.reports)
        assert "70,000" in " ".join(line for lines in told.values() for line in lines)


def test_a_shop_without_anything_has_a_month_too(core):
    found = month_of(core)
    assert all(not one.is_empty for one in found.reports)
    assert found.title == "Monthly report, Apr 2026"
