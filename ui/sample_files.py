"""Spreadsheets as a shop might have them, made for pictures and the self-test."""

import csv
from itertools import count as counting
from pathlib import Path

from app.demo import sample_people

HEADERS = ("성함", "휴대폰", "이메일", "생년월일", "주소", "태그", "총구매금액", "선호꽃", "비고")
KNOWN = (
    ("김민지", "010-0142-3377", "minji.kim@example.com", "1991.05.16", "서울 마포구 망원로 22",
     "꽃다발", "2,346,000", "작약, 라넌큘러스", "고양이 있음. 백합 X"),
    ("이하은", "01001033392", "haeun@example.com", "88-11-02", "서울 마포구 양화로 41",
     "웨딩", "1,980,000원", "장미", "6시 이후 픽업"),
)  # fmt: skip
GIVEN = ("지우", "서준", "하윤", "도윤", "은우", "수아", "지안", "예준", "다은", "시우")
FAMILY = "강윤임한오서신권황안"


def rows(count: int) -> list[tuple[str, ...]]:
    """Return that many rows: two people of the sample shop, then new ones, some with a flaw."""
    made: list[tuple[str, ...]] = list(KNOWN)
    for n in range(count - len(KNOWN)):
        name = FAMILY[n % len(FAMILY)] + GIVEN[(n * 7 + n // 10) % len(GIVEN)]
        phone = f"010-01{n % 90 + 10}-{1000 + n * 37 % 9000}" if n % 11 else "1234"
        email = f"{n}@example.com" if n % 13 else "no mail"
        born = f"{1960 + n % 45}.{n % 12 + 1:02d}.{n % 28 + 1:02d}"
        flower = ("작약", "장미", "수국", "튤립")[n % 4]
        address, tag = f"서울 마포구 월드컵로 {n + 1}", "정기" if n % 3 else "클래스"
        spent = f"{(n * 13 % 90 + 1) * 10_000:,}"
        made.append((name, phone, email, born, address, tag, spent, flower, ""))
    return made


SHOP_HEADERS = (
    "성함", "휴대폰", "이메일", "생년월일", "주소", "등급", "총구매금액", "선호꽃", "비고", "No.",
)  # fmt: skip
SHOP_NEW, SHOP_KNOWN, SHOP_DOUBTFUL = 1204, 312, 27
SHOP_FLAWS = (("휴대폰", "010-12", 4), ("이메일", "minsu@", 2), ("생년월일", "8?-11-02", 3))
TIERS = ("단골", "VIP", "신규", "휴면")
FLOWERS = ("작약, 라넌큘러스", "장미", "수국", "튤립")


def shop_rows() -> list[tuple[str, ...]]:
    """Return the list the sample shop kept before Dangol: known, doubtful, flawed and new rows."""
    people, taken = _known_people()
    made = [_shop_row(n, name, phone) for n, (name, phone) in enumerate(people[:SHOP_KNOWN])]
    doubtful = people[SHOP_KNOWN : SHOP_KNOWN + SHOP_DOUBTFUL]
    made += [
        _shop_row(n, _another_name(n, name), phone) for n, (name, phone) in enumerate(doubtful)
    ]
    free = (f"010-01{n // 10000:02d}-{n % 10000:04d}" for n in counting(17, 641))
    phones = (phone for phone in free if phone not in taken)
    flaws = [
        (SHOP_HEADERS.index(header), text)
        for header, text, times in SHOP_FLAWS
        for _row in range(times)
    ]
    for n in range(SHOP_NEW + len(flaws)):
        name = FAMILY[n % len(FAMILY)] + GIVEN[(n * 7 + n // 10) % len(GIVEN)]
        row = list(_shop_row(2000 + n, name, next(phones)))
        if n < len(flaws):
            place, text = flaws[n]
            row[place] = text
        made.append(tuple(row))
    return [(*row, str(n)) for n, row in enumerate(made, start=1)]


def _another_name(n: int, name: str) -> str:
    """Return who else has the phone of somebody: one of another family, and given name."""
    names = (FAMILY[(n + k) % len(FAMILY)] + GIVEN[(n * 3 + k) % len(GIVEN)] for k in counting())
    return next(other for other in names if not set(other) & set(name))


def write_shop_list(path: Path) -> None:
    """Write the rows of the sample shop's own list as an Excel workbook."""
    _write(path, SHOP_HEADERS, shop_rows())


def _known_people() -> tuple[list[tuple[str, str]], set[str]]:
    """Return people of the sample shop whose phone nobody shares, and every phone in it."""
    people = [
        (str(row.scalars[1]), str(point[2]))
        for row in sample_people()
        for point in row.points
        if point[0] == "phone" and row.scalars[0] == "person"
    ]
    phones = [phone for _name, phone in people]
    alone = [(name, phone) for name, phone in people if phones.count(phone) == 1]
    alone.sort(key=lambda person: person[0] != "김민지")  # the one of the pictures comes first
    return alone, set(phones)


def _shop_row(n: int, name: str, phone: str) -> tuple[str, ...]:
    mail = "minji.kim@example.com" if name == "김민지" and not n else f"list{n}@example.com"
    born = "1991.05.16" if not n else f"{1950 + n % 55}.{n // 55 % 12 + 1:02d}.{n % 28 + 1:02d}"
    street = f"서울 마포구 망원로 {22 + n}"
    spent = "2,346,000" if not n else f"{(n * 13 % 90 + 1) * 10_000:,}"
    remark = "고양이 있음. 백합 X" if not n else ""
    return (name, phone, mail, born, street, TIERS[n % 4], spent, FLOWERS[n % 4], remark)


def write_workbook(path: Path, count: int) -> None:
    """Write the rows as an Excel workbook."""
    _write(path, HEADERS, rows(count))


def _write(path: Path, headers: tuple[str, ...], lines: list[tuple[str, ...]]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - only where a workbook is made

    book = Workbook(write_only=True)
    sheet = book.create_sheet("고객")
    for row in (headers, *lines):
        sheet.append(list(row))
    book.create_sheet("메모").append(["2026"])
    book.save(path)


def write_korean_csv(path: Path, count: int) -> None:
    """Write the rows as csv in the encoding that Korean Excel saves."""
    with path.open("w", encoding="cp949", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(rows(count))
