"""What somebody types into the quick log, read as a line: who, what happened, what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from app.errors import GoneError
from app.jobs import Ticket
from app.quick_line import Candidate, QuickLine, read_line
from app.shapes.contacts import FoundContact
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.contacts import ContactService

MOST = 20
TRIED = 8  # stretches of a line that may be a name, the likeliest first
PAUSE = 60  # ms without a keystroke before people are searched for
DAYS = ("which_week", "which_day", "which_year", "day_or_month", "several_dates")
TIMES = ("am_or_pm", "several_times")
Choice = date | time | str


@dataclass(frozen=True, slots=True)
class LineRead:
    """A line, the words of it that name somebody, and whom they may mean."""

    line: QuickLine
    who: Candidate | None = None
    people: tuple[FoundContact, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether more than a name was understood."""
        return bool(self.line.spans)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line would log and plan; `at` as `app.shapes.interactions.LineForm` has it."""

    kind: str  # '' where nothing is said to have happened
    direction: str
    outcome: str
    only_plan: bool
    day: date | None
    at: time | None
    body: str
    note: str
    happened_on: date | None

    @property
    def moment(self) -> str:
        """When the next contact is to be, as it is kept; '' for no plan."""
        if self.day is None:
            return ""
        if self.at is None:
            return self.day.isoformat()
        return datetime.combine(self.day, self.at).isoformat(timespec="minutes")


def propose(read: LineRead, picks: Mapping[str, Choice]) -> Proposal:
    """Return what a line proposes, with what was picked where it was in doubt."""
    line, follow = read.line, read.line.follow_up
    kind = str(picks.get("kind", line.kind.code if line.kind else ""))
    day, at = (follow.on, follow.at) if follow else (None, None)
    happened_on = line.happened_on
    for about, choice in picks.items():
        if about in DAYS and isinstance(choice, date) and follow:
            day = choice
        if about in TIMES and isinstance(choice, time) and follow:
            at = choice
        if about == "past_or_future" and choice == "past":
            happened_on, day, at = day, None, None
    only_plan = day is not None and (not kind or line.planned)
    said = bool(line.spans or read.who)
    note = line.words(read.who)
    if line.money and note == line.text[line.money.span.start : line.money.span.end].strip():
        note = line.body(read.who)  # an amount alone does not say what is to be done
    return Proposal(
        kind, line.direction.code if line.direction else "",
        line.outcome.code if line.outcome else "", only_plan, day, at,
        line.body(read.who) if said else line.text.strip(), note, happened_on,
    )  # fmt: skip


def next_choice(line: QuickLine, about: str, picks: Mapping[str, Choice]) -> Choice | None:
    """Return what else a doubtful stretch may mean, after what is picked now."""
    doubt = next((doubt for doubt in line.doubts if doubt.about == about), None)
    if doubt is None:
        return None
    choices: Sequence[Choice] = doubt.choices
    if about == "past_or_future":
        choices = ("future", "past")
    now = picks.get(about, choices[0])
    return choices[(choices.index(now) + 1) % len(choices)] if now in choices else choices[0]


class LineReader(QObject):
    """Reads a line as it is typed; `read` comes with a LineRead once people were searched for."""

    read = Signal(object)  # LineRead

    def __init__(self, kit: Kit, contacts: ContactService, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._contacts = contacts
        self._text = ""
        self._whole_names = False
        self._told = True
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._find)

    @property
    def is_behind(self) -> bool:
        """Whether what was typed last has not been told about yet."""
        return not self._told

    def line_of(self, text: str) -> QuickLine:
        """Return a text as a line of today."""
        return read_line(text, self._kit.formats.today())

    def take(self, text: str, *, whole_names: bool = False) -> None:
        """Read another text; with `whole_names` nobody is meant by half a name."""
        self._text, self._whole_names, self._told = text, whole_names, False
        self._timer.start()

    def hurry(self) -> None:
        """Search now."""
        if self._timer.isActive():
            self._timer.stop()
            self._find()

    def forget(self) -> None:
        """Let what was typed go."""
        self._timer.stop()
        self._text, self._told = "", True

    def _find(self) -> None:
        text, line, whole = self._text, self.line_of(self._text), self._whole_names

        def task(_ticket: Ticket) -> LineRead:
            return people_of(self._contacts, line, whole_names=whole)

        job = self._kit.runner.read(task)
        job.succeeded.connect(lambda read: self._on_found(text, read))

    def _on_found(self, text: str, read: LineRead) -> None:
        if isValid(self) and text == self._text and not self._told:
            self._told = True
            self.read.emit(read)


def person_of(contacts: ContactService, contact_id: int | None) -> FoundContact | None:
    """Return somebody as if found; None for nobody and for who is gone."""
    try:
        detail = contacts.detail(contact_id, story=False) if contact_id is not None else None
    except GoneError:
        return None
    if detail is None:
        return None
    phones = tuple(p.value for p in detail.points if p.kind == "phone" and not p.invalid_reason)
    return FoundContact(detail.id, detail.name, phones, "name", detail.kind)


def people_of(contacts: ContactService, line: QuickLine, *, whole_names: bool = False) -> LineRead:
    """Return whom a line may mean; with `whole_names` nobody by half a name."""
    for candidate in line.who[:TRIED]:
        wanted = ("phone",) if candidate.digits else ("name", "initials", "company")
        found = [c for c in contacts.find(candidate.text, limit=MOST).contacts if c.why in wanted]
        exact = [c for c in found if _plain(c.name) == _plain(candidate.text)]
        if exact or (found and (not whole_names or candidate.digits)):
            return LineRead(line, candidate, tuple(exact or found))
    return LineRead(line)


def _plain(name: str) -> str:
    return "".join(name.casefold().split())
