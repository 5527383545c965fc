"""Somebody twice in the book, found and put together with the keys of a real window."""

import pytest

from app.shapes.contacts import ContactForm
from tests.ui.real_keys import RealKeys, in_file
from ui.duplicates.page import DuplicatesPage

pytestmark = pytest.mark.x11

THERE = "SELECT name FROM contact WHERE merged_into_id IS NULL AND deleted_at IS NULL ORDER BY name"


def test_found_and_merged_by_keyboard_and_split_after_an_edit(qtbot, program, shop):
    keys, window = RealKeys(), program.window
    program.core.contacts.add(ContactForm("김민 지", phone="010-0100-0000", company="모루"))
    window.activateWindow()
    window.raise_()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 4)
    before = in_file(shop, THERE)
    keys.press("ctrl+k")
    keys.words("duplicates")
    keys.press("Return")
    qtbot.waitUntil(lambda: isinstance(window.page(), DuplicatesPage))
    page = window.page()
    qtbot.waitUntil(page.merge_button.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: not page.search.is_running and page.merge_button.isEnabled())
    # Which of the two stands at the right depends on their ids.
    keys.press("1")
    qtbot.waitUntil(lambda: page.card.kept("name") in ("김민지", "김민 지"))
    if page.card.kept("name") == "김민지":
        keys.press("2")
    qtbot.waitUntil(lambda: page.card.kept("name") == "김민 지")
    keys.press("Return")
    qtbot.waitUntil(lambda: len(in_file(shop, THERE)) == 3)
    assert "김민 지" in in_file(shop, THERE)
    qtbot.waitUntil(lambda: "1 done" in page.count_label.text())
    program.core.contacts.edit(
        next(c.id for c in program.core.contacts.find("김민 지").contacts), "company", "봄날"
    )
    (merge,) = [e for e in program.core.history.entries() if e.op == "merge_contacts"]
    undone = program.core.duplicates.unmerge(merge.change_set)
    # The company was edited since; of the one that had it all along the merge did not set it.
    assert [kept.columns for kept in undone.kept] in ([("company",)], [])
    assert in_file(shop, THERE) == before
    keys.press("Escape")
    qtbot.waitUntil(lambda: not isinstance(window.page(), DuplicatesPage))
