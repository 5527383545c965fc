"""Runs what is timed of scores."""

from tests.bench.figures import Bench, Figure

MODULE = "tests.bench.insight_tasks"
MOST, GAP = 10, 100  # s, ms


def insight_figures(bench: Bench, people: int, sales: int) -> list[Figure]:
    """Return the figures of scoring a shop of so many contacts and sales, in the background."""
    shop = bench.folder / f"sales-{sales}.dangol"
    if not shop.exists():
        bench.run("make", shop, people, sales, module="tests.bench.sale_tasks")
    rounds = [bench.run("recompute", shop, module=MODULE) for _round in range(bench.rounds)]
    best = min(rounds, key=lambda one: one["seconds"])
    gap = min(one["gap"] for one in rounds)
    of = f"{best['customers']:,} customers, {sales:,} sales"
    return [
        Figure(
            f"Every score reckoned anew, {of}", f"{best['seconds']:.1f} s (CPU {best['cpu']:.1f})",
            "", None, target=f"≤ {MOST} s", met=best["seconds"] <= MOST, key="scores",
        ),
        Figure(
            "The longest wait of the window meanwhile", f"{gap:.0f} ms", "", None,
            target=f"≤ {GAP} ms", met=gap <= GAP,
        ),
        Figure("Peak memory of it", f"{best['mb']:.0f} MB", "", None),
    ]  # fmt: skip
