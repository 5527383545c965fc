"""The stops of the tour where a shop is checked and carried to another PC, and updates come in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.updating.finishing import STEPS
from ui.camera import Camera
from ui.settings.page import SettingsPage
from ui.updates.dialog import UpdateDialog
from ui.updates.finishing import FinishingWindow
from ui.waiting import settle, wait_until

if TYPE_CHECKING:
    from ui.program import Program

PATIENCE = 60  # s the shop may take to be checked


def keeping(program: Program, camera: Camera) -> Iterator[Path]:
    """Show a shop that was checked, the way to another PC, and the dialog of updates."""
    window, kept = program.window, program.keeping
    before, settings = window.page(), window.findChild(SettingsPage)
    repair, moving = kept.repair, kept.moving
    if before is None or settings is None or repair is None or moving is None:
        return
    window.open_page_of(settings)
    settings.show_section(repair)
    repair.check_button.click()
    wait_until(lambda: not program.kit.runner.is_busy, seconds=PATIENCE)
    settle()
    yield camera.take("settings-repair")
    settings.show_section(moving)
    settle()
    yield camera.take("settings-moving")
    kept.ask_for_updates()
    yield from camera.take_dialog("updates", window.findChild(UpdateDialog))
    finishing = FinishingWindow(program.kit.theme, "1.1")
    finishing.show_step(2, STEPS)
    finishing.show()
    yield camera.take_over("updates-finishing", finishing)
    finishing.deleteLater()
    window.open_page_of(before)
