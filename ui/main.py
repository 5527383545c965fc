"""The composition root: the only module that knows every part of the window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app import places
from app.clock import Clock, utc_now
from app.errors import UserError
from app.jobs import Ticket
from app.settings import LANGUAGE, SHOP_NAME, TEXT_SIZE, THEME
from ui.common.bridge import ChangeBridge
from ui.common.formats import Formats
from ui.common.icons import logo
from ui.common.jobs import JobRunner
from ui.common.keyboard_focus import KeyboardFocus
from ui.common.kit import Kit
from ui.common.language import Language
from ui.common.messages import Messages
from ui.common.state import WindowState
from ui.common.theme import Scheme, Theme
from ui.shell.about import AboutDialog
from ui.shell.crash import CrashReporter, log_to
from ui.shell.main_window import MainWindow
from ui.shell.opening import TroublePage, WaitingPage, is_damage

Value = TypeVar("Value", str, int)
HISTORY, TRASH = 1, 2  # numbers of their pages

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.settings import Setting
    from ui.contacts.page import ContactsPage
    from ui.exchange.incoming import Incoming
    from ui.exchange.outgoing import Outgoing
    from ui.palette.palette import Palette


class Program(QObject):
    """Owns the window and the shop that is open in it; opens, follows and closes it.

    The window is on the screen before the file is touched: opening happens on the writers'
    thread, and a file that cannot be opened becomes a page of the window.
    """

    opened = Signal()
    not_opened = Signal()

    def __init__(
        self,
        application: QApplication,
        path: Path,
        *,
        now: Clock = utc_now,
        zone: tzinfo | None = None,
        state: WindowState | None = None,
    ) -> None:
        super().__init__()
        self.path = path
        self.core: Core | None = None
        self._now = now
        language = Language(application, self)
        self.kit = Kit(
            theme=Theme(application, self),
            language=language,
            messages=Messages(language),
            formats=Formats(language, now, zone),
            runner=JobRunner(self),
            state=state or WindowState(),
        )
        self._bridge: ChangeBridge | None = None
        self._outgoing: Outgoing | None = None
        self._incoming: Incoming | None = None
        self.palette: Palette | None = None
        KeyboardFocus(application, self)
        self._look_as_last_time()
        self.crashes = CrashReporter(self.kit.theme, self)
        self.window = MainWindow(self.kit)
        self.crashes.window = self.window
        self.window.nav.set_shop(self.kit.state.text("look/shop"))
        self._connect()

    def start(self) -> None:
        """Show the window, then open the shop."""
        if not self.kit.state.restore_window(self.window):
            self.window.resize(self.window.sizeHint().expandedTo(self.window.size()))
        self.window.show_alone(WaitingPage(self.kit))
        self.window.show()
        QTimer.singleShot(0, self, self.open_shop)

    def open_shop(self) -> None:
        """Open the shop's file on the writers' thread."""
        self.window.show_alone(WaitingPage(self.kit))
        path, now = self.path, self._now

        def task(_ticket: Ticket) -> Core:
            from app.bootstrap import open_core  # noqa: PLC0415 - SQLAlchemy after the first paint

            return open_core(path, now=now)

        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(self.enter)
        job.failed.connect(self._on_not_opened)

    def enter(self, core: Core) -> None:
        """Take over a shop that is open: its settings, its pages."""
        if not self.window.isVisible():  # closed while the shop was being opened
            core.close()
            return
        from ui.contacts.page import ContactsPage  # noqa: PLC0415 - after the first paint
        from ui.exchange.incoming import Incoming  # noqa: PLC0415
        from ui.exchange.outgoing import Outgoing  # noqa: PLC0415
        from ui.history.page import HistoryPage  # noqa: PLC0415
        from ui.trash.page import TrashPage  # noqa: PLC0415

        self.core = core
        self._bridge = ChangeBridge(core.bus, self)
        self._bridge.changed.connect(self._on_changed)
        self._take_settings()
        self._incoming = Incoming(self.kit, core.imports, self.window)
        self._outgoing = Outgoing(self.kit, core.exports, core.care, self.window)
        contacts = ContactsPage(self.kit, core.contacts, self._bridge)
        contacts.import_asked.connect(self._incoming.ask)
        menus = self.window.menus
        menus.import_asked.connect(self._incoming.ask)
        menus.export_asked.connect(self._outgoing.ask)
        menus.backup_asked.connect(self._outgoing.back_up)
        history = HistoryPage(self.kit, core.history, core.contacts, self._bridge)
        history.undo_asked.connect(self.window.steps.take_back)
        trash = TrashPage(self.kit, core.contacts, self._bridge)
        self.window.show_pages([contacts, history, trash])
        self.window.steps.follow(core.history, self._bridge)
        self._offer_palette(core, contacts)
        self.opened.emit()

    def close(self) -> None:
        """Stop what runs and close the shop's file."""
        self.kit.runner.stop()
        if self.core is not None:
            self.core.close()
            self.core = None

    def _offer_palette(self, core: Core, contacts: ContactsPage) -> None:
        from ui.palette.palette import Palette  # noqa: PLC0415 - after the first paint

        window = self.window
        self.palette = palette = Palette(self.kit, core.contacts, window.commands, window)

        def show_contact(contact_id: int) -> None:
            window.open_page_of(contacts)
            contacts.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not contacts.select(contact_id) and contacts.search.text():
                once = Qt.ConnectionType.SingleShotConnection
                contacts.counted.connect(lambda _count: contacts.select(contact_id), once)
                contacts.search.set_text("")

        def show_tag(name: str) -> None:
            window.open_page_of(contacts)
            contacts.search.set_text(name)
            contacts.table.setFocus(Qt.FocusReason.OtherFocusReason)

        def open_palette() -> None:
            if window.page() is not None:  # nothing is over it that must be finished first
                palette.open()

        palette.contact_chosen.connect(show_contact)
        palette.tag_chosen.connect(show_tag)
        window.menus.palette_asked.connect(open_palette)

    def _connect(self) -> None:
        window, menus = self.window, self.window.menus
        window.closed.connect(self.close)
        window.files_dropped.connect(self._on_files_dropped)
        menus.history_asked.connect(lambda: window.open_page(HISTORY))
        menus.trash_asked.connect(lambda: window.open_page(TRASH))
        menus.about_asked.connect(lambda: AboutDialog(self.kit.theme, window).open())
        menus.scheme_chosen.connect(lambda value: self._choose(THEME, value))
        menus.language_chosen.connect(lambda value: self._choose(LANGUAGE, value))
        menus.text_scale_chosen.connect(lambda value: self._choose(TEXT_SIZE, value))
        self.kit.runner.failed.connect(self._on_job_failed)

    # What the shop's settings say is remembered on this PC, for the first picture of next time.

    def _look_as_last_time(self) -> None:
        state = self.kit.state
        scheme, size = state.text("look/theme", "system"), state.text("look/size", "1000")
        self.kit.language.use(state.text("look/language") or LANGUAGE.default())
        self.kit.theme.use(scheme_of(scheme), text_scale=int(size) / 1000)

    def _take_settings(self) -> None:
        if self.core is None:
            return
        get, state = self.core.settings.get, self.kit.state
        scheme, size, language = get(THEME), get(TEXT_SIZE), get(LANGUAGE)
        if language != self.kit.language.code:
            self.kit.language.use(language)
        theme = self.kit.theme
        if scheme_of(scheme) != theme.scheme or size != round(theme.text_scale * 1000):
            theme.use(scheme_of(scheme), text_scale=size / 1000)
        state.put_text("look/theme", scheme)
        state.put_text("look/size", str(size))
        state.put_text("look/language", language)
        name = get(SHOP_NAME)
        state.put_text("look/shop", name)
        self.window.nav.set_shop(name)
        self.window.setWindowTitle(f"{name} – Dangol" if name else "Dangol")

    def _choose(self, setting: Setting[Value], value: Value) -> None:
        if (core := self.core) is not None:
            self.kit.runner.write(lambda _ticket: core.settings.put(setting, value))

    def _on_changed(self, changes: object) -> None:
        touched = getattr(changes, "reshaped", frozenset()) | getattr(changes, "edited", {}).keys()
        if "setting" in touched:
            self._take_settings()

    def _on_not_opened(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            self.crashes.catch(type(error), error, error.__traceback__)
            return
        path = self.path

        def task(_ticket: Ticket) -> Path | None:
            from app.care import newest_good_backup  # noqa: PLC0415

            return newest_good_backup(path) if is_damage(error) else None

        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(lambda backup: self._show_trouble(error, backup))
        job.failed.connect(lambda _error: self._show_trouble(error, None))

    def _show_trouble(self, error: UserError, backup: Path | None) -> None:
        page = TroublePage(self.kit, error, backup)
        page.retry_asked.connect(self.open_shop)
        page.restore_asked.connect(self._on_restore_asked)
        self.window.show_alone(page)
        self.not_opened.emit()

    def _on_restore_asked(self, backup: Path) -> None:
        path = self.path
        self.window.show_alone(WaitingPage(self.kit))

        def task(_ticket: Ticket) -> None:
            from app.care import restore  # noqa: PLC0415

            restore(backup, path)

        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(lambda _before: self.open_shop())
        job.failed.connect(self._on_not_opened)

    def _on_files_dropped(self, files: list[Path]) -> None:
        if self._incoming is not None and files:
            self._incoming.plan(files[0])

    def _on_job_failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.window.say(self.kit.messages.describe(error), icon="circle-alert")
        else:
            self.crashes.catch(type(error), error, error.__traceback__)


def scheme_of(value: str) -> Scheme:
    """Return the colour scheme a setting names; an odd one means like the system."""
    return Scheme(value) if value in {scheme.value for scheme in Scheme} else Scheme.SYSTEM


def options_of(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Return our own options and those left for Qt."""
    parser = argparse.ArgumentParser(
        prog="dangol", description="The customer book of a small shop."
    )
    parser.add_argument("--db", type=Path, help="the shop's file; made if it is not there")
    parser.add_argument("--gallery", action="store_true", help="show the parts of the window")
    return parser.parse_known_args(arguments)


def main() -> int:
    """Run Dangol."""
    options, rest = options_of(sys.argv[1:])
    application = QApplication([sys.argv[0], *rest])
    application.setApplicationName("Dangol")
    application.setWindowIcon(logo(256))
    if options.gallery:
        from ui.gallery import open_gallery  # noqa: PLC0415

        theme = Theme(application)
        theme.use(Scheme.SYSTEM)
        gallery = open_gallery(theme)
        gallery.destroyed.connect(application.quit)
        return application.exec()
    log_to(places.data_folder() / "logs")
    program = Program(application, options.db or places.data_folder() / "shop.db")
    program.crashes.install()
    program.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
