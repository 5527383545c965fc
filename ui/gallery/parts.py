"""Larger parts of pages, with sample people in them."""

from PySide6.QtCore import (
    Qt,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QGridLayout,
    QWidget,
)

from ui.common.row_table import RowColumn, RowTable
from ui.common.theme import Theme
from ui.common.widgets.bulk_bar import BulkAction, BulkBar
from ui.common.widgets.card import Card
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.nav_item import NavItem
from ui.common.widgets.note import Note
from ui.common.widgets.pill import Pill
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.quick_button import QuickButton
from ui.common.widgets.section_header import SectionHeader
from ui.common.widgets.skeleton import Skeleton
from ui.common.widgets.stat_tile import Stat, StatTile
from ui.common.widgets.stepper import Stepper
from ui.common.widgets.timeline import ITEM_ROLE, Timeline, TimelineItem
from ui.gallery.samples import PeopleModel, shown, spread

EVENTS = (
    TimelineItem(
        icon="trending-down",
        role="warning",
        title="Moved to <b>At risk</b>",
        text="Rule: twice the usual interval",
        when="9:12 AM",
    ),
    TimelineItem(
        icon="megaphone",
        role="neutral",
        title="Parents’ Day reminder sent",
        text="Text message · no reply",
        when="Apr 30",
    ),
    TimelineItem(
        icon="shopping-bag",
        role="success",
        title="Sale <b>₩72,000</b>",
        text="Peony and eucalyptus bouquet",
        when="Mar 31",
    ),
    TimelineItem(
        icon="sticky-note",
        role="neutral",
        title="Note by 박준호",
        text="Picks up after 6 PM. Has a cat.",
        when="Mar 28",
    ),
)
LINE = (3.0, 3.4, 2.9, 4.1, 4.6, 4.2, 5.3, 8.0)
NUMBERS = {
    "Revenue": (Stat("₩21.18M", "18.6%", "vs 30 days before", rising=True, values=LINE), 0),
    "New customers": (
        Stat("73", "−6", "vs 79 before", rising=False, good=False, values=LINE[::-1]),
        3,
    ),
    "At risk": (Stat("148", "12", "vs 136 before", rising=True, good=False, values=LINE), 1),
}


