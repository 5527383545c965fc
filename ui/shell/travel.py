"""Back and forward through pages and what they showed, by keys, menu and mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWindow

from ui.shell.trail import Stop, Trail

if TYPE_CHECKING:
    from ui.common.page import Page


class Travel(QObject):
    """Follows where somebody goes; `arrived` asks for a page and what it is to show."""

    arrived = Signal(object)  # Stop
    changed = Signal()  # whether there is a way back or forward

    def __init__(self, here: Callable[[], Stop | None], parent: QObject | None = None) -> None:
        """Ask `here` where somebody is now; it returns None where there is no going away."""
        super().__init__(parent)
        self._here = here
        self._trail = Trail()
        self._window: QWindow | None = None

    @property
    def can_go_back(self) -> bool:
        """Whether there is somewhere to go back to."""
        return self._trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is somewhere to go on to."""
        return self._trail.can_go_forward

    def leave(self) -> None:
        """Note that somebody leaves the page in front."""
        if (here := self._here()) is not None:
            self._note(here)

    def follow(self, number: int, page: Page) -> None:
        """Note also what that page shows one after the other."""
        page.place_left.connect(lambda place: self._note(Stop(number, place)))

    def back(self) -> None:
        """Go back to where one was."""
        self._go(self._trail.back)

    def forward(self) -> None:
        """Go on to where one came back from."""
        self._go(self._trail.forward)

    def forget(self) -> None:
        """Know no place any more."""
        self._trail.forget()
        self.changed.emit()

    def watch(self, window: QWindow | None) -> None:
        """Obey the side buttons of the mouse over that window.

        On the window and not on a widget: rows would take the press as a click.
        """
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward()
        else:
            return False
        return True

    def _note(self, stop: Stop) -> None:
        self._trail.leave(stop)
        self.changed.emit()

    def _go(self, move: Callable[[Stop], Stop | None]) -> None:
        here = self._here()
        stop = None if here is None else move(here)
        if stop is not None:
            self.arrived.emit(stop)
            self.changed.emit()
