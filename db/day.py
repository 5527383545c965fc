"""The present day, as questions about the past need it."""

from dataclasses import dataclass
from datetime import date, datetime

from db.clock import stamp


@dataclass(frozen=True, slots=True)
class Day:
    """Today in the shop, and the moment its day began (UTC, ISO 8601)."""

    today: date
    began: str

    def beginning_of(self, day: date) -> str:
        """Return the moment another day began, with the clocks as far from UTC as today."""
        try:
            return stamp(datetime.fromisoformat(self.began) - (self.today - day))
        except OverflowError:  # of the first and the last day there are
            return day.isoformat()
