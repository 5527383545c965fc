"""Editing a smart list: its conditions in plain sentences, who is in it now, its looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.errors import InvalidInputError, UserError
from app.filter_words import sentence
from app.jobs import Ticket
from app.shapes.filters import Filter
from app.shapes.segments import Glimpse, SegmentRow
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.lists.boxes import Box
from ui.lists.choice import Offer
from ui.lists.condition_row import ConditionRow
from ui.lists.group_box import GroupBox

if TYPE_CHECKING:
    from app.services.segments import SegmentService

WIDTH, LEAST = 860, 480
AROUND = 344  # px above and below the conditions
EDGE = 48  # px of the window that stay in view above and below
PAUSE = 150  # ms after a change before people are counted
COLOURS = ("plum", "warning", "info", "persimmon", "success", "danger", "neutral")
MENU_KEYS = {Qt.Key.Key_BracketRight: "indent", Qt.Key.Key_BracketLeft: "outdent"}


class ListBuilder(QDialog):
    """Changes a list, or makes one of what the chips say; saved all at once, in one step.

    Of several counts only the last one counts: the older ones are called off.
    """

    saved = Signal(object)  # id of the list

    def __init__(
        self,
        kit: Kit,
        segments: SegmentService,
        offer: Offer,
        find: Callable[[str], list[tuple[int, str]]],
        row: SegmentRow | None = None,
        wanted: Filter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`row` is the list to change, `wanted` what to begin a new one with."""
        super().__init__(parent)
        self._kit = kit
        self._segments = segments
        self._offer = offer
        self._row = row
        self._count: Job | None = None
        self._frozen = row is not None and row.frozen_at is not None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._read)
        self._make_head()
        self.group = GroupBox(kit, offer, find)
        self._make_result()
        self._make_feet()
        self._arrange()
        begin = row.made_of if row is not None else wanted or Filter()
        self.group.show_filter(begin)
        if not begin:
            self.group.add_condition()
        self.group.setEnabled(not self._frozen)
        self.group.changed.connect(self._on_changed)
        self.name.textEdited.connect(lambda: self._show_problem(""))
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self._fit()
        self.name.setFocus()

    def retranslate(self) -> None:
        """Set every word again; what was chosen and typed stays."""
        self.setWindowTitle(self.tr("Edit list") if self._row else self.tr("New smart list"))
        self.heading.set_text(self.windowTitle())
        self.name.setAccessibleName(self.tr("Name of the list"))
        self.name.setPlaceholderText(self.tr("Name of the list"))
        self.colour.reword(self._colours())
        self.colour.setAccessibleName(self.tr("Colour"))
        self.pinned.setText(self.tr("In the navigation"))
        self.own.setText(self.tr("Only for me"))
        frozen = self.tr(
            "This list is frozen: it keeps who was in it. Save it as a new list to have it follow"
            " changes again."
        )
        if self._frozen:
            self.note.show_note(frozen, "info")
        self.keys.set_text(self.tr("Ctrl+] puts a condition into a group, Ctrl+[ takes it out."))
        self.cancel_button.set_text(self.tr("Cancel"))
        self.new_button.set_text(self.tr("Save as a new list"))
        self.save_button.set_text(self.tr("Save list"))
        self.group.retranslate()
        self._on_changed()

    def filter(self) -> Filter:
        """Return what is said now, unfinished conditions left out."""
        return self.group.filter()

    def accept(self) -> None:
        """Keep the list; an unfinished one stays open and says why."""
        self._save(as_new=self._row is None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control or self.name.hasFocus():
                self.accept()
            return
        row = self._row_in_focus()
        if row is not None and control and key in MENU_KEYS:
            {"indent": row.indent_asked, "outdent": row.outdent_asked}[MENU_KEYS[key]].emit()
        elif held & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Delete and row:
            row.remove_asked.emit()
        elif held & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Insert:
            group = self.group.group_of(row) if row is not None else None
            (group or self.group).add_condition()
        else:
            super().keyPressEvent(event)

    def _make_head(self) -> None:
        theme, row = self._kit.theme, self._row
        self.name = QLineEdit(row.name if row else "")
        self.heading = Label(theme, "", "title")
        self.colour = Box(110)
        self.colour.offer(self._colours())
        self.colour.choose(row.colour or "" if row else "")
        self.pinned = CheckBox(theme)
        self.pinned.setChecked(row is None or row.pinned)
        self.own = CheckBox(theme)
        self.own.setChecked(row is not None and row.staff_id is not None)
        self.note = Note(theme, "")
        self.note.setVisible(self._frozen)

    def _colours(self) -> dict[str, str]:
        return {
            "": self.tr("Any colour"), "plum": self.tr("Plum"), "warning": self.tr("Amber"),
            "info": self.tr("Blue"), "persimmon": self.tr("Persimmon"),
            "success": self.tr("Green"), "danger": self.tr("Red"), "neutral": self.tr("Grey"),
        }  # fmt: skip

    def _make_result(self) -> None:
        theme = self._kit.theme
        self.sentence = Label(theme, "", wrap=True)
        self.count = Label(theme, "", "strong")
        self.people = Label(theme, "", colour="text-2")
        self.problem = Label(theme, "", colour="danger", wrap=True)

    def _make_feet(self) -> None:
        theme = self._kit.theme
        self.keys = Label(theme, "", "caption", "muted")
        self.cancel_button = Button(theme, "")
        self.new_button = Button(theme, "")
        self.new_button.setVisible(self._row is not None)
        self.save_button = Button(theme, "", "primary")
        self.cancel_button.clicked.connect(self.reject)
        self.new_button.clicked.connect(lambda: self._save(as_new=True))
        self.save_button.clicked.connect(self.accept)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.heading)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        for widget in (self.colour, self.pinned, self.own):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.note)
        holder = QWidget()
        holder.setProperty("clear", "true")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.addWidget(self.group)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(area, 1)
        for label in (self.sentence, self.count, self.people, self.problem):
            column.addWidget(label)
        feet = QHBoxLayout()
        feet.setSpacing(8)
        feet.addWidget(self.keys, 1)
        for button in (self.cancel_button, self.new_button, self.save_button):
            feet.addWidget(button)
        column.addLayout(feet)

    def _fit(self) -> None:
        """Make it as high as its conditions ask for and the window has room."""
        scale, window = self._kit.theme.text_scale, self.parentWidget()
        height = max(round(LEAST * scale), self.group.sizeHint().height() + round(AROUND * scale))
        room = window.window().height() - 2 * EDGE if window is not None else height
        self.resize(round(WIDTH * scale), min(height, room))

    def _row_in_focus(self) -> ConditionRow | None:
        at = QApplication.focusWidget()
        while at is not None and not isinstance(at, ConditionRow):
            at = at.parentWidget()
        return at

    def _on_changed(self) -> None:
        self._show_problem("")
        words = sentence(self.filter(), self._offer.names, self._kit.language.code)
        self.sentence.set_text(words)
        self._pause.start()

    def _read(self) -> None:
        """Count who is in it now, and show the first."""
        if self._count is not None:
            self._count.cancel()
        wanted, within = self.filter(), self._row.id if self._row and not self._frozen else None
        if self._frozen and self._row is not None:
            wanted = self._row.filter

        def task(ticket: Ticket) -> Glimpse:
            ticket.check()
            found = self._segments.glimpse(wanted, within)
            ticket.check()
            return found

        job = self._count = self._kit.runner.read(task, quiet=True)

        def show(found: Glimpse) -> None:
            if self._count is job and isValid(self):  # closed with its shop meanwhile
                self._show_glimpse(found)

        job.succeeded.connect(show)
        job.failed.connect(self._on_failed)

    def _show_glimpse(self, found: Glimpse) -> None:
        words = self._kit.formats.count(
            found.count, self.tr("1 contact now"), self.tr("{n} contacts now")
        )
        self.count.set_text(words)
        names = self._kit.formats.listing(found.names)
        more = self.tr("{names} …").format(names=names)
        self.people.set_text(more if found.count > len(found.names) else names)

    def _save(self, *, as_new: bool) -> None:
        rows = self.group.rows()
        unfinished = [row for row in rows if row.condition() is None]
        for row in rows:
            row.show_whether_complete(complete=row not in unfinished)
        name = self.name.text().strip()
        if not name:
            self._show_problem(self.tr("The list needs a name."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if unfinished:
            self._show_problem(self.tr("A condition is not finished."))
            unfinished[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._write(name, as_new=as_new)

    def _write(self, name: str, *, as_new: bool) -> None:
        wanted, colour = self.filter(), self.colour.chosen() or None
        own, pinned, row = self.own.isChecked(), self.pinned.isChecked(), self._row

        def task(_ticket: Ticket) -> int:
            if row is None or as_new:
                return self._segments.save(name, wanted, colour, own=own, pinned=pinned)
            self._segments.edit(row.id, name, wanted, colour, own=own, pinned=pinned)
            return row.id

        job = self._kit.runner.write(task, quiet=True)
        job.succeeded.connect(self._on_saved)
        job.failed.connect(self._on_failed)

    def _on_saved(self, segment_id: int) -> None:
        super().accept()
        self.saved.emit(segment_id)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, InvalidInputError):
            self._show_problem(self._kit.messages.problem(error.problems))
        elif isinstance(error, UserError):
            self._show_problem(self._kit.messages.describe(error))

    def _show_problem(self, words: str) -> None:
        self.problem.set_text(words)
        self.problem.setVisible(bool(words))
