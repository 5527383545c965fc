"""Colours, fonts and style sheet of the program, for the scheme and text size in use."""

import re
from enum import Enum
from math import ceil

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QIcon,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QApplication

from resources import ROOT, path
from ui.common.fonts import Fonts
from ui.common.icons import Icons, ThemedIconEngine
from ui.common.tokens import Tokens

PLACEHOLDER = re.compile(r"@([\w-]+)@")
ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.ToolTipBase: "tooltip-bg",
    QPalette.ColorRole.ToolTipText: "tooltip-text",
    QPalette.ColorRole.Link: "accent-text",
    QPalette.ColorRole.LinkVisited: "accent-text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border-strong",
    QPalette.ColorRole.Dark: "border-input",
    QPalette.ColorRole.Shadow: "border-input",
}
DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


class Scheme(Enum):
    """What the person chose; the value is what the settings store."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def scheme_of(value: str) -> Scheme:
    """Return the colour scheme a setting names; an odd one means like the system."""
    return Scheme(value) if value in {scheme.value for scheme in Scheme} else Scheme.SYSTEM


class Theme(QObject):
    """The look of the whole program; whoever paints asks it each time and keeps no colour.

    It follows the system while the scheme is SYSTEM. `changed` comes after application,
    palette, fonts and style sheet have been set and every widget's size is asked for anew.
    """

    changed = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = Tokens()
        self.icons = Icons()
        self.scheme = Scheme.SYSTEM
        self.reduced_motion = False
        self.dark = False
        self._application = application
        self._fonts = Fonts(self.tokens, 1.0)
        self._colours = self.tokens.colours(dark=False)
        self._avatars = self.tokens.avatars(dark=False)
        self._stages = self.tokens.stages(dark=False)
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(self._hints, "accessibility"):  # Qt 6.10
            contrast = self._hints.accessibility()
            contrast.contrastPreferenceChanged.connect(self._on_system_changed)

    @property
    def text_scale(self) -> float:
        """The text size, 1.0 to 1.5."""
        return self._fonts.text_scale

    @property
    def high_contrast(self) -> bool:
        """Whether the system asks for more contrast."""
        if not hasattr(self._hints, "accessibility"):
            return False
        preference: Qt.ContrastPreference = self._hints.accessibility().contrastPreference()
        return preference == Qt.ContrastPreference.HighContrast

    def use(
        self,
        scheme: Scheme | None = None,
        *,
        text_scale: float | None = None,
        reduced_motion: bool | None = None,
    ) -> None:
        """Apply what was chosen to the application; what is None stays as it is."""
        if scheme is not None:
            self.scheme = scheme
        if text_scale is not None and text_scale != self.text_scale:
            self._fonts = Fonts(self.tokens, text_scale)
        if reduced_motion is not None:
            self.reduced_motion = reduced_motion
        self._hints.colorSchemeChanged.disconnect(self._on_system_changed)
        self._hints.setColorScheme(SCHEMES[self.scheme])
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    def colour(self, name: str) -> QColor:
        """Return the colour of that token in the theme in use."""
        return self._colours[name]

    def series(self, index: int) -> QColor:
        """Return the chart colour of that number; they repeat after eight."""
        return self.tokens.series[index % len(self.tokens.series)]

    def stage(self, kind: str) -> QColor:
        """Return the colour of a kind of deal stage."""
        return self._stages[kind]

    def avatar(self, index: int) -> tuple[QColor, QColor]:
        """Return background and letters of the avatar colour of that number."""
        return self._avatars[index % len(self._avatars)]

    def heat(self) -> list[tuple[QColor, QColor]]:
        """Return the (fill, text) steps of heat maps."""
        return self.tokens.heat(dark=self.dark)

    def tier(self, name: str) -> tuple[str, str]:
        """Return (colour role, icon) of a tier by its English name, as 'At risk'."""
        return self.tokens.tiers[name]

    def font(self, style: str, *, strong: bool | None = None, digits: bool = False) -> QFont:
        """Return the font of a type style such as 'body'; `digits`: all of one width."""
        return self._fonts.font(style, strong=strong, digits=digits)

    def sized_font(self, size: float, *, strong: bool = False) -> QFont:
        """Return a font outside the type scale, for letters that are a mark."""
        return self._fonts.sized(size, strong=strong)

    def metrics(
        self, style: str, *, strong: bool | None = None, digits: bool = False
    ) -> QFontMetricsF:
        """Return the measures of that font."""
        return self._fonts.metrics(style, strong=strong, digits=digits)

    def line(self, style: str) -> int:
        """Return the line height of a type style in px."""
        return self._fonts.line(style)

    def height(self, size: int, style: str = "body", space: int = 12) -> int:
        """Return `size` px, or more if text of that style with `space` around needs it."""
        return max(size, ceil(self.metrics(style).height()) + space)

    def duration(self, name: str) -> int:
        """Return the ms of a motion of the tokens; movements take none when they are not wanted."""
        moves = name in {"fast", "base", "slow", "toast_in"}
        return 0 if moves and self.reduced_motion else self.tokens.motion[name]

    def icon(self, name: str, colour: str = "text-2") -> QIcon:
        """Return an icon that takes its colour from the theme each time it is painted."""

        def colour_of(mode: QIcon.Mode) -> QColor:
            return self.colour("disabled" if mode == QIcon.Mode.Disabled else colour)

        return QIcon(ThemedIconEngine(self.icons, name, colour_of))

    def paint_icon(
        self,
        painter: QPainter,
        at: QPointF,
        name: str,
        size: int,
        colour: str | QColor,
        stroke: float = 0,
    ) -> None:
        """Paint an icon in the colour of a token, its upper left corner at that point."""
        plain = colour if isinstance(colour, QColor) else self.colour(colour)
        self.icons.paint(painter, at, name, size, plain, stroke)

    def palette(self) -> QPalette:
        """Return the palette of the theme in use."""
        palette = QPalette()
        for role, name in ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in DISABLED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette

    def style_sheet(self) -> str:
        """Return resources/theme.qss with colours, sizes and places filled in."""
        template = path("theme.qss").read_text(encoding="utf-8")
        values = {name: css(colour) for name, colour in self._colours.items()}
        for style in self.tokens.styles:
            values[f"{style}-size"] = f"{self.font(style).pixelSize()}px"
        values["control"] = f"{self.height(32) - 2}px"  # without its border
        values["control-focus"] = f"{self.height(32) - 4}px"
        values["resources"] = ROOT.as_posix()
        return PLACEHOLDER.sub(lambda match: values[match[1]], template)

    def _on_system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        self.dark = self.scheme == Scheme.DARK or (
            self.scheme == Scheme.SYSTEM and self._hints.colorScheme() == Qt.ColorScheme.Dark
        )
        self._colours = self.tokens.colours(dark=self.dark, high_contrast=self.high_contrast)
        self._avatars = self.tokens.avatars(dark=self.dark)
        self._stages = self.tokens.stages(dark=self.dark)
        application, sheet = self._application, self.style_sheet()
        if not application.styleSheet():
            application.setStyle("Fusion")
        if application.font() != self.font("body"):
            application.setFont(self.font("body"))
        application.setPalette(self.palette())
        if application.styleSheet() != sheet:  # Qt styles every widget anew, also for the same one
            application.setStyleSheet(sheet)
        # Not by a connection in each widget: PySide keeps 64 bytes of every one to a method of Qt.
        for widget in application.allWidgets():
            widget.updateGeometry()
        self.changed.emit()


def css(colour: QColor) -> str:
    """Return the colour as a style sheet writes it."""
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"
