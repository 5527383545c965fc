"""One rule of the score as it is edited: what it looks for, and its points."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.shapes.enquiries import CHANNELS
from app.shapes.scores import RULE_KINDS, RuleForm
from app.words import kind_words
from ui.common.kit import Kit
from ui.common.text import capital
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.number_field import NumberField
from ui.enquiries.words import channel_words

TEXTS = ("source", "words")  # kinds that look for a text
NUMBERS = ("value", "soon", "silent")  # … for a number
KIND, POINTS = 200, 84  # px
MOST = 100  # points


class RuleLine(QWidget):
    """Kind, operand and points; Delete on the button takes the rule away."""

    removed = Signal()

    def __init__(self, kit: Kit, form: RuleForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        scale, code = kit.theme.text_scale, kit.language.code
        self.setProperty("clear", "true")
        self.kind = QComboBox()
        self.kind.setFixedWidth(round(KIND * scale))
        for kind in RULE_KINDS:
            self.kind.addItem(capital(kind_words("rule", kind, code)), kind)
        self.kind.setCurrentIndex(self.kind.findData(form.kind))
        self.kind.setAccessibleName(self.tr("Rule"))
        self.channel = QComboBox()
        for channel in CHANNELS:
            self.channel.addItem(channel_words(channel, kit), channel)
        self.channel.setAccessibleName(self.tr("How it came"))
        self.operand = QLineEdit()
        self.points = NumberField(-MOST, MOST)
        self.points.setPrefix("+" if form.points > 0 else "")
        self.points.setValue(form.points)
        self.points.setFixedWidth(round(POINTS * scale))
        self.points.setAccessibleName(self.tr("Points"))
        self.remove_button = RemoveButton(kit.theme, "x", self.tr("Take the rule away"), key="Del")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.channel, 1)
        row.addWidget(self.operand, 1)
        row.addWidget(self.points)
        row.addWidget(self.remove_button)
        if form.kind == "channel":
            self.channel.setCurrentIndex(self.channel.findData(form.operand))
        else:
            self.operand.setText(form.operand)
            self.operand.setCursorPosition(0)
        self.kind.currentIndexChanged.connect(self._fit)
        self.points.valueChanged.connect(
            lambda value: self.points.setPrefix("+" if value > 0 else "")
        )
        self.remove_button.clicked.connect(self.removed)
        self._fit()

    def form(self) -> RuleForm:
        """Return the rule as it stands."""
        kind = self.kind.currentData()
        operand = ""
        if kind == "channel":
            operand = self.channel.currentData()
        elif kind in (*TEXTS, *NUMBERS):
            operand = self.operand.text().strip()
        kept = kind == self._form.kind and operand == self._form.operand
        return RuleForm(
            kind, operand, self.points.value(), self._form.label if kept else "", self._form.id
        )

    def is_whole(self) -> bool:
        """Tell whether what it looks for is said."""
        form = self.form()
        if form.kind in TEXTS:
            return bool(form.operand)
        return form.kind not in NUMBERS or form.operand.replace(",", "").isdigit()

    def _fit(self) -> None:
        kind = self.kind.currentData()
        self.channel.setVisible(kind == "channel")
        policy = self.operand.sizePolicy()
        policy.setRetainSizeWhenHidden(kind != "channel")  # the points stay where they are
        self.operand.setSizePolicy(policy)
        self.operand.setVisible(kind in (*TEXTS, *NUMBERS))
        hints = {
            "words": self.tr("price, how much"), "source": self.tr("Instagram"),
            "value": self.tr("from this amount"), "soon": self.tr("within days"),
            "silent": self.tr("days"),
        }  # fmt: skip
        self.operand.setPlaceholderText(hints.get(kind, ""))
        self.operand.setAccessibleName(hints.get(kind) or self.tr("What it looks for"))


class RemoveButton(IconButton):
    """Delete does as a click does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.click()
            return
        super().keyPressEvent(event)
