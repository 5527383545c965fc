"""A tidy round: each thing worth mending is answered with one key, and can be taken back."""

import pytest
from PySide6.QtCore import Qt

from app.shapes.contacts import ContactForm
from tests.ui.contact_parts import focused, press, write
from ui.duplicates.page import DuplicatesPage
from ui.quality.round import TidyRound

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def messy(core):
    return {
        "number_in_name": core.contacts.add(ContactForm("KIM MINSU 010-0142-0001")),
        "email_typo": core.contacts.add(ContactForm("이서연", email="lee@gamil.com")),
        "is_company": core.contacts.add(ContactForm("(주)봄날", phone="02-123-4567")),
    }


@pytest.fixture
def tidy(qtbot, core, kit):
    tidy = TidyRound(kit, core.quality, core.history)
    qtbot.addWidget(tidy)
    tidy.begin()
    tidy.activateWindow()
    qtbot.waitUntil(lambda: not tidy._reading and focused() is not None)
    return tidy


def go_on(qtbot, tidy, count):
    qtbot.waitUntil(lambda: len(tidy._answers) == count and not tidy._writing)


def test_a_round_is_answered_with_keys_alone_and_ends_by_itself(qtbot, core, messy, tidy):
    assert (tidy.place.text(), tidy.asked.kind) == ("1 of 3", "number_in_name")
    assert tidy.after.text() == "→ KIM MINSU, phone 010-0142-0001"
    press(qtbot, Qt.Key.Key_Return)
    go_on(qtbot, tidy, 1)
    assert core.contacts.detail(messy["number_in_name"]).name == "KIM MINSU"
    while tidy.asked is not None and tidy.asked.kind != "email_typo":
        done = len(tidy._answers)
        press(qtbot, Qt.Key.Key_S)
        go_on(qtbot, tidy, done + 1)
    done = len(tidy._answers)
    press(qtbot, Qt.Key.Key_N)
    go_on(qtbot, tidy, done + 1)
    while tidy.asked is not None:
        press(qtbot, Qt.Key.Key_S)
    assert tidy.question.text() == "Done: 1 mended, 1 skipped, 1 left as they are."
    assert "email_typo" not in {repair.kind for repair in core.quality.worthwhile()}
    press(qtbot, Qt.Key.Key_Return)
    assert not tidy.isVisible()


def test_an_answer_is_taken_back_and_asked_again(qtbot, core, messy, tidy):
    press(qtbot, Qt.Key.Key_Return)
    go_on(qtbot, tidy, 1)
    press(qtbot, Qt.Key.Key_Z)
    go_on(qtbot, tidy, 0)
    assert tidy.asked.kind == "number_in_name"
    assert core.contacts.detail(messy["number_in_name"]).name == "KIM MINSU 010-0142-0001"


def test_something_else_can_be_typed(qtbot, core, messy, tidy):
    press(qtbot, Qt.Key.Key_E)
    assert focused() is tidy.line
    press(qtbot, Qt.Key.Key_Escape)
    assert tidy.isVisible()
    press(qtbot, Qt.Key.Key_E)
    write(qtbot, "Minsu Kim")
    press(qtbot, Qt.Key.Key_Return)
    go_on(qtbot, tidy, 1)
    assert core.contacts.detail(messy["number_in_name"]).name == "Minsu Kim"


def test_what_changed_meanwhile_is_passed_over(qtbot, core, messy, tidy):
    core.contacts.edit(messy["number_in_name"], "name", "김민수")
    press(qtbot, Qt.Key.Key_Return)
    go_on(qtbot, tidy, 1)
    assert core.contacts.detail(messy["number_in_name"]).name == "김민수"


def test_a_pair_leads_to_the_review(qtbot, core, kit, people):
    one, other = sorted(people[:2])
    with core.store.action("edit_contact") as unit:
        unit.duplicates.keep([(one, other, 900, "[]")])
        unit.contacts.change(one, {"source": "간판"})
    tidy = TidyRound(kit, core.quality, core.history)
    qtbot.addWidget(tidy)
    tidy.begin()
    tidy.activateWindow()
    qtbot.waitUntil(lambda: tidy.asked is not None and focused() is not None)
    with qtbot.waitSignal(tidy.review_asked) as told:
        press(qtbot, Qt.Key.Key_Return)
    assert set(told.args) == {one, other}
    assert not tidy.isVisible()


def test_the_review_opens_at_that_very_pair(qtbot, open_program, core, people):
    pairs = []
    for place in (0, 1):
        form = ContactForm(core.contacts.detail(people[place]).name, phone=f"010-0100-000{place}")
        pairs.append({people[place], core.contacts.add(form)})
    core.duplicates.scan()
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open and program._shop.is_furnished, timeout=30_000)
    window = program.window
    window.activateWindow()
    window.menus.tidy_action.trigger()
    tidy = window.findChild(TidyRound)
    qtbot.waitUntil(lambda: tidy.asked is not None and tidy.asked.kind == "duplicate")
    first = {tidy.asked.contact_id, tidy.asked.other_id}
    tidy.skip()
    asked = {tidy.asked.contact_id, tidy.asked.other_id}
    assert [first, asked] in (pairs, pairs[::-1])
    tidy.mend()
    page = window.page()
    assert isinstance(page, DuplicatesPage)
    qtbot.waitUntil(lambda: page.merge_button.isEnabled() and not page.search.is_running)
    qtbot.waitUntil(lambda: page.pair is not None and {page.pair.a_id, page.pair.b_id} == asked)


def test_an_orderly_book_says_so(qtbot, core, people, tidy):
    assert tidy.question.text() == "Everything looks tidy. There is nothing to mend."


def test_it_speaks_the_language_of_the_window(kit, messy, tidy):
    kit.language.use("ko")
    assert tidy.windowTitle()
    assert tidy.before.text() == "KIM MINSU 010-0142-0001"
