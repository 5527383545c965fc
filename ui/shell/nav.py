"""The navigation at the left: the shop's name, the pages, at the foot settings and oneself."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.tab_order import put_behind, stops_in
from ui.common.widgets.nav_item import NavItem
from ui.shell.brand import Brand
from ui.shell.me_button import MeButton
from ui.shell.search_button import SearchButton

WIDTH = 216
RAIL = 56
RAIL_BELOW = 1180  # px of window width
FOLD = "nav/fold"  # what this PC remembers: 'folded', 'unfolded', or '' for by the width
GAP, RAIL_GAP = 2, 4  # px between two items
SIDES, RAIL_SIDES = (8, 12, 8, 8), (10, 12, 9, 8)  # beside the line at the right


class Nav(QFrame):
    """One item per page; folds to a rail of icons. What does not fit in its height scrolls."""

    chosen = Signal(int)  # number of the page
    me_asked = Signal()  # whoever is at the desk wants to change their name

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Nav")
        self._kit = kit
        self._pages: list[Page] = []
        self._counts: list[int | None] = []
        self._sections: list[QWidget] = []
        self._ordering = QTimer(self, singleShot=True, interval=0)  # once for all that come
        self._ordering.timeout.connect(self._order_tab)
        self._items = QButtonGroup(self)
        self._rail = False
        self._unfolded = {"unfolded": True, "folded": False}.get(kit.state.text(FOLD))
        self._shop_name = ""
        self._me = (0, "", "")  # id, name, role
        self.brand = Brand(kit.theme)
        self.search = SearchButton(kit.theme, "Ctrl K")
        self.search.setEnabled(False)
        self.me = MeButton(kit.theme)
        self._build()
        self._items.idClicked.connect(self.chosen)
        self.me.clicked.connect(self.me_asked)
        kit.language.changed.connect(self.retranslate)
        self.set_rail(rail=False)
        self.retranslate()

    @property
    def is_rail(self) -> bool:
        """Whether only icons are shown."""
        return self._rail

    def add(self, page: Page) -> None:
        """Add an item for a page."""
        number = len(self._pages)
        item = NavItem(self._kit.theme, page.title(), icon=page.icon)
        item.set_rail(rail=self._rail)
        self._pages.append(page)
        self._counts.append(None)
        self._items.addButton(item, number)
        (self._foot if page.in_foot else self._list).addWidget(item)
        if not page.in_nav and not page.in_foot:
            item.hide()
        self._ordering.start()
        page.counted.connect(lambda count: self._on_counted(number, count))

    def add_section(self, widget: QWidget) -> None:
        """Put something of several lines below the pages; a rail has no room for it."""
        self._sections.append(widget)
        self._below.addWidget(widget)
        widget.setVisible(not self._rail)
        self._ordering.start()

    def choose(self, number: int) -> None:
        """Show which page is open."""
        if (item := self._items.button(number)) is not None:
            item.setChecked(True)

    def is_chosen(self, number: int) -> bool:
        """Tell whether that page is the open one."""
        item = self._items.button(number)
        return item is not None and item.isChecked()

    def clear(self) -> None:
        """Forget the pages and sections."""
        for item in self._items.buttons():
            self._items.removeButton(item)
            item.hide()
            item.deleteLater()
        for section in self._sections:
            section.hide()
            section.deleteLater()
        self._pages.clear()
        self._counts.clear()
        self._sections.clear()

    def set_shop(self, name: str) -> None:
        """Show the shop's name."""
        self._shop_name = name
        self.retranslate()

    def set_me(self, staff_id: int, name: str, role: str) -> None:
        """Show who is at the desk; `role` is 'owner', 'staff' or 'viewer'."""
        self._me = (staff_id, name, role)
        self.retranslate()

    def fit(self, window: int) -> None:
        """Fold or unfold as somebody chose, or else as the width of the window has it."""
        wide = window >= RAIL_BELOW
        rail = not (wide if self._unfolded is None else self._unfolded)
        if rail != self._rail:
            self.set_rail(rail=rail)

    def turn(self, window: int) -> None:
        """Unfold what is folded, or fold it; what the width would do anyway is no choice."""
        by_width, chosen = window >= RAIL_BELOW, self._rail
        self._unfolded = None if chosen == by_width else chosen
        words = {None: "", True: "unfolded", False: "folded"}
        self._kit.state.put_text(FOLD, words[self._unfolded])
        self.fit(window)

    def set_rail(self, *, rail: bool) -> None:
        """Fold to icons, or unfold."""
        self._rail = rail
        self.setFixedWidth(RAIL if rail else WIDTH)
        if (column := self.layout()) is not None:
            column.setContentsMargins(*(RAIL_SIDES if rail else SIDES))
        for layout in (self._list, self._below, self._foot):
            layout.setSpacing(RAIL_GAP if rail else GAP)
        self._above_list.setFixedHeight(0 if rail else 8)
        for part in (self.brand, self.search, self.me):
            part.set_rail(rail=rail)
        for item in self._items.buttons():
            if isinstance(item, NavItem):
                item.set_rail(rail=rail)
        for section in self._sections:
            section.setVisible(not rail)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Navigation"))
        self.brand.set_name(self._shop_name or self.tr("My shop"), self.tr("Shop menu"))
        self.search.set_text(self.tr("Search or jump to"))
        staff_id, name, role = self._me
        roles = {
            "owner": self.tr("Owner"),
            "staff": self.tr("Staff"),
            "viewer": self.tr("Looks only"),
        }
        self.me.show_person(staff_id, name or self.tr("Your name"), roles.get(role, role))
        self.me.setVisible(bool(staff_id))
        for number, page in enumerate(self._pages):
            item = self._items.button(number)
            if isinstance(item, NavItem):
                item.set_text(page.title())
                self._show_count(number)

    def _build(self) -> None:
        self._above_list = QWidget()
        inner = QWidget()
        inner.setProperty("clear", "true")
        self._list, self._below, self._foot = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout in (self._list, self._below, self._foot):
            layout.setSpacing(GAP)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._list)
        rows.addLayout(self._below)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*SIDES)
        column.setSpacing(2)
        column.addWidget(self.brand)
        column.addSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self._above_list)
        column.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setSpacing(0)
        foot.addLayout(self._foot)
        foot.addSpacing(3)
        foot.addWidget(line)
        foot.addSpacing(4)
        foot.addWidget(self.me)
        column.addLayout(foot)

    def _order_tab(self) -> None:
        items = [self._items.button(number) for number in range(len(self._pages))]
        listed = [i for i, page in zip(items, self._pages, strict=True) if not page.in_foot]
        at_foot = [item for item in items if item not in listed]
        inside = [stop for section in self._sections for stop in stops_in(section)]
        put_behind(self.search, *listed, *inside, *at_foot, self.me)

    def _on_counted(self, number: int, count: int | None) -> None:
        self._counts[number] = count
        self._show_count(number)

    def _show_count(self, number: int) -> None:
        item, count = self._items.button(number), self._counts[number]
        if isinstance(item, NavItem):
            shown = "" if count is None else self._kit.formats.number(count)
            item.set_count(shown, urgent=self._pages[number].is_urgent)
