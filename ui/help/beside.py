"""Where a card stands so that what it points at stays free."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt

EDGE = 12  # px kept to the edge of the window
TIP = 8  # px from the base of the arrow to its point
GAP = 6 + TIP  # px between the card and the control, for the ring and the arrow


def beside(target: QRect, size: QSize, within: QRect) -> tuple[QRect, Qt.Edge | None]:
    """Return the place of a card of that size, and the edge of it that faces the control.

    Below is best, then above, right and left; where there is no room on any side it stands in the
    corner where it covers least, and points nowhere.
    """
    room = within.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    middle = target.center() - QPoint(size.width() // 2, size.height() // 2)
    sides: list[tuple[QPoint, Qt.Edge | None]] = [
        (QPoint(middle.x(), target.bottom() + 1 + GAP), Qt.Edge.TopEdge),
        (QPoint(middle.x(), target.top() - GAP - size.height()), Qt.Edge.BottomEdge),
        (QPoint(target.right() + 1 + GAP, middle.y()), Qt.Edge.LeftEdge),
        (QPoint(target.left() - GAP - size.width(), middle.y()), Qt.Edge.RightEdge),
    ]
    free = target.adjusted(-GAP, -GAP, GAP, GAP)
    for at, edge in sides:
        place = moved_into(QRect(at, size), room)
        if not place.intersects(free.adjusted(1, 1, -1, -1)):
            return place, edge
    corners = [
        QPoint(x, y)
        for y in (room.bottom() + 1 - size.height(), room.top())
        for x in (room.right() + 1 - size.width(), room.left())
    ]
    places = [QRect(corner, size) for corner in corners]
    return min(places, key=lambda place: area(place.intersected(target))), None


def moved_into(place: QRect, room: QRect) -> QRect:
    """Return the place moved as little as needed to lie in the room; its upper left corner does."""
    x = max(room.left(), min(place.left(), room.right() + 1 - place.width()))
    y = max(room.top(), min(place.top(), room.bottom() + 1 - place.height()))
    return QRect(QPoint(x, y), place.size())


def area(rect: QRect) -> int:
    """Return how many px are in it."""
    return max(0, rect.width()) * max(0, rect.height())
