"""Roles, relations, days, consent, stages, tags and fields of the shop's own."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.custom_values import from_columns, to_columns
from app.errors import GoneError, InvalidInputError
from app.shapes.consents import ConsentForm
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import ChoiceRow, FieldForm, FieldRow
from app.shapes.important_dates import DateForm
from app.shapes.relations import RelationForm
from db.keys import clean
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


@pytest.fixture
def lee(core):
    return core.contacts.add(ContactForm(name="이서연", phone="010-0142-9051"))


@pytest.fixture
def firm(core):
    return core.contacts.add(ContactForm(name="봄날상사", kind="company"))


def undone(core, shop, doing):
    """Do something and take it back; the shop must be as it was."""
    before = logical_dump(shop)
    doing()
    assert logical_dump(shop) != before
    core.store.undo()
    assert logical_dump(shop) == before
    assert core.care.check() == []
    core.store.redo()


def test_a_contact_has_several_roles_and_loses_one(core, kim):
    core.relations.give_role(kim, "customer", since="2020-03-01")
    core.relations.give_role(kim, "supplier")
    core.relations.end_role(kim, "customer")
    assert [(r.role, r.since, r.until) for r in core.relations.roles(kim)] == [
        ("customer", "2020-03-01", "2026-05-12"),
        ("supplier", "", ""),
    ]
    core.relations.give_role(kim, "customer")  # again
    assert core.relations.roles(kim)[0].until == ""
    core.relations.take_role(kim, "supplier")
    assert [r.role for r in core.relations.roles(kim)] == ["customer"]
    with pytest.raises(InvalidInputError):
        core.relations.give_role(kim, "emperor")
    with pytest.raises(GoneError):
        core.relations.end_role(kim, "partner")


def test_somebody_works_at_a_company_and_no_longer_does(core, kim, firm, shop):
    form = RelationForm(kind="works_at", title="대리", since="2024-01-02")
    made = core.relations.relate(kim, firm, form)
    (mine,) = core.relations.of(kim)
    (theirs,) = core.relations.of(firm)
    assert (mine.other_name, mine.title, mine.forward) == ("봄날상사", "대리", True)
    assert (theirs.other_name, theirs.forward, theirs.id) == ("김민지", False, made)
    assert core.contacts.detail(kim).values["company"] == "봄날상사"
    undone(core, shop, lambda: core.relations.end(made))
    assert core.relations.of(kim)[0].until == "2026-05-12"


def test_where_somebody_worked_once_is_not_their_company(core, kim, firm):
    form = RelationForm(kind="works_at", since="2020-01-02", until="2024-01-02")
    core.relations.relate(kim, firm, form)
    assert core.contacts.detail(kim).values["company"] is None


@pytest.mark.parametrize("kind", ["works_at", "member_of", "custom", "owns"])
def test_a_relation_needs_the_right_other_end(core, kim, lee, kind):
    with pytest.raises(InvalidInputError):
        core.relations.relate(kim, lee, RelationForm(kind=kind))


def test_nobody_is_related_to_themselves(core, kim):
    with pytest.raises(InvalidInputError):
        core.relations.relate(kim, kim, RelationForm(kind="sibling"))


def test_what_reads_the_same_from_both_ends_is_one_relation(core, kim, lee):
    one = core.relations.relate(lee, kim, RelationForm(kind="spouse"))
    assert core.relations.relate(kim, lee, RelationForm(kind="spouse", since="2015-05-05")) == one
    assert [r.since for r in core.relations.of(lee)] == ["2015-05-05"]
    assert core.relations.of(kim)[0].forward
    assert core.relations.of(lee)[0].forward


def test_a_relation_the_shop_names_reads_from_both_ends(core, kim, lee):
    teacher = core.relations.add_type("선생님", "제자")
    core.relations.relate(kim, lee, RelationForm(kind="custom", type_id=teacher))
    assert core.relations.of(kim)[0].named == "선생님"
    assert core.relations.of(lee)[0].named == "제자"
    core.relations.remove_type(teacher)
    assert core.relations.of(kim) == []
    core.store.undo()
    assert len(core.relations.of(kim)) == 1


def test_one_company_comes_first(core, kim, firm):
    other = core.contacts.add(ContactForm(name="다른회사", kind="company"))
    first = core.relations.relate(kim, firm, RelationForm(kind="works_at"))
    second = core.relations.relate(kim, other, RelationForm(kind="works_at"))
    core.relations.make_primary(first)
    core.relations.make_primary(second)
    assert [(r.other_name, r.is_primary) for r in core.relations.of(kim)] == [
        ("다른회사", True),
        ("봄날상사", False),
    ]


def test_days_come_round_by_the_sun_and_the_moon(core, kim, shop):
    core.important_dates.set_birthday(kim, DateForm(kind="birthday", month=4, day=8, lunar=True))
    undone(
        core, shop,
        lambda: core.important_dates.add(
            kim, DateForm(kind="anniversary", year=2015, month=5, day=13, label="결혼")
        ),
    )  # fmt: skip
    birthday, wedding = core.important_dates.of(kim)
    assert (birthday.kind, birthday.lunar, birthday.comes_on) == (
        "birthday", True, date(2026, 5, 24),  # Buddha's birthday, the 8th of the fourth month
    )  # fmt: skip
    assert (wedding.label, wedding.comes_on) == ("결혼", date(2026, 5, 13))
    core.important_dates.edit(wedding.id, DateForm(kind="anniversary", month=5, day=11))
    assert core.important_dates.of(kim)[1].comes_on == date(2027, 5, 11)
    core.important_dates.remove(wedding.id)
    core.important_dates.set_birthday(kim, None)
    assert core.important_dates.of(kim) == []


@pytest.mark.parametrize(
    "told",
    [{"month": 2, "day": 30}, {"month": 13}, {}, {"month": 4, "day": 31}, {"leap_month": True,
     "month": 4, "day": 1}, {"year": 2015}],
)  # fmt: skip
def test_a_day_that_no_year_has_is_refused(core, kim, told):
    with pytest.raises(InvalidInputError):
        core.important_dates.add(kim, DateForm(kind="other", **told))


def test_consent_is_a_ledger_and_the_last_word_counts(core, kim, clock, shop):
    granted = ConsentForm(
        purpose="advert", channel="sms", state="granted", source="written",
        evidence="2026 봄 신청서", reconfirm_on="2026-05-30",
    )  # fmt: skip
    undone(core, shop, lambda: core.consents.record(kim, granted))
    assert core.contacts.detail(kim).values["consent_sms"] == "granted"
    assert [d.contact_id for d in core.consents.due(days=30)] == [kim]
    assert core.consents.due(days=3) == []
    clock.move(days=1)
    core.consents.record(
        kim, ConsentForm(purpose="advert", channel="any", state="withdrawn", source="spoken")
    )
    clock.move(days=1)
    core.consents.record(kim, ConsentForm(purpose="advert", channel="sms", state="withdrawn"))
    assert [r.state for r in core.consents.of(kim)] == ["withdrawn", "withdrawn", "granted"]
    assert core.consents.state(kim)["advert", "sms"].state == "withdrawn"
    assert core.contacts.detail(kim).values["consent_email"] == "denied"
    assert core.consents.due(days=30) == []
    with pytest.raises(InvalidInputError):
        core.consents.record(kim, ConsentForm(purpose="fun", channel="sms", state="granted"))


def test_do_not_contact_is_recorded_and_allowed_again(core, kim):
    core.consents.stop_contact(kim, stop=True, evidence="전화로 부탁")
    core.consents.stop_contact(kim, stop=True)
    assert [(r.channel, r.state) for r in core.consents.of(kim)] == [("any", "withdrawn")]
    core.consents.stop_contact(kim, stop=False)
    assert core.consents.state(kim)["service", "any"].state == "granted"


def test_a_stage_is_set_with_since_and_why(core, kim, lee, shop):
    undone(core, shop, lambda: core.stages.put([kim, lee], "regular", "매주 오심"))
    stage = core.stages.of(lee)
    assert (stage.stage, stage.since, stage.why, stage.by_hand) == (
        "regular", "2026-05-12", "매주 오심", True,
    )  # fmt: skip
    core.stages.put([kim], None, "그냥")
    assert core.stages.of(kim) is None
    with core.store.read() as unit:
        assert unit.contacts.get(kim).stage_why is None
    with pytest.raises(InvalidInputError):
        core.stages.put([kim], "king")


def test_the_next_contact_is_planned(core, kim):
    core.stages.plan(kim, "2026-05-16T15:00", "예약 확인")
    with pytest.raises(InvalidInputError):
        core.stages.plan(kim, "토요일")
    core.stages.plan(kim, "")


def test_a_renamed_tag_keeps_its_contacts_and_joins_one_of_the_same_name(core, kim, lee, shop):
    core.contacts.tag([kim], "vip")
    core.contacts.tag([lee], "단골")
    core.tags.rename("vip", "VIP")
    assert core.contacts.detail(kim).tags == ("VIP",)
    assert core.history.entries(limit=1)[0].op == "rename_tag"
    undone(core, shop, lambda: core.tags.rename("VIP", "단골"))
    assert "merge_tags" in {entry.op for entry in core.history.entries(limit=3)}
    assert [(t.name, t.count) for t in core.tags.all()] == [("단골", 2)]
    assert {c.id for c in core.contacts.find("단골").contacts} == {kim, lee}
    core.tags.paint("단골", "green")
    core.tags.put_in_group("단골", "등급")
    assert [(t.colour, t.family) for t in core.tags.all()] == [("green", "등급")]
    core.tags.remove("단골")
    assert core.tags.all() == []
    assert core.contacts.find("단골").contacts == ()


def test_a_field_of_choices_is_filled_found_and_retired(core, kim, lee, shop):
    field = core.custom_fields.add(
        FieldForm(kind="choices", label_ko="알레르기", choices=("우유", "견과"))
    )
    milk, nuts = (c.id for c in core.custom_fields.all()[0].choices)
    undone(core, shop, lambda: core.custom_fields.put([kim, lee], field, (milk, nuts)))
    core.custom_fields.put([kim], field, (nuts,))
    assert core.custom_fields.of(kim)[0].content == (nuts,)
    assert {c.id for c in core.contacts.find("우유").contacts} == {lee}
    core.custom_fields.rename_choice(nuts, "견과류")
    assert {c.id for c in core.contacts.find("견과류").contacts} == {kim, lee}
    assert core.custom_fields.used(field) == 2
    core.custom_fields.retire(field)
    assert (core.custom_fields.all(), core.custom_fields.of(kim)) == ([], [])
    assert core.contacts.find("견과류").contacts == ()
    core.custom_fields.retire(field, retired=False)
    assert core.custom_fields.of(lee)[0].content == (milk, nuts)
    assert core.care.check() == []


def test_a_field_may_point_at_a_person(core, kim, lee):
    field = core.custom_fields.add(FieldForm(kind="person", label_en="Stylist"))
    core.custom_fields.put([kim], field, lee)
    assert core.custom_fields.of(kim)[0].name == "이서연"
    with pytest.raises(GoneError):
        core.custom_fields.put([kim], field, 42)
    with pytest.raises(GoneError):
        core.custom_fields.put([42], field, lee)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [("number", "three"), ("number", Decimal("NaN")), ("money", Decimal("1.5")),
     ("date", "2026-02-30"), ("yes_no", 1), ("choice", 5), ("choice", (5,)), ("text", 3),
     ("money", 1 << 63), ("number", Decimal("1e30")), ("person", "Kim"), ("text", "x" * 3000)],
)  # fmt: skip
def test_what_is_not_of_the_fields_kind_is_refused(kind, wrong):
    with pytest.raises(InvalidInputError):
        to_columns(FieldRow(1, kind, "", "x", False, False, ()), wrong)


CONTENT = {
    "text": st.text(min_size=1, max_size=40).filter(str.strip),
    "number": st.decimals(-(10**9), 10**9, places=6, allow_nan=False, allow_infinity=False),
    "money": st.integers(-(10**15), 10**15),
    "date": st.dates(),
    "yes_no": st.booleans(),
    "choice": st.sampled_from([1, 2, 3]),
    "choices": st.lists(st.sampled_from([1, 2, 3]), min_size=1, unique=True).map(tuple),
    "person": st.integers(1, 1 << 60),
}


@given(st.sampled_from(sorted(CONTENT)).flatmap(lambda k: st.tuples(st.just(k), CONTENT[k])))
def test_what_a_field_holds_comes_back(told):
    kind, content = told
    choices = tuple(ChoiceRow(n, "", str(n), retired=False) for n in (1, 2, 3))
    rows = to_columns(FieldRow(1, kind, "", "x", False, False, choices), content)
    empty = dict.fromkeys(("text", "number", "choice_id", "person_id", "attachment_id"))
    back = from_columns(kind, [empty | row for row in rows])
    assert back == (clean(content) or None if kind == "text" else content)
