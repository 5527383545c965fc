"""A figure as a sheet in px, its origin at the upper left: what charts are drawn on."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ui.charts.look import ChartLook

# Where a family has no semi-bold, bold is taken: nothing to warn of.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
DPI = 100  # of a figure at a device pixel ratio of 1
POINT = 72 / DPI  # points a px has
CAPTION = 12
CUT = "…"


make_renderer: Any = RendererAgg  # its library tells no types


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark one can point at: its row and column in the report, and where it is, in px.

    `dots` are (y, colour) where a line crosses the mark.
    """

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float
    dots: tuple[tuple[float, str], ...] = ()

    @property
    def middle(self) -> tuple[float, float]:
        """Return the point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point is in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(slots=True)
class Drawing:
    """What was drawn where; `strips`: the marks are the places of a line's axis."""

    spots: list[Spot] = field(default_factory=list)
    strips: bool = False
    top: float = 0
    bottom: float = 0


class Sheet:
    """Draws in px whatever the resolution is."""

    def __init__(self, figure: Figure, look: ChartLook) -> None:
        figure.clear()
        self.look = look
        self.drawing = Drawing()
        self.width, self.height = (float(inches) * DPI for inches in figure.get_size_inches())
        figure.patch.set_facecolor(look.colour("surface"))
        self._axes: Any = figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(self.height, 0)
        known = set(fontManager.get_font_names())
        self._families = [name for name in look.families if name in known]
        self._measure: Any = make_renderer(1, 1, DPI)

    @property
    def line_height(self) -> float:
        """Return the height of a line of small text."""
        return 16 * self.look.scale

    def font(self, size: float = CAPTION, *, strong: bool = False) -> FontProperties:
        """Return a font of that size in px."""
        return FontProperties(
            family=self._families, size=size * self.look.scale * POINT,
            weight=600 if strong else 400,
        )  # fmt: skip

    def text_width(self, text: str, size: float = CAPTION, *, strong: bool = False) -> float:
        """Return how wide a text is."""
        if not text:
            return 0.0
        font = self.font(size, strong=strong)
        return float(self._measure.get_text_width_height_descent(text, font, False)[0])  # noqa: FBT003 - matplotlib's

    def widest(self, texts: Sequence[str], size: float = CAPTION, *, strong: bool = False) -> float:
        """Return the width of the widest."""
        return max((self.text_width(text, size, strong=strong) for text in texts), default=0.0)

    def fit(self, text: str, room: float, size: float = CAPTION) -> str:
        """Return the text cut to that room."""
        if self.text_width(text, size) <= room:
            return text
        while text and self.text_width(text + CUT, size) > room:
            text = text[:-1]
        return text.rstrip() + CUT

    def text(
        self, x: float, y: float, text: str, colour: str = "muted", *, size: float = CAPTION,
        strong: bool = False, align: str = "left",
    ) -> None:  # fmt: skip
        """Write a line whose middle is at y; `colour` is a token or #rrggbb."""
        ink = colour if colour.startswith("#") else self.look.colour(colour)
        self._axes.text(
            x, y, text, color=ink, fontproperties=self.font(size, strong=strong), ha=align,
            va="center_baseline", parse_math=False,
        )  # fmt: skip

    def rule(self, x: float, y: float, to_x: float, to_y: float, colour: str = "border") -> None:
        """Draw a hairline."""
        self._axes.plot(
            (x, to_x), (y, to_y), color=self.look.colours.get(colour, colour), linewidth=POINT,
            snap=True, solid_capstyle="butt", zorder=1,
        )  # fmt: skip

    def line(
        self, points: Sequence[tuple[float, float]], colour: str, width: float = 2.25, *,
        dashed: bool = False,
    ) -> None:  # fmt: skip
        """Draw a line through the points."""
        if len(points) == 1:
            self.dot(*points[0], colour)
            return
        xs, ys = zip(*points, strict=True) if points else ((), ())
        self._axes.plot(
            xs, ys, color=colour, linewidth=width * POINT, solid_joinstyle="round", zorder=3,
            solid_capstyle="round", dash_capstyle="butt",
            linestyle=(0, (3, 2)) if dashed else "-",
        )  # fmt: skip

    def dot(self, x: float, y: float, colour: str, side: float = 6) -> None:
        """Draw a point."""
        self._axes.plot(
            (x,), (y,), marker="o", markersize=side * POINT, color=colour, linestyle="",
            markeredgewidth=0, zorder=4,
        )  # fmt: skip

    def area(self, points: Sequence[tuple[float, float]], colour: str, alpha: float = 0.08) -> None:
        """Fill what the points enclose."""
        self._axes.add_patch(
            Polygon(list(points), closed=True, facecolor=colour, alpha=alpha, linewidth=0, zorder=2)
        )

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *, radius: float = 0,
        border: str = "", above: bool = False,
    ) -> None:  # fmt: skip
        """Fill a rectangle, with round corners and a border where asked for."""
        colour = self.look.colours.get(fill, fill)
        told: dict[str, Any] = {
            "facecolor": colour, "linewidth": POINT if border else 0, "zorder": 5 if above else 2,
            "edgecolor": self.look.colours.get(border, border) if border else "none",
        }  # fmt: skip
        if border:
            x, y, width, height = x + 0.5, y + 0.5, width - 1, height - 1
        radius = min(radius, width / 2, height / 2)
        if radius <= 0:
            self._axes.add_patch(Rectangle((x, y), width, height, **told))
            return
        style = f"round,pad=0,rounding_size={radius}"
        self._axes.add_patch(FancyBboxPatch((x, y), width, height, boxstyle=style, **told))

    def cap(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Fill an upright bar whose upper corners are round."""
        radius = min(3.0, width / 2, height)
        right, bottom = x + width, y + height
        corners = [
            (x, bottom), (x, y + radius), (x, y), (x + radius, y), (right - radius, y), (right, y),
            (right, y + radius), (right, bottom), (x, bottom),
        ]  # fmt: skip
        codes = [
            Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CURVE3, Path.LINETO, Path.CURVE3,
            Path.CURVE3, Path.LINETO, Path.CLOSEPOLY,
        ]  # fmt: skip
        self._axes.add_patch(PathPatch(Path(corners, codes), facecolor=fill, linewidth=0, zorder=2))
