"""The list of tasks as one works through it: keys, clicks, and what is asked for by them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from app.shapes.tasks import TaskRow
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.tasks.delegate import TaskDelegate
from ui.tasks.model import TasksModel

CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
ASKED = {"alarm-clock": "snooze", "calendar": "date", "ellipsis": "menu", "check": "finish"}
LETTERS = {"s": "snooze", "d": "date", "c": "came", "n": "no_show", "w": "wait", "l": "log"}


class TaskList(QListView):
    """One task is selected; letters, Space, Enter and Del ask for what is done with it.

    `asked` names it: 'finish', 'snooze', 'date', 'open', 'remove', 'menu', 'came', 'no_show',
    'wait' or 'log', with where on the screen a menu for it belongs.
    """

    asked = Signal(object, str, QPoint)  # TaskRow, what, global position

    def __init__(self, kit: Kit, model: TasksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._beside: tuple[str, QWidget | None] = "", None
        self.painted = TaskDelegate(kit, self)
        self.setModel(model)
        self.setItemDelegate(self.painted)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        # Single letters are commands here; an input method would keep them to itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        kit.theme.changed.connect(self.doItemsLayout)

    @property
    def task(self) -> TaskRow | None:
        """The task that is selected."""
        return self._model.task_at(self.currentIndex().row())

    def select(self, line: int) -> None:
        """Select the task on a line, or the nearest below or above it."""
        lines = [*range(line, self._model.rowCount()), *range(line - 1, -1, -1)]
        found = next((at for at in lines if not self._model.is_section(at)), None)
        if found is not None:
            self.selectionModel().setCurrentIndex(self._model.index(found), CHOOSE)

    def place_of(self, line: int) -> QPoint:
        """Return where on the screen a menu about a line belongs."""
        rect = self.visualRect(self._model.index(line))
        return self.viewport().mapToGlobal(QPoint(rect.right() - 160, rect.bottom()))

    def put_beside(self, section: str, widget: QWidget) -> None:
        """Let a widget stand at the right of a section's name."""
        widget.setParent(self.viewport())
        self._beside = section, widget
        self.place_beside()

    def place_beside(self) -> None:
        """Bring it to where that section is."""
        section, widget = self._beside
        line = self._model.section_line(section) if widget is not None else None
        if widget is None:
            return
        widget.setVisible(line is not None)
        if line is not None:
            rect = self.visualRect(self._model.index(line))
            size = widget.sizeHint()
            top = rect.bottom() - (self.painted.head + size.height()) // 2
            widget.setGeometry(rect.right() - size.width() - 8, top, size.width(), size.height())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.place_beside()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.place_beside()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, key = self.currentIndex().row(), event.key()
        if self._model.is_section(line):
            if self._fold_by_key(line, key):
                return
        elif self.task is not None:
            what = LETTERS.get(letter_of(event), "")
            if key == Qt.Key.Key_Space:
                what = "finish"
            elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                what = "open"
            elif key == Qt.Key.Key_Delete:
                what = "remove"
            if what:
                self._ask(line, what)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        line = index.row()
        if self._model.is_section(line):
            self._fold(line, opened=not self._model.is_open(self._model.section_at(line)))
            return
        under = self.painted.action_at(QRectF(self.visualRect(index)), QPointF(event.position()))
        if what := ASKED.get(under):
            self._ask(line, what)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        under = self.painted.action_at(QRectF(self.visualRect(index)), QPointF(event.position()))
        if index.isValid() and not under and not self._model.is_section(index.row()):
            self._ask(index.row(), "open")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        row = self._model.task_at(index.row())
        if row is not None:
            self.asked.emit(row, "menu", event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select(1)

    def _ask(self, line: int, what: str) -> None:
        row = self._model.task_at(line)
        if row is not None:
            self.asked.emit(row, what, self.place_of(line))

    def _fold_by_key(self, line: int, key: int) -> bool:
        opened = self._model.is_open(self._model.section_at(line))
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._fold(line, opened=not opened)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._fold(line, opened=key == Qt.Key.Key_Right)
        else:
            return False
        return True

    def _fold(self, line: int, *, opened: bool) -> None:
        self._model.fold(self._model.section_at(line), opened=opened)
        self.doItemsLayout()
