"""300 generated lines, read by quick add and by an oracle that counts days one by one.

The oracle knows what each line was made of, never its text: it walks the calendar from today.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from app.understanding.line import understand

COUNT = 300
ONE = timedelta(days=1)
KO_DAYS = "월화수목금토일"
EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
KO_NUMBERS = {
    1: "한",
    2: "두",
    3: "세",
    4: "네",
    5: "다섯",
    6: "여섯",
    7: "일곱",
    8: "여덟",
    9: "아홉",
}
EN_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}
KO_SPANS = {1: "하루", 2: "이틀", 3: "사흘", 4: "나흘", 5: "닷새", 10: "열흘", 15: "보름"}


@dataclass(frozen=True)
class Made:
    """A line, and what it was made to say."""

    text: str
    now: datetime
    kind: str
    person: str
    on: date
    at: str
    every: str = ""


def walk(today: date, days: int) -> date:
    for _ in range(days):
        today += ONE
    return today


def until(today: date, wanted: Callable[[date], bool]) -> date:
    while not wanted(today):
        today += ONE
    return today


def months_later(today: date, count: int) -> date:
    """Walk to the same number of a later month, or to that month's end."""
    day, passed = today, 0
    while passed < count:
        day += ONE
        passed += day.day == 1
    while day.day < today.day and (day + ONE).day != 1:
        day += ONE
    return day


def weekday_of_next_week(today: date, weekday: int) -> date:
    monday = until(today + ONE, lambda day: day.weekday() == 0)
    return until(monday, lambda day: day.weekday() == weekday)


def days_away(chance: random.Random, today: date, *, korean: bool) -> tuple[str, date]:
    """Make a number, a unit and a direction."""
    count, unit = chance.randint(1, 7), chance.choice(["day", "week", "month"])
    on = {
        "day": lambda: walk(today, count),
        "week": lambda: walk(today, 7 * count),
        "month": lambda: months_later(today, count),
    }[unit]()
    if not korean:
        number = chance.choice([str(count), EN_NUMBERS[count]])
        plural = unit + ("" if count == 1 else "s")
        return chance.choice(
            [f"in {number} {plural}", f"{number} {plural} later", f"{number} {plural} from now"]
        ), on
    after = chance.choice(["뒤", "후"]) + chance.choice(["", "에"])
    gap = chance.choice(["", " "])
    if unit == "day":
        number = KO_SPANS[count] if count in KO_SPANS and chance.random() < 0.5 else f"{count}일"
        return f"{number}{gap}{after}", on
    if unit == "week":
        return f"{count}{chance.choice(['주', '주일'])}{gap}{after}", on
    written = chance.choice([f"{count}개월", f"{KO_NUMBERS[count]} 달"])
    return f"{written}{gap}{after}", on


def ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}
    return f"{number}{endings.get(number, 'th')}"


def named_day(chance: random.Random, today: date, *, korean: bool) -> tuple[str, date]:
    """Make a weekday, a day of the month or a day of the year."""
    weekday, month, number = chance.randrange(7), chance.randint(1, 12), chance.randint(1, 28)
    space, tail = chance.choice(["", " "]), chance.choice(["", "에", "까지"])
    form = chance.randrange(4)
    if form == 0:
        on = weekday_of_next_week(today, weekday)
        ko, en = f"다음{space}주 {KO_DAYS[weekday]}요일{tail}", f"next {EN_DAYS[weekday]}"
    elif form == 1:
        on = until(today + ONE, lambda day: day.weekday() == weekday)
        ko = f"{KO_DAYS[weekday]}요일{tail}"
        en = chance.choice(["", "on ", "by "]) + EN_DAYS[weekday]
    elif form == 2:
        on = until(today, lambda day: day.day == number)
        ko, en = f"{number}일{tail}", f"on the {ordinal(number)}"
    else:
        on = until(today, lambda day: (day.month, day.day) == (month, number))
        ko = chance.choice([f"{month}월{space}{number}일", f"{month}/{number}"])
        name = MONTHS[month - 1]
        en = chance.choice([f"{name} {number}", f"{number} {name[:3]}"])
    return ko if korean else en, on


