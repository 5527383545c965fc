"""What the fuzzers begin with: a good file of every kind, made anew, and the kept corpus."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from tests.app.exchange.book_bytes import ods, ods_row, raw_xlsx, xlsb
from tests.app.exchange.xls_bytes import biff5, biff8, compound_file, locked

CORPUS = Path(__file__).parent / "corpus"
HEADERS = ["이름", "휴대폰", "이메일", "생년월일", "주소", "태그", "총구매금액", "메모"]
ROWS: list[list[str | int | float]] = [
    ["김민지", "010-0142-3377", "minji@example.com", "1991.05.16", "서울 마포구 망원로 22",
     "VIP, 꽃다발", "2,346,000원", "고양이 있음\n백합 X"],
    ["이하은", 1001033392, "haeun@", "--05-16", "", "", 1980000, '"따옴표"'],
    ["John Smith", "+1 (650) 253-0000", "", "5/16/91", "", "", "$12.50", "=1+1"],
    ["합계", "", "", "", "", "", "4,326,000", ""],
]  # fmt: skip
PAGE = "<html><meta charset=utf-8><table>{}</table></html>"


def seeds() -> dict[str, bytes]:
    """Return files by name: those made here, then those of the corpus."""
    kept = {path.name: path.read_bytes() for path in corpus()}
    return {**made(), **kept}


def made() -> dict[str, bytes]:
    """Return one good file of every kind that is read."""
    rows = [HEADERS, *ROWS]
    plain = "".join(",".join(_quoted(cell) for cell in row) + "\r\n" for row in rows)
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    texts = [[str(cell) for cell in row] for row in rows]
    old = biff8({"고객": rows, "둘째": [["a"]]}, dates=True)
    files = {
        "plain.csv": plain.encode(),
        "mark.csv": plain.encode("utf-8-sig"),
        "korean.csv": plain.encode("cp949"),
        "wide.txt": plain.replace(",", "\t").encode("utf-16"),
        "page.html": PAGE.format(cells).encode(),
        "book.xlsx": _xlsx(rows),
        "bare.xlsx": raw_xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>이름</t></is></c></row>'
                              '<row r="2"><c r="A2"><v>1.5</v></c></row>'),
        "macro.xlsm": _xlsx(rows),
        "book.xlsb": xlsb([[str(cell) for cell in row] for row in rows]),
        "book.ods": ods("".join(ods_row(row) for row in texts)),
        "book.xls": compound_file({"Workbook": old}),
        "excel95.xls": compound_file({"Book": biff5("고객", rows)}),
        "locked.xls": compound_file({"Workbook": locked(old, "1234")}),
    }  # fmt: skip
    return {
        name: _still(content) if content[:2] == b"PK" else content
        for name, content in files.items()
    }


def _quoted(cell: str | float) -> str:
    return '"' + str(cell).replace('"', '""') + '"'


def _xlsx(rows: list[list[str | int | float]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.set_properties({"created": datetime(2026, 5, 12, tzinfo=UTC)})
        page = book.add_worksheet("고객")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        page.write_number(6, 0, 33374, day)
        page.write_formula(6, 1, "=1/0", None, "#DIV/0!")
        page.merge_range(8, 0, 8, 3, "비고: 합친 칸")
        book.add_worksheet("숨김").hide()
    return file.getvalue()


def _still(book: bytes) -> bytes:
    """Return a zip with no time of its making in it, so that a seed draws the same file again."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return file.getvalue()


def corpus() -> list[Path]:
    """Return the files that are kept: texts at the edge of what is text, and what once failed."""
    return sorted(path for path in CORPUS.iterdir() if not path.name.startswith("."))
