"""Whatever a file of sales says about amounts, what comes of it adds up."""

from hypothesis import given
from hypothesis import strategies as st

from app.exchange.sales_amounts import (
    PIECE,
    line_amounts,
    rounded,
    sale_amounts,
    shared_out,
    tax_inside,
)

money = st.integers(-(10**12), 10**12)
maybe = st.none() | money
small = st.integers(-(10**6), 10**6)


@given(st.none() | st.integers(-(10**7), 10**7), maybe, maybe, maybe, st.booleans())
def test_quantity_times_price_less_discount_is_the_total_of_a_line(q, price, total, less, gross):
    line = line_amounts(q, price, total, less, gross=gross)
    assert rounded(line.quantity * line.unit_price, PIECE) - line.discount == line.total


@given(money, money, money, money, money, st.booleans())
def test_what_a_file_calls_the_total_is_the_total(lines, total, discount, shipping, tax, added):
    sale = sale_amounts(
        lines, total=total, discount=discount, shipping=shipping, tax=tax, tax_added=added
    )
    on_top = tax if sale.tax_added else 0
    assert lines + sale.shipping + sale.other - sale.discount + on_top == total


@given(money, st.lists(st.integers(0, 10**9), max_size=8))
def test_shares_add_up_to_what_is_shared(amount, parts):
    assert sum(shared_out(amount, parts)) == (amount if parts else 0)


def test_a_discount_that_the_lines_have_already_is_not_taken_twice():
    assert sale_amounts(9000, total=9000, discount=1000).discount == 0
    assert sale_amounts(10000, total=9000, discount=1000).discount == 1000


def test_tax_comes_on_top_only_where_the_total_says_so():
    assert not sale_amounts(11000, total=11000, tax=1000, tax_added=True).tax_added
    assert sale_amounts(10000, total=11000, tax=1000).tax_added


def test_delivery_is_part_of_the_total_or_not_by_adding_up():
    assert sale_amounts(10000, total=13000, shipping=3000).shipping == 3000
    assert sale_amounts(13000, total=13000, shipping=3000).shipping == 0


def test_what_is_given_back_is_negative_however_the_file_says_it():
    for q, price, total in ((-1000, 5000, -5000), (1000, 5000, -5000), (1000, -5000, None),
                            (-1000, 5000, 5000), (-1000, -5000, -5000)):  # fmt: skip
        line = line_amounts(q, price, total)
        assert (line.quantity, line.unit_price, line.total) == (-1000, 5000, -5000)


def test_a_lone_total_makes_the_price():
    line = line_amounts(3000, None, 10000)
    assert (line.unit_price, line.discount, line.total) == (3333, -1, 10000)


def test_tax_inside_a_price_is_an_eleventh_at_ten_per_cent():
    assert tax_inside(11000, 100) == 1000
    assert tax_inside(-11000, 100) == -1000
