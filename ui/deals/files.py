"""The files of a deal: drop them in, open them, let them go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog

from app.jobs import Ticket
from app.shapes.deals import DealRow
from app.shapes.files import FileRow
from ui.common.bars import clear
from ui.common.file_opening import open_file, save_file
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.widgets.block import Block
from ui.common.widgets.file_line import FileLine
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.services.files import FileService


class DealFiles(Block):
    """The newest first; takes what is dropped on it. The contact of the deal has them, too."""

    def __init__(self, kit: Kit, files: FileService) -> None:
        super().__init__(kit)
        self._kit = kit
        self._files = files
        self._deal: DealRow | None = None
        self._rows: Sequence[FileRow] = ()
        self._over = False  # files are held over it
        self.add_button = IconButton(kit.theme, "upload", "", size=24)
        self.header.add(self.add_button)
        self.setAcceptDrops(True)
        self.add_button.clicked.connect(self.ask)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Files"))
        self.header.set_title(self.tr("Files"))
        self.add_button.set_name(self.tr("Add files"))
        self._fill()

    def show_files(self, deal: DealRow, rows: Sequence[FileRow]) -> None:
        """Show the files of a deal."""
        same = self._deal is not None and deal.id == self._deal.id and rows == self._rows
        self._deal, self._rows = deal, rows
        self.setVisible(deal.contact_id is not None)  # a file is always somebody's
        if not same:
            self._fill()

    def ask(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, each as a step of its own; one that cannot be kept is told of."""
        if self._deal is None or self._deal.contact_id is None:
            return
        for path in paths:
            add = partial(_add, self._files, self._deal.contact_id, self._deal.id, path)
            title = self.tr("Adding {file}").format(file=path.name)
            self._kit.runner.write(add, title=title)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._show_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._show_over(over=False)
        self.take([Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over:
            theme, painter = self._kit.theme, QPainter(self)
            soft, edge = theme.colour("accent-soft"), theme.colour("accent-border")
            box(painter, QRectF(self.rect()), 8, soft, edge, dashed=True)
            painter.end()

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _fill(self) -> None:
        lines = (self.rows.itemAt(at).widget() for at in range(self.rows.count()))  # type: ignore[union-attr]
        focused = next((at for at, line in enumerate(lines) if line and line.hasFocus()), None)
        clear(self.rows)
        for at, row in enumerate(self._rows):
            line = FileLine(self._kit, row)
            line.open_asked.connect(lambda row: open_file(self._kit, self._files, row.id))
            line.save_asked.connect(self._on_save_asked)
            line.remove_asked.connect(self._on_remove_asked)
            self.rows.addWidget(line)
            if focused is not None and at == min(focused, len(self._rows) - 1):
                line.show()  # the layout would do so only after this
                line.setFocus()
        if not self._rows:
            words = self.tr("Drop contracts, photos or drawings here.")
            self.rows.addWidget(Label(self._kit.theme, words, colour="muted", wrap=True))

    def _on_save_asked(self, row: FileRow) -> None:
        save_file(self._kit, self._files, row.id, row.name, self.tr("Save a copy"), self)

    def _on_remove_asked(self, row: FileRow) -> None:
        self._kit.runner.write(lambda _ticket: self._files.remove(row.id))


def _add(files: FileService, contact_id: int, deal_id: int, path: Path, _ticket: Ticket) -> int:
    return files.add(contact_id, path, deal_id)
