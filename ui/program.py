"""The program behind the window: opens, follows and closes the shop that is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from app.clock import Clock, utc_now
from app.errors import StorageFailedError, UserError
from app.jobs import Ticket
from app.settings import LANGUAGE, LETTER_KEYS, SHOP_NAME, TEXT_SIZE, THEME
from ui.common.formats import Formats
from ui.common.garbage import GarbageCollector
from ui.common.jobs import JobRunner
from ui.common.keyboard_focus import KeyboardFocus
from ui.common.kit import Kit
from ui.common.language import Language
from ui.common.last_look import look_as_last_time
from ui.common.messages import Messages
from ui.common.state import SHOP_FILE, WindowState
from ui.common.theme import Theme, scheme_of
from ui.keeping.keeping import Keeping
from ui.lock_parts import Locking
from ui.shell.crash import CrashReporter
from ui.shell.main_window import MainWindow
from ui.shell.opening import TroublePage, WaitingPage, is_damage

Value = TypeVar("Value", str, int)
PATIENCE = 1.0  # s the list may take to be painted; then the rest is opened all the same
FIRST_PAGE = "start/page"  # what this PC remembers: 'contacts' where Home is not wanted first
if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.locking import Key
    from app.settings import Setting
    from ui.open_shop import OpenShop
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
        window: MainWindow | None = None,
        keeps_look: bool = False,
    ) -> None:
        """`window` is the one that is on the screen already, made of the same `state`.

        With `keeps_look` theme, size and language stay as they are, whatever the shop's settings.
        """
        super().__init__()
        self._keeps_look = keeps_look
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
        self._garbage = GarbageCollector(self.kit.runner, self)
        self._shop: OpenShop | None = None
        self._opening: Core | None = None
        self._greeting: tuple[Callable[[], str], str] | None = None  # words and icon
        KeyboardFocus(application, self)
        look_as_last_time(self.kit.theme, self.kit.language, self.kit.state)
        self.crashes = CrashReporter(self.kit.theme, self)
        self.crashes.refused.connect(self._on_job_failed)
        self.window = window or MainWindow(self.kit.state)
        self.window.furnish(self.kit)
        self.crashes.window = self.window
        self.window.nav.set_shop(self.kit.state.text("look/shop"))
        self.locking = Locking(self)
        self._connect()
        self.keeping = Keeping(self)  # hears of the end after the file has been closed

    def start(self) -> None:
        """Show the window, then open the shop."""
        self.window.show_alone(WaitingPage(self.kit))
        self.window.show_where_it_was()
        QTimer.singleShot(0, self, self.open_shop)

    def open_shop(self) -> None:
        """Open the shop's file on the writers' thread: its list first, then all of it."""
        self.window.show_alone(WaitingPage(self.kit))
        path, now, key = self.path, self._now, self.locking.key

        def task(_ticket: Ticket) -> tuple[Core, bool]:
            from app.bootstrap import Core  # noqa: PLC0415 - after the first paint

            core = Core(path, key=key, now=now, guarded=True)
            return core, core.look()

        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(lambda looked: self._on_looked(*looked))
        job.failed.connect(self._on_not_opened)

    def _on_looked(self, core: Core, has_list: bool) -> None:  # noqa: FBT001 - a slot
        """Show the list if there is one; open the rest once it has been painted."""

        def task(_ticket: Ticket) -> None:
            if has_list:
                core.store.wanted.wait(PATIENCE)
            core.open()

        self._opening = core
        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(lambda _none: self._on_opened(core))
        job.failed.connect(self._on_not_opened)
        if has_list:
            self._show_shop(core).when_painted(core.store.wanted.set)

    def _on_opened(self, core: Core) -> None:
        """Take over a shop that is open: its settings, its pages."""
        self.core, self._opening = core, None
        if not self.window.isVisible():  # closed while the shop was being opened
            self.close()
            return
        shop = self._shop or self._show_shop(core)
        self.take_settings()
        shop.contacts.show_detail()
        shop.home.serve()
        job = self.kit.runner.write(lambda _ticket: core.load(), quiet=True)
        job.finished.connect(shop.furnish)

    def _show_shop(self, core: Core) -> OpenShop:
        from ui.open_shop import OpenShop  # noqa: PLC0415 - after the first paint

        at_home = self.kit.state.text(FIRST_PAGE) != "contacts" and core.contacts.count() > 0
        self._shop = shop = OpenShop(self.kit, core, self.window, at_home=at_home)
        shop.bridge.changed.connect(self._on_changed)
        shop.restore_asked.connect(self.restore)
        shop.other_asked.connect(self.ask_for_other)
        shop.about_asked.connect(self._on_about_asked)
        shop.furnished.connect(self._garbage.spare)
        shop.furnished.connect(lambda: self.locking.follow(shop))
        shop.furnished.connect(self.opened)
        return shop

    @property
    def is_open(self) -> bool:
        """Whether a shop is open, with all its pages."""
        return self._shop is not None and self._shop.is_furnished

    @property
    def shop(self) -> OpenShop | None:
        """The parts of the shop that is open."""
        return self._shop

    @property
    def palette(self) -> Palette | None:
        """The command palette of the shop that is open."""
        return self._shop.palette if self._shop is not None and self.is_open else None

    def close(self) -> None:
        """Stop what runs and close the shop's file."""
        if self._opening is not None:
            self._opening.store.wanted.set()
        self.locking.leave()
        self.kit.runner.stop()
        self._garbage.spare_no_more()
        if self._shop is not None:
            self._shop.close()
            self._shop = None
        if (core := self.core or self._opening) is not None:
            core.close()
            core.store.serve(None)  # a timer of a page that goes must not open the file again
        self.core = self._opening = None

    def restore(self, backup: Path, key: Key | None = None) -> None:
        """Close the shop, put a backup in its place and open that; tell where the old one is.

        `key` is that of the backup, if it is not the shop's.
        """
        path, now, present = self.path, self._now, self.locking.key
        was_open = self.core is not None
        self.window.show_alone(WaitingPage(self.kit))
        self.close()

        def task(_ticket: Ticket) -> tuple[Path | None, Key | None]:
            from app.care import key_after, restore  # noqa: PLC0415
            from app.moving import as_backup  # noqa: PLC0415

            with as_backup(backup, key or present) as file:
                before = restore(file, path, now, key=key or present, present=present)
                return before, key_after(file, key or present, present)

        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(lambda done: self._on_restored(backup, *done))
        job.failed.connect(lambda error: self._on_not_restored(error, backup, was_open=was_open))

    def _connect(self) -> None:
        self.opened.connect(self._greet)
        self.not_opened.connect(self._forget_greeting)
        window, menus = self.window, self.window.menus
        window.closed.connect(self.close)
        window.files_dropped.connect(self._on_files_dropped)
        menus.about_asked.connect(self._on_about_asked)
        menus.scheme_chosen.connect(lambda value: self._choose(THEME, value))
        menus.language_chosen.connect(lambda value: self._choose(LANGUAGE, value))
        menus.text_scale_chosen.connect(lambda value: self._choose(TEXT_SIZE, value))
        self.kit.runner.failed.connect(self._on_job_failed)

    # What the shop's settings say is remembered on this PC, for the first picture of next time.

    def take_settings(self) -> None:
        """Do as the settings of the shop say."""
        if self.core is None:
            return
        get, state = self.core.settings.get, self.kit.state
        if not self._keeps_look:
            self._take_look(get(THEME), get(TEXT_SIZE), get(LANGUAGE))
        name = get(SHOP_NAME)
        state.put_text("look/shop", "" if self.locking.key else name)
        self.window.nav.set_shop(name)
        if not self.locking.is_locked:
            self.window.setWindowTitle(f"{name} – Dangol" if name else "Dangol")
        self.window.use_letters(on=get(LETTER_KEYS))
        staff = self.core.staff
        for person in staff.all():
            if person.id == staff.present_id:
                self.window.nav.set_me(person.id, person.name, person.role)
        self.locking.heed()

    def _take_look(self, scheme: str, size: int, language: str) -> None:
        theme, state = self.kit.theme, self.kit.state
        if language != self.kit.language.code:
            self.kit.language.use(language)
        is_other = scheme_of(scheme) != theme.scheme or size != round(theme.text_scale * 1000)
        if is_other and not self.kit.doings.is_safe:
            theme.use(scheme_of(scheme), text_scale=size / 1000)
        state.put_text("look/theme", scheme)
        state.put_text("look/size", str(size))
        state.put_text("look/language", language)
        self.window.remember_ground()

    def _choose(self, setting: Setting[Value], value: Value) -> None:
        if (core := self.core) is not None:
            self.kit.runner.write(lambda _ticket: core.settings.put(setting, value))

    def open_other(self, path: Path) -> None:
        """Close the shop and open another file; it is the one to open next time."""
        self.window.show_alone(WaitingPage(self.kit))
        self.close()
        self.path, self.locking.key = path, None
        once = Qt.ConnectionType.SingleShotConnection
        self.opened.connect(lambda: self.kit.state.put_text(SHOP_FILE, str(path)), once)
        self.open_shop()

    def ask_for_other(self) -> None:
        """Let somebody choose another shop's file."""
        dialog = QFileDialog(self.window, self.tr("Open another shop"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.keeping.open_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_about_asked(self) -> None:
        from ui.shell.about import AboutDialog  # noqa: PLC0415 - reads every licence there is

        dialog = AboutDialog(self.kit.theme, self.window)
        dialog.updates_asked.connect(self.keeping.ask_for_updates)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_changed(self, changes: object) -> None:
        touched = getattr(changes, "reshaped", frozenset()) | getattr(changes, "edited", {}).keys()
        if {"setting", "staff"} & touched:
            self.take_settings()

    def _on_not_opened(self, error: BaseException) -> None:
        self._leave_list()
        if self.locking.takes(error):
            self.not_opened.emit()
            return
        if not isinstance(error, UserError):
            self.crashes.catch(type(error), error, error.__traceback__)
            return
        path, key = self.path, self.locking.key

        def task(_ticket: Ticket) -> Path | None:
            from app.care import newest_good_backup  # noqa: PLC0415

            return newest_good_backup(path, key) if is_damage(error) else None

        job = self.kit.runner.write(task, quiet=True)
        job.succeeded.connect(lambda backup: self._show_trouble(error, backup))
        job.failed.connect(lambda _error: self._show_trouble(error, None))

    def _show_trouble(self, error: UserError, backup: Path | None) -> None:
        page = TroublePage(self.kit, error, backup)
        page.retry_asked.connect(self.open_shop)
        page.restore_asked.connect(self.restore)
        page.salvage_asked.connect(self.keeping.salvage)
        self.window.show_alone(page)
        self.not_opened.emit()

    def _leave_list(self) -> None:
        """Forget a shop whose list could be shown but nothing else."""
        self._opening = None
        if self._shop is not None:
            self.window.show_alone(WaitingPage(self.kit))
            self._shop.close()
            self._shop = None

    def _on_restored(self, backup: Path, before: Path | None, key: Key | None) -> None:
        self.locking.key = key
        said, facts = "restore.done_new", {"file": backup.name}
        if before is not None:
            said, facts = "restore.done", facts | {"before": before.name}
        self.open_and_say(lambda: self.kit.messages.say(said, **facts), "check")

    def _on_not_restored(self, error: BaseException, backup: Path, *, was_open: bool) -> None:
        """Open the shop again as it was: nothing of it was touched."""
        if self.locking.takes_backup(error, backup):
            return
        if was_open:
            self.open_after(error)
        else:
            self._on_not_opened(error)

    def open_after(self, error: BaseException) -> None:
        """Open the shop again after something that did not work, and say why."""
        if isinstance(error, UserError):
            self.open_and_say(lambda: self.kit.messages.describe(error), "circle-alert")
        else:
            self.open_shop()
            self.crashes.catch(type(error), error, error.__traceback__)

    def open_and_say(self, words: Callable[[], str], icon: str) -> None:
        """Open the shop, and say something in its language; where it does not open, nothing."""
        self._greeting = words, icon
        self.open_shop()

    def _greet(self) -> None:
        greeting, self._greeting = self._greeting, None
        if greeting is not None:
            words, icon = greeting
            self.window.say(words(), icon=icon)

    def _forget_greeting(self) -> None:
        self._greeting = None

    def _on_files_dropped(self, files: list[Path]) -> None:
        if files and self.keeping.takes(files[0]):
            self.keeping.open_file(files[0])
        elif self._shop is not None and files:
            self._shop.take_file(files[0])

    def _on_job_failed(self, error: BaseException) -> None:
        if self.core is None and isinstance(error, StorageFailedError):
            return  # of a page that is on its way out: whoever opens the shop tells by himself
        if isinstance(error, UserError):
            self.window.say(self.kit.messages.describe(error), icon="circle-alert")
        else:
            self.crashes.catch(type(error), error, error.__traceback__)
