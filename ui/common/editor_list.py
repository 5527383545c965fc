"""A list of things that are typed one below the other, moved and taken out."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.tab_order import put_behind
from ui.common.widgets.icon_button import IconButton


class ListedEditor(QFrame):
    """One of them, with its buttons; subclasses set `last` and `main` and name it all.

    From `last` Tab goes on to the next one, `main` takes the cursor.
    """

    moved = Signal(int)  # places down
    removed = Signal()
    last: QWidget
    main: QWidget

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("card", "true")
        self.up_button = IconButton(kit.theme, "chevron-up", "", size=24)
        self.down_button = IconButton(kit.theme, "chevron-down", "", size=24)
        self.remove_button = IconButton(kit.theme, "x", "", size=24)
        self.up_button.clicked.connect(lambda: self.moved.emit(-1))
        self.down_button.clicked.connect(lambda: self.moved.emit(1))
        self.remove_button.clicked.connect(self.removed)

    def set_place(self, place: int, count: int) -> None:
        """Say the how-manieth of how many it is."""
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(place + 1 < count)


Editor = TypeVar("Editor", bound=ListedEditor)


class EditorList(QScrollArea, Generic[Editor]):
    """Moves them by their buttons; whether one may go its owner says, by `drop`.

    `ordered` tells that each has got its number anew.
    """

    ordered = Signal()
    remove_asked = Signal(object)  # editor

    def __init__(self, kit: Kit, room: int, parent: QWidget | None = None) -> None:
        """`room` is the height of what is seen at once, in px."""
        super().__init__(parent)
        self.editors: list[Editor] = []
        self._inner = QWidget()
        self._inner.setProperty("clear", "true")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(round(room * kit.theme.text_scale))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, editor: Editor, place: int | None = None) -> None:
        """Put one behind the others, or at a place; `number` when all are there."""
        place = len(self.editors) if place is None else place
        self.editors.insert(place, editor)
        self._column.insertWidget(place, editor)
        editor.moved.connect(partial(self._move, editor))
        editor.removed.connect(partial(self.remove_asked.emit, editor))

    def number(self) -> None:
        """Tell each its place."""
        for place, editor in enumerate(self.editors):
            editor.set_place(place, len(self.editors))
        self.ordered.emit()

    def begin(self, editor: Editor) -> None:
        """Show one that has just been put in, the cursor in it."""
        self.number()
        editor.show()  # the layout would do so only after this
        self._set_tab_order()
        self._inner.adjustSize()
        self.ensureWidgetVisible(editor)
        editor.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, editor: Editor, otherwise: QWidget) -> None:
        """Take one out; the cursor goes to the one beside it, where there is none, elsewhere."""
        at = self.editors.index(editor)
        self.take_out(editor)
        self.number()
        beside = self.editors[min(at, len(self.editors) - 1)].main if self.editors else otherwise
        beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self, editor: Editor) -> None:
        """Take one out and leave the cursor where it is."""
        self.editors.remove(editor)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _move(self, editor: Editor, places: int) -> None:
        at = self.editors.index(editor)
        to = at + places
        if not 0 <= to < len(self.editors):
            return
        self.editors.insert(to, self.editors.pop(at))
        self._column.removeWidget(editor)
        self._column.insertWidget(to, editor)
        self._set_tab_order()
        self.number()
        button = editor.up_button if places < 0 else editor.down_button
        here = button if button.isEnabled() else editor.main
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_tab_order(self) -> None:
        for before, after in pairwise(self.editors):
            put_behind(before.last, after)
