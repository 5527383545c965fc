"""What came of mutants: which no test noticed, and why that is right."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "out" / "mutation.json"
REASONS = Path(__file__).with_name("survivors.toml")
Reasons = Mapping[tuple[str, str, str, str], str]


@dataclass(frozen=True, slots=True)
class Fate:
    """One change of a module, and whether no test noticed it."""

    line: int
    where: str
    before: str
    after: str
    lived: bool

    def __str__(self) -> str:
        fate = "SURVIVED" if self.lived else "killed  "
        return f"{fate} {self.where}:{self.line}: {self.before}  ->  {self.after}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the changes of one module."""

    module: str
    possible: int
    fates: tuple[Fate, ...]

    @property
    def killed(self) -> int:
        return sum(not fate.lived for fate in self.fates)


def kept() -> dict[str, Outcome]:
    """Return the newest outcome of each module that was looked at on this PC."""
    if not KEPT.exists():
        return {}
    plain = json.loads(KEPT.read_text(encoding="utf-8"))
    return {
        one["module"]: Outcome(
            one["module"], one["possible"], tuple(Fate(**fate) for fate in one["fates"])
        )
        for one in plain
    }


def keep(outcome: Outcome) -> None:
    """Put this outcome in the place of an older one of the same module."""
    KEPT.parent.mkdir(exist_ok=True)
    every = kept() | {outcome.module: outcome}
    plain = [asdict(one) for one in every.values()]
    KEPT.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")


def reasons() -> Reasons:
    """Return why each change that lives may live, by module, function, before and after."""
    said = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    return {
        (module, one["where"], one["before"], one["after"]): one["why"]
        for module, every in said.items()
        for one in every
    }
