"""Reports on paper and in files: pages, the words in a PDF, pictures, workbooks, a month."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton

from app.jobs import CancelledError, Ticket
from app.settings import SHOP_NAME
from app.words import say
from tests.app.report_samples import all_kinds, report, revenue, sources
from tests.ui.sale_parts import sell
from tests.ui.test_printing import pdf_pages
from ui.common.widgets.label import Label
from ui.printing.documents import Setting
from ui.printing.output import write_pdf
from ui.printing.paper import Ink
from ui.printing.report import ReportDocument
from ui.printing.report_making import paper_of
from ui.printing.report_picture import write_picture
from ui.printing.report_view import ReportView
from ui.report_out_parts import ReportOut
from ui.shell.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pages_of(kit, tmp_path):
    """The text of each page of reports as a PDF."""

    def pages(reports, title="", sections=(), language="en"):
        formats = kit.formats.spoken(language)
        tokens = kit.theme.tokens
        paper = paper_of(tokens, formats, reports, title, sections, "봄날 꽃집", Ticket())
        document = ReportDocument(paper, Setting(Ink(tokens), formats, "a4", "May 12, 2026"))
        write_pdf(document, tmp_path / "r.pdf", title, Ticket())
        return pdf_pages(tmp_path / "r.pdf")

    return pages


@pytest.fixture
def window(qtbot, kit):
    window = MainWindow(kit.state)
    qtbot.addWidget(window)
    window.furnish(kit)
    window.show()
    return window


@pytest.fixture
def out(kit, core, window):
    core.settings.put(SHOP_NAME, "봄날 꽃집")
    return ReportOut(kit, core, window)


class Opener(QObject):
    """Stands for the programs of the PC that open files."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toLocalFile())


def told_by(view):
    return " ".join(label.text() for label in view.note.findChildren(Label))


def chosen(parent, name, kind=0):
    """Choose a file in the dialog that asks for one."""
    asked = parent.findChildren(QFileDialog)[-1]
    asked.selectNameFilter(asked.nameFilters()[kind])
    asked.fileSelected.emit(str(name))
    asked.reject()


def test_a_pdf_has_a_front_with_the_pages_of_its_reports_and_all_they_say(pages_of):
    reports = all_kinds()
    pages = pages_of(reports, "Monthly report", (("What went well", ("Sales are up.",)),))
    front = pages[0]
    for words in ("봄날 꽃집", "Monthly report", "Apr 13, 2026 to May 12, 2026", "Sales are up.",
                  "Made on May 12, 2026", "In this report"):  # fmt: skip
        assert words in front
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
    for one in reports:
        number, page = next((n, p) for n, p in enumerate(pages[1:], 2) if one.title in p)
        assert f"{one.title}{number}" in front
        assert one.says in page
        assert one.about in page
    whole = "".join(pages)
    for words in ("₩24M", "₩4.10M", "₩6,050,050", "₩7,260,000", "3 sales in other currencies",
                  "There is nothing in these days."):  # fmt: skip
        assert words in whole  # of the axis, a bar, the totals, a note, and of nothing
    for number in (1, 60, 120):
        assert f"고객 {number}₩{number},000" in whole
    again = [page for page in pages if "Who owes, continued" in page]
    assert len(again) >= 2
    assert all("NameOwedLateSince" in page for page in again)
    assert "₩7,260,000" in again[-1]
    assert "고객 120" in again[-1]  # never the sums alone


def test_one_report_needs_no_front_and_korean_reads_as_korean(pages_of):
    (page,) = pages_of([sources()], language="ko")
    assert "차례" not in page
    for words in ("봄날 꽃집", "2026년 4월 13일 ~ 2026년 5월 12일", "410만 원", "6,050,050원"):
        assert words in page
    pages = pages_of([sources(), revenue(3)], "월간 보고서", language="ko")
    assert "차례" in pages[0]
    assert "4월 14일" in pages[1]


def test_whose_figures_they_are_is_told_in_front(core, people, out, qtbot):
    pipeline = core.pipelines.add_ready_made("sales")
    ask = replace(revenue().ask, pipeline_id=pipeline, tag="단골")
    out.show_pages([replace(revenue(3), ask=ask), sources()], "Sales")
    qtbot.waitUntil(lambda: out.view is not None)
    name = core.pipelines.all()[0].name
    assert out.view._paper.scope == f"{name}  ·  #단골"
    out.view.reject()


