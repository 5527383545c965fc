"""What was forecast, week by week: it tells later how good forecasts were."""

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base


class ForecastSnapshot(Base):
    """What was expected of one month in one week; outside the ledger: it is not taken back.

    Money is in minor units of `currency`.
    """

    __tablename__ = "forecast_snapshot"
    __table_args__ = STRICT

    week_on: Mapped[str] = mapped_column(primary_key=True)  # its Monday
    month: Mapped[str] = mapped_column(primary_key=True)  # '2026-05'
    taken_on: Mapped[str] = mapped_column()
    currency: Mapped[str] = mapped_column()
    low: Mapped[int] = mapped_column()
    likely: Mapped[int] = mapped_column()
    high: Mapped[int] = mapped_column()
    won: Mapped[int] = mapped_column()  # of it, by then
    deals: Mapped[int] = mapped_column()  # open ones
