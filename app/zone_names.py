"""What the shop's time zone is called, so that other calendars know it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.settings import TIME_ZONE

LOCAL = Path("/etc/localtime")
MARK = "zoneinfo/"
REGISTRY = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"


def zone_name(settings: Mapping[str, object]) -> str:
    """Return the IANA name of the shop's time zone, or of the PC's; '' where nobody knows it."""
    told = (TIME_ZONE.of(dict(settings)), os.environ.get("TZ", "").lstrip(":"), _of_the_pc())
    return next((name for name in told if name and _is_known(name)), "")


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _of_the_pc() -> str:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - there alone

        from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, REGISTRY) as key:
            return WINDOWS_TO_OLSON.get(winreg.QueryValueEx(key, "TimeZoneKeyName")[0], "")
    try:
        return str(LOCAL.resolve()).replace("\\", "/").partition(MARK)[2]
    except OSError:
        return ""
