"""What the window does with a file of a contact: it is opened, saved, chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.files import FileService


def open_file(kit: Kit, files: FileService, file_id: int) -> None:
    """Open a copy of a file with the system's program for its kind."""
    job = kit.runner.read(lambda _ticket: files.copy_to_open(file_id))
    job.succeeded.connect(lambda copy: QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))))


def save_file(
    kit: Kit, files: FileService, file_id: int, name: str, title: str, parent: QWidget
) -> None:
    """Ask where a copy of a file is to go, and write it there."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    dialog.fileSelected.connect(
        lambda target: kit.runner.read(lambda _ticket: files.save_copy(file_id, Path(target)))
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def choose_file(title: str, chosen: Callable[[Path], object], parent: QWidget) -> None:
    """Ask for one file and hand it to `chosen`."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
