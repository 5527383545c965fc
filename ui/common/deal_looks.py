"""How the stages of deals look, the same on the board, on a deal's page and in its lists."""

from __future__ import annotations

from PySide6.QtGui import QColor

from app.shapes.pipelines import COLOURS
from ui.common.theme import Theme


def stage_colour(theme: Theme, word: str) -> QColor:
    """Return the colour of a stage's strip or dot; never for text."""
    return theme.stage(word if word in COLOURS else COLOURS[0])
