"""What stands in the window before a shop is open, or when it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
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
    salvage_asked = Signal()  # to read what can be read of a damaged file
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
        self.state.followed.connect(self._on_followed)
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
        if is_damage(self._error):
            salvage = self.tr("Save what can be read")
            self.state.show_words(title, text, restore or salvage, salvage if restore else retry)
        else:
            self.state.show_words(title, text, restore or retry, retry if restore else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.state.focus_action()

    def _day(self) -> str:
        if self._backup is None:
            return ""
        from app.care import made_at  # noqa: PLC0415 - only where there is trouble

        return self._kit.formats.moment_of(made_at(self._backup).timestamp())

    def _on_acted(self) -> None:
        if self._backup:
            self.restore_asked.emit(self._backup)
        elif is_damage(self._error):
            self.salvage_asked.emit()
        else:
            self.retry_asked.emit()

    def _on_followed(self) -> None:
        if self._backup and is_damage(self._error):
            self.salvage_asked.emit()
        else:
            self.retry_asked.emit()


class SafeOffer(QWidget):
    """Says that the last starts did not get through, and offers the start without extras."""

    safe_asked = Signal()
    usual_asked = Signal()
    topic = "windows"  # of the help that tells about it

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = EmptyState(
            kit.theme, "life-buoy", "", role="warning", action=" ", primary=True, second=" "
        )
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        self.state.acted.connect(self.safe_asked)
        self.state.followed.connect(self.usual_asked)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.state.show_words(
            self.tr("The last starts did not get through"),
            self.tr(
                "Your data are safe. Safe mode starts with the plain look, without watched"
                " folders and without work in the background."
            ),
            self.tr("Start in safe mode"),
            self.tr("Start as usual"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.state.focus_action()


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
