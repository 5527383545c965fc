"""The normal and the gamma distribution, as far as numpy lacks them."""

from __future__ import annotations

import numpy as np

from app.insight.minimising import Floats

_SHIFT = 8
_STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)
_DIGAMMA = (-1 / 12, 1 / 120, -1 / 252, 1 / 240, -1 / 132, 691 / 32760)
_ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_CENTRE = (
    (-3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.383577518672690e2,
     -3.066479806614716e1, 2.506628277459239),
    (-5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
     -1.328068155288572e1, 1.0),
)  # fmt: skip
_TAIL = (
    (-7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
     4.374664141464968, 2.938163982698783),
    (7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1.0),
)  # fmt: skip
_TAIL_FROM = 0.02425


def log_gamma(z: Floats) -> Floats:
    """Return the logarithm of the gamma function of positive numbers (Stirling from 8 on)."""
    product = np.ones_like(z)
    for step in range(_SHIFT):
        product = product * (z + step)
    far = z + _SHIFT
    inverse, square = 1 / far, 1 / far**2
    series = np.zeros_like(z)
    for term in reversed(_STIRLING):
        series = series * square + term
    total: Floats = (
        (far - 0.5) * np.log(far) - far + 0.5 * np.log(2 * np.pi) + series * inverse
        - np.log(product)
    )  # fmt: skip
    return total


def digamma(z: Floats) -> Floats:
    """Return the slope of `log_gamma`."""
    before = np.zeros_like(z)
    for step in range(_SHIFT):
        before = before + 1 / (z + step)
    far = z + _SHIFT
    square = 1 / far**2
    series = np.zeros_like(z)
    for term in reversed(_DIGAMMA):
        series = (series + term) * square
    total: Floats = np.log(far) - 0.5 / far + series - before
    return total


def normal_below(z: Floats) -> Floats:
    """Return the share of a normal distribution below z (to 1e-7)."""
    size = np.abs(z) / np.sqrt(2.0)
    t = 1 / (1 + 0.3275911 * size)
    series = np.zeros_like(t)
    for term in reversed(_ERF):
        series = (series + term) * t
    upper = series * np.exp(-size * size) / 2
    below: Floats = np.where(z > 0, 1 - upper, upper)
    return below


def normal_at(share: Floats) -> Floats:
    """Return below which z a share of a normal distribution lies (Acklam, to 1e-9)."""
    low = np.minimum(share, 1 - share)
    centre = share - 0.5
    square = centre * centre
    middle = centre * np.polyval(_CENTRE[0], square) / np.polyval(_CENTRE[1], square)
    root = np.sqrt(-2 * np.log(np.maximum(low, 1e-300)))
    tail = np.polyval(_TAIL[0], root) / np.polyval(_TAIL[1], root)
    found: Floats = np.where(low < _TAIL_FROM, np.where(share < 0.5, tail, -tail), middle)
    return found


def gamma_at(mean: Floats, variance: Floats, share: float) -> Floats:
    """Return below what a share of a gamma distribution lies (Wilson and Hilferty)."""
    known = np.maximum(mean, 1e-100)
    unlike = np.maximum(variance, 0) / known**2  # one over the shape
    z = normal_at(np.full_like(mean, share))
    cube = 1 - unlike / 9 + z * np.sqrt(unlike / 9)
    found: Floats = np.where(mean > 0, mean * np.maximum(cube, 0) ** 3, 0.0)
    return found
