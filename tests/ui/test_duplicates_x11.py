"""Somebody twice in the book, found, put together, edited and split with real keys alone."""

import pytest
from PySide6.QtWidgets import QApplication

from app.shapes.contacts import ContactForm
from tests.ui.real_keys import in_file, tab_to
from tests.ui.real_walks import open_page
from ui.common.widgets.label import Label
from ui.contacts.merged_from import PartsSection
from ui.contacts.page import ContactsPage
from ui.duplicates.compare_row import ValueLine
from ui.duplicates.page import DuplicatesPage

pytestmark = pytest.mark.x11

THERE = "SELECT id, name FROM contact WHERE merged_into_id IS NULL AND deleted_at IS NULL"
PHONES = (
    "SELECT contact_id, value FROM contact_point WHERE kind = 'phone' AND deleted_at IS NULL"
    " ORDER BY contact_id"
)
APART = "SELECT count(*) FROM distinct_pair WHERE deleted_at IS NULL"


@pytest.fixture
def page(qtbot, keys, program, window):
    """The page of duplicates, opened from the palette, with one pair in front."""
    program.core.contacts.add(ContactForm("김민 지", phone="010-0100-0000", company="모루"))
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 4)
    keys.press("ctrl+k")
    qtbot.waitUntil(program.palette.isVisible)
    keys.words("duplicates")
    qtbot.waitUntil(lambda: "uplicates" in str(program.palette.list.currentIndex().data()))
    keys.press("Return")
    qtbot.waitUntil(lambda: isinstance(window.page(), DuplicatesPage))
    page = window.page()
    ready = page.merge_button.isEnabled
    qtbot.waitUntil(lambda: ready() and not page.search.is_running, timeout=20_000)
    return page


def test_found_merged_edited_and_split_by_keys_alone(qtbot, keys, shop, window, page):
    before, phones = dict(in_file(shop, THERE)), in_file(shop, PHONES)
    (name,) = [line for line in page.card.rows if line.row.field == "name"]
    other = name.words_of("right")
    tab_to(qtbot, keys, name)
    keys.press("Right")
    qtbot.waitUntil(lambda: page.card.kept("name") == other)
    keys.press("Down", "e")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), ValueLine))
    keys.words("Moru")
    keys.press("Return")
    qtbot.waitUntil(lambda: page.card.kept("company") == "Moru")
    keys.press("Return")
    qtbot.waitUntil(lambda: len(in_file(shop, THERE)) == 3)
    merged = dict(in_file(shop, THERE))
    (gone,) = before.keys() - merged.keys()
    (stays,) = [i for i, said in merged.items() if before[i] != said]
    assert merged[stays] == before[gone] == other
    assert in_file(shop, "SELECT company FROM contact WHERE id = ?", stays) == ["Moru"]
    qtbot.waitUntil(lambda: "1 done" in page.count_label.text())
    keys.press("Escape")
    qtbot.waitUntil(lambda: isinstance(window.page(), ContactsPage))
    contacts = window.page()
    keys.press("slash")
    keys.words("000000")
    qtbot.waitUntil(lambda: contacts.model.rowCount() == 1)
    keys.press("Return")
    qtbot.waitUntil(contacts.table.hasFocus)
    keys.press("F2")
    qtbot.waitUntil(lambda: not contacts.table.hasFocus())
    keys.words("Kim Minji")
    keys.press("Return")
    qtbot.waitUntil(lambda: dict(in_file(shop, THERE))[stays] == "Kim Minji")
    qtbot.waitUntil(contacts.table.hasFocus)
    parts = open_page(qtbot, keys, window).findChild(PartsSection)
    qtbot.waitUntil(lambda: parts.splits != [])
    tab_to(qtbot, keys, parts.splits[0])
    keys.press("space")
    # What was edited since stays; everything else is where it was.
    qtbot.waitUntil(lambda: dict(in_file(shop, THERE)) == {**before, stays: "Kim Minji"})
    assert in_file(shop, PHONES) == phones
    qtbot.waitUntil(lambda: parts.isVisible() and "1" in parts.findChildren(Label)[-1].text())


def test_two_who_are_not_the_same_are_kept_apart_by_one_key_for_ever(
    qtbot, keys, shop, program, page
):
    keys.press("k")
    qtbot.waitUntil(lambda: in_file(shop, APART) == [1])
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    assert program.core.duplicates.scan().pairs == 0
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, APART) == [0])
