"""What bulk bar and toast have in common: they float over the bottom of a page."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.painting import box
from ui.common.shadow import MARGIN, Shadow
from ui.common.theme import Theme

RADIUS = 8


class Floating(QWidget):
    """A box with a shadow, centred `lift` px above the lower edge of `host`.

    The widget is MARGIN px larger than its box on each side, for the shadow. A subclass hides
    itself when it is made.
    """

    def __init__(self, theme: Theme, host: QWidget, fill: str, border: str, lift: int) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._fill = fill
        self._border = border
        self._lift = lift
        self._shadow = Shadow(RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        host.installEventFilter(self)
        theme.changed.connect(self.place)

    def set_lift(self, lift: int) -> None:
        """Stand that many px above the lower edge of the host."""
        self._lift = lift
        self.place()

    def place(self) -> None:
        """Take the size of the content and stand where it belongs."""
        self.ensurePolished()
        size = self.sizeHint()
        width = min(size.width(), self._host.width() + 2 * MARGIN - 16)
        left = (self._host.width() - width) // 2
        top = self._host.height() - self._lift - size.height() + MARGIN
        self.setGeometry(left, top, width, size.height())
        self.raise_()

    def box(self) -> QRectF:
        """Return the visible box in the widget's own coordinates."""
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box().contains(event.position()):
            event.ignore()  # the shadow is not a thing
            return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.box()
        self._shadow.paint(painter, rect, self._theme.colour("shadow"))
        border = self._theme.colour(self._border) if self._border else None
        box(painter, rect, RADIUS, self._theme.colour(self._fill), border)
        painter.end()