def test_a_wide_table_stays_on_the_page_and_laying_out_can_be_called_off(kit, pages_of):
    columns = (("name", "Name", "text"), *((f"c{n}", f"Month {n}", "money") for n in range(14)))
    rows = [("한 고객의 아주 긴 이름 " * 4, *range(10**6, 10**6 + 14))] * 3
    chart = sources().chart.__class__("table")
    (page,) = pages_of([report("own:1", "Wide", columns, rows, chart)])
    assert "Month 13" in page.replace("\n", " ")
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        paper_of(kit.theme.tokens, kit.formats, all_kinds(), "", (), "", ticket)


def test_a_picture_has_twice_the_dots_of_the_screen(kit, tmp_path):
    for one in (sources(), all_kinds()[-1], all_kinds()[-2]):  # with bars, with nothing, long
        write_picture(tmp_path / "r.png", one, kit.theme.tokens, kit.formats)
        image = QImage(str(tmp_path / "r.png"))
        assert image.width() == 1440
        assert image.height() > 100
    colours = {image.pixelColor(x, y).name() for x in range(0, 1440, 9) for y in range(0, 300, 3)}
    assert len(colours) > 10


def test_the_report_of_a_month_is_shown_saved_and_goes_to_a_workbook(
    qtbot, kit, core, people, out, window, tmp_path
):
    for day, amount in ((3, 50_000), (20, 70_000), (27, 30_000)):
        at = datetime(2026, 4, day, 3, tzinfo=UTC)
        sell(core, people[day % 3], amount, sold_at=at)
    out.show_month()
    qtbot.waitUntil(lambda: out.view is not None)
    view = out.view
    assert view.windowTitle() == "Monthly report, Apr 2026"
    view.delivery.save(view.document, tmp_path / "month.pdf")
    qtbot.waitUntil(view.note.isVisible)
    text = "".join(pdf_pages(tmp_path / "month.pdf"))
    assert "₩150,000" in text
    assert say("report_out.also", "en") in text
    qtbot.mouseClick(view.excel_button, Qt.MouseButton.LeftButton)
    chosen(view, tmp_path / "month")
    qtbot.waitUntil((tmp_path / "month.xlsx").exists)
    book = load_workbook(tmp_path / "month.xlsx", data_only=True)
    assert book.worksheets[0]["A1"].value == "Monthly report, Apr 2026"
    assert 150_000 in [cell.value for sheet in book for row in sheet for cell in row]
    qtbot.waitUntil(lambda: "month.xlsx" in told_by(view))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert out.view is None


def test_the_menu_leads_to_the_report_of_the_last_month(qtbot, program):
    program.window.menus.month_action.trigger()
    qtbot.waitUntil(lambda: program.window.findChild(ReportView) is not None)
    view = program.window.findChild(ReportView)
    assert view.windowTitle() == "Monthly report, Apr 2026"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_files_are_written_where_somebody_chose_and_the_toast_opens_them(
    qtbot, out, window, tmp_path
):
    out.save_csv([sources()])
    chosen(window, tmp_path / "text", kind=1)
    qtbot.waitUntil(lambda: window.toast.text == "Saved as “text.csv”.")
    assert "소개" in (tmp_path / "text.csv").read_bytes().decode("cp949")
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        button = window.toast.findChild(QPushButton)
        assert button.text() == "Open"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert opener.opened == [str(tmp_path / "text.csv")]
    finally:
        QDesktopServices.unsetUrlHandler("file")
    out.save_png(sources())
    chosen(window, tmp_path / "no" / "picture")
    qtbot.waitUntil(lambda: "cannot be written here" in window.toast.text)
    out.save_excel([])
    out.show_pages([])
    assert out.view is None


def test_where_the_front_needs_another_page_the_reports_go_on_there(pages_of):
    said = tuple(f"Sentence {number} of what is to be said here." for number in range(38))
    reports = all_kinds()
    pages = pages_of(reports, "Monthly report", (("What went well", said),))
    assert "In this report" not in pages[0]
    assert "In this report" in pages[1]
    assert reports[0].about in pages[1]  # and not a page of its own for the contents
    assert f"{reports[0].title}2" in pages[1]
