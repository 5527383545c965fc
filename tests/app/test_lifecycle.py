"""Where contacts stand: the rules alone, and over a whole book."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kinds import STAGES
from app.lifecycle import Known, standing
from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm
from app.words import stage_why
from tests.dumps import logical_dump

TODAY = date(2026, 5, 12).toordinal()


def came(*days_ago: int, **more: object) -> Known:
    return Known(visits=tuple(TODAY - ago for ago in sorted(days_ago, reverse=True)), **more)


def stage_of(known: Known) -> str | None:
    found = standing(known, TODAY)
    return found.stage if found else None


@pytest.mark.parametrize(
    ("known", "stage"),
    [
        (Known(), None),
        (Known(is_lead=True), "lead"),
        (Known(first_talk=TODAY - 9, last_talk=TODAY - 2, is_lead=True), "interested"),
        (Known(first_talk=TODAY - 300, last_talk=TODAY - 300), "dormant"),
        (Known(first_talk=TODAY - 900, last_talk=TODAY - 900), "lost"),
        (came(3), "first_purchase"),
        (came(170), "first_purchase"),
        (came(20, 3), "repeat"),
        (came(84, 63, 42, 21, 3), "regular"),
        (came(126, 105, 84, 63, 42), "slipping"),  # every 21 days, 42 ago
        (came(126, 105, 84, 63, 42, last_talk=TODAY - 5), "regular"),  # but called lately
        (came(226, 205, 184, 163, 142), "dormant"),
        (came(500, 479, 458, 437), "lost"),
        (came(500, 479, 458, 437, 3), "returned"),
        (came(500, 479, 458, 437, 40, 20, 3), "regular"),
        (came(400, 5, visits_before=24, counted_from=TODAY - 400), "regular"),  # by a list
        (came(403, 40, visits_before=24, counted_from=TODAY - 403), "slipping"),  # every 15 days
        (came(40, visits_before=24), "regular"),  # how often is not known
        (Known(visits_before=3, added_on=TODAY - 30), "repeat"),
    ],
)
def test_the_rules_tell_each_stage(known, stage):
    assert stage_of(known) == stage


@pytest.mark.parametrize(
    ("known", "stage", "ago"),
    [
        (came(170), "first_purchase", 170),
        (came(60, 20, 3), "repeat", 20),  # since the second visit
        (came(126, 105, 84, 63, 42, 21, 3), "regular", 42),  # since the fifth
        (Known(visits_before=3, added_on=TODAY - 30), "repeat", 30),
        (Known(last_talk=TODAY - 2, first_talk=TODAY - 9), "interested", 9),
        (came(500, 479, 458, 437, 3), "returned", 3),
        (came(500, 479, 458, 437), "lost", 437 - 366),
    ],
)
def test_a_stage_is_held_since_the_day_it_was_reached(known, stage, ago):
    found = standing(known, TODAY)
    assert (found.stage, TODAY - found.since) == (stage, ago)


def test_a_stage_says_since_when_and_why():
    found = standing(came(126, 105, 84, 63, 42), TODAY)
    assert (found.since, found.why) == (
        TODAY - 42 + 32, {"rule": "slipping", "visits": 5, "gap": 21, "last": "2026-03-31"},
    )  # fmt: skip
    why = json.dumps(found.why)
    assert stage_why(why, "en") == "Usually comes every 21 days; last in touch: Mar 31, 2026."
    assert stage_why(why, "ko") == "보통 21일마다 오던 분이에요. 마지막 연락 2026년 3월 31일."
    assert stage_why("매주 오심", "ko") == "매주 오심"
    assert stage_why("{odd", "ko") == "{odd"


BOOKS = st.builds(
    Known,
    visits=st.sets(st.integers(TODAY - 2000, TODAY + 30), max_size=30).map(
        lambda days: tuple(sorted(days))
    ),
    visits_before=st.integers(0, 40),
    counted_from=st.none() | st.integers(TODAY - 2000, TODAY + 30),
    whole_from=st.integers(TODAY - 2000, TODAY + 30),
    first_talk=st.none() | st.integers(TODAY - 2000, TODAY - 500),
    last_talk=st.none() | st.integers(TODAY - 500, TODAY + 30),
    is_lead=st.booleans(),
    added_on=st.integers(TODAY - 3000, TODAY),
)


@given(BOOKS)
def test_everybody_stands_at_one_stage_at_most_and_always_at_the_same(known):
    found = standing(known, TODAY)
    assert found == standing(known, TODAY)
    if found is None:
        assert not known.is_lead
        return
    assert found.stage in STAGES
    assert found.since <= TODAY
    for language in ("ko", "en"):
        assert "{" not in stage_why(json.dumps(found.why), language)


@given(BOOKS, st.integers(0, 400))
def test_who_only_stays_away_never_comes_nearer(known, days):
    steps = ("slipping", "dormant", "lost")
    if any(day > TODAY for day in (*known.visits, known.last_talk or 0)):
        return
    before, after = standing(known, TODAY), standing(known, TODAY + days)
    if before and before.stage in steps:
        assert steps.index(after.stage) >= steps.index(before.stage)


# Over a whole book


@pytest.fixture
def book(core, clock):
    def add(name, *days_ago, kind="visit"):
        contact = core.contacts.add(ContactForm(name=name))
        for ago in days_ago:
            core.interactions.log(
                InteractionForm(
                    contact_ids=(contact,), kind=kind, two_way=True,
                    happened_at=clock() - timedelta(days=ago),
                )
            )  # fmt: skip
        return contact

    return add


def test_the_whole_book_is_brought_up_to_date_in_one_step(core, shop, book):
    kim, lee = book("김민지", 126, 105, 84, 63, 42), book("이서연", 3)
    park, choi = book("박하나", 4, kind="call"), book("최고은")
    core.relations.give_role(choi, "lead")
    chosen = book("정하나", 500)
    core.stages.put([chosen], "regular", "매주 오심")
    before = logical_dump(shop)
    assert core.stages.decide() == 4
    stages = {
        name: core.stages.of(i)
        for name, i in {
            "kim": kim,
            "lee": lee,
            "park": park,
            "choi": choi,
            "chosen": chosen,
        }.items()
    }
    assert {name: row.stage for name, row in stages.items()} == {
        "kim": "slipping", "lee": "first_purchase", "park": "interested", "choi": "lead",
        "chosen": "regular",
    }  # fmt: skip
    assert (stages["kim"].since, stages["kim"].by_hand) == ("2026-05-02", False)
    assert stages["chosen"].by_hand
    assert core.care.check() == []
    assert core.stages.decide() == 0  # and again nothing
    assert core.history.entries(limit=1)[0].op == "decide_stages"
    core.store.undo()
    assert logical_dump(shop) == before


def test_a_stage_moves_on_with_the_days(core, book, clock):
    kim = book("김민지", 84, 63, 42, 21, 3)
    core.stages.decide()
    assert core.stages.of(kim).stage == "regular"
    clock.move(days=1)
    assert core.stages.decide() == 0  # nothing has happened, nothing is written
    clock.move(days=40)
    assert core.stages.decide() == 1
    assert core.stages.of(kim).stage == "slipping"


def test_who_is_left_to_the_rules_stands_where_they_say_at_once(core, shop, book):
    kim = book("김민지", 3)
    core.stages.put([kim], "lost", "이사 감")
    before = logical_dump(shop)
    core.stages.leave_to_rules([kim])
    assert (core.stages.of(kim).stage, core.stages.of(kim).by_hand) == ("first_purchase", False)
    core.store.undo()
    assert logical_dump(shop) == before


def test_in_the_trash_and_merged_away_nobody_stands_anywhere(core, book):
    gone, kept, twin = book("김민지", 3), book("이서연", 9), book("이서연", 4)
    core.contacts.trash([gone])
    core.duplicates.merge(kept, twin)
    assert core.stages.decide() == 1
    assert core.stages.of(kept).stage == "repeat"
