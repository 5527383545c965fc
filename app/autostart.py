"""Starting with the computer: every system has a place of its own where that is kept."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Protocol

from app.errors import FileError, FileProblem
from app.whole_files import whole_file

NAME = "Dangol"
LABEL = "app.dangol"  # of the agent on macOS
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
RESERVED = '\\"`$'  # in an argument of a desktop entry a backslash goes before these


class Autostart(Protocol):
    """Tells whether the program starts with the computer, and lets it or not."""

    @property
    def is_on(self) -> bool:
        """Whether it does."""

    def turn(self, *, on: bool) -> None:
        """Let it, or not; raise FileError where that cannot be kept."""


def this_autostart(arguments: Sequence[str] = ()) -> Autostart:
    """Return that of the computer one sits at; `arguments` are given to the program."""
    command = [*own_command(), *arguments]
    if sys.platform == "win32":
        return RunKey(command, RunValues())
    if sys.platform == "darwin":
        return LaunchAgent(command, Path.home() / "Library" / "LaunchAgents")
    return DesktopEntry(command, config_folder(os.environ, Path.home()) / "autostart")


def own_command() -> list[str]:
    """Return what starts the program: itself once it is packed, else Python with it."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "ui.main"]


def config_folder(environment: Mapping[str, str], home: Path) -> Path:
    """Return where programs keep how somebody wants them, on Linux."""
    named = environment.get("XDG_CONFIG_HOME", "")
    return Path(named) if Path(named).is_absolute() else home / ".config"


class DesktopEntry:
    """A file in the folder of what the desktop starts, on Linux."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = command
        self.path = folder / f"{NAME.lower()}.desktop"

    @property
    def is_on(self) -> bool:
        """Whether it is there, and the desktop has not switched it off."""
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return False
        told = dict(line.split("=", 1) for line in lines if "=" in line)
        return told.get("Hidden") != "true" and (
            told.get("X-GNOME-Autostart-enabled", "true") != "false"
        )

    def turn(self, *, on: bool) -> None:
        """Write the file, or take it away."""
        _keep(self.path, self._words().encode() if on else None)

    def _words(self) -> str:
        told = " ".join(_quoted(part) for part in self._command)
        return f"[Desktop Entry]\nType=Application\nName={NAME}\nExec={told}\nTerminal=false\n"


class LaunchAgent:
    """A list of properties among the agents of whoever is logged in, on macOS."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._command = list(command)
        self.path = folder / f"{LABEL}.plist"

    @property
    def is_on(self) -> bool:
        """Whether it is there and runs at login."""
        try:
            told = plistlib.loads(self.path.read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return False
        return isinstance(told, dict) and bool(told.get("RunAtLoad"))

    def turn(self, *, on: bool) -> None:
        """Write the file, or take it away."""
        told = {
            "Label": LABEL,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        _keep(self.path, plistlib.dumps(told) if on else None)


class RunKey:
    """A value among those of the registry that are run at login, on Windows."""

    def __init__(self, command: Sequence[str], values: MutableMapping[str, str]) -> None:
        self._command = command
        self._values = values

    @property
    def is_on(self) -> bool:
        """Whether it is there."""
        return NAME in self._values

    def turn(self, *, on: bool) -> None:
        """Write the value, or take it away."""
        try:
            if on:
                self._values[NAME] = subprocess.list2cmdline(self._command)
            elif NAME in self._values:
                del self._values[NAME]
        except OSError as error:
            raise FileError(FileProblem.NOT_WRITABLE, NAME) from error


if sys.platform == "win32":
    import winreg

    class RunValues(MutableMapping[str, str]):
        """The values of the key whose programs are run at login."""

        def __getitem__(self, name: str) -> str:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                    return str(winreg.QueryValueEx(key, name)[0])
            except FileNotFoundError as error:
                raise KeyError(name) from error

        def __setitem__(self, name: str, value: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

        def __delitem__(self, name: str) -> None:
            access = winreg.KEY_SET_VALUE
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN, access=access) as key:
                winreg.DeleteValue(key, name)

        def __iter__(self) -> Iterator[str]:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                for number in range(winreg.QueryInfoKey(key)[1]):
                    yield winreg.EnumValue(key, number)[0]

        def __len__(self) -> int:
            return sum(1 for _name in self)


def _keep(path: Path, content: bytes | None) -> None:
    """Write a file whole, or take it away."""
    try:
        if content is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(FileProblem.NOT_WRITABLE, path.name) from error
    with whole_file(path) as partial:
        partial.write_bytes(content)


def _quoted(part: str) -> str:
    """Return an argument as the Exec of a desktop entry has it: quoted, its signs escaped twice.

    Once for the argument, once for the text of the entry; a percent sign would be a field.
    """
    for sign in RESERVED:
        part = part.replace(sign, "\\" + sign)
    return '"' + part.replace("\\", "\\\\").replace("%", "%%") + '"'
