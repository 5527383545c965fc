"""What charts are drawn with: colours, fonts and formats; no widget and no matplotlib."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from ui.common.fonts import families
from ui.common.formats import Formats
from ui.common.theme import Theme
from ui.common.tokens import Tokens

if TYPE_CHECKING:
    from app.shapes.reports import ReportSeries

translate = QCoreApplication.translate

KOREAN = (
    "Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", "NanumGothic",
    "Noto Sans CJK JP",
)  # fmt: skip
LAST = "DejaVu Sans"  # matplotlib brings it along
ROLES = {"now": "indigo", "goal": "persimmon", "before": "stone", "likely": "jade"}
NAMES = ("indigo", "persimmon", "jade", "plum", "bronze", "sky", "rose", "stone")
ALIASES = {"accent": "indigo", "blue": "sky", "purple": "plum", "green": "jade"}
STAGES = ("inquiry", "quote", "visit", "negotiation", "contract")


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours are written #rrggbb; `legend`: the figure names its series itself, as on paper."""

    colours: Mapping[str, str]
    series: Mapping[str, str]
    stages: Mapping[str, str]
    heat: tuple[tuple[str, str], ...]
    families: tuple[str, ...]
    formats: Formats
    scale: float = 1.0
    legend: bool = False
    more: str = "{n} more"

    def colour(self, name: str) -> str:
        """Return the colour of a token."""
        return self.colours[name]

    def of_series(self, colour: str, role: str, number: int) -> str:
        """Return the colour of a series: its own, its role's, or that of its place.

        `number` counts the series of the same role before it.
        """
        if colour:
            return self.named(colour)
        if role in ("low", "high"):
            role = "likely"
        if role in ROLES and number == 0:
            return self.series[ROLES[role]]
        return self.series[NAMES[number % (len(NAMES) - 1)]]

    def named(self, name: str) -> str:
        """Return a colour by the name a report gives it: of data, of a stage, of a meaning."""
        known = self.series.get(name) or self.stages.get(name) or self.colours.get(f"{name}-solid")
        return known or self.series[ALIASES.get(name, NAMES[0])]

    def of_report(self, series: Sequence[ReportSeries]) -> list[str]:
        """Return the colours of all series of a chart."""
        seen: Counter[str] = Counter()
        colours = []
        for each in series:
            colours.append(self.of_series(each.colour, each.role, seen[each.role]))
            seen[each.role] += 1
        return colours

    def with_legend(self) -> ChartLook:
        """Return the same look for a figure that stands alone."""
        return replace(self, legend=True)


def look_of(theme: Theme, formats: Formats) -> ChartLook:
    """Return the look of the window as it is now."""
    colours = theme.tokens.colours(dark=theme.dark, high_contrast=theme.high_contrast)
    return _look(theme.tokens, colours, formats, theme.text_scale, dark=theme.dark)


def paper_look(tokens: Tokens, formats: Formats, *, dark: bool = False) -> ChartLook:
    """Return the look of pictures and paper, whatever the window's is."""
    return _look(tokens, tokens.colours(dark=dark), formats, 1.0, dark=dark).with_legend()


def _look(
    tokens: Tokens, colours: Mapping[str, QColor], formats: Formats, scale: float, *, dark: bool
) -> ChartLook:
    return ChartLook(
        colours={name: colour.name() for name, colour in colours.items()},
        series=dict(zip(NAMES, (colour.name() for colour in tokens.series), strict=True)),
        stages={name: colour.name() for name, colour in tokens.stages(dark=dark).items()},
        heat=tuple((fill.name(), ink.name()) for fill, ink in tokens.heat(dark=dark)),
        families=tuple(dict.fromkeys((*families(tokens), *KOREAN, LAST))),
        formats=formats,
        scale=scale,
        more=translate("Charts", "{n} more"),
    )
