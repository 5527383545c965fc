"""The shop's own fields on the page and in the panel of a contact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.custom_texts import TYPED, Writing, read_typed
from app.shapes.contacts import ContactDetail
from app.shapes.custom_fields import CustomContent, CustomValueRow, FieldRow
from ui.common.field_kinds import ICONS
from ui.common.file_opening import choose_file, open_file, save_file
from ui.common.kit import Kit
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.property_row import LABEL
from ui.contacts.custom_file import FileRowOfField
from ui.contacts.custom_person import PersonDialog
from ui.contacts.custom_row import ChosenRow
from ui.contacts.custom_words import content_words, typed_words
from ui.contacts.editable_row import EditableRow
from ui.contacts.fields import FieldShown
from ui.contacts.properties import NARROW
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.custom_fields import CustomFieldService
    from app.services.files import FileService

SHOWN_EMPTY = 8  # a shop with no more fields sees all of them on the page
AT_ONCE = 12  # lines; of a shop with more fields the others follow …
STEP = 6  # … so many at a time, so that the window never waits
Row = EditableRow | ChosenRow | FileRowOfField


class CustomSection(ContactSection):
    """Every filled field in a line, changed in place; the plus offers the others.

    On the `page` the few fields of a shop stand there also while they are empty; the panel
    shows what is filled and is not seen at all without it.
    """

    tables = frozenset({"custom_field", "custom_choice", "custom_value"})
    decides = True
    fields_asked = Signal()  # the place where fields are made

    def __init__(
        self,
        kit: Kit,
        fields: CustomFieldService,
        contacts: ContactService,
        files: FileService,
        currency: Callable[[], str],
        *,
        page: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent=parent)
        self._fields = fields
        self._contacts = contacts
        self._files = files
        self._currency = currency
        self._page = page
        self._also: set[int] = set()  # empty fields somebody wants to fill
        self._known: list[FieldRow] = []
        self._lines: dict[int, Row] = {}
        self._person: PersonDialog | None = None
        self._due: list[tuple[int, FieldRow]] = []  # lines still to be drawn: place, field
        self._values: dict[int, CustomValueRow] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_on)
        self.rows.setSpacing(0)

    @property
    def lines(self) -> dict[int, Row]:
        """The lines by their field, from the top."""
        return self._lines

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            for row in list(self._lines.values()):
                if isinstance(row, EditableRow):
                    row.finish()
            self._also.clear()
            self._drop(set())
        super().show_contact(detail)

    def refresh(self) -> None:
        if self._detail is not None:  # lines stay: somebody may be typing into one
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self._known = self._fields.all()
        self._values = values = {v.field_id: v for v in self._fields.of(detail.id)}
        always = self._page and len(self._known) <= SHOWN_EMPTY
        shown = [f for f in self._known if always or f.id in values or f.id in self._also]
        self._also -= values.keys()
        self._drop({field.id for field in shown})
        places = list(enumerate(shown))
        wanted = [each for each in places[AT_ONCE:] if each[1].id in self._also]
        self._due = [each for each in places[AT_ONCE:] if each[1].id not in self._also]
        self._draw([*places[:AT_ONCE], *wanted])
        self.header.set_title(self.tr("Custom fields"))
        self.add_button.set_name(self.tr("Add a custom field"))
        self.setVisible(self._page or bool(self._lines))

    def _draw_on(self) -> None:
        """Draw the next lines of a contact with very many."""
        step, self._due = self._due[:STEP], self._due[STEP:]
        self._draw(step)

    def _draw(self, lines: Sequence[tuple[int, FieldRow]]) -> None:
        currency = self._currency()
        for place, field in lines:
            row = self._lines.get(field.id)
            if row is None:
                row = self._lines[field.id] = self._make(field)
            if self.rows.indexOf(row) != place:
                self.rows.insertWidget(place, row)
                if field.id in self._also:
                    row.show()  # at once: its editor may be opened next
            self._show(row, field, self._values.get(field.id), currency)
        places = {field_id: self.rows.indexOf(row) for field_id, row in self._lines.items()}
        self._lines = dict(sorted(self._lines.items(), key=lambda line: places[line[0]]))
        if self._due:
            self._next.start()

    def add_asked(self) -> None:
        menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(self.tr("Add a custom field"))
        due = {field.id for _place, field in self._due}
        for field in self._known:
            if field.id not in self._lines and field.id not in due:
                words = field.label(self._kit.language.code).replace("&", "&&")
                action = menu.add(words, ICONS[field.kind])
                action.triggered.connect(partial(self.start, field.id))
        if menu.actions():
            menu.addSeparator()
        other = menu.add(self.tr("Fields of the shop …"), "settings")
        other.triggered.connect(self.fields_asked)
        popup(menu, under(self.add_button))

    def start(self, field_id: int) -> None:
        """Show the line of a field and let it be filled."""
        self._also.add(field_id)
        self.refresh()
        if (row := self._lines.get(field_id)) is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            row.open_editor()

    def _make(self, field: FieldRow) -> Row:
        width = NARROW if self._page else LABEL
        row: Row
        if field.kind in TYPED:
            row = EditableRow(self._kit.theme, FieldShown("", "", ""), label_width=width)
            row.typed.connect(partial(self._on_typed, field.id))
            return row
        if field.kind == "file":
            return self._make_file_row(field, width)
        row = ChosenRow(self._kit, field, width)
        row.chosen.connect(partial(self._put, field.id))
        row.person_asked.connect(partial(self._ask_person, field.id))
        return row

    def _make_file_row(self, field: FieldRow, width: int) -> Row:
        row = FileRowOfField(self._kit, field, width)
        row.choose_asked.connect(partial(self._ask_file, field.id))
        row.dropped.connect(partial(self._put_file, field.id))
        row.cleared.connect(partial(self._put, field.id, None))
        row.open_asked.connect(partial(self._open_file, row))
        row.save_asked.connect(partial(self._save_file, row))
        return row

    def _show(self, row: Row, field: FieldRow, value: CustomValueRow | None, currency: str) -> None:
        if isinstance(row, ChosenRow):
            row.show_value(field, value, currency)
            return
        if isinstance(row, FileRowOfField):
            row.show_value(field, value)
            return
        name = field.label(self._kit.language.code)
        shown = content_words(field, value, self._kit, currency) if value else ""
        raw = typed_words(field, value.content if value else None, self._kit, currency)
        row.show_field(FieldShown(name, shown, raw, field=f"custom:{field.id}"))

    def _drop(self, wanted: set[int]) -> None:
        for field_id in [each for each in self._lines if each not in wanted]:
            row = self._lines[field_id]
            if isinstance(row, EditableRow) and (row.is_open or row.is_waiting) and wanted:
                continue  # somebody types into it
            del self._lines[field_id]
            self.rows.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_typed(self, field_id: int, text: str) -> None:
        field = next((f for f in self._known if f.id == field_id), None)
        row = self._lines.get(field_id)
        if field is None or self.contact_id is None or not self._contacts.is_open:
            return  # or the shop was closed over what did not fit
        contact_id, fields = self.contact_id, self._fields
        year = self._kit.formats.today().year
        writing = Writing(self._currency(), self._kit.language.code, year)

        def put() -> None:
            fields.put([contact_id], field_id, read_typed(field, text, writing))

        job = self.write(put)
        if isinstance(row, EditableRow):
            row.wait_for(job)

    def _put(self, field_id: int, content: CustomContent | None) -> None:
        if self.contact_id is not None:
            contact_id = self.contact_id
            job = self.write(lambda: self._fields.put([contact_id], field_id, content))
            job.failed.connect(lambda _error: self.refresh())

    def _ask_file(self, field_id: int) -> None:
        choose_file(self.tr("Choose a file"), partial(self._put_file, field_id), self)

    def _put_file(self, field_id: int, path: Path) -> None:
        if self.contact_id is not None:
            contact_id, files = self.contact_id, self._files
            title = self.tr("Adding {file}").format(file=path.name)
            self._kit.runner.write(
                lambda _ticket: files.put_in_field([contact_id], field_id, path), title=title
            )

    def _open_file(self, row: FileRowOfField) -> None:
        if row.value_row is not None and isinstance(row.value_row.content, int):
            open_file(self._kit, self._files, row.value_row.content)

    def _save_file(self, row: FileRowOfField) -> None:
        value = row.value_row
        if value is not None and isinstance(value.content, int):
            title = self.tr("Save a copy")
            save_file(self._kit, self._files, value.content, value.name, title, self)

    def _ask_person(self, field_id: int) -> None:
        field = next((f for f in self._known if f.id == field_id), None)
        if field is None or self._detail is None:
            return
        filled = any(value.field_id == field_id for value in self._fields.of(self._detail.id))
        title = field.label(self._kit.language.code)
        self._person = dialog = PersonDialog(
            self._kit, self._contacts, title, filled=filled, parent=self.window()
        )
        dialog.chosen.connect(partial(self._put, field_id))
        dialog.finished.connect(self.window().activateWindow)  # some window managers forget it
        dialog.open()
