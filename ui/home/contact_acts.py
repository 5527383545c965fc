"""What can be done from Home with somebody: call, log, plan, look them up."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from ui.home.looks import Act

translate = QCoreApplication.translate


def contact_acts(*, birthday: bool = False) -> Iterator[Act]:
    """Yield the acts, the first of them that of the button."""
    call = Act("call", translate("Home", "Call"), "phone", "C")
    plan = Act("plan", translate("Home", "New task"), "circle-check", "T")
    if birthday:
        yield Act("log", translate("Home", "Log a greeting"), "gift", "L")
        yield call
    else:
        yield call
        yield Act("log", translate("Home", "Log what happened"), "phone-call", "L")
    yield plan
    yield Act("contact", translate("Home", "Open the contact"), "user-round", "Return")
