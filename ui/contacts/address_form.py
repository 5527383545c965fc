"""The parts of an address, typed in place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QWidget

from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.contacts.fields import part_words

PARTS = ("postcode", "region", "city", "street", "detail")
POPUPS = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class AddressForm(QWidget):
    """Five fields below each other: Enter saves, Esc leaves the address as it was."""

    typed = Signal(object)  # part: text
    closed = Signal()

    def __init__(self, kit: Kit, parts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._parts = {part: parts.get(part, "") for part in PARTS}
        self._open = True
        self.fields = {part: QLineEdit(self._parts[part]) for part in PARTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for line, (part, field) in enumerate(self.fields.items()):
            label = Label(theme, part_words(part), colour="muted")
            field.setAccessibleName(part_words(part))
            field.installEventFilter(self)
            field.returnPressed.connect(self.finish)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        self.save_button = Button(theme, self.tr("Save"), "primary", size="sm")
        self.cancel_button = Button(theme, self.tr("Cancel"), "ghost", size="sm")
        buttons = row_of(None, self.cancel_button, self.save_button)
        grid.addLayout(buttons, len(PARTS), 0, 1, 2)
        self.save_button.clicked.connect(self.finish)
        self.cancel_button.clicked.connect(self.cancel)

    def start(self) -> None:
        """Put the focus into the first field."""
        self.fields["postcode"].setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Save what has changed, and close."""
        if not self._open:
            return
        self._open = False
        typed = {part: field.text().strip() for part, field in self.fields.items()}
        if typed != self._parts:
            self.typed.emit(typed)
        self.closed.emit()

    def cancel(self) -> None:
        """Close and leave the address as it was."""
        if self._open:
            self._open = False
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
            event.accept()
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in POPUPS:
            QTimer.singleShot(0, self, self._leave)
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self.finish()
