"""Runs what is timed of purchases."""

from tests.bench.figures import Bench, Figure, ratio_of, seconds_of, sized
from tests.bench.lists import write_sales_csv

MODULE = "tests.bench.sale_tasks"
IMPORT_LIMIT = 2.5  # times the floor
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


def sale_import_figures(bench: Bench, lines: int) -> list[Figure]:
    """Import so many lines of sales into an empty shop, its floor and its undo, once."""
    source = bench.folder / f"sales-{lines}.csv"
    write_sales_csv(source, lines)
    brought, floor, undone = ([report] for report in bench.imported("import_sales", source))
    if brought[0]["added"] != brought[0]["read"]:
        raise SystemExit(f"Of {brought[0]['read']} sales {brought[0]['added']} were added.")
    ratio = ratio_of(brought, floor)
    what = f"csv of {lines:,} lines of sales"
    return [
        Figure(
            f"{what}, {brought[0]['added']:,} sales, from the file to committed and searchable",
            seconds_of(brought), seconds_of(floor), ratio, ratio_of(brought, floor, "cpu"),
            f"≤ {IMPORT_LIMIT} × the floor", ratio <= IMPORT_LIMIT, "sales csv",
        ),
        Figure(
            f"Undo of that {what} (floor: the import)", seconds_of(undone), seconds_of(brought),
            ratio_of(undone, brought), ratio_of(undone, brought, "cpu"), key="undo sales csv",
        ),
        sized(f"Peak memory of the import of that {what}", "peak", brought, floor),
        sized(f"Peak memory of the undo of that {what}", "peak", undone, brought),
        sized(f"File after the {what}, from an empty shop", "size", brought, floor),
        sized(f"File after the undo of that {what}", "size", undone, brought),
    ]  # fmt: skip


def _within(name: str, took: float, most: int) -> Figure:
    return Figure(
        name, f"{took:.1f} ms", "", None, target=f"≤ {most} ms", met=took <= most
    )  # fmt: skip
