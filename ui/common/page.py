"""What the shell knows of a page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit


class Page(QWidget):
    """One page of the window.

    A page sets its words again when the language changes, and tells the shell of its count.
    """

    icon = ""
    topic = ""  # of the help that tells about it
    in_nav = True  # or reached from the menu behind the shop's name
    is_urgent = False  # whether what it counts cannot wait: the count stands on red
    in_foot = False  # its item stands at the foot of the navigation
    shown_as: Page | None = None  # whose item is chosen while this one is in front
    counted = Signal(object)  # int, None for no number
    place_left = Signal(object)  # what it showed until now, for Back

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        kit.language.changed.connect(self.retranslate)

    def title(self) -> str:
        """Return its name in the language in use."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every word again, in the language in use."""
        raise NotImplementedError

    def make_new(self) -> None:
        """Start a new thing of this page."""

    def start_search(self) -> None:
        """Put the focus into the page's search."""

    def place(self) -> object:
        """Return what it shows now, for Back to come back to; None if there is but one view."""
        return None

    def go_to(self, place: object) -> None:
        """Show what `place` returned before; it may be gone since."""
