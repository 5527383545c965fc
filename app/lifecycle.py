"""Where somebody stands with the shop, told from what happened; the rules of it, and nothing else.

A visit is a day on which somebody came or bought something, in whatever currency, that was not
cancelled or given back wholly. The rules, the first that fits from below wins:

- lost: neither came nor spoke for `lost` × the usual gap, and for `lost_days`;
- dormant: the same for `dormant` × the usual gap, and for `dormant_days`;
- slipping: came twice or more, and is later than `slipping` × the usual gap and `grace` days;
- returned: came back after a pause as long as that of somebody dormant, and is on the first
  `returned_visits` visits since;
- regular: `regular_visits` visits or more; repeat: two or more; first_purchase: one;
- interested: never came or bought, but spoke with the shop;
- lead: never came, bought or spoke, and has the role of a lead.

The usual gap is the median of the last `gaps_looked_at` gaps between visits, long pauses left
out; with fewer than two gaps it is `usual_gap`. Of visits counted before Dangol only the average
is known, if the day of the first is; it stands in until two gaps since then tell more.

Of whom nothing is known nothing is told: who has no visit, no talk and no role of a lead stands
nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median_low

Why = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Rules:
    """The thresholds; days where nothing else is said."""

    usual_gap: int = 60
    gaps_looked_at: int = 12
    grace: int = 7
    slipping: float = 1.5  # usual gaps
    dormant: float = 3.0  # usual gaps
    dormant_days: int = 90
    lost: float = 8.0  # usual gaps
    lost_days: int = 365
    regular_visits: int = 5
    returned_visits: int = 2


RULES = Rules()


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a contact; days are proleptic ordinals, as `date.toordinal` gives them.

    `visits` are different days in order. `visits_before` were counted before Dangol, without
    days of their own but the first and the last, which are among `visits` where they are known.
    `counted_from` is that first one; from `whole_from` on every visit has a day of its own.
    """

    visits: tuple[int, ...] = ()
    visits_before: int = 0
    counted_from: int | None = None
    whole_from: int = 0
    first_talk: int | None = None  # two-way contact of any kind
    last_talk: int | None = None
    is_lead: bool = False
    added_on: int = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """A stage, since which day, and why: the rule by name with the facts its sentence needs."""

    stage: str
    since: int
    why: Why


def standing(known: Known, today: int, rules: Rules = RULES) -> Standing | None:
    """Return where somebody stands on a day; None where nothing tells it."""
    visits = tuple(day for day in known.visits if day <= today)
    count = max(len(visits), known.visits_before)
    talked = known.last_talk if known.last_talk and known.last_talk <= today else None
    if count == 0:
        return _without_visits(known, talked, today, rules)
    gap, back = _rhythm(known, visits, count, rules)
    last = max((day for day in (visits[-1] if visits else None, talked) if day), default=None)
    facts: Why = {"visits": count, "gap": gap}
    if last is not None:
        facts["last"] = _iso(last)
        away = _away(today - last, last, gap, count, rules)
        if away is not None:
            return Standing(away[0], away[1], {"rule": away[0], **facts})
    if back is not None:
        pause = back - visits[visits.index(back) - 1]
        return Standing("returned", back, {"rule": "returned", "back": _iso(back), "pause": pause})
    return _coming(visits, count, known.added_on, facts, rules)


def _without_visits(known: Known, talked: int | None, today: int, rules: Rules) -> Standing | None:
    if talked is None:
        return Standing("lead", known.added_on, {"rule": "lead"}) if known.is_lead else None
    away = _away(today - talked, talked, rules.usual_gap, 0, rules)
    if away is not None:
        return Standing(*away, {"rule": f"{away[0]}_without_visit", "last": _iso(talked)})
    first = min(known.first_talk or talked, talked)
    return Standing("interested", first, {"rule": "interested", "since": _iso(first)})


def _away(days: int, last: int, gap: int, count: int, rules: Rules) -> tuple[str, int] | None:
    """Return the stage of somebody who stays away, and since when; None of who does not."""
    lost = max(int(rules.lost * gap), rules.lost_days)
    dormant = max(int(rules.dormant * gap), rules.dormant_days)
    slipping = max(int(rules.slipping * gap), gap + rules.grace)
    if days > lost:
        return "lost", last + lost + 1
    if days > dormant:
        return "dormant", last + dormant + 1
    if days > slipping and count >= 2:
        return "slipping", last + slipping + 1
    return None


def _rhythm(
    known: Known, visits: tuple[int, ...], count: int, rules: Rules
) -> tuple[int, int | None]:
    """Return the usual gap, and the visit that ended a long pause if it was one of the last."""
    if len(visits) < count:
        first, visits = known.counted_from, tuple(d for d in visits if d >= known.whole_from)
        if first is not None and len(visits) < 3 and visits and first < visits[-1]:
            return max(1, (visits[-1] - first) // (count - 1)), None
    usual: list[int] = []
    back = None
    for before, day in pairwise(visits):
        gap = _usual(usual, rules)
        if day - before > max(int(rules.dormant * gap), rules.dormant_days):
            back = day
        else:
            usual.append(day - before)
    since = len(visits) - visits.index(back) if back is not None else 0
    return _usual(usual, rules), back if 0 < since <= rules.returned_visits else None


def _usual(gaps: list[int], rules: Rules) -> int:
    return median_low(gaps[-rules.gaps_looked_at :]) if len(gaps) >= 2 else rules.usual_gap


def _coming(
    visits: tuple[int, ...], count: int, added_on: int, facts: Why, rules: Rules
) -> Standing:
    """Return the stage of somebody who comes, by the number of visits."""
    stages = {rules.regular_visits: "regular", 2: "repeat", 1: "first_purchase"}
    number = next(number for number in stages if count >= number)
    since = visits[min(number, len(visits)) - 1] if visits else added_on
    rule = stages[number]
    return Standing(rule, since, {"rule": rule if "last" in facts else "counted", **facts})


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
