"""One way to begin: a drawing, what it is, and the button that does it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.painting import box
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.welcome.art import Art

WIDTH, HEIGHT = 304, 356
RADIUS = 12


class WelcomeCard(QFrame):
    """A card of the welcome page; its frame is the accent while its button has the focus."""

    def __init__(
        self, theme: Theme, art: str, kind: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.dropping = False
        self.title = Label(theme, "", "title")
        self.text = Label(theme, "", "reading", "text-2", wrap=True)
        self.button = Button(theme, "", kind, icon=icon, size="lg")
        self.hint = Label(theme, "", "caption", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 24)
        column.setSpacing(0)
        column.addWidget(Art(theme, art))
        words = QVBoxLayout()
        words.setContentsMargins(23, 20, 23, 0)
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.button)
        acts.addWidget(self.hint, 1)
        words.addLayout(acts)
        column.addLayout(words, 1)
        self.button.installEventFilter(self)
        self._fit()
        theme.changed.connect(self._fit)

    def set_dropping(self, *, dropping: bool) -> None:
        """Show that a file held over the page lands here."""
        self.dropping = dropping
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        marked = self.dropping or self.button.hasFocus()
        fill = "accent-soft" if self.dropping else "surface"
        edge = theme.colour("accent" if marked else "border-strong")
        box(
            painter, QRectF(self.rect()), RADIUS, theme.colour(fill), edge,
            width=2 if marked else 1, dashed=self.dropping,
        )  # fmt: skip
        painter.end()

    def _fit(self) -> None:
        scale = self._theme.text_scale
        self.setFixedWidth(round(WIDTH * (1 + (scale - 1) / 2)))
        self.setMinimumHeight(round(HEIGHT * scale))
        self.setMaximumHeight(round(HEIGHT * scale))


def card_focus(card: WelcomeCard) -> None:
    """Put the focus on the card's button."""
    card.button.setFocus(Qt.FocusReason.OtherFocusReason)
