"""Entries of a calendar file as rows of tasks; the same entry has the same id everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from app.exchange.ical_reading import Incoming, Settings
from app.exchange.own_format import decode_id
from app.holidays import off_days
from app.repeating import Occurrence, next_after
from app.settings import COUNTRY, LANGUAGE
from app.shop_clock import at_time, shop_now
from app.words import kind_words
from db.ids import meaning_id

NOT_TASKS = ("birthday-", "date-", "promise-", "sale-")  # of our own files: they are no tasks


@dataclass
class Rows:
    """Tasks by id, in the order of the file, and what belongs to them."""

    tasks: list[dict[str, Any]] = field(default_factory=list)
    reminders: dict[int, Sequence[int]] = field(default_factory=dict)
    ours: int = 0  # entries of our own files that are no tasks
    plain: int = 0

    @property
    def ids(self) -> set[int]:
        """The ids of all tasks."""
        return {row["id"] for row in self.tasks}

    @property
    def contacts(self) -> set[int]:
        """The ids of all contacts they are about."""
        return {row["contact_id"] for row in self.tasks if row["contact_id"] is not None}

    def without(self, known: Collection[int], contacts: Collection[int]) -> Rows:
        """Return the rows that are not known, about contacts that there are."""
        tasks = [
            {**row, "contact_id": row["contact_id"] if row["contact_id"] in contacts else None}
            for row in self.tasks
            if row["id"] not in known
        ]
        ids = {row["id"] for row in tasks}
        kept = {key: told for key, told in self.reminders.items() if key in ids}
        return Rows(tasks, kept, self.ours, self.plain)


def rows_of(
    found: Sequence[Incoming], now: datetime, settings: Settings, actor_id: int | None
) -> Rows:
    """Return the rows of a file's entries; times of a repeat that were moved stand alone."""
    maker = _Maker(now, settings, actor_id)
    moved: dict[str, list[Incoming]] = defaultdict(list)
    for one in found:
        if one.recurrence:
            moved[one.uid].append(one)
    seen: set[int] = set()
    for one in found:
        if any(one.own.startswith(mark) for mark in NOT_TASKS):
            maker.rows.ours += 1
            continue
        for row, reminders in maker.rows_of(one, moved.get(one.uid, ())):
            if row["id"] in seen:
                continue
            seen.add(row["id"])
            maker.rows.tasks.append(row)
            if reminders and row["closed_at"] is None:
                maker.rows.reminders[row["id"]] = reminders
    return maker.rows


class _Maker:
    def __init__(self, now: datetime, settings: Settings, actor_id: int | None) -> None:
        self.rows = Rows()
        self._now = now
        self._settings = settings
        self._today = shop_now(now, settings).date()
        self._actor_id = actor_id
        values = dict(settings)
        self._country = COUNTRY.of(values)
        self._begun: dict[str, str] = {}  # with which time the repeats of our own files begin
        self._untitled = kind_words("task", "other", LANGUAGE.of(values))

    def rows_of(
        self, one: Incoming, moved: Sequence[Incoming]
    ) -> list[tuple[dict[str, Any], Sequence[int]]]:
        """Return the rows of an entry: one, or one for each time it names."""
        self.rows.plain += one.plain
        if one.recurrence:
            if self._is_next(one):
                return []  # it is the task of the repeat itself
            return [self._row(one, _id(one, one.recurrence), one.due_at)]
        if one.rule is not None and not one.closed_at:
            return [self._repeat(one, moved)]
        rows = [self._row(one, _id(one), one.due_at)]
        rows += [self._row(one, _id(one, at), at) for at in one.more if at != one.due_at]
        return rows

    def _is_next(self, one: Incoming) -> bool:
        """Tell whether a moved time is the one our own file began its repeat with."""
        return one.own.startswith("r-") and self._begun.get(one.uid) == one.recurrence

    def _repeat(
        self, one: Incoming, moved: Sequence[Incoming]
    ) -> tuple[dict[str, Any], Sequence[int]]:
        rule, due = one.rule, date.fromisoformat(one.due_at[:10]) if one.due_at else self._today
        if rule is None:
            raise ValueError(one.uid)
        own = one.own.startswith("r-")
        due_at = one.due_at or due.isoformat()
        if own:
            self._begun[one.uid] = due_at
        here = next((other for other in moved if own and other.recurrence == due_at), None)
        out = {*one.left_out, *(date.fromisoformat(other.recurrence[:10]) for other in moved)}
        if here is not None:
            out.discard(due)
        start = date.fromisoformat(one.start) if one.start else due
        off = off_days(self._country, rule.not_on) if rule.not_on else None
        found: Occurrence | None
        if rule.from_done:
            found = Occurrence(due, due)
        else:
            begin = due if own else max(due, self._today)
            step = timedelta(days=31 if rule.not_on else 1)
            found = next_after(rule, start, begin - step, off=off, leave_out=out)
            while found is not None and found.on < begin:
                found = next_after(rule, start, found.base, off=off, leave_out=out)
        if found is None:  # it has ended
            return self._row(one, _id(one), due_at)
        at = at_time(found.on, due_at)
        row, reminders = self._row(one, _id(one), here.due_at if here is not None else at)
        row |= {
            "status": "open", "closed_at": None, "repeat_rule": rule.text,
            "repeat_start": start.isoformat(), "repeat_on": at_time(found.base, due_at),
            "repeat_except": ",".join(sorted(day.isoformat() for day in out)) or None,
        }  # fmt: skip
        return row, reminders

    def _row(self, one: Incoming, task_id: int, at: str) -> tuple[dict[str, Any], Sequence[int]]:
        closed = one.closed_at
        if one.event and not closed and not self._is_ours(one):
            closed = self._over(one, at)
        timed = "T" in at
        row = {
            "id": task_id, "title": one.title or self._untitled, "kind": one.kind,
            "due_at": at or None, "place": one.place or None, "note": one.note or None,
            "priority": one.priority, "status": "done" if closed else "open",
            "closed_at": closed or None, "contact_id": one.contact_id,
            "assignee_id": self._actor_id,
            "duration_min": one.duration_min if timed else None,
            "repeat_rule": None, "repeat_start": None, "repeat_on": None, "repeat_except": None,
        }  # fmt: skip
        return row, one.reminders

    def _is_ours(self, one: Incoming) -> bool:
        return bool(one.own) and decode_id(one.own.removeprefix("r-")) is not None

    def _over(self, one: Incoming, at: str) -> str:
        """Return when an event of the past was over: it is nothing to do any more."""
        if one.ends_at is None or at[:10] > self._today.isoformat():
            return ""
        moment = one.ends_at
        if at != one.due_at and at and one.due_at:
            days = date.fromisoformat(at[:10]) - date.fromisoformat(one.due_at[:10])
            moment += days
        return f"{moment:%Y-%m-%dT%H:%M:%S}.000Z" if moment < self._now else ""


def _id(one: Incoming, time: str = "") -> int:
    """Return the id of an entry, or of one of its times: our own, or made of what names it."""
    known = decode_id(one.own.removeprefix("r-")) if one.own else None
    if known and not time:
        return known
    return meaning_id("calendar", one.uid, time) if time else meaning_id("calendar", one.uid)
