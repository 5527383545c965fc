"""Two contacts made one, softly: the one stays, the other leads to it.

Rows that are the link's own (their id is made of both ends) are written anew for the one that
stays, and the other's go to the trash; all else is handed over, but for what the one that
stays has already, which goes to the trash too. So undoing the change set gives everything back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.models.contact import CONSENTS, Contact
from db.repositories.changes import UNDONE
from db.repositories.relations import MUTUAL

# What the one that stays takes from the other where it has nothing itself.
FILLED = (
    "family_name", "given_name", "reading", "nickname", "prefix", "number", "company",
    "department", "job_title", "gender", "birthday", "birthday_calendar", "source",
    "opening_total", "opening_visits", "last_visit_on", "owner_id", "likes", "dislikes", "photo",
    "stage", "stage_since", "stage_why", "stage_by", "next_contact_at", "next_contact_note",
)  # fmt: skip
TOGETHER = (  # one of these without the other would say something nobody told
    ("birthday", "birthday_calendar"),
    ("stage", "stage_since", "stage_why", "stage_by"),
    ("next_contact_at", "next_contact_note"),
)
DEEPEST = 100  # merges of merges that are followed


class MergeRepository:
    """Merges and where they lead; never commits."""

    def __init__(self, session: Session, now: Callable[[], str]) -> None:
        self._session = session
        self._now = now

    def merge(
        self, stays: Contact, goes: Contact, chosen: Mapping[str, Any], origin: int | None
    ) -> None:
        """Make two living contacts one; `chosen` columns of the one that stays win.

        `origin` is the change set that is open.
        """
        for column, value in _joined(stays, goes, chosen).items():
            if getattr(stays, column) != value:
                setattr(stays, column, value)
        goes.merged_into_id = stays.id
        self._session.flush()
        told = {"stays": stays.id, "goes": goes.id, "now": self._now(), "origin": origin}
        for statement in HANDED_OVER.split(";"):
            if statement.strip():
                self._session.execute(text(statement), told)
        self._session.expire_all()

    def leads_to(self, contact_id: int) -> int:
        """Return the contact that an id stands for today: itself, or what it was merged into."""
        for _ in range(DEEPEST):
            into = self._session.scalar(
                select(Contact.merged_into_id).where(Contact.id == contact_id)
            )
            if into is None:
                return contact_id
            contact_id = into
        return contact_id

    def merged_into(self, contact_id: int) -> list[tuple[int, str]]:
        """Return (id, name) of the contacts that were merged into this one, newest first."""
        query = select(Contact.id, Contact.name).where(Contact.merged_into_id == contact_id)
        return [(a, b) for a, b in self._session.execute(query.order_by(Contact.updated_at.desc()))]

    def day_of(self, change_set: int) -> str:
        """Return when a change set was made, in UTC."""
        found = self._session.scalar(
            text("SELECT happened_at FROM change_set WHERE id = :id"), {"id": change_set}
        )
        return str(found or "")

    def set_of(self, goes_id: int) -> int | None:
        """Return the change set that merged a contact away, None if it is not merged away."""
        found: int | None = self._session.scalar(text(MERGED_BY), {"goes": goes_id})
        return found

    def built_upon(self, change_set: int) -> list[int]:
        """Return the merges, the latest first, that went on from what a change set wrote."""
        found = self._session.execute(text(BUILT_UPON), {"set": change_set})
        return [row[0] for row in found]


def _joined(stays: Contact, goes: Contact, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of the one that stays after a merge."""
    values: dict[str, Any] = {}
    grouped = {column for group in TOGETHER for column in group}
    groups = [*TOGETHER, *((column,) for column in FILLED if column not in grouped)]
    for group in groups:
        if getattr(stays, group[0]) in (None, ""):
            values.update({column: getattr(goes, column) for column in group})
    days = [day for day in (stays.first_seen_on, goes.first_seen_on) if day]
    values["first_seen_on"] = min(days, default=None)
    since = [day for day in (stays.do_not_contact, goes.do_not_contact) if day]
    values["do_not_contact"] = min(since, default=None)
    for column in CONSENTS:  # the strictest counts: a yes needs that nobody said no
        said = {getattr(stays, column), getattr(goes, column)}
        values[column] = "denied" if "denied" in said else "granted" if "granted" in said else None
    return values | dict(chosen)


