"""Draw resources/logo.svg as the icons that Windows and macOS ask for.

Usage: icons.py FOLDER; writes dangol.ico, dangol.icns and, for Linux, dangol.png into it.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

LOGO = Path(__file__).parent.parent / "resources" / "logo.svg"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MAC = (16, 32, 64, 128, 256, 512)
LINUX = 256
LARGEST = 1024
MARGIN = 100 / LARGEST  # Apple's grid leaves this much free around an icon


def drawn(size: int, margin: float = 0) -> Image.Image:
    """Return the logo at one size; `margin` is the part left free at each side."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    free = size * margin
    QSvgRenderer(str(LOGO)).render(painter, QRectF(free, free, size - 2 * free, size - 2 * free))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))


def write_icons(folder: Path) -> None:
    """Write all icons; each size is drawn by itself, so that small ones stay sharp."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [drawn(size) for size in WINDOWS]
    pictures[-1].save(
        folder / "dangol.ico",
        sizes=[(size, size) for size in WINDOWS],
        append_images=pictures[:-1],
    )
    drawn(LARGEST, MARGIN).save(
        folder / "dangol.icns",
        append_images=[drawn(n, MARGIN) for n in (16, 32, 64, 128, 256, 512)],
    )
    drawn(LINUX).save(folder / "dangol.png")


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    write_icons(Path(sys.argv[1]))
