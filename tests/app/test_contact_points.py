"""Phones, e-mails and links of a contact: which comes first, which no longer reach anybody."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import GoneError, InvalidInputError
from app.settings import COUNTRY
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


def phones(core, contact_id):
    points = core.contacts.detail(contact_id).points
    return [(p.value, p.invalid_reason) for p in points if p.kind == "phone"]


def test_the_phone_made_first_stands_first(core, kim, shop):
    core.contacts.add_point(kim, "phone", "02-555-0101", "work")
    last = core.contacts.add_point(kim, "phone", "010-0142-9999")
    before = logical_dump(shop)
    core.contacts.make_primary_point(last)
    assert [value for value, _ in phones(core, kim)] == [
        "010-0142-9999", "010-0142-3377", "02-555-0101",
    ]  # fmt: skip
    core.store.undo()
    assert logical_dump(shop) == before


def test_a_number_that_is_wrong_says_why_and_is_valid_again(core, kim, shop):
    (point,) = core.contacts.detail(kim).points
    before = logical_dump(shop)
    core.contacts.retire_point(point.id, "  빵집이 받음 ")
    assert phones(core, kim) == [("010-0142-3377", "빵집이 받음")]
    core.store.undo()
    assert logical_dump(shop) == before
    core.contacts.retire_point(point.id, "wrong_number")
    core.contacts.revive_point(point.id)
    assert phones(core, kim) == [("010-0142-3377", None)]
    core.contacts.retire_point(point.id, "bounced")
    core.contacts.make_primary_point(point.id)
    assert phones(core, kim) == [("010-0142-3377", None)]


def test_without_a_reason_a_number_stays_valid(core, kim):
    (point,) = core.contacts.detail(kim).points
    with pytest.raises(InvalidInputError):
        core.contacts.retire_point(point.id, " ")
    core.contacts.remove_point(point.id)
    for act in (core.contacts.make_primary_point, core.contacts.revive_point):
        with pytest.raises(GoneError):
            act(point.id)


def test_likes_and_dislikes_are_typed(core, kim):
    core.contacts.edit(kim, "likes", "연분홍, 작약")
    core.contacts.edit(kim, "dislikes", "백합 (고양이)")
    values = core.contacts.detail(kim).values
    assert (values["likes"], values["dislikes"]) == ("연분홍, 작약", "백합 (고양이)")


# Each example has a contact of its own in the one shop.
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
@given(chosen=st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_the_one_made_first_last_is_first_and_none_is_lost(core, chosen):
    contact_id = core.contacts.add(ContactForm(name="이서연"))
    ids = [core.contacts.add_point(contact_id, "email", f"a{n}@example.com") for n in range(5)]
    for place in chosen:
        core.contacts.make_primary_point(ids[place])
    shown = [p.id for p in core.contacts.detail(contact_id).points]
    assert shown[0] == ids[chosen[-1]]
    assert sorted(shown) == sorted(ids)


def test_a_phone_is_found_by_its_look_alike_in_the_country_the_shop_has_now(core):
    core.contacts.add(ContactForm(name="Ada", phone="212 555 0123"))
    typed = ContactForm(name="A. L.", phone="+1 212 555 0123")
    assert core.contacts.look_alikes(typed) == []
    core.settings.put(COUNTRY, "US")
    assert [(found.name, found.why) for found in core.contacts.look_alikes(typed)] == [
        ("Ada", "phone")
    ]
    assert core.care.check() == []
    core.history.undo()
    assert core.contacts.look_alikes(typed) == []
    assert core.care.check() == []
