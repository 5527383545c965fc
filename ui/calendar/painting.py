"""How an entry looks in the calendar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.shapes.agenda import AgendaEntry
from ui.common.entry_looks import entry_words, hour_of, icon_of, is_closed, mark_of
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.text import draw_text
from ui.common.theme import Theme

RADIUS = 4
WIDEST = "30"  # of the days of a month
ICON = 12
BAR = 3.0


def number_width(theme: Theme) -> float:
    """Return how wide the box around a day's number is."""
    return theme.metrics("strong", digits=True).horizontalAdvance(WIDEST) + 6


def paint_line(
    painter: QPainter,
    kit: Kit,
    rect: QRectF,
    entry: AgendaEntry,
    *,
    chosen: bool,
    late: bool,
    dragged: bool = False,
) -> None:
    """Paint an entry as one line: icon, hour, what it is. Days alone have a ground."""
    theme, mark = kit.theme, "danger" if late else mark_of(entry)
    if chosen:
        box(painter, rect, RADIUS, theme.colour("accent-soft"), theme.colour("focus"), width=2)
    elif dragged:
        box(painter, rect, RADIUS, None, theme.colour("border-strong"), dashed=True)
    elif not entry.time or entry.ends:
        box(painter, rect, RADIUS, theme.colour(f"{mark}-soft"))
    icon = QPointF(rect.left() + 5, rect.center().y() - ICON / 2)
    theme.paint_icon(painter, icon, icon_of(entry), ICON, mark)
    title = entry_words(entry, kit)[0]
    left = rect.left() + 5 + ICON + 4
    colour = theme.colour("muted" if is_closed(entry) else "danger" if late else "text")
    if entry.time:
        hour = kit.formats.clock(entry.time[:5])
        room = QRectF(left, rect.top(), rect.right() - left - 2, rect.height())
        font = theme.font("caption", digits=True)
        wide = rect.width() > 110
        if wide:
            left += draw_text(painter, room, hour, font, theme.colour("muted")) + 5
    room = QRectF(left, rect.top(), max(0.0, rect.right() - left - 3), rect.height())
    draw_text(painter, room, title, theme.font("caption"), colour)


def paint_block(
    painter: QPainter,
    kit: Kit,
    rect: QRectF,
    entry: AgendaEntry,
    *,
    chosen: bool,
    late: bool,
    seen: float,
    dragged: bool = False,
) -> None:
    """Paint an entry as high as it lasts: a bar in its colour, its hour, what and with whom.

    What is said stands below `seen`, where the hours that are in view begin.
    """
    theme, mark = kit.theme, "danger" if late else mark_of(entry)
    border = theme.colour("focus" if chosen else "surface")
    if dragged:
        box(painter, rect, RADIUS, None, theme.colour("border-strong"), dashed=True)
        return
    ground = theme.colour(f"{mark}-soft")
    box(painter, rect, RADIUS, ground, border, width=2 if chosen else 1)
    box(painter, QRectF(rect.left() + 3, rect.top() + 3, BAR, rect.height() - 6), 1.5,
        theme.colour(mark))  # fmt: skip
    title, below = entry_words(entry, kit)
    line = theme.line("caption")
    if rect.bottom() - seen > line:
        rect = rect.adjusted(0, max(0.0, seen - rect.top()), 0, 0)
    left = rect.left() + 3 + BAR + 5
    colour = theme.colour("muted" if is_closed(entry) else "text")
    icon = QPointF(left, rect.top() + 3 + (line - ICON) / 2)
    theme.paint_icon(painter, icon, icon_of(entry), ICON, mark)
    room = QRectF(left + ICON + 4, rect.top() + 3, rect.right() - left - ICON - 8, line)
    hour = hour_of(entry, kit)
    if rect.height() < 2 * line + 6:
        room.moveCenter(QPointF(room.center().x(), rect.center().y()))
        draw_text(
            painter, room, ", ".join(filter(None, (title, hour))), theme.font("caption"), colour
        )
        return
    draw_text(painter, room, title, theme.font("caption", strong=True), colour)
    under = QRectF(left, room.bottom(), rect.right() - left - 4, line)
    for words in (hour, below):
        if words and under.bottom() <= rect.bottom():
            draw_text(painter, under, words, theme.font("caption"), theme.colour("text-2"))
            under.translate(0, line)
