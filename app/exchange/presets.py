"""Recognising the file of another program by its header row."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from app.exchange.headers import counted, normalise, squeeze
from resources import path


@dataclass(frozen=True)
class Preset:
    """The header row one program writes, and what its columns mean.

    `columns` maps a normalised header ('#' for a number) to a target and a rule;
    `labels` are the headers whose cells name the column beside them ('Home', 'Work').
    """

    name: str
    title: str
    kind: str  # 'contacts', or 'orders': one row per order, read for who bought
    must: frozenset[str]
    any_of: frozenset[str]
    columns: dict[str, tuple[str, str]]
    labels: frozenset[str]
    without: dict[str, dict[str, tuple[str, str]]]  # missing header -> columns meant otherwise
    loose: dict[str, tuple[str, str]] = field(default_factory=dict)  # by squeezed header
    spaces_free: bool = False

    def column(self, normal: str) -> tuple[str, str, int] | None:
        """Return (target, rule, count) of a normalised header; None if the preset lacks it."""
        pattern, count = counted(normal)
        if pattern in self.labels:
            return "label", "", count
        known = self.columns.get(pattern) or self.loose.get(squeeze(pattern))
        return (*known, count) if known else None

    def fits(self, patterns: frozenset[str]) -> bool:
        """Tell whether a row of normalised headers can be this program's."""
        if self.must <= patterns and self.any_of & patterns:
            return True
        if not self.spaces_free:
            return False
        tight = {squeeze(pattern) for pattern in patterns}
        return {squeeze(header) for header in self.must} <= tight and any(
            squeeze(header) in tight for header in self.any_of
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """A preset that a header row satisfies, with the share (0..1) of the columns it knows."""

    preset: Preset
    share: float
    known: int


def _target(text: str) -> tuple[str, str]:
    target, _, rule = text.partition(" ")
    return target, rule


def _preset(name: str, facts: dict[str, Any]) -> Preset:
    columns = {
        normalise(header): _target(target)
        for target, headers in facts["columns"].items()
        for header in headers
    }
    return Preset(
        name=name,
        title=facts["title"],
        kind=facts["kind"],
        must=frozenset(facts["must"]),
        any_of=frozenset(facts["any"]),
        columns=columns,
        labels=frozenset(normalise(header) for header in facts.get("labels", ())),
        without={
            normalise(missing): {normalise(h): _target(t) for h, t in meant.items()}
            for missing, meant in facts.get("without", {}).items()
        },
        loose={squeeze(header): target for header, target in columns.items()},
        spaces_free=facts.get("spaces") == "free",
    )


@lru_cache(maxsize=1)
def presets() -> dict[str, Preset]:
    """Return every preset by name, as shipped in resources/presets.json."""
    facts = json.loads(path("presets.json").read_text("utf-8"))
    return {name: _preset(name, preset) for name, preset in facts.items()}


def fits(headers: Sequence[str]) -> list[Fit]:
    """Return the presets a header row satisfies, best first.

    The share of known columns decides; two within 0.05 of each other are worth a question.
    """
    normals = [normal for normal in map(normalise, headers) if normal]
    patterns = frozenset(counted(normal)[0] for normal in normals)
    found = []
    for preset in presets().values():
        if preset.fits(patterns):
            known = sum(preset.column(normal) is not None for normal in normals)
            found.append(Fit(preset, known / len(normals), known))
    return sorted(found, key=lambda fit: (-fit.share, -fit.known, fit.preset.name))
