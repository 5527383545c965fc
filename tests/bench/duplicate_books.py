"""Books with people who are in them twice: invented ones, and the published FEBRL sets.

Both say which pairs are one person. A FEBRL set is read from a csv; its files are not kept here.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from app.duplicates.people import Person

Value = TypeVar("Value", str, tuple[str, ...])
Pairs = set[tuple[int, int]]
FAMILY = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민"
GIVEN = "민서지수현우영준하은도시아주원예진유나성호경미태연정희선재윤혜상동승철숙순옥자"
CITIES = (
    "서울 마포구",
    "서울 강남구",
    "부산 해운대구",
    "대구 수성구",
    "대전 유성구",
    "수원시 팔달구",
)
ROADS = tuple(
    a + b + "로" for a in "망테해달대효중동서남북신양화은" for b in "원헤운구학자앙산촌평성암"
)
FIRMS = ("한빛", "새롬", "다온", "가람", "미래", "정우", "동진", "세종", "청솔", "우리")
TRADES = ("상사", "건설", "식품", "디자인", "무역", "전자", "물산", "기획")
TWICE, AGAIN, RELATED, COLLEAGUE = 0.12, 0.1, 0.06, 0.03


def korean_book(count: int, seed: int = 1) -> tuple[list[Person], Pairs]:
    """Return customers as a shop writes them down, with families, colleagues and slips."""
    chance = random.Random(seed)
    people: list[Person] = []
    groups: list[list[int]] = []
    while len(people) < count:
        one = _somebody(chance, len(people) + 1)
        if people and chance.random() < RELATED:
            one = _relative(chance, one, people[-1])
        elif people and chance.random() < COLLEAGUE:
            one = replace(one, company=people[-1].company, phones=people[-1].phones)
        people.append(one)
        groups.append([one.id])
        while len(people) < count and chance.random() < (TWICE if len(groups[-1]) < 2 else AGAIN):
            people.append(_again(chance, one, len(people) + 1))
            groups[-1].append(people[-1].id)
    chance.shuffle(people)
    return people, {pair for group in groups for pair in combinations(group, 2)}


def febrl_book(paths: Sequence[Path], fields: set[str]) -> tuple[list[Person], Pairs]:
    """Return the people of FEBRL files with the fields a shop has: a name, an address, and ...

    `fields` may hold 'phone' (their social security number) and 'birthday'.
    """
    people: list[Person] = []
    groups: dict[str, list[int]] = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, skipinitialspace=True):
                people.append(_of_febrl(row, len(people), fields))
                groups[row["rec_id"].split("-")[1]].append(people[-1].id)
    return people, {pair for group in groups.values() for pair in combinations(group, 2)}


def _of_febrl(row: dict[str, str], number: int, fields: set[str]) -> Person:
    born, security = row["date_of_birth"].strip(), row["soc_sec_id"].strip()
    parts = ("street_number", "address_1", "address_2", "suburb", "postcode", "state")
    return Person(
        id=number, name=" ".join(filter(None, (row["given_name"], row["surname"]))),
        phones=(security,) if security and "phone" in fields else (),
        birthday=f"{born[:4]}-{born[4:6]}-{born[6:]}"
        if len(born) == 8 and "birthday" in fields else "",
        address=" ".join(row[part] for part in parts),
    )  # fmt: skip


def _somebody(chance: random.Random, number: int) -> Person:
    company = chance.choice(FIRMS) + chance.choice(GIVEN) + chance.choice(TRADES)
    return Person(
        id=number, name=_family(chance) + _given(chance),
        phones=(_phone(chance),) if chance.random() < 0.88 else (),
        emails=(f"{_letters(chance)}@example.com",) if chance.random() < 0.4 else (),
        birthday=_day(chance) if chance.random() < 0.6 else "",
        address=_address(chance) if chance.random() < 0.65 else "",
        company=company if chance.random() < 0.2 else "",
    )  # fmt: skip


def _relative(chance: random.Random, one: Person, other: Person) -> Person:
    """Return somebody else of the same family: one home, and at times one telephone."""
    phones = other.phones if chance.random() < 0.3 else one.phones
    return replace(one, name=other.name[0] + _given(chance), address=other.address, phones=phones)


def _again(chance: random.Random, one: Person, number: int) -> Person:
    """Return the same person written down another time."""
    phones, emails, day, place = one.phones, one.emails, one.birthday, one.address
    return Person(
        id=number,
        name=_slip(chance, one.name),
        phones=_either(chance, phones, (_phone(chance),), tuple(_wrong(chance, p) for p in phones)),
        emails=_either(chance, emails, (f"{_letters(chance)}@example.com",), emails),
        birthday=_either(chance, day, day[:4], _wrong(chance, day)),
        address=_either(chance, place, _address(chance), " ".join(place.split()[:-1])),
        company=_either(chance, one.company, "", f"(주){one.company}" if one.company else ""),
    )


def _either(chance: random.Random, same: Value, other: Value, slip: Value) -> Value:
    if not same:
        return other if chance.random() < 0.1 else same
    nothing: Value = same[:0]
    return chance.choices((same, nothing, other, slip), (0.66, 0.17, 0.09, 0.08))[0]


def _slip(chance: random.Random, name: str) -> str:
    place = chance.randrange(1, len(name))
    slips = (
        name, name[:place] + chance.choice(GIVEN) + name[place + 1 :], f"{name}님",
        f"{name[0]} {name[1:]}", f"{name}(엄마)", name[1:], f"{name[:2]}{name[3:]}",
    )  # fmt: skip
    return chance.choices(slips, (0.74, 0.09, 0.05, 0.04, 0.03, 0.03, 0.02))[0]


def _family(chance: random.Random) -> str:
    return chance.choices(FAMILY, [1 / (place + 1.5) for place in range(len(FAMILY))])[0]


def _given(chance: random.Random) -> str:
    likely = [1 / (place + 8) for place in range(len(GIVEN))]
    return "".join(chance.choices(GIVEN, likely, k=2))


def _phone(chance: random.Random) -> str:
    return f"010{chance.randrange(10**8):08}"


def _day(chance: random.Random) -> str:
    year, month, day = (
        chance.randrange(1945, 2008),
        chance.randrange(1, 13),
        chance.randrange(1, 29),
    )
    return f"{year}-{month:02}-{day:02}"


def _letters(chance: random.Random) -> str:
    return "".join(chance.choices("abcdehijklmnorstuy", k=6)) + str(chance.randrange(100))


def _address(chance: random.Random) -> str:
    home = f"{chance.randrange(101, 130)}동 {chance.randrange(1, 26)}0{chance.randrange(1, 9)}호"
    return f"{chance.choice(CITIES)} {chance.choice(ROADS)} {chance.randrange(1, 300)} {home}"


def _wrong(chance: random.Random, text: str) -> str:
    digits = [place for place, sign in enumerate(text) if sign.isdigit()]
    if not digits:
        return text
    place = chance.choice(digits)
    return text[:place] + str(chance.randrange(10)) + text[place + 1 :]
