"""Keys of reports."""

OWN = "own:"
"""What the key of a report somebody built begins with; its id follows."""


def own_id(key: str) -> int | None:
    """Return the id in the key of a report somebody built, None for one that is ready-made."""
    text = key.removeprefix(OWN)
    return int(text) if text != key and text.isdecimal() else None
