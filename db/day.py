"""The present day, as questions about the past need it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Day:
    """Today in the shop, and the moment its day began (UTC, ISO 8601)."""

    today: date
    began: str
