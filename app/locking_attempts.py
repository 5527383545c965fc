"""How long somebody has to wait after wrong passwords."""

from dataclasses import dataclass

FREE = 3  # wrong attempts without a pause
LONGEST = 60.0  # seconds


@dataclass(slots=True)
class Attempts:
    """Counts wrong passwords: from the fourth on each has to wait twice as long."""

    wrong: int = 0

    def failed(self) -> float:
        """Take note of a wrong one; return how many seconds to wait before the next."""
        self.wrong += 1
        return min(LONGEST, 2.0 ** (self.wrong - FREE)) if self.wrong >= FREE else 0.0
