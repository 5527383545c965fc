"""Cards in and out, a file, and a person forgotten: with the keys of a real X window alone."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.exchange.vcard_reading import read_cards
from tests.app.test_files import png
from tests.app.test_vcard_photos import card
from tests.ui.real_keys import front, in_file, tab_to
from tests.ui.real_walks import name_file
from tests.ui.wizard_parts import plan_of, result_of
from ui.contacts.erase_dialog import EraseDialog
from ui.contacts.file_section import FileSection
from ui.exchange.export_dialog import ExportDialog
from ui.exchange.plan import CHECK

pytestmark = pytest.mark.x11
NAMES = "SELECT name FROM contact WHERE deleted_at IS NULL ORDER BY name"
FILES = "SELECT file_name FROM attachment WHERE deleted_at IS NULL"
WAIT = 20_000


def test_cards_come_in_and_go_out_by_keys(qtbot, keys, shop, program, window, tmp_path):
    book, out = tmp_path / "book.vcf", tmp_path / "out.vcf"
    book.write_bytes(card("Moon Garam", "010-7391-5582") + card("Seo Bada", "010-7391-5583"))
    keys.press("ctrl+i")
    name_file(qtbot, keys, book)
    qtbot.waitUntil(lambda: plan_of(program) is not None, timeout=WAIT)
    plan = plan_of(program)
    qtbot.waitUntil(lambda: plan._step == CHECK and plan.import_button.isEnabled(), timeout=WAIT)
    keys.press("ctrl+Return")
    qtbot.waitUntil(lambda: result_of(program) is not None, timeout=WAIT)
    assert in_file(shop, "SELECT count(photo) FROM contact") == [2]
    keys.press("Escape")
    qtbot.waitUntil(lambda: window.page() is program._shop.contacts, timeout=WAIT)
    keys.press("ctrl+shift+e")
    dialog = front(qtbot, ExportDialog)
    tab_to(qtbot, keys, next(b for b in dialog.formats.values() if b.isChecked()))
    keys.press("Down", "Down", "Down")
    qtbot.waitUntil(lambda: dialog.format == "vcf")
    dialog.opens.setChecked(False)  # no file manager in a test
    keys.press("Return")
    name_file(qtbot, keys, out)
    qtbot.waitUntil(out.exists, timeout=WAIT)
    cards = {found.name: found for found in read_cards(out.read_bytes())}
    assert cards["Moon Garam"].photo.content.startswith(b"\xff\xd8\xff")
    assert len(cards) == 5


def test_a_file_is_added_and_removed_and_its_contact_erased_by_keys(
    qtbot, keys, shop, program, window, tmp_path
):
    letter = tmp_path / "contract.png"
    letter.write_bytes(png(6, 6))
    name = in_file(shop, NAMES)[0]
    tab_to(qtbot, keys, window.page().detail.full_button)
    keys.press("space")
    full = program._shop.full
    qtbot.waitUntil(lambda: window.page() is full and full.contact_id is not None)
    section = full.findChild(FileSection)
    tab_to(qtbot, keys, section.add_button)
    keys.press("space")
    name_file(qtbot, keys, letter)
    qtbot.waitUntil(lambda: in_file(shop, FILES) == ["contract.png"], timeout=WAIT)
    qtbot.waitUntil(lambda: len(section.lines) == 1 and window.isActiveWindow())
    tab_to(qtbot, keys, section.lines[0])
    keys.press("Delete")
    qtbot.waitUntil(lambda: in_file(shop, FILES) == [])
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, FILES) == ["contract.png"])
    tab_to(qtbot, keys, full.controls.more_button)
    keys.press("space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    keys.press("Up", "Return")
    dialog = front(qtbot, EraseDialog)
    tab_to(qtbot, keys, dialog.erase_button)
    keys.press("space")
    qtbot.waitUntil(lambda: name not in in_file(shop, NAMES), timeout=WAIT)
    qtbot.waitUntil(lambda: window.page() is program._shop.contacts)
    qtbot.waitUntil(lambda: not shop.with_name("shop.db.erasing").exists(), timeout=WAIT)
    assert name.encode() not in shop.read_bytes()
    assert list((shop.parent / "shop.db.files").glob("??/*")) == []
