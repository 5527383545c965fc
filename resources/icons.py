"""The drawings of the Lucide set, read from the package that carries them (nothing is copied)."""

import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

QUERY = """
    SELECT svg FROM icons WHERE name = :name
    UNION ALL
    SELECT icons.svg FROM icon_aliases JOIN icons USING (name) WHERE alias = :name
    LIMIT 1
"""


def icon_svg(name: str) -> str:
    """Return the SVG text of the icon, also under an older name of it.

    Importing the package takes some 40 ms; its file is opened by itself in less than 0.1 ms.
    Raises KeyError if the set has no such icon, ModuleNotFoundError if the package is missing.
    """
    with closing(sqlite3.connect(f"{_file().as_uri()}?mode=ro&immutable=1", uri=True)) as icons:
        found = icons.execute(QUERY, {"name": name}).fetchone()
    if found is None:
        raise KeyError(name)
    return str(found[0])


def _file() -> Path:
    spec = find_spec("lucide")  # finds a top-level package without importing it
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name="lucide")
    return Path(next(iter(spec.submodule_search_locations))) / "data" / "lucide-icons.db"
