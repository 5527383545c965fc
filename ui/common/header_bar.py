"""The bar at the head of a page: what has no room beside its title goes to lines below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget, QWidgetItem

from ui.common.theme import Theme

LINE = 44  # px from one line to the next
CONTROL = 32  # px of a button


class HeaderBar(QFrame):
    """Widgets beside each other; None stands for room, which only a single line has."""

    def __init__(
        self,
        theme: Theme,
        height: int,
        widgets: Sequence[QWidget | None],
        margins: tuple[int, int],
        gap: int,
    ) -> None:
        """`height` is that of a single line, `margins` are left and right."""
        super().__init__()
        self.setObjectName("Header")
        self._theme = theme
        self._least = height
        self._widgets = widgets
        self._gap = gap
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(margins[0], 0, margins[1], 0)
        self._column.setSpacing(0)
        self._lines: list[list[QWidget | None]] = []
        self._rows: list[QHBoxLayout] = []
        self._set([list(widgets)])
        theme.changed.connect(self._arrange)

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def minimumSizeHint(self) -> QSize:
        margins = self._column.contentsMargins()
        widest = max(QWidgetItem(each).minimumSize().width() for each in self._widgets if each)
        return QSize(widest + margins.left() + margins.right(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # words have changed, or something went
            self._arrange()
        return done

    def _arrange(self) -> None:
        """Break into lines where all that is shown has no room in one."""
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        lines: list[list[QWidget | None]] = [[]]
        used = 0
        for widget in filter(None, self._widgets):
            wants = 0 if widget.isHidden() else QWidgetItem(widget).sizeHint().width() + self._gap
            if used and used + wants - self._gap > room:
                lines.append([])
                used = 0
            lines[-1].append(widget)
            used += wants
        if len(lines) == 1:
            self._set([list(self._widgets)])
        else:
            self._set([[*line, None] for line in lines])

    def _set(self, lines: list[list[QWidget | None]]) -> None:
        theme, more = self._theme, len(lines) - 1
        one = max(theme.height(self._least, space=self._least - 20), theme.line("title") + 8)
        self.setFixedHeight(one + more * (theme.height(CONTROL) + LINE - CONTROL))
        if lines == self._lines:
            return
        for row in self._rows:
            while row.takeAt(0) is not None:
                pass
            self._column.removeItem(row)
            row.deleteLater()
        self._lines, self._rows = lines, []
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(self._gap)
            for widget in line:
                if widget is None:
                    row.addStretch(1)
                else:
                    row.addWidget(widget)
            self._column.addLayout(row, 1)
            self._rows.append(row)
