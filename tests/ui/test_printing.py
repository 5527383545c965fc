"""Printing: what comes out on paper, and the dialog that makes it."""

import re
import zlib
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from app.errors import FileError, FileProblem
from app.jobs import CancelledError, Ticket
from app.settings import SHOP_NAME
from app.shapes.contacts import ContactForm
from app.shapes.printing import PrintedContact, PrintedPeople
from tests.ui.contact_parts import log_many
from ui.common.theme import Scheme
from ui.printing.cards import CardDocument
from ui.printing.choices import CARDS, LABELS, LIST
from ui.printing.dialog import PrintDialog
from ui.printing.documents import LabelDocument, ListDocument, Setting
from ui.printing.output import write_pdf
from ui.printing.paper import SHEETS, Ink, page_rect
from ui.printing.printing import Printing

DOTS_PER_MM = 10
UNITS_PER_DOT = 720 / 25.4 / DOTS_PER_MM
# left, top, width, height of the first label and of the last one, as printed on the packs, in mm
PACKS = {
    "2x8": ((4.65, 12.9, 99.1, 33.9), (106.25, 250.2, 99.1, 33.9)),
    "2x7": ((4.65, 15.15, 99.1, 38.1), (106.25, 243.75, 99.1, 38.1)),
    "3x7": ((7.25, 15.15, 63.5, 38.1), (139.25, 243.75, 63.5, 38.1)),
    "3x8": ((7.25, 12.9, 63.5, 33.9), (139.25, 250.2, 63.5, 33.9)),
    "2x5": ((4.65, 6.0, 99.1, 57.0), (106.25, 234.0, 99.1, 57.0)),
}


def contact(number, name="", **values):
    values.setdefault("points", (("address", "", f"서울 마포구 망원로 {number}"),))
    return PrintedContact(number, values.pop("kind", "person"), name or f"고객 {number}", **values)


def on_paper(count):
    return PrintedPeople("봄날 꽃집", tuple(contact(n) for n in range(1, count + 1)))


@pytest.fixture
def setting(kit):
    return Setting(Ink(kit.theme.tokens), kit.formats, "a4", "May 12, 2026")


@pytest.fixture
def open_dialog(qtbot, core, kit):
    """A call that opens the dialog for contacts and waits until they are laid out."""

    def open_for(ids):
        dialog = PrintDialog(kit, core.exports, ids)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: dialog.document is not None)
        return dialog

    return open_for


def pdf_pages(path):
    """The text of each page of a PDF that Qt wrote."""
    data = path.read_bytes()
    objects = dict(re.findall(rb"(?ms)^(\d+) 0 obj\n(.*?)\nendobj", data))

    def stream(number):
        head, rest = objects[number].split(b"stream\n", 1)
        packed = b"FlateDecode" in head
        return zlib.decompressobj().decompress(rest) if packed else rest

    def letters(number):
        cmap = stream(re.search(rb"/ToUnicode (\d+)", objects[number])[1]).decode()
        shown = {}
        for first, last, target in re.findall(r"<(\w{4})> <(\w{4})> (\[[^]]*\]|<\w+>)", cmap):
            codes = re.findall(r"<(\w+)>", target)
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = codes[step] if step < len(codes) else codes[0]
                text = bytes.fromhex(code).decode("utf-16-be")
                if target.startswith("<") and step:
                    text = chr(ord(text[0]) + step)
                shown[int(first, 16) + step] = text
        return shown

    fonts = {
        name: letters(number)
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", data)
        if b"/ToUnicode" in objects.get(number, b"")
    }
    pages = []
    for body in objects.values():
        if not re.search(rb"/Type /Page\b", body):
            continue
        content, font, text = stream(re.search(rb"/Contents (\d+)", body)[1]), {}, ""
        for name, glyphs in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]{4,})>", content):
            if name:
                font = fonts[name]
            else:
                codes = (int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4))
                text += "".join(font.get(code, "") for code in codes)
        pages.append(text.replace("\t", " "))  # Qt calls the blank of some fonts so
    return pages


