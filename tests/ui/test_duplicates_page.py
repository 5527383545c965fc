"""The page of possible duplicates, decided by keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.shapes.contacts import ContactForm
from ui.contacts.parts import PartsSection
from ui.duplicates.many import MergeManyDialog
from ui.duplicates.page import DuplicatesPage


def pairs_of(page):
    return [page.model.name(pair.a_id) for pair in page.model.pairs]


@pytest.fixture
def twice(core, people):
    """김민지 and 박서준 are in the book twice, the second time with more to say."""
    minji = core.contacts.add(
        ContactForm("김민 지", phone="010-0100-0000", email="minji@example.com", note="고양이")
    )
    seojun = core.contacts.add(ContactForm("박서쥰", phone="010-0100-0001", company="모루"))
    core.contacts.edit(minji, "birthday", "1991-05-16")
    return [(people[0], minji), (people[1], seojun)]


@pytest.fixture
def page(qtbot, core, kit, bridge, twice):
    core.duplicates.scan()
    page = DuplicatesPage(kit, core.duplicates, core.contacts, bridge)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    with qtbot.waitSignals([page.search.ended, page.compared]):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(page.merge_button.isEnabled)
    yield page
    # Jobs know the page, and the page their runner: they go before it does.
    page.hide()
    kit.runner.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_pairs_are_listed_with_why_and_how_sure(page):
    assert sorted(pairs_of(page)) == ["김민지", "박서준"]
    assert page.count_label.text() == "2 left, 0 done"
    said = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Same phone" in said
    assert "%" in said


def test_enter_merges_and_goes_on_and_undo_brings_the_pair_back(qtbot, core, page, twice):
    first = page.model.pairs[0].a_id
    qtbot.keyClick(page.queue, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.count_label.text() == "1 left, 1 done")
    assert page.model.pairs[0].a_id != first
    assert core.contacts.count() == 4
    core.store.undo()
    qtbot.waitUntil(lambda: core.contacts.count() == 5)


def test_what_is_read_anew_leaves_the_pair_and_the_choice_as_they_are(qtbot, page):
    page.queue.choose(1)
    chosen = page.pair
    qtbot.waitUntil(lambda: page.merge_button.isEnabled() and page.pair == chosen)
    with qtbot.waitSignal(page.compared):
        page.reload()
    (name,) = [line for line in page.card.rows if line.row.field == "name"]
    other = name.words_of("right")
    name.choose("right")
    with qtbot.waitSignals([page.filled, page.compared]):
        page.reload()
    assert page.pair == chosen
    assert page.card.kept("name") == other
    assert page.merge_button.isEnabled()


def test_a_value_is_chosen_by_key_and_shown_as_it_will_be(qtbot, core, page, people):
    page.queue.choose(pairs_of(page).index("박서준"))
    qtbot.waitUntil(page.merge_button.isEnabled)
    (name,) = [line for line in page.card.rows if line.row.field == "name"]
    assert page.card.kept("name") == "박서준"
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Right)
    assert page.card.kept("name") == "박서쥰"
    qtbot.keyClick(name, Qt.Key.Key_1)
    assert page.card.kept("name") == "박서준"
    qtbot.keyClick(name, Qt.Key.Key_2)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.count() == 4)
    found = core.contacts.detail(people[1])
    assert (found.name, found.values["company"]) == ("박서쥰", "모루")


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_N])
def test_not_the_same_is_one_key_and_for_ever(qtbot, core, page, key):
    qtbot.keyClick(page.queue, key)
    qtbot.waitUntil(lambda: page.count_label.text() == "1 left, 1 done")
    core.duplicates.scan()
    assert core.duplicates.count() == 1


def test_who_is_skipped_comes_last(qtbot, page):
    first = pairs_of(page)[0]
    qtbot.keyClick(page.queue, Qt.Key.Key_S)
    qtbot.waitUntil(page.merge_button.isEnabled)
    assert pairs_of(page)[-1] == first
    assert page.count_label.text() == "2 left, 0 done"


def test_all_sure_pairs_are_merged_at_once_after_a_summary(qtbot, core, page):
    sure = core.duplicates.count(least=900)
    assert sure
    page.all_button.click()
    dialog = page.findChild(MergeManyDialog) or page.window().findChild(MergeManyDialog)
    qtbot.waitUntil(dialog.cancel.hasFocus)
    dialog.merge.click()
    qtbot.waitUntil(lambda: core.contacts.count() == 5 - sure)
    core.store.undo()
    assert core.contacts.count() == 5


def test_nobody_twice_is_said_and_can_be_searched_again(qtbot, core, page):
    for line in (0, 1):
        qtbot.keyClick(page.queue, Qt.Key.Key_K)
        told = f"{1 - line} left, {line + 1} done"
        qtbot.waitUntil(lambda told=told: page.count_label.text() == told)
        qtbot.waitUntil(lambda line=line: line == 1 or page.merge_button.isEnabled())
    assert page.stack.currentWidget() is page.empty
    with qtbot.waitSignal(page.search.ended):
        page.empty.acted.emit()


def test_both_languages_and_looks_are_shown(qtbot, kit, page):
    kit.language.use("ko")
    page.grab()
    assert all(line.accessibleName() for line in page.card.rows)
    kit.language.use("en")


def test_the_page_is_reached_from_the_menu_and_left_with_escape(qtbot, program):
    window = program.window
    window.menus.duplicates_action.trigger()
    page = window.page()
    assert isinstance(page, DuplicatesPage)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not isinstance(window.page(), DuplicatesPage)


def test_a_contact_is_split_again_from_its_own_page(qtbot, core, kit, people):
    other = core.contacts.add(ContactForm("김민 지", phone="010-0100-0000"))
    core.duplicates.merge(people[0], other)
    core.contacts.add_note(people[0], "합친 뒤")
    section = PartsSection(kit, core.duplicates)
    qtbot.addWidget(section)
    section.show_contact(core.contacts.detail(people[0]))
    qtbot.waitUntil(lambda: len(section.splits) == 1)
    assert section.splits[0].accessibleName() == "Split 김민 지 again"
    section.splits[0].setFocus()
    qtbot.keyClick(section.splits[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: core.contacts.count() == 4)
    qtbot.waitUntil(lambda: not section.isVisible() and not section.splits)
    kit.runner.stop()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_new_contact_that_nearly_has_a_name_of_the_book_is_told(core, people):
    core.duplicates.scan()
    told = core.look_alikes(ContactForm("김민저", phone="010-9999-8888"))
    assert [(one.id, one.why) for one in told] == [(people[0], "one_letter")]
