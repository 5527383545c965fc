"""Enquiries on disk: written, read, and kept by what was said since."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy.orm import Session

from db.bare import driver, read
from db.errors import RowNotFoundError
from db.ids import IdSource, meaning_id
from db.models.enquiry import FIRST_RESPONSE, STATUS, Enquiry

NOBODY = 0  # among the owners that are asked for


class EnquiryFilterLike(Protocol):
    """Which enquiries are meant; what is empty is not asked."""

    @property
    def states(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def channels(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def owner_ids(self) -> Sequence[int]: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


class EnquiryRepository:
    """Who asked for something; never commits. What is derived is kept at the action's end."""

    def __init__(self, session: Session, ids: IdSource, now: Callable[[], str]) -> None:
        self._session = session
        self._ids = ids
        self._now = now

    def add(self, **values: Any) -> Enquiry:
        """Add an enquiry of these columns; one from elsewhere has an id made of its key."""
        key = values.get("external_key")
        row_id = meaning_id("enquiry", values["source"], key) if key else self._ids.next()
        enquiry = Enquiry(id=row_id, **values)
        self._session.add(enquiry)
        self._session.flush()
        return enquiry

    def known(self, source: str, keys: Collection[str]) -> set[str]:
        """Return which keys of a source are in the book, also in its trash."""
        ids = {meaning_id("enquiry", source, key): key for key in keys}
        found = self._read(
            "SELECT id FROM enquiry WHERE id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(list(ids))},
        )
        return {ids[row_id] for (row_id,) in found}

    def get(self, enquiry_id: int) -> Enquiry:
        """Return the enquiry to change; raise RowNotFoundError if it is in the trash or gone."""
        found = self._session.get(Enquiry, enquiry_id)
        if found is None or found.deleted_at:
            raise RowNotFoundError("enquiry", enquiry_id)
        return found

    def put_in_trash(self, enquiry_ids: Collection[int]) -> None:
        """Put enquiries in the trash."""
        for enquiry_id in enquiry_ids:
            self.get(enquiry_id).deleted_at = self._now()

    def take_from_trash(self, enquiry_ids: Collection[int]) -> None:
        """Bring enquiries back from the trash."""
        for enquiry_id in enquiry_ids:
            found = self._session.get(Enquiry, enquiry_id)
            if found is None:
                raise RowNotFoundError("enquiry", enquiry_id)
            found.deleted_at = None

    # Read

    def page(self, wanted: EnquiryFilterLike, *, offset: int, limit: int) -> list[tuple[Any, ...]]:
        """Return one window of the enquiries that are wanted (see ROW).

        Those that wait come first, the longest waiting before others; the rest newest first.
        """
        clause, given = _clause(wanted)
        return self._read(
            f"{ROW} WHERE {clause} ORDER BY {ORDER} LIMIT :limit OFFSET :offset",
            {**given, "limit": limit, "offset": offset},
        )

    def ids(self, wanted: EnquiryFilterLike) -> list[int]:
        """Return the ids of all that are wanted, in the order of `page`."""
        clause, given = _clause(wanted)
        joined = "LEFT JOIN contact c ON c.id = e.contact_id"
        query = f"SELECT e.id FROM enquiry e {joined} WHERE {clause} ORDER BY {ORDER}"
        return [i for (i,) in self._read(query, given)]

    def rows(self, enquiry_ids: Collection[int]) -> list[tuple[Any, ...]]:
        """Return these enquiries, also those in the trash (see ROW); in no order."""
        return self._read(
            f"{ROW} WHERE e.id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps(list(enquiry_ids))},
        )

    def of_contact(self, contact_id: int) -> list[tuple[Any, ...]]:
        """Return what somebody asked for, the latest first (see ROW)."""
        return self._read(
            f"{ROW} WHERE e.contact_id = :contact AND e.deleted_at IS NULL"
            " ORDER BY e.received_at DESC, e.id DESC",
            {"contact": contact_id},
        )

    def trash(self, *, offset: int, limit: int) -> list[tuple[Any, ...]]:
        """Return the enquiries in the trash, the last put there first (see ROW)."""
        return self._read(
            f"{ROW} WHERE e.deleted_at IS NOT NULL ORDER BY e.deleted_at DESC, e.id DESC"
            " LIMIT :limit OFFSET :offset",
            {"limit": limit, "offset": offset},
        )

    def counts(self, now: str) -> dict[str, int]:
        """Return how many there are of each state, and how many are 'overdue'."""
        found = dict(
            self._read(
                "SELECT status, count(*) FROM enquiry WHERE deleted_at IS NULL GROUP BY 1", {}
            )
        )
        overdue = self._read(f"SELECT count(*) FROM enquiry e WHERE {_LATE}", {"now": now})[0][0]
        return {**found, "overdue": overdue}

    def late(self, now: str) -> tuple[int, tuple[int, str, str] | None]:
        """Return how many are overdue, and (id, who, due_at) of the one that was due first."""
        found = self._read(
            "SELECT e.id, coalesce(c.name, e.name, e.phone, e.email, e.text, ''), e.due_at,"
            " count(*) OVER () FROM enquiry e LEFT JOIN contact c ON c.id = e.contact_id"
            f" WHERE {_LATE} ORDER BY e.due_at, e.id LIMIT 1",
            {"now": now},
        )
        return (found[0][3], found[0][:3]) if found else (0, None)

    # Derived

    def refresh(self, set_id: int, first: int, last: int, met: Collection[int]) -> None:
        """Compute anew when those were answered that a change set touched.

        `first` and `last` are its changes, `met` the contacts whose interactions it touched.
        """
        self._session.flush()
        cursor = driver(self._session.connection()).cursor()
        cursor.execute(
            REFRESH, {"set": set_id, "first": first, "last": last, "met": json.dumps(list(met))}
        )
        cursor.close()
        self._session.expire_all()

    def _read(self, query: str, given: Mapping[str, object]) -> list[tuple[Any, ...]]:
        self._session.flush()
        return read(self._session.connection(), query, dict(given))


