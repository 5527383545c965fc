"""The days of a contact's year on its page: when each comes next, and a form to tell them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds import DATE_KINDS
from app.shapes.contacts import ContactDetail
from app.shapes.important_dates import DateForm, DateRow
from ui.common.kit import Kit
from ui.common.widgets.label import Label
from ui.common.widgets.pill import Pill
from ui.common.widgets.property_row import PropertyRow
from ui.contacts.date_editor import BIRTHDAY, DateEditor
from ui.contacts.date_words import away_words, name_of, told_words
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.important_dates import ImportantDateService

EMPTY = "—"
PILLS = {BIRTHDAY: ("persimmon", "cake"), "memorial": ("neutral", "flower-2")}
OTHER = ("accent", "calendar-heart")


class DateLine(QWidget):
    """One day: its name, when it comes next, how far that is; by the moon also as it was told."""

    def __init__(self, kit: Kit, row: DateRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.row = row
        self.setProperty("clear", "true")
        self.setMinimumWidth(1)  # a narrow column takes from the value, not from its neighbours
        told = told_words(row, kit)
        shown = kit.formats.day(row.comes_on.isoformat()) if row.comes_on else told
        self.line = PropertyRow(theme, name_of(row, kit), shown or EMPTY, editable=True)
        self.away = away_words(row.comes_on, kit)
        if self.away:
            role, icon = PILLS.get(row.kind, OTHER)
            self.line.add(Pill(theme, self.away, role, icon))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        self.told = told if row.comes_on and (row.lunar or row.year) else ""
        if self.told:
            beside = Label(theme, self.told, "caption", "muted")
            beside.setContentsMargins(0, 0, 0, 0)
            column.addWidget(beside)
        self.line.setAccessibleName(
            ", ".join(filter(None, (name_of(row, kit), shown, self.away, self.told)))
        )


class DatesSection(ContactSection):
    """Birthday first, then the other days of the year; the plus tells another one."""

    tables = frozenset({"important_date"})

    def __init__(
        self, kit: Kit, dates: ImportantDateService, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent=parent)
        self._dates = dates
        self._rows: list[DateRow] = []
        self.lines: list[DateLine] = []
        self.editor: DateEditor | None = None

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            self.editor = None
        super().show_contact(detail)

    def refresh(self) -> None:
        if self.editor is None:  # else somebody types: it is read when the form closes
            super().refresh()

    def fill(self, detail: ContactDetail) -> None:
        self.header.set_title(self.tr("Dates"))
        self.add_button.set_name(self.tr("Add a date"))
        since = str(detail.values.get("first_seen_on") or detail.created_at)
        self._rows = self._dates.of(detail.id)
        self.lines = [DateLine(self._kit, row) for row in self._rows]
        for line in self.lines:
            line.line.edited.connect(partial(self.edit, line.row))
            self.rows.addWidget(line)
        month = self._kit.formats.month(since)
        self.rows.addWidget(PropertyRow(self._kit.theme, self.tr("Customer since"), month))

    def add_asked(self) -> None:
        self._open(None)

    def edit(self, row: DateRow) -> None:
        """Open the form with a day."""
        self._open(row)

    def _open(self, row: DateRow | None) -> None:
        if self._detail is None:
            return
        self._close(focus=False)
        kinds = list(DATE_KINDS) if row is None or row.id else []
        if row is not None and not row.id:
            kinds = [BIRTHDAY]
        elif row is None and not any(each.id == 0 for each in self._rows):
            kinds.insert(0, BIRTHDAY)
        editor = self.editor = DateEditor(self._kit, kinds, row)
        editor.saved.connect(self._save)
        editor.removed.connect(self._remove)
        editor.closed.connect(self._close)
        place = 0
        for number, line in enumerate(self.lines):
            if line.row is row:
                line.hide()
                place = number
        self.rows.insertWidget(place, editor)
        editor.show()
        editor.start()

    def _save(self, form: DateForm) -> None:
        row, contact_id = self.editor.row if self.editor else None, self.contact_id
        if contact_id is None:
            return
        if form.kind == BIRTHDAY:
            self.write(lambda: self._dates.set_birthday(contact_id, form))
        elif row is None:
            self.write(lambda: self._dates.add(contact_id, form))
        else:
            self.write(lambda: self._dates.edit(row.id, form))
        self._close()

    def _remove(self) -> None:
        row, contact_id = self.editor.row if self.editor else None, self.contact_id
        if row is None or contact_id is None:
            return
        if row.id:
            self.write(lambda: self._dates.remove(row.id))
        else:
            self.write(lambda: self._dates.set_birthday(contact_id, None))
        self._close()

    def _close(self, *, focus: bool = True) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        self.refresh()
        if focus:
            at = next((line for line in self.lines if line.row == editor.row), None)
            (self.add_button if at is None else at.line).setFocus(Qt.FocusReason.OtherFocusReason)
