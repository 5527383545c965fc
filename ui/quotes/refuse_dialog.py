"""Why a quote was refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit

LONGEST = 300


class RefuseDialog(FormDialog):
    """A note that may stay empty; Enter keeps it."""

    def __init__(
        self,
        kit: Kit,
        number: str,
        refuse: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`refuse` is given the note."""
        super().__init__(kit, parent)
        self._refuse = refuse
        title = self.tr("Quote {number} was refused").format(number=number)
        self.set_words(title, self.tr("Refused"))
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST)
        self.add(self.tr("Why"), self.note)
        self.note.setFocus()

    def job(self) -> Callable[[], object]:
        note, refuse = self.note.text().strip(), self._refuse
        return lambda: refuse(note)
