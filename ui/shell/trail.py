"""Where somebody has been in the window, for Back and Forward."""

from dataclasses import dataclass

LONGEST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A page by its number, and what it showed."""

    page: int
    place: object


class Trail:
    """Two stacks, as in a browser; it moves nothing itself."""

    def __init__(self) -> None:
        self._back: list[Stop] = []
        self._forward: list[Stop] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is somewhere to go back to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether somebody has come back from somewhere."""
        return bool(self._forward)

    def leave(self, stop: Stop) -> None:
        """Note that somebody goes on from there; what lay ahead is forgotten."""
        self._back = [*self._back, stop][-LONGEST:]
        self._forward.clear()

    def back(self, here: Stop) -> Stop | None:
        """Return where to go back to; `here` will be ahead then."""
        return _move(self._back, self._forward, here)

    def forward(self, here: Stop) -> Stop | None:
        """Return where to go on to; `here` will be behind then."""
        return _move(self._forward, self._back, here)

    def forget(self) -> None:
        """Know no place any more."""
        self._back.clear()
        self._forward.clear()


def _move(source: list[Stop], target: list[Stop], here: Stop) -> Stop | None:
    if not source:
        return None
    target.append(here)
    return source.pop()
