"""How often to be in touch with a contact, and how that stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.stay_in_touch import TouchForm, TouchRow
from ui.common.bars import clear
from ui.common.interval_words import touch_words
from ui.common.kit import Kit
from ui.common.touch_dialog import TouchDialog
from ui.common.widgets.label import Label
from ui.common.widgets.pill import Pill
from ui.common.widgets.property_row import PropertyRow
from ui.contacts.section import ContactSection
from ui.contacts.stay_in_touch_words import ROLES, level_words, since_words, why_words

if TYPE_CHECKING:
    from app.services.stay_in_touch import StayInTouchService


class TouchSection(ContactSection):
    """A row with the two intervals, typed over in a dialog; below it since when, and why.

    In the panel (not the `page`) it is not seen where nothing is wanted.
    """

    tables = frozenset(
        {"touch_rule", "contact", "contact_tag", "tag", "interaction", "contact_role", "setting"}
    )
    decides = True

    def __init__(self, kit: Kit, touch: StayInTouchService, *, page: bool = True) -> None:
        super().__init__(kit, "pencil")
        self._touch = touch
        self._page = page
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self._row: TouchRow | None = None
        self.row: PropertyRow | None = None
        self.dialog: TouchDialog | None = None

    def refresh(self) -> None:
        if self._detail is not None:  # what is shown stays until it is read anew
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self.header.set_title(self.tr("Stay in touch"))
        self.add_button.set_name(self.tr("How often to be in touch"))
        contact_id, touch = detail.id, self._touch

        def task(_ticket: Ticket) -> TouchRow | None:
            return touch.standing([contact_id]).get(contact_id)

        self._asked += 1
        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, self._asked, contact_id))

    def add_asked(self) -> None:
        detail = self._detail
        if detail is None:
            return
        touch, contact_id, row = self._touch, detail.id, self._row

        def put(form: TouchForm | None) -> None:
            touch.put("contact", contact_id, form)

        own = row is not None and row.scope == "contact"
        days = (row.ideal_days, row.max_days) if row is not None else None
        self.dialog = dialog = TouchDialog(
            self._kit, detail.name, days, put, removable=own, parent=self.window()
        )
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_read(self, asked: int, contact_id: int, row: TouchRow | None) -> None:
        if asked != self._asked or contact_id != self.contact_id:
            return
        self._row = row
        focused = self.row is not None and self.row.hasFocus()
        clear(self.rows)
        theme, formats = self._kit.theme, self._kit.formats
        wanted = touch_words(row.ideal_days, row.max_days, formats) if row else "—"
        self.row = shown = PropertyRow(theme, self.tr("Every"), wanted, editable=True)
        shown.edited.connect(self.add_asked)
        self.rows.addWidget(shown)
        if row is not None:
            if row.level:
                pill = Pill(theme, level_words(row, self._kit), ROLES[row.level], "clock")
                self.rows.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
            since, why = since_words(row, self._kit), why_words(row, self._kit)
            self.rows.addWidget(Label(theme, since, colour="text-2", wrap=True))
            self.rows.addWidget(Label(theme, why, "caption", "muted", wrap=True))
            shown.setAccessibleDescription(f"{since} {why}")
        self.setVisible(self._page or row is not None)
        if focused:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
