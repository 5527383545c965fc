"""The banner over a contact whom nobody may contact."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.contacts import ContactDetail
from ui.common.kit import Kit
from ui.common.widgets.note import Note

STOP = "do_not_contact"


class StopNote(QWidget):
    """Says since when; not there for everybody else."""

    def __init__(self, kit: Kit, *, side: int = 0, space: int = 0) -> None:
        """`side` and `space` are the px around it, at the sides and above and below."""
        super().__init__()
        self._kit = kit
        self._since = ""
        self.setProperty("clear", "true")
        self.note = Note(kit.theme, "", "danger", icon="phone-off")
        column = QVBoxLayout(self)
        column.setContentsMargins(side, space, side, space)
        column.addWidget(self.note)
        self.hide()
        kit.language.changed.connect(self._show)

    def show_contact(self, detail: ContactDetail | None) -> None:
        """Be there for a contact who is not to be contacted."""
        self._since = str(detail.values.get(STOP) or "") if detail else ""
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._since))
        if self._since:
            day = self._kit.formats.day(self._since)
            words = self.tr("Do not contact. Since: {day}").format(day=day)
            self.note.show_note(words, "danger")
            self.note.setAccessibleName(words)
