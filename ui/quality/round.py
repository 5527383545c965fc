"""The tidy round: ten things worth mending, each answered with one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import GoneError, UserError
from app.jobs import Ticket
from app.shapes.quality import Repair
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.progress import ProgressBar
from ui.quality.words import proposal, question

if TYPE_CHECKING:
    from app.services.history import HistoryService
    from app.services.quality import QualityService

WIDTH = 560
HEIGHT = 320


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: 'mended', 'skipped' or 'left', and the step that takes it back."""

    what: str
    change_set: int | None = None


class TidyRound(QDialog):
    """Enter accepts, E edits, S skips, N never asks again, Z takes the last answer back.

    It ends by itself; the next question comes when the answer is on the disk.
    """

    review_asked = Signal(object, object)  # ids of two contacts that may be one

    def __init__(
        self,
        kit: Kit,
        quality: QualityService,
        history: HistoryService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._quality = quality
        self._history = history
        self._asked: list[Repair] = []
        self._answers: list[Answer] = []
        self._reading = False
        self._writing = False
        self.setModal(True)
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.setMinimumHeight(HEIGHT)
        self.heading = Label(theme, "", "title")
        self.place = Label(theme, "", colour="muted", digits=True)
        self.progress = ProgressBar(theme, "")
        self.name = Label(theme, "", "strong", wrap=True)
        self.question = Label(theme, "", wrap=True)
        self.before = Label(theme, "", colour="muted", wrap=True)
        self.after = Label(theme, "", "reading", wrap=True)
        self.line = QLineEdit()
        self.problem = FieldHint(theme)
        self.accept_button = Button(theme, "", "primary")
        self.edit_button = Button(theme, "")
        self.skip_button = Button(theme, "")
        self.never_button = Button(theme, "", "ghost")
        self.back_button = Button(theme, "", "ghost", icon="undo-2")
        self.close_button = Button(theme, "", "ghost")
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Look for what is worth mending and ask about the first."""
        self._asked, self._answers, self._reading = [], [], True
        self._show()
        quality = self._quality
        job = self._kit.runner.read(lambda _ticket: quality.worthwhile())
        job.succeeded.connect(self._on_read)
        self.open()

    @property
    def asked(self) -> Repair | None:
        """What is asked about now."""
        place = len(self._answers)
        return self._asked[place] if place < len(self._asked) else None

    def mend(self) -> None:
        """Take what is proposed, or what was typed instead; lead on to a pair."""
        repair = self.asked
        if repair is None:
            if not self._reading:
                self.accept()
            return
        if repair.kind == "duplicate":
            self.review_asked.emit(repair.contact_id, repair.other_id)
            self.accept()
            return
        typed = self.line.text().strip() if self.line.isVisible() else None
        if typed != "":
            self._write("mended", lambda: self._quality.mend(repair, typed))

    def edit(self) -> None:
        """Let something else be typed in the place of what is proposed."""
        repair = self.asked
        if repair is not None and repair.kind not in ("duplicate", "is_company"):
            self.line.setText(repair.after)
            self.line.show()
            self.after.hide()
            self.line.selectAll()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def skip(self) -> None:
        """Go on; it is asked again another time."""
        if self.asked is not None and not self._writing:
            self._take(Answer("skipped"))

    def never(self) -> None:
        """Go on and never ask this again."""
        repair = self.asked
        if repair is not None:
            self._write("left", lambda: self._quality.leave(repair))

    def take_back(self) -> None:
        """Go back to the last question and take its answer back."""
        if not self._answers or self._writing:
            return
        answer = self._answers[-1]
        if answer.change_set is None:
            self._answers.pop()
            self._show()
            return
        change_set, history = answer.change_set, self._history
        self._writing = True
        job = self._kit.runner.write(lambda _ticket: history.undo(change_set))
        job.succeeded.connect(lambda _undone: self._answers.pop())
        job.finished.connect(self._on_written)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = {"e": self.edit, "s": self.skip, "n": self.never, "z": self.take_back}
        if self.line.isVisible() and event.key() == Qt.Key.Key_Escape:
            self._show()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.mend()
            return
        undo = event.key() == Qt.Key.Key_Z
        if undo and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take_back()
            return
        if not self.line.isVisible() and (act := letters.get(letter_of(event))):
            act()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setWindowTitle(self.tr("Tidy round"))
        self.heading.set_text(self.tr("Tidy round"))
        self.line.setAccessibleName(self.tr("What is to stand there"))
        for button, words, key in (
            (self.edit_button, self.tr("Edit"), "E"),
            (self.skip_button, self.tr("Skip"), "S"),
            (self.never_button, self.tr("Never ask again"), "N"),
            (self.back_button, self.tr("Take back"), "Z"),
        ):
            button.set_text(f"{words} ({key})")
            button.setAccessibleName(words)
        self.close_button.set_text(self.tr("Close"))
        self._show()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.place)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.accept_button, self.edit_button, self.skip_button, self.never_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.back_button)
        below.addStretch(1)
        below.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.progress)
        for part in (self.name, self.question, self.before, self.after):
            column.addWidget(part)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        column.addStretch(1)
        column.addLayout(buttons)
        column.addLayout(below)

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self.mend)
        self.edit_button.clicked.connect(self.edit)
        self.skip_button.clicked.connect(self.skip)
        self.never_button.clicked.connect(self.never)
        self.back_button.clicked.connect(self.take_back)
        self.close_button.clicked.connect(self.accept)
        self._kit.language.changed.connect(self.retranslate)

    def _on_read(self, found: list[Repair]) -> None:
        self._reading, self._asked = False, found
        self._show()

    def _write(self, what: str, act: Callable[[], None]) -> None:
        if self._writing:
            return
        self._writing = True
        history = self._history

        def task(_ticket: Ticket) -> Answer:
            act()
            step = history.next_undo()
            return Answer(what, step.change_set if step else None)

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._answers.append)
        job.failed.connect(self._on_refused)
        job.finished.connect(self._on_written)

    def _on_written(self) -> None:
        self._writing = False
        if not self.problem.text():
            self._show()

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, GoneError):
            self._answers.append(Answer("skipped"))  # it is not so any more
        elif isinstance(error, UserError):
            self.problem.show_hint(self._kit.messages.describe(error))
        else:
            self._kit.runner.failed.emit(error)

    def _take(self, answer: Answer) -> None:
        self._answers.append(answer)
        self._show()

    def _show(self) -> None:
        repair, done, total = self.asked, len(self._answers), len(self._asked)
        self.problem.show_hint("")
        self.line.hide()
        self.after.show()
        self.back_button.setVisible(done > 0)
        asks = repair is not None
        buttons = (self.accept_button, self.edit_button, self.skip_button, self.never_button)
        for part in (*buttons, self.name, self.before, self.progress, self.place):
            part.setVisible(asks)
        if repair is None:
            self.question.set_text(self._summary())
            self.after.set_text("")
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.question.text())
            return
        number = self._kit.formats.number
        words = self.tr("{n} of {total}").format(n=number(done + 1), total=number(total))
        self.place.set_text(words)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.name.set_text(repair.name)
        self.question.set_text(question(repair))
        self.before.set_text(repair.before)
        self.after.set_text(f"→ {proposal(repair)}")
        pair = repair.kind == "duplicate"
        accept = self.tr("Compare (Enter)") if pair else self.tr("Accept (Enter)")
        self.accept_button.set_text(accept)
        self.edit_button.setVisible(repair.kind not in ("duplicate", "is_company"))
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{question(repair)} {repair.before} → {proposal(repair)}")

    def _summary(self) -> str:
        if self._reading:
            return self.tr("Looking through the book…")
        if not self._asked:
            return self.tr("Everything looks tidy. There is nothing to mend.")
        told = [answer.what for answer in self._answers]
        words = self.tr("Done: {mended} mended, {skipped} skipped, {left} left as they are.")
        return words.format(
            mended=told.count("mended"), skipped=told.count("skipped"), left=told.count("left")
        )
