"""The page of possible duplicates, decided by keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from tests.ui.contact_parts import focused, press, write
from ui.contacts.custom_words import content_words
from ui.contacts.merged_from import PartsSection
from ui.duplicates.compare_row import ValueLine
from ui.duplicates.many import MergeManyDialog
from ui.duplicates.page import DuplicatesPage
from ui.duplicates.waiting import MOST


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
    page = DuplicatesPage(
        kit, core.duplicates, core.contacts, bridge,
        lambda field, value: content_words(field, value, kit, "KRW"),
    )  # fmt: skip
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


def test_another_value_is_typed_by_key_and_kept(qtbot, core, page, people):
    page.queue.choose(pairs_of(page).index("박서준"))
    qtbot.waitUntil(page.merge_button.isEnabled)
    (name,) = [line for line in page.card.rows if line.row.field == "name"]
    page.queue.setFocus()
    qtbot.keyClick(page.queue, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: isinstance(focused(), ValueLine))
    write(qtbot, "아무나")
    press(qtbot, Qt.Key.Key_Escape)
    assert page.card.kept("name") == "박서준"
    assert page.isVisible()
    qtbot.waitUntil(name.hasFocus)
    press(qtbot, Qt.Key.Key_F2)
    focused().selectAll()
    write(qtbot, "박 서준")
    press(qtbot, Qt.Key.Key_Return)
    assert page.card.kept("name") == "박 서준"
    assert core.contacts.count() == 5  # Enter ended the typing and merged nobody
    qtbot.waitUntil(name.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.count() == 4)
    assert core.contacts.detail(people[1]).name == "박 서준"
    core.store.undo()
    assert core.contacts.detail(people[1]).name == "박서준"


def test_a_field_of_the_shops_own_is_a_line_and_is_chosen_by_key(qtbot, core, kit, page, twice):
    field = core.custom_fields.add(
        FieldForm(kind="choice", label_ko="포장", label_en="Wrapping", choices=("Kraft", "Silk"))
    )
    kraft, silk = (choice.id for choice in core.custom_fields.all()[0].choices)
    pair = twice[1]
    core.custom_fields.put([pair[0]], field, kraft)
    core.custom_fields.put([pair[1]], field, silk)
    page.review(*pair)
    qtbot.waitUntil(lambda: page.pair is not None and {page.pair.a_id, page.pair.b_id} == {*pair})
    qtbot.waitUntil(lambda: any(line.row.own for line in page.card.rows))
    (line,) = [line for line in page.card.rows if line.row.own]
    assert "Wrapping" in line.accessibleName()
    line.setFocus()
    wanted = "right" if line.words_of("right") == "Silk" else "left"
    qtbot.keyClick(line, Qt.Key.Key_Right if wanted == "right" else Qt.Key.Key_Left)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.contacts.count() == 4)
    stays = core.duplicates.leads_to(pair[0])
    assert [value.content for value in core.custom_fields.of(stays)] == [silk]


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


def test_a_pair_that_is_asked_for_is_the_one_in_front(qtbot, page, twice):
    first = page.pair
    other = next(pair for pair in page.model.pairs if pair != first)
    page.skip()
    qtbot.waitUntil(page.merge_button.isEnabled)
    page.review(first.b_id, first.a_id)
    qtbot.waitUntil(lambda: page.pair == first and page.merge_button.isEnabled())
    page.review(other.a_id)
    qtbot.waitUntil(lambda: page.pair == other and page.merge_button.isEnabled())


def test_what_is_written_elsewhere_is_compared_when_one_comes_back(qtbot, core, page, twice):
    pair = page.pair
    page.hide()
    core.contacts.add_point(pair.a_id, "link", "@minji.flowers")
    page.show()
    qtbot.waitUntil(lambda: page.pair == pair and page.merge_button.isEnabled())
    qtbot.waitUntil(lambda: any(line.row.field == "link" for line in page.card.rows))


def test_a_pair_behind_the_surest_ones_is_listed_when_it_is_asked_for(qtbot, core, page, twice):
    alike = [core.contacts.add(ContactForm("한지우", phone="010-0100-0009")) for _ in range(21)]
    with qtbot.waitSignal(page.search.ended, timeout=20_000):
        page.search_again()
    qtbot.waitUntil(lambda: len(page.model.pairs) == MOST)
    listed = {frozenset((pair.a_id, pair.b_id)) for pair in page.model.pairs}
    last = next(
        (a, b) for a in alike for b in alike if a < b and frozenset((a, b)) not in listed
    )  # fmt: skip
    page.review(*last)
    qtbot.waitUntil(lambda: page.pair is not None and {page.pair.a_id, page.pair.b_id} == {*last})
    page.reload()
    with qtbot.waitSignal(page.compared):
        pass
    assert {page.pair.a_id, page.pair.b_id} == {*last}


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
