"""Sizes of files as people read them."""

UNITS = ("KB", "MB", "GB")


def size_of(count: int) -> str:
    """Return a number of bytes as people read it: '14.2 MB'; less than 1 KB is that."""
    amount = float(max(count, 1024) if count else 0)
    for unit in UNITS:
        amount /= 1024
        if amount < 1000 or unit == UNITS[-1]:
            return f"{amount:.{0 if unit == UNITS[0] else 1}f} {unit}"
    raise AssertionError("the last unit takes everything")
