"""The signed list of what a publisher offers: a version, its day, its files, what is new."""

from __future__ import annotations

import base64
import binascii
import json
import platform
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.errors import UpdateError, UpdateProblem
from resources import path

MOST = 256 * 1024  # bytes of a manifest
LARGEST = 1 << 30  # bytes of a package
_VERSION = re.compile(r"\d{1,6}(\.\d{1,6}){0,3}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SHA = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Package:
    """The file for one system; it lies beside the manifest."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is offered; `notes` tell in each language what is new."""

    version: str
    date: str  # ISO, UTC
    packages: dict[str, Package]
    notes: dict[str, str]

    def package(self) -> Package:
        """Return the file for this PC; raises UpdateError where there is none."""
        if found := self.packages.get(this_system()):
            return found
        raise UpdateError(UpdateProblem.NOT_FOR_THIS_SYSTEM)

    def note(self, language: str) -> str:
        """Return what is new, in that language if it is told in it."""
        return self.notes.get(language) or self.notes.get("en") or ""


def this_system() -> str:
    """Return the name of this kind of PC: 'linux-x86_64', 'macos-arm64', 'windows-x86_64'."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}.get(machine, machine)
    return f"{system}-{machine}"


def publishers() -> list[bytes]:
    """Return the public keys this Dangol trusts."""
    kept = json.loads(path("update-keys.json").read_text(encoding="utf-8"))
    return [base64.b64decode(key) for key in kept["keys"]]


def parts_of(version: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared; raises ValueError for another text."""
    if not _VERSION.fullmatch(version):
        raise ValueError(version)
    numbers = [int(part) for part in version.split(".")]
    return (*numbers, *[0] * (4 - len(numbers)))


def read_manifest(raw: bytes, keys: list[bytes]) -> Manifest:
    """Return what a manifest says, once its signature has been found good.

    Nothing of it is looked at before. Raises UpdateError.
    """
    if not keys:
        raise UpdateError(UpdateProblem.NO_KEY)
    try:
        outer = json.loads(raw)
        text, signature = outer["manifest"].encode(), base64.b64decode(outer["signature"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, binascii.Error):
        raise UpdateError(UpdateProblem.NOT_A_MANIFEST) from None
    if not any(_is_signed(text, signature, key) for key in keys):
        raise UpdateError(UpdateProblem.NOT_SIGNED)
    try:
        return _understood(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UpdateError(UpdateProblem.NOT_A_MANIFEST) from None


def _is_signed(text: bytes, signature: bytes, key: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - slow to import
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _understood(said: dict[str, Any]) -> Manifest:
    version, date = str(said["version"]), str(said["date"])
    parts_of(version)
    moment = datetime.fromisoformat(date)
    if moment.tzinfo is None:
        raise ValueError(date)
    packages = {}
    for system, of in said["files"].items():
        package = Package(str(of["name"]), int(of["size"]), str(of["sha256"]))
        fits = _NAME.fullmatch(package.name) and _SHA.fullmatch(package.sha256)
        if not fits or not 0 < package.size <= LARGEST:
            raise ValueError(system)
        packages[str(system)] = package
    notes = {str(code): str(text) for code, text in dict(said.get("notes") or {}).items()}
    return Manifest(version, date, packages, notes)
