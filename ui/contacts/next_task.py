"""What is to be done next about a contact, and the key that adds to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.tasks import TaskRow
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.task_line import TaskLine
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.task_lists import TaskListService

KEY = "T"
MOST = 3  # tasks shown
READ = 50  # tasks that are counted


class NextTaskSection(ContactSection):
    """The next tasks, the earliest first; T asks for a new one. A company's people's are its too.

    What is done with a task is only asked for, by signals.
    """

    tables = frozenset({"task", "contact"})
    letter = KEY.lower()
    opened = Signal(object)  # task id
    done_asked = Signal(object)  # TaskRow
    new_asked = Signal(object)  # contact id

    def __init__(self, kit: Kit, lists: TaskListService, *, page: bool) -> None:
        """`page`: on a page of its own, else in the panel."""
        super().__init__(kit)
        self._lists = lists
        self._page = page
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self.lines: list[TaskLine] = []
        self.new_button: Button | None = None  # where nothing is to be done

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            clear(self.rows)
            self.lines, self.new_button = [], None
        super().show_contact(detail)

    def refresh(self) -> None:
        if self._detail is not None:  # what is shown stays until it is read anew
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self.header.set_title(self.tr("Tasks"))
        self.add_button.set_name(self.tr("Add a task"), KEY)
        contact_id, lists = detail.id, self._lists
        together = detail.kind != "person"

        def task(_ticket: Ticket) -> list[TaskRow]:
            return lists.of_contact(contact_id, together=together, limit=READ)

        self._asked += 1
        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, self._asked, contact_id))

    def add_asked(self) -> None:
        if self.contact_id is not None:
            self.new_asked.emit(self.contact_id)

    def letter_pressed(self) -> None:
        """Ask for a new task."""
        self.add_asked()

    def _on_read(self, asked: int, contact_id: int, read: Sequence[TaskRow]) -> None:
        if asked != self._asked or contact_id != self.contact_id:
            return
        focused = next((line.task.id for line in self.lines if line.hasFocus()), None)
        clear(self.rows)
        self.new_button = None
        self.header.set_count(self._kit.formats.number(len(read)) if read else "")
        self.lines = [self._line(row) for row in read[:MOST]]
        if len(read) > MOST:
            more = self.tr("{n} more").format(n=self._kit.formats.number(len(read) - MOST))
            self.rows.addWidget(Label(self._kit.theme, more, "caption", "muted"))
        if not read:
            self.new_button = new = Button(self._kit.theme, self.tr("Add a task"), "link")
            new.clicked.connect(self.add_asked)
            self.rows.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        for line in self.lines:
            if line.task.id == focused:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, row: TaskRow) -> TaskLine:
        line = TaskLine(self._kit, row, framed=not self._page, parent=self)
        line.opened.connect(partial(self.opened.emit, row.id))
        line.done_asked.connect(partial(self.done_asked.emit, row))
        self.rows.addWidget(line)
        return line
