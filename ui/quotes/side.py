"""What stands beside a quote: its versions, how it stands, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.shapes.quotes import QuoteDetail, QuoteRow
from app.supplier import Supplier
from app.words import kind_words, say
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.common.widgets.segmented import Segmented

WIDTH = 280
LISTED, LINE = 112, 28  # px of the versions that are seen at once, and of one
QUOTE = Qt.ItemDataRole.UserRole
COLOURS = {"accepted": "success", "refused": "danger", "expired": "warning"}
# What can be done with a quote as it stands; the first one is offered most plainly.
ACTS = {
    "draft": ("send", "edit", "remove"),
    "sent": ("accept", "refuse", "version"),
    "expired": ("version", "accept", "refuse"),
    "accepted": ("version", "reopen"),
    "refused": ("version", "reopen"),
}
ICONS = {
    "send": "send", "edit": "pencil", "remove": "trash-2", "accept": "check", "refuse": "x",
    "version": "copy-plus", "reopen": "undo-2",
}  # fmt: skip


class QuoteSide(QFrame):
    """The arrows choose a version; buttons do what its state allows."""

    asked = Signal(str)  # one of ACTS
    chosen = Signal(object)  # quote id
    language_chosen = Signal(str)
    excel_asked = Signal()
    settings_asked = Signal()

    def __init__(self, kit: Kit, language: str, parent: QWidget | None = None) -> None:
        """`language` is that of the paper."""
        super().__init__(parent)
        self._kit = kit
        self._detail: QuoteDetail | None = None
        self._supplier = Supplier()
        self.setObjectName("Side")
        self.setFixedWidth(round(WIDTH * kit.theme.text_scale))
        theme = kit.theme
        self.heading = Label(theme, "", "heading")
        self.state = Label(theme, "", "strong")
        self.facts = Label(theme, "", colour="text-2", digits=True, wrap=True)
        self._versions = Label(theme, "", "caption", "muted")
        self.list = QListWidget()
        self.list.setFixedHeight(round(LISTED * theme.text_scale))
        self._paper = Label(theme, "", "caption", "muted")
        self.language = Segmented(theme, {"ko": "한국어", "en": "English"}, "", size=32)
        self.language.choose(language)
        self.lacks = Note(theme, "", "warning", action=" ")
        self.buttons = {key: Button(theme, "", icon=icon) for key, icon in ICONS.items()}
        self.excel_button = Button(theme, "", icon="file-spreadsheet")
        self._build()
        self.list.currentItemChanged.connect(self._on_version_chosen)
        self.language.chosen.connect(self._on_language_chosen)
        self.lacks.acted.connect(self.settings_asked)
        self.excel_button.clicked.connect(self.excel_asked)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _on, key=key: self.asked.emit(key))
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_quote(
        self, detail: QuoteDetail, versions: Sequence[QuoteRow], supplier: Supplier
    ) -> None:
        """Show a quote, the versions it is one of, and what its supplier lacks."""
        self._detail, self._supplier = detail, supplier
        formats, code = self._kit.formats, self._kit.language.code
        state = partial(kind_words, "quote_status", language=code)
        with QSignalBlocker(self.list):
            self.list.clear()
            for row in versions:
                words = self.tr("Version {n}, {state}, {total}").format(
                    n=formats.number(row.version), state=state(row.status),
                    total=formats.money(row.total, row.currency),
                )  # fmt: skip
                item = QListWidgetItem(words, self.list)
                item.setData(QUOTE, row.id)
                item.setSizeHint(QSize(0, self._kit.theme.height(LINE)))
                if row.id == detail.row.id:
                    self.list.setCurrentItem(item)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        names = {
            "send": self.tr("Mark as sent"),
            "edit": self.tr("Change"),
            "remove": self.tr("Remove"),
            "accept": self.tr("Accepted"),
            "refuse": self.tr("Refused"),
            "version": self.tr("New version"),
            "reopen": self.tr("Open again"),
        }
        for key, words in names.items():
            self.buttons[key].set_text(words)
        self.excel_button.set_text(self.tr("Save for Excel…"))
        self._versions.set_text(self.tr("Versions"))
        self.list.setAccessibleName(self.tr("Versions"))
        self._paper.set_text(self.tr("Language of the paper"))
        self.language.setAccessibleName(self._paper.text())
        self.setAccessibleName(self.tr("Quote"))
        if self._detail is not None:
            self._show(self._detail)

    def _show(self, detail: QuoteDetail) -> None:
        row, formats = detail.row, self._kit.formats
        code = self._kit.language.code
        self.heading.set_text(row.number)
        state = kind_words("quote_status", row.status, code)
        self.state.set_text(state[:1].upper() + state[1:])
        self.state.set_colour(COLOURS.get(row.status, "text"))
        told = [formats.money(row.total, row.currency)]
        if row.contact:
            told.insert(0, row.contact)
        if row.valid_until:
            until = self.tr("Valid until {day}").format(day=formats.day(row.valid_until))
            told.append(until)
        if detail.refused_note:
            told.append(detail.refused_note)
        self.facts.set_text("\n".join(told))
        offered = ACTS.get(row.status, ())
        for key, button in self.buttons.items():
            button.setVisible(key in offered)
        self._tell_what_lacks()

    def _tell_what_lacks(self) -> None:
        language = self.language.current
        lacking = self._supplier.missing(language)
        self.lacks.setVisible(bool(lacking))
        if lacking:
            spoken = self._kit.language.code
            parts = self._kit.formats.listing([say(f"quote.{part}", spoken) for part in lacking])
            words = self.tr("The quote does not say yet: {parts}").format(parts=parts)
            self.lacks.show_note(escape(words), "warning", action=self.tr("Shop settings"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self.heading, self.state, self.facts, *self.buttons.values()):
            column.addWidget(widget)
        column.addSpacing(8)
        for widget in (self._paper, self.language, self.excel_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.lacks)
        column.addStretch(1)
        column.addWidget(self._versions)
        column.addWidget(self.list)

    def _on_version_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(QUOTE))

    def _on_language_chosen(self, code: str) -> None:
        self._tell_what_lacks()
        self.language_chosen.emit(code)
