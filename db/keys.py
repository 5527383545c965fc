"""What makes two phones, addresses, names or tags the same: pure functions of their text.

All of them are total (any text, never an error) and idempotent. An empty key means
"nothing to compare with": it must match nobody.
"""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from db.ids import meaning_id

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

HOME = "KR"

# Control characters but \t and \n, lone surrogates (SQLite cannot keep them), marks that show
# nothing (zero width space, BOM, text direction: iPhones copy them along with a phone number)
# and the Hangul fillers people use as an empty name.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u115f\u1160\u200b\u202a-\u202e\u2060\u2066-\u2069"
    "\u3164\ufeff\uffa0\ud800-\udfff]"
)
_BREAK = re.compile("\r\n?|[\u2028\u2029]")

_MOBILE = re.compile(r"(01[016-9])[- .]?(\d{3,4})[- .]?(\d{4})")
_KOREAN = re.compile(
    r"0?((?:10|70)(?=\d{8}\Z)|1[16-9]|2|3[1-3]|4[1-4]|5[1-5]|6[0-4]|80|[35]0\d)(\d{3,4})(\d{4})"
)
_NATIONWIDE = re.compile(r"(1[568]\d\d)(\d{4})")  # 1588-1234: dialled without an area code
_ABROAD = re.compile(r"\+|00(?=[1-9])")
_SEPARATORS = str.maketrans("", "", " \t\n-.()/·・‐‑‒–—―−\xa0")
_WRITTEN = re.compile(r"[\d +().\-/·・‐‑‒–—―−\xa0]+")  # a number and nothing besides
_RUN = re.compile(r"\+?[\d(][\d ().\-/·・‐‑‒–—―−\xa0]*\d")
_EXTENSION = re.compile(r"(?:[(,;]\s*)?(?:ext\w*|x|내선(?:번호)?|구내|#)[\s.:]*\d+.*", re.I | re.S)
_EMAIL = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+")
_MASKED = re.compile(r"[*●○•◯]|xx|\dx(?!\s*\d)", re.I)


class _Phone(NamedTuple):
    key: str
    shown: str


_NO_PHONE = _Phone("", "")


def clean(text: str) -> str:
    """`text` as it may be kept: NFC, no control characters but line feed and tab, stripped."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _UNSEEN.sub("", _BREAK.sub("\n", text))
    return unicodedata.normalize("NFC", text).strip()


def phone_key(text: str, country: str = HOME) -> str:
    """Return what equal phone numbers share, however they are written.

    National digits for a number of `country` ('01012345678'), '+<country code><digits>' for
    others, '' when there is no plausible number, or more than one. Words beside the number
    ('엄마 010-…', 'ext. 7') do not count; a masked number ('010-****-5678') has no key.
    """
    if country == HOME and (mobile := _mobile(text)):
        return mobile.key
    return _phone(clean(text), country).key


def phone_display(text: str, country: str = HOME) -> str:
    """`text` hyphenated as its country does; cleaned but otherwise unchanged if it is no number.

    Foreign numbers come in international form ('+1 650-253-0000'). A number with words beside
    it stays as it was written, so that nothing is lost.
    """
    if country == HOME and (mobile := _mobile(text)):
        return mobile.shown
    text = clean(text)
    plain = unicodedata.normalize("NFKC", text)
    shown = _phone(plain, country).shown if _WRITTEN.fullmatch(plain) else ""
    return shown or text


def email_key(text: str) -> str:
    """Return what equal e-mail addresses share: casefolded, without a '+tag'; '' if it is none."""
    text = unicodedata.normalize("NFKC", clean(text)).strip()
    if text.endswith(">"):
        text = text[text.rfind("<") + 1 : -1]
    text = _folded(text).removeprefix("mailto:")
    if not _EMAIL.fullmatch(text):
        return ""
    local, domain = text.split("@")
    return f"{local.split('+', 1)[0] or local}@{domain}"


def name_key(text: str) -> str:
    """Return what equal names share: NFKC, casefolded, letters and digits only, no 님 or 씨."""
    text = _folded(clean(text))
    if not text.isalnum():
        text = "".join(c for c in text if c.isalnum() or unicodedata.category(c)[0] == "M")
        text = unicodedata.normalize("NFKC", text)
    return text.rstrip("님씨") or text


def tag_key(text: str) -> str:
    """Return what equal tags share: NFKC, casefolded, single spaces, no leading '#'."""
    text = " ".join(_folded(clean(text)).split())
    return text.lstrip("# ") or text


def tag_id(name: str) -> int:
    """Return the id of the tag of that name: the same on every PC."""
    return meaning_id("tag", tag_key(name))


def product_key(text: str) -> str:
    """Return what equal products and categories share: NFKC, casefolded, without spaces."""
    return "".join(_folded(clean(text)).split())


def _folded(text: str) -> str:
    """NFKC and casefolded, in the one form that stays as it is when done again."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", text)


