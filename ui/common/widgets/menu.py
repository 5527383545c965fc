"""Menus with rounded corners."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.common.theme import Theme


class Menu(QMenu):
    """A menu in the look of the program; `add` makes an entry with an icon of the set."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self.setToolTipsVisible(True)
        # Without these the corners outside the rounded border are black or white.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def add(self, text: str, icon: str = "", key: str = "", *, danger: bool = False) -> QAction:
        """Add an entry; `key` is shown at the right, the shortcut itself is set elsewhere."""
        action = QAction(text, self)
        if icon:
            action.setIcon(self._theme.icon(icon, "danger" if danger else "text-2"))
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        self.addAction(action)
        return action
