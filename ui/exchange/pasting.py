"""A table copied from a spreadsheet becomes a file that can be planned like any other."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData

from app.places import data_folder

LEAST_ROWS = 2  # a header and somebody under it


def table_text(data: QMimeData | None) -> str:
    """Return the table on the clipboard as text, or nothing where there is none."""
    if data is None or not data.hasText():
        return ""
    text = data.text().replace("\r\n", "\n").strip("\n")
    lines = [line for line in text.split("\n") if line.strip()]
    return text if len(lines) >= LEAST_ROWS else ""


def files_on(data: QMimeData | None) -> list[Path]:
    """Return the files of this PC on the clipboard."""
    urls = data.urls() if data is not None else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def keep_pasted(text: str, at: datetime) -> Path:
    """Write the table to a file of its own; rows that fail are saved beside it."""
    folder = data_folder() / "pasted"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"pasted {at:%Y-%m-%d %H%M%S}.tsv"
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path
