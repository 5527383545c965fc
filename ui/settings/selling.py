"""How the shop sells: tax, points and stamps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.settings import CURRENCY, TAX_ADDED, TAX_RATE
from app.shapes.loyalty import ProgrammeRow
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.typed_numbers import percent_text, rate_of
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.settings.choices import Choices
from ui.settings.programme_dialog import ProgrammeDialog
from ui.settings.section import Section, SettingRow, fill
from ui.settings.typed_field import TypedField

if TYPE_CHECKING:
    from app.services.loyalty import LoyaltyService

RATE = 88  # px
MOST_RATE = 1000  # thousandths


class SellingSection(Section):
    """Whether tax is in the prices, how much it is, and what customers earn."""

    icon = "receipt"
    tables = frozenset({"loyalty_programme"})

    def __init__(
        self, kit: Kit, choices: Choices, loyalty: LoyaltyService, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._choices = choices
        self._loyalty = loyalty
        self.dialog: ProgrammeDialog | None = None
        theme = kit.theme
        self.added = Segmented(theme, {"in": " ", "on": " "}, "", size=32)
        self.rate = TypedField(needed=True)
        self.rate.setFixedWidth(round(RATE * theme.text_scale))
        self._rows = [SettingRow(theme, control) for control in (self.added, self.rate)]
        self.column.addWidget(fill(Card(theme), *self._rows))
        self.programmes = Card(theme, " ")
        self._hint = Label(theme, "", colour="muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.new_button = Button(theme, "", icon="plus")
        self.programmes.column.addWidget(self._hint)
        self.programmes.column.addLayout(self._lines)
        self.programmes.column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.programmes)
        self.added.chosen.connect(lambda key: choices.put(TAX_ADDED, key == "on"))
        self.rate.typed.connect(self._on_rate_typed)
        self.new_button.clicked.connect(lambda: self._ask(None))

    def title(self) -> str:
        return self.tr("Selling")

    def about(self) -> str:
        return self.tr("Tax and points. Sales recorded before keep what held then.")

    def retranslate(self) -> None:
        super().retranslate()
        added, rate = self._rows
        added.set_words(self.tr("Tax"), self.tr("In Korea it is in the price that is shown."))
        rate.set_words(
            self.tr("Rate"), self.tr("In percent, for products without a rate of their own.")
        )
        self.added.set_texts({"in": self.tr("In the price"), "on": self.tr("On top")})
        self.programmes.set_title(self.tr("Points and stamps"))
        self.new_button.set_text(self.tr("New programme"))
        self.new_button.updateGeometry()
        self.refresh()

    def refresh(self) -> None:
        self.added.choose("on" if self._choices.get(TAX_ADDED) else "in")
        self.rate.show_text(percent_text(self._choices.get(TAX_RATE)))
        rows = self._loyalty.programmes()
        clear(self._lines)
        for row in rows:
            self._lines.addWidget(self._line(row))
        hint = self.tr("Customers earn with each sale, and pay with it if you like.")
        self._hint.set_text(hint if not rows else "")
        self._hint.setVisible(not rows)

    def _line(self, row: ProgrammeRow) -> QWidget:
        theme = self.kit.theme
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, row.name, "strong"))
        words.addWidget(Label(theme, self._rule(row), "caption", "muted", wrap=True))
        change = Button(theme, self.tr("Change"), "ghost", size="sm")
        change.setAccessibleName(self.tr("Change {name}").format(name=row.name))
        change.clicked.connect(lambda: self._ask(row))
        end = Button(theme, self.tr("End"), "ghost", size="sm")
        end.setAccessibleName(self.tr("End {name}").format(name=row.name))
        end.clicked.connect(lambda: self._write(lambda: self._loyalty.retire_programme(row.id)))
        line.addLayout(words, 1)
        line.addWidget(change)
        line.addWidget(end)
        return holder

    def _rule(self, row: ProgrammeRow) -> str:
        """Return the rules of a programme in a line."""
        money, number = self.kit.formats.money, self.kit.formats.number
        code = self._choices.get(CURRENCY)
        points = number(row.earn_points)
        if row.earn_by == "visit":
            parts = [self.tr("{n} for each visit").format(n=points)]
        else:
            each = money(row.earn_per, code)
            parts = [self.tr("{n} for each {amount}").format(n=points, amount=each)]
        if row.worth:
            parts.append(self.tr("one pays {amount}").format(amount=money(row.worth, code)))
        if row.least > 1:
            parts.append(self.tr("from {n} on").format(n=number(row.least)))
        if row.expires_after_days:
            days = number(row.expires_after_days)
            parts.append(self.tr("good for {n} days").format(n=days))
        return " · ".join(parts)

    def _on_rate_typed(self, text: str) -> None:
        rate = rate_of(text)
        if rate is None or rate > MOST_RATE:
            self.rate.bring_back(percent_text(self._choices.get(TAX_RATE)))
        else:
            self._choices.put(TAX_RATE, rate)

    def _ask(self, row: ProgrammeRow | None) -> None:
        currency = self._choices.get(CURRENCY)
        self.dialog = ProgrammeDialog(self.kit, self._loyalty, currency, row, self.window())
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, act: Callable[[], object]) -> None:
        self.kit.runner.write(lambda _ticket: act())
