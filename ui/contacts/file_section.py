"""The files of a contact on its page: drop them in, open them, let them go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.files import FileRow
from ui.common.file_opening import open_file, save_file
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.widgets.file_line import FileLine
from ui.common.widgets.label import Label
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.files import FileService


class FileSection(ContactSection):
    """Lists the files, the newest first; takes what is dropped on it."""

    tables = frozenset({"attachment", "custom_value", "custom_field"})

    def __init__(self, kit: Kit, files: FileService, parent: QWidget | None = None) -> None:
        super().__init__(kit, "upload", parent)
        self._files = files
        self._over = False  # files are held over it
        self.setAcceptDrops(True)
        self.retranslate()

    @property
    def lines(self) -> list[FileLine]:
        """The files that are shown, from the top."""
        widgets = [self.rows.itemAt(n).widget() for n in range(self.rows.count())]  # type: ignore[union-attr]
        return [widget for widget in widgets if isinstance(widget, FileLine)]

    def fill(self, detail: ContactDetail) -> None:
        """Read the files of a contact and list them."""
        focused = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        rows = self._files.of(detail.id)
        self.header.set_count(self._kit.formats.number(len(rows)) if rows else "")
        for row in rows:
            line = FileLine(self._kit, row)
            line.open_asked.connect(self._on_open_asked)
            line.save_asked.connect(self._on_save_asked)
            line.remove_asked.connect(self._on_remove_asked)
            self.rows.addWidget(line)
        if not rows:
            words = self.tr("Drop contracts, photos or drawings here.")
            self.rows.addWidget(Label(self._kit.theme, words, colour="muted", wrap=True))
        if focused is not None and (lines := self.lines):
            lines[min(focused, len(lines) - 1)].setFocus()

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Files"))
        self.header.set_title(self.tr("Files"))
        self.add_button.set_name(self.tr("Add files"))
        self.refresh()

    def add_asked(self) -> None:
        """Ask for files."""
        dialog = QFileDialog(self, self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, each as a step of its own; one that cannot be kept is told of."""
        contact_id, files = self.contact_id, self._files
        if contact_id is None:
            return
        for path in paths:
            title = self.tr("Adding {file}").format(file=path.name)
            self._kit.runner.write(partial(_add, files, contact_id, path), title=title)

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

    def _on_open_asked(self, row: FileRow) -> None:
        open_file(self._kit, self._files, row.id)

    def _on_save_asked(self, row: FileRow) -> None:
        save_file(self._kit, self._files, row.id, row.name, self.tr("Save a copy"), self)

    def _on_remove_asked(self, row: FileRow) -> None:
        self.write(lambda: self._files.remove(row.id))


def _add(files: FileService, contact_id: int, path: Path, _ticket: Ticket) -> int:
    return files.add(contact_id, path)
