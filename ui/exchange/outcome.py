"""The side of an import's plan that says what would happen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.shapes.imports import ImportRequest
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.common.widgets.section_header import SectionHeader
from ui.common.widgets.state import literal, state_of
from ui.exchange.file_kinds import PEOPLE, SALES, check_words, outcome_words
from ui.exchange.preview_card import PreviewBox
from ui.exchange.row_kinds import (
    ADDED,
    DOUBTFUL,
    KINDS,
    PROBLEMS,
    UPDATED,
    colour_of,
)
from ui.exchange.rules_box import RulesBox

WIDTH = 372
ALWAYS = (ADDED, UPDATED, DOUBTFUL, PROBLEMS)
ROW_HEIGHT = 36


class OutcomeBar(QWidget):
    """The rows of the file as one bar, by what would become of them."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show these shares."""
        self._counts = counts
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        shown = {name: count for name, count in self._counts.items() if count}
        if not shown:
            box(painter, rect, 3, self._theme.colour("pressed"))
        room = rect.width() - 2 * (len(shown) - 1)
        left = 0.0
        for name, count in shown.items():
            width = max(3.0, room * count / sum(shown.values()))
            part = QRectF(left, 0, min(width, rect.width() - left), rect.height())
            box(painter, part, 2, colour_of(name, self._theme))
            left += width + 2
        painter.end()


class CountRow(QPushButton):
    """How many rows are of one kind; a click opens them."""

    def __init__(self, kit: Kit, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._kind = kind
        self._name = self._brief = ""
        self.shown = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, name: str, shown: str, brief: str = "") -> None:
        """Show the count of a kind in words; `brief` where there is no room for the name."""
        self._name, self._brief, self.shown = name, brief or name, shown
        self.setText(literal(name))
        self.setAccessibleName(f"{name}: {shown}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._theme.height(ROW_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        state = state_of(self)
        rect = QRectF(self.rect())
        if state.hover or state.down:
            box(painter, rect, 6, theme.colour("pressed" if state.down else "hover"))
        middle = rect.center().y()
        box(painter, QRectF(0, middle - 5, 10, 10), 2, colour_of(self._kind, theme))
        number = QRectF(rect.left(), rect.top(), rect.width() - 24, rect.height())
        bold = theme.font("body", strong=True, digits=True)
        used = draw_text(painter, number, self.shown, bold, theme.colour("text"), RIGHT)
        words = QRectF(20, rect.top(), rect.width() - 52 - used, rect.height())
        whole = theme.metrics("body").horizontalAdvance(self._name) <= words.width()
        name = self._name if whole else self._brief
        draw_text(painter, words, name, theme.font("body"), theme.colour("text"))
        corner = QPointF(rect.right() - 14, middle - 7)
        theme.paint_icon(painter, corner, "chevron-right", 14, "muted")
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.colour("border"))
        if state.ring:
            ring(painter, theme, rect)
        painter.end()


class OutcomePanel(QFrame):
    """Counts that open the rows, a preview, how rows are taken, and that nothing is saved yet."""

    opened = Signal(str)  # kind of rows
    preview_asked = Signal(int)  # place of the row
    rules_changed = Signal(object)  # {field of ImportRequest: value}

    def __init__(
        self, kit: Kit, request: ImportRequest, of: str = PEOPLE, parent: QWidget | None = None
    ) -> None:
        """`of` is what the file is of."""
        super().__init__(parent)
        self.setObjectName("Aside")
        self._kit = kit
        self._kind = of
        self._counts: dict[str, int] | None = None
        theme = kit.theme
        self.title = SectionHeader(theme, "", style="heading")
        self.total = Label(theme, "", colour="text-2", digits=True)
        self.title.add(self.total)
        self.bar = OutcomeBar(kit)
        self.rows = {kind: CountRow(kit, kind) for kind in KINDS}
        self.preview = PreviewBox(kit)
        self.note = Note(theme, " ", "info", icon="undo-2")
        self.rules = RulesBox(kit, request, of)
        body = QWidget()
        body.setProperty("clear", "true")
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(11)
        column.addWidget(self.bar)
        column.addSpacing(7)
        for row in self.rows.values():
            column.addWidget(row)
        for part in (self.preview, self.note, self.rules):
            column.addSpacing(16)
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(area)
        for kind, row in self.rows.items():
            row.clicked.connect(lambda _checked=False, kind=kind: self.opened.emit(kind))
        self.preview.asked.connect(self.preview_asked)
        self.rules.changed.connect(self.rules_changed)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def count_of(self, kind: str) -> int:
        """Return how many rows of that kind are shown, 0 while they are counted."""
        return (self._counts or {}).get(kind, 0)

    def show_counts(self, counts: dict[str, int] | None) -> None:
        """Show how many rows there are of each kind; None while they are counted first."""
        self._counts = counts
        self.bar.show_counts(counts or {})
        self.preview.set_total(sum(counts.values()) if counts else 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        words = outcome_words(self._kind)
        brief = {UPDATED: self.tr("Updates"), DOUBTFUL: check_words(self._kind)[DOUBTFUL]}
        counts, formats = self._counts, self._kit.formats
        self.title.set_title(self.tr("What will happen"))
        total = sum(counts.values()) if counts else 0
        one, many = self.tr("1 row"), self.tr("{n} rows")
        if self._kind == SALES:
            one, many = self.tr("1 sale"), self.tr("{n} sales")
        rows = formats.count(total, one, many)
        self.total.set_text(rows if counts else "")
        for kind, row in self.rows.items():
            count = self.count_of(kind)
            shown = "…" if counts is None else formats.number(count)
            row.show_count(words[kind], shown, brief.get(kind, ""))
            row.setVisible(kind in ALWAYS or count > 0)
        self.note.show_note(
            self.tr(
                "<b>Nothing is saved yet.</b> After the import one click takes it back."
                " Your file is not changed."
            ),
            "info",
        )
