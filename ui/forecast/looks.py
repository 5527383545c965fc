"""How a deal and a month of the forecast look: their measures, words and colours."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.common.card_looks import (
    AVATAR,
    BESIDE,
    hanging_picture,
    line_of,
    paint_face,
    paint_goal,
    paint_slot,
)
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import paint_avatar

HEIGHT = 96  # px of a card
TITLE, WHO, VALUE = 20, 46, 74  # px from the top to the middle of each line


@dataclass(frozen=True, slots=True)
class DealLook:
    """What is painted of a deal."""

    title: str
    who: str
    shade: int
    company: bool
    money: str
    chance: str
    chance_role: str  # 'muted', or 'warning' where it counts for less than the board says
    stage: str
    sentence: str = field(default="", compare=False)  # as it is read aloud


@dataclass(frozen=True, slots=True)
class MonthLook:
    """What the head of a column says; `lines` are (icon, colour, words) below the strip."""

    name: str = ""
    count: str = ""
    likely: str = ""
    span: str = ""
    lines: tuple[tuple[str, str, str], ...] = ()
    tip: str = ""
    strip: str = "accent"


def card_height(theme: Theme) -> int:
    """Return how high a card is at the text size in use."""
    return round(HEIGHT * theme.text_scale)


def paint_deal(
    painter: QPainter, theme: Theme, rect: QRectF, look: DealLook, *,
    border: str = "border", ring: bool = False,
) -> None:  # fmt: skip
    """Paint a card."""
    paint_face(painter, theme, rect, border, ring=ring)
    row = partial(line_of, theme, rect)
    draw_text(painter, row(TITLE), look.title, theme.font("strong"), theme.colour("text"))
    who = row(WHO)
    caption = theme.font("caption", digits=True)
    used = draw_text(painter, who, look.stage, caption, theme.colour("muted"), RIGHT)
    if look.who:
        at = QPointF(who.left(), who.center().y())
        paint_avatar(painter, theme, at, look.who, look.shade, AVATAR, company=look.company)
        words = who.adjusted(AVATAR + BESIDE, 0, -used - BESIDE, 0)
        draw_text(painter, words, look.who, theme.font("body"), theme.colour("text-2"))
    value = row(VALUE)
    used = draw_text(painter, value, look.chance, caption, theme.colour(look.chance_role), RIGHT)
    value.setRight(value.right() - used - BESIDE)
    draw_text(painter, value, look.money, theme.font("strong", digits=True), theme.colour("text"))


def paint_target(painter: QPainter, theme: Theme, rect: QRectF, words: str) -> None:
    """Paint a column that a card would go to."""
    paint_goal(painter, theme, rect)
    slot = QRectF(rect.left() + 8, rect.top() + 8, rect.width() - 16, card_height(theme))
    paint_slot(painter, theme, slot, words)


def deal_picture(theme: Theme, look: DealLook, width: int, ratio: float) -> tuple[QPixmap, QPoint]:
    """Return a card with its shadow, as it hangs at the pointer, and where the card is in it."""
    size = QSize(width, card_height(theme))

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_deal(painter, theme, rect, look, border="accent-border")

    return hanging_picture(theme, size, ratio, paint)
