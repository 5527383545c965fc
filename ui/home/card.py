"""A card of Home: its head, and its lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import IconSquare
from ui.common.widgets.label import Label
from ui.home.line import HomeLine
from ui.home.looks import CardLook

HEAD = 52
SQUARE = 28
LEFT, RIGHT, RIGHT_LINK = 16, 9, 16
GAP = 11
FOOT = 8  # px below dense lines


class HomeCard(QFrame):
    """Arrows go from line to line, also into the next card: `left` tells of that."""

    asked = Signal(str, object, object)  # code of an act, subject, QPoint for a menu
    headed = Signal(str)  # the card whose head was clicked
    left = Signal(int)  # an arrow leads out of the card, by so many lines

    def __init__(self, kit: Kit, look: CardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.lines: list[HomeLine] = []
        self.head_button: Button | None = None
        self._title = Label(kit.theme, look.title, "heading")
        self._count = Label(kit.theme, look.count, "heading", "muted", strong=False, digits=True)
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        words = f"{look.title} {look.count}".rstrip()
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, FOOT if look.dense else 1)
        column.setSpacing(0)
        column.addWidget(self._head(kit))
        for line in look.lines:
            shown = HomeLine(kit, line, dense=look.dense)
            shown.asked.connect(self.asked)
            shown.left.connect(self._on_left)
            self.lines.append(shown)
            column.addWidget(shown)

    def line_of(self, key: str) -> HomeLine | None:
        """Return the line about something."""
        return next((line for line in self.lines if line.line.key == key), None)

    def first(self, *, last: bool = False) -> HomeLine | None:
        """Return the first line that can be acted on, or the last."""
        lines = [line for line in self.lines if line.line.acts]
        return lines[-1 if last else 0] if lines else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = self._title.sizeHint().width() + 4 + self._count.sizeHint().width()
        others = LEFT + SQUARE + GAP + RIGHT_LINK
        if self.head_button is not None:
            others += self.head_button.sizeHint().width()
        self._count.setVisible(words + others <= self.width())  # what it is comes first

    def _head(self, kit: Kit) -> QWidget:
        look, theme = self.look, kit.theme
        head = QWidget()
        head.setProperty("clear", "true")
        head.setFixedHeight(theme.height(HEAD, "heading", HEAD - theme.line("heading")))
        row = QHBoxLayout(head)
        row.setContentsMargins(LEFT - 1, 0, RIGHT_LINK if look.strong else RIGHT, 0)
        row.setSpacing(0)
        if look.icon:
            row.addWidget(IconSquare(theme, look.icon, look.role, SQUARE))
            row.addSpacing(GAP)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(self._count)
        row.addStretch(1)
        if look.act:
            button = Button(
                theme, look.act, "link" if look.strong else "ghost",
                size="xs" if look.strong else "sm",
            )  # fmt: skip
            button.setAccessibleName(f"{look.act}: {look.title}")
            button.clicked.connect(lambda: self.headed.emit(look.code))
            self.head_button = button
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _on_left(self, steps: int) -> None:
        lines = [line for line in self.lines if line.line.acts]
        here = next((n for n, line in enumerate(lines) if line.hasFocus()), 0)
        to = here + steps
        if 0 <= to < len(lines):
            lines[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit(steps)
