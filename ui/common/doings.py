"""What the program does by itself, and what it leaves out."""

from dataclasses import dataclass


@dataclass
class Doings:
    """Safe mode, and looking at a backup, keep it from doing anything unless somebody asks.

    Then no folder is watched, no backup is made and nothing is reckoned. In safe mode it also
    looks as it did when it was new.
    """

    is_safe: bool = False
    is_looking: bool = False  # at a backup: the shop itself is closed

    @property
    def by_itself(self) -> bool:
        """Whether it may."""
        return not (self.is_safe or self.is_looking)
