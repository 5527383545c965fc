"""How well contacts are known, what is proposed to mend them, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import GoneError, InvalidInputError, Problem
from app.quality import WEIGHTS, repairs, right_email, score, split_company, split_number
from app.services.quality import KEPT, LEFT
from app.shapes.contacts import ContactForm
from app.shapes.quality import ContactFacts, PointFacts
from tests.dumps import logical_dump

WHOLE = ContactFacts(
    id=1, kind="person", name="김민지", birthday="1991-05-16", source="간판", has_consent=True,
    was_contacted=True, points=(PointFacts(7, "phone", "010-0142-3377"),),
)  # fmt: skip


def facts(**told):
    held = {name: getattr(WHOLE, name) for name in WHOLE.__slots__}
    return ContactFacts(**held | told)


def kinds(**told):
    return [(reason.kind, reason.field) for reason in score(facts(**told)).reasons]


def test_who_is_wholly_known_has_a_hundred():
    assert score(WHOLE).value == 100


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"points": ()}, ("no_way_to_reach", "phone:0")),
        ({"points": (PointFacts(1, "email", "a@b.com"),)}, ("no_phone", "phone:0")),
        ({"points": (PointFacts(1, "phone", "010-0142-3377", valid=False),
                     PointFacts(2, "email", "a@b.com"))}, ("phone_gone", "phone:0")),
        ({"points": (PointFacts(4, "phone", "12-34"),)}, ("phone_broken", "phone:4")),
        ({"points": (PointFacts(4, "phone", "1001423377"),)}, ("phone_broken", "phone:4")),
        ({"points": (PointFacts(4, "phone", "10-0142-3377"),)}, ("phone_broken", "phone:4")),
        ({"name": "010-0142-3377"}, ("number_for_name", "name")),
        ({"name": "김민지 01001423377"}, ("number_in_name", "name")),
        ({"name": "(주)봄날"}, ("company_in_name", "name")),
        ({"open_duplicate": True}, ("duplicate", "duplicates")),
        ({"has_consent": False}, ("no_consent", "consent")),
        ({"birthday": "--05-16"}, ("birthday_incomplete", "birthday")),
        ({"birthday": "1991"}, ("birthday_incomplete", "birthday")),
        ({"points": (*WHOLE.points, PointFacts(9, "address", "망원동 1"))},
         ("no_postcode", "address:9")),
        ({"was_contacted": False, "source": ""}, ("never_contacted", "source")),
        ({"points": (*WHOLE.points, PointFacts(9, "email", "a@gamil.com"))},
         ("email_broken", "email:9")),
    ],
)  # fmt: skip
def test_each_thing_that_is_missing_is_told_with_where_it_is_mended(told, expected):
    assert kinds(**told) == [expected]
    assert score(facts(**told)).value == 100 - WEIGHTS[expected[0]]


@given(
    st.builds(
        ContactFacts,
        id=st.just(1),
        kind=st.sampled_from(("person", "company", "household")),
        name=st.text(min_size=1, max_size=40),
        company=st.text(max_size=5),
        birthday=st.sampled_from(("", "1991", "--02-30", "1991-13-41", "x")),
        points=st.lists(
            st.builds(
                PointFacts,
                st.integers(1, 9),
                st.sampled_from(("phone", "email", "address")),
                st.text(max_size=20),
                st.booleans(),
            ),
            max_size=3,
        ).map(tuple),
    )
)
def test_any_contact_has_a_score_and_proposals_that_differ_from_what_is_there(told):
    found = score(told)
    assert 0 <= found.value <= 100
    assert len({reason.kind for reason in found.reasons}) == len(found.reasons)
    for repair in repairs(told):
        assert repair.after.strip()
        assert repair.after != repair.before or repair.kind == "is_company"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("KIM MINSU 010-0142-3377", ("KIM MINSU", "010-0142-3377")),
        ("010 0142 3377 김민지님", ("김민지", "010-0142-3377")),
        ("김민지(01001423377)", ("김민지", "010-0142-3377")),
        ("010-0142-3377", ("", "010-0142-3377")),
        ("김민지 2호점", None),
        ("1991", None),
    ],
)
def test_a_number_is_taken_out_of_a_name(name, parts):
    assert split_number(name) == parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("김민수(봄날상사)", ("김민수", "봄날상사")),
        ("Minsu Kim (Hanul Inc.)", ("Minsu Kim", "Hanul Inc.")),
        ("김민수(여)", None),
        ("김민수(망원동)", None),
        ("김민수", None),
    ],
)
def test_a_company_is_taken_out_of_a_name(name, parts):
    assert split_company(name) == parts


def test_only_known_slips_of_an_address_are_mended():
    assert right_email("Kim@GAMIL.com") == "Kim@gmail.com"
    assert right_email("kim@gmail.com") == right_email("kim@company.co") == right_email("@") == ""


@pytest.fixture
def messy(core):
    """Four contacts with something to mend, and one without."""
    ids = [
        core.contacts.add(ContactForm(name="KIM MINSU 010-0142-0001")),
        core.contacts.add(ContactForm(name="이서연", email="lee@gamil.com")),
        core.contacts.add(ContactForm(name="(주)봄날", phone="02-123-4567")),
        core.contacts.add(ContactForm(name="박서준", phone="010-0142-0004")),
        core.contacts.add(ContactForm(name="최유진", phone="010-0142-0005")),
    ]
    with core.store.action("edit_point") as unit:  # as it came out of a spreadsheet
        point = unit.contacts.points([ids[3]])[0]
        unit.contacts.change_point(point.id, country="KR", value="1001420004")
    return ids


def by_kind(core):
    return {repair.kind: repair for repair in core.quality.worthwhile()}


def test_a_round_mends_each_in_one_step_that_can_be_taken_back(core, messy, shop):
    asked = by_kind(core)
    assert set(asked) == {"phone_zero", "email_typo", "number_in_name", "is_company"}
    before = logical_dump(shop)
    for repair in asked.values():
        core.quality.mend(repair)
        assert repair.kind not in by_kind(core)
        core.store.undo()
        assert logical_dump(shop) == before
        core.store.redo()
        before = logical_dump(shop)
    minsu, lee, firm, park = (core.contacts.detail(i) for i in messy[:4])
    assert (minsu.name, minsu.points[0].value) == ("KIM MINSU", "010-0142-0001")
    assert lee.points[0].value == "lee@gmail.com"
    assert firm.kind == "company"
    assert park.points[0].value == "010-0142-0004"
    assert core.care.check() == []


def test_another_text_can_be_put_instead(core, messy):
    core.quality.mend(by_kind(core)["number_in_name"], "김민수")
    assert core.contacts.detail(messy[0]).name == "김민수"
    with pytest.raises(InvalidInputError):
        core.quality.mend(by_kind(core)["email_typo"], "  ")
    with pytest.raises(InvalidInputError) as refused:
        core.quality.mend(by_kind(core)["email_typo"], "l" * 300)
    assert refused.value.problems == {"value": Problem.TOO_LONG}


def test_a_number_in_a_name_that_is_known_already_is_not_added_twice(core, messy):
    core.contacts.add_point(messy[0], "phone", "01001420001")
    core.quality.mend(by_kind(core)["number_in_name"])
    kim = core.contacts.detail(messy[0])
    assert (kim.name, [point.value for point in kim.points]) == ("KIM MINSU", ["010-0142-0001"])


def test_what_changed_meanwhile_is_not_written_over(core, messy):
    asked = by_kind(core)["number_in_name"]
    core.contacts.edit(messy[0], "name", "김민수")
    with pytest.raises(GoneError):
        core.quality.mend(asked)


def test_what_is_to_be_left_is_never_asked_again_until_undone(core, messy):
    core.quality.leave(by_kind(core)["email_typo"])
    assert "email_typo" not in by_kind(core)
    core.store.undo()
    assert "email_typo" in by_kind(core)


def test_of_very_many_left_as_they_are_the_oldest_is_forgotten(core, messy):
    asked = by_kind(core)["email_typo"]
    with core.store.action("leave_as_is") as unit:
        unit.settings.put(LEFT, [f"email_typo:{n}:0" for n in range(KEPT)])
    core.quality.leave(asked)
    with core.store.read() as unit:
        kept = unit.settings.all()[LEFT]
    assert (len(kept), kept[0], kept[-1]) == (KEPT, "email_typo:1:0", asked.key)
    assert "email_typo" not in by_kind(core)


def test_pairs_that_look_alike_are_asked_about(core, messy):
    one, other = sorted(messy[-2:])
    with core.store.action("edit_contact") as unit:
        unit.duplicates.keep([(one, other, 900, "[]")])
        unit.contacts.change(one, {"source": "간판"})
    asked = by_kind(core)["duplicate"]
    assert {asked.contact_id, asked.other_id} == {one, other}
    assert "duplicate" in {reason.kind for reason in core.quality.score(other).reasons}
    with pytest.raises(InvalidInputError):
        core.quality.mend(asked)
    core.duplicates.keep_apart(one, other)
    assert "duplicate" not in by_kind(core)


def test_a_contact_that_is_gone_has_no_score(core, messy):
    core.contacts.trash(messy[:1])
    with pytest.raises(GoneError):
        core.quality.score(messy[0])
