"""Runs what is timed of the board of deals."""

from tests.bench.figures import Bench, Figure

MODULE = "tests.bench.board_tasks"
DEALS = 5_000
PAINTED_MOST, FRAME_MOST = 150, 16  # ms


def board_figures(bench: Bench, deals: int = DEALS) -> list[Figure]:
    """Return the figures of a board with so many open deals."""
    shop = bench.folder / "deals.dangol"
    bench.run("make", shop, deals, module=MODULE)
    told = bench.run("board", shop, module=MODULE)
    for path in bench.folder.glob("deals.dangol*"):
        path.unlink()
    of = f"{deals:,} open deals"
    return [
        _figure(f"The board read and painted, {of}", "board", told, PAINTED_MOST),
        _figure(f"A frame of a card carried to another column, {of}", "frame", told, FRAME_MOST),
        _figure(f"A card dropped, with the sums of all columns, {of}", "drop", told, FRAME_MOST),
    ]


def _figure(name: str, key: str, told: dict[str, float], most: int) -> Figure:
    return Figure(
        name, f"{told[key]:.1f} ms (CPU {told[f'{key}_cpu']:.1f})", "", None,
        target=f"≤ {most} ms", met=told[key] <= most, key=key,
    )  # fmt: skip
