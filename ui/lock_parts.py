"""The password of the open shop: asking for it, locking the window, changing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import (
    OpenElsewhereError,
    PasswordNeededError,
    StorageFailedError,
    UserError,
    WrongPasswordError,
)
from app.jobs import CancelledError, Ticket
from app.settings import AUTO_LOCK
from ui.common.widgets.note import announce
from ui.lock.idle import Idle
from ui.shell.opening import WaitingPage

if TYPE_CHECKING:
    from app.locking import Key
    from app.services.files import FileService
    from ui.lock.cover import Cover
    from ui.lock.page import LockPage
    from ui.open_shop import OpenShop
    from ui.program import Program
    from ui.settings.password import PasswordSection

MINUTE = 60  # seconds


class Locking(QObject):
    """Holds the key while a shop is open; nothing else in the window does."""

    unlocked = Signal()  # the window, by whoever has come back

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._kit = program.kit
        self._window = program.window
        self._cover: Cover | None = None
        self._section: PasswordSection | None = None
        self._wrong_pins = 0
        self.key: Key | None = None
        self.cost: int | None = None  # of guessing a new password; less in tests alone
        self.page: LockPage | None = None
        self.idle = Idle(self)
        self.idle.passed.connect(self.lock)
        self._window.menus.lock_asked.connect(self._on_lock_asked)

    @property
    def is_locked(self) -> bool:
        """Whether the shop is open, but covered."""
        return self._cover is not None

    # Opening

    def takes(self, error: BaseException) -> bool:
        """Ask for the password if that is why the shop cannot be opened; tell whether it is."""
        if not isinstance(error, PasswordNeededError):
            return False
        page = self._ask(self._program.path, way_out="other")
        page.left.connect(self._program.ask_for_other)
        return True

    def takes_backup(self, error: BaseException, backup: Path) -> bool:
        """Ask for the password of a backup if that is why it was not restored."""
        if not isinstance(error, PasswordNeededError):
            return False
        from app.moving import is_move  # noqa: PLC0415 - only where there is a password

        page = self._ask(backup, way_out="back", moved=is_move(backup))
        page.left.connect(self._program.open_shop)
        return True

    def _ask(self, path: Path, *, way_out: str, moved: bool = False) -> LockPage:
        from app.locking import unlock  # noqa: PLC0415 - brings SQLAlchemy along
        from ui.lock.page import LockPage  # noqa: PLC0415 - only where there is a password

        page = LockPage(self._kit, way_out=way_out, moved=moved)
        program = self._program

        def given(typed: str) -> None:
            job = self._kit.runner.read(lambda _ticket: unlock(path, typed), quiet=True)
            job.succeeded.connect(opened)
            job.failed.connect(refused)

        def opened(key: Key | None) -> None:
            if path != program.path:
                program.restore(path, key)
                return
            self.key = key
            program.open_shop()

        def refused(error: BaseException) -> None:
            if isinstance(error, WrongPasswordError):
                page.refuse(self.tr("That is not the password."), page.attempts.failed())
            elif isinstance(error, UserError):
                page.refuse(self._kit.messages.describe(error))
            else:
                page.refuse("")
                self._kit.runner.failed.emit(error)

        page.given.connect(given)
        self._show_alone(page)
        return page

    def _show_alone(self, page: LockPage) -> None:
        self.page = page
        self._window.nav.set_shop("")
        self._window.setWindowTitle("Dangol")
        self._window.show_alone(page)
        self._window.nav.hide()

    # While it is open

    def follow(self, shop: OpenShop) -> None:
        """Put the section into the settings of a shop that is open."""
        from ui.settings.password import PasswordSection  # noqa: PLC0415 - not seen at once

        core = self._program.core
        if core is None:
            return
        self._section = section = PasswordSection(
            self._kit, shop.settings.choices, core.pins, self.key
        )
        settings = shop.settings
        settings.add_section(section, at=settings.stack.indexOf(settings.backups) + 1)
        section.lock_asked.connect(self.lock)
        section.change_asked.connect(self.change)
        self.heed()
        if self.key is not None:
            self._go_on_sealing(core.files)

    def _go_on_sealing(self, files: FileService) -> None:
        """Encrypt the files that a change of the password, cut off, has left in plain."""
        runner = self._kit.runner

        def found(count: int) -> None:
            if count:
                job = runner.read(files.seal, title=self.tr("Encrypting files"), quiet=True)
                job.succeeded.connect(self._on_sealed)

        job = runner.read(lambda _ticket: files.unsealed(), quiet=True)
        job.succeeded.connect(found)

    def _on_sealed(self, left: int) -> None:
        if left:
            words = self._kit.messages.say("password.files_left", count=left)
            self._window.say(words, icon="circle-alert")

    def heed(self) -> None:
        """Do as the settings say."""
        core = self._program.core
        if core is not None and self._cover is None:
            self.idle.watch(core.settings.get(AUTO_LOCK) * MINUTE if self.key else 0)

    def leave(self) -> None:
        """Forget the shop that is closed, but for its key: it may be opened again."""
        self.idle.stop()
        self._section = None
        if self._cover is not None:
            self._cover.lift()
            self._cover = None

    def lock(self) -> None:
        """Cover the window until somebody types the password or a PIN."""
        core = self._program.core
        if core is None or self.key is None or self._cover is not None:
            return
        from ui.lock.cover import Cover  # noqa: PLC0415 - only where there is a password
        from ui.lock.page import LockPage  # noqa: PLC0415

        self._wrong_pins = 0
        self.idle.stop()
        files = core.files
        self._kit.runner.read(lambda _ticket: files.drop_copies(), quiet=True)
        try:
            has_pins = bool(core.pins.holders())
        except UserError:  # whatever is wrong with the file, the window is locked
            has_pins = False
        self.page = page = LockPage(self._kit, pins=has_pins)
        page.given.connect(self._on_given)
        self._cover = Cover(self._window, page)
        page.field.setFocus()
        announce(page, page.accessibleName(), urgent=True)

    def _on_lock_asked(self) -> None:
        if self.key is None and self._section:
            self._show_section()
            self._window.say(self.tr("Give the shop a password first."), icon="lock")
            return
        self.lock()

    def _show_section(self) -> None:
        """Show where passwords and PINs are set."""
        shop, section = self._program.shop, self._section
        if shop is not None and section is not None:
            self._window.open_page_of(shop.settings)
            shop.settings.show_section(section)
            section.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given(self, typed: str, is_pin: bool) -> None:  # noqa: FBT001 - a slot
        core, key = self._program.core, self.key
        if core is None or key is None:
            return
        pins = core.pins

        def task(_ticket: Ticket) -> int | bool | None:
            return pins.who(typed) if is_pin else key.is_of(typed)

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(lambda found: self._on_tried(found, is_pin=is_pin))
        job.failed.connect(lambda _error: self._on_tried(None, is_pin=is_pin))

    def _on_tried(self, found: int | bool | None, *, is_pin: bool) -> None:  # noqa: FBT001
        from app.locking_pins import TRIES  # noqa: PLC0415 - as the service

        page, core = self.page, self._program.core
        if page is None or core is None or self._cover is None:
            return
        if found:
            if is_pin:
                core.pins.sit_down(int(found))
            self._cover.lift()
            self._cover = self.page = None
            self._program.take_settings()
            self.unlocked.emit()
            return
        if not is_pin:
            page.refuse(self.tr("That is not the password."), page.attempts.failed())
            return
        self._wrong_pins += 1
        if self._wrong_pins >= TRIES:
            page.refuse("")
            page.ask_password()
            page.refuse(self.tr("Too many wrong PINs. Type the password of the shop."))
        else:
            page.refuse(self.tr("That is nobody's PIN."))

    # Another password

    def change(self, password: str, with_backups: bool) -> None:  # noqa: FBT001 - a slot
        """Close the shop, write its file anew with that password, '' for none, and open it."""
        program, old, path, cost = self._program, self.key, self._program.path, self.cost
        once = Qt.ConnectionType.SingleShotConnection
        program.opened.connect(self._show_section, once)
        self._window.show_alone(WaitingPage(self._kit))
        program.close()

        def task(ticket: Ticket) -> tuple[Key | None, int, int] | None:
            from app.locking import COST, files_left, protect, protect_backups  # noqa: PLC0415

            try:
                key = protect(path, password, old, cost=cost or COST, ticket=ticket)
            except CancelledError:  # the shop is as it was, and is opened again
                return None
            left = protect_backups(path, key) if key is not None and with_backups else []
            return key, len(left), files_left(path) if key is None else 0

        title = self.tr("Encrypting the shop") if password else self.tr("Removing the password")
        job = self._kit.runner.write(task, title=title, quiet=True)
        job.succeeded.connect(lambda done: self._on_written(done, old=old))
        job.failed.connect(self._on_not_written)

    def _on_not_written(self, error: BaseException) -> None:
        if isinstance(error, StorageFailedError) and error.reason == "busy":
            error = OpenElsewhereError()
        self._program.open_after(error)

    def _on_written(self, done: tuple[Key | None, int, int] | None, *, old: Key | None) -> None:
        if done is None:
            icon = "lock" if old else "lock-open"
            self._program.open_and_say(lambda: self.tr("Stopped. The shop is as it was."), icon)
        else:
            self._on_changed(*done, old=old)

    def _on_changed(self, key: Key | None, left: int, spoilt: int, *, old: Key | None) -> None:
        self.key = key
        said = "password.removed" if key is None else "password.changed" if old else "password.set"

        def words() -> str:
            say = self._kit.messages.say
            told = [say(said)]
            if left:
                told.append(say("password.backups_left", count=left))
            if spoilt:
                told.append(say("password.files_spoilt", count=spoilt))
            return " ".join(told)

        self._program.open_and_say(words, "lock" if key else "lock-open")