_BY_MERGING = "s.op IN ('merge_contacts', 'merge_many')"
# The merge itself, not the redo that may have done it again.
MERGED_BY = f"""
SELECT s.id FROM change c JOIN change_set s ON s.id = c.change_set_id
WHERE c.row_id = :goes AND c.table_name = 'contact' AND c.kind = 'update'
  AND json_extract(c.after, '$.merged_into_id') IS NOT NULL AND {_BY_MERGING} AND NOT {UNDONE}
  AND EXISTS (SELECT 1 FROM contact WHERE id = :goes AND merged_into_id IS NOT NULL)
ORDER BY c.id DESC LIMIT 1
"""
# Taking the earlier one back first would leave what the later one then puts back.
BUILT_UPON = f"""
SELECT later.change_set_id FROM change_set m
CROSS JOIN change mine ON mine.id BETWEEN m.first_change_id AND m.last_change_id
  AND mine.change_set_id = m.id
CROSS JOIN change later ON later.row_id = mine.row_id AND later.table_name = mine.table_name
  AND later.id > mine.id AND later.change_set_id <> mine.change_set_id
JOIN change_set s ON s.id = later.change_set_id AND {_BY_MERGING}
WHERE m.id = :set AND (mine.kind = 'insert' OR EXISTS (
  SELECT 1 FROM json_each(later.after) j WHERE json_type(mine.after, '$.' || j.key) IS NOT NULL))
GROUP BY later.change_set_id ORDER BY max(later.id) DESC
"""
_MUTUAL = ", ".join(f"'{kind}'" for kind in sorted(MUTUAL))


def _lapsed(table: str) -> str:
    """Return whether a row was taken away, or is over while the other's is not."""
    over = f"{table}.until IS NOT NULL AND excluded.until IS NULL"
    return f"({table}.deleted_at IS NOT NULL OR {over})"


def _filled(table: str, column: str) -> str:
    """Return what a column holds, or else the other's; of a row that was taken away the other's."""
    own = f"coalesce({table}.{column}, excluded.{column})"
    return f"{column} = iif({table}.deleted_at IS NULL, {own}, excluded.{column})"


