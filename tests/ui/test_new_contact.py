"""The form for a new contact, with its keys."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.shapes.contacts import ContactForm
from ui.contacts.new_contact import NewContactDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot, core, kit):
    """Show the dialog over the test's shop."""

    def show(find=core.contacts.look_alikes):
        dialog = NewContactDialog(kit, look_alikes=find)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(dialog.name.hasFocus)
        return dialog

    return show


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key for whatever has the focus, as on a real keyboard."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def write(qtbot, text):
    """Latin letters key by key, others as an input method hands them over."""
    if text.isascii():
        qtbot.keyClicks(QApplication.focusWidget(), text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def test_a_contact_with_a_note_takes_few_keys_beyond_the_words(qtbot, core, shown):
    dialog = shown()
    write(qtbot, "Sora Han")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "010-0177-4410")
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "Has a cat")
    with qtbot.waitSignal(dialog.submitted) as submitted:
        press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    contact = core.contacts.add(submitted.args[0])
    detail = core.contacts.detail(contact)
    assert detail.name == "Sora Han"
    assert [point.value for point in detail.points] == ["010-0177-4410"]
    assert [note.body for note in detail.notes] == ["Has a cat"]


@pytest.mark.parametrize("field", ["name", "phone", "email", "company", "tags"])
def test_enter_saves_from_every_line(qtbot, shown, field):
    dialog = shown()
    write(qtbot, "Sora")
    getattr(dialog, field).setFocus()
    with qtbot.waitSignal(dialog.submitted) as submitted:
        press(qtbot, Qt.Key.Key_Return)
    assert submitted.args[0].name == "Sora"


def test_enter_in_the_note_begins_a_line(qtbot, shown):
    dialog = shown()
    dialog.note.setFocus()
    write(qtbot, "one")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "two")
    assert dialog.form().note == "one\ntwo"


def test_kind_company_mail_and_tags_are_handed_over(qtbot, shown):
    dialog = shown()
    write(qtbot, "Sea")
    dialog.email.setText("sea@example.com")
    dialog.tags.setText("cafe, regular ,")
    dialog.kind.choose("company")
    with qtbot.waitSignal(dialog.submitted) as submitted:
        press(qtbot, Qt.Key.Key_Return)
    assert submitted.args == [
        ContactForm("Sea", email="sea@example.com", kind="company", tags=("cafe", "regular"))
    ]


def test_an_error_appears_on_leaving_the_field_and_goes_with_its_cause(qtbot, shown):
    dialog = shown()
    dialog.company.setFocus()
    write(qtbot, "Sea")
    assert not dialog.problem.isVisible()
    press(qtbot, Qt.Key.Key_Tab)
    assert dialog.problem.text() == "A contact needs a name or a phone."
    dialog.phone.setFocus()
    write(qtbot, "0100100")
    assert not dialog.problem.isVisible()


def test_nothing_typed_is_no_error_until_it_is_saved(qtbot, shown):
    dialog = shown()
    press(qtbot, Qt.Key.Key_Tab)
    assert not dialog.problem.isVisible()
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.isVisible()
    assert dialog.isVisible()
    assert dialog.name.hasFocus()


def test_the_same_phone_is_told_while_it_is_typed(qtbot, people, shown):
    dialog = shown()
    dialog.phone.setFocus()
    write(qtbot, "01001000001")
    qtbot.waitUntil(dialog.likes.isVisible)
    assert [(found.id, found.why) for found in dialog.likes.found] == [(people[1], "phone")]
    assert dialog.save_button.text() == "Add anyway"
    press(qtbot, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not dialog.likes.isVisible())
    assert dialog.save_button.text() == "Save"


def test_opening_the_contact_that_is_there_closes_the_form(qtbot, people, shown):
    dialog = shown()
    write(qtbot, "박서준")
    qtbot.waitUntil(dialog.likes.isVisible)
    link = next(b for b in dialog.likes.findChildren(QPushButton) if b.text())
    with qtbot.waitSignal(dialog.opened) as opened:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened.args == [people[1]]
    assert not dialog.isVisible()


def test_enter_quicker_than_the_look_stops_once_for_a_look_alike(qtbot, people, shown):
    dialog = shown()
    heard = []
    dialog.submitted.connect(heard.append)
    write(qtbot, "김민지")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.likes.isVisible)
    assert heard == []
    press(qtbot, Qt.Key.Key_Return)
    assert [form.name for form in heard] == ["김민지"]
    assert not dialog.isVisible()


def test_what_was_typed_on_during_a_slow_look_is_looked_for_as_well(qtbot, core, people, shown):
    asked, may_end = [], Event()

    def find(form):
        asked.append(form.name)
        if form.name == "박서":
            may_end.wait(10)
        return core.contacts.look_alikes(form)

    dialog = shown(find)
    write(qtbot, "박서")
    qtbot.waitUntil(lambda: asked == ["박서"])
    write(qtbot, "준")
    qtbot.waitUntil(lambda: not dialog.likes._pause.isActive())
    may_end.set()
    qtbot.waitUntil(dialog.likes.isVisible)
    assert asked == ["박서", "박서준"]


def test_the_way_to_a_look_alike_is_reached_with_tab_after_the_note(qtbot, people, shown):
    dialog = shown()
    write(qtbot, "김민지")
    qtbot.waitUntil(dialog.likes.isVisible)
    dialog.note.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in dialog.likes.findChildren(QPushButton)
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.cancel_button
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.save_button


def test_a_name_from_a_file_is_shown_as_text_not_as_markup(qtbot, core, shown):
    core.contacts.add(ContactForm("<b>x</b> & y"))
    dialog = shown()
    write(qtbot, "<b>x</b> & y")
    qtbot.waitUntil(dialog.likes.isVisible)
    told = [label.text() for label in dialog.likes.findChildren(QLabel)]
    assert "Same name: <b>x</b> & y" in told
