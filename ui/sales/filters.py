"""Which sales are listed: a search, a span of days, and chips."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.sales import SaleFilter
from ui.common.kit import Kit
from ui.common.widgets.chip import Chip
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.search_field import SearchField
from ui.sales.periods import PERIODS, moved, period_words, span_of
from ui.sales.words import STATES, span_words, state_words

if TYPE_CHECKING:
    from ui.sales.till import Till

PAUSE = 120  # ms without a keystroke before it is looked for
SEARCH = 188  # px
MOST = 30  # entries of a menu
Choice = tuple[object, str]


class SaleFilters(QWidget):
    """Says by `changed` that other sales are wanted: `wanted`."""

    changed = Signal()

    begins = "month"  # the span of days that is listed first

    def __init__(self, kit: Kit, till: Till, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._till = till
        self._names = {"product": "", "contact": ""}
        self.period = self.begins  # '' once somebody chose other days
        self.wanted = SaleFilter()
        self._make_parts()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._take_period()
        self._connect()
        self.retranslate()

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the span of days is asked."""
        return replace(self.wanted, first="", last="") != SaleFilter()

    def show_span(self, first: str, last: str) -> None:
        """List the sales of these days."""
        self.period = ""
        self._put(first=first, last=last)

    def show_contacts(self, contact_ids: tuple[int, ...], name: str) -> None:
        """List what somebody, or those of a company, ever bought."""
        self._names = {"product": "", "contact": name}
        self.period = "any"
        self.search.set_text("")
        self._pause.stop()
        self.wanted = SaleFilter(contact_ids=contact_ids)
        self._tell()

    def show_product(self, product_id: int, name: str) -> None:
        """List the sales of a product, whenever they were."""
        self._names = {"product": name, "contact": ""}
        self.period = "any"
        self.search.set_text("")
        self._pause.stop()
        self.wanted = SaleFilter(product_id=product_id)
        self._tell()

    def clear(self) -> None:
        """Take everything away but the span of days."""
        self._names = {"product": "", "contact": ""}
        self.search.set_text("")
        self._pause.stop()
        self.wanted = SaleFilter(first=self.wanted.first, last=self.wanted.last)
        self._tell()

    def retranslate(self) -> None:
        """Set every word again."""
        self.search.set_placeholder(self.tr("Search sales"))
        self.back_button.set_name(self.tr("Earlier"))
        self.next_button.set_name(self.tr("Later"))
        self.period_chip.set_name(self.tr("When"))
        self.status_chip.set_name(self.tr("Status"))
        self.product_chip.set_name(self.tr("Product"))
        self.channel_chip.set_name(self.tr("Channel"))
        self.owed_chip.set_name(self.tr("Owed"))
        self._show()

    def follow_day(self) -> None:
        """Let 'today' and 'this month' be those of the day it is now; tells nobody."""
        self._take_period()
        self._show()

    def _make_parts(self) -> None:
        theme = self._kit.theme
        self.search = SearchField(theme, "", key="/")
        self.search.setFixedWidth(round(SEARCH * theme.text_scale))
        self.back_button = IconButton(theme, "chevron-left", "")
        self.period_chip = Chip(theme, "")
        self.next_button = IconButton(theme, "chevron-right", "")
        self.contact_chip = Chip(theme, "")
        self.status_chip = Chip(theme, "")
        self.product_chip = Chip(theme, "")
        self.channel_chip = Chip(theme, "")
        self.owed_chip = Chip(theme, "")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (
            self.search, self.back_button, self.period_chip, self.next_button, self.contact_chip,
            self.status_chip, self.product_chip, self.channel_chip, self.owed_chip,
        ):  # fmt: skip
            row.addWidget(part)
        row.addStretch(1)

    def _connect(self) -> None:
        self.search.typed.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(lambda: self._put(text=self.search.text().strip()))
        self.back_button.clicked.connect(partial(self._step, -1))
        self.next_button.clicked.connect(partial(self._step, 1))
        self.period_chip.clicked.connect(self._ask_period)
        self.period_chip.cleared.connect(partial(self._choose_period, "any"))
        self.status_chip.clicked.connect(self._ask_status)
        self.status_chip.cleared.connect(lambda: self._put(statuses=()))
        self.product_chip.clicked.connect(self._ask_product)
        self.product_chip.cleared.connect(partial(self._choose_product, None, ""))
        self.channel_chip.clicked.connect(self._ask_channel)
        self.channel_chip.cleared.connect(lambda: self._put(channel=""))
        self.owed_chip.clicked.connect(lambda: self._put(owed=not self.wanted.owed))
        self.owed_chip.cleared.connect(lambda: self._put(owed=False))
        for signal in (self.contact_chip.clicked, self.contact_chip.cleared):
            signal.connect(self._drop_contact)

    def _drop_contact(self) -> None:
        self._names["contact"] = ""
        self.period = "month"
        self._take_period()
        self._put(contact_ids=())

    def _take_period(self) -> None:
        if self.period:
            first, last = span_of(self.period, self._kit.formats.today())
            self.wanted = replace(self.wanted, first=first, last=last)

    def _put(self, **values: object) -> None:
        before = self.wanted
        self.wanted = replace(self.wanted, **values)  # type: ignore[arg-type]
        if self.wanted != before:
            self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _step(self, step: int) -> None:
        first, last = moved((self.wanted.first, self.wanted.last), step)
        self.show_span(first, last)

    def _show(self) -> None:
        wanted, kit = self.wanted, self._kit
        dated = bool(wanted.first)
        span = span_words(wanted.first, wanted.last, kit)
        self.period_chip.set_active(span if dated else "")
        if not dated:
            self.period_chip.set_name(span)
        for button in (self.back_button, self.next_button):
            button.setVisible(dated)
        who = self._names["contact"]
        self.contact_chip.set_active(self.tr("Customer: {name}").format(name=who) if who else "")
        self.contact_chip.setVisible(bool(wanted.contact_ids))
        states = kit.formats.listing([state_words(state, kit) for state in wanted.statuses])
        self.status_chip.set_active(states)
        product = self._names["product"] if wanted.product_id else ""
        self.product_chip.set_active(product)
        self.channel_chip.set_active(wanted.channel)
        self.owed_chip.set_active(self.tr("Owed") if wanted.owed else "")

    # Menus

    def _ask_period(self) -> None:
        choices: list[Choice] = [(period, period_words(period)) for period in PERIODS]
        self._offer(self.period_chip, choices, (self.period,), self._choose_period)

    def _choose_period(self, period: object) -> None:
        self.period = str(period)
        first, last = span_of(self.period, self._kit.formats.today())
        self._put(first=first, last=last)

    def _ask_status(self) -> None:
        choices: list[Choice] = [(state, state_words(state, self._kit)) for state in STATES]
        self._offer(self.status_chip, choices, self.wanted.statuses, self._choose_status)

    def _choose_status(self, state: object) -> None:
        chosen = set(self.wanted.statuses) ^ {str(state)}
        self._put(statuses=tuple(each for each in STATES if each in chosen))

    def _ask_product(self) -> None:
        products = self._products()

        def task(_ticket: Ticket) -> list[Choice]:
            return products()

        def show(found: list[Choice]) -> None:
            names = dict(found)

            def choose(product_id: object) -> None:
                self._choose_product(product_id, names[product_id])

            self._offer(self.product_chip, found, (self.wanted.product_id,), choose)

        self._kit.runner.read(task).succeeded.connect(show)

    def _products(self) -> Callable[[], list[Choice]]:
        """Return what reads the products there are to choose from."""
        products = self._till.products
        return lambda: [(row.id, row.name) for row in products.all()]

    def _choose_product(self, product_id: object, name: str) -> None:
        self._names["product"] = name
        self._put(product_id=product_id)

    def _ask_channel(self) -> None:
        lists = self._till.lists

        def show(found: list[str]) -> None:
            choices: list[Choice] = [(each, each) for each in found]
            current = (self.wanted.channel,)
            self._offer(self.channel_chip, choices, current, lambda c: self._put(channel=c))

        self._kit.runner.read(lambda _ticket: lists.channels()).succeeded.connect(show)

    def _offer(
        self,
        chip: Chip,
        choices: Sequence[Choice],
        chosen: Collection[object],
        choose: Callable[[object], None],
    ) -> None:
        menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(chip.text())
        for value, words in choices[:MOST]:
            action = menu.add(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(partial(choose, value))
        if not choices:
            menu.add(self.tr("There is none yet")).setEnabled(False)
        popup(menu, under(chip))
        menu.setActiveAction(menu.actions()[0])
        chip.setFocus(Qt.FocusReason.PopupFocusReason)
