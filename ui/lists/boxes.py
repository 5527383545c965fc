"""Boxes to choose one of several in, which the wheel scrolls past."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

ROOM = 32  # px beside the words in the list that opens, for its scroll bar
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Box(QComboBox):
    """A list to choose from; `offer` takes {value: words}, also in groups with headings."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(18)

    def offer(self, options: Mapping[str, str]) -> None:
        """Offer {value: words}."""
        self.clear()
        for value, words in options.items():
            self.addItem(words, value)

    def offer_groups(self, groups: Mapping[str, Mapping[str, str]]) -> None:
        """Offer {heading: {value: words}}."""
        self.clear()
        model = self.model()
        for heading, options in groups.items():
            self.addItem(heading)
            item = model.item(self.count() - 1) if isinstance(model, QStandardItemModel) else None
            if item is not None:
                item.setEnabled(False)
            for value, words in options.items():
                self.addItem(words, value)
        list_ = self.view()
        list_.setMinimumWidth(list_.sizeHintForColumn(0) + ROOM)  # wider than the box itself

    def reword(self, options: Mapping[str, str]) -> None:
        """Say the values in view in other words, those of another language."""
        for place in range(self.count()):
            value = self.itemData(place)
            if value in options:
                self.setItemText(place, options[value])

    def choose(self, value: str, words: str = "") -> None:
        """Show that value; one that was never offered is added."""
        place = self.findData(value)
        if place < 0:
            self.addItem(words or value, value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def chosen(self) -> str:
        """Return the value in view."""
        return str(self.currentData() or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & COMMANDS and event.key() != Qt.Key.Key_Down:
            event.ignore()  # a key of the dialog, no letter to find an entry by
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls; a choice must not change on the way
