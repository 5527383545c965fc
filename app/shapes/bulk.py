"""One change of many contacts at once, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass

from app.shapes.custom_fields import CustomContent
from app.shapes.filter_fields import KNOWN_VALUES

# What can be set for many: a text that everybody may share, a choice, a day, or a link.
TEXTS = (
    "company", "department", "job_title", "prefix", "nickname", "reading", "number", "source",
    "likes", "dislikes",
)  # fmt: skip
CHOICES = {field: KNOWN_VALUES[field] for field in ("kind", "gender")}
DAYS = ("birthday", "first_seen_on")
# Consent is only ever tightened for many: to agree, somebody has to say so themselves.
CONSENTS = ("consent_sms", "consent_phone", "consent_email", "consent_messenger")
FIELDS = (
    "tag", "owner_id", "source", "stage", "role", *(text for text in TEXTS if text != "source"),
    *CHOICES, *DAYS, *CONSENTS, "do_not_contact",
)  # fmt: skip
ADDABLE = ("tag", "role")  # several at once: added and removed, not set
CUSTOM = "custom:"  # followed by the id of a field of the shop's own


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """What is to become of a field: `how` is 'set', 'clear', 'add' or 'remove'.

    `value` is a text, a date as ISO text, the id of somebody who works here, a code, or for a
    field of the shop's own what `app.shapes.custom_fields.CustomContent` says.
    """

    field: str
    how: str
    value: CustomContent | None = None

    @property
    def custom_id(self) -> int | None:
        """The id of the field of the shop's own, if it is one."""
        number = self.field.removeprefix(CUSTOM)
        return int(number) if number != self.field and number.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Example:
    """One contact and what the field holds now and will hold; '' for nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What an edit would do: who is there, who of them changes, and a few of those."""

    total: int
    changes: int
    examples: tuple[Example, ...] = ()

    @property
    def same(self) -> int:
        """How many have it already."""
        return self.total - self.changes
