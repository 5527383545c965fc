"""Asks where pages go, and brings them there without holding up the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.errors import FileError, FileProblem, UserError
from app.jobs import Ticket
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.printing.documents import Document
from ui.printing.output import pages_wanted, send, write_pdf
from ui.printing.paper import PAPERS


class Delivery(QObject):
    """One file or print-out at a time."""

    started = Signal()
    progressed = Signal(object, object)  # pages done, of how many
    told = Signal(str, str)  # what became of it, and the role of a note
    ended = Signal()  # always, and last

    def __init__(self, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._window = window
        self._job: Job | None = None
        self._words = ""  # to say when it has come out

    @property
    def busy(self) -> bool:
        """Whether pages are on their way."""
        return self._job is not None

    def ask_file(self, document: Document, name: str = "") -> None:
        """Ask for the file to write, a name proposed; returns at once."""
        dialog = QFileDialog(self._window, self.tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF document (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name or self.tr("contacts"))
        dialog.fileSelected.connect(lambda name: self.save(document, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_printer(self, document: Document) -> None:
        """Ask for a printer; returns at once. Without any it says so."""
        if not QPrinterInfo.availablePrinterNames():
            words = self.tr("No printer is set up on this PC. Saving as PDF needs none.")
            self.told.emit(words, "warning")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)  # labels are measured from the corner of the sheet
        printer.setPageSize(QPageSize(PAPERS[document.paper]))
        printer.setDocName(self.tr("Contacts"))
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, document.page_count)
        dialog.accepted.connect(lambda: self.send(document, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def save(self, document: Document, path: Path) -> None:
        """Write the document to that file, unless something is on its way."""
        if self.busy:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        title = target.stem
        saved = self.tr("Saved as “{file}”, {pages}.").format(
            file=target.name, pages=self._pages(document.page_count)
        )
        self._follow(
            self._kit.runner.draw(
                lambda ticket: write_pdf(document, target, title, ticket), quiet=True
            ),
            saved,
        )

    def send(self, document: Document, printer: QPrinter) -> None:
        """Send the pages that the print dialog was asked for, unless something is on its way."""
        if self.busy:
            return
        pages = pages_wanted(printer, document.page_count)
        name = printer.printerName()

        def task(ticket: Ticket) -> int:
            try:
                return send(document, printer, pages, ticket)
            except OSError as error:
                raise FileError(FileProblem.NOT_WRITABLE, name) from error

        sent = self.tr("Sent to the printer, {pages}.").format(pages=self._pages(len(pages)))
        self._follow(self._kit.runner.draw(task, quiet=True), sent)

    def stop(self) -> None:
        """Call off what is on its way; a file that was there stays."""
        if self._job is not None:
            self._job.cancel()

    def _follow(self, job: Job, words: str) -> None:
        self._job, self._words = job, words
        self.started.emit()
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_succeeded)  # no lambda: the dialog may be gone by then
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    def _on_succeeded(self, _count: int) -> None:
        self.told.emit(self._words, "success")

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.told.emit(self._kit.messages.describe(error), "danger")
        else:
            self._kit.runner.failed.emit(error)

    def _on_finished(self) -> None:
        self._job = None
        self.ended.emit()

    def _pages(self, pages: int) -> str:
        return self._kit.formats.count(pages, self.tr("1 page"), self.tr("{n} pages"))
