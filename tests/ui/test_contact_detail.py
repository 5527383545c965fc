"""The panel of one contact: its fields, tags, notes and logs, with real keys and clicks."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.shapes.contacts import ContactForm
from tests.ui.contact_parts import (
    CONTROL,
    LONG,
    Links,
    focused,
    log,
    log_many,
    press,
    rows_of,
    write,
)
from ui.contacts.detail import DetailPanel
from ui.contacts.timeline_model import ENTRY_ROLE, KEPT, WINDOW

# The offscreen plugin can neither raise nor grab for a menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def links(qapp):
    links = Links()
    yield links
    links.close()


@pytest.fixture
def panel(qtbot, core, kit, bridge, people):
    """The panel with the first contact, following the data as the page makes it."""
    panel = DetailPanel(kit, core.contacts)
    panel.serve(core.notes, core.interactions, core.staff)
    qtbot.addWidget(panel)
    bridge.changed.connect(lambda _changes: panel.show_contact(panel.contact_id))
    panel.resize(372, 844)
    panel.show_contact(people[0])
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def texts(panel):
    model = panel.story.timeline.entries
    return [model.index(line).data(ENTRY_ROLE).body for line in range(model.rowCount())]


def values(core, contact_id, kind):
    points = core.contacts.detail(contact_id).points
    return [(p.value, p.invalid_reason) for p in points if p.kind == kind]


def edit(qtbot, row, text):
    """Click a field, type over it, Enter."""
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 40, 12))
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    focused().selectAll()
    write(qtbot, text)
    press(qtbot, Qt.Key.Key_Return)


# Fields


def test_a_phone_typed_over_keeps_the_old_one_as_no_longer(qtbot, panel, core, people):
    edit(qtbot, rows_of(panel)["Phone"], "010-0100-7777")
    qtbot.waitUntil(lambda: len(values(core, people[0], "phone")) == 2)
    assert sorted(values(core, people[0], "phone")) == [
        ("010-0100-0000", "no_longer"),
        ("010-0100-7777", None),
    ]
    qtbot.waitUntil(lambda: "No longer" in rows_of(panel))
    assert rows_of(panel)["No longer"].field.raw == "010-0100-0000"


def test_the_same_phone_written_otherwise_is_no_other_phone(qtbot, panel, core, people):
    edit(qtbot, rows_of(panel)["Phone"], "01001000000")
    qtbot.waitUntil(lambda: not panel.properties.is_open)
    panel.edits.add_note(people[0], "behind it")
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).notes != ())
    assert values(core, people[0], "phone") == [("010-0100-0000", None)]


def test_further_phones_are_added_labelled_and_removed(qtbot, panel, core, people):
    QTest.mouseClick(panel.properties.add_phone, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    write(qtbot, "02-0100-2222")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(values(core, people[0], "phone")) == 2)
    added = core.contacts.detail(people[0]).points[1]
    panel.properties.label_chosen.emit(added.id, "work")
    qtbot.waitUntil(lambda: "Work" in rows_of(panel))
    panel.properties.point_removed.emit(added.id)
    qtbot.waitUntil(lambda: "Work" not in rows_of(panel))
    assert values(core, people[0], "phone") == [("010-0100-0000", None)]


def test_the_menu_of_a_phone_offers_labels_and_removal(qtbot, panel):
    row = rows_of(panel)["Phone"]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.more_button.isVisible)
    QTest.mouseClick(row.more_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "Call 010-0100-0000", "Edit", "Mobile", "Home", "Work", "Main line", "Fax", "Other",
        "Not valid any more", "Remove",
    ]  # fmt: skip
    with qtbot.waitSignal(panel.properties.label_chosen) as chosen:
        for _ in range(3):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == [row.field.point_id, "mobile"]


def test_mail_and_link_are_added_from_the_menu_of_further_fields(qtbot, panel, core, people):
    panel.properties.add("link:0")
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    write(qtbot, "example.com/kim")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: values(core, people[0], "link") == [("example.com/kim", None)])


def test_a_field_asked_for_and_left_empty_goes_away(qtbot, panel):
    panel.properties.add("nickname")
    assert "Nickname" in rows_of(panel)
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Nickname" not in rows_of(panel))


def test_an_address_is_typed_in_its_parts(qtbot, panel, core, people):
    panel.properties.add("address:0")
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    for part in ("04001", "서울", "마포구", "망원로 22", "2층"):
        write(qtbot, part)
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: values(core, people[0], "address") != [])
    point = next(p for p in core.contacts.detail(people[0]).points if p.kind == "address")
    assert point.value == "서울 마포구 망원로 22 2층"
    assert core.contacts.address_of(point.id) == {
        "postcode": "04001", "region": "서울", "city": "마포구", "street": "망원로 22",
        "detail": "2층",
    }  # fmt: skip
    qtbot.waitUntil(lambda: getattr(focused(), "field", None) is not None)
    qtbot.waitUntil(lambda: focused().field.point_id == point.id)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(focused(), QLineEdit))
    focused().selectAll()
    write(qtbot, "04002")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.address_of(point.id)["postcode"] == "04002")


@pytest.mark.parametrize(
    ("typed", "kept"), [("1991-05-16", "1991-05-16"), ("May 16", "--05-16"), ("1990", "1990")]
)
def test_a_birthday_is_understood_as_people_write_it(qtbot, panel, core, people, typed, kept):
    edit(qtbot, rows_of(panel)["Birthday"], typed)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).values["birthday"] == kept)


def test_a_birthday_that_is_no_date_is_refused_in_words(qtbot, panel, kit, core, people):
    with qtbot.waitSignal(kit.runner.failed) as failed:
        edit(qtbot, rows_of(panel)["Birthday"], "soon")
    assert kit.messages.describe(failed.args[0]) == "This is not a date."
    assert core.contacts.detail(people[0]).values["birthday"] is None


def test_a_birthday_within_a_week_says_which_day_it_is(panel, core, people, qtbot):
    core.contacts.edit(people[0], "birthday", "1991-05-16")
    qtbot.waitUntil(lambda: rows_of(panel)["Birthday"].field.soon == "Saturday")


def test_somebody_who_works_here_becomes_the_owner(qtbot, panel, core, people):
    core.staff.add("박준호")
    panel.show_contact(people[0])
    owner = panel.properties.owner
    owner.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is owner.menu
    qtbot.keyClick(owner.menu, Qt.Key.Key_Up)  # 'Nobody' is the last one
    qtbot.keyClick(owner.menu, Qt.Key.Key_Up)
    qtbot.keyClick(owner.menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: owner.accessibleName() == "Owner: 박준호")
    names = {row.id: row.name for row in core.staff.all()}
    assert names[core.contacts.owner_of(people[0])] == "박준호"


# While the data change


def test_an_editor_that_is_open_keeps_what_is_typed_when_the_data_change(
    qtbot, panel, core, people
):
    row = rows_of(panel)["Company"]
    row.open_editor()
    write(qtbot, "Sprin")
    core.contacts.edit(people[0], "company", "Winter")
    core.contacts.add_note(people[0], "meanwhile")
    qtbot.waitUntil(lambda: "meanwhile" in texts(panel))
    assert focused().text() == "Sprin"
    write(qtbot, "g")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).values["company"] == "Spring")


def test_a_phone_removed_meanwhile_stays_until_its_editor_is_left(qtbot, panel, core, people):
    row = rows_of(panel)["Phone"]
    row.open_editor()
    core.contacts.remove_point(row.field.point_id)
    core.contacts.add_note(people[0], "meanwhile")
    qtbot.waitUntil(lambda: "meanwhile" in texts(panel))
    assert row.is_open
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: row not in panel.properties.rows)


def test_an_edit_of_a_contact_trashed_meanwhile_says_so(qtbot, panel, core, people, kit):
    row = rows_of(panel)["Company"]
    row.open_editor()
    write(qtbot, "Spring")
    with qtbot.waitSignal(kit.runner.failed) as failed:
        core.contacts.trash(people[:1])
    told = "This entry is no longer there. You had typed: “Spring”."
    assert kit.messages.describe(failed.args[0]) == told
    assert panel.contact_id is None


def test_what_is_typed_goes_to_the_contact_it_was_typed_about(qtbot, panel, core, people):
    rows_of(panel)["Company"].open_editor()
    write(qtbot, "Spring")
    panel.show_contact(people[1])
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).values["company"] == "Spring")
    assert core.contacts.detail(people[1]).values["company"] is None


def test_a_note_half_written_waits_for_its_contact(qtbot, panel, people):
    panel.start_note()
    write(qtbot, "half a")
    panel.show_contact(people[1])
    assert not panel.story.composer.isVisible()
    panel.show_contact(people[0])
    assert panel.story.composer.text.toPlainText() == "half a"


# Calling and writing


def test_phone_and_mail_are_opened_from_buttons_and_icons(qtbot, panel, core, people, links):
    core.contacts.add_point(people[0], "email", "kim@example.com")
    qtbot.waitUntil(panel.mail_button.isEnabled)
    QTest.mouseClick(panel.call_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.mail_button, Qt.MouseButton.LeftButton)
    row = rows_of(panel)["Phone"]
    assert not row.open_button.isVisible()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.open_button.isVisible)
    QTest.mouseClick(row.open_button, Qt.MouseButton.LeftButton)
    assert links.opened == ["tel:010-0100-0000", "mailto:kim@example.com", "tel:010-0100-0000"]
    assert row.open_button.accessibleName() == "Call 010-0100-0000"


def test_without_phone_or_mail_there_is_nothing_to_press(panel, core, qtbot):
    panel.show_contact(core.contacts.add(ContactForm("Nobody")))
    assert not panel.call_button.isEnabled()
    assert not panel.mail_button.isEnabled()


# Tags


def test_a_tag_is_put_on_and_taken_off_by_key_and_by_mouse(qtbot, panel, core, people):
    panel.start_tag()
    for tag in ("Regular", "Bouquet"):
        write(qtbot, tag)
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).tags == ("Bouquet", "Regular"))
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: set(panel.tags._tags) == {"Bouquet", "Regular"})
    tag = panel.tags._tags["Bouquet"]
    QTest.mouseClick(tag, Qt.MouseButton.LeftButton, pos=QPoint(tag.width() - 6, 12))
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).tags == ("Regular",))
    qtbot.waitUntil(lambda: set(panel.tags._tags) == {"Regular"})
    panel.tags._tags["Regular"].setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).tags == ())


def test_tags_in_use_are_completed(qtbot, panel, core, people):
    core.contacts.tag([people[1]], "단골손님")
    panel.start_tag()
    write(qtbot, "손님")
    completer = panel.tags.field.completer()
    completer.setCompletionPrefix(panel.tags.field.text())
    assert completer.currentCompletion() == "단골손님"


# Notes and logs


def test_a_note_is_written_and_saved_with_ctrl_enter(qtbot, panel, core, people):
    QTest.mouseClick(panel.note_button, Qt.MouseButton.LeftButton)
    write(qtbot, "Has a cat")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "Has a cat" in texts(panel))
    assert not panel.story.composer.isVisible()


def test_a_call_is_logged_with_its_outcome(qtbot, panel, core, people):
    panel.start_log()
    panel.story.composer.outcome.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Down)
    panel.story.composer.text.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).interactions != ())
    (call,) = core.contacts.detail(people[0]).interactions
    assert (call.kind, call.outcome, call.direction) == ("call", "no_answer", "out")


def test_an_empty_note_is_none_and_escape_closes(qtbot, panel, core, people):
    panel.start_note()
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert panel.story.composer.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not panel.story.composer.isVisible()
    assert core.contacts.detail(people[0]).notes == ()


def test_a_colleague_is_mentioned_with_at(qtbot, panel, core, people):
    core.staff.add("이서연")
    panel.show_contact(people[0])
    panel.start_note()
    write(qtbot, "Ask @")
    write(qtbot, "이서")
    text = panel.story.composer.text
    qtbot.waitUntil(text.offer.isVisible)
    qtbot.keyClick(text.offer, Qt.Key.Key_Return)
    assert text.toPlainText() == "Ask @이서연 "


def test_the_field_for_words_grows_from_40_to_160_px(qtbot, panel):
    panel.start_note()
    text = panel.story.composer.text
    assert text.height() == 40
    for _ in range(30):
        press(qtbot, Qt.Key.Key_Return)
    assert text.height() == 160


# The timeline


def test_pinned_notes_stand_on_top_and_the_rest_newest_first(panel, core, people, clock, qtbot):
    pinned = core.contacts.add_note(people[0], "cat")
    clock.move(days=1)
    log(core, people[0], kind="call", body="call")
    clock.move(days=1)
    core.contacts.add_note(people[0], "note")
    core.notes.pin(pinned, pinned=True)
    qtbot.waitUntil(lambda: texts(panel) == ["cat", "note", "call"])


def test_the_menu_of_a_note_pins_edits_and_removes(qtbot, panel, core, people):
    core.contacts.add_note(people[0], "cat")
    qtbot.waitUntil(lambda: texts(panel) == ["cat"])
    timeline = panel.story.timeline
    timeline.show_menu(0, timeline.mapToGlobal(QPoint(40, 10)))
    timeline.pin_action.trigger()
    qtbot.waitUntil(lambda: core.notes.pinned(people[0]) != [])
    qtbot.waitUntil(lambda: timeline.entries.entry_at(0).pinned)
    timeline.setCurrentIndex(timeline.entries.index(0))
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(focused(), QPlainTextEdit))
    write(qtbot, "two cats")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: texts(panel) == ["two cats"])
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    timeline.setCurrentIndex(timeline.entries.index(0))
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: texts(panel) == [])
    core.history.undo()
    qtbot.waitUntil(lambda: texts(panel) == ["two cats"])


def test_an_entry_that_is_typed_over_survives_a_change_of_the_data(qtbot, panel, core, people):
    core.contacts.add_note(people[0], "cat")
    qtbot.waitUntil(lambda: texts(panel) == ["cat"])
    panel.story.timeline.edit_line(0)
    qtbot.waitUntil(lambda: isinstance(focused(), QPlainTextEdit))
    write(qtbot, "dog")
    core.contacts.add_note(people[0], "meanwhile")
    core.contacts.edit(people[0], "company", "Spring")
    qtbot.waitUntil(lambda: rows_of(panel)["Company"].field.raw == "Spring")
    assert focused().toPlainText() == "dog"
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: sorted(texts(panel)) == ["dog", "meanwhile"])


def test_a_text_typed_over_is_saved_when_another_contact_comes(qtbot, panel, core, people):
    core.contacts.add_note(people[0], "cat")
    qtbot.waitUntil(lambda: texts(panel) == ["cat"])
    panel.story.timeline.edit_line(0)
    qtbot.waitUntil(lambda: isinstance(focused(), QPlainTextEdit))
    write(qtbot, "dog")
    panel.show_contact(people[1])
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).notes[0].body == "dog")
    panel.show_contact(people[0])
    panel.story.timeline.edit_line(0)
    qtbot.waitUntil(lambda: isinstance(focused(), QPlainTextEdit))
    write(qtbot, "bird")
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.story.timeline.findChildren(QPlainTextEdit))
    assert texts(panel) == ["dog"]


def test_the_timeline_is_narrowed_to_a_kind(qtbot, panel, core, people):
    core.contacts.add_note(people[0], "note")
    log(core, people[0], kind="call", body="call")
    log(core, people[0], kind="visit", body="visit")
    qtbot.waitUntil(lambda: len(texts(panel)) == 3)
    for kind, left in (("calls", ["call"]), ("notes", ["note"]), ("messages", [])):
        panel.story.show_kind(kind)
        assert texts(panel) == left
    assert panel.story.none.text() == "There is nothing of this kind."


def test_letters_are_left_to_the_page_when_the_timeline_has_the_focus(qtbot, panel, core, people):
    core.contacts.add_note(people[0], "note")
    qtbot.waitUntil(lambda: texts(panel) == ["note"])
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier, "e")
    panel.story.timeline.keyPressEvent(event)
    assert not event.isAccepted()


def test_five_thousand_entries_fill_at_once_and_only_windows_are_kept(qtbot, panel, core, people):
    log_many(core, people[0], 5000)
    panel.show_contact(people[1])
    QApplication.processEvents()
    times = []
    for _ in range(3):
        panel.show_contact(people[1])
        began = time.perf_counter()
        panel.show_contact(people[0])
        times.append(time.perf_counter() - began)
    assert min(times) < 0.15  # 0.05 on the reference PC; the benchmark holds it there
    entries = panel.story.timeline.entries
    assert entries.rowCount() == WINDOW
    bar = panel._area.verticalScrollBar()
    while entries.has_more:
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert entries.rowCount() == 5000
    assert entries.in_memory <= WINDOW * KEPT
    assert entries.entry_at(4999).body == "Call number 0"


# What is odd


def test_long_names_other_scripts_and_fifty_tags_stay_inside(qtbot, panel, core, kit):
    odd = core.contacts.add(
        ContactForm(LONG, phone="010", tags=tuple(f"tag {n} 🌷 محمد" for n in range(50)))
    )
    core.contacts.edit(odd, "company", "שלום " * 60)
    panel.show_contact(odd)
    QApplication.processEvents()
    assert panel._body.width() <= panel.width()
    for widget in (panel.name, panel.tags, panel.properties, panel.story):
        assert widget.geometry().right() < panel.width()
    low = panel.tags.height()
    assert panel.tags.rest_button.text() == "+38"
    QTest.mouseClick(panel.tags.rest_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.tags.height() > low)
    assert len(panel.tags._tags) == 50
    assert not panel.grab().isNull()


def test_every_word_follows_the_language(panel, kit, qtbot):
    kit.language.use("ko")
    assert panel.mail_button.text() == "메일"
    assert "전화" in rows_of(panel)
