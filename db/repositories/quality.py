"""What the quality of contacts is judged by, on disk."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.alive import ALIVE, alive_in


class QualityRepository:
    """Reads facts of contacts, keeps their scores, finds those with something to mend."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def facts(self, contact_ids: Collection[int]) -> Sequence[tuple[Any, ...]]:
        """Return what there is of these contacts.

        The columns are id, kind, name, company, birthday, source, was contacted, has a consent
        recorded, looks like somebody else.
        """
        rows = self._session.execute(text(FACTS), {"given": json.dumps(list(contact_ids))})
        return [tuple(row) for row in rows]

    def points(self, contact_ids: Collection[int]) -> Sequence[tuple[Any, ...]]:
        """Return (contact, id, kind, value, valid, postcode) of these contacts' points."""
        rows = self._session.execute(text(POINTS), {"given": json.dumps(list(contact_ids))})
        return [tuple(row) for row in rows]

    def keep(self, scores: Mapping[int, int]) -> None:
        """Store the scores of contacts, where they are others."""
        self._session.flush()
        told = {"scores": json.dumps(list(scores.items()))}
        self._session.execute(text(KEEP), told)

    def forget(self, contact_ids: Collection[int]) -> None:
        """Let the scores of these contacts, and of who looks like them, be unknown."""
        self._session.flush()
        self._session.execute(text(FORGET), {"given": json.dumps(list(contact_ids))})

    def forget_all(self) -> None:
        """Let every score be unknown."""
        self._session.flush()
        self._session.execute(text("UPDATE contact SET quality = NULL WHERE quality IS NOT NULL"))

    def unjudged(self, *, limit: int) -> list[int]:
        """Return living contacts whose score is not known."""
        query = text(f"SELECT id FROM contact WHERE quality IS NULL AND {ALIVE} LIMIT :limit")
        return [row[0] for row in self._session.execute(query, {"limit": limit})]

    def with_alike(self, contact_ids: Collection[int]) -> set[int]:
        """Return these contacts and those that look like one of them."""
        rows = self._session.execute(text(ALIKE), {"given": json.dumps(list(contact_ids))})
        return {*contact_ids, *(row[0] for row in rows)}

    def told_of(self, first: int, last: int) -> list[int]:
        """Return the contacts whose consent or look-alikes these changes were about."""
        rows = self._session.execute(text(TOLD_OF), {"first": first, "last": last})
        return [i for row in rows for i in row if i is not None]

    def stored(self, *, after: int, limit: int) -> dict[int, int]:
        """Return the stored scores of living contacts, by id, from the id behind `after` on."""
        query = text(
            f"SELECT id, quality FROM contact WHERE id > :after AND quality IS NOT NULL AND {ALIVE}"
            " ORDER BY id LIMIT :limit"
        )
        rows = self._session.execute(query, {"after": after, "limit": limit})
        return {row[0]: row[1] for row in rows}

    def suspects(self, domains: Collection[str], *, limit: int) -> list[int]:
        """Return contacts whose name, phone or e-mail may be mended, up to `limit` of each kind.

        Those one has to do with most recently come first.
        """
        told = {"domains": json.dumps(sorted(domains)), "limit": limit}
        found: dict[int, None] = {}
        for query in (PHONES, EMAILS, NUMBERS, COMPANIES):
            for row in self._session.execute(text(query), told):
                found.setdefault(row[0])
        return list(found)


FACTS = f"""
SELECT contact.id, contact.kind, contact.name, coalesce(contact.company, ''),
  coalesce(contact.birthday, ''), coalesce(contact.source, ''),
  contact.last_contact_at IS NOT NULL,
  coalesce(consent_sms, consent_email, consent_phone, consent_messenger) IS NOT NULL
    OR contact.do_not_contact IS NOT NULL
    OR EXISTS (SELECT 1 FROM consent s WHERE s.contact_id = contact.id AND s.deleted_at IS NULL),
  EXISTS (SELECT 1 FROM duplicate_pair p JOIN contact o
      ON o.id = iif(p.a_id = contact.id, p.b_id, p.a_id)
    WHERE (p.a_id = contact.id OR p.b_id = contact.id)
      AND {alive_in("o")}
      AND NOT EXISTS (SELECT 1 FROM distinct_pair d
        WHERE d.a_id = p.a_id AND d.b_id = p.b_id AND d.deleted_at IS NULL))
FROM contact WHERE contact.id IN (SELECT value FROM json_each(:given))
  AND {alive_in("contact")}
"""
KEEP = """
UPDATE contact SET quality = s.score
FROM (SELECT json_extract(value, '$[0]') AS id, json_extract(value, '$[1]') AS score
      FROM json_each(:scores)) s
WHERE contact.id = s.id AND contact.quality IS NOT s.score
"""
_ALIKE = """
SELECT b_id FROM duplicate_pair WHERE a_id IN (SELECT value FROM json_each(:given))
UNION SELECT a_id FROM duplicate_pair WHERE b_id IN (SELECT value FROM json_each(:given))
"""
ALIKE = _ALIKE
FORGET = f"""
UPDATE contact SET quality = NULL WHERE quality IS NOT NULL
  AND (id IN (SELECT value FROM json_each(:given)) OR id IN ({_ALIKE}))
"""
TOLD_OF = """
SELECT coalesce(s.contact_id, json_extract(c.before, '$.contact_id')), NULL
FROM change c LEFT JOIN consent s ON s.id = c.row_id
WHERE c.id BETWEEN :first AND :last AND c.table_name = 'consent'
UNION SELECT coalesce(d.a_id, json_extract(c.before, '$.a_id')),
  coalesce(d.b_id, json_extract(c.before, '$.b_id'))
FROM change c LEFT JOIN distinct_pair d ON d.id = c.row_id
WHERE c.id BETWEEN :first AND :last AND c.table_name = 'distinct_pair'
"""
POINTS = """
SELECT contact_id, id, kind, value, invalid_reason IS NULL, coalesce(postcode, '')
FROM contact_point WHERE deleted_at IS NULL
  AND contact_id IN (SELECT value FROM json_each(:given))
ORDER BY contact_id, kind, position, id
"""
NEWEST = "ORDER BY contact.last_contact_at DESC, contact.id DESC LIMIT :limit"
OF_POINT = f"""
SELECT contact.id FROM contact_point p JOIN contact ON contact.id = p.contact_id
WHERE p.deleted_at IS NULL AND p.invalid_reason IS NULL
  AND {alive_in("contact")} AND p.kind = """
PHONES = f"""{OF_POINT} 'phone' AND p.value GLOB '[1-9]*' AND p.key GLOB '0*' {NEWEST}"""
EMAILS = f"""{OF_POINT} 'email'
  AND lower(substr(p.value, instr(p.value, '@') + 1)) IN (SELECT value FROM json_each(:domains))
{NEWEST}"""
NUMBERS = f"""
SELECT id FROM contact WHERE {ALIVE} AND kind = 'person'
  AND name GLOB '*[0-9][0-9][0-9]*[0-9][0-9][0-9][0-9]*' AND name GLOB '*[^0-9 ().+-]*' {NEWEST}"""
COMPANIES = f"""
SELECT id FROM contact WHERE {ALIVE} AND kind = 'person' AND company IS NULL
  AND (name GLOB '*[(（]*[)）]' OR name GLOB '*(주)*' OR name GLOB '*㈜*' OR name GLOB '*회사*'
    OR name LIKE '% inc%' OR name LIKE '% ltd%' OR name LIKE '% corp%' OR name LIKE '% gmbh%'
    OR name LIKE '% llc%' OR name LIKE '% co%') {NEWEST}"""
