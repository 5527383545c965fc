"""What is done with deals: each act writes at once, or asks first in a menu or a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.jobs import Ticket
from app.shapes.deals import DealDetail, LostForm, WonForm
from app.shapes.payments import PaidForm
from app.shapes.pipelines import ReasonRow, StageRow
from ui.common.deal_closing import (
    LaterDialog,
    LostDialog,
    WonDialog,
    endings_of,
    payment_words,
)
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.page_acts import PageActs
from ui.common.widgets.menu import Menu, popup
from ui.pipeline.desk import PipelineDesk
from ui.pipeline.drop_bars import LATER, LOST, WON


class Deal(Protocol):
    """A deal on a card or in a list, as far as it is acted on."""

    @property
    def id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def stage_id(self) -> int: ...
    @property
    def contact_id(self) -> int | None: ...
    @property
    def contact(self) -> str: ...


LETTERS = {"w": "won", "x": "lost", "d": "later", "t": "task", "q": "quote"}


class PipelineActs(PageActs):
    """Moves, wins, loses, puts off and removes deals; others are asked for by signals."""

    opened = Signal(object)  # deal id
    edit_asked = Signal(object)  # deal id
    quote_asked = Signal(object)  # deal id
    task_asked = Signal(object)  # deal id: a next step
    contact_asked = Signal(object)  # contact id
    restored = Signal(object)  # pipeline id: it is offered again

    def __init__(self, kit: Kit, desk: PipelineDesk, page: QWidget) -> None:
        super().__init__(kit, page)
        self._desk = desk
        self.menu: Menu | None = None

    def move(
        self, deal_id: int, stage_id: int, before: int | None = None, after: int | None = None
    ) -> Job:
        """Move a deal to a stage, between two others if told."""
        deals = self._desk.deals
        return self._write(lambda: deals.move([deal_id], stage_id, before=before, after=after))

    def drop(self, row: Deal, bar: str) -> None:
        """Do what a deal was dropped on says."""
        self.do(row, bar)

    def do(self, row: Deal, what: str) -> bool:
        """Do with an open deal what a key or a bar says; tell whether there is such a thing."""
        doing: dict[str, Callable[[], object]] = {
            WON: lambda: self.win(row),
            LOST: lambda: self.lose(row),
            LATER: lambda: self.put_off(row),
            "task": lambda: self.task_asked.emit(row.id),
            "quote": lambda: self.quote_asked.emit(row.id),
            "edit": lambda: self.edit_asked.emit(row.id),
        }
        if what in doing:
            doing[what]()
        return what in doing

    def win(self, row: Deal) -> None:
        """Ask what a deal came to that is won."""
        desk, deal_id = self._desk, row.id

        def task(_ticket: Ticket) -> tuple[DealDetail, list[ReasonRow]]:
            return desk.board.detail(deal_id), list(desk.pipelines.reasons("won"))

        def ask(read: tuple[DealDetail, list[ReasonRow]]) -> None:
            detail, reasons = read
            deal = detail.row

            def win(
                amount: int | None,
                sale: bool,  # noqa: FBT001 - as the dialog says it
                reason_id: int | None,
                paid: str,
                note: str,
            ) -> object:
                form = WonForm(
                    reason_id=reason_id, note=note, sale=sale,
                    amount=None if detail.from_lines else amount,
                    payments=(PaidForm(None, paid),) if paid else (),
                )  # fmt: skip
                return desk.deals.win(deal_id, form)

            self._open(WonDialog(
                self._kit, deal.title, deal.amount, deal.currency, win, endings_of(reasons),
                sale=deal.currency == desk.currency(), fixed=detail.from_lines,
                methods=payment_words(self._kit),
                parent=self._page.window(),
            ))  # fmt: skip

        self._ask(task, ask)

    def lose(self, row: Deal) -> None:
        """Ask why a deal is lost."""
        desk, deal_id, title = self._desk, row.id, row.title

        def lose(reason_id: int, note: str) -> None:
            desk.deals.lose([deal_id], LostForm(reason_id=reason_id, note=note))

        def ask(reasons: Sequence[ReasonRow]) -> None:
            window = self._page.window()
            self._open(LostDialog(self._kit, title, endings_of(reasons), lose, window))

        self._ask(lambda _ticket: list(desk.pipelines.reasons("lost")), ask)

    def put_off(self, row: Deal) -> None:
        """Ask until when a deal is hidden."""
        put = partial(self._desk.deals.later, [row.id])
        today = self._desk.today()
        self._open(LaterDialog(self._kit, row.title, today, put, self._page.window()))

    def remove(self, row: Deal) -> None:
        """Put a deal into the trash."""
        self._write(lambda: self._desk.deals.remove([row.id]))

    def copy(self, row: Deal) -> None:
        """Make another deal of the same kind."""
        self._write(lambda: self._desk.deals.copy(row.id))

    def retire(self, pipeline_id: int) -> None:
        """Keep a pipeline for what went through it, and offer it no longer."""
        self._write(lambda: self._desk.pipelines.retire(pipeline_id))

    def restore(self, pipeline_id: int) -> None:
        """Offer a pipeline again that was put away."""
        job = self._write(lambda: self._desk.pipelines.restore(pipeline_id))
        job.succeeded.connect(lambda _none: self.restored.emit(pipeline_id))

    def ask(self, row: Deal, stages: Sequence[StageRow], at: QPoint) -> None:
        """Offer all that can be done with an open deal."""
        self.menu = menu = Menu(self._kit.theme, "", self._page)
        menu.setAccessibleName(row.title)
        self._offer(menu, self.tr("Open"), "pencil", lambda: self.opened.emit(row.id), "Return")
        if row.contact_id is not None:
            name = self.tr("Open {name}").format(name=row.contact.replace("&", "&&"))
            self._offer(menu, name, "user-round", lambda: self.contact_asked.emit(row.contact_id))
        to_stage = Menu(self._kit.theme, self.tr("Move to"), menu)
        for stage in stages:
            if stage.id != row.stage_id:
                entry = to_stage.add(stage.name.replace("&", "&&"))
                entry.triggered.connect(lambda _on=False, to=stage.id: self.move(row.id, to))
        if to_stage.actions():
            menu.addMenu(to_stage)
        menu.addSeparator()
        self._offer(menu, self.tr("Won"), "party-popper", lambda: self.win(row), "W")
        self._offer(menu, self.tr("Lost"), "circle-x", lambda: self.lose(row), "X")
        self._offer(menu, self.tr("Later"), "alarm-clock", lambda: self.put_off(row), "D")
        menu.addSeparator()
        for words, icon, what, key in (
            (self.tr("Add a next step"), "circle-check", "task", "T"),
            (self.tr("Quote"), "file-text", "quote", "Q"),
            (self.tr("Edit the deal"), "square-pen", "edit", "F2"),
        ):
            self._offer(menu, words, icon, partial(self.do, row, what), key)
        self._end_menu(menu, row, at)

    def ask_closed(self, row: Deal, at: QPoint) -> None:
        """Offer what can be done with a deal that is won or lost."""
        self.menu = menu = Menu(self._kit.theme, "", self._page)
        menu.setAccessibleName(row.title)
        again = partial(self._desk.deals.reopen, [row.id])
        self._offer(menu, self.tr("Open"), "pencil", lambda: self.opened.emit(row.id), "Return")
        self._offer(menu, self.tr("Not closed yet"), "undo-2", lambda: self._write(again))
        self._end_menu(menu, row, at)

    def _end_menu(self, menu: Menu, row: Deal, at: QPoint) -> None:
        self._offer(menu, self.tr("Copy"), "copy", lambda: self.copy(row))
        menu.addSeparator()
        remove = menu.add(self.tr("Put in the trash"), "trash-2", "Del", danger=True)
        remove.triggered.connect(lambda _checked=False: self.remove(row))
        popup(menu, at)

    def _offer(
        self, menu: Menu, words: str, icon: str, act: Callable[[], object], key: str = ""
    ) -> None:
        menu.add(words, icon, key).triggered.connect(lambda _checked=False: act())

    def _ask(self, task: Callable[[Ticket], object], ask: Callable[..., None]) -> None:
        job = self._kit.runner.read(task)
        job.succeeded.connect(ask)
        job.failed.connect(self._on_refused)
