"""The lines of a deal or a quote on disk, written so that History tells what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session


def put_line_rows(
    session: Session,
    old: Sequence[Any],
    rows: Iterable[Mapping[str, Any]],
    make: Callable[..., object],
    now: str,
) -> None:
    """Let what has these `old` lines have others, row by row; `make` makes one of its columns."""
    new = list(rows)
    for place, columns in enumerate(new):
        if place < len(old):
            for column, value in {**columns, "position": place}.items():
                if getattr(old[place], column) != value:
                    setattr(old[place], column, value)
        else:
            session.add(make(position=place, **columns))
    for gone in old[len(new) :]:
        gone.deleted_at = now
    session.flush()
