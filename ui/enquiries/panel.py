"""The panel beside the inbox: one enquiry with who it may be from and why it is judged so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.score_words import model_words
from app.shapes.enquiries import EnquiryRow
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.score_looks import LEVELS, effect_line, level_words, reason_line
from ui.common.widgets.block import Block
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.pill import Pill
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.quick_button import QuickButton
from ui.enquiries.learned import Learned
from ui.enquiries.words import (
    InboxLine,
    channel_words,
    clock_words,
    who_words,
)

SIDE = 20
LABEL = 92
EFFECTS, WORTH = 3, 2  # of what was learned that are told, and points of those at least


class EnquiryPanel(QFrame):
    """Shows the enquiry that is selected; what is to be done with it is only asked for."""

    asked = Signal(str)  # 'answer', 'person', 'deal', 'spam', 'contact'

    def __init__(self, kit: Kit, currency: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.setObjectName("Detail")
        self._kit = kit
        self.currency = currency
        self.line: InboxLine | None = None
        self.heading = Label(theme, "", "heading")
        self.contact_button = Button(theme, "", "link", size="sm")
        self.clock = Label(theme, "", colour="muted", digits=True)
        self.answer_button = QuickButton(theme, "", "check")
        self.person_button = QuickButton(theme, "", "user-round-plus")
        self.deal_button = QuickButton(theme, "", "handshake")
        self.spam_button = QuickButton(theme, "", "ban")
        self.text = Label(theme, "", wrap=True)
        self.facts = QVBoxLayout()
        self.facts.setSpacing(0)
        self.score = Block(kit)
        self.pill = Pill(theme, "", "neutral")
        self.score.header.add(self.pill)
        self.learned = Block(kit)
        self.chance = Pill(theme, "", "neutral")
        self.learned.header.add(self.chance)
        self._told: Learned | None = None
        self.nothing = Label(
            theme, "", colour="muted", wrap=True, align=Qt.AlignmentFlag.AlignCenter
        )
        self._build()
        for button, what in (
            (self.answer_button, "answer"), (self.person_button, "person"),
            (self.deal_button, "deal"), (self.spam_button, "spam"),
            (self.contact_button, "contact"),
        ):  # fmt: skip
            button.clicked.connect(partial(self.asked.emit, what))
        self.retranslate()
        self.show_line(None)

    def show_line(self, line: InboxLine | None) -> None:
        """Show an enquiry, or that none is selected."""
        if line is None or self._told is None or self._told.enquiry_id != line.id:
            self.show_learned(None)
        self.line = line
        self._whole.setVisible(line is not None)
        self.nothing.setVisible(line is None)
        if line is not None:
            self._fill(line)

    def show_learned(self, learned: Learned | None) -> None:
        """Show what the shop's closed deals say of the enquiry, where they say anything."""
        self._told = learned
        self.learned.setVisible(learned is not None)
        if learned is None:
            return
        kit = self._kit
        self.chance.show_state(f"{kit.formats.number(learned.chance.percent)}%", "accent", "")
        clear(self.learned.rows)
        lines = [
            effect_line(effect, kit, self.currency, learned.pipelines)
            for effect in learned.chance.effects[:EFFECTS]
            if abs(effect.points) >= WORTH
        ]
        for told in lines:
            self.learned.rows.addWidget(
                Label(kit.theme, told, colour="text-2", digits=True, wrap=True)
            )
        figures = model_words(learned.model, kit.language.code)
        label = Label(kit.theme, figures, "caption", "muted", digits=True, wrap=True)
        label.setContentsMargins(0, 4, 0, 0)
        self.learned.rows.addWidget(label)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Enquiry"))
        self.nothing.set_text(self.tr("Select an enquiry to see all of it."))
        self.score.header.set_title(self.tr("Score"))
        self.learned.header.set_title(self.tr("Learned from your deals"))
        for button, words, key in (
            (self.answer_button, self.tr("Answered"), "A"),
            (self.person_button, self.tr("Person"), "P"),
            (self.deal_button, self.tr("Deal"), "D"),
            (self.spam_button, self.tr("Spam"), "X"),
        ):
            button.setText(words)
            button.setToolTip(f"{words}  {key}")
        if self.line is not None:
            self._fill(self.line)
        self.show_learned(self._told)

    def _build(self) -> None:
        quick = QGridLayout()
        quick.setSpacing(8)
        buttons = self.answer_button, self.person_button, self.deal_button, self.spam_button
        for place, button in enumerate(buttons):
            quick.addWidget(button, 0, place)
        self._whole = QWidget()
        self._whole.setProperty("clear", "true")
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.heading)
        top.addWidget(self.clock)
        top.addWidget(self.contact_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(top)
        column.addLayout(quick)
        column.addWidget(self.text)
        column.addLayout(self.facts)
        column.addWidget(self.score)
        column.addWidget(self.learned)
        holder = QWidget()
        holder.setProperty("clear", "true")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(SIDE, 20, SIDE, 20)
        inner.addWidget(self._whole)
        inner.addWidget(self.nothing)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _fill(self, line: InboxLine) -> None:
        row, kit = line.row, self._kit
        self.heading.set_text(who_words(row))
        waited = clock_words(row, kit.formats)
        words = self.tr("Waits {time}") if row.is_waiting else self.tr("Answered {time}")
        self.clock.set_text(words.format(time=waited) if waited else "")
        self.clock.setVisible(bool(waited))
        known = row.contact_id is not None
        self.contact_button.set_text(self.tr("Open {name}").format(name=row.contact))
        self.contact_button.setVisible(known)
        self.answer_button.setEnabled(row.is_waiting)
        self.person_button.setEnabled(not known)
        self.spam_button.setEnabled(row.is_open)
        self.text.set_text(row.text or self.tr("Nothing was written down."))
        clear(self.facts)
        for name, value in self._facts_of(row):
            self.facts.addWidget(PropertyRow(kit.theme, name, value, label_width=LABEL))
        role, icon = LEVELS[line.score.level]
        self.pill.show_state(level_words(line.score, kit), role, icon)
        clear(self.score.rows)
        for reason in line.score.reasons:
            told = reason_line(reason, kit, self.currency)
            self.score.rows.addWidget(
                Label(kit.theme, told, colour="text-2", digits=True, wrap=True)
            )

    def _facts_of(self, row: EnquiryRow) -> list[tuple[str, str]]:
        exact = self._kit.formats.exact
        facts = (
            (self.tr("Channel"), channel_words(row.channel, self._kit)),
            (self.tr("Received"), exact(row.received_at)),
            (self.tr("Answer due"), exact(row.due_at) if row.due_at and row.is_waiting else ""),
            (self.tr("Phone"), row.phone),
            (self.tr("E-mail"), row.email),
            (self.tr("Product"), row.product),
            (self.tr("Sent by"), row.referred_by),
            (self.tr("Owner"), row.owner),
        )
        return [(name, value) for name, value in facts if value]
