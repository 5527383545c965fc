"""The page of one contact."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.shapes.contacts import ContactForm
from tests.ui.contact_parts import CONTROL, LONG, focused, log_many, press, rows_of, write
from ui.contacts.edits import ContactEdits
from ui.contacts.full_page import FullPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def full(qtbot, core, kit, bridge, people):
    """The page with the first contact."""
    edits = ContactEdits(kit, core.contacts)
    edits.serve(core.notes, core.interactions)
    full = FullPage(kit, core.contacts, core.notes, core.interactions, core.staff, edits)
    full.follow(bridge)
    qtbot.addWidget(full)
    full.resize(1224, 900)
    full.show_contact(people[0])
    full.show_place(2, 148, more=False)
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    return full


def entries(full):
    model = full.story.timeline.entries
    return [model.entry_at(line).body for line in range(model.rowCount())]


def test_the_measures_are_those_of_the_picture(full):
    assert full._bar.height() == 48
    assert full.profile.height() == 104
    assert (full.left.width(), full.right.width()) == (272, 312)
    assert full.profile.avatar.width() == 64


def test_in_a_small_window_name_and_phone_are_whole_and_buttons_keep_their_names(qtbot, full):
    profile = full.profile
    full.resize(968, 640)
    qtbot.waitUntil(lambda: profile.call_button.text() == "")
    for shown in (profile.name, profile.phone, profile.mail):
        qtbot.waitUntil(lambda shown=shown: shown.width() >= shown.sizeHint().width())
    assert profile.call_button.accessibleName() == profile.call_button.toolTip() == "Call"
    assert profile.sale_button.text() == "Record sale"
    full.resize(1224, 900)
    qtbot.waitUntil(lambda: profile.call_button.text() == "Call")


def test_crumbs_place_and_arrows_say_where_one_is_and_move(qtbot, full):
    assert full.crumb.text() == "김민지"
    assert full.controls.place_label.text() == "3 of 148"
    with qtbot.waitSignals([full.moved, full.moved]):
        QTest.mouseClick(full.controls.up_button, Qt.MouseButton.LeftButton)
        QTest.mouseClick(full.controls.down_button, Qt.MouseButton.LeftButton)
    full.show_place(147, 148, more=False)
    assert not full.controls.down_button.isEnabled()


@pytest.mark.parametrize("way", ["back_button", "list_button", "close_button"])
def test_each_way_back_closes(qtbot, full, way):
    with qtbot.waitSignal(full.closed):
        QTest.mouseClick(getattr(full, way), Qt.MouseButton.LeftButton)


def test_escape_closes_but_first_an_editor(qtbot, full):
    rows_of(full)["Company"].open_editor()
    with qtbot.assertNotEmitted(full.closed):
        press(qtbot, Qt.Key.Key_Escape)
    with qtbot.waitSignal(full.closed):
        press(qtbot, Qt.Key.Key_Escape)


def test_letters_start_a_note_a_log_and_a_sign_a_tag(qtbot, full):
    full.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_E)
    assert (full.story.composer.kind, focused()) == ("note", full.story.composer.text)
    full.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_L)
    assert full.story.composer.kind == "call"
    full.close_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(focused(), "#")
    assert focused() is full.profile.tags.field


def test_a_note_and_a_visit_come_into_the_timeline(qtbot, full, core, people):
    full.start_note()
    write(qtbot, "Has a cat")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: entries(full) == ["Has a cat"])
    assert full.story.composer.isVisible()
    full.story.composer.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        press(qtbot, Qt.Key.Key_Right)
    assert full.story.composer.kind == "visit"
    full.story.composer.text.setFocus(Qt.FocusReason.TabFocusReason)
    write(qtbot, "Bought tulips")
    QTest.mouseClick(full.story.composer.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sorted(entries(full)) == ["Bought tulips", "Has a cat"])


def test_the_name_is_typed_over_and_head_and_crumb_follow(qtbot, full):
    row = rows_of(full)["Name"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(100, 12))
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    focused().selectAll()
    write(qtbot, "Kim Min-ji")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: full.profile.name.text() == "Kim Min-ji")
    assert full.crumb.text() == "Kim Min-ji"


def test_pinned_notes_and_company_stand_at_the_right(qtbot, full, core, people):
    note = core.contacts.add_note(people[0], "No lilies")
    core.notes.pin(note, pinned=True)
    core.contacts.edit(people[0], "company", "Spring")

    def words():
        return {label.text() for label in full.side.findChildren(type(full.crumb))}

    qtbot.waitUntil(lambda: {"No lilies", "Spring", "Works at"} <= words())


def test_a_contact_that_has_gone_closes_the_page(qtbot, full, core, people):
    with qtbot.waitSignal(full.closed):
        core.contacts.trash(people[:1])


def test_on_a_narrow_window_the_third_column_goes_under_the_first(qtbot, full, core, people):
    core.contacts.edit(people[0], "company", "Spring")
    qtbot.waitUntil(full.side.isVisible)
    full.resize(968, 640)
    QApplication.processEvents()
    assert not full.right.isVisible()
    assert full.left.isAncestorOf(full.side)
    assert full.side.isVisible()
    full.resize(1224, 900)
    QApplication.processEvents()
    assert full.right.isAncestorOf(full.side)
    assert full.right.isVisible()


def test_five_thousand_entries_do_not_slow_the_page_down(full, core, people):
    log_many(core, people[0], 5000)
    times = []
    for _ in range(3):
        full.show_contact(people[1])
        began = time.perf_counter()
        full.show_contact(people[0])
        times.append(time.perf_counter() - began)
    assert min(times) < 0.2  # 0.08 on the reference PC; the benchmark holds it there


def test_long_names_other_scripts_and_fifty_tags_stay_inside(full, core):
    odd = core.contacts.add(
        ContactForm(LONG, phone="010", tags=tuple(f"tag {n} 🌷 محمد" for n in range(50)))
    )
    full.show_contact(odd)
    full.resize(968, 640)
    QApplication.processEvents()
    assert full.profile.width() == full.width() == 968
    assert full.controls.place_label.width() >= full.controls.place_label.sizeHint().width()
    assert full.profile.log_button.geometry().right() < full.width()
    assert full.story.timeline.width() < full.middle.width()
    assert full.profile.height() < 200
    assert not full.grab().isNull()


def test_every_control_is_named_and_reached_with_tab(qtbot, full):
    seen = []
    full.back_button.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(60):
        seen.append(focused())
        press(qtbot, Qt.Key.Key_Tab)
        if focused() is full.back_button:
            break
    assert focused() is full.back_button
    unnamed = [w for w in seen if not (w.accessibleName() or getattr(w, "text", lambda: "")())]
    assert unnamed == []
    for wanted in (full.controls.up_button, full.profile.call_button, full.profile.tags.add_button):
        assert wanted in seen or not wanted.isEnabled()
    assert full.story.composer.text in seen
