"""The contacts page: search, list, detail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from ui.common.bars import bar, column_of
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.page import Page
from ui.common.row_table import RowTable
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.search_field import SearchField
from ui.contacts.checks import RowChecks
from ui.contacts.detail import WIDTH as DETAIL_WIDTH
from ui.contacts.detail import DetailPanel
from ui.contacts.dialog import NewContactDialog
from ui.contacts.edits import ContactEdits
from ui.contacts.table import COMPANY, NAME, TAGS, WIDTHS, ContactTableModel

if TYPE_CHECKING:
    from app.services.contacts import ContactService

TYPING_PAUSE = 120  # ms without a keystroke before the search runs
BROWSING_PAUSE = 30  # ms a row is selected before its details are read
DETAIL_NARROW = 320
WIDE_PAGE = 1144  # px: a window of 1360 less the navigation
SECOND_ROW = 480  # px of list below which the company is left out, too
ROOMY_LIST = 720  # px of list below which the tags are left out
RELATED = {"contact_point", "contact_tag", "tag", "note", "interaction", "interaction_contact"}
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ContactsPage(Page):
    """Shows contacts and passes on what people want; decides nothing itself.

    It reads nothing before it is first shown, and when the data change while it is hidden it
    only notes that it is stale.
    """

    icon = "users-round"
    import_asked = Signal()

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
        self._wanted = ""  # what is being searched for
        self._more = False
        self._total = 0
        self._awaited: int | None = None  # the contact to select once it is listed
        self.model = ContactTableModel(kit, contacts, self)
        self._edits = ContactEdits(kit, contacts, self)
        self._build()
        self._checks = RowChecks(self.table, self.model, self)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._browsing = QTimer(self, singleShot=True, interval=BROWSING_PAUSE)
        self._connect(bridge)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Contacts")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.tr("All contacts"))
        self.import_button.set_text(self.tr("Import"))
        self.new_button.set_text(self.tr("New contact"))
        self.search.set_placeholder(self.tr("Search contacts"))
        self.table.setAccessibleName(self.tr("Contacts"))
        for widget in (self.import_button, self.new_button):
            widget.updateGeometry()
        self.model.retranslate()
        self._show_counts()

    def make_new(self) -> None:
        """Ask for a new contact; returns at once, the dialog answers by signal."""
        dialog = NewContactDialog(self.kit, self.window())
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self.window().activateWindow)  # some window managers forget it
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start_search(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> None:
        """Read the list again where it stands, keeping selection and place."""
        line, selected = self.table.currentIndex().row(), self.selected_id()
        scroll = self.table.verticalScrollBar().value()
        self._stale = False
        self._total = self._contacts.count()
        if self._wanted:
            self._find(self._wanted, keep=True)
        else:
            self.model.show_all()
            self._after_reading(selected, line)
            self.table.verticalScrollBar().setValue(scroll)

    def selected_id(self) -> int | None:
        """Return the contact whose row is selected; the first of several."""
        ids = self.selected_ids()
        return ids[0] if ids else None

    def selected_ids(self) -> list[int]:
        """Return the contacts whose rows are selected, from the top."""
        lines = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [i for i in map(self.model.id_at, lines) if i is not None]

    def select(self, contact_id: int) -> bool:
        """Select a contact and scroll to it; return whether it is in the list."""
        line = self.model.line_of(contact_id)
        if line is None:
            return False
        index = self.model.index(line, NAME)
        seen = self.table.viewport().rect().contains(self.table.visualRect(index))
        self.table.selectionModel().setCurrentIndex(index, ROWS)
        if not seen:
            self.table.scrollTo(index, RowTable.ScrollHint.PositionAtCenter)
        return True

    def trash_selected(self) -> None:
        """Put checked or else selected contacts in the trash; Undo brings them back."""
        ids = self.model.checked() or self.selected_ids()
        if ids:
            self._checks.clear()
            self._edits.trash(ids)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self.kit.theme
        self.heading = Label(theme, "", "title")
        self.count_label = Label(theme, "", colour="muted", digits=True)
        self.import_button = Button(theme, "", icon="upload")
        self.new_button = Button(theme, "", "primary", icon="plus")
        self.search = SearchField(theme, "", key="/")
        self.search.setFixedWidth(204)
        self.table = RowTable(theme)
        self.table.setModel(self.model)
        self.table.set_columns(WIDTHS)
        self.table.horizontalHeader().setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.empty = EmptyState(
            theme, "users-round", "", action=" ", action_icon="upload", second=" "
        )
        self.nobody = EmptyState(theme, "search-x", "", role="neutral", action=" ", primary=False)
        self.stack = QStackedWidget()
        for widget in (self.table, self.empty, self.nobody):
            self.stack.addWidget(widget)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        self.detail = DetailPanel(self.kit, self._contacts)

        listing = column_of(
            bar(theme, "Toolbar", 48, [self.search, None]),
            self.stack,
            bar(theme, "Footer", 40, [self.footer_label, None]),
        )
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(0)
        self.splitter.addWidget(listing)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self.detail.setMinimumWidth(DETAIL_NARROW)
        listing.setMinimumWidth(360)
        header = bar(theme, "Header", 56,
            [self.heading, self.count_label, None, self.import_button, self.new_button],
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(self.splitter, 1)
        self._dragged = self.kit.state.restore_splitter("contacts", self.splitter)

    def _connect(self, bridge: ChangeBridge) -> None:
        self._typing.timeout.connect(self._on_typing_paused)
        self._browsing.timeout.connect(self._show_detail)
        self.search.typed.connect(self._on_typed)
        self.search.moved.connect(self._move)
        self.search.submitted.connect(self.table.setFocus)
        self.table.sort_chosen.connect(self._on_sort_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.installEventFilter(self)
        self.model.renamed.connect(self._on_renamed)
        self.model.checked_changed.connect(self._on_checked_changed)
        self.import_button.clicked.connect(self.import_asked)
        self.new_button.clicked.connect(self.make_new)
        self.empty.acted.connect(self.import_asked)
        self.empty.followed.connect(self.make_new)
        self.nobody.acted.connect(self.search.clear)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        detail = self.detail
        detail.moved.connect(self._move)
        detail.closed.connect(self.toggle_detail)
        detail.field_typed.connect(self._edits.set_field)
        detail.point_typed.connect(self._edits.set_point)
        detail.note_typed.connect(self._edits.add_note)
        detail.tag_typed.connect(self._edits.tag)
        detail.trash_asked.connect(lambda contact_id: self._edits.trash([contact_id]))
        QShortcut(QKeySequence("Ctrl+\\"), self, self.toggle_detail)
        bridge.changed.connect(self._on_changed)

    def toggle_detail(self) -> None:
        """Fold the panel of details, or unfold it."""
        self.detail.setVisible(self.detail.isHidden())
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading

    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    def _on_typing_paused(self) -> None:
        text = self.search.text().strip()
        if text == self._wanted:
            return
        self._wanted = text
        if text:
            self._find(text, keep=False)
        else:
            self.reload()

    def _find(self, text: str, *, keep: bool) -> None:
        def task(_ticket: Ticket) -> tuple[Sequence[int], bool]:
            return self._contacts.search(text)

        job = self.kit.runner.read(task)
        job.succeeded.connect(lambda found: self._on_found(text, found, keep=keep))

    def _on_found(self, text: str, found: tuple[Sequence[int], bool], *, keep: bool) -> None:
        if text != self._wanted:
            return  # somebody typed on meanwhile
        ids, more = found
        line, selected = self.table.currentIndex().row(), self.selected_id() if keep else None
        self._more = more
        self.model.show_found(ids)
        self._after_reading(selected, line)

    def _after_reading(self, selected: int | None, line: int) -> None:
        count = self.model.rowCount()
        whole = self.model.is_whole
        self._more = self._more and not whole
        self.table.horizontalHeader().setSortIndicatorShown(not self.model.is_best_first)
        wanted, self._awaited = self._awaited, None
        if not (wanted and self.select(wanted)) and not (
            selected is not None and self.select(selected)
        ):
            index = self.model.index(min(max(0, line if whole else 0), count - 1), NAME)
            if count:
                self.table.selectionModel().setCurrentIndex(index, ROWS)
        self._show_counts()
        self._show_detail()
        self.counted.emit(self._total)

    def _on_sort_chosen(self, column: int, order: Qt.SortOrder) -> None:
        selected = self.selected_id()
        self.model.sort(column, order)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        if selected is None or not self.select(selected):
            self.table.scrollToTop()

    def _on_selected(self) -> None:
        self._browsing.start()

    def _show_detail(self) -> None:
        self._browsing.stop()
        if self.detail.contact_id != self.selected_id():
            self.detail.show_contact(self.selected_id())
        line, count = self.table.currentIndex().row(), self.model.rowCount()
        self.detail.show_place(line, count, more=self._more)

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.reshaped | changes.edited.keys()
        if not self.isVisible():
            self._stale = True
        elif "contact" in changes.reshaped:
            self.reload()
        elif touched & RELATED:
            self.model.reread()
        elif "contact" in touched:
            for contact_id in changes.edited["contact"]:
                self.model.settle(contact_id)
        if touched & (RELATED | {"contact"}) and self.detail.contact_id is not None:
            self.detail.show_contact(self.detail.contact_id)

    # Showing

    def _show_counts(self) -> None:
        number = self.kit.formats.number
        count = self.model.rowCount()
        found = number(count) + ("+" if self._more else "")
        if self.model.is_whole:
            self.count_label.set_text(number(count))
        else:
            words = self.tr("{found} of {total}")
            self.count_label.set_text(words.format(found=found, total=number(self._total)))
        self.footer_label.set_text(
            self.kit.formats.count(
                count, self.tr("1 contact"), self.tr("{n} contacts"), more=self._more
            )
        )
        self.empty.show_words(
            self.tr("No contacts yet"),
            self.tr("Bring the customer list you have: drop an Excel or csv file here."),
            self.tr("Import a spreadsheet"),
            self.tr("New contact"),
        )
        self.nobody.show_words(
            self.tr("Nobody fits “{text}”").format(text=self._wanted),
            self.tr("Try part of a name, initial consonants or the last digits of a phone."),
            self.tr("Clear search"),
        )
        none = self.nobody if self._wanted else self.empty
        self.stack.setCurrentWidget(self.table if count else none)

    def _fit(self) -> None:
        wide = self.width() >= WIDE_PAGE
        self.detail.setMaximumWidth(16_777_215 if self._dragged else DETAIL_WIDTH)
        if not self._dragged:
            panel = DETAIL_WIDTH if wide else DETAIL_NARROW
            self.splitter.setSizes([self.width() - panel, panel])
        room = self.width() - (0 if self.detail.isHidden() else self.detail.width())
        self.table.setColumnHidden(TAGS, room < ROOMY_LIST)
        self.table.setColumnHidden(COMPANY, room < SECOND_ROW)

    def _on_splitter_moved(self) -> None:
        self._dragged = True
        self.kit.state.save_splitter("contacts", self.splitter)
        self._fit()

    # Acting

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Delete:
            self.trash_selected()
            return True
        if event.key() == Qt.Key.Key_Escape and self.model.checked():
            self._checks.clear()
            return True
        letter = letter_of(event)
        if letter == "n":
            self.make_new()
        elif letter == "/":
            self.start_search()
        elif letter == "e":
            self.detail.start_note()
        return letter in {"n", "/", "e"}

    def _move(self, rows: int) -> None:
        line = self.table.currentIndex().row() + rows
        if 0 <= line < self.model.rowCount():
            index = self.model.index(line, NAME)
            self.table.selectionModel().setCurrentIndex(index, ROWS)
            self.table.scrollTo(index)

    def _on_opened(self, _line: int) -> None:
        self.detail.show()
        self._fit()
        self._show_detail()
        self.detail.focus_first()

    def _on_checked_changed(self, count: int) -> None:
        self._show_counts()
        if count:
            words = self.tr("{n} selected").format(n=self.kit.formats.number(count))
            self.footer_label.set_text(words)

    def _on_submitted(self, form: ContactForm) -> None:
        def added(contact_id: int) -> None:
            if not self.select(contact_id):
                self._awaited = contact_id
                self.search.set_text("")

        self._edits.add(form).succeeded.connect(added)

    def _on_renamed(self, contact_id: int, name: str) -> None:
        self._edits.rename(contact_id, name).failed.connect(
            lambda _error: self.model.settle(contact_id)
        )
