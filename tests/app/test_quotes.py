"""Quotes: versions that stay as they were sent, numbers, what they come to, what follows."""

from datetime import date, timedelta

import pytest

from app.errors import GoneError, InvalidInputError, Problem
from app.settings import TIME_ZONE
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealForm, WonForm
from app.shapes.products import ProductForm
from app.shapes.quotes import QuoteForm, QuoteLineForm
from app.shapes.sales import LineForm
from tests.dumps import logical_dump


@pytest.fixture
def rose(core):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    return core.products.add(ProductForm(name="장미 꽃다발", price=33_000, unit="다발"))


@pytest.fixture
def deal(core, rose):
    kim = core.contacts.add(ContactForm(name="김민지"))
    return core.deals.add(
        DealForm(
            title="행사 꽃", contact_id=kim, discount=6_000,
            lines=(LineForm(33_000, rose, quantity=3_000), LineForm(20_000, description="배송")),
        )
    )  # fmt: skip


def won(core):
    return WonForm(reason_id=core.pipelines.reasons("won")[0].id, sale=True)


def test_a_quote_is_of_the_deals_lines_and_keeps_its_prices(core, deal, rose):
    quote = core.quotes.add(deal)
    told = core.quotes.get(quote)
    assert (told.row.number, told.row.version, told.row.status) == ("2026-0001", 1, "draft")
    assert (told.row.total, told.supply, told.tax) == (113_000, 102_727, 10_273)
    assert [(one.name, one.unit, one.total) for one in told.lines] == [
        ("장미 꽃다발", "다발", 99_000), ("배송", "", 20_000),
    ]  # fmt: skip
    assert sum(one.supply + one.tax for one in told.lines) == told.row.total
    assert (told.row.valid_until, told.recipient) == ("2026-05-26", "김민지")
    core.products.edit(rose, ProductForm(name="장미", price=50_000))
    assert core.quotes.get(quote).lines == told.lines


def test_the_form_of_a_quote_says_until_when_and_names_each_line(core, clock):
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    deal = core.deals.add(DealForm(title="가을 장식", lines=(LineForm(50_000), LineForm(12_000))))

    form = core.quotes.form(deal)
    core.quotes.add(deal)

    day = date.fromisoformat(core.quotes.of_deal(deal)[0].issued_on)
    assert form.valid_until == (day + timedelta(days=14)).isoformat()
    assert [line.name for line in form.lines] == ["가을 장식", "가을 장식"]


def test_what_was_sent_stays_and_the_next_version_has_its_number(core, deal):
    first = core.quotes.add(deal)
    core.quotes.edit(first, QuoteForm(lines=(QuoteLineForm("꽃", 100_000),), tax_added=True))
    assert core.quotes.get(first).row.total == 110_000
    core.quotes.send(first)
    sent = core.quotes.get(first)
    for verb in (core.quotes.send, lambda i: core.quotes.remove([i])):
        with pytest.raises(InvalidInputError) as told:
            verb(first)
        assert told.value.problems == {"quote": Problem.SENT}
    with pytest.raises(InvalidInputError):
        core.quotes.edit(first, QuoteForm(lines=(QuoteLineForm("꽃", 1),)))
    second = core.quotes.new_version(first)
    core.quotes.edit(second, QuoteForm(lines=(QuoteLineForm("꽃", 90_000),), tax_added=False))
    assert [(one.number, one.version, one.latest, one.total) for one in core.quotes.of_deal(deal)] \
        == [("2026-0001", 2, True, 90_000), ("2026-0001", 1, False, 110_000)]  # fmt: skip
    assert core.quotes.get(first).lines == sent.lines
    assert core.deal_board.detail(deal).row.amount == 113_000  # only an accepted one changes it


def test_no_number_is_given_twice(core, deal, clock):
    first = core.quotes.add(deal)
    core.quotes.remove([first])
    with pytest.raises(GoneError):
        core.quotes.get(first)
    core.quotes.add(deal)
    core.history.undo()
    third = core.quotes.add(deal)
    assert core.quotes.get(third).row.number == "2026-0003"
    clock.move(days=300)
    assert core.quotes.get(core.quotes.add(deal)).row.number == "2027-0001"


def test_an_accepted_quote_wins_its_deal_with_what_it_offers(core, deal):
    quote = core.quotes.new_version(core.quotes.add(deal))
    core.quotes.edit(quote, QuoteForm(lines=(QuoteLineForm("꽃", 90_000, tax_rate=0),)))
    before = logical_dump(core.path)
    told = core.quotes.accept(quote, won(core))
    row = core.deal_board.rows([deal])[deal]
    assert (row.stage_kind, row.amount) == ("won", 90_000)
    assert core.sale_lists.rows([told.sale_id])[told.sale_id].total == 90_000
    assert core.quotes.get(quote).row.status == "accepted"
    with pytest.raises(InvalidInputError):
        core.quotes.accept(quote, won(core))
    core.history.undo()
    assert logical_dump(core.path) == before


def test_a_quote_with_tax_on_top_is_sold_for_what_it_says(core, deal):
    quote = core.quotes.add(deal)
    core.quotes.edit(quote, QuoteForm(lines=(QuoteLineForm("꽃", 100_000),), tax_added=True))
    told = core.quotes.accept(quote, won(core))
    assert core.deal_board.rows([deal])[deal].amount == 110_000
    assert core.sale_lists.rows([told.sale_id])[told.sale_id].total == 110_000


def test_a_quote_expires_after_its_last_day_and_can_be_refused(core, deal, clock):
    quote = core.quotes.add(deal)
    core.quotes.send(quote)
    clock.move(days=14)
    assert core.quotes.get(quote).row.status == "sent"
    clock.move(days=1)
    assert core.quotes.get(quote).row.status == "expired"
    assert [one.id for one in core.quotes.page(statuses=("expired",))] == [quote]
    core.quotes.refuse(quote, "비싸요")
    told = core.quotes.get(quote)
    assert (told.row.status, told.refused_note) == ("refused", "비싸요")
    core.quotes.reopen(quote)
    assert core.quotes.get(quote).row.status == "expired"
    assert core.deal_board.rows([deal])[deal].stage_kind == "open"
    assert "quote" in {event.what for event in core.deal_board.timeline(deal)}


def test_a_quote_offers_something_that_can_be_offered(core, deal):
    for field, form in (
        ("lines", QuoteForm(lines=())),
        ("quantity", QuoteForm(lines=(QuoteLineForm("x", 1, quantity=0),))),
        ("name", QuoteForm(lines=(QuoteLineForm(" ", 1),))),
        ("discount", QuoteForm(lines=(QuoteLineForm("x", 1),), discount=2)),
        ("valid_until", QuoteForm(lines=(QuoteLineForm("x", 1),), valid_until="2026-05-01")),
        ("unit_price", QuoteForm(lines=(QuoteLineForm("x", 10**13),))),
    ):
        with pytest.raises(InvalidInputError) as told:
            core.quotes.add(deal, form)
        assert told.value.problems.keys() == {field}
