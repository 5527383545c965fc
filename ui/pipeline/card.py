"""One deal as a card: what stands on it, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui.common.card_looks import AVATAR, BESIDE, hanging_picture, line_of, paint_face
from ui.common.text import RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import paint_avatar

HEIGHT = 131
ICON, SMALL = 14, 13
TITLE, WHO, VALUE, LINE, STEP = 20, 46, 72, 91, 110  # px from the top to the middle of each line
MOST = 0.7  # of the line may be when it is
LEAST = 48  # px of words beside it that still tell something


@dataclass(frozen=True, slots=True)
class CardLook:
    """What is painted of a deal; roles are names of colours, '' for the usual one."""

    title: str
    who: str
    shade: int
    company: bool
    money: str
    age: str
    rot: str  # '', 'warning' or 'danger'
    step: str
    step_when: str
    step_icon: str
    step_role: str
    owner: str
    owner_shade: int
    sentence: str = field(default="", compare=False)  # as it is read aloud
    tip: str = ""


def card_height(theme: Theme) -> int:
    """Return how high a card is at the text size in use."""
    return round(HEIGHT * theme.text_scale)


def paint_card(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    look: CardLook,
    *,
    border: str = "",
    ring: bool = False,
) -> None:
    """Paint a card; `border` is the colour of a chosen one's, `ring` the focus of the keyboard."""
    scale = theme.text_scale
    edge = border or (f"{look.rot}-border" if look.rot else "border")
    paint_face(painter, theme, rect, edge, ring=ring)
    line = QRectF(rect.left() + 1, round(rect.top() + LINE * scale), rect.width() - 2, 1)
    painter.fillRect(line, theme.colour("border"))
    row = partial(line_of, theme, rect)
    draw_text(painter, row(TITLE), look.title, theme.font("strong"), theme.colour("text"))
    _paint_who(painter, theme, row(WHO), look)
    _paint_value(painter, theme, row(VALUE), look)
    _paint_step(painter, theme, row(STEP), look)


def card_picture(theme: Theme, look: CardLook, width: int, ratio: float) -> tuple[QPixmap, QPoint]:
    """Return a card with its shadow, as it hangs at the pointer, and where the card is in it."""
    size = QSize(width, card_height(theme))

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_card(painter, theme, rect, look, border="accent-border")

    return hanging_picture(theme, size, ratio, paint)


def _paint_who(painter: QPainter, theme: Theme, rect: QRectF, look: CardLook) -> None:
    if not look.who:
        return
    at = QPointF(rect.left(), rect.center().y())
    paint_avatar(painter, theme, at, look.who, look.shade, AVATAR, company=look.company)
    words = rect.adjusted(AVATAR + BESIDE, 0, 0, 0)
    draw_text(painter, words, look.who, theme.font("body"), theme.colour("text-2"))


def _paint_value(painter: QPainter, theme: Theme, rect: QRectF, look: CardLook) -> None:
    """Paint the value and, at the right, how long the deal has been waiting."""
    colour, words = look.rot or "muted", rect
    if look.age:
        font = theme.font("body", digits=True)
        used = draw_text(painter, rect, look.age, font, theme.colour(colour), RIGHT)
        left = rect.right() - used - SMALL - 5
        icon = "hourglass" if look.rot else "clock"
        at = QPointF(left, rect.center().y() - SMALL / 2)
        theme.paint_icon(painter, at, icon, SMALL, colour)
        words = QRectF(rect.left(), rect.top(), left - rect.left() - 8, rect.height())
    font = theme.font("strong", digits=True)
    draw_text(painter, words, look.money, font, theme.colour("text"))


def _paint_step(painter: QPainter, theme: Theme, rect: QRectF, look: CardLook) -> None:
    """Paint what is next and, at the right, whose deal it is."""
    words = rect.adjusted(ICON + BESIDE, 0, 0, 0)
    if look.owner:
        at = QPointF(rect.right() - AVATAR, rect.center().y())
        paint_avatar(painter, theme, at, look.owner, look.owner_shade, AVATAR)
        words.setRight(at.x() - BESIDE)
    at = QPointF(rect.left(), rect.center().y() - ICON / 2)
    theme.paint_icon(painter, at, look.step_icon, ICON, look.step_role or "text-2")
    draw_step(painter, theme, words, (look.step, look.step_when), "caption", look.step_role)


def draw_step(
    painter: QPainter,
    theme: Theme,
    rect: QRectF,
    step: tuple[str, str],
    style: str,
    role: str,
) -> None:
    """Draw what is next and when; where there is little room the words give way to the day."""
    what, when = step
    colour, font = theme.colour(role or "text-2"), theme.font(style, digits=True)
    words = QRectF(rect)
    behind = f" · {when}" if when else ""
    metrics = theme.metrics(style, digits=True)
    room = metrics.horizontalAdvance(behind)
    left = words.width() - room
    if when and left < min(LEAST, metrics.horizontalAdvance(what)):
        what, behind = "", when  # the day whole: the icon before it says what it is about
    title = words.adjusted(0, 0, -min(room, words.width() * MOST), 0)
    words.adjust(draw_text(painter, title, what, font, colour), 0, 0, 0)
    draw_text(painter, words, behind, font, colour)
