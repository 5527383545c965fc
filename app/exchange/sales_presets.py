"""What the columns of a marketplace's or till's export mean for the sales in it."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from app.exchange.headers import normalise, squeeze, uncounted, undecorated
from app.exchange.sales_fields import SALE_FIELDS
from resources import path

_COUNTABLE = re.compile(r"recipient\.phone|buyer\.(?:phone|email)|recipient\.address|sale\.note")


@dataclass(frozen=True)
class SalePreset:
    """How one program writes its sales.

    `columns` maps a squeezed header to a target and a rule. Sales of one `source` are told apart
    by their numbers alone. `tax_added`: where the file does not tell, tax comes on top of prices.
    `names`: a buyer is known by the name alone. `daily`: its header is so common that its numbers
    may be those of any sheet, and begin anew every day.
    """

    name: str
    source: str
    channel: str
    currency: str
    tax_added: bool
    names: bool
    daily: bool
    columns: dict[str, tuple[str, str]]


@dataclass(frozen=True)
class SaleWords:
    """Words of headers and cells where no program's file was recognised."""

    columns: dict[str, tuple[str, str]]  # squeezed header -> target, rule
    statuses: dict[str, str]  # squeezed text -> cancelled, refunded, part, open, partial, paid
    methods: dict[str, str]  # squeezed text -> a way of payment


def tight(text: str) -> str:
    """Return a text as words are compared: normalised, without spaces and punctuation."""
    return squeeze(normalise(text)).replace("_", "")


def _columns(facts: dict[str, list[str]]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for written, headers in facts.items():
        target, _, rule = written.partition(" ")
        for header in headers:
            found.setdefault(squeeze(normalise(header)), (target, rule))
    return found


def _by_text(facts: dict[str, list[str]]) -> dict[str, str]:
    return {tight(text): code for code, texts in facts.items() for text in texts}


@lru_cache(maxsize=1)
def _facts() -> tuple[dict[str, SalePreset], SaleWords]:
    facts = json.loads(path("sales.json").read_text("utf-8"))
    presets = {
        name: SalePreset(
            name,
            preset["source"],
            preset.get("channel", ""),
            preset.get("currency", ""),
            preset.get("tax") == "added",
            preset.get("names", False),
            preset.get("daily", False),
            _columns(preset["columns"]),
        )
        for name, preset in facts["presets"].items()
    }
    columns = _columns(facts["words"])
    for field in SALE_FIELDS.values():
        for header in (field.english, field.korean):
            columns.setdefault(squeeze(normalise(header)), (field.target, ""))
    words = SaleWords(columns, _by_text(facts["statuses"]), _by_text(facts["methods"]))
    return presets, words


def sale_presets() -> dict[str, SalePreset]:
    """Return what is known of each program's sales, by the name of its preset."""
    return _facts()[0]


def sale_words() -> SaleWords:
    """Return the words of headers and cells."""
    return _facts()[1]


def sale_meaning(header: str) -> tuple[str, str, int] | None:
    """Return (target, rule, confidence) of a header by itself; None for an unknown word."""
    columns = sale_words().columns
    normal = normalise(header)
    bare = undecorated(normal)
    for form, confidence in ((normal, 95), (bare, 90)):
        if known := columns.get(squeeze(form)):
            return (*known, confidence)
    known = columns.get(squeeze(uncounted(bare)))
    if known and _COUNTABLE.match(known[0]):
        return (*known, 85)
    return None
