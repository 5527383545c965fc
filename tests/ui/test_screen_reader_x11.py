"""A morning of somebody who sees nothing, through AT-SPI as a screen reader has it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.x11

READER = Path(__file__).with_name("screen_reader.py")
SYSTEM = "/usr/bin/python3"  # has the bindings as packages; no other Python can


def has_a_screen_reader() -> bool:
    """Whether this PC has the bus of assistive technology and a Python that speaks to it."""
    if shutil.which("dbus-run-session") is None or not Path(SYSTEM).exists():
        return False
    return subprocess.run([SYSTEM, "-c", "import pyatspi"], check=False).returncode == 0


@pytest.mark.skipif(
    not has_a_screen_reader(),
    reason="It needs dbus, at-spi2-core and python3-pyatspi, which are not here.",
)
def test_who_sees_nothing_imports_finds_logs_a_call_and_takes_it_back(tmp_path):
    reader = ["dbus-run-session", "--", SYSTEM, READER, sys.executable, tmp_path]
    done = subprocess.run(reader, check=False, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
