"""A process that reads hostile files: when it hangs, grows or dies, only it does."""

import multiprocessing
import os
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

SECONDS = 10  # for one file
MEMORY = 300_000_000  # bytes a file may make the process grow by
FAULTS = ("raised", "hung", "died", "grew")
_ADDRESSES = 4_000_000_000  # bytes, so that a runaway cannot take the machine down
_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one file: its fate in a word, or else the fault in full."""

    fate: str
    fault: str = ""
    grown: int = 0  # bytes


class Taster:
    """Reads files one after another in a process of its own, which is started when needed."""

    def __init__(self) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._wire: Connection | None = None

    def taste(self, path: Path, seed: int, *, seconds: float = SECONDS) -> Verdict:
        """Read the file as readers.read does; never longer than `seconds`."""
        wire = self._started()
        wire.send((str(path), seed))
        if not wire.poll(seconds):
            self.close()
            return Verdict("hung", f"not done after {seconds} s")
        try:
            verdict: Verdict = wire.recv()
        except EOFError:
            code = self._ended()
            return Verdict("died", f"the process ended with {code}")
        if verdict.grown > MEMORY:
            return Verdict("grew", f"{verdict.grown / 1e6:.0f} MB for {verdict.fate}")
        return verdict

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._ended()

    def _started(self) -> Connection:
        if self._wire is None:
            self._wire, theirs = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(theirs,), daemon=True)
            process.start()
            self._process = process
            theirs.close()
            if not self._wire.poll(60):
                raise TimeoutError("the reading process did not start")
            self._wire.recv()
        return self._wire

    def _ended(self) -> int | None:
        process, self._process, self._wire = self._process, None, None
        if process is None:
            return None
        process.join()
        return process.exitcode


def _serve(wire: Connection) -> None:
    from tests.fuzz.readers import read

    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # panics of calamine are told there
    wire.send("ready")
    while True:
        try:
            path, seed = wire.recv()
        except EOFError:
            return
        before = _most(reset=True)
        try:
            verdict = Verdict(read(Path(path), seed), grown=max(0, _most() - before))
        except BaseException:
            verdict = Verdict("raised", traceback.format_exc())
        wire.send(verdict)


def _most(*, reset: bool = False) -> int:
    """Return the most memory the process ever had, or has since the reset; 0 if nobody knows."""
    if not _STATUS.exists():
        return 0
    if reset:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    peak = next((line for line in lines if line.startswith("VmHWM:")), "VmHWM: 0 kB")
    return int(peak.split()[1]) * 1024
