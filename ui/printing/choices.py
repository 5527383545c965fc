"""What to print, and on which paper."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.printing.paper import SHEETS, LabelSheet, sheets_of

CARDS, LIST, LABELS = "cards", "list", "labels"


class Choices(QWidget):
    """The left side of the dialog; knows nothing of contacts."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.what = Segmented(theme, {LIST: "", CARDS: "", LABELS: ""}, "", size=32)
        self.paper = QComboBox()
        self.sheet = QComboBox()
        self.products = Label(theme, "", "caption", "muted", wrap=True)
        self.start = QSpinBox()
        self.edges = CheckBox(theme)
        self._label_part = QWidget()
        self._of_labels = QVBoxLayout(self._label_part)
        self._labels = [Label(theme, "", strong=True) for _ in range(4)]
        self.paper.addItem("A4", "a4")
        self.paper.addItem("Letter", "letter")
        self._build()
        self._offer_sheets()
        self.what.chosen.connect(lambda _key: self._on_changed())
        self.paper.currentIndexChanged.connect(lambda _row: self._on_paper())
        self.sheet.currentIndexChanged.connect(lambda _row: self._on_changed())
        self.start.valueChanged.connect(lambda _value: self.changed.emit())
        self.edges.toggled.connect(lambda _on: self.changed.emit())

    @property
    def label_sheet(self) -> LabelSheet:
        """The sheet of labels that is chosen."""
        key = self.sheet.currentData()
        return next((sheet for sheet in SHEETS if sheet.key == key), SHEETS[0])

    def retranslate(self) -> None:
        """Set every word again."""
        self.what.setAccessibleName(self.tr("What to print"))
        self.what.set_texts(
            {LIST: self.tr("List"), CARDS: self.tr("Cards"), LABELS: self.tr("Labels")}
        )
        told = (self.tr("What to print"), self.tr("Paper"), self.tr("Sheet of labels"),
                self.tr("First free label"))  # fmt: skip
        for label, words in zip(self._labels, told, strict=True):
            label.set_text(words)
        for field, words in zip((self.paper, self.sheet, self.start), told[1:], strict=True):
            field.setAccessibleName(words)
        self.edges.setText(self.tr("Print the edges of the labels"))
        self._name_sheets()
        self._show_products()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        fields: tuple[QWidget, ...] = (self.what, self.paper, self.sheet, self.start)
        for label, field in zip(self._labels, fields, strict=True):
            label.setBuddy(field)
            group = QVBoxLayout()
            group.setSpacing(4)
            group.addWidget(label)
            group.addWidget(field)
            if field is self.sheet:
                group.addWidget(self.products)
            if field in (self.what, self.paper):
                column.addLayout(group)
            else:
                self._of_labels.addLayout(group)
        self._of_labels.setSpacing(16)
        self._of_labels.setContentsMargins(0, 0, 0, 0)
        self._of_labels.addWidget(self.edges)
        column.addWidget(self._label_part)
        self.start.lineEdit().setTextMargins(6, 0, 0, 0)
        self._show_fitting()

    def _on_paper(self) -> None:
        self._offer_sheets()
        self._on_changed()

    def _on_changed(self) -> None:
        self._show_fitting()
        self._show_products()
        with QSignalBlocker(self.start):  # a smaller sheet lowers it; one signal is enough
            self.start.setRange(1, self.label_sheet.count)
        self.changed.emit()

    def _show_fitting(self) -> None:
        self._label_part.setVisible(self.what.current == LABELS)

    def _offer_sheets(self) -> None:
        with QSignalBlocker(self.sheet):  # the caller tells of it, once
            self.sheet.clear()
            for sheet in sheets_of(self.paper.currentData()):
                self.sheet.addItem("", sheet.key)
        self._name_sheets()
        self.start.setRange(1, self.label_sheet.count)

    def _name_sheets(self) -> None:
        for row in range(self.sheet.count()):
            sheet = next(s for s in SHEETS if s.key == self.sheet.itemData(row))
            words = self.tr("{columns} × {rows}, {width} × {height} mm").format(
                columns=sheet.columns, rows=sheet.rows,
                width=f"{sheet.width:.1f}", height=f"{sheet.height:.1f}",
            )  # fmt: skip
            self.sheet.setItemText(row, words)

    def _show_products(self) -> None:
        self.products.set_text(self.tr("As {products}").format(products=self.label_sheet.products))
