"""Runs what is timed of forecasts."""

from tests.bench.figures import Bench, Figure

MODULE = "tests.bench.forecast_tasks"
DEALS, MOST = 100_000, 300  # closed ones; ms


def forecast_figures(bench: Bench, deals: int = DEALS) -> list[Figure]:
    """Return the figures of a forecast over so many closed deals."""
    shop = bench.folder / "closed.dangol"
    bench.run("make", shop, deals, module=MODULE)
    told = bench.run("forecast", shop, module=MODULE)
    for path in bench.folder.glob("closed.dangol*"):
        path.unlink()
    return [
        Figure(
            f"A forecast of six months, {deals:,} closed deals",
            f"{told['forecast']:.0f} ms (CPU {told['forecast_cpu']:.0f})", "", None,
            target=f"≤ {MOST} ms", met=told["forecast"] <= MOST, key="forecast",
        )
    ]  # fmt: skip
