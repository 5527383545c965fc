"""What is typed into a search field, asked for once somebody pauses; an early Enter waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.widgets.search_field import SearchField

PAUSE = 60  # ms without a keystroke before it is asked for


class TypedSearch(QObject):
    """Asks in the background; only the answer to the text that stands in the field is told.

    Enter is told once that answer was: it never acts on what an older text had found.
    """

    answered = Signal(object)  # what `ask` returned
    entered = Signal()

    def __init__(self, kit: Kit, field: SearchField, ask: Callable[[str], object]) -> None:
        """`ask` gets the text as it stands in the field, on another thread."""
        super().__init__(field)
        self._runner = kit.runner
        self._field = field
        self._ask = ask
        self._behind = False  # what stands in the field was not answered yet
        self._asking = 0
        self._enter_waits = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask_now)
        field.typed.connect(self._on_typed)
        field.submitted.connect(self.enter)

    def enter(self) -> None:
        """Do as Enter in the field does."""
        if not self._behind:
            self.entered.emit()
            return
        self._enter_waits = True
        if self._pause.isActive() or not self._asking:
            self._pause.stop()
            self._ask_now()

    def forget(self) -> None:
        """Let what was typed go unanswered."""
        self._pause.stop()
        self._behind = self._enter_waits = False

    def _on_typed(self) -> None:
        self._behind, self._enter_waits = True, False
        self._pause.start()

    def _ask_now(self) -> None:
        text = self._field.text()

        def task(_ticket: Ticket) -> object:
            return self._ask(text)

        self._asking += 1
        job = self._runner.read(task)
        job.succeeded.connect(lambda answer: self._on_answered(text, answer))
        job.finished.connect(self._on_asked)

    def _on_answered(self, text: str, answer: object) -> None:
        if not isValid(self) or not self._behind or text != self._field.text():
            return  # closed, or somebody typed on meanwhile
        waits = self._enter_waits
        self.forget()
        self.answered.emit(answer)
        if waits:
            self.entered.emit()

    def _on_asked(self) -> None:
        self._asking -= 1
