"""Points for what is known of an enquiry or a deal, by the shop's own rules."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from app.shapes.scores import RuleRow, Score, ScoreReason
from app.shop_clock import shop_now

if TYPE_CHECKING:
    from db.uow import UnitOfWork

HIGHEST = 100
# What the shop begins with; words are looked for in either language.
DEFAULTS = (
    RuleRow(None, "words", "가격, 얼마, 견적, 비용, price, how much, quote, cost", 10),
    RuleRow(None, "words", "급해, 급합, 오늘, 내일, urgent, today, tomorrow", 10),
    RuleRow(None, "phone", "", 5),
    RuleRow(None, "email", "", 3),
    RuleRow(None, "product", "", 10),
    RuleRow(None, "customer", "", 20),
    RuleRow(None, "referred", "", 20),
    RuleRow(None, "channel", "walk_in", 15),
    RuleRow(None, "channel", "phone", 10),
    RuleRow(None, "channel", "referral", 5),
    RuleRow(None, "channel", "web", 5),
    RuleRow(None, "soon", "14", 15),
    RuleRow(None, "silent", "14", -10),
)


class Facts(NamedTuple):
    """What rules look at, of an enquiry or a deal."""

    id: int
    channel: str
    source: str
    text: str
    has_phone: int
    has_email: int
    has_product: int
    is_customer: int
    is_referred: int
    value: int
    closes_on: str
    touched_on: str


def rules_of(unit: UnitOfWork) -> list[RuleRow]:
    """Return the rules that hold: the shop's own, or those it begins with."""
    found = unit.lead_scores.rules()
    return list(DEFAULTS) if found is None else [RuleRow(*row) for row in found]


def scores_of_enquiries(unit: UnitOfWork, ids: Collection[int], now: datetime) -> dict[int, Score]:
    """Return what the rules say of these enquiries."""
    return _scores(unit, unit.lead_scores.of_enquiries(ids), now)


def scores_of_deals(unit: UnitOfWork, ids: Collection[int], now: datetime) -> dict[int, Score]:
    """Return what the rules say of these deals."""
    return _scores(unit, unit.lead_scores.of_deals(ids), now)


def score(facts: Facts, rules: Sequence[RuleRow], today: date) -> Score:
    """Return the points of what is known, with the rules that gave or took some."""
    reasons = tuple(
        ScoreReason(rule.points, rule.kind, rule.operand, rule.label)
        for rule in rules
        if rule.points and _holds(rule, facts, today)
    )
    return Score(min(max(sum(reason.points for reason in reasons), 0), HIGHEST), reasons)


def _scores(
    unit: UnitOfWork, rows: Sequence[tuple[object, ...]], now: datetime
) -> dict[int, Score]:
    if not rows:
        return {}
    rules = rules_of(unit)
    today = shop_now(now, unit.settings.all()).date()
    known = [Facts._make(row) for row in rows]
    return {facts.id: score(facts, rules, today) for facts in known}


def _holds(rule: RuleRow, facts: Facts, today: date) -> bool:
    if rule.kind == "words":
        text = facts.text.casefold()
        words = (word.strip().casefold() for word in rule.operand.split(","))
        return any(word in text for word in words if word)
    closes, touched = _days(facts.closes_on, today), _days(facts.touched_on, today)
    asked = _number(rule.operand)
    known = {
        "channel": facts.channel == rule.operand,
        "source": facts.source.casefold() == rule.operand.strip().casefold(),
        "value": facts.value >= asked,
        "soon": closes is not None and 0 <= closes <= asked,
        "silent": touched is not None and -touched >= asked,
        "phone": facts.has_phone,
        "email": facts.has_email,
        "product": facts.has_product,
        "customer": facts.is_customer,
        "referred": facts.is_referred,
    }
    return bool(known.get(rule.kind))


def _number(operand: str) -> int:
    return int(operand) if operand.isascii() and operand.isdigit() else 0


def _days(day: str, today: date) -> int | None:
    return (date.fromisoformat(day[:10]) - today).days if day else None
