"""What a shop's settings do on their way to the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.settings import SettingService
    from app.services.staff import StaffService
    from app.settings import Setting
    from app.shapes.staff import StaffRow

Value = TypeVar("Value", str, int, bool)


class Choices(QObject):
    """Reads settings and staff, and queues each change behind what is being written.

    Whatever the file refuses is told by the runner's listener; `refused` has the old value shown
    again.
    """

    refused = Signal()

    def __init__(
        self, kit: Kit, settings: SettingService, staff: StaffService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = kit.runner
        self._settings = settings
        self._staff = staff

    def get(self, setting: Setting[Value]) -> Value:
        """Return what is set."""
        return self._settings.get(setting)

    def put(self, setting: Setting[Value], value: Value, *, title: str = "") -> None:
        """Keep a setting at once; `title` is shown while it takes long."""
        settings = self._settings

        def act() -> None:
            # Compared here and not before: an older choice may still wait to be written.
            if settings.get(setting) != value:
                settings.put(setting, value)

        self._write(act, title)

    def staff(self) -> list[StaffRow]:
        """Return everybody who works here, the owner first."""
        return self._staff.all()

    @property
    def present_id(self) -> int | None:
        """The id of whoever is at the desk."""
        return self._staff.present_id

    def add_staff(self, name: str) -> None:
        """Add somebody who works here."""
        self._write(lambda: self._staff.add(name))

    def rename_staff(self, staff_id: int, name: str) -> None:
        """Give somebody another name."""
        self._write(lambda: self._staff.rename(staff_id, name))

    def remove_staff(self, staff_id: int) -> None:
        """Have somebody work here no longer."""
        self._write(lambda: self._staff.remove(staff_id))

    def _write(self, act: Callable[[], object], title: str = "") -> None:
        job = self._runner.write(lambda _ticket: act(), title=title)
        job.failed.connect(lambda _error: self.refused.emit())
