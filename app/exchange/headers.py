"""How a header cell is written: the forms in which two headers are compared."""

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b

from app.exchange.failed_rows import ADDED

_INVISIBLE = str.maketrans("", "", "\ufeff\u200b\u200c\u200d\u2060")
_SPACES = re.compile(r"\s+")
_COUNT = re.compile(r"(?<=[ \-_])\d+(?= - )")  # the 2 of 'e-mail 2 - value'
_LOOSE = re.compile(r"[\s_.'’:\-]+")
_MARKS = re.compile(r"^[*●•■▶※\s]+|^\[(?:필수|선택|required)\]|[*:\s]+$")
_BRACKETS = re.compile(r"[(\[【<][^()\[\]【】<>]*[)\]】>]$")
_TAIL_COUNT = re.compile(r"\D(\d{1,2})$")


def normalise(header: object) -> str:
    """Return a header as it is compared: NFKC, single spaces, no quotes or '*', casefolded."""
    text = unicodedata.normalize("NFKC", str(header or "")).translate(_INVISIBLE)
    text = _SPACES.sub(" ", text).strip().strip('"').rstrip("*").strip()
    return text.casefold()


def counted(normal: str) -> tuple[str, int]:
    """Split 'e-mail 2 - value' into ('e-mail # - value', 2); 0 where nothing is counted."""
    found = _COUNT.search(normal)
    if not found:
        return normal, 0
    return f"{normal[: found.start()]}#{normal[found.end() :]}", int(found[0])


def squeeze(normal: str) -> str:
    """Return a normalised header without spaces and the punctuation people leave out."""
    return _LOOSE.sub("", normal)


def undecorated(normal: str) -> str:
    """Return a normalised header without '* ', '[필수]', a closing bracket or a colon."""
    return _BRACKETS.sub("", _MARKS.sub("", normal)).strip() or normal


def uncounted(normal: str) -> str:
    """Return a normalised header without its closing number: '연락처 2' -> '연락처'."""
    found = _TAIL_COUNT.search(normal)
    return normal[: found.start(1)].rstrip(" _-.") if found else normal


_REPORTED = {tuple(map(normalise, pair)) for pair in ADDED.values()}


def without_report(headers: Sequence[str]) -> Sequence[str]:
    """Return headers without the two columns a file of failed rows has at its end."""
    reported = tuple(map(normalise, headers[-2:])) in _REPORTED
    return headers[:-2] if reported else headers


def fingerprint(headers: Sequence[str]) -> str:
    """Return what two files with the same columns in the same order share (32 hex digits).

    A file of failed rows, mended to be imported again, shares it with the file it came from.
    """
    text = "\x1f".join(normalise(header) for header in without_report(headers))
    return blake2b(text.encode(), digest_size=16).hexdigest()
