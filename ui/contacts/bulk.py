"""What is done to several contacts at once: the bar over the list and the menu of a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu

from ui.common.ask import AskDialog
from ui.common.kit import Kit
from ui.common.row_table import RowTable
from ui.common.widgets.bulk_bar import BulkAction, BulkBar
from ui.common.widgets.menu import Menu, popup
from ui.contacts.choices import Choice, Choices

if TYPE_CHECKING:
    from app.services.contacts import ContactService

BAR_SPACE = 68  # px the bar takes above the footer


class BulkActs(QObject):
    """Tags, gives to somebody, exports, prints and trashes; `ids` says whom."""

    opened = Signal(object)  # contact id
    full_asked = Signal(object)  # contact id
    export_asked = Signal(object)  # list[int]
    edit_asked = Signal(object, object)  # list[int], Choice
    plan_asked = Signal(object)  # list[int]
    print_asked = Signal(object)  # list[int]
    trash_asked = Signal()
    cleared = Signal()

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        choices: Choices,
        table: RowTable,
        ids: Callable[[], list[int]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._contacts = contacts
        self._choices = choices
        self._table = table
        self._ids = ids
        self.bar = BulkBar(kit.theme, table, self._actions())
        self.bar.chosen.connect(self._on_chosen)
        self.bar.cleared.connect(self.cleared)
        table.menu_asked.connect(lambda at: choices.ask(lambda known: self._show_menu(at, known)))

    def retranslate(self) -> None:
        """Set every word again."""
        self.bar.set_texts(self._actions())
        self.bar.setAccessibleName(self.tr("Checked contacts"))

    def tag(self, ids: list[int], name: str) -> None:
        """Put a tag on contacts."""
        self._kit.runner.write(lambda _ticket: self._contacts.tag(ids, name))

    def assign(self, ids: list[int], staff_id: int | None) -> None:
        """Give contacts to somebody, or to nobody."""
        self._kit.runner.write(lambda _ticket: self._contacts.assign(ids, staff_id))

    def ask_edit(self, ids: list[int]) -> None:
        """Let one field of contacts be changed."""
        if ids:
            self._choices.ask(lambda known: self.edit_asked.emit(ids, known))

    def _actions(self) -> list[BulkAction]:
        return [
            BulkAction("tag", self.tr("Tag"), "tag"),
            BulkAction("owner", self.tr("Owner"), "user-round"),
            BulkAction("edit", self.tr("Edit…"), "pencil"),
            BulkAction("export", self.tr("Export"), "download"),
            BulkAction("print", self.tr("Print"), "printer"),
            BulkAction("trash", self.tr("Delete"), "trash-2", apart=True),
        ]

    def _on_chosen(self, key: str) -> None:
        at = QCursor.pos()
        focused = QApplication.focusWidget()
        if focused is not None and self.bar.isAncestorOf(focused):
            at = focused.mapToGlobal(QPoint(0, focused.height() + 4))
        if key == "tag":
            self._choices.ask(lambda known: popup(self._tag_menu(known), at))
        elif key == "owner":
            self._choices.ask(lambda known: popup(self._owner_menu(known), at))
        elif key == "edit":
            self.ask_edit(self._ids())
        elif key == "trash":
            self.trash_asked.emit()
        else:
            self._pass_on(key)

    def _pass_on(self, key: str) -> None:
        signal = self.export_asked if key == "export" else self.print_asked
        signal.emit(self._ids())

    def _show_menu(self, at: QPoint, choice: Choice) -> None:
        ids = self._ids()
        if not ids:
            return
        menu = Menu(self._kit.theme, parent=self._table)
        menu.setAccessibleName(self.tr("What to do with the contact"))
        if len(ids) == 1:
            opening = menu.add(self.tr("Open details"), "panel-right", "Return")
            opening.triggered.connect(lambda: self.opened.emit(ids[0]))
            full = menu.add(self.tr("Open page"), "maximize-2")
            full.triggered.connect(lambda: self.full_asked.emit(ids[0]))
            menu.addSeparator()
        for inner, icon in ((self._tag_menu(choice), "tag"), (self._owner_menu(choice), "user")):
            action = menu.addMenu(inner)
            action.setProperty("icon-name", icon)
        if len(ids) > 1:
            many = menu.add(self.tr("Edit a field…"), "pencil")
            many.triggered.connect(lambda: self.ask_edit(ids))
        plan = menu.add(self.tr("Start a plan…"), "route")
        plan.triggered.connect(lambda: self.plan_asked.emit(ids))
        menu.addSeparator()
        for key, words, icon in (
            ("export", self.tr("Export"), "download"),
            ("print", self.tr("Print"), "printer"),
        ):
            action = menu.add(words, icon)
            action.triggered.connect(lambda _on=False, key=key: self._pass_on(key))
        menu.addSeparator()
        trash = menu.add(self.tr("Move to trash"), "trash-2", "Del", danger=True)
        trash.triggered.connect(self.trash_asked)
        popup(menu, at)

    def _tag_menu(self, choice: Choice) -> QMenu:
        menu = self._menu(self.tr("Tag"))
        ids = self._ids()
        for name in choice.tags:
            action = menu.add(name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, name=name: self.tag(ids, name))
        if choice.tags:
            menu.addSeparator()
        menu.add(self.tr("New tag…"), "plus").triggered.connect(lambda: self._ask_tag(ids))
        return menu

    def _owner_menu(self, choice: Choice) -> QMenu:
        menu = self._menu(self.tr("Owner"))
        ids = self._ids()
        for staff_id, name in choice.staff:
            action = menu.add((name or self.tr("Shop owner")).replace("&", "&&"))
            action.triggered.connect(
                lambda _on=False, staff_id=staff_id: self.assign(ids, staff_id)
            )
        menu.addSeparator()
        menu.add(self.tr("Nobody")).triggered.connect(lambda: self.assign(ids, None))
        return menu

    def _menu(self, title: str) -> Menu:
        menu = Menu(self._kit.theme, title, self._table)
        menu.setAccessibleName(title)
        return menu

    def _ask_tag(self, ids: list[int]) -> None:
        dialog = AskDialog(
            self._kit.theme,
            self.tr("Name of the tag"),
            self.tr("Tag"),
            parent=self._table.window(),
        )
        dialog.answered.connect(lambda name: self.tag(ids, name))
        dialog.open()
