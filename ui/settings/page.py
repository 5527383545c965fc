"""The settings: sections at the left, the chosen one beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.events import Changes
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.label import Label
from ui.common.widgets.nav_item import NavItem
from ui.settings.backups import BackupsSection
from ui.settings.choices import Choices
from ui.settings.general import GeneralSection
from ui.settings.section import Section
from ui.settings.shop import ShopSection
from ui.settings.shortcuts import Keys, ShortcutsSection

if TYPE_CHECKING:
    from app.care import Care
    from app.services.settings import SettingService
    from app.services.staff import StaffService

NAV = 207  # and a line of 1
KEPT = {"setting", "staff"}  # tables whose rows are shown here
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SettingsPage(Page):
    """Shows the settings and saves each change at once; a change can be undone like any other."""

    icon = "settings"
    topic = "settings"
    in_nav = False
    in_foot = True
    about_asked = Signal()

    def __init__(
        self,
        kit: Kit,
        settings: SettingService,
        staff: StaffService,
        care: Care,
        keys: Keys,
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        """`keys` returns (name, keys) of the menus' entries, for the list of keys."""
        super().__init__(kit, parent)
        self.choices = Choices(kit, settings, staff, self)
        self.general = GeneralSection(kit, self.choices)
        self.shop = ShopSection(kit, self.choices)
        self.backups = BackupsSection(kit, care)
        self.shortcuts = ShortcutsSection(kit, self.choices, keys)
        self._sections: list[Section] = [
            self.general, self.shop, self.backups, self.shortcuts,
        ]  # fmt: skip
        self._build()
        self._items.idClicked.connect(self._on_item_clicked)
        self.about_item.clicked.connect(self.about_asked)
        self.choices.refused.connect(self._refresh)
        bridge.changed.connect(self._on_changed)
        self._items.button(0).setChecked(True)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Settings")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self._nav.setAccessibleName(self.tr("Sections of the settings"))
        for number, section in enumerate(self._sections):
            section.retranslate()
            item = self._items.button(number)
            if isinstance(item, NavItem):
                item.set_text(section.title())
        self.about_item.set_text(self.tr("About Dangol"))
        if self.isVisible():
            self._refresh()

    def add_section(self, section: Section, at: int) -> None:
        """Put another section on the page, as the one with that number."""
        item = NavItem(self.kit.theme, "", icon=section.icon, accent=True)
        self._sections.insert(at, section)
        self._column.insertWidget(at, item)
        self.stack.insertWidget(at, section)
        buttons = sorted(self._items.buttons(), key=self._items.id)
        self._items.addButton(item)
        for number, button in enumerate([*buttons[:at], item, *buttons[at:]]):
            self._items.setId(button, number)
        stops: list[QWidget] = [*sorted(self._items.buttons(), key=self._items.id), self.about_item]
        tabbed = Qt.FocusPolicy.TabFocus
        inside = (w for w in section.findChildren(QWidget) if w.window() is section.window())
        stops += [w for w in inside if w.focusPolicy() & tabbed]  # not the list of a box to choose
        for one, other in pairwise(stops):  # else Tab comes here after the whole window
            self.setTabOrder(one, other)
        section.retranslate()
        item.set_text(section.title())

    def place_of(self, section: Section) -> int:
        """Return the number of a section."""
        return self._sections.index(section)

    def section(self) -> Section:
        """Return the section in view."""
        return self._sections[self.stack.currentIndex()]

    def show_section(self, section: Section) -> None:
        """Bring a section into view; Back returns to the one before."""
        number = self._sections.index(section)
        if number != self.stack.currentIndex():
            self.place_left.emit(self.place())
            self.go_to(number)

    def place(self) -> object:
        return self.stack.currentIndex()

    def go_to(self, place: object) -> None:
        if isinstance(place, int):
            self._items.button(place).setChecked(True)
            self.stack.setCurrentIndex(place)
            self.topic = self.section().topic
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._items.button(self.stack.currentIndex()).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self._nav.isAncestorOf(self.focusWidget() or self):
            super().keyPressEvent(event)
            return
        number = min(max(0, self.stack.currentIndex() + step), len(self._sections) - 1)
        self.show_section(self._sections[number])
        self._items.button(number).setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self) -> None:
        theme = self.kit.theme
        self.heading = Label(theme, "", "title")
        self._nav = QFrame()
        self._nav.setObjectName("Sections")
        self._nav.setMinimumWidth(NAV)
        self._items = QButtonGroup(self)
        self.about_item = NavItem(theme, "", icon="info")
        self.about_item.setCheckable(False)
        self.stack = QStackedWidget()
        self._column = column = QVBoxLayout(self._nav)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(2)
        for number, section in enumerate(self._sections):
            item = NavItem(theme, "", icon=section.icon, accent=True)
            self._items.addButton(item, number)
            column.addWidget(item)
            self.stack.addWidget(section)
        column.addWidget(self.about_item)
        column.addStretch(1)
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedWidth(1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._nav)
        body.addWidget(line)
        body.addWidget(self.stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Header", 56, [self.heading, None]))
        whole.addLayout(body, 1)

    def _on_item_clicked(self, number: int) -> None:
        self.show_section(self._sections[number])

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.reshaped | changes.edited.keys()
        if self.isVisible() and (KEPT | self.section().tables) & touched:
            self._refresh()

    def _refresh(self) -> None:
        self.section().refresh()
