"""Filters as sentences: 'Everybody who has the tag VIP and …', 'VIP 태그가 있고 … 고객'.

In the Korean catalogue every phrase ends in its dictionary form (있다, 이다, 지났다 …), which is
inflected for what follows it: '-고', '-거나', or the form that stands before a noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.custom_values import MICRO
from app.day_words import day_words
from app.exchange.values.money import exponent
from app.shapes.custom_fields import FieldRow
from app.shapes.filter_fields import custom_id
from app.shapes.filter_names import FilterNames
from app.shapes.filters import Condition, Filter
from app.words import field_words, has_words, kind_words, say

AND, OR, NOUN = "and", "or", "noun"  # what follows a phrase
# The last syllable of a stem before a noun: 있는, 아닌, 지난.
BEFORE_NOUN = {
    "있": "있는", "없": "없는", "않": "않은", "이": "인", "하": "하는", "했": "한", "됐": "된",
    "났": "난", "왔": "온",
}  # fmt: skip
KINDS = {
    "contains": "text", "is": "text", "starts_with": "text", "at_least": "number",
    "at_most": "number", "equals": "number", "any_of": "choice", "all_of": "choice",
    "none_of": "choice", "of": "choice",
}  # fmt: skip
AMOUNTS = ("at_least", "at_most", "equals")
MONEY = (
    "opening_total", "sales_total", "sales_average", "sales_year", "owed", "value_year", "stake",
    "deal_value",
)  # fmt: skip
POINTS = ("phone", "email", "address", "link")
NOUNS = {
    "first_seen": "first_seen_on", "last_visit": "last_visit_on", "owner": "owner_id",
    "first_sale": "first_sale_on", "last_sale": "last_sale_on",
}  # fmt: skip


def sentence(wanted: Filter, names: FilterNames, language: str) -> str:
    """Return whom a filter lets through."""
    if not wanted.parts:
        return say("filter.everybody", language)
    joined = _joined(wanted, names, language, NOUN)
    return say(f"filter.whole.{wanted.mode}", language, parts=joined)


def phrase(asked: Condition, names: FilterNames, language: str) -> str:
    """Return what a condition says, as it ends a sentence: 'has the tag VIP'."""
    return _inflected(_phrase(asked, names, language), language, NOUN)


def field_name(field: str, names: FilterNames, language: str) -> str:
    """Return what a field is called: 'tag', 'last contact', or the shop's own name for it."""
    own = custom_id(field)
    if own is not None:
        return _own_name(names.fields.get(own), language)
    if has_words(f"filter.field.{field}", language):
        return say(f"filter.field.{field}", language)
    family, _, kind = field.partition(":")
    if family == "consent":
        purpose, channel = _purpose_and_channel(kind, language)
        return say("filter.field.consent", language, purpose=purpose, channel=channel)
    if family in ("relation", "date"):
        name, _, back = kind.partition("#")
        return kind_words(family, name, language, forward=not back)
    return field_words(NOUNS.get(field, field), language)


def _own_name(known: FieldRow | None, language: str) -> str:
    if known is None:
        return say("filter.gone", language)
    label = known.label(language)
    return say("filter.retired", language, name=label) if known.retired else label


def _purpose_and_channel(which: str, language: str) -> tuple[str, str]:
    purpose, channel = which.split(":")
    return kind_words("purpose", purpose, language), kind_words("channel", channel, language)


def value_name(asked: Condition, value: str | int, names: FilterNames, language: str) -> str:
    """Return what one value of a condition is called."""
    known = names.of(asked)
    if known is not None:
        return known.get(int(value)) or say("filter.gone", language)
    own = custom_id(asked.field)
    if own is not None and asked.op in ("any_of", "all_of", "none_of"):
        field = names.fields.get(own)
        choices = {choice.id: choice for choice in field.choices} if field else {}
        choice = choices.get(int(value))
        return choice.label(language) if choice else say("filter.gone", language)
    group = asked.field.partition(":")[0].partition("_")[0]
    group = {"gender": "gender", "kind": "kind", "stage": "stage", "role": "role",
             "tier": "tier", "rhythm": "rhythm", "consent": "consent"}.get(group, "")  # fmt: skip
    return kind_words(group, str(value), language) if group else str(value)


def _joined(wanted: Filter, names: FilterNames, language: str, ending: str) -> str:
    """Return the parts of a filter with what stands between them."""
    between = AND if wanted.mode == "all" else OR
    said = []
    for place, part in enumerate(wanted.parts):
        last = place == len(wanted.parts) - 1
        said.append(_part(part, names, language, ending if last else between))
    return _between(said, between, language)


