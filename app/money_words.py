"""Amounts of money in Korean words, as papers write them beside the figures."""

from __future__ import annotations

NUMERALS = "영일이삼사오육칠팔구"
PLACES = ("", "십", "백", "천")
GROUPS = ("", "만", "억", "조", "경")
GROUP = 10_000


def korean_number(number: int) -> str:
    """Return a whole number in words without gaps; a one is always said: '일백일십만'."""
    if number == 0:
        return NUMERALS[0]
    if number < 0:
        return "마이너스 " + korean_number(-number)
    words, left, place = "", number, 0
    while left:
        left, part = divmod(left, GROUP)
        if part:
            words = _below_ten_thousand(part) + GROUPS[place] + words
        place += 1
    return words


def korean_amount(won: int) -> str:
    """Return an amount of won as a paper tells it: '일금 일백사십사만원정'."""
    return f"일금 {korean_number(won)}원정"


def _below_ten_thousand(number: int) -> str:
    words = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            words = NUMERALS[int(digit)] + PLACES[place] + words
    return words
