"""How likely a deal is: as its stage says, or as somebody judges it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.number_field import NumberField
from ui.common.widgets.segmented import Segmented

LEAST, MOST = 1, 99  # percent of what is not decided yet
ROOM = 84  # px of the number


class ChanceField(QWidget):
    """The number is only typed by hand; from the stage it follows every move."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = {"stage": self.tr("From the stage"), "hand": self.tr("By hand")}
        self.way = Segmented(kit.theme, options, self.tr("How the chance is told"), size=32)
        self.number = NumberField(0, 100)
        self.number.setSuffix(" %")
        self.number.setFixedWidth(round(ROOM * kit.theme.text_scale))
        self._of_stage = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.way)
        row.addStretch(1)
        self.setFocusProxy(self.way)
        self.way.chosen.connect(self._on_chosen)
        self._fit()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.number.setAccessibleName(name)

    @property
    def by_hand(self) -> int | None:
        """The percentage somebody typed, None where the stage says it."""
        return self.number.value() if self.way.current == "hand" else None

    def show_chance(self, by_hand: int | None) -> None:
        """Show what somebody typed, or that the stage says it."""
        self.way.choose("stage" if by_hand is None else "hand")
        self._fit()
        if by_hand is not None:
            self.number.setValue(by_hand)

    def follow(self, percent: int) -> None:
        """Say what the stage that is chosen has."""
        self._of_stage = percent
        if self.way.current == "stage":
            self.number.setValue(percent)

    def _on_chosen(self, way: str) -> None:
        self._fit()
        if way == "hand":
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            self.number.selectAll()

    def _fit(self) -> None:
        hand = self.way.current == "hand"
        value = self.number.value()
        self.number.setRange(LEAST if hand else 0, MOST if hand else 100)
        self.number.setValue(value if hand else self._of_stage)
        self.number.setEnabled(hand)
