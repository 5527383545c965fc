"""What was paid in several ways: each way goes into our own file and comes back out of it."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.amounts import MOST_MONEY
from app.bootstrap import open_core
from app.exchange.sales_paid import method_of, paid_words, payments_of
from app.jobs import Ticket
from app.settings import LANGUAGE
from app.shapes.payments import PaidForm
from db.kinds import METHODS
from tests.app.shop_sales import rows, sell
from tests.dumps import logical_dump
from tests.files import outcome, read_csv, write_csv
from tests.sale_files import bring_sales

PAID = "SELECT sale_id, method, amount, paid_on FROM payment ORDER BY sale_id, method, amount"
amounts = st.integers(1, MOST_MONEY) | st.integers(-MOST_MONEY, -1) | st.integers(1, 200_000)
payments = st.lists(st.tuples(st.sampled_from(METHODS), amounts), max_size=5).map(tuple)


@given(payments, st.sampled_from(("KRW", "USD", "JPY")), st.sampled_from(("ko", "en")))
def test_several_payments_come_back_out_of_their_words(paid, currency, language):
    words = paid_words(paid, currency, language)
    assert payments_of(words, currency) == (paid if len(paid) > 1 else ())
    assert method_of(words) == (paid[0][0] if paid else "")


@given(st.text(alphabet="카드현금 +-,.0123456789e", max_size=40), st.sampled_from(("KRW", "USD")))
def test_whatever_stands_in_the_cell_is_read_or_let_be(text, currency):
    for method, amount in payments_of(text, currency):
        assert method in METHODS
        assert 0 < abs(amount) <= MOST_MONEY


def test_the_words_are_those_people_read():
    paid = (("card", 50_000), ("cash", 20_000), ("card", -1_500))
    assert paid_words(paid, "KRW", "ko") == "카드 50,000 + 현금 20,000 + 카드 -1,500"
    assert (
        paid_words((("card", 5), ("cash", -120_050)), "USD", "en") == "Card 0.05 + Cash -1,200.50"
    )
    assert paid_words(paid[:1], "KRW", "ko") == "카드"
    assert payments_of("카드, 현금", "KRW") == ()
    assert method_of("카드, 현금") == "card"


@pytest.fixture
def book(core):
    """Sales paid in no way, in one, in several, in parts of one, and given back in part."""
    sell(core, 9_000, paid=False)
    sell(core, 10_000, payments=(PaidForm(None, "transfer"),))
    sell(core, 70_000, payments=(PaidForm(50_000, "card"), PaidForm(20_000, "cash")))
    sell(core, 30_000, payments=(PaidForm(10_000, "card"), PaidForm(15_000, "card")))
    split = sell(core, 8_000, 2_000, payments=(PaidForm(6_000, "cash"), PaidForm(4_000, "card")))
    core.sales.refund(split, {core.sale_lists.detail(split).lines[1].id: 1000})
    core.sales.refund(sell(core, 5_000, payments=(PaidForm(None, "card"),)), None)
    return split


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_payment_comes_into_an_empty_shop_and_is_then_the_same(
    core, book, clock, shop, tmp_path, suffix, language
):
    core.settings.put(LANGUAGE, language)
    path = tmp_path / f"out.{suffix}"
    count = core.exports.sales(path, ticket=Ticket())
    before = logical_dump(shop)
    assert outcome(bring_sales(core, path)) == {"same": count}
    assert logical_dump(shop) == before
    other = tmp_path / "other" / "shop.dangol"
    other.parent.mkdir()
    with closing(open_core(other, now=clock)) as empty:
        assert outcome(bring_sales(empty, path)) == {"added": count}
        assert rows(other, PAID) == rows(shop, PAID)
        assert empty.care.check() == []
        assert outcome(bring_sales(empty, path)) == {"same": count}
        assert rows(other, PAID) == rows(shop, PAID)


def test_payments_that_do_not_add_up_are_taken_as_what_was_paid_in_all(
    core, book, clock, shop, tmp_path
):
    path = tmp_path / "out.csv"
    core.exports.sales(path, ticket=Ticket())
    header, *body = read_csv(path, "utf-8-sig")
    by = header.index("결제 수단")
    for row in body:
        row[by] = row[by].replace("카드 50,000", "카드 40,000")
    edited = write_csv(tmp_path / "edited.csv", [header, *body], encoding="utf-8-sig")
    with closing(open_core(tmp_path / "other.dangol", now=clock)) as empty:
        bring_sales(empty, edited)
        assert empty.care.check() == []
    paid = rows(tmp_path / "other.dangol", "SELECT method, amount FROM payment")
    assert ("card", 70_000) in paid
    assert ("cash", 20_000) not in paid


@settings(max_examples=8, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(METHODS[:3]), min_size=1, max_size=4), min_size=1, max_size=5)
)
def test_any_mix_of_payments_goes_through_a_file_unharmed(ways):
    from datetime import UTC, datetime
    from pathlib import Path
    from tempfile import TemporaryDirectory

    def now():
        return datetime(2026, 5, 12, 1, tzinfo=UTC)

    with TemporaryDirectory() as folder:
        here, there = Path(folder) / "a.dangol", Path(folder) / "b.dangol"
        path = Path(folder) / "out.csv"
        with closing(open_core(here, now=now)) as one, closing(open_core(there, now=now)) as two:
            for methods in ways:
                paid = tuple(PaidForm(1_000 * n, m) for n, m in enumerate(methods, start=1))
                sell(one, 50_000, payments=paid)
            one.exports.sales(path, ticket=Ticket())
            assert outcome(bring_sales(two, path)) == {"added": len(ways)}
            assert outcome(bring_sales(one, path)) == {"same": len(ways)}
            assert rows(there, PAID) == rows(here, PAID)
            assert two.care.check() == []
