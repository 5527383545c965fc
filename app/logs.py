"""The program's log: rotated, without customers; and what of it goes into a report."""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "dangol.log"
SIZE = 1_000_000  # bytes of one log file; the last three are kept
KEPT = 2
LAST = 40  # lines of it in a report
# What a line of ours begins with; others, as of a library, may hold anything.
_OURS = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ (app|db|ui)\.[\w.]+: ")
_PATH = re.compile(r"(?:[A-Za-z]:)?[\\/](?:[^\\/\s\"'<>|:]+[\\/])+(?P<name>[^\\/\s\"'<>|:]*)")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")
_DIGITS = re.compile(r"\d[\d -]{5,}\d")  # as a telephone has them
_MAIL = re.compile(r"\S+@\S+")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u3131-\u318e]+")


def log_to(folder: Path) -> None:
    """Write the program's log into that folder, if it can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / NAME, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.INFO)


def last_lines(folder: Path) -> list[str]:
    """Return the last lines of the log that are ours, without what could tell of a person."""
    try:
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [without_persons(line) for line in lines if _OURS.match(line)][-LAST:]


def without_persons(line: str) -> str:
    """Return a line with paths shortened and without what may have been typed."""
    stamp = _OURS.match(line)
    kept, rest = (line[: stamp.end()], line[stamp.end() :]) if stamp else ("", line)
    for pattern, put in ((_MAIL, "…"), (_PATH, _shortened), (_DIGITS, "…"), (_HANGUL, "…")):
        rest = pattern.sub(put, rest)
    return kept + _QUOTED.sub("'…'", rest)


def _shortened(found: re.Match[str]) -> str:
    return f"…/{found['name']}" if found["name"].endswith(".py") else "…"


def shortened_trace(places: str) -> str:
    """Return the places of an error with the folders above the program's own left out."""
    return re.sub(r'File "([^"]*)"', lambda found: f'File "{_own(found[1])}"', places)


def _own(name: str) -> str:
    parts = re.split(r"[\\/]", name)
    for place, part in enumerate(parts):
        if part in {"app", "db", "ui", "resources", "site-packages"}:
            return "/".join(parts[place:])
    return parts[-1]
