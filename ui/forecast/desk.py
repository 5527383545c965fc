"""What the forecast is given of the shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.services.forecasts import ForecastService


@dataclass(frozen=True, slots=True)
class ForecastDesk:
    """The service that counts what is going to be won."""

    forecasts: ForecastService
