"""The reminder in the window, where the desktop shows none: what rings, and its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.shadow import MARGIN
from ui.common.widgets.button import Button
from ui.common.widgets.floating import Floating
from ui.common.widgets.icon_mark import IconMark
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.reminders.told import Told

EDGE = 16  # px from the corner of the window
WIDTH = 360


class ReminderCard(Floating):
    """Shows one after the other, in the lower right corner; Esc puts the one shown away."""

    acted = Signal(object, str)  # Told, code of the action

    def __init__(self, kit: Kit, host: QWidget) -> None:
        super().__init__(kit.theme, host, "raised", "border-strong", 0)
        self._kit = kit
        self._waiting: list[Told] = []
        self.told: Told | None = None
        self.title = Label(kit.theme, "", "strong")
        self.body = Label(kit.theme, "", "caption", "muted", wrap=True)
        self.more = Label(kit.theme, "", "caption", "muted", digits=True)
        self.buttons: dict[str, Button] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark(kit.theme, "alarm-clock", "accent-text"))
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + 16, MARGIN + 14, MARGIN + 16, MARGIN + 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.body)
        column.addLayout(self._row)
        self.setFixedWidth(WIDTH + 2 * MARGIN)
        kit.language.changed.connect(self._show)
        self.hide()

    def tell(self, told: Told) -> None:
        """Show it, after those that wait to be seen."""
        self._waiting.append(told)
        if self.told is None:
            self.put_away()
        else:
            self._show()

    def place(self) -> None:
        """Stand in the lower right corner."""
        self.ensurePolished()
        size = self.sizeHint()
        left = self._host.width() - EDGE - self.width() + MARGIN
        top = self._host.height() - EDGE - size.height() + MARGIN
        self.setGeometry(left, top, self.width(), size.height())
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def put_away(self) -> None:
        """Show the next one, or nothing."""
        self.told = self._waiting.pop(0) if self._waiting else None
        if self.told is None:
            self.hide()
            return
        self._show()
        self.show()
        announce(self, f"{self.told.title}. {self.told.body}")

    def _show(self) -> None:
        told = self.told
        if told is None:
            return
        self.title.set_text(told.title)
        self.body.set_text(told.body)
        self.body.setVisible(bool(told.body))
        rest = len(self._waiting)
        self.more.set_text(self.tr("+{n}").format(n=self._kit.formats.number(rest)) if rest else "")
        self.setAccessibleName(f"{told.title}. {told.body}")
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = {}
        for place, (code, words) in enumerate(told.actions()):
            button = Button(self._theme, words, "ghost" if place else "secondary", size="sm")
            button.setAccessibleName(f"{words}: {told.title}")
            button.clicked.connect(lambda _on=False, code=code: self._on_clicked(code))
            self.buttons[code] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.place()

    def _on_clicked(self, code: str) -> None:
        told = self.told
        self.put_away()
        if told is not None:
            self.acted.emit(told, code)
