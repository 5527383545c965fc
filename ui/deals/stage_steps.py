"""Where a deal stands among the stages of its pipeline; a click or Enter moves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.common.deal_looks import stage_colour
from ui.common.painting import box, ring
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

HEIGHT = 32
GAP = 4
STRIP = 3  # px of the stage's colour under its name
SIDE = 10
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


@dataclass(frozen=True, slots=True)
class Step:
    """A stage one can move to."""

    id: int
    name: str
    colour: str


class StageSteps(QWidget):
    """Tab goes to where the deal stands, arrows walk, Enter or Space moves it there."""

    chosen = Signal(object)  # stage id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[StepButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[Step], current: int | None, *, open_: bool) -> None:
        """Show the stages; `current` is where it stands, `open_` whether it can be moved."""
        focused = next((b.step.id for b in self.buttons if b.hasFocus()), None)
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        ids = [step.id for step in steps]
        at = ids.index(current) if current in ids else -1
        self.buttons = [
            StepButton(self._theme, step, passed=place <= at, now=place == at)
            for place, step in enumerate(steps)
        ]
        for place, button in enumerate(self.buttons):
            here = place == max(at, 0)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.ClickFocus)
            button.setEnabled(open_)
            button.clicked.connect(partial(self._on_clicked, place))
            self._row.addWidget(button, 1)
            button.show()  # a layout would do so only after this
            if button.step.id == focused:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        names = self.tr("Stage {n} of {count}: {name}")
        told = names.format(n=at + 1, count=len(steps), name=steps[at].name) if at >= 0 else ""
        self.setAccessibleName(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        at = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        to = max(0, min(at + step, len(self.buttons) - 1))
        self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, place: int) -> None:
        button = self.buttons[place]
        if not button.now:
            self.chosen.emit(button.step.id)


class StepButton(QPushButton):
    """One stage: its name over a strip of its colour."""

    def __init__(self, theme: Theme, step: Step, *, passed: bool, now: bool) -> None:
        super().__init__(literal(step.name))
        self.step = step
        self.now = now
        self._theme = theme
        self._passed = passed
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = self.tr("{name}, where it stands") if now else self.tr("Move to {name}")
        self.setAccessibleName(words.format(name=step.name))
        self.setToolTip(step.name if now else self.accessibleName())

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("body", strong=True).horizontalAdvance(words_of(self))
        return QSize(ceil(words) + 2 * SIDE, self._theme.height(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(event.key()) in STEPS:
            event.ignore()  # the row goes from one to the next
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, state = self._theme, state_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill = "accent-soft" if self.now else "pressed" if state.down else "surface"
        if state.hover and not self.now and self.isEnabled():
            fill = "hover"
        edge = "accent-border" if self.now else "border"
        box(painter, rect, 6, theme.colour(fill), theme.colour(edge))
        colour = stage_colour(theme, self.step.colour)
        strip = QRectF(rect.left() + 6, rect.bottom() - STRIP - 2, rect.width() - 12, STRIP)
        box(painter, strip, STRIP / 2, colour if self._passed else theme.colour("border"))
        ink = "accent-text" if self.now else "text-2" if self._passed else "muted"
        words = rect.adjusted(SIDE, 0, -SIDE, -STRIP)
        font = theme.font("body", strong=self.now)
        draw_text(painter, words, self.step.name, font, theme.colour(ink), CENTRE)
        if state.ring:
            ring(painter, theme, rect)
        painter.end()
