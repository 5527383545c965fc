"""Quick add: what typed lines say at 9:20 on Tuesday 12 May 2026."""

import csv
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.repeat_rules import Rule
from app.shapes.understood import CHOICES, PIECES, KnownPerson, Understood
from app.understanding.line import understand
from app.understanding.people import KnownPeople
from app.understanding.tables import table
from db.kinds import TASK_KINDS

NOW = datetime(2026, 5, 12, 9, 20)
DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True)
class Phrase:
    text: str
    kind: str
    people: str
    due: str
    start: str
    minutes: str
    priority: str
    rule: str
    first: str
    rest: str
    choices: str


def phrases(name: str) -> list[Phrase]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Phrase(**row) for row in rows]


KOREAN, ENGLISH = phrases("phrases_ko.tsv"), phrases("phrases_en.tsv")


def this_year(stamp: str) -> str:
    return stamp.removeprefix("2026-")


@pytest.mark.parametrize("phrase", [*KOREAN, *ENGLISH], ids=lambda phrase: phrase.text)
def test_a_phrase_says(phrase: Phrase) -> None:
    found = understand(phrase.text, NOW)
    repeat = found.repeat
    assert phrase == Phrase(
        phrase.text,
        found.kind,
        ";".join(person.name for person in found.people),
        this_year(found.due),
        this_year(found.start),
        str(found.duration_min or ""),
        str(found.priority or ""),
        repeat.rule if repeat else "",
        this_year(repeat.first) if repeat else "",
        found.rest,
        ",".join(choice.about for choice in found.choices),
    )


def test_the_tables_hold_enough_of_each_language() -> None:
    assert min(len(KOREAN), len(ENGLISH)) >= 75
    assert len({phrase.text for phrase in [*KOREAN, *ENGLISH]}) == len(KOREAN) + len(ENGLISH)


def filled(found: Understood) -> list[tuple[str, str]]:
    return [
        (found.text[p.start : p.end], p.what) for p in found.pieces if p.what != "join"
    ]  # fmt: skip


def test_what_was_understood_is_where_it_says() -> None:
    assert filled(understand("call 김민지 tomorrow 3pm", NOW)) == [
        ("call", "kind"), ("김민지", "person"), ("tomorrow 3pm", "date"),
    ]  # fmt: skip
    assert filled(understand("매주 월요일 김민지에게 전화", NOW)) == [
        ("매주 월요일", "repeat"), ("김민지", "person"), ("전화", "kind"),
    ]  # fmt: skip


def test_full_width_and_split_syllables_stand_where_they_were_typed() -> None:
    text = "\u1102\u1162\u110b\u1175\u11af ３시반 회의"  # 내일 as keys of a Mac leave it
    found = understand(text, NOW)
    assert found.due == "2026-05-13T15:30"
    assert filled(found)[0] == ("\u1102\u1162\u110b\u1175\u11af ３시반", "date")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("내일 오후 3시 김민지 전화", "김민지 전화"),
        ("내일 김민지 꽃 배달 전화", "꽃 배달 전화"),
        ("매주 월요일 재고 확인", "재고 확인"),
        ("pay rent monthly on the 25th", "pay rent"),
        ("call Tom about the delivery on Friday", "call about the delivery"),
        ("Remind me to call Emma tomorrow", "call Emma"),
        ("", ""),
    ],
)
def test_a_task_is_called_by_what_is_to_be_done(text: str, title: str) -> None:
    assert understand(text, NOW).title == title


BOOK = KnownPeople(
    [KnownPerson("김민지", 1), KnownPerson("이민지", 2), KnownPerson("Emma Wilson", 3),
     KnownPerson("하늘", 4), KnownPerson("김민지", 5), KnownPerson("남궁민수", 6),
     KnownPerson("카페 모루", 7)]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("내일 민지에게 전화", [1, 2, 5]),
        ("내일 이민지님 전화", [2]),
        ("내일 김민지 전화", [1, 5]),
        ("call emma tomorrow", [3]),
        ("민수 전화", [6]),
        ("모레 하늘 방문", [4]),
        ("금요일 카페 모루 납품", [7]),
    ],
)
def test_people_of_the_book_are_found_by_whole_names_and_by_parts(
    text: str, ids: list[int]
) -> None:
    found = understand(text, NOW, book=BOOK)
    asked = next((choice.ids for choice in found.choices if choice.about == "person"), ())
    assert [found.people[0].id, *asked[1:]] == ids


