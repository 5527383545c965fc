"""Quotes in an open shop: made for a deal, shown as they come out, handed over, answered."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.errors import GoneError, UserError
from app.jobs import Ticket
from app.settings import CURRENCY
from app.words import say

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.events import Changes
    from ui.common.bridge import ChangeBridge
    from ui.common.kit import Kit
    from ui.printing.quote_view import QuoteView
    from ui.quotes.acts import QuoteActs
    from ui.quotes.desk import QuoteDesk, Shown
    from ui.quotes.side import QuoteSide
    from ui.shell.main_window import MainWindow

PAPER = "quote/language"  # what this PC remembers
TABLES = {"quote", "quote_line", "deal", "setting"}


class QuoteParts(QObject):
    """Shows one quote at a time; everything is read and written in the background."""

    settings_asked = Signal()  # where the shop tells who it is

    def __init__(self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self._desk: QuoteDesk | None = None
        self._acts: QuoteActs | None = None
        self._wanted: int | None = None  # the quote that is shown, or on its way
        self._asked = 0  # times one was read: only the last answer is wanted
        self.shown: Shown | None = None
        self.view: QuoteView | None = None
        self.side: QuoteSide | None = None
        bridge.changed.connect(self._on_changed)

    @property
    def acts(self) -> QuoteActs:
        """What can be done with quotes; made when it is first wanted."""
        if self._acts is None:
            from ui.quotes.acts import QuoteActs  # noqa: PLC0415

            self._acts = QuoteActs(self._kit, self.desk, self._window)
            self._acts.setParent(self)
            self._acts.made.connect(self.open)
            self._acts.gone.connect(self.close)
            self._acts.told.connect(self._tell)
        return self._acts

    @property
    def desk(self) -> QuoteDesk:
        """The services behind quotes."""
        if self._desk is None:
            from ui.quotes.desk import QuoteDesk  # noqa: PLC0415

            core = self._core
            self._desk = QuoteDesk(
                core.quotes, core.deal_board, core.pipelines, core.products, core.settings
            )
        return self._desk

    def ask(self, deal_id: int) -> None:
        """Show the newest quote of a deal, or ask for its first one."""
        quotes = self._core.quotes
        job = self._kit.runner.read(lambda _ticket: quotes.of_deal(deal_id))
        job.succeeded.connect(lambda rows: self.open(rows[0].id) if rows else self.new(deal_id))

    def new(self, deal_id: int) -> None:
        """Ask for a new quote of a deal."""
        parent = self.view or self._window
        self.acts.new(deal_id, self._core.settings.get(CURRENCY), parent)

    def open(self, quote_id: int) -> None:
        """Show a quote, in the window that shows one if it is open."""
        desk = self.desk
        self._wanted = quote_id
        self._asked += 1
        job = self._kit.runner.read(lambda _ticket: desk.read(quote_id), quiet=True)
        job.succeeded.connect(partial(self._show, self._asked))
        job.failed.connect(self._on_failed)

    def close(self) -> None:
        """Close the window that shows a quote."""
        if self.view is not None:
            self.view.reject()

    def save_excel(self, path: Path) -> None:
        """Write the quote that is shown as a workbook."""
        if self.shown is None or self.side is None:
            return
        sheet, language = self.shown.sheet, self.side.language.current
        target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")

        def task(_ticket: Ticket) -> str:
            from app.exchange.quote_xlsx import write_quote  # noqa: PLC0415 - slow to import

            write_quote(target, sheet, language)
            return target.name

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(self._on_excel_saved)
        job.failed.connect(self._on_failed)

    def _show(self, asked: int, shown: Shown) -> None:
        if asked != self._asked:
            return  # another one is wanted by now
        self.shown = shown
        if self.view is None:
            self._make_view(shown)
        if self.view is not None and self.side is not None:
            self.side.show_quote(shown.detail, shown.versions, shown.supplier)
            self.view.show_sheet(shown.sheet, self.side.language.current)

    def _make_view(self, shown: Shown) -> None:
        from ui.printing.quote_view import QuoteView  # noqa: PLC0415 - when it is asked for
        from ui.quotes.side import QuoteSide  # noqa: PLC0415

        language = self._kit.state.text(PAPER) or self._kit.language.code
        self.side = side = QuoteSide(self._kit, language)
        self.view = view = QuoteView(
            self._kit, shown.sheet, language, self._file_name, side, self._window
        )
        side.asked.connect(self._on_asked)
        side.chosen.connect(self.open)
        side.language_chosen.connect(self._on_language_chosen)
        side.excel_asked.connect(self._ask_excel)
        side.settings_asked.connect(self._on_settings_asked)
        view.finished.connect(self._on_closed)
        view.open()

    def _on_asked(self, key: str) -> None:
        if self.shown is not None and self.view is not None:
            self.acts.do(key, self.shown, self.view)

    def _on_language_chosen(self, code: str) -> None:
        self._kit.state.put_text(PAPER, code)
        if self.shown is not None and self.view is not None:
            self.view.show_sheet(self.shown.sheet, code)

    def _on_settings_asked(self) -> None:
        self.close()
        self.settings_asked.emit()

    def _ask_excel(self) -> None:
        dialog = QFileDialog(self.view, self.tr("Save for Excel"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self._file_name())
        dialog.fileSelected.connect(lambda name: self.save_excel(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_name(self) -> str:
        """Return what the quote is called, as a file and as a window."""
        if self.shown is None or self.side is None:
            return ""
        sheet = self.shown.sheet
        name = say(
            "quote.file", self.side.language.current, number=sheet.number, name=sheet.customer
        )
        return name.strip().replace("/", "-")

    def _on_changed(self, changes: Changes) -> None:
        if self._wanted is not None and TABLES & (changes.reshaped | changes.edited.keys()):
            self.open(self._wanted)

    def _on_closed(self) -> None:
        if self.view is not None:
            self.view.deleteLater()
        self.view = self.side = self.shown = self._wanted = None
        self._asked += 1
        self._window.activateWindow()  # some window managers forget it

    def _on_excel_saved(self, name: str) -> None:
        self._tell(self.tr("Saved as “{file}”.").format(file=name), "success")

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, GoneError) and self.view is not None:
            self.close()  # it was taken back
            return
        if self.view is None:
            self._wanted = None
        if isinstance(error, UserError):
            self._tell(self._kit.messages.describe(error), "danger")
        else:
            self._kit.runner.failed.emit(error)

    def _tell(self, words: str, role: str) -> None:
        if self.view is not None:
            self.view.tell(words, role)
        else:
            self._window.say(words, icon="check" if role == "success" else "circle-alert")
