"""docs/benchmarks.md: where its parts are, and what measured them."""

from __future__ import annotations

import os
import platform
import sqlite3
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
DUPLICATES = "## Duplicates beside other programs\n"
HISTORY = "## Earlier runs\n"


def history() -> list[str]:
    """Return the lines of earlier runs."""
    return [line for line in _after(HISTORY).splitlines() if line.startswith("- ")]


def duplicates() -> str:
    """Return the part about duplicates, which is measured by itself; '' if there is none."""
    part = _after(DUPLICATES).partition(HISTORY)[0]
    return DUPLICATES + part if part else ""


def keep_duplicates(part: str) -> None:
    """Put the part about duplicates anew before the earlier runs."""
    text = PAGE.read_text(encoding="utf-8")
    before, found, after = text.partition(HISTORY)
    before = before.partition(DUPLICATES)[0]
    PAGE.write_text(f"{before}{DUPLICATES}\n{part}\n\n{found}{after}", encoding="utf-8")


def _after(title: str) -> str:
    return PAGE.read_text(encoding="utf-8").partition(title)[2] if PAGE.exists() else ""


def machine() -> str:
    """Say what ran this: processor, cores, versions, how busy it was with other things."""
    model = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.exists():
        lines = (line.partition(":") for line in about.read_text().splitlines())
        model = next((value.strip() for key, _, value in lines if key.startswith("model name")),
                     model)  # fmt: skip
    load = f", load average {os.getloadavg()[2]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{model}, {os.cpu_count()} cores{load}, {platform.system()},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
