"""The fonts of each system in the sizes of the design."""

import sys
from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetricsF

from ui.common.tokens import Tokens

FAMILIES = {"win32": "windows", "darwin": "macos"}
DIGITS = QFont.Tag("tnum")  # digits of one width, for numbers that stand in columns


class Fonts:
    """QFonts by type style at one text size; each is made once."""

    def __init__(self, tokens: Tokens, text_scale: float) -> None:
        self.text_scale = text_scale
        self._styles = tokens.styles
        self._families = families(tokens)
        self._fonts: dict[tuple[str, bool | None, bool], QFont] = {}
        self._metrics: dict[tuple[str, bool | None, bool], QFontMetricsF] = {}

    def font(self, style: str, *, strong: bool | None = None, digits: bool = False) -> QFont:
        """Return the font of a type style; `strong` overrides its weight."""
        key = (style, strong, digits)
        if key not in self._fonts:
            told = self._styles[style]
            self._fonts[key] = self.sized(
                told.size, strong=told.strong if strong is None else strong, digits=digits
            )
        return self._fonts[key]

    def metrics(
        self, style: str, *, strong: bool | None = None, digits: bool = False
    ) -> QFontMetricsF:
        """Return the measures of that font."""
        key = (style, strong, digits)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(style, strong=strong, digits=digits))
        return self._metrics[key]

    def line(self, style: str) -> int:
        """Return the line height of a type style in px."""
        return round(self._styles[style].line * self.text_scale)

    def sized(self, size: float, *, strong: bool = False, digits: bool = False) -> QFont:
        """Return a font of a size outside the type scale, in px at 100 %."""
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(round(size * self.text_scale))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        if sys.platform.startswith("linux"):
            # Hinted advances are whole pixels there: words would come out too wide.
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if digits:
            font.setFeature(DIGITS, 1)
        return font


def families(tokens: Tokens) -> Sequence[str]:
    """Return the families of this system, the Latin one first and a Korean one after it."""
    return tokens.families[FAMILIES.get(sys.platform, "linux_and_ci")]
