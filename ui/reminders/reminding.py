"""Looks for what rings, tells it in the best way there is, and does what is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.jobs import Ticket
from app.shapes.reminders import DueReminders
from ui.common.kit import Kit
from ui.reminders.told import DONE, OPEN, SNOOZE, Told, tell

if TYPE_CHECKING:
    from app.services.reminders import ReminderService
    from app.services.tasks import TaskService
    from ui.reminders.card import ReminderCard
    from ui.reminders.desktop import DesktopNotices
    from ui.reminders.tray import Tray

EVERY = 20_000  # ms
STAY = "tray/stay"  # what this PC remembers: 'yes' where closing the window keeps the program
YES = "yes"


class Reminding(QObject):
    """Native notifications come first; the card in the window is there where nothing else is.

    `opened` asks for a task, or with None for all of them.
    """

    opened = Signal(object)  # task id or None
    told = Signal(object)  # Told, once it is shown

    def __init__(
        self,
        kit: Kit,
        reminders: ReminderService,
        tasks: TaskService,
        card: ReminderCard,
        desktop: DesktopNotices | None,
        tray: Tray | None,
        parent: QObject | None = None,
        *,
        hides: Callable[[], bool] = lambda: False,
    ) -> None:
        """`hides` tells that nothing of the shop may be told outside the window now."""
        super().__init__(parent)
        self._kit = kit
        self._reminders = reminders
        self._tasks = tasks
        self._card = card
        self._desktop = desktop
        self._tray = tray
        self._hides = hides
        self._last: Told | None = None  # what the tray showed
        self._looks = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        card.acted.connect(self.act)
        if desktop is not None:
            desktop.acted.connect(self.act)
        if tray is not None:
            tray.clicked.connect(self._on_tray_clicked)

    def start(self) -> None:
        """Look now, and every few seconds from then on."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Tell what rings and was not told yet."""
        if self._looks:
            return
        self._looks = True
        reminders = self._reminders

        def task(_ticket: Ticket) -> DueReminders:
            return reminders.due()

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_due)
        job.finished.connect(self._on_looked)

    def act(self, told: object, code: str) -> None:
        """Do what was answered to a reminder."""
        if not isinstance(told, Told):
            return
        if code == OPEN or told.task_id is None:
            self.opened.emit(told.task_id)
        elif code == DONE:
            self.finish(told.task_id)
        elif code == SNOOZE:
            self.snooze(told.task_id)

    def finish(self, task_id: int) -> None:
        """Say that a task of which was reminded is done."""
        tasks = self._tasks
        self._kit.runner.write(lambda _ticket: tasks.finish(task_id))

    def snooze(self, task_id: int) -> None:
        """Put a task off to the first of the times that are offered."""
        tasks = self._tasks
        self._kit.runner.write(lambda _ticket: put_off(tasks, task_id))

    def _on_due(self, due: DueReminders) -> None:
        for told in tell(due, self._kit.formats):
            self._show(told)

    def _on_looked(self) -> None:
        self._looks = False

    def _show(self, told: Told) -> None:
        desktop, tray = self._desktop, self._tray
        title, body, actions = told.title, told.body, told.actions()
        if self._hides():
            title, body = self.tr("A reminder"), self.tr("Unlock Dangol to see it.")
            actions = []
        if desktop is not None and desktop.show(told, title, body, actions):
            pass
        elif tray is not None and tray.tell(title, body):
            self._last = told
        else:
            self._card.tell(told)
        self.told.emit(told)

    def _on_tray_clicked(self) -> None:
        if self._last is not None:
            self.act(self._last, OPEN)


def put_off(tasks: TaskService, task_id: int) -> None:
    """Put a task off to the first of the times that are offered."""
    choices = [choice for choice in tasks.snooze_choices(task_id) if choice.at]
    if choices:
        tasks.snooze([task_id], choices[0].at)
