"""Two contacts field by field, and which value is kept."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.shapes.duplicates import ComparedRow, Comparison
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.painting import box, disc, ring
from ui.common.text import draw_text
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.checkbox import paint_box
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.state import state_of
from ui.duplicates.words import field_name, value_words

LABEL = 104
HEIGHT = 45
HEAD = 64
MARK = 16
INSET = 12
ROOMY = 220  # px of a side from which there is room for an avatar
ARROWS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}


class CompareRow(QWidget):
    """One field: its name and two values; a click or an arrow chooses."""

    chosen = Signal(str, str)  # field, side
    left_row = Signal(int)  # rows down

    def __init__(self, kit: Kit, row: ComparedRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.side = row.side if row.how == "choice" else ""
        self.is_last = False  # the card's own border is below it
        self._kit = kit
        self._name = field_name(kit, row.field)
        self._words = {
            side: value_words(kit, row.field, value)
            for side, value in (("left", row.left), ("right", row.right))
        }
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if row.how == "choice":
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for side, words in self._words.items():
            if words:
                self.setToolTip(words if side == "left" else f"{self.toolTip()}\n{words}".strip())
        self._tell()

    def words_of(self, side: str) -> str:
        """Return what stands on a side."""
        return self._words[side]

    def choose(self, side: str) -> None:
        """Keep the value of a side."""
        if self.row.how != "choice" or side == self.side:
            return
        self.side = side
        self._tell()
        announce(self, f"{self._name}: {self._words[side] or self.tr('Empty')}")
        self.update()
        self.chosen.emit(self.row.field, side)

    def sizeHint(self) -> QSize:
        return QSize(LABEL + 300, self._kit.theme.height(HEIGHT, space=25))

    def minimumSizeHint(self) -> QSize:
        return QSize(LABEL + 160, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = "right" if event.position().x() >= LABEL + self._half() else "left"
        if event.position().x() >= LABEL:
            self.choose(side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ARROWS:
            self.choose(ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left_row.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        name = QRectF(16, 0, LABEL - 24, rect.height() - 1)
        draw_text(painter, name, self._name, theme.font("body"), theme.colour("muted"))
        half = self._half()
        for place, side in enumerate(("left", "right")):
            cell = QRectF(LABEL + place * half, 0, half, rect.height())
            self._paint_cell(painter, cell, side)
        line = theme.colour("border")
        if not self.is_last:
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), line)
        for place in (0, 1):
            painter.fillRect(QRectF(LABEL + round(place * half), 0, 1, rect.height()), line)
        if state_of(self).ring:
            ring(painter, theme, rect.adjusted(1, 1, -1, -2))
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: QRectF, side: str) -> None:
        theme, words, how = self._kit.theme, self._words[side], self.row.how
        kept = side == self.side or (how == "both" and bool(words))
        if kept:
            painter.fillRect(cell, theme.colour("accent-soft"))
        centre = QPointF(cell.left() + INSET + MARK / 2, cell.center().y())
        if how == "same":
            corner = centre - QPointF(7, 7)
            theme.paint_icon(painter, corner, "equal", 14, "muted")
        elif how == "both":
            if words:
                paint_box(painter, theme, centre, Qt.CheckState.Checked)
        else:
            circle = QRectF(centre.x() - 8, centre.y() - 8, MARK, MARK)
            fill, edge = ("accent", "accent") if kept else ("surface", "border-input")
            box(painter, circle, 8, theme.colour(fill), theme.colour(edge))
            if kept:
                disc(painter, circle.adjusted(5, 5, -5, -5), theme.colour("surface"))
        text = cell.adjusted(INSET + MARK + 8, 0, -8, -1)
        colour = "muted" if not words else "text-2" if how == "same" else "text"
        font = theme.font("body", digits=True)
        draw_text(painter, text, words or self.tr("Empty"), font, theme.colour(colour))

    def _half(self) -> float:
        return (self.width() - LABEL) / 2

    def _tell(self) -> None:
        left, right = (self._words[side] or self.tr("Empty") for side in ("left", "right"))
        if self.row.how == "same":
            said = self.tr("{field}: both {value}").format(field=self._name, value=left)
        elif self.row.how == "both":
            said = self.tr("{field}: {one} and {other} are both kept").format(
                field=self._name, one=left, other=right
            )
        else:
            kept, other = (left, right) if self.side == "left" else (right, left)
            said = self.tr("{field}: {kept} is kept, not {other}").format(
                field=self._name, kept=kept, other=other
            )
        self.setAccessibleName(said)


class SideHead(QWidget):
    """Who stands on a side, and the way to take everything from there."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.setProperty("clear", "true")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.avatar = Avatar(theme, "", 0, 40)
        self.name = Label(theme, "", "strong")
        self.count = Label(theme, "", "caption", "muted", digits=True)
        self.take = Button(theme, "", "link", size="sm")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.count)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, INSET, 0)
        row.setSpacing(10)
        row.addWidget(self.avatar)
        row.addLayout(words, 1)
        row.addWidget(self.take)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.avatar.setVisible(self.width() >= ROOMY)
        self.count.setVisible(self.width() >= ROOMY)


