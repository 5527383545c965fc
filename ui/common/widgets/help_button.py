"""The small question mark in the header of a page."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.common.theme import Theme
from ui.common.widgets.icon_button import IconButton

HELP_ACTION = "Help"  # object name of the action, among those of the window, that opens the help
HELP_KEY = "Shift+F1"


class HelpButton(IconButton):
    """Opens the help at the page it stands on, by the action its window has for that.

    It names itself in the language in use: headers are made where no words are at hand.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "circle-help", "", parent=parent)
        self.clicked.connect(self._on_clicked)
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        key = QKeySequence(HELP_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self.set_name(self.tr("Help on this page"), key)

    def _on_clicked(self) -> None:
        for action in self.window().findChildren(QAction, HELP_ACTION):
            action.trigger()
