"""Keeps the shop safe while the program runs: backups by themselves, safe mode, files opened."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Qt, QTimer

from app.errors import StorageFailedError
from app.jobs import Ticket
from app.places import data_folder
from ui.common.state import SHOP_FILE
from ui.shell.opening import SafeOffer, TroublePage, WaitingPage
from ui.updates.at_start import FILE, FOLDER

if TYPE_CHECKING:
    from app.care import Salvaged
    from app.locking import Key
    from ui.keeping.standing_note import StandingNote
    from ui.program import Program
    from ui.settings.moving import MovingSection
    from ui.settings.repair import RepairSection

BEGUN = "start/begun"  # what this PC remembers: starts that have not got through
TRIES = 2  # of them until safe mode is offered
FIRST = 60_000  # ms; the morning's first customer comes before the backup
EVERY = 3_600_000
SAFE = "--safe-mode"


class Keeping(QObject):
    """Follows the program from its start; the pages of each shop it opens get their sections."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._kit = program.kit
        self._room: TemporaryDirectory[str] | None = None  # of a backup that is looked at
        self._own: Path | None = None  # the shop meanwhile
        self._own_key: Key | None = None
        self._made = ""
        self._handed: Path | None = None  # a file to be asked about as soon as that can be
        self._in_trouble = False
        self.repair: RepairSection | None = None
        self.moving: MovingSection | None = None
        self.note: StandingNote | None = None
        self.offer: SafeOffer | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.keep_up)
        program.opened.connect(self._on_opened)
        program.not_opened.connect(self._on_not_opened)
        program.locking.unlocked.connect(self._open_handed)
        program.window.closed.connect(self._on_closed)

    def start(self, file: Path | None = None) -> None:
        """Start the program; where the last starts did not get through, offer safe mode first.

        `file` is one that somebody opened: another shop is opened in the place of the last one,
        about any other file is asked once that is open.
        """
        state = self._kit.state
        begun = int(state.text(BEGUN, "0") or 0)
        state.put_text(BEGUN, str(begun + 1))
        state.keep_now()
        if file is not None:
            self._begin_with(file)
        if begun < TRIES or self._kit.doings.is_safe:
            self._program.start()
            return
        self.offer = offer = SafeOffer(self._kit)
        offer.safe_asked.connect(lambda: self.restart(safe=True))
        offer.usual_asked.connect(self._program.start)
        self._program.window.show_alone(offer)
        self._program.window.show_where_it_was()

    def takes(self, file: Path) -> bool:
        """Tell by its name whether a file is one of Dangol's own."""
        return file.name.lower().endswith((".dangol", ".dangol-backup.db"))

    def take_file(self, file: Path) -> None:
        """Open a file the system hands over, once there is nothing in the way of a question."""
        if file.is_file() and self.takes(file):
            self._handed = file
            self._program.window.activateWindow()
            self._open_handed()

    def open_file(self, file: Path) -> None:
        """Open a file somebody chose: a shop, a backup of one, or one from another PC."""
        if self._is_open_here(file):
            return
        if is_shop(file):
            self._leave_look()
            self._program.open_other(file)
        else:
            self.ask_about(file)

    def _is_open_here(self, file: Path) -> bool:
        """Whether it is the shop that is open: nothing may read that but SQLite, or it is unlocked.

        On POSIX, closing a file lets go of every lock that this program has on it.
        """
        core = self._program.core
        return core is not None and file.resolve() == self._program.path.resolve()

    def ask_about(self, file: Path) -> None:
        """Say what a backup holds and ask what to do with it."""
        if self._is_open_here(file):
            self._program.window.say(self.tr("That is the shop that is open."), icon="info")
            return
        from app.moving import is_move  # noqa: PLC0415 - only when a file was opened

        if is_move(file):
            self.receive(file)
            return
        from ui.settings.restore_dialog import RestoreDialog  # noqa: PLC0415

        core = self._program.core
        key = core.database.key if core is not None else None
        dialog = RestoreDialog(self._kit, file, self._words_of(file), self._program.window, key=key)
        dialog.accepted.connect(lambda: self._restore(file))
        dialog.look_asked.connect(lambda: self.look_at(file))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def receive(self, file: Path) -> None:
        """Say what a file of another PC holds and take it over."""
        from ui.keeping.arriving import ArrivingDialog  # noqa: PLC0415

        dialog = ArrivingDialog(self._kit, file, self._program.window)
        dialog.accepted.connect(lambda: self._restore(file))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_updates(self) -> None:
        """Open the dialog that looks for a new version."""
        from ui.updates.dialog import UpdateDialog  # noqa: PLC0415 - only when it is asked for

        dialog = UpdateDialog(self._kit, parent=self._program.window)
        dialog.restart_asked.connect(self.restart)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def look_at(self, backup: Path) -> None:
        """Open a copy of a backup: the shop stays as it is, and so does the backup."""
        program = self._program
        self._made = self._words_of(backup)
        if self._own is None:
            self._own, self._own_key = program.path, program.locking.key
        self._leave_room()
        self._room = room = TemporaryDirectory(prefix="dangol-look-", ignore_cleanup_errors=True)
        copy = Path(room.name) / "shop.db"
        present = program.core.database.key if program.core is not None else None
        program.window.show_alone(WaitingPage(self._kit))
        program.close()

        def task(_ticket: Ticket) -> bool:
            from app.care import copy_to_look  # noqa: PLC0415
            from app.locking import is_locked  # noqa: PLC0415

            copy_to_look(backup, copy, present)
            return is_locked(copy)

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(lambda locked: self._switch(copy, present if locked else None))
        job.failed.connect(self._on_not_copied)

    def stop_looking(self) -> None:
        """Go back to the shop."""
        if self._own is not None:
            self._program.window.show_alone(WaitingPage(self._kit))
            self._program.close()
            own, self._own = self._own, None
            self._leave_room()
            self._switch(own, self._own_key)

    def _leave_look(self) -> None:
        """Close the copy that is looked at: what comes next is for the shop itself."""
        if self._own is None:
            return
        self._program.window.show_alone(WaitingPage(self._kit))
        self._program.close()
        self._program.path, self._program.locking.key = self._own, self._own_key
        self._own = None
        self._leave_room()
        self._kit.doings.is_looking = False

    def _restore(self, file: Path) -> None:
        self._leave_look()
        self._program.restore(file)

    def _begin_with(self, file: Path) -> None:
        if not file.is_file() or not is_shop(file):
            self._handed = file if file.is_file() else None
            return
        program, once = self._program, Qt.ConnectionType.SingleShotConnection
        program.path = file
        program.opened.connect(lambda: self._kit.state.put_text(SHOP_FILE, str(file)), once)

    def _open_handed(self) -> None:
        program = self._program
        is_free = program.is_open and not program.locking.is_locked
        if self._handed is not None and (is_free or self._in_trouble):
            file, self._handed = self._handed, None
            self.open_file(file)

    def salvage(self) -> None:
        """Put what can be read of a damaged shop in its place and say what was lost."""
        program = self._program
        path, key = program.path, program.locking.key
        program.window.show_alone(WaitingPage(self._kit))
        program.close()

        def task(_ticket: Ticket) -> Salvaged:
            from app.care import salvage_in_place  # noqa: PLC0415 - only for a damaged shop

            return salvage_in_place(path, key=key)

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_salvaged)
        job.failed.connect(self._on_not_salvaged)

    def _on_not_salvaged(self, error: BaseException) -> None:
        program = self._program
        if not (isinstance(error, StorageFailedError) and error.reason == "damaged"):
            program.open_after(error)
            return
        words = self.tr("Nothing in the damaged file can be read any more.")
        program.not_opened.connect(
            lambda: program.window.say(words, icon="circle-alert"),
            Qt.ConnectionType.SingleShotConnection,
        )
        program.open_shop()

    def _on_salvaged(self, done: Salvaged) -> None:
        say = self._kit.messages.say
        kept = done.kept.name if done.kept is not None else ""
        lines = [say("salvage.done", count=done.rows, file=self._program.path.name)]
        lines += [
            say("salvage.lost", table=table, count=count or 0) for table, count in done.lost.items()
        ] or [say("salvage.nothing_lost")]
        lines.append(self.tr("The damaged file is kept as “{file}”.").format(file=kept))

        def show() -> None:
            from ui.keeping.salvaged import SalvagedDialog  # noqa: PLC0415

            dialog = SalvagedDialog(self._kit, lines, self._program.window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._program.opened.connect(show, Qt.ConnectionType.SingleShotConnection)
        self._program.open_shop()

    def restart(self, *, safe: bool = False) -> None:
        """Start the program once more on the same shop and end this one."""
        arguments = ["--db", str(self._own or self._program.path)]
        start_again([*arguments, SAFE] if safe else arguments)

    def keep_up(self) -> None:
        """Make the backup of the day if it is due; nobody waits for it."""
        core = self._program.core
        if core is not None and self._kit.doings.by_itself:
            self._kit.runner.read(lambda _ticket: core.care.keep_up(), quiet=True)

    def _switch(self, path: Path, key: Key | None) -> None:
        self._kit.doings.is_looking = self._own is not None
        self._program.path, self._program.locking.key = path, key
        self._program.open_shop()

    def _on_not_copied(self, error: BaseException) -> None:
        own, self._own = self._own, None
        self._leave_room()
        self._kit.doings.is_looking = False
        if own is not None:
            self._program.path, self._program.locking.key = own, self._own_key
        self._program.open_after(error)

    def _leave_room(self) -> None:
        if self._room is not None:
            self._room.cleanup()
            self._room = None

    def _on_not_opened(self) -> None:
        self._on_settled()
        shown = self._program.window.stack.currentWidget()
        self._in_trouble = isinstance(shown, TroublePage)  # not where the password comes first
        QTimer.singleShot(0, self, self._open_handed)

    def _on_opened(self) -> None:
        self._in_trouble = False
        self._on_settled()
        program, shop = self._program, self._program.shop
        if shop is None or program.core is None:
            return
        from ui.keeping.standing_note import StandingNote  # noqa: PLC0415 - after the first list
        from ui.settings.moving import MovingSection  # noqa: PLC0415
        from ui.settings.repair import RepairSection  # noqa: PLC0415

        doings = self._kit.doings
        page = shop.settings
        page.backups.look_asked.connect(self.look_at)
        if not doings.is_looking:
            self.moving = MovingSection(self._kit, program.core)
            page.add_section(self.moving, at=page.place_of(page.backups) + 1)
            self.moving.arrived.connect(self.ask_about)
        self.repair = RepairSection(self._kit, program.core.care)
        page.add_section(self.repair, at=page.place_of(page.backups) + 1)
        self.repair.safe_asked.connect(lambda safe: self.restart(safe=safe))
        if not doings.by_itself:
            self.note = StandingNote(self._kit, self._made if doings.is_looking else "")
            program.window.nav.add_section(self.note)
            self.note.left.connect(self.stop_looking if doings.is_looking else self.restart)
        self._tell_update()
        self._open_handed()
        QTimer.singleShot(FIRST, shop, self.keep_up)
        self._timer.start()

    def _tell_update(self) -> None:
        """Let an update that has got through its start be the program; tell how it went."""
        folder = data_folder() / FOLDER
        if not (folder / FILE).exists():
            return

        def task(_ticket: Ticket) -> str:
            from app.updating.record import RecordFile  # noqa: PLC0415 - only after an update
            from app.updating.starting import got_through  # noqa: PLC0415
            from app.updating.updater import present_version  # noqa: PLC0415

            return got_through(RecordFile(folder), present_version())

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_update_told)

    def _on_update_told(self, how: str) -> None:
        said = {
            "updated": self.tr("Dangol was updated."),
            "failed": self.tr("The new version did not start on this PC: the one before is back."),
        }
        if how in said:
            icon = "check" if how == "updated" else "triangle-alert"
            self._program.window.say(said[how], icon=icon)

    def _on_settled(self) -> None:
        """Take note that this start has got through, or that what was wrong could be told."""
        if self._kit.state.text(BEGUN, "0") != "0":
            self._kit.state.put_text(BEGUN, "0")
            self._kit.state.keep_now()

    def _on_closed(self) -> None:
        self._on_settled()
        self._timer.stop()
        self._leave_room()

    def _words_of(self, backup: Path) -> str:
        from app.care import is_backup, made_at  # noqa: PLC0415 - only when it is asked for

        if not is_backup(backup) or not backup.exists():
            return ""
        return self._kit.formats.exact(made_at(backup).astimezone(UTC).isoformat())


def is_shop(file: Path) -> bool:
    """Tell whether a file of Dangol's own is a shop, not a backup or one from another PC."""
    from app.care import is_backup  # noqa: PLC0415 - only when a file was opened
    from app.moving import is_move  # noqa: PLC0415

    return not is_backup(file) and not is_move(file)


def start_again(arguments: Sequence[str]) -> None:
    """Start the program once more and end this one."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    frozen = bool(getattr(sys, "frozen", False))
    command = list(arguments) if frozen else ["-m", "ui.main", *arguments]
    if QProcess.startDetached(sys.executable, command):
        QApplication.closeAllWindows()
