"""The icon in the tray: it tells what rings, and keeps the program when its window is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from ui.common.icons import logo
from ui.common.kit import Kit
from ui.common.widgets.menu import Menu

SIDE = 64
SHOWN = 20_000  # ms


class Tray(QObject):
    """Shown only where somebody wants it, or where messages need it."""

    opened = Signal()
    quit_asked = Signal()
    clicked = Signal()  # the message that was shown last

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._menu = Menu(kit.theme)
        self._open = self._menu.add("", "house")
        self._quit = self._menu.add("", "log-out")
        self.icon = QSystemTrayIcon(logo(SIDE), self)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.clicked)
        self._open.triggered.connect(self.opened)
        self._quit.triggered.connect(self.quit_asked)
        kit.language.changed.connect(self.retranslate)
        self.destroyed.connect(self._menu.deleteLater)
        self.retranslate()

    @staticmethod
    def is_there() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def retranslate(self) -> None:
        """Set every word again."""
        self._open.setText(self.tr("Open Dangol"))
        self._quit.setText(self.tr("Quit"))
        self.icon.setToolTip("Dangol")

    def show(self, *, on: bool) -> None:
        """Show the icon, or not."""
        self.icon.setVisible(on and self.is_there())

    def tell(self, title: str, body: str) -> bool:
        """Show a message; return whether this desktop shows any."""
        if not self.is_there() or not QSystemTrayIcon.supportsMessages():
            return False
        self.icon.show()
        self.icon.showMessage(title, body, logo(SIDE), SHOWN)
        return True

    def close(self) -> None:
        """Take the icon away."""
        self.icon.hide()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        if reason in (reasons.Trigger, reasons.DoubleClick):
            self.opened.emit()
