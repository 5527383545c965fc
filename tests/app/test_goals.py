"""Goals: what counts towards each, how they stand, what is needed, what to aim for."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import GoneError, InvalidInputError
from app.goal_words import goal_name, pace_words
from app.settings import LEADERBOARD, OPEN_DAYS
from app.shapes.contacts import ContactForm
from app.shapes.enquiries import EnquiryForm
from app.shapes.goals import METRICS, GoalForm
from app.shapes.interactions import InteractionForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm, SaleFilter
from app.shapes.tasks import TaskForm
from app.words import kind_words
from tests.app.shop_sales import sell


def on(day, hour=3):
    return datetime.fromisoformat(f"{day}T{hour:02d}:00:00").replace(tzinfo=UTC)


def sold(core, day, *prices, contact=None):
    return sell(core, *prices, contact_id=contact, sold_at=on(day), paid=False)


def reached(core, metric, **more):
    goal = core.goals.add(GoalForm(metric, 10, **more))
    found = core.goals.progress(goal)
    assert found.reached == sum(day.value for day in found.series)
    return found.reached


@pytest.fixture
def minji(core):
    return core.contacts.add(ContactForm(name="김민지"))


def test_a_small_goal_knows_how_much_of_the_month_is_over(core):
    goal = core.goals.add(GoalForm("won_deals", 2))

    now = core.goals.progress(goal)

    assert (now.planned, now.time_percent) == (0, 38)  # not 0 % on the 12th of 31 days


def test_a_goal_runs_from_its_first_day_to_its_last(core):
    days = {"period": "range", "first_on": "2026-05-05", "last_on": "2026-05-06"}
    core.goals.add(GoalForm("revenue", 10, **days))
    runs = {day: len(core.goals.current(f"2026-05-0{day}")) for day in range(4, 8)}
    assert runs == {4: 0, 5: 1, 6: 1, 7: 0}


def test_the_pace_of_a_month(core):
    sold(core, "2026-05-04", 3_000_000)
    sold(core, "2026-05-08", 8_500_000)
    refunded = sold(core, "2026-05-09", 260_000)
    core.sales.refund(refunded)
    sold(core, "2026-04-30", 9_000_000)
    goal = core.goals.add(GoalForm("revenue", 20_000_000))
    now = core.goals.progress(goal)
    assert (now.goal.first_on, now.goal.last_on) == ("2026-05-01", "2026-05-31")
    assert (now.day_number, now.days, now.reached) == (12, 31, 11_500_000)
    assert now.planned == 20_000_000 * 12 // 31
    assert (now.state, now.percent, now.time_percent) == ("ahead", 57, 38)
    assert (now.best.day, now.best.value) == ("2026-05-08", 8_500_000)
    assert (now.open_days_left, now.needed_per_day) == (19, 447_369)
    assert now.last_year is None  # the shop was not there
    said = pace_words(now, "en", lambda amount: f"₩{amount:,}")
    assert said[0] == "38% of the month, 57% of the goal"
    assert "₩447,369 a day are needed" in said[2]
    assert goal_name(now.goal, "ko") == "2026년 5월 매출"
    core.settings.put(OPEN_DAYS, "MO,TU,WE,TH,FR")  # 21 days, 8 of them by now
    weekdays = core.goals.progress(goal)
    assert (weekdays.planned, weekdays.open_days_left) == (20_000_000 * 8 // 21, 13)
    assert core.goals.of_shop().goal.id == goal
    assert core.goals.progress(goal, "2026-04-01").state == "not_begun"
    assert core.goals.progress(goal, "2026-06-02").state == "missed"
    assert core.goals.progress(goal, "2026-05-03").reached == 0
    for language in ("ko", "en"):
        for day in ("2026-04-01", "2026-05-03", "2026-05-12", "2026-06-02"):
            for sentence in pace_words(core.goals.progress(goal, day), language, str):
                assert "{" not in sentence


def test_what_counts_towards_each_goal(core, minji):
    rose = core.products.add(ProductForm(name="장미", price=1000))
    jun = core.staff.add("박준호")
    back = core.contacts.add(ContactForm(name="백도윤"))
    sold(core, "2025-09-01", 1000, contact=back)
    sold(core, "2026-05-02", 1000, contact=minji)
    sold(core, "2026-05-05", LineForm(1000, rose), 500, contact=minji)
    sold(core, "2026-05-06", 1000, contact=back)
    core.interactions.log(
        InteractionForm(
            contact_ids=(minji, back), kind="call", outcome="talked", happened_at=on("2026-05-03")
        )
    )
    core.interactions.log(InteractionForm(contact_ids=(minji,), kind="call", outcome="no_answer"))
    assert reached(core, "revenue") == 3500
    assert reached(core, "new_customers") == 1  # minji
    assert reached(core, "returning_customers") == 2  # minji again, and back
    assert reached(core, "won_back") == 1
    assert reached(core, "contacts_made") == 1
    assert reached(core, "revenue", scope="product", product_id=rose) == 1000
    assert reached(core, "new_customers", scope="product", product_id=rose) == 0
    assert reached(core, "returning_customers", scope="product", product_id=rose) == 1
    assert reached(core, "revenue", scope="staff", staff_id=jun) == 0
    core.store.actor_id = jun
    sold(core, "2026-05-07", 700, contact=minji)
    assert reached(core, "revenue", scope="staff", staff_id=jun) == 700
    assert reached(core, "revenue", period="quarter") == 4200
    assert reached(core, "revenue", period="year", first_on="2025-06-01") == 1000
    ranged = {"period": "range", "first_on": "2026-05-05", "last_on": "2026-05-06"}
    assert reached(core, "revenue", **ranged) == 2500


def test_last_year_and_a_target_to_begin_with(core):
    assert core.goals.suggest(GoalForm("revenue", 0)).target is None
    sold(core, "2025-04-10", 1_000_000)
    sold(core, "2025-05-08", 2_000_000)
    sold(core, "2025-05-20", 1_000_000)
    sold(core, "2026-04-10", 1_250_000)
    told = core.goals.suggest(GoalForm("revenue", 0))
    assert (told.target, told.last_year, told.last_period) == (3_800_000, 3_000_000, 1_250_000)
    now = core.goals.progress(core.goals.add(GoalForm("revenue", told.target)))
    assert (now.last_year, now.last_year_to_date) == (3_000_000, 2_000_000)


def test_goals_that_cannot_be_are_refused_and_undo_brings_back(core):
    jun = core.staff.add("박준호")
    for form in (
        GoalForm("happiness", 1), GoalForm("revenue", 0), GoalForm("revenue", -5),
        GoalForm("revenue", 10**16), GoalForm("revenue", 1, scope="staff"),
        GoalForm("revenue", 1, scope="product"), GoalForm("revenue", 1, period="range"),
        GoalForm("revenue", 1, period="range", first_on="2026-05-02", last_on="2026-05-01"),
        GoalForm("revenue", 1, first_on="0001-01-01"),
        GoalForm("revenue", 1, first_on="32.13."), GoalForm("revenue", 1, scope="planet"),
        GoalForm("contacts_made", 1, scope="product", product_id=1),
        GoalForm("revenue", 1, scope="staff", staff_id=99),
    ):  # fmt: skip
        with pytest.raises(InvalidInputError):
            core.goals.add(form)
    own = core.goals.add(GoalForm("contacts_made", 5, scope="staff", staff_id=jun, name="전화"))
    shop = core.goals.add(GoalForm("new_customers", 5))
    past = core.goals.add(GoalForm("revenue", 5, first_on="1970-01-01"))
    assert [goal.id for goal in core.goals.all()] == [shop, own]
    assert {goal.id for goal in core.goals.all(past=True)} == {own, shop, past}
    assert core.goals.progress(past).state == "missed"
    core.goals.edit(own, GoalForm("contacts_made", 7, scope="staff", staff_id=jun))
    assert core.goals.get(own).target == 7
    core.goals.remove([own, shop])
    assert core.goals.current() == []
    assert core.goals.of_shop() is None
    with pytest.raises(GoneError):
        core.goals.progress(own)
    core.history.undo()
    assert [now.goal.id for now in core.goals.current()] == [shop, own]
    assert core.care.check() == []


def test_each_of_the_team_has_figures_and_none_is_ranked_unasked(core, minji, clock):
    owner = core.staff.all()[0].id
    core.staff.rename(owner, "이서연")
    jun = core.staff.add("박준호")
    core.store.actor_id = jun
    sold(core, "2026-05-07", 700, contact=minji)
    core.goals.add(GoalForm("revenue", 1400, scope="staff", staff_id=jun))
    team = core.team.figures()
    assert [member.name for member in team.members] == ["이서연", "박준호"]
    assert not team.leaderboard
    figures = core.team.member(jun)
    assert (figures.sales, figures.sales_total, figures.goals[0].percent) == (1, 700, 50)
    for number, waited in enumerate((10, 30, 200)):
        one = core.enquiries.add(EnquiryForm(name=str(number), text="?", owner_id=jun))
        clock.move(minutes=waited)
        core.enquiries.answered([one])
    core.enquiries.add(EnquiryForm(name="아직", text="?", owner_id=jun))
    core.tasks.add(TaskForm(title="전화", due_at="2026-05-01", assignee_id=jun))
    core.tasks.finish(core.tasks.add(TaskForm(title="문자", assignee_id=jun)))
    busy = core.team.member(jun)
    assert (busy.answered, busy.response_min, busy.enquiries_waiting) == (3, 30, 1)
    assert (busy.tasks_open, busy.tasks_overdue, busy.tasks_done) == (1, 1, 1)
    core.settings.put(LEADERBOARD, True)
    assert [member.name for member in core.team.figures().members] == ["박준호", "이서연"]
    assert core.team.member(jun, "2026-04-01", "2026-04-30").sales == 0
    with pytest.raises(GoneError):
        core.team.member(1)


def test_how_a_goal_stands_at_each_of_its_limits(core):
    goal = core.goals.add(GoalForm("revenue", 3100))  # 100 on each of the 31 days of May
    day = "2026-05-12"  # 1,200 by then; a hundredth of the goal either way is as planned
    for price, state, needed in (
        (1168, "behind", 102), (1, "on_plan", 102), (62, "on_plan", 99), (1, "ahead", 99),
        (1867, "ahead", 1), (1, "reached", None), (1, "reached", None),
    ):  # fmt: skip
        sold(core, "2026-05-02", price)
        now = core.goals.progress(goal, day)
        assert (now.state, now.needed_per_day) == (state, needed), now.reached
    assert now.estimate == 3101 * 31 // 12
    later = core.goals.add(GoalForm("revenue", 3100, first_on="2026-06-01"))
    before = core.goals.progress(later, "2026-05-31")
    assert (before.state, before.series, before.day_number) == ("not_begun", (), 0)
    assert (before.estimate, before.planned, before.time_percent) == (0, 0, 0)
    first, end, over = (
        core.goals.progress(later, on) for on in ("2026-06-01", "2026-06-30", "2026-07-01")
    )
    assert (first.state, first.day_number, len(first.series)) == ("behind", 1, 1)
    assert (end.state, end.open_days_left, end.needed_per_day) == ("behind", 0, None)
    assert (over.state, over.day_number) == ("missed", 30)


def test_a_goal_of_closed_days_alone_is_due_at_once(core):
    core.settings.put(OPEN_DAYS, "MO,TU,WE,TH,FR")
    weekend = {"period": "range", "first_on": "2026-05-16", "last_on": "2026-05-17"}
    now = core.goals.progress(core.goals.add(GoalForm("revenue", 500, **weekend)), "2026-05-16")
    assert (now.planned, now.time_percent, now.estimate, now.open_days_left) == (500, 100, 0, 0)
    assert now.state == "behind"


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    days=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10**6)), max_size=5),
    target=st.integers(1, 10**7), as_of=st.integers(-5, 45),
)  # fmt: skip
def test_a_goal_is_the_sum_of_its_days_whatever_they_are(core, shop, days, target, as_of):
    for sale in core.sale_lists.ids(SaleFilter()):
        core.sales.remove([sale])
    for day, price in days:
        sold(core, (date(2026, 4, 1) + timedelta(days=day)).isoformat(), price)
    goal = core.goals.add(GoalForm("revenue", target, first_on="2026-04-10"))
    end = min(date(2026, 4, 30), date(2026, 4, 1) + timedelta(days=as_of))
    now = core.goals.progress(goal, (date(2026, 4, 1) + timedelta(days=as_of)).isoformat())
    with closing(sqlite3.connect(shop)) as connection:
        (told,) = connection.execute(
            "SELECT coalesce(sum(total), 0) FROM sale WHERE deleted_at IS NULL"
            " AND sold_on BETWEEN '2026-04-01' AND ?", (end.isoformat(),),
        ).fetchone()  # fmt: skip
    assert now.reached == told
    assert 0 <= now.planned <= target
    if now.needed_per_day is not None:
        assert now.reached + now.needed_per_day * now.open_days_left >= target
    core.goals.remove([goal])


def test_every_metric_has_its_words():
    assert set(METRICS) >= {"revenue", "won_back"}
    for language in ("ko", "en"):
        assert all(kind_words("metric", metric, language) != metric for metric in METRICS)
