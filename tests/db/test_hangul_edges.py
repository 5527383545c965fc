"""Syllables at the edges of what a typed letter may stand for."""

import pytest

from db.hangul import grams, is_open, span


@pytest.mark.parametrize(
    ("letter", "first", "last"),
    [
        ("ㄱ", "가", "깋"), ("ㅎ", "하", "힣"), ("가", "가", "갛"), ("히", "히", "힣"),
        ("각", "각", "각"), ("힣", "힣", "힣"), ("H", "H", "H"), ("ㅏ", "ㅏ", "ㅏ"),
    ],
)  # fmt: skip
def test_a_letter_stands_for_the_syllables_it_may_become(letter, first, last):
    assert span(letter) == (first, last)


def test_a_letter_of_another_script_is_never_an_open_syllable():
    # Every 28th letter of any script is as far from 가 as an open syllable is.
    assert not any(map(is_open, ["H", "d", "\u3131", "\ud7a4", "漢"]))
    assert [letter for letter in map(chr, range(0xAC00, 0xAC40)) if is_open(letter)] == [
        "가", "개", "갸",
    ]  # fmt: skip


def test_pieces_of_one_word_and_of_several():
    assert grams("가나") == ["가", "나", "가나", "ㄱ", "ㄴ", "ㄱㄴ"]
    assert grams("가 나") == ["가", "ㄱ", "나", "ㄴ"]
    assert grams("가 가") == ["가", "ㄱ"]
    assert grams("ab") == ["a", "b", "ab"]
    assert grams("ㄱㄴㄷ") == ["ㄱ", "ㄴ", "ㄷ", "ㄱㄴ", "ㄴㄷ", "ㄱㄴㄷ"]
    assert grams("") == []
