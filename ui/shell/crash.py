"""What happens when the program meets a bug of its own: a log, a report, and on it goes."""

import logging
import platform
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ui.common.bars import row_of
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

log = logging.getLogger(__name__)
LOG_SIZE = 1_000_000  # bytes of one log file; the last three are kept


def log_to(folder: Path) -> None:
    """Write the program's log into that folder, if it can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "dangol.log", maxBytes=LOG_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


class CrashReporter(QObject):
    """Catches every exception nobody caught, in whichever thread, and shows one dialog for it."""

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
        # The report holds where it happened, not what was typed: no names, no numbers.
        places = "".join(traceback.format_tb(trace))
        report = f"{about_this_pc()}\n{kind.__name__}\n{places}"
        log.critical("Unexpected %s\n%s", kind.__name__, places)
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
        self.report = QPlainTextEdit(report, readOnly=True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(180)
        self.copy_button = Button(theme, self.tr("Copy report"), icon="copy")
        self.close_button = Button(theme, self.tr("Go on"), "primary")
        text = self.tr(
            "Dangol met a mistake of its own. What you saved is safe, and you can go on working."
            " The report holds no names and no numbers of customers."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Label(theme, self.windowTitle(), "title"))
        column.addWidget(Label(theme, text, colour="text-2", wrap=True))
        column.addWidget(self.report)
        column.addLayout(row_of(None, self.copy_button, self.close_button))
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def about_this_pc() -> str:
    """Return the versions a report needs."""
    return f"Dangol, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
