"""What stands in the window before a shop is open, or when it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.errors import FileError, FileProblem, StorageFailedError, UserError
from ui.common.kit import Kit
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.skeleton import Skeleton

DELAY = 300  # ms; what opens sooner needs no skeleton
ROWS = 12


class WaitingPage(QWidget):
    """The place of a page while the shop is being opened."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        header = QFrame()
        header.setObjectName("Header")
        header.setFixedHeight(kit.theme.height(56, space=36))
        self.skeleton = Skeleton(kit.theme, self.tr("Opening the shop"), ROWS)
        self.skeleton.hide()
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 84, 404, 0)
        inner.addWidget(self.skeleton)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(header)
        column.addLayout(inner)
        column.addStretch(1)
        QTimer.singleShot(DELAY, self.skeleton, self.skeleton.show)


class TroublePage(QWidget):
    """Says why the shop cannot be opened and what can be done about it."""

    retry_asked = Signal()
    restore_asked = Signal(object)  # Path of the backup
    topic = "windows"  # of the help that tells about it

    def __init__(
        self, kit: Kit, error: UserError, backup: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._error = error
        self._backup = backup
        self.state = EmptyState(
            kit.theme, icon_of(error), "", role="warning", action=" ", primary=True, second=" "
        )
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        self.state.acted.connect(self._on_acted)
        self.state.followed.connect(self.retry_asked)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        text = self._kit.messages.describe(self._error)
        if is_damage(self._error):
            text += " " + (
                self.tr(
                    "There is a good backup of {day}. The damaged file is kept beside it."
                ).format(day=self._day())
                if self._backup
                else self.tr("There is no good backup beside it.")
            )
        retry = self.tr("Try again")
        restore = self.tr("Restore the backup") if self._backup else ""
        title = self.tr("The shop cannot be opened")
        self.state.show_words(title, text, restore or retry, retry if restore else "")

    def _day(self) -> str:
        if self._backup is None:
            return ""
        made = self._backup.stat().st_mtime
        return self._kit.formats.moment_of(made)

    def _on_acted(self) -> None:
        if self._backup:
            self.restore_asked.emit(self._backup)
        else:
            self.retry_asked.emit()


def is_damage(error: UserError) -> bool:
    """Tell whether a backup could help."""
    return isinstance(error, StorageFailedError) and error.reason == "damaged"


def icon_of(error: UserError) -> str:
    """Return the icon that fits an error."""
    if isinstance(error, FileError) and error.problem == FileProblem.NEWER:
        return "circle-fading-arrow-up"
    if isinstance(error, StorageFailedError) and error.reason == "read_only":
        return "lock"
    return "database"
