"""Amounts of money and counts; separators are decided once per column, digits never rounded."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from app.exchange.table import Cell
from app.exchange.values.texts import says_nothing, text_of

_WHOLE = frozenset(("KRW", "JPY", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF"))
_SIGNS = {
    "₩": "KRW", "원": "KRW", "krw": "KRW", "won": "KRW", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "¥": "JPY", "円": "JPY", "jpy": "JPY", "元": "CNY", "cny": "CNY", "rmb": "CNY",
    "us$": "USD", "usd": "USD", "aud": "AUD", "cad": "CAD", "chf": "CHF", "twd": "TWD",
    "nt$": "TWD", "hkd": "HKD", "hk$": "HKD", "sgd": "SGD", "vnd": "VND", "₫": "VND",
}  # fmt: skip
_DOLLARS = frozenset(("USD", "AUD", "CAD", "HKD", "SGD", "TWD", "NZD", "MXN"))
_SIGN = re.compile(r"(?<![a-z])(" + "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)) + r"|\$)(?![a-z])")  # fmt: skip # noqa: E501
_GAPS = re.compile(r"[\s'’_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LARGE = re.compile(r"(?:([\d.,천백십]+)억)?(?:([\d.,천백십]+)만)?([\d.,천백십]*)")
_SMALL = re.compile(r"(?:([\d.,]*)천)?(?:([\d.,]*)백)?(?:([\d.,]*)십)?([\d.,]*)")
_SAYS_HOW_MANY = re.compile(r"[\d만억]")  # 백 and 천 alone are surnames
_COUNT = re.compile(
    r"([+-]?\d{1,3}(?:,\d{3})+|[+-]?\d+)(?:\.0+)?\s*(?:회|번|건|명|차례|visits?|times?|x)?", re.I
)
_LIMIT = 1 << 62


def exponent(currency: str) -> int:
    """Return how many decimals a currency has: 0 for KRW, 2 for USD."""
    return 0 if currency in _WHOLE else 2


def as_text(minor: int, currency: str) -> str:
    """Write minor units as a plain decimal: 123450 US cents as '1234.50'."""
    places = exponent(currency)
    return str(Decimal(minor).scaleb(-places)) if places else str(minor)


def from_text(text: str, currency: str) -> int | None:
    """Take back `as_text`; None for what is written otherwise."""
    try:
        minor = Decimal(text).scaleb(exponent(currency))
        return int(minor) if minor == minor.to_integral_value() else None
    except (InvalidOperation, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class MoneyStyle:
    """How one column writes amounts; `ambiguous` when '1.234' could be either."""

    decimal: str = "."
    ambiguous: bool = False


def decide_style(cells: Iterable[Cell], currency: str) -> MoneyStyle:
    """Return which sign stands before the decimals in a column.

    The last separator followed by one or two digits tells; '1.234' alone does not.
    """
    votes: Counter[str] = Counter()
    unsure = False
    for cell in cells:
        if type(cell) is not str or not (found := _NUMBER.search(_GAPS.sub("", cell))):
            continue
        marks = [mark for mark in found[0] if mark in ".,"]
        if not marks:
            continue
        tail = len(found[0]) - found[0].rfind(marks[-1]) - 1
        other = "," if marks[-1] == "." else "."
        if len(set(marks)) == 2:
            votes[marks[-1]] += 1
        elif len(marks) > 1:
            votes[other] += 1
        elif tail != 3:
            votes[marks[-1]] += 1
        elif marks[-1] == "." and exponent(currency):
            unsure = True
        else:
            votes[other] += 1
    decimal = "," if votes[","] > votes["."] else "."
    if not votes and unsure:  # three decimals are no money: they are thousands
        return MoneyStyle(",", ambiguous=True)
    return MoneyStyle(decimal)


@dataclass(frozen=True, slots=True)
class MoneyReader:
    """Reads the amounts of one column into minor units of the shop's currency."""

    style: MoneyStyle
    currency: str

    def read(self, cell: Cell) -> tuple[int | None, str]:
        """Return (minor units, '') or (None, reason); a blank cell gives (None, '').

        Reasons: not_money, other_currency, money_fraction (more decimals than the currency has).
        """
        if isinstance(cell, bool):
            return None, "not_money"
        if isinstance(cell, int | float):
            return self._minor(Decimal(repr(cell)))
        text = unicodedata.normalize("NFKC", text_of(cell)).strip()
        if says_nothing(text):
            return None, ""
        signs = set(_SIGN.findall(text.casefold()))
        if any(not self._is_home(sign) for sign in signs):
            return None, "other_currency"
        amount = self._amount(_GAPS.sub("", _SIGN.sub("", text.casefold())))
        return (None, "not_money") if amount is None else self._minor(amount)

    def _is_home(self, sign: str) -> bool:
        return self.currency in _DOLLARS if sign == "$" else _SIGNS[sign] == self.currency

    def _amount(self, text: str) -> Decimal | None:
        negative = False
        if text[:1] == "(" and text[-1:] == ")":
            negative, text = True, text[1:-1]
        if text[:1] in ("-", "−", "–", "△", "▲") or text[-1:] == "-":
            negative, text = True, text.strip("-−–△▲")
        total = self._large(text.removeprefix("+"))
        return -total if negative and total is not None else total

    def _large(self, text: str) -> Decimal | None:
        """Read '12만', '3만5천', '2천만', '천만' and plain numbers."""
        found = _LARGE.fullmatch(text)
        if not found or not _SAYS_HOW_MANY.search(text):
            return None
        total = Decimal(0)
        for group, unit in zip(found.groups(), (100_000_000, 10_000, 1), strict=True):
            if group:
                number = self._small(group)
                if number is None:
                    return None
                total += number * unit
        return total

    def _small(self, text: str) -> Decimal | None:
        """Read what stands before 만 or 억, or after them: '2천', '천', '5'."""
        found = _SMALL.fullmatch(text)
        if not found:
            return None
        *groups, last = found.groups()
        total = Decimal(0)
        for group, unit in zip((*groups, last or None), (1_000, 100, 10, 1), strict=True):
            number = Decimal(1) if group == "" else self._number(group or "0")
            if number is None:
                return None
            total += number * unit
        return total

    def _number(self, text: str) -> Decimal | None:
        if not _NUMBER.fullmatch(text):
            return None
        whole, mark, fraction = text.rpartition(self.style.decimal)
        if not mark:
            whole, fraction = text, ""
        groups = re.split(r"[.,]", whole)
        if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
            return None
        if self.style.decimal in whole or (mark and not fraction.isdecimal()):
            return None
        return Decimal(f"{''.join(groups)}.{fraction or 0}")

    def _minor(self, amount: Decimal) -> tuple[int | None, str]:
        try:
            minor = amount.scaleb(exponent(self.currency))
            if not minor.is_finite() or abs(minor) >= _LIMIT:
                return None, "not_money"
        except InvalidOperation:
            return None, "not_money"
        return (int(minor), "") if minor == int(minor) else (None, "money_fraction")


def read_count(cell: Cell) -> tuple[int | None, str]:
    """Return (whole number, '') or (None, 'not_a_number'); a blank cell gives (None, '')."""
    text = unicodedata.normalize("NFKC", text_of(cell)).strip()
    if says_nothing(text):
        return None, ""
    found = _COUNT.fullmatch(text)
    if not found or isinstance(cell, bool):
        return None, "not_a_number"
    number = int(found[1].replace(",", ""))
    return (number, "") if abs(number) < _LIMIT else (None, "not_a_number")
