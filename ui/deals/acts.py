"""What is done with a deal: each act writes at once, or asks in a dialog first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.jobs import Ticket
from app.shapes.deals import DealDetail, DealForm, DealRow, LostForm, Moved, PartyForm, WonForm
from app.shapes.payments import PaidForm
from app.shapes.pipelines import ReasonRow
from ui.common.deal_closing import (
    LaterDialog,
    LostDialog,
    WonDialog,
    endings_of,
    payment_words,
)
from ui.common.kit import Kit
from ui.common.page_acts import PageActs
from ui.deals.deal_dialog import DealChoices, DealDialog, read_choices
from ui.deals.desk import DealDesk
from ui.deals.party_dialog import PartyDialog
from ui.deals.split_dialog import SplitDialog


class DealActs(PageActs):
    """Moves, wins, loses, puts off and changes deals; what must be asked stands in a dialog."""

    added = Signal(object)  # deal id
    moved = Signal(object)  # Moved

    def __init__(self, kit: Kit, desk: DealDesk, page: QWidget) -> None:
        super().__init__(kit, page)
        self._desk = desk

    def ask_new(self, form: DealForm, save: Callable[[DealForm], object] | None = None) -> None:
        """Ask for a new deal; `save` keeps it in another way than as a deal of its own."""
        job = self._kit.runner.read(lambda _ticket: read_choices(self._desk))
        job.succeeded.connect(partial(self._open_form, form, save or self._desk.deals.add, ""))

    def ask_change(self, deal_id: int, field: str = "") -> None:
        """Ask for what is to be changed, with the cursor in a field."""
        desk = self._desk

        def task(_ticket: Ticket) -> tuple[DealDetail, DealChoices]:
            return desk.board.detail(deal_id), read_choices(desk)

        def answered(read: tuple[DealDetail, DealChoices]) -> None:
            self._open_form(read[0], partial(desk.deals.edit, deal_id), field, read[1])

        job = self._kit.runner.read(task)
        job.succeeded.connect(answered)
        job.failed.connect(self._on_refused)

    def move(self, row: DealRow, stage_id: int) -> None:
        """Move a deal to another open stage."""
        deals = self._desk.deals
        job = self._write(lambda: deals.move([row.id], stage_id))
        job.succeeded.connect(self._on_moved)

    def ask_won(self, detail: DealDetail) -> None:
        """Ask what it came to."""
        deals, deal_id = self._desk.deals, detail.row.id

        def win(
            amount: int | None,
            sale: bool,  # noqa: FBT001 - as the dialog says it
            reason_id: int | None,
            paid: str,
            note: str,
        ) -> object:
            payments = (PaidForm(None, paid),) if paid else ()
            came_to = None if detail.from_lines else amount  # the lines have their own sum
            form = WonForm(
                reason_id=reason_id, note=note, amount=came_to, sale=sale, payments=payments
            )
            return deals.win(deal_id, form)

        def answered(reasons: Sequence[ReasonRow]) -> None:
            row = detail.row
            ours = row.currency == self._desk.currency()
            self._open(
                WonDialog(
                    self._kit, row.title, row.amount, row.currency, win, endings_of(reasons),
                    sale=ours, fixed=detail.from_lines, methods=payment_words(self._kit),
                    parent=self._page.window(),
                )
            )  # fmt: skip

        self._read_reasons("won", answered)

    def ask_lost(self, row: DealRow) -> None:
        """Ask why it was lost."""
        deals = self._desk.deals

        def lose(reason_id: int, note: str) -> None:
            deals.lose([row.id], LostForm(reason_id=reason_id, note=note))

        def answered(reasons: Sequence[ReasonRow]) -> None:
            window = self._page.window()
            self._open(LostDialog(self._kit, row.title, endings_of(reasons), lose, window))

        self._read_reasons("lost", answered)

    def ask_later(self, row: DealRow) -> None:
        """Ask until when it is to be hidden."""
        deals, today = self._desk.deals, self._kit.formats.today()
        put = partial(deals.later, [row.id])
        self._open(LaterDialog(self._kit, row.title, today, put, self._page.window()))

    def show_again(self, row: DealRow) -> None:
        """Show a deal that was put off."""
        self._write(lambda: self._desk.deals.later([row.id], ""))

    def reopen(self, row: DealRow) -> None:
        """Open a deal again that was closed."""
        self._write(lambda: self._desk.deals.reopen([row.id]))

    def ask_split(self, detail: DealDetail) -> None:
        """Ask which part of an open deal becomes a sale."""
        split = partial(self._desk.deals.split, detail.row.id)
        self._open(SplitDialog(self._kit, detail, split, self._page.window()))

    def sell(self, row: DealRow) -> None:
        """Make a sale of a deal that was won without one."""
        self._write(lambda: self._desk.deals.to_sale(row.id))

    def copy(self, row: DealRow) -> None:
        """Make another deal like it."""
        deals = self._desk.deals
        self._write(lambda: deals.copy(row.id)).succeeded.connect(self.added)

    def remove(self, row: DealRow) -> None:
        """Put it in the trash."""
        self._write(lambda: self._desk.deals.remove([row.id]))

    def tick(self, deal_id: int, check_id: int, done: bool) -> None:  # noqa: FBT001 - a box's state
        """Tick a line of the checklist, or take the tick back."""
        self._write(lambda: self._desk.deals.tick(deal_id, check_id, done=done))

    def ask_party(self, detail: DealDetail) -> None:
        """Ask who else has a part in it; whoever has one already gets the other role."""
        deals, deal_id = self._desk.deals, detail.row.id
        known = [PartyForm(party.contact_id, party.role) for party in detail.parties]

        def put(form: PartyForm) -> None:
            others = [party for party in known if party.contact_id != form.contact_id]
            deals.set_parties(deal_id, (*others, form))

        self._open(PartyDialog(self._kit, self._desk, put, self._page.window()))

    def put_parties(self, deal_id: int, parties: Sequence[PartyForm]) -> None:
        """Say who has a part in it."""
        self._write(lambda: self._desk.deals.set_parties(deal_id, tuple(parties)))

    def _open_form(
        self,
        shown: DealDetail | DealForm,
        save: Callable[[DealForm], object],
        field: str,
        choices: DealChoices,
    ) -> None:
        dialog = DealDialog(self._kit, self._desk, choices, shown, save, self._page.window())
        if isinstance(shown, DealForm):
            dialog.saved.connect(self.added)
        self._open(dialog)
        if field:
            dialog.go_to(field)

    def _read_reasons(self, kind: str, answered: Callable[[Sequence[ReasonRow]], object]) -> None:
        pipelines = self._desk.pipelines
        job = self._kit.runner.read(lambda _ticket: pipelines.reasons(kind))
        job.succeeded.connect(answered)

    def _on_moved(self, moved: Moved) -> None:
        self.moved.emit(moved)
