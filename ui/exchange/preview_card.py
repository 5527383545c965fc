"""One row of the file as the contact it would become: before and after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.sales_fields import SALE_FIELDS
from app.shapes.imports import FieldChange, RowPreview
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.avatar import Avatar
from ui.common.widgets.card import Card
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.pill import Pill
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.section_header import SectionHeader
from ui.exchange.file_kinds import label_of

SHOWN = 8  # fields
LABEL_WIDTH, SALE_LABEL = 92, 128  # px; fields of a sale have longer names
MONEY = ("opening_total", "sale.total", "sale.paid")
DAYS = ("birthday", "first_seen_on", "last_visit_on", "sale.date")


class PreviewBox(QWidget):
    """Steps through the rows; asks for the row to show by its place among them."""

    asked = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._preview: RowPreview | None = None
        self.place = 0
        self._total = 0
        theme = kit.theme
        self.title = SectionHeader(theme, "")
        self.where = Label(theme, "", "caption", "text-2", digits=True)
        self.before_button = IconButton(theme, "chevron-left", "")
        self.next_button = IconButton(theme, "chevron-right", "")
        for widget in (self.where, self.before_button, self.next_button):
            self.title.add(widget)
        self.card = Card(theme)
        self.card.column.setSpacing(2)
        self.avatar = Avatar(theme, "", 0, 40)
        self.name = Label(theme, "", "heading")
        self.pill = Pill(theme, "", "info")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.avatar)
        head.addWidget(self.name, 1)
        head.addWidget(self.pill)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(0)
        self.card.column.addLayout(head)
        self.card.column.addSpacing(6)
        self.card.column.addLayout(self._fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.card)
        self.before_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def set_total(self, total: int) -> None:
        """Say how many rows there are to step through."""
        self._total = total
        self.place = min(self.place, max(0, total - 1))
        self.setVisible(total > 0)
        self.retranslate()

    def show_preview(self, preview: RowPreview, place: int) -> None:
        """Show what becomes of a row, which is the one of that place."""
        self._preview = preview
        self.place = place
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.title.set_title(self.tr("Preview"))
        at, total = map(self._kit.formats.number, (self.place + 1, self._total))
        self.where.set_text(self.tr("Row {n} of {total}").format(n=at, total=total))
        self.before_button.set_name(self.tr("Row before"))
        self.next_button.set_name(self.tr("Next row"))
        self.before_button.setEnabled(self.place > 0)
        self.next_button.setEnabled(self.place + 1 < self._total)
        preview = self._preview
        self.card.setVisible(preview is not None)
        if preview is None:
            return
        self.name.set_text(preview.name)
        self.avatar.show_contact(preview.name, preview.line)
        words = {
            "added": (self.tr("New"), "info"),
            "updated": (self.tr("Update"), "success"),
            "same": (self.tr("Nothing new"), "neutral"),
            "skipped": (self.tr("Left out"), "neutral"),
            "failed": (self.tr("Needs you"), "warning"),
        }
        self.pill.show_state(*words[preview.outcome])
        self.pill.updateGeometry()
        clear(self._fields)
        for change in preview.fields[:SHOWN]:
            self._fields.addWidget(self._row(change, preview.currency))

    def _row(self, change: FieldChange, currency: str) -> PropertyRow:
        theme, language = self._kit.theme, self._kit.language.code
        name = label_of(change.field, language) or change.field
        after = self._shown(change.field, change.after, currency)
        if change.before:
            before = self._shown(change.field, change.before, currency)
            after = f"{before} → {after}"
        width = SALE_LABEL if change.field in SALE_FIELDS else LABEL_WIDTH
        row = PropertyRow(theme, name, after, label_width=width)
        row.setAccessibleName(f"{name}: {after}")
        return row

    def _shown(self, field: str, text: str, currency: str) -> str:
        if field in DAYS:
            return self._kit.formats.birthday(text)
        if field in MONEY and text.lstrip("-").isdigit():
            return self._kit.formats.money(int(text), currency)
        words = {
            "female": self.tr("female"), "male": self.tr("male"), "other": self.tr("other"),
            "granted": self.tr("yes"), "denied": self.tr("no"),
        }  # fmt: skip
        return words.get(text, " ".join(text.split("\n")))

    def _step(self, by: int) -> None:
        self.place = min(max(0, self.place + by), max(0, self._total - 1))
        self.retranslate()
        self.asked.emit(self.place)
