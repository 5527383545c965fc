"""Files that ship with the program: style, logo, words, sample data. Imports nothing of ours."""

from pathlib import Path

ROOT = Path(__file__).parent


def path(name: str) -> Path:
    """Return the place of a shipped file, in the source tree and in a frozen bundle alike."""
    return ROOT / name
