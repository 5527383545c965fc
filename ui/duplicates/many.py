"""Says what merging many pairs at once will do, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

WIDTH = 480
SPACE = 24
TOLD = 6  # pairs named one by one


class MergeManyDialog(QDialog):
    """Names the pairs; the safe button has the focus."""

    def __init__(
        self, kit: Kit, pairs: Sequence[tuple[str, str]], count: int, parent: QWidget | None = None
    ) -> None:
        """`pairs` are the names of the first ones, who stays and who goes."""
        super().__init__(parent)
        theme = kit.theme
        title = kit.formats.count(
            count, self.tr("Merge 1 pair?"), self.tr("Merge {n} pairs?")
        )  # fmt: skip
        self.setWindowTitle(title)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(8)
        column.addWidget(Label(theme, title, "heading"))
        told = self.tr(
            "The older contact of each pair stays. Its empty fields are filled, everything else is"
            " kept. One undo takes all of it back."
        )
        column.addWidget(Label(theme, told, colour="text-2", wrap=True))
        for stays, goes in pairs[:TOLD]:
            line = self.tr("{other} into {name}").format(other=goes, name=stays)
            column.addWidget(Label(theme, line))
        if count > min(TOLD, len(pairs)):
            more = self.tr("and {n} more")
            rest = kit.formats.number(count - min(TOLD, len(pairs)))
            column.addWidget(Label(theme, more.format(n=rest), colour="muted"))
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.merge = Button(theme, self.tr("Merge"), "primary", icon="merge")
        row.addWidget(self.cancel)
        row.addWidget(self.merge)
        column.addLayout(row)
        self.cancel.clicked.connect(self.reject)
        self.merge.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self.cancel.setFocus()
