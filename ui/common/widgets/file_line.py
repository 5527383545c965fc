"""One file of a contact: a mark for its kind, its name, its size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.files import FileRow
from ui.common.kit import Kit
from ui.common.painting import box, ring
from ui.common.sizes import size_of
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.state import state_of

HEIGHT = 40
MARK = 28
ICON = 14
GAP = 10
ICONS = {"image": "image", "audio": "file-music", "video": "file-video", "text": "file-text"}
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FileLine(QWidget):
    """Enter or a double click opens the file, Del removes it, the menu key has the rest."""

    open_asked = Signal(object)  # FileRow
    save_asked = Signal(object)  # FileRow
    remove_asked = Signal(object)  # FileRow

    def __init__(self, kit: Kit, row: FileRow) -> None:
        super().__init__()
        self._kit = kit
        self.row = row
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        flaws = {"missing": self.tr("missing"), "damaged": self.tr("damaged")}
        self._right = flaws.get(row.flaw) or size_of(row.size)
        self.setAccessibleName(f"{row.name}, {self._right}")
        self.setAccessibleDescription(self.tr("Enter opens it, Del removes it"))
        self.setToolTip(row.name)

    def menu(self) -> Menu:
        """Return what can be done with the file."""
        menu = Menu(self._kit.theme, parent=self)
        opens = menu.add(self.tr("Open the file"), "external-link", "Return")
        saves = menu.add(self.tr("Save a copy"), "download")
        removes = menu.add(self.tr("Remove the file"), "trash-2", "Del", danger=True)
        opens.triggered.connect(lambda: self.open_asked.emit(self.row))
        saves.triggered.connect(lambda: self.save_asked.emit(self.row))
        removes.triggered.connect(lambda: self.remove_asked.emit(self.row))
        return menu

    def sizeHint(self) -> QSize:
        return QSize(MARK + 120, self._kit.theme.height(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENS:
            self.open_asked.emit(self.row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit(self.row)
        elif event.key() == Qt.Key.Key_Menu:
            popup(self.menu(), under(self))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.open_asked.emit(self.row)
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        popup(self.menu(), event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        state, rect = state_of(self), QRectF(self.rect())
        if state.hover:
            box(painter, rect, 6, theme.colour("hover"))
        if state.ring:
            ring(painter, theme, rect)
        mark = QRectF(0, rect.center().y() - MARK / 2, MARK, MARK)
        box(painter, mark, 6, theme.colour("danger-soft" if self.row.flaw else "neutral-soft"))
        at = mark.center() - QPointF(ICON / 2, ICON / 2)
        icon = ICONS.get(self.row.media_type.partition("/")[0], "file")
        icon = "file-text" if self.row.media_type == "application/pdf" else icon
        icon = "triangle-alert" if self.row.flaw else icon
        theme.paint_icon(painter, at, icon, ICON, "danger" if self.row.flaw else "text-2")
        digits = theme.font("caption", digits=True)
        width = theme.metrics("caption", digits=True).horizontalAdvance(self._right)
        ink = theme.colour("danger" if self.row.flaw else "muted")
        draw_text(painter, rect.adjusted(0, 0, -2, 0), self._right, digits, ink, RIGHT)
        words = rect.adjusted(MARK + GAP, 0, -width - GAP, 0)
        font = theme.font("body")
        draw_text(painter, words, self._elided(words.width()), font, theme.colour("text"))
        painter.end()

    def _elided(self, width: float) -> str:
        """Return the name with its middle left out: what it ends with tells its kind."""
        metrics = self._kit.theme.metrics("body")
        return metrics.elidedText(self.row.name, Qt.TextElideMode.ElideMiddle, width)
