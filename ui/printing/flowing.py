"""A document of blocks one below the other, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ui.printing.documents import FOOT, Setting
from ui.printing.flow import Block, Placed, flow


class FlowingDocument:
    """Lays its blocks out when it is made; a subclass gives them by `_blocks`."""

    def __init__(self, shop: str, setting: Setting) -> None:
        """Set what `_blocks` needs before; the shop's name stands at the foot of each page."""
        self.paper = setting.paper
        self._shop = shop
        self._setting = setting
        room = setting.body.height() - FOOT
        self._pages: list[list[Placed]] = flow(list(self._blocks()), room, later_top=0.0)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page."""
        body = self._setting.body
        for block, top in self._pages[page]:
            block.paint(painter, QPointF(body.left(), body.top() + top))
        self._setting.paint_foot(painter, self._shop, page, self.page_count)

    def _blocks(self) -> Iterator[Block]:
        raise NotImplementedError
