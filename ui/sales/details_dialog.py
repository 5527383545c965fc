"""What is told of a sale beside its money: who gets it, when and where, the card, the notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.errors import InvalidInputError, Problem
from app.shapes.sales import SaleDetail
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.services.sales import SaleService

WIDTH = 560
LINES = 64  # px of a field of several lines
LONGEST = 500


class DetailsDialog(FormDialog):
    """Recipient, hand-over, card text, notes and the number of a cash receipt."""

    def __init__(
        self, kit: Kit, sales: SaleService, detail: SaleDetail, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        self.set_words(self.tr("Delivery and card"), self.tr("Save"))
        self._sales = sales
        self._sale_id = detail.row.id
        row = detail.row
        kinds = {
            "": self.tr("Taken along"),
            "delivery": kit.messages.say("handover.delivery"),
            "pickup": kit.messages.say("handover.pickup"),
        }
        self.handover = Segmented(kit.theme, kinds, self.tr("Handed over"), size=32)
        self.handover.choose(row.handover)
        self.due = self._line(row.due_at.replace("T", " "), "2026-05-16 15:00")
        self.recipient = self._line(detail.recipient_name)
        self.phone = self._line(detail.recipient_phone)
        self.postcode = self._line(detail.postcode)
        self.address = self._line(detail.address)
        self.card = self._text(detail.card_text)
        self.maker = self._text(detail.maker_note)
        self.note = self._line(detail.note)
        self.receipt = self._line(detail.cash_receipt)
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
        self.recipient.setFocus()

    def job(self) -> Callable[[], object] | None:
        values: dict[str, str | int | None] = {
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
        sales, sale_id = self._sales, self._sale_id
        return lambda: sales.put_details(sale_id, values)

    def _on_refused(self, error: BaseException) -> None:
        super()._on_refused(error)
        if isinstance(error, InvalidInputError) and Problem.NOT_A_DATE in error.problems.values():
            self.due.setFocus()
            self.due.selectAll()

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
