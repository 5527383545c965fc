"""Which ways to reach somebody may tell that two records are one person."""

import re

from db.keys import HOME, email_key, phone_key

# Numbers and addresses a marketplace lends for one delivery: never a person's own.
RELAY_PHONE = re.compile(r"050\d{8,9}")
RELAY_MAIL = re.compile(r"@marketplace\.amazon\.")


def point_key(kind: str, label: str | None, value: str, country: str = HOME) -> str:
    """Return what equal contact points share; '' for what must match nobody.

    Fax numbers are shared by offices, relay numbers (050…), relay mail and starred-out
    addresses by strangers.
    """
    if kind == "phone":
        key = "" if label == "fax" else phone_key(value, country)
        return "" if RELAY_PHONE.fullmatch(key) else key
    if kind == "email":
        key = email_key(value)
        return "" if "*" in key or RELAY_MAIL.search(key) else key
    return ""
