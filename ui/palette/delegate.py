"""Paints the lines of the palette."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.common.painting import box
from ui.common.text import CENTRE, RIGHT, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import paint_avatar
from ui.common.widgets.pill import paint_pill, pill_width
from ui.palette.results import RESULT_ROLE, Result

ROW = 40
HEADING = 31
SIDE = 8  # px between the panel and the fill of the selected row
PADDING = 8
ICON = 18
AVATAR = 28
GAP = 12
KEY = 18


class ResultDelegate(QStyledItemDelegate):
    """One look for headings, contacts, commands and tags."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, line: Result) -> int:
        """Return the height of a line in px."""
        if line.run is None and not line.quiet:
            return self._theme.height(HEADING, "caption")
        return self._theme.height(ROW)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, self.height(index.data(RESULT_ROLE)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line: Result = index.data(RESULT_ROLE)
        theme = self._theme
        fill = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0)
        inner = fill.adjusted(PADDING, 0, -PADDING, 0)
        painter.save()
        if line.run is None and line.quiet:
            draw_text(painter, inner, line.title, theme.font("body"), theme.colour("muted"))
        elif line.run is None:
            font = theme.font("caption", strong=True)
            draw_text(painter, inner.adjusted(0, 6, 0, 0), line.title, font, theme.colour("muted"))
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            if selected:
                box(painter, fill, 6, theme.colour("accent-soft"))
            left = inner.left() + self._paint_mark(painter, inner, line)
            key = line.key or ("Enter" if selected and line.contact is not None else "")
            right = inner.right() - self._paint_end(painter, inner, line, key)
            self._paint_words(painter, inner, line, left, right)
        painter.restore()

    def _paint_mark(self, painter: QPainter, inner: QRectF, line: Result) -> float:
        theme, middle = self._theme, inner.center().y()
        if line.avatar is not None:
            at = QPointF(inner.left(), middle)
            company = line.contact is not None and line.contact.kind == "company"
            paint_avatar(painter, theme, at, line.title, line.avatar, AVATAR, company=company)
            return AVATAR + GAP
        place = QRectF(inner.left(), middle - ICON / 2, ICON, ICON)
        if isinstance(line.icon, str):
            theme.paint_icon(painter, place.topLeft(), line.icon, ICON, "text-2")
        elif line.icon is not None:
            line.icon.paint(painter, place.toRect())
        return ICON + GAP

    def _paint_end(self, painter: QPainter, inner: QRectF, line: Result, key: str) -> float:
        theme, used = self._theme, 0.0
        if key:
            metrics = theme.metrics("caption")
            width = max(KEY, metrics.horizontalAdvance(key) + 10)
            height = theme.height(KEY, "caption", 2)
            top = inner.center().y() - height / 2
            place = QRectF(inner.right() - width, round(top), width, height)
            box(painter, place, 4, theme.colour("sunken"), theme.colour("border"))
            colour = theme.colour("muted")
            draw_text(painter, place, key, theme.font("caption"), colour, CENTRE)
            used = width + GAP
        if line.pill is not None:
            words, role, icon = line.pill
            width = pill_width(theme, words, icon)
            at = QPointF(inner.right() - used - width, inner.center().y())
            used += paint_pill(painter, theme, at, words, role, icon) + GAP
        if not line.why:
            return used
        font, place = theme.font("caption"), inner.adjusted(0, 0, -used, 0)
        return used + GAP + draw_text(painter, place, line.why, font, theme.colour("muted"), RIGHT)

    def _paint_words(
        self, painter: QPainter, row: QRectF, line: Result, left: float, right: float
    ) -> None:
        theme = self._theme
        strong = line.avatar is not None
        font = theme.font("body", strong=strong)
        place = QRectF(left, row.top(), max(0.0, right - left), row.height())
        used = draw_text(painter, place, line.title, font, theme.colour("text"))
        start = line.title.casefold().find(line.matched.casefold()) if line.matched else -1
        if start >= 0 and len(line.title.casefold()) == len(line.title):
            metrics = theme.metrics("body", strong=strong)
            before = metrics.horizontalAdvance(line.title[:start])
            part = line.title[start : start + len(line.matched)]
            if metrics.horizontalAdvance(line.title) <= place.width():
                spot = place.adjusted(before, 0, 0, 0)
                draw_text(painter, spot, part, font, theme.colour("accent-text"))
        if line.meta:
            rest = place.adjusted(used + GAP, 0, 0, 0)
            font = theme.font("body", digits=True)
            draw_text(painter, rest, line.meta, font, theme.colour("muted"))
