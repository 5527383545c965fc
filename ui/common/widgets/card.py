"""Cards: what belongs together on a dashboard or in an editor."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.common.theme import Theme
from ui.common.widgets.label import Label

PADDING = 16


class Card(QFrame):
    """A flat box with a border; put things into `column`."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        padding: int = PADDING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(12)
        self._title = Label(theme, title, "strong") if title else None
        if self._title is not None:
            self.column.addWidget(self._title)

    def set_title(self, title: str) -> None:
        """Show another title, where there is one."""
        if self._title is not None:
            self._title.set_text(title)
