"""The bar for what is done to all checked rows at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from ui.common.shadow import MARGIN
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.floating import Floating
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label

HEIGHT = 48
LIFT = 20


@dataclass(frozen=True, slots=True)
class BulkAction:
    """One thing to do: its key, its word and its icon; `apart` puts a line before it."""

    key: str
    text: str
    icon: str
    apart: bool = False


class BulkBar(Floating):
    """Floats over the list while rows are checked and says how many."""

    chosen = Signal(str)  # key of the action
    cleared = Signal()

    def __init__(self, theme: Theme, host: QWidget, actions: Sequence[BulkAction]) -> None:
        super().__init__(theme, host, "raised", "border-strong", LIFT)
        self._count = 0
        self._text = Label(theme, "", "strong", digits=True)
        self._close = IconButton(theme, "x", self.tr("Uncheck all"), key="Esc")
        self._buttons: dict[str, Button] = {}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN + 17, MARGIN, MARGIN + 9, MARGIN)
        row.setSpacing(8)
        row.addWidget(self._text)
        row.addWidget(line())
        for action in actions:
            if action.apart:
                row.addWidget(line())
            button = Button(theme, action.text, "ghost", icon=action.icon)
            button.setProperty("key", action.key)
            button.clicked.connect(self._on_clicked)
            self._buttons[action.key] = button
            row.addWidget(button)
        row.addWidget(self._close)
        self._close.clicked.connect(self.cleared)
        self.hide()

    def set_count(self, count: int) -> None:
        """Show how many rows are checked; with none the bar goes away."""
        self._count = count
        self._text.set_text(self.tr("%n selected", "", count))
        self.place()
        focused = QApplication.focusWidget()
        if not count and focused is not None and self.isAncestorOf(focused):
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(count > 0)

    def set_texts(self, actions: Sequence[BulkAction]) -> None:
        """Show the same actions in other words."""
        for action in actions:
            self._buttons[action.key].set_text(action.text)
        self.place()

    def sizeHint(self) -> QSize:
        height = self._theme.height(HEIGHT) + 2 * MARGIN
        return QSize(self._row.sizeHint().width(), height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._close.set_name(self.tr("Uncheck all"), "Esc")
            self._text.set_text(self.tr("%n selected", "", self._count))

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("key"))


def line() -> QFrame:
    """Return a thin upright line between two groups."""
    upright = QFrame()
    upright.setObjectName("Line")
    upright.setFixedSize(1, 20)
    return upright
