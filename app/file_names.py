"""Names of files made safe: whatever they claim, they stay in their folder, on every system."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

MOST_BYTES = 200  # of UTF-8; file systems take 255, and a copy may get a number
LONGEST_SUFFIX = 20  # letters
UNNAMED = "file"
# Marks that turn the writing round ('cod.exe' seen as 'exe.doc'), or that nobody sees.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE
)
PROGRAMS = frozenset((
    "action", "app", "appimage", "apk", "applescript", "bat", "bin", "cmd", "com", "command",
    "cpl", "csh", "desktop", "dmg", "exe", "gadget", "hta", "inf", "ins", "ipa", "jar", "js",
    "jse", "lnk", "mjs", "msc", "msi", "msp", "mst", "osx", "pif", "pkg", "ps1", "psm1", "py",
    "pyw", "rb", "reg", "run", "scf", "scr", "sct", "sh", "shb", "sys", "url", "vb", "vbe", "vbs",
    "vxd", "workflow", "ws", "wsc", "wsf", "wsh", "xll",
))  # fmt: skip


def safe_name(name: str) -> str:
    """Return the name a file can have here: no folder, nothing Windows reserves, no tricks."""
    last = re.split(r"[/\\]", name)[-1]
    text = unicodedata.normalize("NFC", last.encode("utf-8", "replace").decode("utf-8"))
    text = "".join(c for c in _UNSEEN.sub("", text) if unicodedata.category(c) not in ("Cc", "Cn"))
    text = _shortened(_trimmed(_FORBIDDEN.sub("_", text)))
    if _RESERVED.match(text):
        text = _shortened(f"_{text}")
    return text or UNNAMED


def is_program(name: str) -> bool:
    """Tell whether opening a file of this name would start it."""
    return PurePosixPath(name).suffix.lstrip(".").casefold() in PROGRAMS


def _trimmed(text: str) -> str:
    return text.strip().rstrip(". ").strip()


def _shortened(text: str) -> str:
    """Return at most MOST_BYTES of a name; its suffix is kept."""
    if len(text.encode()) <= MOST_BYTES:
        return text
    stem, dot, suffix = text.rpartition(".")
    if not stem or len(suffix) > LONGEST_SUFFIX:
        stem, dot, suffix = text, "", ""
    room = MOST_BYTES - len(f"{dot}{suffix}".encode())
    cut = stem.encode()[:room].decode("utf-8", "ignore")
    return _trimmed(cut) + dot + suffix
