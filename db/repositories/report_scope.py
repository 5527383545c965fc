"""Which rows reports count: the days, and of whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from db.bare import read

Spans = Sequence[tuple[str, str]]  # first and last day of each, both included
Rows = list[tuple[Any, ...]]
LONG = 100  # days; sales of more are read by their customers
SOLD = "s.deleted_at IS NULL AND s.cancelled_at IS NULL AND s.currency = :currency"
CAME = "s.status IN ('open', 'partial', 'paid')"
ALIVE = "c.deleted_at IS NULL AND c.merged_into_id IS NULL"
_TAGGED = """
(SELECT l.contact_id FROM contact_tag l JOIN tag g ON g.id = l.tag_id
  WHERE l.deleted_at IS NULL AND g.deleted_at IS NULL AND g.name = :tag)
"""
_GONE = (
    "(SELECT id FROM contact WHERE deleted_at IS NOT NULL"
    " UNION ALL SELECT id FROM contact WHERE merged_into_id IS NOT NULL)"
)
_LISTED = "(SELECT value FROM json_each(:people))"


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """Of which currency, pipeline, person, tag and people; `people` is a JSON list of contacts.

    What is None or '' is not asked. Its clauses begin with AND, or are empty.
    """

    currency: str
    pipeline_id: int | None = None
    staff_id: int | None = None
    tag: str = ""
    people: str | None = None

    @property
    def everybody(self) -> bool:
        """Whether no customers are left out: sums of whole days may be used."""
        return not self.tag and self.people is None

    @property
    def whole(self) -> bool:
        """Whether no sales of its currency are left out at all."""
        return self.everybody and self.staff_id is None

    def given(self, **more: object) -> dict[str, object]:
        """Return the values its clauses name, with more of them."""
        return {
            "currency": self.currency, "pipeline": self.pipeline_id, "staff": self.staff_id,
            "tag": self.tag, "people": self.people, **more,
        }  # fmt: skip

    def sales(self) -> str:
        """Return the clause over sales s: who sold them, who bought."""
        return self._by("s.staff_id") + self.of("s.contact_id")

    def contacts(self) -> str:
        """Return the clause over contacts c: who looks after them."""
        return self._by("c.owner_id") + self.of("c.id")

    def living(self, column: str) -> str:
        """Return the clause that a column names a contact that is there, and one asked for.

        Few are not there: contacts themselves need not be read.
        """
        by = (
            ""
            if self.staff_id is None
            else (f" AND {column} IN (SELECT o.id FROM contact o WHERE o.owner_id = :staff)")
        )
        return f" AND {column} NOT IN {_GONE}{by}{self.of(column)}"

    def deals(self) -> str:
        """Return the clause over deals d."""
        of = "" if self.pipeline_id is None else " AND d.pipeline_id = :pipeline"
        return of + self._by("d.owner_id") + self.of("d.contact_id")

    def tasks(self) -> str:
        """Return the clause over tasks t."""
        return self._by("t.assignee_id") + self.of("t.contact_id")

    def enquiries(self) -> str:
        """Return the clause over enquiries e."""
        return self._by("e.owner_id") + self.of("e.contact_id")

    def interactions(self) -> str:
        """Return the clause over interactions i."""
        if not self.tag and self.people is None:
            return self._by("i.staff_id")
        return self._by("i.staff_id") + (
            " AND EXISTS (SELECT 1 FROM interaction_contact k WHERE k.interaction_id = i.id"
            f" AND k.deleted_at IS NULL{self.of('k.contact_id')})"
        )

    def of(self, column: str) -> str:
        """Return the clause that a column names one of the people asked for."""
        tagged = f" AND {column} IN {_TAGGED}" if self.tag else ""
        return tagged + ("" if self.people is None else f" AND {column} IN {_LISTED}")

    def _by(self, column: str) -> str:
        return "" if self.staff_id is None else f" AND {column} = :staff"


def within(column: str, spans: Spans) -> str:
    """Return what tells that a day is in one of these spans; days are ISO dates."""
    if not spans:
        return "0"
    parts = [f"{column} BETWEEN '{_day(a)}' AND '{_day(b)}'" for a, b in spans]
    return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"


def is_long(spans: Spans) -> bool:
    """Tell whether the sales of these days are better read by their customers, all of them."""
    ends = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans]
    return sum((last - first).days for first, last in ends) >= LONG


def moments(column: str, edges: Collection[tuple[str, str]]) -> str:
    """Return what tells that a moment (UTC) is from one edge to before the other."""
    if not edges:
        return "0"
    parts = [f"{column} >= '{_day(a)}' AND {column} < '{_day(b)}'" for a, b in edges]
    return parts[0] if len(parts) == 1 else f"({' OR '.join(f'({part})' for part in parts)})"


def _day(text: str) -> str:
    if not set(text) <= set("0123456789-:.TZ"):
        raise ValueError(text)
    return text


class Reader:
    """Reads within one session; never writes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def _read(self, query: str, given: Mapping[str, object]) -> Rows:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))
