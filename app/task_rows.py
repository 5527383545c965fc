"""Rows of tasks as shapes; the days that part them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from app.shapes.tasks import TaskRow
from app.shop_clock import day_began, shop_now
from db.repositories.task_lists import Days

ANSWERED = 23  # the place of that column


def task_row(row: tuple[Any, ...]) -> TaskRow:
    """Return a row of the database as a shape."""
    values = list(row)
    values[ANSWERED] = bool(values[ANSWERED])
    return TaskRow(*values)


def task_days(now: datetime, settings: Mapping[str, object]) -> Days:
    """Return today, the days after it, and the end of the week, by the shop's clock."""
    today = shop_now(now, settings).date()
    sunday = today + timedelta(days=6 - today.weekday())
    today_on, tomorrow, after = ((today + timedelta(days=n)).isoformat() for n in range(3))
    week_end = (sunday + timedelta(days=1)).isoformat()
    return Days(today_on, tomorrow, after, week_end, day_began(today, settings))
