"""The photo and the files of the one contact the pictures show."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from app.pictures import SIDE
from ui.common.picture_files import saved

if TYPE_CHECKING:
    from app.bootstrap import Core

FILES = {"견적서-2026-05-03.pdf": 210_000, "어머님 환갑 꽃장식.jpg": 1_840_000}
PETALS = 9


def keep_files(core: Core, contact_id: int) -> None:
    """Give a contact a photo, of a flower, and two files."""
    core.files.set_photo(contact_id, saved(_flower()))
    with tempfile.TemporaryDirectory() as folder:
        for name, size in FILES.items():
            path = Path(folder) / name
            path.write_bytes(Random(size).randbytes(size))
            core.files.add(contact_id, path)


def _flower() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    light = QRadialGradient(QPointF(SIDE * 0.4, SIDE * 0.35), SIDE * 0.8)
    light.setColorAt(0, QColor("#f7e3d4"))
    light.setColorAt(1, QColor("#c9a98f"))
    painter.fillRect(image.rect(), light)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(SIDE / 2, SIDE / 2)
    for petal in range(PETALS):
        painter.setBrush(QColor("#d8577a" if petal % 2 else "#e884a0"))
        painter.drawEllipse(QPointF(0, -SIDE * 0.24), SIDE * 0.12, SIDE * 0.2)
        painter.rotate(360 / PETALS)
    painter.setBrush(QColor("#f2b84b"))
    painter.drawEllipse(QPointF(0, 0), SIDE * 0.11, SIDE * 0.11)
    painter.end()
    return image
