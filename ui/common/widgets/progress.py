"""How far a long job is."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.common.painting import box
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

HEIGHT = 6


class ProgressBar(QProgressBar):
    """A thin bar; a maximum of 0 means that the end is not known and shows an empty track."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, HEIGHT / 2, self._theme.colour("pressed"))
        span = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / span if span > 0 else 0.0
        if share > 0:
            done = QRectF(0, 0, max(HEIGHT, rect.width() * share), rect.height())
            box(painter, done, HEIGHT / 2, self._theme.colour("accent"))
        painter.end()


class ProgressLine(QWidget):
    """What a long job is doing, its bar, and the way to stop it."""

    stopped = Signal()

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label(theme, text, "caption", digits=True)
        self._stop = Button(theme, self.tr("Stop"), "link", size="xs")
        self._bar = ProgressBar(theme, text)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._text, 1)
        line.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._bar)
        self._stop.clicked.connect(self.stopped)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Show how much is done; `total` 0 when it is not known."""
        self._text.set_text(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._stop.set_text(self.tr("Stop"))
