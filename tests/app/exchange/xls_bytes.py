"""Old .xls workbooks, written byte by byte: nothing that can be installed writes them any more."""

import struct
from collections.abc import Iterator, Sequence
from hashlib import md5

SECTOR = 512
END_OF_CHAIN = 0xFFFFFFFE
FREE = 0xFFFFFFFF
FAT_SECTOR = 0xFFFFFFFD

Value = str | int | float
BOF, EOF, BOUNDSHEET, FILEPASS = 0x0809, 0x0A, 0x85, 0x2F


def compound_file(streams: dict[str, bytes]) -> bytes:
    """An OLE2 container; a last record fills streams to 4,096 bytes, to need no mini stream."""
    chains, starts, body = [], [], b""
    for stream in streams.values():
        content = stream
        if len(content) < 4096:
            content += record(0, bytes(max(4092 - len(content), 0)))
        size = len(content)
        sectors = -(-size // SECTOR)
        first = len(body) // SECTOR
        starts.append((first, size))
        chains += [*range(first + 1, first + sectors), END_OF_CHAIN]
        body += content.ljust(sectors * SECTOR, b"\0")
    directory_at = len(chains)
    directory = _entry("Root Entry", 5, child=1, start=END_OF_CHAIN, size=0)
    for number, (name, (start, size)) in enumerate(zip(streams, starts, strict=True), 1):
        right = number + 1 if number < len(streams) else FREE
        directory += _entry(name, 2, right=right, start=start, size=size)
    directory = directory.ljust(-(-len(directory) // SECTOR) * SECTOR, b"\0")
    directory_sectors = len(directory) // SECTOR
    chains += [*range(directory_at + 1, directory_at + directory_sectors), END_OF_CHAIN]
    fat_at = len(chains)
    fat_sectors = 1
    while (fat_at + fat_sectors) * 4 > fat_sectors * SECTOR:
        fat_sectors += 1
    fat = chains + [FAT_SECTOR] * fat_sectors
    fat += [FREE] * (fat_sectors * SECTOR // 4 - len(fat))
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        0x3E, 3, 0xFFFE, 9, 6,
        0, fat_sectors, directory_at, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0,
    )  # fmt: skip
    listed = [*range(fat_at, fat_at + fat_sectors)]
    header += struct.pack("<109I", *listed, *[FREE] * (109 - len(listed)))
    return header + body + directory + struct.pack(f"<{len(fat)}I", *fat)


def _entry(
    name: str, kind: int, *, right: int = FREE, child: int = FREE, start: int, size: int
) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(text), kind, 1, FREE, right, child)
    return text.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def biff8(
    sheets: dict[str, Sequence[Sequence[Value]]],
    *,
    hidden: Sequence[str] = (),
    date_1904: bool = False,
    dates: bool = False,
) -> bytes:
    """The 'Workbook' stream of Excel 97 to 2003; with `dates`, floats carry a date format."""
    strings: list[str] = []
    bodies = [_sheet8(rows, strings, date_format=dates) for rows in sheets.values()]
    table = b"".join(
        struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in strings
    )
    before = record(BOF, struct.pack("<HHHHII", 0x600, 5, 0xDBB, 0x7CC, 0x80C1, 0x306))
    before += record(0x42, struct.pack("<H", 1200)) + record(0x22, struct.pack("<H", date_1904))
    before += record(0xE0, struct.pack("<HHH14x", 0, 0, 0))
    before += record(0xE0, struct.pack("<HHH14x", 0, 14, 0))
    after = record(0xFC, struct.pack("<II", len(strings), len(strings)) + table) + record(EOF, b"")
    names = [struct.pack("<BB", len(name), 1) + name.encode("utf-16-le") for name in sheets]
    states = [int(name in hidden) for name in sheets]
    return _workbook(before, after, names, states, bodies)


def _sheet8(rows: Sequence[Sequence[Value]], strings: list[str], *, date_format: bool) -> bytes:
    width = max(map(len, rows), default=0)
    content = [
        record(BOF, struct.pack("<HHHHII", 0x600, 0x10, 0xDBB, 0x7CC, 0x80C1, 0x306)),
        record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)),
    ]
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                if cell:
                    content.append(record(0xFD, struct.pack("<HHHI", row, column, 0, len(strings))))
                    strings.append(cell)
            else:
                style = int(date_format and isinstance(cell, float))
                content.append(record(0x203, struct.pack("<HHHd", row, column, style, cell)))
    return b"".join(content) + record(EOF, b"")


def biff5(name: str, rows: Sequence[Sequence[Value]]) -> bytes:
    """The 'Book' stream of Excel 95 in Korea: text in cp949, no table of strings."""
    sheet = record(BOF, struct.pack("<HHHH", 0x500, 0x10, 0xDBB, 0x7CC))
    sheet += record(0x200, struct.pack("<HHHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, str):
                text = cell.encode("cp949")
                sheet += record(0x204, place + struct.pack("<H", len(text)) + text)
            else:
                sheet += record(0x203, place + struct.pack("<d", cell))
    sheet += record(EOF, b"")
    before = record(BOF, struct.pack("<HHHH", 0x500, 5, 0xDBB, 0x7CC))
    before += record(0x42, struct.pack("<H", 949)) + record(0xE0, struct.pack("<HHH10x", 0, 0, 0))
    title = name.encode("cp949")
    names = [struct.pack("<B", len(title)) + title]
    return _workbook(before, record(EOF, b""), names, [0], [sheet])


def _workbook(
    before: bytes, after: bytes, names: list[bytes], states: list[int], bodies: list[bytes]
) -> bytes:
    at = len(before) + sum(10 + len(name) for name in names) + len(after)
    bound = b""
    for name, state, body in zip(names, states, bodies, strict=True):
        bound += record(BOUNDSHEET, struct.pack("<IBB", at, state, 0) + name)
        at += len(body)
    return before + bound + after + b"".join(bodies)


def locked(stream: bytes, password: str) -> bytes:
    """Encrypt a BIFF8 stream as Excel 97 did (RC4 with a key of 40 bits)."""
    salt, verifier = bytes(range(16)), bytes(range(16, 32))
    proof = _rc4(_key(password, salt, 0), verifier + md5(verifier).digest())
    size = 54
    records = list(_records(stream))
    first_kind, first = records[0]
    shifted = []
    for kind, content in records[1:]:
        if kind == BOUNDSHEET:
            position = struct.unpack_from("<I", content)[0] + 4 + size
            shifted.append((kind, struct.pack("<I", position) + content[4:]))
        else:
            shifted.append((kind, content))
    lock = record(FILEPASS, struct.pack("<HHH", 1, 1, 1) + salt + proof)
    out = record(first_kind, first) + lock
    length = len(out) + sum(4 + len(content) for _kind, content in shifted)
    stream_of_keys = b"".join(
        _rc4(_key(password, salt, block), bytes(1024)) for block in range(length // 1024 + 1)
    )
    for kind, content in shifted:
        begin = len(out) + 4
        keys = stream_of_keys[begin : begin + len(content)]
        secret = bytes(a ^ b for a, b in zip(content, keys, strict=True))
        if kind == BOF:
            secret = content
        elif kind == BOUNDSHEET:
            secret = content[:4] + secret[4:]
        out += struct.pack("<HH", kind, len(content)) + secret
    return out


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _key(password: str, salt: bytes, block: int) -> bytes:
    short = md5(password.encode("utf-16-le")).digest()[:5]
    return md5(md5((short + salt) * 16).digest()[:5] + struct.pack("<I", block)).digest()


def _rc4(key: bytes, content: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
