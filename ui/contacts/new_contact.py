"""The form for a new contact."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.shapes.contacts import ContactForm, LookAlike
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.contacts.look_alikes import Finder, LookAlikeNotes

WIDTH = 560
NOTE_HEIGHT = 72


class NewContactDialog(QDialog):
    """Collects what somebody types; knows the rules of the form, never the database.

    With `look_alikes` it tells of contacts that may be the same one. What they tell is shown
    before anything is saved: an Enter that is quicker than the look waits for it, and stops
    if there is something to tell.
    """

    submitted = Signal(object)  # app.shapes.contacts.ContactForm
    opened = Signal(object)  # id of the contact that is there already

    def __init__(
        self, kit: Kit, parent: QWidget | None = None, look_alikes: Finder | None = None
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._enter_waits = False
        self.setWindowTitle(self.tr("New contact"))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.kind = Segmented(
            theme,
            {
                "person": self.tr("Person"),
                "company": self.tr("Company"),
                "household": self.tr("Household"),
            },
            self.tr("Kind of contact"),
        )
        self.name = QLineEdit()
        self.phone = QLineEdit()
        self.email = QLineEdit()
        self.company = QLineEdit()
        self.tags = QLineEdit()
        self.note = QPlainTextEdit()
        self.problem = FieldHint(theme)
        self.likes = LookAlikeNotes(kit, look_alikes or nobody)
        self.save_button = Button(theme, self.tr("Save"), "primary")
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.tags.setPlaceholderText(self.tr("Bouquet, wedding"))
        self._build()
        for field in (self.name, self.phone, self.email):
            field.textChanged.connect(self._on_typed)
        for watched in (*self._lines(), self.note):
            watched.installEventFilter(self)
        if look_alikes is not None:
            for field in (self.name, self.phone, self.email):
                field.textChanged.connect(self._on_identity_typed)
        self.likes.looked.connect(self._on_looked)
        self.likes.opened.connect(self._on_opened)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.name.setFocus()

    def form(self) -> ContactForm:
        """Return what is typed so far."""
        tags = (tag.strip() for tag in self.tags.text().split(","))
        return ContactForm(
            name=self.name.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            company=self.company.text(),
            kind=self.kind.current,
            note=self.note.toPlainText(),
            tags=tuple(tag for tag in tags if tag),
        )

    def fill(self, form: ContactForm) -> None:
        """Show what was typed before and could not be saved."""
        self.kind.choose(form.kind)
        self.name.setText(form.name)
        self.phone.setText(form.phone)
        self.email.setText(form.email)
        self.company.setText(form.company)
        self.tags.setText(", ".join(form.tags))
        self.note.setPlainText(form.note)

    def accept(self) -> None:
        """Hand the form over and close; an unfit one stays open and says why."""
        self._check()
        if self.form().problems():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.likes.is_behind:
            self._enter_waits = True
            self.likes.look_now()
        else:
            self.submitted.emit(self.form())
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and (held or isinstance(self.focusWidget(), QLineEdit)):
            self.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and self._is_begun():
            self._check()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._kit.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.windowTitle(), "title"), 1)
        head.addWidget(self.kind)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        places: tuple[tuple[str, QWidget, int, int, int], ...] = (
            (self.tr("Name"), self.name, 0, 0, 2),
            (self.tr("Phone"), self.phone, 1, 0, 1),
            (self.tr("Mail"), self.email, 1, 1, 1),
            (self.tr("Company"), self.company, 2, 0, 1),
            (self.tr("Tags"), self.tags, 2, 1, 1),
            (self.tr("Note"), self.note, 3, 0, 2),
        )
        for words, field, row, at, span in places:
            label = Label(theme, words, strong=True)
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, 4 * row, at, 1, span)
            grid.addWidget(field, 4 * row + 1, at, 1, span)
            grid.setRowMinimumHeight(4 * row + 3, 8)
        grid.addWidget(self.problem, 2, 0, 1, 2)  # below the name
        column.addLayout(grid)
        column.addWidget(self.likes)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        hint = self.tr("A name or a phone is enough. Ctrl+Enter saves.")
        buttons.addWidget(Label(theme, hint, "caption", "muted"), 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        self._chain()

    def _chain(self) -> None:
        """Have Tab go from the top to the bottom, through the notes that stand there now."""
        stops: list[QWidget] = [*self._lines(), self.note, *self.likes.ways()]
        for first, second in pairwise([*stops, self.cancel_button, self.save_button]):
            self.setTabOrder(first, second)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.name, self.phone, self.email, self.company, self.tags

    def _is_begun(self) -> bool:
        return any(line.text() for line in self._lines()) or bool(self.note.toPlainText())

    def _on_typed(self) -> None:
        if self.problem.isVisible():
            self._check()

    def _on_identity_typed(self) -> None:
        self._enter_waits = False
        self.likes.look(self.form())

    def _on_looked(self) -> None:
        found = bool(self.likes.found)
        self.save_button.set_text(self.tr("Add anyway") if found else self.tr("Save"))
        self._chain()
        self.adjustSize()
        waited, self._enter_waits = self._enter_waits, False
        if waited and not found:
            self.accept()

    def _on_opened(self, contact_id: int) -> None:
        self.reject()
        self.opened.emit(contact_id)

    def _check(self) -> None:
        problems = self.form().problems()
        self.problem.show_hint(self._kit.messages.problem(problems))
        self.name.setProperty("invalid", "name" in problems)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)


def nobody(_form: ContactForm) -> Sequence[LookAlike]:
    """Return no look-alikes."""
    return ()
