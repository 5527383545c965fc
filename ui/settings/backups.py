"""Where the shop's file is, its backups, and going back to one."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
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
from ui.settings.section import Section, SettingRow, rule

if TYPE_CHECKING:
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

    def __init__(self, kit: Kit, care: Care, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._care = care
        self._backups: list[Backup] = []
        self._proved: dict[Path, bool] = {}
        self._waiting: deque[Path] = deque()
        self._proving = False
        self._all = False
        self.rows: list[BackupRow] = []
        self._build()
        self.open_button.clicked.connect(self._on_open_clicked)
        self.backup_button.clicked.connect(self._on_backup_clicked)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.file_button.clicked.connect(self._on_file_clicked)

    def title(self) -> str:
        return self.tr("Data and backups")

    def about(self) -> str:
        return self.tr("Everything is on this PC, in one file. A backup is a whole copy of it.")

    def retranslate(self) -> None:
        super().retranslate()
        self._place.set_words(self.tr("Folder of the shop's file"), str(self._care.folder))
        self.open_button.set_text(self.tr("Open folder"))
        self.open_button.setAccessibleName(self.tr("Open folder"))
        self._head.set_title(self.tr("Backups"))
        self.backup_button.set_text(self.tr("Back up now"))
        self.file_button.set_text(self.tr("Restore another file…"))
        self._none.set_text(self.tr("No backups yet."))
        self._note.show_note(
            self.tr("Restoring first saves what you have now, so you can always come back."), "info"
        )
        for button in (self.open_button, self.backup_button, self.file_button):
            button.updateGeometry()
        self._show()

    def refresh(self) -> None:
        """Read which backups there are."""
        job = self.kit.runner.read(lambda _ticket: self._care.backups())
        job.succeeded.connect(self._on_read)

    def backed_up(self) -> None:
        """Take note that a backup has ended, well or not."""
        self.backup_button.set_busy("")
        self.refresh()

    def confirm(self, backup: Path, made: str = "") -> None:
        """Ask whether to go back to that backup; returns at once."""
        dialog = RestoreDialog(self.kit, backup, made, self.window())
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
        place.column.addWidget(self._place)
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
        job.finished.connect(self._on_proof_over)

    def _on_proved(self, path: Path, *, good: bool) -> None:
        self._proved[path] = good
        for row in self.rows:
            if row.backup.path == path:
                row.show_proof(good=good)

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
        dialog.setNameFilters([self.tr("Backups of Dangol (*.db)")])
        dialog.fileSelected.connect(lambda name: self.confirm(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
