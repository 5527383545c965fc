"""Works at Dangol's desk as somebody does who hears it and sees nothing.

Run by the system's Python, which has AT-SPI's bindings, within a session bus of its own:
screen_reader.py PYTHON FOLDER starts the program with PYTHON on a new shop in FOLDER. There is no
mouse here and no picture: what the window tells a screen reader is all there is.
"""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyatspi
from gi.repository import GLib

PATIENCE = 40  # s
BUTTON, FIELD, LABEL = "push button|button", "text|entry", "label"
LONG = ("table", "list", "menu bar")  # what is in them is asked for by place
PEOPLE = ("김민지", "박서준", "이하은")
CALLS = "SELECT kind, outcome, direction FROM interaction WHERE deleted_at IS NULL"


class NotHeardError(Exception):
    """What was listened for did not come."""


class Reader:
    """Goes through what the program shows as a screen reader does, and hears what it says."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._loop = GLib.MainContext.default()
        pyatspi.Registry.registerEventListener(self._on_said, "object:announcement")

    def find(self, role: str, name: str) -> Any:
        """Wait for what is shown in one of the roles with these words in its name."""
        found = self._until(
            lambda: next((p for p in self.parts() if is_one(p, role, name)), None),
            f"there is no {role} called {name!r}",
        )
        print("found", role, repr(found.name), flush=True)
        return found

    def press(self, name: str) -> None:
        """Press the button of that name."""
        self.find(BUTTON, name).queryAction().doAction(0)

    def write(self, name: str, words: str) -> None:
        """Write into the field of that name."""
        self.find(FIELD, name).queryEditableText().setTextContents(words)

    def hear(self, words: str) -> None:
        """Wait until that is announced."""
        self._until(
            lambda: any(words in said for said in self.heard),
            f"{words!r} was not said, but {self.heard}",
        )
        print("heard", repr(words), flush=True)

    def wait_for(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds."""
        self._until(holds, what)

    def row(self, table: Any, line: int) -> str:
        """Return how a table reads one of its lines."""
        return str(table.queryTable().getAccessibleAt(line, 1).name)

    def focused(self) -> str:
        """Return the role and name of what has the focus."""
        here = (p for p in self.parts() if p.getState().contains(pyatspi.STATE_FOCUSED))
        return next((f"{p.getRoleName()} {p.name}" for p in here), "nothing")

    def parts(self) -> Iterator[Any]:
        """Yield what is shown, from the window inwards."""
        waiting = [app for app in pyatspi.Registry.getDesktop(0) if app and app.name == "Dangol"]
        while waiting:
            part = waiting.pop(0)
            try:
                role, shown = part.getRoleName(), part.getState().contains(pyatspi.STATE_SHOWING)
                if not shown and role != "application":
                    continue
                yield part
                if role not in LONG:
                    waiting += [part[place] for place in range(part.childCount) if part[place]]
            except (GLib.GError, LookupError, NotImplementedError):
                continue  # it went away meanwhile

    def _until(self, holds: Callable[[], Any], trouble: str) -> Any:
        late = time.monotonic() + PATIENCE
        while not (found := holds()):
            if time.monotonic() > late:
                raise NotHeardError(trouble)
            self._listen()
            time.sleep(0.05)
        self._listen()
        return found

    def _listen(self) -> None:
        while self._loop.pending():
            self._loop.iteration(False)

    def _on_said(self, event: Any) -> None:
        self.heard.append(str(event.any_data))


def is_one(part: Any, role: str, name: str) -> bool:
    """Tell whether a part has one of the roles and these words in its name."""
    return part.getRoleName() in role.split("|") and name in (part.name or "")


def in_file(shop: Path, query: str) -> list[Any]:
    """Read the shop's file past the program."""
    with closing(sqlite3.connect(f"file:{shop}?mode=ro", uri=True)) as file:
        return file.execute(query).fetchall()


def morning(reader: Reader, folder: Path) -> None:
    """Bring a list in, find somebody, log a call with them, and take that back."""
    shop, table = folder / "shop.db", folder / "people.csv"
    lines = [f"{name},010-0100-000{place}\n" for place, name in enumerate(PEOPLE)]
    table.write_text("name,phone\n" + "".join(lines), encoding="utf-8")

    reader.press("Choose a file")
    reader.find(FIELD, "File name")
    assert not reader.heard, f"said before anything was done: {reader.heard}"
    reader.wait_for(lambda: "File name" in reader.focused(), "the name of the file has no focus")
    reader.write("File name", str(table))
    reader.press("Open")
    reader.press("Import 3 contacts")
    reader.hear("3 contacts came in")
    assert reader.focused().endswith("Done"), reader.focused()
    reader.press("Done")

    reader.write("Search contacts", "박서")
    people = reader.find("table", "Contacts")
    reader.wait_for(lambda: people.queryTable().nRows == 1, "the search finds not one alone")
    assert reader.row(people, 0) == "박서준", reader.row(people, 0)
    reader.find(LABEL, "박서준")
    before = reader.focused()

    reader.press("Log a call")
    reader.write("What was said with 박서준", "Wants peonies")
    assert reader.focused().endswith("What was said with 박서준"), reader.focused()
    reader.press("Save")
    reader.hear("Logged a contact with 박서준")
    assert in_file(shop, CALLS) == [("call", "talked", "out")], in_file(shop, CALLS)
    reader.press("Undo")
    reader.wait_for(lambda: not in_file(shop, CALLS), "the call is still in the file")
    reader.hear("Undone")
    reader.wait_for(lambda: reader.focused() == before, f"the focus is not back on {before}")


def main() -> int:
    """Start the program and go through the morning; 1 with what was shown if that fails."""
    python, folder = sys.argv[1], Path(sys.argv[2])
    homes = {name: str(folder) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    words = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "en_US.UTF-8", "LANGUAGE": "en"}
    reader = Reader()
    program = subprocess.Popen(
        [python, "-m", "ui.main", "--db", str(folder / "shop.db")],
        env={**os.environ, **homes, **words},
    )
    try:
        morning(reader, folder)
    except (NotHeardError, AssertionError) as trouble:
        print("Not so:", trouble)
        print("The focus is on:", reader.focused())
        for part in reader.parts():
            if part.name:
                print("   ", part.getRoleName(), repr(part.name))
        return 1
    finally:
        program.terminate()
        program.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
