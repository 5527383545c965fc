"""What happened without anybody asking for it, as screens show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import FileError


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know; `notice_words` says it.

    `key` is what it is about: told anew, it takes the place of what was told before. `code` and
    `facts` are its sentence, `why` is told in it as '{why}'. One that needs `attention` stays until
    it is settled; `file` and `folder` are where to look. `change_set` can be taken back.
    """

    key: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    why: FileError | None = None
    attention: bool = False
    file: Path | None = None
    folder: Path | None = None
    change_set: int | None = None
    task_id: int | None = None  # of which it reminds
    enquiry_id: int | None = None  # that waits for an answer
    happened_at: str = ""  # UTC, ISO 8601; '' is now
