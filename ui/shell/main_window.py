"""The frame around the pages.

Nothing of our own is read at the top: an empty window is on the screen before that.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.common.kit import Kit
    from ui.common.page import Page
    from ui.common.state import WindowState
    from ui.palette.commands import Command
    from ui.shell.trail import Stop

SIZE = QSize(1440, 900)
SMALLEST = QSize(1024, 640)
TOAST_LIFT = 56  # px: 16 above the footer of a page
NAV = 216  # px of the first picture's navigation
GROUND = "look/ground"  # what this PC remembers: the colours of navigation and page


class MainWindow(QMainWindow):
    """Switches pages, says what was done and offers Undo; knows no page by name."""

    files_dropped = Signal(object)  # list[Path]
    closed = Signal()

    def __init__(self, state: WindowState) -> None:
        """Make an empty window in the colours of last time; `furnish` fills it."""
        super().__init__()
        self.is_painted = False
        self.is_furnished = False
        self.is_covered = False  # locked: what is in it must not be told anywhere else either
        self._state = state
        self._ground = [QColor(name) for name in state.text(GROUND).split()]
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.setWindowTitle("Dangol")

    def furnish(self, kit: Kit) -> None:
        """Put navigation, menus and all that is always there into the window; once."""
        from ui.common.state import KeptOnScreen  # noqa: PLC0415
        from ui.common.widgets.toast import Toast  # noqa: PLC0415 - all after the first picture
        from ui.help.helping import Helping  # noqa: PLC0415
        from ui.shell.job_bar import JobBar  # noqa: PLC0415
        from ui.shell.menu_key import MenuKey  # noqa: PLC0415
        from ui.shell.menus import Menus  # noqa: PLC0415
        from ui.shell.nav import Nav  # noqa: PLC0415
        from ui.shell.regions import Regions  # noqa: PLC0415
        from ui.shell.staying import Staying  # noqa: PLC0415
        from ui.shell.steps import Steps  # noqa: PLC0415
        from ui.shell.travel import Travel  # noqa: PLC0415

        self._kit = kit
        self.steps = Steps(kit, self)
        self.menus = Menus(kit, self.steps, self)
        self.travel = Travel(self._here, self)
        self.nav = Nav(kit)
        self.stack = QStackedWidget()
        self.helping = Helping(kit, self.menus, self.stack.currentWidget, self)
        self.jobs = JobBar(kit)
        self.staying = Staying(self)
        self._pages: list[Page] = []
        self._over: QWidget | None = None
        self._letters: list[QShortcut] = []
        self.whole = QWidget()
        self._regions = Regions(self.whole)
        self._build()
        self.toast = Toast(kit.theme, self._content)
        self.toast.set_lift(TOAST_LIFT)
        self._connect()
        self.setAcceptDrops(True)
        KeptOnScreen(self)
        MenuKey(self)
        self.is_furnished = True
        self.nav.fit(self.width())
        if handle := self.windowHandle():
            self.travel.watch(handle)

    def show_where_it_was(self) -> None:
        """Show the window in its last place; one that is on the screen stays as it is."""
        if not self.isVisible():
            self._state.restore_window(self)
            self.show()

    def remember_ground(self) -> None:
        """Keep the colours in use for the first picture of next time."""
        colours = (self._kit.theme.colour(name).name() for name in ("nav", "surface"))
        self._state.put_text(GROUND, " ".join(colours))

    def show_alone(self, widget: QWidget) -> None:
        """Show something in the place of the pages, which are forgotten."""
        self.nav.clear()
        self._pages.clear()
        self._over = None
        self.nav.show()
        self.nav.setEnabled(True)
        self.stack.insertWidget(0, widget)
        self.stack.setCurrentWidget(widget)  # before the others go: none of them is to show itself
        while (old := self.stack.widget(1)) is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.menus.set_pages([])
        self.menus.set_open(is_open=False)
        self.travel.forget()
        self.nav.search.setEnabled(False)

    def show_pages(self, pages: list[Page], front: Page) -> None:
        """Show the first pages of a shop that is open now, one of them in front."""
        waiting = self.stack.currentWidget()
        self._take_in(pages)
        self.open_page_of(front)
        if waiting is not None:
            self.stack.removeWidget(waiting)
            waiting.deleteLater()

    def add_pages(self, pages: list[Page]) -> None:
        """Take in the other pages: now there is a shop to work on."""
        self._take_in(pages)
        self.menus.set_pages(self._pages)
        self.menus.set_open(is_open=True)
        self.nav.search.setEnabled(True)

    def _take_in(self, pages: list[Page]) -> None:
        for page in pages:
            number = len(self._pages)
            self._pages.append(page)
            self.nav.add(page)
            self.stack.addWidget(page)
            self.travel.follow(number, page)

    def open_page(self, number: int) -> None:
        """Bring a page to the front; Back returns to the one before."""
        if self._over is None and 0 <= number < len(self._pages):
            if number != self._shown():
                self.travel.leave()
            self._show(number)

    def put_over(self, widget: QWidget, *, alone: bool = False) -> None:
        """Show something that has to be finished first, over the page; `alone` in the window."""
        self.take_away()
        self.nav.setHidden(alone)
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
        self.nav.show()
        self.nav.setEnabled(True)
        self._show(max(0, self._current()))
        self.stack.removeWidget(widget)
        widget.deleteLater()

    def say(self, text: str, change_set: int | None = None, *, icon: str = "check") -> None:
        """Say what was done; with a change set there is a button to take it back."""
        undo = None if change_set is None else lambda: self.steps.take_back(change_set)
        self.toast.say(text, undo, icon=icon)

    def offer(self, text: str, button: str, act: Callable[[], None]) -> None:
        """Say what was done; a button leads on to what came of it."""
        self.toast.say(text, act, button=button)

    def lift_toast(self, pixels: int) -> None:
        """Keep the toast above what a page floats above its footer."""
        self.toast.set_lift(TOAST_LIFT + pixels)

    def page(self) -> Page | None:
        """Return the page in front, unless something is over it."""
        number = self._shown()
        return self._pages[number] if number >= 0 else None

    def open_page_of(self, page: Page) -> None:
        """Bring that page to the front."""
        self.open_page(self._pages.index(page))

    def commands(self) -> list[Command]:
        """Return what can be done now: the pages to go to, then what the menus have."""
        from ui.palette.commands import Command, commands_of  # noqa: PLC0415

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
            if page.in_nav or page.title() not in named
        ]
        in_nav = {page.title() for page in self._pages if page.in_nav}
        others = (command for command in menus if command.title not in in_nav)
        return [*pages, *others, *self.helping.commands()]

    def named_keys(self) -> list[tuple[str, list[str]]]:
        """Return (name, keys) of the menus' entries that have keys."""
        from ui.palette.commands import shortcuts_of  # noqa: PLC0415

        return [row for menu in self.menus.all() for row in shortcuts_of(menu)]

    def use_letters(self, *, on: bool) -> None:
        """Let single letters be commands, here and on every page, or not."""
        from ui.common.letter_keys import use_letters  # noqa: PLC0415

        use_letters(on=on)
        for shortcut in self._letters:
            shortcut.setEnabled(on)

    def show_keys(self) -> None:
        """List the keys that work."""
        from ui.shell.keys import KeysDialog  # noqa: PLC0415

        dialog = KeysDialog(self._kit, self.named_keys(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_furnished:
            self.travel.watch(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_furnished:
            self.nav.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.is_painted = True
        if not self.is_furnished and len(self._ground) > 1:
            nav, page = self._ground
            painter = QPainter(self)
            painter.fillRect(self.rect(), page)
            painter.fillRect(0, 0, NAV, self.height(), nav)
            painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self._state.save_window(self)
            self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.menus.import_action.isEnabled() and dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(dropped(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from ui.common.letter_keys import letter_of  # noqa: PLC0415

        if not self.is_furnished:
            return
        # While Hangul is written the shortcuts below never hear their letter.
        acts = {"n": self._on_new_asked, "/": self._on_search_asked, "?": self.show_keys}
        if act := acts.get(letter_of(event)):
            act()
            return
        super().keyPressEvent(event)

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
        row = QHBoxLayout(self.whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.nav)
        row.addWidget(self._content, 1)
        self.setCentralWidget(self.whole)

    def _connect(self) -> None:
        self.nav.chosen.connect(self.open_page)
        self.nav.brand.clicked.connect(self._on_brand_clicked)
        self.steps.told.connect(self.say)
        self.menus.nav_folded.connect(lambda: self.nav.turn(self.width()))
        self.menus.keys_asked.connect(self.show_keys)
        self.menus.quit_asked.connect(self.staying.quit)
        self.menus.page_asked.connect(self.open_page)
        self.menus.back_asked.connect(self.travel.back)
        self.menus.forward_asked.connect(self.travel.forward)
        self.travel.arrived.connect(self._on_arrived)
        self.travel.changed.connect(self._show_ways)
        self.nav.search.clicked.connect(self.menus.palette_asked)
        self._kit.language.changed.connect(self.toast.hide)  # its words are of the old one
        QShortcut("Ctrl+F", self, self._on_search_asked)
        QShortcut("Ctrl+N", self, self._on_new_asked)
        QShortcut("F6", self, partial(self._regions.move, 1))
        QShortcut("Shift+F6", self, partial(self._regions.move, -1))
        for key, act in (
            ("?", self.show_keys),
            ("/", self._on_search_asked),
            ("N", self._on_new_asked),
        ):
            self._letters.append(QShortcut(key, self, act))

    def _current(self) -> int:
        return next((n for n in range(len(self._pages)) if self.nav.is_chosen(n)), -1)

    def _shown(self) -> int:
        """Return the number of the page on top of the others, -1 if there is none."""
        shown = self.stack.currentWidget()
        return next((n for n, page in enumerate(self._pages) if page is shown), -1)

    def _show(self, number: int) -> None:
        page = self._pages[number]
        self.nav.choose(self._pages.index(page.shown_as or page))
        self.stack.setCurrentWidget(page)

    def _here(self) -> Stop | None:
        from ui.shell.trail import Stop  # noqa: PLC0415

        page = self.page()
        return None if page is None else Stop(self._pages.index(page), page.place())

    def _on_arrived(self, stop: Stop) -> None:
        self._show(stop.page)
        if stop.place is not None:
            self._pages[stop.page].go_to(stop.place)

    def _show_ways(self) -> None:
        self.menus.set_ways(back=self.travel.can_go_back, forward=self.travel.can_go_forward)

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
