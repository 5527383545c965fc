"""Initial consonants, pieces of words, and syllables while they are being typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.hangul import INITIALS, grams, initials, is_open, readings, span, split_pairs
from db.search_places import finder
from db.search_text import line
from db.search_words import words_of

FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
KEYS = {  # what the two-set keyboard takes two keys for
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ", "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
JOINED = {keys: letter for letter, keys in KEYS.items()}
syllables = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))


def keys_of(text: str) -> str:
    """The keys pressed for some syllables."""
    pressed = ""
    for syllable in text:
        first, rest = divmod(ord(syllable) - ord("가"), 588)
        for letter in (INITIALS[first], VOWELS[rest // 28], FINALS[rest % 28]):
            pressed += KEYS.get(letter, letter)
    return pressed


def syllable_of(first: str, vowel: str, final: str) -> str:
    if not vowel:
        return first
    code = (INITIALS.index(first) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final)
    return chr(ord("가") + code)


def composed(keys: str) -> str:
    """What the field shows after these keys, the last syllable still in composition."""
    done, first, vowel, final = "", "", "", ""
    for key in keys:
        if key in VOWELS:
            if final:  # it was the beginning of the next syllable, or its second half
                stays, goes = KEYS.get(final, ("", final))
                done += syllable_of(first, vowel, stays)
                first, vowel, final = goes, key, ""
            else:
                vowel = JOINED[vowel + key] if vowel else key
        elif vowel and (final + key in JOINED or (not final and key in FINALS)):
            final = JOINED.get(final + key, key)
        else:
            done += syllable_of(first, vowel, final) if first else ""
            first, vowel, final = key, "", ""
    return done + (syllable_of(first, vowel, final) if first else "")


@pytest.mark.parametrize(
    ("text", "letters"),
    [("김민지", "ㄱㅁㅈ"), ("Kim 민지", "Kim ㅁㅈ"), ("가힣", "ㄱㅎ"), ("ㄱ1!", "ㄱ1!"), ("", "")],
)
def test_initials_replace_syllables_and_nothing_else(text: str, letters: str) -> None:
    assert initials(text) == letters


@given(syllables)
def test_the_initial_is_the_first_part_of_the_decomposed_syllable(syllable: str) -> None:
    first = unicodedata.normalize("NFD", syllable)[0]
    assert INITIALS.index(initials(syllable)) == ord(first) - 0x1100


def test_grams_are_letters_pairs_and_up_to_three_initials_of_each_word() -> None:
    assert grams("김민지") == [
        "김",
        "민",
        "지",
        "김민",
        "민지",
        "ㄱ",
        "ㅁ",
        "ㅈ",
        "ㄱㅁ",
        "ㅁㅈ",
        "ㄱㅁㅈ",
    ]
    assert grams("ab a") == ["a", "b", "ab"]
    assert grams("ㄱㄴㄷ") == ["ㄱ", "ㄴ", "ㄷ", "ㄱㄴ", "ㄴㄷ", "ㄱㄴㄷ"]
    assert grams(" ") == []


@given(st.text())
def test_grams_never_repeat_and_hold_no_space(text: str) -> None:
    pieces = grams(text)
    assert len(pieces) == len(set(pieces))
    assert all(piece and not any(map(str.isspace, piece)) for piece in pieces)


@given(syllables)
def test_a_letter_stands_for_the_syllables_it_may_grow_to(syllable: str) -> None:
    first, last = span(initials(syllable))
    assert first <= syllable <= last
    first, last = span(syllable)
    assert {initials(chr(c)) for c in range(ord(first), ord(last) + 1)} == {initials(syllable)}
    assert (first != last) == is_open(syllable)


@pytest.mark.parametrize(
    ("typed", "apart"), [("ㄳ", "ㄱㅅ"), ("김ㅄ", "김ㅂㅅ"), ("값", "값"), ("", "")]
)
def test_joined_consonants_are_taken_apart(typed: str, apart: str) -> None:
    assert split_pairs(typed) == apart


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("간", [("갅", ""), ("갆", ""), ("가", "ㄴ")]),
        ("김첤", [("김철", "ㅅ")]),
        ("구", [("", "궈"), ("", "궤"), ("", "귀")]),
        ("가", []),
        ("ㄱ", []),
        ("a", []),
        ("", []),
    ],
)
def test_readings_are_what_the_last_syllable_may_become(
    typed: str, expected: list[tuple[str, str]]
) -> None:
    assert list(readings(typed)) == expected


@given(st.text(syllables, min_size=1, max_size=4))
def test_the_keyboard_of_these_tests_is_right(text: str) -> None:
    assert composed(keys_of(text)) == text


@given(st.text(syllables, min_size=1, max_size=4))
def test_a_name_is_found_at_every_key_on_the_way_to_it(name: str) -> None:
    keys = keys_of(name)
    texts = (line(name), "", "", "", "")
    for pressed in range(1, len(keys) + 1):
        (word,) = words_of(composed(keys[:pressed]))
        assert any(finder([w])(*texts) is not None for w in (word, *word.others)), word
