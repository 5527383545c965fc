"""Amounts of a filter are kept in minor units and said as people write them, in every currency."""

import pytest

from app.filter_words import scale_of, sentence
from app.settings import CURRENCY
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.filters import Condition, Filter
from tests.app.shop_sales import sell


def said(core, asked, language="en"):
    wanted = Filter((asked,))
    return sentence(wanted, core.segments.names(wanted), language)


@pytest.mark.parametrize(
    ("currency", "kept", "english", "korean"),
    [
        ("KRW", 150_000, "150,000", "150,000"),
        ("USD", 150_000, "1,500", "1,500"),
        ("USD", 12_345, "123.45", "123.45"),
        ("USD", 12_340, "123.40", "123.40"),
        ("JPY", 12_345, "12,345", "12,345"),
    ],
)
def test_an_amount_is_said_in_the_shops_currency(core, currency, kept, english, korean):
    core.settings.put(CURRENCY, currency)
    own = core.custom_fields.add(FieldForm(kind="money", label_en="Budget"))
    for field in ("sales_total", "sales_average", "sales_year", "owed", "opening_total"):
        asked = Condition(field, "at_least", (kept,))
        assert f" {english} " in f"{said(core, asked)} "
        assert f" {korean} " in said(core, asked, "ko")
    assert f" {english} " in f"{said(core, Condition(f'custom:{own}', 'equals', (kept,)))} "


def test_what_is_no_money_is_said_as_it_is(core):
    core.settings.put(CURRENCY, "USD")
    number = core.custom_fields.add(FieldForm(kind="number", label_en="Size"))
    for asked, shown in (
        (Condition("visits", "at_least", (1500,)), "1,500"),
        (Condition("points", "at_most", (1500,)), "1,500"),
        (Condition("sales_total", "known"), ""),
        (Condition(f"custom:{number}", "equals", (1_500_000,)), "1.5"),
        (Condition("last_sale", "within_days", (30,)), "30"),
    ):
        assert shown in said(core, asked)
        if asked.values:
            scale = scale_of(asked, core.segments.names(Filter((asked,))))
            assert scale == (1_000_000 if shown == "1.5" else 1)


def test_who_spent_a_hundred_dollars_is_found_by_what_is_said(core):
    core.settings.put(CURRENCY, "USD")
    kim, lee = (core.contacts.add(ContactForm(name=name)) for name in ("김민지", "이하은"))
    sell(core, 15_000, contact_id=kim)
    sell(core, 5_000, contact_id=lee)
    asked = Condition("sales_total", "at_least", (10_000,))
    assert core.contacts.filtered(Filter((asked,))) == [kim]
    assert said(core, asked) == "Everybody who has 100 or more as total purchases"
