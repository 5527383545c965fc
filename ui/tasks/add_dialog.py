"""The line that adds a task, from wherever one is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.tasks.desk import TaskDesk
from ui.tasks.quick_add import QuickAdd

WIDTH = 640
SPACE = 24


class AddDialog(QDialog):
    """Enter adds and closes; the contact one came from is filled in."""

    added = Signal(object)  # task id
    more_asked = Signal(object)  # TaskForm: all that can be said of it is wanted

    def __init__(
        self,
        kit: Kit,
        desk: TaskDesk,
        contact_id: int | None,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._contact_id = contact_id
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        title = self.tr("New task")
        self.setWindowTitle(title)
        self.quick = QuickAdd(kit, desk)
        self.more_button = Button(theme, self.tr("All fields"))
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.add_button = Button(theme, self.tr("Add"), "primary")
        for button in (self.more_button, self.cancel_button, self.add_button):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.more_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(16)
        words = self.tr("New task for {name}").format(name=name) if name else title
        column.addWidget(Label(theme, words, "title"))
        column.addWidget(self.quick)
        column.addLayout(row)
        self.quick.added.connect(self._on_added)
        self.add_button.clicked.connect(self.quick.enter)
        self.cancel_button.clicked.connect(self.reject)
        self.more_button.clicked.connect(self._on_more)
        self.finished.connect(self.deleteLater)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.quick.start(self._contact_id)

    def _on_added(self, task_id: int) -> None:
        self.added.emit(task_id)
        self.accept()

    def _on_more(self) -> None:
        form = self.quick.form()
        self.reject()
        self.more_asked.emit(form)
