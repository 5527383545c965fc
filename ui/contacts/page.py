"""The contacts page: search, list, detail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.events import Changes
from app.shapes.segments import SegmentRow
from ui.common.bars import LEFT, bar, indent
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.page import Page
from ui.contacts.bulk import BAR_SPACE, BulkActs
from ui.contacts.checks import RowChecks
from ui.contacts.choices import Choices
from ui.contacts.column_menu import ColumnMenu
from ui.contacts.detail import SIDE, SIDE_NARROW, DetailPanel
from ui.contacts.edits import ContactEdits
from ui.contacts.head import NARROW, PageHead
from ui.contacts.list_pane import ListPane
from ui.contacts.new_contacts import NewContacts
from ui.contacts.panes import Panes
from ui.contacts.renaming import Renaming
from ui.contacts.smart_list import SmartList
from ui.contacts.table import ContactTableModel

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.custom_fields import CustomFieldService
    from app.services.segments import SegmentService
    from app.services.staff import StaffService
    from ui.contacts.full_page import FullPage

BROWSING_PAUSE = 30  # ms a row is selected before its details are read …
BROWSING = 150  # … when the one before was selected less than so many ms ago
LEFT_NARROW = 20  # px left of the bars on a narrow page
RELATED = {
    "contact_point", "contact_tag", "tag", "note", "interaction", "interaction_contact", "staff",
    "custom_value", "custom_field", "custom_choice", "sale", "payment", "prepaid_pass", "pass_use",
    "loyalty_move", "touch_rule", "plan_run", "task",
}  # fmt: skip


class ContactsPage(Page):
    """Shows contacts and passes on what people want; decides nothing itself.

    It reads nothing before it is first shown, and when the data change while it is hidden it
    only notes that it is stale.
    """

    icon = "users-round"
    topic = "contacts"
    import_asked = Signal()
    export_asked = Signal(object)  # list[int]
    print_asked = Signal(object)  # list[int]
    full_asked = Signal(object)  # contact id
    list_shown = Signal(object)  # id of the smart list, or None
    conditions_asked = Signal(object, object)  # Filter, SegmentRow if it is that list's
    lifted = Signal(int)  # px that float above the footer, for what floats above them

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        segments: SegmentService,
        staff: StaffService,
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._contacts = contacts
        self._stale = True
        self.model = ContactTableModel(kit, contacts, self)
        self._edits = ContactEdits(kit, contacts, self)
        self.new_contacts = NewContacts(kit, contacts, self._edits, self)
        self._choices = Choices(kit, contacts, staff, self)
        self._build()
        self._lists = SmartList(kit, segments, self.filters, self)
        self._checks = RowChecks(kit, contacts, self.table, self.model, self)
        self._columns = ColumnMenu(kit, self.model, self.table, self)
        self.acts = BulkActs(kit, contacts, self._choices, self.table, self.chosen_ids, self)
        self._browsing = QTimer(self, singleShot=True, interval=BROWSING_PAUSE)
        self._selected = QElapsedTimer()  # since a row was selected
        self._connect(bridge)
        self._connect_list()
        self.retranslate()

    def serve_fields(self, fields: CustomFieldService, currency: Callable[[], str]) -> None:
        """Give it the shop's own fields: columns of the list from now on."""
        self.model.serve_fields(fields, currency)
        self._pane.reread_fields()
        self._pane.set_columns()

    def title(self) -> str:
        return self.tr("Contacts")

    def retranslate(self) -> None:
        """Set every word again."""
        self.head.retranslate()
        self._pane.retranslate()
        self.acts.retranslate()
        self.model.retranslate()
        self._show_list_name()
        self._show_counts()

    def make_new(self) -> None:
        """Ask for a new contact; returns at once, the dialog answers by signal."""
        self.new_contacts.ask()

    def start_search(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_list(self, row: SegmentRow) -> None:
        """Show a smart list: its name as the heading, its filter in the chips."""
        self._pane.clear_search()
        self._lists.show(row)

    def show_everybody(self) -> None:
        """Show all contacts again, unfiltered."""
        self._pane.clear_search()
        self._lists.leave()

    def make_list(self) -> None:
        """Ask for the name of a new smart list; without a filter, for a filter first."""
        if self.filters.filter():
            self._lists.ask_name()
        else:
            self.filters.add.click()

    def reveal(self, contact_id: int) -> None:
        """Select a contact; where the list does not have it, show everybody."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.select(contact_id):
            self._pane.await_contact(contact_id)
            self.show_everybody()

    def reload(self) -> None:
        """Read the list again where it stands, keeping selection and place."""
        self._stale = False
        self._pane.reload()

    def selected_id(self) -> int | None:
        """Return the contact whose row is selected; the first of several."""
        return self._pane.selected_id()

    def chosen_ids(self) -> list[int]:
        """Return the contacts that are checked, or else those that are selected."""
        return self.model.checked() or self._pane.selected_ids()

    def select(self, contact_id: int) -> bool:
        """Select a contact and scroll to it; return whether it is in the list."""
        return self._pane.select(contact_id)

    def step(self, rows: int) -> None:
        """Select the contact that many rows down."""
        self._pane.step(rows)

    def show_place_in(self, part: DetailPanel | FullPage) -> None:
        """Tell what shows one contact which of how many the selected one is."""
        line, count = self.table.currentIndex().row(), self.model.rowCount()
        part.show_place(line, count, more=self._pane.more)

    def listed_ids(self, take: Callable[[list[int]], object]) -> None:
        """Pass on the contacts that are checked, or else the whole list as it stands."""
        if checked := self.model.checked():
            take(checked)
            return
        job = self.kit.runner.read(lambda _ticket: self._pane.listed_ids())
        job.succeeded.connect(take)

    def trash_selected(self) -> None:
        """Put checked or else selected contacts in the trash; Undo brings them back."""
        ids = self.chosen_ids()
        if ids:
            self._checks.clear()
            self._edits.trash(ids)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
            self.detail.show_contact(self.detail.contact_id)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.detail.contact_id != self.selected_id():
            self._browsing.start(0)  # it was selected when this page was about to be left

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._pane = pane = ListPane(self.kit, self.model, self._contacts, self._choices)
        self.search, self.filters, self.table = pane.search, pane.filters, pane.table
        self.stack, self.empty, self.nobody = pane.stack, pane.empty, pane.nobody
        self.footer_label, self.checked_label = pane.footer_label, pane.checked_label
        self.head = head = PageHead(self.kit)
        self.heading, self.count_label = head.heading, head.count_label
        self.new_button, self.import_button = head.new_button, head.import_button
        self.detail = DetailPanel(self.kit, self._contacts)
        self._panes = Panes(self.kit, pane, self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        header = bar(self.kit.theme, "Header", 56, head.widgets())
        self._bars = (header, *pane.bars)
        whole.addWidget(header)
        whole.addWidget(self._panes, 1)

    def _connect(self, bridge: ChangeBridge) -> None:
        self._browsing.timeout.connect(self.show_detail)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.installEventFilter(self)
        Renaming(self._edits, self.model, self.table, self)
        self.model.checked_changed.connect(self._on_checked_changed)
        self.head.import_asked.connect(self.import_asked)
        self.new_contacts.shown.connect(self.reveal)
        self.new_button.clicked.connect(self.make_new)
        self.empty.acted.connect(self.import_asked)
        self.empty.followed.connect(self.make_new)
        self.nobody.acted.connect(self._on_way_back)
        self.nobody.followed.connect(self._on_clear_asked)
        self._panes.splitterMoved.connect(self._fit)
        detail = self.detail
        detail.moved.connect(self._pane.step)
        detail.closed.connect(self.toggle_detail)
        detail.full_page_asked.connect(self.full_asked)
        detail.trash_asked.connect(lambda contact_id: self._edits.trash([contact_id]))
        QShortcut(QKeySequence("Ctrl+\\"), self, self.toggle_detail)
        bridge.changed.connect(self._choices.on_changed)
        bridge.changed.connect(self._on_changed)

    def _connect_list(self) -> None:
        """Connect what narrows the list, how it looks, and what is done to many."""
        self._pane.listed.connect(self._on_listed)
        self._pane.recounted.connect(self._show_counts)
        self.filters.changed.connect(self._show_list_name)
        self._pane.save_link.clicked.connect(self.make_list)
        self.filters.more_asked.connect(self.ask_conditions)
        self._lists.everybody_asked.connect(self.show_everybody)
        self._lists.list_asked.connect(self.show_list)
        self._lists.shown.connect(self.list_shown)
        self._lists.shown.connect(self._show_list_name)
        self.heading.clicked.connect(lambda: self._lists.show_menu(self.heading))
        columns = self.head.columns_button
        columns.clicked.connect(lambda: self._columns.show(columns))
        self._columns.chosen.connect(self._pane.choose_columns)
        self.head.compact_button.setChecked(self._pane.is_compact)
        self.head.compact_button.toggled.connect(lambda on: self._pane.set_compact(compact=on))
        self.acts.trash_asked.connect(self.trash_selected)
        self.acts.cleared.connect(self._checks.clear)
        self.acts.opened.connect(self._on_opened)
        self.acts.export_asked.connect(self.export_asked)
        self.acts.print_asked.connect(self.print_asked)
        self.acts.full_asked.connect(self.full_asked)

    def toggle_detail(self) -> None:
        """Fold the panel of details, or unfold it."""
        self.detail.setVisible(self.detail.isHidden())
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Reading

    def _on_listed(self) -> None:
        self._show_counts()
        self._browsing.start(BROWSING_PAUSE)  # the list is painted before the details are read
        self.counted.emit(self._pane.total)

    def _on_selected(self) -> None:
        browses = self._selected.isValid() and self._selected.elapsed() < BROWSING
        self._selected.start()
        self._browsing.start(BROWSING_PAUSE if browses else 0)

    def show_detail(self) -> None:
        """Show the details of who is selected, as soon as they can be read."""
        self._browsing.stop()
        if not self.isVisible() or not self._contacts.is_open:
            return  # read when it is shown again, or when the shop is open
        if self.detail.contact_id != self.selected_id():
            self.detail.show_contact(self.selected_id())
        self.show_place_in(self.detail)

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.reshaped | changes.edited.keys()
        if "segment" in touched:
            self._lists.reread()
        if touched & {"custom_field", "custom_choice", "setting"}:
            self._pane.reread_fields()
        if not self.isVisible():
            self._stale = True
        elif "contact" in changes.reshaped:
            self.reload()
        elif self.filters.filter() and touched & (RELATED | {"contact"}):
            self._pane.read(keep=True)
        elif touched & RELATED:
            self.model.reread()
        if "contact" in changes.edited and self.isVisible():
            for contact_id in changes.edited["contact"]:
                self.model.settle(contact_id)
        shown = self.isVisible() and self.detail.contact_id is not None
        if shown and touched & (RELATED | {"contact"}):
            self.detail.show_contact(self.detail.contact_id)

    # Showing

    def _show_counts(self) -> None:
        pane, count = self._pane, self.model.rowCount()
        found, more = pane.fitting or count, pane.more and pane.fitting is None
        self.head.show_count(found, pane.total, whole=self.model.is_whole, more=more)
        pane.show_counts()

    def _show_list_name(self) -> None:
        self.heading.set_text(self._lists.name or self.tr("All contacts"))
        self._pane.save_link.setVisible(self._lists.is_new)

    def _fit(self) -> None:
        self._panes.fit(self.width())
        left = LEFT_NARROW if self.width() < NARROW else LEFT
        for one in self._bars:
            indent(one, left)
        self.table.set_side(left)
        self.detail.set_side(SIDE_NARROW if self.width() < NARROW else SIDE)
        self.head.fit(self.width())
        self._pane.fit()

    def ask_conditions(self) -> None:
        """Have the conditions of the list edited that is shown, or those of the chips."""
        row = None if self._lists.is_new else self._lists.row
        self.conditions_asked.emit(self.filters.filter(), row)

    # Acting

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Delete:
            self.trash_selected()
        elif event.key() == Qt.Key.Key_Escape and self.model.checked_count:
            self._checks.clear()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._checks.check_all()
        else:
            return self._on_letter(letter_of(event))
        return True

    def _on_letter(self, letter: str) -> bool:
        acts = {
            "n": self.make_new,
            "/": self.start_search,
            "e": self.detail.start_note,
            "l": self.detail.start_log,
            "#": self.detail.start_tag,
        }
        if act := acts.get(letter):
            act()
            return True
        return self.detail.press_letter(letter)

    def _on_opened(self, _which: object) -> None:
        self.detail.show()
        self._fit()
        self.show_detail()
        self.detail.focus_first()

    def _on_checked_changed(self, count: int) -> None:
        self._show_counts()
        self.acts.bar.set_count(count)
        self.lifted.emit(BAR_SPACE if count else 0)

    def _on_way_back(self) -> None:
        if self.filters.sentences():
            self.filters.remove_last()
        else:
            self.search.clear()

    def _on_clear_asked(self) -> None:
        if self.search.text():
            self.search.clear()
        else:
            self.show_everybody()
