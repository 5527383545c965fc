"""What a filter may ask of each field, and with which values.

Fields with a colon are families: 'custom:<id>' is a field of the shop's own, 'relation:<kind>' a
relation read forward ('…#back': from its other end), 'date:<kind>' days to keep in mind,
'consent:<purpose>:<channel>' a declaration, 'count:<what>' how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from db.kinds import (
    CHANNELS,
    CONSENT_STATES,
    DATE_KINDS,
    INTERACTIONS,
    PURPOSES,
    RELATIONS,
    RHYTHMS,
    ROLES,
    STAGES,
    TIERS,
)

MOST_DAYS = 36_500  # a hundred years
MOST_NUMBER = 1 << 63
_CUSTOM = re.compile(r"custom:[1-9]\d{0,18}", re.A)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.A)


class Takes(StrEnum):
    """What a value is."""

    TEXT = auto()  # as it is typed
    WORD = auto()  # a name to choose: a tag, a kind, a source
    ID = auto()
    DAYS = auto()  # whole days before or after today
    MONTH = auto()  # 1 to 12
    DATE = auto()  # ISO text
    NUMBER = auto()  # whole; of the shop's own fields as it is kept: millionths, minor units


@dataclass(frozen=True, slots=True)
class Ask:
    """The values an op compares with: one of each kind, or at least one of a kind."""

    takes: tuple[Takes, ...] = ()
    several: bool = False

    def accepts(self, values: tuple[object, ...]) -> bool:
        """Tell whether it can be asked with these values."""
        if self.several:
            return bool(values) and all(_fits(self.takes[0], value) for value in values)
        if len(values) != len(self.takes):
            return False
        return all(_fits(kind, value) for kind, value in zip(self.takes, values, strict=True))


def _fits(takes: Takes, value: object) -> bool:
    match takes:
        case Takes.DAYS:
            return type(value) is int and 0 <= value <= MOST_DAYS
        case Takes.MONTH:
            return type(value) is int and 1 <= value <= 12
        case Takes.NUMBER | Takes.ID:
            return type(value) is int and abs(value) < MOST_NUMBER
    if type(value) is not str:
        return False
    return _is_date(value) if takes is Takes.DATE else _is_text(value)


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:  # half a letter, which no database keeps
        return False
    return True


_NONE = Ask()
_TEXT, _DAYS, _DAY = Ask((Takes.TEXT,)), Ask((Takes.DAYS,)), Ask((Takes.DATE,))
_NUMBER = Ask((Takes.NUMBER,))
_WORDS, _IDS = Ask((Takes.WORD,), several=True), Ask((Takes.ID,), several=True)
_LETTERS = {"contains": _TEXT, "is": _TEXT, "starts_with": _TEXT, "known": _NONE, "empty": _NONE}
_CHOICE = {"any_of": _WORDS, "none_of": _WORDS, "known": _NONE, "empty": _NONE}
_SET = {"any_of": _WORDS, "all_of": _WORDS, "none_of": _WORDS, "known": _NONE, "empty": _NONE}
_PAST = {"within_days": _DAYS, "before_days": _DAYS, "on_or_after": _DAY, "before": _DAY}
_TOLD_PAST = {**_PAST, "known": _NONE, "never": _NONE}
_YEARLY = {"within_days": _DAYS, "month": Ask((Takes.MONTH,)), "known": _NONE, "unknown": _NONE}
_POINT = {"known": _NONE, "unknown": _NONE, "invalid": _NONE, "contains": _TEXT}
_AMOUNT = {"at_least": _NUMBER, "at_most": _NUMBER, "equals": _NUMBER}
_MEETINGS = {op: Ask((Takes.NUMBER, Takes.DAYS)) for op in _AMOUNT}  # 0 days: ever
_RELATED = {"known": _NONE, "unknown": _NONE, "of": _IDS}
_THERE = {"known": _NONE, "empty": _NONE}
_AHEAD = {"next_days": _DAYS, "overdue": _NONE, "on_or_after": _DAY, "before": _DAY, **_THERE}
CUSTOM_OPS: Mapping[str, Mapping[str, Ask]] = {
    "text": _LETTERS,
    "number": {**_AMOUNT, **_THERE},
    "money": {**_AMOUNT, **_THERE},
    "date": {"next_days": _DAYS, **_PAST, **_THERE},
    "yes_no": {"yes": _NONE, "no": _NONE, **_THERE},
    "choice": {"any_of": _IDS, "none_of": _IDS, **_THERE},
    "choices": {"any_of": _IDS, "all_of": _IDS, "none_of": _IDS, **_THERE},
    "person": {"of": _IDS, **_THERE},
    "file": {"contains": _TEXT, **_THERE},
}
"""What each kind of the shop's own fields may be asked."""
_ANY_CUSTOM = {op: ask for ops in CUSTOM_OPS.values() for op, ask in ops.items()}

