"""A line of one of the shop's own fields that holds a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.shapes.custom_fields import CustomValueRow, FieldRow
from ui.common.kit import Kit
from ui.common.widgets.menu import Menu
from ui.common.widgets.property_row import PropertyRow

EMPTY = "—"


class FileRowOfField(PropertyRow):
    """Click, Enter or F2 asks for a file; where there is one, they offer what to do with it.

    Del takes it off, and a file that is dropped on the line goes into the field.
    """

    choose_asked = Signal()
    open_asked = Signal()
    save_asked = Signal()
    cleared = Signal()
    dropped = Signal(object)  # Path

    def __init__(
        self, kit: Kit, field: FieldRow, label_width: int, parent: QWidget | None = None
    ) -> None:
        name = field.label(kit.language.code)
        super().__init__(
            kit.theme, name, EMPTY, editable=True, label_width=label_width, parent=parent
        )
        self._kit = kit
        self.value_row: CustomValueRow | None = None
        self.setAcceptDrops(True)
        self.edited.connect(self.open_editor)

    def show_value(self, field: FieldRow, value: CustomValueRow | None) -> None:
        """Show the file the contact has in the field."""
        self.value_row = value
        self.set_name(field.label(self._kit.language.code))
        self.set_value(value.name if value else EMPTY)
        self._value.set_colour("text" if value else "muted")
        self.setToolTip(value.name if value else "")

    def open_editor(self) -> None:
        """Ask for a file, or offer what can be done with the one that is there."""
        if self.value_row is None:
            self.choose_asked.emit()
            return
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(self._value.x(), self.height())))
        menu.setActiveAction(menu.actions()[0])

    def menu(self) -> Menu:
        """Return what can be done with the file."""
        menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(self._name.text())
        menu.add(self.tr("Open the file"), "external-link").triggered.connect(self.open_asked)
        menu.add(self.tr("Save a copy"), "download").triggered.connect(self.save_asked)
        menu.add(self.tr("Choose another file"), "upload").triggered.connect(self.choose_asked)
        removes = menu.add(self.tr("Remove the file"), "trash-2", "Del", danger=True)
        removes.triggered.connect(self.cleared)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        removes = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if removes and self.value_row is not None:
            self.cleared.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(Path(paths[0]))
