"""What a field of the shop's own holds, written as text and read back."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.errors import InvalidInputError, Problem
from app.exchange.values.choices import read_choice
from app.exchange.values.dates import DateReader, decide_order
from app.exchange.values.lists import join_list, split_list
from app.exchange.values.money import MoneyReader, MoneyStyle, as_text
from app.exchange.values.numbers import read_number
from app.shapes.custom_fields import CustomContent, FieldRow
from db.keys import clean

YES = {"ko": ("예", "아니요"), "en": ("Yes", "No")}
_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
TYPED = ("text", "number", "money", "date")  # kinds that are typed, not chosen


@dataclass(frozen=True, slots=True)
class Writing:
    """How people here write: the shop's currency, the language in use, this year."""

    currency: str
    language: str
    year: int


def read_typed(field: FieldRow, text: str, writing: Writing) -> CustomContent | None:
    """Return the content somebody typed, None for nothing; raise InvalidInputError."""
    words = clean(unicodedata.normalize("NFKC", text)) if field.kind != "text" else clean(text)
    if not words:
        return None
    return _READERS[field.kind](field, words, writing)


def exact_text(field: FieldRow, content: CustomContent, language: str, currency: str) -> str:
    """Return the content as a file keeps it, so that it reads back exactly."""
    if isinstance(content, bool):
        return YES.get(language, YES["en"])[not content]
    if isinstance(content, tuple):
        return join_list(choice_words(field, each, language) for each in content)
    if isinstance(content, Decimal):
        return plain_number(content)
    if isinstance(content, int) and field.kind in ("money", "choice"):
        money = field.kind == "money"
        return as_text(content, currency) if money else choice_words(field, content, language)
    return content.isoformat() if isinstance(content, datetime.date) else str(content)


def choice_words(field: FieldRow, choice_id: int, language: str) -> str:
    """Return the name of a choice, also of one that is offered no more; '' for none."""
    return next((c.label(language) for c in field.choices if c.id == choice_id), "")


def plain_number(number: Decimal) -> str:
    """Write a number without the zeros at its end and without an exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def both_names(name: str) -> tuple[str, str]:
    """Return a name as the Korean or the English one, by its letters."""
    return (name, "") if _HANGUL.search(name) else ("", name)


def find_choice(field: FieldRow, text: str) -> int | None:
    """Return the choice that is called so in either language; one in use before a retired one."""
    wanted = clean(text).casefold()
    fitting = [
        choice
        for choice in field.choices
        if wanted in (choice.label_ko.casefold(), choice.label_en.casefold())
    ]
    fitting.sort(key=lambda choice: choice.retired)
    return fitting[0].id if fitting else None


def _text(_field: FieldRow, words: str, _writing: Writing) -> CustomContent:
    return words


def _number(_field: FieldRow, words: str, _writing: Writing) -> CustomContent:
    number = read_number(words)
    if number is None:
        raise InvalidInputError({"value": Problem.NOT_A_NUMBER})
    return number


def _money(_field: FieldRow, words: str, writing: Writing) -> CustomContent:
    amount, _reason = MoneyReader(MoneyStyle(), writing.currency).read(words)
    if amount is None:
        raise InvalidInputError({"value": Problem.NOT_MONEY})
    return amount


def _date(_field: FieldRow, words: str, writing: Writing) -> CustomContent:
    order = decide_order([words], writing.language)
    day = DateReader(order, writing.year, partial=False).read(words)
    if day is None or not day.iso or day.lunar:
        raise InvalidInputError({"value": Problem.NOT_A_DATE})
    return datetime.date.fromisoformat(day.iso)


def _yes_no(_field: FieldRow, words: str, _writing: Writing) -> CustomContent:
    answer = read_choice("consent", words)
    if not answer:
        raise InvalidInputError({"value": Problem.NOT_A_CHOICE})
    return answer == "granted"


def _choice(field: FieldRow, words: str, _writing: Writing) -> CustomContent:
    found = find_choice(field, words)
    if found is None:
        raise InvalidInputError({"value": Problem.NOT_A_CHOICE})
    return found


def _choices(field: FieldRow, words: str, writing: Writing) -> CustomContent:
    chosen = [_choice(field, each, writing) for each in split_list(words)]
    return tuple(int(each) for each in chosen if isinstance(each, int))


def _none(_field: FieldRow, _words: str, _writing: Writing) -> CustomContent:
    raise InvalidInputError({"value": Problem.NOT_A_CHOICE})


_READERS: dict[str, Callable[[FieldRow, str, Writing], CustomContent]] = {
    "text": _text,
    "number": _number,
    "money": _money,
    "date": _date,
    "yes_no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "person": _none,
    "file": _none,
}
