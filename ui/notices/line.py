"""One notice: what happened, when, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.notices import Notice
from ui.common.flow import FlowLayout
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_mark import IconMark
from ui.common.widgets.label import Label


class NoticeLine(QWidget):
    """The sentence, and a button for each thing to do, of which each names what it is about."""

    import_asked = Signal(object)  # Path
    settle_asked = Signal(object)  # Path
    folder_asked = Signal(object)  # Path
    undo_asked = Signal(object)  # change set
    done_asked = Signal(object)  # task id
    snooze_asked = Signal(object)  # task id
    task_asked = Signal(object)  # task id
    enquiry_asked = Signal(object)  # enquiry id

    def __init__(self, kit: Kit, notice: Notice, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self.notice = notice
        self.words = words
        self.buttons: dict[str, Button] = {}
        self.setProperty("clear", "true")
        self.setAccessibleName(words)
        icon, colour = _mark(notice)
        self._acts = QWidget()
        self._acts.setProperty("clear", "true")
        flow = FlowLayout(self._acts, gap=8)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(Label(theme, words, wrap=True))
        told.addWidget(self._acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconMark(theme, icon, colour), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        moment = kit.formats.moment(notice.happened_at)
        when = Label(theme, moment, "caption", "muted", digits=True)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        for act, text, what, asked in self._offered():
            button = Button(
                theme, text, "secondary" if act in ("look", "done") else "ghost", size="sm"
            )
            button.setAccessibleName(f"{text}: {words}")
            button.clicked.connect(lambda _on=False, asked=asked, what=what: asked.emit(what))
            self.buttons[act] = button
            flow.addWidget(button)
        self._acts.setVisible(bool(self.buttons))

    def held(self) -> tuple[str, str] | None:
        """Return the key of the notice and which of its buttons has the focus, if one has."""
        act = next((act for act, button in self.buttons.items() if button.hasFocus()), None)
        return None if act is None else (self.notice.key, act)

    def _offered(self) -> list[tuple[str, str, object, SignalInstance]]:
        """Return (act, words, what it is done with, signal) of what can be done."""
        notice = self.notice
        found: list[tuple[str, str, object, SignalInstance]] = []
        if notice.attention and notice.file is not None:
            found.append(("look", self.tr("Look at it"), notice.file, self.import_asked))
            found.append(("settle", self.tr("It is done"), notice.file, self.settle_asked))
        if notice.task_id is not None and notice.attention:
            found.append(("done", self.tr("Done"), notice.task_id, self.done_asked))
            found.append(("snooze", self.tr("Later"), notice.task_id, self.snooze_asked))
            found.append(("open", self.tr("Open"), notice.task_id, self.task_asked))
        if notice.enquiry_id is not None and notice.attention:
            found.append(("look", self.tr("Open"), notice.enquiry_id, self.enquiry_asked))
        if notice.folder is not None:
            found.append(("folder", self.tr("Open folder"), notice.folder, self.folder_asked))
        if notice.change_set is not None:
            found.append(("undo", self.tr("Undo"), notice.change_set, self.undo_asked))
        return found


def _mark(notice: Notice) -> tuple[str, str]:
    """Return the icon of a notice and its colour."""
    if notice.task_id is not None:
        return "bell", "accent"
    return ("triangle-alert", "warning") if notice.attention else ("circle-check", "success")
