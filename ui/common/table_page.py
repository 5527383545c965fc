"""A page that is one table, reached from another page: Esc goes back there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.row_delegate import RowLook
from ui.common.row_table import RowTable
from ui.common.short_model import ShortModel
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.toggle import Toggle


class TablePage(Page):
    """Head, tools and table; Enter opens a row, Delete puts it away, the switch shows those again.

    It is read when it is first shown, and when one of its `tables` has changed.
    """

    in_nav = False
    tables: frozenset[str] = frozenset()
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._stale = True
        self.dialog: QDialog | None = None
        self.back_button = IconButton(theme, "arrow-left", "")
        self.heading = Label(theme, "", "title")
        self.count_label = Label(theme, "", colour="muted", digits=True)
        self.new_button = Button(theme, "", "primary", icon="plus")
        self.retired_toggle = Toggle(theme)
        self.table = RowTable(theme, checks=False)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.stack = QStackedWidget()

    def row(self) -> Any:
        """Return the row that is selected, or None."""
        lines = self.table.selectionModel().selectedRows()
        return self.model.rows[lines[0].row()] if lines else None

    def show_frame_words(self, back: str, retired: str, new: str) -> None:
        """Set the words of what is on every such page."""
        self.heading.set_text(self.title())
        self.back_button.set_name(back, "Esc")
        self.retired_toggle.setText(retired)
        self.new_button.set_text(new)
        self.new_button.updateGeometry()
        self.table.setAccessibleName(self.title())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Delete and row is not None:
            self._put_away(row)
        else:
            super().keyPressEvent(event)

    # For those that are such a page

    def _build_frame(
        self,
        bridge: ChangeBridge,
        right: Sequence[int],
        states: Sequence[EmptyState],
        tools: Sequence[QWidget | None],
        foot: Sequence[QWidget | None] = (),
    ) -> None:
        """Put the parts in their places; `right` are the columns whose words end at the right.

        `states` take the table's place where there is nothing to list.
        """
        theme = self.kit.theme
        self.model = ShortModel(self._look, tuple(right), self)
        self.table.setModel(self.model)
        for part in (QWidget(), self.table, *states):
            self.stack.addWidget(part)
        head = [self.back_button, self.heading, self.count_label, None, self.new_button]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Header", 56, head))
        whole.addWidget(bar(theme, "Toolbar", 48, [*tools, None, self.retired_toggle]))
        whole.addWidget(self.stack, 1)
        if foot:
            whole.addWidget(bar(theme, "Footer", 40, list(foot)))
        self.back_button.clicked.connect(self.closed)
        self.new_button.clicked.connect(self.make_new)
        self.retired_toggle.toggled.connect(lambda _on: self._read())
        self.table.opened.connect(lambda _line: self._open_row())
        self.table.menu_asked.connect(self._open_menu)
        bridge.changed.connect(self._on_changed)

    def _open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog over the window; the table has the focus again when it closes."""
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _look(self, row: Any) -> RowLook:
        raise NotImplementedError

    def _read(self) -> None:
        raise NotImplementedError

    def _open_row(self) -> None:
        raise NotImplementedError

    def _open_menu(self, at: QPoint) -> None:
        raise NotImplementedError

    def _put_away(self, row: Any) -> None:
        raise NotImplementedError

    def _on_changed(self, changes: Changes) -> None:
        if self.tables & (changes.reshaped | changes.edited.keys()):
            if self.isVisible():
                self._read()
            else:
                self._stale = True

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
