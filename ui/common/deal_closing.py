"""What is asked when a deal ends or is put off: the same on the board and on its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.errors import Problem
from app.shapes.pipelines import ReasonRow
from app.words import kind_words
from ui.common.ahead_words import long_day
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.text import capital
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.month_grid import MonthGrid

MONTH_WIDTH = 404  # px: seven days of the month's width
NOTE = 72  # px of the field for a note
WEEK = timedelta(days=7)
PAID_BY = ("cash", "card", "transfer", "other")  # what a sale is paid by at once


@dataclass(frozen=True, slots=True)
class Ending:
    """A reason to choose from; `asks` for a note besides."""

    id: int
    name: str
    asks: bool = False


class ReasonField(QComboBox):
    """The reasons there are; the one that was chosen, or none."""

    def __init__(self, reasons: Sequence[Ending], none: str, parent: QWidget | None = None) -> None:
        """`none` are the words where none need be chosen, '' where one must be."""
        super().__init__(parent)
        self._reasons = {reason.id: reason for reason in reasons}
        self.addItem(none, None)
        for reason in reasons:
            self.addItem(reason.name, reason.id)

    @property
    def reason(self) -> Ending | None:
        """The chosen one."""
        return self._reasons.get(self.currentData())


class WonDialog(FormDialog):
    """Asks what it came to; a sale of that amount is made unless nobody wants one."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        amount: int | None,
        currency: str,
        win: Callable[..., object],
        reasons: Sequence[Ending] = (),
        *,
        sale: bool = True,
        fixed: bool = False,
        methods: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`win` is given amount, whether a sale is made, the reason, and `note` by its name.

        `sale`: whether one can be made; `fixed`: the amount is that of the deal's lines. With
        `methods`, {key: words}, it asks how the sale was paid: `win` is given that, too, '' for
        not yet.
        """
        super().__init__(kit, parent)
        self._win = win
        self.set_words(self.tr("Won: {title}").format(title=title), self.tr("Won"))
        self.amount = MoneyField(currency)
        self.amount.show_amount(amount)
        self.amount.setReadOnly(fixed)
        self.reason = ReasonField(reasons, self.tr("Choose a reason"))
        self.add(self.tr("Amount"), self.amount)
        if reasons:
            self.add(self.tr("Why"), self.reason)
            self.reason.currentIndexChanged.connect(self._show_note)
        self.note = QLineEdit()
        self.note_label = self.add(self.tr("Note"), self.note)
        self._show_note()
        self.sale = CheckBox(kit.theme, self.tr("Record it as a sale"))
        self.sale.setChecked(sale)
        self.body.addWidget(self.sale)
        self.sale.setVisible(sale)  # not before: without a parent it would be a window
        self.paid = QComboBox()
        self.paid.addItem(self.tr("Not paid yet"), "")
        for method, words in (methods or {}).items():
            self.paid.addItem(words, method)
        self._asks_paid = bool(methods)
        if sale and methods:
            self.add(self.tr("Paid"), self.paid)
            self.sale.toggled.connect(self.paid.setEnabled)
        self.amount.selectAll()
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], object] | None:
        amount, reason = self.amount.amount(), self.reason.reason
        if not self.amount.is_good() or (amount or 0) < 0:
            self.refuse(self.kit.messages.say(f"form.{Problem.NOT_MONEY}"), self.amount)
            return None
        if reason is None and self.reason.count() > 1:
            self.refuse(self.tr("Choose a reason: it shows later why deals are won"), self.reason)
            return None
        note = self.note.text().strip() if reason is not None and reason.asks else ""
        if reason is not None and reason.asks and not note:
            self.refuse(self.tr("Say in the note what it was"), self.note)
            return None
        wants, chosen = self.sale.isChecked() and bool(amount), reason.id if reason else None
        paid = self.paid.currentData() if wants else ""
        if self._asks_paid:
            return lambda: self._win(amount, wants, chosen, paid, note=note)
        return lambda: self._win(amount, wants, chosen, note=note)

    def _show_note(self) -> None:
        """Ask for a note where the reason says nothing by itself."""
        asks = self.reason.reason is not None and self.reason.reason.asks
        self.note.setVisible(asks)
        self.note_label.setVisible(asks)
        self.adjustSize()


class LostDialog(FormDialog):
    """Asks why, which must be told, and a note where the reason says nothing by itself."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        reasons: Sequence[Ending],
        lose: Callable[[int, str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`lose` is given the reason and the note."""
        super().__init__(kit, parent)
        self._lose = lose
        self.set_words(self.tr("Lost: {title}").format(title=title), self.tr("Lost"))
        self.reason = ReasonField(reasons, self.tr("Choose a reason"))
        self.note = QPlainTextEdit()
        self.note.setFixedHeight(round(NOTE * kit.theme.text_scale))
        self.note.setTabChangesFocus(True)
        self.add(self.tr("Why"), self.reason)
        self.add(self.tr("Note"), self.note)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], object] | None:
        reason, note = self.reason.reason, self.note.toPlainText().strip()
        if reason is None:
            self.refuse(self.tr("Choose a reason: it shows later why deals are lost"), self.reason)
            return None
        if reason.asks and not note:
            self.refuse(self.tr("Say in the note what it was"), self.note)
            return None
        chosen = reason.id
        return lambda: self._lose(chosen, note)


class LaterDialog(FormDialog):
    """Asks until when a deal is hidden; the arrows choose a day, Enter takes it."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        today: date,
        put: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`put` is given the day as YYYY-MM-DD."""
        super().__init__(kit, parent, width=MONTH_WIDTH)
        self._put = put
        self._today = today
        self.set_words(self.tr("Later: {title}").format(title=title), self.tr("Hide until then"))
        self.month = MonthGrid(kit.theme, kit.formats)
        self.month.setAccessibleName(self.tr("Day"))
        self.shown = Label(kit.theme, "", "strong")
        self.body.addWidget(self.shown)
        self.body.addWidget(self.month)
        self.month.choose(today + WEEK)
        self.month.chosen.connect(self._show_day)
        self.month.opened.connect(self.accept)
        self._show_day(self.month.day)
        self.month.setFocus()

    def job(self) -> Callable[[], object] | None:
        day = self.month.day
        if day <= self._today:
            self.refuse(self.tr("Choose a day to come"), self.month)
            return None
        return lambda: self._put(day.isoformat())

    def _show_day(self, day: date) -> None:
        self.shown.set_text(long_day(day, self.kit.formats))


def endings_of(reasons: Sequence[ReasonRow]) -> list[Ending]:
    """Return reasons as the dialogs offer them."""
    return [Ending(row.id, row.name, row.needs_note) for row in reasons]


def payment_words(kit: Kit) -> dict[str, str]:
    """Return the ways of paying that may be told, by their keys."""
    code = kit.language.code
    return {method: capital(kind_words("payment", method, code)) for method in PAID_BY}
