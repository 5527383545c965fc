"""Numbers as people type them into a form."""


def whole(text: str) -> int | None:
    """Return typed text as a whole number, None for anything else."""
    plain = text.strip().replace(",", "")
    return int(plain) if plain.isdecimal() and plain.isascii() and len(plain) < 10 else None


def rate_of(text: str) -> int | None:
    """Return typed percent as thousandths: '10', '7.5 %'; None for anything else."""
    before, _point, after = text.strip().rstrip("%").strip().partition(".")
    typed = before + after
    if not (typed.isdecimal() and typed.isascii()) or len(after) > 1 or len(before) > 3:
        return None
    return int(before or "0") * 10 + int(after or "0")


def percent_text(rate: int | None) -> str:
    """Return thousandths as percent to type over; '' for none."""
    if rate is None:
        return ""
    return str(rate // 10) if rate % 10 == 0 else f"{rate / 10:.1f}"
