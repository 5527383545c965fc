"""The middle of a deal's page: what is written about it, and what happened, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.deals import DealDetail, DealEvent
from ui.common.kit import Kit
from ui.common.widgets.label import Label
from ui.common.widgets.section_header import SectionHeader
from ui.common.widgets.timeline import ITEM_ROLE, Timeline
from ui.common.writing.composer import Composer
from ui.deals.words import item_of

Index = QModelIndex | QPersistentModelIndex


class DealStory(QWidget):
    """A note or a log is handed over by `written`; it becomes the contact's."""

    written = Signal(object)  # Written
    opened = Signal(object)  # DealEvent

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kit = kit
        self.composer = Composer(kit)
        self.heading = SectionHeader(kit.theme, "")
        self.events = EventModel(kit, self)
        self.timeline = Timeline(kit.theme, " ")
        self.timeline.setModel(self.events)
        self.timeline.setProperty("clear", "true")
        self.timeline.viewport().setAutoFillBackground(False)
        self.none = Label(kit.theme, "", colour="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(8)
        column.addWidget(self.composer)
        column.addWidget(self.heading)
        column.addWidget(self.none)
        column.addWidget(self.timeline, 1)
        self.composer.submitted.connect(self.written)
        self.timeline.activated.connect(self._on_activated)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_title(self.tr("Timeline"))
        self.timeline.setAccessibleName(self.tr("Timeline"))
        self.none.set_text(self.tr("Nothing has happened yet."))
        self.events.repaint_all()

    def show_deal(self, detail: DealDetail, events: Sequence[DealEvent]) -> None:
        """Show what happened with a deal."""
        row = detail.row
        self.composer.setVisible(row.contact_id is not None)
        if row.contact_id is not None:
            self.composer.set_contact(row.contact_id, row.contact)
        self.events.show_events(events, row.currency)
        self.none.setVisible(not events)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.events.event_at(index.row()))


class EventModel(QAbstractListModel):
    """What happened, each as the timeline paints it."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._events: Sequence[DealEvent] = ()
        self._currency = ""

    def show_events(self, events: Sequence[DealEvent], currency: str) -> None:
        """Show these, with amounts in that currency."""
        self.beginResetModel()
        self._events, self._currency = events, currency
        self.endResetModel()

    def event_at(self, line: int) -> DealEvent:
        """Return what a row tells."""
        return self._events[line]

    def repaint_all(self) -> None:
        """Have every row painted again, as after a change of language."""
        if self._events:
            self.dataChanged.emit(self.index(0), self.index(len(self._events) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not index.isValid() or role not in (ITEM_ROLE, *texts):
            return None
        item = item_of(self._events[index.row()], self._kit, self._currency)
        return item if role == ITEM_ROLE else item.sentence
