"""Takes the pictures of a tour: the window, with a dialog or a menu over it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from ui.common.shadow import Shadow
from ui.waiting import TookTooLongError, settle, wait_until

if TYPE_CHECKING:
    from ui.program import Program

PATIENCE = 5  # s a menu may take to open
RADIUS = 12  # px of the corners of a dialog


class Camera:
    """Saves what the window of a program shows, named after its look and size."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder

    def take(self, what: str) -> Path:
        """Save a picture of the window."""
        window = self._program.window
        if not window.isActiveWindow():
            window.activateWindow()
            settle()
        return self._keep(what, window.grab())

    def take_dialog(self, what: str, dialog: QDialog | None) -> list[Path]:
        """Save the window with a dialog over it, and close the dialog."""
        if dialog is None:
            return []
        path = self.take_over(what, dialog)
        dialog.reject()
        settle()
        return [path]

    def take_over(self, what: str, dialog: QDialog) -> Path:
        """Save the window with a dialog over it, which stays open."""
        settle(200)
        picture = self._program.window.grab()
        theme = self._program.kit.theme
        put_over(picture, dialog, theme.colour("scrim"), theme.colour("shadow"))
        return self._keep(what, picture)

    def take_menu(self, what: str, button: QAbstractButton) -> list[Path]:
        """Open the menu of a button, save the window with it below, and close it."""
        button.click()
        with suppress(TookTooLongError):
            wait_until(QApplication.activePopupWidget, seconds=PATIENCE)
        settle()
        menu, window = QApplication.activePopupWidget(), self._program.window
        if menu is None:
            return []
        picture = window.grab()
        # Where it would be: the screen without a display is smaller than the window.
        at = button.mapTo(window, QPoint(0, button.height() + 4))
        at.setX(min(at.x(), window.width() - menu.width() - 8))
        painter = QPainter(picture)
        painter.drawPixmap(at, menu.grab())
        painter.end()
        path = self._keep(what, picture)
        while (shown := QApplication.activePopupWidget()) is not None:
            shown.close()
        settle()
        return [path]

    def _keep(self, what: str, picture: QPixmap) -> Path:
        kit, window = self._program.kit, self._program.window
        look = kit.theme.scheme.value + ("-ko" if kit.language.code == "ko" else "")
        path = self._folder / f"{what}-{look}-{window.width()}x{window.height()}.png"
        picture.save(str(path))
        return path


def put_over(picture: QPixmap, dialog: QWidget, scrim: QColor, shadow: QColor) -> None:
    """Paint a dialog onto the middle of the picture of its window, as systems frame it."""
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), scrim)
    left = (picture.width() - dialog.width()) // 2
    place = QRectF(dialog.rect()).translated(left, (picture.height() - dialog.height()) // 2)
    Shadow(RADIUS).paint(painter, place, shadow)
    corners = QPainterPath()
    corners.addRoundedRect(place, RADIUS, RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(corners, dialog.palette().window())
    painter.setClipPath(corners)
    painter.drawPixmap(place.topLeft(), dialog.grab())
    painter.end()
