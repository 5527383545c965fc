"""How much of what customers spend on such things they spend here: told, observed or assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from app.insight.minimising import Floats

Basis = Literal["told", "observed", "assumed"]
BASES: tuple[Basis, ...] = ("told", "observed", "assumed")

_WELL_SERVED = 0.9  # of the buyers: what they spend is what one needs, for want of anything told


@dataclass(frozen=True, slots=True)
class Wallet:
    """What customers need in a year, the part of it they buy here, and the rest."""

    need: Floats
    share: Floats  # 0 to 1; NaN where nothing is known
    room: Floats
    basis: npt.NDArray[np.int64]  # a place in BASES


def usual_need(spent: Floats) -> float:
    """Return what one who is well served buys in a year; NaN where nobody bought."""
    buyers = spent[spent > 0]
    return float(np.quantile(buyers, _WELL_SERVED)) if len(buyers) else float("nan")


def wallet(spent: Floats, told: Floats, elsewhere: Floats, *, usual: float | None = None) -> Wallet:
    """Estimate the share of everybody's need from what they spent here in a year.

    `told` is the whole need as they said it and `elsewhere` what they were seen to spend at
    others, NaN where unknown; `usual` is what one needs of whom nothing is known, by default as
    these customers have it. Nobody needs less than they bought.
    """
    spent = np.maximum(spent, 0)
    usual = usual_need(spent) if usual is None else usual
    knows_all, knows_some = ~np.isnan(told), ~np.isnan(elsewhere)
    need = np.where(knows_all, told, np.where(knows_some, spent + elsewhere, usual))
    need = np.maximum(need, spent)
    share = np.divide(spent, need, out=np.full(len(spent), np.nan), where=need > 0)
    basis = np.where(knows_all, 0, np.where(knows_some, 1, 2))
    return Wallet(need, share, need - spent, basis)