def painted(document, page=0, *, edges=False):
    """A page as a picture of ten dots a mm."""
    rect = page_rect(document.paper)
    size = (rect.size() / UNITS_PER_DOT).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(1 / UNITS_PER_DOT, 1 / UNITS_PER_DOT)
    (document.preview if edges else document.paint)(painter, page)
    painter.end()
    return image


def dark(image, x, y, limit=250):
    return image.pixelColor(x, y).lightness() < limit


def test_a_saved_list_has_its_pages_with_titles_date_and_number_on_each(setting, tmp_path):
    path = tmp_path / "list.pdf"
    document = ListDocument(on_paper(100), setting)
    assert write_pdf(document, path, "list", Ticket()) == document.page_count
    pages = pdf_pages(path)
    assert len(pages) == document.page_count == 4
    for number, text in enumerate(pages, start=1):
        for words in ("봄날 꽃집", "May 12, 2026", "Last contact", f"Page {number} of 4"):
            assert words in text
    everybody = "".join(pages)
    assert all(f"고객 {n}" in everybody for n in range(1, 101))


def test_every_contact_has_a_card_of_its_own(setting, tmp_path):
    path = tmp_path / "cards.pdf"
    write_pdf(CardDocument(on_paper(7), setting), path, "cards", Ticket())
    pages = pdf_pages(path)
    assert len(pages) == 7
    assert all(f"고객 {n}" in text for n, text in enumerate(pages, start=1))


def busy_contact(calls):
    """Somebody with much to tell: more of everything than a page has room for."""
    return contact(
        1,
        "김민지",
        company="봄날상사",
        points=tuple(("phone", "", f"010-0100-{n:04}") for n in range(60)),
        tags=tuple(f"tag{n}" for n in range(50)),
        notes=("\n".join(f"Line {n} of the note" for n in range(1, 121)),),
        events=tuple(
            ("call", f"2026-05-{1 + n % 12:02}T01:00:00.000Z", f"Call number {n}.")
            for n in range(calls)
        ),
    )


def test_a_card_of_three_hundred_calls_goes_on_over_many_pages_and_loses_nothing(setting, tmp_path):
    path = tmp_path / "card.pdf"
    document = CardDocument(PrintedPeople("봄날 꽃집", (busy_contact(300), contact(2))), setting)
    written = write_pdf(document, path, "card", Ticket())
    pages = pdf_pages(path)
    assert len(pages) == written == document.page_count > 10
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {written}" in text
    assert all("김민지, continued" in text for text in pages[1:-1])
    assert "continued" not in pages[0]
    assert "고객 2" in pages[-1]
    whole = " ".join(pages)
    for count, words in (
        (300, "Call number {}."), (60, "010-0100-{:04}"), (50, "tag{}"), (120, "Line {} of the"),
    ):  # fmt: skip
        first = 1 if words.startswith("Line") else 0
        missing = [n for n in range(first, first + count) if words.format(n) not in whole]
        assert missing == [], words


def test_no_heading_stands_alone_at_the_foot_of_a_page(setting, tmp_path):
    heights = set()
    for phones in range(28, 48):
        person = replace(
            contact(1, "김민지", notes=("First note",)),
            points=tuple(("phone", "", f"010-0100-{n:04}") for n in range(phones)),
        )
        path = tmp_path / f"{phones}.pdf"
        write_pdf(CardDocument(PrintedPeople("", (person,)), setting), path, "a", Ticket())
        pages = pdf_pages(path)
        heights.add(len(pages))
        with_heading = next(text for text in pages if "Notes" in text)
        assert "First note" in with_heading
    assert heights == {1, 2}


def test_a_name_and_a_value_as_long_as_can_be_are_printed_whole(setting, tmp_path):
    name, value = "가나다라마바사아자차" * 20, "서울특별시 마포구 망원로 " * 16
    person = contact(1, name, points=(("address", "", value),))
    path = tmp_path / "long.pdf"
    write_pdf(CardDocument(PrintedPeople("", (person,)), setting), path, "a", Ticket())
    text = "".join(pdf_pages(path)).replace(" ", "")
    assert text.count("가나다라마바사아자차") + text.count("…") >= 18  # broken between lines
    assert "…" not in text
    assert text.count("망원로") >= 14


