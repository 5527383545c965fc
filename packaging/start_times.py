"""How long the built program takes to start, beside the same program from the checkout, warm.

Both open a sample shop without a screen and end when it is there, in turns, after a round that
warms up. Told are the medians of wall and of processor time, and their ratios.

Usage: start_times.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAMS = {
    "from the checkout": ROOT / ".venv" / "bin" / "dangol",
    "built": ROOT / "dist" / "dangol" / "dangol",
}
PEOPLE = 1000


def run(program: Path, *arguments: str, home: str) -> tuple[float, float]:
    """Run a program to its end; return the seconds by the clock and of the processor."""
    environment = {
        "HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    began = time.perf_counter()
    child = os.posix_spawn(str(program), [str(program), *arguments], environment)
    _pid, status, used = os.wait4(child, 0)
    took = time.perf_counter() - began
    if status:
        raise SystemExit(f"{program} ended with {os.waitstatus_to_exitcode(status)}")
    return took, used.ru_utime + used.ru_stime


def main() -> None:
    """Print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as home:
        shop = str(Path(home) / "shop.dangol")
        cli = ROOT / ".venv" / "bin" / "dangol-cli"
        run(cli, "demo", "--people", str(PEOPLE), "--db", shop, home=home)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
        for _round in range(rounds + 1):
            for name, program in PROGRAMS.items():
                times[name].append(run(program, "--db", shop, "--until-open", home=home))
    medians = {
        name: [statistics.median(kind) for kind in zip(*found[1:], strict=True)]
        for name, found in times.items()
    }
    for name, (wall, processor) in medians.items():
        print(f"{name:18}  {wall * 1000:6.0f} ms  processor {processor * 1000:6.0f} ms")
    checkout, built = medians.values()
    ratios = [mine / other for mine, other in zip(built, checkout, strict=True)]
    print(f"built : checkout    x{ratios[0]:.2f}     processor x{ratios[1]:.2f}, {rounds} rounds")


if __name__ == "__main__":
    main()
