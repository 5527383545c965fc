"""The smart lists in the navigation."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.events import Changes
from app.jobs import Ticket
from app.shapes.filters import Condition
from app.shapes.segments import SegmentRow
from ui.common.ask import AskDialog
from ui.common.bridge import ChangeBridge
from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.common.row_header import is_menu_key
from ui.common.tab_order import put_behind
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup
from ui.common.widgets.nav_item import NavItem
from ui.common.widgets.state import SHOWN

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.segments import SegmentService

MIME = "application/x-dangol-contacts"  # a JSON list of ids
DOTS = ("plum", "warning", "info", "persimmon", "success", "danger", "neutral")
COUNTED = {"contact", "contact_tag", "tag", "contact_point", "segment"}
PAUSE = 400  # ms after a change before the lists are counted again
LEFT = 8
ABOVE = 14  # px between the pages and the caption


class SmartLists(QWidget):
    """A caption and one entry per list; names come at once, counts when they are known.

    Counting a million contacts takes seconds: it is done in the background, one round at a time.
    """

    chosen = Signal(object)  # SegmentRow
    new_asked = Signal()
    edit_asked = Signal(object)  # SegmentRow

    def __init__(
        self,
        kit: Kit,
        segments: SegmentService,
        contacts: ContactService,
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._segments = segments
        self._contacts = contacts
        self._items: dict[int, ListItem] = {}
        self._shown: int | None = None
        self._counting = False
        self._stale = False
        self._caption = Label(kit.theme, "", "caption", "text-2", strong=True)
        self.new_button = IconButton(kit.theme, "plus", "")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(LEFT, ABOVE, 0, 0)
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self.new_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._head)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._count)
        self.new_button.clicked.connect(self.new_asked)
        bridge.changed.connect(self._on_changed)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self._read()

    def items(self) -> list[NavItem]:
        """Return the entries from the top."""
        return list(self._items.values())

    def choose(self, segment_id: int | None) -> None:
        """Show which list is open; None: none of them."""
        self._shown = segment_id
        for row_id, item in self._items.items():
            item.setChecked(row_id == segment_id)

    def recount(self) -> None:
        """Count anew, as when what lists ask for was reckoned without a change of the shop."""
        self._pause.start()

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Smart lists"))
        self._caption.set_text(self.tr("Smart lists"))
        self.new_button.set_name(self.tr("New smart list"))

    def _read(self) -> None:
        job = self._kit.runner.read(lambda _ticket: self._segments.all(counted=False))
        job.succeeded.connect(self._show)
        job.succeeded.connect(lambda _rows: self._count())

    def _count(self) -> None:
        if self._counting:
            self._stale = True
            return
        self._counting, self._stale = True, False

        def task(_ticket: Ticket) -> list[SegmentRow]:
            return self._segments.all()

        job = self._kit.runner.read(task)
        job.succeeded.connect(self._show)
        job.finished.connect(self._on_counted)

    def _on_counted(self) -> None:
        self._counting = False
        if self._stale:
            self._count()

    def _show(self, rows: list[SegmentRow]) -> None:
        rows = [row for row in rows if row.pinned]
        wanted = {row.id: row for row in rows}
        for row_id in [row_id for row_id in self._items if row_id not in wanted]:
            self._items.pop(row_id).deleteLater()
        for place, row in enumerate(rows):
            item = self._items.get(row.id) or self._make(row)
            item.show_row(row, self._kit)
            self._column.removeWidget(item)
            self._column.insertWidget(place + 1, item)  # behind the caption
        self._items = {row.id: self._items[row.id] for row in rows}
        put_behind(self.new_button, *self.items())
        self.choose(self._shown)

    def _make(self, row: SegmentRow) -> ListItem:
        item = self._items[row.id] = ListItem(self._kit, row)
        item.clicked.connect(partial(self._on_clicked, item))
        item.menu_asked.connect(partial(self._show_menu, item))
        item.dropped.connect(partial(self._on_dropped, item))
        return item

    def _on_clicked(self, item: ListItem, _on: bool = False) -> None:  # noqa: FBT001, FBT002
        if not item.row.readable:
            self.choose(self._shown)
            item.ask_menu()
            return
        self.choose(item.row.id)
        self.chosen.emit(item.row)

    def _show_menu(self, item: ListItem, at: QPoint) -> None:
        menu = Menu(self._kit.theme, parent=item)
        menu.setAccessibleName(item.row.name)
        row = item.row
        if not row.readable:
            menu.add(self.tr("This list cannot be read"), "triangle-alert").setEnabled(False)
        else:
            edit = menu.add(self.tr("Edit list …"), "list-filter")
            edit.triggered.connect(lambda: self.edit_asked.emit(row))
        menu.add(self.tr("Rename"), "pencil").triggered.connect(lambda: self._ask_name(item))
        if row.readable:
            self._add_looks(menu, row)
        remove = menu.add(self.tr("Remove list"), "trash-2", danger=True)
        remove.setToolTip(self.tr("The contacts in it stay"))
        remove.triggered.connect(lambda: self._remove(item))
        popup(menu, at)

    def _add_looks(self, menu: Menu, row: SegmentRow) -> None:
        """Add colour, place, whose it is, and keeping who is in it now."""
        colours = CheckMenu(self._kit.theme, self.tr("Colour"), menu)
        for colour, words in self._colours().items():
            action = colours.add_check(words, on=row.colour == colour, once=True)
            action.triggered.connect(
                lambda _on=False, c=colour: self._write(lambda: self._segments.paint(row.id, c))
            )
        menu.addMenu(colours)
        own = self.tr("Have everybody see it") if row.staff_id else self.tr("Keep it to myself")
        share = menu.add(own, "users" if row.staff_id else "user")
        share.triggered.connect(
            lambda: self._write(lambda: self._segments.share(row.id, own=not row.staff_id))
        )
        unpin = menu.add(self.tr("Take it out of the navigation"), "pin-off")
        unpin.triggered.connect(
            lambda: self._write(lambda: self._segments.pin(row.id, pinned=False))
        )
        if row.frozen_at:
            copy = menu.add(self.tr("Copy that follows changes"), "copy")
            name = self.tr("{name} (live)").format(name=row.name)
            copy.triggered.connect(lambda: self._write(lambda: self._segments.copy(row.id, name)))
        else:
            freeze = menu.add(self.tr("Keep who is in it now"), "snowflake")
            freeze.setToolTip(self.tr("The list is frozen: later changes do not touch it"))
            freeze.triggered.connect(lambda: self._write(lambda: self._segments.freeze(row.id)))

    def _colours(self) -> dict[str, str]:
        return {
            "plum": self.tr("Plum"), "warning": self.tr("Amber"), "info": self.tr("Blue"),
            "persimmon": self.tr("Persimmon"), "success": self.tr("Green"),
            "danger": self.tr("Red"), "neutral": self.tr("Grey"),
        }  # fmt: skip

    def _write(self, act: Callable[[], object]) -> None:
        self._kit.runner.write(lambda _ticket: act())

    def _ask_name(self, item: ListItem) -> None:
        row = item.row
        dialog = AskDialog(
            self._kit.theme,
            self.tr("Name of the list"),
            self.tr("Rename"),
            text=row.name,
            parent=self.window(),
        )
        dialog.answered.connect(
            lambda name: self._kit.runner.write(lambda _ticket: self._segments.rename(row.id, name))
        )
        dialog.open()

    def _remove(self, item: ListItem) -> None:
        row_id = item.row.id
        self._kit.runner.write(lambda _ticket: self._segments.remove(row_id))

    def _on_dropped(self, item: ListItem, ids: list[int]) -> None:
        asked = taken_by_drop(item.row)
        if asked is None:
            return
        value = asked.values[0]

        def task(_ticket: Ticket) -> None:
            if asked.field == "tag":
                self._contacts.tag(ids, str(value))
            else:
                self._contacts.assign(ids, int(value))

        self._kit.runner.write(task)

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.reshaped | changes.edited.keys()
        if "segment" in touched:
            self._read()
        elif touched & COUNTED or any(table.startswith("interaction") for table in touched):
            self._pause.start()


class ListItem(NavItem):
    """One list; contacts can be dropped on it if one tag or one owner makes the list."""

    menu_asked = Signal(QPoint)
    dropped = Signal(object)  # list[int]

    def __init__(self, kit: Kit, row: SegmentRow, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, row.name, dot=dot_of(row), parent=parent)
        self.row = row
        self.setAcceptDrops(True)

    def show_row(self, row: SegmentRow, kit: Kit) -> None:
        """Show a list; a count that is not known yet leaves the old one."""
        self.row = row
        self.set_dot(dot_of(row))
        self.set_text(row.name)
        if row.count is not None:
            self.set_count(kit.formats.number(row.count))

    def ask_menu(self) -> None:
        """Ask for the menu below the entry."""
        self.menu_asked.emit(self.mapToGlobal(QPoint(0, self.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_menu_key(event):
            self.ask_menu()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) and taken_by_drop(self.row) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._look_hovered(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._look_hovered(on=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._look_hovered(on=False)
        event.acceptProposedAction()
        self.dropped.emit(json.loads(bytes(event.mimeData().data(MIME).data())))

    def _look_hovered(self, *, on: bool) -> None:
        self.setProperty(SHOWN, "hover" if on else "")
        self.update()


def dot_of(row: SegmentRow) -> str:
    """Return the colour of a list's dot."""
    return f"{row.colour or DOTS[row.id % len(DOTS)]}-solid"


def taken_by_drop(row: SegmentRow) -> Condition | None:
    """Return what a contact must be given to be in a list; None where that is not for us to do.

    It makes sense only where one tag or one owner is the whole of it.
    """
    parts = row.filter.parts
    if len(parts) != 1 or not isinstance(parts[0], Condition):
        return None
    asked = parts[0]
    one = len(asked.values) == 1
    given = {"tag": asked.op in ("any_of", "all_of"), "owner": asked.op == "any_of"}
    return asked if one and given.get(asked.field) else None