ROW = """
SELECT e.id, e.channel, e.received_at, coalesce(e.text, ''), coalesce(e.name, ''),
  coalesce(e.phone, ''), coalesce(e.email, ''), e.status, e.contact_id, coalesce(c.name, ''),
  coalesce(c.kind, ''), e.product_id, coalesce(p.name, ''), e.owner_id, coalesce(f.name, ''),
  e.referred_by_id, coalesce(r.name, ''), e.deal_id, coalesce(e.due_at, ''),
  coalesce(e.first_response_at, ''), coalesce(e.closed_at, ''), e.source
FROM enquiry e LEFT JOIN contact c ON c.id = e.contact_id
  LEFT JOIN product p ON p.id = e.product_id LEFT JOIN staff f ON f.id = e.owner_id
  LEFT JOIN contact r ON r.id = e.referred_by_id
"""
_WAITS = "e.status IN ('new', 'linked')"
_LATE = f"e.closed_at IS NULL AND e.deleted_at IS NULL AND {_WAITS} AND e.due_at <= :now"
ORDER = (
    f"{_WAITS} DESC, iif({_WAITS}, e.received_at, NULL), e.received_at DESC,"
    f" iif({_WAITS}, e.id, -e.id)"
)
TYPED = r"""
(e.text LIKE :text ESCAPE '\' OR e.name LIKE :text ESCAPE '\' OR e.phone LIKE :text ESCAPE '\'
  OR e.email LIKE :text ESCAPE '\' OR c.name LIKE :text ESCAPE '\')
"""
_OPEN_ALONE = "e.closed_at IS NULL"  # in the words of the partial index
_GIVEN = "IN (SELECT value FROM json_each(:{name}))"
REFRESH = f"""
UPDATE enquiry SET first_response_at = {FIRST_RESPONSE}, status = {STATUS}
WHERE id IN (
  SELECT row_id FROM change WHERE id BETWEEN :first AND :last AND change_set_id = :set
    AND table_name = 'enquiry'
  UNION SELECT id FROM enquiry WHERE contact_id IN (SELECT value FROM json_each(:met))
) AND (first_response_at IS NOT {FIRST_RESPONSE} OR status IS NOT {STATUS})
"""


def _clause(wanted: EnquiryFilterLike) -> tuple[str, dict[str, object]]:
    shut = {"closed", "spam"}
    parts: list[tuple[object, str, dict[str, object]]] = [
        (
            wanted.states,
            f"e.status {_GIVEN.format(name='states')}",
            {"states": json.dumps(list(wanted.states))},
        ),
        (wanted.states and shut.isdisjoint(wanted.states), _OPEN_ALONE, {}),
        (
            wanted.channels,
            f"e.channel {_GIVEN.format(name='channels')}",
            {"channels": json.dumps(list(wanted.channels))},
        ),
        (
            wanted.owner_ids,
            f"coalesce(e.owner_id, {NOBODY}) {_GIVEN.format(name='owners')}",
            {"owners": json.dumps(list(wanted.owner_ids))},
        ),
        (wanted.text.strip(), TYPED, {"text": _pattern(wanted.text.strip())}),
    ]
    given: dict[str, object] = {}
    clauses = ["e.deleted_at IS NULL"]
    for asked, clause, values in parts:
        if asked:
            clauses.append(clause)
            given.update(values)
    return " AND ".join(clauses), given


def _pattern(text: str) -> str:
    for letter in ("\\", "%", "_"):
        text = text.replace(letter, f"\\{letter}")
    return f"%{text}%"
