"""Toasts: what has just been done, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QPointF,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QEnterEvent, QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from ui.common.painting import box
from ui.common.shadow import MARGIN
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.floating import Floating
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.state import literal, state_of, words_of

HEIGHT = 44
ICON = 16
LIFT = 16
RISE = 12  # px it comes up while it appears
TROUBLE = {"circle-alert", "triangle-alert"}


class Toast(Floating):
    """Shows one message at a time for 8 s; pointer or focus on it holds it, Esc closes it.

    The next message replaces the one shown, but something that went wrong stays its time: what
    went well meanwhile is told after it. There is one per window, above all pages.
    """

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(theme, host, "tooltip-bg", "", LIFT)
        self._undo: Callable[[], None] | None = None
        self._icon = "check"
        self._button_words = ""  # instead of Undo
        self._waiting: Callable[[], None] | None = None  # says the next message
        self._came_from: QWidget | None = None  # gets the focus back
        self._text = Label(theme, colour="tooltip-text")
        self._button = ToastButton(theme, self.tr("Undo"), self)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN + 36, MARGIN, MARGIN + 8, MARGIN)
        row.setSpacing(8)
        row.addWidget(self._text)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._button.clicked.connect(self._on_undo_clicked)
        self._button.focus_changed.connect(self._go_on)
        self.hide()

    def say(
        self, text: str, undo: Callable[[], None] | None = None, *, icon: str = "check",
        button: str = "",
    ) -> None:  # fmt: skip
        """Show what happened; with `undo` there is a button that calls it once.

        `button` is what that says where it takes nothing back, but leads on.
        """
        if self.isVisible() and self._icon in TROUBLE and icon not in TROUBLE:
            self._waiting = lambda: self.say(text, undo, icon=icon, button=button)
            return
        self._waiting = None
        self._undo = undo
        self._icon = icon
        focused = QApplication.focusWidget()
        if focused is not self._button:
            self._came_from = focused
        self._text.set_text(text)
        self._button_words = button
        self._button.setText(literal(button or self.tr("Undo")))
        self._button.setVisible(undo is not None)
        self._row.setContentsMargins(
            MARGIN + 36, MARGIN, MARGIN + (8 if undo is not None else 16), MARGIN
        )
        self._row.activate()
        self.place()
        self.show()
        self._appear()
        self._timer.start(self._theme.duration("toast_stay"))
        announce(self, text)

    @property
    def text(self) -> str:
        """What it says, also after it has gone."""
        return self._text.text()

    def sizeHint(self) -> QSize:
        height = self._theme.height(HEIGHT) + 2 * MARGIN
        return QSize(self._row.sizeHint().width(), height)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        came_from = self._came_from
        if self._button.hasFocus() and came_from is not None and isValid(came_from):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._button.setText(literal(self._button_words or self.tr("Undo")))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rect = self.box()
        at = QPointF(rect.left() + 12, rect.center().y() - ICON / 2)
        self._theme.paint_icon(painter, at, self._icon, ICON, "tooltip-text")
        painter.end()

    def _go_on(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.stop()
        elif self.isVisible():
            self._timer.start(self._theme.duration("toast_stay"))

    def _appear(self) -> None:
        self._rise.stop()
        time = self._theme.duration("toast_in")
        if not time:
            return
        end = self.pos()
        self._rise.setDuration(time)
        self._rise.setStartValue(end + QPoint(0, RISE))
        self._rise.setEndValue(end)
        self._rise.start()

    def _go(self) -> None:
        waiting, self._waiting = self._waiting, None
        self.hide()
        if waiting is not None:
            waiting()

    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self._go()
        if undo is not None:
            undo()


class ToastButton(QPushButton):
    """The button on the dark ground of a toast."""

    focus_changed = Signal()

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("strong").horizontalAdvance(words_of(self))
        return QSize(round(words) + 18, self._theme.height(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        state = state_of(self)
        text, ground = theme.colour("tooltip-text"), theme.colour("tooltip-bg")
        filled = state.hover or state.down
        box(painter, rect, 6, text if filled else None, text, width=2 if state.ring else 1)
        if state.ring and filled:
            box(painter, rect.adjusted(2, 2, -2, -2), 4, border=ground)
        colour = ground if filled else text
        draw_text(painter, rect, words_of(self), theme.font("strong"), colour, CENTRE)
        painter.end()
