"""The shop's settings, typed; they travel with its file (window state does not)."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value", str, int, bool)


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One setting: its key in the file, its kind, and what holds until somebody sets it."""

    key: str
    default: Callable[[], Value]
    told: bool = True  # History says what it was set to

    def of(self, values: dict[str, object]) -> Value:
        """Return the value among those of the file, or the default if it is absent or odd."""
        fallback = self.default()
        found = values.get(self.key, fallback)
        return found if isinstance(found, type(fallback)) else fallback


def _system_language() -> str:
    named = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "ko" if named.lower().startswith(("ko", "korean")) else "en"


LANGUAGE: Setting[str] = Setting("language", _system_language)  # 'ko' or 'en'
SHOP_NAME: Setting[str] = Setting("shop_name", lambda: "")
COUNTRY: Setting[str] = Setting("country", lambda: "KR")  # ISO 3166
CURRENCY: Setting[str] = Setting("currency", lambda: "KRW")  # ISO 4217
THEME: Setting[str] = Setting("theme", lambda: "system")  # 'system', 'light' or 'dark'
LETTER_KEYS: Setting[bool] = Setting("letter_keys", lambda: True)  # single letters as commands
AUTO_LOCK: Setting[int] = Setting("auto_lock", lambda: 15)  # minutes; 0 for never
PINS: Setting[str] = Setting("pins", lambda: "", told=False)  # what scrypt makes of them, JSON
TEXT_SIZE: Setting[int] = Setting("text_size", lambda: 1000)  # thousandths of the normal size
# Whether tax comes on top of the prices, and how much it is where a product says nothing.
TAX_ADDED: Setting[bool] = Setting("tax_added", lambda: False)
TAX_RATE: Setting[int] = Setting("tax_rate", lambda: 100)  # thousandths
# The shop's clock, while somebody travels with it; '' is that of the PC.
TIME_ZONE: Setting[str] = Setting("time_zone", lambda: "")  # IANA name
MORNING: Setting[str] = Setting("morning", lambda: "09:00")  # what is put off to a morning
EVENING: Setting[str] = Setting("evening", lambda: "18:00")
DAY_REMINDER: Setting[str] = Setting("day_reminder", lambda: "09:00")  # of what has no hour
QUIET_FROM: Setting[str] = Setting("quiet_from", lambda: "21:00")  # nothing rings; '' for always
QUIET_UNTIL: Setting[str] = Setting("quiet_until", lambda: "08:00")
# Who the shop is on paper: what a quote must tell of the supplier.
REGISTRATION: Setting[str] = Setting("registration", lambda: "")  # of the business, as typed
REPRESENTATIVE: Setting[str] = Setting("representative", lambda: "")
SHOP_ADDRESS: Setting[str] = Setting("shop_address", lambda: "")
BUSINESS_TYPE: Setting[str] = Setting("business_type", lambda: "")
BUSINESS_ITEM: Setting[str] = Setting("business_item", lambda: "")
SHOP_PHONE: Setting[str] = Setting("shop_phone", lambda: "")
SHOP_EMAIL: Setting[str] = Setting("shop_email", lambda: "")
STAMP: Setting[str] = Setting("stamp", lambda: "", told=False)  # a picture's bytes in base64
# When the shop is open, and within how many of those hours an enquiry is to be answered.
OPEN_FROM: Setting[str] = Setting("open_from", lambda: "10:00")
OPEN_UNTIL: Setting[str] = Setting("open_until", lambda: "20:00")
OPEN_DAYS: Setting[str] = Setting("open_days", lambda: "MO,TU,WE,TH,FR,SA,SU")
ANSWER_HOURS: Setting[int] = Setting("answer_hours", lambda: 4)
LEADERBOARD: Setting[bool] = Setting("leaderboard", lambda: False)  # who has won most comes first
