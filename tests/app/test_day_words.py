"""Days stand in sentences as people write them, in both languages."""

import json

import pytest

from app.day_words import day_words
from app.filter_words import sentence
from app.shapes.contacts import ContactForm
from app.shapes.filter_names import FilterNames
from app.shapes.filters import Condition, Filter
from app.words import change_sentence, stage_why

WHY = json.dumps({"rule": "returned", "pause": 90, "back": "2026-05-12"})


@pytest.mark.parametrize(
    ("kept", "english", "korean"),
    [
        ("2026-05-12", "May 12, 2026", "2026년 5월 12일"),
        ("--02-29", "Feb 29", "2월 29일"),
        ("1991", "1991", "1991년"),
        ("2026-05-16T15:00", "May 16, 2026, 3:00 PM", "2026년 5월 16일 오후 3:00"),
        ("2026-13-45", "2026-13-45", "2026-13-45"),
        ("soon", "soon", "soon"),
        ("", "", ""),
    ],
)
def test_what_the_file_keeps_is_said_as_people_write_it(kept, english, korean):
    assert (day_words(kept, "en"), day_words(kept, "ko")) == (english, korean)


def test_a_moment_is_told_by_the_clock_on_the_wall():
    # Other tests may run anywhere: the local day is what this PC says it is.
    said = day_words("2026-05-12T00:20:00.000Z", "en")
    assert said.startswith("May 1")
    assert said.endswith(("AM", "PM"))


def test_a_changed_day_has_no_hyphens_in_history(core):
    someone = core.contacts.add(ContactForm("김민지"))
    core.contacts.edit(someone, "birthday", "1991-05-16")
    core.contacts.edit(someone, "birthday", "--05-17")
    (change,) = core.history.entries(limit=1)[0].fields
    told = [change_sentence(change.field, change.before, change.after, x) for x in ("en", "ko")]
    assert told == [
        "Changed birthday from May 16, 1991 to May 17",
        "생일을 1991년 5월 16일에서 5월 17일로 바꿨어요",
    ]


def test_a_changed_stage_and_consent_are_told_in_words():
    told = change_sentence("stage", "lead", "regular", "en")
    assert told == "Changed stage from new enquiry to regular"
    assert "granted" not in change_sentence("consent_sms", "granted", "denied", "ko")
    assert "2026-05-12" not in change_sentence("stage_why", None, WHY, "en")


def test_why_somebody_stands_at_a_stage_has_its_days_in_words():
    assert stage_why(WHY, "en") == "Back after 90 days: May 12, 2026."
    assert stage_why(WHY, "ko") == "90일 만에 다시 왔어요: 2026년 5월 12일."


@pytest.mark.parametrize(
    ("language", "said"), [("en", "on May 12, 2026 or later"), ("ko", "2026년 5월 12일 이후에")]
)
def test_the_sentence_of_a_list_has_its_days_in_words(language, said):
    wanted = Filter((Condition("created", "on_or_after", ("2026-05-12",)),))
    assert said in sentence(wanted, FilterNames(), language)
