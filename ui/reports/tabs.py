"""The tabs in the header: words with a line below the one that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.common.painting import ring
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import literal, state_of, words_of

BETWEEN = 20
LINE = 2
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class HeadTabs(QWidget):
    """Tab goes to the chosen one, the arrows choose another."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tabs: dict[str, HeadTab] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 0, 0)
        self._row.setSpacing(BETWEEN)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)

    @property
    def current(self) -> str:
        """The key of the chosen one; '' before there are any."""
        return next((key for key, tab in self.tabs.items() if tab.isChecked()), "")

    def show_tabs(self, options: Mapping[str, str]) -> None:
        """Show these, {key: words}; the chosen one stays if it is among them."""
        current = self.current
        if list(options) == list(self.tabs):
            for key, words in options.items():
                self.tabs[key].set_words(words)
            return
        for tab in self.tabs.values():
            tab.hide()
            tab.deleteLater()
        self.tabs = {key: HeadTab(self._theme, words, self) for key, words in options.items()}
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _on=False, taken=key: self._take(taken))
            self._row.addWidget(tab)
        if options:
            self.choose(current if current in options else next(iter(options)))

    def choose(self, key: str) -> None:
        """Show one as chosen, without a signal."""
        for other, tab in self.tabs.items():
            tab.setChecked(other == key)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if other == key else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or not self.tabs:
            super().keyPressEvent(event)
            return
        keys = list(self.tabs)
        key = keys[(keys.index(self.current) + step) % len(keys)]
        self._take(key)
        self.tabs[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)


class HeadTab(QPushButton):
    """One of the tabs."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(literal(words), parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_words(self, words: str) -> None:
        """Call it otherwise."""
        self.setText(literal(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self._theme.metrics("body", strong=True).horizontalAdvance(words_of(self))
        return QSize(ceil(words) + 2, 32)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Stay: the row chooses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, state = self._theme, QPainter(self), state_of(self)
        rect = QRectF(self.rect())
        on = state.checked or state.hover
        ink = theme.colour("text" if on else "text-2")
        font = theme.font("body", strong=state.checked)
        draw_text(painter, rect, words_of(self), font, ink, CENTRE)
        if state.checked:
            line = QRectF(0, rect.bottom() - LINE, rect.width(), LINE)
            painter.fillRect(line, theme.colour("accent"))
        if state.ring:
            ring(painter, theme, rect.adjusted(-2, 10, 2, -10))
        painter.end()
