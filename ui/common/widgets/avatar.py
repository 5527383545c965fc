"""Avatars: the initials of a contact on one of eight colours."""

import zlib

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.painting import box, disc, snap
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme

COLOURS = 8
# Side in px: size of the letters; in the smallest one there is room for one letter only.
LETTERS = {20: 10.0, 24: 10.0, 28: 11.0, 40: 14.0, 48: 15.0, 64: 20.0}


def avatar_colour(contact_id: int) -> int:
    """Return the number of the colour that this record keeps for good, also when renamed."""
    return zlib.crc32(contact_id.to_bytes(8, "little", signed=True)) % COLOURS


def initials(name: str, *, company: bool = False, size: int = 28) -> str:
    """Return the letters for an avatar `size` px wide.

    A Korean name shows the last two syllables (민지), in the smallest avatars the last one;
    others the first letters of first and last word; a company its first letter.
    """
    words = name.split()
    if not words:
        return ""
    if company:
        return words[0][0].upper()
    joined = "".join(words)
    if all("가" <= letter <= "힣" for letter in joined):
        return joined[-1:] if size <= 20 else joined[-2:]
    if size <= 20 or len(words) == 1:
        return words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()


def paint_avatar(
    painter: QPainter,
    theme: Theme,
    at: QPointF,
    name: str,
    colour: int,
    size: int = 28,
    *,
    company: bool = False,
) -> None:
    """Paint an avatar whose left edge has its middle at that point."""
    back, front = theme.avatar(colour)
    rect = QRectF(at.x(), snap(at.y() - size / 2), size, size)
    if company:
        box(painter, rect, 6 if size > 20 else 4, back)
    else:
        disc(painter, rect, back)
    letters = LETTERS.get(size, size * 0.38) / theme.text_scale  # a mark: it does not grow
    font = theme.sized_font(letters, strong=True)
    draw_text(painter, rect, initials(name, company=company, size=size), font, front, CENTRE)


def paint_photo(painter: QPainter, rect: QRectF, photo: QImage, *, company: bool) -> None:
    """Paint the middle of a picture in the shape of an avatar."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    shape = QPainterPath()
    if company:
        shape.addRoundedRect(rect, 6, 6)
    else:
        shape.addEllipse(rect)
    painter.setClipPath(shape)
    side = min(photo.width(), photo.height())
    middle = QRectF((photo.width() - side) / 2, (photo.height() - side) / 2, side, side)
    painter.drawImage(rect, photo, middle)
    painter.restore()


class Avatar(QWidget):
    """An avatar as a widget; the name stands beside it, so it is silent itself.

    With a photo it shows that instead of the initials.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        colour: int,
        size: int = 28,
        *,
        company: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._colour = colour
        self._size = size
        self._company = company
        self._photo: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_contact(self, name: str, colour: int, *, company: bool = False) -> None:
        """Show another contact."""
        self._name, self._colour, self._company = name, colour, company
        self.update()

    def show_photo(self, photo: QImage | None) -> None:
        """Show a photo instead of the initials; None shows those again."""
        self._photo = None
        if photo is not None and not photo.isNull():
            side = round(self._size * self.devicePixelRatioF())
            self._photo = photo.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )  # fmt: skip
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._photo is not None:
            rect = QRectF(0, snap((self.height() - self._size) / 2), self._size, self._size)
            paint_photo(painter, rect, self._photo, company=self._company)
            painter.end()
            return
        at = QPointF(0, self.height() / 2)
        paint_avatar(
            painter, self._theme, at, self._name, self._colour, self._size, company=self._company
        )
        painter.end()
