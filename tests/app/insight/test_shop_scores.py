"""The shop's own scores: reckoned for everybody, kept, read, told why, forgotten with people."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from app.demo import fill
from app.errors import InvalidInputError
from app.insight.margin import margin_of
from app.insight_words import verdict_words
from app.jobs import CancelledError, Ticket
from app.leaving import level_of
from app.shapes.filters import Condition, Filter
from app.shapes.insight import TESTED, TRIED, PastScore
from app.shapes.interactions import InteractionForm, LineForm
from app.shapes.products import ProductForm
from app.shapes.tasks import TaskForm
from tests.app.insight.test_leaving import agree
from tests.app.shop_sales import rows, sell
from tests.dumps import logical_dump
from tests.files import write_csv

TODAY = date(2026, 5, 12)  # of the clock of tests


@pytest.fixture(scope="module")
def filled(tmp_path_factory, template):
    """A shop of 300 contacts with three years of sales, made once and copied."""
    import shutil

    from app.bootstrap import open_core
    from tests.conftest import NOW

    path = tmp_path_factory.mktemp("filled") / "shop.db"
    shutil.copy(template, path)
    core = open_core(path, now=lambda: NOW)
    fill(core, people=300, seed=1, ticket=Ticket(), orders=3_500)
    core.close()
    return path


@pytest.fixture
def core(filled, tmp_path, clock):
    import shutil

    from app.bootstrap import open_core

    shutil.copy(filled, tmp_path / "shop.db")
    core = open_core(tmp_path / "shop.db", now=clock)
    yield core
    core.close()


def buyers(core):
    return [i for (i,) in rows(core.path, "SELECT contact_id FROM customer_score ORDER BY 1")]


def test_everybody_who_bought_has_scores_and_a_reason(core):
    before = logical_dump(core.path)
    run = core.insight.recompute(Ticket())
    assert logical_dump(core.path) == before  # a cache: no step, nothing to undo
    assert (run.as_of, run.currency, run.basis) == (TODAY.isoformat(), "KRW", "fitted")
    assert run.params["buying"]["kind"] == "mbgnbd"
    assert set(run.tested) <= set(TRIED)
    bought = rows(
        core.path,
        "SELECT id, visits, last_sale_on, sales_total FROM contact"
        " WHERE visits > 0 AND deleted_at IS NULL",
    )
    scores = core.insight.of([contact for contact, *_rest in bought], "en")
    assert len(scores) == run.customers == len(bought)
    for contact, visits, last, total in bought:
        one = scores[contact]
        assert abs(one.purchases - visits) <= 1  # a part given back may cancel another visit
        assert one.spent == total
        assert one.silent_days == (TODAY - date.fromisoformat(one.last_on)).days
        assert last >= one.last_on
        assert one.alive is None or 0 <= one.alive <= 1
        assert one.next_on == "" or one.next_on > run.as_of
        assert one.due_on < one.late_on < one.slipping_on < one.gone_on
        assert one.why.endswith(".")
        if one.purchases > 1 and one.alive is not None:
            assert agree(level_of(one.alive), one.rhythm, one.tier, one.silent_days)
    assert sum(one.customers for one in core.insight.tiers()) == run.customers


def test_home_and_lists_call_nobody_late_whom_the_scores_do_not(core):
    core.stages.decide()
    core.insight.recompute(Ticket())
    home = core.agenda.home("")
    wanted = Filter((
        Condition("stage", "any_of", ("slipping",)),
        Condition("rhythm", "none_of", ("on_time", "due")),
    ))  # fmt: skip
    assert home.slipping_count == core.contacts.count_filtered(wanted) > 0
    scores = core.insight.of([one.contact_id for one in home.slipping], "en")
    assert all(level_of(one.alive) != "low" for one in scores.values() if one.purchases > 1)


def test_who_is_worth_a_call_comes_with_the_most_at_stake_first(core):
    core.insight.recompute(Ticket())
    leaving = core.insight.leaving("ko", limit=5)
    assert len(leaving) == 5
    stakes = [one.score.stake for one in leaving]
    assert stakes == sorted(stakes, reverse=True)
    assert {one.score.tier for one in leaving} <= {"at_risk", "slipping"}
    assert all("안 오셨어요." in one.score.why and one.name for one in leaving)


def test_nobody_is_worth_a_call_who_was_spoken_with_or_wants_no_contact(core, clock):
    core.insight.recompute(Ticket())
    every = core.insight.leaving("en", limit=100)
    spoken, planned, promised, refuses, came = (one.contact_id for one in every[:5])
    core.interactions.log(
        InteractionForm(contact_ids=(spoken,), kind="call", two_way=True, happened_at=clock())
    )
    core.tasks.add(TaskForm(title="Call", due_at=TODAY.isoformat(), contact_id=planned))
    core.interactions.log_line(
        LineForm(contact_id=promised, at=(TODAY + timedelta(days=3)).isoformat())
    )
    core.consents.stop_contact(refuses, stop=True)
    sell(core, contact_id=came)
    left = [one.contact_id for one in core.insight.leaving("en", limit=100)]
    assert left == [one.contact_id for one in every[5:]]


def test_worth_is_of_the_margin_where_enough_of_what_was_sold_has_a_cost(core):
    known = core.insight.recompute(Ticket())
    ((sold, cost),) = rows(
        core.path,
        "SELECT sum(l.total), sum(l.cost * l.quantity / 1000.0) FROM sale_line l JOIN sale s"
        " ON s.id = l.sale_id WHERE s.sold_on > '2025-05-12' AND s.cancelled_at IS NULL",
    )
    margin = known.params["margin"]
    assert margin == pytest.approx(1 - cost / sold)
    assert known.params["cost_known"] == 1
    somebody = max(buyers(core), key=lambda i: core.insight.of([i], "en")[i].value_365 or 0)
    on_margin = core.insight.of([somebody], "en")[somebody].value_365
    with core.store.aside() as unit:
        unit._session.execute(text("UPDATE sale_line SET cost = NULL"))
        unit._session.execute(text("UPDATE product SET cost = NULL"))
    plain = core.insight.recompute(Ticket())
    assert (plain.params["margin"], plain.params["cost_known"]) == (None, 0)
    on_revenue = core.insight.of([somebody], "en")[somebody].value_365
    assert on_margin == pytest.approx(margin * on_revenue, abs=2)


@pytest.mark.parametrize(
    ("costs", "share", "known"),
    [
        ((0, 0, 0.0), 1, 0),  # nothing was sold
        ((-500, -500, -200.0), 1, 0),  # more came back
        ((1000, 599, 300.0), 1, 0.599),  # too little of it has a cost
        ((1000, 600, 300.0), 0.5, 0.6),
        ((1000, 1000, 1200.0), 1, 1),  # at a loss
        ((1000, 1000, 0.0), 1, 1),  # what costs nothing was not entered
    ],
)
def test_a_margin_needs_costs_and_something_left(costs, share, known):
    found = margin_of(*costs)
    assert (found.share, found.known) == (share, known)


def test_what_a_customer_tells_they_need_goes_before_what_is_assumed(core):
    assert core.insight.wallet(1) is None  # nothing was reckoned
    core.insight.recompute(Ticket())
    best = rows(core.path, "SELECT id FROM contact WHERE sales_year > 0 ORDER BY sales_year")
    somebody = best[len(best) // 2][0]
    assumed = core.insight.wallet(somebody)
    assert (assumed.basis, assumed.room) == ("assumed", assumed.need - assumed.spent)
    assert core.insight.wallet(best[-1][0]).share == 1
    fields = len(core.custom_fields.all())
    core.insight.tell_need(somebody, 4 * assumed.spent)
    told = core.insight.wallet(somebody)
    assert (told.basis, told.share, told.need) == ("told", 0.25, 4 * assumed.spent)
    core.insight.tell_need(somebody, 1)  # nobody needs less than they bought
    assert core.insight.wallet(somebody).share == 1
    assert len(core.custom_fields.all()) == fields + 1
    core.insight.tell_need(somebody, None)
    assert core.insight.wallet(somebody) == assumed
    for _step in range(3):
        core.history.undo()
    with pytest.raises(InvalidInputError):
        core.insight.tell_need(somebody, -5)


def test_scores_are_due_again_when_something_is_bought_or_a_day_is_over(core, clock):
    assert core.insight.is_due()
    core.insight.recompute(Ticket())
    assert not core.insight.is_due()
    somebody = buyers(core)[0]
    core.contacts.edit(somebody, "nickname", "창가")
    assert not core.insight.is_due()
    sell(core, 12_000, contact_id=somebody)
    assert core.insight.is_due()
    core.insight.recompute(Ticket())
    now = core.insight.of([somebody], "en")[somebody]
    assert (now.silent_days, now.rhythm) == (0, "on_time")
    assert now.tier not in ("at_risk", "slipping", "lapsed")
    core.history.undo()
    assert core.insight.is_due()
    core.insight.recompute(Ticket())
    core.products.add(ProductForm("리본", cost=500))
    assert core.insight.is_due()  # what is left of an amount may be another
    core.insight.recompute(Ticket())
    with core.store.aside() as unit:
        unit._session.execute(text("UPDATE score_run SET version = '1'"))
    assert core.insight.is_due()  # reckoned by the rules of an earlier Dangol
    core.insight.recompute(Ticket())
    clock.move(days=1)
    assert core.insight.is_due()


def test_who_went_from_tier_to_tier_is_known_between_two_days(core, clock):
    core.insight.recompute(Ticket())
    first = {one.tier: one.customers for one in core.insight.tiers()}
    clock.move(days=60)
    core.insight.recompute(Ticket())
    then = {one.tier: one.customers for one in core.insight.tiers()}
    moves = core.insight.migration(TODAY, TODAY + timedelta(60))
    for tier, many in first.items():
        assert sum(n for (one, _other), n in moves.items() if one == tier) == many
    for tier, many in then.items():
        assert sum(n for (_one, other), n in moves.items() if other == tier) == many
    assert sum(n for (one, other), n in moves.items() if one != other) > 0
    none_before = core.insight.migration(TODAY - timedelta(1), TODAY)
    assert {one for one, _other in none_before} == {""}


def test_a_run_that_is_stopped_leaves_the_scores_that_were(core):
    core.insight.recompute(Ticket())
    run = core.insight.last_run()
    stopped = Ticket()
    stopped.cancel()
    with pytest.raises(CancelledError):
        core.insight.recompute(stopped)
    assert core.insight.last_run() == run
    assert len(buyers(core)) == run.customers


def test_erasing_somebody_takes_their_scores_along(core):
    core.insight.recompute(Ticket())
    somebody = buyers(core)[0]
    core.erasure.erase(somebody)
    for table in ("customer_score", "tier_move"):
        assert rows(core.path, f"SELECT 1 FROM {table} WHERE contact_id = ?", somebody) == []
    assert core.care.check() == []


def test_a_shop_without_sales_has_nobody_and_says_so(shop, clock):
    from app.bootstrap import open_core

    core = open_core(shop, now=clock)
    assert core.insight.last_run() is None
    assert core.insight.of([1], "en") == {}
    assert core.insight.leaving("en") == core.insight.tiers() == core.insight.cohorts() == []
    assert core.insight.shares().customers == 0
    run = core.insight.recompute(Ticket())
    core.close()
    assert (run.customers, run.basis, run.tested) == (0, "none", {})


def test_what_does_worse_than_its_plain_rule_is_not_shown():
    better = verdict_words("ordering", PastScore(0.84, 0.8, better=True), 120, "en")
    assert "last 120 days" in better
    assert "84 of 100 cases, by the days of silence alone in 80" in better
    for language in ("en", "ko"):
        for kind in TESTED:
            worse = verdict_words(kind, PastScore(0.5, 0.7, better=False), 90, language)
            assert worse.endswith(
                "보여 드리지 않아요." if language == "ko" else "the plain rule does better here."
            )


def test_scores_that_would_have_misled_are_not_kept(shop, clock, tmp_path):
    from app.bootstrap import open_core
    from app.shapes.imports import ImportRequest

    lines = [("고객명", "휴대폰", "판매일", "금액")]
    for one in range(80):
        # Half come every week and then vanish; the others are long gone and all come back.
        days = range(200, 480, 7) if one < 40 else (40 + one, 440, 450, 470)
        for ago in days:
            day = TODAY - timedelta(ago)
            lines.append((f"손님{one:02}", f"010-1234-{one:04}", str(day), str(10_000 + one)))
    core = open_core(shop, now=clock)
    file = write_csv(tmp_path / "sales.csv", lines)
    core.sale_imports.run(core.sale_imports.prepare(ImportRequest(path=file), Ticket()), Ticket())
    run = core.insight.recompute(Ticket())
    assert run.customers == 80
    assert run.hides("ordering")
    assert run.hides("chances")
    scores = core.insight.of(buyers(core), "en").values()
    assert {(one.alive, one.return_90, one.stake) for one in scores} == {(None, None, None)}
    assert all(one.why and "Of 10 customers" not in one.why for one in scores)
    assert core.insight.leaving("en") == []
    core.close()


def test_cohorts_are_those_counted_from_the_sales_themselves(core):
    visits = rows(
        core.path,
        "SELECT contact_id, substr(sold_on, 1, 7) FROM sale WHERE contact_id IS NOT NULL"
        " AND deleted_at IS NULL AND status IN ('open', 'partial', 'paid')",
    )
    months = {}
    for contact, month in visits:
        months.setdefault(contact, set()).add(month)
    told = core.insight.cohorts(months=12)
    assert [row.month for row in told][::11] == ["2025-06", "2026-05"]
    for place, row in enumerate(told):
        began = {contact for contact, seen in months.items() if min(seen) == row.month}
        assert row.customers == row.came[0] == len(began)
        for later, many in enumerate(row.came):
            if place + later >= len(told):
                assert many is None
            else:
                month = told[place + later].month
                assert many == sum(month in months[contact] for contact in began)


def test_the_best_fifth_and_its_curve_are_those_of_the_purchases(core):
    core.insight.recompute(Ticket())
    spent = sorted(
        (total for (total,) in rows(core.path, "SELECT spent FROM customer_score")), reverse=True
    )
    told = core.insight.shares()
    assert (told.customers, told.total) == (len(spent), sum(max(one, 0) for one in spent))
    assert told.top_share == pytest.approx(sum(spent[: told.top]) / told.total)
    assert told.curve[0] == 0
    assert told.curve[-1] == 1
    assert list(told.curve) == sorted(told.curve)
    assert sum(spent[: told.holding]) >= 0.8 * told.total > sum(spent[: told.holding - 1])
