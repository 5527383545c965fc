"""What the cards of Home show: values only, so that what stayed the same is not made again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done with a line: by its key, by its menu, the first by a click too.

    `code` says what is done: of a task as `TaskActs` has it, or 'call', 'log', 'plan', 'pay',
    'contact', 'sale'.
    """

    code: str
    words: str
    icon: str
    key: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at the left of a line: a contact's avatar, an icon, or an hour with a bar."""

    contact_id: int | None = None
    name: str = ""
    company: bool = False
    icon: str = ""
    hour: str = ""
    colour: str = ""  # of the bar beside the hour


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card; `subject` is what it is about: a task, a contact's id, a sale's."""

    key: str  # the same for the same thing
    title: str
    below: str
    mark: Mark
    subject: object = None
    acts: tuple[Act, ...] = ()
    button: str = ""  # the words on it; '' with acts: a box to tick
    told: str = ""  # more of it, where one points at it
    amount: str = ""  # at the right of the title
    square: bool = False  # the button shows the icon of its act alone

    @property
    def sentence(self) -> str:
        """Return the line as it is read aloud."""
        parts = (self.mark.hour, self.title, self.below, self.amount)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class CardLook:
    """One card: where it stands best, its head, its lines."""

    code: str
    column: int
    title: str
    count: str = ""
    icon: str = ""
    role: str = ""
    act: str = ""  # the words of what its head does
    strong: bool = False  # it leads somewhere
    lines: tuple[Line, ...] = ()
    dense: bool = False  # lines of an hour and a title
