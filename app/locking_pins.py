"""PINs: who is at the desk, told with four to eight digits while the shop is open but locked."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from typing import Any

from app.errors import InvalidInputError, Problem
from app.ops import Op
from app.settings import PINS
from app.store import Store

SHORTEST, LONGEST = 4, 8  # digits
TRIES = 5  # then the password is asked for
COST = 15  # scrypt's N is 2**15
SALT = 16
COSTS = range(1, 21)  # what somebody made up must not take all the memory there is
_NOBODYS: dict[str, Any] = {"salt": "", "cost": 0}


class PinService:
    """Keeps PINs as what scrypt makes of them, in the shop's encrypted file; for worker threads."""

    def __init__(self, store: Store, cost: int = COST) -> None:
        self._store = store
        self._cost = cost

    def holders(self) -> frozenset[int]:
        """Return the staff who have a PIN and work here."""
        with self._store.read() as unit:
            kept = _read(PINS.of(unit.settings.all()))
            return frozenset(row[0] for row in unit.settings.staff() if str(row[0]) in kept["pins"])

    def put(self, staff_id: int, pin: str) -> None:
        """Give somebody a PIN; raises InvalidInputError for an odd one or somebody else's."""
        if not (pin.isascii() and pin.isdecimal()):
            raise InvalidInputError({"pin": Problem.NOT_A_NUMBER})
        if len(pin) < SHORTEST:
            raise InvalidInputError({"pin": Problem.TOO_SHORT})
        if len(pin) > LONGEST:
            raise InvalidInputError({"pin": Problem.TOO_LONG})
        if (known := self.who(pin)) is not None and known != staff_id:
            raise InvalidInputError({"pin": Problem.TAKEN})
        with self._store.action(Op.CHANGE_SETTING, key=PINS.key, value=True) as unit:
            kept = _read(PINS.of(unit.settings.all()))
            kept["salt"] = kept["salt"] or secrets.token_hex(SALT)
            kept["cost"] = kept["cost"] or self._cost
            kept["pins"][str(staff_id)] = _hash(pin, kept)
            unit.settings.put(PINS.key, json.dumps(kept))

    def remove(self, staff_id: int) -> None:
        """Take somebody's PIN away."""
        with self._store.action(Op.CHANGE_SETTING, key=PINS.key, value=True) as unit:
            kept = _read(PINS.of(unit.settings.all()))
            if kept["pins"].pop(str(staff_id), None) is not None:
                unit.settings.put(PINS.key, json.dumps(kept))

    def who(self, pin: str) -> int | None:
        """Return whose PIN that is; None if it is nobody's who works here."""
        with self._store.read() as unit:
            kept = _read(PINS.of(unit.settings.all()))
            staff = {str(row[0]): row[0] for row in unit.settings.staff()}
        if not kept["pins"]:
            return None
        made = _hash(pin, kept)
        found = [staff[k] for k, of in kept["pins"].items() if hmac.compare_digest(of, made)
                 and k in staff]  # fmt: skip
        return found[0] if found else None

    def sit_down(self, staff_id: int) -> None:
        """Have somebody be at the desk: what is done from now on is theirs."""
        self._store.actor_id = staff_id


def _read(text: str) -> dict[str, Any]:
    """Return what is kept; nothing where it was spoilt: the password opens the shop too."""
    try:
        kept = json.loads(text)
        salt, cost, pins = kept["salt"], kept["cost"], kept["pins"]
        bytes.fromhex(salt)
        readable = type(cost) is int and cost in COSTS and all(map(str.isascii, pins.values()))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        readable = False
    return {"salt": salt, "cost": cost, "pins": pins} if readable else dict(_NOBODYS, pins={})


def _hash(pin: str, kept: dict[str, Any]) -> str:
    cost = 1 << int(kept["cost"])
    return hashlib.scrypt(
        pin.encode(), salt=bytes.fromhex(kept["salt"]), n=cost, r=8, p=1,
        maxmem=(cost + 64) * 2048, dklen=32,
    ).hex()  # fmt: skip
