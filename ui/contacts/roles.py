"""What a contact is to the shop: a pill each, and a menu that gives and ends them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.kinds import ROLES
from app.shapes.relations import RoleRow
from ui.common.bars import clear
from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.menu import popup, under
from ui.common.widgets.pill import Pill
from ui.contacts.relation_words import role_words

LOOKS = {
    "customer": ("accent", "user-round"),
    "lead": ("info", "star"),
    "supplier": ("neutral", "truck"),
    "partner": ("success", "handshake"),
}


class RoleStrip(QWidget):
    """Pills side by side, the menu behind them; several roles at once may be."""

    given = Signal(str)
    ended = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._rows: Sequence[RoleRow] = ()
        self.pills: list[Pill] = []
        self.button = IconButton(kit.theme, "briefcase", "", size=24)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._there = QHBoxLayout()
        self._there.setSpacing(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(self._there)
        row.addWidget(self.button)
        self.button.clicked.connect(self._on_menu)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def show_roles(self, rows: Sequence[RoleRow]) -> None:
        """Show these roles; what somebody no longer is stands in the menu only."""
        self._rows = rows
        clear(self._there)
        self.pills = []
        for row in rows:
            if not row.until:
                pill = Pill(self._kit.theme, role_words(row.role, self._kit), *LOOKS[row.role])
                self._there.addWidget(pill)
                self.pills.append(pill)
        names = self._kit.formats.listing([pill.text() for pill in self.pills])
        self.setAccessibleName(self.tr("Roles: {names}").format(names=names or "—"))

    def retranslate(self) -> None:
        """Set every word again."""
        self.button.set_name(self.tr("Roles"))
        self.show_roles(self._rows)

    def menu(self) -> CheckMenu:
        """Return every role to check; what is no longer says since when."""
        menu = CheckMenu(self._kit.theme, parent=self)
        menu.setAccessibleName(self.tr("Roles"))
        known = {row.role: row for row in self._rows}
        for role in ROLES:
            row, words = known.get(role), role_words(role, self._kit)
            if row is not None and row.until:
                day = self._kit.formats.day(row.until)
                words = self.tr("{role} (until {day})").format(role=words, day=day)
            there = row is not None and not row.until
            action = menu.add_check(words, on=there)
            action.toggled.connect(
                lambda on, role=role: (self.given if on else self.ended).emit(role)
            )
        return menu

    def _on_menu(self) -> None:
        popup(self.menu(), under(self.button))
