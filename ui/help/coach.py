"""Shows how something is done: one step after the other, each at the real control."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ui.common.kit import Kit
from ui.common.widgets.note import announce
from ui.help.coach_card import CoachCard, Ring

LOOK = 100  # ms between two looks at the control: pages come and go, rows move


class Way(Enum):
    """How a step goes on, and so who has the focus."""

    NEXT = "next"  # it is read, then Next is pressed: the card has it
    ACT = "act"  # the person does it, and that leads on: the control has it
    TRY = "try"  # the person may try it, then presses Next: it stays where it is


@dataclass(frozen=True)
class CoachStep:
    """One step; the texts are asked for again when the language changes.

    `find` returns the control, or None while it is not there: then `waits` is said, and the step
    begins when it appears. `is_done` turning true leads on, whatever did it.
    """

    title: Callable[[], str]
    text: Callable[[], str]
    waits: Callable[[], str]
    find: Callable[[], QWidget | None]
    way: Way = Way.NEXT
    is_done: Callable[[], bool] = lambda: False
    is_needed: Callable[[], bool] = lambda: True


class Coach(QObject):
    """Leads through steps in one window; the program stays usable all the time.

    Esc stops it, except where Esc ends the editing of a cell first.
    """

    ended = Signal()

    def __init__(self, kit: Kit, host: QWidget) -> None:
        """`host` holds every control that is pointed at."""
        super().__init__(host)
        self._host = host
        self._steps: Sequence[CoachStep] = ()
        self._number = -1
        self._was_done = False  # when the step was come back to: only what is done anew leads on
        self._target: QWidget | None = None
        self._place = QRect()
        self._timer = QTimer(self, interval=LOOK)
        self.ring = Ring(kit, host)
        self.card = card = CoachCard(kit, host)
        self._timer.timeout.connect(self.look)
        card.next_button.clicked.connect(self.next)
        card.back_button.clicked.connect(self.back)
        card.stop_button.clicked.connect(self.stop)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), card, self.stop)
        kit.language.changed.connect(self._tell)

    @property
    def step(self) -> CoachStep | None:
        """The step one is at, None while nothing is shown."""
        return self._steps[self._number] if 0 <= self._number < len(self._steps) else None

    def start(self, steps: Sequence[CoachStep]) -> None:
        """Begin with the first step that is not done yet."""
        self._steps = steps
        self._number = -1
        self.card.show()
        self._timer.start()
        self._enter(0)
        self.look()

    def stop(self) -> None:
        """Go away; the focus returns to the control."""
        if self.step is None:
            return
        target, focused = self._target, QApplication.focusWidget()
        had_focus = focused is not None and self.card.isAncestorOf(focused)
        self._timer.stop()
        self._number = -1
        self._point_at(None)
        self.card.hide()
        if had_focus and target is not None and isValid(target):
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()

    def next(self) -> None:
        """Go on to the next step that is needed; after the last one it ends."""
        following = range(self._number + 1, len(self._steps))
        number = next((n for n in following if self._steps[n].is_needed()), None)
        if number is None:
            self.stop()
        else:
            self._enter(number)

    def back(self) -> None:
        """Go back to the nearest step whose control is there."""
        if (number := self._earlier()) is not None:
            self._enter(number)
            self._was_done = self._steps[number].is_done()

    def look(self) -> None:
        """See whether the step is done, and where its control is now."""
        while (step := self.step) is not None and step.is_done() and not self._was_done:
            self.next()
        if (step := self.step) is None:
            return
        self._was_done = self._was_done and step.is_done()
        target = usable(step.find())
        if target is not self._target:
            self._point_at(target)
            self._tell()
            self._give_focus()
        elif target is not None and place_of(target, self._host) != self._place:
            self._follow(target)
        self.card.back_button.setEnabled(self._earlier() is not None)

    def _enter(self, number: int) -> None:
        self._number = number
        self._was_done = False
        self._point_at(usable(self._steps[number].find()))
        self._tell()
        self._give_focus()

    def _point_at(self, target: QWidget | None) -> None:
        self._target = target
        if target is None:
            self.ring.hide()
            self._place = QRect()
            self.card.point_at(None)
            return
        reveal(target)
        self._follow(target)

    def _follow(self, target: QWidget) -> None:
        self._place = place_of(target, self._host)
        self.ring.show_around(self._place)
        self.card.point_at(self._place)

    def _tell(self) -> None:
        if (step := self.step) is None:
            return
        card, last = self.card, self._number == len(self._steps) - 1
        needed = [n for n, one in enumerate(self._steps) if one.is_needed() or n == self._number]
        place = needed.index(self._number) + 1
        card.count.set_text(self.tr("Step {n} of {total}").format(n=place, total=len(needed)))
        card.title.set_text(step.title())
        card.text.set_text(step.text() if self._target is not None else step.waits())
        card.hint.set_text(self.tr("F6 comes here, Esc stops."))
        card.stop_button.set_text(self.tr("Stop"))
        card.back_button.set_text(self.tr("Back"))
        card.next_button.set_text(self.tr("Done") if last else self.tr("Next"))
        card.next_button.setEnabled(step.way is not Way.ACT and self._target is not None)
        card.back_button.setEnabled(self._earlier() is not None)
        card.setAccessibleName(f"{card.title.text()}. {card.text.text()}")
        card.point_at(None if self._target is None else self._place)
        announce(card, card.accessibleName())

    def _give_focus(self) -> None:
        step, target = self.step, self._target
        if step is None or target is None:
            return
        if step.way is Way.NEXT:
            self.card.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step.way is Way.ACT and target.focusPolicy() != Qt.FocusPolicy.NoFocus:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _earlier(self) -> int | None:
        before = range(self._number - 1, -1, -1)
        return next((n for n in before if usable(self._steps[n].find()) is not None), None)


def usable(target: QWidget | None) -> QWidget | None:
    """Return the control if it is on the screen."""
    return target if target is not None and isValid(target) and target.isVisible() else None


def place_of(target: QWidget, host: QWidget) -> QRect:
    """Return where a control is in the host, as far as it can be seen."""
    seen = target.visibleRegion().boundingRect()
    part = seen if not seen.isEmpty() else target.rect()
    return QRect(target.mapTo(host, QPoint(0, 0)) + part.topLeft(), part.size())


def reveal(target: QWidget) -> None:
    """Scroll to a control where it stands in something that scrolls."""
    around = target.parentWidget()
    while around is not None:
        fits = target.height() <= around.height()
        if isinstance(around, QScrollArea) and fits:
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
