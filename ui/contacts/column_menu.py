"""Choosing and moving the columns of the list, by a menu or by dragging a header."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.common.row_table import RowTable
from ui.common.widgets.menu import Menu, popup, under
from ui.contacts.columns import USUAL
from ui.contacts.table import ContactTableModel

FIRST = 2  # the section behind the check box and the name, which stay


class ColumnMenu(QObject):
    """A menu of all columns under a button, and one for each column in the header."""

    chosen = Signal(object)  # the keys, from the left

    def __init__(
        self, kit: Kit, model: ContactTableModel, table: RowTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._model = model
        self._table = table
        table.header.menu_asked.connect(self._show_of)
        table.header.let_move(FIRST)
        table.header.dropped.connect(self._on_dropped)

    def show(self, opener: QWidget) -> None:
        """Open the menu of all columns."""
        menu = CheckMenu(self._kit.theme, parent=opener)
        menu.setAccessibleName(self.tr("Columns"))
        layout = self._model.layout
        shown = layout.shown()
        others = [key for key in layout.offered() if key not in shown]
        for key in (*shown[1:], *others):
            action = menu.add_check(layout.title(key), on=key in shown)
            action.toggled.connect(lambda on, key=key: self._toggle(key, on=on))
        menu.addSeparator()
        usual = menu.add(self.tr("Usual columns"), "undo-2")
        usual.triggered.connect(lambda: self._choose(USUAL))
        popup(menu, under(opener))

    def _show_of(self, section: int, at: QPoint) -> None:
        keys = list(self._model.layout.shown()[1:])
        place = section - FIRST
        if not 0 <= place < len(keys):
            return
        menu = Menu(self._kit.theme, parent=self._table)
        left = menu.add(self.tr("Move left"), "arrow-left")
        right = menu.add(self.tr("Move right"), "arrow-right")
        menu.addSeparator()
        hide = menu.add(self.tr("Hide column"), "eye-off")
        left.setEnabled(place > 0)
        right.setEnabled(place < len(keys) - 1)
        left.triggered.connect(lambda: self._move(place, place - 1))
        right.triggered.connect(lambda: self._move(place, place + 1))
        hide.triggered.connect(lambda: self._toggle(keys[place], on=False))
        popup(menu, at)

    def _on_dropped(self, section: int, before: int) -> None:
        place, to = section - FIRST, before - FIRST
        to -= to > place  # it leaves a place free that the others move up to
        if to != place:
            self._move(place, to)

    def _move(self, place: int, to: int) -> None:
        keys = list(self._model.layout.shown()[1:])
        keys.insert(to, keys.pop(place))
        self._choose(keys)

    def _toggle(self, key: str, *, on: bool) -> None:
        keys = [other for other in self._model.layout.chosen if other != key]
        self._choose([*keys, key] if on else keys)

    def _choose(self, keys: Sequence[str]) -> None:
        self.chosen.emit(tuple(keys))
