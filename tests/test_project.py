"""The checkout itself: its lock, its make targets, the one sentence when something is missing."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
TARGETS = (
    "setup",
    "run",
    "test",
    "lint",
    "screens",
    "bench",
    "faults",
    "package",
    "windows",
    "deb",
)

# A bare machine's answers: Linux, nothing installed, the user is root.
LINUX = {"uname": "echo Linux", "dpkg-query": "true", "id": "echo 0"}

posix = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for Linux and macOS")
linux = pytest.mark.skipif(sys.platform != "linux", reason="the script asks dpkg and apt-get")


def name_of(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_each_requirement_is_in_the_lock():
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    locked = {name_of(line) for line in LOCK.splitlines() if re.match(r"\w", line)}
    assert {name_of(requirement) for requirement in wanted} <= locked


def test_each_locked_package_is_pinned_and_hashed():
    entries = re.split(r"\n(?=\w)", LOCK.split("\n", 1)[1])
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_lock_names_no_place_to_fetch_from():
    assert not re.search(r"://|@ |--(?:extra-)?index|--find-links|--trusted", LOCK)
    assert not (ROOT / "uv.lock").exists()


def test_the_workflow_pins_each_action_by_commit():
    for workflow in (ROOT / ".github" / "workflows").glob("*.yml"):
        uses = re.findall(r"uses: (\S+)", workflow.read_text(encoding="utf-8"))
        assert uses
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) for action in uses), uses


@posix
def test_make_help_names_every_target():
    done = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert set(TARGETS) <= set(re.findall(r"^  make (\w+)", done, re.MULTILINE))


@posix
@pytest.mark.parametrize(
    "script", [".ci/run", *(f"packaging/{p.name}" for p in (ROOT / "packaging").glob("*.sh"))]
)
def test_a_script_is_well_formed(script: str):
    assert subprocess.run(["bash", "-n", ROOT / script], check=False).returncode == 0


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout's set-up files beside bin/, where a test lays the programs of a poorer machine."""
    shutil.copytree(ROOT / "packaging", tmp_path / "checkout" / "packaging")
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / "checkout")
    (tmp_path / "bin").mkdir()
    for name in ("bash", "cat", "cksum", "dirname", "env", "grep", "mktemp", "rm", "tr"):
        found = shutil.which(name)
        assert found, name
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def lay(machine: Path, programs: dict[str, str]) -> None:
    """Put shell programs on the machine's path: {name: body}."""
    for name, body in programs.items():
        program = machine / "bin" / name
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)


def set_up(machine: Path, **environment: str) -> str:
    """Run the set-up, which must refuse; what it says on standard error."""
    done = subprocess.run(
        [machine / "bin" / "bash", "packaging/setup.sh"],
        cwd=machine / "checkout",
        env={"PATH": str(machine / "bin"), "HOME": str(machine), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert not (machine / "checkout" / ".venv").exists()
    return done.stderr


@posix
def test_an_unknown_system_is_refused_in_one_sentence(machine: Path):
    lay(machine, {"uname": "echo FreeBSD"})
    assert set_up(machine) == (
        "Dangol: the set-up knows Debian 12, Ubuntu 24.04, macOS 14 and later; this is FreeBSD.\n"
    )


@posix
def test_an_old_macos_is_refused_in_one_sentence(machine: Path):
    lay(machine, {"uname": "echo Darwin", "sw_vers": "echo 13.6.1"})
    assert set_up(machine) == (
        "Dangol: the set-up knows Debian 12, Ubuntu 24.04, macOS 14 and later; "
        "this is macOS 13.6.1.\n"
    )


@linux
def test_missing_libraries_without_root_or_sudo_are_told_in_one_sentence(machine: Path):
    lay(machine, LINUX | {"dpkg-query": "echo 'installed libegl1'", "id": "echo 1000"})
    told = set_up(machine)
    assert told.count("\n") == 1
    assert told.startswith(
        "Dangol: these system packages are missing and installing them takes root or sudo: "
    )
    assert "libgl1" in told
    assert "libegl1" not in told


@linux
def test_libraries_that_cannot_be_fetched_are_told_in_one_sentence(machine: Path):
    lay(machine, LINUX | {"apt-get": "echo 'Temporary failure resolving'; exit 100"})
    told = set_up(machine)
    assert told.count("\n") == 1
    assert "could not be installed" in told


@linux
def test_a_missing_python_is_told_in_one_sentence(machine: Path):
    names = re.search(r"qt_packages=\(([^)]+)\)", (ROOT / "packaging/system.sh").read_text("utf-8"))
    assert names
    installed = "\n".join(f"echo 'installed {name}'" for name in names[1].split())
    lay(machine, LINUX | {"dpkg-query": installed})
    assert set_up(machine, PYTHON="python3.9") == (
        "Dangol: Python 3.11, 3.12 or 3.13 is needed, and python3.9 is none of them here.\n"
    )
