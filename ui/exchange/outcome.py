"""The side of an import's plan that says what would happen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.shapes.imports import ImportReport
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.widgets.label import Label, number
from ui.common.widgets.note import Note
from ui.common.widgets.section_header import SectionHeader

WIDTH = 372
PROBLEMS_SHOWN = 30
COLOURS = {
    "added": "accent",
    "updated": "success-solid",
    "same": "neutral-solid",
    "skipped": "warning-solid",
    "failed": "danger-solid",
}


class OutcomeBar(QWidget):
    """The rows of the file as one bar, by what would become of them."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._report: ImportReport | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_report(self, report: ImportReport | None) -> None:
        """Show the shares of a report."""
        self._report = report
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._report is None or not self._report.read:
            box(painter, rect, 3, self._theme.colour("pressed"))
        else:
            counts = {name: getattr(self._report, name) for name in COLOURS}
            shown = {name: count for name, count in counts.items() if count}
            room = rect.width() - 2 * (len(shown) - 1)
            left = 0.0
            for name, count in shown.items():
                width = max(3.0, room * count / self._report.read)
                part = QRectF(left, 0, min(width, rect.width() - left), rect.height())
                box(painter, part, 2, self._theme.colour(COLOURS[name]))
                left += width + 2
        painter.end()


class Swatch(QWidget):
    """A small square of the colour a part has in the bar."""

    def __init__(self, kit: Kit, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._colour = colour
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), 2, self._theme.colour(self._colour))
        painter.end()


class OutcomePanel(QFrame):
    """Counts, what is odd row by row, and that nothing is saved yet."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Detail")
        self._kit = kit
        self._report: ImportReport | None = None
        theme = kit.theme
        self.title = SectionHeader(theme, "", style="heading")
        self.bar = OutcomeBar(kit)
        self.counts = {name: number(theme, "", "strong") for name in COLOURS}
        self._names = {name: Label(theme) for name in COLOURS}
        self.note = Note(theme, " ", "info", icon="undo-2")
        self.problems_title = SectionHeader(theme, "")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        body = QWidget()
        body.setProperty("clear", "true")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.bar)
        for name, colour in COLOURS.items():
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Swatch(kit, colour))
            row.addWidget(self._names[name], 1)
            row.addWidget(self.counts[name])
            column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.problems_title)
        column.addLayout(self._lines)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(area)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_report(self, report: ImportReport | None) -> None:
        """Show a report; None while it is being made."""
        self._report = report
        self.bar.show_report(report)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        words = {
            "added": self.tr("New contacts"),
            "updated": self.tr("Update of contacts you have"),
            "same": self.tr("Nothing new in them"),
            "skipped": self.tr("Skipped"),
            "failed": self.tr("Cannot be imported"),
        }
        report, count = self._report, self._kit.formats.number
        self.title.set_title(self.tr("What will happen"))
        rows = (
            ""
            if report is None
            else self._kit.formats.count(report.read, self.tr("1 row"), self.tr("{n} rows"))
        )
        self.title.set_count(rows)
        for name, label in self.counts.items():
            self._names[name].set_text(words[name])
            label.set_text("…" if report is None else count(getattr(report, name)))
            label.setAccessibleName(f"{words[name]}: {label.text()}")
        self.note.show_note(
            self.tr(
                "<b>Nothing is saved yet.</b> After the import one click takes it back."
                " Your file is not changed."
            ),
            "info",
        )
        self._show_problems()

    def _show_problems(self) -> None:
        clear(self._lines)
        problems = self._report.problems if self._report is not None else ()
        self.problems_title.set_title(self.tr("Worth a look"))
        self.problems_title.set_count(self._kit.formats.number(len(problems)))
        self.problems_title.setVisible(bool(problems))
        messages, theme = self._kit.messages, self._kit.theme
        for problem in problems[:PROBLEMS_SHOWN]:
            key = "import.problem" if problem.line else "import.column_problem"
            text = messages.say(
                key,
                line=problem.line,
                column=f"{problem.column}: " if problem.column else "",
                reason=messages.reason(problem.reason),
            )
            self._lines.addWidget(Label(theme, text, "caption", "text-2", wrap=True))
        if len(problems) > PROBLEMS_SHOWN:
            more = messages.say("import.more_problems", count=len(problems) - PROBLEMS_SHOWN)
            self._lines.addWidget(Label(theme, more, "caption", "muted"))
