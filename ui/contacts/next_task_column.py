"""The column of the list that tells what is to be done next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.shapes.contacts import ContactRow
from ui.common.ahead_words import WEEK, day_words, is_late
from ui.common.formats import Formats
from ui.common.row_delegate import Cell, TextCell
from ui.common.task_icons import ICONS
from ui.common.text import draw_text
from ui.common.theme import Theme

ICON, GAP = 14, 6


@dataclass(frozen=True, slots=True)
class NextTaskCell:
    """The icon of its kind, what, and when; a long title is cut, never the day."""

    title: str
    day: str
    icon: str
    late: bool

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`, without the icon in a low row if `compact`."""
        colour = theme.colour("danger" if self.late else "text-2")
        if not compact:
            at = QPointF(rect.left(), rect.center().y() - ICON / 2)
            theme.paint_icon(painter, at, self.icon, ICON, "danger" if self.late else "muted")
            rect = rect.adjusted(ICON + GAP, 0, 0, 0)
        font = theme.font("body", digits=True)
        when = f" · {self.day}"
        room = theme.metrics("body", digits=True).horizontalAdvance(when) + 1
        used = draw_text(painter, rect.adjusted(0, 0, -room, 0), self.title, font, colour)
        draw_text(painter, rect.adjusted(used, 0, 0, 0), when, font, colour)


def next_task_words(contact: ContactRow, formats: Formats) -> str:
    """Return what is to be done next and when: 'Renewal · May 20'."""
    return f"{contact.next_task_title} · {_day(contact, formats)}"


def next_task_cell(contact: ContactRow, formats: Formats) -> Cell:
    """Return how it is painted; red once it is late."""
    if not contact.next_task_at:
        return TextCell("")
    return NextTaskCell(
        contact.next_task_title, _day(contact, formats), ICONS[contact.next_task_kind],
        is_late(contact.next_task_at, formats),
    )  # fmt: skip


def _day(contact: ContactRow, formats: Formats) -> str:
    day = date.fromisoformat(contact.next_task_at[:10])
    near = 0 < (day - formats.today()).days < WEEK
    return day_words(day, formats) if near else formats.day(day.isoformat())