@pytest.mark.parametrize(("most", "told"), [(8, True), (9, False), (None, False)])
def test_a_card_that_is_cut_says_so(setting, tmp_path, most, told):
    person = busy_contact(9)
    path = tmp_path / "cut.pdf"
    document = CardDocument(PrintedPeople("", (person,)), setting, most_events=most)
    write_pdf(document, path, "a", Ticket())
    text = " ".join(pdf_pages(path))
    assert ("Older ones are in Dangol." in text) is told
    assert ("Call number 8." in text) is not told


def test_the_dialog_reads_every_call_of_a_few_and_the_latest_of_many(
    qtbot, core, people, open_dialog
):
    log_many(core, people[0], 300)
    dialog = open_dialog(people)
    dialog.choices.what.choose(CARDS)
    dialog.choices.what.chosen.emit(CARDS)
    assert dialog.document.page_count > 10
    assert dialog.turner.page_label.text().startswith("Page 1 of ")
    more = [core.contacts.add(ContactForm(f"Guest {n}")) for n in range(50)]
    many = open_dialog([*people, *more])
    many.choices.what.choose(CARDS)
    many.choices.what.chosen.emit(CARDS)
    qtbot.waitUntil(lambda: many.document is not None)
    assert many.document.page_count == 53


def test_much_is_laid_out_in_the_background(qtbot, core, people, open_dialog):
    log_many(core, people[0], 3000)
    dialog = open_dialog(people)
    dialog.choices.what.choose(CARDS)
    dialog.choices.what.chosen.emit(CARDS)
    assert dialog.document is None
    assert dialog.summary.text() == "Laying out the pages…"
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.document is not None)
    assert dialog.document.page_count > 100
    assert dialog.save_button.isEnabled()


@pytest.mark.parametrize("key", PACKS)
def test_labels_stand_where_the_pack_says_within_half_a_millimetre(setting, key):
    sheet = next(sheet for sheet in SHEETS if sheet.key == key)
    image = painted(LabelDocument([], setting, sheet), edges=True)
    for left, top, width, height in PACKS[key]:
        middle_x, middle_y = left + width / 2, top + height / 2
        for edge in (left, left + width):
            dots = range(round((edge - 0.5) * DOTS_PER_MM), round((edge + 0.5) * DOTS_PER_MM) + 1)
            assert any(dark(image, x, round(middle_y * DOTS_PER_MM)) for x in dots), edge
        for edge in (top, top + height):
            dots = range(round((edge - 0.5) * DOTS_PER_MM), round((edge + 0.5) * DOTS_PER_MM) + 1)
            assert any(dark(image, round(middle_x * DOTS_PER_MM), y) for y in dots), edge


def test_a_used_sheet_is_begun_where_a_label_is_free(setting):
    sheet = SHEETS[0]
    document = LabelDocument(on_paper(15).contacts, setting, sheet, start=3)
    assert document.page_count == 2
    image = painted(document)

    def inked(place):
        rect = sheet.place(place)
        xs = range(int(rect.left() / UNITS_PER_DOT), int(rect.right() / UNITS_PER_DOT), 2)
        ys = range(int(rect.top() / UNITS_PER_DOT), int(rect.bottom() / UNITS_PER_DOT), 2)
        return any(dark(image, x, y) for x in xs for y in ys)

    assert [inked(place) for place in range(5)] == [False, False, False, True, True]


def test_a_korean_label_has_the_honorific_and_the_postcode_last(setting, tmp_path):
    path = tmp_path / "labels.pdf"
    company = contact(
        2, "봄날상사", kind="company", points=(("address", "", "04010 서울 마포구 월드컵로 1"),)
    )
    abroad = contact(3, "Ann Lee", points=(("address", "", "12 Rose Lane, Springfield"),))
    sheets = [contact(1, "김민지", postcode="03999"), company, abroad]
    write_pdf(LabelDocument(sheets, setting, SHEETS[0]), path, "labels", Ticket())
    text = pdf_pages(path)[0]
    for words in ("김민지", "귀하", "03999", "귀중", "04010"):
        assert text.count(words) == 1, text
    assert "Rose Lane" in text


