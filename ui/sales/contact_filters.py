"""Which sales of one contact are listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from app.jobs import Ticket
from app.shapes.sales import SaleFilter
from ui.common.flow import FlowLayout
from ui.common.widgets.chip import Chip
from ui.sales.filters import MOST, Choice, SaleFilters


class ContactFilters(SaleFilters):
    """The chips in as many lines as they need; whose sales they are is not theirs to change.

    The search is for the view to put where it has room.
    """

    begins = "any"
    _buyers: tuple[int, ...] = ()

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but whose sales they are is asked."""
        return replace(self.wanted, contact_ids=()) != SaleFilter()

    def show_contacts(self, contact_ids: tuple[int, ...], name: str) -> None:
        """List what these bought; what was asked of somebody else is forgotten."""
        self._names["category"] = ""
        self._buyers = contact_ids
        super().show_contacts(contact_ids, name)

    def know_buyers(self, contact_ids: tuple[int, ...]) -> None:
        """Offer the products that these bought."""
        self._buyers = contact_ids

    def clear(self) -> None:
        """Take everything away but whose sales they are."""
        self.show_contacts(self.wanted.contact_ids, self._names["contact"])

    def retranslate(self) -> None:
        self.category_chip.set_name(self.tr("Category"))
        super().retranslate()

    def _make_parts(self) -> None:
        super()._make_parts()
        self._names["category"] = ""
        self.category_chip = Chip(self._kit.theme, "")
        self.contact_chip.setParent(self)

    def _lay_out(self) -> None:
        flow = FlowLayout(self, gap=6)
        for part in (
            self.back_button, self.period_chip, self.next_button, self.product_chip,
            self.category_chip, self.status_chip, self.channel_chip, self.owed_chip,
        ):  # fmt: skip
            flow.addWidget(part)

    def _connect(self) -> None:
        super()._connect()
        self.category_chip.clicked.connect(self._ask_category)
        self.category_chip.cleared.connect(partial(self._choose_category, None, ""))

    def _show(self) -> None:
        super()._show()
        self.contact_chip.hide()
        name = self._names["category"] if self.wanted.category_id else ""
        self.category_chip.set_active(name)
        if (layout := self.layout()) is not None:
            layout.invalidate()  # a chip that says more may need another line

    def _products(self) -> Callable[[], list[Choice]]:
        lists, buyers = self._till.lists, self._buyers
        return lambda: [(row.product_id, row.name) for row in lists.bought_most(buyers, limit=MOST)]

    def _ask_category(self) -> None:
        products = self._till.products

        def task(_ticket: Ticket) -> list[Choice]:
            return [(row.id, row.name) for row in products.categories()]

        def show(found: list[Choice]) -> None:
            names = dict(found)

            def choose(category_id: object) -> None:
                self._choose_category(category_id, names[category_id])

            self._offer(self.category_chip, found, (self.wanted.category_id,), choose)

        self._kit.runner.read(task).succeeded.connect(show)

    def _choose_category(self, category_id: object, name: str) -> None:
        self._names["category"] = name
        self._put(category_id=category_id)
