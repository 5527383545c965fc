"""Rules as text: what each part means, what is written again, and what is refused."""

from datetime import date

import pytest

from app.repeat_rules import MOST, NotARuleError, Rule

WRITTEN = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=2;COUNT=1",
    "FREQ=DAILY;UNTIL=20260512",
    "FREQ=WEEKLY;BYDAY=MO,SU;WKST=SU",
    "FREQ=MONTHLY;BYDAY=-1FR,2MO",
    "FREQ=MONTHLY;BYMONTHDAY=-31,31",
    "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
    "FREQ=YEARLY;BYMONTH=1,12;BYWEEKNO=-53,53;BYYEARDAY=-366,366;BYSETPOS=-1,366",
    "FREQ=YEARLY;BYDAY=-53MO,53MO",
    "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=30",
    "RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=DAILY;X-FROM=DONE;X-NOT-ON=HOLIDAYS",
    "FREQ=DAILY;X-NOT-ON=DAYSOFF;X-MOVE=BEFORE",
    "FREQ=DAILY;X-NOT-ON=DAYSOFF;X-MOVE=SKIP",
    f"FREQ=DAILY;INTERVAL={MOST};COUNT={MOST}",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=1",
    "FREQ=YEARLY;BYYEARDAY=1;BYSETPOS=1",
    "FREQ=YEARLY;BYWEEKNO=1;BYSETPOS=1",
    "FREQ=YEARLY;BYMONTH=1;BYSETPOS=1",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_what_a_rule_says_is_what_was_read(text):
    assert Rule.read(text).text == text


def test_each_part_has_its_meaning():
    assert Rule.read("FREQ=DAILY") == Rule("DAILY")
    assert Rule.read(
        " RRULE:freq=monthly ; interval=3;until=20260512T235959Z;byday=+1tu;wkst=we;"
    ) == Rule("MONTHLY", interval=3, until=date(2026, 5, 12), by_day=((1, 1),), week_start=2)
    assert Rule.read("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=30") == Rule(
        "YEARLY", by_month=(5,), by_month_day=(30,), lunar=True, leap=True
    )
    assert Rule.read("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5;SKIP=BACKWARD") == Rule(
        "YEARLY", by_month=(5,), lunar=True
    )
    assert Rule.read("FREQ=DAILY;X-FROM=DONE;X-NOT-ON=DAYSOFF;X-MOVE=SKIP;SKIP=OMIT") == Rule(
        "DAILY", from_done=True, not_on="DAYSOFF", move="SKIP"
    )
    assert Rule.read("FREQ=MONTHLY;SKIP=BACKWARD").to_month_end
    assert Rule("DAILY", move="SKIP").text == "FREQ=DAILY"  # off no days, there is no moving


def test_other_calendars_are_told_what_they_understand():
    ours = "FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD;X-FROM=DONE;X-NOT-ON=HOLIDAYS;X-MOVE=BEFORE"
    assert Rule.read(ours).standard == "FREQ=MONTHLY;BYMONTHDAY=31"
    assert Rule.read("RSCALE=DANGI;FREQ=YEARLY").standard == ""


@pytest.mark.parametrize(
    "text",
    [
        "", "FREQ=", "FREQ", "INTERVAL=2", "FREQ=HOURLY", "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=0", f"FREQ=DAILY;COUNT={MOST + 1}",
        "FREQ=DAILY;INTERVAL=two", "FREQ=DAILY;UNTIL=2026", "FREQ=DAILY;WKST=XX",
        "FREQ=YEARLY;BYMONTH=0", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=5L",
        "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=-32",
        "FREQ=YEARLY;BYYEARDAY=367", "FREQ=YEARLY;BYWEEKNO=54", "FREQ=YEARLY;BYSETPOS=1",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=367", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=DAILY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYDAY=54MO", "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;RSCALE=HEBREW", "FREQ=DAILY;SKIP=FORWARD", "FREQ=DAILY;X-FROM=DUE",
        "FREQ=DAILY;X-NOT-ON=MONDAYS", "FREQ=DAILY;X-MOVE=UP", "FREQ=DAILY;BYHOUR=9",
        "RSCALE=DANGI;FREQ=DAILY", "RSCALE=DANGI;FREQ=WEEKLY",
        "RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=31", "RSCALE=DANGI;FREQ=MONTHLY;BYDAY=MO",
        "RSCALE=DANGI;FREQ=YEARLY;BYYEARDAY=1", "RSCALE=DANGI;FREQ=YEARLY;BYWEEKNO=1",
        "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYSETPOS=1",
    ],
)  # fmt: skip
def test_what_says_no_days_is_no_rule(text):
    with pytest.raises(NotARuleError):
        Rule.read(text)
