"""How promising enquiries and deals are: by the shop's rules, and by what its deals taught."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from app.clock import Clock, stamp
from app.errors import Problem
from app.inputs import require
from app.ops import Op
from app.scoring.rules import DEFAULTS, rules_of, scores_of_deals, scores_of_enquiries
from app.shapes.scores import RULE_KINDS, Chance, Model, RuleForm, RuleRow, Score
from app.shop_clock import shop_now
from app.store import Store
from app.words import kind_words
from db.keys import clean
from db.kinds import ENQUIRY_CHANNELS

if TYPE_CHECKING:
    from app.scoring.learning import Known, Learned

MOST = 20_000  # deals that are learned from, the last ones
FARTHEST = 100  # points of one rule
WITH_OPERAND = frozenset({"channel", "source", "words", "value", "soon", "silent"})
WITH_NUMBER = frozenset({"value", "soon", "silent"})


class LeadScoreService:
    """Scores never change anything: they are told, with their reasons."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now
        self._learned: tuple[object, Learned] | None = None

    def rules(self) -> list[RuleRow]:
        """Return the rules in their order; those Dangol came with until somebody changes them."""
        with self._store.read() as unit:
            return rules_of(unit)

    def default_rules(self) -> list[RuleRow]:
        """Return the rules Dangol came with."""
        return list(DEFAULTS)

    def put_rules(self, forms: Sequence[RuleForm]) -> None:
        """Keep these rules, in this order, and no others."""
        rules = [(form.id, _columns(form)) for form in forms]
        with self._store.action(Op.EDIT_SCORE_RULES) as unit:
            unit.lead_scores.put_rules(rules)

    def enquiries(self, ids: Collection[int]) -> dict[int, Score]:
        """Return what the rules say of enquiries, with the reasons."""
        with self._store.read() as unit:
            return scores_of_enquiries(unit, ids, self._now())

    def deals(self, ids: Collection[int]) -> dict[int, Score]:
        """Return what the rules say of deals, with the reasons."""
        with self._store.read() as unit:
            return scores_of_deals(unit, ids, self._now())

    def model(self) -> Model:
        """Return what closed deals teach, and how well. May take a second: for worker threads."""
        return self._learn().model

    def chances(self, deal_ids: Collection[int]) -> dict[int, Chance]:
        """Return the chances of deals by the model; the share that was won where there is none.

        What is known now counts as it was known when the deal was made. Nothing is returned
        where no deal was ever closed. For worker threads.
        """
        learned = self._learn()
        with self._store.read() as unit:
            rows = unit.lead_scores.begun(deal_ids)
        found = {row[0]: learned.chance(_known(row)) for row in rows}
        return {deal_id: chance for deal_id, chance in found.items() if chance is not None}

    def enquiry_chances(self, ids: Collection[int]) -> dict[int, Chance]:
        """Return the chances of the deals that would be made of enquiries now, by the model.

        Nothing is returned while the model shows no pattern. For worker threads.
        """
        learned = self._learn()
        if not learned.model.shown:
            return {}
        with self._store.read() as unit:
            values = unit.settings.all()
            now, usual = self._now(), unit.pipelines.default()
            today = shop_now(now, values).date().isoformat()
            rows = unit.lead_scores.asked(ids, stamp(now), today, usual.id if usual else None)
        found = {row[0]: learned.chance(_known(row)) for row in rows}
        return {enquiry_id: chance for enquiry_id, chance in found.items() if chance is not None}

    def _learn(self) -> Learned:
        from app.scoring.learning import learn  # noqa: PLC0415 - brings numpy along

        with self._store.read() as unit:
            state = unit.lead_scores.closed_state()
            kept = self._learned
            if kept is not None and kept[0] == state:
                return kept[1]
            rows = unit.lead_scores.closed(limit=MOST)
        learned = learn([(_known(row), bool(row[1])) for row in rows])
        self._learned = state, learned
        return learned


def _columns(form: RuleForm) -> dict[str, Any]:
    require(form.kind in RULE_KINDS, "kind", Problem.NOT_A_CHOICE)
    require(-FARTHEST <= form.points <= FARTHEST, "points", Problem.NOT_A_NUMBER)
    operand = clean(form.operand) if form.kind in WITH_OPERAND else ""
    require(operand or form.kind not in WITH_OPERAND, "operand")
    if form.kind in WITH_NUMBER:
        require(operand.isascii() and operand.isdigit(), "operand", Problem.NOT_A_NUMBER)
    if form.kind == "channel":
        require(operand in ENQUIRY_CHANNELS, "operand", Problem.NOT_A_CHOICE)
    return {
        "kind": form.kind, "operand": operand, "points": form.points,
        "label": clean(form.label) or None,
    }  # fmt: skip


def _known(row: tuple[Any, ...]) -> Known:
    """Return what was known of a deal when it was made, as the model takes it."""
    _id, _won, created_at, channel, source, pipeline, amount, kind, *told = row
    known_before, bought, phone, email = told
    # A deal made of an enquiry has the channel's word for its source: it is told once.
    named = _channel_of(source)
    if named and channel in ("", named):
        source, channel = "", named
    return {
        "source": source,
        "channel": channel,
        "pipeline": "" if pipeline is None else str(pipeline),
        "amount": _band(int(amount)),
        "company": _yes(kind == "company"),
        "known": _yes(known_before),
        "bought": _yes(bought),
        "phone": _yes(phone),
        "email": _yes(email),
        "month": str(int(created_at[5:7])),
    }


@cache
def _channel_of(source: str) -> str:
    """Return the channel that a source is another word for, '' if it is none."""
    return next(
        (
            channel
            for channel in ENQUIRY_CHANNELS
            for language in ("ko", "en")
            if source.casefold() == kind_words("enquiry_channel", channel, language).casefold()
        ),
        "",
    )


def _yes(told: object) -> str:
    return "yes" if told else "no"


def _band(amount: int) -> str:
    """Return the band of an amount, as its lower end: 1, 3, 10, 30 … of the smallest unit."""
    if amount <= 0:
        return "0"
    tens: int = 10 ** (len(str(amount)) - 1)
    return str(3 * tens if amount >= 3 * tens else tens)
