"""Where the help comes from: the menu, a key, the question mark of a page, the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.help import HelpPage
    from ui.help.window import HelpWindow
    from ui.palette.commands import Command
    from ui.shell.menus import Menus


class Helping(QObject):
    """Opens the one window of the help, which is made when it is first asked for."""

    def __init__(
        self, kit: Kit, menus: Menus, shown: Callable[[], QWidget | None], window: QWidget
    ) -> None:
        """`shown` returns what is in front; its attribute `topic`, if any, names its page."""
        super().__init__(window)
        self._kit = kit
        self._menus = menus
        self._shown = shown
        self._window = window
        self._pages: dict[str, list[HelpPage]] = {}  # as read, by language
        self.help: HelpWindow | None = None
        menus.help_asked.connect(self._on_help_asked)

    def open_at(self, topic: str) -> None:
        """Open the help at a page; '' is the one it showed last."""
        from ui.help.window import HelpWindow  # noqa: PLC0415 - only when it is asked for

        if self.help is None:
            self.help = HelpWindow(self._kit, self._window)
            self.help.show_me_asked.connect(self._menus.show_me_action.trigger)
        self.help.open_at(topic or self.help.topic, can_show=self._menus.show_me_action.isEnabled())

    def commands(self) -> list[Command]:
        """Return the pages of the help as commands: 'Help: Import'."""
        from app.help import pages  # noqa: PLC0415
        from ui.palette.commands import Command  # noqa: PLC0415

        icon, language = self._kit.theme.icon("circle-help"), self._kit.language.code
        if language not in self._pages:
            self._pages[language] = pages(language)
        return [
            Command(
                self.tr("Help: {page}").format(page=page.title),
                partial(self.open_at, page.topic),
                icon=icon,
            )
            for page in self._pages[language]
        ]

    def _on_help_asked(self) -> None:
        self.open_at(getattr(self._shown(), "topic", ""))
