"""What is told of a sale beside its money: who gets it, when and where, the card, the notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.errors import InvalidInputError
from app.shapes.sales import SaleDetail
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.segmented import Segmented

WIDTH = 560
LINES = 48  # px of a field of several lines
LONGEST = 500
SOLD = "sold_at"  # told only where the day can still be another one


Told = dict[str, str | int | None]


def told_of(detail: SaleDetail) -> Told:
    """Return what is told of a sale beside its money."""
    return {
        "recipient_id": detail.recipient_id,
        "recipient_name": detail.recipient_name, "recipient_phone": detail.recipient_phone,
        "postcode": detail.postcode, "address": detail.address, "handover": detail.row.handover,
        "due_at": detail.row.due_at, "card_text": detail.card_text,
        "maker_note": detail.maker_note, "note": detail.note,
        "cash_receipt": detail.cash_receipt,
    }  # fmt: skip


class DetailsDialog(FormDialog):
    """Recipient, hand-over, card text, notes and the number of a cash receipt.

    Where the day of the sale is told as well it can be another one.
    """

    def __init__(
        self,
        kit: Kit,
        told: Mapping[str, Any],
        take: Callable[[Told], object],
        parent: QWidget | None = None,
    ) -> None:
        """`take` checks and keeps what was filled in."""
        super().__init__(kit, parent, width=WIDTH)
        self.set_words(self.tr("Delivery and card"), self.tr("Save"))
        self._take = take

        def text(name: str) -> str:
            return str(told.get(name) or "")

        kinds = {
            "": self.tr("Taken along"),
            "delivery": kit.messages.say("handover.delivery"),
            "pickup": kit.messages.say("handover.pickup"),
        }
        self.handover = Segmented(kit.theme, kinds, self.tr("Handed over"), size=32)
        self.handover.choose(text("handover"))
        self.due = self._line(text("due_at").replace("T", " "), "2026-05-16 15:00")
        self.recipient = self._line(text("recipient_name"))
        self.phone = self._line(text("recipient_phone"))
        self.postcode = self._line(text("postcode"))
        self.address = self._line(text("address"))
        self.card = self._text(text("card_text"))
        self.maker = self._text(text("maker_note"))
        self.note = self._line(text("note"))
        self.receipt = self._line(text("cash_receipt"))
        for words, field in (
            (self.tr("Handed over"), self.handover),
            (self.tr("Day and time"), self.due),
            (self.tr("Recipient"), self.recipient),
            (self.tr("Phone"), self.phone),
            (self.tr("Postcode"), self.postcode),
            (self.tr("Address"), self.address),
            (self.tr("Card text"), self.card),
            (self.tr("For the maker"), self.maker),
            (self.tr("Note"), self.note),
            (self.tr("Cash receipt"), self.receipt),
        ):
            self.add(words, field)
        self.sold = self._line(text("sold_at").replace("T", " "), self.tr("Now"))
        if SOLD in told:
            self.add(self.tr("Sold on"), self.sold)
        else:
            self.sold.setParent(self)
            self.sold.hide()
        self.recipient.setFocus()

    def job(self) -> Callable[[], object] | None:
        values: Told = {
            "handover": self.handover.current,
            "due_at": "T".join(self.due.text().split()),
            "recipient_name": self.recipient.text(),
            "recipient_phone": self.phone.text(),
            "postcode": self.postcode.text(),
            "address": self.address.text(),
            "card_text": self.card.toPlainText(),
            "maker_note": self.maker.toPlainText(),
            "note": self.note.text(),
            "cash_receipt": self.receipt.text(),
        }
        if not self.sold.isHidden():
            values[SOLD] = "T".join(self.sold.text().split())
        return lambda: self._take(values)

    def _on_refused(self, error: BaseException) -> None:
        super()._on_refused(error)
        problems = error.problems if isinstance(error, InvalidInputError) else {}
        for name, field in (("due_at", self.due), (SOLD, self.sold)):
            if name in problems:
                field.setFocus()
                field.selectAll()

    def _line(self, text: str, placeholder: str = "") -> QLineEdit:
        field = QLineEdit(text)
        field.setMaxLength(LONGEST)
        field.setPlaceholderText(placeholder)
        return field

    def _text(self, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFixedHeight(round(LINES * self.kit.theme.text_scale))
        return field
