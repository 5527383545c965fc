"""The tags of a contact: each can be taken off, and a field adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QSizePolicy, QWidget

from ui.common.flow import FlowLayout
from ui.common.kit import Kit
from ui.common.painting import box, ring, snap
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.pill import pill_height
from ui.common.widgets.state import literal, state_of, words_of
from ui.common.widgets.tag import TagLook, paint_tag, tag_ground, tag_width

CROSS = 12
FIELD = 132  # px


class TagStrip(QWidget):
    """Tags side by side and the plus behind them; names in use are completed."""

    typed = Signal(str)  # a tag to put on
    removed = Signal(str)  # a tag to take off

    def __init__(
        self,
        kit: Kit,
        names: Callable[[], Sequence[str]],
        *,
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        """`names` is asked for the tags in use when somebody starts to type.

        Of more than `most` tags the rest is shown on request.
        """
        super().__init__(parent)
        self._theme = kit.theme
        self._looks = kit.tags
        self._names = names
        self._most = most
        self._unfolded = False
        self._all: tuple[str, ...] = ()
        self._tags: dict[str, RemovableTag] = {}
        self.rest_button = Button(kit.theme, "", "link", size="sm")
        self.field = QLineEdit()
        self.field.setFixedWidth(FIELD)
        self.field.setProperty("cell", "true")
        self.add_button = IconButton(kit.theme, "plus", "", size=24)
        self._flow = FlowLayout(self)
        for widget in (self.rest_button, self.add_button, self.field):
            self._flow.addWidget(widget)
        self.field.hide()
        self.rest_button.hide()
        self.rest_button.clicked.connect(self._on_rest)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._on_typed)
        self.add_button.clicked.connect(self.start)
        kit.tags.changed.connect(self._show)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these tags; a field that is open stays open."""
        if tuple(tags) != self._all:
            self._all = tuple(tags)
            self._show()

    def fold(self) -> None:
        """Show no more than fit, as at first."""
        if self._unfolded:
            self._unfolded = False
            self._show()

    def _show(self) -> None:
        folded = not self._unfolded and len(self._all) > self._most + 1
        tags = self._all[: self._most] if folded else self._all
        for tag in self._tags.values():
            self._flow.removeWidget(tag)
            tag.hide()
            tag.deleteLater()
        self._tags = {}
        for name in tags:
            tag = RemovableTag(self._theme, self._looks.look(name), self)
            tag.removed.connect(self.removed)
            self._flow.addWidget(tag)
            self._tags[name] = tag
            tag.show()
        self.rest_button.setText(f"+{len(self._all) - len(tags)}")
        self.rest_button.setAccessibleName(self.tr("Show all tags"))
        self.rest_button.setVisible(folded)
        for widget in (self.rest_button, self.add_button, self.field):  # they stand last
            self._flow.removeWidget(widget)
            self._flow.addWidget(widget)
        self.updateGeometry()

    def start(self) -> None:
        """Open the field for a tag."""
        completer = QCompleter(list(self._names()), self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_chosen)
        self.field.setCompleter(completer)
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Tags"))
        self.add_button.set_name(self.tr("Add a tag"), "#")
        self.field.setPlaceholderText(self.tr("Tag, then Enter"))
        self.field.setAccessibleName(self.tr("New tag"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            key = event.key() if isinstance(event, QKeyEvent) else None
            if key == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.KeyPress:
                    self._close()
                event.accept()
                return True
            popup = Qt.FocusReason.PopupFocusReason
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != popup:
                self._on_typed(stay=False)
        return super().eventFilter(watched, event)

    def _on_rest(self) -> None:
        self._unfolded = True
        self._show()

    def _on_chosen(self, name: str) -> None:
        self.field.setText(name)
        self._on_typed()

    def _on_typed(self, *, stay: bool = True) -> None:
        text = self.field.text().strip()
        if text:
            self.typed.emit(text)
        # Not cleared at once: a completer that is chosen from writes its text afterwards.
        if text and stay:
            self.field.clear()
        else:
            self._close()

    def _close(self) -> None:
        had_focus = self.field.hasFocus()
        self.field.clear()
        if had_focus:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.hide()


class RemovableTag(QPushButton):
    """A tag with an x; Delete and Backspace take it off, too."""

    removed = Signal(str)

    def __init__(self, theme: Theme, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(literal(look.text), parent)
        self._theme = theme
        self._look = look
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # elides
        self.setAccessibleDescription(self.tr("Delete key takes the tag off"))
        self.setToolTip(look.text)

    def sizeHint(self) -> QSize:
        width = ceil(tag_width(self._theme, self._look)) + CROSS + 4
        return QSize(width, max(24, pill_height(self._theme)))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.position().x() >= self.width() - CROSS - 6:
            self.setDown(False)
            self.removed.emit(words_of(self))
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(words_of(self))
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect, state = QRectF(self.rect()), state_of(self)
        middle = rect.center().y()
        height = pill_height(self._theme)
        chip = QRectF(0, snap(middle - height / 2), rect.width(), height)
        box(painter, chip, 4, tag_ground(self._theme, self._look))
        paint_tag(painter, self._theme, QPointF(0, middle), self._look, rect.width() - CROSS - 2)
        at = QPointF(rect.right() - CROSS - 4, middle - CROSS / 2)
        ink = "text" if state.hover else self._look.colour or "muted"
        self._theme.paint_icon(painter, at, "x", CROSS, ink)
        if state.ring:
            ring(painter, self._theme, rect, 4)
        painter.end()
