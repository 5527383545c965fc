"""One tab of the page: its figures and its cards, laid out by the width there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.jobs import Ticket
from ui.charts.words import value_words
from ui.common.widgets.stat_tile import Stat, StatTile
from ui.reports.card import ReportCard

if TYPE_CHECKING:
    from app.shapes.reports import Dashboard, Report, ReportAsk, ReportTile
    from ui.common.jobs import Job
    from ui.common.kit import Kit
    from ui.reports.desk import ReportDesk

GAP = 16
WIDEST = 1680
THREE = 1180  # px of the window from which the overview has a third column
TWO = 760  # px of the board below which its cards stand one below the other
OVERVIEW = ("revenue_goal", "funnel", "rfm", "cohorts", "top_customers", "staff_sales")
COLUMNS = (346, 434, 364)  # the widths of the overview's columns to each other
HEIGHTS = {"revenue_goal": 284, "funnel": 284, "rfm": 392, "cohorts": 392}
SMALL = 188  # px of the two cards that stand upon each other
USUAL = 340
TURN = 45  # ms between two charts that are drawn: keys and clicks get their turn
DOORS = (
    "picked", "whole_asked", "png_asked", "excel_asked", "csv_asked", "edit_asked", "remove_asked",
    "days_asked",
)  # fmt: skip
"""Signals of a card that go on from here."""
COLOURS = {"accent": 0, "warning": 1, "won": 2, "purple": 3, "blue": 5}


class ReportBoard(QScrollArea):
    """Reads each figure and each card in a job of its own, the figures first.

    Nothing is read while it is hidden; what changed meanwhile is read when it is shown.
    """

    picked = Signal(object, object, object)  # Report, mark, key of the column
    tile_opened = Signal(str)
    whole_asked = Signal(object)
    png_asked = Signal(object)
    excel_asked = Signal(object)
    csv_asked = Signal(object)
    edit_asked = Signal(object)
    remove_asked = Signal(str)
    days_asked = Signal(object, object)  # first and last day
    read = Signal()  # nothing is on its way any more

    def __init__(
        self, kit: Kit, desk: ReportDesk, dashboard: Dashboard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._desk = desk
        self.dashboard = dashboard
        self._ask: ReportAsk | None = None
        self._stale = True
        self._warm = False
        self._stops: list[Callable[[], None]] = []  # what is on its way can be stopped
        self._left = 0
        self._number = 0
        self._arranged: tuple[int, int] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        told = dashboard.key != "overview"
        self.tiles = {key: StatTile(kit.theme, "") for key in dashboard.tiles}
        self.cards = {key: ReportCard(kit, key, told=told) for key in dashboard.reports}
        for place, card in enumerate(self.cards.values()):
            card.delay = place * TURN
        self._third = QWidget()
        self._build()
        for key, tile in self.tiles.items():
            tile.clicked.connect(lambda _on=False, opened=key: self.tile_opened.emit(opened))
        for card in self.cards.values():
            for signal in DOORS:
                getattr(card, signal).connect(getattr(self, signal))
            card.again_asked.connect(self._read_all)

    @property
    def is_done(self) -> bool:
        """Whether all was read that was asked for."""
        return not self._stale and not self._left

    @property
    def is_drawn(self) -> bool:
        """Whether every card shows what was read."""
        return self.is_done and all(card.is_drawn for card in self.cards.values())

    def reports(self) -> list[Report]:
        """Return what is shown, in its order."""
        return [card.report for card in self.cards.values() if card.report is not None]

    def bring(self, key: str) -> None:
        """Bring a card into view, and the keys to it."""
        card = self.cards[key]
        self.ensureWidgetVisible(card)
        (card.body or card.more).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, ask: ReportAsk) -> None:
        """Ask for other days, or the same once more; read at once if it is seen."""
        self._ask, self._stale = ask, True
        if self.isVisible():
            self._read_all()

    def retranslate(self) -> None:
        """Set every word again; the figures are asked for anew by the page."""
        for card in self.cards.values():
            card.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._stale and self._ask is not None:
            self._read_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._fold_tiles()

    # Reading

    def _read_all(self) -> None:
        ask = self._ask
        if ask is None:
            return
        for stop in self._stops:
            stop()
        self._stops.clear()
        self._left = 0
        self._stale = False
        self._number += 1
        number, code = self._number, self._kit.language.code
        service = self._desk.reports
        for key in self.tiles:
            job = self._start(partial(service.tiles, ask, [key], code))
            job.succeeded.connect(partial(self._take, number, self._show_tiles))
            job.failed.connect(partial(self._take, number, partial(self._on_tile_failed, key)))
        if not self._warm:  # after the figures, before the charts
            self._warm = True
            self._kit.runner.draw(_warm_up, quiet=True)
        for key, card in self.cards.items():
            card.show_waiting()
            job = self._start(partial(service.make, ask.of(key), code))
            job.succeeded.connect(partial(self._take, number, partial(self._show_card, card)))
            job.failed.connect(partial(self._take, number, partial(self._on_failed, card)))

    def _take(self, number: int, act: Callable[[Any], object], found: object) -> None:
        """Show what came, unless something else was asked for since."""
        if isValid(self) and number == self._number:
            act(found)

    def _start(self, make: Callable[[], object]) -> Job:
        def task(ticket: Ticket) -> object:
            ticket.check()
            return make()

        job = self._kit.runner.read(task, quiet=True)
        self._stops.append(job.cancel)
        self._left += 1
        job.finished.connect(partial(self._on_finished, self._number))
        return job

    def _on_finished(self, number: int) -> None:
        if isValid(self) and number == self._number:
            self._left -= 1
            if not self._left:
                self.read.emit()

    def _on_failed(self, card: ReportCard, error: BaseException) -> None:
        if isinstance(error, UserError):
            card.show_trouble(self._kit.messages.describe(error))
        else:
            card.show_trouble(self.tr("This could not be read. Your records are safe."))

    def _on_tile_failed(self, key: str, _error: BaseException) -> None:
        self.tiles[key].show_stat(Stat("—", base=self.tr("Could not be read")))

    def _show_card(self, card: ReportCard, report: Report) -> None:
        card.show_report(report)
        if card.key not in OVERVIEW or not self._is_overview:
            high = card.wanted_height()
            card.setMinimumHeight(round(high * self._kit.theme.text_scale))

    def _show_tiles(self, found: Sequence[ReportTile]) -> None:
        for told in found:
            tile = self.tiles[told.key]
            formats = self._kit.formats
            value = value_words(told.value, told.kind, formats, self._currency(), short=True)
            stat = Stat(
                value or "—", told.change, told.base, told.rises, good=told.is_good is not False,
                values=told.trend,
            )  # fmt: skip
            tile.show_stat(stat, told.title, series=COLOURS.get(told.colour, 0))
            whole = value_words(told.value, told.kind, formats, self._currency())
            tile.setToolTip(whole if whole != value else "")
        self._fold_tiles()

    def _fold_tiles(self) -> None:
        """Let all figures have as many lines as the one that needs most: they stand in a row."""
        folds = any(tile.needs_two_lines() for tile in self.tiles.values())
        for tile in self.tiles.values():
            tile.set_folded(on=folds)

    def _currency(self) -> str:
        return next((report.currency for report in self.reports()), self._desk.currency())

    # Laying out

    def _build(self) -> None:
        canvas = QWidget()
        canvas.setObjectName("Canvas")
        self._inner = QWidget()
        self._inner.setMaximumWidth(WIDEST)
        self._inner.setProperty("clear", "true")
        outer = QHBoxLayout(canvas)
        outer.setContentsMargins(24, GAP, 24, 24)
        outer.addWidget(self._inner)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._tile_grid = QGridLayout()
        self._grid = QGridLayout()
        for grid in (self._tile_grid, self._grid):
            grid.setSpacing(GAP)
            column.addLayout(grid)
        column.addStretch(1)
        stack = QVBoxLayout(self._third)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(GAP)
        for key in OVERVIEW[4:]:
            if self._is_overview and key in self.cards:
                stack.addWidget(self.cards[key], 1)
        self.setWidget(canvas)

    @property
    def _is_overview(self) -> bool:
        return all(key in self.cards for key in OVERVIEW)

    def _arrange(self) -> None:
        """Put tiles and cards where the width of the window has them."""
        wide = self.width() >= TWO * self._kit.theme.text_scale
        across = 2 if wide else 1
        if self._is_overview and across == 2 and self.window().width() >= THREE:
            across = 3
        tiles = len(self.tiles) if wide else 3
        if (across, tiles) == self._arranged:
            return
        self._arranged = (across, tiles)
        for grid in (self._tile_grid, self._grid):
            while grid.takeAt(0) is not None:
                pass
        for place, tile in enumerate(self.tiles.values()):
            self._tile_grid.addWidget(tile, place // max(tiles, 1), place % max(tiles, 1))
        for column in range(max(len(self.tiles), 3)):
            self._tile_grid.setColumnStretch(column, 1 if column < tiles else 0)
        for column in range(3):
            self._grid.setColumnStretch(column, COLUMNS[column] if column < across else 0)
            self._grid.setColumnMinimumWidth(column, 0)
        if across == 2:
            for column in range(2):
                self._grid.setColumnStretch(column, 1)
        self._place_cards(across)

    def _place_cards(self, across: int) -> None:
        cards, row = dict(self.cards), 0
        if self._is_overview:
            revenue, funnel, rfm, cohorts, _top, _staff = (cards.pop(key) for key in OVERVIEW)
            small = round(SMALL * self._kit.theme.text_scale)
            self._third.setMinimumHeight(2 * small + GAP)
            places: list[tuple[QWidget, int, int, int]] = {
                3: [(revenue, 0, 0, 2), (funnel, 0, 2, 1), (rfm, 1, 0, 1), (cohorts, 1, 1, 1),
                    (self._third, 1, 2, 1)],
                2: [(revenue, 0, 0, 2), (rfm, 1, 0, 1), (cohorts, 1, 1, 1), (funnel, 2, 0, 1),
                    (self._third, 2, 1, 1)],
                1: [(revenue, 0, 0, 1), (funnel, 1, 0, 1), (rfm, 2, 0, 1), (cohorts, 3, 0, 1),
                    (self._third, 4, 0, 1)],
            }[across]  # fmt: skip
            for widget, at, column, span in places:
                self._grid.addWidget(widget, at, column, 1, span)
                row = max(row, at + 1)
        for place, card in enumerate(cards.values()):
            wide = min(across, 2)
            left = place % wide
            last = 0 < place == len(cards) - 1 and not left  # alone in its line: it fills it
            self._grid.addWidget(card, row + place // wide, left, 1, wide if last else 1)
        for key, card in self.cards.items():
            least = HEIGHTS.get(key, SMALL if key in OVERVIEW[4:] else USUAL)
            card.setMinimumHeight(max(round(least * self._kit.theme.text_scale), 0))
        self._third.setVisible(self._is_overview)


def _warm_up(_ticket: Ticket) -> None:
    from ui.charts.warming import warm_up  # noqa: PLC0415 - heavy

    warm_up()
