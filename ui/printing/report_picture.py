"""The chart of a report as a picture, with its name and what it says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from app.whole_files import whole_file
from ui.charts.look import paper_look
from ui.printing.output import why_not
from ui.printing.paper import POINT, Ink
from ui.printing.report import tall
from ui.printing.report_chart import PX, chart_on_paper

if TYPE_CHECKING:
    from app.shapes.reports import Report
    from ui.common.formats import Formats
    from ui.common.tokens import Tokens

WIDTH = 720  # px
AROUND = 20
SCALE = 2  # dots a px
MOST_ROWS = 40  # of a list


def write_picture(path: Path, report: Report, tokens: Tokens, formats: Formats) -> None:
    """Write a .png of twice as many dots as the screen shows. Raises FileError."""
    image = picture_of(report, tokens, formats)
    with whole_file(path) as partial:
        if not image.save(str(partial)):
            raise OSError(why_not(path), os.strerror(why_not(path)))


def picture_of(report: Report, tokens: Tokens, formats: Formats) -> QImage:
    """Paint a report as its card shows it, dark on white."""
    ink = Ink(tokens)
    width = (WIDTH - 2 * AROUND) * PX
    told = [
        (ink.lines(report.title, 13, width, most=2, strong=True), ink.text),
        (ink.lines(report.says, 10, width, most=4), ink.text),
        (ink.lines(report.about, 8.5, width, most=2), ink.soft),
    ]
    head = sum(lines.height for lines, _colour in told) + 8 * POINT
    chart = None
    if not report.is_empty:
        height = min(tall(report), 34 * MOST_ROWS) * PX
        chart = chart_on_paper(report, paper_look(tokens, formats), ink, width, height)
    below = head + (chart.height if chart is not None else 0.0)
    size = QSizeF(WIDTH, 2 * AROUND + below / PX) * SCALE
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE / PX, SCALE / PX)
    at = QPointF(AROUND * PX, AROUND * PX)
    for lines, colour in told:
        lines.draw(painter, at, colour)
        at.setY(at.y() + lines.height)
    if chart is not None:
        chart.paint(painter, QPointF(at.x(), at.y() + 8 * POINT))
    painter.end()
    return image
