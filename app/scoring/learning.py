"""What closed deals teach, and whether it is worth telling.

Each deal is known by what was known when it was made; nothing that is filled in later comes in
here. What is learned counts only if deals that were held back are told better by it than by the
share that was won, beyond what chance would do: a gain of log-loss with z > 2 over five folds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from app.scoring.logistic import Fit, Floats, auc, fit, log_losses
from app.shapes.scores import Chance, Effect, Model

FEWEST, FEWEST_OF_A_KIND = 15, 3
FOLDS = 5
SURE = 2.0  # standard errors
SEEN = 3  # times a value must have occurred to have a column of its own
TOLD = 6  # effects that are told
LEAST, MOST = 1, 99  # percent: a chance is never certain

Known = Mapping[str, str]  # feature -> value, as things stood when the deal was made


@dataclass(frozen=True, slots=True)
class Learned:
    """A model with what is needed to use it; `fitted` is None while it is not shown."""

    model: Model
    columns: tuple[tuple[str, str], ...] = ()
    fitted: Fit | None = None

    def chance(self, known: Known) -> Chance | None:
        """Return the chance of a deal; None where nothing was ever closed."""
        if self.model.base is None:
            return None
        if self.fitted is None:
            return Chance(clipped(self.model.base / 100), "base", ())
        row = _encoded([known], self.columns)
        share = float(self.fitted.chances(row)[0])
        effects = _effects(self.fitted, self.columns, share, row[0])
        return Chance(clipped(share), "model", effects)


def learn(rows: Sequence[tuple[Known, bool]]) -> Learned:
    """Return what deals (known at the beginning, won) teach, oldest first."""
    n, won = len(rows), sum(win for _known, win in rows)
    base = round(100 * won / n) if n else None
    if n < FEWEST or min(won, n - won) < FEWEST_OF_A_KIND:
        return Learned(Model(n, won, n - won, base, shown=False, why="few"))
    known = [row for row, _win in rows]
    outcomes = np.array([float(win) for _row, win in rows])
    columns = _columns(known)
    matrix = _encoded(known, columns)
    held, plain = _held_back(matrix, outcomes)
    gains = log_losses(plain, outcomes) - log_losses(held, outcomes)
    spread = float(gains.std(ddof=1)) / sqrt(n)
    gain = float(gains.mean())
    z = gain / spread if spread > 0 else 0.0
    shown = bool(columns) and z > SURE
    fitted = fit(matrix, outcomes) if shown else None
    share = won / n
    model = Model(
        n, won, n - won, base, shown=shown, why="shown" if shown else "no_pattern",
        auc=auc(held, outcomes), brier=float(((held - outcomes) ** 2).mean()),
        brier_base=float(((plain - outcomes) ** 2).mean()), gain=gain, z=z,
        effects=_effects(fitted, columns, share) if fitted is not None else (),
    )  # fmt: skip
    return Learned(model, columns, fitted)


def clipped(share: float) -> int:
    """Return a share in percent, never as if it were certain."""
    return min(max(round(100 * share), LEAST), MOST)


def _columns(rows: Sequence[Known]) -> tuple[tuple[str, str], ...]:
    """Return the (feature, value) pairs that get a column: seen often enough, and not always."""
    seen = Counter(pair for row in rows for pair in row.items() if pair[1])
    return tuple(sorted(pair for pair, n in seen.items() if SEEN <= n <= len(rows) - SEEN))


def _encoded(rows: Sequence[Known], columns: Sequence[tuple[str, str]]) -> Floats:
    places = {pair: place for place, pair in enumerate(columns)}
    matrix = np.zeros((len(rows), len(columns)))
    for line, row in enumerate(rows):
        for pair in row.items():
            if (place := places.get(pair)) is not None:
                matrix[line, place] = 1.0
    return matrix


def _held_back(matrix: Floats, won: Floats) -> tuple[Floats, Floats]:
    """Return what each row is told by the others: by what they teach, and by their share alone.

    Folds are dealt in turn, within won and lost, so that each has both.
    """
    n = len(won)
    fold = np.empty(n, dtype=int)
    for kind in (0.0, 1.0):
        (which,) = np.nonzero(won == kind)
        fold[which] = np.arange(len(which)) % FOLDS
    told, plain = np.empty(n), np.empty(n)
    for number in range(FOLDS):
        out = fold == number
        if not out.any():
            continue
        rest = ~out
        plain[out] = (won[rest].sum() + 0.5) / (rest.sum() + 1)
        told[out] = fit(matrix[rest], won[rest]).chances(matrix[out])
    return told, plain


def _effects(
    fitted: Fit, columns: Sequence[tuple[str, str]], share: float, row: Floats | None = None
) -> tuple[Effect, ...]:
    """Return what moves a chance most; with `row` only what is so of that deal."""
    found = []
    for place, (feature, value) in enumerate(columns):
        if row is not None and not row[place]:
            continue
        points = round(100 * fitted.weights[place] * share * (1 - share))
        if points:
            found.append(Effect(feature, value, int(points)))
    found.sort(key=lambda effect: (-abs(effect.points), effect.feature, effect.value))
    return tuple(found[:TOLD])
