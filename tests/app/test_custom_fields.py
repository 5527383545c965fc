"""Fields of the shop's own: typed content, one step for every change, limits."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.custom_texts import Writing, exact_text, read_typed
from app.errors import InvalidInputError, Problem
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import ChoiceForm, ChoiceRow, FieldEdit, FieldForm, FieldRow
from app.shapes.filters import Condition, Filter

KOREAN = Writing("KRW", "ko", 2026)
CHOICES = (ChoiceRow(1, "수국", "Hydrangea", False), ChoiceRow(2, "장미, 붉은", "Rose", False))


@pytest.fixture
def people(core):
    return [core.contacts.add(ContactForm(name)) for name in ("김민지", "박서준", "이하은")]


def of_kind(kind):
    return FieldRow(9, kind, "칸", "Field", True, False, CHOICES)


def field(core, field_id, *, retired=True):
    return next(f for f in core.custom_fields.all(retired=retired) if f.id == field_id)


@pytest.mark.parametrize(
    ("kind", "typed", "content"),
    [
        ("text", "  백합 알레르기 ", "백합 알레르기"),
        ("number", "2,340", Decimal(2340)),
        ("number", "１２.５", Decimal("12.5")),
        ("number", "-1 234 567.50", Decimal("-1234567.5")),
        ("number", ".5", Decimal("0.5")),
        ("money", "12만", 120_000),
        ("money", "₩3,500", 3500),
        ("date", "2026. 5. 3.", date(2026, 5, 3)),
        ("yes_no", "네", True),
        ("yes_no", "no", False),
        ("choice", "hydrangea", 1),
        ("choices", '수국, "장미, 붉은"', (1, 2)),
        ("number", "  ", None),
    ],
)
def test_what_somebody_types_is_read_by_the_kind_of_the_field(kind, typed, content):
    assert read_typed(of_kind(kind), typed, KOREAN) == content


@pytest.mark.parametrize(
    ("kind", "typed", "problem"),
    [
        ("number", "많이", Problem.NOT_A_NUMBER),
        ("number", "NaN", Problem.NOT_A_NUMBER),
        ("number", "1,5", Problem.NOT_A_NUMBER),  # one and a half somewhere else: never 15
        ("number", "1,2,3", Problem.NOT_A_NUMBER),
        ("number", "1e99999999999", Problem.NOT_A_NUMBER),
        ("money", "비쌈", Problem.NOT_MONEY),
        ("date", "내일쯤", Problem.NOT_A_DATE),
        ("yes_no", "글쎄", Problem.NOT_A_CHOICE),
        ("choice", "튤립", Problem.NOT_A_CHOICE),
    ],
)
def test_what_does_not_fit_the_kind_is_refused_with_its_reason(kind, typed, problem):
    with pytest.raises(InvalidInputError) as refused:
        read_typed(of_kind(kind), typed, KOREAN)
    assert refused.value.problems == {"value": problem}


CONTENT = {
    "number": st.integers(-(10**15), 10**15).map(lambda n: Decimal(n) / 10**6),
    "money": st.integers(-(10**12), 10**12),
    "date": st.dates(date(1901, 1, 1), date(2148, 12, 31)),
    "yes_no": st.booleans(),
    "choice": st.sampled_from([1, 2]),
    "choices": st.sampled_from([(1,), (2,), (1, 2)]),
}


@given(st.sampled_from(sorted(CONTENT)), st.data(), st.sampled_from(["ko", "en"]))
def test_what_is_written_exactly_reads_back(kind, data, language):
    content = data.draw(CONTENT[kind])
    for currency in ("KRW", "USD"):
        text = exact_text(of_kind(kind), content, language, currency)
        assert read_typed(of_kind(kind), text, Writing(currency, language, 2026)) == content


def test_names_place_and_choices_of_a_field_change_in_one_step(core):
    field_id = core.custom_fields.add(
        FieldForm(kind="choice", label_ko="꽃", in_list=True, choices=("수국", "장미"))
    )
    before = field(core, field_id)
    assert before.in_list
    hydrangea, rose = before.choices
    core.custom_fields.edit(
        field_id,
        FieldEdit(
            label_ko="좋아하는 꽃", label_en="Flower", in_list=False,
            choices=(
                ChoiceForm(hydrangea.id, "수국", "Hydrangea"),
                ChoiceForm(rose.id, "장미", "Rose", retired=True),
                ChoiceForm(None, "튤립"),
            ),
        ),
    )  # fmt: skip
    after = field(core, field_id)
    assert (after.label_ko, after.label_en, after.in_list) == ("좋아하는 꽃", "Flower", False)
    assert [(c.label_ko, c.retired) for c in after.choices] == [
        ("수국", False), ("장미", True), ("튤립", False),
    ]  # fmt: skip
    core.history.undo()
    assert field(core, field_id) == before


def test_a_name_of_two_hundred_letters_is_the_longest(core):
    core.custom_fields.add(FieldForm(kind="text", label_ko="가" * 200))
    with pytest.raises(InvalidInputError) as refused:
        core.custom_fields.add(FieldForm(kind="text", label_ko="가" * 201))
    assert refused.value.problems == {"label": Problem.TOO_LONG}


def test_another_choice_replaces_the_first_and_undo_brings_it_back(core, people):
    field_id = core.custom_fields.add(FieldForm(kind="choice", label_ko="꽃", choices=("가", "나")))
    one, other = (choice.id for choice in field(core, field_id).choices)
    core.custom_fields.put(people, field_id, one)
    core.custom_fields.put(people[:1], field_id, other)
    assert core.custom_fields.counts() == {field_id: 3}
    assert core.custom_fields.of(people[0])[0].content == other
    core.history.undo()
    assert core.custom_fields.of(people[0])[0].content == one
    core.custom_fields.put(people, field_id, None)
    assert core.custom_fields.counts() == {}


def test_three_hundred_fields_are_kept_in_their_order(core):
    made = [core.custom_fields.add(FieldForm(kind="text", label_en=f"F{n}")) for n in range(300)]
    core.custom_fields.move(list(reversed(made)))
    assert [f.id for f in core.custom_fields.all()] == list(reversed(made))


def test_a_filter_by_a_field_that_was_retired_goes_on(core, people):
    field_id = core.custom_fields.add(FieldForm(kind="text", label_ko="피하기"))
    core.custom_fields.put(people[:2], field_id, "백합")
    wanted = Filter((Condition(f"custom:{field_id}", "contains", ("백합",)),))
    assert set(core.contacts.filtered(wanted)) == set(people[:2])
    core.custom_fields.retire(field_id)
    assert set(core.contacts.filtered(wanted)) == set(people[:2])
    gone = Filter((Condition("custom:1", "contains", ("백합",)),))
    assert len(core.contacts.filtered(gone)) in (0, 3)


def test_a_choice_that_is_retired_stays_with_who_has_it(core, people):
    field_id = core.custom_fields.add(FieldForm(kind="choice", label_ko="꽃", choices=("가", "나")))
    one = field(core, field_id).choices[0].id
    core.custom_fields.put(people[:1], field_id, one)
    core.custom_fields.retire_choice(one)
    assert core.custom_fields.of(people[0])[0].content == one
    core.custom_fields.put(people[:1], field_id, one)  # typed over with itself
    assert core.custom_fields.counts() == {field_id: 1}
