"""What a built folder weighs, part by part, in MB; then the files named after it.

Usage: sizes.py FOLDER [FILE...]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

PARTS = {
    "Qt": r"qt6|/qt/|pyside6/plugins|pyside6/translations|libicu",
    "PySide6, Python's way to Qt": r"pyside6|shiboken",
    "OpenBLAS, numpy's arithmetic": r"openblas",
    "numpy": r"^numpy",
    "matplotlib and what it needs": r"^(matplotlib|mpl_toolkits|contourpy|kiwisolver|fonttools)",
    "Pillow": r"^(pil|pillow)",
    "texts, pictures, icons, migrations": r"^(app|db|resources|ui|lucide)/",
    "the two programs, each with all Python modules": r"^dangol(-cli)?(\.exe)?$",
    "encryption": r"^(sqlcipher3|cryptography|_cffi)",
    "time zones, holidays": r"^(tzdata|holidays|phonenumbers)",
    "other packages": r"^(sqlalchemy|rapidfuzz|python_calamine|charset_normalizer|markupsafe)",
    "Python": r"^(python3|libpython|base_library|lib-dynload|[_a-z0-9]+\.pyd)",
    "libraries of the system": r"",
}
MB = 1_000_000


def part_of(path: str) -> str:
    """Return which part a file of the folder belongs to."""
    name = path.lower().removeprefix("_internal/")
    return next(part for part, pattern in PARTS.items() if re.search(pattern, name))


def main() -> None:
    """Print the table."""
    folder, *files = map(Path, sys.argv[1:])
    sizes: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            sizes[part_of(file.relative_to(folder).as_posix())] += file.stat().st_size
    for part, size in sizes.most_common():
        print(f"{size / MB:8.1f} MB  {part}")
    print(f"{sizes.total() / MB:8.1f} MB  in all")
    for file in files:
        print(f"{file.stat().st_size / MB:8.1f} MB  {file.name}")


if __name__ == "__main__":
    main()
