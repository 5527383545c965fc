"""Why two contacts may be one, and what would become of them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.shapes.duplicates import Comparison, DuplicatePair, Evidence
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.theme import Theme
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.tag import Tag
from ui.duplicates.compare import CompareCard
from ui.duplicates.words import field_name, percent, reason, strength, verdict

WIDTH = 324
SHOWN = ("email", "address", "birthday", "company", "tag", "body", "owner_id")
ICON = 16
FIELD = 84
SEVERAL = ("email", "address", "tag", "body")  # fields of which both may be kept
TAGS = 2  # that are shown


class Sign(QWidget):
    """An icon of its own colour."""

    def __init__(self, theme: Theme, *, speaks_for: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = ("circle-check", "success") if speaks_for else ("circle-minus", "warning")
        self.setFixedSize(ICON, ICON)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.paint_icon(painter, QPointF(0, 0), self._look[0], ICON, self._look[1])
        painter.end()


class ReasonsPanel(QScrollArea):
    """Score and its meaning, each reason with its strength, the result, and that it can be undone.

    It is made anew for each pair and look; what is chosen only changes the result.
    """

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("DuplicateReasons")
        self._kit = kit
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QFrame()
        inner.setObjectName("Detail")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(8)
        self.setWidget(inner)
        self._result: Card | None = None
        self._last: tuple[Comparison, CompareCard] | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._last is not None and event.oldSize().width() != event.size().width():
            self.show_result(*self._last)  # there is room for more tags, or for fewer

    def show_pair(self, pair: DuplicatePair, found: Comparison, card: CompareCard) -> None:
        """Show why these two, and what merging gives."""
        theme = self._kit.theme
        clear(self._column)
        self._column.addWidget(Label(theme, self.tr("Why these two"), "heading"))
        self._column.addWidget(self._score(pair))
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedHeight(1)
        self._column.addWidget(line)
        for fact in pair.evidence:
            self._column.addWidget(self._fact(fact))
        spaced = Label(theme, self.tr("After merging"), "heading")
        spaced.setContentsMargins(0, 12, 0, 0)
        self._column.addWidget(spaced)
        self._result = Card(theme, padding=14)
        self._result.column.setSpacing(4)
        self._column.addWidget(self._result)
        self._column.addWidget(
            Note(theme, self.tr("You can split them again at any time."), icon="undo-2")
        )
        self._column.addStretch(1)
        self.show_result(found, card)

    def show_result(self, found: Comparison, card: CompareCard) -> None:
        """Show what merging gives as it is chosen now."""
        if self._result is None:
            return
        self._last = found, card
        theme, column = self._kit.theme, self._result.column
        clear(column)
        name = card.kept("name")
        head = QWidget()
        head.setProperty("clear", "true")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(12)
        company = found.left_kind == "company"
        row.addWidget(Avatar(theme, name, avatar_colour(found.left_id), 40, company=company))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, name, "heading"))
        words.addWidget(Label(theme, card.kept("phone"), colour="text-2", digits=True))
        row.addLayout(words, 1)
        column.addWidget(head)
        for field in SHOWN:
            if said := card.kept(field):
                column.addWidget(self._kept(field, said, card))

    def _kept(self, field: str, said: str, card: CompareCard) -> PropertyRow:
        """Return a line of the result: of several values the first and how many more."""
        theme, name = self._kit.theme, field_name(self._kit, field)
        several = card.all_kept(field) if field in SEVERAL else ()
        seen = self._tags_seen() if field == "tag" else 1
        first = " ".join(several[0].split()) if several else said
        row = PropertyRow(theme, name, "" if field == "tag" else first, label_width=FIELD)
        row.setToolTip(said)
        row.setAccessibleName(f"{name}: {said}")
        for tag in reversed(several[:seen] if field == "tag" else ()):
            look = self._kit.tags.look(tag)
            row.put_before(Tag(theme, tag, look.dot, colour=look.colour))
        if (more := len(several) - seen) > 0:
            row.add(Label(theme, f"+{more}", colour="muted", digits=True))
        return row

    def _tags_seen(self) -> int:
        return TAGS if self.width() >= WIDTH * self._kit.theme.text_scale else 1

    def _score(self, pair: DuplicatePair) -> QWidget:
        theme = self._kit.theme
        speaking = sum(fact.weight > 0 for fact in pair.evidence)
        holder = QWidget()
        holder.setProperty("clear", "true")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(12)
        row.addWidget(Label(theme, percent(pair.score), "display", digits=True))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, verdict(pair.score), "strong", wrap=True))
        told = self.tr("{count} signs for it, {against} against").format(
            count=speaking, against=len(pair.evidence) - speaking
        )
        words.addWidget(Label(theme, told, "caption", "text-2", digits=True))
        row.addLayout(words, 1)
        return holder

    def _fact(self, fact: Evidence) -> QWidget:
        theme = self._kit.theme
        holder = QWidget()
        holder.setProperty("clear", "true")
        said, how = reason(self._kit, fact), strength(fact)
        holder.setAccessibleName(f"{said}, {how}")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(Sign(theme, speaks_for=fact.weight > 0))
        row.addWidget(Label(theme, said), 1)
        row.addWidget(Label(theme, how, "caption", "muted"))
        return holder
