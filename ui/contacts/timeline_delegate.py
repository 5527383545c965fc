"""How the entries of a timeline are painted, and typed over."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QStyleOptionViewItem, QWidget

from app.shapes.interactions import TimelineEntry
from ui.common.painting import box
from ui.common.text import Paragraph, TextLook
from ui.common.theme import Theme
from ui.common.widgets.label import escaped
from ui.common.widgets.timeline import LINES, TEXT_LEFT, TimelineDelegate, TimelineItem
from ui.common.writing.mentions import MentionParagraph, pattern_of
from ui.contacts.timeline_model import ENTRY_ROLE

Index = QModelIndex | QPersistentModelIndex
EDITOR = 96  # px of an editor in place
WIDEST = 680  # px of a line of reading
SIDE, ABOVE = 12, 9  # px around the words of a box


class EntryDelegate(TimelineDelegate):
    """Paints notes in boxes where there is room (`roomy`), and mentions in the accent colour.

    The view knows how high a row is: asking each time would measure thousands of texts.
    """

    typed = Signal(object, str)  # entry, text

    def __init__(self, theme: Theme, *, roomy: bool, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._roomy = roomy
        self._pattern = pattern_of(())

    def set_names(self, names: Collection[str]) -> None:
        """Say who can be mentioned."""
        self._pattern = pattern_of(names)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QPlainTextEdit(parent)
        editor.setTabChangesFocus(True)
        editor.setAccessibleName(self.tr("Text of the entry"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit) and not editor.document().isModified():
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(editor, QPlainTextEdit) and isinstance(entry, TimelineEntry):
            text = editor.toPlainText().strip()
            if text != entry.body and (text or not entry.is_note):
                self.typed.emit(entry, text)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)
        top = rect.top() + self._theme.line("body") + 4
        width = min(rect.width() - TEXT_LEFT, WIDEST)
        editor.setGeometry(rect.left() + TEXT_LEFT, top, width, EDITOR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if enter and held and isinstance(watched, QPlainTextEdit):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, self.EndEditHint.NoHint)
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        height_of = getattr(view, "height_of", None)
        return QSize(TEXT_LEFT, height_of(index.row()) if height_of else 0)

    def text_height(self, item: TimelineItem, width: float) -> float:
        around = 2 * ABOVE + 4 if self._is_boxed(item) else 0
        return self.text(item, width).height + around

    def text(self, item: TimelineItem, width: float) -> Paragraph:
        theme = self._theme
        style, room = "body", width - TEXT_LEFT
        if self._is_boxed(item):
            style, room = "reading", min(room, WIDEST) - 2 * SIDE
        look = TextLook(theme.font(style), theme.font(style, strong=True), theme.line(style))
        most = 0 if self._roomy else LINES
        return MentionParagraph(
            escaped(item.text), look, max(1.0, room), most, self._pattern,
            theme.colour("accent-text"),
        )  # fmt: skip

    def paint_text(self, painter: QPainter, head: QRectF, width: float, item: TimelineItem) -> None:
        if not self._is_boxed(item):
            super().paint_text(painter, head, width, item)
            return
        theme, text = self._theme, self.text(item, width)
        room = QRectF(
            head.left(), head.bottom() + 3,
            min(head.width(), WIDEST), text.height + 2 * ABOVE,
        )  # fmt: skip
        box(painter, room, 8, theme.colour("surface"), theme.colour("border"))
        text.draw(painter, room.topLeft() + QPointF(SIDE, ABOVE), theme.colour("text"))

    def _is_boxed(self, item: TimelineItem) -> bool:
        return self._roomy and item.icon in {"sticky-note", "pin"}
