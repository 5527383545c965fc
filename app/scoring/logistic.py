"""Ridge logistic regression: Newton's steps, each shortened until it helps.

Plain Newton runs away where a few columns separate won from lost; a step that does not lower
the loss is halved.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RIDGE = 1.0
STEPS, HALVINGS = 50, 30
ENOUGH = 1e-9  # of the loss: less is no gain
FARTHEST = 30.0  # log-odds; beyond them exp() says nothing new


@dataclass(frozen=True, slots=True)
class Fit:
    """What was learned: the intercept, which is not shrunk, and a weight per column."""

    intercept: float
    weights: Floats

    def log_odds(self, columns: Floats) -> Floats:
        """Return the log-odds of rows."""
        found: Floats = self.intercept + columns @ self.weights
        return found

    def chances(self, columns: Floats) -> Floats:
        """Return the probabilities of rows."""
        return sigmoid(self.log_odds(columns))


def sigmoid(log_odds: Floats) -> Floats:
    """Return probabilities, never quite 0 or 1."""
    found: Floats = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -FARTHEST, FARTHEST)))
    return found


def fit(columns: Floats, won: Floats, ridge: float = RIDGE) -> Fit:
    """Learn from rows of `columns` and whether each was `won` (0 or 1)."""
    rows, width = columns.shape
    design = np.hstack([np.ones((rows, 1)), columns])
    shrunk = np.full(width + 1, ridge)
    shrunk[0] = 0.0
    rate = min(max(float(won.mean()), 0.5 / (rows + 1)), 1 - 0.5 / (rows + 1))
    theta = np.zeros(width + 1)
    theta[0] = np.log(rate / (1 - rate))
    loss = _loss(design, won, theta, shrunk)
    for _ in range(STEPS):
        chances = sigmoid(design @ theta)
        gradient = design.T @ (chances - won) + shrunk * theta
        curve = design.T @ (design * (chances * (1 - chances))[:, None])
        curve[np.diag_indices(width + 1)] += shrunk + 1e-9
        step = np.linalg.solve(curve, gradient)
        before = loss
        for halved in range(HALVINGS):
            tried = theta - step / 2**halved
            loss = _loss(design, won, tried, shrunk)
            if loss < before:
                theta = tried
                break
        else:
            break
        if before - loss < ENOUGH * (1 + abs(before)):
            break
    return Fit(float(theta[0]), theta[1:])


def log_losses(chances: Floats, won: Floats) -> Floats:
    """Return how surprised each outcome finds its probability."""
    kept = np.clip(chances, 1e-12, 1 - 1e-12)
    found: Floats = -np.where(won > 0, np.log(kept), np.log1p(-kept))
    return found


def auc(chances: Floats, won: Floats) -> float:
    """Return how often a won one is put before a lost one; equal ones count half."""
    order = np.argsort(chances, kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    values, places, counts = np.unique(chances, return_inverse=True, return_counts=True)
    sums = np.bincount(places, weights=ranks, minlength=len(values))
    ranks = (sums / counts)[places]
    wins = float(won.sum())
    losses = len(won) - wins
    if not wins or not losses:
        return 0.5
    return float((ranks[won > 0].sum() - wins * (wins + 1) / 2) / (wins * losses))


def _loss(design: Floats, won: Floats, theta: Floats, shrunk: Floats) -> float:
    odds = design @ theta
    return float((np.logaddexp(0, odds) - won * odds).sum() + 0.5 * (shrunk * theta * theta).sum())
