"""Spreadsheets as a shop might have them, made for pictures and the self-test."""

import csv
from pathlib import Path

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


def write_workbook(path: Path, count: int) -> None:
    """Write the rows as an Excel workbook."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where a workbook is made

    book = Workbook(write_only=True)
    sheet = book.create_sheet("고객")
    sheet.append(list(HEADERS))
    for row in rows(count):
        sheet.append(list(row))
    book.create_sheet("메모").append(["2026"])
    book.save(path)


def write_korean_csv(path: Path, count: int) -> None:
    """Write the rows as csv in the encoding that Korean Excel saves."""
    with path.open("w", encoding="cp949", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(rows(count))
