"""What is going to be won, month by month; and how good earlier forecasts were."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from app.clock import Clock
from app.errors import Problem
from app.forecast_desk import ForecastDesk
from app.forecasting import last_day
from app.inputs import require
from app.ops import Op
from app.shapes.forecast import LATER, UNDATED, Forecast, ForecastCard
from app.shop_clock import shop_now
from app.store import Store

MOST = 24  # months that are shown


class ForecastService:
    """Reads deals; what was lost or is on hold counts nothing. For worker threads."""

    def __init__(self, store: Store, now: Clock) -> None:
        self._store = store
        self._now = now

    def forecast(self, pipeline_id: int | None = None, months: int = 6) -> Forecast:
        """Return the month that runs and those after it, of one pipeline or of all."""
        require(1 <= months <= MOST, "months", Problem.NOT_A_NUMBER)
        with self._store.read() as unit:
            return ForecastDesk(unit, self._now(), pipeline_id, months).forecast()

    def cards(
        self, month: str, pipeline_id: int | None = None, *, months: int = 6, offset: int = 0,
        limit: int = 500,
    ) -> list[ForecastCard]:  # fmt: skip
        """Return the open deals of a month, UNDATED or LATER: by their day, then the largest."""
        with self._store.read() as unit:
            desk = ForecastDesk(unit, self._now(), pipeline_id, months)
            return desk.cards([month], offset, limit)[month]

    def board(
        self, pipeline_id: int | None = None, *, months: int = 6, limit: int = 200
    ) -> tuple[Forecast, dict[str, list[ForecastCard]]]:
        """Return the forecast with the first cards of every month, UNDATED and LATER."""
        require(1 <= months <= MOST, "months", Problem.NOT_A_NUMBER)
        with self._store.read() as unit:
            desk = ForecastDesk(unit, self._now(), pipeline_id, months)
            return desk.forecast(), desk.cards([*desk.months, UNDATED, LATER], 0, limit)

    def move(self, deal_ids: Collection[int], month: str) -> None:
        """Expect deals to be closed on the last day of a month; UNDATED for no day."""
        require(month == UNDATED or _is_month(month), "month", Problem.NOT_A_DATE)
        with self._store.action(Op.EDIT_DEALS, count=len(deal_ids)) as unit:
            for deal_id in deal_ids:
                unit.deals.get(deal_id).expected_close = last_day(month) if month else None

    def keep_week(self) -> bool:
        """Keep what is forecast, once a week; return whether it was kept now.

        Where the clock was set back nothing is kept until it is past the last week again.
        """
        with self._store.read() as unit:
            settings = unit.settings.all()
            today = shop_now(self._now(), settings).date()
            week = (today - timedelta(days=today.weekday())).isoformat()
            if unit.forecasts.is_taken(week):
                return False
            told = ForecastDesk(unit, self._now(), None, 6).forecast()
        rows = [(m.month, m.low, m.likely, m.high, m.won, m.deals) for m in told.months]
        if not any(row[3] for row in rows):
            return False  # nobody has a deal yet
        with self._store.aside() as unit:
            unit.forecasts.keep(week, told.as_of, told.currency, rows)
        return True


def _is_month(text: str) -> bool:
    try:
        return date.fromisoformat(f"{text}-01").strftime("%Y-%m") == text
    except ValueError:
        return False
