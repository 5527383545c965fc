"""Two contacts field by field, and which value is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.shapes.duplicates import Comparison
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.duplicates.compare_row import INSET, LABEL, CompareRow
from ui.duplicates.words import OwnWords, value_words

HEAD = 64
ROOMY = 220  # px of a side from which there is room for an avatar


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

    def __init__(self, kit: Kit, own_words: OwnWords, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, padding=1, parent=parent)
        self._kit = kit
        self._own_words = own_words
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
        take_all = self.tr("Take all")
        for key, head in zip("12", self.heads, strict=True):
            head.take.set_text(take_all)
            head.take.setToolTip(f"{take_all}  {key}")

    def show_pair(self, found: Comparison) -> None:
        """Show two contacts."""
        clear(self._rows)
        self.rows = []
        for row in found.rows:
            line = CompareRow(self._kit, row, self._own_words)
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

    def typed(self) -> dict[str, str]:
        """Return what was typed instead of the values that are kept."""
        return {line.row.field: line.typed for line in self.rows if line.typed is not None}

    def edit(self) -> None:
        """Type another value in the row with the focus, or another name where none has it."""
        for line in [line for line in self.rows if line.hasFocus()] or self.rows[:1]:
            line.edit()

    def kept(self, field: str) -> str:
        """Return what a field will say after merging."""
        line = next((line for line in self.rows if line.row.field == field), None)
        if line is None:
            return ""
        if line.row.how != "both":
            return line.words_of(line.side or "left")
        return value_words(self._kit, field, self.all_kept(field))

    def all_kept(self, field: str) -> tuple[str, ...]:
        """Return every value of a field of which there may be several, after merging."""
        line = next((line for line in self.rows if line.row.field == field), None)
        return () if line is None else tuple(dict.fromkeys((*line.row.left, *line.row.right)))

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
