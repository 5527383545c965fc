"""What happens when the program meets a bug of its own: a log, a report, and on it goes."""

import logging
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app import places
from app.errors import UserError
from app.logs import last_lines, shortened_trace
from ui.common.bars import row_of
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Catches every exception nobody caught, in whichever thread, and shows one dialog for it."""

    refused = Signal(object)  # a UserError nobody caught: the file or the disk, no mistake of ours
    _caught = Signal(str)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window: QWidget | None = None  # what the dialog stands over
        self._theme = theme
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._on_caught)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def catch(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log an exception and show its report; may be called from any thread."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if isinstance(error, UserError):
            self.refused.emit(error)
            return
        # The report holds where it happened, not what was typed: no names, no numbers.
        where = shortened_trace("".join(traceback.format_tb(trace)))
        before = "\n".join(last_lines(places.data_folder() / "logs"))
        report = f"{about_this_pc()}\n\n{kind.__name__}\n{where}\n{before}".rstrip()
        log.critical("Unexpected %s\n%s", kind.__name__, where)
        self._caught.emit(report)

    def _on_caught(self, report: str) -> None:
        if self._dialog is not None:
            return  # one is enough: the first error is the one that tells
        self._dialog = CrashDialog(self._theme, report, self.window)
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


class CrashDialog(QDialog):
    """Says that something went wrong, that the data are safe, and offers the report."""

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setFixedWidth(560)
        self.report = QPlainTextEdit(report)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(180)
        self.copy_button = Button(theme, self.tr("Copy report"), icon="copy")
        self.save_button = Button(theme, self.tr("Save report…"), icon="download")
        self.close_button = Button(theme, self.tr("Go on"), "primary")
        text = self.tr(
            "Dangol met a mistake of its own. What you saved is safe, and you can go on working."
            " This report holds where it happened, versions and the last lines of the log: no"
            " names, no numbers, nothing you typed. It goes nowhere unless you send it."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.windowTitle(), "title"))
        column.addWidget(Label(theme, text, colour="text-2", wrap=True))
        column.addWidget(self.report)
        column.addLayout(row_of(self.copy_button, self.save_button, None, self.close_button))
        self.copy_button.clicked.connect(self._on_copy)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def save(self, target: Path) -> None:
        """Write the report as it is shown, also where somebody has shortened it."""
        try:
            target.write_text(self.report.toPlainText() + "\n", encoding="utf-8")
        except OSError:
            self.save_button.set_text(self.tr("It cannot be written there"))
            return
        self.save_button.set_text(self.tr("Saved"))
        self.save_button.setEnabled(False)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"dangol-report-{datetime.now(UTC):%Y%m%d-%H%M}.txt")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def about_this_pc() -> str:
    """Return the versions a report needs."""
    try:
        number = version("dangol")
    except PackageNotFoundError:
        number = "from its source"
    parts = f"Dangol {number}", f"Python {platform.python_version()}", f"Qt {qVersion()}"
    return ", ".join((*parts, platform.platform()))
