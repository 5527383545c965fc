"""What the quality of contacts is judged by, on disk."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.alive import ALIVE


class QualityRepository:
    """Reads facts of contacts, and finds those with something to mend; changes nothing."""

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


FACTS = """
SELECT contact.id, contact.kind, contact.name, coalesce(contact.company, ''),
  coalesce(contact.birthday, ''), coalesce(contact.source, ''),
  contact.last_contact_at IS NOT NULL,
  coalesce(consent_sms, consent_email, consent_phone, consent_messenger) IS NOT NULL
    OR contact.do_not_contact IS NOT NULL
    OR EXISTS (SELECT 1 FROM consent s WHERE s.contact_id = contact.id AND s.deleted_at IS NULL),
  EXISTS (SELECT 1 FROM duplicate_pair p JOIN contact o
      ON o.id = iif(p.a_id = contact.id, p.b_id, p.a_id)
    WHERE (p.a_id = contact.id OR p.b_id = contact.id)
      AND o.deleted_at IS NULL AND o.merged_into_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM distinct_pair d
        WHERE d.a_id = p.a_id AND d.b_id = p.b_id AND d.deleted_at IS NULL))
FROM contact WHERE contact.id IN (SELECT value FROM json_each(:given))
  AND contact.deleted_at IS NULL AND contact.merged_into_id IS NULL
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
  AND contact.{ALIVE.replace("AND ", "AND contact.")} AND p.kind = """
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
