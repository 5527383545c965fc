"""The card of Home about customers who are leaving, by the money that goes with them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.insight_words import rounded
from app.shapes.insight import LeavingCustomer
from ui.common.kit import Kit
from ui.home.contact_acts import contact_acts
from ui.home.desk import Morning
from ui.home.looks import CardLook, Line, Mark
from ui.home.words import gap_words, length_words

translate = QCoreApplication.translate

COMPANY = "company"


def calls_card(kit: Kit, morning: Morning) -> CardLook:
    """Return who is worth a call, the most at stake first; it has no lines where nobody is."""
    lines = tuple(_customer(kit, morning, one) for one in morning.leaving)
    whole = rounded(sum(one.score.stake or 0 for one in morning.leaving))
    amount = kit.formats.short_money(whole, morning.currency)
    return CardLook(
        "calls", 1, translate("Home", "Worth a call today"),
        translate("Home", "{amount} at stake").format(amount=amount), "phone-call", "danger",
        translate("Home", "Show all"), strong=True, lines=lines,
    )  # fmt: skip


def _customer(kit: Kit, morning: Morning, one: LeavingCustomer) -> Line:
    formats, score = kit.formats, one.score
    stake, code = rounded(score.stake or 0), morning.currency
    length = length_words(score.silent_days, formats)
    why = translate("Home", "Not here for {length}").format(length=length)
    if score.gap and score.purchases > 1:
        why = gap_words(score.gap, score.silent_days, formats)
    year = translate("Home", "About {amount} of the next 12 months is at stake.")
    told = f"{score.why} {year.format(amount=formats.money(stake, code))}"
    return Line(
        f"call-{one.contact_id}", one.name, why,
        Mark(one.contact_id, one.name, one.kind == COMPANY), one.contact_id,
        tuple(contact_acts()), translate("Home", "Call"), told, formats.short_money(stake, code),
    )  # fmt: skip
