"""What each column of one file becomes: the answer of the mapping, and how it is remembered."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from app.exchange.fields import CUSTOM, is_target

_REACHING = ("name", "family_name", "given_name", "company", "nickname", "phone", "email", "id")


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """What one column becomes, how sure that is (0..100) and why.

    `why`: preset, header, content, memory or told. `rule` holds words parted by spaces: inverse
    (yes means no), withdrawn (any value means no), every (for all channels), primary (comes
    first), lunar (its dates are), or_name (a company, or the name where there is none), own (goes
    on in the next column), group=2 (the second address), part=family (of a reading), as=Pager
    (its label), order=dmy (of its dates).
    """

    index: int
    header: str
    target: str
    confidence: int
    why: str
    rule: str = ""

    @property
    def rules(self) -> dict[str, str]:
        """Return the rule's words: {'group': '2'}, {'inverse': ''}."""
        parts = (word.partition("=") for word in self.rule.split())
        return {word: value for word, _equals, value in parts}


@dataclass(frozen=True)
class Mapping:
    """What every column of a file becomes; `preset` is the program that wrote it, or None."""

    preset: str | None
    columns: tuple[ColumnMatch, ...]

    @property
    def reaches_people(self) -> bool:
        """Tell whether any column says who a row is about; without one nothing can be taken."""
        return any(column.target.split(".")[0] in _REACHING for column in self.columns)


def to_json(mapping: Mapping) -> str:
    """Return a mapping as text to remember."""
    return json.dumps(asdict(mapping), ensure_ascii=False)


def from_json(
    text: str, known: Callable[[str], bool] = is_target, instead: str = CUSTOM
) -> Mapping:
    """Take back `to_json`; a column whose field Dangol no longer has becomes `instead`."""
    facts = json.loads(text)
    columns = (ColumnMatch(**column) for column in facts["columns"])
    return Mapping(
        facts["preset"],
        tuple(
            column if known(column.target) else replace(column, target=instead, confidence=0)
            for column in columns
        ),
    )
