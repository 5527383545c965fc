"""The plan of an import: how the file is understood and what would happen. Nothing is saved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import FileError, FileProblem, UserError
from app.exchange.mapping import ColumnMatch
from app.exchange.table import column_letters, is_blank, text_of
from app.shapes.imports import ImportReport, ImportRequest
from ui.common.bars import bar, clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState, IconSquare
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.skeleton import Skeleton
from ui.common.widgets.stepper import Stepper
from ui.exchange.column_row import NARROW, WIDE, ColumnRow
from ui.exchange.outcome import WIDTH as SIDE_WIDTH
from ui.exchange.outcome import OutcomePanel

if TYPE_CHECKING:
    from app.services.imports import Prepared

ENCODINGS = ("utf-8", "cp949", "utf-16", "cp1252")
NARROW_PAGE = 1100  # px; below this the columns of the plan stand closer
SIDE_NARROW = 288
PASSWORDS = (FileProblem.NEEDS_PASSWORD, FileProblem.WRONG_PASSWORD)
HIGHEST_LINE = 12  # offered for the column names; further down stands no header


class PlanPage(QWidget):
    """Shows the plan and asks for another when the person changes how the file is read."""

    wanted = Signal(object)  # ImportRequest: plan anew
    accepted = Signal(object)  # Prepared: run it
    dismissed = Signal()

    def __init__(self, kit: Kit, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._request = ImportRequest(path=path)
        self._prepared: Prepared | None = None
        self._report: ImportReport | None = None
        self._error: UserError | None = None
        self._widths = WIDE
        self._build()
        self._connect()
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self.show_waiting()

    def show_waiting(self) -> None:
        """Show that the file is being read; nothing can be imported meanwhile."""
        self.import_button.setEnabled(False)
        self.outcome.show_report(None)
        if self._prepared is None:
            self.body.setCurrentWidget(self.waiting)

    def show_plan(self, prepared: Prepared, report: ImportReport) -> None:
        """Show how a file was understood and what its import would do."""
        self._prepared, self._report, self._error = prepared, report, None
        self.import_button.setEnabled(report.added + report.updated > 0)
        self.outcome.show_report(report)
        self.body.setCurrentWidget(self.columns_area)
        self._show_reading()
        self._show_columns()
        self.retranslate()
        if report.added + report.updated:
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: UserError) -> None:
        """Show why the file cannot be read; a locked one asks for its password."""
        self._error = error
        self._report = None
        self.import_button.setEnabled(False)
        self.body.setCurrentWidget(self.trouble)
        self.retranslate()
        locked = isinstance(error, FileError) and error.problem in PASSWORDS
        self.password.setVisible(locked)
        if locked:
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Plan of the import"))
        self.heading.set_text(self.tr("Import contacts"))
        self.steps.set_steps([self.tr("File"), self.tr("Check the plan"), self.tr("Import")])
        self.close_button.set_name(self.tr("Cancel the import"), "Esc")
        self.cancel_button.set_text(self.tr("Cancel"))
        self.file_label.set_text(self._request.path.name)
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.encoding.setAccessibleName(self.tr("Encoding"))
        self.header_line.setAccessibleName(self.tr("Line of the column names"))
        self.password.setPlaceholderText(self.tr("Password, then Enter"))
        self.password.setAccessibleName(self.tr("Password of the file"))
        titles = (
            self.tr("Column in your file"), self.tr("What is in it"), self.tr("Goes to"),
            self.tr("Match"), self.tr("Problems"),
        )  # fmt: skip
        for label, title in zip(self._titles, titles, strict=True):
            label.set_text(title)
        self._show_facts()
        report = self._report
        rows = report.added + report.updated if report else 0
        words = self._kit.formats.count(
            rows, self.tr("Import 1 contact"), self.tr("Import {n} contacts")
        )
        self.import_button.set_text(words if rows else self.tr("Import"))
        self.import_button.updateGeometry()
        if self._error is not None:
            self.trouble_state.show_words(
                self.tr("This file cannot be imported"), self._kit.messages.describe(self._error)
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()  # the page scrolls, a list passed by does not change
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._kit.theme
        self.heading = Label(theme, "", "title")
        self.steps = Stepper(theme, ["", "", ""], 1)
        self.close_button = IconButton(theme, "x", "")
        self.square = IconSquare(theme, "sheet", "success", 40)
        self.file_label = Label(theme, "", "strong")
        self.facts_label = Label(theme, "", "caption", "text-2")
        self.sheet = QComboBox()
        self.encoding = QComboBox()
        self.header_line = QComboBox()
        for field in (self.sheet, self.encoding, self.header_line):
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            field.installEventFilter(self)
        self.outcome = OutcomePanel(self._kit)
        self.outcome.setFixedWidth(SIDE_WIDTH)
        self.cancel_button = Button(theme, "")
        self.import_button = Button(theme, "", "primary")
        self.before_label = Label(theme, "", colour="warning")
        self._build_body()
        left = QWidget()
        listing = QVBoxLayout(left)
        listing.setContentsMargins(0, 0, 0, 0)
        listing.setSpacing(0)
        listing.addWidget(self._file_strip())
        listing.addWidget(self.body, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(left, 1)
        middle.addWidget(self.outcome)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head: list[QWidget | None] = [self.heading, None, self.steps, None, self.close_button]
        foot: list[QWidget | None] = [
            self.cancel_button, None, self.before_label, self.import_button,
        ]  # fmt: skip
        whole.addWidget(bar(theme, "Header", 56, head, right=24, gap=12))
        whole.addLayout(middle, 1)
        whole.addWidget(bar(theme, "Footer", 64, foot, right=24, gap=12))

    def _build_body(self) -> None:
        theme = self._kit.theme
        self.waiting = QWidget()
        waiting = QVBoxLayout(self.waiting)
        waiting.setContentsMargins(24, 16, 24, 0)
        waiting.addWidget(Skeleton(theme, self.tr("Reading the file"), 8))
        waiting.addStretch(1)
        self.trouble_state = EmptyState(theme, "file-warning", "", role="warning")
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setFixedWidth(240)
        self.trouble = QWidget()
        trouble = QVBoxLayout(self.trouble)
        trouble.addStretch(1)
        trouble.addWidget(self.trouble_state)
        trouble.addWidget(self.password, 0, Qt.AlignmentFlag.AlignHCenter)
        trouble.addStretch(1)
        self._titles = [Label(theme, "", "caption", "muted") for _ in range(5)]
        self.columns_area = QWidget()
        column = QVBoxLayout(self.columns_area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._column_titles())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setProperty("clear", "true")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._rows)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        column.addWidget(area, 1)
        self.body = QStackedWidget()
        for widget in (self.waiting, self.columns_area, self.trouble):
            self.body.addWidget(widget)

    def _file_strip(self) -> QWidget:
        strip = QWidget()
        strip.setFixedHeight(self._kit.theme.height(72, space=52))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.file_label)
        names.addWidget(self.facts_label)
        names.addStretch(1)
        row = QHBoxLayout(strip)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.square)
        row.addLayout(names, 1)
        row.addWidget(self.sheet)
        row.addWidget(self.encoding)
        row.addWidget(self.header_line)
        return strip

    def _column_titles(self) -> QWidget:
        strip = QFrame()
        strip.setObjectName("Toolbar")
        strip.setFixedHeight(self._kit.theme.height(36, "caption", 20))
        row = QHBoxLayout(strip)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        for label in self._titles:
            row.addWidget(label, 1 if label is self._titles[-1] else 0)
        return strip

    def _fit(self) -> None:
        narrow = self.width() < NARROW_PAGE
        self._widths = NARROW if narrow else WIDE
        self.outcome.setFixedWidth(SIDE_NARROW if narrow else SIDE_WIDTH)
        for label, width in zip(self._titles, self._widths, strict=False):
            label.setFixedWidth(width)
        for row in self.findChildren(ColumnRow):
            row.set_widths(self._widths)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.dismissed)
        self.cancel_button.clicked.connect(self.dismissed)
        self.import_button.clicked.connect(self._on_import_clicked)
        self.sheet.activated.connect(self._on_sheet_chosen)
        self.encoding.activated.connect(self._on_encoding_chosen)
        self.header_line.activated.connect(self._on_header_line_chosen)
        self.password.returnPressed.connect(self._on_password_typed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_import_clicked)

    def _show_facts(self) -> None:
        prepared, report = self._prepared, self._report
        before = ""
        facts: list[str] = []
        if prepared is not None and self._error is None:
            table = prepared.table
            if table.sheet:
                facts.append(self.tr("Sheet “{sheet}”").format(sheet=table.sheet))
            count = self._kit.formats.count
            facts.append(count(len(table.rows), self.tr("1 row"), self.tr("{n} rows")))
            facts.append(count(len(table.headers), self.tr("1 column"), self.tr("{n} columns")))
            if table.encoding:
                facts.append(table.encoding.upper())
        if report is not None and report.imported_before:
            day = self._kit.formats.day_of(report.imported_before)
            before = self.tr("This very file was imported before: {day}").format(day=day)
        self.facts_label.set_text(self._kit.formats.listing(facts))
        self.before_label.set_text(before)

    def _show_reading(self) -> None:
        if self._prepared is None:
            return
        table = self._prepared.table
        self.sheet.clear()
        self.sheet.addItems(list(table.sheets))
        self.sheet.setCurrentText(table.sheet or "")
        self.sheet.setVisible(len(table.sheets) > 1)
        self.encoding.clear()
        found = (table.encoding or "").lower()
        others = [name for name in ENCODINGS if name != found]
        for name in ([found] if found else []) + others:
            self.encoding.addItem(name.upper(), name)
        self.encoding.setVisible(table.encoding is not None)
        self.header_line.clear()
        self.header_line.addItem(self.tr("No column names"), 0)
        for line in sorted({*range(1, HIGHEST_LINE + 1), table.header_line} - {0}):
            self.header_line.addItem(self.tr("Names in line {n}").format(n=line), line)
        self.header_line.setCurrentIndex(self.header_line.findData(table.header_line))

    def _show_columns(self) -> None:
        clear(self._rows)
        if self._prepared is None or self._report is None:
            return
        table, problems = self._prepared.table, self._problems()
        for match in self._prepared.mapping.columns:
            cells = (row[match.index] for row in table.rows)
            samples = []
            for cell in cells:
                if not is_blank(cell):
                    samples.append(text_of(cell))
                    if len(samples) == 2:
                        break
            row = ColumnRow(self._kit, match, samples, problems.get(match.header, ""))
            row.set_widths(self._widths)
            row.target.installEventFilter(self)
            row.chosen.connect(lambda target, match=match: self._on_target_chosen(match, target))
            self._rows.addWidget(row)

    def _problems(self) -> dict[str, str]:
        """Return what is oddest in each column, with how often."""
        counts: dict[str, Counter[str]] = {}
        for problem in self._report.problems if self._report else ():
            counts.setdefault(problem.column, Counter())[problem.reason] += 1
        words = {}
        for column, reasons in counts.items():
            reason, times = reasons.most_common(1)[0]
            words[column] = f"{times} × {self._kit.messages.reason(reason)}"
        return words

    def _ask(self, request: ImportRequest) -> None:
        self._request = request
        self.wanted.emit(request)

    def _on_target_chosen(self, match: ColumnMatch, target: str) -> None:
        headers = [c.header for c in self._prepared.mapping.columns] if self._prepared else []
        alone = match.header and headers.count(match.header) == 1
        key = match.header if alone else column_letters(match.index)
        self._ask(replace(self._request, told={**self._request.told, key: target}))

    def _on_sheet_chosen(self) -> None:
        sheet = self.sheet.currentText()
        self._ask(replace(self._request, sheet=sheet, header_line=None, told={}))

    def _on_encoding_chosen(self) -> None:
        self._ask(replace(self._request, encoding=self.encoding.currentData(), told={}))

    def _on_header_line_chosen(self) -> None:
        line = self.header_line.currentData()
        self._ask(replace(self._request, header_line=line, told={}))

    def _on_password_typed(self) -> None:
        self._ask(replace(self._request, password=self.password.text()))

    def _on_import_clicked(self) -> None:
        if self.import_button.isEnabled() and self._prepared is not None:
            self.accepted.emit(self._prepared)
