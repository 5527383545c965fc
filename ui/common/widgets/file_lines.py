"""The files of somebody or something: listed, dropped in, opened, let go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.files import FileRow
from ui.common.bars import clear
from ui.common.file_opening import open_file, save_file
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.widgets.file_line import FileLine
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.services.files import FileService


class FileLines(QWidget):
    """The newest first; takes what is dropped on its owner, the part of a page that holds it."""

    def __init__(self, kit: Kit, files: FileService, owner: QWidget) -> None:
        super().__init__(owner)
        self._kit = kit
        self._files = files
        self._contact_id: int | None = None
        self._deal_id: int | None = None
        self._over = False  # files are held over it
        self.setProperty("clear", "true")
        owner.setAcceptDrops(True)
        owner.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    @property
    def lines(self) -> list[FileLine]:
        """The files that are shown, from the top."""
        widgets = [self._column.itemAt(n).widget() for n in range(self._column.count())]  # type: ignore[union-attr]
        return [widget for widget in widgets if isinstance(widget, FileLine)]

    def show_files(
        self, rows: Sequence[FileRow], contact_id: int | None, deal_id: int | None = None
    ) -> None:
        """List files; what is added from now on goes to this contact, and to the deal."""
        self._contact_id, self._deal_id = contact_id, deal_id
        focused = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        clear(self._column)
        for at, row in enumerate(rows):
            line = FileLine(self._kit, row)
            line.open_asked.connect(self._on_open_asked)
            line.save_asked.connect(self._on_save_asked)
            line.remove_asked.connect(self._on_remove_asked)
            self._column.addWidget(line)
            if focused is not None and at == min(focused, len(rows) - 1):
                line.show()  # the layout would do so only after this
                line.setFocus()
        if not rows:
            words = self.tr("Drop contracts, photos or drawings here.")
            self._column.addWidget(Label(self._kit.theme, words, colour="muted", wrap=True))

    def ask(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, each as a step of its own; one that cannot be kept is told of."""
        if self._contact_id is None:
            return
        for path in paths:
            add = partial(_add, self._files, self._contact_id, self._deal_id, path)
            title = self.tr("Adding {file}").format(file=path.name)
            self._kit.runner.write(add, title=title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):  # to enter and to move are such events, too
            paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
            if paths:
                event.acceptProposedAction()
            dropped = event.type() == QEvent.Type.Drop
            self._show_over(over=bool(paths) and not dropped)
            if dropped:
                self.take(paths)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._show_over(over=False)
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over:
            theme, painter = self._kit.theme, QPainter(self)
            soft, edge = theme.colour("accent-soft"), theme.colour("accent-border")
            box(painter, QRectF(self.rect()), 8, soft, edge, dashed=True)
            painter.end()

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _on_open_asked(self, row: FileRow) -> None:
        open_file(self._kit, self._files, row.id)

    def _on_save_asked(self, row: FileRow) -> None:
        save_file(self._kit, self._files, row.id, row.name, self.tr("Save a copy"), self)

    def _on_remove_asked(self, row: FileRow) -> None:
        self._kit.runner.write(lambda _ticket: self._files.remove(row.id))


def _add(
    files: FileService, contact_id: int, deal_id: int | None, path: Path, _ticket: Ticket
) -> int:
    return files.add(contact_id, path, deal_id)
