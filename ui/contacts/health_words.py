"""What purchases tell of a customer, in the words of the card on their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from app.insight_words import rounded, verdict_words
from app.leaving import level_of
from app.shapes.insight import TRIED
from app.words import say
from ui.common.text import capital

if TYPE_CHECKING:
    from app.shapes.insight import CustomerScore, ScoreRunRow, WalletRow
    from ui.common.kit import Kit

translate = QCoreApplication.translate
STEPS = 5  # a score is from 1 to this; in small shops to less


class Reading(NamedTuple):
    """What is read of a customer: scores, the latest days of purchase, and lengths in words."""

    score: CustomerScore
    run: ScoreRunRow
    visits: tuple[str, ...]
    ago: str
    every: str
    wallet: WalletRow | None = None


class FigureWords(NamedTuple):
    """One figure: its title, the value, and what stands below; `steps` is None without a score."""

    title: str
    value: str
    below: str
    steps: int | None = None
    most: int = STEPS
    base: str = ""  # what an amount is of


def why_parts(score: CustomerScore) -> tuple[str, str]:
    """Return the first sentence of why, as a heading, and the others."""
    first, _dot, others = score.why.partition(". ")
    return first.removesuffix("."), others


def risk_words(alive: float) -> str:
    """Return what the risk is called of who still buys with this chance."""
    level = {
        "low": translate("Health", "low"), "medium": translate("Health", "medium"),
        "high": translate("Health", "high"),
    }[level_of(alive)]  # fmt: skip
    return translate("Health", "Risk of leaving: {level}").format(level=level)


def expected_on(score: CustomerScore) -> str:
    """Return the day a visit was missed by the usual rhythm, or else the next one; '' if unknown.

    The next day that is reckoned is never past: who is late is likely to come soon, if at all.
    """
    if score.due_on and score.due_on < score.as_of:
        return score.due_on
    return score.next_on or score.due_on


def expected_words(score: CustomerScore, kit: Kit) -> str:
    """Return when the next visit was or is expected; '' where that is not known."""
    expected = expected_on(score)
    if not expected:
        return ""
    words = translate("Health", "The next visit is expected around {day}.")
    if expected < kit.formats.today().isoformat():
        words = translate("Health", "The next visit was expected around {day}.")
    return words.format(day=kit.formats.day(expected))


def as_of_words(score: CustomerScore, kit: Kit) -> str:
    """Return which day a score is of."""
    day = kit.formats.whole_day(score.as_of)
    return translate("Health", "As of {day}").format(day=day)


def basis_words(run: ScoreRunRow, kit: Kit) -> str:
    """Return where the scores come from and how well such scores did before, line by line."""
    language = kit.language.code
    tested = (
        verdict_words(kind, run.tested[kind], run.tested_days, language)
        for kind in TRIED
        if kind in run.tested
    )
    told = list(tested) or [say("insight.untested", language)] * (run.basis != "none")
    return "\n".join((say(f"insight.basis.{run.basis}", language), money_basis(run, kit), *told))


def money_basis(run: ScoreRunRow, kit: Kit) -> str:
    """Return whether amounts are of what is left or of what is paid, and why."""
    margin, known = run.params.get("margin"), round(100 * (run.params.get("cost_known") or 0))
    language = kit.language.code
    if margin is None:
        return say("insight.on_revenue", language, known=known)
    return say("insight.on_margin", language, margin=round(100 * margin), known=known)


def wallet_words(wallet: WalletRow, currency: str, kit: Kit) -> tuple[str, str]:
    """Return how much of what a customer needs is bought here, and where that is known from."""
    share = translate("Health", "Buys about {n}% here of what they need in a year").format(
        n=round(100 * wallet.share)
    )
    amount = kit.formats.money(rounded(wallet.need), currency)
    told = {
        "told": translate("Health", "They told: {amount} in all."),
        "observed": translate("Health", "Seen elsewhere too: {amount} in all."),
        "assumed": translate("Health", "Assumed: as much as your best customers buy, {amount}."),
    }[wallet.basis].format(amount=amount)
    if wallet.basis != "assumed" and wallet.room:
        room = kit.formats.money(rounded(wallet.room), currency)
        told += " " + translate("Health", "Room for {amount} more.").format(amount=room)
    return share, told


def figures(read: Reading, kit: Kit) -> tuple[FigureWords, ...]:
    """Return how recently, how often, how much, and what is to come."""
    score, run = read.score, read.run
    most = run.params.get("rfm_steps") or STEPS
    ago = translate("Health", "{span} ago").format(span=read.ago)
    visit = kit.formats.money(rounded(score.spent / max(1, score.purchases), 3), run.currency)
    each = translate("Health", "{amount} a visit").format(amount=visit)
    return (
        FigureWords(
            translate("Health", "How recently"),
            ago if score.silent_days else translate("Health", "Today"),
            _step_words(score.r, most), score.r, most,
        ),
        FigureWords(
            translate("Health", "How often"), capital(read.every), _step_words(score.f, most),
            score.f, most,
        ),
        FigureWords(
            translate("Health", "How much"), each, _step_words(score.m, most), score.m, most
        ),
        FigureWords(
            translate("Health", "Next 12 months"), *_ahead(score, run, kit), base=_base(run)
        ),
    )  # fmt: skip


def _base(run: ScoreRunRow) -> str:
    margin = run.params.get("margin")
    if margin is None:
        return translate("Health", "before cost")
    words = translate("Health", "on your {n}% margin")
    return words.format(n=round(100 * margin))


def range_words(read: Reading, kit: Kit) -> str:
    """Return how sure the amount of the next 12 months is; '' where it is not known."""
    low, high = read.score.value_low, read.score.value_high
    if low is None or high is None:
        return ""
    words = translate("Health", "8 of 10 such customers end between {low} and {high}.")
    money, code = kit.formats.money, read.run.currency
    return words.format(low=money(rounded(low), code), high=money(rounded(high), code))


def visits_words(visits: tuple[str, ...], expected: str, kit: Kit) -> str:
    """Return what the chart of visits tells, to be read aloud."""
    day = kit.formats.day
    words = translate("Health", "Visits: {days}.").format(
        days=kit.formats.listing([day(visit) for visit in visits])
    )
    if not expected:
        return words
    return f"{words} " + translate("Health", "Expected: {day}.").format(day=day(expected))


def _step_words(step: int | None, most: int) -> str:
    if step is None:
        return ""
    return translate("Health", "Score {n} of {most}").format(n=step, most=most)


def _ahead(score: CustomerScore, run: ScoreRunRow, kit: Kit) -> tuple[str, str]:
    """Return what is expected to be bought, and how little or much it can be."""
    if score.value_365 is None:
        return "—", translate("Health", "Cannot be told yet")
    short = kit.formats.short_money
    value = short(rounded(score.value_365), run.currency)
    if score.value_low is None or score.value_high is None:
        return value, ""
    low, high = rounded(score.value_low), rounded(score.value_high)
    words = translate("Health", "{low}–{high}")
    return value, words.format(low=short(low, run.currency), high=short(high, run.currency))
