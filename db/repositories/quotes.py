"""Quotes on disk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bare import driver, read
from db.errors import RowNotFoundError
from db.ids import IdSource
from db.models.quote import Quote, QuoteLine
from db.repositories.line_rows import put_line_rows


class QuoteRepository:
    """Entities to change and rows to show; never commits."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def next_number(self, year: int) -> tuple[str, int]:
        """Return the next number of a year and its place: no number is given twice."""
        self._session.flush()
        cursor = driver(self._session.connection()).cursor()
        ((last,),) = cursor.execute(NEXT_NUMBER, {"year": year}).fetchall()
        cursor.close()
        return f"{year}-{last:04d}", last

    def add(self, lines: Iterable[Mapping[str, Any]], **values: Any) -> Quote:
        """Add a quote of these columns with its lines; return it."""
        quote = Quote(id=self._ids.next(), **values)
        self._session.add(quote)
        self._session.flush()
        self.put_lines(quote.id, lines)
        return quote

    def get(self, quote_id: int) -> Quote:
        """Return the quote to change; raise RowNotFoundError if it is gone."""
        found = self._session.get(Quote, quote_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("quote", quote_id)
        return found

    def last_version(self, quote: Quote) -> int:
        """Return the highest version of a quote's number, also of those in the trash."""
        query = select(Quote.version).where(
            Quote.year == quote.year, Quote.sequence == quote.sequence
        )
        return max(self._session.scalars(query).all(), default=0)

    def lines(self, quote_id: int) -> Sequence[QuoteLine]:
        """Return the lines of a quote, in their order."""
        query = select(QuoteLine).where(
            QuoteLine.quote_id == quote_id, QuoteLine.deleted_at.is_(None)
        )
        return self._session.scalars(query.order_by(QuoteLine.position, QuoteLine.id)).all()

    def put_lines(self, quote_id: int, rows: Iterable[Mapping[str, Any]]) -> None:
        """Let a quote have these lines, row by row, so that History tells what changed."""

        def make(**columns: Any) -> QuoteLine:
            return QuoteLine(id=self._ids.next(), quote_id=quote_id, **columns)

        put_line_rows(self._session, self.lines(quote_id), rows, make, self._now())

    def put_in_trash(self, quote_ids: Collection[int]) -> None:
        """Put quotes in the trash."""
        for quote_id in quote_ids:
            self.get(quote_id).deleted_at = self._now()

    def rows(
        self,
        today: str,
        *,
        deal_id: int | None = None,
        quote_id: int | None = None,
        statuses: Collection[str] = (),
        limit: int = -1,
        offset: int = 0,
    ) -> list[tuple[Any, ...]]:
        """Return quotes as rows (see ROW), the newest first."""
        self._session.flush()
        parts = ["q.deleted_at IS NULL"]
        given: dict[str, object] = {"today": today, "limit": limit, "offset": offset}
        if deal_id is not None:
            parts.append("q.deal_id = :deal")
            given["deal"] = deal_id
        if quote_id is not None:
            parts.append("q.id = :quote")
            given["quote"] = quote_id
        if statuses:
            names = {f"s{place}": status for place, status in enumerate(statuses)}
            parts.append(f"{STATUS} IN ({', '.join(f':{name}' for name in names)})")
            given |= names
        query = (
            f"{ROW} WHERE {' AND '.join(parts)}"
            " ORDER BY q.year DESC, q.sequence DESC, q.version DESC LIMIT :limit OFFSET :offset"
        )
        return read(self._session.connection(), query, given)


# The highest number the ledger outlives: after an undo the series goes on where it was.
NEXT_NUMBER = """
INSERT INTO quote_series (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last
"""
STATUS = """
iif(q.status = 'sent' AND ifnull(q.valid_until < :today, 0), 'expired', q.status)
"""
ROW = f"""
SELECT q.id, q.deal_id, ifnull(d.title, ''), q.contact_id, ifnull(c.name, ''),
  ifnull(c.kind, ''), q.number,
  q.version, NOT EXISTS (SELECT 1 FROM quote n WHERE n.year = q.year AND n.sequence = q.sequence
    AND n.version > q.version AND n.deleted_at IS NULL), {STATUS}, q.issued_on,
  ifnull(q.valid_until, ''), q.total, q.currency, ifnull(q.sent_at, ''), ifnull(q.decided_at, '')
FROM quote q JOIN deal d ON d.id = q.deal_id LEFT JOIN contact c ON c.id = q.contact_id
"""
