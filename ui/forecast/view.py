"""The forecast: months as columns; a deal carried to a month is expected on its last day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.forecast_words import grade_words
from app.jobs import Ticket
from app.shapes.forecast import Forecast, ForecastCard, ForecastMonth
from ui.common.kit import Kit
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.label import Label
from ui.forecast.desk import ForecastDesk
from ui.forecast.looks import DealLook
from ui.forecast.month_column import PAGE
from ui.forecast.months import LEFT, TOP, Months
from ui.forecast.words import deal_look, left_out, month_look, month_sentence

MONTHS = 6
GRADES = 2  # that are told
Cards = list[tuple[ForecastMonth, Sequence[ForecastCard]]]


class ForecastView(QWidget):
    """Reads in the background when it is asked to; carrying a deal is one step to undo."""

    TABLES = frozenset({"deal", "stage", "pipeline", "sale", "setting", "forecast_snapshot"})
    deal_asked = Signal(object)  # deal id

    def __init__(self, kit: Kit, desk: ForecastDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._desk = desk
        self._pipeline_id: int | None = None
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self._found: Forecast | None = None
        self.is_read = False
        self.months = Months(kit, self._more, self._look)
        self.months.moved.connect(self._on_moved)
        self.months.opened.connect(self.deal_asked)
        self._build()
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_pipeline(self, pipeline_id: int | None) -> None:
        """Show the deals of a pipeline, or of all."""
        if pipeline_id != self._pipeline_id:
            self._pipeline_id = pipeline_id
            if self.is_read:
                self.reload()

    def show_narrowed(self, *, on: bool) -> None:
        """Say that the filters of board and list, which are set, do not count here."""
        self.whole.setVisible(on)

    def reload(self) -> None:
        """Count again."""
        forecasts, pipeline_id = self._desk.forecasts, self._pipeline_id

        def task(ticket: Ticket) -> tuple[Forecast, Cards]:
            found, cards = forecasts.board(pipeline_id, months=MONTHS, limit=PAGE)
            ticket.check()
            shown = [*found.months]
            shown += [each for each in (found.later, found.undated) if each.deals]
            return found, [(each, cards[each.month]) for each in shown]

        self._asked += 1
        job = self._kit.runner.read(task)
        job.succeeded.connect(partial(self._on_read, self._asked))
        job.failed.connect(partial(self._on_failed, self._asked))

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Forecast"))
        self.whole.set_text(self.tr("All open deals: the filters do not count here"))
        self.empty.show_words(
            self.tr("Nothing to forecast yet"),
            self.tr("Deals with a value and an expected day stand here in the month they close."),
        )
        self.trouble.show_words(self.tr("The forecast cannot be read"), "", self.tr("Try again"))
        if self._found is not None:
            self._tell(self._found)
            self.months.repaint_all()

    def start_search(self) -> None:
        """Put the focus on the first deal."""
        self.months.focus_first()

    def _on_moved(self, row: ForecastCard, month: str) -> None:
        forecasts = self._desk.forecasts
        job = self._kit.runner.write(lambda _ticket: forecasts.move([row.deal_id], month))
        job.failed.connect(lambda _error: self.reload())

    def _on_read(self, asked: int, read: tuple[Forecast, Cards]) -> None:
        if asked != self._asked:
            return
        self._found, shown = read
        self.is_read = True
        self.months.show_months(shown)
        self._tell(self._found)
        nothing = not any(month.deals or month.likely for month, _cards in shown)
        self.stack.setCurrentWidget(self.empty if nothing else self._filled)

    def _on_failed(self, asked: int, _error: object) -> None:
        if asked == self._asked and not self.is_read:
            self.stack.setCurrentWidget(self.trouble)

    def _tell(self, found: Forecast) -> None:
        months = {each.month: each for each in (*found.months, found.later, found.undated)}
        looks = [
            month_look(months[c.month], self._kit, found.currency) for c in self.months.columns
        ]
        lines = max((len(look.lines) for look in looks), default=0)
        for column, look in zip(self.months.columns, looks, strict=True):
            column.head.show_look(look, lines)
            column.view.setAccessibleName(month_sentence(look))
            column.view.setAccessibleDescription(", ".join(line[2] for line in look.lines))
        code, formats = self._kit.language.code, self._kit.formats

        def money(amount: int) -> str:
            return formats.money(amount, found.currency)

        told = [grade_words(grade, code, money) for grade in found.grades[:GRADES]]
        if not told:
            told = [self.tr("How good the forecast is will be told here once a month is over.")]
        self.grade.set_text("  ".join(told))
        out = left_out(found, self._kit)
        self.left_out.set_text(out)
        self.left_out.setVisible(bool(out))

    def _look(self, row: ForecastCard) -> DealLook:
        return deal_look(row, self._kit, self._found.currency if self._found else "")

    def _more(self, month: str, offset: int, limit: int) -> Sequence[ForecastCard]:
        return self._desk.forecasts.cards(
            month, self._pipeline_id, months=MONTHS, offset=offset, limit=limit
        )

    def _build(self) -> None:
        theme = self._kit.theme
        self.grade = Label(theme, "", colour="text-2", digits=True)
        self.left_out = Label(theme, "", colour="warning", digits=True)
        self.whole = Label(theme, "", colour="warning")
        self.whole.hide()
        told = QHBoxLayout()
        told.setContentsMargins(LEFT + 4, TOP, LEFT, 0)
        told.setSpacing(16)
        told.addWidget(self.grade, 1)
        told.addWidget(self.whole)
        told.addWidget(self.left_out)
        self._filled = QWidget()
        self._filled.setObjectName("Canvas")
        self._filled.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(told)
        column.addWidget(self.months, 1)
        self.empty = EmptyState(theme, "chart-line", "")
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.trouble.acted.connect(self.reload)
        self.stack = QStackedWidget()
        for part in (QWidget(), self._filled, self.empty, self.trouble):
            self.stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