@pytest.mark.parametrize("name", ["가" * 200, "W" * 200, "محمد " * 40, "🌷" * 200])
def test_a_very_long_name_stays_in_its_place(setting, name):
    plain = PrintedPeople("꽃집", (contact(1, "가"), contact(2)))
    long = PrintedPeople("꽃집", (contact(1, name), contact(2)))
    before, after = (painted(ListDocument(shown, setting)) for shown in (plain, long))
    # Beyond the column of names nothing has moved and nothing was painted over.
    left = round(15 * DOTS_PER_MM + 0.27 * 180 * DOTS_PER_MM)
    area = (left, 0, before.width() - left, before.height())
    assert before.copy(*area) == after.copy(*area)


def test_paper_is_white_whatever_the_theme(kit, setting):
    light = painted(CardDocument(on_paper(1), setting))
    kit.theme.use(Scheme.DARK)
    again = Setting(Ink(kit.theme.tokens), kit.formats, "a4", "May 12, 2026")
    assert painted(CardDocument(on_paper(1), again)) == light
    assert light.pixelColor(5, 5).lightness() == 255


def test_a_folder_that_takes_no_file_is_told_and_nothing_is_left(setting, tmp_path):
    with pytest.raises(FileError) as told:
        write_pdf(ListDocument(on_paper(3), setting), tmp_path / "no" / "a.pdf", "a", Ticket())
    assert told.value.problem == FileProblem.NOT_WRITABLE
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_full_disk_is_told_and_the_file_that_was_there_stays(setting, tmp_path):
    resource = pytest.importorskip("resource")
    import signal

    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    usual = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(FileError):
            write_pdf(CardDocument(on_paper(200), setting), path, "a", Ticket())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, usual)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_stopped_file_leaves_nothing(setting, tmp_path):
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        write_pdf(CardDocument(on_paper(30), setting), tmp_path / "a.pdf", "a", ticket)
    assert list(tmp_path.iterdir()) == []


def test_contacts_are_printed_in_the_order_asked_for_with_what_belongs_to_them(core, people):
    core.contacts.add_point(people[1], "address", "서울 마포구 망원로 1")
    core.contacts.add_note(people[1], "first")
    core.contacts.add_note(people[1], "second")
    core.contacts.tag([people[1]], "꽃다발")
    core.settings.put(SHOP_NAME, "봄날 꽃집")
    wanted = [people[2], people[1], 999, people[0]]
    printed = core.exports.printed(wanted, ticket=Ticket(), events=5, notes=True)
    assert printed.shop == "봄날 꽃집"
    assert [shown.id for shown in printed.contacts] == [people[2], people[1], people[0]]
    shown = printed.contacts[1]
    assert shown.first("phone") == "010-0100-0001"
    assert shown.first("address") == "서울 마포구 망원로 1"
    assert (shown.notes, shown.tags) == (("second", "first"), ("꽃다발",))


def test_the_dialog_shows_pages_and_tells_who_has_no_address(core, people, open_dialog):
    core.contacts.add_point(people[0], "address", "서울 마포구 망원로 1")
    dialog = open_dialog(people)
    assert dialog.summary.text() == "3 contacts, 1 page"
    dialog.choices.what.choose(LABELS)
    dialog.choices.what.chosen.emit(LABELS)
    assert "2 contacts have no address and are left out." in dialog.summary.text()
    assert dialog.choices.start.isVisible()
    assert dialog.choices.start.maximum() == dialog.choices.label_sheet.count


def test_without_any_address_there_are_no_labels_to_print(people, open_dialog):
    dialog = open_dialog(people)
    dialog.choices.what.choose(LABELS)
    dialog.choices.what.chosen.emit(LABELS)
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()


