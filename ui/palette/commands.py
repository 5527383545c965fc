"""What the palette can do besides finding: the actions of the menus, by name."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

LETTER_BEHIND = re.compile(r"\(&.\)")  # as Korean menus mark the letter for Alt
MARK = re.compile(r"&(.)")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done now; `key` is written as it reads on this system."""

    title: str
    run: Callable[[], object]
    key: str = ""
    icon: QIcon | None = None

    def fits(self, text: str) -> bool:
        """Tell whether each word of the text is in the title, in any case."""
        title = self.title.casefold()
        return all(word in title for word in text.casefold().split())


def commands_of(menu: QMenu, without: QAction, path: str = "") -> list[Command]:
    """Return what can be chosen in a menu and the menus in it; what is off is left out.

    Entries of a menu inside the menu are named with it: 'Theme: Dark'.
    """
    found: list[Command] = []
    for action in menu.actions():
        if action.isSeparator() or not action.isEnabled() or action is without:
            continue
        words = plain(action.text())
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += commands_of(inner, without, f"{words}: ")
            continue
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        icon = None if action.icon().isNull() else action.icon()
        found.append(Command(path + words, action.trigger, key, icon))
    return found


def shortcuts_of(menu: QMenu) -> list[tuple[str, list[str]]]:
    """Return (name, keys) of the entries of a menu that have keys, on or off.

    What an entry would act on just now, as in 'Undo: Added a note', is not of its name.
    """
    return [
        (plain(action.text()).partition(": ")[0], [key.toString() for key in action.shortcuts()])
        for action in menu.actions()
        if action.shortcuts()
    ]


def plain(text: str) -> str:
    """Return the text of an action as it reads, without the mark of its letter."""
    return MARK.sub(r"\1", LETTER_BEHIND.sub("", text))
