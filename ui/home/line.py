"""One line of a card: painted, with the button of its first act."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.painting import box, disc, ring
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.avatar import avatar_colour, paint_avatar
from ui.common.widgets.button import Button
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.menu import Menu, popup
from ui.home.looks import Act, Line, Mark

HEIGHT, DENSE = 52, 36  # px; of a dense line with two lines of words: 51
TWO = 51
LEFT = 16
MARK = 28
TEXT = 55  # px from the edge of a card to its words
HOUR = 56  # px of an hour
BAR = 3
RIGHT_EDGE = 13  # px between a button and the edge
KEYPAD = Qt.KeyboardModifier.KeypadModifier
NAMED = {"Space": Qt.Key.Key_Space, "Return": Qt.Key.Key_Return}


class HomeLine(QWidget):
    """Takes the focus; its acts are done by their keys, its button, or the menu.

    `asked` tells what is wanted; `left` that an arrow leads away, by so many lines.
    """

    asked = Signal(str, object, object)  # code of the act, subject, QPoint for a menu
    left = Signal(int)

    def __init__(
        self, kit: Kit, line: Line, *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._dense = dense
        self.line = line
        self.button: QAbstractButton | None = self._button()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if line.acts else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(line.sentence)
        keys = [f"{act.words}: {act.key}" for act in line.acts]
        self.setAccessibleDescription(" ".join(filter(None, (line.told, ", ".join(keys)))))
        self.setToolTip(line.told or ("" if line.acts else line.title))  # too long for its place

    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        words = theme.line("body") + (theme.line("caption") if self.line.below else 0)
        least = (TWO if self.line.below else DENSE) if self._dense else HEIGHT
        return QSize(240, max(least, words + 15))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._act_of(event) is not None:
                event.accept()  # before a shortcut of the window takes the letter
        elif event.type() == QEvent.Type.DynamicPropertyChange:
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None:
            self._do(act)
            return
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.left.emit(steps[Qt.Key(event.key())])
            return
        if event.key() == Qt.Key.Key_Menu:
            self.ask(self.mapToGlobal(QPoint(LEFT, self.height())))
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        act = next((act for act in self.line.acts if act.key == "Return"), None)
        if act is not None and event.button() == Qt.MouseButton.LeftButton:
            self._do(act)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.ask(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.button is None:
            return
        size = self.button.sizeHint()
        edge = RIGHT_EDGE - 6 if isinstance(self.button, CheckBox) else RIGHT_EDGE
        left = self.width() - edge - size.width()
        self.button.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, line = self._kit.theme, self.line
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if not self._dense:
            painter.fillRect(QRectF(0, 0, rect.width(), 1), theme.colour("border"))
        if line.acts and self.underMouse():
            box(painter, rect.adjusted(3, 3, -3, -2), 6, theme.colour("hover"))
        if shows_ring(self):
            ring(painter, theme, rect.adjusted(2, 2, -2, -1))
        left = self._paint_mark(painter, rect, line.mark)
        right = self.button.geometry().left() - 8 if self.button else rect.right() - LEFT
        room = QRectF(left, rect.top(), max(0.0, right - left), rect.height())
        style = "body" if self._dense else "strong"
        if not line.below:
            draw_text(painter, room, line.title, theme.font(style), theme.colour("text"))
        else:
            above, under = theme.line("body"), theme.line("caption")
            top = round((rect.height() - above - under) / 2) + (0 if self._dense else 1)
            room.setRect(room.left(), top, room.width(), above)
            taken = self._paint_amount(painter, room)
            title = room.adjusted(0, 0, -taken, 0)
            draw_text(painter, title, line.title, theme.font(style), theme.colour("text"))
            room.setRect(room.left(), top + above, room.width(), under)
            font = theme.font("caption", digits=True)
            draw_text(painter, room, line.below, font, theme.colour("muted"))
        painter.end()

    def ask(self, at: QPoint) -> None:
        """Offer everything that can be done with what the line is about."""
        if not self.line.acts:
            return
        menu = Menu(self._kit.theme, self.line.title, self)
        menu.setAccessibleName(self.line.title)
        for act in self.line.acts:
            made = menu.add(act.words, act.icon, act.key)
            made.triggered.connect(lambda _on=False, act=act: self._do(act))
        popup(menu, at)

    def _button(self) -> QAbstractButton | None:
        theme, line = self._kit.theme, self.line
        if not line.acts:
            return None
        act = line.acts[0]
        button: QAbstractButton
        if line.button:
            button = Button(theme, line.button, size="sm", parent=self)
        elif line.square:
            button = IconButton(theme, act.icon, act.words, key=act.key, outlined=True, parent=self)
        else:
            button = CheckBox(theme, parent=self)
        button.setAccessibleName(f"{act.words}: {line.title}")
        button.setToolTip(f"{act.words}  {act.key}")
        button.clicked.connect(lambda: self._on_clicked(act))
        return button

    def _on_clicked(self, act: Act) -> None:
        if isinstance(self.button, CheckBox):
            self.button.setChecked(False)  # it is ticked by being gone
        self._do(act)

    def _act_of(self, event: QKeyEvent) -> Act | None:
        letter = letter_of(event).upper()
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        for act in self.line.acts:
            if act.key in NAMED:
                if key == NAMED[act.key] and not event.modifiers() & ~KEYPAD:
                    return act
            elif act.key == letter:
                return act
        return None

    def _do(self, act: Act) -> None:
        under = self.mapToGlobal(QPoint(TEXT, self.height()))
        self.asked.emit(act.code, self.line.subject, under)

    def _paint_amount(self, painter: QPainter, room: QRectF) -> float:
        """Paint the amount at the right end of a line of words; return the room it takes."""
        if not self.line.amount:
            return 0.0
        theme, amount = self._kit.theme, self.line.amount
        font = theme.font("body", digits=True)
        draw_text(painter, room, amount, font, theme.colour("text-2"), RIGHT)
        return theme.metrics("body", digits=True).horizontalAdvance(amount) + 8

    def _paint_mark(self, painter: QPainter, rect: QRectF, mark: Mark) -> float:
        """Paint what stands at the left; return where the words begin."""
        theme, middle = self._kit.theme, rect.center().y()
        if mark.colour:
            metrics, clock = theme.metrics("caption", digits=True), self._kit.formats.clock
            longest = (metrics.horizontalAdvance(clock(at)) for at in ("10:00", "22:00"))
            width = max(HOUR, *longest)
            hour = QRectF(LEFT, rect.top(), width, rect.height())
            font = theme.font("caption", digits=True)
            draw_text(painter, hour, mark.hour, font, theme.colour("muted"), RIGHT)
            side = theme.line("body") / 2
            bar = QRectF(hour.right() + 10, middle - side, BAR, 2 * side)
            box(painter, bar, BAR / 2, theme.colour(mark.colour))
            return bar.right() + 10
        if mark.icon:
            disc(painter, QRectF(LEFT, middle - MARK / 2, MARK, MARK), theme.colour("neutral-soft"))
            at = QPointF(LEFT + (MARK - 16) / 2, middle - 8)
            theme.paint_icon(painter, at, mark.icon, 16, "neutral")
        else:
            colour = avatar_colour(mark.contact_id or 0)
            at = QPointF(LEFT, middle)
            paint_avatar(painter, theme, at, mark.name, colour, company=mark.company)
        return TEXT
