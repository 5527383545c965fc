"""The history page: what has been done, newest first, and taking one of it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.contacts import FoundContacts
from app.shapes.history import HistoryEntry
from ui.common.bars import bar, column_of
from ui.common.bridge import ChangeBridge
from ui.common.growing_model import Reader
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.row_table import RowTable
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.search_field import SearchField
from ui.history.table import DETAILS, WHAT, WHO, WIDTHS, HistoryModel, can_undo

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.history import HistoryService

TYPING_PAUSE = 120  # ms without a keystroke before the search runs
ROOMY = 720  # px of page below which the details are left out
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class HistoryPage(Page):
    """Shows actions, of the whole shop or about one contact; asks the shell to undo.

    It reads nothing before it is first shown, and when the data change while it is hidden it
    only notes that it is stale.
    """

    icon = "history"
    in_nav = False
    undo_asked = Signal(object)  # change set

    def __init__(
        self,
        kit: Kit,
        history: HistoryService,
        contacts: ContactService,
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._history = history
        self._contacts = contacts
        self._stale = True
        self._wanted = ""  # the contact being looked for
        self._about = ""  # the name of the contact whose history is shown
        self._kept: int | None = None  # the change set to select again once it is read
        self._scroll = 0
        self.model = HistoryModel(kit, self._reader(None), self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._build()
        self._connect(bridge)
        self.retranslate()

    def title(self) -> str:
        return self.tr("History")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.undo_button.set_text(self.tr("Undo this"))
        self.undo_button.updateGeometry()
        self.search.set_placeholder(self.tr("History of a contact"))
        self.table.setAccessibleName(self.tr("History"))
        self.model.retranslate()
        self._show_state()

    def start_search(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def entry(self) -> HistoryEntry | None:
        """Return the action that is selected."""
        lines = self.table.selectionModel().selectedRows()
        return self.model.entry_at(lines[0].row()) if lines else None

    def undo_selected(self) -> None:
        """Ask to take the selected action back, if it can be."""
        entry = self.entry()
        if entry is not None and can_undo(entry):
            self.undo_asked.emit(entry.change_set)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        if self._stale:
            self._stale = False
            self._reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._open_menu(event.globalPos())
        else:
            self._open_menu_at(self.table.currentIndex().row())

    def _build(self) -> None:
        theme = self.kit.theme
        self.heading = Label(theme, "", "title")
        self.about_label = Label(theme, "", colour="muted")
        self.undo_button = Button(theme, "", icon="undo-2")
        self.search = SearchField(theme, "", key="/")
        self.search.setFixedWidth(240)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        self.table.set_columns(WIDTHS)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.empty = EmptyState(theme, "history", "", role="neutral", action=" ", primary=False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        header = bar(theme, "Header", 56, [self.heading, self.about_label, None, self.undo_button])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        listing = column_of(
            bar(theme, "Toolbar", 48, [self.search, None]),
            self.stack,
            bar(theme, "Footer", 40, [self.footer_label, None]),
        )
        whole.addWidget(listing, 1)

    def _connect(self, bridge: ChangeBridge) -> None:
        self._typing.timeout.connect(self._on_typing_paused)
        self.search.typed.connect(lambda _text: self._typing.start())
        self.search.submitted.connect(self.table.setFocus)
        self.search.moved.connect(lambda _rows: self.table.setFocus())
        self.undo_button.clicked.connect(self.undo_selected)
        self.empty.acted.connect(self.search.clear)
        self.table.opened.connect(self._open_menu_at)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        self.model.arrived.connect(self._on_arrived)
        bridge.changed.connect(self._on_changed)

    # Reading

    def _reader(self, contact_id: int | None) -> Reader:
        history = self._history

        def read(count: int, known: Sequence[HistoryEntry]) -> Sequence[HistoryEntry]:
            before = known[-1].change_set if known else None
            return history.entries(limit=count, before=before, contact_id=contact_id)

        return read

    def _on_typing_paused(self) -> None:
        text = self.search.text().strip()
        if text == self._wanted:
            return
        self._wanted = text
        if not text:
            self._show_history("", None)
            return

        def task(_ticket: Ticket) -> FoundContacts:
            return self._contacts.find(text, limit=1)

        job = self.kit.runner.read(task)
        job.succeeded.connect(lambda found: self._on_found(text, found))

    def _on_found(self, text: str, found: FoundContacts) -> None:
        if text != self._wanted:
            return  # somebody typed on meanwhile
        best = found.contacts[0] if found.contacts else None
        self._show_history(best.name if best else "", best.id if best else 0)

    def _show_history(self, about: str, contact_id: int | None) -> None:
        self._about = about
        self._kept = None
        self.model.show(self._reader(contact_id))

    def _reload(self) -> None:
        entry = self.entry()
        self._kept = entry.change_set if entry else None
        self._scroll = self.table.verticalScrollBar().value()
        self.model.reload()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._reload()
        else:
            self._stale = True

    def _on_arrived(self, anew: bool) -> None:  # noqa: FBT001 - the signal's
        if anew and self.model.rowCount():
            line = self.model.line_of(lambda entry: entry.change_set == self._kept)
            index = self.model.index(max(line, 0), WHAT)
            self.table.selectionModel().setCurrentIndex(index, ROWS)
            if line >= 0:
                self.table.verticalScrollBar().setValue(self._scroll)
        self._fit()
        self._show_state()

    # Showing

    def _show_state(self) -> None:
        count = self.model.rowCount()
        self.undo_button.setEnabled(can_undo(self.entry()))
        about = self.tr("About {name}").format(name=self._about) if self._about else ""
        self.about_label.set_text(about)
        one, many = self.tr("1 action"), self.tr("{n} actions")
        self.footer_label.set_text(
            self.kit.formats.count(count, one, many, more=self.model.has_more)
        )
        if self._wanted:
            self.empty.show_words(
                self.tr("Nothing about “{text}”").format(text=self._wanted),
                self.tr("Try part of a name, initial consonants or the last digits of a phone."),
                self.tr("Show everything"),
            )
        else:
            self.empty.show_words(
                self.tr("Nothing has happened yet"),
                self.tr("What is done in this shop stands here, and can be undone from here."),
            )
        self.stack.setCurrentWidget(self.table if count else self.empty)

    def _fit(self) -> None:
        self.table.setColumnHidden(DETAILS, self.width() < ROOMY)
        self.table.setColumnHidden(WHO, not self.model.has_names())

    def _open_menu_at(self, line: int) -> None:
        rect = self.table.visualRect(self.model.index(line, WHAT))
        self._open_menu(self.table.viewport().mapToGlobal(rect.bottomLeft()))

    def _open_menu(self, at: QPoint) -> None:
        if self.entry() is None:
            return
        menu = Menu(self.kit.theme, parent=self)
        action = menu.add(self.tr("Undo this"), "undo-2")
        action.setEnabled(can_undo(self.entry()))
        action.triggered.connect(self.undo_selected)
        menu.setActiveAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
