"""One sale among what somebody bought: when, what and how much."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.sales import SaleRow
from app.words import kind_words
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.state import state_of
from ui.contacts.purchase_words import bought_words

HEIGHT = 32
DAY = 44  # px of the day, or more where a longer one stands in the column
GAP = 8
EDGE = 4  # px right of the amount
LEAST = 40  # px of what was bought, which gives way to day and amount
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SaleLine(QWidget):
    """Day and amount are always whole, what was bought gets the rest; Enter or a click opens it."""

    opened = Signal(object)  # sale id

    def __init__(
        self, kit: Kit, sale: SaleRow, days: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """`days` are those of all lines of the column, which have one width."""
        super().__init__(parent)
        self._kit = kit
        self._sale = sale
        self.days = days
        self._day = kit.formats.short_day(sale.sold_on)
        self.what = bought_words(sale, kit)
        self.amount = kit.formats.money(sale.total, sale.currency)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        state = kind_words("sale", sale.status, kit.language.code)
        told = ", ".join((kit.formats.whole_day(sale.sold_on), self.what, self.amount, state))
        self.setAccessibleName(told)
        self.setAccessibleDescription(self.tr("Enter opens the sale"))
        self.setToolTip(told)

    def day_width(self) -> float:
        """Return how wide the column of the days is."""
        metrics = self._kit.theme.metrics("caption", digits=True)
        return max(DAY * self._kit.theme.text_scale, *map(metrics.horizontalAdvance, self.days))

    def room(self) -> float:
        """Return how wide what was bought may be."""
        metrics = self._kit.theme.metrics("body", digits=True)
        amount = metrics.horizontalAdvance(self.amount)
        return self.width() - self.day_width() - amount - 2 * GAP - EDGE

    def sizeHint(self) -> QSize:
        what = self._kit.theme.metrics("body").horizontalAdvance(self.what)
        return self._size(max(LEAST, round(what)))

    def minimumSizeHint(self) -> QSize:
        return self._size(LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENS:
            self.opened.emit(self._sale.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._sale.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sale = self._kit.theme, self._sale
        painter = QPainter(self)
        rect, state = QRectF(self.rect()), state_of(self)
        day = self.day_width()
        beside = rect.adjusted(day, 0, 0, 0)
        if state.hover:
            box(painter, beside, 6, theme.colour("hover"))
        digits = theme.font("caption", digits=True)
        draw_text(painter, QRectF(0, 0, day + 1, rect.height()), self._day, digits,
                  theme.colour("muted"))  # fmt: skip
        gone = sale.status == "cancelled"
        words = QRectF(day + GAP, 0, self.room(), rect.height())
        draw_text(painter, words, self.what, theme.font("body"),
                  theme.colour("muted" if gone else "text"))  # fmt: skip
        font = QFont(theme.font("body", digits=True))
        font.setStrikeOut(gone)
        ink = theme.colour("muted" if gone else "danger" if sale.total < 0 else "text")
        draw_text(painter, beside.adjusted(0, 0, -EDGE, 0), self.amount, font, ink, RIGHT)
        if state.ring:
            ring(painter, theme, beside)
        painter.end()

    def _size(self, what: int) -> QSize:
        rest = self.day_width() + 2 * GAP + EDGE
        rest += self._kit.theme.metrics("body", digits=True).horizontalAdvance(self.amount)
        return QSize(round(rest + 0.5) + what, self._kit.theme.height(HEIGHT))
