"""The reports page: tabs of figures and charts about any days, and the way behind each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.jobs import Ticket
from app.shapes.reports import Dashboard, Report, ReportAsk
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.focus_back import focus_back
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.reports.desk import ReportDesk
from ui.reports.filters import ReportFilters
from ui.reports.period import PeriodButton
from ui.reports.tabs import HeadTabs

if TYPE_CHECKING:
    from ui.reports.behind import BehindDialog
    from ui.reports.board import ReportBoard
    from ui.reports.desk import Choices
    from ui.reports.whole import WholeDialog

WIDE = 1100  # px of the page from which PDF and Excel have buttons of their own
CALM = 400  # ms after the last change of the shop
TOTAL = "total"
BEHIND_TILES = {
    "revenue": ("sales_by_period", "revenue"),
    "sales": ("sales_by_period", "sales"),
    "average_sale": ("sales_by_period", "revenue"),
    "new_customers": ("new_and_returning", "new"),
    "came_back": ("new_and_returning", "back"),
    "owed": ("receivables", "owed"),
    "buyers": ("sources", "customers"),
    "won_value": ("win_loss_reasons", "won"),
    "contacts_made": ("staff_activity", "together"),
    "response_hours": ("response_times", "answered"),
}
TIERS = ("at_risk",)  # figures that are a group of customers
OPEN_DEALS = ("open_value", "weighted_value")  # figures that are what stands in the pipeline
WHOLE_TILES = {"win_rate": "win_loss_reasons", "tasks_done": "tasks_done"}  # told by a report


class ReportsPage(Page):
    """Nothing is read and no chart is made before it is first shown."""

    icon = "chart-column"
    topic = "reports"
    pdf_asked = Signal(object)  # list of Report
    excel_asked = Signal(object)  # list of Report
    csv_asked = Signal(object)  # list of Report
    png_asked = Signal(object)  # Report
    print_asked = Signal(object)  # list of Report
    monthly_asked = Signal()
    build_asked = Signal(object)  # key of a report somebody built, None for a new one
    remove_asked = Signal(str)
    contact_asked = Signal(object)  # contact id
    row_asked = Signal(str, object)  # noun, id
    people_asked = Signal(object)  # ids of contacts
    list_asked = Signal(str, object)  # name, ids of contacts
    tier_asked = Signal(str)
    deals_asked = Signal()
    left = Signal()  # what the navigation led to is not in front any more

    def __init__(
        self, kit: Kit, desk: ReportDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._desk = desk
        self._begun = False
        self._stale = False
        self._wanted = ""  # key of a report that is to be brought to the front
        self.dashboards: tuple[Dashboard, ...] = ()
        self.boards: dict[str, ReportBoard] = {}
        self.dialog: BehindDialog | WholeDialog | None = None
        self.heading = Label(theme, "", "title")
        self.tabs = HeadTabs(theme)
        self.period = PeriodButton(kit)
        self.filters = ReportFilters(kit, self)
        self.pdf_button = Button(theme, "PDF", icon="file-text")
        self.excel_button = Button(theme, "Excel", icon="table")
        self.more_button = IconButton(theme, "ellipsis", "", size=32)
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(
            bar(theme, "Header", 56, [
                self.heading, self.tabs, None, self.period, self.filters.button, self.pdf_button,
                self.excel_button, self.more_button,
            ])
        )  # fmt: skip
        whole.addWidget(self.filters.bar)
        whole.addWidget(self.stack, 1)
        self._late = QTimer(self, singleShot=True, interval=CALM)
        self._late.timeout.connect(self._refresh)
        self._connect(bridge)
        self.retranslate()

    @property
    def board(self) -> ReportBoard | None:
        """The tab in front."""
        return self.boards.get(self.tabs.current)

    def reports(self) -> list[Report]:
        """Return what the tab in front shows."""
        return self.board.reports() if self.board is not None else []

    def title(self) -> str:
        return self.tr("Reports")

    def retranslate(self) -> None:
        """Set every word again; figures are read anew in the other language."""
        self.heading.set_text(self.title())
        self.tabs.setAccessibleName(self.title())
        self.more_button.set_name(self.tr("More"))
        self.pdf_button.setAccessibleName(self.tr("Save as PDF"))
        self.excel_button.setAccessibleName(self.tr("Save for Excel"))
        self.period.retranslate()
        self.filters.retranslate()
        for board in self.boards.values():
            board.retranslate()
        if self._begun:
            self._begin()

    def place(self) -> object:
        return self.tabs.current or None

    def go_to(self, place: object) -> None:
        if isinstance(place, str) and place in self.tabs.tabs:
            self._bring(place)

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        if key in self.tabs.tabs and key != self.tabs.current:
            self.place_left.emit(self.place())
            self._bring(key)

    def make_new(self) -> None:
        """Build a report."""
        self.build_asked.emit(None)

    def show_report(self, key: str) -> None:
        """Bring the card of a report to the front; one that has none shows all its rows."""
        self._wanted = key
        if self._begun:
            self._begin()  # it may be new

    def ask(self) -> ReportAsk:
        """Return the question all cards are asked."""
        period = self.period
        return self.filters.apply(
            ReportAsk(
                key="", first=period.first.isoformat(), last=period.last.isoformat(),
                compare=period.compare,
            )
        )  # fmt: skip

    def reload(self) -> None:
        """Ask all boards again; those that are hidden answer when they are shown."""
        self._stale = False
        self.period.follow_day(self._desk.today())
        for board in self.boards.values():
            board.ask(self.ask())

    def follow_scores(self) -> None:
        """Read what hangs on the scores of customers again, a moment later."""
        if self._begun:
            self._late.start()

    def print_page(self) -> None:
        """Print what the tab in front shows."""
        if self.reports():
            self.print_asked.emit(self.reports())

    def open_behind(self, report: Report, mark: str, column: str) -> None:
        """Show the rows behind a figure."""
        self._open_behind(report.ask, (mark, column), report.title, report.currency)

    def open_whole(self, report: Report) -> None:
        """Show all rows of a report."""
        from ui.reports.whole import WholeDialog  # noqa: PLC0415 - when asked for

        dialog = WholeDialog(self.kit, report, self.window())
        dialog.picked.connect(self.open_behind)
        self._open(dialog, report.key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:
            self._begun = True
            self._begin()
        elif self._stale or self.period.follow_day(self._desk.today()):
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # not where the window itself went
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE * self.kit.theme.text_scale
        self.pdf_button.setVisible(wide)
        self.excel_button.setVisible(wide)

    def _connect(self, bridge: ChangeBridge) -> None:
        bridge.changed.connect(self._on_changed)
        self.tabs.chosen.connect(self._bring)
        self.tabs.chosen.connect(self.left)
        self.period.changed.connect(self.reload)
        self.filters.changed.connect(self.reload)
        self.pdf_button.clicked.connect(lambda: self._hand(self.pdf_asked))
        self.excel_button.clicked.connect(lambda: self._hand(self.excel_asked))
        self.more_button.clicked.connect(lambda: popup(self.menu_of(), under(self.more_button)))

    def menu_of(self) -> Menu:
        """Return the menu of the page."""
        menu = Menu(self.kit.theme, parent=self)
        new = menu.add(self.tr("New report…"), "plus")
        new.triggered.connect(lambda: self.build_asked.emit(None))
        menu.add(self.tr("Monthly report…"), "calendar").triggered.connect(self.monthly_asked)
        menu.addSeparator()
        for words, icon, key, door in (
            (self.tr("Save as PDF…"), "file-text", "", self.pdf_asked),
            (self.tr("Save for Excel…"), "table", "", self.excel_asked),
            (self.tr("Save as CSV…"), "file-text", "", self.csv_asked),
            (self.tr("Print…"), "printer", "Ctrl+P", self.print_asked),
        ):
            action = menu.add(words, icon, key)
            action.setEnabled(bool(self.reports()))
            action.triggered.connect(lambda _on=False, signal=door: self._hand(signal))
        menu.addSeparator()
        menu.add(self.tr("Read again"), "refresh-cw").triggered.connect(self.reload)
        return menu

    def _hand(self, door: object) -> None:
        """Give what is shown to who writes it."""
        if self.reports():
            door.emit(self.reports())  # type: ignore[attr-defined]

    def _begin(self) -> None:
        """Read which tabs there are and what can be narrowed to, then the tab in front."""
        desk, code = self._desk, self.kit.language.code

        def task(_ticket: Ticket) -> tuple[tuple[Dashboard, ...], Choices]:
            return tuple(desk.reports.dashboards(code)), desk.choices()

        job = self.kit.runner.read(task)
        job.succeeded.connect(lambda found: self._show(*found))

    def _show(self, dashboards: tuple[Dashboard, ...], choices: Choices) -> None:
        self.filters.show_choices(choices)
        self.dashboards = dashboards
        known = {board.key: board for board in dashboards}
        for key, board in list(self.boards.items()):
            if key not in known or board.dashboard.reports != known[key].reports:
                self.stack.removeWidget(self.boards.pop(key))
                board.deleteLater()
        self.tabs.show_tabs({board.key: board.title for board in dashboards})
        self.reload()
        if self.tabs.current:
            self._bring(self.tabs.current)
        self._show_wanted()

    def _show_wanted(self) -> None:
        key, self._wanted = self._wanted, ""
        if not key:
            return
        tab = next((each.key for each in self.dashboards if key in each.reports), None)
        if tab is not None:
            self.show_tab(tab)
            self.boards[tab].bring(key)
            return
        reports, ask, code = self._desk.reports, self.ask().of(key), self.kit.language.code
        job = self.kit.runner.read(lambda _ticket: reports.make(ask, code))
        job.succeeded.connect(self.open_whole)

    def _bring(self, key: str) -> None:
        self.tabs.choose(key)
        if key not in self.boards:
            self.boards[key] = self._make_board(key)
        self.stack.setCurrentWidget(self.boards[key])

    def _make_board(self, key: str) -> ReportBoard:
        from ui.reports.board import ReportBoard  # noqa: PLC0415 - when it is first shown

        dashboard = next(each for each in self.dashboards if each.key == key)
        board = ReportBoard(self.kit, self._desk, dashboard)
        board.picked.connect(self.open_behind)
        board.tile_opened.connect(self._on_tile_opened)
        board.whole_asked.connect(self.open_whole)
        board.days_asked.connect(self.period.take_days)
        board.png_asked.connect(self.png_asked)
        board.excel_asked.connect(self.excel_asked)
        board.csv_asked.connect(self.csv_asked)
        board.edit_asked.connect(self.build_asked)
        board.remove_asked.connect(self.remove_asked)
        self.stack.addWidget(board)
        board.ask(self.ask())
        return board

    def _refresh(self) -> None:
        """Read what changed, if it is seen; else when it is."""
        if self.isVisible():
            self._begin()
        else:
            self._stale = True

    def _on_changed(self, _changes: Changes) -> None:
        if self._begun:
            self._late.start()

    def _on_tile_opened(self, key: str) -> None:
        if key in TIERS:
            self.tier_asked.emit(key)
        elif key in OPEN_DEALS:
            self.deals_asked.emit()
        elif key in WHOLE_TILES:
            found = (each for each in self.reports() if each.key == WHOLE_TILES[key])
            if (report_of_it := next(found, None)) is not None:
                self.open_whole(report_of_it)
        elif key in BEHIND_TILES and self.board is not None:
            report, column = BEHIND_TILES[key]
            self._open_behind(self.ask().of(report), (TOTAL, column), "", "")

    def _open_behind(
        self, ask: ReportAsk, figure: tuple[str, str], title: str, currency: str
    ) -> None:
        from ui.reports.behind import BehindDialog  # noqa: PLC0415 - when asked for

        dialog = BehindDialog(
            self.kit, self._desk, ask, figure, self.window(), title=title, currency=currency
        )
        dialog.opened.connect(self._on_row_opened)
        dialog.people_asked.connect(self.people_asked)
        dialog.list_asked.connect(self.list_asked)
        self._open(dialog, ask.key)

    def _open(self, dialog: BehindDialog | WholeDialog, key: str) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda: self._on_closed(dialog))
        focus_back(dialog, self._opener(key))
        dialog.open()

    def _opener(self, key: str) -> QWidget:
        """Return what the keys go back to: a report's chart or rows, else the page's menu."""
        card = self.board.cards.get(key) if self.board is not None else None
        return self.more_button if card is None else card.body or card.more

    def _on_closed(self, dialog: BehindDialog | WholeDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _on_row_opened(self, noun: str, row_id: object, contact_id: object) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        if noun == "contacts":
            self.contact_asked.emit(row_id)
        elif noun in ("interactions",) and contact_id is not None:
            self.contact_asked.emit(contact_id)
        else:
            self.row_asked.emit(noun, row_id)
