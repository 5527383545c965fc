"""Related people on the page of a contact: family, companies, households; and its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.contacts import ContactDetail, ContactForm
from app.shapes.relations import RelationForm, RelationRow
from ui.common.kit import Kit
from ui.common.widgets.label import Label
from ui.contacts.relation_form import RelationDialog
from ui.contacts.relation_line import RelationLine
from ui.contacts.roles import RoleStrip
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.relations import RelationService


class RelationSection(ContactSection):
    """One line per relation; the plus or R relates another contact."""

    tables = frozenset({"relation", "relation_type", "contact_role", "contact"})
    letter = "r"
    opened = Signal(object)  # contact id

    def __init__(
        self,
        kit: Kit,
        relations: RelationService,
        contacts: ContactService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent=parent)
        self._relations = relations
        self._contacts = contacts
        self.lines: list[RelationLine] = []
        self.roles = RoleStrip(kit)
        self.roles.given.connect(self._give_role)
        self.roles.ended.connect(self._end_role)

    def refresh(self) -> None:
        # Asked before: the line goes with what was shown.
        focused = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        super().refresh()
        if focused is not None:
            last = len(self.lines) - 1
            left = self.lines[min(focused, last)] if self.lines else self.add_button
            left.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, detail: ContactDetail) -> None:
        rows = self._relations.of(detail.id)
        self.header.set_title(self._title(detail.kind))
        self.header.set_count(self._kit.formats.number(len(rows)) if rows else "")
        self.add_button.set_name(self.tr("Relate somebody"), "R")
        self.lines = [self._line(row) for row in rows]
        if not rows:
            none = Label(self._kit.theme, self._none(detail.kind), colour="muted", wrap=True)
            self.rows.addWidget(none)
        self.roles.show_roles(self._relations.roles(detail.id))

    def add_asked(self) -> None:
        self._ask(None)

    def letter_pressed(self) -> None:
        self._ask(None)

    def _title(self, kind: str) -> str:
        return self.tr("Related people") if kind == "person" else self.tr("People")

    def _none(self, kind: str) -> str:
        if kind == "person":
            return self.tr("Family, a company, who sent them: put them here.")
        return self.tr("Who belongs here? Put them here.")

    def _line(self, row: RelationRow) -> RelationLine:
        line = RelationLine(self._kit, row)
        line.opened.connect(lambda row: self.opened.emit(row.other_id))
        line.edit_asked.connect(self._ask)
        line.end_asked.connect(lambda row: self.write(lambda: self._relations.end(row.id)))
        line.first_asked.connect(
            lambda row: self.write(lambda: self._relations.make_primary(row.id))
        )
        line.remove_asked.connect(lambda row: self.write(lambda: self._relations.remove(row.id)))
        self.rows.addWidget(line)
        line.show()  # or it could not take the focus yet
        return line

    def _ask(self, row: RelationRow | None) -> None:
        if self._detail is None:
            return
        window = self.window()
        detail = self._detail
        dialog = RelationDialog(
            self._kit, self._contacts, self._relations.types(), detail, row, window
        )
        dialog.related.connect(self._relate)
        dialog.related_new.connect(self._relate_new)
        dialog.edited.connect(lambda form: self._edit(row, form))
        dialog.finished.connect(window.activateWindow)  # some window managers forget it
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _relate(self, from_id: int, to_id: int, form: RelationForm) -> None:
        self.write(lambda: self._relations.relate(from_id, to_id, form))

    def _relate_new(
        self, contact_id: int, other: ContactForm, form: RelationForm, forward: object
    ) -> None:
        self.write(
            lambda: self._relations.relate_new(contact_id, other, form, forward=bool(forward))
        )

    def _edit(self, row: RelationRow | None, form: RelationForm) -> None:
        if row is not None:
            self.write(lambda: self._relations.edit(row.id, form))

    def _give_role(self, role: str) -> None:
        if (contact_id := self.contact_id) is not None:
            self.write(lambda: self._relations.give_role(contact_id, role))

    def _end_role(self, role: str) -> None:
        if (contact_id := self.contact_id) is not None:
            self.write(lambda: self._relations.end_role(contact_id, role))
