"""The folder for backups is on a drive that comes and goes."""

import os

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.notice_words import notice_words
from ui.common.kit import Kit
from ui.keeping.arriving import ArrivingDialog
from ui.settings.backups import BackupsSection


def said(core: Core) -> list[str]:
    return [notice_words(one, "en") for one in core.notices.all() if one.attention]


def test_a_drive_that_is_away_is_told_until_it_is_back(
    qtbot: QtBot, core: Core, kit: Kit, tmp_path
):
    stick = tmp_path / "stick"
    core.care.choose_place(stick)
    core.care.back_up()
    section = BackupsSection(kit, core.care)
    qtbot.addWidget(section)
    section.show()
    section.refresh()
    qtbot.waitUntil(lambda: len(section.rows) == 1)
    assert not section.away.isVisible()
    assert said(core) == []
    stick.rename(tmp_path / "gone")
    QApplication.sendEvent(section, QEvent(QEvent.Type.WindowActivate))  # somebody comes back
    qtbot.waitUntil(section.away.isVisible)
    qtbot.waitUntil(lambda: not section.rows)
    assert "is not there" in said(core)[0]
    assert core.care.back_up().parent == core.care.folder / "backups"
    (tmp_path / "gone").rename(stick)
    QApplication.sendEvent(section, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: not section.away.isVisible())
    qtbot.waitUntil(lambda: len(section.rows) == 2)
    assert said(core) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write to all")
def test_a_folder_that_takes_nothing_any_more_is_told_and_its_backups_are_still_shown(
    core: Core, tmp_path
):
    own = core.care.choose_place(tmp_path / "stick").folder
    first = core.care.back_up()
    own.chmod(0o500)
    try:
        assert core.care.back_up().parent == core.care.folder / "backups"
        assert "cannot be written to" in said(core)[0]
        assert first in {backup.path for backup in core.care.backups()}
    finally:
        own.chmod(0o700)


def test_what_arrives_has_no_empty_room_below_its_words(qtbot: QtBot, kit: Kit, tmp_path):
    cut = tmp_path / "cut.move.dangol"
    cut.write_bytes(b"PK")
    dialog = ArrivingDialog(kit, cut)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "damaged" in dialog.held.text())
    assert dialog.keep_button.hasFocus()
    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width())