def _mobile(text: str) -> _Phone | None:
    """Take the writing that nine in ten Korean numbers have without any detour."""
    found = _MOBILE.fullmatch(text)
    if not found or not text.isascii():
        return None
    network, middle, last = found.groups()
    if network == "010" and len(middle) == 3:
        return None
    return _Phone(network + middle + last, f"{network}-{middle}-{last}")


def _phone(text: str, country: str) -> _Phone:
    """Find the one number in `text`."""
    text = unicodedata.normalize("NFKC", text).removesuffix(".0")  # '.0': a number cell's float
    if not _WRITTEN.fullmatch(text):
        if _MASKED.search(text):
            return _NO_PHONE
        runs = [run for run in _RUN.findall(_EXTENSION.sub("", text)) if _count_digits(run) >= 8]
        if len(runs) != 1:
            return _NO_PHONE
        text = runs[0]
    if not text.isascii() and any(c.isdigit() and not c.isascii() for c in text):
        text = "".join(str(unicodedata.digit(c, c)) for c in text)  # Arabic and other digits
    digits = text.translate(_SEPARATORS)
    if "+" in digits[1:]:
        return _NO_PHONE
    if country != HOME:
        return _foreign(digits, country)
    if digits.startswith(("+", "00")) and not digits.startswith(("+82", "0082")):
        return _foreign(digits, country)
    return _korean(text, digits) or _NO_PHONE


def _count_digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _korean(text: str, digits: str) -> _Phone | None:
    """Read `digits` (of the writing `text`) as a number of Korea; None if it is none."""
    abroad = _ABROAD.match(digits)
    rest = digits[abroad.end() :] if abroad else digits
    if rest.startswith("82"):
        rest = rest[2:]
    elif abroad:
        return None
    if found := _NATIONWIDE.fullmatch(rest):
        return _Phone("".join(found.groups()), "-".join(found.groups()))
    found = _KOREAN.fullmatch(rest)
    if not found:
        return None
    if rest == digits and rest[0] != "0" and not _lost_its_zero(text, rest):
        return None
    area, middle, last = found.groups()
    return _Phone(f"0{area}{middle}{last}", f"0{area}-{middle}-{last}")


def _lost_its_zero(text: str, digits: str) -> bool:
    """Tell whether a spreadsheet took the leading 0.

    With separators only mobiles count: '415-555-1234' is American, '21234567' a local number.
    """
    if text == digits:
        return len(digits) >= 9
    return digits.startswith("10")


@lru_cache(maxsize=8192)
def _foreign(digits: str, country: str) -> _Phone:
    """Ask phonenumbers; in Korea only what is dialled abroad gets here."""
    import phonenumbers as library  # noqa: PLC0415 - ten megabytes most shops never need

    form = library.PhoneNumberFormat

    def parsed(text: str) -> "PhoneNumber | None":
        try:
            return library.parse(text, country)
        except library.NumberParseException:
            return None

    if digits.startswith("00") and country == HOME:
        digits = "+" + digits[2:]
    number = parsed(digits)
    if number is None or not library.is_possible_number(number):
        return _NO_PHONE
    full = library.format_number(number, form.E164)
    if parsed(full) != number:  # such as a trunk zero within an international number
        return _NO_PHONE
    if number.country_code != library.country_code_for_region(country):
        return _Phone(full, library.format_number(number, form.INTERNATIONAL))
    if country == HOME:  # such as '001 82 10 …'
        return _korean(full, full) or _NO_PHONE
    if not library.is_valid_number(number):
        return _NO_PHONE
    shown = library.format_number(number, form.NATIONAL)
    return _Phone("".join(filter(str.isdigit, shown)), shown)
