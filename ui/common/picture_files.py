"""Pictures made small enough to keep, before anything of a bad one is decoded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.errors import FileError, FileProblem
from app.pictures import MOST_BYTES, MOST_PIXELS, SIDE

QUALITY = 88
KINDS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp"


def picture_at(path: Path) -> bytes:
    """Return the bytes of a picture file; raise FileError if it cannot be one."""
    if path.is_dir():
        raise FileError(FileProblem.NO_FILE, path.name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileError(FileProblem.TOO_BIG_TO_KEEP, path.name, limit=MOST_BYTES // 1_000_000)
        return path.read_bytes()
    except PermissionError as error:
        raise FileError(FileProblem.NO_PERMISSION, path.name) from error
    except OSError as error:
        raise FileError(FileProblem.NOT_FOUND, path.name) from error


def shrunk(content: bytes, name: str = "") -> bytes:
    """Return a picture upright and at most SIDE px wide and high, as JPEG or PNG.

    What it claims to measure is judged before it is decoded. For any thread. Raises FileError.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)  # as the camera was held
    size = reader.size()
    if not reader.canRead() or not size.isValid() or bytes(reader.format().data()) in NO_PHOTOS:
        raise FileError(FileProblem.NO_PICTURE, name)
    if size.width() * size.height() > MOST_PIXELS:
        limit = MOST_PIXELS // 1_000_000
        raise FileError(FileProblem.PICTURE_TOO_LARGE, name, limit=limit)
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise FileError(FileProblem.NO_PICTURE, name)
    return saved(image, name)


NO_PHOTOS = (b"svg", b"svgz", b"pdf")  # programs of their own rather than pictures


def saved(image: QImage, name: str = "") -> bytes:
    """Return an image as the bytes of a file no larger than SIDE each way."""
    if max(image.width(), image.height()) > SIDE:
        image = image.scaled(
            QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
    opaque = not image.hasAlphaChannel()
    for key in image.textKeys():
        image.setText(key, "")  # where it was taken is nobody's business
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not _write(image, buffer, opaque=opaque):
        raise FileError(FileProblem.NO_PICTURE, name)
    return bytes(buffer.data().data())


def _write(image: QImage, buffer: QBuffer, *, opaque: bool) -> bool:
    # A bare format name is what the stubs leave out.
    kind, quality = ("JPEG", QUALITY) if opaque else ("PNG", -1)
    return image.save(buffer, kind, quality)  # type: ignore[call-overload, no-any-return]
