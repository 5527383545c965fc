"""Building a report: what is measured, by what, of whom and how it is drawn, seen at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from app.errors import InvalidInputError
from app.jobs import Ticket
from app.reporting.pivot import dimensions_of
from app.shapes.filters import Condition, Filter
from app.shapes.reports import OwnReport, PlanChoices, Report, ReportAsk, ReportPlan
from ui.charts.table import ReportTable
from ui.charts.view import ChartView
from ui.common.form_dialog import FormDialog
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.card import Card
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.services.own_reports import OwnReportService
    from app.services.reports import ReportService

WIDTH, LEAST = 960, 440
LONGEST = 100  # letters of a name
PAUSE = 200  # ms after a change before it is drawn
BEGINS = ("revenue", "month")
LIST = "list"
ROWS = "table"
"""The kind of chart that is rows alone."""


class ReportBuilder(FormDialog):
    """Makes a report, or changes one; what it shows is of the days the page shows."""

    def __init__(
        self,
        kit: Kit,
        own: OwnReportService,
        reports: ReportService,
        choices: PlanChoices,
        lists: Sequence[tuple[int, str]],
        ask: ReportAsk,
        report: OwnReport | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Take what is offered, the smart lists, and the days and the people of the page."""
        super().__init__(kit, parent, width=WIDTH)
        self._own = own
        self._reports = reports
        self._ask = ask
        self._report = report
        self._choices = choices
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        self.set_words(
            self.tr("Change the report") if report else self.tr("New report"), self.tr("Save")
        )
        self._make_fields(lists)
        self._make_preview()
        if report is None:
            self._show(ReportPlan(name="", measure=BEGINS[0], rows=BEGINS[1], chart="bar"))
        else:
            self._show(report.plan)
        self.measure.currentIndexChanged.connect(self._on_measure_changed)
        for box in (self.rows, self.columns, self.chart, self.people):
            box.currentIndexChanged.connect(self._on_changed)
        self._read()
        self.name.setFocus()

    def plan_now(self) -> ReportPlan:
        """Return what is chosen."""
        people = self.people.currentData()
        chosen = Filter((Condition(LIST, "any_of", (people,)),)).to_json() if people else ""
        if people is None and self._report is not None:
            chosen = self._report.plan.filter
        return ReportPlan(
            name=self.name.text().strip(), rows=self.rows.currentData(),
            measure=self.measure.currentData(), columns=self.columns.currentData() or "",
            chart=self.chart.currentData(), filter=chosen,
            on_board=self.on_board.isChecked(), in_rail=self.in_rail.isChecked(),
        )  # fmt: skip

    def job(self) -> Callable[[], object] | None:
        """Return what saving does."""
        plan = self.plan_now()
        if not plan.name:
            self.refuse(self.tr("Give the report a name."), self.name)
            return None
        if self._report is None:
            return lambda: self._own.add(plan)
        report_id = self._report.id
        own = self._own

        def edit() -> int:
            own.edit(report_id, plan)
            return report_id

        return edit

    def _make_fields(self, lists: Sequence[tuple[int, str]]) -> None:
        self.name = QLineEdit(maxLength=LONGEST)
        self.measure, self.rows, self.columns = QComboBox(), QComboBox(), QComboBox()
        self.chart, self.people = QComboBox(), QComboBox()
        for key, words in self._choices.measures:
            self.measure.addItem(words, key)
        for key, words in self._choices.charts:
            self.chart.addItem(words, key)
        self.people.addItem(self.tr("Everybody"), 0)
        for list_id, name in lists:
            self.people.addItem(name, list_id)
        self.on_board = CheckBox(self.kit.theme, self.tr("Show under My reports"))
        self.in_rail = CheckBox(self.kit.theme, self.tr("Show in the list at the left"))
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("What is counted"), self.measure)
        self.add(self.tr("By"), self.rows)
        self.add(self.tr("And by"), self.columns)
        self.add(self.tr("Shown as"), self.chart)
        self.add(self.tr("Only"), self.people)
        for box in (self.on_board, self.in_rail):
            self.form.addWidget(box, self.form.rowCount(), 1)
        for combo in (self.measure, self.rows, self.columns, self.chart, self.people):
            combo.setMinimumWidth(200)
            combo.setMaxVisibleItems(20)

    def _make_preview(self) -> None:
        theme = self.kit.theme
        self.preview = Card(theme)
        self.about = Label(theme, "", colour="muted", digits=True)
        self.says = Label(theme, "", colour="text-2", wrap=True)
        self.drawn, self.table = ChartView(self.kit), ReportTable(self.kit)
        self.shown = QStackedWidget()
        self.shown.addWidget(self.drawn)
        self.shown.addWidget(self.table)
        self.preview.column.addWidget(self.about)
        self.preview.column.addWidget(self.says)
        self.preview.column.addWidget(self.shown, 1)
        self.form.addWidget(self.preview, 0, 2, self.form.rowCount() + 1, 1)
        self.form.setColumnStretch(1, 0)
        self.form.setColumnStretch(2, 1)
        self.form.setRowStretch(self.form.rowCount(), 1)
        self.preview.setMinimumHeight(LEAST - 100)

    def _show(self, plan: ReportPlan) -> None:
        self.name.setText(plan.name)
        _choose(self.measure, plan.measure)
        self._offer_dimensions(plan.rows, plan.columns)
        _choose(self.chart, plan.chart)
        self.on_board.setChecked(plan.on_board)
        self.in_rail.setChecked(plan.in_rail)
        if plan.filter:
            self._show_filter(plan.filter)

    def _show_filter(self, text: str) -> None:
        """Choose the list a filter names; one made of more is kept as it is."""
        try:
            parts = Filter.from_json(text).parts
        except InvalidInputError:
            parts = ()
        part = parts[0] if len(parts) == 1 else None
        if isinstance(part, Condition) and part.field == LIST and len(part.values) == 1:
            line = self.people.findData(part.values[0])
            if line >= 0:
                self.people.setCurrentIndex(line)
                return
        self.people.insertItem(1, self.tr("As it was chosen before"), None)
        self.people.setCurrentIndex(1)

    def _offer_dimensions(self, rows: str, columns: str) -> None:
        """Offer what the measure can be put together by, and choose these where they are."""
        offered = dimensions_of(self.measure.currentData())
        with QSignalBlocker(self.rows), QSignalBlocker(self.columns):
            self.rows.clear()
            self.columns.clear()
            self.columns.addItem(self.tr("Nothing more"), "")
            for key, words in self._choices.dimensions:
                if key in offered:
                    self.rows.addItem(words, key)
                    self.columns.addItem(words, key)
            _choose(self.rows, rows)
            _choose(self.columns, columns)

    def _on_measure_changed(self) -> None:
        self._offer_dimensions(self.rows.currentData(), self.columns.currentData() or "")
        self._on_changed()

    def _on_changed(self) -> None:
        self._pause.start()

    def _read(self) -> None:
        """Draw what is chosen; an answer to what was chosen before is called off."""
        if self._job is not None:
            self._job.cancel()
        plan = self.plan_now()
        self.save_button.setEnabled(plan.rows != plan.columns)
        if plan.rows == plan.columns:
            self.says.set_text(self.tr("Choose something else under ‘And by’."))
            return
        reports, ask, code = self._reports, self._ask, self.kit.language.code

        def read(_ticket: Ticket) -> Report:
            return reports.preview(plan, ask, code)

        self._job = self.kit.runner.read(read)
        self._job.succeeded.connect(self._on_read, Qt.ConnectionType.QueuedConnection)

    def _on_read(self, report: Report) -> None:
        self.about.set_text(report.about)
        self.says.set_text(report.says)
        in_rows = report.chart.kind == ROWS
        self.shown.setCurrentWidget(self.table if in_rows else self.drawn)
        (self.table if in_rows else self.drawn).show_report(report)


def _choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(max(box.findData(key), 0))
