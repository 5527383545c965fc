"""How often something comes again: chosen, or said in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.repeat_words import repeat_words
from ui.common.kit import Kit
from ui.tasks.desk import TaskDesk

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
IN_WORDS = "words"


class RepeatField(QWidget):
    """Usual repeats of the day that is due, and a line for all others, read as quick add does."""

    def __init__(self, kit: Kit, desk: TaskDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._desk = desk
        self.choice = QComboBox()
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Every 3rd Friday, every 2 weeks until December"))
        self.line.setAccessibleName(self.tr("How often, in words"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.choice)
        column.addWidget(self.line)
        self.setFocusProxy(self.choice)
        self.choice.currentIndexChanged.connect(self._show_line)
        self._fill("", kit.formats.today())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def show_rule(self, rule: str, due_at: str) -> None:
        """Show a rule; '' for none."""
        day = date.fromisoformat(due_at[:10]) if due_at else self._kit.formats.today()
        self._fill(rule, day)

    def follow(self, day: date) -> None:
        """Offer the repeats that go with another day."""
        chosen = self.choice.currentData()
        place = self.choice.currentIndex()
        usual = place < self.choice.count() - 1 and chosen in _usual(self._day)
        self._fill(_usual(day)[_usual(self._day).index(chosen)] if usual else chosen, day)

    def rule(self) -> str:
        """Return the rule as a task keeps it; '' for none."""
        chosen = self.choice.currentData()
        return self._understood() if chosen == IN_WORDS else str(chosen)

    def is_understood(self) -> bool:
        """Tell whether the words are a repeat."""
        return self.choice.currentData() != IN_WORDS or bool(self._understood())

    def _understood(self) -> str:
        from app.understanding.line import understand  # noqa: PLC0415 - tables of words

        understood = understand(self.line.text(), self._desk.now())
        return understood.repeat.rule if understood.repeat else ""

    def _fill(self, rule: str, day: date) -> None:
        self._day = day
        offered = _usual(day)
        if rule not in (*offered, IN_WORDS):
            offered = [*offered, rule]
        code = self._kit.language.code
        kept = QSignalBlocker(self.choice)
        self.choice.clear()
        for each in offered:
            self.choice.addItem(repeat_words(each, code) or self.tr("Does not repeat"), each)
        self.choice.addItem(self.tr("In words…"), IN_WORDS)
        self.choice.setCurrentIndex(self.choice.findData(rule))
        kept.unblock()
        self._show_line()

    def _show_line(self) -> None:
        self.line.setVisible(self.choice.currentData() == IN_WORDS)


def _usual(day: date) -> list[str]:
    """Return what usually follows from a day; the first is no repeat."""
    name = DAYS[day.weekday()]
    return [
        "",
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        f"FREQ=WEEKLY;BYDAY={name}",
        f"FREQ=WEEKLY;INTERVAL=2;BYDAY={name}",
        f"FREQ=MONTHLY;BYMONTHDAY={day.day}",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        f"FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}",
    ]
