"""One postal address out of the columns a file spreads it over."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.exchange.table import Cell
from app.exchange.values.texts import text_of

_HANGUL = re.compile(r"[가-힣]")
_LEADING_POSTCODE = re.compile(r"^[(\[]?(?:우\s*[:)]?\s*)?(\d{5}|\d{3}-\d{3})[)\]]?[\s,]+(?=\D)")
_HOME = {
    "KR": frozenset(
        ("kr", "kor", "korea", "south korea", "republic of korea", "korea, republic of", "한국",
         "대한민국", "korea (south)", "korea, south")
    ),
}  # fmt: skip
PARTS = ("full", "postcode", "region", "city", "street", "detail", "country")


class Address(NamedTuple):
    """An address as one text, and what is known of its parts."""

    shown: str
    postcode: str | None = None
    region: str | None = None
    city: str | None = None
    street: str | None = None
    detail: str | None = None
    country: str | None = None


def read_postcode(cell: Cell, country: str) -> tuple[str, str]:
    """Return (postcode, ''), or with 'postcode_zero_added' where a number lost its first 0."""
    text = text_of(cell)
    if country == "KR" and len(text) == 4 and text.isascii() and text.isdigit():
        return f"0{text}", "postcode_zero_added"
    return text, ""


def join_street(parts: Sequence[str]) -> str:
    """Return the lines of one street; a line another one holds already is left out."""
    joined = ""
    for part in parts:
        if not joined or joined in part:
            joined = part
        elif part not in joined:
            joined = f"{joined} {part}"
    return joined


def build_address(parts: Mapping[str, str], country: str) -> Address | None:
    """Return the address of one row; None if all its parts are blank.

    `parts` has any of PARTS as keys. A whole text wins; the detail is added to it unless it is
    there already. Without one it is put together in the order of its country.
    """
    full = " ".join(parts.get("full", "").split())
    get = parts.get
    street, detail = get("street", ""), get("detail", "")
    postcode = get("postcode", "")
    if full:
        shown = full
        if detail and detail not in full:
            shown, street = f"{full} {detail}", street or full
        found = None if postcode else _LEADING_POSTCODE.match(full)
        postcode = found[1] if found else postcode
    else:
        shown = _in_order(parts, postcode, country)
    if not shown:
        return None
    return Address(
        shown,
        postcode or None,
        get("region") or None,
        get("city") or None,
        street or None,
        detail or None,
        get("country") or None,
    )


def _in_order(parts: Mapping[str, str], postcode: str, country: str) -> str:
    """Put parts together: large to small in Korean, the other way round elsewhere."""
    region, city, street, detail, land = (
        parts.get(part, "") for part in ("region", "city", "street", "detail", "country")
    )
    if land.casefold() in _HOME.get(country, ()):
        land = ""
    if _HANGUL.search(region + city + street):
        shown = " ".join(part for part in (land, region, city, street, detail) if part)
        return shown or postcode
    town = " ".join(part for part in (region, postcode) if part)
    return ", ".join(part for part in (street, detail, city, town, land) if part)
