"""A goal as a card: how far it is, what each day brought, what is needed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.goal_words import goal_name, pace_words, value_words
from app.shapes.goals import GoalRow, Progress
from app.words import kind_words, say
from ui.common.bars import row_of
from ui.common.keyboard_focus import shows_ring
from ui.common.kit import Kit
from ui.common.painting import ring
from ui.common.row_header import is_menu_key
from ui.common.widgets.goal_bar import DaysLook, GoalBar, GoalDays
from ui.common.widgets.label import Label

PADDING = 24
FACTS = 300  # px of the sentences at the right
ROOMY = 860  # px in which the days have room, too
COLOURS = {"ahead": "success", "reached": "success", "behind": "warning", "missed": "danger"}
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GoalCard(QFrame):
    """Enter changes the goal, Delete removes it, arrows go to the next one."""

    opened = Signal(object)  # GoalRow
    removed = Signal(object)  # GoalRow
    menu_asked = Signal(object, QPoint)  # GoalRow, where on the screen
    left = Signal(int)  # cards further down

    def __init__(self, kit: Kit, currency: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._currency = currency
        self.progress: Progress | None = None
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name = Label(theme, "", "strong")
        self.day = Label(theme, "", colour="muted", digits=True)
        self.reached = Label(theme, "", "number", digits=True)
        self.target = Label(theme, "", colour="muted", digits=True)
        self.bar = GoalBar(theme)
        self.state = Label(theme, "", "strong", digits=True)
        self.share = Label(theme, "", colour="muted", digits=True)
        self.days = GoalDays(theme)
        self.facts = [Label(theme, "", colour="text-2", digits=True, wrap=True) for _ in range(4)]
        self._build()

    @property
    def goal(self) -> GoalRow | None:
        """The goal that is shown."""
        return self.progress.goal if self.progress else None

    def show_progress(self, progress: Progress) -> None:
        """Show how far a goal is."""
        self.progress = progress
        goal, formats, code = progress.goal, self._kit.formats, self._kit.language.code

        def money(amount: int) -> str:
            return formats.money(amount, self._currency)

        name = goal_name(goal, code)
        self.name.set_text(name)
        under_way = progress.day_number > 0 and progress.state != "not_begun"
        day = self.tr("Day {n} of {m}").format(
            n=formats.number(max(progress.day_number, 0)), m=formats.number(progress.days)
        )
        begins = self.tr("Begins {day}").format(day=formats.day(goal.first_on))
        over = progress.as_of > goal.last_on
        ended = self.tr("Ended {day}").format(day=formats.day(goal.last_on))
        when = ended if over else day if under_way else begins
        self.day.set_text(when)
        self.reached.set_text(value_words(goal, progress.reached, code, money))
        of = self.tr("of {target}").format(target=value_words(goal, goal.target, code, money))
        self.target.set_text(of)
        planned = progress.planned if under_way and not over else None
        state = kind_words("goal_state", progress.state, code)
        if progress.state in ("ahead", "behind"):
            amount = value_words(goal, abs(progress.ahead), code, money)
            state = say(f"goal.{progress.state}", code, value=amount)
        self.state.set_text(state[:1].upper() + state[1:])
        self.state.set_colour(COLOURS.get(progress.state, "text"))
        self.share.set_text(self.tr("{n}% reached").format(n=formats.number(progress.percent)))
        sentences = pace_words(progress, code, money)
        if under_way and not over and progress.estimate:
            estimate = value_words(goal, progress.estimate, code, money)
            sentences.append(say("goal.estimate", code, value=estimate))
        ended_by_state = progress.state in ("reached", "missed")  # the first sentence says the same
        told = [words for words in sentences[ended_by_state:] if words != self.state.text()]
        for place, label in enumerate(self.facts):
            label.set_text(told[place] if place < len(told) else "")
            label.setVisible(place < len(told))
        sentence = ", ".join((name, when, f"{self.reached.text()} {of}", self.state.text(), *told))
        self.bar.show_goal(progress.reached, planned, goal.target, "")
        self._show_days(progress)
        self.setAccessibleName(sentence)
        self.setToolTip(goal.note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, goal = Qt.Key(event.key()), self.goal
        if goal is None:
            super().keyPressEvent(event)
        elif key in OPENS:
            self.opened.emit(goal)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(goal)
        elif key in STEPS:
            self.left.emit(STEPS[key])
        elif is_menu_key(event):
            self.menu_asked.emit(goal, self.mapToGlobal(QPoint(PADDING, PADDING)))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.goal is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.goal)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.goal is not None and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(self.goal, event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY * self._kit.theme.text_scale
        self.days.setVisible(roomy)
        self._line.setVisible(roomy)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if shows_ring(self):
            painter = QPainter(self)
            ring(painter, self._kit.theme, QRectF(self.rect()), 8)
            painter.end()

    def _show_days(self, progress: Progress) -> None:
        goal, formats = progress.goal, self._kit.formats
        best = progress.best
        words = ""
        if best is not None:
            value = formats.money(best.value, self._currency) if goal.is_money else (
                formats.number(best.value)
            )  # fmt: skip
            words = f"{formats.short_day(best.day)}  {value}"
        look = DaysLook(
            goal.first_on, goal.last_on, progress.as_of, progress.series,
            first=formats.short_day(goal.first_on), last=formats.short_day(goal.last_on),
            now=self.tr("Today"), best=words,
        )  # fmt: skip
        self.days.show_days(look, self.tr("Best day: {best}").format(best=words) if words else "")

    def _build(self) -> None:
        head, amounts, told = (row_of(), row_of(), row_of())
        head.addWidget(self.name, 1)
        head.addWidget(self.day)
        amounts.addWidget(self.reached)
        amounts.addWidget(self.target, 0, Qt.AlignmentFlag.AlignBottom)
        amounts.addStretch(1)
        told.addWidget(self.state, 1)
        told.addWidget(self.share)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addStretch(1)
        for row in (head, amounts):
            left.addLayout(row)
        left.addWidget(self.bar)
        left.addLayout(told)
        left.addStretch(1)
        facts = QVBoxLayout()
        facts.setSpacing(8)
        facts.addStretch(1)
        for label in self.facts:
            facts.addWidget(label)
        facts.addStretch(1)
        side = QWidget()
        side.setProperty("clear", "true")
        side.setFixedWidth(round(FACTS * self._kit.theme.text_scale))
        facts.setContentsMargins(0, 0, 0, 0)
        side.setLayout(facts)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        whole.setSpacing(PADDING)
        whole.addLayout(left, 1)
        whole.addWidget(_line())
        whole.addWidget(self.days, 1)
        self._line = _line()
        whole.addWidget(self._line)
        whole.addWidget(side)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("Line")
    line.setFixedWidth(1)
    return line
