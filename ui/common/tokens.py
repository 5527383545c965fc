"""The design tokens: every colour, type size and measure of the program by name."""

import json
import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QColor

from resources import path

RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")
# What changes when the system asks for more contrast: {token: token whose colour it takes}.
HIGH_CONTRAST = {
    "border": "border-input",
    "border-strong": "border-input",
    "muted": "text-2",
    "nav-selected": "accent-soft",
}
SOFT_ROLES = ("success", "warning", "danger", "info", "plum", "persimmon", "neutral", "accent")


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """Size and line height in px at a text size of 100 %, and whether it is semibold."""

    size: int
    line: int
    strong: bool


class Tokens:
    """What resources/tokens.json says, with colours ready for Qt. Immutable."""

    def __init__(self) -> None:
        told: dict[str, Any] = json.loads(path("tokens.json").read_text(encoding="utf-8"))
        colour = told["color"]
        self.families: dict[str, list[str]] = told["font"]["family"]
        self.styles = {
            name: TypeStyle(style["size"], style["line"], style["weight"] >= 600)
            for name, style in told["font"]["scale"].items()
        }
        self.text_scales: tuple[float, ...] = tuple(told["font"]["user_scale"])
        self.tiers: dict[str, tuple[str, str]] = {
            name: (tier["role"], tier["icon"]) for name, tier in colour["tier"].items()
        }
        self.series = tuple(QColor(text) for text in colour["chart"]["series"])
        self.markers: tuple[str, ...] = tuple(colour["chart"]["markers"])
        self.motion: dict[str, int] = {
            name: ms for name, ms in told["motion"].items() if isinstance(ms, int)
        }
        self._colour = colour

    def colours(self, *, dark: bool, high_contrast: bool = False) -> dict[str, QColor]:
        """Return the plain colours of one theme by token name."""
        told = self._colour["dark" if dark else "light"]
        found = {name: parse(text) for name, text in told.items() if isinstance(text, str)}
        if high_contrast:
            found |= {name: found[source] for name, source in HIGH_CONTRAST.items()}
            found |= {f"{role}-border": found["border-input"] for role in SOFT_ROLES}
        return found

    def stages(self, *, dark: bool) -> dict[str, QColor]:
        """Return the colours of the kinds of deal stages: dots and strips, never text."""
        return {
            name: parse(text)
            for name, text in self._colour["stage"]["dark" if dark else "light"].items()
        }

    def avatars(self, *, dark: bool) -> list[tuple[QColor, QColor]]:
        """Return the (background, letters) pairs of avatars."""
        pairs = self._colour["avatar"]["dark" if dark else "light"]
        return [(parse(back), parse(front)) for back, front in pairs]

    def heat(self, *, dark: bool) -> list[tuple[QColor, QColor]]:
        """Return the (fill, text) pairs of heat maps, from nothing to most."""
        told = self._colour["dark" if dark else "light"]
        return [
            (parse(fill), parse(text))
            for fill, text in zip(told["heat"], told["heat-text"], strict=True)
        ]


def parse(text: str) -> QColor:
    """Return the colour written as #RRGGBB or rgba(r,g,b,a)."""
    if match := RGBA.fullmatch(text):
        red, green, blue = (int(part) for part in match.groups()[:3])
        return QColor(red, green, blue, round(float(match[4]) * 255))
    return QColor(text)
