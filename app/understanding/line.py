"""The door to quick add: one typed line in, everything rules can tell of it out.

`understand` is pure: no database, no clock of its own. Whoever is meant is looked up in the `book`
of the caller; what can be meant otherwise is a choice, and `settled` holds what was chosen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from app.quick_dates import Doubt, FoundDate, FoundTime, Span, find_dates
from app.quick_line import find_money
from app.quick_names import find_phones
from app.repeat_rules import Rule
from app.shapes.understood import Book, Choice, Understood, UnderstoodRepeat
from app.understanding.clock import DAY, find_clock, find_from_now, find_length, range_of
from app.understanding.days import more_dates
from app.understanding.kinds import choose_kind, find_kinds, find_priority
from app.understanding.letters import Letters, letters_of
from app.understanding.people import FoundPerson, find_people
from app.understanding.pieces import cut
from app.understanding.repeats import (
    MOVES,
    FoundRepeat,
    ends_of,
    find_repeat,
    first_day,
    lasting,
)  # fmt: skip

WEEK = timedelta(days=7)
_LEAD = re.compile(
    r"\s*(?:please\s+)?(?:remind\s+me\s+to|remember\s+to|don't\s+forget\s+to"
    r"|(?:i\s+)?(?:need|have)\s+to|to-?do:)(?=\s)", re.IGNORECASE
)  # fmt: skip


@dataclass(slots=True)
class _When:
    """What a line says of time, as it is put together."""

    on: date | None = None
    at: time | None = None
    since: date | None = None
    until: bool = False
    minutes: int | None = None
    spans: list[tuple[Span, str]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def mark(self, what: str, *spans: Span) -> None:
        self.spans += [(span, what) for span in spans]

    def busy(self) -> list[Span]:
        return [span for span, _ in self.spans]


def understand(
    text: str,
    now: datetime,
    *,
    book: Book | None = None,
    country: str = "KR",
    settled: Mapping[str, str] | None = None,
) -> Understood:
    """Return what a line says at a time of the shop's clock; never raises.

    `settled` has the option taken of a choice, by what the choice is about.
    """
    letters = letters_of(text)
    read, chosen = letters.read, dict(settled or {})
    taken = [one.span for one in find_phones(read)]
    taken += [one.span for one in find_money(read, taken)]
    urgent, marks = find_priority(read, taken)
    when = _When()
    when.mark("priority", *marks)
    repeat = find_repeat(read, [*taken, *marks])
    if repeat:
        when.mark("repeat", *repeat.spans)
    _read_when(read, now, taken, when, chosen, country=country, repeats=repeat is not None)
    rule, first = _rule_of(repeat, when, now, country, chosen)
    kinds = find_kinds(read, [*taken, *when.busy()])
    people = find_people(read, [*taken, *when.busy()], kinds, book)
    kind = choose_kind(read, kinds, [one.span for one in people])
    who = [_chosen(one, chosen) for one in people]
    found = [*when.spans, *((one.span, "person") for one in people)]
    if (lead := _LEAD.match(read)) and not any(Span(*lead.span()).overlaps(s) for s, _ in found):
        found.append((Span(*lead.span()), "join"))
    if kind:
        found.append((kind.span, "kind"))
    pieces, rest, title = cut(text, letters, found)
    code = kind.code if kind else "other"
    start, due = _ends(when, appointment=when.minutes is not None or code == "meeting")
    return Understood(
        text=text, kind=code, people=tuple(one.who[0] for one in who), start=start, due=due,
        duration_min=when.minutes, priority=urgent,
        repeat=_told(rule, first, when.at) if rule else None, rest=rest, title=title,
        pieces=pieces, choices=_choices(letters, when.doubts, who),
    )  # fmt: skip


def _read_when(
    read: str, now: datetime, taken: list[Span], when: _When, chosen: dict[str, str], *,
    country: str,
    repeats: bool,
) -> None:  # fmt: skip
    """Read dates, times and lengths, and settle them by each other."""
    soon = None if repeats else find_from_now(read, now, [*taken, *when.busy()])
    if soon:
        when.mark("date", soon[1])
    dates = find_dates(read, now.date(), [*taken, *when.busy()], more_dates(country))
    known = [*taken, *when.busy(), *(one.span for one in dates)]
    times = find_clock(read, known)
    both = range_of(read, times)
    if both and not any(both[0].span.overlaps(other) for other in known):
        times = [both[0]]
        when.minutes = both[1]
    length = None if both else find_length(read, [*known, *(one.span for one in times)])
    if length:
        when.minutes = length.minutes
        when.mark("duration", length.span)
    if soon and not dates:
        when.on, when.at = soon[0].date(), soon[0].time()
        return
    at = _time_of(times, when, chosen)
    _date_of(read, dates, when, chosen, now, repeats=repeats)
    _settle(when, at, now, chosen, repeats=repeats)


def _time_of(times: list[FoundTime], when: _When, chosen: dict[str, str]) -> FoundTime | None:
    if not times:
        return None
    first = times[0]
    when.mark("date", first.span)
    doubts = [
        replace(one, choices=_put_first(one, chosen))
        for one in first.doubts
        if len(one.choices) > 1
    ]
    if len(times) > 1:
        choices = tuple(one.at for one in times)
        doubts.append(Doubt("several_times", first.span, choices))
        doubts[-1] = replace(doubts[-1], choices=_put_first(doubts[-1], chosen))
        if "several_times" in chosen:
            first = next((o for o in times if o.at == doubts[-1].choices[0]), first)
            return replace(first, doubts=(doubts[-1],))
    at = doubts[0].choices[0] if doubts and doubts[0].about != "several_times" else first.at
    return FoundTime(at if isinstance(at, time) else first.at, first.span, tuple(doubts))


def _put_first(doubt: Doubt, chosen: dict[str, str]) -> tuple[date | time | str, ...]:
    """Return the choices with the one that was taken in front."""
    wanted = chosen.get(doubt.about)
    if wanted is None:
        return doubt.choices
    ordered = sorted(doubt.choices, key=lambda choice: _written(choice) != wanted)
    return tuple(ordered)


def _date_of(
    read: str, dates: list[FoundDate], when: _When, chosen: dict[str, str], now: datetime, *,
    repeats: bool,
) -> None:  # fmt: skip
    if repeats:
        since, until = ends_of(dates)
        told: list[date | None] = [None, None]
        for place, one in enumerate((since, until)):
            if one is not None:
                when.mark("repeat", one.span)
                told[place], doubts = _ahead(one, now.date(), chosen)
                when.doubts += doubts
        (when.since, when.on), when.until = told, until is not None
        return
    if not dates:
        return
    chosen_date = dates[0]
    if len(dates) > 1 and _joined(read, dates[0], dates[1]):
        when.since = dates[0].on
        chosen_date = dates[1]
        when.mark("date", dates[0].span)
        if chosen_date.on < when.since and when.since - chosen_date.on < WEEK:
            chosen_date = replace(chosen_date, on=chosen_date.on + WEEK, doubts=())
    elif len(dates) > 1:
        doubt = Doubt("several_dates", chosen_date.span, tuple(one.on for one in dates))
        choices = _put_first(doubt, chosen)
        chosen_date = next(one for one in dates if one.on == choices[0])
        when.doubts.append(replace(doubt, choices=choices, span=chosen_date.span))
    when.mark("date", chosen_date.span)
    on, doubts = _ahead(chosen_date, now.date(), chosen)
    when.doubts += doubts
    when.on, when.until = on, chosen_date.until
    if chosen_date.since and when.since is None:
        when.since, when.on = on, None


def _ahead(found: FoundDate, today: date, chosen: dict[str, str]) -> tuple[date, list[Doubt]]:
    """Return the day meant: of what is doubtful the one to come; what is to be done is ahead."""
    on, doubts = found.on, []
    for doubt in found.doubts:
        days = list(dict.fromkeys(one for one in doubt.choices if isinstance(one, date)))
        days = [one for one in days if one >= today] or days[:1]
        if doubt.about == "day_or_month" and days[0].year > today.year:
            days.sort()  # what has passed this year is the less likely one
            on = days[0]
        if on not in days:
            on = days[0]
        told = replace(doubt, choices=tuple(days))
        if doubt.about in chosen:
            told = replace(told, choices=_put_first(told, chosen))
            on = next(one for one in told.choices if isinstance(one, date))
        if len(days) > 1:
            doubts.append(told)
    return on, doubts


def _joined(read: str, first: FoundDate, second: FoundDate) -> bool:
    between = read[first.span.end : second.span.start].strip().casefold()
    return (first.since and between in ("", "to", "until", "~", "-", "–")) or between in ("~", "–")


def _settle(
    when: _When, at: FoundTime | None, now: datetime, chosen: dict[str, str], *, repeats: bool
) -> None:
    """Put a time to its day: without one today, or tomorrow where it has passed."""
    if at is None:
        return
    when.at, doubts = at.at, list(at.doubts)
    today = now.date()
    asked = doubts[0].about == "am_or_pm" and len(doubts[0].choices) == 2 if doubts else False
    if asked and when.on == today and "am_or_pm" not in chosen and not repeats:
        later = [one for one in doubts[0].choices if isinstance(one, time) and one > now.time()]
        if later and when.at <= now.time():
            when.at = later[0]
            doubts[0] = replace(
                doubts[0], choices=(later[0], *(o for o in doubts[0].choices if o != later[0]))
            )
    when.doubts += doubts
    if when.on is None and when.since is None and not repeats:
        when.on = today
        if when.at <= now.time() and today < date.max:
            when.on = today + timedelta(days=1)


def _rule_of(
    found: FoundRepeat | None, when: _When, now: datetime, country: str, chosen: dict[str, str]
) -> tuple[Rule | None, date | None]:
    """Return the rule with its end, and its first day on or after now; it is then due that day."""
    if found is None:
        return None, None
    rule = found.rule
    for doubt in found.doubts:
        told = replace(doubt, choices=_put_first(doubt, chosen))
        when.doubts.append(told)
        first = str(told.choices[0])
        if doubt.about == "which_rule":
            modified = rule
            rule = Rule.read(first)
            rule = replace(rule, count=modified.count, from_done=modified.from_done,
                           not_on=modified.not_on, move=modified.move)  # fmt: skip
        elif first in MOVES:
            rule = replace(rule, move=first)
    begin = max(when.since or now.date(), now.date())
    if begin == now.date() and when.at is not None and when.at <= now.time() and begin < date.max:
        begin += timedelta(days=1)
    first_on = first_day(rule, begin, country)
    if first_on is not None:
        rule = lasting(rule, first_on, found.lasts)
    if when.until and when.on is not None:
        rule = replace(rule, until=when.on, count=None)
        if first_on is not None and first_on > when.on:
            first_on = None
    when.on, when.since, when.until = first_on, None, False
    return rule, first_on


def _told(rule: Rule, first: date | None, at: time | None) -> UnderstoodRepeat:
    lunar = ""
    if rule.lunar and rule.by_month_day:
        month = f"{rule.by_month[0]}{'L' if rule.leap else ''}-" if rule.by_month else ""
        lunar = f"{month}{rule.by_month_day[0]}"
    return UnderstoodRepeat(
        rule.text, rule.standard, _stamp(first, at), lunar, rule.from_done, rule.not_on,
        rule.move if rule.not_on else "",
    )  # fmt: skip


def _ends(when: _When, *, appointment: bool) -> tuple[str, str]:
    due = _stamp(when.on, when.at)
    if when.since is not None:
        begins = _stamp(when.since, when.at if when.on is None else None)
        return begins, due
    timed = when.on is not None and when.at is not None
    whole_days = when.minutes is not None and when.minutes >= DAY and when.on is not None
    return (due if appointment and (timed or whole_days) else ""), due


def _stamp(on: date | None, at: time | None) -> str:
    if on is None:
        return ""
    return on.isoformat() if at is None else f"{on.isoformat()}T{at:%H:%M}"


def _written(choice: date | time | str) -> str:
    if isinstance(choice, time):
        return f"{choice:%H:%M}"
    return choice if isinstance(choice, str) else choice.isoformat()


def _chosen(found: FoundPerson, chosen: dict[str, str]) -> FoundPerson:
    wanted = chosen.get("person")
    who = tuple(sorted(found.who, key=lambda one: wanted not in (str(one.id), one.name)))
    return replace(found, who=who) if wanted else found


def _choices(letters: Letters, doubts: list[Doubt], who: list[FoundPerson]) -> tuple[Choice, ...]:
    choices = []
    for doubt in doubts:
        span = letters.typed(doubt.span)
        told = tuple(dict.fromkeys(_written(one) for one in doubt.choices))
        if len(told) > 1:
            choices.append(Choice(doubt.about, span.start, span.end, told))
    for one in who:
        if len(one.who) > 1:
            span = letters.typed(one.span)
            names, ids = tuple(p.name for p in one.who), tuple(p.id for p in one.who)
            choices.append(Choice("person", span.start, span.end, names, ids))
    return tuple(sorted(choices, key=lambda choice: choice.start))
