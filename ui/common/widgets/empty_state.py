"""What stands where there is nothing yet, nothing found or nothing reachable."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.common.painting import box
from ui.common.text import CENTRE
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

WIDEST = 320
SIDE = 56


class IconSquare(QWidget):
    """An icon in a soft square of its role: 'accent', 'neutral', 'warning', 'danger'."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        role: str,
        side: int = SIDE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._role = role
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, role: str) -> None:
        """Show another icon."""
        self._icon, self._role = icon, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, self._side * 0.2, self._theme.colour(f"{self._role}-soft"))
        size = 24 if self._side >= 48 else 20 if self._side >= 40 else 16
        ink = "accent-text" if self._role == "accent" else self._role
        at = rect.center() - QPointF(size / 2, size / 2)
        self._theme.paint_icon(painter, at, self._icon, size, ink)
        painter.end()


class EmptyState(QWidget):
    """Icon, one line what this is for, a sentence, one action and one way out."""

    acted = Signal()
    followed = Signal()  # the second way

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str = "",
        *,
        role: str = "accent",
        action: str = "",
        action_icon: str = "",
        primary: bool = True,
        second: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`primary`: the action is the page's main one, with the second way as a link below.

        Otherwise both stand side by side, as after a search that found nothing.
        """
        super().__init__(parent)
        self._square = IconSquare(theme, icon, role)
        self._title = Label(theme, title, "heading", wrap=True, align=CENTRE, balanced=True)
        self._text = Label(theme, text, colour="text-2", wrap=True, align=CENTRE, balanced=True)
        kind = "primary" if primary else "secondary"
        self._action = Button(theme, action, kind, icon=action_icon)
        self._second = Button(theme, second, "link" if primary else "ghost")
        centre = Qt.AlignmentFlag.AlignHCenter
        buttons = QVBoxLayout() if primary else QHBoxLayout()
        buttons.setSpacing(8)
        if not primary:
            buttons.addStretch(1)
        buttons.addWidget(self._action, 0, centre)
        buttons.addWidget(self._second, 0, centre)
        if not primary:
            buttons.addStretch(1)
        words = QWidget()
        words.setMaximumWidth(WIDEST)
        inner = QVBoxLayout(words)
        inner.setContentsMargins(24, 0, 24, 0)
        inner.setSpacing(4)
        inner.addWidget(self._title)
        inner.addWidget(self._text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._square, 0, centre)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(buttons)
        column.addStretch(1)
        self._show_parts()
        self._action.clicked.connect(self.acted)
        self._second.clicked.connect(self.followed)

    def show_words(self, title: str, text: str = "", action: str = "", second: str = "") -> None:
        """Say something else; what is empty is not shown."""
        self._title.set_text(title)
        self._text.set_text(text)
        self._action.set_text(action)
        self._second.set_text(second)
        self._show_parts()

    def show_icon(self, icon: str, role: str) -> None:
        """Show another icon."""
        self._square.show_icon(icon, role)

    def focus_action(self) -> None:
        """Have the keyboard on its first button, where it is all there is."""
        self._action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self) -> None:
        for part in (self._text, self._action, self._second):
            part.setVisible(bool(part.text()))
