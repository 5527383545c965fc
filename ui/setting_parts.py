"""The settings of an open shop, with the sections that belong to it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.settings.fields import FieldsSection
from ui.settings.page import SettingsPage
from ui.settings.tags import TagsSection

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.common.bridge import ChangeBridge
    from ui.common.kit import Kit
    from ui.shell.main_window import MainWindow


def make_settings(
    kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge
) -> tuple[SettingsPage, FieldsSection]:
    """Return the page, and its section where the shop's own fields are made."""
    page = SettingsPage(kit, core.settings, core.staff, core.care, window.named_keys, bridge)
    fields = FieldsSection(kit, core.custom_fields)
    page.add_section(fields, at=2)
    page.add_section(TagsSection(kit, core.tags), at=3)
    return page, fields
