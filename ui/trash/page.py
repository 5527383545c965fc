"""The trash page: contacts that were put away, and bringing them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.shapes.contacts import TrashRow
from ui.common.bars import bar, column_of
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.row_table import RowTable
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.trash.table import NAME, WIDTHS, TrashModel

if TYPE_CHECKING:
    from app.services.contacts import ContactService

ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class TrashPage(Page):
    """Shows what is in the trash and brings back what is checked, or else selected.

    It reads nothing before it is first shown, and when the data change while it is hidden it
    only notes that it is stale.
    """

    icon = "trash-2"
    topic = "trash"
    in_nav = False

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._contacts = contacts
        self._stale = True
        self._takes_focus = False  # the table, once there are rows to go to
        self._last_checked = 0  # the line from which Shift checks on
        self.model = TrashModel(kit, self._read, self)
        self._build()
        self.restore_button.clicked.connect(self.restore_selected)
        self.table.opened.connect(lambda _line: self.restore_selected())
        self.table.menu_asked.connect(self._open_menu)
        self.table.check_clicked.connect(self._on_check_clicked)
        self.table.header.check_all_clicked.connect(self._on_check_all_clicked)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        self.model.checked_changed.connect(self._show_state)
        self.model.arrived.connect(self._on_arrived)
        bridge.changed.connect(self._on_changed)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Trash")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.restore_button.set_text(self.tr("Restore"))
        self.restore_button.updateGeometry()
        self.table.setAccessibleName(self.tr("Contacts in the trash"))
        self.empty.show_words(
            self.tr("The trash is empty"),
            self.tr("Contacts that are put in the trash stay here and can be restored."),
        )
        self.model.retranslate()
        self._show_state()

    def chosen(self) -> list[int]:
        """Return the contacts that are checked, or else those whose rows are selected."""
        lines = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        selected = [i for i in map(self.model.id_at, lines) if i is not None]
        return self.model.checked() or selected

    def restore_selected(self) -> None:
        """Bring back what is chosen; Undo puts it in the trash again."""
        if ids := self.chosen():
            self.model.check(self.model.checked(), on=False)
            self.kit.runner.write(lambda _ticket: self._contacts.restore(ids))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.model.reload()
        self._focus_table()

    def _build(self) -> None:
        theme = self.kit.theme
        self.heading = Label(theme, "", "title")
        self.restore_button = Button(theme, "", "primary", icon="archive-restore")
        self.table = RowTable(theme)
        self.table.setModel(self.model)
        self.table.set_columns(WIDTHS)
        self.empty = EmptyState(theme, "trash-2", "", role="neutral")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        listing = column_of(
            bar(theme, "Header", 56, [self.heading, None, self.restore_button]),
            self.stack,
            bar(theme, "Footer", 40, [self.footer_label, None]),
        )
        whole.addWidget(listing)

    def _focus_table(self) -> None:
        # A table that waits for its rows is hidden and would not take the focus.
        self._takes_focus = not self.table.isVisible()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, count: int, known: Sequence[TrashRow]) -> Sequence[TrashRow]:
        return self._contacts.in_trash(limit=count, offset=len(known))

    def _on_arrived(self, anew: bool) -> None:  # noqa: FBT001 - the signal's
        if anew and self.model.rowCount():
            index = self.model.index(0, NAME)
            self.table.selectionModel().setCurrentIndex(index, ROWS)
        self._show_state()
        if self._takes_focus and self.table.isVisible():
            self._focus_table()

    def _on_changed(self, changes: Changes) -> None:
        if "contact" not in changes.reshaped | changes.edited.keys():
            return
        if self.isVisible():
            self.model.reload()
        else:
            self._stale = True

    def _on_check_clicked(self, line: int, extend: bool) -> None:  # noqa: FBT001 - the signal's
        contact_id = self.model.id_at(line)
        if contact_id is None:
            return
        on = contact_id not in self.model.checked()
        first, last = sorted((self._last_checked if extend else line, line))
        ids = [self.model.id_at(other) for other in range(first, last + 1)]
        self.model.check([i for i in ids if i is not None], on=on)
        self._last_checked = line

    def _on_check_all_clicked(self) -> None:
        if checked := self.model.checked():
            self.model.check(checked, on=False)
        else:
            self.model.check(self.model.ids(), on=True)

    def _open_menu(self, at: QPoint) -> None:
        count = len(self.chosen())
        if not count:
            return
        menu = Menu(self.kit.theme, parent=self)
        words = self.kit.formats.count(count, self.tr("Restore"), self.tr("Restore {n} contacts"))
        action = menu.add(words, "archive-restore")
        action.triggered.connect(self.restore_selected)
        menu.setActiveAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _show_state(self) -> None:
        count, checked = self.model.rowCount(), len(self.model.checked())
        state = Qt.CheckState.PartiallyChecked if checked else Qt.CheckState.Unchecked
        self.table.set_all_checked(Qt.CheckState.Checked if count == checked > 0 else state)
        self.restore_button.setEnabled(bool(self.chosen()))
        formats = self.kit.formats
        told = formats.count(
            count, self.tr("1 contact"), self.tr("{n} contacts"), more=self.model.has_more
        )
        if checked:
            told = self.tr("{n} selected").format(n=formats.number(checked))
        self.footer_label.set_text(told)
        self.stack.setCurrentWidget(self.table if count else self.empty)
