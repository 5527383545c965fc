"""The file in the plan of an import: its name, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.table import text_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import IconSquare
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu

if TYPE_CHECKING:
    from app.exchange.table import Table

ENCODINGS = ("utf-8", "cp949", "utf-16", "cp1252")
HIGHEST_LINE = 12  # offered for the column names; further down stands no header
ROWS_LISTED = 20
CELLS_LISTED = 4
UNCOUNTED = ("blank",)
ROOMY = 760  # px from which the sheet is named also beside the list of sheets


class ReadingStrip(QWidget):
    """Sheet, encoding and header line can be changed; rows left out are listed with the reason."""

    sheet_chosen = Signal(str)
    encoding_chosen = Signal(str)
    header_line_chosen = Signal(int)

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._table: Table | None = None
        theme = kit.theme
        self.setFixedHeight(theme.height(72, space=52))
        self.name_label = Label(theme, name, "strong")
        self.facts_label = Label(theme, "", "caption", "text-2")
        self.left_out_button = Button(theme, "", "link", size="xs")
        self.left_out_button.hide()
        self.sheet = QComboBox()
        self.encoding = QComboBox()
        self.header_line = QComboBox()
        for field in (self.sheet, self.encoding, self.header_line):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            field.installEventFilter(self)
            field.hide()
        names = QVBoxLayout()
        names.setSpacing(0)
        facts = QHBoxLayout()
        facts.setSpacing(6)
        facts.addWidget(self.facts_label)
        facts.addWidget(self.left_out_button)
        facts.addStretch(1)
        names.addStretch(1)
        names.addWidget(self.name_label)
        names.addLayout(facts)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(IconSquare(theme, "sheet", "success", 40))
        row.addLayout(names, 1)
        self.matches_button = Button(theme, "", icon="bookmark")
        for part in (self.sheet, self.encoding, self.header_line, self.matches_button):
            row.addWidget(part)
        self.sheet.activated.connect(lambda _n: self.sheet_chosen.emit(self.sheet.currentText()))
        self.encoding.activated.connect(
            lambda _n: self.encoding_chosen.emit(self.encoding.currentData())
        )
        self.header_line.activated.connect(
            lambda _n: self.header_line_chosen.emit(self.header_line.currentData())
        )
        self.left_out_button.clicked.connect(self._on_left_out_clicked)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_table(self, table: Table | None) -> None:
        """Show how a file was read; None where it could not be."""
        self._table = table
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.header_line.setAccessibleName(self.tr("Line of the column names"))
        self.matches_button.set_text(self.tr("Saved matches"))
        self.matches_button.updateGeometry()
        table = self._table
        if table is None:
            self.facts_label.set_text("")
            self.left_out_button.hide()
            return
        count = self._kit.formats.count
        facts = []
        if table.sheet and self.width() >= ROOMY:
            facts.append(self.tr("Sheet “{sheet}”").format(sheet=table.sheet))
        facts.append(count(len(table.rows), self.tr("1 row"), self.tr("{n} rows")))
        facts.append(count(len(table.headers), self.tr("1 column"), self.tr("{n} columns")))
        if table.encoding:
            facts.append(table.encoding.upper())
        self.facts_label.set_text(self._kit.formats.listing(facts))
        skipped = [row for row in table.skipped if row.reason not in UNCOUNTED]
        words = count(len(skipped), self.tr("1 row left out"), self.tr("{n} rows left out"))
        self.left_out_button.set_text(words)
        self.left_out_button.setVisible(bool(skipped))
        self._fill(table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() >= ROOMY) != (self.width() >= ROOMY):
            self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _fill(self, table: Table) -> None:
        self.sheet.clear()
        self.sheet.addItems(list(table.sheets))
        self.sheet.setCurrentText(table.sheet or "")
        self.sheet.setVisible(len(table.sheets) > 1)
        self.encoding.clear()
        found = (table.encoding or "").lower()
        for name in ([found] if found else []) + [name for name in ENCODINGS if name != found]:
            self.encoding.addItem(name.upper(), name)
        self.encoding.setVisible(table.encoding is not None)
        self.header_line.clear()
        self.header_line.addItem(self.tr("No column names"), 0)
        for line in sorted({*range(1, HIGHEST_LINE + 1), table.header_line} - {0}):
            self.header_line.addItem(self.tr("Names in line {n}").format(n=line), line)
        self.header_line.setCurrentIndex(self.header_line.findData(table.header_line))
        self.header_line.setVisible(table.kind != "vcf")  # cards have none

    def _on_left_out_clicked(self) -> None:
        menu = Menu(self._kit.theme, parent=self)
        reasons = {"preamble": self.tr("above the column names")}
        for row in self._table.skipped if self._table else ():
            if row.reason in UNCOUNTED or len(menu.actions()) >= ROWS_LISTED:
                continue
            cells = [text for cell in row.cells if (text := text_of(cell))][:CELLS_LISTED]
            reason = reasons.get(row.reason) or self._kit.messages.reason(row.reason)
            words = self.tr("Line {n}: {reason}").format(n=row.line, reason=reason)
            listed = self._kit.formats.listing(cells)
            menu.add((f"{words}  {listed}" if listed else words).replace("&", "&&"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.left_out_button.mapToGlobal(QPoint(0, self.left_out_button.height())))
