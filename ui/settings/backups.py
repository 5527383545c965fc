"""Where the shop's file is, its backups, and going back to one."""

from __future__ import annotations

from collections import deque
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.jobs import Ticket
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.common.widgets.section_header import SectionHeader
from ui.settings.backup_row import BackupRow
from ui.settings.restore_dialog import RestoreDialog
from ui.settings.section import Section, SettingRow, fill, rule

if TYPE_CHECKING:
    from app.backup_folders import BackupPlace
    from app.care import Backup, Care

FIRST = 7  # backups shown until all are asked for


class BackupsSection(Section):
    """Lists the backups beside the shop's file and proves them one after the other.

    It restores nothing itself: that needs the shop closed.
    """

    icon = "database-backup"
    topic = "backups"
    backup_asked = Signal()
    restore_asked = Signal(object)  # Path of the backup, once somebody has confirmed it
    look_asked = Signal(object)  # Path of a backup that is to be looked at and not restored

    def __init__(self, kit: Kit, care: Care, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._care = care
        self._backups: list[Backup] = []
        self._proved: dict[Path, bool] = {}
        self._waiting: deque[Path] = deque()
        self._where: BackupPlace | None = None
        self._proving = False
        self._all = False
        self.rows: list[BackupRow] = []
        self._build()
        self.open_button.clicked.connect(self._on_open_clicked)
        self.backup_button.clicked.connect(self._on_backup_clicked)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.file_button.clicked.connect(self._on_file_clicked)
        self.drive_button.clicked.connect(self._on_drive_clicked)
        self.back_button.clicked.connect(lambda: self._choose(None))
        self.away.acted.connect(self._on_drive_clicked)

    def title(self) -> str:
        return self.tr("Data and backups")

    def about(self) -> str:
        return self.tr("Everything is on this PC, in one file. A backup is a whole copy of it.")

    def retranslate(self) -> None:
        super().retranslate()
        self._place.set_words(self.tr("Folder of the shop's file"), str(self._care.folder))
        self.open_button.set_text(self.tr("Open folder"))
        self.open_button.setAccessibleName(self.tr("Open folder"))
        self.drive_button.set_text(self.tr("Choose a folder…"))
        self.back_button.set_text(self.tr("Beside the shop again"))
        self._head.set_title(self.tr("Backups"))
        self.backup_button.set_text(self.tr("Back up now"))
        self.file_button.set_text(self.tr("Restore another file…"))
        self._none.set_text(self.tr("No backups yet."))
        self._note.show_note(
            self.tr(
                "A backup is made every day you work, kept for a week, and one of each week for"
                " two months; also before an import, a restore and an update. Restoring first"
                " saves what you have now, so you can always come back."
            ),
            "info",
        )
        for button in (
            self.open_button, self.backup_button, self.file_button, self.drive_button,
            self.back_button,
        ):  # fmt: skip
            button.updateGeometry()
        self._show_place()
        self._show()

    def refresh(self) -> None:
        """Read which backups there are."""
        job = self.kit.runner.read(lambda _ticket: self._care.backups())
        job.succeeded.connect(self._on_read)
        self._ask_place()

    def event(self, event: QEvent) -> bool:
        # Somebody may come back from plugging in a drive.
        if event.type() in {QEvent.Type.Show, QEvent.Type.WindowActivate} and self._where:
            self._ask_place()
        return super().event(event)

    def _ask_place(self) -> None:
        job = self.kit.runner.read(lambda _ticket: self._care.place, quiet=True)
        job.succeeded.connect(self._on_place_read)

    def backed_up(self) -> None:
        """Take note that a backup has ended, well or not."""
        self.backup_button.set_busy("")
        self.refresh()

    def confirm(self, backup: Path, made: str = "") -> None:
        """Ask whether to go back to that backup; returns at once."""
        dialog = RestoreDialog(self.kit, backup, made, self.window(), key=self._care.key)
        dialog.look_asked.connect(lambda: self.look_asked.emit(backup))
        dialog.accepted.connect(lambda: self.restore_asked.emit(backup))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _build(self) -> None:
        theme = self.kit.theme
        self.open_button = Button(theme, "", icon="folder-open")
        self.backup_button = Button(theme, "", icon="archive")
        self.all_button = Button(theme, "", "link")
        self.file_button = Button(theme, "", "ghost")
        place = Card(theme)
        self._place = SettingRow(theme, self.open_button)
        self.drive_button = Button(theme, "", icon="hard-drive")
        self.back_button = Button(theme, "", "link")
        self._drive = SettingRow(theme, self.drive_button)
        self.away = Note(theme, "", "warning", action=" ")
        self.away.hide()
        fill(place, self._place, self._drive)
        place.column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        place.column.addWidget(self.away)
        self.column.addWidget(place)
        backups = Card(theme)
        self._head = SectionHeader(theme, "")
        self._head.add(self.backup_button)
        self._none = Label(theme, "", colour="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        foot.addWidget(self.file_button)
        backups.column.addWidget(self._head)
        backups.column.addWidget(self._none)
        backups.column.addLayout(self._list)
        backups.column.addWidget(rule())
        backups.column.addLayout(foot)
        self.column.addWidget(backups)
        self._note = Note(theme, "")
        self.column.addWidget(self._note)

    def _on_place_read(self, place: BackupPlace) -> None:
        before, self._where = self._where, place
        if place != before:
            self._show_place()
        if before is not None and place.folder != before.folder:  # others are there to see
            self.refresh()

    def _show_place(self) -> None:
        """Say where backups go; a drive that is away is told plainly."""
        where = self._where
        chosen = where.chosen if where is not None else None
        self._drive.set_words(
            self.tr("Backups go to"),
            str(chosen) if chosen else self.tr("The folder “backups” beside the shop’s file"),
        )
        self.drive_button.setAccessibleName(self.tr("Choose a folder for backups"))
        self.back_button.setVisible(chosen is not None)
        missing = where.missing if where is not None else None
        self.away.setVisible(missing is not None)
        if where is not None and missing is not None:
            words = self.tr(
                "“{folder}” is not there: is its drive plugged in? Until it is, backups go to the"
                " folder beside the shop’s file."
            )
            if where.is_read_only:
                words = self.tr(
                    "“{folder}” cannot be written to. Until it can, backups go to the folder"
                    " beside the shop’s file."
                )
            words = words.format(folder=escape(str(missing)))
            self.away.show_note(words, "warning", action=self.tr("Choose another folder…"))

    def _choose(self, folder: Path | None) -> None:
        job = self.kit.runner.write(lambda _ticket: self._care.choose_place(folder))
        job.succeeded.connect(self._on_place_read)

    def _on_drive_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Folder for backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self._choose(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_read(self, backups: list[Backup]) -> None:
        self._backups = backups
        self._show()

    def _show(self) -> None:
        shown = self._backups if self._all else self._backups[:FIRST]
        clear(self._list)
        self.rows = [BackupRow(self.kit, backup) for backup in shown]
        for row in self.rows:
            self._list.addWidget(rule())
            self._list.addWidget(row)
            row.show_proof(good=self._proved.get(row.backup.path))
            row.restore_asked.connect(lambda row=row: self.confirm(row.backup.path, row.made))
        self._none.setVisible(not shown)
        count = self.kit.formats.number(len(self._backups))
        self._head.set_count(count if shown else "")
        self.all_button.set_text(self.tr("Show all {n}").format(n=count))
        self.all_button.setVisible(len(shown) < len(self._backups))
        self.all_button.updateGeometry()
        self._waiting = deque(b.path for b in shown if b.path not in self._proved)
        self._prove_next()

    def _prove_next(self) -> None:
        """Read one backup through at a time: the other readers serve the person."""
        if self._proving or not self._waiting or not self.isVisible():
            return
        self._proving = True
        path = self._waiting.popleft()

        def task(_ticket: Ticket) -> bool:
            return self._care.is_good(path)

        job = self.kit.runner.read(task, quiet=True)
        job.succeeded.connect(lambda good: self._on_proved(path, good=good))
        job.failed.connect(lambda _error: self._on_locked(path))
        job.finished.connect(self._on_proof_over)

    def _on_proved(self, path: Path, *, good: bool) -> None:
        self._proved[path] = good
        for row in self.rows:
            if row.backup.path == path:
                row.show_proof(good=good)

    def _on_locked(self, path: Path) -> None:
        """Say of one that has another password than the shop that nobody can look into it here."""
        for row in self.rows:
            if row.backup.path == path:
                row.show_locked()

    def _on_proof_over(self) -> None:
        self._proving = False
        self._prove_next()

    def _on_open_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._care.folder)))

    def _on_backup_clicked(self) -> None:
        self.backup_button.set_busy(self.tr("Backing up"))
        self.backup_asked.emit()

    def _on_all_clicked(self) -> None:
        self._all = True
        place = len(self.rows)
        self._show()
        self.rows[place].button.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_file_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Restore a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups of Dangol (*.dangol *.db)")])
        dialog.fileSelected.connect(lambda name: self.confirm(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
