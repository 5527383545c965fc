"""Digits as people type them while they look for a phone number: pure functions."""

import re

from db.keys import phone_key

_SIGNS = "()-./"  # around digits they belong to the writing, not to the number
_NUMBER = re.compile(r"\+?\d[\d()\-./]*", re.ASCII)
_NUMBERS = re.compile(r"[\d()+\-./ ]+", re.ASCII)


def is_one_phone(typed: str) -> bool:
    """Tell whether several groups of digits are one number, and not words of their own."""
    if not _NUMBERS.fullmatch(typed):
        return False
    return typed.startswith(("+", "00")) or sum(c.isdigit() for c in typed) >= 8


def without_signs(part: str) -> str:
    """Return a number without the signs around it: '(02)' -> '02'; other words as they are."""
    number = part.strip(_SIGNS)
    return number if _NUMBER.fullmatch(number) else part


def phone_digits(text: str) -> tuple[str, ...]:
    """Return the digits a word may mean in a phone number, () if it is none.

    More than one where it may be written with a country code. Below three digits only a
    word of nothing else counts.
    """
    if not _NUMBER.fullmatch(text):
        return ()
    typed = "".join(c for c in text if c.isdigit())
    if len(text) < 3:
        return (typed,)
    if typed.startswith("82") and text.startswith("+"):
        forms = [_key_digits(text) or f"0{typed[2:].lstrip('0')}"]
    elif typed.startswith("0082"):
        forms = [typed, f"0{typed[4:].lstrip('0')}"]
    elif typed.startswith(("00", "82")) and not text.startswith("+"):
        forms = [typed, _key_digits(text)]
    else:
        forms = [typed]
    return tuple(dict.fromkeys(form for form in forms if len(form) >= 3))


def telling_part(digits: str) -> str:
    """Return the part worth asking for: nearly every phone has 010, a list of no use."""
    if not digits.startswith("010") or len(digits) == 3:
        return digits
    return digits[2:] if len(digits) > 5 else digits[1:]


def _key_digits(text: str) -> str:
    return phone_key(text).removeprefix("+")
