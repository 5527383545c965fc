"""The checklist of a task: lines to tick, and one to add another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.shapes.tasks import ItemForm, ItemRow
from ui.common.kit import Kit
from ui.common.widgets.checkbox import CheckBox


class Checklist(QWidget):
    """Space ticks, Del takes a line away; Enter in the last line adds what is typed."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.boxes: list[ItemBox] = []
        self.line = NewItem()
        self.line.setPlaceholderText(self.tr("Add a line"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._on_typed)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_items(self, items: Sequence[ItemRow], labels: Sequence[str] = ()) -> None:
        """Show lines there are, and labels of new ones."""
        for item in items:
            self._add(item.label, item.id, done=item.done)
        for label in labels:
            self._add(label)

    def labels(self) -> list[str]:
        """Return all lines, with one that is typed and not added yet."""
        typed = self.line.text().strip()
        return [box.label for box in self.boxes] + ([typed] if typed else [])

    def forms(self) -> list[ItemForm]:
        """Return all lines as they are to be kept."""
        kept = [ItemForm(box.label, box.isChecked(), box.item_id or None) for box in self.boxes]
        return kept + [ItemForm(label) for label in self.labels()[len(kept) :]]

    def _on_typed(self) -> None:
        if label := self.line.text().strip():
            self._add(label)
            self.line.clear()

    def _add(self, label: str, item_id: int = 0, *, done: bool = False) -> None:
        box = ItemBox(self._kit, label, item_id)
        box.setChecked(done)
        box.left.connect(partial(self._remove, box))
        self.boxes.append(box)
        self._column.insertWidget(self._column.count() - 1, box)

    def _remove(self, box: ItemBox) -> None:
        self.boxes.remove(box)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        box.deleteLater()


class ItemBox(CheckBox):
    """A line of the list; `left` asks to take it away."""

    left = Signal()

    def __init__(self, kit: Kit, label: str, item_id: int) -> None:
        super().__init__(kit.theme, label)
        self.item_id = item_id  # 0: it is new
        self.label = label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.left.emit()
            return
        super().keyPressEvent(event)


class NewItem(QLineEdit):
    """Enter adds a line as long as there is something in it; then it is the dialog's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and plain and self.text().strip():
            self.returnPressed.emit()
            return
        super().keyPressEvent(event)
