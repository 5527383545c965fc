"""The frame around the pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.toast import Toast
from ui.palette.commands import Command, commands_of, shortcuts_of
from ui.shell.job_bar import JobBar
from ui.shell.keys import KeysDialog
from ui.shell.menus import Menus
from ui.shell.nav import Nav
from ui.shell.steps import Steps

SIZE = QSize(1440, 900)
SMALLEST = QSize(1024, 640)
RAIL_BELOW = 1180  # px of window width
TOAST_LIFT = 56  # px: 16 above the footer of a page


class MainWindow(QMainWindow):
    """Switches pages, says what was done and offers Undo; knows no page by name."""

    files_dropped = Signal(object)  # list[Path]
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._unfolded: bool | None = None  # what the person chose; None: by the width
        self._alone = False  # Alt is down and no other key has followed
        self.steps = Steps(kit, self)
        self.menus = Menus(kit, self.steps, self)
        self.nav = Nav(kit)
        self.stack = QStackedWidget()
        self.jobs = JobBar(kit)
        self._pages: list[Page] = []
        self._over: QWidget | None = None
        self._build()
        self.toast = Toast(kit.theme, self._content)
        self.toast.set_lift(TOAST_LIFT)
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.setWindowTitle("Dangol")

    def show_alone(self, widget: QWidget) -> None:
        """Show something in the place of the pages, which are forgotten."""
        self.nav.clear()
        self._pages.clear()
        self._over = None
        while (old := self.stack.widget(0)) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.stack.addWidget(widget)
        self.menus.set_open(is_open=False)
        self.nav.search.setEnabled(False)

    def show_pages(self, pages: list[Page]) -> None:
        """Show the pages of a shop that is open now, the first one in front."""
        waiting = self.stack.currentWidget()
        for page in pages:
            self._pages.append(page)
            self.nav.add(page)
            self.stack.addWidget(page)
        self.open_page(0)
        if waiting is not None:
            self.stack.removeWidget(waiting)
            waiting.deleteLater()
        self.menus.set_open(is_open=True)
        self.nav.search.setEnabled(True)

    def open_page(self, number: int) -> None:
        """Bring a page to the front."""
        if self._over is None and 0 <= number < len(self._pages):
            self.nav.choose(number)
            self.stack.setCurrentWidget(self._pages[number])

    def put_over(self, widget: QWidget) -> None:
        """Show something that has to be finished first, over the page."""
        self.take_away()
        self._over = widget
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self.nav.setEnabled(False)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_away(self) -> None:
        """Go back from what was put over the page."""
        if self._over is None:
            return
        widget, self._over = self._over, None
        self.nav.setEnabled(True)
        self.open_page(max(0, self._current()))
        self.stack.removeWidget(widget)
        widget.deleteLater()

    def say(self, text: str, change_set: int | None = None, *, icon: str = "check") -> None:
        """Say what was done; with a change set there is a button to take it back."""
        undo = None if change_set is None else lambda: self.steps.take_back(change_set)
        self.toast.say(text, undo, icon=icon)

    def page(self) -> Page | None:
        """Return the page in front, unless something is over it."""
        number = self._current()
        return self._pages[number] if self._over is None and number >= 0 else None

    def open_page_of(self, page: Page) -> None:
        """Bring that page to the front."""
        self.open_page(self._pages.index(page))

    def commands(self) -> list[Command]:
        """Return what can be done now: the pages to go to, then what the menus have."""
        itself = self.menus.palette_action
        menus = [command for menu in self.menus.all() for command in commands_of(menu, itself)]
        named = {command.title for command in menus}
        pages = [
            Command(
                self.tr("Go to {page}").format(page=page.title()),
                partial(self.open_page, number),
                icon=self._kit.theme.icon(page.icon),
            )
            for number, page in enumerate(self._pages)
            if page.title() not in named
        ]
        return [*pages, *menus]

    def show_keys(self) -> None:
        """List the keys that work."""
        named = [row for menu in self.menus.all() for row in shortcuts_of(menu)]
        dialog = KeysDialog(self._kit, named, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self._kit.state.save_window(self)
            self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.menus.import_action.isEnabled() and dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(dropped(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alone:
            self.menuBar().setVisible(not self.menuBar().isVisible())
        self._alone = False
        super().keyReleaseEvent(event)

    def _build(self) -> None:
        self.menus.fill_bar(self.menuBar())
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())
        self._content = QWidget()
        self._content.setObjectName("Main")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.jobs)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self._content, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.open_page)
        self.nav.brand.clicked.connect(self._on_brand_clicked)
        self.steps.told.connect(self.say)
        self.menus.nav_folded.connect(self._on_nav_folded)
        self.menus.keys_asked.connect(self.show_keys)
        self.nav.search.clicked.connect(self.menus.palette_asked)
        QShortcut("?", self, self.show_keys)
        for key in ("/", "Ctrl+F"):
            QShortcut(key, self, self._on_search_asked)
        for key in ("N", "Ctrl+N"):
            QShortcut(key, self, self._on_new_asked)

    def _fold(self) -> None:
        wide = self.width() >= RAIL_BELOW
        rail = not (wide if self._unfolded is None else self._unfolded)
        if rail != self.nav.is_rail:
            self.nav.set_rail(rail=rail)

    def _current(self) -> int:
        return next((n for n in range(len(self._pages)) if self.nav.is_chosen(n)), -1)

    def _on_nav_folded(self) -> None:
        self._unfolded = self.nav.is_rail
        self._fold()

    def _on_brand_clicked(self) -> None:
        corner = self.nav.brand.mapToGlobal(QPoint(0, self.nav.brand.height() + 4))
        self.menus.shop.popup(corner)

    def _on_search_asked(self) -> None:
        if (page := self.page()) is not None:
            page.start_search()

    def _on_new_asked(self) -> None:
        if (page := self.page()) is not None:
            page.make_new()


def dropped(event: QDropEvent) -> list[Path]:
    """Return the files of this PC that are being dropped."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
