"""One backup in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.sizes import size_of
from ui.common.text import RIGHT
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.care import Backup

HEIGHT = 52
ICON = 16
COLUMN = 60  # px of the sizes, so that they stand below each other


class BackupRow(QWidget):
    """When it was made and why, whether it is sound, its size, and Restore."""

    restore_asked = Signal()

    def __init__(self, kit: Kit, backup: Backup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.backup = backup
        moment = backup.made.isoformat()
        self.made = self.tr("{day}, {time}").format(
            day=kit.formats.day_of(moment), time=kit.formats.time_of(moment)
        )
        icon = "clock" if backup.why else "hand"
        self.proof = Label(theme, "", "caption", "muted", align=RIGHT)
        size = Label(theme, size_of(backup.size), "caption", "muted", digits=True, align=RIGHT)
        size.setMinimumWidth(round(COLUMN * theme.text_scale))
        self.button = Button(theme, self.tr("Restore…"), size="sm")
        self.button.setAccessibleName(self.tr("Restore {when}").format(when=self.made))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, self.made, digits=True))
        words.addWidget(Label(theme, self._why(), "caption", "muted"))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Mark(theme, icon))
        row.addLayout(words, 1)
        row.addWidget(self.proof)
        row.addWidget(size)
        row.addWidget(self.button)
        self.setMinimumHeight(theme.height(HEIGHT, space=32))
        self.button.clicked.connect(self.restore_asked)

    def show_proof(self, *, good: bool | None) -> None:
        """Say whether it is sound; None while nobody has looked."""
        told = {
            None: (self.tr("Checking"), "muted"),
            True: (self.tr("Verified"), "success"),
            False: (self.tr("Damaged"), "danger"),
        }
        words, colour = told[good]
        self.proof.set_text(words)
        self.proof.set_colour(colour)
        self.proof.updateGeometry()
        self.button.setEnabled(good is not False)

    def show_locked(self) -> None:
        """Say that it has a password of its own."""
        self.proof.set_text(self.tr("Another password"))
        self.proof.set_colour("muted")
        self.proof.updateGeometry()

    def _why(self) -> str:
        known = {
            "": self.tr("Made by hand"),
            "daily": self.tr("Of the day"),
            "weekly": self.tr("Of the week"),
            "before-restore": self.tr("Before a restore"),
            "before-import": self.tr("Before an import"),
        }
        return known.get(self.backup.why) or self.tr("Before an update of Dangol")


class Mark(QWidget):
    """An icon that says nothing by itself."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(ICON, ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.paint_icon(painter, QPointF(0, 0), self._icon, ICON, "muted")
        painter.end()
