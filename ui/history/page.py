"""The history page: what has been done, newest first, and taking one of it back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.history import HistoryEntry, KeptPart
from app.shapes.staff import StaffRow
from ui.common.bars import bar, column_of
from ui.common.bridge import ChangeBridge
from ui.common.growing_model import Reader
from ui.common.kept import KeptDialog
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.page import Page
from ui.common.row_table import RowTable
from ui.common.widgets.button import Button
from ui.common.widgets.chip import Chip
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.history.finder import ContactFinder
from ui.history.table import DETAILS, WHAT, WHO, WIDTHS, HistoryModel, can_undo

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.history import HistoryService
    from app.services.staff import StaffService

ROOMY = 720  # px of page below which the details are left out
REHEARSED = 2000  # rows up to which it is looked before an undo what it would keep
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class HistoryPage(Page):
    """Shows actions, of the whole shop, about one contact or by one of the staff.

    It asks the shell to undo one. It reads nothing before it is first shown, and when the data
    change while it is hidden it only notes that it is stale.
    """

    icon = "history"
    topic = "history"
    in_nav = False
    undo_asked = Signal(object)  # change set

    def __init__(
        self,
        kit: Kit,
        history: HistoryService,
        contacts: ContactService,
        bridge: ChangeBridge,
        staff: StaffService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._history = history
        self._contacts = contacts
        self._staff = staff
        self._stale = True
        self._contact_id: int | None = None
        self._about = ""  # the name of the contact whose history is shown
        self._actor_id: int | None = None
        self._actor = ""
        self._kept: int | None = None  # the change set to select again once it is read
        self._scroll = 0
        self._takes_focus = False  # the table, once there are rows to go to
        self.model = HistoryModel(kit, self._reader(), self)
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
        self.staff_chip.set_name(self.tr("Who"))
        self.model.retranslate()
        self._show_filters()
        self._show_state()

    def start_search(self) -> None:
        """Put the focus into the search."""
        self._takes_focus = False
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_contact(self, contact_id: int) -> None:
        """Show what was done about one contact, in the trash or not."""

        def task(_ticket: Ticket) -> str:
            return self._contacts.name_of(contact_id)

        job = self.kit.runner.read(task)
        job.succeeded.connect(lambda name: self._show_about(contact_id, name))

    def show_everything(self) -> None:
        """Take the filters away."""
        self._actor_id, self._actor = None, ""
        self._show_about(None, "")

    def entry(self) -> HistoryEntry | None:
        """Return the action that is selected."""
        lines = self.table.selectionModel().selectedRows()
        return self.model.entry_at(lines[0].row()) if lines else None

    def undo_selected(self) -> None:
        """Ask to take the selected action back; first tell what would stay, if anything would."""
        entry = self.entry()
        if entry is None or not can_undo(entry):
            return
        if entry.rows > REHEARSED:
            self.undo_asked.emit(entry.change_set)
            return
        change_set = entry.change_set

        def task(_ticket: Ticket) -> list[KeptPart]:
            return self._history.kept_by_undo(change_set)

        job = self.kit.runner.write(task)
        job.succeeded.connect(lambda parts: self._on_rehearsed(entry, parts))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        if self._stale:
            self._stale = False
            self._reload()
        self._focus_table()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and letter_of(event) == "/":
            self.start_search()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self.kit.theme
        self.heading = Label(theme, "", "title")
        self.undo_button = Button(theme, "", icon="undo-2")
        self.finder = ContactFinder(self.kit, self._contacts, self)
        self.search = self.finder.field
        self.search.setFixedWidth(240)
        self.about_chip = Chip(theme, "")
        self.staff_chip = Chip(theme, "")
        if self._staff is None:
            self.staff_chip.hide()
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        self.table.set_columns(WIDTHS)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.empty = EmptyState(theme, "history", "", role="neutral", action=" ", primary=False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        filters = [self.search, self.about_chip, self.staff_chip, None]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Header", 56, [self.heading, None, self.undo_button]))
        listing = column_of(
            bar(theme, "Toolbar", 48, filters),
            self.stack,
            bar(theme, "Footer", 40, [self.footer_label, None]),
        )
        whole.addWidget(listing, 1)

    def _connect(self, bridge: ChangeBridge) -> None:
        self.finder.chosen.connect(self._show_about)
        self.finder.left.connect(self.table.setFocus)
        self.about_chip.clicked.connect(self.start_search)
        self.about_chip.cleared.connect(lambda: self._show_about(None, ""))
        self.staff_chip.clicked.connect(self._ask_staff)
        self.staff_chip.cleared.connect(lambda: self._show_actor(None, ""))
        self.undo_button.clicked.connect(self.undo_selected)
        self.empty.acted.connect(self.show_everything)
        self.table.opened.connect(self._open_menu_at)
        self.table.menu_asked.connect(self._open_menu)
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        self.model.arrived.connect(self._on_arrived)
        bridge.changed.connect(self._on_changed)

    # Reading

    def _reader(self) -> Reader:
        history, contact_id, actor_id = self._history, self._contact_id, self._actor_id

        def read(count: int, known: Sequence[HistoryEntry]) -> Sequence[HistoryEntry]:
            before = known[-1].change_set if known else None
            return history.entries(
                limit=count, before=before, contact_id=contact_id, actor_id=actor_id
            )

        return read

    def _show_about(self, contact_id: int | None, name: str) -> None:
        self._contact_id, self._about = contact_id, name
        self._show_history()

    def _show_actor(self, actor_id: int | None, name: str) -> None:
        self._actor_id, self._actor = actor_id, name
        self._show_history()

    def _show_history(self) -> None:
        self._kept = None
        self._show_filters()
        self.model.show(self._reader())
        self._focus_table()

    def _focus_table(self) -> None:
        # A table that waits for its rows is hidden and would not take the focus.
        self._takes_focus = not self.table.isVisible()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if self._takes_focus and self.table.isVisible():
            self._focus_table()

    # Choosing who

    def _ask_staff(self) -> None:
        if (staff := self._staff) is not None:
            job = self.kit.runner.read(lambda _ticket: staff.everybody())
            job.succeeded.connect(self._offer_staff)

    def _offer_staff(self, staff: Sequence[StaffRow]) -> None:
        menu = Menu(self.kit.theme, parent=self)
        for person in staff:
            name = person.name or self.tr("Owner")
            action = menu.add(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(person.id == self._actor_id)
            action.triggered.connect(partial(self._show_actor, person.id, name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.staff_chip.mapToGlobal(self.staff_chip.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    # Undoing

    def _on_rehearsed(self, entry: HistoryEntry, parts: Sequence[KeptPart]) -> None:
        if not parts:
            self.undo_asked.emit(entry.change_set)
            return
        what = self.model.words(entry, "what")
        dialog = KeptDialog(self.kit, what, parts, self.window())
        dialog.accepted.connect(lambda: self.undo_asked.emit(entry.change_set))
        dialog.finished.connect(self.window().activateWindow)  # some window managers forget it
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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

    # Showing

    def _show_filters(self) -> None:
        about = self.tr("About: {name}").format(name=self._about) if self._about else ""
        self.about_chip.set_active(about)
        self.about_chip.setVisible(bool(about))
        who = self.tr("Who: {name}").format(name=self._actor) if self._actor else ""
        self.staff_chip.set_active(who)

    def _show_state(self) -> None:
        count = self.model.rowCount()
        self.undo_button.setEnabled(can_undo(self.entry()))
        one, many = self.tr("1 action"), self.tr("{n} actions")
        self.footer_label.set_text(
            self.kit.formats.count(count, one, many, more=self.model.has_more)
        )
        if self._about or self._actor:
            self.empty.show_words(
                self.tr("Nothing was done here"),
                self.tr("What is shown is narrowed down. Without that there may be more."),
                self.tr("Show everything"),
            )
        else:
            self.empty.show_words(
                self.tr("Nothing has happened yet"),
                self.tr("What is done in this shop stands here, and can be undone from here."),
            )
        self.stack.setCurrentWidget(self.table if count else self.empty)

    def _fit(self) -> None:
        self.table.setColumnHidden(DETAILS, self.width() < ROOMY * self.kit.theme.text_scale)
        self.table.setColumnHidden(WHO, not self.model.has_names())
