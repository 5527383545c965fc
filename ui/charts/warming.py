"""Imports what draws charts, on a worker thread: it takes most of a second."""

from __future__ import annotations

import logging


def warm_up() -> None:
    """Import matplotlib and have it find its fonts; it says much of fonts that nobody needs."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    import ui.charts.drawing  # noqa: F401, PLC0415

    figure = Figure(figsize=(1, 1))
    figure.add_axes((0, 0, 1, 1)).text(0.5, 0.5, "0")
    FigureCanvasAgg(figure)
