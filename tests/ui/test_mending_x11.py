"""Mending and noting in a real X window: one typed line, one field of many, a tidy round.

What came of it is read from the shop's file, past the program.
"""

import pytest
from PySide6.QtWidgets import QApplication

from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from tests.ui.real_keys import front, in_file
from ui.contacts.bulk_dialog import BulkDialog
from ui.contacts.quick_log import QuickLog
from ui.quality.round import TidyRound

pytestmark = pytest.mark.x11

CALLS = "SELECT kind, body FROM interaction WHERE deleted_at IS NULL"
PLANS = (
    "SELECT name, next_contact_at, next_contact_note FROM contact WHERE next_contact_at IS NOT NULL"
)
VALUES = "SELECT count(*) FROM custom_value WHERE deleted_at IS NULL AND text = 'wednesday'"
NAMES = "SELECT name FROM contact ORDER BY id"


@pytest.fixture
def people(core):
    core.custom_fields.add(FieldForm(kind="text", label_en="Day"))
    names = ("Kim Minsu", "Park Jane 010-0142-0001", "Lee Anna", "이하은")
    return [core.contacts.add(ContactForm(name)) for name in names]


def test_a_line_is_logged_planned_and_done_by_keys(qtbot, keys, shop, window):
    keys.press("ctrl+l")
    front(qtbot, QuickLog)
    keys.words("call Lee Anna, wants delivery Saturday 3pm")
    keys.press("Return")
    plan = [("Lee Anna", "2026-05-16T15:00", "wants delivery")]
    qtbot.waitUntil(lambda: in_file(shop, PLANS) == plan)
    assert in_file(shop, CALLS) == [("call", "wants delivery")]
    assert keys.actions == 2
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, PLANS) == in_file(shop, CALLS) == [])
    qtbot.waitUntil(window.steps.redo_action.isEnabled)
    keys.press("ctrl+y")
    qtbot.waitUntil(lambda: in_file(shop, PLANS) == plan)
    keys.press("slash")
    keys.words("anna")
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 1)
    keys.press("Return")
    qtbot.waitUntil(lambda: window.page().detail.name.text() == "Lee Anna")
    window.page().table.setFocus()
    keys.press("d")
    qtbot.waitUntil(lambda: in_file(shop, PLANS) == [])


def test_a_korean_line_names_another_than_the_one_in_front(qtbot, keys, shop, window):
    QApplication.clipboard().setText("이하은 전화 예약 토요일 3시")  # xdotool types no Hangul
    keys.press("ctrl+l")
    quick = front(qtbot, QuickLog)
    keys.press("ctrl+v")
    qtbot.waitUntil(lambda: quick.name.text() == "이하은")
    keys.press("Return")
    plan = [("이하은", "2026-05-16T15:00", "예약")]
    qtbot.waitUntil(lambda: in_file(shop, PLANS) == plan)
    assert in_file(shop, CALLS) == [("call", "예약")]


def test_a_field_of_ones_own_is_set_over_a_list_and_taken_back(qtbot, keys, shop, window):
    keys.press("ctrl+e")
    dialog = front(qtbot, BulkDialog)
    keys.press("End", "Tab", "Tab")
    qtbot.waitUntil(dialog.value.line.hasFocus)
    keys.words("wednesday")
    words = "Changes 4 of 4 contacts; 0 have it already."
    qtbot.waitUntil(lambda: dialog.summary.text() == words)
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, VALUES) == [4])
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, VALUES) == [0])


def test_a_tidy_round_from_the_palette(qtbot, keys, shop, program, window):
    keys.press("ctrl+k")
    qtbot.waitUntil(program.palette.isVisible)
    keys.words("tidy round")
    qtbot.waitUntil(lambda: "Tidy" in str(program.palette.list.currentIndex().data()))
    keys.press("Return")
    tidy = front(qtbot, TidyRound)
    qtbot.waitUntil(lambda: tidy.asked is not None)
    keys.press("Return")
    qtbot.waitUntil(lambda: "Park Jane" in in_file(shop, NAMES))
    qtbot.waitUntil(lambda: tidy.asked is None)
    keys.press("Return")
    qtbot.waitUntil(window.isActiveWindow)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: "Park Jane 010-0142-0001" in in_file(shop, NAMES))
