"""A quote on paper: its words of money, what it lacks, and the workbook that goes on counting."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.amounts import line_total, tax_of
from app.errors import FileError
from app.exchange.quote_xlsx import write_quote
from app.money_words import GROUPS, NUMERALS, PLACES, korean_amount, korean_number
from app.quote_sheet import QuoteSheet, SheetLine, amount_text, quantity_text
from app.settings import REGISTRATION, REPRESENTATIVE, SHOP_NAME, STAMP
from app.supplier import (
    Supplier,
    is_registration,
    registration_shown,
    stamp_of,
    stamp_text,
    supplier_of,
)
from app.words import sentence_of

SHOP = Supplier("봄날 꽃집", "120-81-47521", "이서연", "서울 마포구 망원로 12", "소매업", "꽃")


def line(name, price, quantity=1000, discount=0, share=0, *, rate=100, added=False, spec=""):
    whole = line_total(quantity, price, discount) - share
    tax = tax_of(whole, rate, added=added)
    supply = whole if added else whole - tax
    return SheetLine(name, spec, quantity, "개", price, discount, share, rate, supply, tax)


def sheet(*lines, added=False, currency="KRW", **told):
    facts = {"customer": "한빛 세무회계", "customer_kind": "company", "title": "로비 꽃"}
    facts |= {"number": "2026-0012", "made_on": "2026-05-12", "valid_until": "2026-06-11"}
    facts |= {"note": "", "supplier": SHOP, **told}
    return QuoteSheet(lines=lines, tax_added=added, currency=currency, **facts)


@pytest.mark.parametrize(
    ("won", "words"),
    [
        (0, "일금 영원정"),
        (1, "일금 일원정"),
        (10_000, "일금 일만원정"),
        (110, "일금 일백일십원정"),
        (1_440_000, "일금 일백사십사만원정"),
        (30_700_050, "일금 삼천칠십만오십원정"),
        (100_000_000, "일금 일억원정"),
        (1_000_000_000_000, "일금 일조원정"),
    ],
)
def test_an_amount_is_told_in_korean_words(won, words):
    assert korean_amount(won) == words


def read_korean(words):
    """Read a number back from its words."""
    whole = part = digit = 0
    for sign in words:
        if sign in NUMERALS:
            digit = NUMERALS.index(sign)
        elif sign in PLACES:
            part, digit = part + digit * 10 ** PLACES.index(sign), 0
        else:
            whole, part, digit = whole + (part + digit) * 10_000 ** GROUPS.index(sign), 0, 0
    return whole + part + digit


@settings(max_examples=60)
@given(st.integers(0, 10**15))
def test_the_words_of_any_amount_read_back_as_it(won):
    assert read_korean(korean_number(won)) == won


def test_a_registration_number_is_written_with_hyphens_and_proved_by_its_last_digit():
    assert registration_shown("1208147521") == "120-81-47521"
    assert registration_shown(" GB 123 ") == "GB 123"
    assert is_registration("120-81-47521")
    assert not is_registration("120-81-47522")
    assert not is_registration("120-81")


def test_what_a_quote_lacks_is_named_and_the_stamp_is_not_told_in_history(core):
    get = core.settings.get
    assert "business_type" in supplier_of(get).missing("ko")
    assert "business_type" not in supplier_of(get).missing("en")
    core.settings.put(REGISTRATION, "1208147521")
    core.settings.put(REPRESENTATIVE, "이서연")
    core.settings.put(SHOP_NAME, "봄날 꽃집")
    core.settings.put(STAMP, stamp_text(b"\x89PNG and so on"))
    supplier = supplier_of(get)
    assert supplier.missing("en") == ("address",)
    assert (supplier.registration, supplier.stamp) == ("120-81-47521", b"\x89PNG and so on")
    newest = core.history.entries(limit=1)[0]
    assert newest.facts["value"] is True
    assert sentence_of(newest.op, newest.facts, "en") == "Chose a stamp for quotes"
    assert stamp_of("no picture!") == b""


def cells(path):
    """Return the formulas and the values Excel shows before it counts, by cell."""
    formulas, values = load_workbook(path).active, load_workbook(path, data_only=True).active
    return formulas, values


@pytest.mark.parametrize("added", [False, True])
def test_the_workbook_has_formulas_whose_values_are_those_of_the_quote(tmp_path, added):
    lines = [
        line("장미 꽃다발", 35_000, 12_000, 20_000, added=added),
        line("=HYPERLINK(1)", 9_999, 1_500, share=3_333, added=added, spec="소형"),
        line("면세 도서", 15_000, rate=0, added=added),
    ]
    quote, path = sheet(*lines, added=added, note="배송비 포함"), tmp_path / "q.xlsx"
    write_quote(path, quote, "ko")
    formulas, values = cells(path)
    texts = {cell.value: cell for row in formulas.iter_rows() for cell in row if cell.value}
    head = texts["품목"].row
    assert formulas.cell(head + 2, 2).value == "=HYPERLINK(1)"
    assert formulas.cell(head + 2, 2).data_type == "s"
    for number, told in enumerate(lines, start=1):
        row = head + number
        found = [values.cell(row, column).value for column in (9, 10, 11)]
        assert found == [told.supply, told.tax, told.total]
        assert counted(formulas, row) == [told.supply, told.tax, told.total]
    sums = [values.cell(head + 4, column).value for column in (9, 10, 11)]
    assert sums == [quote.supply, quote.tax, quote.total]
    assert formulas.cell(head + 4, 11).value == f"=SUM(K{head + 1}:K{head + 3})"
    assert texts["120-81-47521"].data_type == "s"
    assert "한빛 세무회계 귀중" in texts


def counted(page, row):
    """Count a row's formulas as Excel does."""
    known = {letter: page[f"{letter}{row}"].value for letter in "DFGH"}

    def value(letter):
        found = known.get(letter, page[f"{letter}{row}"].value)
        if not isinstance(found, str):
            return found
        words = found.removeprefix("=")
        for other in "DFGHIJK":
            if f"{other}{row}" in words:
                words = words.replace(f"{other}{row}", repr(value(other)))
        return eval(words, {"ROUND": excel_round})

    return [value(letter) for letter in "IJK"]


def excel_round(number, places):
    return int(abs(number) + 0.5 + 1e-9) * (1 if number >= 0 else -1) if not places else round(
        number + 1e-12, places
    )  # fmt: skip


def test_cents_stay_cents_and_a_name_that_cannot_be_written_is_told(tmp_path):
    quote = sheet(line("Roses", 1_999, 3_000, rate=0), currency="USD")
    path = tmp_path / "q.xlsx"
    write_quote(path, quote, "en")
    _formulas, values = cells(path)
    assert 59.97 in [cell.value for row in values.iter_rows() for cell in row]
    with pytest.raises(FileError):
        write_quote(tmp_path / "nowhere" / "q.xlsx", quote, "en")


def test_numbers_in_columns_have_separators_and_no_sign():
    assert amount_text(1_234_567, "KRW") == "1,234,567"
    assert amount_text(-1_234_567, "USD") == "−12,345.67"
    assert quantity_text(1_500) == "1.5"
    assert quantity_text(1_200_000) == "1,200"
