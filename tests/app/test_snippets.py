"""The part of a note that a search found fits one line, and shows what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.shapes.contacts import ContactForm
from app.snippets import BEFORE, LONGEST, snippet

LONG = (
    "작년 가을에 어머니와 함께 처음 왔고 늘 흰 수국을 찾으며 "
    + "포장은 크라프트지로 해 달라고 " * 4
)


@pytest.mark.parametrize(
    ("bodies", "typed", "shown"),
    [
        (["창가 자리를 좋아함"], "창가", "창가 자리를 좋아함"),
        (["Likes  white\n\nlilies"], "LILIES", "Likes white lilies"),
        (["아무것도", "창가 자리"], "자리", "창가 자리"),
        (["창가 자리"], "바다 자리", "창가 자리"),  # one of the words is enough
        (["창가 자리"], "바다", ""),
        (["창가 자리"], "  ", ""),
        ([], "창가", ""),
        ([LONG], "수국", f"… {LONG[LONG.index('어머니') :][:LONGEST].strip()}…"),
        (["하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열"], "열", "… 다섯 여섯 일곱 여덟 아홉 열"),
    ],
)
def test_the_first_note_with_a_word_shows_the_words_around_it(bodies, typed, shown):
    assert snippet(bodies, typed) == shown


@given(st.text(max_size=200), st.text(max_size=20))
def test_a_snippet_is_one_short_line(body, typed):
    shown = snippet([body], typed)
    assert len(shown) <= LONGEST + len("… …")
    assert "\n" not in shown


@given(st.integers(0, 6 * BEFORE), st.integers(0, 200), st.sampled_from(["가나", "가나 "]))
def test_what_was_found_is_always_in_sight(before, behind, letters):
    body = f"{letters * before}수국{letters * behind}"
    assert "수국" in snippet([body], "수국")


def test_only_contacts_whose_notes_have_the_word_are_told(core):
    kim, lee = (core.contacts.add(ContactForm(name=name)) for name in ("김민지", "이하은"))
    core.contacts.add_note(kim, "창가 자리")
    core.contacts.add_note(lee, "주차 도움")
    assert core.contacts.snippets([kim, lee], "창가") == {kim: "창가 자리"}
