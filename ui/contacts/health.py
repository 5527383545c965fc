"""How a customer is doing: the risk that they leave, their rhythm, and what they are worth."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.insight_words import every_words, span_words
from app.jobs import Ticket
from app.leaving import risk_percent
from app.shapes.contacts import ContactDetail
from app.shapes.sales import SaleFilter
from ui.common.kit import Kit
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.gauge import Gauge
from ui.common.widgets.label import Label
from ui.common.widgets.meter import Meter
from ui.common.widgets.rhythm_chart import RhythmChart, RhythmLook
from ui.contacts.health_words import (
    FigureWords,
    Reading,
    as_of_words,
    basis_words,
    expected_on,
    expected_words,
    figures,
    range_words,
    risk_words,
    visits_words,
    why_parts,
)
from ui.contacts.section import ContactSection
from ui.contacts.wallet_line import WalletLine

if TYPE_CHECKING:
    from app.services.insight import InsightService
    from app.services.sale_lists import SaleListService

SHOWN = 8  # visits in the chart
READ = 40  # sales read for them: more than one may be of a day
COUNTED = ("open", "partial", "paid")
NARROW = 380  # px of the card below which the gauge stands above the words
NARROWEST = 108  # px of a figure before they go below each other
LONG_AGO = 0.4  # of the highest score of how recently: no more is a warning
SIDE, BELOW = 16, 10  # px


class Figure(QWidget):
    """A title, a meter, a value, and what it is of; lines set it apart from the others."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.beside = False  # whether another one stands at its left
        self.title = Label(theme, "", "caption", "text-2")
        self.meter = Meter(theme)
        as_high = self.meter.sizePolicy()  # without a score: the words stay where they are
        as_high.setRetainSizeWhenHidden(True)
        self.meter.setSizePolicy(as_high)
        self.value = Label(theme, "", "strong", digits=True)
        self.below = Label(theme, "", "caption", "muted", digits=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 12, 12, 12)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self.meter)
        column.addSpacing(4)
        column.addWidget(self.value)
        self.base = Label(theme, "", "caption", "muted", wrap=True)
        column.addWidget(self.below)
        column.addWidget(self.base)
        column.addStretch(1)

    def show_words(self, words: FigureWords, told: str) -> None:
        """Show a figure; `told` is the tooltip."""
        self.title.set_text(words.title)
        self.value.set_text(words.value)
        self.below.set_text(words.below)
        self.base.set_text(words.base)
        self.base.setVisible(bool(words.base))
        name = ", ".join(part for part in (words.value, words.below, words.base) if part)
        self.setAccessibleName(f"{words.title}: {name}")
        self.setAccessibleDescription(told)
        self.setToolTip(told)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._theme.colour("border")
        painter.fillRect(QRectF(0, 0, self.width(), 1), colour)
        if self.beside:
            painter.fillRect(QRectF(0, 0, 1, self.height()), colour)
        painter.end()


