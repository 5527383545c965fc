"""Narrowing all reports: to a pipeline, one of the staff, a tag, a smart list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.shapes.reports import ReportAsk
from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.widgets.chip import Chip
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.menu import Menu, popup, under
from ui.reports.desk import Choices

PIPELINE, STAFF, TAG, LIST = "pipeline_id", "staff_id", "tag", "segment_id"
KEYS = (PIPELINE, STAFF, TAG, LIST)


class ReportFilters(QWidget):
    """The button in the header and, while something is narrowed, a bar of chips below it."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._choices = Choices()
        self.wanted: dict[str, Any] = {}
        self.button = IconButton(kit.theme, "list-filter", "", outlined=True, size=32)
        self.chips = {key: Chip(kit.theme, "") for key in KEYS}
        self.bar: QFrame = bar(kit.theme, "Toolbar", 48, [*self.chips.values(), None])
        self.button.clicked.connect(lambda: popup(self.menu_of(), under(self.button)))
        for key, chip in self.chips.items():
            chip.cleared.connect(lambda field=key: self.take(field, None))
            chip.clicked.connect(lambda _on=False, at=chip: popup(self.menu_of(), under(at)))
        self.retranslate()
        self.hide()

    def show_choices(self, choices: Choices) -> None:
        """Offer what there is now; what is gone narrows no longer."""
        self._choices = choices
        for key in [key for key in self.wanted if self._name(key) is None]:
            self.wanted.pop(key)
        self.retranslate()

    def apply(self, ask: ReportAsk) -> ReportAsk:
        """Return the question narrowed to what is chosen."""
        return replace(ask, **self.wanted)

    def take(self, key: str, value: object) -> None:
        """Narrow to something; None takes that away."""
        if value is None:
            self.wanted.pop(key, None)
        else:
            self.wanted[key] = value
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        """Say what is narrowed in the language in use."""
        self.button.set_name(self.tr("Filter"))
        for key, chip in self.chips.items():
            name = self._name(key) if key in self.wanted else None
            chip.set_active(f"{self._titles()[key]}: {name}" if name else "")
            chip.setVisible(name is not None)
        self.bar.setVisible(bool(self.wanted))

    def menu_of(self) -> Menu:
        """Return the menu: one inside for each kind of thing."""
        menu = Menu(self._kit.theme, parent=self)
        for key, title in self._titles().items():
            offered = self._offered(key)
            inner = Menu(self._kit.theme, title, menu)
            inner.setEnabled(bool(offered))
            everything = inner.add(self.tr("All"))
            everything.setCheckable(True)
            everything.setChecked(key not in self.wanted)
            everything.triggered.connect(lambda _on, field=key: self.take(field, None))
            for value, words in offered:
                action = inner.add(words.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(self.wanted.get(key) == value)
                action.triggered.connect(
                    lambda _on, field=key, chosen=value: self.take(field, chosen)
                )
            menu.addMenu(inner)
        return menu

    def _titles(self) -> dict[str, str]:
        return {
            PIPELINE: self.tr("Pipeline"), STAFF: self.tr("Staff"), TAG: self.tr("Tag"),
            LIST: self.tr("Smart list"),
        }  # fmt: skip

    def _offered(self, key: str) -> Sequence[tuple[Any, str]]:
        choices = self._choices
        if key == TAG:
            return [(name, name) for name in choices.tags]
        return {PIPELINE: choices.pipelines, STAFF: choices.staff, LIST: choices.lists}[key]

    def _name(self, key: str) -> str | None:
        return next((w for v, w in self._offered(key) if v == self.wanted.get(key)), None)
