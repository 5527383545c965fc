"""The stops of the tour at the pipeline: board, list, forecast, enquiries, a deal, its quote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

from ui.camera import Camera
from ui.contacts.page import ContactsPage
from ui.deals.page import DealPage
from ui.pipeline.carrying import Aim
from ui.pipeline.page import BOARD, ENQUIRIES, FORECAST, LIST, PipelinePage
from ui.pipeline.stages_dialog import StagesDialog
from ui.program import Program
from ui.quote_parts import QuoteParts
from ui.waiting import settle, wait_until


class PipelineStops:
    """Brings these screens into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def pictures(self, *, few: bool) -> Iterator[Path]:
        """Show all that follows; `few`: the board and a deal."""
        yield from self.board()
        yield from self.deal()
        if not few:
            yield from self.views()
            yield from self.asked()
            yield from self.papers()

    def board(self) -> Iterator[Path]:
        """Show the board with a card being carried."""
        page = self._page()
        if page is None:
            return
        page.filters.show_span("quarter")
        wait_until(lambda: page.board.is_read)
        board = page.board.board
        column = next((each for each in board.columns[1:] if len(each.cards.rows) > 1), None)
        if column is not None:
            board.take(column.cards.rows[1], by_keys=False)
            aimed = board.columns[(board.columns.index(column) + 1) % len(board.columns)]
            board.aim(Aim(aimed.stage_id))
        settle(100)
        yield self._camera.take("pipeline")
        board.cancel()
        page.filters.clear()
        self._home()

    def deal(self) -> Iterator[Path]:
        """Show a deal on its page."""
        page = self._page()
        if page is None or page.board.board.row is None:
            return
        page.deal_asked.emit(page.board.board.row.id)
        deal = self._window.findChild(DealPage)
        if deal is None:
            return
        wait_until(lambda: deal.deal_id is not None)
        settle(300)
        yield self._camera.take("deal")
        self._home()

    def views(self) -> Iterator[Path]:
        """Show the list, the forecast and the enquiries."""
        page = self._page()
        if page is None:
            return
        for key in (LIST, FORECAST, ENQUIRIES):
            page.show_view(key)
            settle(600)
            yield self._camera.take(f"pipeline-{key}")
        page.show_view(BOARD)
        self._home()

    def asked(self) -> Iterator[Path]:
        """Show what the stages of a pipeline are, what a drop asks, and a quote."""
        page = self._page()
        if page is None or page.pipeline is None or page.board.board.row is None:
            return
        row = page.board.board.row
        page.stages_asked.emit(page.pipeline.id)
        yield from self._pictured("pipeline-stages", StagesDialog)
        for name, ask in (("won", page.acts.win), ("lost", page.acts.lose)):
            ask(row)
            wait_until(lambda: page.acts.dialog is not None)
            yield from self._camera.take_dialog(f"deal-{name}", page.acts.dialog)
        page.quote_asked.emit(row.id)
        yield from self._pictured("quote", QDialog)
        self._home()

    def papers(self) -> Iterator[Path]:
        """Show a quote as it comes out, each of its pages, in Korean and in English."""
        page = self._page()
        core = self._program.core
        quotes = core.quotes.page(limit=1) if page is not None and core is not None else []
        parts = self._window.findChild(QuoteParts)
        if not quotes or parts is None:
            return
        parts.open(quotes[0].id)
        wait_until(lambda: parts.view is not None and parts.side is not None)
        view, side = parts.view, parts.side
        if view is None or side is None:
            return
        for language in ("ko", "en"):
            side.language.choose(language)
            side.language.chosen.emit(language)
            for number in range(view.document.page_count if view.document else 0):
                view.preview.turn_to(number)
                yield self._camera.take_over(f"quote-{language}-{number + 1}", view)
        view.reject()
        self._home()

    def _pictured(self, name: str, kind: type[QDialog]) -> Iterator[Path]:
        wait_until(lambda: self._dialog(kind) is not None)
        yield from self._camera.take_dialog(name, self._dialog(kind))

    def _dialog(self, kind: type[QDialog]) -> QDialog | None:
        dialogs = self._window.findChildren(kind)
        return next((each for each in dialogs if each.isVisible()), None)

    def _page(self) -> PipelinePage | None:
        page = self._window.findChild(PipelinePage)
        if page is not None:
            self._window.open_page_of(page)
            page.show_view(BOARD)
            wait_until(lambda: page.is_read and page.board.is_read)
            page.board.board.focus_first()
            settle(100)
        return page

    def _home(self) -> None:
        page = self._window.findChild(ContactsPage)
        if page is not None:
            self._window.open_page_of(page)
