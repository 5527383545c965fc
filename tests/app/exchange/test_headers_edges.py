"""Headers as they are compared, whatever people put around them."""

import pytest

from app.exchange.headers import counted, fingerprint, normalise, squeeze, uncounted, undecorated


@pytest.mark.parametrize(
    ("header", "normal"),
    [
        ("  Name ", "name"), ("이름*", "이름"), ("이름 **", "이름"), ('"이름"', "이름"), (None, ""),
        (0, ""), ("Ｎａｍｅ", "name"), ("E-mail\n주소", "e-mail 주소"), ("이\u200b름", "이름"),
    ],
)  # fmt: skip
def test_a_header_is_compared_without_what_surrounds_it(header, normal):
    assert normalise(header) == normal


@pytest.mark.parametrize(
    ("normal", "split"),
    [
        ("e-mail 2 - value", ("e-mail # - value", 2)), ("phone-12 - type", ("phone-# - type", 12)),
        ("e-mail 2", ("e-mail 2", 0)), ("value", ("value", 0)), ("", ("", 0)),
    ],
)  # fmt: skip
def test_numbers_within_a_header_are_counted(normal, split):
    assert counted(normal) == split


@pytest.mark.parametrize(
    ("normal", "bare"),
    [
        ("연락처 2", "연락처"), ("연락처_2", "연락처"), ("연락처-2", "연락처"),
        ("연락처.2", "연락처"),
        ("연락처2", "연락처"), ("연락처 - 12", "연락처"), ("연락처", "연락처"), ("2", "2"),
        ("연락처 123", "연락처 123"),
    ],
)  # fmt: skip
def test_a_closing_number_is_left_out(normal, bare):
    assert uncounted(normal) == bare


def test_decoration_and_loose_signs_are_left_out():
    assert undecorated("[필수] 이름 (한글) :") == "이름"
    assert undecorated("이름(한글)") == "이름"
    assert undecorated("(한글)") == "(한글)"
    assert squeeze("e-mail_주.소: 'a'") == "email주소a"


def test_files_with_the_same_columns_share_a_fingerprint():
    first = fingerprint(["이름", "전화"])
    assert len(first) == 32
    assert first == fingerprint([" 이름* ", "전화"])
    assert first != fingerprint(["전화", "이름"])
    assert fingerprint(["a", "b"]) != fingerprint(["ab", ""])
    assert fingerprint(["ab"]) != fingerprint(["a", "b"])
