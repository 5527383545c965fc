"""Rules of the score on disk, and what is known of enquiries and deals that they look at."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bare import read
from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.enquiry import ScoreRule


class LeadScoreRepository:
    """Rules, and facts for them and for the model; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def rules(self) -> list[tuple[int, str, str, int, str]] | None:
        """Return (id, kind, operand, points, label) in their order; None where none ever was."""
        found = self._session.scalars(
            select(ScoreRule).order_by(ScoreRule.position, ScoreRule.id)
        ).all()
        if not found:
            return None
        return [
            (rule.id, rule.kind, rule.operand, rule.points, rule.label or "")
            for rule in found
            if rule.deleted_at is None
        ]

    def put_rules(self, rules: Sequence[tuple[int | None, dict[str, Any]]]) -> None:
        """Keep these rules, in this order, and no others; without an id a rule is a new one."""
        kept = {row_id for row_id, _values in rules if row_id is not None}
        query = select(ScoreRule).where(ScoreRule.deleted_at.is_(None))
        there = {rule.id: rule for rule in self._session.scalars(query)}
        for known_id, rule in there.items():
            if known_id not in kept:
                rule.deleted_at = self._now()
        for position, (row_id, values) in enumerate(rules):
            if row_id is None:
                self._session.add(ScoreRule(id=self._ids.next(), position=position, **values))
                continue
            if row_id not in there:
                raise RowNotFoundError("score_rule", row_id)
            for column, value in {**values, "position": position}.items():
                if getattr(there[row_id], column) != value:
                    setattr(there[row_id], column, value)
        self._session.flush()

    def of_enquiries(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return what rules look at of these enquiries, as `app.scoring.rules.Facts` has it."""
        return self._read(OF_ENQUIRIES, {"ids": json.dumps(list(ids))})

    def of_deals(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return what rules look at of these deals, as `app.scoring.rules.Facts` has it."""
        return self._read(OF_DEALS, {"ids": json.dumps(list(ids))})

    def closed(self, *, limit: int) -> list[tuple[Any, ...]]:
        """Return the deals closed last, with what was known when they were made (see BEGUN)."""
        return self._read(CLOSED, {"limit": limit})

    def begun(self, ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return the same of these deals, whatever has become of them."""
        return self._read(f"{BEGUN} WHERE d.id IN {_GIVEN}", {"ids": json.dumps(list(ids))})

    def asked(
        self, ids: Collection[int], now: str, today: str, pipeline_id: int | None
    ) -> list[tuple[Any, ...]]:
        """Return the same of enquiries, as of the deals that would be made of them now."""
        given = {"ids": json.dumps(list(ids)), "now": now, "today": today, "pipeline": pipeline_id}
        return self._read(ASKED, given)

    def closed_state(self) -> tuple[int, str]:
        """Return how many deals are closed and when the last change was: what is kept is good."""
        query = (
            "SELECT count(*), coalesce(max(d.updated_at), '') FROM deal d"
            " WHERE d.closed_at IS NOT NULL AND d.deleted_at IS NULL"
        )
        count, last = self._read(query, {})[0]
        return int(count), str(last)

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


_GIVEN = "(SELECT value FROM json_each(:ids))"


def _reached(kind: str, contact: str, until: str = "") -> str:
    since = f" AND w.created_at <= {until}" if until else ""
    return (
        f"EXISTS (SELECT 1 FROM contact_point w WHERE w.contact_id = {contact}"
        f" AND w.kind = '{kind}' AND w.deleted_at IS NULL{since})"
    )


def _sent(contact: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM relation r WHERE r.to_id = {contact} AND r.kind = 'referred'"
        " AND r.deleted_at IS NULL)"
    )


OF_ENQUIRIES = f"""
SELECT e.id, e.channel, coalesce(c.source, ''), coalesce(e.text, ''),
  e.phone IS NOT NULL OR {_reached("phone", "e.contact_id")},
  e.email IS NOT NULL OR {_reached("email", "e.contact_id")},
  e.product_id IS NOT NULL, coalesce(c.visits, 0) > 0,
  e.referred_by_id IS NOT NULL OR {_sent("e.contact_id")}, coalesce(d.amount, 0), '', ''
FROM enquiry e LEFT JOIN contact c ON c.id = e.contact_id LEFT JOIN deal d ON d.id = e.deal_id
WHERE e.id IN {_GIVEN}
"""
_CHANNEL = (
    "coalesce((SELECT e.channel FROM enquiry e WHERE e.deal_id = d.id AND e.deleted_at IS NULL"
    " ORDER BY e.received_at LIMIT 1), '')"
)
OF_DEALS = f"""
SELECT d.id, {_CHANNEL}, coalesce(d.source, c.source, ''),
  d.title || ' ' || coalesce(d.note, ''), {_reached("phone", "d.contact_id")},
  {_reached("email", "d.contact_id")},
  EXISTS (SELECT 1 FROM deal_line l WHERE l.deal_id = d.id AND l.product_id IS NOT NULL
    AND l.deleted_at IS NULL),
  coalesce(c.visits, 0) > 0, {_sent("d.contact_id")}, coalesce(d.amount, 0),
  coalesce(d.expected_close, ''), coalesce(c.last_contact_at, d.stage_entered_at, d.created_at)
FROM deal d LEFT JOIN contact c ON c.id = d.contact_id WHERE d.id IN {_GIVEN}
"""
# As the ledger has it of the moment the deal was made: what was filled in later, or changed
# because it was won, must not tell whether it would be.
_BEGUN = (
    "(SELECT h.after FROM change h WHERE h.row_id = d.id AND h.table_name = 'deal'"
    " AND h.kind = 'insert' ORDER BY h.id LIMIT 1)"
)
BEGUN = f"""
SELECT d.id, d.kind = 'won', d.created_at, {_CHANNEL},
  coalesce(json_extract(b.told, '$.source'), ''), json_extract(b.told, '$.pipeline_id'),
  coalesce(json_extract(b.told, '$.amount'), 0), coalesce(c.kind, ''),
  c.created_at < strftime('%Y-%m-%dT%H:%M:%fZ', d.created_at, '-1 day'),
  c.first_sale_on < substr(d.created_at, 1, 10),
  {_reached("phone", "d.contact_id", "d.created_at")},
  {_reached("email", "d.contact_id", "d.created_at")}
FROM (SELECT d.*, g.kind FROM deal d JOIN pipeline_stage g ON g.id = d.stage_id) d
  JOIN (SELECT d.id, {_BEGUN} AS told FROM deal d) b ON b.id = d.id
  LEFT JOIN contact c ON c.id = json_extract(b.told, '$.contact_id')
"""
ASKED = f"""
SELECT e.id, 0, :now, e.channel, '', :pipeline, coalesce(p.price, 0), coalesce(c.kind, 'person'),
  coalesce(c.created_at < strftime('%Y-%m-%dT%H:%M:%fZ', :now, '-1 day'), 0),
  coalesce(c.first_sale_on < :today, 0),
  {_reached("phone", "e.contact_id")} OR e.contact_id IS NULL AND e.phone IS NOT NULL,
  {_reached("email", "e.contact_id")} OR e.contact_id IS NULL AND e.email IS NOT NULL
FROM enquiry e LEFT JOIN contact c ON c.id = e.contact_id
  LEFT JOIN product p ON p.id = e.product_id
WHERE e.id IN {_GIVEN}
"""
CLOSED = f"""
{BEGUN} WHERE d.id IN (SELECT w.id FROM deal w WHERE w.closed_at IS NOT NULL
  AND w.deleted_at IS NULL ORDER BY w.closed_at DESC LIMIT :limit)
ORDER BY d.created_at, d.id
"""
