"""Which encoding a text is in: byte order mark, NULs, strict UTF-8, Hangul, then a guess.

Every answer is the widest codec of its family (cp949, never euc_kr): the narrow labels are what
programs write on files that hold more.
"""

import codecs
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from app.errors import FileError, FileProblem

_CHUNK = 1 << 20
_SAMPLE = 1 << 15  # bytes a guess is made from
_SURE_CHARACTERS = 8  # no other encoding looks like UTF-8 for so long
_SHORT = 200  # bytes beyond ASCII; below this the user's own language outweighs statistics

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER = {
    "ascii": "utf-8",
    "utf-8-sig": "utf-8",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "iso8859-1": "cp1252",
}
_CANDIDATES = ["cp949", "cp932", "gb18030", "big5", "cp1252", "cp1251", "euc_jp"]
_AT_HOME = {
    "ko": "cp949",
    "ja": "cp932",
    "zh": "gb18030",
    "zh_tw": "cp950",
    "zh_hk": "cp950",
    "ru": "cp1251",
    "uk": "cp1251",
}
_PAIRS = re.compile(rb"[\x81-\xfe][\x41-\xfe]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """A Python codec and the number of bytes its byte order mark takes up."""

    name: str
    bom: int = 0


def choose_encoding(
    file: BinaryIO, name: str, wanted: str | None, language: str, check: Callable[[], None]
) -> Encoding:
    """Return the encoding the user asked for, else the one `file` seems to be in.

    `check` is called now and then and may raise to stop. Raise FileError UNKNOWN_ENCODING, or
    UNDECODABLE (encoding, line) where a file in UTF-8 has a bad byte.
    """
    file.seek(0)
    head = file.read(2 * _SAMPLE)
    if wanted is not None:
        return _named(wanted, head, name)
    wide = wide_encoding(head)
    if wide:
        return wide
    sample = _first_not_utf8(file, name, check)
    return Encoding("utf-8" if sample is None else guess(sample, language))


@contextmanager
def decoded(file: BinaryIO, name: str, encoding: Encoding) -> Iterator[io.TextIOWrapper]:
    """Give the text from its beginning with line ends untouched; the file stays open.

    Raise FileError UNDECODABLE (encoding, line) at the first byte that does not fit.
    """
    file.seek(encoding.bom)
    text = io.TextIOWrapper(file, encoding.name, newline="")
    try:
        yield text
    except UnicodeError as error:
        raise _undecodable(file, name, encoding) from error
    finally:
        text.detach()


def _undecodable(file: BinaryIO, name: str, encoding: Encoding) -> FileError:
    line = _first_bad_line(file, encoding)
    return FileError(FileProblem.UNDECODABLE, name, encoding=encoding.name, line=line)


def byte_order_mark(head: bytes) -> Encoding | None:
    """Return what a byte order mark at the beginning of `head` says, None if there is none."""
    return next((Encoding(codec, len(bom)) for bom, codec in _BOMS if head.startswith(bom)), None)


def wide_encoding(head: bytes) -> Encoding | None:
    """Return the encoding if characters take two or four bytes or a mark says, else None."""
    marked = byte_order_mark(head)
    codec = _utf16_by_nuls(head)
    return marked or (Encoding(codec) if codec else None)


def _named(label: str, head: bytes, name: str) -> Encoding:
    try:
        "a".encode(label)  # 'base64' is a codec too, but not of text
        codec = codecs.lookup(label).name
    except (LookupError, ValueError) as error:
        raise FileError(FileProblem.UNKNOWN_ENCODING, name, encoding=label) from error
    codec = _WIDER.get(codec, codec)
    marked = byte_order_mark(head)
    if codec in {"utf-16", "utf-32"}:
        return marked or Encoding(_utf16_by_nuls(head) or f"{codec}-le")
    return marked if marked and marked.name == codec else Encoding(codec)


def guess(sample: bytes, language: str) -> str:
    """Return the likeliest 8-bit encoding of `sample`, whole lines that are not UTF-8.

    `language` is the user's ('ko', 'en', 'zh_TW'); it decides only where little text is at hand.
    """
    beyond_ascii = sum(byte > 0x7F for byte in sample)
    home = _home_codec(language)
    if _is_korean(sample, sure=home != "cp949"):
        return "cp949"
    if beyond_ascii < _SHORT and home not in {None, "cp949"} and _decodes(sample, str(home)):
        return str(home)
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    if best is not None:
        return _WIDER.get(best.encoding, best.encoding)
    return home if home and _decodes(sample, home) else "cp1252"


def _home_codec(language: str) -> str | None:
    locale = language.replace("-", "_").casefold()
    return _AT_HOME.get(locale) or _AT_HOME.get(locale.partition("_")[0])


def _first_bad_line(file: BinaryIO, encoding: Encoding) -> int:
    """Return the line, from 1, of the first byte that does not fit; 0 if all fit."""
    file.seek(encoding.bom)
    decoder = codecs.getincrementaldecoder(encoding.name)()
    line = 1
    ended_in_return = False
    while True:
        chunk = file.read(_CHUNK)
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            rest = codecs.getincrementaldecoder(encoding.name)().decode(error.object[: error.start])
            return line + _breaks(rest, after_return=ended_in_return)
        if not chunk:
            return 0
        line += _breaks(text, after_return=ended_in_return)
        ended_in_return = text.endswith("\r") if text else ended_in_return


def _breaks(text: str, *, after_return: bool) -> int:
    """Count line breaks of any kind; the second half of a pair begun before counts no more."""
    count = text.count("\n") + text.count("\r") - text.count("\r\n")
    return count - (after_return and text.startswith("\n"))


def _utf16_by_nuls(head: bytes) -> str | None:
    """Recognise UTF-16 without a mark: its ASCII has a NUL in every second byte."""
    units = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if not max(even, odd) or max(even, odd) * 10 < units:
        return None
    if min(even, odd) * 10 > max(even, odd):
        return None
    codec = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = codecs.getincrementaldecoder(codec)().decode(head)
    except UnicodeDecodeError:
        return None
    return codec if any(sign in text for sign in "\n\r\t,;|") else None


def _first_not_utf8(file: BinaryIO, name: str, check: Callable[[], None]) -> bytes | None:
    """Return whole lines from the first that is not UTF-8 on; None if the file is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    begin = characters = 0
    while True:
        check()
        chunk = file.read(_CHUNK)
        waiting = len(decoder.getstate()[0])
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode()
            characters += sum(character > "\x7f" for character in good)
            if characters >= _SURE_CHARACTERS:
                raise _undecodable(file, name, Encoding("utf-8")) from error
            return _lines_around(file, begin - waiting + error.start)
        if not chunk:
            return None
        begin += len(chunk)
        if characters < _SURE_CHARACTERS and not text.isascii():
            characters += sum(character > "\x7f" for character in text)


def _lines_around(file: BinaryIO, position: int) -> bytes:
    start = max(0, position - _SAMPLE // 8)
    file.seek(start)
    sample = file.read(_SAMPLE)
    if start:
        before = sample[: position - start]
        sample = sample[max(before.rfind(b"\n"), before.rfind(b"\r")) + 1 :]
    end = max(sample.rfind(b"\n"), sample.rfind(b"\r")) + 1
    return sample[:end] if end > position - start and len(sample) > _SAMPLE // 2 else sample


def _is_korean(sample: bytes, *, sure: bool) -> bool:
    """Say whether the bytes beyond ASCII are common Hangul as cp949 has it.

    Chinese and Japanese read as cp949 give rare syllables and ideographs instead; `sure` asks
    for more text and leaves less to chance.
    """
    if not _decodes(sample, "cp949"):
        return False
    common = others = 0
    for pair, times in Counter(_PAIRS.findall(sample)).items():
        lead, trail = pair
        if 0xB0 <= lead <= 0xC8 and trail >= 0xA1:
            common += times
        elif not (0xA1 <= lead <= 0xA3 and trail >= 0xA1):  # signs such as ㈜ or the wide comma
            others += times
    if sure:
        return common >= 12 and common >= 19 * others
    return common > 0 and common >= 4 * others


def _decodes(sample: bytes, codec: str) -> bool:
    try:
        # A sample may end in the middle of a character.
        codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True