def test_the_keyboard_reaches_all_and_turns_the_pages(qtbot, people, open_dialog):
    dialog = open_dialog(people)
    dialog.activateWindow()
    segment = next(part for part in dialog.choices.what.children() if getattr(part, "text", 0))
    segment.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert dialog.choices.what.current == CARDS
    assert dialog.turner.page_label.text() == "Page 1 of 3"
    for key, words in (
        (Qt.Key.Key_PageDown, "Page 2 of 3"), (Qt.Key.Key_End, "Page 3 of 3"),
        (Qt.Key.Key_PageDown, "Page 3 of 3"), (Qt.Key.Key_Left, "Page 2 of 3"),
        (Qt.Key.Key_Home, "Page 1 of 3"),
    ):  # fmt: skip
        qtbot.keyClick(dialog.preview, key)
        assert dialog.turner.page_label.text() == words
    qtbot.keyClick(dialog.preview, Qt.Key.Key_Plus)
    assert dialog.turner.zoom_label.text() == "100%"
    qtbot.keyClick(dialog.preview, Qt.Key.Key_0)
    assert dialog.turner.zoom_label.text() == "Whole page"
    seen = set()
    dialog.preview.setFocus()
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert {
        dialog.save_button, dialog.print_button, dialog.close_button, dialog.preview,
        dialog.turner.on_button, dialog.turner.larger_button, dialog.choices.paper,
    } <= seen  # fmt: skip
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_save_as_pdf_asks_for_a_file_and_says_what_was_saved(qtbot, people, open_dialog, tmp_path):
    dialog = open_dialog(people)
    dialog.save_button.click()
    asked = dialog.findChild(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "고객"))
    asked.reject()
    qtbot.waitUntil(dialog.note.isVisible)
    assert len(pdf_pages(tmp_path / "고객.pdf")) == 1
    assert "Saved as “고객.pdf”, 1 page." in told_by(dialog)
    assert dialog.save_button.isEnabled()


def test_a_file_that_cannot_be_written_is_told_in_the_dialog(qtbot, people, open_dialog, tmp_path):
    dialog = open_dialog(people)
    dialog.delivery.save(dialog.document, tmp_path / "no" / "a.pdf")
    qtbot.waitUntil(dialog.note.isVisible)
    assert "cannot be written here" in told_by(dialog)


def test_stop_calls_a_long_file_off(qtbot, kit, people, open_dialog, setting, tmp_path):
    dialog = open_dialog(people)
    with qtbot.waitSignal(dialog.delivery.ended):
        dialog.delivery.save(CardDocument(on_paper(20_000), setting), tmp_path / "a.pdf")
        assert dialog.progress.isVisible()
        assert not dialog.save_button.isEnabled()
        dialog.progress.stopped.emit()
    assert list(tmp_path.glob("*.pdf")) == []
    assert not dialog.progress.isVisible()


def test_closing_the_dialog_calls_a_long_file_off(
    qtbot, core, kit, people, page, setting, tmp_path
):
    dialog = Printing(kit, core.exports, page).ask(people)
    qtbot.waitUntil(lambda: dialog.document is not None)
    dialog.delivery.save(CardDocument(on_paper(20_000), setting), tmp_path / "a.pdf")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    kit.runner.stop()
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_printer_print_says_so(people, open_dialog):
    dialog = open_dialog(people)
    dialog.print_button.click()
    assert dialog.note.isVisible()
    assert "No printer is set up" in told_by(dialog)


def test_pages_go_to_a_printer_as_they_go_to_a_file(qtbot, people, open_dialog, setting, tmp_path):
    dialog = open_dialog(people)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(dialog.delivery.ended):
        dialog.delivery.send(CardDocument(on_paper(5), setting), printer)
    pages = pdf_pages(tmp_path / "out.pdf")
    assert len(pages) == 2
    assert "고객 2" in pages[0]


def test_the_dialog_speaks_korean_at_once(kit, people, open_dialog):
    dialog = open_dialog(people)
    dialog.choices.what.choose(LIST)
    kit.language.use("ko")
    assert dialog.document is not None
    assert dialog.turner.page_label.text()


def test_nobody_chosen_opens_nothing(qtbot, core, kit, people, page):
    printing = Printing(kit, core.exports, page)
    assert printing.ask([]) is None
    dialog = printing.ask(people)
    qtbot.waitUntil(lambda: dialog.document is not None)
    assert dialog.isVisible()
    dialog.reject()


def told_by(dialog):
    return " ".join(label.text() for label in dialog.note.findChildren(type(dialog.summary)))
