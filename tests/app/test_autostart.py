"""Starting with the computer, as each system keeps it."""

import plistlib
import re
from pathlib import Path

import pytest

from app.autostart import DesktopEntry, LaunchAgent, RunKey, config_folder, own_command
from app.errors import FileError, FileProblem

COMMAND = ["/opt/My Shop/dangol", "--db", '/home/a/50% "off" $x\\y.db']


def test_on_linux_it_is_a_desktop_entry_that_comes_and_goes(tmp_path):
    entry = DesktopEntry(COMMAND, tmp_path / "not there yet" / "autostart")
    assert not entry.is_on
    entry.turn(on=True)
    assert entry.is_on
    lines = entry.path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert "Type=Application" in lines
    entry.turn(on=False)
    assert not entry.path.exists()
    entry.turn(on=False)
    assert not entry.is_on


def test_spaces_quotes_and_signs_reach_the_program_as_they_are(tmp_path):
    entry = DesktopEntry(COMMAND, tmp_path)
    entry.turn(on=True)
    told = next(
        line for line in entry.path.read_text(encoding="utf-8").splitlines() if "Exec" in line
    )
    # As a desktop reads it: the escapes of a text first, then those of arguments, then fields.
    value = told.removeprefix("Exec=").replace("\\\\", "\\")
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"', value)
    assert [re.sub(r"\\(.)", r"\1", part).replace("%%", "%") for part in parts] == COMMAND


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_has_switched_off_is_off(tmp_path, line):
    entry = DesktopEntry(COMMAND, tmp_path)
    entry.turn(on=True)
    entry.path.write_text(entry.path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert not entry.is_on
    entry.turn(on=True)
    assert entry.is_on


def test_on_macos_it_is_an_agent_that_runs_at_login(tmp_path):
    agent = LaunchAgent(COMMAND, tmp_path / "LaunchAgents")
    assert not agent.is_on
    agent.turn(on=True)
    assert agent.is_on
    assert plistlib.loads(agent.path.read_bytes())["ProgramArguments"] == COMMAND
    agent.path.write_bytes(b"nonsense")
    assert not agent.is_on
    agent.turn(on=False)
    assert not agent.path.exists()


def test_on_windows_it_is_a_value_of_the_registry():
    values = {"Other": "other.exe"}
    key = RunKey(["C:\\Program Files\\Dangol\\Dangol.exe", "--db", "D:\\shop.db"], values)
    assert not key.is_on
    key.turn(on=True)
    assert key.is_on
    assert values["Dangol"] == '"C:\\Program Files\\Dangol\\Dangol.exe" --db D:\\shop.db'
    key.turn(on=False)
    key.turn(on=False)
    assert values == {"Other": "other.exe"}


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(FileError) as told:
        DesktopEntry(COMMAND, blocked / "autostart").turn(on=True)
    assert told.value.problem is FileProblem.NOT_WRITABLE


def test_the_folder_is_where_the_desktop_says_or_the_usual_one(tmp_path):
    assert config_folder({"XDG_CONFIG_HOME": str(tmp_path / "x")}, tmp_path) == tmp_path / "x"
    assert config_folder({"XDG_CONFIG_HOME": "relative"}, tmp_path) == tmp_path / ".config"
    assert config_folder({}, tmp_path) == tmp_path / ".config"


def test_what_is_started_is_a_program_that_is_there():
    assert Path(own_command()[0]).is_file()
