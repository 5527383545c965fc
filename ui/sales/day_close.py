"""The end of the day: what the book expects in the till, and what was counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.day_closes import DayCloseRow, MethodSum
from ui.common.bars import bar, clear
from ui.common.kit import Kit
from ui.common.tab_order import put_behind
from ui.common.text import RIGHT
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.note import announce
from ui.sales.panel_parts import MoneyLine
from ui.sales.words import method_words

if TYPE_CHECKING:
    from ui.sales.till import Till

COUNTED = ("cash", "card", "transfer")  # counted on every day, whether anything came in or not
FIELD = 136  # px
INSIDE = 13  # px from the edge of a field to what is written in it
COUNTED_AT = 2  # the column of the fields
WIDEST = 720
RECENT = 7
Read = tuple[list[MethodSum], DayCloseRow | None, list[DayCloseRow]]


class CountLine(QWidget):
    """One way of payment: expected, counted, the difference."""

    def __init__(self, kit: Kit, method: str, expected: int, counted: int, code: str) -> None:
        super().__init__()
        theme = kit.theme
        self._kit = kit
        self.method = method
        self.expected = expected
        self.name = Label(theme, method_words(method, kit))
        self.book = Label(
            theme, kit.formats.money(expected, code), colour="text-2", digits=True,
            align=RIGHT,
        )  # fmt: skip
        self.field = MoneyField(code)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(round(FIELD * theme.text_scale))
        self.field.setAccessibleName(
            self.tr("{method} counted").format(method=method_words(method, kit))
        )
        self.field.show_amount(counted)
        self.field.setReadOnly(method == "owed")  # nobody counts what is not there
        self.difference = Label(
            theme, "", digits=True,
            align=RIGHT,
        )  # fmt: skip
        self.field.textChanged.connect(self._on_typed)
        self._on_typed()

    def counted(self) -> int | None:
        """Return what was counted, None for what is no amount."""
        return self.field.amount() if self.field.text().strip() else self.expected

    def _on_typed(self) -> None:
        counted = self.counted()
        off = 0 if counted is None else counted - self.expected
        sign = "+" if off > 0 else ""
        words = sign + self._kit.formats.money(off, self.field.currency) if off else "0"
        self.difference.set_text("?" if counted is None else words)
        self.difference.set_colour("danger" if off < 0 else "warning" if off else "success")


class DayCloseView(QWidget):
    """Counts one day; Enter goes to the next field, Ctrl+Enter closes the day."""

    print_asked = Signal(object)  # DayCloseRow

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._till = till
        self._day = kit.formats.today()
        self._read: Read | None = None
        self.lines: list[CountLine] = []
        self.back_button = IconButton(theme, "chevron-left", "", outlined=True)
        self.day_label = Label(theme, "", "strong", digits=True)
        self.next_button = IconButton(theme, "chevron-right", "", outlined=True)
        self.card = Card(theme, " ")
        self.state = Label(theme, "", colour="muted", wrap=True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(0, 1)
        self.note = QLineEdit()
        self.problem = FieldHint(theme)
        self.close_button = Button(theme, "", "primary")
        self.reopen_button = Button(theme, "", "ghost")
        self.print_button = Button(theme, "", "ghost")
        self.past = Card(theme, " ")
        self.past_rows = QVBoxLayout()
        self._build()
        self.back_button.clicked.connect(partial(self._step, -1))
        self.next_button.clicked.connect(partial(self._step, 1))
        self.close_button.clicked.connect(self.close_day)
        self.reopen_button.clicked.connect(self._reopen)
        self.print_button.clicked.connect(self._ask_print)
        self.note.returnPressed.connect(self.close_day)
        self.retranslate()

    def show_day(self, day: date) -> None:
        """Show another day."""
        self._day = min(day, self._kit.formats.today())
        self._read = None
        self.retranslate()
        self.reload()

    def reload(self) -> None:
        """Read what is expected on the day; what is being counted stays."""
        day, closes = self._day.isoformat(), self._till.day_closes

        def task(_ticket: Ticket) -> Read:
            return closes.expected(day), closes.of(day), closes.recent(limit=RECENT)

        job = self._kit.runner.read(task)
        job.succeeded.connect(partial(self._on_read, self._day))

    def close_day(self) -> None:
        """Keep what was counted."""
        counted = {}
        for line in self.lines:
            amount = line.counted()
            if amount is None:
                self.problem.show_hint(self._kit.messages.say("form.not_money"))
                announce(self, self.problem.text())
                line.field.setFocus()
                return
            if line.method != "owed":
                counted[line.method] = amount
        self.problem.show_hint("")
        day, closes, note = self._day.isoformat(), self._till.day_closes, self.note.text()
        self._read = None  # from now on it shows what is kept
        self._kit.runner.write(lambda _ticket: closes.close(day, counted, note))

    def retranslate(self) -> None:
        """Set every word again."""
        self.back_button.set_name(self.tr("The day before"))
        self.next_button.set_name(self.tr("The day after"))
        self.day_label.set_text(self._kit.formats.day(self._day.isoformat()))
        self.next_button.setEnabled(self._day < self._kit.formats.today())
        self.card.set_title(self.tr("Count the till"))
        self.past.set_title(self.tr("Closed until now"))
        self.note.setPlaceholderText(self.tr("Note, as why something is missing"))
        self.note.setAccessibleName(self.tr("Note"))
        self.close_button.set_text(self.tr("Close the day"))
        self.reopen_button.set_text(self.tr("Open it again"))
        self.print_button.set_text(self.tr("Save as PDF"))
        for button in (self.close_button, self.reopen_button, self.print_button):
            button.updateGeometry()
        if self._read is not None:
            self._show(self._read)

    def _build(self) -> None:
        theme = self._kit.theme
        buttons = QHBoxLayout()
        buttons.addWidget(self.reopen_button)
        buttons.addWidget(self.print_button)
        self.reopen_button.hide()  # until it is known whether the day is closed
        self.print_button.hide()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        for part in (self.state, self.note, self.problem):
            if part is self.note:
                self.card.column.addLayout(self.grid)
            self.card.column.addWidget(part)
        self.card.column.addLayout(buttons)
        self.past_rows.setSpacing(0)
        self.past.column.addLayout(self.past_rows)
        form = QWidget()
        form.setMaximumWidth(WIDEST)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.card)
        column.addWidget(self.past)
        column.addStretch(1)
        inner = QWidget()
        inner.setObjectName("Canvas")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(inner)
        row.setContentsMargins(24, 20, 24, 20)
        row.addWidget(form, 1)
        row.addStretch(0)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        days = [self.back_button, self.day_label, self.next_button, None]
        whole.addWidget(bar(theme, "Toolbar", 48, days))
        whole.addWidget(area, 1)

    def _on_read(self, day: date, read: Read) -> None:
        if day == self._day:
            typing = self._read is not None and any(line.field.isModified() for line in self.lines)
            self._read = read
            if not typing:
                self._show(read)

    def _show(self, read: Read) -> None:
        sums, closed, recent = read
        kit, code = self._kit, self._till.currency()
        clear(self.grid)
        for line in self.lines:  # none of them stands in the grid
            line.deleteLater()
        self.lines = []
        expected = {each.method: each.amount for each in sums}
        counted = {each.method: each.counted for each in closed.counts} if closed else {}
        titles = ("", self.tr("Expected"), self.tr("Counted"), self.tr("Difference"))
        for column, words in enumerate(titles):
            heading = QWidget()
            row = QHBoxLayout(heading)
            row.setContentsMargins(0, 0, INSIDE if column == COUNTED_AT else 0, 0)
            row.addWidget(Label(kit.theme, words, "caption", "muted", align=RIGHT))
            self.grid.addWidget(heading, 0, column)
        methods = [*COUNTED, *(m for m in expected if m not in COUNTED)]
        for place, method in enumerate(methods, start=1):
            book = expected.get(method, 0)
            line = CountLine(kit, method, book, counted.get(method, book), code)
            line.setParent(self)
            line.hide()  # its parts stand in the grid
            self.lines.append(line)
            for column, part in enumerate((line.name, line.book, line.field, line.difference)):
                self.grid.addWidget(part, place, column)
        for line, after in zip(self.lines, [*self.lines[1:], None], strict=True):
            goal: QLineEdit = self.note if after is None else after.field
            line.field.returnPressed.connect(goal.setFocus)
        put_behind(
            self.next_button, *(line.field for line in self.lines), self.note,
            self.reopen_button, self.print_button, self.close_button,
        )  # fmt: skip
        self.note.setText(closed.note if closed else "")
        self._show_state(closed)
        self._show_past(recent, code)

    def _show_state(self, closed: DayCloseRow | None) -> None:
        words = self.tr("What you do not count is taken as expected.")
        if closed is not None:
            words = self.tr("Closed {when}.").format(when=self._kit.formats.exact(closed.closed_at))
            now = {each.method: each.amount for each in closed.expected_now}
            moved = any(now.get(each.method, 0) != each.expected for each in closed.counts)
            if moved:
                words += " " + self.tr("Since then sales of that day have changed.")
        self.state.set_text(words)
        self.reopen_button.setVisible(closed is not None)
        self.print_button.setVisible(closed is not None)

    def _show_past(self, recent: Sequence[DayCloseRow], code: str) -> None:
        clear(self.past_rows)
        self.past.setVisible(bool(recent))
        for closed in recent:
            off = sum(each.difference for each in closed.counts)
            sum_of = sum(each.counted for each in closed.counts if each.method != "owed")
            told = self.tr("exact") if not off else self._kit.formats.money(off, code)
            day = self._kit.formats.day(closed.day)
            amount = self._kit.formats.money(sum_of, code)
            below = " · ".join(part for part in (told, closed.staff, closed.note) if part)
            self.past_rows.addWidget(MoneyLine(self._kit, day, amount, below))

    def _step(self, days: int) -> None:
        self.show_day(self._day + timedelta(days=days))

    def _ask_print(self) -> None:
        closed = self._read[1] if self._read is not None else None
        if closed is not None:
            self.print_asked.emit(closed)

    def _reopen(self) -> None:
        day, closes = self._day.isoformat(), self._till.day_closes
        self._read = None
        self._kit.runner.write(lambda _ticket: closes.reopen(day))
