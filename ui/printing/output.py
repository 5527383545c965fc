"""Bringing pages to a file or a printer; runs on a thread of its own."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.jobs import Ticket
from app.whole_files import whole_file
from ui.printing.documents import Document
from ui.printing.paper import PAPERS, UNITS_PER_INCH

RESOLUTION = 1200  # dots per inch
ENOUGH = 1 << 20  # bytes; a disk with less has none left for a page


def write_pdf(document: Document, path: Path, title: str, ticket: Ticket) -> int:
    """Write every page; return how many. A file that was there stays until all are written.

    Raises FileError, or CancelledError when the ticket is called off.
    """
    with whole_file(path) as partial:
        file = QFile(str(partial))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            raise OSError(why_not(path), os.strerror(why_not(path)))
        try:
            writer = QPdfWriter(file)
            writer.setTitle(title)
            writer.setCreator("Dangol")
            writer.setResolution(RESOLUTION)
            writer.setPageSize(QPageSize(PAPERS[document.paper]))
            writer.setPageMargins(QMarginsF(0, 0, 0, 0))
            _paint_all(writer, document, range(document.page_count), file, path, ticket)
            file.flush()
            _require_written(file, path)
        finally:
            file.close()
    return document.page_count


def send(document: Document, printer: QPrinter, pages: Sequence[int], ticket: Ticket) -> int:
    """Send these pages to a printer; return how many. Raises OSError if it takes none."""
    _paint_all(printer, document, pages, None, Path(), ticket)
    return len(pages)


def pages_wanted(printer: QPrinter, count: int) -> list[int]:
    """Return the pages, counted from 0, that the print dialog was asked for."""
    first, last = 0, count - 1
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        first = max(0, printer.fromPage() - 1)
        last = min(last, printer.toPage() - 1)
    pages = list(range(first, last + 1))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies


def _paint_all(
    device: QPdfWriter | QPrinter,
    document: Document,
    pages: Sequence[int],
    file: QFile | None,
    path: Path,
    ticket: Ticket,
) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    try:
        scale = device.resolution() / UNITS_PER_INCH
        for done, page in enumerate(pages):
            ticket.advance(done, len(pages))
            if done:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            document.paint(painter, page)
            painter.restore()
            if file is not None:
                _require_written(file, path)
    finally:
        painter.end()


def _require_written(file: QFile, path: Path) -> None:
    if file.error() != QFile.FileError.NoError:
        raise OSError(why_not(path), file.errorString())


def why_not(path: Path) -> int:
    """Return why nothing can be written there; Qt tells it in words only."""
    folder = path.parent
    full = folder.is_dir() and shutil.disk_usage(folder).free < ENOUGH
    return errno.ENOSPC if full else errno.EACCES
