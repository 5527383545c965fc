"""The right column of a deal's page: its tasks, its people, what it offers, its quotes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.deals import DealDetail, DealEvent
from app.shapes.tasks import TaskRow
from app.words import kind_words
from ui.common.ahead_words import when_words
from ui.common.bars import clear
from ui.common.goods.words import quantity_words
from ui.common.kit import Kit
from ui.common.task_icons import ICONS
from ui.common.widgets.avatar import avatar_colour
from ui.common.widgets.block import Block
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.task_line import TaskLine
from ui.deals.row_line import RowLine
from ui.deals.words import QUOTES


class DealSide(QWidget):
    """Each block has a button that adds to it; what is opened or taken away is only told."""

    task_opened = Signal(object)  # task id
    task_done = Signal(object)  # TaskRow
    task_asked = Signal()  # a new one
    person_opened = Signal(object)  # contact id
    person_removed = Signal(object)  # PartyRow
    person_asked = Signal()
    lines_asked = Signal()
    quote_opened = Signal(object)  # quote id
    quote_asked = Signal()
    sale_opened = Signal(object)  # sale id

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        self._kit = kit
        self._detail: DealDetail | None = None
        self._tasks: Sequence[TaskRow] = ()
        self._sales: Sequence[DealEvent] = ()
        self.tasks = Block(kit, line=False)
        self.people, self.goods, self.quotes, self.sales = (Block(kit) for _ in range(4))
        self.task_button = IconButton(kit.theme, "plus", "", size=24)
        self.person_button = IconButton(kit.theme, "plus", "", size=24)
        self.lines_button = IconButton(kit.theme, "pencil", "", size=24)
        self.quote_button = IconButton(kit.theme, "plus", "", size=24)
        self.lines: list[TaskLine] = []
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for block, button, signal in (
            (self.tasks, self.task_button, self.task_asked),
            (self.people, self.person_button, self.person_asked),
            (self.goods, self.lines_button, self.lines_asked),
            (self.quotes, self.quote_button, self.quote_asked),
        ):
            block.header.add(button)
            button.clicked.connect(signal)
            column.addWidget(block)
        column.addWidget(self.sales)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.tasks.header.set_title(self.tr("Next step"))
        self.people.header.set_title(self.tr("People"))
        self.goods.header.set_title(self.tr("What it is about"))
        self.quotes.header.set_title(self.tr("Quotes"))
        self.sales.header.set_title(self.tr("Sales"))
        self.task_button.set_name(self.tr("Add a task"), "T")
        self.person_button.set_name(self.tr("Add a person"), "P")
        self.lines_button.set_name(self.tr("Change the lines"))
        self.quote_button.set_name(self.tr("New quote"), "Q")
        if self._detail is not None:
            self._fill(self._detail, self._tasks)

    def add(self, block: Block) -> None:
        """Put another block below the others."""
        self._column.addWidget(block)

    def show_deal(
        self, detail: DealDetail, tasks: Sequence[TaskRow], events: Sequence[DealEvent]
    ) -> None:
        """Show what belongs to a deal; who has the focus keeps it."""
        sales = [event for event in events if event.what == "sale"]
        if (detail, list(tasks), sales) == (self._detail, list(self._tasks), list(self._sales)):
            return
        self._detail, self._tasks, self._sales = detail, tasks, sales
        self._fill(detail, tasks)

    def _fill(self, detail: DealDetail, tasks: Sequence[TaskRow]) -> None:
        blocks = self.tasks, self.people, self.goods, self.quotes, self.sales
        focused = next(
            ((block, at) for block in blocks for at, line in enumerate(_lines(block))
             if line.hasFocus()),
            None,
        )  # fmt: skip
        for block in blocks:
            clear(block.rows)
        self.tasks.setVisible(detail.row.is_open or bool(tasks))
        self._show_tasks(detail, tasks)
        self._show_people(detail)
        self._show_goods(detail)
        self._show_quotes(detail)
        self.sales.setVisible(bool(self._sales))
        money = self._kit.formats.money
        for sale in self._sales:
            amount = money(sale.amount or 0, detail.row.currency)
            line = RowLine(self._kit, sale.title or sale.detail, amount, icon="receipt")
            line.opened.connect(partial(self.sale_opened.emit, sale.id))
            self.sales.rows.addWidget(line)
        if focused is not None and (lines := _lines(focused[0])):
            line_again = lines[min(focused[1], len(lines) - 1)]
            line_again.show()  # the layout would do so only after this
            line_again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tasks(self, detail: DealDetail, tasks: Sequence[TaskRow]) -> None:
        kit, row = self._kit, detail.row
        self.lines = []
        for task in tasks:
            line = TaskLine(kit, task, framed=False)
            line.opened.connect(partial(self.task_opened.emit, task.id))
            line.done_asked.connect(partial(self.task_done.emit, task))
            self.tasks.rows.addWidget(line)
            self.lines.append(line)
        if tasks:
            return
        if detail.next_step:
            when = when_words(detail.next_step_at, kit.formats) if detail.next_step_at else ""
            icon = ICONS.get(detail.next_step_kind, "circle-check")
            self.tasks.rows.addWidget(RowLine(kit, detail.next_step, when, icon=icon))
        elif row.is_open:
            warning = Label(kit.theme, self.tr("No next step"), colour="warning")
            self.tasks.rows.addWidget(warning)
        if row.is_open:
            add = Button(kit.theme, self.tr("Add a task"), "link", size="sm")
            add.clicked.connect(self.task_asked)
            self.tasks.rows.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_people(self, detail: DealDetail) -> None:
        kit, code = self._kit, self._kit.language.code
        for party in detail.parties:
            look = avatar_colour(party.contact_id), party.contact_kind == "company"
            role = kind_words("deal_role", party.role, code)
            words = self.tr("Take out of the deal")
            line = RowLine(kit, party.contact, role, person=look, remove=words)
            line.opened.connect(partial(self.person_opened.emit, party.contact_id))
            line.removed.connect(partial(self.person_removed.emit, party))
            self.people.rows.addWidget(line)
        if not detail.parties:
            words = self.tr("Who decides, who uses it, who pays?")
            self.people.rows.addWidget(Label(kit.theme, words, colour="muted", wrap=True))

    def _show_goods(self, detail: DealDetail) -> None:
        kit, code = self._kit, detail.row.currency
        for line in detail.lines:
            name = line.name or line.description or self.tr("Amount")
            if line.quantity != 1000:
                name = f"{name} × {quantity_words(line.quantity, kit)}"
            shown = RowLine(kit, name, kit.formats.money(line.total, code), icon="package")
            shown.opened.connect(self.lines_asked)
            self.goods.rows.addWidget(shown)
        if detail.discount:
            less = self.tr("Less {amount}").format(amount=kit.formats.money(detail.discount, code))
            self.goods.rows.addWidget(Label(kit.theme, less, colour="text-2", digits=True))
        if not detail.lines:
            words = self.tr("Products and services, once they are known.")
            self.goods.rows.addWidget(Label(kit.theme, words, colour="muted", wrap=True))
        self.lines_button.setEnabled(detail.row.is_open)

    def _show_quotes(self, detail: DealDetail) -> None:
        kit, code = self._kit, self._kit.language.code
        for quote in detail.quotes:
            name = quote.number
            if quote.version > 1:
                name = self.tr("{number} v{n}").format(number=name, n=quote.version)
            pill = kind_words("quote_status", quote.status, code), QUOTES[quote.status]
            total = kit.formats.money(quote.total, quote.currency)
            line = RowLine(kit, name, total, icon="file-text", pill=pill)
            line.opened.connect(partial(self.quote_opened.emit, quote.id))
            self.quotes.rows.addWidget(line)
        if not detail.quotes:
            words = self.tr("None yet: Q makes one of the lines.")
            self.quotes.rows.addWidget(Label(kit.theme, words, colour="muted", wrap=True))


def _lines(block: Block) -> list[QWidget]:
    items = (block.rows.itemAt(at) for at in range(block.rows.count()))
    found = (item.widget() for item in items if item is not None)
    return [widget for widget in found if widget is not None]
