"""One thing of a day, in the list beside the tasks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.agenda import AgendaEntry
from app.words import kind_words
from ui.common.entry_looks import MARKS, entry_words, hour_of, is_closed, solid_of
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.text import RIGHT, draw_text

HOUR = 68  # px of the time
LINE = 44
BAR = 3.0
SIGN = 14


class EntryLine(QWidget):
    """Its hour, a bar in its colour, what and with whom; Enter or a click opens it."""

    opened = Signal(object)  # AgendaEntry

    def __init__(self, kit: Kit, entry: AgendaEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.entry = entry
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        what = kind_words("what", entry.what, kit.language.code)
        parts = (what, *self.words(), hour_of(entry, kit))
        self.setAccessibleName(", ".join(part for part in parts if part))

    def words(self) -> tuple[str, str]:
        """Return what it is, and what stands below."""
        return entry_words(self.entry, self._kit)

    def sizeHint(self) -> QSize:
        return QSize(200, self._kit.theme.height(LINE, "body", 24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.entry)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.entry)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, entry = self._kit.theme, self.entry
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if shows_ring(self):
            box(painter, rect, 6, border=theme.colour("focus"), width=2)
        half = rect.height() / 2
        width = HOUR * theme.text_scale
        hour = QRectF(rect.left(), rect.top(), width - 6, half)
        font = theme.font("caption", digits=True)
        draw_text(painter, hour, hour_of(entry, self._kit), font, theme.colour("muted"), RIGHT)
        bar = QRectF(rect.left() + width + 4, rect.top() + 3, BAR, rect.height() - 6)
        self._paint_bar(painter, bar)
        title, below = self.words()
        left = bar.right() + 10
        room = rect.right() - left - 4
        above = QRectF(left, rect.top(), room, half if below else rect.height())
        used = draw_text(painter, above, title, theme.font("body"), theme.colour(self._ink()))
        if entry.repeat and used + SIGN + 8 <= room:
            at = QPointF(left + used + 8, above.center().y() - SIGN / 2)
            theme.paint_icon(painter, at, "repeat", SIGN, "muted")
        under = QRectF(left, rect.top() + half, room, half)
        draw_text(painter, under, below, theme.font("caption"), theme.colour("muted"))
        painter.end()

    def _ink(self) -> str:
        return "muted" if is_closed(self.entry) else "text"

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        colour = self._kit.theme.colour(solid_of(MARKS[self.entry.what]))
        box(painter, bar, BAR / 2, colour)


class DraftLine(EntryLine):
    """What is being typed, where it will stand: dotted, and nothing to open yet."""

    def __init__(self, kit: Kit, entry: AgendaEntry, parent: QWidget | None = None) -> None:
        super().__init__(kit, entry, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def words(self) -> tuple[str, str]:
        return self.entry.title, self.tr("Not added yet")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def _ink(self) -> str:
        return "text-2"

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        pen = QPen(self._kit.theme.colour("accent"), BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.4, 1])
        painter.setPen(pen)
        painter.drawLine(
            QPointF(bar.center().x(), bar.top()), QPointF(bar.center().x(), bar.bottom())
        )
