"""A field of the detail panel that is typed over in place."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.common.theme import Theme
from ui.common.widgets.property_row import LABEL, PropertyRow

EMPTY = "—"


class EditableRow(PropertyRow):
    """Click, Enter or F2 opens an editor over the value: Enter saves, Esc reverts.

    Leaving the editor saves, too; what did not change is not saved.
    """

    typed = Signal(str)

    def __init__(
        self, theme: Theme, name: str, shown: str, raw: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, shown or EMPTY, editable=True, parent=parent)
        self._left = round(LABEL * max(1.0, theme.text_scale)) + 2
        self._raw = raw
        self._editor: QLineEdit | None = None
        self._words = name
        self.edited.connect(self.open_editor)

    def open_editor(self) -> None:
        """Turn the value into an editor."""
        if self._editor is not None:
            return
        editor = QLineEdit(self._raw, self)
        editor.setProperty("cell", "true")
        editor.setAccessibleName(self._words)
        editor.installEventFilter(self)
        editor.returnPressed.connect(self._on_return)
        self._editor = editor
        self._place()
        editor.show()
        editor.selectAll()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor:
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.KeyPress:
                    self._close(save=False)
                event.accept()
                return True
            if event.type() == QEvent.Type.FocusOut:
                self._close(save=True)
        return super().eventFilter(watched, event)

    def _on_return(self) -> None:
        self._close(save=True)

    def _place(self) -> None:
        if self._editor is not None:
            self._editor.setGeometry(self._left, 0, self.width() - self._left, self.height())

    def _close(self, *, save: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        text, had_focus = editor.text().strip(), editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if save and text != self._raw:
            self.typed.emit(text)
