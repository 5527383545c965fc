"""What the page of the team is given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.settings import SettingService
    from app.services.staff import StaffService
    from app.services.team import AssignmentService, TeamService


@dataclass(frozen=True, slots=True)
class TeamDesk:
    """The services that know who does what; `pipelines` returns (id, name) of each."""

    team: TeamService
    assignments: AssignmentService
    staff: StaffService
    settings: SettingService
    pipelines: Callable[[], list[tuple[int, str]]]
    currency: Callable[[], str]
