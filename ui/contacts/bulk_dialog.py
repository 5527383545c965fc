"""The dialog that changes one field of many contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.bulk import ADDABLE, CONSENTS, CUSTOM, FIELDS, BulkEdit, BulkPlan
from app.shapes.custom_fields import FieldRow
from app.words import field_words
from ui.common.bars import row_of
from ui.common.file_opening import choose_file
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.segmented import Segmented
from ui.contacts.bulk_values import ValueEditor, shown
from ui.contacts.choices import Choice
from ui.contacts.custom_person import PersonDialog

if TYPE_CHECKING:
    from app.services.bulk import BulkService
    from app.services.contacts import ContactService

WIDTH = 520
PAUSE = 150  # ms without a change before it is counted


class BulkDialog(QDialog):
    """A field, what is to become of it, and how many that changes before it is done."""

    def __init__(
        self,
        kit: Kit,
        bulk: BulkService,
        contacts: ContactService,
        ids: Sequence[int],
        known: Choice,
        currency: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._bulk = bulk
        self._contacts = contacts
        self._ids = list(ids)
        self._known = known
        self._counting: Job | None = None
        self._plan: BulkPlan | None = None
        self._enter_waits = False
        self._own = {f"{CUSTOM}{f.id}": f for f in bulk.fields()}
        self.setModal(True)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.heading = Label(theme, "", "title")
        self.field = QComboBox()
        self.how = Segmented(theme, {"set": " ", "clear": " "}, "", size=32)
        self.adding = Segmented(theme, {"add": " ", "remove": " "}, "", size=32)
        self.value = ValueEditor(kit, currency)
        self.summary = Label(theme, "", "strong", wrap=True)
        self.examples = Label(theme, "", colour="muted", wrap=True)
        self.problem = FieldHint(theme)
        self.save_button = Button(theme, "", "primary")
        self.cancel_button = Button(theme, "")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._fill_fields()
        self._connect()
        self.retranslate()
        self._on_field()
        self.field.setFocus()

    def edit(self) -> BulkEdit:
        """Return what is to be done; raise InvalidInputError for an unfit value."""
        field = str(self.field.currentData())
        how = self._ways(field).current
        value = None if how == "clear" else self.value.value()
        return BulkEdit(field, how, value)

    def accept(self) -> None:
        """Do it and close; while it is being counted, when that is done."""
        if self._pause.isActive() or self._counting is not None:
            self._enter_waits = True
            if self._pause.isActive():
                self._pause.stop()
                self._count()
            return
        if self._plan is None or not self._plan.changes:
            self.value.focus()
            return
        edit, ids, bulk = self.edit(), self._ids, self._bulk
        title = self.tr("Changing contacts")
        self._kit.runner.write(lambda ticket: bulk.edit(ids, edit, ticket), title=title)
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word again."""
        count = self._kit.formats.count
        one, many = self.tr("Edit 1 contact"), self.tr("Edit {n} contacts")
        self.setWindowTitle(count(len(self._ids), one, many))
        self.heading.set_text(self.windowTitle())
        self.field.setAccessibleName(self.tr("Field to change"))
        for ways in (self.how, self.adding):
            ways.setAccessibleName(self.tr("What is to be done"))
        self.how.set_texts({"set": self.tr("Set"), "clear": self.tr("Clear")})
        self.adding.set_texts({"add": self.tr("Add"), "remove": self.tr("Take away")})
        self.save_button.set_text(self.tr("Change"))
        self.cancel_button.set_text(self.tr("Cancel"))

    def _build(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.field, 1)
        choices.addWidget(self.how)
        choices.addWidget(self.adding)
        self.value.setFixedHeight(self._kit.theme.height(32))
        buttons = row_of(None, self.cancel_button, self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.heading)
        column.addLayout(choices)
        column.addWidget(self.value)
        column.addWidget(self.problem)
        column.addWidget(self.summary)
        column.addWidget(self.examples)
        column.addLayout(buttons)

    def _fill_fields(self) -> None:
        language = self._kit.language.code
        for field in FIELDS:
            words = field_words(field, language)
            self.field.addItem(words[:1].upper() + words[1:], field)
        if self._own:
            self.field.insertSeparator(self.field.count())
        for key, row in self._own.items():
            self.field.addItem(row.label(language), key)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._count)
        self.field.currentIndexChanged.connect(self._on_field)
        self.how.chosen.connect(self._on_how)
        self.adding.chosen.connect(self._on_how)
        self.value.edited.connect(self._on_edited)
        self.value.asked.connect(self._look_for)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._kit.language.changed.connect(self.retranslate)

    def _ways(self, field: str) -> Segmented:
        return self.adding if field in ADDABLE else self.how

    def _on_field(self) -> None:
        field = str(self.field.currentData())
        only_set = field in (*CONSENTS, "do_not_contact", "kind")
        self.adding.setVisible(field in ADDABLE)
        self.how.setVisible(field not in ADDABLE and not only_set)
        if only_set:
            self.how.choose("set")
        row: FieldRow | None = self._own.get(field)
        self.value.ask(field, row, self.tr("Value"), self._known)
        self._on_how()

    def _on_how(self) -> None:
        field = str(self.field.currentData())
        clears = field not in ADDABLE and self.how.current == "clear"
        nothing = field in (*CONSENTS, "do_not_contact")
        self.value.setVisible(not clears and not nothing)
        self._on_edited()

    def _on_edited(self) -> None:
        self._enter_waits = False
        self._forget_plan()
        self._pause.start()

    def _look_for(self) -> None:
        """Let the person or the file be found that all of them are to have."""
        row = self._own[str(self.field.currentData())]
        if row.kind == "file":
            choose_file(self.tr("Choose a file"), self._on_file, self)
            return
        title = row.label(self._kit.language.code)
        dialog = PersonDialog(self._kit, self._contacts, title, filled=False, parent=self)
        dialog.chosen.connect(self._on_person)
        dialog.finished.connect(self.activateWindow)  # some window managers forget it
        dialog.open()

    def _on_file(self, path: Path) -> None:
        self.value.put(str(path), path.name)

    def _on_person(self, contact_id: int) -> None:
        self.value.put(contact_id, self._contacts.name_of(contact_id))

    def _forget_plan(self) -> None:
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        self._plan = None
        self.save_button.setEnabled(False)
        self.examples.set_text("")

    def _count(self) -> None:
        self.problem.show_hint("")
        try:
            edit = self.edit()
        except UserError as error:
            self._show_refused(error)
            return
        ids, bulk, language = self._ids, self._bulk, self._kit.language.code

        def task(_ticket: Ticket) -> BulkPlan:
            return bulk.plan(ids, edit, language)

        job = self._counting = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(lambda plan: self._on_counted(job, edit, plan))
        job.failed.connect(lambda error: self._on_failed(job, error))

    def _on_counted(self, job: Job, edit: BulkEdit, plan: BulkPlan) -> None:
        if not isValid(self) or job is not self._counting:
            return  # closed, or somebody went on meanwhile
        self._counting, self._plan = None, plan
        number, language = self._kit.formats.number, self._kit.language.code
        words = self.tr("Changes {n} of {total} contacts; {same} have it already.").format(
            n=number(plan.changes), total=number(plan.total), same=number(plan.same)
        )
        self.summary.set_text(words)
        lines = [
            f"{e.name}: {shown(edit, e.before, language) or '—'} → "
            f"{shown(edit, e.after, language) or '—'}"
            for e in plan.examples
        ]
        self.examples.set_text("\n".join(lines))
        self.save_button.setEnabled(plan.changes > 0)
        announce(self, words)
        self.adjustSize()
        if self._enter_waits:
            self._enter_waits = False
            self.accept()

    def _on_failed(self, job: Job, error: BaseException) -> None:
        if job is self._counting:
            self._counting = None
            if isinstance(error, UserError):
                self._show_refused(error)
            else:
                self._kit.runner.failed.emit(error)

    def _show_refused(self, error: UserError) -> None:
        begun = self.value.is_begun
        self.summary.set_text("")
        if begun or self._enter_waits:
            self.problem.show_hint(self._kit.messages.describe(error))
        self._enter_waits = False
