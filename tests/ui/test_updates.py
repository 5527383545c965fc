"""The dialog that looks for a new version: asks nobody until somebody asks it."""

import sys

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.updating.record import READY
from app.updating.updater import Updater
from tests.app.updating_parts import PUBLIC, make_program, publish, serving, version_in
from ui.updates.dialog import UpdateDialog

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its programs are scripts")


def test_a_new_version_is_found_downloaded_and_waits_for_the_next_start(
    qtbot: QtBot, kit, tmp_path
):
    program = make_program(tmp_path / "apps" / "dangol", "1.0")
    updater = Updater(tmp_path / "updates", keys=[PUBLIC], present="1.0", program=program)
    publish(tmp_path / "shelf", "1.1")
    dialog = UpdateDialog(kit, updater)
    qtbot.addWidget(dialog)
    dialog.show()
    with serving(tmp_path / "shelf") as (server, address):
        assert server.asked == []
        qtbot.keyClicks(dialog.address, address + "nowhere.json")
        qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "no list" in dialog.outcome._text.text())
        dialog.address.setText(address + "manifest.json")
        qtbot.mouseClick(dialog.look_button, LEFT)
        qtbot.waitUntil(dialog.fetch_button.isVisible)
        assert "It is new" in dialog.outcome._text.text()
        assert version_in(program.folder) == "1.0"
        qtbot.mouseClick(dialog.fetch_button, LEFT)
        qtbot.waitUntil(dialog.restart_button.isVisible)
        assert dialog.focusWidget() is dialog.restart_button
    assert updater.record.step == READY
    with qtbot.waitSignal(dialog.restart_asked):
        qtbot.mouseClick(dialog.restart_button, LEFT)
    again = UpdateDialog(kit, updater)
    qtbot.addWidget(again)
    assert again.address.text() == address + "manifest.json"
    assert not again.restart_button.isHidden()
