"""A menu to check several things in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.common.theme import Theme
from ui.common.widgets.menu import Menu

ONCE = "once"  # property of an entry that ends the choice


class CheckMenu(Menu):
    """Stays open while entries are checked with a click, Space or Enter; Esc closes it."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)

    def add_check(self, text: str, *, on: bool, once: bool = False) -> QAction:
        """Add an entry that can be checked; one of which only one can be chosen is `once`."""
        action = self.add(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(on)
        action.setProperty(ONCE, once)
        return action

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in keys and self._stays(action := self.activeAction()):
            action.trigger()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._stays(action):
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def _stays(self, action: QAction | None) -> bool:
        return (
            action is not None
            and action.isEnabled()
            and action.isCheckable()
            and not action.property(ONCE)
        )
