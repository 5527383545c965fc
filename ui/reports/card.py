"""One report as a card: what it is called, its chart or table, what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.reporting.keys import own_id
from ui.charts.key import keys_of
from ui.charts.look import look_of
from ui.charts.table import ReportTable
from ui.charts.view import ChartView
from ui.charts.waiting import WaitingChart
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.segmented import Segmented
from ui.reports.about import AboutLabel
from ui.reports.cell_note import CellNote
from ui.reports.keys import ChartKeys
from ui.reports.rows import PeopleRows

if TYPE_CHECKING:
    from app.shapes.reports import Report, ReportAsk

SIDE = 17  # px with the border
ROOMY = 560  # px of a card whose head has room for the names of its series
CELLS = ("rfm",)  # whose cells are chosen first, and opened by the button below
GRID, MAP = "grid", "map"  # ways to draw those cells
TOLD = ("funnel", "cohorts")  # which say what they tell below, also on the overview
PEOPLE = ("list", "aims")

USUAL, LEAST = 340, 220  # px of a card's height
AROUND = 104  # px of a card's height that are not its rows
ROWS = {"heat": (34, 14), "aims": (41, 10), "list": (31, 10), "table": (32, 9)}


class ReportCard(QFrame):
    """A click on a figure asks for the rows behind it; the menu shows it as a table.

    `told`: what it says stands below its title; on the overview charts come first.
    """

    picked = Signal(object, object, object)  # Report, mark, key of the column
    whole_asked = Signal(object)  # Report: all its rows
    png_asked = Signal(object)  # Report
    excel_asked = Signal(object)  # list of Report
    csv_asked = Signal(object)  # list of Report
    edit_asked = Signal(object)  # key of a report somebody built
    remove_asked = Signal(str)
    again_asked = Signal()  # reading failed: once more
    days_asked = Signal(object, object)  # first and last day: there is something of them

    def __init__(self, kit: Kit, key: str, *, told: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._told = told
        self.key = key
        self.report: Report | None = None
        self.asked: ReportAsk | None = None  # what is shown or on its way
        self.as_table = False
        self.delay = 0  # ms after which its chart is drawn
        self._notes_shown = False
        self.setProperty("card", "true")
        self.setAccessibleName(key)
        self.title = Label(theme, "", "strong")
        self.about = AboutLabel(theme)
        self.keys = ChartKeys(theme)
        self.notes_button = IconButton(theme, "info", "")
        self.whole_button = Button(theme, "", "link", size="sm")
        self.ways = Segmented(theme, {GRID: "", MAP: ""}, "")
        self.more = IconButton(theme, "ellipsis", "")
        self.says = Label(theme, "", colour="text-2", wrap=True)
        self.notes = Label(theme, "", "caption", "muted", wrap=True)
        self.waiting = WaitingChart(theme)
        self.again = Button(theme, "", size="sm")
        self.nearest_button = Button(theme, "", icon="calendar", size="sm")
        self.body: ChartView | ReportTable | PeopleRows | None = None
        self.cell_note: CellNote | None = None
        self._build()
        for part in (
            self.notes_button, self.whole_button, self.notes, self.again, self.says, self.ways,
            self.nearest_button,
        ):  # fmt: skip
            part.hide()
        self.ways.chosen.connect(self._on_way_chosen)
        self.nearest_button.clicked.connect(self._on_nearest_asked)
        self.more.clicked.connect(lambda: popup(self.menu_of(), under(self.more)))
        self.notes_button.clicked.connect(self._on_notes_asked)
        self.whole_button.clicked.connect(lambda: self.whole_asked.emit(self.report))
        self.again.clicked.connect(self.again_asked)
        kit.theme.changed.connect(self._show_keys)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again; what is read comes anew in the other language."""
        self.notes_button.set_name(self.tr("What is left out"))
        self.more.set_name(self.tr("More"))
        self.whole_button.set_text(self.tr("Show all"))
        self.again.set_text(self.tr("Try again"))
        self.ways.set_texts({GRID: self.tr("Grid"), MAP: self.tr("Map")})
        self.ways.setAccessibleName(self.tr("Show as"))

    def name(self, title: str) -> None:
        """Tell what it will show, before it is read."""
        if self.report is None:
            self.title.set_text(title)

    def show_report(self, report: Report) -> None:
        """Show what was read."""
        self.report = report
        self.title.set_text(report.title)
        self.about.tell(report.about, korean=self._kit.formats.korean)
        self.setAccessibleName(report.title)
        below = report.key in TOLD and not self._told
        self.says.set_text(report.says)
        bare = report.is_empty or bool(report.nearest)
        self.says.setVisible(bool(report.says) and (self._told or below or bare))
        self._show_nearest(report)
        self.ways.setVisible(report.key in CELLS and not report.is_empty)
        self.notes.set_text("\n".join(report.notes))
        self.notes_button.setVisible(bool(report.notes) and report.key not in CELLS)
        self.notes_button.setToolTip("\n".join(report.notes))
        self.notes.setVisible(bool(report.notes) and self._notes_shown)
        self.whole_button.setVisible(report.chart.kind == "list" and not report.is_empty)
        self.more.setVisible(report.chart.kind != "list")
        self.waiting.hide()
        self.again.hide()
        self._show_body()
        self._show_keys()

    @property
    def is_drawn(self) -> bool:
        """Whether what was read is seen."""
        if isinstance(self.body, ChartView) and self.report is not None:
            return self.body.is_drawn or self.report.is_empty
        return self.report is not None or self.again.isVisible()

    def wanted_height(self) -> int:
        """Return how high it is at its best, in px at 100 %."""
        report = self.report
        if report is None or self.as_table:
            return USUAL
        chart, rows = report.chart, len(report.rows)
        if chart.kind in ("line", "curve") or report.columns[chart.axis].kind == "date":
            return USUAL
        row, most = ROWS.get(chart.kind, (34, 14))
        return max(AROUND + min(rows, most) * row, LEAST)

    def show_waiting(self) -> None:
        """Wait for it; what was shown before stays meanwhile."""
        self.again.hide()
        self.waiting.setVisible(self.report is None)

    def show_trouble(self, words: str) -> None:
        """Say that it could not be read."""
        self.waiting.hide()
        self.says.set_text(words)
        self.says.show()
        self.again.show()

    def shown(self) -> Report | None:
        """Return the report as it is drawn: a grid may be shown as a map."""
        report = self.report
        if report is None or self.ways.current != MAP or report.key not in CELLS:
            return report
        return replace(report, chart=replace(report.chart, kind="map"))

    def _on_way_chosen(self) -> None:
        self.as_table = False
        self._show_body()
        self._show_keys()

    def _show_nearest(self, report: Report) -> None:
        """Offer the month of the last day there is something of."""
        self.nearest_button.setVisible(bool(report.nearest))
        if report.nearest:
            month = self._kit.formats.month(report.nearest)
            self.nearest_button.set_text(self.tr("Show {month}").format(month=month))

    def _on_nearest_asked(self) -> None:
        if self.report is not None and self.report.nearest:
            last = date.fromisoformat(self.report.nearest)
            self.days_asked.emit(last.replace(day=1), last)

    def show_as_table(self, *, on: bool) -> None:
        """Show the figures as rows, or as they are drawn."""
        self.as_table = on
        if self.report is not None:
            self._show_body()
            self._show_keys()
            if self.body is not None:
                self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_of(self) -> Menu:
        """Return the menu of the card."""
        menu = Menu(self._kit.theme, parent=self)
        report = self.report
        if report is None:
            return menu
        if report.chart.kind != "table":
            words = self.tr("Show as a chart") if self.as_table else self.tr("Show as a table")
            icon = "chart-column" if self.as_table else "table"
            menu.add(words, icon).triggered.connect(
                lambda: self.show_as_table(on=not self.as_table)
            )
        whole = menu.add(self.tr("Show all rows…"), "maximize-2")
        whole.triggered.connect(lambda: self.whole_asked.emit(report))
        if report.notes and report.key in CELLS:  # whose head has no room for their button
            left_out = menu.add(self.tr("What is left out"), "info")
            left_out.setCheckable(True)
            left_out.setChecked(self._notes_shown)
            left_out.triggered.connect(self._on_notes_asked)
        menu.addSeparator()
        doors: list[tuple[str, str, Any, Any]] = [
            (self.tr("Save as a picture…"), "image", self.png_asked, self.shown()),
            (self.tr("Save for Excel…"), "table", self.excel_asked, [report]),
            (self.tr("Save as CSV…"), "file-text", self.csv_asked, [report]),
        ]
        for words, icon, signal, what in doors:
            menu.add(words, icon).triggered.connect(
                lambda _on=False, door=signal, thing=what: door.emit(thing)
            )
        if own_id(self.key) is not None:
            self._add_own(menu)
        return menu

    def _add_own(self, menu: Menu) -> None:
        """Add what can be done with a report that somebody built."""
        menu.addSeparator()
        edit = menu.add(self.tr("Change the report…"), "pencil")
        edit.triggered.connect(lambda: self.edit_asked.emit(self.key))
        remove = menu.add(self.tr("Remove the report"), "trash-2", danger=True)
        remove.triggered.connect(lambda: self.remove_asked.emit(self.key))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.report is not None:
            popup(self.menu_of(), event.globalPos() or self.mapToGlobal(QPoint(SIDE, SIDE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_keys()

    def _show_body(self) -> None:
        """Put the chart, the rows or the table in; what is in already is kept."""
        report = self.shown()
        if report is None:
            return
        kind: type[ChartView | ReportTable | PeopleRows] = ChartView
        if self.as_table or report.chart.kind == "table":
            kind = ReportTable
        elif report.chart.kind in PEOPLE:
            kind = PeopleRows
        if not isinstance(self.body, kind):
            if self.body is not None:
                self.body.hide()
                self.body.deleteLater()
            self.body = body = kind(self._kit)
            self._place.addWidget(body, 1)
            QWidget.setTabOrder(self.more, body)
            body.picked.connect(self._on_picked)
        if isinstance(self.body, ChartView):
            self.body.delay = self.delay
        self.body.setVisible(not report.is_empty)
        self.body.show_report(report)
        self._show_cell_note(report)

    def _show_cell_note(self, report: Report) -> None:
        view = self.body if isinstance(self.body, ChartView) else None
        cells = report.key in CELLS and view is not None and not report.is_empty
        if cells and self.cell_note is None:
            self.cell_note = CellNote(self._kit)
            self.cell_note.opened.connect(self._on_cell_opened)
            self._foot.addWidget(self.cell_note)
            if view is not None:
                QWidget.setTabOrder(view, self.cell_note.button)
        if self.cell_note is not None:
            self.cell_note.setVisible(cells)
        if cells and view is not None and self.cell_note is not None:
            view.keeps_ring = True
            view.chosen.connect(self.cell_note.show_cell, Qt.ConnectionType.UniqueConnection)
            last = report.chart.series[-1].column
            self.cell_note.show_report(report, (0, last), told=self._told)
            view.keep_ring(0, last)

    def _show_keys(self) -> None:
        """Name the series in the head where there is room, else in the chart."""
        report = self.report
        view = self.body if isinstance(self.body, ChartView) else None
        if report is None:
            return
        keys = keys_of(report, look_of(self._kit.theme, self._kit.formats)) if view else []
        roomy = self.width() >= ROOMY * self._kit.theme.text_scale
        self.keys.show_keys(keys)
        self.keys.setVisible(bool(keys) and roomy)
        if view is not None:
            view.set_legend(on=bool(keys) and not roomy)

    def _on_notes_asked(self) -> None:
        self._notes_shown = not self._notes_shown
        self.notes.setVisible(self._notes_shown)

    def _on_picked(self, mark: object, column: object) -> None:
        self.picked.emit(self.report, mark, column)

    def _on_cell_opened(self, row: int, column: int) -> None:
        if self.report is not None:
            key = self.report.columns[column].key
            self.picked.emit(self.report, self.report.rows[row].mark, key)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        for part in (self.keys, self.notes_button, self.whole_button, self.ways, self.more):
            head.addWidget(part)
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self._place.addWidget(self.waiting, 1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addWidget(self.notes)
        self._foot.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE - 8, 14)
        column.setSpacing(8)
        column.addLayout(head)
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.says)
        said.addWidget(self.nearest_button, 0, Qt.AlignmentFlag.AlignLeft)
        said.addStretch(0)
        if self._told:
            column.addLayout(said)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(10)
        inner.addLayout(self._place, 1)
        if not self._told:
            inner.addLayout(said)
        inner.addLayout(self._foot)
        column.addLayout(inner, 1)
