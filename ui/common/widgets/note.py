"""Notes: what the person should know about the thing they look at."""

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

ICONS = {
    "info": "info",
    "warning": "triangle-alert",
    "danger": "circle-x",
    "success": "circle-check",
}
ICON = 16
LEFT = 12
TEXT_LEFT = 38


class Note(QFrame):
    """A coloured box with an icon and a sentence; `role` is info, warning, danger or success.

    The text knows <b>; names put into it must go through html.escape.
    """

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: str = "info",
        *,
        icon: str = "",
        title: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._icon = icon or ICONS[role]
        self._own_icon = bool(icon)
        self.setProperty("note", role)
        roomy = bool(title or action)
        self._pad = 12 if roomy else 8
        self._title = Label(theme, title, "strong", wrap=True, parent=self)
        self._title.setVisible(bool(title))
        self._text = Label(
            theme, text, colour="text-2" if title else "text", wrap=True, markup=True
        )
        self._action = Button(theme, action, "link", size="sm", parent=self)
        self._action.setVisible(bool(action))
        column = QVBoxLayout(self)
        # The link is 28 px high for the finger; its words stand 4 px below the text above.
        column.setContentsMargins(TEXT_LEFT, self._pad, 12, self._pad - 4 if action else self._pad)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignLeft)
        self._action.clicked.connect(self.acted)

    def show_note(self, text: str, role: str, *, action: str = "") -> None:
        """Show another text, role and action, and read the text aloud if it is seen."""
        said = (role, self._text.text()) if self.isVisible() else None
        self._role = role
        if not self._own_icon:
            self._icon = ICONS[role]
        self.setProperty("note", role)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.set_text(text)
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        if said != (role, self._text.text()):
            QTimer.singleShot(0, self, self._say)  # by then it is known whether it is shown
        self.update()

    def _say(self) -> None:
        if self.isVisible():
            announce(self, self._text.text(), urgent=self._role == "danger")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        at = QPointF(LEFT + 1, self._pad + 2 + (self._theme.line("body") - 20) / 2)
        self._theme.paint_icon(painter, at, self._icon, ICON, self._role)
        painter.end()


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have the text read aloud by whatever reads the screen; `urgent` interrupts."""
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(
        QAccessible.AnnouncementPoliteness.Assertive
        if urgent
        else QAccessible.AnnouncementPoliteness.Polite
    )
    QAccessible.updateAccessibility(event)
