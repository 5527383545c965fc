"""A stage of the board: its head and its cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.deals import DealCard
from ui.common.card_looks import BETWEEN, paint_goal
from ui.common.kit import Kit
from ui.pipeline.card import CardLook
from ui.pipeline.column_head import ColumnHead
from ui.pipeline.column_model import ColumnModel
from ui.pipeline.column_view import ColumnView

LEAST = 200  # px of a column without the gap behind it


class Column(QWidget):
    """One of the board's columns; `aim` shows that a card would go here."""

    def __init__(
        self,
        kit: Kit,
        stage_id: int,
        look: Callable[[DealCard], CardLook],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.stage_id = stage_id
        self.cards = ColumnModel(look, self)
        self.head = ColumnHead(kit)
        self.view = ColumnView(kit, self.cards)
        kit.theme.changed.connect(self._keep_least)
        self._keep_least()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self.head.setContentsMargins(0, 0, BETWEEN, 0)

    def _keep_least(self) -> None:
        """Be as wide as a value and its age need in a large text, too."""
        self.setMinimumWidth(round(LEAST * self._kit.theme.text_scale) + BETWEEN)

    @property
    def is_aimed(self) -> bool:
        """Whether a card would go here."""
        return self.view.painted.is_target

    def aim(self, line: int | None, words: str = "") -> None:
        """Keep a place free at a line of the deals, with these words in it; None ends it."""
        painted = self.view.painted
        painted.words = words
        changed = painted.is_target != (line is not None)
        painted.is_target = line is not None
        self.cards.open_slot(line)
        if changed:
            self.view.viewport().update()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_aimed:
            return
        theme = self._kit.theme
        painter = QPainter(self)
        place = QRectF(self.view.geometry()).adjusted(0, 0, -BETWEEN, 0)
        paint_goal(painter, theme, place)
        painter.end()
