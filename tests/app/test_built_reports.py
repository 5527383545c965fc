"""Reports somebody built: each figure is the database's, and opens the rows it is made of."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.errors import InvalidInputError
from app.reporting.pivot import dimensions_of
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.products import ProductForm
from app.shapes.reports import ReportAsk, ReportPlan
from app.shapes.sales import LineForm
from db.pivot_subjects import MEASURES
from tests.app.shop_sales import rows, sell

ASK = ReportAsk(key="", first="2026-01-01", last="2026-05-12")
SOLD = (
    "s.deleted_at IS NULL AND s.cancelled_at IS NULL AND s.currency = 'KRW'"
    " AND s.sold_on BETWEEN '2026-01-01' AND '2026-05-12'"
)


def at(month, day):
    return datetime(2026, month, day, 3, tzinfo=UTC)


@pytest.fixture
def sold(core):
    """Two customers with tags, two products, a discount, a refund, one of another currency."""
    minji, junho = (core.contacts.add(ContactForm(name=name)) for name in ("김민지", "박준호"))
    core.contacts.tag([minji], "VIP")
    core.contacts.tag([minji, junho], "꽃")
    rose, tulip = (
        core.products.add(ProductForm(name=name, price=price))
        for name, price in (("장미", 12_000), ("튤립", 30_000))
    )
    sell(core, LineForm(12_000, rose), LineForm(30_000, tulip), contact_id=minji,
         sold_at=at(1, 5), discount=2_000)  # fmt: skip
    sell(core, LineForm(30_000, tulip), contact_id=minji, sold_at=at(3, 5))
    back = sell(core, LineForm(12_000, rose), contact_id=junho, sold_at=at(3, 9))
    core.sales.refund(back)
    sell(core, LineForm(12_000, rose), sold_at=at(5, 9), paid=False)
    sell(core, LineForm(90_00, rose), sold_at=at(4, 9), currency="USD")
    return {"minji": minji, "junho": junho, "rose": rose, "tulip": tulip}


def made(core, ask=ASK, language="en", **plan):
    return core.reports.preview(ReportPlan(name="mine", **plan), ask, language)


def by_name(report):
    return {row.values[0]: row.values[1:] for row in report.rows}


def test_revenue_by_month_is_what_the_book_adds_up_to(core, shop, sold):
    report = made(core, rows="month", measure="revenue")
    told = rows(
        shop, f"SELECT substr(s.sold_on, 1, 7), sum(s.total) FROM sale s WHERE {SOLD} GROUP BY 1"
    )
    assert {row.mark: row.values[1] for row in report.rows} == {
        "2026-02": 0,
        "2026-04": 0,
        **dict(told),
    }
    assert len(report.rows) == 5  # months without sales stand there too
    assert report.total[1] == sum(amount for _month, amount in told)
    days = by_name(made(core, rows="weekday", measure="revenue"))
    assert next(iter(days)) == "Sundays"  # as the shop's weeks begin
    assert days["Mondays"] == (52_000,)  # 5 January and 9 March
    assert report.notes == ("1 in another currency is not in these sums.",)


def test_each_figure_of_a_pivot_opens_the_sales_that_make_it(core, sold):
    plan = ReportPlan(name="mine", rows="product", columns="month", measure="revenue")
    key = f"own:{core.own_reports.add(plan)}"
    report = core.reports.make(replace(ASK, key=key), "ko")
    assert report.title == "mine"
    assert [row.values[0] for row in report.rows] == ["튤립", "장미"]
    opened = 0
    for row in report.rows:
        for column, value in zip(report.columns, row.values, strict=True):
            if column.opens and value:
                behind = core.reports.behind(report.ask, row.mark, column.key, "ko")
                assert sum(behind.amounts) == value
                assert len(core.reports.lines(behind, 0, 100)) == len(behind.ids)
                opened += 1
    assert opened == 6
    assert report.total[-1] == sum(row.values[-1] for row in report.rows) == 84_000


def test_what_counts_twice_has_no_total(core, sold):
    tagged = made(core, rows="tag", measure="sales")
    assert by_name(tagged) == {"꽃": (2,), "VIP": (2,), "Not known": (2,)}
    assert tagged.total is None
    assert "several tags" in tagged.notes[0]
    average = made(core, rows="customer", measure="average_sale")
    assert by_name(average)["김민지"] == (35_000,)
    assert average.total is None


def test_a_report_heeds_its_list_the_tag_and_the_person_of_the_page(core, sold):
    whole = made(core, rows="year", measure="revenue").total[1]
    chosen = Filter((Condition("tag", "any_of", ("VIP",)),))
    some = made(core, rows="year", measure="revenue", filter=chosen.to_json()).total[1]
    listed = core.segments.save("VIPs", chosen)
    same = made(core, replace(ASK, segment_id=listed), rows="year", measure="revenue").total[1]
    tagged = made(core, replace(ASK, tag="VIP"), rows="year", measure="revenue").total[1]
    assert whole == 82_000
    assert some == same == tagged == 70_000


def test_every_measure_can_be_put_together_by_all_it_offers(core, sold):
    for measure in MEASURES:
        offered = dimensions_of(measure)
        for name, other in zip(offered, (*offered[1:], ""), strict=True):
            report = made(core, rows=name, columns=other, measure=measure, language="ko")
            widths = {len(row.values) for row in report.rows}
            assert widths <= {len(report.columns)}, (measure, name, other)


def test_what_cannot_be_asked_is_refused(core, sold):
    for plan in (
        {"rows": "product", "measure": "tasks_done"}, {"rows": "month", "measure": "love"},
        {"rows": "month", "columns": "month", "measure": "sales"},
        {"rows": "month", "measure": "sales", "chart": "funnel"},
    ):  # fmt: skip
        with pytest.raises(InvalidInputError):
            made(core, **plan)
