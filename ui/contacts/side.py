"""What stands beside the timeline: pinned notes, and where somebody works."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.shapes.contacts import ContactDetail, NoteRow
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.section_header import SectionHeader
from ui.contacts.fields import field_words


class Side(QWidget):
    """Sections one below the other; one with nothing in it is not there."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("clear", "true")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._shown: tuple[ContactDetail, Sequence[NoteRow]] | None = None
        kit.language.changed.connect(self.retranslate)

    def set_side(self, left: int) -> None:
        """Leave that much room at the left."""
        self._column.setContentsMargins(left, 0, 20, 4)

    def show_contact(self, detail: ContactDetail, pinned: Sequence[NoteRow]) -> None:
        """Show what there is of a contact."""
        self._shown = detail, pinned
        clear(self._column)
        self._show_notes(pinned)
        self._show_work(detail)
        there = bool(self._column.count())
        if there:
            self._draw_line()
        self.setVisible(there)

    def retranslate(self) -> None:
        """Set every word again."""
        if self._shown is not None:
            self.show_contact(*self._shown)

    def _show_notes(self, pinned: Sequence[NoteRow]) -> None:
        if not pinned:
            return
        self._begin(self.tr("Pinned notes"), len(pinned))
        for note in pinned:
            card = Card(self._kit.theme, padding=12)
            card.column.addWidget(Label(self._kit.theme, note.body, "reading", wrap=True))
            self._column.addWidget(card)

    def _show_work(self, detail: ContactDetail) -> None:
        company = str(detail.values.get("company") or "")
        if not company or detail.kind == "company":
            return
        title = str(detail.values.get("job_title") or "") or self.tr("Works at")
        self._begin(field_words("company"))
        self._column.addWidget(PropertyRow(self._kit.theme, title, company))

    def _begin(self, title: str, count: int = 0) -> None:
        if self._column.count():
            self._draw_line()
        shown = self._kit.formats.number(count) if count else ""
        self._column.addWidget(SectionHeader(self._kit.theme, title, shown))

    def _draw_line(self) -> None:
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedHeight(1)
        self._column.addSpacing(4)
        self._column.addWidget(line)
        self._column.addSpacing(4)
