"""The line above a group: its name, how many, and what can be done."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.theme import Theme
from ui.common.widgets.label import Label

HEIGHT = 28


class SectionHeader(QWidget):
    """A title with an optional count in grey; `add` puts a button at the right end."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        count: str = "",
        *,
        style: str = "strong",
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Label(theme, title, style, colour, strong=True)
        self._count = Label(theme, count, style, "muted", strong=False, digits=True)
        self._count.setVisible(bool(count))
        self.setMinimumHeight(theme.height(HEIGHT))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a button or link at the right end."""
        self._row.addWidget(widget)

    def put_first(self, widget: QWidget) -> None:
        """Put something at the left end, as what one chooses between instead of a title."""
        self._row.insertWidget(0, widget)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.set_text(title)

    def set_count(self, count: str) -> None:
        """Show how many there are; an empty text shows none."""
        self._count.set_text(count)
        self._count.setVisible(bool(count))
