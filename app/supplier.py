"""Who the shop is on paper: what a quote tells of whoever makes it."""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Callable
from dataclasses import dataclass

from app.settings import (
    BUSINESS_ITEM,
    BUSINESS_TYPE,
    REGISTRATION,
    REPRESENTATIVE,
    SHOP_ADDRESS,
    SHOP_EMAIL,
    SHOP_NAME,
    SHOP_PHONE,
    STAMP,
    Setting,
)

WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
DIGITS = 10  # of a Korean business registration number


@dataclass(frozen=True, slots=True)
class Supplier:
    """The shop as its papers name it."""

    name: str = ""
    registration: str = ""
    representative: str = ""
    address: str = ""
    business_type: str = ""
    business_item: str = ""
    phone: str = ""
    email: str = ""
    stamp: bytes = b""

    def missing(self, language: str) -> tuple[str, ...]:
        """Return what the form in that language asks for and the settings do not tell."""
        needed = ["name", "registration", "representative", "address"]
        if language == "ko":
            needed += ["business_type", "business_item"]
        return tuple(part for part in needed if not getattr(self, part))


def supplier_of(get: Callable[[Setting[str]], str]) -> Supplier:
    """Return the shop as its settings describe it; `get` returns what one is set to."""
    return Supplier(
        name=get(SHOP_NAME),
        registration=registration_shown(get(REGISTRATION)),
        representative=get(REPRESENTATIVE),
        address=get(SHOP_ADDRESS),
        business_type=get(BUSINESS_TYPE),
        business_item=get(BUSINESS_ITEM),
        phone=get(SHOP_PHONE),
        email=get(SHOP_EMAIL),
        stamp=stamp_of(get(STAMP)),
    )


def stamp_text(picture: bytes) -> str:
    """Return a picture as it is kept among the settings."""
    return b64encode(picture).decode()


def stamp_of(text: str) -> bytes:
    """Return the picture that is kept; nothing where it is none."""
    try:
        return b64decode(text, validate=True)
    except (Error, ValueError):
        return b""


def registration_shown(text: str) -> str:
    """Return a Korean registration number as it is written, 123-45-67890; others as they are."""
    digits = text.replace("-", "").replace(" ", "")
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdecimal()):
        return text.strip()
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def is_registration(text: str) -> bool:
    """Tell whether a Korean registration number adds up; its last digit proves the others."""
    digits = [int(sign) for sign in text if sign.isdecimal() and sign.isascii()]
    if len(digits) != DIGITS:
        return False
    total = sum(digit * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    return (total + digits[8] * 5 // 10 + digits[9]) % 10 == 0
