"""Sales as tests make them, and what they come to counted by hand."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

from app.shapes.payments import PaidForm
from app.shapes.sales import LineForm, SaleForm

ROSE, CASH = 12_000, (PaidForm(None, "cash"),)


def sale(*prices, **more):
    """A sale of such lines, each one piece."""
    lines = tuple(p if isinstance(p, LineForm) else LineForm(p) for p in prices or (ROSE,))
    return SaleForm(lines=lines, **more)


def sell(core, *prices, paid=True, **more):
    more.setdefault("payments", CASH if paid else ())
    return core.sales.sell(sale(*prices, **more))


def rows(path, query, *given):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, given).fetchall()


def counted(path, today):
    """Return the sums of every contact, from the lines and payments alone, in plain Python."""
    sales = {
        r[0]: {"contact": r[1], "day": r[2], "refunds": r[3], "off": r[4], "added": r[5], "sum": 0}
        for r in rows(
            path,
            "SELECT id, contact_id, sold_on, refunds_id, discount, tax_added FROM sale"
            " WHERE deleted_at IS NULL AND cancelled_at IS NULL AND currency = 'KRW'",
        )
    }
    query = "SELECT sale_id, total, tax FROM sale_line WHERE deleted_at IS NULL"
    for sale_id, total, tax in rows(path, query):
        if sale_id in sales:
            sales[sale_id]["sum"] += total + (tax if sales[sale_id]["added"] else 0)
    paid = defaultdict(int)
    for sale_id, amount in rows(
        path, "SELECT sale_id, amount FROM payment WHERE deleted_at IS NULL"
    ):
        paid[sale_id] += amount
    back = defaultdict(int)
    for one in sales.values():
        one["sum"] -= one["off"]
        if one["refunds"]:
            back[one["refunds"]] -= one["sum"]
    year_ago = today.replace(year=today.year - 1).isoformat()
    found = defaultdict(lambda: {"total": 0, "year": 0, "owed": 0, "days": set()})
    for sale_id, one in sales.items():
        if one["contact"] is None:
            continue
        mine = found[one["contact"]]
        mine["total"] += one["sum"]
        mine["year"] += one["sum"] if one["day"] > year_ago else 0
        if not one["refunds"]:
            mine["owed"] += one["sum"] - back[sale_id] - paid[sale_id]
            if not (back[sale_id] > 0 and back[sale_id] >= one["sum"]):
                mine["days"].add(date.fromisoformat(one["day"]))
    return {contact: _figures(mine) for contact, mine in found.items()}


def _figures(mine):
    days = sorted(mine["days"])
    gaps = [(b - a) // timedelta(days=1) for a, b in pairwise(days)]
    total, visits = mine["total"], len(days)
    average = None
    if visits:
        average = int(abs(total) / visits + 0.5) * (-1 if total < 0 else 1)
    return (
        visits, total, average, mine["year"], days[0].isoformat() if days else None,
        days[-1].isoformat() if days else None, median_low(gaps) if gaps else None,
        mine["owed"] or None,
    )  # fmt: skip


STORED = (
    "SELECT id, visits, sales_total, sales_average, sales_year, first_sale_on, last_sale_on,"
    " usual_gap, owed FROM contact WHERE visits IS NOT NULL"
)


def stored(path):
    return {row[0]: row[1:] for row in rows(path, STORED)}
