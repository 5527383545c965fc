"""What can be done with quotes; each is one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import UserError
from app.settings import CURRENCY
from app.shapes.deals import WonForm
from app.shapes.payments import PaidForm
from app.shapes.pipelines import ReasonRow
from app.shapes.quotes import QuoteForm
from ui.common.deal_closing import WonDialog, endings_of, payment_words
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.quotes.desk import QuoteDesk, Shown, form_of
from ui.quotes.dialog import Draft, QuoteDialog
from ui.quotes.refuse_dialog import RefuseDialog


class QuoteActs(QObject):
    """Asks where something must be asked; what the shop refuses is told, never lost."""

    made = Signal(object)  # id of a quote that is to be shown
    gone = Signal()  # the quote was removed
    told = Signal(str, str)  # words, role of a note

    def __init__(self, kit: Kit, desk: QuoteDesk, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._desk = desk
        self.dialog: QDialog | None = None

    def new(self, deal_id: int, currency: str, parent: QWidget) -> None:
        """Ask for a new quote of a deal; it begins with the deal's lines."""
        desk = self._desk
        job = self._kit.runner.read(
            lambda _ticket: desk.draft(desk.quotes.form(deal_id), currency), quiet=True
        )
        keep = partial(desk.quotes.add, deal_id)
        job.succeeded.connect(partial(self._edit, self.tr("New quote"), keep, parent))
        job.failed.connect(self._on_failed)

    def do(self, key: str, shown: Shown, parent: QWidget) -> None:
        """Do one of the acts that stand beside a quote."""
        quotes, row = self._desk.quotes, shown.detail.row
        if key == "edit":
            self.change(shown, parent)
        elif key == "accept":
            self.accept(shown, parent)
        elif key == "refuse":
            refuse = partial(quotes.refuse, row.id)
            self._open(RefuseDialog(self._kit, row.number, refuse, parent))
        elif key == "version":
            self._write(partial(quotes.new_version, row.id)).succeeded.connect(self.made)
        elif key == "remove":
            self._write(partial(quotes.remove, [row.id])).succeeded.connect(
                lambda _nothing: self.gone.emit()
            )
        else:
            self._write(partial({"send": quotes.send, "reopen": quotes.reopen}[key], row.id))

    def change(self, shown: Shown, parent: QWidget) -> None:
        """Ask for other lines of a draft."""
        row, desk = shown.detail.row, self._desk
        job = self._kit.runner.read(
            lambda _ticket: desk.draft(form_of(shown.detail), row.currency), quiet=True
        )
        title = self.tr("Quote {number}").format(number=row.number)

        def keep(form: QuoteForm) -> int:
            desk.quotes.edit(row.id, form)
            return row.id

        job.succeeded.connect(partial(self._edit, title, keep, parent))
        job.failed.connect(self._on_failed)

    def accept(self, shown: Shown, parent: QWidget) -> None:
        """Ask what comes with an accepted quote: its deal is won."""
        pipelines = self._desk.pipelines
        job = self._kit.runner.read(lambda _ticket: pipelines.reasons("won"), quiet=True)
        job.succeeded.connect(partial(self._ask_won, shown, parent))
        job.failed.connect(self._on_failed)

    def _ask_won(self, shown: Shown, parent: QWidget, reasons: list[ReasonRow]) -> None:
        row, quotes = shown.detail.row, self._desk.quotes

        def win(
            _amount: int | None,
            sale: bool,  # noqa: FBT001 - as the dialog says it
            reason_id: int | None,
            paid: str,
            note: str,
        ) -> object:
            payments = (PaidForm(None, paid),) if paid else ()
            form = WonForm(reason_id=reason_id, note=note, sale=sale, payments=payments)
            return quotes.accept(row.id, form)

        ours = row.currency == self._desk.settings.get(CURRENCY)
        self._open(WonDialog(
            self._kit, row.deal, row.total, row.currency, win, endings_of(reasons),
            sale=ours, fixed=True, methods=payment_words(self._kit), parent=parent,
        ))  # fmt: skip

    def _edit(
        self, title: str, keep: Callable[[QuoteForm], object], parent: QWidget, draft: Draft
    ) -> None:
        dialog = QuoteDialog(self._kit, title, draft, keep, parent)
        dialog.saved.connect(self.made)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None

    def _write(self, act: Callable[[], object]) -> Job:
        job = self._kit.runner.write(lambda _ticket: act(), quiet=True)
        job.failed.connect(self._on_failed)
        return job

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.told.emit(self._kit.messages.describe(error), "danger")
        else:
            self._kit.runner.failed.emit(error)
