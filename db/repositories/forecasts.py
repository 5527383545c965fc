"""What forecasts are made of: open deals, how closed ones fared, what was forecast before."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from db.bare import driver, read

LOOKED_AT = 5000  # deals closed last, and open ones that came last, that tell how deals fare
LONGEST = 365  # days in a stage; longer is as long


class ForecastRepository:
    """Reads deals for forecasts, and keeps what was forecast; never commits."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def stages(self) -> list[tuple[int, str, int, int | None]]:
        """Return (stage, kind, probability in percent, days after which a deal is slow)."""
        return [(a, b, c, d) for a, b, c, d in self._read(STAGES, {})]

    def stays(self, today: str) -> list[tuple[int, int, int, int, int]]:
        """Return (stage, days, closed deals, won ones, open ones) of how long they stood there.

        Closed ones stood in every open stage they went through, open ones in theirs until today.
        """
        given = {"most": LOOKED_AT, "longest": LONGEST, "today": today}
        return [(a, b, c, d, e) for a, b, c, d, e in self._read(STAYS, given)]

    def open_deals(self, pipeline_id: int | None) -> list[tuple[Any, ...]]:
        """Return the open deals of a pipeline, or of all (see OPEN_DEALS)."""
        return self._read(OPEN_DEALS, {"pipeline": pipeline_id})

    def cards(self, deal_ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return (id, title, contact, its name, owner, their name, stage, its kind) of deals."""
        return self._read(CARDS, {"ids": json.dumps(list(deal_ids))})

    def won(
        self, months: Sequence[tuple[str, str, str]], pipeline_id: int | None, currency: str
    ) -> list[tuple[str, int, int]]:
        """Return (month, deals, value) of what was won in months, told with both ends (UTC)."""
        given: dict[str, object] = {
            "months": json.dumps(list(months)), "pipeline": pipeline_id, "currency": currency,
        }  # fmt: skip
        return [(a, b, c) for a, b, c in self._read(WON, given)]

    def won_by_age(
        self, pipeline_id: int | None, currency: str, since: str
    ) -> list[tuple[str, str, int]]:
        """Return (month made, month won, value) of what was won since a moment (UTC)."""
        given = {"pipeline": pipeline_id, "currency": currency, "since": since}
        return [(a, b, c) for a, b, c in self._read(WON_BY_AGE, given)]

    def first_closed(self, pipeline_id: int | None) -> str | None:
        """Return when the first deal was closed (UTC); None where none was."""
        found: str | None = self._read(FIRST_CLOSED, {"pipeline": pipeline_id})[0][0]
        return found

    def renewed(self) -> tuple[int, int]:
        """Return how many deals that followed another one are closed, and how many were won."""
        closed, won = self._read(RENEWED, {})[0]
        return int(closed), int(won or 0)

    def sales(self, currency: str, first: str, last: str) -> dict[str, int]:
        """Return what sales of each month come to, net of refunds; months without are left out."""
        return dict(self._read(SALES, {"currency": currency, "first": first, "last": last}))

    # Snapshots

    def is_taken(self, week_on: str) -> bool:
        """Tell whether a snapshot of that week, or a later one, is kept."""
        query = "SELECT EXISTS (SELECT 1 FROM forecast_snapshot WHERE week_on >= :week)"
        return bool(self._read(query, {"week": week_on})[0][0])

    def keep(
        self, week_on: str, taken_on: str, currency: str, rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Keep (month, low, likely, high, won, deals) as what was forecast in a week."""
        cursor = driver(self._session.connection()).cursor()
        cursor.executemany(
            "INSERT INTO forecast_snapshot (week_on, taken_on, currency, month, low, likely,"
            " high, won, deals) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(week_on, taken_on, currency, *row) for row in rows],
        )
        cursor.close()

    def snapshots(self, currency: str) -> list[tuple[str, str, str, int, int, int]]:
        """Return (week, month, day taken, low, likely, high), the first of a month first."""
        return [
            (a, b, c, d, e, f) for a, b, c, d, e, f in self._read(SNAPSHOTS, {"currency": currency})
        ]

    def weeks(self) -> int:
        """Return of how many weeks a snapshot is kept."""
        query = "SELECT count(DISTINCT week_on) FROM forecast_snapshot"
        return int(self._read(query, {})[0][0])

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


_OF = "d.deleted_at IS NULL AND (:pipeline IS NULL OR d.pipeline_id = :pipeline)"
STAGES = """
SELECT id, kind, probability, rot_days FROM pipeline_stage
"""
STAYS = """
WITH ended AS MATERIALIZED (
  SELECT d.id, g.kind = 'won' AS won FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id
  WHERE d.closed_at IS NOT NULL AND d.deleted_at IS NULL ORDER BY d.closed_at DESC LIMIT :most
), standing AS MATERIALIZED (
  SELECT d.stage_id AS stage,
    CAST(julianday(:today) - julianday(substr(d.stage_entered_at, 1, 10)) AS INTEGER) AS days
  FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind = 'open'
  WHERE d.closed_at IS NULL AND d.deleted_at IS NULL ORDER BY d.stage_entered_at DESC LIMIT :most
)
SELECT stage, min(max(coalesce(days, 0), 0), :longest), sum(deals), sum(won), sum(stand)
FROM (
  SELECT m.from_stage_id AS stage, m.days AS days, 1 AS deals, e.won AS won, 0 AS stand
  FROM ended e CROSS JOIN stage_move m ON m.deal_id = e.id AND m.deleted_at IS NULL
    JOIN pipeline_stage g ON g.id = m.from_stage_id AND g.kind = 'open'
  UNION ALL SELECT stage, days, 0, 0, 1 FROM standing
) GROUP BY 1, 2
"""
OPEN_DEALS = f"""
SELECT d.id, coalesce(d.amount, 0), d.currency, d.probability, d.probability_by, d.stage_id,
  d.stage_entered_at, coalesce(d.expected_close, ''), coalesce(d.repeat_months, 0),
  coalesce(d.later_until, '')
FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind = 'open' WHERE {_OF}
"""
CARDS = """
SELECT d.id, d.title, d.contact_id, coalesce(c.name, ''), d.owner_id, coalesce(f.name, ''), g.name,
    coalesce(c.kind, '')
FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id LEFT JOIN contact c ON c.id = d.contact_id
  LEFT JOIN staff f ON f.id = d.owner_id
WHERE d.id IN (SELECT value FROM json_each(:ids))
"""
WON = f"""
SELECT json_extract(t.value, '$[0]'), count(d.id), coalesce(sum(d.amount), 0)
FROM json_each(:months) t CROSS JOIN deal d ON d.closed_at >= json_extract(t.value, '$[1]')
  AND d.closed_at < json_extract(t.value, '$[2]')
  JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind = 'won'
WHERE {_OF} AND d.currency = :currency GROUP BY 1
"""
WON_BY_AGE = f"""
SELECT min(substr(d.created_at, 1, 7), substr(d.closed_at, 1, 7)), substr(d.closed_at, 1, 7),
  coalesce(sum(d.amount), 0)
FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id AND g.kind = 'won'
WHERE {_OF} AND d.currency = :currency AND d.closed_at >= :since GROUP BY 1, 2
"""
FIRST_CLOSED = f"SELECT min(d.closed_at) FROM deal d WHERE {_OF} AND d.closed_at IS NOT NULL"
RENEWED = """
SELECT count(*), sum(g.kind = 'won') FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id
WHERE d.parent_id IS NOT NULL AND d.closed_at IS NOT NULL AND d.deleted_at IS NULL
"""
SALES = """
SELECT substr(s.sold_on, 1, 7), sum(s.total) FROM sale s
WHERE s.sold_on BETWEEN :first AND :last AND s.deleted_at IS NULL AND s.cancelled_at IS NULL
  AND s.currency = :currency GROUP BY 1
"""
SNAPSHOTS = """
SELECT week_on, month, taken_on, low, likely, high FROM forecast_snapshot
WHERE currency = :currency ORDER BY month, week_on
"""
