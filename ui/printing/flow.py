"""What is printed one below the other, and the pages it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from ui.common.text import draw_text

Paint = Callable[[QPainter, QPointF], object]


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text."""

    words: str
    font: QFont
    width: float
    height: float

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw with the upper left corner at that point."""
        rect = QRectF(at.x(), at.y(), self.width, self.height)
        draw_text(painter, rect, self.words, self.font, colour)


@dataclass(frozen=True, slots=True)
class Block:
    """Something of that height that is not broken.

    One that `keeps` stands on the same page as the next one.
    """

    height: float
    paint: Paint
    keeps: bool = False
    is_gap: bool = False

    def kept(self) -> Block:
        """Return it as one that stands on the same page as the next one."""
        return replace(self, keeps=True)


Placed = tuple[Block, float]  # and its top


def gap(height: float, *, keeps: bool = False) -> Block:
    """Return white between two blocks; it is left out on top of a page."""
    return Block(height, lambda _painter, _at: None, keeps=keeps, is_gap=True)


def flow(blocks: Sequence[Block], room: float, *, later_top: float) -> list[list[Placed]]:
    """Return the blocks page by page, each with its top.

    `room` is the height of a page; on the second and later ones the blocks begin at `later_top`.
    """
    pages: list[list[Placed]] = [[]]
    top = 0.0
    for chain in chains(blocks):
        if top + sum(block.height for block in chain) > room and pages[-1]:
            if all(block.is_gap for block in chain):
                top = room  # nothing may follow it any more
                continue
            pages.append([])
            top = later_top
        for block in chain:
            if block.is_gap and not pages[-1]:
                continue
            pages[-1].append((block, top))
            top += block.height
    return pages


def chains(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    """Return the blocks in groups that stand on one page."""
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keeps:
            yield chain
            chain = []
    if chain:
        yield chain
