"""The shop's stamp, as it is pressed on quotes: chosen from a picture, shown, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.jobs import Ticket
from app.settings import STAMP
from app.supplier import stamp_of, stamp_text
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.picture_files import KINDS, picture_at, saved, shrunk
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.settings.choices import Choices

SIDE = 56  # px of the picture
LARGEST = 320  # px of what is kept
INVERTED = bytes(reversed(range(256)))
GREEN = 1  # of the four bytes of a pixel: neither red nor black ink has any


class StampBox(QWidget):
    """Shows the stamp on white, as on paper; a button asks for another picture."""

    def __init__(self, kit: Kit, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._choices = choices
        self.picture = StampPicture(kit)
        self.choose_button = Button(kit.theme, "", icon="image")
        self.remove_button = IconButton(kit.theme, "x", "")
        self.setFocusProxy(self.choose_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.picture, self.choose_button, self.remove_button):
            row.addWidget(widget)
        self.choose_button.clicked.connect(self.ask)
        self.remove_button.clicked.connect(self._remove)

    def retranslate(self) -> None:
        """Set every word again."""
        self.choose_button.set_text(self.tr("Choose a picture"))
        self.choose_button.updateGeometry()
        self.remove_button.set_name(self.tr("Take the stamp away"))

    def refresh(self) -> None:
        """Show what is kept."""
        image = QImage.fromData(stamp_of(self._choices.get(STAMP)))
        self.picture.show_image(image)
        self.remove_button.setVisible(not image.isNull())

    def ask(self) -> None:
        """Ask for a picture file."""
        dialog = QFileDialog(self, self.tr("Choose a picture of the stamp"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures ({kinds})").format(kinds=KINDS)])
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Make a picture file the stamp."""

        def task(_ticket: Ticket) -> str:
            return stamp_text(inked(shrunk(picture_at(path), path.name), path.name))

        job = self._kit.runner.read(task)
        job.succeeded.connect(lambda text: self._choices.put(STAMP, text))

    def _remove(self) -> None:
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)  # the other is about to go
        self._choices.put(STAMP, "")


class StampPicture(QWidget):
    """The picture alone; nothing but its edge where there is none."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._image = QImage()
        self.setFixedSize(SIDE, SIDE)

    @property
    def is_there(self) -> bool:
        """Whether there is a picture."""
        return not self._image.isNull()

    def show_image(self, image: QImage) -> None:
        """Show a picture, or none."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._kit.theme, QPainter(self)
        rect, empty = QRectF(self.rect()), self._image.isNull()
        paper = theme.colour("surface") if empty else Qt.GlobalColor.white
        box(painter, rect, 6, paper, theme.colour("border-strong"), dashed=empty)  # type: ignore[arg-type]
        if empty:
            at = rect.center() - QPointF(10, 10)
            theme.paint_icon(painter, at, "stamp", 20, "muted")
        else:
            size = self._image.size().scaled(
                QSize(SIDE - 8, SIDE - 8), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(rect.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
        painter.end()


def inked(content: bytes, name: str = "") -> bytes:
    """Return a picture of a stamp without the paper it was pressed on, as PNG.

    Scans have no transparent ground: white would hide the name below the stamp.
    """
    image = QImage.fromData(content)
    if max(image.width(), image.height()) > LARGEST:
        image = image.scaled(
            LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
    if not image.hasAlphaChannel():
        opaque = image.convertToFormat(QImage.Format.Format_RGB32)
        width, height = opaque.width(), opaque.height()
        ink = bytes(opaque.constBits())[GREEN::4].translate(INVERTED)
        image = opaque.convertToFormat(QImage.Format.Format_ARGB32)
        alpha = QImage(ink, width, height, width, QImage.Format.Format_Grayscale8)
        image.setAlphaChannel(alpha)
    return saved(image, name)
