"""The form for a new contact."""

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

from app.shapes.contacts import ContactForm
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented

WIDTH = 560
NOTE_HEIGHT = 72


class NewContactDialog(QDialog):
    """Collects what somebody types; knows the rules of the form, never the database."""

    submitted = Signal(object)  # app.shapes.contacts.ContactForm

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self.setWindowTitle(self.tr("New contact"))
        self.setFixedWidth(WIDTH)
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
        self.problem = Label(theme, "", "caption", "danger", wrap=True)
        self.save_button = Button(theme, self.tr("Save"), "primary")
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.tags.setPlaceholderText(self.tr("Bouquet, wedding"))
        self._build()
        self.name.textChanged.connect(self._on_typed)
        self.phone.textChanged.connect(self._on_typed)
        self.name.installEventFilter(self)
        self.phone.installEventFilter(self)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.name.returnPressed.connect(self.phone.setFocus)
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

    def accept(self) -> None:
        """Hand the form over and close; an unfit one stays open and says why."""
        self._check()
        if not self.form().problems():
            self.submitted.emit(self.form())
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
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
            grid.addWidget(label, 3 * row, at, 1, span)
            grid.addWidget(field, 3 * row + 1, at, 1, span)
            grid.setRowMinimumHeight(3 * row + 2, 8)
        column.addLayout(grid)
        column.addWidget(self.problem)
        self.problem.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        hint = self.tr("A name or a phone is enough. Ctrl+Enter saves.")
        buttons.addWidget(Label(theme, hint, "caption", "muted"), 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)

    def _is_begun(self) -> bool:
        fields = (self.name, self.phone, self.email, self.company, self.tags)
        return any(field.text() for field in fields) or bool(self.note.toPlainText())

    def _on_typed(self) -> None:
        if self.problem.isVisible():
            self._check()

    def _check(self) -> None:
        problems = self.form().problems()
        self.problem.set_text(self._kit.messages.problem(problems))
        self.problem.setVisible(bool(problems))
        self.name.setProperty("invalid", "name" in problems)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
