"""How something is paid: one button per way, each with its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.widgets.quick_button import QuickButton
from ui.sales.words import METHOD_ICONS, METHODS, method_words

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


PART = 0  # the number of the button that asks for a part


class MethodButtons(QWidget):
    """A number or a click chooses; arrows go from one to the next, Enter takes it."""

    chosen = Signal(str)  # the method
    part_asked = Signal()  # to pay in several ways

    def __init__(
        self, kit: Kit, methods: Sequence[str] = METHODS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._buttons: dict[str, QuickButton] = {}
        self.part_button = QuickButton(kit.theme, "", "split")
        self.part_button.clicked.connect(self.part_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.part_button)
        self.retranslate()
        self.offer(methods)

    @property
    def buttons(self) -> dict[str, QuickButton]:
        """The buttons by their method."""
        return self._buttons

    def offer(self, methods: Sequence[str], *, part: bool = False) -> None:
        """Offer these ways; with `part` several of them can pay, each a part."""
        self.part_button.setVisible(part)
        if list(self._buttons) == list(methods):
            return
        focused = any(button.hasFocus() for button in self._buttons.values())
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for number, method in enumerate(methods, start=1):
            words = f"{number} {method_words(method, self._kit)}"
            button = QuickButton(self._kit.theme, words, METHOD_ICONS[method])
            button.setAccessibleName(words)
            button.clicked.connect(lambda _on=False, method=method: self.chosen.emit(method))
            self._row.insertWidget(number - 1, button)
            button.show()  # at once: the next key may be for it
            self._buttons[method] = button
        if focused:
            self.focus_first()

    def focus_first(self) -> None:
        """Let the keys choose a way; a focus proxy would keep Tab from going on."""
        next(iter(self._buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        part = self.tr("Part")
        words = f"{PART} {part}"
        self.part_button.setText(words)
        self.part_button.setAccessibleName(words)
        for number, (method, button) in enumerate(self._buttons.items(), start=1):
            words = f"{number} {method_words(method, self._kit)}"
            button.setText(words)
            button.setAccessibleName(words)

    def press(self, text: str) -> bool:
        """Do as the key of a number does; return whether there is one."""
        if not (text.isdecimal() and text.isascii()) or not self.isEnabled():
            return False
        number, methods = int(text), list(self._buttons)
        if number == PART and self.part_button.isVisible():
            self.part_asked.emit()
            return True
        if not 1 <= number <= len(methods):
            return False
        self.chosen.emit(methods[number - 1])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = list(self._buttons.values())
        if self.part_button.isVisible():
            buttons.append(self.part_button)
        step = ARROWS.get(Qt.Key(event.key()))
        focused = next((place for place, each in enumerate(buttons) if each.hasFocus()), None)
        if step is not None and focused is not None:
            place = (focused + step) % len(buttons)
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            buttons[focused].click()
        elif not self.press(event.text()):
            super().keyPressEvent(event)
