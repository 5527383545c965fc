"""Money is divided to the last unit."""

from hypothesis import given
from hypothesis import strategies as st

from app.amounts import line_total, portion, rounded, shares, tax_of

MONEY = st.integers(-(10**12), 10**12)


@given(part=MONEY, whole=st.integers(1, 10**9))
def test_halves_are_rounded_away_from_zero(part, whole):
    from decimal import ROUND_HALF_UP, Decimal, getcontext

    getcontext().prec = 60
    exact = (Decimal(part) / whole).quantize(Decimal(1), ROUND_HALF_UP)
    assert rounded(part, whole) == int(exact)


@given(whole=MONEY, parts=st.lists(st.integers(0, 10**12), min_size=1, max_size=20))
def test_shares_are_the_whole_and_fair_within_one_unit(whole, parts):
    divided = shares(whole, parts)
    assert sum(divided) == whole
    if sum(parts):
        for share, part in zip(divided, parts, strict=True):
            assert abs(share * sum(parts) - whole * part) < sum(parts)


@given(amount=MONEY, cuts=st.lists(st.integers(1, 10_000), min_size=1, max_size=20))
def test_portions_of_anything_are_all_of_it(amount, cuts):
    whole, done, cut = sum(cuts), 0, 0
    for more in cuts:
        part = portion(amount, done, more, whole)
        assert part == 0 or (part > 0) == (amount > 0)
        cut, done = cut + part, done + more
    assert cut == amount


@given(net=st.integers(0, 10**12), rate=st.integers(0, 1000))
def test_tax_inside_is_never_more_than_the_price(net, rate):
    assert 0 <= tax_of(net, rate, added=False) <= net
    assert 0 <= tax_of(net, rate, added=True) <= net


def test_the_usual_amounts():
    assert line_total(2500, 12_000, 1_000) == 29_000
    assert line_total(333, 10) == 3
    assert tax_of(11_000, 100, added=False) == 1_000
    assert tax_of(10_000, 100, added=True) == 1_000
    assert shares(100, [1, 1, 1]) == [34, 33, 33]
    assert shares(5, [0, 0]) == [5, 0]
    assert shares(0, []) == []
