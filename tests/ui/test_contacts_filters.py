"""Filters of the contacts list: chips, menus, smart lists; by real keys and the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from ui.common.ask import AskDialog

# The offscreen plugin grumbles whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TAG = Filter((Condition("tag", "any_of", ("단골",)),))


@pytest.fixture
def crowd(core):
    """Five contacts with tags, kinds and an owner."""
    add = core.contacts.add
    ids = {
        "김민지": add(ContactForm("김민지", phone="010-0142-3377", tags=("단골", "VIP"))),
        "박서준": add(ContactForm("박서준", email="park@example.com", tags=("단골",))),
        "이하은": add(ContactForm("이하은", tags=("VIP",))),
        "카페 모루": add(ContactForm("카페 모루", kind="company")),
        "하린": add(ContactForm("하린")),
    }
    core.contacts.assign([ids["하린"]], core.staff.add("박준호"))
    return ids


def names(page):
    return [page.model.index(line, 1).data() for line in range(page.model.rowCount())]


def listed(qtbot, page, *wanted):
    qtbot.waitUntil(lambda: names(page) == list(wanted))


def open_menu(qtbot, click):
    """Open a menu and return it."""
    click()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def click_chip(qtbot, page, field):
    chip = page.filters.chip(field)
    return open_menu(qtbot, lambda: qtbot.mouseClick(chip, Qt.MouseButton.LeftButton))


def entry(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


def click_entry(qtbot, menu, text):
    at = menu.actionGeometry(entry(menu, text)).center()
    qtbot.mouseMove(menu, at)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=at)


def test_a_tag_checked_with_the_mouse_narrows_the_list_and_the_menu_stays(qtbot, crowd, page):
    menu = click_chip(qtbot, page, "tag")
    click_entry(qtbot, menu, "단골")
    listed(qtbot, page, "김민지", "박서준")
    assert menu.isVisible()
    click_entry(qtbot, menu, "VIP")
    listed(qtbot, page, "김민지", "박서준", "이하은")
    menu.close()
    assert page.filters.chip("tag").text() == "Tag: 단골, VIP"
    assert page.count_label.text() == "3 of 5"
    assert page.footer_label.text() == "3 contacts"


def test_a_filter_is_chosen_and_taken_away_with_keys_alone(qtbot, crowd, page):
    chip = page.filters.chip("kind")
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    menu = open_menu(qtbot, lambda: qtbot.keyClick(chip, Qt.Key.Key_Space))
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    listed(qtbot, page, "카페 모루")
    assert menu.isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert chip.text() == "Kind: Company"
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(names(page)) == 5)


def test_the_cross_on_a_chip_takes_the_filter_away(qtbot, crowd, page):
    page.filters.set_filter(TAG)
    listed(qtbot, page, "김민지", "박서준")
    chip = page.filters.chip("tag")
    cross = QPoint(chip.width() - 10, chip.height() // 2)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    qtbot.waitUntil(lambda: len(names(page)) == 5)
    assert not page.filters.chip("tag").active


def test_owners_are_chosen_by_name_and_nobody_is_a_choice(qtbot, crowd, page):
    menu = click_chip(qtbot, page, "owner")
    click_entry(qtbot, menu, "박준호")
    listed(qtbot, page, "하린")
    assert page.filters.chip("owner").text() == "Owner: 박준호"
    click_entry(qtbot, menu, "Nobody")
    listed(qtbot, page, "김민지", "박서준", "이하은", "카페 모루")
    assert page.filters.chip("owner").text() == "Owner: Nobody"


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("Phone", "There is one", ["김민지"]),
        ("E-mail", "There is one", ["박서준"]),
        ("Last contact", "Never", ["김민지", "박서준", "카페 모루", "하린"]),
        ("Last contact", "In the last 7 days", ["이하은"]),
        ("Birthday", "May", ["박서준"]),
        ("Source", "소개", ["하린"]),
    ],
)
def test_the_other_filters_are_behind_the_plus(qtbot, core, crowd, page, field, value, found):
    core.contacts.edit(crowd["박서준"], "birthday", "1991-05-16")
    core.contacts.edit(crowd["하린"], "source", "소개")
    core.interactions.log(InteractionForm(contact_ids=(crowd["이하은"],), kind="visit"))
    add = page.filters.add
    menu = open_menu(qtbot, lambda: qtbot.mouseClick(add, Qt.MouseButton.LeftButton))
    inner = next(a.menu() for a in menu.actions() if a.menu() and a.menu().title() == field)
    entry(inner, value).trigger()
    menu.close()
    listed(qtbot, page, *found)
    assert page.filters.sentences()[0].startswith(f"{field}: ")


def test_any_number_of_days_can_be_typed(qtbot, clock, core, crowd, page):
    clock.move(days=45)
    core.contacts.add(ContactForm("새 고객"))
    add = page.filters.add
    menu = open_menu(qtbot, lambda: qtbot.mouseClick(add, Qt.MouseButton.LeftButton))
    inner = next(a.menu() for a in menu.actions() if a.menu() and a.menu().title() == "Added")
    entry(inner, "More than … days ago").trigger()
    menu.close()
    dialog = page.window().findChild(AskDialog)
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "x")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "44")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    listed(qtbot, page, "김민지", "박서준", "이하은", "카페 모루", "하린")
    assert page.filters.sentences() == ["Added: more than 44 days ago"]


def test_a_search_looks_only_among_those_the_filter_lets_through(qtbot, crowd, page):
    page.filters.set_filter(TAG)
    listed(qtbot, page, "김민지", "박서준")
    page.search.findChild(QLineEdit).setText("ㄱㅁㅈ")
    listed(qtbot, page, "김민지")
    page.filters.set_filter(Filter((Condition("kind", "any_of", ("company",)),)))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nobody)


def test_an_empty_result_names_the_filters_and_takes_the_last_one_away(qtbot, crowd, page):
    page.filters.set_filter(Filter((*TAG.parts, Condition("kind", "any_of", ("company",)))))
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nobody)
    words = [label.text() for label in page.nobody.findChildren(type(page.footer_label))]
    assert "Nobody fits “Tag: 단골 + Kind: Company”" in words
    assert f"Take one filter away, or look in all {len(crowd)} contacts." in words
    button = next(
        b for b in page.nobody.findChildren(type(page.head.new_button)) if "Remove" in b.text()
    )
    assert button.text() == "Remove “Kind: Company”"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    listed(qtbot, page, "김민지", "박서준")


def test_a_filtered_list_is_sorted_by_the_header(qtbot, crowd, page):
    page.filters.set_filter(TAG)
    listed(qtbot, page, "김민지", "박서준")
    page.table.sort_chosen.emit(1, Qt.SortOrder.DescendingOrder)
    listed(qtbot, page, "박서준", "김민지")


def test_the_list_follows_when_somebody_gets_the_tag(qtbot, core, crowd, page):
    page.filters.set_filter(TAG)
    listed(qtbot, page, "김민지", "박서준")
    core.contacts.tag([crowd["하린"]], "단골")
    listed(qtbot, page, "김민지", "박서준", "하린")


def test_chips_fold_where_room_is_short(qtbot, crowd, page):
    conditions = (
        *TAG.parts,
        Condition("kind", "any_of", ("person",)),
        Condition("last_contact", "never"),
    )
    page.filters.set_filter(Filter(conditions))
    page.resize(968, 640)
    qtbot.waitUntil(page.filters.fold.isVisible)
    shown = [page.filters.chip(f).isVisible() for f in ("tag", "kind", "last_contact")]
    folded = shown.count(False)
    assert page.filters.fold.text() == f"+{folded}"
    assert shown[0]
    fold = page.filters.fold
    menu = open_menu(qtbot, lambda: qtbot.mouseClick(fold, Qt.MouseButton.LeftButton))
    click_entry(qtbot, menu, "Last contact: never")
    listed(qtbot, page, "김민지", "박서준")
    assert len(page.filters.sentences()) == 2


def save_as_list(qtbot, page, name):
    qtbot.mouseClick(page._pane.save_link, Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(AskDialog)
    qtbot.keyClicks(dialog.field, name)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def test_a_filter_is_kept_as_a_list_under_a_name(qtbot, core, crowd, page):
    assert page._pane.save_link.isHidden()
    page.filters.set_filter(TAG)
    listed(qtbot, page, "김민지", "박서준")
    with qtbot.waitSignal(page.list_shown):
        save_as_list(qtbot, page, "Friends")
    assert page.heading.text() == "Friends"
    assert page._pane.save_link.isHidden()
    (row,) = core.segments.all()
    assert (row.name, row.filter, row.count) == ("Friends", TAG, 2)


def test_the_heading_leads_from_list_to_list_and_back_to_everybody(qtbot, core, crowd, page):
    core.segments.save("Friends", TAG)
    heading = page.heading
    menu = open_menu(qtbot, lambda: qtbot.mouseClick(heading, Qt.MouseButton.LeftButton))
    click_entry(qtbot, menu, "Friends")
    listed(qtbot, page, "김민지", "박서준")
    assert heading.text() == "Friends"
    menu = open_menu(qtbot, lambda: qtbot.mouseClick(heading, Qt.MouseButton.LeftButton))
    click_entry(qtbot, menu, "All contacts")
    assert len(names(page)) == 5
    assert heading.text() == "All contacts"


def test_a_list_renamed_or_removed_elsewhere_is_followed(qtbot, core, crowd, page):
    list_id = core.segments.save("Friends", TAG)
    page.show_list(core.segments.all()[0])
    core.segments.rename(list_id, "Regulars")
    qtbot.waitUntil(lambda: page.heading.text() == "Regulars")
    core.segments.remove(list_id)
    qtbot.waitUntil(lambda: page.heading.text() == "All contacts")
    listed(qtbot, page, "김민지", "박서준")


def test_a_list_of_any_of_several_questions_shows_as_one_chip(qtbot, crowd, page):
    either = Filter((Condition("phone", "known"), Condition("email", "known")), "any")
    page.filters.set_filter(either)
    listed(qtbot, page, "김민지", "박서준")
    assert page.filters.sentences() == ["Phone: there is one or E-mail: there is one"]
    assert core_equal(page.filters.filter(), either)


def core_equal(shown, kept):
    """Tell whether a filter lets the same through: alone inside another it means itself."""
    return shown.parts == (kept,)


def test_a_contact_that_the_filter_hides_is_revealed_among_everybody(qtbot, crowd, page):
    page.filters.set_filter(TAG)
    listed(qtbot, page, "김민지", "박서준")
    page.reveal(crowd["하린"])
    assert len(names(page)) == 5
    assert page.selected_id() == crowd["하린"]
