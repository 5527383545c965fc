"""The rows behind a figure: they add up to it, and each leads to what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.jobs import Ticket
from ui.common.ask import AskDialog
from ui.common.bars import row_of
from ui.common.row_delegate import RowLook, TextCell
from ui.common.row_table import RowColumn, RowTable
from ui.common.short_model import ShortModel, set_columns
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.shapes.reports import Behind, BehindLine, ReportAsk
    from ui.common.kit import Kit
    from ui.reports.desk import ReportDesk

WIDTH, HEIGHTS = 640, (320, 560)
AROUND, ROW = 240, 32  # px of all that is not a row, and of a row
SPACE = 24
WHO, AMOUNT = 2, 4  # columns that are hidden where they say nothing
MOST = 200  # lines read at a time


class Found(NamedTuple):
    """What is behind a figure, and the first of its lines."""

    behind: Behind
    lines: list[BehindLine]


class BehindDialog(QDialog):
    """Enter or a double click opens the row; customers can be checked in the list of contacts."""

    opened = Signal(str, object, object)  # noun, id of the row, contact id or None
    people_asked = Signal(object)  # ids of contacts
    list_asked = Signal(str, object)  # name, ids of contacts

    def __init__(
        self, kit: Kit, desk: ReportDesk, ask: ReportAsk, figure: tuple[str, str],
        parent: QWidget | None = None, *, title: str = "", currency: str = "",
    ) -> None:  # fmt: skip
        """`figure` is the mark of its row and the key of its column."""
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._desk = desk
        self._ask = ask
        self._figure = figure
        self._currency = currency or desk.currency()
        self.behind: Behind | None = None
        self.lines: list[BehindLine] = []
        self.heading = Label(theme, title, "title")
        self.sum = Label(theme, "", colour="text-2", digits=True, wrap=True)
        self.model = ShortModel(self._look, right=(AMOUNT,), parent=self)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        self.table.set_compact(compact=True)
        self.table.setAccessibleName(title)
        self.more_button = Button(theme, self.tr("Show more"), "link", size="sm")
        self.people_button = Button(theme, self.tr("Check them in Contacts"), icon="users")
        self.list_button = Button(theme, self.tr("Make a list of them"), icon="list-plus")
        self.close_button = Button(theme, self.tr("Close"))
        self.more_button.hide()
        self.people_button.hide()
        self.list_button.hide()
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column_of.setSpacing(12)
        column_of.addWidget(self.heading)
        column_of.addWidget(self.sum)
        column_of.addWidget(self.table, 1)
        column_of.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column_of.addLayout(row_of(self.people_button, self.list_button, None, self.close_button))
        self.setWindowTitle(title)
        self._fit(0)
        self.table.opened.connect(self._open)
        self.more_button.clicked.connect(self._read_more)
        self.people_button.clicked.connect(self._on_people_asked)
        self.list_button.clicked.connect(self._on_list_asked)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setAutoDefault(False)
        self.finished.connect(self.deleteLater)
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._open(self.table.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _read(self) -> None:
        service, ask, code = self._desk.reports, self._ask, self._kit.language.code
        mark, column = self._figure

        def task(_ticket: Ticket) -> Found:
            behind = service.behind(ask, mark, column, code)
            return Found(behind, service.lines(behind, 0, MOST))

        job = self._kit.runner.read(task)
        job.succeeded.connect(self._show)
        job.failed.connect(lambda _error: self.reject())

    def _read_more(self) -> None:
        behind, start = self.behind, len(self.lines)
        if behind is None:
            return
        service = self._desk.reports
        job = self._kit.runner.read(lambda _ticket: service.lines(behind, start, MOST))
        job.succeeded.connect(lambda lines: self._take([*self.lines, *lines]))

    def _show(self, found: Found) -> None:
        self.behind = behind = found.behind
        formats = self._kit.formats
        self.heading.set_text(behind.title)
        self.setWindowTitle(behind.title)
        self.table.setAccessibleName(behind.title)
        count = len(behind.ids)
        words = behind.counted
        if behind.amounts:
            total = formats.money(sum(behind.amounts), self._currency)
            words = self.tr("{rows}, together {sum}").format(rows=words, sum=total)
        self.sum.set_text(words)
        for button in (self.people_button, self.list_button):
            button.setVisible(behind.noun == "contacts" and count > 0)
        self._fit(count)
        self._take(found.lines)
        if found.lines:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.setCurrentIndex(self.model.index(0, 1))

    def _take(self, lines: list[BehindLine]) -> None:
        self.lines = lines
        row = max(self.table.currentIndex().row(), 0)
        titles = (self.tr("What"), self.tr("Who"), self.tr("When"), self.tr("Amount"))
        self.model.show_rows(titles, lines)
        widths = (RowColumn(0), RowColumn(150), RowColumn(92), RowColumn(110))
        set_columns(self.table, [RowColumn(each.width, sortable=False) for each in widths])
        self.table.setColumnHidden(WHO, all(line.title in ("", line.who) for line in lines))
        self.table.setColumnHidden(AMOUNT, all(line.amount is None for line in lines))
        if lines:
            self.table.setCurrentIndex(self.model.index(row, 1))
        left = len(self.behind.ids) - len(lines) if self.behind is not None else 0
        self.more_button.setVisible(left > 0)

    def _fit(self, rows: int) -> None:
        """Be as high as the rows need."""
        least, most = HEIGHTS
        high = min(max(AROUND + rows * ROW, least), most)
        scale = self._kit.theme.text_scale
        self.resize(round(WIDTH * scale), round(high * scale))

    def _look(self, line: BehindLine) -> RowLook:
        formats = self._kit.formats
        money = "" if line.amount is None else formats.money(line.amount, self._currency)
        on = formats.short_day(line.on) if line.on else ""
        title = line.title or line.who
        who = line.who if line.title else ""
        cells = (
            TextCell(title, "text"), TextCell(who), TextCell(on, digits=True),
            TextCell(money, "text", right=True, digits=True, strong=True),
        )  # fmt: skip
        return RowLook(cells, sentence=", ".join(filter(None, (title, who, on, money))))

    def _open(self, row: int) -> None:
        if self.behind is not None and 0 <= row < len(self.lines):
            line = self.lines[row]
            self.opened.emit(self.behind.noun, line.id, line.contact_id)

    def _on_list_asked(self) -> None:
        """Ask for a name; who is in the list then stays in it."""
        ask = AskDialog(
            self._kit.theme, self.tr("Name of the list"), self.tr("Save list"),
            text=self.heading.text(), parent=self,
        )  # fmt: skip
        ask.answered.connect(self._on_list_named)
        ask.open()

    def _on_list_named(self, name: str) -> None:
        if self.behind is not None:
            self.list_asked.emit(name, self.behind.ids)
            self.accept()

    def _on_people_asked(self) -> None:
        if self.behind is not None:
            self.people_asked.emit(self.behind.ids)
            self.accept()