def test_two_of_like_name_are_asked_about_and_the_one_chosen_is_meant() -> None:
    found = understand("내일 민지 전화", NOW, book=BOOK, settled={"person": "2"})
    assert found.people == (KnownPerson("이민지", 2),)
    assert found.choices[0].options == ("이민지", "김민지", "김민지")


@pytest.mark.parametrize(
    ("text", "about", "options", "chosen", "due"),
    [
        ("내일 3시 전화", "am_or_pm", ("15:00", "03:00"), "03:00", "2026-05-13T03:00"),
        ("call Tom next Friday", "which_week", ("2026-05-22", "2026-05-15"), "2026-05-15",
         "2026-05-15"),
        ("check stock 6/7", "day_or_month", ("2026-06-07", "2026-07-06"), "2026-07-06",
         "2026-07-06"),
        ("check stock 5/6", "day_or_month", ("2026-06-05", "2027-05-06"), "2027-05-06",
         "2027-05-06"),
        ("내일 오전 전화", "which_time", ("09:00", "10:00", "11:00"), "11:00", "2026-05-13T11:00"),
        ("5월 20일 5월 22일 전화", "several_dates", ("2026-05-20", "2026-05-22"), "2026-05-22",
         "2026-05-22"),
    ],
)  # fmt: skip
def test_what_is_ambiguous_is_asked_and_the_choice_heeded(
    text: str, about: str, options: tuple[str, ...], chosen: str, due: str
) -> None:
    asked = understand(text, NOW)
    assert [(c.about, c.options) for c in asked.choices] == [(about, options)]
    settled = understand(text, NOW, settled={about: chosen})
    assert settled.due == due
    assert settled.choices[0].options[0] == chosen


def test_every_third_friday_is_asked_about() -> None:
    weekly = "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR"
    found = understand("every 3rd Friday call Tom", NOW, settled={"which_rule": weekly})
    assert found.repeat is not None
    assert found.repeat.rule == weekly


def test_where_a_holiday_moves_it_is_asked() -> None:
    text = "pay rent monthly on the 25th not on holidays"  # 25 May stands in for Buddha's birthday
    firsts = [
        understand(text, NOW, settled={"which_move": move}).due
        for move in ("AFTER", "BEFORE", "SKIP")
    ]
    assert firsts == ["2026-05-26", "2026-05-23", "2026-06-25"]


@pytest.mark.parametrize(
    ("now", "text", "due"),
    [
        ("2026-05-12T16:00", "3시 전화", "2026-05-13T15:00"),
        ("2026-05-12T14:00", "3시 전화", "2026-05-12T15:00"),
        ("2026-05-12T10:30", "오늘 10시 전화", "2026-05-12T22:00"),
        ("2026-05-12T16:00", "매일 3pm", "2026-05-13T15:00"),
        ("2026-05-12T14:00", "매일 3pm", "2026-05-12T15:00"),
        ("2026-12-31T23:50", "30분 뒤 전화", "2027-01-01T00:20"),
        ("2026-01-31T09:00", "한 달 뒤 전화", "2026-02-28"),
        ("2026-02-28T09:00", "2월 29일 전화", "2028-02-29"),
        ("2026-05-31T09:00", "월말 정산", "2026-05-31"),
        ("2026-05-31T09:00", "말일 정산", "2026-05-31"),
        ("2026-10-01T09:00", "추석 문자", "2027-09-15"),
        ("2026-09-25T09:00", "추석 전날 문자", "2027-09-14"),
        ("2050-12-31T09:00", "음력 12월 30일 전화", ""),
    ],
)
def test_what_is_to_be_done_is_ahead(now: str, text: str, due: str) -> None:
    assert understand(text, datetime.fromisoformat(now)).due == due


def test_next_week_is_asked_about_on_a_sunday() -> None:
    found = understand("다음 주 화요일 전화", datetime(2026, 5, 17, 9, 0))
    assert [choice.options for choice in found.choices] == [("2026-05-19", "2026-05-26")]


