"""The stops of the tour where many contacts are mended, and one line says it all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ui.camera import Camera
from ui.contacts.bulk_dialog import BulkDialog
from ui.contacts.quick_log import QuickLog
from ui.quality.round import TidyRound
from ui.shell.main_window import MainWindow
from ui.waiting import settle, wait_until

LINE = "전화 예약 토요일 3시 5만원"
COUNTED = 600  # ms until what would change is counted


def mending(window: MainWindow, camera: Camera) -> Iterator[Path]:
    """Show a typed line, one field of many, and a tidy round."""
    window.menus.log_action.trigger()
    quick = window.findChild(QuickLog)
    if quick is not None:
        quick.text.setText(LINE)
        wait_until(lambda: bool(quick.chips.buttons))
        settle(COUNTED)
    yield from camera.take_dialog("quick-line", quick)
    window.menus.edit_many_action.trigger()
    settle(COUNTED)
    many = window.findChild(BulkDialog)
    if many is not None:
        many.field.setCurrentIndex(many.field.findData("source"))
        many.value.line.setText("인스타그램")
        settle(COUNTED)
    yield from camera.take_dialog("bulk-edit", many)
    window.menus.tidy_action.trigger()
    settle(COUNTED)
    yield from camera.take_dialog("tidy-round", window.findChild(TidyRound))
