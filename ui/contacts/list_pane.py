"""The list with its toolbar, its footer, and what stands there when nobody is listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.shapes.filters import Filter
from ui.common.bars import bar, column_of
from ui.common.kit import Kit
from ui.common.row_delegate import GAP
from ui.common.row_table import SCROLL_BAR, RowTable
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.search_field import SearchField
from ui.contacts.checks import MOST
from ui.contacts.choices import Choices
from ui.contacts.columns import FIRST_TO_GO
from ui.contacts.filter_bar import FilterBar
from ui.contacts.listing import Listing
from ui.contacts.table import NAME, ContactTableModel

if TYPE_CHECKING:
    from app.services.contacts import ContactService

LEAST = 360  # px
SEARCH, SEARCH_NARROW = 204, 180  # px of the search field
ROOMY = 700  # px of list from which the search has its full width
NAME_WIDTH = 128  # px of the name below which other columns go
COMPACT = "contacts/compact"
TYPING_PAUSE = 10  # ms; what comes closer together (a whole syllable, a paste) is one search
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ListPane(QWidget):
    """Searches, filters, sorts and selects; what is done with contacts is the page's.

    keys -> SearchField, FilterBar -> Listing (read in the background) -> ContactTableModel
    """

    listed = Signal()  # it has been read
    recounted = Signal()  # how many fit is known now

    def __init__(
        self,
        kit: Kit,
        model: ContactTableModel,
        contacts: ContactService,
        choices: Choices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._model = model
        self._contacts = contacts
        self._listing = Listing(kit, contacts, self)
        self._awaited: int | None = None  # the contact to select once it is listed
        self.more = False  # whether a search found more than are listed
        self.fitting: int | None = None  # how many, once they are counted
        self.total = 0
        self.search = SearchField(theme, "", key="/")
        self.filters = FilterBar(kit, choices)
        self.save_link = Button(theme, "", "link")
        self.table = RowTable(theme)
        self.table.setModel(model)
        self.table.horizontalHeader().setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.table.setDragEnabled(True)
        self.set_columns()
        self.set_compact(compact=kit.state.text(COMPACT) == "yes")
        self.empty = EmptyState(
            theme, "users-round", "", action=" ", action_icon="upload", second=" "
        )
        self.nobody = EmptyState(
            theme, "search-x", "", role="neutral", action=" ", primary=False, second=" "
        )
        self.stack = QStackedWidget()
        for widget in (self.table, self.empty, self.nobody):
            self.stack.addWidget(widget)
        self.footer_label = Label(theme, "", "caption", "muted", digits=True)
        self.checked_label = Label(theme, "", "caption", "muted", digits=True)
        toolbar = bar(theme, "Toolbar", 48, [self.search, self.filters, self.save_link])
        footer = bar(theme, "Footer", 40, [self.footer_label, self.checked_label, None], gap=16)
        self.bars = (toolbar, footer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(column_of(toolbar, self.stack, footer))
        self.setMinimumWidth(LEAST)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._typing.timeout.connect(self._on_typing_paused)
        self._listing.arrived.connect(self._on_arrived)
        self._listing.counted.connect(self._on_counted)
        self.filters.changed.connect(self._on_filters_changed)
        self.search.typed.connect(self._on_typed)
        self.search.moved.connect(self.step)
        self.search.submitted.connect(self.table.setFocus)
        self.table.sort_chosen.connect(self._on_sort_chosen)

    def retranslate(self) -> None:
        """Set every word again."""
        self.search.set_placeholder(self.tr("Search contacts"))
        self.save_link.set_text(self.tr("Save as list"))
        self.table.setAccessibleName(self.tr("Contacts"))
        self.save_link.updateGeometry()
        self.filters.retranslate()

    def set_columns(self) -> None:
        """Give the columns that are chosen now their widths."""
        for section in range(self._model.columnCount()):
            self.table.setColumnHidden(section, False)  # noqa: FBT003
        self.table.set_columns(self._model.layout.widths())
        self.fit()

    def set_compact(self, *, compact: bool) -> None:
        """Take low rows or high ones, and remember it."""
        self.table.set_compact(compact=compact)
        self._kit.state.put_text(COMPACT, "yes" if compact else "")

    @property
    def is_compact(self) -> bool:
        """Whether the rows are low."""
        return self._kit.state.text(COMPACT) == "yes"

    def fit(self) -> None:
        """Leave out columns for which there is no room: tags first, then the last contact."""
        self.search.setFixedWidth(SEARCH if self.width() >= ROOMY else SEARCH_NARROW)
        layout, scale = self._model.layout, self._kit.theme.text_scale
        room = self.width() - self.table.check_width - SCROLL_BAR - (NAME_WIDTH + 2 * GAP) * scale
        needed = {
            key: (layout.kind(key).width + 2 * GAP) * scale for key in layout.shown()[1:]
        }  # fmt: skip
        gone = set[str]()
        for key in FIRST_TO_GO:
            left = sum(width for other, width in needed.items() if other not in gone)
            if left > room and key in needed:
                gone.add(key)
        for key in FIRST_TO_GO:
            if (number := self._model.number_of(key)) is not None:
                self.table.setColumnHidden(number, key in gone)

    def reload(self) -> None:
        """Read the list again where it stands, keeping selection and place."""
        if not self._listing.is_whole:
            self.total = self._contacts.count()
        self.read(keep=True)

    def clear_search(self) -> None:
        """Empty the search before something else is read."""
        self.search.set_text("")
        self._typing.stop()
        self._listing.text = ""

    def await_contact(self, contact_id: int) -> None:
        """Select a contact as soon as it is listed."""
        self._awaited = contact_id

    def read(self, *, keep: bool) -> None:
        """Read who is in the list; `keep` the selection and the place."""
        model = self._model
        if not self._listing.is_whole:
            self._listing.read(model.sorted_by, descending=model.descending, keep=keep)
            return
        line, selected = self.table.currentIndex().row(), self.selected_id()
        scroll = self.table.verticalScrollBar().value()
        was_whole = model.is_whole
        self._listing.drop()
        self.more, self.fitting = False, None
        self.total = self._contacts.count()
        model.show_all(self.total)
        self._after_reading(selected, line)
        if was_whole:
            self.table.verticalScrollBar().setValue(scroll)

    def listed_ids(self) -> list[int]:
        """Return everybody in the list, in its order; takes a while for a long one."""
        model = self._model
        if not model.is_whole:
            return list(model.found)
        everybody = self._contacts.filtered(Filter(), model.sorted_by, descending=model.descending)
        return list(everybody)

    def selected_id(self) -> int | None:
        """Return the contact whose row is selected; the first of several."""
        lines = self.table.selected_lines()
        return self._model.id_at(lines[0].start) if lines else None

    def selected_ids(self) -> list[int]:
        """Return the contacts whose rows are selected, from the top."""
        lines = (line for part in self.table.selected_lines() for line in part)
        return [i for i in map(self._model.id_at, lines) if i is not None]

    def select(self, contact_id: int) -> bool:
        """Select a contact and scroll to it; return whether it is in the list."""
        line = self._model.line_of(contact_id)
        if line is None:
            return False
        seen = self.table.visualRect(self._model.index(line, NAME))
        inside = self.table.viewport().rect().contains(seen)
        index = self._go_to(line)
        if not inside:
            self.table.scrollTo(index, RowTable.ScrollHint.PositionAtCenter)
            self.table.scroll_to_whole_row()
        return True

    def step(self, rows: int) -> None:
        """Select the contact that many rows down."""
        line = self.table.currentIndex().row() + rows
        if 0 <= line < self._model.rowCount():
            self.table.scrollTo(self._go_to(line))

    def choose_columns(self, keys: tuple[str, ...]) -> None:
        """Show these columns beside the name."""
        selected = self.selected_id()
        self._model.choose_columns(keys)
        self.set_columns()
        self._show_sort()
        if selected is not None:
            self.select(selected)

    def reread_fields(self) -> None:
        """Show the columns of the shop's own fields as the fields are now."""
        selected = self.selected_id()
        if self._model.reread_fields():
            self.set_columns()
            self._show_sort()
            if selected is not None:
                self.select(selected)

    def show_counts(self) -> None:
        """Show how many there are, or what to do when there is nobody."""
        count = self._model.rowCount()
        many, one = self.tr("{n} contacts"), self.tr("1 contact")
        self.footer_label.set_text(self._kit.formats.count(count, one, many, more=self.more))
        checked = self._model.checked_count
        words = self.tr("{n} selected").format(n=self._kit.formats.number(checked))
        self.checked_label.set_text(words if checked else "")
        self.checked_label.updateGeometry()
        self.footer_label.updateGeometry()
        self._show_nobody()
        none = self.empty if self._model.is_whole else self.nobody
        self.stack.setCurrentWidget(self.table if count else none)

    def _show_nobody(self) -> None:
        self.empty.show_words(
            self.tr("No contacts yet"),
            self.tr("Bring the customer list you have: drop an Excel or csv file here."),
            self.tr("Import a spreadsheet"),
            self.tr("New contact"),
        )
        text, sentences = self.search.text().strip(), self.filters.sentences()
        title = self.tr("Nobody fits “{text}”").format(text=text)
        clear = self.tr("Clear search")
        if not sentences:
            hint = self.tr("Try part of a name, initial consonants or the last digits of a phone.")
            self.nobody.show_words(title, hint, clear)
            return
        everybody = self._kit.formats.number(self.total)
        way_out = self.tr("Take one filter away, or look in all {n} contacts.").format(n=everybody)
        filters = self.tr("Nobody fits “{text}”").format(text=" + ".join(sentences))
        remove = self.tr("Remove “{filter}”").format(filter=sentences[-1])
        self.nobody.show_words(
            title if text else filters,
            way_out,
            remove,
            clear if text else self.tr("Clear all") if len(sentences) > 1 else "",
        )

    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    def _on_typing_paused(self) -> None:
        text = self.search.text().strip()
        if text != self._listing.text:
            self._listing.text = text
            self.read(keep=False)

    def _on_filters_changed(self) -> None:
        self._listing.filter = self.filters.filter()
        self.read(keep=False)

    def _on_arrived(self, ids: Sequence[int], more: bool, keep: bool) -> None:  # noqa: FBT001
        line, selected = self.table.currentIndex().row(), self.selected_id() if keep else None
        self.more, self.fitting = more, None
        self._model.show_found(ids, best_first=bool(self._listing.text))
        self._after_reading(selected, line if keep else 0)

    def _on_counted(self, count: int) -> None:
        self.fitting = count
        self.recounted.emit()

    def _after_reading(self, selected: int | None, line: int) -> None:
        count = self._model.rowCount()
        self._show_sort()
        wanted, self._awaited = self._awaited, None
        still = selected is not None and self._model.id_at(line) == selected
        if still and not wanted:
            self._go_to(line)
        elif not any(self.select(known) for known in (wanted, selected) if known) and count:
            self._go_to(min(max(0, line), count - 1))
        self.listed.emit()

    def _go_to(self, line: int) -> QModelIndex:
        index = self._model.index(line, NAME)
        self.table.selectionModel().setCurrentIndex(index, ROWS)
        return index

    def _on_sort_chosen(self, column: int, order: Qt.SortOrder) -> None:
        selected = self.selected_id()
        if self._listing.filter and not self._listing.text:
            key, down = self._model.columns[column].sort, order == Qt.SortOrder.DescendingOrder
            self._model.sort_next_by(key, descending=down)
            self.read(keep=True)
            return
        self._model.sort(column, order)
        self._show_sort()
        short = self._model.rowCount() <= MOST  # finding a place in more takes too long
        if not short or selected is None or not self.select(selected):
            self._go_to(0)
            self.table.scrollToTop()

    def _show_sort(self) -> None:
        """Show in the header what the list is sorted by, if that column is there."""
        header, number = self.table.header, self._model.number_sorted_by()
        shown = number is not None and not self._model.is_best_first
        header.setSortIndicatorShown(shown)
        if number is not None:
            header.show_sorted(number, descending=self._model.descending)
