"""The menus in which filters are chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.filters import MOST_DAYS, Condition
from ui.common.ask import AskDialog
from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.contacts.choices import Choice
from ui.contacts.filter_words import CHOSEN, OPS, FilterWords

FIELDS = (
    "kind", "tag", "owner", "source", "last_contact", "next_task", "phone", "email", "birthday",
    "created",
)  # fmt: skip
WITHIN = {"last_contact": (7, 30, 90), "created": (1, 7, 30, 90, 365)}
BEFORE = {"last_contact": (30, 90, 180, 365), "created": (30, 365)}


class FilterMenus(QObject):
    """Makes the menu of a field; what is checked in it comes out as `chosen`."""

    chosen = Signal(str, object)  # field, Condition or None

    def __init__(self, kit: Kit, words: FilterWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._words = words
        self._host = parent

    def of(self, field: str, asked: Condition | None, choice: Choice, parent: QWidget) -> CheckMenu:
        """Return the menu of a field, what is asked of it now checked."""
        menu = CheckMenu(self._kit.theme, self._words.field(field), parent)
        menu.setAccessibleName(self._words.field(field))
        if field in CHOSEN:
            self._fill_several(menu, field, asked, choice)
        else:
            self._fill_one(menu, field, asked)
        return menu

    def _fill_several(
        self, menu: CheckMenu, field: str, asked: Condition | None, choice: Choice
    ) -> None:
        values = values_of(field, choice)
        checked = list(asked.values) if asked is not None and asked.op == "any_of" else []

        def toggle(value: str | int, *, on: bool) -> None:
            if on:
                checked.append(value)
            else:
                checked.remove(value)
            some = Condition(field, "any_of", tuple(checked)) if checked else None
            self.chosen.emit(field, some)

        # A tag that nobody has any more can still be taken out of the filter.
        for value in dict.fromkeys((*values, *checked)):
            action = menu.add_check(self._words.name(field, value), on=value in checked)
            action.toggled.connect(lambda on, value=value: toggle(value, on=on))
        if not menu.actions():
            menu.add(self.tr("Nothing to choose from yet")).setEnabled(False)
        if field in ("owner", "source"):
            menu.addSeparator()
            self._add_one(menu, field, Condition(field, "empty"), asked)

    def _fill_one(self, menu: CheckMenu, field: str, asked: Condition | None) -> None:
        for group in groups_of(field):
            if menu.actions():
                menu.addSeparator()
            for condition in group:
                self._add_one(menu, field, condition, asked)
        if field in WITHIN:
            menu.addSeparator()
            for op, words in (
                ("within_days", self.tr("In the last … days")),
                ("before_days", self.tr("More than … days ago")),
            ):
                action = menu.add(words)
                action.triggered.connect(lambda _on=False, op=op: self._ask_days(field, op))

    def _add_one(
        self, menu: CheckMenu, field: str, condition: Condition, asked: Condition | None
    ) -> None:
        text = self._words.value(condition)
        text = text[:1].upper() + text[1:]
        action = menu.add_check(text, on=condition == asked, once=True)
        action.toggled.connect(lambda on: self.chosen.emit(field, condition if on else None))

    def _ask_days(self, field: str, op: str) -> None:
        title = (
            self.tr("In the last how many days?")
            if op == "within_days"
            else self.tr("More than how many days ago?")
        )
        dialog = AskDialog(
            self._kit.theme,
            title,
            self.tr("Show"),
            text="60",
            accepts=is_days,
            parent=self._host.window(),
        )
        dialog.answered.connect(
            lambda text: self.chosen.emit(field, Condition(field, op, (int(text),)))
        )
        dialog.open()


def values_of(field: str, choice: Choice) -> Iterable[str | int]:
    """Return what a field of several values can be."""
    if field == "kind":
        return ("person", "company", "household")
    if field == "owner":
        return [staff_id for staff_id, _name in (*choice.staff, *choice.retired)]
    return choice.tags if field == "tag" else choice.sources


def groups_of(field: str) -> list[list[Condition]]:
    """Return what can be asked of a field of one answer, in groups."""
    if field in WITHIN:
        groups = [
            [Condition(field, "within_days", (days,)) for days in WITHIN[field]],
            [Condition(field, "before_days", (days,)) for days in BEFORE[field]],
        ]
        return [*groups, [Condition(field, "never")]] if field == "last_contact" else groups
    if field == "next_task":
        ahead = [Condition(field, "next_days", (days,)) for days in (0, 7, 30)]
        there = [Condition(field, "known"), Condition(field, "empty")]
        return [[Condition(field, "overdue")], ahead, there]
    there = [Condition(field, "known"), Condition(field, "unknown")]
    if field != "birthday":
        return [there]
    soon = [Condition(field, "within_days", (days,)) for days in (7, 30)]
    return [soon, [Condition(field, "month", (month,)) for month in range(1, 13)], there]


def is_simple(part: Condition) -> bool:
    """Tell whether the menu of its field can show what is asked; the builder shows the rest."""
    if part.field in CHOSEN:
        return part.op in ("any_of", "empty")
    if part.field == "next_task":
        return part.op in OPS[part.field]
    return part.op in ("within_days", "before_days", "never", "month", "known", "unknown")


def is_days(text: str) -> bool:
    """Tell whether a text is a number of days to look back."""
    return text.isdecimal() and text.isascii() and 0 < int(text) <= MOST_DAYS
