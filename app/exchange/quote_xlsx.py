"""A quote as a workbook whose sums go on counting: quantities and prices can be changed in it."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date, datetime
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from app.amounts import ONE
from app.exchange.values.money import exponent
from app.quote_sheet import QuoteSheet
from app.whole_files import whole_file
from app.words import say

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLUMNS = (
    ("no", 5), ("item", 26), ("spec", 18), ("quantity", 8), ("unit", 6), ("unit_price", 12),
    ("discount", 10), ("rate", 7), ("supply", 13), ("tax", 11), ("line_total", 13),
)  # fmt: skip
QUANTITY, PRICE, OFF, RATE, SUPPLY, TAX, TOTAL = "D", "F", "G", "H", "I", "J", "K"
LAST = len(COLUMNS) - 1
LEFT, RIGHT = (0, 4), (5, LAST)  # columns of whom it is for, and of who makes it
TOP = 2  # the row of the first facts
STAMP = 48  # px
LINE = 17  # points of a line of text
A4 = 9  # Excel's number of that paper
MOST_TEXT = 32_767  # characters in a cell
WORDS_OF_WON = '[DBNum4][$-412]"일금 "General"원정"'  # Excel's own numerals in Hangul
LOOKS = {
    "title": {"bold": True, "font_size": 22, "align": "center", "valign": "vcenter"},
    "label": {"bg_color": "#F3F1EC", "border": 1, "align": "center", "valign": "vcenter"},
    "value": {"border": 1, "valign": "vcenter", "text_wrap": True, "num_format": "@"},
    "name": {"bold": True, "font_size": 14, "bottom": 1, "valign": "vcenter"},
    "plain": {"valign": "top", "text_wrap": True, "num_format": "@"},
    "head": {"bold": True, "bg_color": "#F3F1EC", "border": 1, "align": "center"},
    "cell": {"border": 1, "valign": "vcenter", "text_wrap": True, "num_format": "@"},
    "number": {"border": 1, "valign": "vcenter"},
    "rate": {"border": 1, "valign": "vcenter", "num_format": "0.#%", "align": "center"},
    "quantity": {"border": 1, "valign": "vcenter", "num_format": "#,##0.###"},
    "day": {"border": 1, "valign": "vcenter", "num_format": "yyyy-mm-dd", "align": "left"},
}  # fmt: skip


def write_quote(path: Path, sheet: QuoteSheet, language: str) -> None:
    """Write a quote to a new .xlsx file in that language. Raises FileError."""
    with whole_file(path) as partial:
        _Book(partial, sheet, language).write()


def height_of(text: str, first: int, last: int) -> float:
    """Return how high a row is whose text goes over these columns: Excel fits no joined cells."""
    room = sum(width for _key, width in COLUMNS[first : last + 1])
    wide = (sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)
            for line in text.splitlines())  # fmt: skip
    return LINE * max(1, sum(max(1, ceil(width / room)) for width in wide))


class _Book:
    """Puts the parts of a quote into their cells, from the top down."""

    def __init__(self, path: Path, sheet: QuoteSheet, language: str) -> None:
        import xlsxwriter  # noqa: PLC0415 - slow to import

        self._sheet = sheet
        self._language = language
        self._places = exponent(sheet.currency)
        self._book = xlsxwriter.Workbook(
            str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
        )
        self._failed = xlsxwriter.exceptions.FileCreateError
        # Without a fixed date equal quotes would not give equal files.
        self._book.set_properties({"title": sheet.number, "created": datetime(2020, 1, 1)})
        self._page: Worksheet = self._book.add_worksheet(self._say("title"))
        decimals = "." + "0" * self._places if self._places else ""
        self._money = f"#,##0{decimals};[Red]-#,##0{decimals}"
        self._looks: dict[str, Format] = {
            name: self._book.add_format(dict(look)) for name, look in LOOKS.items()
        }
        for name, bold in (("money", False), ("sum", True)):
            look: dict[str, object] = {"border": 1, "valign": "vcenter", "num_format": self._money}
            extra = {"bold": True, "bg_color": "#F3F1EC"} if bold else {}
            self._looks[name] = self._book.add_format({**look, **extra})

    def write(self) -> None:
        """Write all of it; a full disk raises OSError."""
        with ExitStack() as closing:
            closing.callback(self._close)
            for column, (_key, width) in enumerate(COLUMNS):
                self._page.set_column(column, column, width)
            self._page.set_row(0, 36)
            self._page.merge_range(0, 0, 0, LAST, self._say("title"), self._looks["title"])
            row = max(self._write_facts(), self._write_supplier()) + 1
            head = row + 2
            self._write_lines(head)
            self._write_total(row, head)
            self._write_note(head + len(self._sheet.lines) + 3)
            self._set_up_print(head)

    def _close(self) -> None:
        try:
            self._book.close()
        except self._failed as error:
            raise OSError(*error.args[0].args) from error  # it tells a full disk by its number

    def _say(self, key: str) -> str:
        return say(f"quote.{key}", self._language)

    def _join(self, row: int, first: int, last: int, text: str, look: str) -> None:
        """Write a text over several cells, never as a formula."""
        self._page.merge_range(row, first, row, last, "", self._looks[look])
        self._page.write_string(row, first, text[:MOST_TEXT], self._looks[look])

    def _write_facts(self) -> int:
        sheet, row = self._sheet, TOP
        first, last = LEFT
        days = (("made_on", sheet.made_on), ("valid_until", sheet.valid_until))
        self._join(row, first, first + 1, self._say("number"), "label")
        self._join(row, first + 2, last, sheet.number, "value")
        for key, day in days:
            if day:
                row += 1
                self._join(row, first, first + 1, self._say(key), "label")
                self._join(row, first + 2, last, "", "day")
                told = date.fromisoformat(day)
                self._page.write_datetime(row, first + 2, told, self._looks["day"])
        if sheet.title:
            row += 1
            self._join(row, first, first + 1, self._say("about"), "label")
            self._join(row, first + 2, last, sheet.title, "value")
            self._page.set_row(row, height_of(sheet.title, first + 2, last))
        row += 1
        honour = f" {sheet.honour}" if self._language == "ko" and sheet.customer else ""
        self._join(row, first, last, sheet.customer + honour, "name")
        row += 1
        self._join(row, first, last, self._say("greeting"), "plain")
        return row

    def _write_supplier(self) -> int:
        supplier, row = self._sheet.supplier, TOP - 1
        first, last = RIGHT
        parts = ("registration", "name", "representative", "address", "business_type",
            "business_item", "phone", "email")  # fmt: skip
        for part in parts:
            text = getattr(supplier, part)
            if not text and part in ("phone", "email"):
                continue
            row += 1
            self._join(row, first, first + 1, self._say(part), "label")
            seal = f"  {self._say('seal')}".rstrip() if part == "representative" and text else ""
            self._join(row, first + 2, last, text + seal, "value")
            if part == "representative" and supplier.stamp:
                self._press(row, last - 1)
        return row

    def _press(self, row: int, column: int) -> None:
        from app.pictures import look_at  # noqa: PLC0415 - for a stamp only

        picture = look_at(self._sheet.supplier.stamp)
        if picture is None:
            return
        scale = STAMP / max(picture.width, picture.height)
        self._page.insert_image(
            row, column, "stamp",
            {"image_data": BytesIO(self._sheet.supplier.stamp), "x_scale": scale,
             "y_scale": scale, "object_position": 3},
        )  # fmt: skip

    def _write_total(self, row: int, head: int) -> None:
        """Write what it comes to, taken from the sums, in figures and in Korean in words."""
        sheet, at = self._sheet, head + len(self._sheet.lines) + 2
        self._page.set_row(row, 24)
        self._join(row, 0, 1, self._say("total"), "head")
        tax = self._say("tax_on_top" if sheet.tax_added else "tax_in") if sheet.tax else ""
        total = sheet.total / 10**self._places
        in_words = self._language == "ko" and sheet.currency == "KRW"
        if in_words:
            words = self._book.add_format({"border": 1, "bold": True, "num_format": WORDS_OF_WON})
            self._page.merge_range(row, 2, row, 5, "", words)
            self._page.write_formula(row, 2, f"={TOTAL}{at}", words, total)
        first = 6 if in_words else 2
        self._page.merge_range(row, first, row, 8, "", self._looks["sum"])
        self._page.write_formula(row, first, f"={TOTAL}{at}", self._looks["sum"], total)
        self._join(row, 9, LAST, tax or sheet.currency, "label")

    def _write_lines(self, head: int) -> None:
        sheet, page = self._sheet, self._page
        scale = 10**self._places
        for column, (key, _width) in enumerate(COLUMNS):
            page.write_string(head, column, self._say(key), self._looks["head"])
        for number, line in enumerate(sheet.lines, start=1):
            row, at = head + number, head + number + 1
            page.write_number(row, 0, number, self._looks["number"])
            for column, text in ((1, line.name), (2, line.description), (4, line.unit)):
                page.write_string(row, column, text[:MOST_TEXT], self._looks["cell"])
            page.write_number(row, 3, line.quantity / ONE, self._looks["quantity"])
            page.write_number(row, 5, line.unit_price / scale, self._looks["money"])
            off = (line.discount + line.share) / scale
            page.write_number(row, 6, off, self._looks["money"])
            page.write_number(row, 7, line.tax_rate / ONE, self._looks["rate"])
            found = (line.supply, line.tax, line.total)
            for column, formula, value in zip((8, 9, 10), self._formulas(at), found, strict=True):
                page.write_formula(row, column, formula, self._looks["money"], value / scale)
        row = head + len(sheet.lines) + 1
        self._join(row, 0, 7, self._say("sum"), "head")
        sums = zip((SUPPLY, TAX, TOTAL), (sheet.supply, sheet.tax, sheet.total), strict=True)
        for column, (letter, value) in enumerate(sums, start=8):
            formula = f"=SUM({letter}{head + 2}:{letter}{row})"
            page.write_formula(row, column, formula, self._looks["sum"], value / scale)

    def _formulas(self, at: int) -> tuple[str, str, str]:
        """Return supply, tax and total of a row, rounded as the shop rounds."""
        places = self._places
        goods = f"ROUND({QUANTITY}{at}*{PRICE}{at},{places})-{OFF}{at}"
        if self._sheet.tax_added:
            tax = f"=ROUND({SUPPLY}{at}*{RATE}{at},{places})"
            return f"={goods}", tax, f"={SUPPLY}{at}+{TAX}{at}"
        tax = f"=ROUND({TOTAL}{at}*{RATE}{at}/(1+{RATE}{at}),{places})"
        return f"={TOTAL}{at}-{TAX}{at}", tax, f"={goods}"

    def _write_note(self, row: int) -> None:
        if self._sheet.note.strip():
            self._join(row, 0, LAST, self._say("note"), "name")
            self._page.set_row(row + 1, height_of(self._sheet.note, 0, LAST) + LINE)
            self._join(row + 1, 0, LAST, self._sheet.note, "plain")

    def _set_up_print(self, head: int) -> None:
        page = self._page
        page.hide_gridlines(2)
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.center_horizontally()
        page.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.7)
        page.repeat_rows(head)
        page.set_footer("&R&P / &N")
