"""A field of a record: its name, its value, and the way to change it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.common.painting import box, ring
from ui.common.theme import Theme
from ui.common.widgets.label import Label
from ui.common.widgets.state import state_of

HEIGHT = 28  # 24 for the line and 4 between two rows
LABEL = 104
PENCIL = 14
EDGE = 4  # px between the pencil and the end of the row
GAP = 8


class PropertyRow(QWidget):
    """Name and value in a line; an `editable` one asks to be edited on click, Enter or F2."""

    edited = Signal()  # the person wants to edit the value

    def __init__(
        self,
        theme: Theme,
        name: str,
        value: str = "",
        *,
        editable: bool = False,
        label_width: int = LABEL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = Label(theme, name, colour="muted")
        self._label_width = label_width
        self._value = Label(theme, value, digits=True)
        self._editable = editable
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if editable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._name)
        self._row.addWidget(self._value)
        self._row.addStretch(1)
        self._tell()
        self._fit()
        theme.changed.connect(self._fit)

    def set_value(self, value: str) -> None:
        """Show another value."""
        self._value.set_text(value)
        self._tell()

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._name.set_text(name)
        self._tell()

    def add(self, widget: QWidget) -> None:
        """Put something after the value, as a pill or an average."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def put_before(self, widget: QWidget) -> None:
        """Put something before the value, as an avatar."""
        self._row.insertWidget(1, widget)

    def sizeHint(self) -> QSize:
        width = self._row.sizeHint().width()
        return QSize(width, self._theme.height(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), self._theme.height(HEIGHT))

    def event(self, event: QEvent) -> bool:
        if self._editable and event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            over = event.type() == QEvent.Type.HoverEnter
            self._row.setContentsMargins(0, 0, PENCIL + EDGE if over else 0, 0)
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._editable and inside and event.button() == Qt.MouseButton.LeftButton:
            self.edited.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space}
        if self._editable and Qt.Key(event.key()) in opens:
            self.edited.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._editable:
            return
        painter = QPainter(self)
        state = state_of(self)
        field = QRectF(self.rect()).adjusted(self._name.width(), 0, 0, 0)
        if state.hover:
            box(painter, field, 6, self._theme.colour("hover"))
            at = QPointF(field.right() - PENCIL - EDGE, field.center().y() - PENCIL / 2)
            self._theme.paint_icon(painter, at, "pencil", PENCIL, "muted")
        if state.ring:
            ring(painter, self._theme, field)
        painter.end()

    def _fit(self) -> None:
        self._name.setFixedWidth(round(self._label_width * self._theme.text_scale) - GAP)
        self.updateGeometry()

    def _tell(self) -> None:
        if self._editable:
            self.setAccessibleName(f"{self._name.text()}: {self._value.text()}")
            self.setAccessibleDescription(self.tr("Enter changes it"))