OPS: dict[str, Mapping[str, Ask]] = {
    "name": _LETTERS,
    "nickname": _LETTERS,
    "reading": _LETTERS,
    "number": _LETTERS,
    "company": {"any_of": _WORDS, **_LETTERS},
    "department": _LETTERS,
    "job_title": _LETTERS,
    "likes": _LETTERS,
    "dislikes": _LETTERS,
    "note": {"contains": _TEXT},
    "kind": {"any_of": _WORDS, "none_of": _WORDS},
    "tag": _SET,
    "role": _SET,
    "source": _CHOICE,
    "owner": {"any_of": _IDS, "none_of": _IDS, "known": _NONE, "empty": _NONE},
    "gender": _CHOICE,
    "stage": _CHOICE,
    "stage_since": _TOLD_PAST,
    "area": {"any_of": _WORDS},  # a word of an address, or a tag
    "last_contact": _TOLD_PAST,
    "next_contact": _AHEAD,
    "next_task": _AHEAD,
    "touch": {"overdue": _NONE, "too_long": _NONE, **_THERE},  # how long is wanted at most
    "do_not_contact": {"known": _NONE, "empty": _NONE},
    "created": _PAST,
    "first_seen": _TOLD_PAST,
    "last_visit": _TOLD_PAST,
    "birthday": _YEARLY,
    **{f"date:{kind}": _YEARLY for kind in ("any", *DATE_KINDS)},
    "phone": _POINT,
    "email": _POINT,
    "address": _POINT,
    "link": _POINT,
    "consent_sms": {"any_of": _WORDS, "empty": _NONE},
    "consent_email": {"any_of": _WORDS, "empty": _NONE},
    **{f"consent:{p}:{c}": {"any_of": _WORDS, "empty": _NONE} for p in PURPOSES for c in CHANNELS},
    **{f"relation:{kind}": _RELATED for kind in ("any", *RELATIONS)},
    **{
        f"relation:{kind}#back": _RELATED
        for kind in ("works_at", "member_of", "parent", "assistant", "referred")
    },
    "opening_total": {**_AMOUNT, **_THERE},
    "opening_visits": {**_AMOUNT, **_THERE},
    "quality": _AMOUNT,
    "first_sale": _TOLD_PAST,
    "last_sale": _TOLD_PAST,
    **{
        field: {**_AMOUNT, **_THERE}
        for field in (
            "visits", "sales_total", "sales_average", "sales_year", "usual_gap", "owed",
            "passes_left", "points", "open_deals", "deal_value",
        )
    },
    "last_won": _TOLD_PAST,
    "tier": _CHOICE,
    "tier_since": _TOLD_PAST,
    "rhythm": _CHOICE,
    "next_visit": _AHEAD,
    **{field: {**_AMOUNT, **_THERE} for field in ("return_chance", "value_year", "stake")},
    **{f"count:{what}": _MEETINGS for what in ("any", *INTERACTIONS)},
    "count:note": _AMOUNT,
    "count:related": _AMOUNT,
    "list": {"any_of": _IDS, "none_of": _IDS},
}  # fmt: skip
KNOWN_VALUES: Mapping[str, tuple[str, ...]] = {
    "kind": ("person", "company", "household"),
    "gender": ("female", "male", "other"),
    "stage": STAGES,
    "tier": TIERS[:-1],  # who never bought has no scores
    "rhythm": RHYTHMS,
    "role": ROLES,
    "consent_sms": ("granted", "denied"),
    "consent_email": ("granted", "denied"),
    **{field: CONSENT_STATES for field in OPS if field.startswith("consent:")},
}
"""What a field can be, where that is known beforehand."""


def ops_of(field: str) -> Mapping[str, Ask]:
    """Return what a field may be asked; nothing for one that is not known."""
    if _CUSTOM.fullmatch(field):
        return _ANY_CUSTOM
    return OPS.get(field, {})


def custom_id(field: str) -> int | None:
    """Return the id of the shop's own field, None for the others."""
    return int(field.partition(":")[2]) if _CUSTOM.fullmatch(field) else None
