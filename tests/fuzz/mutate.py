"""Files spoilt at random, seeded: bytes anywhere, the parts of a zip, the text of its XML."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

_TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"\r\r\n", b"\n", b"\r", b"\t", b";", b"|",
    b",", b"sep=;\n", b"sep=\0\n", b"\x1a", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80",
    "\u2028\u0085\u200b\ufeff".encode(), "ㄱ각힣".encode(), "가나다".encode("cp949"), b"\xb0\xa1",
    "이름,전화\n".encode(), "합계".encode(), b"1e309", b"-0", b"99999999999999999999",
    b"0000-00-00", b"31.02.1999", b"=cmd|' /C calc'!A0", b"<td>", b"</table>", b"&#xD800;",
    b"&#0;", b"]]>", b"<!--", b"_xD800_", b"A" * 5000, b"," * 3000,
    b"x" + b" " * 1500 + b"x", b"1" * 3000, b"-" * 3000, b"1-" * 1500, "가".encode() * 2000,
    b"@." * 1500, b"(" * 1500, b'"' * 1501, b"http://" * 300, "서울시 ".encode() * 500,
)  # fmt: skip
_XML_NUMBERS = (
    b"-1", b"0", b"4294967295", b"9223372036854775808", b"1e308", b"NaN", b"2958466", b"-657435",
    b"", b"A", b"XFD1048576", b"A0", "가".encode(), b"1.7976931348623157E+309", b"_x0000_",
)  # fmt: skip
_WORDS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_MOST = 400_000  # bytes of a spoilt file, unless it was larger before


def spoilt(content: bytes, rng: random.Random) -> bytes:
    """Return the content with one to eight things done to it."""
    data = content
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        data = _in_zip(data, rng) if data[:2] == b"PK" and rng.random() < 0.7 else _once(data, rng)
    return data[: max(_MOST, len(content))]


def _once(data: bytes, rng: random.Random) -> bytes:
    ways: tuple[Callable[[bytes, random.Random], bytes], ...] = (
        _flip, _flip, _insert, _insert, _number, _cut, _drop, _double, _recode,
    )  # fmt: skip
    return rng.choice(ways)(data or b"\0", rng)


def _flip(data: bytes, rng: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 4, 16))):
        out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(_TOKENS) * rng.choice((1, 1, 1, 2, 40)) + data[at:]


def _number(data: bytes, rng: random.Random) -> bytes:
    """Write a number that a length, an offset or a count might be."""
    value = struct.pack("<I", rng.choice(_WORDS))[: rng.choice((1, 2, 4))]
    at = rng.randrange(len(data))
    return data[:at] + value + data[at + len(value) :]


def _cut(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] if rng.random() < 0.7 else data[at:]


def _drop(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.choice((1, 2, 7, 100)) :]


def _double(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    piece = data[at : at + rng.choice((1, 20, 300, 4000))]
    return data[:at] + piece * rng.choice((2, 3, 30)) + data[at:]


def _recode(data: bytes, rng: random.Random) -> bytes:
    codec = rng.choice(("utf-16", "utf-16-be", "utf-32", "cp949", "utf-7", "johab", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(codec, "surrogatepass" if codec.startswith("utf")
                                                  and codec != "utf-7" else "replace")  # fmt: skip


def _in_zip(data: bytes, rng: random.Random) -> bytes:
    """Spoil one part of a zip and pack it again, its checksums true."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError,
            zlib.error, struct.error):  # fmt: skip
        return _once(data, rng)
    if not parts:
        return _once(data, rng)
    at = rng.randrange(len(parts))
    name, content = parts[at]
    way = rng.random()
    if way < 0.05:
        del parts[at]
    elif way < 0.1:
        parts[at] = (rng.choice(("../x", "", "xl/", name.upper(), name * 40)), content)
    elif way < 0.7:
        parts[at] = (name, _in_xml(content, rng))
    else:
        parts[at] = (name, _once(content, rng))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, body in dict(parts).items():
            archive.writestr(part or "x", body)
    return file.getvalue()


def _in_xml(content: bytes, rng: random.Random) -> bytes:
    """Change an attribute or a text, drop or repeat an element; the rest stays well-formed."""
    way = rng.random()
    if way < 0.6:
        pieces = content.split(b'"') if way < 0.4 else content.split(b">")
        if len(pieces) < 4:
            return _once(content, rng)
        at = rng.randrange(len(pieces) - 1)
        mark = b'"' if way < 0.4 else b">"
        if mark == b'"':
            at |= 1  # what stands between two quotes
            pieces[min(at, len(pieces) - 2)] = rng.choice((*_XML_NUMBERS, rng.choice(pieces)))
        else:
            pieces[at] = rng.choice(_XML_NUMBERS) + b"<" + pieces[at].split(b"<")[-1]
        return mark.join(pieces)
    elements = content.split(b"<")
    at = rng.randrange(len(elements))
    if way < 0.8:
        del elements[at]
    else:
        elements.insert(rng.randrange(len(elements)), elements[at])
    return b"<".join(elements)
