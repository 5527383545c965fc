"""What is done with tasks: each act writes at once, or asks first in a menu or a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.tasks import Finished, FinishForm, TaskRow
from app.words import kind_words
from ui.common.kit import Kit
from ui.common.page_acts import PageActs
from ui.common.widgets.menu import Menu, popup
from ui.tasks.date_dialog import DateDialog
from ui.tasks.desk import TaskDesk
from ui.tasks.finish_dialog import FinishDialog
from ui.tasks.words import snooze_hour

SNOOZES = {
    "two_hours": "sun",
    "evening": "moon",
    "tomorrow": "sunrise",
    "next_week": "calendar-arrow-up",
    "after_holiday": "calendar-off",
    "answer": "hourglass",
}


class TaskActs(PageActs):
    """Finishes, puts off, moves and removes tasks; one on its way to be done is told by `ticked`.

    `finished` tells what came of one that is done; `opened` asks for a task's own dialog.
    """

    ticked = Signal(object)  # task id
    finished = Signal(object)  # Finished
    opened = Signal(object)  # TaskRow
    contact_asked = Signal(object)  # contact id
    deal_asked = Signal(object)  # deal id
    next_typed = Signal(str, object)  # what is next as it was typed, TaskRow it follows

    def __init__(self, kit: Kit, desk: TaskDesk, page: QWidget) -> None:
        super().__init__(kit, page)
        self._desk = desk
        self.menu: Menu | None = None

    def act(self, row: TaskRow, what: str, at: QPoint) -> None:
        """Do with a task what the list asks for; menus open at that point of the screen."""
        tasks, ids = self._desk.tasks, [row.id]
        doing: dict[str, Callable[[], object]] = {
            "finish": partial(self.reopen if row.is_closed else self.finish, row),
            "snooze": partial(self.ask_snooze, row, at),
            "date": partial(self.ask_date, row),
            "menu": partial(self.ask, row, at),
            "open": partial(self.opened.emit, row),
            "remove": lambda: self._write(lambda: tasks.remove(ids)),
            "came": partial(self.say_came, row),
            "no_show": partial(self.say_no_show, row),
            "wait": partial(self.wait, row),
        }
        if what in doing:
            doing[what]()

    def finish(self, row: TaskRow) -> None:
        """Finish a task; about a contact it asks what came of it."""
        if row.contact_id is None:
            self._finish_at_once(row)
            return
        tasks = self._desk.tasks

        def end(form: FinishForm, following: str) -> tuple[Finished, str]:
            return tasks.finish(row.id, form), following

        dialog = FinishDialog(self._kit, row, end, self._page.window())
        dialog.saved.connect(lambda told: self._on_finished(row, *told))
        self._open(dialog)

    def reopen(self, row: TaskRow) -> None:
        """Open a task again that was ticked by mistake."""
        self._write(lambda: self._desk.tasks.reopen([row.id]))

    def wait(self, row: TaskRow) -> None:
        """Put a task off until its contact answers."""
        if row.contact_id is not None and not row.is_closed:
            self._write(lambda: self._desk.tasks.wait(row.id))

    def say_came(self, row: TaskRow) -> None:
        """Say that they came to an appointment."""
        if row.is_appointment and not row.is_closed:
            job = self._write(lambda: self._desk.tasks.came(row.id))
            job.succeeded.connect(self.finished)

    def say_no_show(self, row: TaskRow) -> None:
        """Say that they did not come to an appointment."""
        if row.is_appointment and not row.is_closed:
            job = self._write(lambda: self._desk.tasks.no_show(row.id))
            job.succeeded.connect(self.finished)

    def ask_snooze(self, row: TaskRow, at: QPoint) -> None:
        """Offer times to put a task off to."""
        if row.is_closed:
            return
        tasks = self._desk.tasks
        menu = self._menu(self.tr("Snooze until"))
        for choice in tasks.snooze_choices(row.id):
            words = kind_words("snooze", choice.key, self._kit.language.code)
            hour = snooze_hour(choice.at, self._kit.formats)
            put = partial(tasks.snooze, [row.id], choice.at) if choice.at else None
            act = put or partial(tasks.wait, row.id)
            menu.add(words, SNOOZES[choice.key], beside=hour).triggered.connect(
                partial(self._write, act)
            )
        menu.addSeparator()
        pick = menu.add(self.tr("Pick a date"), "calendar", "D")
        pick.triggered.connect(partial(self.ask_date, row))
        popup(menu, at)

    def ask_date(self, row: TaskRow) -> None:
        """Ask for another day."""
        if row.is_closed:
            return
        put = partial(self._desk.tasks.move, [row.id])
        title = self.tr("When?")
        self._open(DateDialog(self._kit, title, row.due_at, put, self._page.window()))

    def ask(self, row: TaskRow, at: QPoint) -> None:
        """Offer all that can be done with a task."""
        menu, tasks = self._menu(""), self._desk.tasks
        menu.add(self.tr("Open"), "pencil", "Return").triggered.connect(
            partial(self.opened.emit, row)
        )
        if row.contact_id is not None:
            to_contact = menu.add(self.tr("Open {name}").format(name=row.contact), "user-round")
            to_contact.triggered.connect(partial(self.contact_asked.emit, row.contact_id))
        if row.deal:
            to_deal = menu.add(
                self.tr("Open the deal {deal}").format(deal=row.deal), "square-kanban"
            )
            to_deal.triggered.connect(partial(self.deal_asked.emit, row.deal_id))
        menu.addSeparator()
        for words, icon, key, act, wanted in (
            (self.tr("Done"), "check", "Space", partial(self.finish, row), not row.is_closed),
            (self.tr("Not done yet"), "undo-2", "Space", partial(self.reopen, row), row.is_closed),
            (self.tr("They came"), "user-check", "C", partial(self.say_came, row),
             row.is_appointment and not row.is_closed),
            (self.tr("They did not come"), "user-x", "N", partial(self.say_no_show, row),
             row.is_appointment and not row.is_closed),
            (self.tr("Snooze"), "alarm-clock", "S", partial(self.ask_snooze, row, at),
             not row.is_closed),
            (self.tr("Pick a date"), "calendar", "D", partial(self.ask_date, row),
             not row.is_closed),
            (self.tr("Wait for an answer"), "hourglass", "W", partial(self.wait, row),
             row.contact_id is not None and row.status == "open"),
            (self.tr("Leave this time out"), "skip-forward", "",
             partial(self._write, partial(tasks.skip, row.id)),
             bool(row.repeat) and not row.is_closed),
            (self.tr("End the repeat"), "repeat-off", "",
             partial(self._write, partial(tasks.end_repeat, row.id)),
             bool(row.repeat) and not row.is_closed),
        ):  # fmt: skip
            if wanted:
                menu.add(words, icon, key).triggered.connect(act)
        menu.addSeparator()
        remove = menu.add(self.tr("Put in the trash"), "trash-2", "Del", danger=True)
        remove.triggered.connect(partial(self._write, partial(tasks.remove, [row.id])))
        popup(menu, at)

    def move_to_today(self, ids: list[int]) -> None:
        """Make what is overdue due today."""
        self._write(lambda: self._desk.tasks.to_today(ids))

    def _finish_at_once(self, row: TaskRow) -> None:
        job = self._write(lambda: self._desk.tasks.finish(row.id))
        self.ticked.emit(row.id)
        job.succeeded.connect(self.finished)

    def _on_finished(self, row: TaskRow, told: Finished, following: str) -> None:
        self.ticked.emit(row.id)
        self.finished.emit(told)
        if following:
            self.next_typed.emit(following, row)

    def _menu(self, title: str) -> Menu:
        self.menu = Menu(self._kit.theme, title, self._page)
        self.menu.setAccessibleName(title)
        return self.menu
