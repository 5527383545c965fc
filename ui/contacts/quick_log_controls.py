"""What happened, who began and what came of it: the controls of the quick log."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.segmented import Segmented
from ui.common.writing.entry_words import outcome_words
from ui.contacts.quick_log_line import Proposal

KINDS = ("call", "visit", "text", "email")
OUTCOME = 8  # letters of what came of it that have room; its list shows the whole


class LogControls(QWidget):
    """They follow the line that is typed until somebody sets one: that one stays."""

    changed = Signal()  # somebody has set one
    fitted = Signal()  # others are shown than before

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        self.by_hand: set[str] = set()
        self.kind = Segmented(kit.theme, dict.fromkeys(KINDS, " "), "", size=32)
        self.direction = Segmented(kit.theme, {"out": " ", "in": " "}, "", size=32)
        self.outcome = QComboBox()
        self.outcome.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.outcome.setMinimumContentsLength(OUTCOME)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.direction)
        row.addWidget(self.outcome, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addLayout(row)
        self.kind.chosen.connect(lambda: self._set("kind"))
        self.direction.chosen.connect(lambda: self._set("direction"))
        self.outcome.activated.connect(lambda: self._set("outcome"))

    def begin(self) -> None:
        """Stand as they do at first."""
        self.by_hand = set()
        self.follow(None)

    def follow(self, said: Proposal | None) -> None:
        """Show what a line says, where nobody has set it otherwise."""
        if "kind" not in self.by_hand:
            self.kind.choose(said.kind if said and said.kind in KINDS else "call")
        if "direction" not in self.by_hand:
            self.direction.choose((said and said.direction) or "out")
        if "outcome" not in self.by_hand:
            self.outcome.setCurrentIndex(max(0, self.outcome.findData(said and said.outcome)))
        self._fit()

    def kind_of(self, said: Proposal | None) -> str:
        """Return what happened: what was set, else what the line says."""
        if said and said.kind and "kind" not in self.by_hand:
            return said.kind
        return self.kind.current

    def retranslate(self) -> None:
        """Set every word again."""
        self.kind.setAccessibleName(self.tr("What happened"))
        self.kind.set_texts(
            {
                "call": self.tr("Call"),
                "visit": self.tr("Visit"),
                "text": self.tr("Message"),
                "email": self.tr("Mail"),
            }
        )
        self.direction.setAccessibleName(self.tr("Who began"))
        self.direction.set_texts({"out": self.tr("Outgoing"), "in": self.tr("Incoming")})
        self.outcome.setAccessibleName(self.tr("What came of it"))
        chosen = self.outcome.currentIndex()
        self.outcome.clear()
        for code, words in outcome_words().items():
            self.outcome.addItem(words, code)
        self.outcome.setCurrentIndex(max(0, chosen))

    def _set(self, control: str) -> None:
        self.by_hand.add(control)
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        kind = self.kind.current
        self.outcome.setVisible(kind == "call")
        self.direction.setVisible(kind != "visit")
        self.fitted.emit()
