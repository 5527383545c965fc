"""The key of a shop with a password: how it comes from the password, how such a file is known.

A file of SQLCipher begins with 16 bytes of salt. Ours are a mark, how dear the password is made
to guess, and twelve bytes that are nobody else's: nothing has to be kept beside the file.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from db.errors import LockedError

MARK = b"DGL"
SALT, RAW = 16, 32  # bytes
COST = 17  # scrypt's N is 2**17, with r 8 and p 1: 128 MiB and a third of a second
COSTS = range(8, 21)  # a file somebody made up must not take all the memory there is
BLOCK, LANES = 8, 1


@dataclass(frozen=True, slots=True)
class Key:
    """What the pages of a file are encrypted with; never written anywhere."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def spec(self) -> str:
        """Return it as SQLCipher takes it: used as it is, with the salt of the file."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"

    def fits(self, path: Path) -> bool:
        """Tell whether a file was locked under the same password at the same time."""
        return salt_of(path) == self.salt

    def is_of(self, password: str) -> bool:
        """Tell whether this is the key that a password gives; takes as long as making one."""
        return hmac.compare_digest(self.raw, key_from(password, self.salt).raw)


def salt_of(path: Path) -> bytes | None:
    """Return the salt of a locked file; None for any other, and where there is none."""
    try:
        with path.open("rb") as file:
            salt = file.read(SALT)
    except FileNotFoundError:
        return None
    is_ours = len(salt) == SALT and salt.startswith(MARK) and salt[len(MARK)] in COSTS
    return salt if is_ours else None


def is_locked(path: Path) -> bool:
    """Tell whether a file is one of Dangol's with a password; looks at its first bytes alone."""
    return salt_of(path) is not None


def key_from(password: str, salt: bytes) -> Key:
    """Return the key a password gives with that salt; takes memory and time on purpose."""
    cost = 1 << salt[len(MARK)]
    text = unicodedata.normalize("NFC", password).encode()  # macOS types Hangul in pieces
    raw = hashlib.scrypt(
        text, salt=salt, n=cost, r=BLOCK, p=LANES, maxmem=(cost + 64) * 2 * 128 * BLOCK, dklen=RAW
    )
    return Key(raw, salt)


def new_key(password: str, cost: int = COST) -> Key:
    """Return a key for a shop that gets this password, with a salt of its own."""
    return key_from(password, MARK + bytes([cost]) + os.urandom(SALT - len(MARK) - 1))


def key_for(path: Path, key: Key | None) -> Key | None:
    """Return what a file is opened with by somebody who has this key: None for a plain one.

    Raises LockedError where it has another password.
    """
    salt = salt_of(path)
    if salt is None:
        return None
    if key is None or key.salt != salt:
        raise LockedError(path)
    return key
