"""Print what a Windows Python needs to build the program, pinned by hash for pip.

Versions and hashes are those of requirements.lock. pip reads markers for the system it runs on,
so they are read here, for Windows, and left out. OTHERS names a second file in the same form
whose pins go before (packaging/windows/wine.lock says why there is one).

Usage: wheels.py [OTHERS]
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent
WINDOWS = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.11.9",
    "python_version": "3.11",
    "sys_platform": "win32",
}
LEFT_OUT = {"pip"}  # sqlite-utils asks for it, the program does not take it along


def pins(lock: Path) -> dict[str, str]:
    """Return the lines that pin one package each, by name, as they hold on Windows."""
    found = {}
    for block in re.split(r"\n(?=[a-z0-9])", lock.read_text(encoding="utf-8")):
        if block.startswith("#"):
            continue
        pinned = Requirement(block.split("\\")[0])
        if pinned.marker is None or pinned.marker.evaluate(WINDOWS):
            hashes = re.findall(r"--hash=\S+", block)
            found[pinned.name] = " ".join((f"{pinned.name}{pinned.specifier}", *hashes))
    return found


def needed(*roots: str) -> set[str]:
    """Return the names of all that these distributions need on Windows, and their own."""
    found: set[str] = set()
    waiting = [Requirement(root) for root in roots]
    while waiting:
        requirement = waiting.pop()
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        marker = requirement.marker
        if name in found | LEFT_OUT or (marker is not None and not marker.evaluate(WINDOWS)):
            continue
        found.add(name)
        try:
            waiting += [Requirement(text) for text in distribution(name).requires or ()]
        except PackageNotFoundError:
            continue  # it is for Windows alone and needs nothing
    return found


def main() -> None:
    """Print the lines for `pip install --require-hashes -r`."""
    pinned = pins(ROOT / "requirements.lock")
    for others in sys.argv[1:]:
        pinned |= pins(Path(others))
    for name in sorted(needed("dangol", "pyinstaller") - {"dangol"}):
        print(pinned[name])


if __name__ == "__main__":
    main()
