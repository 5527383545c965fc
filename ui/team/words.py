"""What the page of the team says of one of its people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.shapes.team import MemberFigures
from app.words import kind_words
from ui.common.kit import Kit
from ui.common.row_delegate import PersonCell, RowLook, TextCell
from ui.common.widgets.avatar import avatar_colour

translate = QCoreApplication.translate

HOUR, DAY = 60, 1440  # minutes


def titles() -> tuple[str, ...]:
    """Return the titles of the columns."""
    return (
        translate("Team", "Name"),
        translate("Team", "Open deals"),
        translate("Team", "Won"),
        translate("Team", "Sales"),
        translate("Team", "Tasks"),
        translate("Team", "Done"),
        translate("Team", "Enquiries"),
        translate("Team", "Answers in"),
        translate("Team", "Goal"),
    )


def wait_words(minutes: int | None, kit: Kit) -> str:
    """Return how long somebody waited: '25 min', '3 h', '2 days'."""
    if minutes is None:
        return ""
    number = kit.formats.number
    if minutes < HOUR:
        return translate("Team", "{n} min").format(n=number(minutes))
    if minutes < 2 * DAY:
        return translate("Team", "{n} h").format(n=number(round(minutes / HOUR)))
    return translate("Team", "{n} days").format(n=number(round(minutes / DAY)))


def member_look(member: MemberFigures, kit: Kit, currency: str) -> RowLook:
    """Return the row of somebody."""
    formats = kit.formats

    def counted(count: int, amount: int) -> str:
        if not count:
            return ""
        return f"{formats.number(count)} · {formats.short_money(amount, currency)}"

    name = member.name or translate("Team", "Owner")
    tasks = formats.number(member.tasks_open) if member.tasks_open else ""
    if member.tasks_overdue:
        tasks = translate("Team", "{n}, {late} late").format(
            n=tasks, late=formats.number(member.tasks_overdue)
        )
    waiting = ""
    if member.enquiries_waiting:
        waiting = translate("Team", "{n} waiting").format(
            n=formats.number(member.enquiries_waiting)
        )
    open_deals = counted(member.open_deals, member.open_value)
    won, sold = (
        counted(member.won_deals, member.won_value),
        counted(member.sales, member.sales_total),
    )
    done = formats.number(member.tasks_done) if member.tasks_done else ""
    wait = wait_words(member.response_min, kit)
    goal, colour = _goal(member, kit)
    cells = (
        PersonCell(name, avatar_colour(member.staff_id)),
        TextCell(open_deals, right=True, digits=True),
        TextCell(won, "text", right=True, digits=True, strong=True),
        TextCell(sold, right=True, digits=True),
        TextCell(tasks, "danger" if member.tasks_overdue else "text-2", right=True, digits=True),
        TextCell(done, right=True, digits=True),
        TextCell(waiting, "warning" if waiting else "text-2", right=True, digits=True),
        TextCell(wait, right=True, digits=True),
        TextCell(goal, colour, right=True, digits=True),
    )
    told = zip(titles()[1:], (open_deals, won, sold, tasks, done, waiting, wait, goal), strict=True)
    sentence = ", ".join((name, *(f"{title} {text}" for title, text in told if text)))
    return RowLook(cells, sentence=sentence)


def _goal(member: MemberFigures, kit: Kit) -> tuple[str, str]:
    if not member.goals:
        return "", "text-2"
    first = member.goals[0]
    state = kind_words("goal_state", first.state, kit.language.code)
    colour = {"behind": "warning", "missed": "danger"}.get(first.state, "text-2")
    return f"{first.percent}%, {state}", colour
