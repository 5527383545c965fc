"""The rows of one kind, to be looked at, mended and decided before anything is saved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.imports import ImportReport
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.section_header import SectionHeader
from ui.exchange.file_kinds import PEOPLE, check_words
from ui.exchange.grid import Grid
from ui.exchange.row_kinds import DOUBTFUL, LEFT_OUT, PROBLEMS
from ui.exchange.rows_model import FIRST_CELL, RowsModel

if TYPE_CHECKING:
    from app.services.imports import Prepared

ADD, SKIP, UNDECIDED = "add", "skip", ""


class CheckView(QWidget):
    """A grid of rows and what can be done with the chosen ones."""

    mended = Signal(int, int, str)  # line, column, text
    row_chosen = Signal(int)  # line
    decided = Signal(object)  # {line: contact id, 'add', 'skip' or '' for what the plan says}

    def __init__(self, kit: Kit, of: str = PEOPLE, parent: QWidget | None = None) -> None:
        """`of` is what the file is of."""
        super().__init__(parent)
        self._kit = kit
        self._kind = of
        self.kind = PROBLEMS
        self._shown = ""  # the kind whose rows the grid has
        self._later: tuple[Prepared, ImportReport, str, Sequence[int]] | None = None
        theme = kit.theme
        self.title = SectionHeader(theme, "", style="heading")
        self.hint = Label(theme, "", "caption", "text-2", wrap=True)
        self.fix_button = Button(theme, "", "soft", icon="pencil", size="sm")
        self.add_button = Button(theme, "", icon="user-plus", size="sm")
        self.same_button = Button(theme, "", icon="user-check", size="sm")
        self.skip_button = Button(theme, "", icon="ban", size="sm")
        self.back_button = Button(theme, "", icon="undo-2", size="sm")
        self.model = RowsModel(kit, self)
        self.grid = Grid(kit)
        self._build()
        self.model.mended.connect(self.mended)
        self.grid.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.grid.selectionModel().selectionChanged.connect(self._tell_row)
        self.grid.itemDelegate().closeEditor.connect(self._on_typed)
        self.fix_button.clicked.connect(self._on_fix)
        self.add_button.clicked.connect(lambda: self._decide(ADD))
        self.skip_button.clicked.connect(lambda: self._decide(SKIP))
        self.back_button.clicked.connect(lambda: self._decide(UNDECIDED))
        self.same_button.clicked.connect(self._on_same)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_rows(
        self, prepared: Prepared, report: ImportReport, kind: str, lines: Sequence[int]
    ) -> None:
        """Show the rows of a kind; the place one was at is kept.

        While a cell is typed into, they wait until it no longer is.
        """
        if self.grid.state() == QAbstractItemView.State.EditingState:
            self._later = prepared, report, kind, lines
            return
        self._later = None
        place = self.grid.currentIndex().row() if kind == self._shown else 0
        focused = self.grid.hasFocus() or self.grid.isAncestorOf(self.focusWidget() or self)
        before = self.model.headers()
        self.kind = self._shown = kind
        self.model.show_rows(prepared, report, lines)
        if self.model.headers() != before:
            self.grid.fit_columns()
        if lines:
            row = min(max(place, 0), len(lines) - 1)
            column = self.model.column_to_mend(row) if kind == PROBLEMS else FIRST_CELL
            self.grid.setCurrentIndex(self.model.index(row, column))
        if focused:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        titles = check_words(self._kind)
        hints = {
            DOUBTFUL: self.tr(
                "Same phone or e-mail, another name. What you do not decide is left out and saved"
                " in a file."
            ),
            PROBLEMS: self.tr(
                "Type over a cell to mend it. What you leave comes in as it stands, where it can."
            ),
        }
        self.title.set_title(titles[self.kind])
        self.title.set_count(self._kit.formats.number(self.model.rowCount()))
        self.hint.set_text(
            hints.get(self.kind, self.tr("A cell can be changed here; your file stays as it is."))
        )
        self.fix_button.set_text(self.tr("Fix the cell"))
        self.add_button.set_text(self.tr("New contact"))
        self.skip_button.set_text(self.tr("Leave out"))
        self.back_button.set_text(self.tr("Bring back"))
        self.grid.setAccessibleName(titles[self.kind])
        self._tell_row()

    def _build(self) -> None:
        grid = self.grid
        grid.setModel(self.model)
        grid.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.title, 1)
        buttons = (
            self.fix_button, self.same_button, self.add_button, self.skip_button, self.back_button,
        )  # fmt: skip
        for button in buttons:
            acts.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 16, 10)
        head.setSpacing(2)
        head.addLayout(acts)
        head.addWidget(self.hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(grid, 1)

    def _tell_row(self) -> None:
        rows = self._rows()
        doubtful, problems = self.kind == DOUBTFUL, self.kind == PROBLEMS
        self.fix_button.setVisible(problems)
        self.add_button.setVisible(doubtful)
        self.same_button.setVisible(doubtful)
        self.skip_button.setVisible(self.kind != LEFT_OUT)
        self.back_button.setVisible(self.kind == LEFT_OUT)
        for button in (self.add_button, self.skip_button, self.back_button, self.fix_button):
            button.setEnabled(bool(rows))
        names = [self.model.candidates_at(row)[:1] for row in rows]
        found = [candidate.name for candidates in names for candidate in candidates]
        self.same_button.setEnabled(bool(found))
        one = self.tr("It is {name}").format(name=found[0]) if len(found) == 1 else ""
        self.same_button.set_text(one or self.tr("They are the same"))
        self.same_button.updateGeometry()

    def _on_row_changed(self) -> None:
        self._tell_row()
        row = self.grid.currentIndex().row()
        if row >= 0 and self.isVisible() and self.kind != LEFT_OUT:
            self.row_chosen.emit(self.model.line_at(row))

    def _on_typed(self) -> None:
        if self._later is not None:
            self.show_rows(*self._later)

    def _rows(self) -> list[int]:
        chosen = {index.row() for index in self.grid.selectedIndexes()}
        current = self.grid.currentIndex()
        if not chosen and current.isValid():
            chosen = {current.row()}
        return sorted(chosen)

    def _decide(self, what: str) -> None:
        if rows := self._rows():
            self.decided.emit({self.model.line_at(row): what for row in rows})

    def _on_same(self) -> None:
        found = {row: self.model.candidates_at(row) for row in self._rows()}
        told = {self.model.line_at(row): who[0].contact_id for row, who in found.items() if who}
        if told:
            self.decided.emit(told)

    def _on_fix(self) -> None:
        row = self.grid.currentIndex().row()
        if row >= 0:
            index = self.model.index(row, self.model.column_to_mend(row))
            self.grid.setCurrentIndex(index)
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.edit(index)
