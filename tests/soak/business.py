"""What a shop does in an hour besides keeping its book, played through the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.exchange.report_csv import write_report_csv
from app.exchange.report_xlsx import write_report_xlsx
from app.jobs import Ticket
from app.shapes.deals import DealFilter, WonForm
from app.shapes.enquiries import EnquiryForm
from app.shapes.payments import PaidForm
from app.shapes.reports import Report
from app.shapes.sales import SaleFilter
from tests.soak.hands import LOOK, Hands, wait_until
from ui.calendar.menus import AGENDA, MONTH, WEEK
from ui.calendar.page import CalendarPage
from ui.contacts.page import ContactsPage
from ui.home.page import HomePage
from ui.pipeline.carrying import Aim
from ui.pipeline.page import BOARD, ENQUIRIES, FORECAST, LIST, PipelinePage
from ui.printing.delivery import Delivery
from ui.printing.dialog import PrintDialog
from ui.printing.documents import Document
from ui.printing.report_picture import write_picture
from ui.program import Program
from ui.quote_parts import QuoteParts
from ui.report_out_parts import ReportOut
from ui.reports.page import ReportsPage
from ui.sales.page import SalesPage
from ui.sales.quick_sale import QuickSale
from ui.tasks.page import TasksPage
from ui.waiting import settle

PASSWORD = "twelve roses"
CHEAP = 9  # what guessing it costs: an hour is not about that
PRINTED = 40  # contacts


class Business(Hands):
    """Leaves the shop as large as it was, and no file behind."""

    def __init__(self, program: Program, folder: Path) -> None:
        super().__init__(program)
        self._folder = folder
        program.locking.cost = CHEAP

    def play(self) -> None:
        """Do all of it once, and leave the window at the list of contacts."""
        self._morning()
        self._tasks()
        self._sell()
        self._carry_deals()
        self._answer()
        self._quote()
        self._calendar()
        self._report()
        self._print()
        self._hand_over()
        self._lock()
        self._open(ContactsPage)

    def _morning(self) -> None:
        self._write(lambda: self._core.insight.recompute(Ticket()), steps=0)
        page = self._open(HomePage)
        wait_until(lambda: page.is_read)
        settle(LOOK)

    def _tasks(self) -> None:
        """One that comes again every week: typed, put off, done, reopened."""
        tasks, page = self._core.tasks, self._open(TasksPage)
        wait_until(lambda: page.is_read and page.side.is_read)
        made: list[int] = []
        added = page.quick.added.connect(made.append)
        page.quick.line.setPlainText("매주 화요일 오전 10시 재고 확인")
        wait_until(lambda: page.quick.understood is not None)
        self._act(lambda: QTest.keyClick(page.quick.line, Qt.Key.Key_Return))
        wait_until(lambda: made)
        page.quick.added.disconnect(added)
        task = made[0]
        assert self._core.task_lists.rows([task])[task].repeat
        self._write(lambda: tasks.snooze([task], tasks.snooze_choices(task)[0].at))
        self._write(lambda: tasks.finish(task))
        self._write(lambda: tasks.reopen([task]))
        self._take_back()

    def _sell(self) -> None:
        """A bunch of flowers, brought back."""
        core, page = self._core, self._open(SalesPage)
        self._program.window.menus.sale_action.trigger()
        wait_until(lambda: self._seen(QuickSale) is not None)
        sale = self._seen(QuickSale)
        assert sale is not None
        sale.goods.product.put("20000")
        sale.goods.enter()
        settle(LOOK)
        self._act(lambda: sale.record((PaidForm(None, "cash"),)))
        wait_until(lambda: self._seen(QuickSale) is None)
        sold = core.sale_lists.page(SaleFilter(), offset=0, limit=1)[0]
        self._write(lambda: core.sales.refund(sold.id))
        for view in ("totals", "owed", "close", "list"):
            page.show_view(view)
            settle(LOOK)
        self._take_back()

    def _board(self) -> PipelinePage:
        page = self._open(PipelinePage)
        page.show_view(BOARD)
        wait_until(lambda: page.is_read and page.board.is_read)
        return page

    def _carry_deals(self) -> None:
        """Over the board to another stage, then won; looked at as a list and months."""
        core, page = self._core, self._board()
        board = page.board.board
        place = next(n for n, each in enumerate(board.columns) if each.cards.rows)
        row = board.columns[place].cards.rows[0]
        stage = board.columns[(place + 1) % len(board.columns)].stage_id

        def carry() -> None:
            board.take(row, by_keys=True)
            board.aim(Aim(stage))
            board.drop()

        self._act(carry)
        won = WonForm(reason_id=core.pipelines.reasons("won")[0].id)
        self._write(lambda: core.deals.win(row.id, won))
        for view in (LIST, FORECAST):
            page.show_view(view)
            settle(2 * LOOK)
        self._take_back()

    def _answer(self) -> None:
        """Somebody asks, is answered, and becomes a deal."""
        enquiries, page = self._core.enquiries, self._board()
        page.show_view(ENQUIRIES)
        asked = EnquiryForm(text="결혼식 꽃 문의", name="한소라", phone="010-0177-4410")
        one = self._write(lambda: enquiries.add(asked))
        self._write(lambda: enquiries.answered([one]))
        self._write(lambda: enquiries.to_deal(one))
        self._take_back()
        page.show_view(BOARD)

    def _quote(self) -> None:
        """A quote on paper, as PDF and for Excel."""
        core, parts = self._core, self._program.window.findChild(QuoteParts)
        deal = core.deal_board.ids(DealFilter(value_least=1))[0]
        parts.open(self._write(lambda: core.quotes.add(deal)))
        wait_until(lambda: parts.view is not None and parts.view.document is not None)
        view = parts.view
        self._deliver(view.delivery, view.document)
        parts.save_excel(self._folder / "quote.xlsx")
        wait_until((self._folder / "quote.xlsx").exists)
        settle(LOOK)
        view.reject()
        self._gone(view)
        self._take_back()
        self._tidy()

    def _calendar(self) -> None:
        page, today = self._open(CalendarPage), self._program.kit.formats.today()
        for view in (WEEK, AGENDA, MONTH):
            page.show_view(view, today)
            wait_until(lambda: page.is_read and page.is_idle)
            settle(LOOK)
        self._read(lambda ticket: self._core.calendar_files.write(self._file("ics"), ticket))
        self._tidy()

    def _report(self) -> None:
        """Every tab with its charts, then out to all kinds of files, and the month on paper."""
        page = self._open(ReportsPage)
        wait_until(lambda: page.tabs.tabs and page.board is not None)
        for tab in list(page.tabs.tabs):
            page.show_tab(tab)
            wait_until(lambda: page.board is not None and page.board.is_drawn)
            settle(LOOK)
        reports, kit = page.reports(), self._program.kit
        drawn = next(report for report in reports if report.chart.series)
        self._draw(lambda ticket: self._to_excel(reports, ticket))
        self._draw(lambda _ticket: write_report_csv(self._file("csv"), reports))
        self._draw(
            lambda _ticket: write_picture(self._file("png"), drawn, kit.theme.tokens, kit.formats)
        )
        out = self._program.window.findChild(ReportOut)
        out.show_month()
        wait_until(lambda: out.view is not None and out.view.document is not None)
        view = out.view
        self._deliver(view.delivery, view.document)
        view.reject()
        self._gone(view)
        page.show_tab(next(iter(page.tabs.tabs)))
        self._tidy()

    def _to_excel(self, reports: list[Report], ticket: Ticket) -> None:
        write_report_xlsx(
            self._file("xlsx"), reports, language="ko", shop="꽃집 봄날", title="보고서",
            made_on="2026-05-12", ticket=ticket,
        )  # fmt: skip

    def _print(self) -> None:
        page = self._open(ContactsPage)
        wait_until(lambda: page.model.is_whole)
        count = min(PRINTED, page.model.rowCount())
        page.print_asked.emit([page.model.id_at(n) for n in range(count)])
        wait_until(lambda: self._seen(PrintDialog) is not None)
        dialog = self._seen(PrintDialog)
        wait_until(lambda: dialog.document is not None)
        self._deliver(dialog.delivery, dialog.document)
        dialog.reject()
        self._gone(dialog)
        self._tidy()

    def _hand_over(self) -> None:
        """Contacts and sales to files, and a backup."""
        core, shop = self._core, self._program.shop
        for suffix in ("csv", "xlsx"):
            file = self._file(suffix)
            self._read(lambda ticket, to=file: core.exports.people(to, exact=False, ticket=ticket))
            self._read(lambda ticket, to=file: core.exports.sales(to, ticket=ticket))
        before = len(core.care.backups())
        ended: list[bool] = []
        wire = shop.outgoing.backup_ended.connect(lambda: ended.append(True))
        shop.outgoing.back_up()
        wait_until(lambda: ended)
        shop.outgoing.backup_ended.disconnect(wire)
        backups = core.care.backups()
        assert len(backups) == before + 1
        for backup in backups[:-1]:  # also those that were made before imports
            backup.path.unlink()
        self._tidy()

    def _lock(self) -> None:
        """Give the shop a password, lock the window, unlock it, take the password away again."""
        locking = self._program.locking
        self._change_password(PASSWORD)
        locking.lock()
        assert locking.is_locked
        settle(LOOK)
        QTest.keyClicks(locking.page.field, PASSWORD)
        QTest.keyClick(locking.page.field, Qt.Key.Key_Return)
        wait_until(lambda: not locking.is_locked)
        self._change_password("")

    def _change_password(self, password: str) -> None:
        opened: list[bool] = []
        wire = self._program.opened.connect(lambda: opened.append(True))
        self._program.locking.change(password, False)
        wait_until(lambda: opened)
        self._program.opened.disconnect(wire)
        settle(2 * LOOK)

    def _deliver(self, delivery: Delivery, document: Document) -> None:
        """Write a PDF."""
        delivery.save(document, self._file("pdf"))
        wait_until(lambda: not delivery.busy)
        assert self._file("pdf").stat().st_size > 1000
        settle(LOOK)

    def _file(self, suffix: str) -> Path:
        return self._folder / f"out.{suffix}"

    def _tidy(self) -> None:
        for file in self._folder.iterdir():
            file.unlink()
