"""Forecasts: what counts and what does not, weeks that are kept and graded."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from app.cli import main
from app.errors import GoneError, InvalidInputError
from app.forecast_words import grade_words
from app.settings import TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealFilter, DealForm, LostForm, WonForm
from app.shapes.enquiries import EnquiryForm
from app.shapes.forecast import LATER, UNDATED
from app.shapes.goals import GoalForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm
from tests.app.shop_sales import sell


class Seller:
    """Makes deals of one pipeline and leads them on."""

    def __init__(self, core):
        self.core = core
        self.pipeline = core.pipelines.get(core.pipelines.add_ready_made("sales"))
        self.contact = core.contacts.add(ContactForm(name="김민지", phone="010-0101-0001"))
        self.stages = [stage for stage in self.pipeline.stages if stage.kind == "open"]
        self.reasons = {kind: core.pipelines.reasons(kind)[0].id for kind in ("won", "lost")}

    def deal(self, amount=100_000, closes="2026-05-20", stage=0, **more):
        form = DealForm(
            title="정기 꽃", contact_id=self.contact, pipeline_id=self.pipeline.id, amount=amount,
            expected_close=closes, stage_id=self.stages[stage].id,
        )  # fmt: skip
        return self.core.deals.add(replace(form, **more))

    def win(self, deal_id, **more):
        return self.core.deals.win(deal_id, WonForm(reason_id=self.reasons["won"], **more))

    def lose(self, deal_id):
        self.core.deals.lose([deal_id], LostForm(reason_id=self.reasons["lost"]))


@pytest.fixture
def seller(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return Seller(core)


def months(core, **more):
    return {month.month: month for month in core.forecasts.forecast(**more).months}


def test_without_deals_there_is_nothing_to_forecast(core):
    told = core.forecasts.forecast()
    assert [month.month for month in told.months][:2] == ["2026-05", "2026-06"]
    assert not any(month.likely or month.high or month.deals for month in told.months)
    assert told.grades == ()
    assert core.lead_scores.model().why == "few"


def test_lost_and_held_deals_count_nothing_and_won_ones_what_they_brought(core, seller):
    open_deal = seller.deal(1_000_000)
    seller.lose(seller.deal(7_000_000))
    seller.win(seller.deal(300_000))
    now = months(core)["2026-05"]
    chance = seller.stages[0].probability
    assert (now.deals, now.value, now.won, now.won_deals) == (1, 1_000_000, 300_000, 1)
    assert now.weighted == 1_000_000 * chance // 100
    assert now.low <= now.likely <= now.high <= 1_300_000
    assert now.likely == pytest.approx(300_000 + now.likely_deals)
    held = next((stage for stage in seller.pipeline.stages if stage.kind == "on_hold"), None)
    if held is not None:
        core.deals.move([open_deal], held.id)
        assert months(core)["2026-05"].deals == 0


def test_deals_that_are_odd_are_counted_apart(core, seller):
    seller.deal(None)
    seller.deal(50_000, currency="USD")
    past = seller.deal(100_000, closes="1970-01-01")
    seller.deal(200_000, closes="")
    seller.deal(300_000, closes="2031-01-01")
    told = core.forecasts.forecast()
    assert (told.no_value, told.other_currency) == (1, (("USD", 1),))
    assert (told.months[0].deals, told.months[0].value) == (2, 100_000)  # overdue: this month
    assert (told.undated.value, told.later.value) == (200_000, 300_000)
    assert core.forecasts.cards("2026-05")[0].deal_id == past
    assert len(core.forecasts.cards(UNDATED)) == len(core.forecasts.cards(LATER)) == 1
    for wrong in (0, 99):
        with pytest.raises(InvalidInputError):
            core.forecasts.forecast(months=wrong)


def test_no_deal_is_left_out_however_many_there_are(core, seller):
    for number in range(102):
        seller.deal(1000 + number, closes=f"2026-{5 + number % 3:02d}-20", stage=number % 2)
    told = months(core)
    assert sum(month.deals for month in told.values()) == 102
    assert sum(month.value for month in told.values()) == sum(range(1000, 1102))
    pages = core.forecasts.cards("2026-05", limit=30), core.forecasts.cards("2026-05", offset=30)
    assert len({card.deal_id for page in pages for card in page}) == told["2026-05"].deals
    whole, cards = core.forecasts.board()
    assert {month.month: month for month in whole.months} == told
    assert cards["2026-05"] == [card for page in pages for card in page]
    assert [len(cards[month]) for month in (UNDATED, LATER)] == [0, 0]
    assert all(1 <= card.chance <= 99 for page in pages for card in page)


def test_a_deal_that_went_stale_counts_less_unless_somebody_knows_better(core, seller, clock):
    stale, sure = seller.deal(), seller.deal(probability=60)
    fresh_chance = {card.deal_id: card.chance for card in core.forecasts.cards("2026-05")}
    clock.move(days=60)
    cards = {card.deal_id: card for card in core.forecasts.cards("2026-07")}
    assert cards[stale].chance < fresh_chance[stale]
    assert cards[stale].stale
    assert (cards[sure].chance, cards[sure].stale) == (60, False)
    assert cards[stale].probability == seller.stages[0].probability  # the board's stays


def test_deals_that_repeat_come_again(core, seller):
    seller.deal(1_000_000, probability=90, repeat_months=1)
    told = months(core)
    again = [told[month].recurring for month in ("2026-05", "2026-06", "2026-07", "2026-08")]
    assert again[0] == 0
    assert 1_000_000 > again[1] > again[2] > again[3] > 0


def test_moving_to_a_month_expects_its_last_day(core, seller, clock):
    deal = seller.deal(closes="2026-05-20")
    core.forecasts.move([deal], "2026-06")
    assert core.deal_board.rows([deal])[deal].expected_close == "2026-06-30"
    clock.move(minutes=30)  # moves in quick succession are one step
    core.forecasts.move([deal], UNDATED)
    assert core.forecasts.cards(UNDATED)[0].deal_id == deal
    core.history.undo()
    assert core.forecasts.cards("2026-06")[0].expected_close == "2026-06-30"
    with pytest.raises(InvalidInputError):
        core.forecasts.move([deal], "2026-13")
    with pytest.raises(GoneError):
        core.forecasts.move([1], "2026-06")


def test_weeks_are_kept_once_and_graded_when_the_quarter_is_over(core, seller, clock):
    clock.move(days=-40)  # 2 April
    for day in ("2026-04-20", "2026-05-20", "2026-06-20"):
        seller.deal(1_000_000, closes=day, probability=50)
    assert core.forecasts.keep_week()
    assert not core.forecasts.keep_week()
    clock.move(days=-30)
    assert not core.forecasts.keep_week()  # the clock was set back
    clock.move(days=37)
    assert core.forecasts.keep_week()
    assert core.forecasts.forecast().weeks == 2
    clock.move(days=10)
    seller.win(core.deal_board.ids(DealFilter(sort="close"))[0], amount=1_400_000)
    clock.move(days=75)  # into July
    grades = core.forecasts.forecast().grades
    quarter = grades[0]
    assert (quarter.period, quarter.predicted, quarter.actual) == (
        "2026-Q2", 1_500_000, 1_400_000,
    )  # fmt: skip
    assert (quarter.error, quarter.inside) == (7, True)
    assert grade_words(quarter, "en", str) == "The forecast for Q2 2026 was 7% too high."
    assert "2026년 2분기" in grade_words(quarter, "ko", str)
    april = next(grade for grade in grades if grade.period == "2026-04")
    assert april.predicted == 500_000


def test_sales_tell_the_season_only_after_two_whole_years(core, clock):
    for back in range(1, 30):
        month = clock.now - timedelta(days=30 * back)
        sell(core, 100_000 + 10_000 * (month.month == 5), sold_at=month, paid=False)
    seasons = [month.season for month in core.forecasts.forecast().months]
    assert all(season.low <= season.likely <= season.high for season in seasons)
    assert 50_000 < seasons[1].likely < 200_000
    clock.move(days=-300)
    assert core.forecasts.forecast().months[0].season is None


def test_an_enquiry_becomes_a_deal_in_one_step(core, seller):
    rose = core.products.add(ProductForm(name="장미 100송이", price=150_000))
    form = EnquiryForm(
        channel="web", name="한소라", phone="010-0101-0009", text="프로포즈 꽃", product_id=rose
    )
    one = core.enquiries.add(form)
    steps = len(core.history.entries(limit=50))
    deal = core.enquiries.to_deal(one)
    assert len(core.history.entries(limit=50)) == steps + 1
    row, asked = core.deal_board.rows([deal])[deal], core.enquiries.get(one)
    assert (row.title, row.contact, row.amount) == ("장미 100송이", "한소라", 150_000)
    assert (asked.deal_id, asked.status, asked.contact) == (deal, "closed", "한소라")
    reasons = {reason.kind for reason in core.lead_scores.deals([deal])[deal].reasons}
    assert {"phone", "product", "channel"} <= reasons
    core.history.undo()
    assert core.enquiries.get(one).is_waiting
    assert core.deal_board.rows([deal]) == {}
    assert core.care.check() == []
    known = core.enquiries.add(EnquiryForm(text="백합", contact_id=seller.contact))
    told = replace(core.enquiries.deal_form(known), amount=70_000, title="백합 다발")
    made = core.enquiries.to_deal(known, told)
    assert core.deal_board.rows([made])[made].amount == 70_000


def test_what_a_deal_became_does_not_teach_the_model(core, seller, clock):
    for number in range(24):
        deal = seller.deal(100_000, source="소개" if number % 2 else "전단")
        clock.move(days=1)
        if number % 3 == 0:
            seller.win(deal, amount=9_000_000)  # known only afterwards
        else:
            seller.lose(deal)
    model = core.lead_scores.model()
    assert (model.n, model.won, model.base, model.shown) == (24, 8, 33, False)
    assert model.why == "no_pattern"
    fresh = seller.deal(9_000_000)
    assert core.lead_scores.chances([fresh])[fresh].by == "base"
    assert core.deal_board.rows([fresh])[fresh].probability == seller.stages[0].probability


def test_won_deals_count_for_goals_and_for_who_won_them(core, seller):
    jun = core.staff.add("박준호")
    rose = core.products.add(ProductForm(name="장미", price=1000))
    seller.win(seller.deal(500_000, owner_id=jun))
    seller.win(seller.deal(None, lines=(LineForm(1000, rose), LineForm(400)), owner_id=jun))
    seller.deal(800_000, owner_id=jun)

    def reached(metric, **more):
        return core.goals.progress(core.goals.add(GoalForm(metric, 10, **more))).reached

    assert (reached("won_deals"), reached("won_value")) == (2, 501_400)
    assert reached("won_value", scope="product", product_id=rose) == 1000
    assert reached("won_deals", scope="staff", staff_id=core.staff.all()[0].id) == 0
    figures = core.team.member(jun)
    assert (figures.won_deals, figures.won_value, figures.open_deals) == (2, 501_400, 1)
    core.assignments.put("pipeline", seller.pipeline.id, "round_robin", [jun])
    assert core.assignments.next("pipeline", seller.pipeline.id) == jun
    given = seller.deal()
    assert core.deal_board.rows([given])[given].owner_id == jun


def test_the_command_line_tells_goals_and_forecasts(core, seller, shop):
    seller.deal(closes="1999-01-01", probability=50)
    seller.deal(closes="1999-01-01", currency="USD")
    core.goals.add(GoalForm("revenue", 500, first_on=datetime.now(UTC).date().isoformat()))
    core.close()

    def run(*words):
        found = CliRunner().invoke(main, [*words, "--db", str(shop)])
        assert found.exit_code == 0, found.output
        return found.output

    told = json.loads(run("forecast", "--json", "--months", "2"))
    assert [month["deals"] for month in told["months"]] == [1, 0]
    assert told["months"][0]["weighted"] == 50_000
    assert "USD" in run("forecast")
    (goal,) = json.loads(run("goals", "list", "--json"))["goals"]
    assert (goal["target"], goal["reached"]) == (500, 0)
    assert "매출" in run("goals", "list")
