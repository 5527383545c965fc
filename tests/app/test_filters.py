"""Filters and smart lists, against a plain Python reading of the same conditions."""

import time

import pytest

from app.errors import InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm


@pytest.fixture
def people(core):
    add = core.contacts.add
    return {
        "kim": add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP", "망원동"))),
        "lee": add(ContactForm(name="이하은", email="lee@example.com", tags=("VIP",))),
        "moru": add(ContactForm(name="카페 모루", kind="company")),
    }


def names(core, people, *conditions, mode="all"):
    found = core.contacts.filtered(Filter(conditions, mode))
    return {name for name, contact_id in people.items() if contact_id in found}


@pytest.mark.parametrize(
    ("conditions", "mode", "expected"),
    [
        ([], "all", {"kim", "lee", "moru"}),
        ([Condition("kind", "any_of", ("company",))], "all", {"moru"}),
        ([Condition("tag", "any_of", ("vip",))], "all", {"kim", "lee"}),
        ([Condition("tag", "all_of", ("VIP", "망원동"))], "all", {"kim"}),
        ([Condition("tag", "none_of", ("VIP",))], "all", {"moru"}),
        ([Condition("phone", "known")], "all", {"kim"}),
        ([Condition("email", "unknown")], "all", {"kim", "moru"}),
        ([Condition("area", "any_of", ("망원동",))], "all", {"kim"}),
        ([Condition("phone", "known"), Condition("email", "known")], "any", {"kim", "lee"}),
        ([Condition("phone", "known"), Condition("email", "known")], "all", set()),
        ([Condition("created", "within_days", (0,))], "all", {"kim", "lee", "moru"}),
        ([Condition("last_contact", "never")], "all", {"kim", "lee", "moru"}),
    ],
)
def test_a_filter_lets_through_whom_it_says(core, people, conditions, mode, expected):
    assert names(core, people, *conditions, mode=mode) == expected


@pytest.fixture(params=["Asia/Seoul", "America/New_York"])
def somewhere(request, monkeypatch):
    """A shop whose midnight is not that of UTC; the test's clock says 00:20 of 12 May in UTC."""
    with monkeypatch.context() as there:
        there.setenv("TZ", request.param)
        time.tzset()
        yield "2026-05-12" if request.param == "Asia/Seoul" else "2026-05-11"
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a program cannot be set here")
def test_days_begin_at_the_shops_own_midnight(core, people, clock, somewhere):
    core.interactions.log(
        InteractionForm(contact_ids=(people["kim"],), kind="call", outcome="talked")
    )
    for field, everybody in (("created", set(people)), ("last_contact", {"kim"})):
        for op, values, meant in (
            ("within_days", (0,), True), ("before_days", (0,), False),
            ("on_or_after", (somewhere,), True), ("before", (somewhere,), False),
        ):  # fmt: skip
            asked = Condition(field, op, values)
            assert names(core, people, asked) == (everybody if meant else set()), asked
    clock.move(days=1)
    for days, meant in ((0, False), (1, True)):
        for field, everybody in (("created", set(people)), ("last_contact", {"kim"})):
            asked = Condition(field, "within_days", (days,))
            assert names(core, people, asked) == (everybody if meant else set()), asked
    often = Condition("count:call", "at_least", (1, 1))
    assert names(core, people, often) == {"kim"}


def test_only_two_way_interactions_move_the_last_contact(core, people, clock, shop):
    kim, lee = people["kim"], people["lee"]
    core.interactions.log(InteractionForm(contact_ids=(kim,), kind="call", outcome="talked"))
    core.interactions.log(InteractionForm(contact_ids=(lee,), kind="call", outcome="no_answer"))
    assert names(core, people, Condition("last_contact", "within_days", (7,))) == {"kim"}
    clock.move(days=30)
    assert names(core, people, Condition("last_contact", "before_days", (7,))) == {"kim"}
    assert core.care.check() == []
    core.history.undo()
    core.history.undo()
    assert names(core, people, Condition("last_contact", "never")) == {"kim", "lee", "moru"}
    core.history.redo()
    assert names(core, people, Condition("last_contact", "never")) == {"lee", "moru"}
    assert core.care.check() == []


def test_birthdays_are_found_by_month_and_by_the_days_to_come(core, people, clock):
    core.contacts.edit(people["kim"], "birthday", "1991-05-16")
    core.contacts.edit(people["lee"], "birthday", "--05-30")
    core.contacts.edit(people["moru"], "birthday", "1990")
    assert names(core, people, Condition("birthday", "month", (5,))) == {"kim", "lee"}
    assert names(core, people, Condition("birthday", "within_days", (7,))) == {"kim"}
    clock.move(days=-366 + 365)
    assert names(core, people, Condition("birthday", "known")) == {"kim", "lee", "moru"}


def test_the_day_of_a_birthday_without_a_year_is_no_month(core, people):
    core.contacts.edit(people["kim"], "birthday", "--05-12")
    core.contacts.edit(people["lee"], "birthday", "1990-12")
    assert names(core, people, Condition("birthday", "month", (12,))) == {"lee"}


def test_a_smart_list_is_kept_counted_renamed_and_taken_back(core, people):
    wanted = Filter((Condition("tag", "any_of", ("VIP",)),))
    core.segments.save("단골 VIP", wanted, "plum")
    (row,) = core.segments.all()
    assert (row.name, row.filter, row.colour, row.count) == ("단골 VIP", wanted, "plum", 2)
    core.contacts.untag([people["lee"]], "VIP")
    assert core.segments.all()[0].count == 1
    core.segments.rename(row.id, "VIP")
    core.segments.remove(row.id)
    assert core.segments.all() == []
    core.history.undo()
    assert [s.name for s in core.segments.all()] == ["VIP"]


@pytest.mark.parametrize(
    "condition",
    [
        Condition("height", "any_of", ("tall",)),
        Condition("tag", "near", ("VIP",)),
        Condition("tag", "any_of"),
        Condition("phone", "known", ("x",)),
    ],
)
def test_a_condition_nobody_can_ask_is_refused(core, condition):
    with pytest.raises(InvalidInputError):
        core.contacts.filtered(Filter((condition,)))


def test_a_filter_reads_back_from_its_json():
    wanted = Filter(
        (
            Condition("tag", "any_of", ("VIP", "망원동")),
            Filter(
                (Condition("phone", "known"), Condition("created", "within_days", (30,))), "any"
            ),
        )
    )
    assert Filter.from_json(wanted.to_json()) == wanted
    for broken in ("", "[]", "{}", '{"mode": "all", "parts": [{"field": "x", "op": "y"}]}'):
        with pytest.raises(InvalidInputError):
            Filter.from_json(broken)


def test_look_alikes_are_found_by_phone_mail_and_name(core, people):
    def found(**form):
        return {(a.name, a.why) for a in core.contacts.look_alikes(ContactForm(**form))}

    assert found(phone="+82 10 0142 3377") == {("김민지", "phone")}
    assert found(email="LEE@example.com") == {("이하은", "email")}
    assert found(name="김 민지 님") == {("김민지", "name")}
    assert found(name="", phone="") == set()


def test_an_old_number_still_finds_the_contact(core, people):
    kim = people["kim"]
    phone = core.contacts.detail(kim).points[0]
    core.contacts.replace_point(phone.id, "010-9999-8888")
    assert [c.id for c in core.contacts.find("3377").contacts] == [kim]
    assert [c.id for c in core.contacts.find("8888").contacts] == [kim]
    assert [p.invalid_reason for p in core.contacts.detail(kim).points] == ["no_longer", None]
