"""What a contact agreed to, on its page: the state now, what was declared, 'do not contact'."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.consents import ConsentForm, ConsentRow
from app.shapes.contacts import ContactDetail
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_mark import IconMark
from ui.common.widgets.label import Label
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.toggle import Toggle
from ui.contacts.consent_dialog import ConsentDialog
from ui.contacts.consent_words import MARKS, state_words, told_words, what_words
from ui.contacts.date_words import within
from ui.contacts.properties import NARROW
from ui.contacts.section import ContactSection
from ui.contacts.stop_note import STOP

if TYPE_CHECKING:
    from app.services.consents import ConsentService
    from app.services.files import FileService


class ConsentSection(ContactSection):
    """One line for each purpose and channel; the plus records what somebody declared."""

    tables = frozenset({"consent"})

    def __init__(
        self,
        kit: Kit,
        consents: ConsentService,
        files: FileService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent=parent)
        self._consents = consents
        self._files = files
        self._open = False  # whether all declarations are shown
        self._proofs: dict[int, str] = {}  # names of the files
        self.lines: list[PropertyRow] = []
        self.dialog: ConsentDialog | None = None
        self.stop = Toggle(kit.theme)
        self.all_button = Button(kit.theme, "", "link", size="sm")
        self.past = QVBoxLayout()
        self.past.setContentsMargins(0, 0, 0, 4)
        self.past.setSpacing(8)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addWidget(self.all_button)
            column.addLayout(self.past)
            column.addWidget(self.stop)
        self.stop.clicked.connect(self._on_stopped)
        self.all_button.clicked.connect(self._on_all)

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            self._open = False
        super().show_contact(detail)

    def fill(self, detail: ContactDetail) -> None:
        declared = self._consents.of(detail.id)
        proven = any(row.attachment_id for row in declared)
        self._proofs = {f.id: f.name for f in self._files.of(detail.id)} if proven else {}
        counts: dict[tuple[str, str], ConsentRow] = {}
        for row in declared:
            counts.setdefault((row.purpose, row.channel), row)
        self.header.set_title(self.tr("Consent"))
        self.add_button.set_name(self.tr("Record consent"))
        self.lines = [self._line(row) for row in counts.values()]
        for line in self.lines:
            self.rows.addWidget(line)
        if not self.lines:
            words = self.tr("Nothing is recorded yet.")
            self.rows.addWidget(Label(self._kit.theme, words, colour="muted", wrap=True))
        self._show_past(declared)
        self.stop.setText(self.tr("Do not contact"))
        self.stop.setChecked(bool(detail.values.get(STOP)))

    def add_asked(self) -> None:
        if self._detail is None:
            return
        contact_id = self._detail.id
        files = [(row.id, row.name) for row in self._files.of(contact_id)]
        self.dialog = ConsentDialog(self._kit, self._detail.name, files, self.window())
        self.dialog.recorded.connect(partial(self._record, contact_id))
        self.dialog.finished.connect(self._on_dialog_closed)
        self.dialog.open()

    def _on_dialog_closed(self) -> None:
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self, contact_id: int, form: ConsentForm, file: Path | None) -> None:
        consents, dialog = self._consents, self.dialog
        job = self._kit.runner.write(
            lambda _ticket: consents.record(contact_id, form, file), quiet=True
        )
        if dialog is not None:
            job.succeeded.connect(dialog.on_recorded)
            job.failed.connect(dialog.on_failed)

    def _line(self, row: ConsentRow) -> PropertyRow:
        icon, colour = MARKS[row.state]
        state = state_words(row.state, self._kit)
        day = self._when(row.happened_at)
        name = what_words(row.purpose, row.channel)
        line = PropertyRow(self._kit.theme, name, f"{state} {day}", label_width=NARROW)
        line.put_before(IconMark(self._kit.theme, icon, colour))
        told = self._told(row)
        line.setToolTip(told)
        line.setAccessibleName(f"{name}: {state} {day}. {told}")
        return line

    def _when(self, moment: str) -> str:
        """Return the day of a moment; only its month where it is not of this year."""
        formats = self._kit.formats
        if moment[:4] != str(formats.today().year):
            return formats.month(moment)
        return within(formats.day_of(moment), self._kit)

    def _told(self, row: ConsentRow) -> str:
        return told_words(row, self._kit, self._proofs.get(row.attachment_id or 0, ""))

    def _show_past(self, declared: list[ConsentRow]) -> None:
        clear(self.past)
        self.all_button.setVisible(bool(declared))
        n = len(declared)
        one, many = self.tr("1 declaration"), self.tr("{n} declarations")
        words = self.tr("Hide them") if self._open else self._kit.formats.count(n, one, many)
        self.all_button.set_text(words)
        self.all_button.setAccessibleName(self.tr("What was declared: {n}").format(n=n))
        self.all_button.updateGeometry()
        for row in declared if self._open else ():
            day = self._kit.formats.day_of(row.happened_at)
            what = what_words(row.purpose, row.channel)
            first = f"{day} · {what} · {state_words(row.state, self._kit)}"
            told = self._told(row)
            text = f"{first}\n{told}" if told else first
            self.past.addWidget(Label(self._kit.theme, text, "caption", "text-2", wrap=True))

    def _on_all(self) -> None:
        self._open = not self._open
        self.refresh()

    def _on_stopped(self) -> None:
        if self._detail is not None:
            contact_id, stop = self._detail.id, self.stop.isChecked()
            self.write(lambda: self._consents.stop_contact(contact_id, stop=stop))
