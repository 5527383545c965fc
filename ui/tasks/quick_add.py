"""The line that adds a task: what was understood is coloured in it and told below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.tasks import TaskForm, TaskRow
from app.shapes.understood import Choice, KnownPerson, Understood
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.note import announce
from ui.tasks.desk import TaskDesk
from ui.tasks.quick_line import Colours, QuickLine
from ui.tasks.understood_line import UnderstoodLine
from ui.tasks.understood_words import choice_words, understood_parts

PAUSE = 60  # ms without a keystroke before the line is read
SIDE, SIGN, ICON = 14, 28, 16
MOST = 5  # people who may be meant


class Known:
    """The people of the book, for reading a line; used on a pool thread."""

    def __init__(self, desk: TaskDesk) -> None:
        self._contacts = desk.contacts

    def like(self, words: str) -> tuple[KnownPerson, ...]:
        """Return who is called so, the likeliest first."""
        found = self._contacts.find(words, limit=MOST)
        return tuple(KnownPerson(one.name, one.id) for one in found.contacts)


class QuickAdd(QFrame):
    """Enter adds the task; what can be meant otherwise is asked first, in a menu.

    typed -> a job reads it -> colours, sentence -> Enter -> TaskForm -> job
    """

    added = Signal(object)  # task id
    drafted = Signal(object)  # TaskForm as far as the line says one, or None

    def __init__(self, kit: Kit, desk: TaskDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._desk = desk
        self._job: Job | None = None
        self._about: int | None = None  # the contact it is about, whatever the line says
        self._deal: int | None = None  # the deal it is of
        self._settled: dict[str, str] = {}
        self._typed = ""
        self._adds = False  # as soon as it is understood
        self.understood: Understood | None = None
        self.menu: Menu | None = None
        self.line = QuickLine(theme)
        self.told = UnderstoodLine(kit)
        self.problem = FieldHint(theme)
        self._colours = Colours(theme, self.line.document())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        self.hints = QWidget()
        self._hint_words = [Label(theme, "", "caption", "muted") for _ in range(2)]
        self._build()
        self.told.hide()
        self.line.textChanged.connect(self._on_typed)
        self.line.accepted.connect(self._on_accepted)
        self.line.left.connect(self.clear)
        self.line.focused.connect(self._on_focused)
        theme.changed.connect(self._colours.rehighlight)
        self.retranslate()

    def _build(self) -> None:
        theme = self._kit.theme
        row = QHBoxLayout(self.hints)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key, words in zip(("Enter", "Esc"), self._hint_words, strict=True):
            row.addWidget(Kbd(theme, key))
            row.addWidget(words)
        above = QHBoxLayout()
        above.setContentsMargins(SIDE + SIGN, 0, SIDE, 0)
        above.setSpacing(8)
        above.addWidget(self.line, 1)
        above.addWidget(self.hints)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.told)
        column.addWidget(self.problem)
        self.problem.setContentsMargins(SIDE, 0, SIDE, 8)
        self.hints.hide()

    @property
    def is_busy(self) -> bool:
        """Whether the line is still being read or written."""
        return self._job is not None or self._pause.isActive()

    def retranslate(self) -> None:
        """Set every word again."""
        self.line.show_hint(self.tr("Add a task: call Minji tomorrow 3pm"))
        self.line.setAccessibleName(self.tr("New task"))
        self._hint_words[0].set_text(self.tr("add"))
        self._hint_words[1].set_text(self.tr("cancel"))
        self._tell()

    def start(self, contact_id: int | None = None) -> None:
        """Put the cursor into the line, for a task about a contact if one is given."""
        self._about = contact_id
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._read()

    def take(self, text: str, contact_id: int | None) -> None:
        """Add what was typed elsewhere."""
        self._about = contact_id
        self.line.setPlainText(text)
        self._on_accepted()

    def take_after(self, text: str, task: TaskRow) -> None:
        """Add what was typed to follow a task."""
        self._deal = task.deal_id
        self.take(text, task.contact_id)

    def put(self, text: str) -> None:
        """Begin the line with this."""
        self.line.setPlainText(text)
        self.line.moveCursor(QTextCursor.MoveOperation.End)

    def enter(self) -> None:
        """Do as Enter in the line does."""
        self._on_accepted()

    def form(self) -> TaskForm:
        """Return the task as far as the line was understood."""
        if self.understood is None:
            title = self.line.toPlainText().strip()
            return TaskForm(title=title, contact_id=self._about, deal_id=self._deal)
        return self._form_of(self.understood)

    def clear(self) -> None:
        """Forget what is typed."""
        self._about = self._deal = None
        self._settled, self._adds = {}, False
        self.line.clear()
        self.problem.show_hint("")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        focused = self.line.hasFocus()
        rect = QRectF(self.rect())
        border = theme.colour("focus" if focused else "border-strong")
        box(painter, rect, 8, theme.colour("surface"), border, width=2 if focused else 1)
        at = QPointF(SIDE, (self.line.height() - ICON) / 2)
        theme.paint_icon(painter, at, "plus", ICON, "text-2")
        painter.end()

    def _form_of(self, understood: Understood) -> TaskForm:
        return replace(form_of(understood, self._about, self._desk.now()), deal_id=self._deal)

    def _on_focused(self) -> None:
        self.hints.setVisible(self.line.hasFocus())
        self.update()

    def _on_typed(self) -> None:
        if self.line.toPlainText() == self._typed:
            return  # it was coloured only
        self._typed = self.line.toPlainText()
        self._settled, self._adds = {}, False
        self.problem.show_hint("")
        self._pause.start()

    def _on_accepted(self) -> None:
        if not self.line.toPlainText().strip():
            return
        self._adds = True
        self._read()

    def _read(self) -> None:
        self._pause.stop()
        text, desk, settled = self.line.toPlainText(), self._desk, dict(self._settled)
        if not text.strip():
            self._show(None)
            return

        def task(_ticket: Ticket) -> Understood:
            return understand_with(desk, text, settled)

        if self._job is not None:
            self._job.cancel()
        self._job = job = self._kit.runner.read(task)
        job.succeeded.connect(partial(self._on_read, job))
        job.failed.connect(lambda _error: self._on_stopped(job))

    def _on_read(self, job: Job, understood: Understood) -> None:
        if job is not self._job or understood.text != self.line.toPlainText():
            return
        self._job = None
        self._show(understood)
        if not self._adds:
            return
        asked = [choice for choice in understood.choices if choice.about not in self._settled]
        if self._about is not None:
            asked = [choice for choice in asked if choice.about != "person"]
        if asked:
            self._ask(asked[0])
        else:
            self._add(understood)

    def _on_stopped(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _ask(self, choice: Choice) -> None:
        """Offer what a part of the line can mean; the digit before each chooses it."""
        self._adds = False
        menu = self.menu = Menu(self._kit.theme, "", self)
        title, options = choice_words(choice, self._kit)
        menu.setAccessibleName(title)
        menu.add(title).setEnabled(False)
        for place, words in enumerate(options):
            entry = menu.add(f"&{place + 1}  {words}")
            settled = str(choice.ids[place]) if choice.ids else choice.options[place]
            entry.triggered.connect(partial(self._settle, choice.about, settled))
        announce(self, title)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[1])

    def _settle(self, about: str, option: str, *_checked: object) -> None:
        self._settled[about] = option
        self._adds = True
        self._read()

    def _add(self, understood: Understood) -> None:
        form, tasks = self._form_of(understood), self._desk.tasks
        self._adds = False
        self._job = job = self._kit.runner.write(lambda _ticket: tasks.add(form), quiet=True)
        job.succeeded.connect(self._on_added)
        job.failed.connect(self._on_refused)
        job.finished.connect(lambda: self._on_stopped(job))

    def _on_added(self, task_id: int) -> None:
        self.clear()
        self.added.emit(task_id)

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            words = self._kit.messages.describe(error)
            self.problem.show_hint(words)
            announce(self, words)
        else:
            self._kit.runner.failed.emit(error)

    def _show(self, understood: Understood | None) -> None:
        self.understood = understood
        self._colours.show(understood)
        self._tell()
        self.drafted.emit(self.form() if understood else None)

    def _tell(self) -> None:
        understood = self.understood
        parts = understood_parts(understood, self.form(), self._kit) if understood else []
        self.told.show_parts(parts)
        self.told.setVisible(bool(parts))
        self.line.setAccessibleDescription(self.told.text())


def understand_with(desk: TaskDesk, text: str, settled: Mapping[str, str]) -> Understood:
    """Return what a line says, with the people of the book; on any thread."""
    from app.understanding.line import understand  # noqa: PLC0415 - tables of words

    return understand(text, desk.now(), book=Known(desk), settled=settled)


def form_of(understood: Understood, contact_id: int | None, now: datetime) -> TaskForm:
    """Return the task a line describes; `contact_id` goes before whom the line names.

    Of what has an hour one is reminded as usual.
    """
    from app.task_forms import usual_reminders  # noqa: PLC0415 - with the first line

    known = next((one.id for one in understood.people if one.id), None)
    repeat, timed = understood.repeat, understood.start or understood.due
    if repeat is not None:
        timed = repeat.first or timed
    lasts = understood.duration_min if "T" in timed else None
    return TaskForm(
        title=understood.title or understood.text.strip(),
        kind=understood.kind,
        due_at=timed,
        contact_id=contact_id if contact_id is not None else known,
        priority=understood.priority,
        repeat=repeat.rule if repeat else "",
        duration_min=lasts,
        reminders=usual_reminders(timed, now),
    )