def test_a_line_of_200_letters_is_understood_as_a_short_one() -> None:
    tail = "꽃다발은 연분홍으로 부탁드려요 " * 12
    text = ("내일 오후 3시 김민지 전화 " + tail)[:200]
    found = understand(text, NOW)
    assert (found.kind, found.due) == ("call", "2026-05-13T15:00")
    assert found.people == (KnownPerson("김민지"),)


def test_what_stands_behind_300_letters_is_kept_as_rest() -> None:
    found = understand("내일 전화 " + "가 " * 5_000 + "끝", NOW)
    assert found.due == "2026-05-13"
    assert found.rest.endswith("끝")


def test_every_kind_of_the_tables_is_one_of_a_task() -> None:
    assert {*table("kinds_ko"), *table("kinds_en"), "other"} == set(TASK_KINDS)


_junk = st.text(max_size=40)
_parts = st.sampled_from(
    [phrase.text for phrase in [*KOREAN, *ENGLISH]]
    + ["까지", "부터", "에게", "님", "3시", "반", "every", "3rd", "!", "급", "2시간", "for", "～"]
    + ["３", "음력", "매월", "31일", "until", "번", "x5", "🌷", "전날", "\u1112\u1161\u11ab"]
    + [
        "e\u0301",
        "㈜",
        "½",
        "ﬁ",
        "\u200b",
        "٣시",
        "9999년 12월 31일",
        "frİday",
        "ſunday",
        "chrıstmas",
    ]
)
_lines = st.lists(_parts | _junk, max_size=4).map(" ".join) | st.text(max_size=300)
_moments = st.datetimes(datetime(1900, 1, 1)) | st.datetimes(
    datetime(2025, 1, 1), datetime(2030, 1, 1)
)


@given(_lines, _moments)
def test_nothing_typed_is_an_error_and_every_letter_is_somewhere(text: str, now: datetime) -> None:
    found = understand(text, now, book=BOOK)
    place, left = 0, []
    for piece in found.pieces:
        assert place <= piece.start < piece.end <= len(text)
        assert piece.what in PIECES
        left.append(text[place : piece.start])
        place = piece.end
    left.append(text[place:])
    assert found.rest.split() == " ".join(left).split()
    assert found.kind in TASK_KINDS
    for choice in found.choices:
        assert choice.about in CHOICES
        assert 0 <= choice.start < choice.end <= len(text)
        assert len(choice.options) > 1
    for stamp in (found.due, found.start):
        assert not stamp or datetime.fromisoformat(stamp)
    if found.repeat:
        assert Rule.read(found.repeat.rule).text == found.repeat.rule
        if found.repeat.first:
            assert datetime.fromisoformat(found.repeat.first).date() >= now.date()


@given(st.sampled_from([*KOREAN, *ENGLISH]), st.dates(date(2020, 1, 1), date(2045, 1, 1)))
def test_what_is_settled_comes_first(phrase: Phrase, today: date) -> None:
    now = datetime.combine(today, NOW.time())
    for choice in understand(phrase.text, now).choices:
        if choice.about != "person":
            last = choice.options[-1]
            again = understand(phrase.text, now, settled={choice.about: last})
            assert next(c for c in again.choices if c.about == choice.about).options[0] == last


def run(*arguments: str) -> dict[str, object]:
    """Run the command line where no shop could be opened."""
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "understand", *arguments, "--json"],
        capture_output=True, check=True, cwd=DATA.parents[1],
        env={**os.environ, "HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent"},
    )  # fmt: skip
    told: dict[str, object] = json.loads(done.stdout.decode("utf-8"))
    return told


def test_the_command_line_tells_it_as_json_without_a_shop() -> None:
    told = run("매주 월요일 오전 10시 재고 확인", "--now", "2026-05-12T09:20")
    assert told["kind"] == "check"
    assert told["due"] == told["first"] == "2026-05-18T10:00"
    assert told["rule"] == "FREQ=WEEKLY;BYDAY=MO"
    assert told["rest"] == "재고"
    told = run("call minji at 3", "--now", "2026-05-12T09:20", "--known", "Minji Kim",
               "--settle", "am_or_pm=03:00")  # fmt: skip
    assert (told["people"], told["due"]) == (["Minji Kim"], "2026-05-13T03:00")


def test_the_command_line_says_when_a_moment_is_none() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", "understand", "x", "--now", "gestern"],
        capture_output=True, check=False, cwd=DATA.parents[1],
    )  # fmt: skip
    assert done.returncode == 2
