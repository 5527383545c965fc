"""The plan of an import: how the file is understood and what would happen. Nothing is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.exchange.matches import ColumnMatch
from app.shapes.imports import ImportReport, ImportRequest, RowPreview
from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.icon_mark import IconMark
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.segmented import Segmented
from ui.common.widgets.skeleton import Skeleton
from ui.common.widgets.stepper import Stepper
from ui.exchange import file_kinds
from ui.exchange.asking import read_anew, with_decisions, with_edit, with_order, with_target
from ui.exchange.check import CheckView
from ui.exchange.column_facts import shown_columns
from ui.exchange.columns_view import ColumnsView
from ui.exchange.outcome import WIDTH as SIDE_WIDTH
from ui.exchange.outcome import OutcomePanel
from ui.exchange.reading_strip import ReadingStrip
from ui.exchange.refused import RefusedFile
from ui.exchange.row_kinds import ADDED, ASKING, DOUBTFUL, PROBLEMS, SAME, UPDATED
from ui.exchange.values_dialog import ValuesDialog

if TYPE_CHECKING:
    from app.services.imports import Prepared
    from ui.exchange.planned import Planned

NARROW_PAGE = 1100  # px; below this the columns of the plan stand closer
SIDE_NARROW = 288
WIDEST = 1.25  # times as wide for a large text; more would hide the problems of the columns
MATCH, CHECK = 1, 2  # steps
CHECKED_FIRST = (PROBLEMS, DOUBTFUL, ADDED, UPDATED, SAME)  # of a file that needs no matching


class PlanPage(QWidget):
    """Shows the plan and asks for another when the person changes how the file is read."""

    wanted = Signal(object)  # ImportRequest: plan anew
    accepted = Signal(object, object)  # Prepared to run, and the counts that were shown
    dismissed = Signal()
    kind_chosen = Signal(str)  # 'people' or 'sales'
    other_asked = Signal()  # another file, where this one cannot be read
    preview_asked = Signal(int)  # line of the file
    topic = "import"  # of the help that tells about it

    def __init__(
        self, kit: Kit, request: ImportRequest, kind: str = "people", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._request = request
        self.kind = kind
        self._plan: Planned | None = None
        self._why = ""
        self._begun = False
        self._error: UserError | None = None
        self._step = MATCH
        self._build()
        self._connect()
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self.show_waiting()

    @property
    def prepared(self) -> Prepared | None:
        """The file as it is understood now."""
        return self._plan.prepared if self._plan else None

    @property
    def report(self) -> ImportReport | None:
        """What would happen, where that is known."""
        return self._plan.report if self._plan else None

    @property
    def request(self) -> ImportRequest:
        """What is asked for now."""
        return self._request

    def show_waiting(self) -> None:
        """Show that the file is being read; nothing can be imported meanwhile."""
        self.import_button.setEnabled(False)
        self.next_button.setEnabled(False)
        if self._plan is None:
            self.body.setCurrentWidget(self.waiting)

    def show_plan(self, plan: Planned) -> None:
        """Show how a file was understood and what its import would do.

        Without a report it is being counted, or no column says who the rows are about: nothing
        can be taken yet.
        """
        self._plan, self._error = plan, None
        self._show_parts()
        counts = {kind: len(lines) for kind, lines in plan.lines.items()}
        self.outcome.show_counts(counts or None)
        self.strip.show_table(plan.prepared.source)
        self._show_step()
        self.outcome.rules.show_request(self._request)
        self.retranslate()
        if plan.report is None:
            return
        if not self._begun:
            self._begun = True
            if plan.prepared.source.kind == "vcf":  # its columns are Dangol's own: none to match
                self.open_rows(next((k for k in CHECKED_FIRST if counts.get(k)), ADDED))
            self._primary().setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_preview(self.outcome.preview.place)

    def take_request(self, request: ImportRequest) -> None:
        """Go on from a request that was put together elsewhere."""
        self._request = request

    def show_why(self, text: str) -> None:
        """Say why the plan is shown once more, until the person goes on."""
        self._why = text
        self._show_footnote()

    def show_preview(self, preview: RowPreview) -> None:
        """Show one row of the file as the contact it would become."""
        if self.prepared is not None and preview.line in self.prepared.table.lines:
            place = self.prepared.table.lines.index(preview.line)
            if place == self.outcome.preview.place:  # else another is wanted by now
                self.outcome.preview.show_preview(preview, place)

    def show_error(self, error: UserError) -> None:
        """Show why the file cannot be read; a locked one asks for its password."""
        self._error = error
        self._plan = None
        self.outcome.show_counts(None)
        self.import_button.setEnabled(False)
        self.next_button.setEnabled(False)
        self.body.setCurrentWidget(self.trouble)
        self.retranslate()
        self._show_parts()
        self.trouble.show_error(error)

    def open_rows(self, kind: str) -> None:
        """Show the rows of a kind, to look at them and to mend them."""
        if self.prepared is None or self.report is None:
            return
        self._step = CHECK
        self.check.kind = kind
        self._show_step()
        self.retranslate()
        self.check.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        if self._plan is not None:
            self.columns.offer(self._plan.prepared.own)
            self.columns.show_columns(shown_columns(self._plan, self._kit.messages))
        self.setAccessibleName(self.tr("Plan of the import"))
        self.heading.set_text(file_kinds.heading_words(self.kind))
        self.kinds.set_texts(file_kinds.switch_words())
        self.steps.set_steps(
            [self.tr("File"), self.tr("Match columns"), self.tr("Check"), self.tr("Import")]
        )
        self.close_button.set_name(self.tr("Cancel the import"), "Esc")
        back = self.tr("Back") if self._step == CHECK else self.tr("Cancel")
        self.back_button.set_text(back)
        self.back_button.set_icon("arrow-left" if self._step == CHECK else "")
        report, count = self.report, self._kit.formats.count
        rows = report.added + report.updated if report else 0
        words = file_kinds.import_words(self.kind, rows, self._kit)
        if report is not None and report.imported_before:
            words = self.tr("Import anyway")
        self.import_button.set_text(words if rows else self.tr("Import"))
        to_check = count(self._asking(), self.tr("Check 1 row"), self.tr("Check {n} rows"))
        self.next_button.set_text(to_check)
        for button in (self.back_button, self.import_button, self.next_button):
            button.updateGeometry()
        self._show_footnote()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self._kit.theme.text_scale
        narrow = self.width() < NARROW_PAGE * scale
        self.columns.set_narrow(narrow=narrow)
        side = SIDE_NARROW if narrow else SIDE_WIDTH
        self.outcome.setFixedWidth(round(side * min(scale, WIDEST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._kit.theme
        self.heading = Label(theme, "", "title")
        self.kinds = Segmented(theme, file_kinds.switch_words(), "")
        self.kinds.choose(self.kind)
        self.steps = Stepper(theme, ["", "", "", ""], MATCH)
        self.close_button = IconButton(theme, "x", "")
        self.strip = ReadingStrip(self._kit, self._request.path.name)
        self.columns = ColumnsView(self._kit, self.kind)
        self.check = CheckView(self._kit, self.kind)
        self.outcome = OutcomePanel(self._kit, self._request, self.kind)
        self.outcome.setFixedWidth(SIDE_WIDTH)
        self.back_button = Button(theme, "", size="lg")
        self.footnote = Label(theme, "", colour="warning")
        self.footsign = IconMark(theme, "triangle-alert", "warning")
        self.next_button = Button(theme, "", "primary", trailing="arrow-right", size="lg")
        self.import_button = Button(theme, "", "primary", size="lg")
        self._build_body()
        left = QWidget()
        listing = QVBoxLayout(left)
        listing.setContentsMargins(0, 0, 0, 0)
        listing.setSpacing(0)
        listing.addWidget(self.strip)
        listing.addWidget(self.body, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(left, 1)
        middle.addWidget(self.outcome)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head = [self.heading, self.kinds, None, self.steps, None, self.close_button]
        foot: list[QWidget | None] = [
            self.back_button, None, self.footsign, self.footnote,
            self.import_button, self.next_button,
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
        self.trouble = RefusedFile(self._kit)
        self.trouble_state, self.password = self.trouble.state, self.trouble.password
        self.body = QStackedWidget()
        for widget in (self.waiting, self.columns, self.check, self.trouble):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.dismissed)
        self.kinds.chosen.connect(self.kind_chosen)
        self.trouble.other_asked.connect(self.other_asked)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.import_button.clicked.connect(self._on_import)
        strip, columns = self.strip, self.columns
        strip.sheet_chosen.connect(lambda sheet: self._read_anew(sheet=sheet, header_line=None))
        strip.encoding_chosen.connect(lambda name: self._read_anew(encoding=name))
        strip.header_line_chosen.connect(lambda line: self._read_anew(header_line=line))
        columns.target_chosen.connect(self._on_target_chosen)
        columns.order_chosen.connect(self._on_order_chosen)
        columns.values_asked.connect(self._on_values_asked)
        self.check.mended.connect(self._on_mended)
        self.check.row_chosen.connect(self._on_row_chosen)
        self.check.decided.connect(self._on_decided)
        self.outcome.opened.connect(self.open_rows)
        self.outcome.preview_asked.connect(self._ask_preview)
        self.outcome.rules_changed.connect(
            lambda changed: self._ask(replace(self._request, **changed))
        )
        self.trouble.password_given.connect(
            lambda password: self._ask(replace(self._request, password=password))
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_primary)

    def _lines_of(self, kind: str) -> Sequence[int]:
        return self._plan.lines.get(kind, ()) if self._plan else ()

    def _asking(self) -> int:
        return sum(len(self._lines_of(kind)) for kind in ASKING)

    def _primary(self) -> Button:
        return self.next_button if self._step == MATCH and self._asking() else self.import_button

    def _show_parts(self) -> None:
        """Leave out what a file that cannot be read has nothing for."""
        there = self._error is None
        self.outcome.setVisible(there)
        self.strip.matches_button.setVisible(there and self.kind == file_kinds.PEOPLE)
        if not there:
            self.next_button.hide()
            self.import_button.hide()

    def _show_step(self) -> None:
        self.steps.set_current(self._step)
        report = self.report
        self.body.setCurrentWidget(self.columns if self._step == MATCH else self.check)
        if self._step == CHECK and self.prepared is not None and report is not None:
            kind = self.check.kind
            self.check.show_rows(self.prepared, report, kind, self._lines_of(kind))
        ready = report is not None and report.added + report.updated > 0
        self.import_button.setEnabled(ready)
        self.next_button.setEnabled(self._asking() > 0)
        checks_first = self._primary() is self.next_button
        self.next_button.setVisible(checks_first)
        self.import_button.setVisible(not checks_first)

    def _show_footnote(self) -> None:
        report, text = self.report, ""
        prepared = self.prepared
        if self._error is None and prepared and not file_kinds.reaches(self.kind, prepared.mapping):
            text = file_kinds.needs_words(self.kind)
        elif self._why:
            text = self._why
        elif report is not None and report.imported_before:
            day = self._kit.formats.day_of(report.imported_before)
            text = self.tr("This very file was imported before: {day}").format(day=day)
        elif self._step == MATCH and (count := len(self._lines_of(PROBLEMS))):
            text = self._kit.formats.count(
                count,
                self.tr("1 row has a problem. You can fix it in the next step."),
                self.tr("{n} rows have problems. You can fix them in the next step."),
            )
        self.footnote.set_text(text)
        self.footsign.setVisible(bool(text))

    def _ask(self, request: ImportRequest) -> None:
        self._request, self._why = request, ""
        self.wanted.emit(request)

    def _read_anew(self, **reading: object) -> None:
        self._ask(read_anew(self._request, **reading))

    def _on_target_chosen(self, match: ColumnMatch, target: str) -> None:
        self._ask(with_target(self._request, self.prepared, match, target))

    def _on_order_chosen(self, match: ColumnMatch, order: str) -> None:
        self._ask(with_order(self._request, self.prepared, match, order))

    def _on_values_asked(self, match: ColumnMatch) -> None:
        values = next(
            (one for one in (self._plan.values if self._plan else ()) if one.index == match.index),
            None,
        )
        if values is None:
            return
        known = self._request.values.get(match.index, {})
        dialog = ValuesDialog(self._kit, values, known, self)
        dialog.told.connect(
            lambda told: self._ask(
                replace(self._request, values={**self._request.values, match.index: told})
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_mended(self, line: int, column: int, text: str) -> None:
        self._ask(with_edit(self._request, line, column, text))

    def _on_decided(self, decisions: dict[int, int | str]) -> None:
        self._ask(with_decisions(self._request, decisions))

    def _ask_preview(self, place: int) -> None:
        if self.prepared is not None and place < len(self.prepared.table.lines):
            self.preview_asked.emit(self.prepared.table.lines[place])

    def _on_row_chosen(self, line: int) -> None:
        if self.prepared is not None and line in self.prepared.table.lines:
            self.outcome.preview.place = self.prepared.table.lines.index(line)
        self.preview_asked.emit(line)

    def _on_back(self) -> None:
        if self._step == CHECK and self._error is None:
            self._step = MATCH
            self._show_step()
            self.retranslate()
            self._primary().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.dismissed.emit()

    def _on_next(self) -> None:
        first = PROBLEMS if self._lines_of(PROBLEMS) else DOUBTFUL
        self.open_rows(first)
        announce(self, self.check.title.accessibleName())

    def _on_primary(self) -> None:
        self._primary().click()

    def _on_import(self) -> None:
        if self.prepared is not None and (report := self.report) is not None:
            agreed = report.added, report.updated + report.same, report.failed
            self.accepted.emit(self.prepared, agreed)
