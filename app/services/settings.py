"""What a user can set for the shop."""

from typing import TypeVar

from app.ops import Op
from app.settings import Setting
from app.store import Store

Value = TypeVar("Value", str, int, bool)


class SettingService:
    """Reads and keeps the settings that travel with the shop's file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, setting: Setting[Value]) -> Value:
        """Return what is set, or the default."""
        with self._store.read() as unit:
            return setting.of(unit.settings.all())

    def put(self, setting: Setting[Value], value: Value) -> None:
        """Keep a setting; what is derived from it follows in the same transaction."""
        told = value if setting.told or not value else True
        with self._store.action(Op.CHANGE_SETTING, key=setting.key, value=told) as unit:
            unit.settings.put(setting.key, value)
