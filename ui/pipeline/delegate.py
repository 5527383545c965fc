"""Paints the cards of a column, the ghost of one that was taken, and the place it would go to."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui.common.card_list import CardPainter
from ui.common.card_looks import BETWEEN, GAP, paint_ghost, paint_slot
from ui.common.kit import Kit
from ui.common.row_delegate import Index
from ui.pipeline.card import CardLook, card_height, paint_card
from ui.pipeline.column_model import LOOK, Place

INSET = 8  # px that cards stand back from the edge of the column they would go to
State = QStyle.StateFlag


class CardDelegate(CardPainter):
    """Every item is a card high; the view is wider than a card by the gap to the next column."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.words = ""  # of the place a card would go to
        self.is_target = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, card_height(self._kit.theme) + GAP)

    def card_rect(self, item: QRectF, width: int) -> QRectF:
        """Return where in an item its card is, in a view `width` px wide."""
        inset = INSET if self.is_target else 0
        height = card_height(self._kit.theme)
        return QRectF(inset, item.top() + inset, width - BETWEEN - 2 * inset, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, look = self._kit.theme, index.data(LOOK)
        view = option.widget
        width = view.width() if view is not None else option.rect.width()
        rect = self.card_rect(QRectF(option.rect), width)
        if look is Place.SLOT:
            paint_slot(painter, theme, rect, self.words)
        elif look is Place.GHOST:
            paint_ghost(painter, theme, rect)
        elif isinstance(look, CardLook):
            chosen = bool(option.state & State.State_Selected)
            hover = bool(option.state & State.State_MouseOver) and not look.rot
            border = "accent-border" if chosen else "border-strong" if hover else ""
            paint_card(painter, theme, rect, look, border=border, ring=chosen and self.ring)
