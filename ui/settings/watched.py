"""The folders that sales come in from by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.jobs import Ticket
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.icon_mark import IconMark
from ui.common.widgets.label import Label
from ui.settings.section import Section

if TYPE_CHECKING:
    from app.services.watched_folders import WatchedFolderService

Notice = tuple[datetime, str, bool]
Read = tuple[tuple[Path, ...], tuple[Path, ...]]


class WatchedSection(Section):
    """Folders, what lies there for somebody to look at, and what came in since the start."""

    icon = "folder-sync"
    topic = "sales"
    import_asked = Signal(object)  # Path of a file

    def __init__(
        self,
        kit: Kit,
        folders: WatchedFolderService,
        notices: Callable[[], Sequence[Notice]],
        parent: QWidget | None = None,
    ) -> None:
        """`notices` returns what was told lately, the newest first."""
        super().__init__(kit, parent)
        self._folders = folders
        self._notices = notices
        theme = kit.theme
        self.folders_card, self.waiting_card, self.told_card = (Card(theme, " ") for _ in range(3))
        self._hint = Label(theme, "", colour="muted", wrap=True)
        self._lines: list[QVBoxLayout] = []
        self.folders_card.column.addWidget(self._hint)
        for card in (self.folders_card, self.waiting_card, self.told_card):
            lines = QVBoxLayout()
            lines.setSpacing(4)
            card.column.addLayout(lines)
            self._lines.append(lines)
            self.column.addWidget(card)
        self.watch_button = Button(theme, "", icon="folder-plus")
        self.folders_card.column.addWidget(self.watch_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.watch_button.clicked.connect(self._on_watch)

    def title(self) -> str:
        return self.tr("Watched folder")

    def about(self) -> str:
        return self.tr("A folder your till writes to. What is new in it comes in by itself, once.")

    def retranslate(self) -> None:
        super().retranslate()
        self.folders_card.set_title(self.tr("Folders"))
        self.waiting_card.set_title(self.tr("Needs you"))
        self.told_card.set_title(self.tr("Lately"))
        self.watch_button.set_text(self.tr("Watch a folder…"))
        self.watch_button.updateGeometry()
        self._hint.set_text(
            self.tr(
                "Import one file of a kind by hand first; the folder then reads all like it. Files"
                " that came in are put into a folder of their own inside."
            )
        )
        self.show_notices()

    def refresh(self) -> None:
        folders = self._folders

        def task(_ticket: Ticket) -> Read:
            return folders.folders(), folders.waiting()

        job = self.kit.runner.read(task)
        job.succeeded.connect(self._on_read)

    def show_notices(self) -> None:
        """Show what was told lately, and what lies there by now."""
        told = self._lines[2]
        clear(told)
        notices = self._notices()
        self.told_card.setVisible(bool(notices))
        for when, words, well in notices:
            told.addWidget(self._told_line(when, words, well=well))
        self.refresh()

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on."""
        self._write(lambda: self._folders.watch(folder))

    def _on_watch(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Watch a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.watch(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_read(self, read: Read) -> None:
        folders, waiting = read
        for lines in self._lines[:2]:
            clear(lines)
        for folder in folders:
            stop = self._button(self.tr("Stop watching"), folder.name)
            stop.clicked.connect(
                lambda _on=False, f=folder: self._write(lambda: self._folders.unwatch(f))
            )
            self._lines[0].addWidget(self._line(str(folder), stop))
        self.waiting_card.setVisible(bool(waiting))
        for path in waiting:
            bring = self._button(self.tr("Import…"), path.name)
            bring.clicked.connect(lambda _on=False, path=path: self.import_asked.emit(path))
            self._lines[1].addWidget(self._line(path.name, bring))

    def _button(self, words: str, name: str) -> Button:
        button = Button(self.kit.theme, words, "ghost", size="sm")
        button.setAccessibleName(f"{words}: {name}")
        return button

    def _line(self, words: str, button: Button) -> QWidget:
        holder, row = self._row()
        row.addWidget(Label(self.kit.theme, words, digits=True), 1)
        row.addWidget(button)
        return holder

    def _told_line(self, when: datetime, words: str, *, well: bool) -> QWidget:
        theme = self.kit.theme
        holder, row = self._row()
        icon, colour = ("circle-check", "success") if well else ("triangle-alert", "warning")
        row.addWidget(IconMark(theme, icon, colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, words, wrap=True), 1)
        moment = self.kit.formats.moment(when.astimezone(UTC).isoformat())
        row.addWidget(Label(theme, moment, "caption", "muted", digits=True))
        return holder

    def _row(self) -> tuple[QWidget, QHBoxLayout]:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        return holder, row

    def _write(self, act: Callable[[], object]) -> None:
        job = self.kit.runner.write(lambda _ticket: act())
        job.finished.connect(self.refresh)
