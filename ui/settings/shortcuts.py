"""The keys of the program, and whether single letters are among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.settings import LETTER_KEYS
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.card import Card
from ui.common.widgets.toggle import Toggle
from ui.settings.choices import Choices
from ui.settings.section import Section, SettingRow, fill
from ui.shell.keys import KeyList

Keys = Callable[[], Sequence[tuple[str, list[str]]]]


class ShortcutsSection(Section):
    """The switch for single letters above the list of all keys."""

    icon = "keyboard"
    topic = "keyboard"

    def __init__(
        self, kit: Kit, choices: Choices, keys: Keys, parent: QWidget | None = None
    ) -> None:
        """`keys` returns (name, keys) of the menus' entries."""
        super().__init__(kit, parent)
        self._choices = choices
        self._keys = keys
        self._listed: bool | None = None  # whether the list has single letters
        self.letters = Toggle(kit.theme)
        self._row = SettingRow(kit.theme, self.letters)
        self._card = Card(kit.theme)
        self.column.addWidget(fill(Card(kit.theme), self._row))
        self.column.addWidget(self._card)
        self.letters.clicked.connect(lambda on: choices.put(LETTER_KEYS, on))

    def title(self) -> str:
        return self.tr("Shortcuts")

    def about(self) -> str:
        return self.tr("What each key does. F1 shows this list anywhere.")

    def retranslate(self) -> None:
        super().retranslate()
        self._row.set_words(
            self.tr("Single-letter keys"),
            self.tr("N, E or / without Ctrl. Switch them off if keys get pressed by accident."),
        )
        self._listed = None
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        letters = self._choices.get(LETTER_KEYS)
        self.letters.setChecked(letters)
        if letters != self._listed:
            self._listed = letters
            clear(self._card.column)
            self._card.column.addWidget(KeyList(self.kit, self._keys(), letters=letters))
