"""Quotes on paper: both forms, long ones, the stamp; text that can be searched for and copied."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.jobs import Ticket
from app.quote_sheet import QuoteSheet, SheetLine
from app.settings import COUNTRY, REGISTRATION, STAMP
from app.supplier import Supplier, stamp_of
from tests.ui.contact_parts import press, write
from tests.ui.test_printing import pdf_pages
from ui.common.picture_files import saved
from ui.printing.documents import Setting
from ui.printing.output import write_pdf
from ui.printing.paper import Ink
from ui.printing.quote import QuoteDocument
from ui.settings.choices import Choices
from ui.settings.shop import ShopSection
from ui.settings.stamp import inked

SHOP = Supplier("봄날 꽃집", "120-81-47521", "이서연", "서울 마포구 망원로 12", "소매업", "꽃")


def quote(*names, **told):
    lines = tuple(
        SheetLine(name, "계절 꽃", 2_000, "회", 55_000, 0, 0, 100, 100_000, 10_000)
        for name in names
    )
    facts = {"customer": "김민지", "customer_kind": "person", "title": "책상 꽃", "note": ""}
    return QuoteSheet(
        number="2026-0012", made_on="2026-05-12", valid_until="2026-06-11", lines=lines,
        tax_added=False, currency="KRW", supplier=SHOP, **{**facts, **told},
    )  # fmt: skip


@pytest.fixture
def printed(kit, tmp_path):
    def write_one(sheet, language):
        setting = Setting(Ink(kit.theme.tokens), kit.formats, "a4", "")
        path = tmp_path / "quote.pdf"
        write_pdf(QuoteDocument(sheet, setting, language), path, "quote", Ticket())
        assert b"/FontFile" in path.read_bytes()  # the letters go with it
        return [" ".join(page.split()) for page in pdf_pages(path)]

    return write_one


def test_the_korean_form_tells_the_supplier_and_the_total_in_words(printed):
    (page,) = printed(quote("장미 꽃다발", "작약", note="배송비 포함"), "ko")
    for words in (
        "견적서", "2026년 6월 11일까지", "김민지", "귀하", "120-81-47521", "성명",
        "(인)", "소매업", "일금 이십이만원정", "(₩220,000)", "부가세 포함", "공급가액", "세액",
        "장미 꽃다발", "200,000", "20,000", "배송비 포함", "1 / 1",
    ):  # fmt: skip
        assert words in page, words


def test_a_long_subject_is_broken_and_not_cut(printed):
    subject = "모루의 봄 정기 꽃 장식과 로비 꽃 교체, 회의실 다섯 곳의 화분 관리를 함께 하는 일"
    (page,) = printed(quote("장미", title=subject), "ko")
    assert subject.replace(" ", "") in page.replace(" ", "")


def test_the_english_form_speaks_english_whatever_the_window_speaks(printed, kit):
    kit.language.use("ko")
    (page,) = printed(quote("Roses", customer_kind="company"), "en")
    for words in ("Quote", "Valid until", "June 11, 2026", "Representative", "₩110,000", "VAT"):
        assert words in page, words
    assert not re.search("귀하|귀중|공급자|견적", page)


def test_a_long_quote_repeats_the_titles_and_never_breaks_a_row(printed):
    names = [f"품목{number:03}" for number in range(70)]
    pages = printed(quote(*names), "ko")
    assert len(pages) == 3
    for page in pages:
        assert page.count("공급가액") == 1
    assert "견적서 2026-0012" in pages[1]
    found = [name for page in pages for name in re.findall(r"품목\d{3}", page)]
    assert found == names
    assert "7,000,000" in pages[-1]


def scan():
    """A stamp on white paper, as a camera sees it."""
    image = QImage(600, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.fillRect(200, 200, 200, 200, QColor(200, 16, 16))
    painter.end()
    return saved(image)


def test_the_white_of_a_scanned_stamp_goes_away_and_its_ink_stays():
    image = QImage.fromData(inked(scan()))
    assert image.width() == 320
    assert image.pixelColor(QPoint(10, 10)).alpha() == 0
    assert image.pixelColor(QPoint(160, 160)).alpha() > 200
    assert image.pixelColor(QPoint(160, 160)).red() > 150


def test_the_shop_tells_who_it_is_on_quotes(qtbot, core, kit, tmp_path):
    shop = ShopSection(kit, Choices(kit, core.settings, core.staff))
    qtbot.addWidget(shop)
    core.settings.put(COUNTRY, "KR")
    shop.retranslate()
    shop.refresh()
    shop.show()
    shop.activateWindow()
    shop.show_supplier()
    qtbot.waitUntil(shop.supplier.registration.hasFocus)
    write(qtbot, "1208147522")
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: core.settings.get(REGISTRATION) == "120-81-47522")
    assert "does not add up" in shop.supplier.registration.accessibleDescription()
    path = tmp_path / "stamp.png"
    path.write_bytes(scan())
    shop.supplier.stamp.take_file(path)
    qtbot.waitUntil(lambda: bool(stamp_of(core.settings.get(STAMP))))
    shop.refresh()
    assert shop.supplier.stamp.picture.is_there
    qtbot.mouseClick(shop.supplier.stamp.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not core.settings.get(STAMP))
