"""Files of a contact, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a contact; `flaw` is '', 'missing' or 'damaged' (of another size)."""

    id: int
    contact_id: int
    name: str
    media_type: str
    size: int  # bytes
    added_at: str  # UTC
    flaw: str
