"""Files, photos and erasing on the page of a contact, by keys, drops and pastes."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.errors import FileError, FileProblem
from app.pictures import look_at
from app.shapes.contacts import ContactForm
from tests.app.test_files import png
from tests.app.test_vcard_photos import card
from tests.ui.wizard_parts import imported, plan_of, planned
from ui.common.picture_files import picture_at, saved, shrunk
from ui.contacts.edits import ContactEdits
from ui.contacts.erase_dialog import EraseDialog
from ui.contacts.file_section import FileSection
from ui.contacts.full_page import FullPage
from ui.exchange.plan import CHECK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def full(qtbot, core, kit, bridge, people):
    edits = ContactEdits(kit, core.contacts)
    edits.serve(core.notes, core.interactions)
    full = FullPage(kit, core.contacts, core.notes, core.interactions, core.staff, edits)
    full.follow(bridge)
    full.add_section(FileSection(kit, core.files), right=True)
    full.profile.avatar.serve(core.files)
    qtbot.addWidget(full)
    full.resize(1224, 900)
    full.show_contact(people[0])
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    return full


@pytest.fixture
def section(full):
    return full.findChild(FileSection)


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "계약서.txt"
    path.write_bytes(b"agreed\n" * 200)
    return path


def drop_on(widget, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(5, 5), actions, data, LEFT, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), actions, data, LEFT, none))


def names(section):
    return [line.row.name for line in section.lines]


def test_files_are_dropped_opened_and_removed_by_keys(qtbot, core, full, section, letter, tmp_path):
    other = tmp_path / "table.png"
    other.write_bytes(png(4, 4))
    drop_on(section, letter, other)
    qtbot.waitUntil(lambda: names(section) == ["table.png", "계약서.txt"])
    assert section.lines[1].accessibleName() == "계약서.txt, 1 KB"
    opened = []

    class Opener(QObject):
        @Slot(QUrl)
        def open(self, url):
            opened.append(url.toLocalFile())

    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    try:
        section.lines[1].setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(section.lines[1], Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(opened) == 1)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened[0].endswith("/계약서.txt")
    QTest.keyClick(section.lines[1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(section) == ["table.png"])
    core.history.undo()
    qtbot.waitUntil(lambda: len(section.lines) == 2)


def test_a_file_that_cannot_be_kept_is_told_of(qtbot, kit, section, tmp_path):
    with qtbot.waitSignal(kit.runner.failed) as told:
        drop_on(section, tmp_path)
    assert told.args[0].problem is FileProblem.NO_FILE
    assert names(section) == []


def test_a_missing_file_says_so_in_its_line(qtbot, core, shop, full, section, letter):
    core.files.add(full.contact_id, letter)
    qtbot.waitUntil(lambda: len(section.lines) == 1)
    for path in (shop.parent / "shop.db.files").glob("??/*"):
        path.unlink()
    section.refresh()
    assert section.lines[0].accessibleName() == "계약서.txt, missing"


def test_a_photo_is_dropped_pasted_and_removed_by_keys(qtbot, core, full, people, tmp_path):
    avatar = full.profile.avatar
    big = QImage(1600, 900, QImage.Format.Format_RGB32)
    big.fill(QColor("tomato"))
    path = tmp_path / "me.png"
    big.save(str(path))
    drop_on(avatar, path)
    qtbot.waitUntil(lambda: core.files.photo(people[0]) is not None)
    picture = look_at(core.files.photo(people[0]))
    assert (picture.media_type, picture.width, picture.height) == ("image/jpeg", 512, 288)
    qtbot.waitUntil(lambda: avatar._photo is not None)
    assert avatar.accessibleName() == "Photo, there is one"
    middle = avatar.grab().toImage().pixelColor(32, 32)
    assert middle.red() > 200 > middle.blue()
    avatar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(avatar, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: core.files.photo(people[0]) is None)
    qtbot.waitUntil(lambda: avatar._photo is None)
    QApplication.clipboard().setImage(big)
    QTest.keyClick(avatar, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: core.files.photo(people[0]) is not None)
    core.history.undo()
    assert core.files.photo(people[0]) is None


def test_a_picture_bomb_is_refused_before_it_is_decoded(tmp_path):
    for content, problem in (
        (png(60_000, 60_000, b""), FileProblem.PICTURE_TOO_LARGE),
        (b"no picture", FileProblem.NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", FileProblem.NO_PICTURE),
        (png(9, 9)[:40], FileProblem.NO_PICTURE),
    ):
        with pytest.raises(FileError) as caught:
            shrunk(content, "x.png")
        assert caught.value.problem is problem
    with pytest.raises(FileError):
        picture_at(tmp_path)
    with pytest.raises(FileError):
        saved(QImage())


def test_a_photo_is_turned_as_the_camera_was_held_and_tells_no_place():
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setText("Comment", "37.5N 127.0E")
    upright = saved(image)
    assert b"127.0E" not in upright
    exif = (
        b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
    )  # fmt: skip
    turned = upright[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + upright[2:]
    picture = look_at(shrunk(turned))
    assert (picture.width, picture.height) == (20, 40)


def test_erasing_asks_plainly_and_does_it_by_keys(qtbot, program, core_of, shop):
    core = core_of(program)
    qtbot.waitUntil(lambda: program._shop.is_furnished, timeout=20_000)
    for person in core.contacts.page("name", descending=False, offset=0, limit=9):
        core.erasure.erase(person.id)
    contact = core.contacts.add(ContactForm(name="남궁하늘", phone="010-7391-5582"))
    program._shop._show_full(contact)
    full = program._shop.full
    qtbot.waitUntil(lambda: full.contact_id == contact)
    full.controls.erase_action.trigger()
    qtbot.waitUntil(lambda: program.window.findChild(EraseDialog) is not None)
    dialog = program.window.findChild(EraseDialog)
    assert "남궁하늘" in dialog.windowTitle()
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # what Enter does at first keeps
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert core.contacts.detail(contact).name == "남궁하늘"
    full.controls.erase_action.trigger()
    again = program.window.findChildren(EraseDialog)[-1]
    again.erase_button.setFocus()
    QTest.keyClick(again.erase_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: core.contacts.count() == 0, timeout=20_000)
    qtbot.waitUntil(lambda: program.window.page() is program._shop.contacts)
    qtbot.waitUntil(lambda: not shop.with_name("shop.db.erasing").exists(), timeout=20_000)
    assert "남궁하늘".encode() not in shop.read_bytes()


def test_a_file_of_cards_opens_at_the_check_and_brings_photos(qtbot, program, core_of, tmp_path):
    core = core_of(program)
    qtbot.waitUntil(lambda: program._shop.is_furnished, timeout=20_000)
    big = QImage(900, 900, QImage.Format.Format_RGB32)
    big.fill(QColor("teal"))
    path = tmp_path / "big.png"
    big.save(str(path))
    book = tmp_path / "book.vcf"
    book.write_bytes(
        card("문가람", "010-0142-3377", path.read_bytes()) + b"BEGIN:VCARD\r\nFN:half\r\n"
    )
    plan = planned(qtbot, program, book)
    assert plan is plan_of(program)
    qtbot.waitUntil(lambda: plan._step == CHECK)
    assert plan.check.kind == "problems"
    assert not plan.strip.header_line.isVisible()
    imported(qtbot, program, plan)
    found = core.contacts.find("문가람", limit=1).contacts[0].id
    picture = look_at(core.files.photo(found))
    assert (picture.media_type, picture.width) == ("image/jpeg", 512)


@pytest.fixture
def core_of():
    return lambda program: program._shop._core
