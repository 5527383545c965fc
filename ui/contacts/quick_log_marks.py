"""What was understood of a typed line: underlined in its field, and as chips below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from app.quick_line import Span
from ui.common.bars import clear
from ui.common.flow import FlowLayout
from ui.common.kit import Kit
from ui.common.widgets.button import Button

LINE = 2  # px thick
MARGIN = 2  # px a line edit keeps left of its text


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and the colour of the line below it."""

    span: Span
    colour: str


class Underlines(QWidget):
    """Lies over a line edit and draws below its words; the letters stay the field's own."""

    def __init__(self, kit: Kit, field: QLineEdit) -> None:
        super().__init__(field)
        self._theme = kit.theme
        self._field = field
        self._marks: Sequence[Mark] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.installEventFilter(self)
        field.cursorPositionChanged.connect(lambda _old, _new: self.update())

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Underline these stretches."""
        self._marks = marks
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(self._field.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        field, text = self._field, self._field.text()
        metrics = field.fontMetrics()
        option = QStyleOptionFrame()
        field.initStyleOption(option)
        inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        cursor = field.cursorRect().center().x()
        left = cursor - metrics.horizontalAdvance(text[: field.cursorPosition()])
        painter = QPainter(self)
        painter.setClipRect(inside)
        under = inside.center().y() + metrics.height() / 2 + 1
        for mark in self._marks:
            if mark.span.end > len(text):
                continue  # typed away meanwhile
            begin = left + metrics.horizontalAdvance(text[: mark.span.start])
            end = left + metrics.horizontalAdvance(text[: mark.span.end].rstrip())
            painter.setPen(QPen(self._theme.colour(mark.colour), LINE))
            painter.drawLine(QPointF(begin, under), QPointF(end, under))
        painter.end()


@dataclass(frozen=True, slots=True)
class Said:
    """One thing understood: its words, icon, and what pressing it turns ('' for nothing)."""

    words: str
    icon: str
    turns: str = ""


class SaidChips(QWidget):
    """One button for each thing understood; what is in doubt asks, and turns when pressed."""

    turned = Signal(str)  # what a Said turns

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("clear", "true")
        self._row = FlowLayout(self, gap=6)
        self.buttons: list[Button] = []
        self._shown: tuple[Said, ...] = ()

    def show_said(self, said: Sequence[Said]) -> None:
        """Show these; the focus stays on the one it is on."""
        if tuple(said) == self._shown:
            return
        self._shown = tuple(said)
        focused = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), None)
        clear(self._row)
        self.buttons = [self._make(one) for one in said]
        for button in self.buttons:
            self._row.addWidget(button)
            button.show()  # one that is hidden yet has no size in the layout
        self.setVisible(bool(said))
        self._fit()
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        """Be as high as the lines they fill: a dialog does not ask for that by itself."""
        self.setFixedHeight(self._row.heightForWidth(self.width()))

    def _make(self, one: Said) -> Button:
        button = Button(self._kit.theme, one.words, "secondary", icon=one.icon, size="sm")
        button.setAccessibleName(one.words)
        if one.turns:
            button.setProperty("turns", one.turns)
            button.clicked.connect(partial(self.turned.emit, one.turns))
        else:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button
