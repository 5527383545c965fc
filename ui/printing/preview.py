"""The pages as they will come out, one at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.common.keyboard_focus import shows_ring
from ui.common.painting import ring
from ui.common.theme import Theme
from ui.printing.documents import Document, LabelDocument
from ui.printing.paper import page_rect

FIT = 0.0
ZOOMS = (FIT, 1.0, 1.5, 2.0, 3.0)  # FIT: the whole page is seen
AROUND = 24  # px around a page
UNITS_PER_PX = 7.5  # at 100 %: 96 px an inch
RING_MAY_CHANGE = {
    QEvent.Type.DynamicPropertyChange,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
}
TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}


class Sheet(QWidget):
    """Paints one page of a document as large as it is zoomed."""

    def __init__(self, theme: Theme, holder: QWidget) -> None:
        super().__init__()
        self.setObjectName("Canvas")
        self._holder = holder
        self._theme = theme
        self._document: Document | None = None
        self._page = 0
        self._image = QImage()

    def show_page(self, document: Document | None, page: int) -> None:
        """Show a page, or nothing."""
        self._document, self._page = document, page
        self._image = QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        if self._document is not None:
            rect = self._page_place(self._document.paper)
            if self._image.isNull() or self._image.deviceIndependentSize() != rect.size():
                self._image = self._painted(self._document, rect.size().toSize())
            painter.drawImage(rect.topLeft(), self._image)
            painter.setPen(self._theme.colour("border-strong"))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        if shows_ring(self._holder):
            ring(painter, self._theme, QRectF(self.visibleRegion().boundingRect()), 0)
        painter.end()

    def _page_place(self, paper: str) -> QRectF:
        room = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
        size = page_rect(paper).size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        width, height = int(max(1, size.width())), int(max(1, size.height()))
        at = room.center() - QPointF(width / 2, height / 2)
        return QRectF(int(at.x()), int(at.y()), width, height)

    def _painted(self, document: Document, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        image = QImage(size * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = size.width() / page_rect(document.paper).width()
        painter.scale(scale, scale)
        if isinstance(document, LabelDocument):
            document.preview(painter, self._page)
        else:
            document.paint(painter, self._page)
        painter.end()
        return image


class Preview(QScrollArea):
    """A page that keys turn and zoom; Home and End go to the first and last one."""

    turned = Signal(int)  # page, counted from 0
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = 0
        self._theme = theme
        self._zoom = 0
        self._document: Document | None = None
        self._sheet = Sheet(theme, self)
        self.setWidget(self._sheet)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._sheet.update)

    @property
    def zoom(self) -> float:
        """How large the page is, 1.0 as on paper; FIT if it is all seen."""
        return ZOOMS[self._zoom]

    def show_document(self, document: Document | None) -> None:
        """Show a document, on the page that was shown if it has it."""
        self._document = document
        last = document.page_count - 1 if document else 0
        self.page = min(self.page, last)
        self._show()

    def turn_to(self, page: int) -> None:
        """Show another page; beyond the ends the outermost one."""
        last = self._document.page_count - 1 if self._document else 0
        page = max(0, min(page, last))
        if page != self.page:
            self.page = page
            self.verticalScrollBar().setValue(0)
            self._show()

    def zoom_by(self, steps: int) -> None:
        """Make the page larger or smaller."""
        self._zoom = max(0, min(self._zoom + steps, len(ZOOMS) - 1))
        self._fit()
        self.zoomed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in TURNS:
            self.turn_to(self.page + TURNS[key])
        elif key == Qt.Key.Key_Home:
            self.turn_to(0)
        elif key == Qt.Key.Key_End and self._document is not None:
            self.turn_to(self._document.page_count - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_0:
            self.zoom_by(-len(ZOOMS))
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in RING_MAY_CHANGE:
            self._sheet.update()
        return super().event(event)

    def _show(self) -> None:
        self._sheet.show_page(self._document, self.page)
        self._fit()
        self.turned.emit(self.page)

    def _fit(self) -> None:
        room = self.viewport().size()
        if self._document is None or self.zoom == FIT:
            self._sheet.resize(room)
            return
        page = page_rect(self._document.paper).size() * (self.zoom / UNITS_PER_PX)
        around = QSize(2 * AROUND, 2 * AROUND)
        self._sheet.resize((page.toSize() + around).expandedTo(room))
