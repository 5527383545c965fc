"""Which colour each tag has: the one the shop gave it, or a dot that is always the same."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.events import Changes
from ui.common.widgets.tag import TagLook

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from ui.common.bridge import ChangeBridge

DOTS = 8  # colours a tag that nobody painted may have for its dot
PAINTS = ("plum", "warning", "info", "persimmon", "success", "danger", "neutral")


class TagColours(QObject):
    """Says how a tag looks; `changed` when somebody painted one, or another shop is open."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painted: dict[str, str] = {}

    def follow(self, contacts: ContactService, bridge: ChangeBridge) -> None:
        """Read the colours of a shop, and again whenever its tags change."""

        def read() -> None:
            with suppress(UserError):  # whoever reads the list tells of it
                self.paint(contacts.tag_colours())

        def on_changed(changes: Changes) -> None:
            if "tag" in changes.reshaped | changes.edited.keys():
                read()

        bridge.changed.connect(on_changed)
        read()

    def paint(self, colours: Mapping[str, str]) -> None:
        """Show tags in these colours, {name: word of the palette}."""
        painted = {name: colour for name, colour in colours.items() if colour in PAINTS}
        if painted != self._painted:
            self._painted = painted
            self.changed.emit()

    def colour(self, name: str) -> str:
        """Return the colour somebody gave a tag; '' for none."""
        return self._painted.get(name, "")

    def look(self, name: str) -> TagLook:
        """Return how a tag is painted."""
        return TagLook(name, dot_of(name), self.colour(name))


def dot_of(name: str) -> int:
    """Return the number of the chart colour of a word's dot, the same every time."""
    return zlib.crc32(name.casefold().encode()) % DOTS
