"""Where contacts stand by what they bought: a day with a purchase is a visit."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.demo import fill
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm
from app.shapes.stages import StageRow
from tests.app.shop_sales import rows, sell
from tests.conftest import NOW
from tests.dumps import logical_dump
from tests.sale_files import bring_sales, smartstore, write_smartstore
from tests.zones import settable, zone

EVERY_THREE_WEEKS = (84, 63, 42, 21, 3)


def add(core, name="김민지", **opening):
    """Add a contact, with what a list of before says of it."""
    contact = core.contacts.add(ContactForm(name=name))
    if opening:
        with core.store.action("edit_contact") as unit:
            unit.contacts.set_all([contact], opening)
    return contact


def bought(core, contact, *days_ago, **more):
    return [
        sell(core, contact_id=contact, sold_at=NOW - timedelta(days=ago), **more)
        for ago in days_ago
    ]


def came(core, contact, *days_ago):
    for ago in days_ago:
        core.interactions.log(
            InteractionForm(
                contact_ids=(contact,), kind="visit", two_way=True,
                happened_at=NOW - timedelta(days=ago),
            )
        )  # fmt: skip


def decided(core, contact):
    core.stages.decide()
    return core.stages.of(contact)


def stage(core, contact):
    row = decided(core, contact)
    return row.stage if row else None


def day(ago):
    return (NOW.date() - timedelta(days=ago)).isoformat()


@pytest.mark.parametrize(
    ("days_ago", "wanted"),
    [
        ((3,), "first_purchase"),
        ((20, 3), "repeat"),
        (EVERY_THREE_WEEKS, "regular"),
        ((126, 105, 84, 63, 42), "slipping"),
        ((226, 205, 184, 163, 142), "dormant"),
        ((500, 479, 458, 437), "lost"),
        ((500, 479, 458, 437, 3), "returned"),
    ],
)
def test_purchases_alone_tell_each_stage(core, days_ago, wanted):
    kim = add(core)
    bought(core, kim, *days_ago)
    assert stage(core, kim) == wanted
    assert core.care.check() == []


def test_a_day_with_a_visit_and_purchases_is_one_visit(core):
    kim = add(core)
    came(core, kim, 30, 3)
    bought(core, kim, 30, 30, 10)
    row = decided(core, kim)
    assert row.stage == "repeat"
    assert '"visits":3' in row.why


def test_a_purchase_in_another_currency_is_a_visit_too(core):
    kim = add(core)
    bought(core, kim, 20, currency="USD")
    bought(core, kim, 3)
    assert stage(core, kim) == "repeat"


def test_a_purchase_paid_later_is_a_visit_at_once(core):
    kim = add(core)
    bought(core, kim, 3, paid=False)
    assert stage(core, kim) == "first_purchase"


def test_what_was_cancelled_or_given_back_wholly_is_no_visit(core):
    kim = add(core)
    sold, open_one, _kept = (
        *bought(core, kim, 60), *bought(core, kim, 30, paid=False), *bought(core, kim, 3)
    )  # fmt: skip
    assert '"visits":3' in decided(core, kim).why
    core.sales.refund(sold)
    core.sales.cancel(open_one)
    assert stage(core, kim) == "first_purchase"
    core.history.undo()  # the stage
    core.history.undo()  # and the cancelling
    assert stage(core, kim) == "repeat"


def test_what_was_given_back_in_part_is_still_a_visit(core):
    kim = add(core)
    (sold,) = bought(core, kim, 3)
    (line,) = core.sale_lists.detail(sold).lines
    core.sales.refund(sold, {line.id: 500})
    assert stage(core, kim) == "first_purchase"


def test_a_return_whose_sale_is_in_no_book_is_no_visit(core):
    kim = add(core)
    with core.store.action("import_sales", file="pos.csv", read=1) as unit:
        lines = [{"quantity": -1000, "unit_price": 3_000, "total": -3_000, "tax": 0}]
        unit.sales.add(
            lines, source="pos", external_key="1", contact_id=kim, sold_on=day(3), currency="KRW"
        )
    assert stage(core, kim) is None


def test_removed_sales_move_the_stage_back_and_their_undo_moves_it_on(core):
    kim = add(core)
    sold = bought(core, kim, 20, 3)
    regular = decided(core, kim)
    core.sales.remove(sold[1:])
    assert stage(core, kim) == "first_purchase"
    core.sales.bring_back(sold[1:])
    assert decided(core, kim) == regular
    core.sales.remove(sold)
    assert stage(core, kim) is None


def test_a_merge_brings_the_purchases_of_both_together_and_an_unmerge_parts_them(core):
    kim, twin = add(core), add(core)
    bought(core, kim, 84, 42, 3)
    bought(core, twin, 63, 21)
    core.stages.decide()
    before = [core.stages.of(one) for one in (kim, twin)]
    merged = core.duplicates.merge(kim, twin)
    assert stage(core, kim) == "regular"
    core.duplicates.unmerge(merged.change_set)
    core.stages.decide()
    assert [core.stages.of(one) for one in (kim, twin)] == before


def test_an_import_of_sales_moves_stages_and_its_undo_moves_them_back(core, shop, tmp_path):
    before = logical_dump(shop)
    report = bring_sales(core, write_smartstore(tmp_path / "orders.xlsx", smartstore(60)))
    buyers = {i for (i,) in rows(shop, "SELECT DISTINCT contact_id FROM sale")}
    assert core.stages.decide() == len(buyers)
    told = dict(rows(shop, "SELECT id, json_extract(stage_why, '$.visits') FROM contact"))
    counted = dict(rows(shop, "SELECT id, visits FROM contact"))
    assert {i: n for i, n in told.items() if n} == {i: counted[i] for i, n in told.items() if n}
    assert any(told.values())
    core.history.undo()
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before


def test_who_is_left_to_the_rules_is_told_by_purchases_at_once(core):
    kim, other = add(core), add(core, "이서연")
    bought(core, kim, *EVERY_THREE_WEEKS)
    bought(core, other, 3)
    core.stages.put([kim], "lost", "이사 감")
    core.stages.leave_to_rules([kim])
    assert core.stages.of(kim).stage == "regular"
    assert core.stages.of(other) is None


# What was counted before Dangol


def test_purchases_since_the_list_tell_the_rhythm_and_add_to_its_visits(core):
    kim = add(core, first_seen_on="2016-01-02", last_visit_on=day(87), opening_visits=3)
    bought(core, kim, *EVERY_THREE_WEEKS)
    row = decided(core, kim)
    assert (row.stage, '"visits":8' in row.why, '"gap":21' in row.why) == ("regular", True, True)


def test_visits_of_a_list_without_days_make_nobody_late(core):
    kim = add(core, opening_visits=20)
    bought(core, kim, 103, 82, 61, 40, 19)
    row = decided(core, kim)
    assert (row.stage, '"visits":25' in row.why, '"gap":21' in row.why) == ("regular", True, True)


def test_one_purchase_after_a_list_without_days_says_nothing_of_the_rhythm(core):
    kim = add(core, opening_visits=20)
    bought(core, kim, 40, 30)
    row = decided(core, kim)
    assert (row.stage, '"gap":60' in row.why) == ("regular", True)


# Whatever happens


def test_the_one_of_the_pictures_is_slipping_away_since_the_second_of_may(core):
    fill(core, people=None, seed=1, ticket=Ticket())
    (kim,) = (found.id for found in core.contacts.find("3377").contacts)
    assert decided(core, kim) == StageRow(
        "slipping", "2026-05-02",
        '{"rule":"slipping","visits":34,"gap":21,"last":"2026-03-31"}', by_hand=False,
    )  # fmt: skip
    assert core.care.check() == []


COUNTS = {
    "visit": True, "sale": True, "open": True, "dollars": True, "part": True, "whole": False,
    "cancelled": False, "removed": False,
}  # fmt: skip


def _happen(core, contact, what, ago):
    if what == "visit":
        came(core, contact, ago)
        return
    more = {"paid": what != "open", **({"currency": "USD"} if what == "dollars" else {})}
    (sold,) = bought(core, contact, ago, **more)
    if what == "part":
        (line,) = core.sale_lists.detail(sold).lines
        core.sales.refund(sold, {line.id: 300})
    elif what == "whole":
        core.sales.refund(sold)
    elif what == "cancelled":
        core.sales.cancel(sold)
    elif what == "removed":
        core.sales.remove([sold])


@given(st.lists(st.tuples(st.sampled_from(sorted(COUNTS)), st.integers(0, 700)), max_size=9))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_who_bought_stands_where_who_came_on_the_same_days_stands(core, happened):
    kim, twin = add(core), add(core, "이서연")
    for what, ago in happened:
        _happen(core, kim, what, ago)
    came(core, twin, *{ago for what, ago in happened if COUNTS[what]})
    core.stages.decide()
    assert core.stages.of(kim) == core.stages.of(twin)
    assert core.care.check() == []


@settable
@pytest.mark.parametrize(
    ("where", "since"), [("Asia/Seoul", "2026-05-12"), ("America/New_York", "2026-05-11")]
)
def test_a_lead_is_one_since_the_day_it_was_in_the_shop(core, where, since):
    """The clock of the tests says 00:20 of 12 May in UTC."""
    with zone(where):
        kim = add(core)
        core.relations.give_role(kim, "lead")
        counted = add(core, "이서연", opening_visits=3)
        assert (decided(core, kim).stage, core.stages.of(kim).since) == ("lead", since)
        assert (core.stages.of(counted).stage, core.stages.of(counted).since) == ("repeat", since)
