"""Choosing contacts by name, for 'works at …' and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.menu import Menu, popup, under

FIELD = 140  # px


class PeoplePicker(QWidget):
    """A field to look for contacts, and those that were chosen; Enter shows who fits."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        find: Callable[[str], list[tuple[int, str]]],
        parent: QWidget | None = None,
    ) -> None:
        """`find` returns (id, name) of who fits what was typed; it may take long."""
        super().__init__(parent)
        self._kit = kit
        self._find = find
        self._people: dict[int, str] = {}
        self.field = QLineEdit()
        self.field.setFixedWidth(round(FIELD * kit.theme.text_scale))
        self.chosen = Button(kit.theme, "", trailing="chevron-down")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chosen)
        row.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._look)
        self.chosen.clicked.connect(self._show_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.field.setPlaceholderText(self.tr("Name, then Enter"))
        self.field.setAccessibleName(self.tr("Find a contact"))
        self.show_people(self._people)

    def show_people(self, people: Mapping[int, str]) -> None:
        """Show these as chosen."""
        self._people = dict(people)
        words = ", ".join(self._people.values())
        self.chosen.set_text(words if len(words) <= 24 else f"{words[:23]}…")
        self.chosen.setVisible(bool(words))
        self.chosen.setAccessibleName(self.tr("Chosen: {names}").format(names=words))
        self.chosen.updateGeometry()

    def ids(self) -> tuple[int, ...]:
        """Return who is chosen."""
        return tuple(self._people)

    def _look(self) -> None:
        text = self.field.text().strip()

        def task(_ticket: Ticket) -> list[tuple[int, str]]:
            return self._find(text)

        if text:
            self._kit.runner.read(task).succeeded.connect(self._offer)

    def _offer(self, found: list[tuple[int, str]]) -> None:
        menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(self.tr("Who fits"))
        for contact_id, name in found:
            action = menu.add(name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, i=contact_id, n=name: self._add(i, n))
        if not found:
            menu.add(self.tr("Nobody fits")).setEnabled(False)
        else:
            menu.setActiveAction(menu.actions()[0])
        popup(menu, under(self.field))

    def _add(self, contact_id: int, name: str) -> None:
        self.show_people({**self._people, contact_id: name})
        self.field.clear()
        self.changed.emit()

    def _show_chosen(self) -> None:
        menu = Menu(self._kit.theme, parent=self)
        for contact_id, name in self._people.items():
            action = menu.add(name.replace("&", "&&"), "x")
            action.triggered.connect(lambda _on=False, i=contact_id: self._drop(i))
        popup(menu, under(self.chosen))

    def _drop(self, contact_id: int) -> None:
        self.show_people({i: name for i, name in self._people.items() if i != contact_id})
        self.changed.emit()
