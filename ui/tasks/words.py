"""Tasks in words and icons."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.day_words import SHORT
from app.shapes.tasks import HIGH, URGENT, TaskRow
from app.words import kind_words
from ui.common.ahead_words import WEEKDAYS, long_day, span_words, when_words
from ui.common.formats import Formats
from ui.common.kit import Kit
from ui.common.task_icons import ICONS

translate = QCoreApplication.translate

URGENCY = {HIGH: "warning", URGENT: "danger"}  # the colour of its flag
FOLDED = ("later", "someday", "waiting", "done_today")  # sections one opens


def due_words(row: TaskRow, section: str, formats: Formats) -> str:
    """Return when a task is due, without what its section tells already: '3:00 PM', 'May 8'."""
    if section == "done_today":
        return formats.time_of(row.closed_at)
    if section == "waiting":
        return formats.moment(row.waiting_since) if row.waiting_since else ""
    if not row.due_at:
        return ""
    timed = "T" in row.due_at
    clock = formats.clock(row.due_at[11:16]) if timed else ""
    if section in ("today", "tomorrow"):
        return clock
    day = date.fromisoformat(row.due_at[:10])
    weekday = WEEKDAYS[formats.korean][day.weekday()]
    if section == "this_week":
        return f"{weekday} {clock}".rstrip()
    shown = plain_day(day, formats)
    return f"{shown} ({weekday})" if formats.korean else f"{weekday}, {shown}"


def plain_day(day: date, formats: Formats) -> str:
    """Return a day without saying how near it is: 'May 11', '5월 11일'."""
    year = day.year != formats.today().year
    if formats.korean:
        return (f"{day.year}년 " if year else "") + f"{day.month}월 {day.day}일"
    return f"{SHORT[day.month - 1]} {day.day}" + (f", {day.year}" if year else "")


def section_words(section: str, kit: Kit) -> tuple[str, str]:
    """Return the name of a section and the days it is of."""
    formats, code = kit.formats, kit.language.code
    today = formats.today()
    days = {"today": today, "tomorrow": today + timedelta(days=1)}
    name = kind_words("task_section", section, code)
    if section in days:
        return name, long_day(days[section], formats)
    if section == "this_week":
        first = today + timedelta(days=2)
        last = today + timedelta(days=6 - today.weekday())
        if first < last:
            return name, span_words(first, last, formats)
    return name, ""


def icon_of(row: TaskRow) -> tuple[str, str]:
    """Return the icon of a task and the name of its colour: a flag where it is urgent."""
    if row.priority in URGENCY:
        return "flag", URGENCY[row.priority]
    return ICONS[row.kind], "muted"


def deal_words(row: TaskRow, kit: Kit) -> str:
    """Return which deal a task is of, in little room: 'Deal ₩1.92M'."""
    if row.deal_amount is None:
        return translate("TaskWords", "Deal")
    amount = kit.formats.short_money(row.deal_amount, row.deal_currency)
    return translate("TaskWords", "Deal {amount}").format(amount=amount)


def task_sentence(row: TaskRow, kit: Kit) -> str:
    """Return a task as it is read aloud."""
    parts = [kind_words("task", row.kind, kit.language.code), row.title, row.contact]
    if row.deal:
        parts.append(f"{deal_words(row, kit)}: {row.deal}")
    if row.due_at:
        parts.append(when_words(row.due_at, kit.formats))
    if row.priority:
        parts.append(kind_words("priority", str(row.priority), kit.language.code))
    if row.is_closed:
        parts.append(kind_words("task_status", row.status, kit.language.code))
    parts.append(row.assignee)
    return ", ".join(part for part in parts if part)


def snooze_hour(at: str, formats: Formats) -> str:
    """Return when a snoozed task comes back, as the menu has it at the right."""
    if not at:
        return ""
    moment = date.fromisoformat(at[:10])
    if moment in (formats.today(), formats.today() + timedelta(days=1)) and "T" in at:
        return formats.clock(at[11:16])
    weekday = WEEKDAYS[formats.korean][moment.weekday()]
    shown = plain_day(moment, formats)
    return f"{shown} ({weekday})" if formats.korean else f"{weekday}, {shown}"
