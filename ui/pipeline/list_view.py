"""Deals as a list: sorted by any column, opened, moved and removed by key."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.deals import DealFilter, DealRow, DealTotals
from app.shapes.pipelines import PipelineRow
from ui.common.bars import bar
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.row_table import RowTable
from ui.common.short_model import set_columns
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.skeleton import Skeleton
from ui.pipeline.acts import LETTERS, PipelineActs
from ui.pipeline.desk import PipelineDesk
from ui.pipeline.table import ROOM, SORTED, STEP, TITLE, WIDTHS, DealsModel
from ui.pipeline.words import others_words

PATIENCE = 300  # ms of reading until what will be there is hinted at
ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class Read(NamedTuple):
    """What the list is filled with."""

    ids: list[int]
    totals: DealTotals


class DealsList(QWidget):
    """Reads which deals there are in the background, their rows as they are painted."""

    new_asked = Signal()
    clear_asked = Signal()

    def __init__(
        self, kit: Kit, desk: PipelineDesk, acts: PipelineActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._desk = desk
        self._acts = acts
        self._job: Job | None = None
        self._wanted = DealFilter()
        self._sort = "next", False
        self.pipeline: PipelineRow | None = None
        self.is_read = False
        self.model = DealsModel(kit, desk.board, self)
        self.table = RowTable(theme, checks=False)
        self.table.setModel(self.model)
        set_columns(self.table, WIDTHS)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setSortIndicator(STEP, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.waiting = Skeleton(theme, "", rows=12)
        self.nothing = EmptyState(
            theme, "search-x", "", role="neutral", action=" ", primary=False, second=" "
        )
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.stack = QStackedWidget()
        for part in (QWidget(), self.waiting, self.table, self.nothing, self.trouble):
            self.stack.addWidget(part)
        self.total_label = Label(theme, "", "caption", "muted", digits=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.stack, 1)
        whole.addWidget(bar(theme, "Footer", 40, [self.total_label, None]))
        self._totals: DealTotals | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        self._connect()
        self.retranslate()

    @property
    def row(self) -> DealRow | None:
        """The deal that is selected."""
        lines = self.table.selectionModel().selectedRows()
        found = self.model.row_at(lines[0].row()) if lines else None
        return found if isinstance(found, DealRow) else None

    def show_pipeline(self, pipeline: PipelineRow, wanted: DealFilter) -> None:
        """Show these deals of a pipeline; the order is the table's own."""
        self.pipeline = pipeline
        self._wanted = replace(wanted, pipeline_id=pipeline.id)
        self.reload()

    def reload(self) -> None:
        """Read which deals there are."""
        if self.pipeline is None:
            return
        sort, descending = self._sort
        wanted, board = replace(self._wanted, sort=sort, descending=descending), self._desk.board

        def task(_ticket: Ticket) -> Read:
            return Read(list(board.ids(wanted)), board.totals(wanted))

        if self._job is not None:
            self._job.cancel()
        self._job = job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(lambda read: self._on_read(job, read))
        job.failed.connect(lambda error: self._on_failed(job, error))
        if not self.is_read:
            self._patience.start()

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.table.setAccessibleName(self.tr("Deals"))
        self.waiting.setAccessibleName(self.tr("Reading the deals"))
        self.model.retranslate()
        self.nothing.show_words(
            self.tr("No deal fits"), "", self.tr("Take the filters away"), self.tr("New deal")
        )
        self.trouble.show_words(
            self.tr("The deals cannot be read"),
            self.tr("Nothing was changed. Your file may be on a drive that is not connected."),
            self.tr("Try again"),
        )
        self._tell()

    def fit(self, width: int) -> None:
        """Leave out columns there is no room for."""
        for column, least in ROOM.items():
            self.table.setColumnHidden(column, width < least * self._kit.theme.text_scale)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A table would take letters for the beginning of a row it is to look for.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.row
            if row is not None and event.key() == Qt.Key.Key_Delete:
                self._acts.remove(row)
                return True
            what = "edit" if event.key() == Qt.Key.Key_F2 else LETTERS.get(letter_of(event), "")
            if row is not None and row.is_open and self._acts.do(row, what):
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.table.installEventFilter(self)
        self.table.sort_chosen.connect(self._on_sort_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.menu_asked.connect(self._on_menu_asked)
        self.nothing.acted.connect(self.clear_asked)
        self.nothing.followed.connect(self.new_asked)
        self.trouble.acted.connect(self.reload)

    def _on_read(self, job: Job, read: Read) -> None:
        if job is not self._job:
            return
        self._job, self.is_read = None, True
        self._patience.stop()
        kept = self.row
        scrolled = self.table.verticalScrollBar().value()
        self.model.show_found(read.ids, best_first=False)
        self._totals = read.totals
        self.stack.setCurrentWidget(self.table if read.ids else self.nothing)
        self._tell()
        if kept is not None and (line := self.model.line_of(kept.id)) is not None:
            index = self.model.index(line, TITLE)
            self.table.selectionModel().setCurrentIndex(index, ROWS)
        self.table.verticalScrollBar().setValue(scrolled)

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if job is not self._job:
            return
        self._job = None
        self._patience.stop()
        self._kit.runner.failed.emit(error)
        self.stack.setCurrentWidget(self.trouble)

    def _on_sort_chosen(self, column: int, order: Qt.SortOrder) -> None:
        if column in SORTED:
            self.table.horizontalHeader().setSortIndicator(column, order)
            self._sort = SORTED[column], order == Qt.SortOrder.DescendingOrder
            self.reload()

    def _on_opened(self, line: int) -> None:
        row = self.model.row_at(line)
        if row is not None:
            self._acts.opened.emit(row.id)

    def _on_menu_asked(self, at: QPoint) -> None:
        row = self.row
        if row is None or self.pipeline is None:
            return
        if row.is_open:
            stages = [stage for stage in self.pipeline.stages if stage.is_open]
            self._acts.ask(row, stages, at)
        else:
            self._acts.ask_closed(row, at)

    def _tell(self) -> None:
        totals, formats = self._totals, self._kit.formats
        if totals is None:
            return
        words = formats.count(totals.count, self.tr("1 deal"), self.tr("{n} deals"))
        money = formats.money(totals.value, self._desk.currency())
        parts = [words, money, *others_words(totals.others, formats)]
        self.total_label.set_text(" · ".join(parts))