def _between(said: Sequence[str], between: str, language: str) -> str:
    return (" " if language == "ko" else say(f"filter.{between}", language)).join(said)


def _part(part: Condition | Filter, names: FilterNames, language: str, ending: str) -> str:
    if isinstance(part, Condition):
        return _inflected(_phrase(part, names, language), language, ending)
    if not part.parts:
        everybody = say("filter.everybody", language)
        return _inflected(f"{everybody}이다" if language == "ko" else everybody, language, ending)
    if part.mode == "none":
        inner = _joined(part, names, language, NOUN)
        return _inflected(say("filter.group.none", language, parts=inner), language, ending)
    if len(part.parts) == 1:
        return _part(part.parts[0], names, language, ending)
    return say("filter.group", language, parts=_joined(part, names, language, ending))


def _inflected(text: str, language: str, ending: str) -> str:
    if language != "ko" or not text.endswith("다"):
        return text
    stem = text[:-1]
    if ending != NOUN:
        return stem + ("고" if ending == AND else "거나")
    if stem.endswith("아니"):
        return f"{stem[:-1]}닌"
    return stem[:-1] + BEFORE_NOUN.get(stem[-1], f"{stem[-1]}는")


def _phrase(asked: Condition, names: FilterNames, language: str) -> str:
    return say(_key(asked, language), language, **_facts(asked, names, language))


def _key(asked: Condition, language: str) -> str:
    """Return the most particular sentence there is for a condition."""
    field, op = asked.field, asked.op
    if op in ("yes", "no"):
        return f"filter.{op}"
    own = "point" if field in POINTS else field.partition(":")[0]
    for group in (field.replace(":", "."), own, KINDS.get(op, "day"), "any"):
        key = f"filter.{group}.{op}"
        if asked.values == (0,) and has_words(f"{key}#today", language):
            return f"{key}#today"
        if has_words(key, language):
            return key
    raise KeyError(asked)


def _facts(asked: Condition, names: FilterNames, language: str) -> dict[str, object]:
    facts: dict[str, object] = {"field": field_name(asked.field, names, language), "span": ""}
    family, _, kind = asked.field.partition(":")
    if family == "relation":
        facts["relation"] = facts["field"]
    if family == "consent":
        facts["purpose"], facts["channel"] = _purpose_and_channel(kind, language)
    if asked.field in POINTS:
        facts["one"] = say(f"filter.one.{asked.field}", language)
    if not asked.values:
        return facts
    value = asked.values[0]
    match asked.op:
        case "contains" | "is" | "starts_with":
            facts["value"] = say("filter.value", language, text=value)
        case "on_or_after" | "before":
            facts["day"] = day_words(str(value), language)
        case "month":
            facts["month"] = say(f"filter.month.{value}", language)
        case "any_of" | "all_of" | "none_of" | "of":
            facts["names"] = _listed(asked, names, language)
        case _:
            facts["n"] = amount_words(asked, names)
    if family == "count" and len(asked.values) > 1 and asked.values[1]:
        facts["span"] = say("filter.span", language, days=asked.values[1])
    return facts


def amount_words(asked: Condition, names: FilterNames) -> str:
    """Return the number of a condition as people write it."""
    value, scale = int(asked.values[0]), scale_of(asked, names)
    if value % scale == 0:
        return f"{value // scale:,}"
    shown = Decimal(value) / scale
    return f"{shown.normalize():,f}" if scale == MICRO else f"{shown:,.2f}"


def scale_of(asked: Condition, names: FilterNames) -> int:
    """Return how many of what is kept make one of what people write: won, cents, millionths."""
    own = custom_id(asked.field)
    field = names.fields.get(own) if own is not None else None
    kind = field.kind if field is not None else "money" if asked.field in MONEY else ""
    if asked.op not in AMOUNTS or kind not in ("number", "money"):
        return 1
    return MICRO if kind == "number" else 10 ** exponent(names.currency)


def _listed(asked: Condition, names: FilterNames, language: str) -> str:
    said = [value_name(asked, value, names, language) for value in asked.values]
    if len(said) == 1:
        return said[0]
    if asked.op == "all_of":
        last = ", " if language == "ko" else say("filter.and", language)
    else:
        last = say("filter.or", language)
    return last.join([say("filter.comma", language).join(said[:-1]), said[-1]])
