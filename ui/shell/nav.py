"""The navigation at the left: the shop's name, then the pages."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.common.icons import logo
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.painting import box, ring
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.nav_item import NavItem
from ui.common.widgets.state import literal, state_of, words_of
from ui.shell.search_button import SearchButton

WIDTH = 216
RAIL = 56
LOGO = 24


class Nav(QFrame):
    """One item per page; folds to a rail of icons."""

    chosen = Signal(int)  # number of the page

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Nav")
        self._kit = kit
        self._pages: list[Page] = []
        self._counts: list[int | None] = []
        self._items = QButtonGroup(self)
        self._rail = False
        self._shop_name = ""
        self.brand = Brand(kit.theme)
        self.search = SearchButton(kit.theme, "Ctrl K")
        self.search.setEnabled(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self.brand)
        self._column.addSpacing(10)
        self._column.addWidget(self.search)
        self._column.addSpacing(8)
        self._column.addStretch(1)
        self._items.idClicked.connect(self.chosen)
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
        self._column.insertWidget(self._column.count() - 1, item)
        if not page.in_nav:
            item.hide()
        page.counted.connect(lambda count: self._on_counted(number, count))

    def choose(self, number: int) -> None:
        """Show which page is open."""
        if (item := self._items.button(number)) is not None:
            item.setChecked(True)

    def is_chosen(self, number: int) -> bool:
        """Tell whether that page is the open one."""
        item = self._items.button(number)
        return item is not None and item.isChecked()

    def clear(self) -> None:
        """Forget the pages."""
        for item in self._items.buttons():
            self._items.removeButton(item)
            item.deleteLater()
        self._pages.clear()
        self._counts.clear()

    def set_shop(self, name: str) -> None:
        """Show the shop's name."""
        self._shop_name = name
        self.retranslate()

    def set_rail(self, *, rail: bool) -> None:
        """Fold to icons, or unfold."""
        self._rail = rail
        self.setFixedWidth(RAIL if rail else WIDTH)
        self.brand.set_rail(rail=rail)
        self.search.set_rail(rail=rail)
        for item in self._items.buttons():
            if isinstance(item, NavItem):
                item.set_rail(rail=rail)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Navigation"))
        self.brand.set_name(self._shop_name or self.tr("My shop"), self.tr("Shop menu"))
        self.search.set_text(self.tr("Search or jump to"))
        for number, page in enumerate(self._pages):
            item = self._items.button(number)
            if isinstance(item, NavItem):
                item.set_text(page.title())
                self._show_count(number)

    def _on_counted(self, number: int, count: int) -> None:
        self._counts[number] = count
        self._show_count(number)

    def _show_count(self, number: int) -> None:
        item, count = self._items.button(number), self._counts[number]
        if isinstance(item, NavItem) and count is not None:
            item.set_count(self._kit.formats.number(count))


class Brand(QPushButton):
    """The sign of the program and the shop's name; opens the menu of the shop."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rail = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_name(self, name: str, what: str) -> None:
        """Show a shop's name; `what` says what the button opens."""
        self.setText(literal(name))
        self.setAccessibleName(f"{name}, {what}")
        self.setToolTip(name if self._rail else "")

    def set_rail(self, *, rail: bool) -> None:
        """Show the sign only."""
        self._rail = rail
        self.setToolTip(words_of(self) if rail else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, self._theme.height(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        rect = QRectF(self.rect())
        if state.hover or state.down:
            box(painter, rect, 6, theme.colour("nav-hover"))
        if state.ring:
            ring(painter, theme, rect)
        middle = rect.center().y()
        left = rect.center().x() - LOGO / 2 if self._rail else 8
        sign = logo(LOGO, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, middle - LOGO / 2), sign)
        if not self._rail:
            theme.paint_icon(
                painter, QPointF(rect.right() - 22, middle - 7), "chevrons-up-down", 14, "muted"
            )
            words = rect.adjusted(40, 0, -28, 0)
            draw_text(painter, words, words_of(self), theme.font("strong"), theme.colour("text"))
        painter.end()
