"""The board with what is read for it: shows at once what is moved, then what was written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import QMargins, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.shapes.deals import Board as BoardRead
from app.shapes.deals import BoardColumn, DealCard, DealFilter, Moved
from ui.common.bars import bar
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.note_place import NotePlace
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.common.widgets.skeleton import Skeleton
from ui.pipeline.acts import LETTERS, PipelineActs
from ui.pipeline.board import Board
from ui.pipeline.column_head import HeadLook
from ui.pipeline.columns import LEFT, StageCards
from ui.pipeline.desk import PipelineDesk
from ui.pipeline.drop_bars import LATER, LOST, WON
from ui.pipeline.sums import Sums, at_stage, read_sums
from ui.pipeline.words import card_look, days_words, others_words

PATIENCE = 300  # ms of reading until what will be there is hinted at


@dataclass(frozen=True, slots=True)
class Total:
    """What the whole board comes to."""

    count: int
    all: int
    value: int
    weighted: int


class BoardView(QWidget):
    """Reads in the background; while a card is carried or written, what is shown stays."""

    told = Signal()  # the sums have changed
    new_asked = Signal(object)  # stage id
    clear_asked = Signal()

    def __init__(
        self, kit: Kit, desk: PipelineDesk, acts: PipelineActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self.setObjectName("Canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._acts = acts
        self._job: Job | None = None
        self._writing = 0
        self._again = False
        self._wanted = DealFilter()
        self._pipeline_id: int | None = None
        self._sums: dict[int, Sums] = {}
        self._selects: int | None = None
        self._noted = 0, 0  # the deal and the stage the note is about
        self.read: BoardRead | None = None
        self.board = Board(kit, lambda row: card_look(row, kit))
        self.waiting = Skeleton(theme, "", rows=8)
        self.empty = EmptyState(theme, "square-kanban", "", action=" ", action_icon="plus")
        self.nothing = EmptyState(theme, "search-x", "", role="neutral", action=" ", primary=False)
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.stack = QStackedWidget()
        for part in (QWidget(), self.waiting, self.board, self.empty, self.nothing, self.trouble):
            self.stack.addWidget(part)
        self.note = Note(theme, " ")
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(NotePlace(self.note, QMargins(LEFT, 12, LEFT, 0)))
        column.addWidget(self.stack, 1)
        self.others = Label(theme, "", "caption", "muted", digits=True)
        self._foot = bar(theme, "Footer", 40, [self.others, None])
        self._foot.hide()
        column.addWidget(self._foot)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        self._connect()
        self.retranslate()

    @property
    def is_read(self) -> bool:
        """Whether it shows what is in the file."""
        return self.read is not None and self._job is None and not self._writing

    @property
    def total(self) -> Total:
        """What the board comes to, with what was moved just now."""
        read = self.read
        if read is None:
            return Total(0, 0, 0, 0)
        opened = [column.stage.id for column in read.columns if column.stage.kind == "open"]
        sums = [self._sums[each] for each in opened]
        count = sum(each.count for each in self._sums.values())
        value, weighted = sum(each.value for each in sums), sum(each.weighted for each in sums)
        return Total(count, read.all, value, weighted)

    def show_pipeline(self, pipeline_id: int, wanted: DealFilter) -> None:
        """Show these deals of a pipeline."""
        self._pipeline_id, self._wanted = pipeline_id, wanted
        self.board.keeps_order = wanted.sort == "rank"
        self.reload()

    def select(self, deal_id: int) -> None:
        """Choose a deal once it is read."""
        self._selects = deal_id
        self.reload()

    def reload(self) -> None:
        """Read the board again, once nothing is carried or on its way to the disk."""
        if self.board.carried is not None or self._writing:
            self._again = True
            return
        if self._pipeline_id is None:
            return
        self._again = False
        service, pipeline_id, wanted = self._desk.board, self._pipeline_id, self._wanted
        if self._job is not None:
            self._job.cancel()
        self._job = job = self._kit.runner.read(
            lambda _ticket: service.board(pipeline_id, wanted), quiet=True
        )
        job.succeeded.connect(lambda read: self._on_read(job, read))
        job.failed.connect(lambda error: self._on_failed(job, error))
        if self.read is None:
            self._patience.start()

    def retranslate(self) -> None:
        """Set every word again."""
        bars = self.board.bars.bars
        bars[WON].set_words(self.tr("Won"), self.tr("Drop here, then confirm the amount"))
        bars[LOST].set_words(self.tr("Lost"), self.tr("Drop here, then choose a reason"))
        bars[LATER].set_words(self.tr("Later"), self.tr("Hide until a date"))
        self.board.setAccessibleName(self.tr("Board"))
        self.waiting.setAccessibleName(self.tr("Reading the deals"))
        self.empty.show_words(
            self.tr("No deal is on its way"),
            self.tr("An order that takes more than one talk is a deal: see what it is worth,"
                    " what comes next, and which ones wait too long."),
            self.tr("New deal"),
        )  # fmt: skip
        self.nothing.show_words(self.tr("No deal fits"), "", self.tr("Take the filters away"))
        self.trouble.show_words(
            self.tr("The deals cannot be read"),
            self.tr("Nothing was changed. Your file may be on a drive that is not connected."),
            self.tr("Try again"),
        )
        self.board.repaint_all()
        self._tell()

    def _connect(self) -> None:
        board, acts = self.board, self._acts
        board.moved.connect(self._on_moved)
        board.dropped_on.connect(acts.drop)
        board.opened.connect(lambda row: acts.opened.emit(row.id))
        board.add_asked.connect(self.new_asked)
        board.menu_asked.connect(self._on_menu_asked)
        board.removed.connect(acts.remove)
        board.letter_pressed.connect(lambda row, key: acts.do(row, LETTERS.get(key, "edit")))
        board.carry_ended.connect(self._catch_up)
        acts.refused.connect(self.reload)
        self.empty.acted.connect(lambda: self.new_asked.emit(None))
        self.nothing.acted.connect(self.clear_asked)
        self.trouble.acted.connect(self.reload)

    def _on_read(self, job: Job, read: BoardRead) -> None:
        if job is not self._job:
            return
        self._job = None
        if self.board.carried is not None or self._writing:
            self._again = True
            return
        self._patience.stop()
        self.read, self._sums = read, read_sums(read.columns)
        self.board.show_stages(
            [StageCards(each.stage.id, each.stage.name, each.cards) for each in read.columns]
        )
        part = self.board if read.count else self.nothing if read.all else self.empty
        self.stack.setCurrentWidget(part)
        if self._noted not in {(row.id, row.stage_id) for c in read.columns for row in c.cards}:
            self.note.hide()
        if self._selects is not None and self.board.choose(self._selects):
            self._selects = None
        self._tell()

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if job is not self._job:
            return
        self._job = None
        self._patience.stop()
        self._kit.runner.failed.emit(error)
        self.stack.setCurrentWidget(self.trouble)

    def _on_menu_asked(self, row: DealCard, at: QPoint) -> None:
        stages = [column.stage for column in self._columns()]
        self._acts.ask(row, stages, at)

    def _on_moved(self, row: DealCard, stage_id: int, line: int) -> None:
        """Show at once what is then written; what was refused is read again."""
        column = next((each for each in self._columns() if each.stage.id == stage_id), None)
        if column is None or self.read is None:
            return
        currency = self.read.currency
        within = stage_id == row.stage_id
        changed = row if within else at_stage(row, column.stage, currency)
        rows = self._rows_of(stage_id)
        if within:
            line -= next((at for at, each in enumerate(rows) if each.id == row.id), line) < line
        rows = [each for each in rows if each.id != row.id]
        before = after = None
        if self.board.keeps_order:
            after = rows[line - 1].id if 0 < line <= len(rows) else None
            before = rows[line].id if line < len(rows) else None
        self.board.shift(row, changed, line)
        if not within:
            self._sums[row.stage_id] = self._sums[row.stage_id].plus(row, currency, -1)
            self._sums[stage_id] = self._sums[stage_id].plus(changed, currency)
        self._tell()
        self._selects = row.id
        self._writing += 1
        # Once it has been painted: a writer at work would hold up the picture.
        QTimer.singleShot(1, self, lambda: self._write(row.id, stage_id, before, after))

    def _write(self, deal_id: int, stage_id: int, before: int | None, after: int | None) -> None:
        job = self._acts.move(deal_id, stage_id, before, after)
        job.succeeded.connect(partial(self._tell_unchecked, deal_id, stage_id))
        job.finished.connect(self._on_written)

    def _tell_unchecked(self, deal_id: int, stage_id: int, moved: Moved) -> None:
        """Say what the stage wants to be known first and nobody has ticked."""
        self._noted = deal_id, stage_id
        words = self.tr("Not ticked yet for this stage: {labels}")
        told = escape(self._kit.formats.listing(moved.unchecked))
        self.note.setVisible(bool(moved.unchecked))
        if moved.unchecked:
            self.note.show_note(words.format(labels=told), "warning")

    def _on_written(self) -> None:
        self._writing -= 1
        self.reload()

    def _catch_up(self) -> None:
        if self._again:
            QTimer.singleShot(0, self, self.reload)

    def _rows_of(self, stage_id: int) -> list[DealCard]:
        column = self.board.column_of(stage_id)
        return list(column.cards.rows) if column is not None else []

    def _columns(self) -> tuple[BoardColumn, ...]:
        return tuple(self.read.columns) if self.read is not None else ()

    def _tell(self) -> None:
        """Say what the columns come to."""
        read = self.read
        if read is not None:
            looks = [self._head(column, read.currency) for column in read.columns]
            self.board.show_heads(looks, self.tr("Add a deal to {stage}"))
            self.others.set_text(" · ".join(others_words(read.others, self._kit.formats)))
            self._foot.setVisible(bool(read.others))
        self.told.emit()

    def _head(self, column: BoardColumn, currency: str) -> HeadLook:
        formats = self._kit.formats
        stage, sums = column.stage, self._sums[column.stage.id]
        chance = formats.number(stage.probability)
        told = f"{chance}% · {formats.money(sums.weighted, currency)}"
        short = f"{chance}% · {formats.short_money(sums.weighted, currency)}"
        if stage.kind != "open":
            told = short = self.tr("On hold")
        tip = [self.tr("Weighted: each value times its chance to be won")]
        if column.median_days is not None:
            median = days_words(round(column.median_days), formats)
            half = self.tr("Half of the deals stay here for {days} or longer")
            tip.append(half.format(days=median))
        if column.no_value:
            tip.append(formats.count(
                column.no_value, self.tr("1 deal has no value yet"),
                self.tr("{n} deals have no value yet"),
            ))  # fmt: skip
        return HeadLook(
            stage.name, stage.colour, formats.number(sums.count),
            formats.money(sums.value, currency), told, "\n".join(tip),
            formats.short_money(sums.value, currency), short,
        )  # fmt: skip
