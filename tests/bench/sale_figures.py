"""Runs what is timed of purchases."""

from tests.bench.figures import Bench, Figure

MODULE = "tests.bench.sale_tasks"
CARD_MOST, MONTH_MOST, SORTED_MOST = 80, 100, 100  # ms


def sale_figures(bench: Bench, people: int, sales: int) -> list[Figure]:
    """Return the figures of a shop of so many contacts and sales."""
    shop = bench.folder / f"sales-{sales}.dangol"
    if not shop.exists():
        bench.run("make", shop, people, sales, module=MODULE)
    found = bench.run("reading", shop, module=MODULE)
    proved = bench.run("check", shop, module=MODULE)
    if proved["found"]:
        raise SystemExit("A sum is not what its rows say.")
    of = f"{people:,} contacts, {sales:,} sales"
    return [
        _within(f"A customer's card and last purchases, {of}", found["card"], CARD_MOST),
        _within(f"A month of sales: page, totals, days, {of}", found["month"], MONTH_MOST),
        Figure(
            f"That month product by product, {of}", f"{found['products']:.1f} ms", "", None
        ),
        _within(f"A page of the list sorted by purchases, {of}", found["sorted"], SORTED_MOST),
        Figure(
            f"Every sum proved, {of}: processor time", f"{proved['seconds']:.1f} s", "", None
        ),
    ]  # fmt: skip


def _within(name: str, took: float, most: int) -> Figure:
    return Figure(
        name, f"{took:.1f} ms", "", None, target=f"≤ {most} ms", met=took <= most
    )  # fmt: skip
