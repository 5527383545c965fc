"""Folders a till writes to: looked after while the window is open, told of, and set up."""

import pytest
from PySide6.QtCore import QObject

from tests.app.test_sale_sheets import TILL, sold
from tests.files import write_csv
from tests.sale_files import bring_sales
from ui.settings.watched import WatchedSection
from ui.watching import Watching

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def folder(core, tmp_path):
    """A folder whose files are those of a till that is known."""
    folder = tmp_path / "till"
    folder.mkdir()
    bring_sales(core, write_csv(tmp_path / "first.csv", [TILL, sold("20260501001")]))
    return folder


@pytest.fixture
def watching(qtbot, core, kit, bridge):
    owner = QObject()
    watching = Watching(kit, core.watched_folders, core.notices, bridge, owner)
    yield watching
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    owner.deleteLater()


@pytest.fixture
def section(qtbot, core, kit, watching):
    section = WatchedSection(kit, core.watched_folders)
    qtbot.addWidget(section)
    section.retranslate()
    section.resize(900, 700)
    section.show()
    return section


def looked(qtbot, watching):
    """Look as the timer does, to the end."""
    watching.look()
    qtbot.waitUntil(lambda: not watching._looks)


def test_nothing_runs_while_no_folder_is_watched(qtbot, kit, watching):
    qtbot.waitUntil(lambda: not kit.runner.is_busy)
    assert not watching._timer.isActive()


def test_a_file_in_a_watched_folder_comes_in_and_is_told(qtbot, core, folder, section, watching):
    section.watch(folder)
    qtbot.waitUntil(watching._timer.isActive)
    qtbot.waitUntil(lambda: not watching._looks)
    write_csv(folder / "day.csv", [TILL, sold("20260511001"), sold("20260511002")])
    told = []
    watching.told.connect(lambda *what: told.append(what))
    for _look in range(2):
        looked(qtbot, watching)
    [(words, change_set, well)] = told
    assert words == "“day.csv”: 2 sales, 2 new, 0 updated, 0 the same."
    assert well
    assert change_set is not None
    assert not (folder / "day.csv").exists()
    [notice] = core.notices.all()
    assert (notice.change_set, notice.attention) == (change_set, False)


def test_a_file_nobody_understands_is_told_as_one_that_needs_somebody(
    qtbot, core, folder, section, watching
):
    section.watch(folder)
    qtbot.waitUntil(watching._timer.isActive)
    qtbot.waitUntil(lambda: not watching._looks)
    write_csv(folder / "odd.csv", [["가", "나"], ["1", "2"]])
    told = []
    watching.told.connect(lambda *what: told.append(what))
    for _look in range(2):
        looked(qtbot, watching)
    assert [well for _words, _set, well in told] == [False]
    [notice] = core.notices.all()
    assert notice.attention
    assert notice.file.name == "odd.csv"
    assert notice.file.exists()


def test_a_folder_is_watched_no_longer(qtbot, core, folder, section, watching):
    section.watch(folder)
    qtbot.waitUntil(lambda: section._lines.count() == 1)
    section._lines.itemAt(0).widget().layout().itemAt(1).widget().click()
    qtbot.waitUntil(lambda: core.watched_folders.folders() == ())
    qtbot.waitUntil(lambda: not watching._timer.isActive())


def test_the_settings_lead_to_what_came_of_it(qtbot, section):
    with qtbot.waitSignal(section.notices_asked):
        section.notices_button.click()
