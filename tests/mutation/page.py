"""docs/mutation.md: how many changes the tests notice, and why the others may live."""

from collections.abc import Mapping

from tests.mutation.outcomes import ROOT, Outcome, Reasons
from tests.mutation.subjects import SUBJECTS

PAGE = ROOT / "docs" / "mutation.md"
LEAST = 0.8  # of the changes of a part must be noticed
HEAD = """# Mutation tests

Written by `make mutation` (`python -m tests.mutation`; one part or module alone with its name
behind it). One place of a module at a time is changed: a comparison, a condition, a number, a
word, what is returned, a piece of SQL. Then its quick tests run, in a copy of the checkout. A
change that no test notices *lives*, and is listed below with the reason, which
`tests/mutation/survivors.toml` keeps. Of a module with more places a share is drawn with a seed.

- **equivalent**: the program does the same with the change.
- **accepted**: the difference is one no user meets, or its test would cost more than it says.
- **elsewhere**: another test notices, one too slow to run for every change.

"""


def below(outcomes: Mapping[str, Outcome]) -> bool:
    """Say whether a part has a score below what it must have."""
    return any(_score(_of(outcomes, part)) < LEAST for part in SUBJECTS)


def write(outcomes: Mapping[str, Outcome], why: Reasons) -> None:
    """Write the page anew from the newest outcome of each module."""
    rows = ["| part | module | killed | of | possible | score |", "| --- " * 6 + "|"]
    lives = []
    for part in SUBJECTS:
        looked = _of(outcomes, part)
        rows.append(_row(f"**{part}**", "", looked))
        for one in looked:
            rows.append(_row("", f"`{one.module}`", [one]))
            lives += _lives(one, why)
    text = HEAD + "\n".join(rows) + "\n\n## What lives, and why\n" + "".join(lives)
    PAGE.write_text(text, encoding="utf-8")


def _of(outcomes: Mapping[str, Outcome], part: str) -> list[Outcome]:
    return [outcomes[module] for module in SUBJECTS[part] if module in outcomes]


def _score(looked: list[Outcome]) -> float:
    return sum(one.killed for one in looked) / max(1, sum(len(one.fates) for one in looked))


def _row(part: str, module: str, looked: list[Outcome]) -> str:
    counts = (
        sum(one.killed for one in looked), sum(len(one.fates) for one in looked),
        sum(one.possible for one in looked),
    )  # fmt: skip
    return f"| {part} | {module} | {' | '.join(map(str, counts))} | {_score(looked):.0%} |"


def _lives(one: Outcome, why: Reasons) -> list[str]:
    lines = [
        f"- `{fate.where or 'module'}`, line {fate.line}: {_code(fate.before)} → "
        f"{_code(fate.after)} — "
        + why.get((one.module, fate.where, fate.before, fate.after), "**not explained yet**")
        + "\n"
        for fate in one.fates
        if fate.lived
    ]
    return [f"\n### `{one.module}`\n\n", *lines] if lines else []


def _code(text: str) -> str:
    marks = "``" if "`" in text else "`"
    return f"{marks}{text}{marks}"
