"""A button that shows which key does the same."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QResizeEvent

from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.kbd import Kbd

GAP = 8


class KeyButton(Button):
    """The key stands in its box right of the words."""

    def __init__(self, theme: Theme, kind: str, key: str) -> None:
        super().__init__(theme, "", kind, size="lg")
        self._key = Kbd(theme, key, self)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + self._room(), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.setGeometry(
            self.width() - size.width() - GAP, (self.height() - size.height()) // 2,
            size.width(), size.height(),
        )  # fmt: skip

    def _paint_content(self, painter: QPainter, rect: QRectF, text: str) -> None:
        super()._paint_content(painter, rect.adjusted(0, 0, -self._room(), 0), text)

    def _room(self) -> int:
        return self._key.sizeHint().width() + GAP - 4
