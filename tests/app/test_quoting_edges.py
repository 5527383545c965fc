"""Quotes to the letter: what a form says comes out, and what it must not say is refused."""

from dataclasses import replace

import pytest

from app.amounts import MOST_MONEY
from app.errors import InvalidInputError, Problem
from app.settings import TAX_ADDED, TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealForm, WonForm
from app.shapes.products import ProductForm
from app.shapes.quotes import QuoteForm, QuoteLineForm
from app.shapes.sales import LineForm

LINE = QuoteLineForm("꽃", 10_000)


@pytest.fixture
def shop_deal(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return core.deals.add(DealForm(title="행사 꽃", amount=70_000))


def problem(act):
    with pytest.raises(InvalidInputError) as caught:
        act()
    return caught.value.problems


def test_a_quote_says_every_word_of_its_form(core, shop_deal):
    rose = core.products.add(ProductForm(name="장미", price=7, tax_rate=0))
    line = QuoteLineForm("꽃", 10_000, 1_500, 200, 50, rose, " 5×3 m ", "다발")
    form = QuoteForm(
        lines=(line, QuoteLineForm("", 3_000, product_id=rose)), discount=100, tax_added=True,
        valid_until="2026-06-30", issued_on="2026-05-20", recipient="봄날상사", note="설치 포함",
        terms="선금 반",
    )  # fmt: skip
    quote = core.quotes.add(shop_deal, form)
    told = core.quotes.get(quote)
    assert (told.row.issued_on, told.row.valid_until) == ("2026-05-20", "2026-06-30")
    assert (told.recipient, told.note, told.terms) == ("봄날상사", "설치 포함", "선금 반")
    assert (told.subtotal, told.discount, told.tax_added) == (17_800, 100, True)
    first, second = told.lines
    assert (first.name, first.spec, first.unit, first.product_id) == ("꽃", "5×3 m", "다발", rose)
    assert (first.quantity, first.unit_price, first.discount, first.tax_rate, first.total) == (
        1_500, 10_000, 200, 50, 14_800,
    )  # fmt: skip
    assert (first.supply, first.tax) == (14_800 - 83, 736)
    assert (second.name, second.tax_rate, second.tax, second.spec, second.unit) == (
        "장미", 0, 0, "", "",
    )  # fmt: skip
    assert (told.row.total, told.tax) == (17_800 - 100 + 736, 736)
    core.quotes.send(quote)
    again = core.quotes.get(core.quotes.new_version(quote))
    assert [replace(one, id=0) for one in again.lines] == [replace(one, id=0) for one in told.lines]
    assert (again.recipient, again.note, again.terms) == ("봄날상사", "설치 포함", "선금 반")
    assert (again.row.total, again.tax_added, again.discount) == (told.row.total, True, 100)
    assert again.row.issued_on == "2026-05-12"  # the days are those of a new one


def test_what_a_quote_does_not_say_is_empty(core, shop_deal):
    quote = core.quotes.add(shop_deal, QuoteForm(lines=(LINE,)))
    core.quotes.send(quote)
    told = core.quotes.get(core.quotes.new_version(quote))
    assert (told.recipient, told.note, told.terms) == ("", "", "")
    assert (told.lines[0].spec, told.lines[0].unit, told.lines[0].product_id) == ("", "", None)
    assert (told.tax_added, told.supply + told.tax) == (False, 10_000)
    assert (told.lines[0].supply, told.lines[0].tax) == (9_091, 909)


def test_the_shop_says_whether_tax_is_on_top_unless_the_quote_does(core, shop_deal):
    core.settings.put(TAX_ADDED, True)
    for added, total in ((None, 11_000), (False, 10_000), (True, 11_000)):
        quote = core.quotes.add(shop_deal, QuoteForm(lines=(LINE,), tax_added=added))
        assert core.quotes.get(quote).row.total == total


def test_a_deal_without_lines_is_offered_under_its_title(core, shop_deal):
    kim = core.contacts.add(ContactForm(name="김민지"))
    firm = core.contacts.add(ContactForm(name="봄날상사", kind="company"))
    form = core.quotes.form(shop_deal)
    assert form.lines == (QuoteLineForm("행사 꽃", 70_000),)
    assert (form.tax_added, form.recipient) == (False, "")
    open_one = core.deals.add(DealForm(title="아직", contact_id=kim))
    assert core.quotes.form(open_one).lines[0].unit_price == 0
    assert core.quotes.form(open_one).recipient == "김민지"
    both = core.deals.add(DealForm(title="둘", contact_id=kim, company_id=firm, amount=5))
    assert core.quotes.form(both).recipient == "봄날상사"


def test_a_deal_with_lines_is_offered_by_them(core, shop_deal):
    plain = core.products.add(ProductForm(name="리본", price=500))
    rose = core.products.add(ProductForm(name="장미", price=7, unit="단"))
    lines = (LineForm(500, plain, quantity=2_000, discount=30, tax_rate=0), LineForm(900, rose))
    form = core.quotes.form(core.deals.add(DealForm(title="행사", lines=lines, discount=50)))
    assert form.lines[0] == QuoteLineForm("리본", 500, 2_000, 30, 0, plain)
    assert [one.unit for one in form.lines] == ["", "단"]
    assert (form.discount, form.tax_added) == (50, False)


def test_what_cannot_be_offered_is_refused_by_its_name(core, shop_deal):
    def told(**more):
        return problem(lambda: core.quotes.add(shop_deal, QuoteForm(**({"lines": (LINE,)} | more))))

    assert told(lines=()) == {"lines": Problem.REQUIRED}
    assert told(valid_until="soon") == {"valid_until": Problem.NOT_A_DATE}
    assert told(issued_on="soon") == {"issued_on": Problem.NOT_A_DATE}
    assert told(valid_until="2026-05-11") == {"valid_until": Problem.NOT_A_DATE}
    assert told(discount=10_001) == told(discount=-1) == {"discount": Problem.NOT_MONEY}
    assert told(lines=(replace(LINE, tax_rate=1_001),)) == {"tax_rate": Problem.NOT_A_NUMBER}
    assert told(lines=(replace(LINE, name=""),)) == {"name": Problem.REQUIRED}
    most = QuoteLineForm("x", MOST_MONEY)
    assert told(lines=(most, LINE)) == {"lines": Problem.TOO_MUCH}
    assert core.quotes.add(shop_deal, QuoteForm(lines=(most,), tax_added=False))
    assert told(lines=(most,), tax_added=True) == {"lines": Problem.TOO_MUCH}
    assert core.quotes.add(shop_deal, QuoteForm(lines=(LINE,), discount=10_000))
    assert core.quotes.add(shop_deal, QuoteForm(lines=(LINE,), valid_until="2026-05-12"))


def test_what_a_quote_offers_is_what_its_deal_becomes(core, shop_deal):
    rose = core.products.add(ProductForm(name="장미", price=7))
    lines = (QuoteLineForm("꽃", 900, 2_000, 10, 0, rose, "큰 것"), QuoteLineForm("배송", 400))
    quote = core.quotes.add(shop_deal, QuoteForm(lines=lines))
    reason = core.pipelines.reasons("won")[0].id
    sold = core.quotes.accept(quote, WonForm(reason_id=reason, sale=True)).sale_id
    first, second = core.sale_lists.detail(sold).lines
    assert (first.description, first.quantity, first.discount, first.total) == (
        "꽃 큰 것", 2_000, 10, 1_790,
    )  # fmt: skip
    assert (second.description, second.product_id, second.total) == ("배송", None, 400)
