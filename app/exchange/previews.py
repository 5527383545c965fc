"""One row of a file as the contact it becomes, told from what the ledger filed about it."""

from collections.abc import Sequence
from typing import Any

from app.exchange.parsed import ParsedRow
from app.shapes.imports import FieldChange, RowPreview
from db.repositories.changes import ChangeRow

TOLD = (
    "nickname", "company", "department", "job_title", "gender", "birthday", "source",
    "first_seen_on", "last_visit_on", "opening_total", "opening_visits", "number",
    "consent_email", "consent_sms", "consent_phone", "consent_messenger",
)  # fmt: skip


def row_preview(
    row: ParsedRow, outcome: str, changes: Sequence[ChangeRow], currency: str
) -> RowPreview:
    """Return what a row changes; a row that is not brought in shows what was read of it."""
    name = str(row.scalar("name") or "")
    fields: list[FieldChange] = []
    for change in changes:
        if change.table == "contact":
            fields += _of_contact(change.before, change.after)
        elif change.kind == "insert" and change.table == "contact_point":
            fields.append(FieldChange(str(change.after["kind"]), "", str(change.after["value"])))
        elif change.kind == "insert" and change.table == "note":
            fields.append(FieldChange("note", "", str(change.after["body"])))
    tagged = any(change.table == "contact_tag" for change in changes)
    if outcome in ("failed", "skipped"):
        fields = [FieldChange(point[0], "", point[2]) for point in row.points]
    elif tagged and row.tags:
        fields.append(FieldChange("tag", "", ", ".join(row.tags)))
    return RowPreview(row.line, outcome, name, tuple(fields), currency)


def _of_contact(before: dict[str, Any], after: dict[str, Any]) -> list[FieldChange]:
    names = ("name", *TOLD) if before else TOLD
    return [
        FieldChange(name, _text(before.get(name)), _text(after.get(name)))
        for name in names
        if _text(after.get(name)) and after.get(name) != before.get(name)
    ]


def _text(value: object) -> str:
    return "" if value is None else str(value)
