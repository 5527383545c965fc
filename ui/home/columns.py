"""Puts the cards of Home into columns; the room of what is not there is taken by the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.theme import Theme

if TYPE_CHECKING:
    from ui.home.card import HomeCard

GAP = 20
ASIDE = 340  # px of the third column
NARROW = 1180  # px of the window at 100 %; below, the third column goes under the others


class Columns(QWidget):
    """Three columns, the last one narrow; two where there is less room or less to show."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[HomeCard] = []
        self._wide = True
        self._holders = [QWidget() for _ in range(3)]
        self._columns: list[QVBoxLayout] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for number, holder in enumerate(self._holders):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP)
            self._columns.append(column)
            row.addWidget(holder, 0 if number == 2 else 1)

    def show_cards(self, cards: Sequence[HomeCard]) -> None:
        """Show these cards; those that are not among them go."""
        gone = [card for card in self._cards if card not in cards]
        self._cards = list(cards)
        self._wide = self._is_wide()
        self._place()
        for card in gone:
            card.hide()
            card.deleteLater()

    def in_order(self) -> list[HomeCard]:
        """Return the cards as they are read: column by column, from the top."""
        return [card for column in _spread(self._cards, wide=self._wide) for card in column]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_wide() != self._wide:
            self._wide = not self._wide
            self._place()

    def _is_wide(self) -> bool:
        return self.window().width() >= NARROW * self._theme.text_scale

    def _place(self) -> None:
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass  # the card itself stays with its holder until it has another
        spread = _spread(self._cards, wide=self._wide)
        for column, holder, cards in zip(self._columns, self._holders, spread, strict=True):
            for card in cards:
                column.addWidget(card)
                card.show()
            column.addStretch(1)
            holder.setVisible(bool(cards))
        aside = round(ASIDE * self._theme.text_scale)
        self._holders[2].setFixedWidth(aside)
        before: QWidget | None = None
        for card in self.in_order():
            for line in card.lines:
                if before is not None:
                    QWidget.setTabOrder(before, line)
                before = line


def _spread(cards: Sequence[HomeCard], *, wide: bool) -> list[list[HomeCard]]:
    """Return the cards of each column."""
    columns: list[list[HomeCard]] = [[], [], []]
    for card in cards:
        columns[card.look.column].append(card)
    for empty, other in ((0, 1), (1, 0)):
        if not columns[empty] and len(columns[other]) > 1:
            half = (len(columns[other]) + 1) // 2
            first, second = columns[other][:half], columns[other][half:]
            columns[empty], columns[other] = (first, second) if empty == 0 else (second, first)
    if not wide or not (columns[0] or columns[1]):
        beside, columns[2] = columns[2], []
        for card in beside:
            shorter = 0 if _height(columns[0]) <= _height(columns[1]) else 1
            columns[shorter].append(card)
    return columns


def _height(cards: Sequence[HomeCard]) -> int:
    return sum(card.sizeHint().height() + GAP for card in cards)