def repeated(chance: random.Random, today: date, *, korean: bool) -> tuple[str, date, str]:
    """Make how often, its first day and its rule."""
    weekday, number = chance.randrange(7), chance.randint(1, 28)
    code = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[weekday]
    count, form = chance.randint(2, 6), chance.randrange(4)
    if form == 0:
        on = until(today, lambda day: day.weekday() == weekday)
        word = chance.choice([f"매주 {KO_DAYS[weekday]}요일", f"{KO_DAYS[weekday]}요일마다"])
        word = word if korean else chance.choice(["every ", "weekly on "]) + EN_DAYS[weekday]
        return word, on, f"FREQ=WEEKLY;BYDAY={code}"
    if form == 1:
        on = until(today, lambda day: day.weekday() == weekday)
        word = f"{count}주마다 {KO_DAYS[weekday]}요일" if korean else (
            f"every {count} weeks on {EN_DAYS[weekday]}"
        )  # fmt: skip
        return word, on, f"FREQ=WEEKLY;INTERVAL={count};BYDAY={code}"
    if form == 2:
        on = until(today, lambda day: day.day == number)
        word = chance.choice(["매월 ", "매달 "]) + f"{number}일"
        word = word if korean else f"monthly on the {ordinal(number)}"
        return word, on, f"FREQ=MONTHLY;BYMONTHDAY={number}"
    word = f"{count}일마다" if korean else f"every {count} days"
    return word, today, f"FREQ=DAILY;INTERVAL={count}"


def hour(chance: random.Random, *, korean: bool) -> tuple[str, str]:
    """Make a time of day that leaves nothing to ask."""
    at, half = chance.randint(10, 22), chance.random() < 0.3
    told = f"T{at:02}:{30 if half else 0:02}"
    twelve, late = (at - 1) % 12 + 1, at >= 12
    if not korean:
        minutes = ":30" if half else ""
        return chance.choice(["", "at "]) + f"{twelve}{minutes}{'pm' if late else 'am'}", told
    word = f"{'오후' if late else '오전'} {twelve}시" + (
        chance.choice([" 반", "반", " 30분"]) if half else ""
    )
    return chance.choice([word, word + "에", f"{at}:{30 if half else 0:02}"]), told


KO_KINDS = [("전화", "call"), ("방문", "visit"), ("문자", "message"), ("미팅", "meeting")]
EN_KINDS = [("call", "call"), ("visit", "visit"), ("text", "message"), ("meet", "meeting")]
KO_PEOPLE, EN_PEOPLE = (
    ("김민지", "박서준", "이하은", "정우진"),
    ("Minji", "Tom Brown", "Emma Wilson"),
)


def made(seed: int) -> Made:
    chance = random.Random(seed)
    korean, repeats = seed % 2 == 0, seed % 5 == 0
    today = walk(date(2026, 1, 1), chance.randrange(700))
    now = datetime(today.year, today.month, today.day, 9, 20)
    every, at, time = "", "", ""
    if repeats:
        when, on, every = repeated(chance, today, korean=korean)
    else:
        when, on = chance.choice([days_away, named_day])(chance, today, korean=korean)
    if chance.random() < 0.5 and not when.endswith("까지"):
        time, at = hour(chance, korean=korean)
    when = " ".join(filter(None, [when, time]))
    word, kind = chance.choice(KO_KINDS if korean else EN_KINDS)
    person = chance.choice(KO_PEOPLE if korean else EN_PEOPLE)
    if korean:
        particle = chance.choice(
            ["", "에게", "한테", "님", "님께", "과" if person[-1] in "은준진" else "와"]
        )
        parts = [f"{person}{particle} {word}"]
        parts.insert(chance.randint(0, 1), when)
        text = " ".join(parts)
    else:
        text = chance.choice([f"{word} {person} {when}", f"{when} {word} {person}"])
    return Made(text, now, kind, person, on, at, every)


LINES = [made(seed) for seed in range(COUNT)]


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.now:%m-%d} {line.text}")
def test_a_made_line_says_what_it_was_made_of(line: Made) -> None:
    found = understand(line.text, line.now)
    assert found.kind == line.kind
    assert [person.name for person in found.people] == [line.person]
    assert found.due == line.on.isoformat() + line.at
    assert (found.repeat.rule if found.repeat else "") == line.every
    assert found.rest == ""


def test_the_made_lines_are_of_both_languages_and_of_every_order() -> None:
    assert len({(line.text, line.now) for line in LINES}) > 290
    assert sum(line.every != "" for line in LINES) >= 50
    assert sum(line.at != "" for line in LINES) >= 100
