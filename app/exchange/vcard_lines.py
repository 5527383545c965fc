"""The lines of vCards: cut into cards, unfolded, decoded, taken apart into properties.

A vCard mixes encodings line by line; so lines stay bytes until each is a property. Nothing here
raises: what cannot be read is reported beside its line.
"""

import binascii
import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CARD_BYTES = 16_000_000  # one card with its photo
PROPERTIES = 5_000  # of one card; more is no person
VALUE_BYTES = 1_000_000  # of a property that is no photo
_PHYSICAL = re.compile(rb"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_BEGIN = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(rb"END\s*:\s*VCARD\s*", re.IGNORECASE)
_AGENT = re.compile(rb"(?:[\w-]+\.)?AGENT\b[^:]*:\s*", re.IGNORECASE)
_VERSION = re.compile(rb"(?:[\w-]+\.)?VERSION\b[^:]*:\s*(\d\.\d)\s*", re.IGNORECASE)
_QUOTED = re.compile(rb";\s*(?:ENCODING\s*=\s*)?\"?QUOTED-PRINTABLE\"?\s*(?=;|$)", re.IGNORECASE)
_BASE64 = re.compile(
    rb";\s*(?:ENCODING\s*=\s*\"?B|(?:ENCODING\s*=\s*)?\"?BASE64)\"?\s*(?=;|$)", re.IGNORECASE
)
_BASE64_LINE = re.compile(rb"\s*[A-Za-z0-9+/]+={0,2}\s*")
_PROPERTY = re.compile(r"(?:([\w-]+)\.)?([A-Za-z][\w-]*)", re.ASCII)
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_CHARSET = re.compile(
    r"utf-?(?:8|16).*|cp\d+|euc_\w+|iso8859-\d+|iso2022_\w+|johab|koi8-\w|big5\w*|gb\w+"
    r"|shift_jis\w*|ascii"
)
_WIDER = {"euc_kr": "cp949", "ascii": "utf-8", "iso8859-1": "cp1252", "gb2312": "gb18030"}
_SAMSUNG = re.compile(r"X-CUSTOM\((?:.*,)?([^,)]*)\)", re.IGNORECASE)  # a label, encoded
_BARE = {
    "7BIT": "ENCODING", "8BIT": "ENCODING", "QUOTED-PRINTABLE": "ENCODING", "BASE64": "ENCODING",
    "B": "ENCODING", "URL": "VALUE", "INLINE": "VALUE", "CONTENT-ID": "VALUE", "CID": "VALUE",
}  # fmt: skip

Line = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines between BEGIN and END, both left out; `flaw` is why they are no whole card."""

    line: int
    lines: tuple[Line, ...]
    flaw: str = ""

    @property
    def version(self) -> str:
        """Return '2.1', '3.0' or '4.0'; '3.0' where nothing is said."""
        for _number, line in self.lines:
            if found := _VERSION.fullmatch(line):
                return found[1].decode()
        return "3.0"


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its value is decoded, but not yet split and unescaped."""

    line: int
    group: str
    name: str  # in capitals
    params: dict[str, tuple[str, ...]]  # names in capitals, values as written
    value: str

    def param(self, name: str) -> str:
        """Return the first value of a parameter, '' for none."""
        return self.params.get(name, ("",))[0]

    @property
    def types(self) -> frozenset[str]:
        """Return the words of TYPE in small letters."""
        return frozenset(word.casefold() for word in self.params.get("TYPE", ()))


def as_utf8(content: bytes) -> bytes:
    """Return a file without its byte order mark, and as UTF-8 where it was UTF-16."""
    if content.startswith(codecs.BOM_UTF8):
        return content[3:]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace").encode()
    return content


def blocks(content: bytes) -> Iterator[Block]:
    """Cut a file into cards; each broken one ends where the next begins."""
    start, depth, size = 0, 0, 0
    lines: list[Line] = []
    before = b""
    for number, found in enumerate(_PHYSICAL.finditer(content), start=1):
        line = found[1]
        if _BEGIN.fullmatch(line):
            if start and _AGENT.fullmatch(before):  # somebody else's card inside this one
                depth += 1
            else:
                if lines:
                    yield _block(start, lines, size, _flaw(start))
                start, depth, size, lines = number, 0, 0, []
        elif start and _END.fullmatch(line):
            if depth:
                depth -= 1
            else:
                yield _block(start, lines, size)
                start, size, lines = 0, 0, []
        elif not depth and (start or line.strip()):
            size += len(line)
            if size <= CARD_BYTES:
                lines.append((number, line))
        before = line
    if start or lines:
        yield _block(start, lines, size, _flaw(start))


def _flaw(start: int) -> str:
    return "card_not_closed" if start else "not_in_a_card"


def _block(start: int, lines: list[Line], size: int, flaw: str = "") -> Block:
    if size > CARD_BYTES:
        flaw = "card_too_long"
    return Block(start or lines[0][0], tuple(lines), flaw)


def properties(block: Block) -> Iterator[Property | tuple[int, str]]:
    """Yield the properties of a card, and (line, reason) for each line that is none."""
    folded_at_space = block.version == "2.1"
    for count, (number, line) in enumerate(_unfolded(block.lines, folded_at_space)):
        if count == PROPERTIES:
            yield number, "card_too_long"
            return
        yield _property(number, line)


def _unfolded(lines: Sequence[Line], folded_at_space: bool) -> Iterator[Line]:  # noqa: FBT001
    """Join what was folded; 2.1 breaks at a space of the text, later versions put one in."""
    place = 0
    while place < len(lines):
        number, line = lines[place]
        place += 1
        if not line.strip():
            continue
        colon = _colon(line)
        head = line[:colon] if colon >= 0 else line
        if _QUOTED.search(head):
            parts, place = _soft_broken(lines, line, place)
        elif _BASE64.search(head):
            parts = [line.rstrip()]
            while place < len(lines) and _BASE64_LINE.fullmatch(lines[place][1]):
                parts.append(lines[place][1].strip())
                place += 1
        else:
            parts = [line]
            while place < len(lines) and lines[place][1][:1] in (b" ", b"\t"):
                parts.append(lines[place][1][0 if folded_at_space else 1 :])
                place += 1
        yield number, b"".join(parts)


def _soft_broken(lines: Sequence[Line], first: bytes, place: int) -> tuple[list[bytes], int]:
    """Join lines of quoted-printable, which end in '=' or are folded, or both.

    A space that begins a line is text, unless so many lines begin with one that it is a fold.
    """
    parts, softly = [first], []
    while place < len(lines):
        soft = parts[-1].rstrip().endswith(b"=")
        line = lines[place][1]
        if not soft and line[:1] not in (b" ", b"\t"):
            break
        parts.append(line)
        softly.append(soft)
        place += 1
    tails = parts[1:]
    folded = len(tails) > 1 and all(tail[:1] in (b" ", b"\t") for tail in tails)
    joined = []
    for index, part in enumerate(parts):
        text = part[1:] if index and (folded or not softly[index - 1]) else part
        if index < len(softly) and softly[index]:
            text = text.rstrip()[:-1]
        joined.append(text)
    return joined, place


def _property(number: int, line: bytes) -> Property | tuple[int, str]:
    colon = _colon(line)
    if colon < 0:
        return number, "line_unreadable"
    head, raw = line[:colon], line[colon + 1 :]
    quoted, base64 = _QUOTED.search(head), _BASE64.search(head)
    inline = raw[:5].lower() == b"data:"
    if len(raw) > VALUE_BYTES and not (base64 or inline):
        return number, "text_too_long"
    words = _split_head(decoded(head))
    named = _PROPERTY.fullmatch(words[0].strip())
    if named is None:
        return number, "line_unreadable"
    params = _params(words[1:])
    if quoted:
        raw = binascii.a2b_qp(raw)
    value = decoded(raw, params.get("CHARSET", ("",))[0])
    return Property(number, (named[1] or "").casefold(), named[2].upper(), params, value)


def _colon(line: bytes) -> int:
    """Return where the value begins: at the first colon that is not inside quotes."""
    colon = line.find(b":")
    quote = line.find(b'"')
    if quote < 0 or colon < quote:
        return colon
    inside = False
    for place, byte in enumerate(line):
        if byte == 0x22:
            inside = not inside
        elif byte == 0x3A and not inside:
            return place
    return colon  # the quotes do not pair


def _split_head(head: str) -> list[str]:
    """Split at semicolons outside quotes."""
    return re.findall(r'(?:"[^"]*"|[^;])+', head) or [""]


def _params(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    params: dict[str, tuple[str, ...]] = {}
    for word in words:
        if custom := _SAMSUNG.fullmatch(word.strip()):
            label = decoded(binascii.a2b_qp(custom[1].encode()))
            params["TYPE"] = (*params.get("TYPE", ()), label)
            continue
        name, equals, text = (part.strip() for part in word.partition("="))
        if not equals:
            name, text = _BARE.get(name.upper(), "TYPE"), name  # 2.1: TEL;CELL
        name = name.upper()
        if name in ("TYPE", "MEMBER"):  # one quoted list, or several values
            values = tuple(v for v in re.split(r"\s*,\s*", text.replace('"', "")) if v)
        else:
            values = (_CARET.sub(lambda found: _CARETS[found[1]], text.strip('"')),)
        params[name] = params.get(name, ()) + values
    return params


def decoded(raw: bytes, charset: str = "") -> str:
    """Return bytes as text: in the charset that was told, else UTF-8, Korean, or Western."""
    told = []
    if charset:
        try:
            name = codecs.lookup(charset).name
        except (LookupError, ValueError):
            name = ""
        told = [_WIDER.get(name, name)] if _CHARSET.fullmatch(name) else []
    for encoding in (*told, "utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except ValueError:
            continue
    return raw.decode("cp1252", "replace")


def split(value: str, separator: str) -> list[str]:
    """Split at a separator that no backslash stands before; the parts stay escaped."""
    if "\\" not in value:
        return value.split(separator)
    parts, start, place = [], 0, 0
    while place < len(value):
        if value[place] == "\\":
            place += 2
            continue
        if value[place] == separator:
            parts.append(value[start:place])
            start = place + 1
        place += 1
    return [*parts, value[start:]]


_ESCAPE = re.compile(r"\\([nN,;:\\])")
_OLD_ESCAPE = re.compile(r"\\([,;:])")


def unescaped(text: str, version: str) -> str:
    """Take back the escapes of a version; in 2.1 a backslash is mostly a backslash (or ₩)."""
    if "\\" in text:
        if version == "2.1":
            text = _OLD_ESCAPE.sub(r"\1", text)
        else:
            text = _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
