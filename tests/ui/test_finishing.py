"""The window that is there while an installer brings a new version."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer

from app.updating.record import FAILED, SWAPPED, SWAPPING, Record, RecordFile
from tests.app.updating_parts import make_program, version_in
from ui.updates.finishing import FinishingWindow

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its programs are scripts")
STARTED = '#!/bin/sh\necho "$@" > "$(dirname "$0")/started"\n'


@pytest.fixture
def home(tmp_path):
    """A PC on which an installer is about to bring 1.1 in the place of 1.0."""
    home = tmp_path / "home"
    kept = RecordFile(home / "updates")
    program = make_program(tmp_path / "apps" / "dangol", "1.0")
    (program.folder / "dangol").write_text(STARTED)
    old, setup = home / "updates" / "old", home / "updates" / "setup.exe"
    kept.write(
        Record(
            step=SWAPPING, version="1.1", before="1.0", program=str(program.folder),
            beside=str(old), installer=str(setup),
        )
    )  # fmt: skip
    shutil.copytree(program.folder, old)
    new = make_program(tmp_path / "made" / "dangol", "1.1")
    (new.folder / "dangol").write_text(STARTED)
    setup.write_text(
        f'#!/bin/sh\nrm -r "{program.folder}"\ncp -r "{new.folder}" "{program.folder}"\n'
    )
    setup.chmod(0o755)
    return home


def finish(home, *arguments):
    """Run the saved copy's program, as a start does that finds an update ready."""
    command = [sys.executable, "-m", "ui.main", "--finish-update", *arguments]
    place = {**os.environ, "DANGOL_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=place, check=False, timeout=60).returncode


def test_it_installs_and_starts_the_new_program_with_the_file_that_was_to_be_opened(qtbot, home):
    kept = RecordFile(home / "updates")
    program = Path(kept.read().program)
    assert finish(home, "shop.dangol") == 0
    assert version_in(program) == "1.1"
    assert kept.read().step == SWAPPED
    qtbot.waitUntil((program / "started").exists)
    qtbot.waitUntil(lambda: (program / "started").read_text() == "shop.dangol\n")
    assert {p.name for p in kept.folder.iterdir()} == {"record.json", "old", "setup.exe"}


def test_an_installer_that_finds_the_program_running_is_tried_again(home):
    kept = RecordFile(home / "updates")
    setup = Path(kept.read().installer)
    works = setup.read_text().removeprefix("#!/bin/sh\n")
    setup.write_text(f'#!/bin/sh\n[ -e "$0.once" ] || {{ touch "$0.once"; exit 3; }}\n{works}')
    assert finish(home) == 0
    assert version_in(Path(kept.read().program)) == "1.1"


def test_the_program_before_comes_back_where_the_new_one_does_not_work(qtbot, home):
    kept = RecordFile(home / "updates")
    program = Path(kept.read().program)
    with Path(kept.read().installer).open("a") as setup:
        setup.write(f'touch "{program}/broken"\n')
    assert finish(home) == 0
    assert version_in(program) == "1.0"
    assert kept.read().step == FAILED
    qtbot.waitUntil((program / "started").exists)


def test_it_cannot_be_closed_and_goes_when_it_is_done(qtbot, theme, tmp_path):
    window = FinishingWindow(theme, "1.1")
    qtbot.addWidget(window)

    def task(ticket):
        ticket.advance(2, 4)
        assert asked.wait(5)
        return tmp_path

    tried, asked = [], Event()

    def close():
        assert window.focusWidget() is window.small_button
        tried.append(window.close())
        asked.set()

    QTimer.singleShot(0, window, close)
    assert window.run(task) == tmp_path
    assert tried == [False]
    assert "1.1" in window.words.text()


def test_it_can_be_put_out_of_the_way(qtbot, theme):
    window = FinishingWindow(theme, "1.1")
    qtbot.addWidget(window)
    window.show()
    qtbot.keyClick(window.small_button, Qt.Key.Key_Space)
    assert window.isMinimized()


def test_where_nothing_can_be_put_back_it_says_what_to_do_and_opens_the_copy(qtbot, theme, caplog):
    window = FinishingWindow(theme, "1.1")
    qtbot.addWidget(window)

    def task(_ticket):
        raise OSError("in use")

    def press():
        if window.open_button.isVisible():
            assert window.open_button.hasFocus()
            qtbot.keyClick(window.open_button, Qt.Key.Key_Space)
        else:
            QTimer.singleShot(10, window, press)

    QTimer.singleShot(0, window, press)
    assert window.run(task) is None
    assert "safe" in window.below.text()
    assert "in use" in caplog.text
