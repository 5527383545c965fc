"""One column of the file in the plan of an import: what it is called, holds and becomes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.exchange.fields import FIELDS, field_label
from app.exchange.mapping import ColumnMatch
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.theme import Theme
from ui.common.widgets.label import Label
from ui.common.widgets.state import literal

translate = QCoreApplication.translate

HEIGHT = 56
# px of header, samples, target and match; the problems take what is left.
WIDE = (140, 150, 196, 92)
NARROW = (96, 124, 160, 60)
GOOD, FAIR = 90, 60  # per cent
LEFT_OUT = ("ignore", "never")


class MatchBars(QWidget):
    """Three bars and the per cent: how sure the match is."""

    def __init__(self, theme: Theme, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._percent = percent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("ColumnRow", "Match {percent} %").format(percent=percent))

    def sizeHint(self) -> QSize:
        return QSize(22, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        full, colour = bars_of(self._percent)
        for number in range(3):
            name = colour if number < full else "border-strong"
            rect = QRectF(number * 7.0, 0, 5, 14)
            box(painter, rect, 1.5, self._theme.colour(name))
        painter.end()


def bars_of(percent: int) -> tuple[int, str]:
    """Return how many bars and in which colour."""
    if percent >= GOOD:
        return 3, "success-solid"
    if percent >= FAIR:
        return 2, "warning-solid"
    return (1, "danger-solid") if percent else (0, "border-strong")


class ColumnRow(QFrame):
    """Header, two samples, the field it goes to, how sure that is, and what is odd in it."""

    chosen = Signal(str)  # target

    def __init__(
        self,
        kit: Kit,
        match: ColumnMatch,
        samples: Sequence[str],
        problems: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        out = match.target in LEFT_OUT
        self.setObjectName("Toolbar")
        self.setFixedHeight(theme.height(HEIGHT, space=36))
        ink = "muted" if out else "text"
        name = match.header or translate("ColumnRow", "(no name)")
        header = Label(theme, name, "strong", ink)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        for sample in samples[:2]:
            lines.addWidget(Label(theme, sample, "caption", "text-2"))
        lines.addStretch(1)
        holder = QWidget()
        lines.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(lines)
        self.target = QComboBox()
        self.target.setAccessibleName(
            translate("ColumnRow", "{column} goes to").format(column=name)
        )
        self._fill(kit.language.code, match.target)
        percent = Label(
            theme,
            "—" if out or not match.confidence else f"{match.confidence}%",
            "caption",
            "text-2",
            digits=True,
        )
        quality = QWidget()
        bars = QHBoxLayout(quality)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.setSpacing(6)
        bars.addWidget(MatchBars(theme, 0 if out else match.confidence))
        bars.addWidget(percent, 1)
        odd = Label(theme, problems, "caption", "warning" if problems else "muted")
        if not problems:
            none = translate("ColumnRow", "Left out") if out else translate("ColumnRow", "None")
            odd.set_text(none)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(header)
        row.addWidget(holder)
        row.addWidget(self.target)
        row.addWidget(quality)
        row.addWidget(odd, 1)
        self._cells = (header, holder, self.target, quality)
        self.set_widths(WIDE)
        self.target.activated.connect(self._on_activated)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Take these widths for all but the last part."""
        for cell, width in zip(self._cells, widths, strict=True):
            cell.setFixedWidth(width)

    def _fill(self, language: str, target: str) -> None:
        group = ""
        for field in FIELDS.values():
            if group and field.group != group:
                self.target.insertSeparator(self.target.count())
            group = field.group
            self.target.addItem(literal(field.label(language)), field.target)
        place = self.target.findData(target)
        if place < 0:
            words = field_label(target, language) or translate("ColumnRow", "Label of a column")
            self.target.addItem(words, target)
            place = self.target.count() - 1
        self.target.setCurrentIndex(place)

    def _on_activated(self, place: int) -> None:
        self.chosen.emit(self.target.itemData(place))
