"""The left column of a deal's page: its fields, the checklist of its stage, its note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.deals import DealDetail
from app.shapes.scores import Chance, Score
from ui.common.bars import clear
from ui.common.deal_words import (
    chance_words,
    close_words,
    is_overdue,
    money_words,
    repeat_words,
)
from ui.common.kit import Kit
from ui.common.score_looks import effect_line, level_words, score_words
from ui.common.widgets.block import Block
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.section_header import SectionHeader
from ui.deals.check_line import CheckLine

LABEL = 88
EMPTY = "—"


class DealFacts(QWidget):
    """Enter or a click on a field asks to change it there."""

    change_asked = Signal(str)  # field of the dialog
    ticked = Signal(object, bool)  # check id

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("clear", "true")
        self._kit = kit
        self._detail: DealDetail | None = None
        self._score = Score(0)
        self.about = SectionHeader(kit.theme, "")
        self.change_button = IconButton(kit.theme, "pencil", "")
        self.about.add(self.change_button)
        self.rows: dict[str, PropertyRow] = {}
        self.checks = Block(kit)
        self.lines: list[CheckLine] = []
        self.note = Block(kit)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.about)
        column.addLayout(self._fields)
        column.addWidget(self.checks)
        column.addWidget(self.note)
        self.change_button.clicked.connect(partial(self.change_asked.emit, "title"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.about.set_title(self.tr("Deal"))
        self.change_button.set_name(self.tr("Change the deal"), "F2")
        self.checks.header.set_title(self.tr("To do at this stage"))
        self.note.header.set_title(self.tr("Note"))
        if self._detail is not None:
            self.show_deal(self._detail, self._score)

    def show_deal(self, detail: DealDetail, score: Score) -> None:
        """Show the fields of a deal, and how promising it is by the shop's rules."""
        self._detail, self._score = detail, score
        focused = next((name for name, row in self.rows.items() if row.hasFocus()), None)
        clear(self._fields)
        self.rows = {}
        for field, name, value in self._values(detail):
            editable = field not in ("created", "reason", "score")
            row = PropertyRow(
                self._kit.theme, name, value or EMPTY, editable=editable, label_width=LABEL
            )
            if editable:
                row.edited.connect(partial(self.change_asked.emit, field))
            if field == "score":
                row.setToolTip(score_words(score, self._kit, detail.row.currency))
            self._fields.addWidget(row)
            self.rows[field] = row
        if focused in self.rows:
            self.rows[focused].show()  # the layout would do so only after this
            self.rows[focused].setFocus()
        self._show_checks(detail)
        clear(self.note.rows)
        self.note.setVisible(bool(detail.note))
        if detail.note:
            self.note.rows.addWidget(Label(self._kit.theme, detail.note, wrap=True))

    def show_learned(self, chance: Chance, pipelines: Mapping[str, str]) -> None:
        """Show the chance that deals like it had, where they show a pattern at all."""
        if chance.by != "model" or self._detail is None or "learned" in self.rows:
            return
        told = f"{self._kit.formats.number(chance.percent)}%"
        name = self.tr("Your deals")
        row = PropertyRow(self._kit.theme, name, told, label_width=LABEL)
        currency = self._detail.row.currency
        effects = (effect_line(e, self._kit, currency, pipelines) for e in chance.effects)
        row.setToolTip("\n".join(effects))
        self._fields.insertWidget(2, row)  # below the chance
        self.rows["learned"] = row

    def _values(self, detail: DealDetail) -> list[tuple[str, str, str]]:
        row, formats = detail.row, self._kit.formats
        late = self.tr("{day}, overdue") if is_overdue(row, formats) else "{day}"
        close = late.format(day=close_words(row, formats)) if close_words(row, formats) else ""
        closed = self.tr("Closed") if row.closed_at else self.tr("Closes")
        found = [
            ("amount", self.tr("Amount"), money_words(row.amount, row.currency, formats)),
            ("probability", self.tr("Chance"), chance_words(row, self._kit)),
            ("expected_close", closed, close),
            ("owner", self.tr("Owner"), row.owner),
            ("contact", self.tr("Contact"), row.contact),
            ("company", self.tr("Company"), row.company),
            ("source", self.tr("Source"), row.source),
            ("repeat", self.tr("Repeats"), repeat_words(row.repeat_months, formats)),
            ("created", self.tr("Since"), formats.day_of(row.created_at)),
        ]
        if row.is_open:
            found.append(("score", self.tr("Score"), level_words(self._score, self._kit)))
        if row.reason:
            noted = f"{row.reason} · {detail.reason_note}" if detail.reason_note else row.reason
            found.append(("reason", self.tr("Why"), noted))
        return found

    def _show_checks(self, detail: DealDetail) -> None:
        at = next((n for n, line in enumerate(self.lines) if line.box.hasFocus()), None)
        clear(self.checks.rows)
        self.checks.setVisible(bool(detail.checks))
        done = sum(check.done for check in detail.checks)
        number = self._kit.formats.number
        self.checks.header.set_count(f"{number(done)}/{number(len(detail.checks))}")
        self.lines = [CheckLine(self._kit, check) for check in detail.checks]
        for place, (line, check) in enumerate(zip(self.lines, detail.checks, strict=True)):
            line.setEnabled(detail.row.is_open)
            line.box.toggled.connect(self._teller(check.check_id))
            self.checks.rows.addWidget(line)
            if place == at:
                line.show()  # the layout would do so only after this
                line.box.setFocus()

    def _teller(self, check_id: int) -> Callable[[bool], None]:
        return lambda on: self.ticked.emit(check_id, on)
