"""What the goal's card says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.day_words import LONG, SHORT
from app.goal_words import goal_name, value_words
from app.shapes.goals import Progress
from ui.common.kit import Kit
from ui.home.desk import Morning
from ui.home.goal_card import GoalLook, shares

translate = QCoreApplication.translate


def goal_look(kit: Kit, morning: Morning) -> GoalLook | None:
    """Return the card of the shop's goal, in the language in use; None where it has none."""
    progress = morning.goal
    if progress is None:
        return None
    goal, formats, code = progress.goal, kit.formats, kit.language.code

    def worth(value: int) -> str:
        return value_words(goal, value, code, lambda minor: formats.money(minor, morning.currency))

    values = [each.value for each in progress.series]
    best_at = max(range(len(values)), key=values.__getitem__, default=0)
    best = ""
    if values and values[best_at] > 0:
        best = _short(kit, morning, values[best_at])
        best = f"{formats.day(progress.series[best_at].day)} {best}"
    ahead = worth(abs(progress.ahead))
    if progress.ahead >= 0:
        told = translate("Home", "{amount} ahead of plan").format(amount=ahead)
    else:
        told = translate("Home", "{amount} behind plan").format(amount=ahead)
    day = translate("Home", "Day {n} of {count}").format(n=progress.day_number, count=progress.days)
    last = date.fromisoformat(goal.last_on)
    return GoalLook(
        title=_title(progress, kit), day=day, reached=worth(progress.reached),
        target=translate("Home", "of {amount}").format(amount=worth(goal.target)),
        share=progress.reached / goal.target, planned=progress.planned / goal.target, told=told,
        well=progress.ahead >= 0,
        percent=translate("Home", "{n}% reached").format(n=progress.percent),
        days=shares(values), length=progress.days, best=best, best_at=best_at,
        first=_plain(date.fromisoformat(goal.first_on), kit), now=translate("Home", "Today"),
        last=str(last.day) if goal.period == "month" else _plain(last, kit),
        figures=tuple(_figures(kit, morning, progress)),
    )  # fmt: skip


def goal_sentence(look: GoalLook | None) -> str:
    """Return how the goal stands, as it is printed; '' where there is none."""
    if look is None:
        return ""
    return translate("Home", "{title}: {reached} {target}.").format(
        title=look.title, reached=look.reached, target=look.target
    )


def _figures(kit: Kit, morning: Morning, progress: Progress) -> list[tuple[str, str]]:
    formats, goal = kit.formats, progress.goal

    def money(minor: int) -> str:
        return formats.money(minor, morning.currency)

    def worth(value: int) -> str:
        return value_words(goal, value, kit.language.code, money)

    found = [(translate("Home", "Sales yesterday"), money(morning.yesterday))]
    if morning.weighted is not None:
        found.append((translate("Home", "Open deals, weighted"), money(morning.weighted)))
    if progress.needed_per_day is not None:
        found.append((translate("Home", "Needed a day"), worth(progress.needed_per_day)))
    if progress.last_year_to_date is not None:
        words = translate("Home", "Last year by this day")
        found.append((words, worth(progress.last_year_to_date)))
    return found


def _title(progress: Progress, kit: Kit) -> str:
    goal = progress.goal
    if goal.period == "month" and not goal.name and goal.metric == "revenue":
        month = int(goal.first_on[5:7])
        named = f"{month}월" if kit.formats.korean else LONG[month - 1]
        return translate("Home", "Goal for {month}").format(month=named)
    return goal_name(goal, kit.language.code)


def _short(kit: Kit, morning: Morning, value: int) -> str:
    goal = morning.goal.goal if morning.goal is not None else None
    if goal is not None and goal.is_money:
        return kit.formats.short_money(value, morning.currency)
    return kit.formats.number(value)


def _plain(day: date, kit: Kit) -> str:
    if kit.formats.korean:
        return f"{day.month}월 {day.day}일"
    return f"{SHORT[day.month - 1]} {day.day}"
