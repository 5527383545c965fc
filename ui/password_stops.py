"""The stops of the tour where a shop gets a password, and where it is locked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ui.camera import Camera
from ui.lock.cover import Cover
from ui.lock.page import LockPage
from ui.settings.page import SettingsPage
from ui.settings.password import PasswordSection
from ui.settings.password_dialog import PasswordDialog
from ui.waiting import settle

if TYPE_CHECKING:
    from ui.program import Program


def password(program: Program, camera: Camera) -> Iterator[Path]:
    """Show the section of the settings, the dialog, and the window while it is locked."""
    window = program.window
    before = window.page()
    section, settings = window.findChild(PasswordSection), window.findChild(SettingsPage)
    if before is None or section is None or settings is None:
        return
    window.open_page_of(settings)
    settings.show_section(section)
    settle()
    yield camera.take("settings-password")
    section.change_button.click()
    yield from camera.take_dialog("password", window.findChild(PasswordDialog))
    cover = Cover(window, LockPage(program.kit, pins=True))
    settle()
    yield camera.take("locked")
    cover.lift()
    settle()
    window.open_page_of(before)
