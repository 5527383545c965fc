"""Sealing files: AES-256-GCM in chunks, so that none is ever whole in memory.

A sealed file begins with a mark, which tells the version too, and 32 random bytes; they and the
shop's key for files give it a key of its own. The nonce of a chunk is its number and whether it
is the last one, and the head is authenticated with each: none can be changed, left out, moved,
or come from another file without being noticed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

MARK = b"DGLSEAL\x01"
SALT, RAW, TAG = 32, 32, 16  # bytes
HEAD = len(MARK) + SALT
CHUNK = 1 << 20


class SpoiltError(ValueError):
    """A file is not what was once written: cut, changed, or sealed with another key."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """What the files beside a locked shop are sealed with; kept in the shop's file alone."""

    raw: bytes = field(repr=False)

    def name_of(self, sha256: str) -> str:
        """Return the name of a file on the disk, which tells nobody else what is in it."""
        return self._derived(sha256.encode(), b"dangol name").hex()

    def of_file(self, head: bytes) -> bytes:
        """Return the key of the one file that begins with that head."""
        return self._derived(head, b"dangol file")

    def _derived(self, what: bytes, purpose: bytes) -> bytes:
        return hashlib.blake2b(what, key=self.raw, person=purpose, digest_size=RAW).digest()


def new_file_key() -> FileKey:
    """Return a key that nobody else has."""
    return FileKey(os.urandom(RAW))


def sealed(chunks: Iterable[bytes], key: FileKey) -> Iterator[bytes]:
    """Yield what a sealed file of these bytes is made of."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - seldom needed

    head = MARK + os.urandom(SALT)
    yield head
    cipher, rest, number = AESGCM(key.of_file(head)), bytearray(), 0
    for chunk in chunks:
        rest += chunk
        while len(rest) > CHUNK:  # of exactly one it is not known yet whether it is the last
            yield cipher.encrypt(_nonce(number), bytes(rest[:CHUNK]), head)
            del rest[:CHUNK]
            number += 1
    yield cipher.encrypt(_nonce(number, last=True), bytes(rest), head)


def opened(file: IO[bytes], key: FileKey) -> Iterator[bytes]:
    """Yield the bytes of a sealed file, each chunk proved; raises SpoiltError."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    head = file.read(HEAD)
    if len(head) != HEAD or not head.startswith(MARK):
        raise SpoiltError
    cipher, number = AESGCM(key.of_file(head)), 0
    piece = file.read(CHUNK + TAG)
    while True:
        following = file.read(CHUNK + TAG)
        try:
            chunk = cipher.decrypt(_nonce(number, last=not following), piece, head)
        except (InvalidTag, ValueError) as error:
            raise SpoiltError from error
        yield chunk
        if not following:
            return
        piece, number = following, number + 1


def sealed_size(size: int) -> int:
    """Return how large a sealed file of so many bytes is."""
    return HEAD + size + TAG * max(1, -(-size // CHUNK))


def _nonce(number: int, *, last: bool = False) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
