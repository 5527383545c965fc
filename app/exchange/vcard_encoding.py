"""How the versions of vCard put a line on paper: escapes, quoted-printable, folds."""

import re
from typing import Protocol

FOLDED_AT = 75  # bytes of a line, its end not counted
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_CARETS = str.maketrans({"^": "^^", '"': "^'", "\n": "^n"})
_QUOTED = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE"
_PLAIN = re.compile(rb"[!-<>-~]")  # bytes that quoted-printable leaves as they are


class Encoding(Protocol):
    """What a version does to heads and values."""

    def line(self, head: str, value: str) -> bytes:
        """Return a line, or several where it is folded, with its end."""

    def text(self, text: str) -> str:
        """Return a text that is a value of its own, escaped."""

    def part(self, text: str) -> str:
        """Return a text that is one of several in a value, escaped."""

    def type(self, name: str) -> str:
        """Return what says of which type a property is."""

    def param(self, name: str, text: str) -> str:
        """Return another parameter."""

    def picture(self, content: str, media_type: str) -> bytes:
        """Return the line of a photo, whose bytes are base64."""


def encoding_of(version: str) -> Encoding:
    """Return how a version writes."""
    return _Old() if version == "2.1" else _New(version)


def _cleaned(text: str) -> str:
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _param(name: str, text: str) -> str:
    safe = _CONTROLS.sub("", text).translate(_CARETS)
    return f';{name}="{safe}"' if re.search(r"[:;,]", safe) else f";{name}={safe}"


class _New:
    """3.0 and 4.0: UTF-8, escapes, folds between letters."""

    def __init__(self, version: str) -> None:
        self._inline = version == "4.0"

    def line(self, head: str, value: str) -> bytes:
        return _folded(f"{head}:{value}".encode("utf-8", "replace"))

    def text(self, text: str) -> str:
        return _cleaned(text).translate(_ESCAPES)

    part = text

    def type(self, name: str) -> str:
        return f";TYPE={name}"

    def param(self, name: str, text: str) -> str:
        return _param(name, text)

    def picture(self, content: str, media_type: str) -> bytes:
        if self._inline:
            return self.line("PHOTO", f"data:{media_type};base64,{content}")
        kind = media_type.removeprefix("image/").upper()
        return self.line(f"PHOTO;ENCODING=b;TYPE={kind}", content)


class _Old:
    """2.1: what is not plain ASCII, or long, is quoted-printable; there is no other escape.

    A backslash before a comma or a semicolon comes back without it: the version has no way to
    say both.
    """

    def line(self, head: str, value: str) -> bytes:
        raw = value.encode("utf-8", "replace")
        plain = value.isascii() and "\n" not in value and value == value.strip()
        if plain and len(head) + len(raw) < FOLDED_AT:
            return f"{head}:{value}\r\n".encode()
        return _soft_broken(f"{head}{_QUOTED}:".encode(), raw)

    def text(self, text: str) -> str:
        return _cleaned(text)

    def part(self, text: str) -> str:
        return _cleaned(text).replace(";", "\\;").replace(",", "\\,")

    def type(self, name: str) -> str:
        return f";{name}"

    def param(self, name: str, text: str) -> str:
        return _param(name, text)

    def picture(self, content: str, media_type: str) -> bytes:
        kind = media_type.removeprefix("image/").upper()
        return _folded(f"PHOTO;ENCODING=BASE64;{kind}:{content}".encode()) + b"\r\n"


def _folded(raw: bytes) -> bytes:
    parts, start, room = [], 0, FOLDED_AT
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:  # inside a letter
            end -= 1
        parts.append(raw[start:end])
        start, room = end, FOLDED_AT - 1
    return b"\r\n ".join([*parts, raw[start:]]) + b"\r\n"


def _soft_broken(head: bytes, raw: bytes) -> bytes:
    """Return a line as quoted-printable; each of its lines but the last ends in '='."""
    lines, line = [], head
    for number in raw.replace(b"\n", b"\r\n"):
        byte = bytes((number,))
        piece = byte if _PLAIN.fullmatch(byte) else b"=%02X" % number
        if len(line) + len(piece) >= FOLDED_AT and line != head:
            lines.append(line + b"=")
            line = b""
        line += piece
    return b"\r\n".join([*lines, line]) + b"\r\n"
