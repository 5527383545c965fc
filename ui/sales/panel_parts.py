"""What the panel of a sale is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.label import Label


class MoneyLine(QWidget):
    """Words at the left, a smaller text below them, an amount at the right."""

    def __init__(
        self,
        kit: Kit,
        words: str,
        amount: str,
        below: str = "",
        *,
        strong: bool = False,
        colour: str = "text",
        after: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("clear", "true")
        theme = kit.theme
        self.words = Label(theme, words, colour=colour, strong=strong)
        self.amount = Label(theme, amount, colour=colour, strong=strong, digits=True)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.words)
        if below:
            left.addWidget(Label(theme, below, "caption", "muted", digits=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        row.addLayout(left, 1)
        row.addWidget(self.amount)
        if after is not None:
            row.addWidget(after)
        told = ", ".join(part for part in (words, below, amount) if part)
        self.setAccessibleName(told)
