"""The part of a note that a search found, short enough for one line."""

from collections.abc import Iterable

BEFORE = 16  # letters kept before the word that was found
LONGEST = 60


def snippet(bodies: Iterable[str], text: str) -> str:
    """Return the part of the first body that has a word of `text`; empty if none has."""
    words = text.casefold().split()
    for body in bodies:
        line = " ".join(body.split())
        folded = line.casefold()
        places = [at for word in words if (at := folded.find(word)) >= 0]
        if not places:
            continue
        start = max(0, min(places) - BEFORE)
        if start:  # from the beginning of a word, unless that is far away
            begins = folded.rfind(" ", 0, start + 1) + 1
            start = begins if start - begins <= BEFORE else start
        part = line[start : start + LONGEST]
        before, behind = "… " if start else "", "…" if start + LONGEST < len(line) else ""
        return f"{before}{part.strip()}{behind}"
    return ""
