"""One field of two contacts: what each has, and which of the two is kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.shapes.duplicates import TYPED, ComparedRow
from ui.common.kit import Kit
from ui.common.painting import box, disc, ring
from ui.common.stage_looks import LOOKS, NOWHERE
from ui.common.text import draw_text
from ui.common.widgets.checkbox import paint_box
from ui.common.widgets.note import announce
from ui.common.widgets.pill import paint_pill
from ui.common.widgets.state import state_of
from ui.common.widgets.tag import paint_tags
from ui.duplicates.words import OwnWords, row_name, side_words

LABEL = 104
HEIGHT = 45
MARK = 16
INSET = 12
ARROWS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}


class ValueLine(QLineEdit):
    """Types another value; Enter and going elsewhere keep it, Esc does not."""

    ended = Signal(bool)  # whether what was typed is kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.accept()  # no key of the page meanwhile
            self.ended.emit(key != Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.ended.emit(True)  # noqa: FBT003 - Qt


class CompareRow(QWidget):
    """One field: its name and two values; a click or an arrow chooses, E types another value."""

    chosen = Signal(str, str)  # field, side
    left_row = Signal(int)  # rows down

    def __init__(
        self, kit: Kit, row: ComparedRow, own_words: OwnWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row = row
        self.side = row.side if row.how in ("choice", "strict") else ""
        self.is_last = False  # the card's own border is below it
        self._kit = kit
        self._typed: dict[str, str] = {}  # by side
        self._line: ValueLine | None = None
        self._name = row_name(kit, row)
        self._words = {
            side: side_words(kit, row, value, own_words)
            for side, value in (("left", row.left), ("right", row.right))
        }
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if row.how == "choice":
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for side, words in self._words.items():
            if words:
                self.setToolTip(words if side == "left" else f"{self.toolTip()}\n{words}".strip())
        if self.can_be_typed:
            how = self.tr("E types another value")
            self.setToolTip(f"{self.toolTip()}\n{how}".strip())
            self.setAccessibleDescription(how)
        self._tell()

    @property
    def can_be_typed(self) -> bool:
        """Whether something else may stand there than what the two have."""
        return self.row.how == "choice" and self.row.field in TYPED

    def words_of(self, side: str) -> str:
        """Return what stands on a side."""
        return self._words[side]

    @property
    def typed(self) -> str | None:
        """What was typed in the place of the value that is kept; None for nothing."""
        return self._typed.get(self.side)

    def edit(self) -> None:
        """Let something else be typed in the place of the value that is kept."""
        if not self.can_be_typed or self._line is not None:
            return
        line = self._line = ValueLine(self._words[self.side], self)
        line.setAccessibleName(self._name)
        line.ended.connect(self._on_typed)
        self._place_line()
        line.show()
        line.selectAll()
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, side: str) -> None:
        """Keep the value of a side."""
        if self.row.how != "choice" or side == self.side:
            return
        self.side = side
        self._tell()
        kept = self._words[side] or self.tr("Empty")
        announce(self, f"{self._name}: {kept}")
        self.update()
        self.chosen.emit(self.row.field, side)

    def sizeHint(self) -> QSize:
        return QSize(LABEL + 300, self._kit.theme.height(HEIGHT, space=25))

    def minimumSizeHint(self) -> QSize:
        return QSize(LABEL + 160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_line()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= LABEL:
            self.edit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = "right" if event.position().x() >= LABEL + self._half() else "left"
        if event.position().x() >= LABEL:
            self.choose(side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ARROWS:
            self.choose(ARROWS[Qt.Key(key)])
        elif key == Qt.Key.Key_F2:
            self.edit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left_row.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        name = QRectF(16, 0, LABEL - 24, rect.height() - 1)
        draw_text(painter, name, self._name, theme.font("body"), theme.colour("muted"))
        half = self._half()
        for place, side in enumerate(("left", "right")):
            cell = QRectF(LABEL + place * half, 0, half, rect.height())
            self._paint_cell(painter, cell, side)
        line = theme.colour("border")
        if not self.is_last:
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), line)
        for place in (0, 1):
            painter.fillRect(QRectF(LABEL + round(place * half), 0, 1, rect.height()), line)
        if state_of(self).ring:
            ring(painter, theme, rect.adjusted(1, 1, -1, -2))
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, side: str) -> None:
        theme, words, how = self._kit.theme, self._words[side], self.row.how
        kept = side == self.side or (how == "both" and bool(words))
        if kept:
            painter.fillRect(cell, theme.colour("accent-soft"))
        centre = QPointF(cell.left() + INSET + MARK / 2, cell.center().y())
        if how == "same":
            corner = centre - QPointF(7, 7)
            theme.paint_icon(painter, corner, "equal", 14, "muted")
        elif how == "strict":
            if kept:
                corner = centre - QPointF(7, 7)
                theme.paint_icon(painter, corner, "shield-check", 14, "accent-text")
        elif how == "both":
            if words:
                paint_box(painter, theme, centre, Qt.CheckState.Checked)
        else:
            circle = QRectF(centre.x() - 8, centre.y() - 8, MARK, MARK)
            fill, edge = ("accent", "accent") if kept else ("surface", "border-input")
            box(painter, circle, 8, theme.colour(fill), theme.colour(edge))
            if kept:
                disc(painter, circle.adjusted(5, 5, -5, -5), theme.colour("surface"))
        text = cell.adjusted(INSET + MARK + 8, 0, -8, -1)
        if words and self.row.field == "tag":
            paint_tags(painter, theme, text, [self._kit.tags.look(t) for t in self._values(side)])
            return
        if words and self.row.field == "stage":
            look = LOOKS.get(self._values(side), NOWHERE)
            at = QPointF(text.left(), text.center().y())
            paint_pill(painter, theme, at, words, *look)
            return
        colour = "muted" if not words else "text-2" if how == "same" else "text"
        font = theme.font("body", digits=True)
        draw_text(painter, text, words or self.tr("Empty"), font, theme.colour(colour))

    def _place_line(self) -> None:
        if self._line is not None:
            left = LABEL + (self._half() if self.side == "right" else 0) + INSET + MARK
            width = self._half() - INSET - MARK - 8
            height = min(self._line.sizeHint().height(), self.height() - 6)
            top = (self.height() - height) // 2
            self._line.setGeometry(round(left), top, round(width), height)

    def _on_typed(self, kept: bool) -> None:  # noqa: FBT001 - of a signal
        line, self._line = self._line, None
        if line is None:
            return
        text, focused = " ".join(line.text().split()), line.hasFocus()
        line.hide()
        line.deleteLater()
        if focused:
            self.setFocus(Qt.FocusReason.TabFocusReason)
        if kept and text != self._words[self.side] and (text or self.row.field != "name"):
            self._typed[self.side] = self._words[self.side] = text
            self._tell()
            self.chosen.emit(self.row.field, self.side)
        self.update()

    def _values(self, side: str) -> Any:
        return self.row.left if side == "left" else self.row.right

    def _half(self) -> float:
        return (self.width() - LABEL) / 2

    def _tell(self) -> None:
        left, right = (self._words[side] or self.tr("Empty") for side in ("left", "right"))
        if self.row.how == "same":
            said = self.tr("{field}: both {value}").format(field=self._name, value=left)
        elif self.row.how == "both":
            said = self.tr("{field}: {one} and {other} are both kept").format(
                field=self._name, one=left, other=right
            )
        else:
            kept, other = (left, right) if self.side == "left" else (right, left)
            if self.row.how == "strict":
                self.setToolTip(self.tr("Of two answers the stricter one is kept."))
            said = self.tr("{field}: {kept} is kept, not {other}").format(
                field=self._name, kept=kept, other=other
            )
        self.setAccessibleName(said)
