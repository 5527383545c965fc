"""The columns of a file and what each becomes, one row each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.shapes.custom_fields import FieldRow
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.label import Label
from ui.exchange.column_row import NARROW, WIDE, ColumnRow, ColumnShown, FieldsModel
from ui.exchange.file_kinds import PEOPLE

ROW_MARGINS = (24, 0, 16, 0)
AT_ONCE = 4  # rows made before the window answers again
SEEN = 24  # rows; more do not fit the window, and are there a moment later


class ColumnsView(QWidget):
    """Shows the columns; says which one shall become something else."""

    target_chosen = Signal(object, str)  # ColumnMatch, target
    order_chosen = Signal(object, str)  # ColumnMatch, order of its dates
    values_asked = Signal(object)  # ColumnMatch

    def __init__(self, kit: Kit, kind: str = PEOPLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._narrow = False
        self._widths = WIDE
        self._titles = [Label(kit.theme, "", "caption", "muted") for _ in range(6)]
        self.rows: list[ColumnRow] = []
        self._shown: Sequence[ColumnShown] = ()
        self._rest = QTimer(self, interval=0, singleShot=True)
        self._rest.timeout.connect(lambda: self._grow(AT_ONCE))
        self._fields = FieldsModel(kit, kind, self)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setProperty("clear", "true")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._column)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._title_bar())
        whole.addWidget(area, 1)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def is_whole(self) -> bool:
        """Whether every column that is shown has its row."""
        return len(self.rows) == len(self._shown)

    def show_columns(self, columns: Sequence[ColumnShown]) -> None:
        """Show these columns; rows that stay keep the focus they have.

        The rows of columns that were not there are made little by little, those that can be seen
        at the latest when the columns are shown once more.
        """
        anew = len(columns) != len(self._shown)
        if anew:
            clear(self._column)
            self.rows = []
        self._shown = columns
        for row, shown in zip(self.rows, columns, strict=False):
            row.show_column(shown)
        self._grow(AT_ONCE if anew else SEEN - len(self.rows))

    def offer(self, own: tuple[FieldRow, ...]) -> None:
        """Let a column go to these fields of the shop's own, too."""
        self._fields.offer(own)

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand closer, or not."""
        name, samples, arrow, target, match = NARROW if narrow else WIDE
        grown = round(match * (self._kit.theme.text_scale - 1))  # of what has no words to spare
        self._narrow = narrow
        self._widths = (name, samples - grown, arrow, target, match + grown)
        for label, width in zip(self._titles, self._widths, strict=False):
            label.setFixedWidth(width)
        self._name_first()
        for row in self.rows:
            row.set_widths(self._widths)

    def retranslate(self) -> None:
        """Set every word again."""
        titles = (
            self.tr("What is in it"), "", self.tr("Goes to"), self.tr("Match"),
            self.tr("Problems"),
        )  # fmt: skip
        for label, title in zip(self._titles[1:], titles, strict=True):
            label.set_text(title)
        self._name_first()
        self._fields.retranslate()
        for row in self.rows:
            row.show_column(row.shown)

    def _name_first(self) -> None:
        narrow = self.tr("Column")
        self._titles[0].set_text(narrow if self._narrow else self.tr("Column in your file"))

    def _grow(self, count: int) -> None:
        """Make the rows of so many more columns; the rest follows when the window is idle."""
        there = len(self.rows)
        self.rows += [self._row(shown) for shown in self._shown[there : there + max(0, count)]]
        if len(self.rows) < len(self._shown):
            self._rest.start()

    def _row(self, shown: ColumnShown) -> ColumnRow:
        row = ColumnRow(self._kit, self._fields, shown)
        row.set_widths(self._widths)
        row.chosen.connect(lambda target: self.target_chosen.emit(row.shown.match, target))
        row.ordered.connect(lambda order: self.order_chosen.emit(row.shown.match, order))
        row.values_asked.connect(lambda: self.values_asked.emit(row.shown.match))
        self._column.addWidget(row)
        return row

    def _title_bar(self) -> QFrame:
        strip = QFrame()
        strip.setObjectName("Heads")
        strip.setFixedHeight(self._kit.theme.height(36, "caption", 20))
        row = QHBoxLayout(strip)
        row.setContentsMargins(*ROW_MARGINS)
        row.setSpacing(12)
        for label in self._titles:
            row.addWidget(label, 1 if label is self._titles[-1] else 0)
        return strip