class CompareCard(Card):
    """The head with both contacts, and a row per field."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, padding=1, parent=parent)
        self._kit = kit
        self.rows: list[CompareRow] = []
        self.heads = (SideHead(kit), SideHead(kit))
        self.column.setSpacing(0)
        self.question = Label(kit.theme, "", "caption", "muted")
        self.question.setFixedWidth(LABEL - 16)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.question)
        for side, part in zip(("left", "right"), self.heads, strict=True):
            part.setFixedHeight(kit.theme.height(HEAD, space=44))
            part.take.clicked.connect(lambda _on=False, side=side: self.take_all(side))
            head.addWidget(part, 1)
        self.column.addLayout(head)
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedHeight(1)
        self.column.addWidget(line)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again; the rows are made anew by whoever shows a pair."""
        self.question.set_text(self.tr("Keep which?"))
        for key, head in zip("12", self.heads, strict=True):
            head.take.set_text(self.tr("Take all"))
            head.take.setToolTip(f"{self.tr('Take all')}  {key}")

    def show_pair(self, found: Comparison) -> None:
        """Show two contacts."""
        clear(self._rows)
        self.rows = []
        for row in found.rows:
            line = CompareRow(self._kit, row)
            line.chosen.connect(lambda _field, _side: self.changed.emit())
            line.left_row.connect(lambda step, line=line: self._go(line, step))
            self._rows.addWidget(line)
            self.rows.append(line)
        self.rows[-1].is_last = True
        name = found.rows[0]
        sides = (
            (found.left_id, found.left_kind, name.left, found.left_count),
            (found.right_id, found.right_kind, name.right, found.right_count),
        )
        for head, (contact_id, kind, said, count) in zip(self.heads, sides, strict=True):
            head.avatar.show_contact(said, avatar_colour(contact_id), company=kind == "company")
            head.name.set_text(said)
            head.take.setAccessibleName(self.tr("Take all of {name}").format(name=said))
            head.count.set_text(self._kit.formats.count(
                count, self.tr("1 entry"), self.tr("{n} entries")
            ))  # fmt: skip

    def sides(self) -> dict[str, str]:
        """Return what was chosen, for fields where there is a choice."""
        return {line.row.field: line.side for line in self.rows if line.row.how == "choice"}

    def kept(self, field: str) -> str:
        """Return what a field will say after merging."""
        line = next((line for line in self.rows if line.row.field == field), None)
        if line is None:
            return ""
        if line.row.how != "both":
            return line.words_of(line.side or "left")
        values = dict.fromkeys([*line.row.left, *line.row.right])
        return value_words(self._kit, field, tuple(values))

    def take_all(self, side: str) -> None:
        """Keep everything of one side that has something."""
        for line in self.rows:
            if line.row.how == "choice" and line.words_of(side):
                line.choose(side)

    def choose(self, side: str) -> None:
        """Choose in the row with the focus, or in all where none has it."""
        line = next((line for line in self.rows if line.hasFocus()), None)
        if line is not None:
            line.choose(side)
        else:
            self.take_all(side)

    def _go(self, line: CompareRow, step: int) -> None:
        places = [row for row in self.rows if row.row.how == "choice"]
        place = places.index(line) + step
        if 0 <= place < len(places):
            places[place].setFocus(Qt.FocusReason.TabFocusReason)
