"""The tables of textbooks that dmba ships: months of sales, and customers who answered or not."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.insight.logs import Peer

WHERE = "import importlib.util as u; s = u.find_spec('dmba'); print(s and s.origin)"
MONTHLY = {
    "SouvenirSales": ("Sales",),
    "AustralianWines": ("Fortified", "Red", "Rose", "sparkling", "Sweet white", "Dry white"),
    "Amtrak": ("Ridership",),
    "Sept11Travel": ("Air RPM (000s)", "Rail PM", "VMT (billions)"),
    "ShampooSales": ("Shampoo Sales",),
}
"""Of each table of months the columns that are a series."""
MODELS = Path(__file__).with_name("model_peers.py")
KNOWN_OF_READERS = ("Gender", "Rcode", "Fcode", "Mcode")
BOOKS = (
    "ChildBks", "YouthBks", "CookBks", "DoItYBks", "RefBks", "ArtBks", "GeogBks", "ItalCook",
    "ItalAtlas", "ItalArt", "Related Purchase",
)  # fmt: skip
MANY = 3  # books of a kind; more are as many
KNOWN_OF_CLIENTS = (
    "Family", "Education", "Securities Account", "CD Account", "Online", "CreditCard",
)  # fmt: skip
IN_PARTS = {"Income": 25, "Age": 10, "CCAvg": 1, "Mortgage": 100}  # of so many each
Known = tuple[dict[str, str], bool]


def books(peer: Peer) -> Path | None:
    """Return the folder of the tables, where the peer's Python has them."""
    found = subprocess.run(
        [peer.python, "-c", WHERE], capture_output=True, text=True, check=True
    ).stdout.strip()
    return None if found == "None" else Path(found).parent / "csvFiles"


def series(folder: Path) -> dict[str, list[float]]:
    """Return months of sales by their name, each until its first gap."""
    found = {}
    for table, columns in MONTHLY.items():
        rows = list(_rows(folder, table))
        for column in columns:
            months: list[float] = []
            for row in rows:
                text = row[column].replace(",", "").strip()
                if not text.replace(".", "").isdecimal():
                    break
                months.append(float(text))
            found[f"{table} {column}"] = months
    return found


def readers(folder: Path) -> list[Known]:
    """Return what a book club knew of each reader, and whether they took the book it offered."""
    return [
        (
            {name: row[name] for name in KNOWN_OF_READERS}
            | {name: str(min(int(row[name]), MANY)) for name in BOOKS},
            row["Florence"] == "1",
        )
        for row in _rows(folder, "CharlesBookClub")
    ]


def clients(folder: Path) -> list[Known]:
    """Return what a bank knew of each client, and whether they took the loan it offered."""
    return [
        (
            {name: row[name] for name in KNOWN_OF_CLIENTS}
            | {name: str(int(float(row[name]) // part)) for name, part in IN_PARTS.items()},
            row["Personal Loan"] == "1",
        )
        for row in _rows(folder, "UniversalBank")
    ]


def said_by(peer: Peer, task: str, given: object) -> dict[str, list[float]] | None:
    """Return what a peer's model makes of something; None where its package is not there."""
    told = subprocess.run(
        [peer.python, MODELS, task], input=json.dumps(given), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    if told.returncode:
        return None
    said: dict[str, list[float]] = json.loads(told.stdout)
    return said


def _rows(folder: Path, table: str) -> Iterator[dict[str, str]]:
    with gzip.open(folder / f"{table}.csv.gz", "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file)