# One statement per kind of thing that hangs on a contact; `;` stands between them.
HANDED_OVER = f"""
UPDATE contact_point SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM contact_point mine WHERE mine.contact_id = :stays AND mine.deleted_at IS NULL
    AND mine.kind = contact_point.kind AND (mine.value = contact_point.value
      OR (mine.key <> '' AND mine.key = contact_point.key)));
UPDATE contact_point SET contact_id = :stays, updated_at = :now, position = position + 1 + (
  SELECT coalesce(max(mine.position), -1) FROM contact_point mine
  WHERE mine.contact_id = :stays AND mine.kind = contact_point.kind)
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE note SET contact_id = :stays, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE external_key SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM external_key mine WHERE mine.contact_id = :stays AND mine.deleted_at IS NULL
    AND mine.system = external_key.system AND mine.value = external_key.value);
UPDATE external_key SET contact_id = :stays, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE attachment SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM attachment mine WHERE mine.contact_id = :stays AND mine.deleted_at IS NULL
    AND mine.sha256 = attachment.sha256 AND mine.file_name = attachment.file_name)
  AND NOT EXISTS (SELECT 1 FROM custom_value v WHERE v.attachment_id = attachment.id
    AND v.deleted_at IS NULL);
UPDATE attachment SET contact_id = :stays, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE important_date SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM important_date mine WHERE mine.contact_id = :stays AND mine.deleted_at IS NULL
    AND mine.kind = important_date.kind AND mine.calendar = important_date.calendar
    AND mine.leap_month = important_date.leap_month AND mine.month = important_date.month
    AND mine.day IS important_date.day);
UPDATE important_date SET contact_id = :stays, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE consent SET contact_id = :stays, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE sale SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
UPDATE sale SET recipient_id = :stays, updated_at = :now WHERE recipient_id = :goes;
UPDATE deal SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
UPDATE deal SET company_id = :stays, updated_at = :now WHERE company_id = :goes;
UPDATE quote SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
INSERT INTO deal_party (id, deal_id, contact_id, role, created_at, updated_at, origin)
SELECT meaning_id('deal_party', deal_id, :stays, role), deal_id, :stays, role, :now, :now, :origin
FROM deal_party WHERE contact_id = :goes AND deleted_at IS NULL
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now
  WHERE deal_party.deleted_at IS NOT NULL;
UPDATE deal_party SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE prepaid_pass SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
UPDATE loyalty_move SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
UPDATE task SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
UPDATE plan_run SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
UPDATE enquiry SET contact_id = :stays, updated_at = :now WHERE contact_id = :goes;
UPDATE enquiry SET referred_by_id = :stays, updated_at = :now WHERE referred_by_id = :goes;
INSERT INTO touch_rule (id, contact_id, ideal_days, max_days, created_at, updated_at, origin)
SELECT meaning_id('touch', 'contact', :stays), :stays, ideal_days, max_days, :now, :now, :origin
FROM touch_rule WHERE contact_id = :goes AND deleted_at IS NULL
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now,
  ideal_days = excluded.ideal_days, max_days = excluded.max_days
  WHERE touch_rule.deleted_at IS NOT NULL;
UPDATE touch_rule SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
INSERT INTO contact_tag (id, contact_id, tag_id, created_at, updated_at, origin)
SELECT meaning_id(:stays, tag_id), :stays, tag_id, :now, :now, :origin FROM contact_tag
WHERE contact_id = :goes AND deleted_at IS NULL
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now
  WHERE contact_tag.deleted_at IS NOT NULL;
UPDATE contact_tag SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
INSERT INTO interaction_contact (id, interaction_id, contact_id, created_at, updated_at, origin)
SELECT meaning_id(interaction_id, :stays), interaction_id, :stays, :now, :now, :origin
FROM interaction_contact WHERE contact_id = :goes AND deleted_at IS NULL
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now
  WHERE interaction_contact.deleted_at IS NOT NULL;
UPDATE interaction_contact SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
INSERT INTO contact_role (id, contact_id, role, since, until, created_at, updated_at, origin)
SELECT meaning_id('role', :stays, role), :stays, role, since, until, :now, :now, :origin
FROM contact_role WHERE contact_id = :goes AND deleted_at IS NULL
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now, until = excluded.until,
  {_filled("contact_role", "since")}
  WHERE {_lapsed("contact_role")};
UPDATE contact_role SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
INSERT INTO segment_member (id, segment_id, contact_id, created_at, updated_at, origin)
SELECT meaning_id('member', segment_id, :stays), segment_id, :stays, :now, :now, :origin
FROM segment_member WHERE contact_id = :goes AND deleted_at IS NULL
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now
  WHERE segment_member.deleted_at IS NOT NULL;
UPDATE segment_member SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE custom_value SET deleted_at = :now, updated_at = :now
WHERE contact_id = :stays AND person_id = :goes AND deleted_at IS NULL;
INSERT INTO custom_value (id, contact_id, field_id, text, number, choice_id, person_id,
  attachment_id, created_at, updated_at, origin)
SELECT meaning_id('custom', :stays, v.field_id, iif(f.kind = 'choices', v.choice_id, 0)),
  :stays, v.field_id, v.text, v.number, v.choice_id, v.person_id, v.attachment_id,
  :now, :now, :origin
FROM custom_value v JOIN custom_field f ON f.id = v.field_id
WHERE v.contact_id = :goes AND v.deleted_at IS NULL AND v.person_id IS NOT :stays
  AND (f.kind = 'choices' OR NOT EXISTS (
  SELECT 1 FROM custom_value mine WHERE mine.contact_id = :stays
    AND mine.field_id = v.field_id AND mine.deleted_at IS NULL))
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now, text = excluded.text,
  number = excluded.number, choice_id = excluded.choice_id, person_id = excluded.person_id,
  attachment_id = excluded.attachment_id
  WHERE custom_value.deleted_at IS NOT NULL;
UPDATE custom_value SET deleted_at = :now, updated_at = :now
WHERE contact_id = :goes AND deleted_at IS NULL;
UPDATE custom_value SET person_id = :stays, updated_at = :now
WHERE person_id = :goes AND deleted_at IS NULL;
INSERT INTO relation (id, from_id, to_id, kind, type_id, title, is_primary, since, until, note,
  created_at, updated_at, origin)
SELECT meaning_id('relation', f, t, kind, coalesce(type_id, 0)), f, t, kind, type_id, title,
  iif(from_id = :goes AND EXISTS (SELECT 1 FROM relation mine WHERE mine.from_id = :stays
    AND mine.kind = moved.kind AND mine.is_primary = 1 AND mine.deleted_at IS NULL),
    0, is_primary),
  since, until, note, :now, :now, :origin
FROM (SELECT *, iif(kind IN ({_MUTUAL}), min(a, b), a) AS f,
             iif(kind IN ({_MUTUAL}), max(a, b), b) AS t
      FROM (SELECT *, iif(from_id = :goes, :stays, from_id) AS a,
                   iif(to_id = :goes, :stays, to_id) AS b
            FROM relation WHERE (from_id = :goes OR to_id = :goes) AND deleted_at IS NULL)) moved
WHERE f <> t
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now,
  until = iif({_lapsed("relation")}, excluded.until, relation.until),
  {_filled("relation", "since")}, {_filled("relation", "title")}, {_filled("relation", "note")},
  is_primary = max(excluded.is_primary, relation.is_primary AND relation.deleted_at IS NULL)
  WHERE {_lapsed("relation")} OR excluded.is_primary > relation.is_primary;
UPDATE relation SET deleted_at = :now, updated_at = :now
WHERE (from_id = :goes OR to_id = :goes) AND deleted_at IS NULL;
INSERT INTO distinct_pair (id, a_id, b_id, created_at, updated_at, origin)
SELECT meaning_id('distinct', min(:stays, o), max(:stays, o)), min(:stays, o), max(:stays, o),
  :now, :now, :origin
FROM (SELECT iif(a_id = :goes, b_id, a_id) AS o FROM distinct_pair
      WHERE (a_id = :goes OR b_id = :goes) AND deleted_at IS NULL)
WHERE o <> :stays
ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, updated_at = :now
  WHERE distinct_pair.deleted_at IS NOT NULL;
UPDATE contact SET quality = NULL WHERE id IN (SELECT iif(a_id = :goes, b_id, a_id)
  FROM duplicate_pair WHERE a_id = :goes OR b_id = :goes);
DELETE FROM duplicate_pair WHERE a_id = :goes OR b_id = :goes
"""
