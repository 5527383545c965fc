"""Shops whose customers buy as the models say, made from a seed."""

import numpy as np

from app.insight.purchases import Purchases

TODAY = 740_000  # as date.toordinal counts: 2027-01-24


def simulated(customers=600, days=400, *, seed=1, r=0.8, alpha=25.0, a=0.8, b=2.5):
    """Return who bought on which day for how much, up to TODAY, as rows."""
    rng = np.random.default_rng(seed)
    who, when = [], []
    for customer in range(customers):
        day = TODAY - int(rng.integers(1, days))
        rate, stops = rng.gamma(r) / alpha, rng.beta(a, b)
        while day <= TODAY:
            who.append(customer)
            when.append(day)
            if rng.random() < stops:
                break
            day += max(1, round(rng.exponential(1 / max(rate, 1e-6))))
    amount = rng.gamma(3.0, 10.0, len(who)).round(2)
    return np.array(who), np.array(when), amount


def purchases_of(who, day, amount, *, customers=None, as_of=TODAY):
    who = np.asarray(who, dtype=np.int64)
    many = customers or int(who.max(initial=-1)) + 1
    days, amounts = np.asarray(day, dtype=np.int64), np.asarray(amount, dtype=np.float64)
    return Purchases.of(who, days, amounts, customers=many, as_of=as_of)