class Figures(QWidget):
    """Four of them in a row, or two below two where it is narrow."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self.all = tuple(Figure(kit.theme) for _number in range(4))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 0
        self._arrange(len(self.all))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = NARROWEST * max(1.0, self._theme.text_scale) * len(self.all)
        self._arrange(len(self.all) if self.width() >= least else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, figure in enumerate(self.all):
            self._grid.addWidget(figure, number // columns, number % columns)
            figure.beside = number % columns > 0
        for column in range(len(self.all)):
            self._grid.setColumnStretch(column, int(column < columns))


class HealthCard(ContactSection):
    """What purchases tell of a contact; not seen of those who never bought.

    Scores are reckoned for the whole shop at once: `refresh` shows those of the newest time.
    """

    tables = frozenset({"sale", "sale_line", "setting", "custom_value"})
    decides = True

    def __init__(self, kit: Kit, insight: InsightService, lists: SaleListService) -> None:
        super().__init__(kit)
        self._insight = insight
        self._lists = lists
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self.header.hide()
        theme = kit.theme
        self.gauge = Gauge(theme)
        self.risk = Label(theme, "", "caption", "text-2")
        self.heading = Label(theme, "", "heading", wrap=True)
        self.sentence = Label(theme, "", colour="text-2", wrap=True)
        self.why_button = Button(theme, "", "link", size="sm")
        self.why = Label(theme, "", "caption", "text-2", wrap=True)
        self.chart = RhythmChart(theme)
        self.figures = Figures(kit)
        self.wallet = WalletLine(kit)
        self.card = Card(theme, padding=1)
        self.card.column.setSpacing(0)
        self._build()
        self.why.hide()
        self.why_button.clicked.connect(self.add_asked)
        self.wallet.told.connect(self._on_told)
        self._column.setContentsMargins(0, 0, 0, BELOW)

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            self.hide()
            self.why.hide()
        super().show_contact(detail)

    def refresh(self) -> None:
        if self._detail is not None:  # what is shown stays until it is read anew
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self.add_button.set_name(self.tr("Why this number?"))
        insight, lists, contact_id = self._insight, self._lists, detail.id
        language, today = self._kit.language.code, self._kit.formats.today().isoformat()

        def task(_ticket: Ticket) -> Reading | None:
            run, score = insight.last_run(), insight.of([contact_id], language).get(contact_id)
            if run is None or score is None:
                return None
            wanted = SaleFilter(contact_ids=(contact_id,), statuses=COUNTED, last=today)
            days = {row.sold_on for row in lists.page(wanted, offset=0, limit=READ)}
            every = every_words(score.gap, language) if score.gap else ""
            ago = span_words(score.silent_days, language)
            wallet = insight.wallet(contact_id)
            return Reading(score, run, tuple(sorted(days)[-SHOWN:]), ago, every, wallet)

        self._asked += 1
        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, self._asked))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW * max(1.0, self._kit.theme.text_scale)
        ways = QBoxLayout.Direction
        self._top.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def add_asked(self) -> None:
        """Show where the numbers come from, or hide it again."""
        self.why.setVisible(self.why.isHidden())

    def _build(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 4, 0, 0)
        left.setSpacing(4)
        left.addWidget(self.gauge, 0, Qt.AlignmentFlag.AlignHCenter)
        left.addWidget(self.risk, 0, Qt.AlignmentFlag.AlignHCenter)
        left.addStretch()
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(self.heading)
        told.addWidget(self.sentence)
        told.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignLeft)
        told.addWidget(self.why)
        told.addStretch()
        self._top = top = QHBoxLayout()
        top.setContentsMargins(SIDE, 16, SIDE, 8)
        top.setSpacing(20)
        top.addWidget(self._left)
        top.addLayout(told, 1)
        self._charted = QWidget()
        charted = QVBoxLayout(self._charted)
        charted.setContentsMargins(SIDE, 0, SIDE, 12)
        charted.addWidget(self.chart)
        self.card.column.addLayout(top)
        self.card.column.addWidget(self._charted)
        self.card.column.addWidget(self.figures)
        self.card.column.addWidget(self.wallet)
        self.rows.addWidget(self.card)

    def _on_read(self, asked: int, read: Reading | None) -> None:
        if asked != self._asked or self._detail is None:
            return
        if read is not None:
            self._show(read)
        self.setVisible(read is not None)

    def _on_told(self, amount: int | None) -> None:
        insight, contact_id = self._insight, self.contact_id
        if contact_id is not None:
            self.write(lambda: insight.tell_need(contact_id, amount))

    def _show(self, read: Reading) -> None:
        kit, score = self._kit, read.score
        known = score.purchases > 1 and bool(score.gap)
        as_of = as_of_words(score, kit)
        heading, others = why_parts(score)
        if not known:
            heading, others = self.tr("Not enough purchases yet"), score.why
        told = (expected_words(score, kit) if known else "", others)
        self.heading.set_text(heading)
        self.sentence.set_text(" ".join(part for part in told if part))
        self.card.setAccessibleName(f"{heading}. {self.sentence.text()}")
        self.card.setToolTip(as_of)
        self.why_button.set_text(self.tr("Why this number?"))
        self.why.set_text(f"{basis_words(read.run, kit)}\n{as_of}.")
        self.why_button.setAccessibleDescription(self.why.text())
        self._show_risk(read if known else None, as_of)
        self._show_rhythm(read, as_of)
        for part in (self._charted, self.figures):
            part.setVisible(known)
        self.wallet.show_wallet(read.wallet if known else None, read.run.currency)
        if known:
            self._show_figures(read, as_of)

    def _show_risk(self, read: Reading | None, as_of: str) -> None:
        alive = read.score.alive if read is not None else None
        self._left.setVisible(alive is not None)
        if alive is not None:
            words, percent = risk_words(alive), risk_percent(alive)
            self.risk.set_text(words)
            self.gauge.show_share(percent / 100, f"{percent}%", f"{words}, {percent}%")
            self._left.setToolTip(as_of)

    def _show_rhythm(self, read: Reading, as_of: str) -> None:
        formats, score = self._kit.formats, read.score
        expected = expected_on(score)
        look = RhythmLook(
            read.visits, expected, formats.today().isoformat(), self.tr("Last visit"),
            self.tr("Expected"), self.tr("Today"),
            [formats.month_name(month) for month in range(1, 13)],
        )  # fmt: skip
        self.chart.show_rhythm(look, visits_words(read.visits, expected, self._kit))
        self.chart.setToolTip(as_of)

    def _show_figures(self, read: Reading, as_of: str) -> None:
        score, told = read.score, figures(read, self._kit)
        for figure, words in zip(self.figures.all, told, strict=True):
            colour = "warning-solid" if figure is self.figures.all[0] else "accent"
            if words.steps is None or words.steps > LONG_AGO * words.most:
                colour = "accent"
            figure.show_words(words, as_of)
            figure.meter.show_steps(words.steps or 0, words.most, colour)
            figure.meter.setVisible(words.steps is not None)
        last = self.figures.all[-1]
        value = score.value_365 or 0
        most = max(score.value_high or 0, value + (score.stake or 0))  # or what it was if they stay
        last.meter.show_share(value / most if most > 0 else 0.0)
        last.meter.setVisible(most > 0)
        last.setToolTip("\n".join(part for part in (range_words(read, self._kit), as_of) if part))
