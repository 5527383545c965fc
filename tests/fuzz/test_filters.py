"""A filter that was kept is one that can be asked, or is refused; it never ends in an error."""

import json

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.bootstrap import Core
from app.errors import InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.filters import MOST_LEVELS, OPS, Condition, Filter
from tests.app.made_filters import conditions, filters

QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=12)
    | st.sampled_from(["2026-05-12", "VIP", "망원동", "all", "any", "kind", "tag", "any_of"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["field", "op", "values", "mode", "parts"]) | st.text(max_size=4),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
ASKED = [(field, op) for field, ops in OPS.items() for op in ops]
LIKE_CONDITIONS = st.builds(
    lambda asked, values: {"field": asked[0], "op": asked[1], "values": values},
    st.sampled_from(ASKED),
    st.lists(ANY_JSON, max_size=2),
)
LIKE_FILTERS = st.recursive(
    st.builds(
        lambda mode, parts: {"mode": mode, "parts": parts},
        st.sampled_from(["all", "any", "none"]),
        st.lists(LIKE_CONDITIONS, max_size=3),
    ),
    lambda inner: st.builds(lambda parts: {"mode": "any", "parts": parts}, st.lists(inner)),
    max_leaves=4,
)


@pytest.fixture
def shop_of_two(core: Core) -> Core:
    core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP",)))
    core.contacts.add(ContactForm(name="카페 모루", kind="company"))
    return core


def asked(core: Core, kept: str) -> None:
    """Ask for what a kept text means, as a smart list does."""
    try:
        wanted = Filter.from_json(kept)
        assert core.contacts.count_filtered(wanted) == len(core.contacts.filtered(wanted))
    except InvalidInputError:
        return


@QUICK
@given(kept=st.text(max_size=30) | ANY_JSON.map(json.dumps))
def test_what_is_no_filter_is_refused(shop_of_two: Core, kept: str):
    asked(shop_of_two, kept)


@pytest.mark.parametrize(
    ("field", "op", "values"),
    [
        ("last_contact", "within_days", "[null]"),
        ("created", "within_days", '["soon"]'),
        ("created", "before_days", "[1e999]"),
        ("first_seen", "before_days", "[1000000000000]"),
        ("birthday", "month", "[[]]"),
        ("birthday", "within_days", '["x"]'),
        ("kind", "any_of", "[[]]"),
        ("owner", "any_of", "[99999999999999999999]"),
        ("company", "any_of", '["\\ud800"]'),
        ("area", "any_of", '["\\ud800"]'),
    ],
)
def test_an_odd_value_is_refused(shop_of_two: Core, field: str, op: str, values: str):
    condition = f'{{"field": "{field}", "op": "{op}", "values": {values}}}'
    asked(shop_of_two, f'{{"mode": "all", "parts": [{condition}]}}')


@settings(QUICK, max_examples=100, phases=[Phase.generate])
@given(kept=LIKE_FILTERS.map(json.dumps))
def test_a_filter_of_odd_values_is_answered_or_refused(shop_of_two: Core, kept: str):
    asked(shop_of_two, kept)


def test_a_filter_as_deep_as_a_well_is_refused(shop_of_two: Core):
    asked(shop_of_two, '{"mode": "all", "parts": [' * 5000 + "]}" * 5000)


@pytest.mark.parametrize(("levels", "found"), [(MOST_LEVELS, 1), (MOST_LEVELS + 1, None)])
def test_a_filter_is_asked_as_deep_as_it_may_be(shop_of_two: Core, levels: int, found: int | None):
    wanted = Filter((Condition("kind", "any_of", ("company",)),))
    for level in range(levels - 2):
        other = Condition("created", "before_days", (level,))
        wanted = Filter((wanted, other), "any")
    if found is None:
        with pytest.raises(InvalidInputError):
            Filter.from_json(wanted.to_json())
    else:
        assert shop_of_two.contacts.count_filtered(Filter.from_json(wanted.to_json())) == found


@QUICK
@given(wanted=filters(conditions()))
def test_a_filter_comes_back_from_the_disk_as_it_was(shop_of_two: Core, wanted: Filter):
    assert Filter.from_json(wanted.to_json()) == wanted
    every = set(shop_of_two.contacts.filtered(Filter()))
    found = shop_of_two.contacts.filtered(wanted)
    assert len(set(found)) == len(found) == shop_of_two.contacts.count_filtered(wanted)
    assert set(found) <= every