class Parts(QWidget):
    """Table, navigation, detail, timeline, numbers, and what stands where nothing is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("Canvas")
        self._theme = theme
        self._build()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 0, 24, 24)
        grid.setSpacing(16)
        grid.addWidget(self._table(), 0, 0, 1, 3)
        grid.addWidget(self._navigation(), 1, 0)
        grid.addWidget(self._detail(), 1, 1)
        grid.addWidget(self._timeline(), 1, 2)
        grid.addWidget(self._numbers(), 2, 0, 1, 3)
        grid.addWidget(self._empty("square-kanban", "accent"), 3, 0)
        grid.addWidget(self._empty("search-x", "neutral"), 3, 1)
        grid.addWidget(self._waiting(), 3, 2)
        for column in range(3):
            grid.setColumnStretch(column, 1)

    def _card(self, title: str) -> Card:
        card = Card(self._theme)
        card.column.setContentsMargins(16, 12, 16, 16)
        card.column.addWidget(Label(self._theme, title, "caption", "muted", strong=True))
        return card

    def _table(self) -> QWidget:
        theme = self._theme
        card = Card(theme, padding=1)
        table = RowTable(theme)
        model = PeopleModel(theme)
        model.setParent(table)
        table.setModel(model)
        table.setAccessibleName("Sample contacts")
        widths = (0, 0, 92, 148, 88, 148, 96)
        table.set_columns([RowColumn(width) for width in widths])
        table.header.setSortIndicatorShown(True)
        table.header.setSortIndicator(6, Qt.SortOrder.DescendingOrder)
        table.selectRow(4)
        table.setFixedHeight(36 + 44 * 8)
        self.table = table
        self.bulk_bar = BulkBar(
            theme,
            table,
            [
                BulkAction("tag", "Tag", "tag"),
                BulkAction("owner", "Owner", "user-round"),
                BulkAction("message", "Message", "message-square"),
                BulkAction("task", "Task", "circle-check"),
                BulkAction("export", "Export", "download"),
                BulkAction("merge", "Merge", "git-merge"),
                BulkAction("delete", "Delete", "trash-2", apart=True),
            ],
        )
        card.column.addWidget(table)
        return card

    def _navigation(self) -> QWidget:
        theme = self._theme
        card = self._card("Navigation")
        card.column.setSpacing(2)
        items = [
            NavItem(theme, "Home", icon="house"),
            NavItem(theme, "Contacts", icon="users-round", count="1,842"),
            NavItem(theme, "Tasks", icon="circle-check", count="12", urgent=True),
            NavItem(theme, "VIP", dot="plum-solid", count="96"),
        ]
        items[1].setChecked(True)
        shown(items[3], "focus")
        for item in items:
            card.column.addWidget(item)
        card.column.addStretch(1)
        return card

    def _detail(self) -> QWidget:
        theme = self._theme
        card = self._card("Detail")
        quick = {"Call": "phone", "Mail": "mail", "Note": "sticky-note", "Task": "circle-check"}
        card.column.addLayout(
            spread(*[QuickButton(theme, text, icon) for text, icon in quick.items()], stretch=True)
        )
        note = Note(
            theme,
            "Usually buys every <b>3 weeks</b>. It has been <b>6 weeks</b> since the last visit.",
            "warning",
            icon="trending-down",
            action="Write a win-back message",
        )
        card.column.addWidget(note)
        card.column.setSpacing(8)
        rows = {"Phone": "010-0142-3377", "Mail": "minji.kim@example.com", "Birthday": "May 16"}
        made = [PropertyRow(theme, name, value, editable=True) for name, value in rows.items()]
        made[2].add(Pill(theme, "Saturday", "persimmon", "cake"))
        shown(made[1], "hover")
        for row in made:
            card.column.addWidget(row)
        return card

    def _timeline(self) -> QWidget:
        theme = self._theme
        card = self._card("Timeline")
        header = SectionHeader(theme, "Timeline", "4")
        header.add(IconButton(theme, "list-filter", "Filter the timeline"))
        card.column.addWidget(header)
        view = Timeline(theme, "Sample timeline")
        model = QStandardItemModel(view)
        for item in EVENTS:
            entry = QStandardItem()
            entry.setData(item, ITEM_ROLE)
            entry.setData(item.sentence, Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(entry)
        view.setModel(model)
        view.setMinimumHeight(220)
        card.column.addWidget(view)
        return card

    def _numbers(self) -> QWidget:
        theme = self._theme
        card = self._card("Numbers and steps")
        tiles = [StatTile(theme, label, stat, series) for label, (stat, series) in NUMBERS.items()]
        card.column.addLayout(spread(*tiles, stretch=True))
        steps = Stepper(theme, ("File", "Match columns", "Check", "Import"), 1)
        card.column.addWidget(steps, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _empty(self, icon: str, role: str) -> QWidget:
        theme = self._theme
        card = Card(theme)
        if role == "accent":
            text = "A deal is a bigger job you are still talking about: a wedding, an event."
            state = EmptyState(
                theme, icon, "No deals yet", text, action="New deal", action_icon="plus",
                second="See an example",
            )  # fmt: skip
        else:
            text = "Take one filter away, or look in all 1,842 contacts."
            state = EmptyState(
                theme, icon, "Nobody fits “망원동 + VIP + New”", text, role=role,
                action="Remove “New”", primary=False, second="Clear all",
            )  # fmt: skip
        card.column.addWidget(state)
        return card

    def _waiting(self) -> QWidget:
        card = self._card("Loading, after 0.3 s")
        card.column.addWidget(Skeleton(self._theme, "Loading"))
        card.column.addStretch(1)
        return card
