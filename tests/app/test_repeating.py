"""When rules come round: as RFC 5545 says, as dateutil counts, by the moon, off holidays."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from korean_lunar_calendar import KoreanLunarCalendar

from app.holidays import off_days
from app.repeating import (
    FURTHEST,
    NotARuleError,
    Rule,
    after_done,
    between,
    first_on,
    next_after,
)


def days(text, start, last, first=None):
    rule, start, last = Rule.read(text), date.fromisoformat(start), date.fromisoformat(last)
    return [o.on.isoformat() for o in between(rule, start, first or start, last)]


def series(*texts):
    """Return dates from '1997-09: 2 4 6'."""
    found = []
    for text in texts:
        month, _colon, numbers = text.partition(": ")
        found += [f"{month}-{int(n):02}" for n in numbers.split()]
    return found


# The examples of RFC 5545, 3.8.5.3, that are of days: rule, start, last day looked at, what comes.
EXAMPLES = [
    ("FREQ=DAILY;COUNT=10", "1997-09-02", "1998-12-31", series("1997-09: 2 3 4 5 6 7 8 9 10 11")),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "1998-12-31",
     series("1997-09: 2 12 22", "1997-10: 2 12")),
    ("FREQ=WEEKLY;COUNT=10", "1997-09-02", "1998-12-31",
     series("1997-09: 2 9 16 23 30", "1997-10: 7 14 21 28", "1997-11: 4")),
    ("FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1998-12-31",
     series("1997-09: 2 4 9 11 16 18 23 25 30", "1997-10: 2 7")),
    ("FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01",
     "1998-12-31",
     series("1997-09: 1 3 5 15 17 19 29", "1997-10: 1 3 13 15 17 27 29 31",
            "1997-11: 10 12 14 24 26 28", "1997-12: 8 10 12 22 24")),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "1997-09-02", "1998-12-31",
     series("1997-09: 2 4 16 18 30", "1997-10: 2 14 16")),
    ("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", "1998-12-31",
     series("1997-09: 5", "1997-10: 3", "1997-11: 7", "1997-12: 5", "1998-01: 2", "1998-02: 6",
            "1998-03: 6", "1998-04: 3", "1998-05: 1", "1998-06: 5")),
    ("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07", "1998-12-31",
     series("1997-09: 7 28", "1997-11: 2 30", "1998-01: 4 25", "1998-03: 1 29", "1998-05: 3 31")),
    ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", "1998-12-31",
     series("1997-09: 22", "1997-10: 20", "1997-11: 17", "1997-12: 22", "1998-01: 19",
            "1998-02: 16")),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "1998-02-28",
     series("1997-09: 28", "1997-10: 29", "1997-11: 28", "1997-12: 29", "1998-01: 29",
            "1998-02: 26")),
    ("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15", "1997-09-02", "1998-12-31",
     series("1997-09: 2 15", "1997-10: 2 15", "1997-11: 2 15", "1997-12: 2 15", "1998-01: 2 15")),
    ("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30", "1998-12-31",
     series("1997-09: 30", "1997-10: 1 31", "1997-11: 1 30", "1997-12: 1 31", "1998-01: 1 31",
            "1998-02: 1")),
    ("FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15", "1997-09-10",
     "1999-12-31", series("1997-09: 10 11 12 13 14 15", "1999-03: 10 11 12 13")),
    ("FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10", "2010-12-31",
     [f"{y}-{m}-10" for y in range(1997, 2002) for m in ("06", "07")]),
    ("FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3", "1997-03-10", "2010-12-31",
     ["1997-03-10", *(f"{y}-0{m}-10" for y in (1999, 2001, 2003) for m in (1, 2, 3))]),
    ("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01", "2010-12-31",
     ["1997-01-01", "1997-04-10", "1997-07-19", "2000-01-01", "2000-04-09", "2000-07-18",
      "2003-01-01", "2003-04-10", "2003-07-19", "2006-01-01"]),
    ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1999-12-31",
     ["1997-05-19", "1998-05-18", "1999-05-17"]),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "1999-12-31",
     ["1997-05-12", "1998-05-11", "1999-05-17"]),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "1998-12-31",
     series("1997-03: 13 20 27", "1998-03: 5 12 19 26")),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-03", "2000-12-31",
     ["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"]),
    ("FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13", "1998-02-28",
     ["1997-09-13", "1997-10-11", "1997-11-08", "1997-12-13", "1998-01-10", "1998-02-07"]),
    ("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05",
     "2004-12-31", ["1996-11-05", "2000-11-07", "2004-11-02"]),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1998-12-31",
     ["1997-09-04", "1997-10-07", "1997-11-06"]),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", "1998-03-31",
     ["1997-09-29", "1997-10-30", "1997-11-27", "1997-12-30", "1998-01-29", "1998-02-26",
      "1998-03-30"]),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1998-12-31",
     series("1997-08: 5 10 19 24")),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1998-12-31",
     series("1997-08: 5 17 19 31")),
    ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "2008-12-31",
     ["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "last", "expected"), EXAMPLES)
def test_the_examples_of_rfc_5545_come_round_as_it_says(text, start, last, expected):
    assert days(text, start, last) == expected


def _numbers(low, high, most=3):
    one = st.integers(low, high).filter(bool)
    return st.lists(one, min_size=1, max_size=most, unique=True)


@st.composite
def made_rules(draw):
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 7))}")
    if draw(st.integers(0, 3)) == 0:
        parts.append("BYMONTH=" + ",".join(map(str, draw(_numbers(1, 12)))))
    if freq in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        parts.append("BYMONTHDAY=" + ",".join(map(str, draw(_numbers(-31, 31)))))
    if draw(st.integers(0, 2)) == 0:
        # dateutil takes 'MO,2MO' for days that are both; RFC 5545 means either.
        whole = freq in ("DAILY", "WEEKLY") or draw(st.booleans())
        nth = st.just("") if whole else st.sampled_from(["1", "2", "-1", "4"])
        named = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
        wanted = draw(st.lists(st.tuples(nth, named), min_size=1, max_size=3, unique=True))
        parts.append("BYDAY=" + ",".join(a + b for a, b in wanted))
    if freq == "YEARLY" and draw(st.integers(0, 5)) == 0:
        parts.append("BYYEARDAY=" + ",".join(map(str, draw(_numbers(-366, 366)))))
    if freq in ("MONTHLY", "YEARLY") and len(parts) > 2 and draw(st.integers(0, 4)) == 0:
        parts.append(f"BYSETPOS={draw(st.sampled_from([1, 2, -1, -2]))}")
    if draw(st.integers(0, 4)) == 0:
        parts.append(f"COUNT={draw(st.integers(1, 20))}")
    if draw(st.integers(0, 4)) == 0:
        parts.append("WKST=SU")
    return ";".join(parts)


@settings(max_examples=300, deadline=None)
@given(made_rules(), st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 2000))
def test_rules_agree_with_dateutil(text, start, ahead):
    parts = {part.partition("=")[0] for part in text.split(";")}
    among = {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYYEARDAY"}
    if "BYSETPOS" in parts and not among & parts:  # a place among nothing is refused
        with pytest.raises(NotARuleError):
            Rule.read(text)
        return
    first = start + timedelta(days=ahead)
    last = first + timedelta(days=800)
    rule = Rule.read(text)
    expected = []
    if first_on(rule, start):  # dateutil looks for what never comes until the year 9999
        for moment in rrulestr(text, dtstart=datetime(start.year, start.month, start.day)):
            if moment.date() > last:
                break
            if moment.date() >= first:
                expected.append(moment.date())
    assert [o.on for o in between(rule, start, first, last)] == expected
    assert Rule.read(rule.text) == rule


@settings(max_examples=100, deadline=None)
@given(made_rules(), st.dates(date(2000, 1, 1), date(2035, 1, 1)))
def test_one_after_the_other_is_what_lies_between(text, start):
    try:
        rule = Rule.read(text)
    except NotARuleError:
        return
    last = start + timedelta(days=500)
    walked, one = [], first_on(rule, start)
    while one is not None and one.on <= last:
        walked.append(one)
        one = next_after(rule, start, one.base)
    assert walked == between(rule, start, start, last)


def test_the_29th_of_february_comes_every_four_years_or_at_the_months_end():
    assert days("FREQ=YEARLY", "2024-02-29", "2033-01-01") == [
        "2024-02-29", "2028-02-29", "2032-02-29"
    ]  # fmt: skip
    kept = "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=BACKWARD"
    assert days(kept, "2024-02-29", "2029-01-01") == [
        "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"
    ]  # fmt: skip


def test_the_31st_is_left_out_or_kept_on_a_shorter_months_last_day():
    assert days("FREQ=MONTHLY", "2026-01-31", "2026-06-30") == [
        "2026-01-31", "2026-03-31", "2026-05-31"
    ]  # fmt: skip
    kept = "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD"
    ends = ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"]
    assert days(kept, "2026-01-31", "2026-06-30") == ends
    assert days("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-06-30") == ends


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "FREQ=WEEKLY;UNTIL=20200101",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2", "RSCALE=DANGI;FREQ=YEARLY;UNTIL=20200101",
    ],
)  # fmt: skip
def test_what_never_comes_round_is_given_up(text):
    assert first_on(Rule.read(text), date(2026, 5, 12)) is None


def test_what_never_ends_is_told_as_far_as_it_is_asked():
    rule, start = Rule.read("FREQ=DAILY"), date(1900, 1, 1)
    assert len(between(rule, start, date(2026, 1, 1), date(2026, 12, 31))) == 365
    assert next_after(rule, start, date(2026, 5, 12)).on == date(2026, 5, 13)
    assert next_after(rule, start, date(9999, 12, 31)) is None
    assert next_after(Rule.read("FREQ=YEARLY;INTERVAL=100"), start, start) is None
    assert FURTHEST < 100


@pytest.mark.parametrize(
    "text",
    [
        "", "every monday", "FREQ=HOURLY", "FREQ=SECONDLY;COUNT=9", "BYDAY=MO",
        "FREQ=DAILY;BYDAY=XX", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=99999999",
        "FREQ=WEEKLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=YEARLY;BYMONTH=13", "FREQ=DAILY;UNTIL=soon",
        "FREQ=DAILY;BYHOUR=9", "FREQ=DAILY;X-OTHER=1", "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;=1",
        "RSCALE=ETHIOPIC;FREQ=YEARLY", "RSCALE=DANGI;FREQ=WEEKLY", "FREQ=DAILY;X-NOT-ON=SUNDAYS",
        "RSCALE=DANGI;FREQ=YEARLY;BYDAY=MO", "FREQ=DAILY;X-MOVE=AWAY", "FREQ=YEARLY;BYSETPOS=1",
    ],
)  # fmt: skip
def test_what_is_no_rule_for_days_is_refused(text):
    with pytest.raises(NotARuleError):
        Rule.read(text)


def test_lunar_days_come_as_the_published_tables_have_them():
    found = days("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", "1950-01-01", "2050-12-31")
    expected = []
    for year in range(1950, 2051):
        table = KoreanLunarCalendar()
        table.setLunarDate(year, 8, 15, False)
        expected.append(table.SolarIsoFormat())
    assert found == expected  # Chuseok


def test_lunar_days_without_parts_are_those_of_the_start():
    # 17 February 2026 is lunar New Year; 2023 had a second lunar February.
    assert days("RSCALE=DANGI;FREQ=YEARLY", "2026-02-17", "2028-12-31") == [
        "2026-02-17", "2027-02-07", "2028-01-27"
    ]  # fmt: skip
    assert days("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=2L;BYMONTHDAY=1", "2023-01-01", "2024-12-31") == [
        "2023-03-22", "2024-03-10"
    ]  # fmt: skip
    assert days("RSCALE=DANGI;FREQ=YEARLY;INTERVAL=2;COUNT=2", "2026-02-17", "2040-12-31") == [
        "2026-02-17", "2028-01-27"
    ]  # fmt: skip
    assert days("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=1,15", "2026-05-17", "2026-06-30") == [
        "2026-05-17", "2026-05-31", "2026-06-15", "2026-06-29"
    ]  # fmt: skip
    assert days("RSCALE=DANGI;FREQ=YEARLY", "2051-01-01", "2060-12-31") == []


def test_what_falls_on_a_holiday_moves_before_after_or_goes():
    start, last = date(2026, 9, 1), date(2026, 9, 30)

    def kept(move, not_on="HOLIDAYS"):
        rule = Rule.read(f"FREQ=MONTHLY;BYMONTHDAY=25;X-NOT-ON={not_on};X-MOVE={move}")
        return [
            (o.base.day, o.on.day)
            for o in between(rule, start, start, last, off=off_days("KR", not_on))
        ]

    assert kept("BEFORE") == [(25, 23)]  # Chuseok: 24 to 26 September
    assert kept("AFTER") == [(25, 27)]
    assert kept("AFTER", "DAYSOFF") == [(25, 28)]
    assert kept("SKIP") == []


def test_two_that_are_moved_to_one_day_are_one():
    rule = Rule.read("FREQ=DAILY;X-NOT-ON=DAYSOFF")
    start, last = date(2026, 9, 23), date(2026, 9, 29)
    found = between(rule, start, start, last, off=off_days("KR", "DAYSOFF"))
    assert [o.on.day for o in found] == [23, 28, 29]


def test_from_completion_counts_from_the_day_it_was_done():
    def after(text, done):
        found = after_done(Rule.read(text), date.fromisoformat(done))
        return found and found.on.isoformat()

    assert after("FREQ=MONTHLY;INTERVAL=3;X-FROM=DONE", "2026-11-30") == "2027-02-28"
    assert after("FREQ=DAILY;INTERVAL=10;X-FROM=DONE", "2026-05-12") == "2026-05-22"
    assert after("FREQ=WEEKLY;BYDAY=MO;X-FROM=DONE", "2026-05-12") == "2026-05-18"
    assert after("FREQ=WEEKLY;X-FROM=DONE;UNTIL=20260515", "2026-05-12") is None
    assert after("FREQ=YEARLY;INTERVAL=9000;X-FROM=DONE", "2026-05-12") is None
