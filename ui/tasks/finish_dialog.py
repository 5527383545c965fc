"""What came of a task: one line, and what is to be done next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from app.shapes.tasks import FinishForm, TaskRow
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit


class FinishDialog(FormDialog):
    """Enter finishes the task; its line becomes the interaction of its contact.

    A second line is what comes next, as quick add understands it: it is written with the task.
    """

    def __init__(
        self,
        kit: Kit,
        task: TaskRow,
        finish: Callable[[FinishForm, str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`finish` is given the form and what is next, '' for nothing."""
        super().__init__(kit, parent)
        self._finish = finish
        self.result_line = QLineEdit()
        self.next_line = QLineEdit()
        self.result_line.setPlaceholderText(self.tr("Talked, comes on Saturday"))
        self.next_line.setPlaceholderText(self.tr("Nothing, or: call again Friday 3pm"))
        self.add(self.tr("What came of it?"), self.result_line)
        self.add(self.tr("Next?"), self.next_line)
        self.set_words(self.tr("Done: {task}").format(task=task.title), self.tr("Done"))
        self.result_line.setFocus()

    def job(self) -> Callable[[], object]:
        """Return what finishes the task."""
        form = FinishForm(result=self.result_line.text().strip())
        following = self.next_line.text().strip()
        return lambda: self._finish(form, following)
