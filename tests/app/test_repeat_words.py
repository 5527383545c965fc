"""Repeats and reminders as people say them."""

import pytest

from app.repeat_words import ordinal, reminder_words, repeat_words


@pytest.mark.parametrize(
    ("rule", "korean", "english"),
    [
        ("", "", ""),
        ("whenever", "whenever", "whenever"),
        ("FREQ=DAILY", "매일", "every day"),
        ("FREQ=DAILY;INTERVAL=2", "2일마다", "every 2 days"),
        ("FREQ=WEEKLY;BYDAY=MO", "매주 월요일", "every Monday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "매주 월, 수, 금", "every Monday, Wednesday and Friday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2주마다 금요일", "every 2 weeks on Friday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "매주 평일", "every weekday"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "매월 말일", "every month on the last day"),
        ("FREQ=MONTHLY;BYMONTHDAY=25", "매월 25일", "every month on the 25th"),
        ("FREQ=MONTHLY;BYDAY=3FR", "매월 셋째 금요일", "every 3rd Friday"),
        ("FREQ=MONTHLY;BYDAY=-1SU", "매월 마지막 일요일", "every last Sunday"),
        ("FREQ=MONTHLY;INTERVAL=3", "3개월마다", "every 3 months"),
        ("FREQ=YEARLY", "매년", "every year"),
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=16", "매년 5월 16일", "every year on May 16"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "매년 11월 넷째 목요일",
         "every year on the 4th Thursday of November"),
        ("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15", "매년 음력 8월 15일",
         "every year on lunar month 8, day 15"),
        ("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=2L;BYMONTHDAY=1", "매년 음력 윤2월 1일",
         "every year on leap lunar month 2, day 1"),
        ("FREQ=MONTHLY;INTERVAL=3;X-FROM=DONE", "끝낸 날부터 3개월 뒤",
         "3 months after it is done"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231", "매주 월요일, 2026년 12월 31일까지",
         "every Monday, until Dec 31, 2026"),
        ("FREQ=DAILY;COUNT=10", "매일, 10번", "every day, 10 times"),
        ("FREQ=MONTHLY;BYMONTHDAY=25;X-NOT-ON=DAYSOFF;X-MOVE=BEFORE",
         "매월 25일, 쉬는 날이면 앞날", "every month on the 25th, before days off"),
    ],
)  # fmt: skip
def test_a_rule_is_said_as_people_say_it(rule, korean, english):
    assert (repeat_words(rule, "ko"), repeat_words(rule, "en")) == (korean, english)


def test_every_mark_of_a_rule_has_words_in_both_languages():
    for freq in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        for more in ("", ";INTERVAL=3", ";BYDAY=MO", ";INTERVAL=3;BYDAY=MO", ";X-FROM=DONE",
                     *(f";X-NOT-ON={n};X-MOVE={m}" for n in ("HOLIDAYS", "DAYSOFF")
                       for m in ("AFTER", "BEFORE", "SKIP"))):  # fmt: skip
            for language in ("ko", "en"):
                words = repeat_words(f"FREQ={freq}{more}", language)
                assert words
                assert "FREQ" not in words


def test_ordinals():
    found = [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 30, -1, -2)]
    assert found == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "30th",
                     "1st last", "2nd last"]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "dated", "korean", "english"),
    [
        (10, False, "10분 전", "10 minutes before"), (0, False, "시간이 되면", "when it is due"),
        (60, False, "1시간 전", "1 hour before"), (90, False, "90분 전", "90 minutes before"),
        (1440, False, "1일 전", "1 day before"), (-540, True, "그날 09:00", "on the day, 09:00"),
        (240, True, "전날 20:00", "the day before, 20:00"),
        (2340, True, "2일 전 09:00", "2 days before, 09:00"),
    ],
)  # fmt: skip
def test_a_reminder_is_said_as_people_say_it(before, dated, korean, english):
    assert reminder_words(before, "ko", dated=dated) == korean
    assert reminder_words(before, "en", dated=dated) == english
