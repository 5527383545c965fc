"""The controls in the bar over a contact: to its neighbours, and what is done with all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, under


class ContactControls(QObject):
    """Up, down, which of how many it is, and a menu; the host puts them where they belong."""

    moved = Signal(int)  # rows down
    plan_asked = Signal(object)  # contact id
    print_asked = Signal(object)  # contact id
    history_asked = Signal(object)  # contact id
    trash_asked = Signal(object)  # contact id
    erase_asked = Signal(object)  # contact id

    def __init__(self, kit: Kit, host: QWidget, contact_id: Callable[[], int | None]) -> None:
        """`contact_id` returns the contact that the host shows."""
        super().__init__(host)
        theme = kit.theme
        self._kit = kit
        self._contact_id = contact_id
        self._place = (0, 0, False)
        self.up_button = IconButton(theme, "chevron-up", "")
        self.down_button = IconButton(theme, "chevron-down", "")
        self.more_button = IconButton(theme, "ellipsis", "")
        self.place_label = Label(theme, "", colour="muted", digits=True)
        menu = Menu(theme, parent=host)
        self.plan_action = menu.add("", "route")
        self.print_action = menu.add("", "printer")
        self.history_action = menu.add("", "history")
        self.trash_action = menu.add("", "trash-2", danger=True)
        self.erase_action = menu.add("", "eraser", danger=True)
        self.up_button.clicked.connect(partial(self.moved.emit, -1))
        self.down_button.clicked.connect(partial(self.moved.emit, 1))
        self.more_button.clicked.connect(lambda: menu.popup(under(self.more_button)))
        for action, asked in (
            (self.plan_action, self.plan_asked),
            (self.print_action, self.print_asked),
            (self.history_action, self.history_asked),
            (self.trash_action, self.trash_asked),
            (self.erase_action, self.erase_asked),
        ):
            action.triggered.connect(lambda _on=False, asked=asked: asked.emit(contact_id()))

    def show_place(self, line: int, count: int, *, more: bool) -> None:
        """Say which of how many it is in the list it came from."""
        self._place = (line, count, more)
        self.up_button.setEnabled(line > 0)
        self.down_button.setEnabled(line + 1 < count)
        number = self._kit.formats.number
        total = number(count) + ("+" if more else "")
        words = self.tr("{n} of {total}").format(n=number(line + 1), total=total)
        self.place_label.set_text(words if count and self._contact_id() is not None else "")

    def retranslate(self) -> None:
        """Set every word again."""
        self.up_button.set_name(self.tr("Previous contact"))
        self.down_button.set_name(self.tr("Next contact"))
        self.more_button.set_name(self.tr("More"))
        self.plan_action.setText(self.tr("Start a plan…"))
        self.print_action.setText(self.tr("Print"))
        self.history_action.setText(self.tr("What was changed"))
        self.trash_action.setText(self.tr("Move to trash"))
        self.erase_action.setText(self.tr("Erase for good"))
        self.show_place(*self._place[:2], more=self._place[2])
