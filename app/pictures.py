"""What the first bytes of a picture say about it, without decoding any of it."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from app.errors import FileError, FileProblem

MOST_BYTES = 30_000_000
MOST_PIXELS = 64_000_000
SIDE = 512  # px of the longer side of a photo as it is kept
_PNG = b"\x89PNG\r\n\x1a\n"
_NO_SIZE = frozenset((0xC4, 0xC8, 0xCC))  # markers in the row of the frames that are none


@dataclass(frozen=True, slots=True)
class Picture:
    """The kind of a picture ('image/jpeg', 'image/png') and how many pixels it claims."""

    media_type: str
    width: int
    height: int

    @property
    def is_bearable(self) -> bool:
        """Whether it can be decoded without harm."""
        return 0 < self.width * self.height <= MOST_PIXELS


def look_at(content: bytes) -> Picture | None:
    """Return what a picture claims to be; None for what is no JPEG or PNG."""
    if content.startswith(_PNG):
        if content[12:16] != b"IHDR" or len(content) < 24:
            return None
        width, height = struct.unpack(">II", content[16:24])
        return Picture("image/png", width, height)
    return _jpeg(content) if content.startswith(b"\xff\xd8\xff") else None


def require_picture(content: bytes, name: str = "") -> bytes:
    """Return a picture as it is; raise FileError for none, or one that would burst the memory."""
    picture = look_at(content)
    if picture is None:
        raise FileError(FileProblem.NO_PICTURE, name)
    if not picture.is_bearable:
        limit = MOST_PIXELS // 1_000_000
        raise FileError(FileProblem.PICTURE_TOO_LARGE, name, limit=limit)
    return content


def _jpeg(content: bytes) -> Picture | None:
    at = 2
    while at + 9 < len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD8 or marker == 0x01:
            at += 1 if marker == 0xFF else 2
            continue
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return Picture("image/jpeg", width, height)
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None
