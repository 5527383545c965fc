"""Goals and the team in an open shop: their pages, and what leads to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from app.settings import CURRENCY

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.common.bridge import ChangeBridge
    from ui.common.kit import Kit
    from ui.common.page import Page
    from ui.goals.page import GoalsPage
    from ui.shell.main_window import MainWindow
    from ui.team.page import TeamPage

Wire = Callable[[SignalInstance, Callable[..., object]], None]


class GoalParts(QObject):
    """Each page is made when it is first wanted; Esc leads back to where one came from."""

    def __init__(self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self._bridge = bridge
        self._came_from: Page | None = None
        self.goals: GoalsPage | None = None
        self.team: TeamPage | None = None

    def open_doors(self, wire: Wire) -> None:
        """Lead here from the menus."""
        menus = self._window.menus
        wire(menus.goals_asked, self.open_goals)
        wire(menus.team_asked, self.open_team)

    def open_goals(self) -> None:
        """Bring the goals to the front."""
        if self.goals is None:
            from ui.goals.desk import GoalDesk  # noqa: PLC0415 - when they are first wanted
            from ui.goals.page import GoalsPage  # noqa: PLC0415

            core = self._core
            desk = GoalDesk(core.goals, core.staff, core.products, self._currency)
            self.goals = GoalsPage(self._kit, desk, self._bridge)
            self._take_in(self.goals)
        self._open(self.goals)

    def open_team(self) -> None:
        """Bring the team to the front."""
        if self.team is None:
            from ui.team.desk import TeamDesk  # noqa: PLC0415 - when it is first wanted
            from ui.team.page import TeamPage  # noqa: PLC0415

            core = self._core
            desk = TeamDesk(
                core.team, core.assignments, core.staff, core.settings, self._pipelines,
                self._currency,
            )  # fmt: skip
            self.team = TeamPage(self._kit, desk, self._bridge)
            self._take_in(self.team)
        self._open(self.team)

    def _currency(self) -> str:
        return self._core.settings.get(CURRENCY)

    def _pipelines(self) -> list[tuple[int, str]]:
        return [(row.id, row.name) for row in self._core.pipelines.all()]

    def _take_in(self, page: GoalsPage | TeamPage) -> None:
        page.closed.connect(self._on_closed)
        self._window.add_pages([page])

    def _open(self, page: Page) -> None:
        front = self._window.page()
        if front is None:
            return  # something is over it that must be finished first
        if front not in (self.goals, self.team):
            self._came_from = front
        self._window.open_page_of(page)

    def _on_closed(self) -> None:
        if self._came_from is not None:
            self._window.open_page_of(self._came_from)
        else:
            self._window.open_page(0)
