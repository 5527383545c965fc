"""What was promised to a contact next, and the one key that says it is done."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import GoneError
from app.quick_line import read_line
from app.shapes.contacts import ContactDetail
from app.shapes.interactions import LineForm, PlannedContact
from ui.common.ahead_words import when_words
from ui.common.ask import AskDialog
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.contacts.quick_log_line import LineRead, propose
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.interactions import InteractionService

KEY = "D"


class NextContact(QWidget):
    """'Next: Sat 3 PM – reservation' and Done; hidden where nothing was promised."""

    done = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._planned: PlannedContact | None = None
        self.setProperty("clear", "true")
        self.words = Label(kit.theme, "", "strong", wrap=True)
        self.done_button = Button(kit.theme, "", "secondary", icon="check", size="sm")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.done_button)
        self.done_button.clicked.connect(self.done)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_planned(self, planned: PlannedContact | None) -> None:
        """Show what was promised, if anything."""
        self._planned = planned
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        planned = self._planned
        self.setVisible(planned is not None)
        self.done_button.set_text(self.tr("Done"))
        self.done_button.setToolTip(self.tr("Done ({key})").format(key=KEY))
        if planned is None:
            return
        words = self.tr("Next: {when}").format(when=when_words(planned.at, self._kit.formats))
        self.words.set_text(f"{words} – {planned.note}" if planned.note else words)
        self.done_button.setAccessibleName(self.tr("Done: {what}").format(what=self.words.text()))


class NextSection(ContactSection):
    """The same on a contact's page, with a line to plan the next contact."""

    tables = frozenset({"contact"})
    letter = KEY.lower()

    def __init__(self, kit: Kit, interactions: InteractionService) -> None:
        super().__init__(kit)
        self._interactions = interactions
        self.shown = NextContact(kit)
        self.shown.done.connect(self.finish)
        self._column.addWidget(self.shown)

    def fill(self, detail: ContactDetail) -> None:
        planned = None
        with suppress(GoneError):  # to the trash between two reads
            planned = self._interactions.planned(detail.id)
        self.shown.show_planned(planned)
        self.header.set_title(self.tr("Next contact"))
        self.add_button.set_name(self.tr("Plan the next contact"))

    def add_asked(self) -> None:
        contact_id = self.contact_id
        if contact_id is None:
            return
        dialog = AskDialog(
            self._kit.theme,
            self.tr("When, and what about: Sat 3 PM delivery"),
            self.tr("Plan"),
            accepts=lambda text: bool(self._moment(text)[0]),
            parent=self.window(),
        )
        dialog.answered.connect(lambda text: self._plan(contact_id, text))
        dialog.open()

    def letter_pressed(self) -> None:
        """Say that what was promised is done."""
        self.finish()

    def finish(self) -> None:
        """Say that what was promised is done."""
        contact_id, interactions = self.contact_id, self._interactions
        if contact_id is not None and not self.shown.isHidden():
            self.write(lambda: interactions.finish_plan(contact_id))

    def _moment(self, text: str) -> tuple[str, str]:
        said = propose(LineRead(read_line(text, self._kit.formats.today())), {})
        return said.moment, said.note

    def _plan(self, contact_id: int, text: str) -> None:
        at, note = self._moment(text)
        line, interactions = LineForm(contact_id=contact_id, at=at, note=note), self._interactions
        self.write(lambda: interactions.log_line(line))
