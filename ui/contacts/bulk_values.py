"""What somebody chooses or types for a field of many contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStackedWidget, QWidget

from app.custom_texts import Writing, read_typed
from app.errors import InvalidInputError, Problem
from app.kinds import ROLES, STAGES
from app.shapes.bulk import CHOICES, CONSENTS, DAYS, BulkEdit
from app.shapes.custom_fields import CustomContent, FieldRow
from app.words import kind_words
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.contacts.choices import Choice
from ui.contacts.fields import date_typed

FIXED: Mapping[str, CustomContent] = {**dict.fromkeys(CONSENTS, "denied"), "do_not_contact": True}
TYPED = ("text", "number", "money", "date")  # fields of the shop's own that are typed …
LOOKED_FOR = ("person", "file")  # … and that are looked for


@dataclass(frozen=True, slots=True)
class Offer:
    """Words and what they stand for."""

    words: str
    value: CustomContent


class ValueEditor(QStackedWidget):
    """A line, a list of what there is to choose from, or a button that looks for it.

    Empty where nothing is to be said.
    """

    edited = Signal()
    asked = Signal()  # for a person or a file: `put` takes what was found
    submitted = Signal()  # Enter in the line

    def __init__(
        self, kit: Kit, currency: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._currency = currency
        self._field = ""
        self._own: FieldRow | None = None
        self.line = QLineEdit()
        self.list = QComboBox()
        self.button = Button(kit.theme, "", trailing="chevron-down")
        self._found: CustomContent | None = None
        self._nothing = QWidget()
        self._nothing.setProperty("clear", "true")
        for part in (self.line, self.list, self.button, self._nothing):
            self.addWidget(part)
        self.line.textChanged.connect(self.edited)
        self.line.returnPressed.connect(self.submitted)
        self.list.currentIndexChanged.connect(self.edited)
        self.button.clicked.connect(self.asked)

    def ask(self, field: str, own: FieldRow | None, name: str, known: Choice) -> None:
        """Let the value of a field be told; `own` is that of the shop's own fields."""
        self._field, self._own = field, own
        offers = self._offers(known)
        self.line.setAccessibleName(name)
        self.list.setAccessibleName(name)
        if field in FIXED:
            self.setCurrentWidget(self._nothing)
            return
        if own is not None and own.kind in LOOKED_FOR:
            self._found = None
            self.button.set_text(self.tr("Choose …"))
            self.button.setAccessibleName(self.tr("Choose …"))
            self.setCurrentWidget(self.button)
            return
        if offers is None:
            self.line.clear()
            words = known.sources if field == "source" else known.tags if field == "tag" else ()
            completer = QCompleter(list(words), self.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.line.setCompleter(completer)
            self.setCurrentWidget(self.line)
            return
        self.list.blockSignals(True)  # noqa: FBT003 - Qt
        self.list.clear()
        for offer in offers:
            self.list.addItem(offer.words, offer.value)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt
        self.setCurrentWidget(self.list)

    @property
    def is_begun(self) -> bool:
        """Whether somebody has said anything yet, so that it can be wrong."""
        if self.currentWidget() is self.button:
            return self._found is not None
        return self.currentWidget() is not self.line or bool(self.line.text())

    def focus(self) -> None:
        """Put the focus where the value is told."""
        part = self.currentWidget()
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, value: CustomContent, words: str) -> None:
        """Take the person or the file that was found."""
        self._found = value
        self.button.set_text(words)
        self.button.setAccessibleName(words)
        self.edited.emit()

    def value(self) -> CustomContent | None:
        """Return what is told; raise InvalidInputError for what the field does not take."""
        if self._field in FIXED:
            return FIXED[self._field]
        if self.currentWidget() is self.list:
            found: CustomContent | None = self.list.currentData()
            several = self._own is not None and self._own.kind == "choices"
            return (int(str(found)),) if several and found is not None else found
        if self.currentWidget() is self.button:
            if self._found is None:
                raise InvalidInputError({"value": Problem.REQUIRED})
            return self._found
        text = self.line.text().strip()
        if not text:
            raise InvalidInputError({"value": Problem.REQUIRED})
        if self._own is not None:
            formats = self._kit.formats
            writing = Writing(self._currency(), self._kit.language.code, formats.today().year)
            return read_typed(self._own, text, writing)
        return date_typed(self._field, text, self._kit) if self._field in DAYS else text

    def _offers(self, known: Choice) -> Sequence[Offer] | None:
        language, own = self._kit.language.code, self._own
        if own is not None:
            if own.kind == "yes_no":
                return [Offer(self.tr("Yes"), value=True), Offer(self.tr("No"), value=False)]
            if own.kind in TYPED:
                return None
            return [Offer(c.label(language), c.id) for c in own.choices if not c.retired]
        if self._field == "owner_id":
            return [Offer(name or self.tr("Shop owner"), i) for i, name in known.staff]
        kinds = {"stage": STAGES, "role": ROLES}.get(self._field) or CHOICES.get(self._field)
        if kinds is None:
            return None
        return [Offer(self._kind(self._field, kind, language), kind) for kind in kinds]

    def _kind(self, group: str, kind: str, language: str) -> str:
        own = {
            "person": self.tr("Person"),
            "company": self.tr("Company"),
            "household": self.tr("Household"),
            "female": self.tr("Female"),
            "male": self.tr("Male"),
            "other": self.tr("Other"),
        }
        return own.get(kind) or kind_words(group, kind, language)


def shown(edit: BulkEdit, text: str, language: str) -> str:
    """Return what an example says of a field, in words; '' for nothing."""
    if edit.field in ("stage", "role") and text:
        return kind_words(edit.field, text, language)
    if edit.field in CONSENTS and text:
        return kind_words("consent", text, language)
    return text
