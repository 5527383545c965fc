"""Whom a contact was put together from, and splitting them again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.duplicates import MergedAway
from app.store import Undone
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.duplicates import DuplicateService


class PartsSection(ContactSection):
    """One line per contact that was merged into this one; hidden where there is none."""

    tables = frozenset({"contact"})
    decides = True

    def __init__(
        self, kit: Kit, duplicates: DuplicateService, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent=parent)
        self._duplicates = duplicates
        self._said = ""
        self.splits: list[Button] = []
        self.add_button.hide()

    def show_contact(self, detail: ContactDetail) -> None:
        """Show another contact, of which nothing was split yet."""
        if detail.id != self.contact_id:
            self._said = ""
        super().show_contact(detail)

    def fill(self, detail: ContactDetail) -> None:
        """Read who was put into the contact."""
        self.header.set_title(self.tr("Put together from"))

        def task(_ticket: Ticket) -> Sequence[MergedAway]:
            return self._duplicates.parts(detail.id)

        self.splits = []
        job = self._kit.runner.read(task)
        job.succeeded.connect(partial(self._on_read, detail.id))

    def split(self, part: MergedAway) -> None:
        """Take a merge back; what came since stays, and how much of it is said."""
        job = self.write(lambda: self._duplicates.unmerge(part.change_set))
        job.succeeded.connect(self._on_split)

    def add_asked(self) -> None:
        """Nothing is added here: two contacts become one on the page of duplicates."""

    def _on_read(self, contact_id: int, parts: Sequence[MergedAway]) -> None:
        if contact_id != self.contact_id or self.splits:
            return
        for part in parts:
            self.rows.addWidget(self._line(part))
        if self._said:
            self.rows.addWidget(Label(self._kit.theme, self._said, colour="text-2", wrap=True))
        self.setVisible(bool(parts or self._said))

    def _line(self, part: MergedAway) -> QWidget:
        holder = QWidget()
        holder.setProperty("clear", "true")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        theme, formats = self._kit.theme, self._kit.formats
        day = formats.moment(part.at) if part.at else ""
        row.addWidget(Label(theme, part.name), 1)
        row.addWidget(Label(theme, day, "caption", "muted", digits=True))
        split = Button(theme, self.tr("Split again"), "link", size="sm")
        split.setAccessibleName(self.tr("Split {name} again").format(name=part.name))
        split.clicked.connect(lambda _on=False, part=part: self.split(part))
        row.addWidget(split)
        self.splits.append(split)
        return holder

    def _on_split(self, undone: Undone) -> None:
        if undone.kept:
            self._said = self._kit.messages.say("undo.kept", count=len(undone.kept))
            announce(self, self._said)
        self.refresh()
