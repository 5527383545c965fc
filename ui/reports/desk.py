"""What the page of reports is given of the shop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.reports import ReportService


@dataclass(frozen=True, slots=True)
class Choices:
    """Whom and what reports can be narrowed to, each (id or name, words)."""

    pipelines: tuple[tuple[int, str], ...] = ()
    staff: tuple[tuple[int, str], ...] = ()
    tags: tuple[str, ...] = ()
    lists: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDesk:
    """The service that makes reports; `choices` may take a while, `today` is the shop's day."""

    reports: ReportService
    choices: Callable[[], Choices]
    today: Callable[[], date]
    currency: Callable[[], str]
