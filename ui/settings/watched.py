"""The folders that sales come in from by themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.settings.section import Section

if TYPE_CHECKING:
    from app.services.watched_folders import WatchedFolderService


class WatchedSection(Section):
    """The folders of this PC; what comes of them is told among the notices."""

    icon = "folder-sync"
    topic = "sales"
    notices_asked = Signal()

    def __init__(
        self, kit: Kit, folders: WatchedFolderService, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._folders = folders
        theme = kit.theme
        self.card = Card(theme, " ")
        self._hint = Label(theme, "", colour="muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.watch_button = Button(theme, "", icon="folder-plus")
        self.notices_button = Button(theme, "", "link", size="sm")
        self.card.column.addWidget(self._hint)
        self.card.column.addLayout(self._lines)
        for button in (self.watch_button, self.notices_button):
            self.card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.card)
        self.watch_button.clicked.connect(self._on_watch)
        self.notices_button.clicked.connect(self.notices_asked)

    def title(self) -> str:
        return self.tr("Watched folder")

    def about(self) -> str:
        return self.tr("A folder your till writes to. What is new in it comes in by itself, once.")

    def retranslate(self) -> None:
        super().retranslate()
        self.card.set_title(self.tr("Folders"))
        self.watch_button.set_text(self.tr("Watch a folder…"))
        self.notices_button.set_text(self.tr("What came of it"))
        for button in (self.watch_button, self.notices_button):
            button.updateGeometry()
        self._hint.set_text(
            self.tr(
                "Import one file of a kind by hand first; the folder then reads all like it. Files"
                " that came in are put into a folder of their own inside."
            )
        )
        self.refresh()

    def refresh(self) -> None:
        folders = self._folders
        job = self.kit.runner.read(lambda _ticket: folders.folders())
        job.succeeded.connect(self._on_read)

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

    def _on_read(self, folders: tuple[Path, ...]) -> None:
        clear(self._lines)
        for folder in folders:
            words = self.tr("Stop watching")
            stop = Button(self.kit.theme, words, "ghost", size="sm")
            stop.setAccessibleName(f"{words}: {folder.name}")
            stop.clicked.connect(
                lambda _on=False, f=folder: self._write(lambda: self._folders.unwatch(f))
            )
            self._lines.addWidget(self._line(str(folder), stop))

    def _line(self, words: str, button: Button) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(self.kit.theme, words, digits=True), 1)
        row.addWidget(button)
        return holder

    def _write(self, act: Callable[[], object]) -> None:
        job = self.kit.runner.write(lambda _ticket: act())
        job.finished.connect(self.refresh)
