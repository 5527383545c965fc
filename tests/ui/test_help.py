"""The help as a person uses it: keys, the question mark, search, links, the way back."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextDocument
from PySide6.QtWidgets import QApplication

from app.help import TOPICS, pages
from ui.common.theme import Scheme
from ui.common.widgets.help_button import HelpButton
from ui.help.window import HelpWindow
from ui.shell.keys import KeyList

LEFT = Qt.MouseButton.LeftButton
SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
TYPED = {"kim", "김민", "ㄱㅁㅈ", "3377", ">", "#"}  # into a search, not as a key
OF_A_PART = {"Tab", "Page Down", "Page Up", "+", "-", "0", "Ctrl+A", "Alt", "Ctrl"}
AT_THE_TILL = {"%", "Ctrl+Shift+D"}  # they act on the sale that is being recorded
OF_TIDYING = {"1", "2", "S", "Z"}  # they act on the pages of duplicates and of tidying alone


@pytest.fixture
def window(qtbot, kit):
    window = HelpWindow(kit)
    qtbot.addWidget(window)
    window.open_at("first-steps", can_show=True)
    window.activateWindow()
    qtbot.waitUntil(window.article.hasFocus)
    return window


def read(window):
    return window.article.toPlainText().replace("\u2060", "")


def ask_help(qtbot, program):
    qtbot.keyClick(program.window, Qt.Key.Key_F1, SHIFT)
    return program.window.helping.help


def close(window):
    window.close()


def test_shift_f1_opens_the_page_of_what_is_in_front(qtbot, program):
    window, shop = program.window, program._shop
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    expected = {shop.contacts: "contacts", shop.history: "history", shop.trash: "trash"}
    for page, topic in expected.items():
        window.open_page_of(page)
        assert ask_help(qtbot, program).topic == topic
        window.helping.help.close()
    window.open_page_of(shop.settings)
    shop.settings.show_section(shop.settings.backups)
    assert ask_help(qtbot, program).topic == "backups"


def test_each_page_has_a_question_mark_that_opens_its_help(qtbot, program):
    window, shop = program.window, program._shop
    for page in (shop.contacts, shop.history, shop.imports, shop.trash, shop.settings):
        window.open_page_of(page)
        mark = next(mark for mark in page.findChildren(HelpButton) if mark.isVisible())
        assert mark.accessibleName() == "Help on this page"
        qtbot.mouseClick(mark, LEFT)
        assert window.helping.help.topic == page.topic
    program.kit.language.use("ko")
    assert mark.accessibleName() != ""


def test_the_contact_page_has_its_own(qtbot, program):
    window, shop = program.window, program._shop
    shop.contacts.full_asked.emit(shop.contacts.model.id_at(0))
    qtbot.mouseClick(shop.full.findChild(HelpButton), LEFT)
    assert window.helping.help.topic == "contact"


def test_the_palette_finds_the_pages_of_the_help(qtbot, program):
    titles = [command.title for command in program.window.commands()]
    assert "Help: Filters and smart lists" in titles
    next(c for c in program.window.commands() if c.title == "Help: Print").run()
    assert program.window.helping.help.topic == "print"


def test_the_list_of_keys_has_the_key_of_the_help(program):
    assert ("Help on this page", ["Shift+F1"]) in program.window.named_keys()


def test_each_key_of_the_help_is_in_the_list_of_keys(qtbot, program, kit):
    keys = KeyList(kit, program.window.named_keys(), letters=True)
    qtbot.addWidget(keys)
    known = {key for _words, named in keys.rows for key in named}
    known |= TYPED | OF_A_PART | OF_TIDYING | AT_THE_TILL
    told = {key for page in pages("en") for key in re.findall(r"`([^`]+)`", page.text)}
    assert told - known == set()


def test_what_is_typed_finds_pages_and_shows_the_first(qtbot, window):
    window.search.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "label")
    assert window.list.topics() == ["print"]
    assert window.topic == "print"
    assert [one.cursor.selectedText().lower() for one in window.article.extraSelections()][:1] == [
        "label"
    ]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.list.topics() == list(TOPICS)
    assert window.isVisible()


def test_a_syllable_that_is_being_composed_finds_already(qtbot, kit, window):
    kit.language.use("ko")
    window.search.setFocus()
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("휴지토", []))
    assert window.topic == "trash"
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("ㅎㅈ", []))
    assert "trash" in window.list.topics()


def test_arrows_in_the_search_go_through_what_was_found(qtbot, window):
    window.search.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert window.topic == TOPICS[1]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.article.hasFocus()


def test_a_word_of_no_page_says_so_and_can_be_cleared(qtbot, window):
    window.search.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "zeppelin")
    assert window.nothing.isVisible()
    assert window.list.topics() == []
    window.nothing.acted.emit()
    assert window.search.text() == ""
    assert window.article.isVisible()


def test_a_link_leads_to_its_page_and_alt_left_back(qtbot, window):
    qtbot.keyClick(window.article, Qt.Key.Key_Tab)
    qtbot.keyClick(window.article, Qt.Key.Key_Return)
    assert window.topic == "import"
    qtbot.keyClick(window.article, Qt.Key.Key_Left, ALT)
    assert window.topic == "first-steps"
    assert not window.back_button.isEnabled()


def test_a_chosen_page_is_one_to_come_back_from(qtbot, window):
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    assert window.topic == TOPICS[1]
    qtbot.mouseClick(window.back_button, LEFT)
    assert window.topic == "first-steps"
    assert window.list.currentRow() == 0


def test_esc_closes_the_help(qtbot, window):
    qtbot.keyClick(window.article, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_reads_without_a_mark_of_its_markdown(kit, window, language):
    kit.language.use(language)
    for topic in TOPICS:
        window.open_at(topic, can_show=True)
        assert not re.search(r"[*`#]{2}|\]\(", read(window))
        assert window.article.accessibleName() == read(window).splitlines()[0]


def test_the_words_change_with_the_language_and_the_colours_with_the_theme(kit, window):
    kit.language.use("ko")
    assert window.windowTitle() != ""
    assert read(window).startswith(pages("ko")[0].title)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        kit.theme.use(scheme)
        run = window.article.document().begin().begin().fragment().charFormat()
        assert run.foreground().color() == kit.theme.colour("text")


def test_the_text_grows_with_the_text_size(kit, window):
    before = window.article.document().begin().begin().fragment().charFormat().font().pixelSize()
    kit.theme.use(text_scale=1.5)
    after = window.article.document().begin().begin().fragment().charFormat().font().pixelSize()
    assert after == round(before * 1.5)


def test_what_is_copied_holds_no_joiners(kit, window):
    kit.language.use("ko")
    window.article.selectAll()
    window.article.copy()
    text = QApplication.clipboard().text()
    assert "\u2060" not in text
    assert pages("ko")[0].title in text


def test_nothing_is_fetched_from_elsewhere(window):
    kind = QTextDocument.ResourceType.ImageResource.value
    assert window.article.loadResource(kind, QUrl("https://example.com/a.png")) is None


def test_steps_are_offered_only_where_they_can_be_shown(qtbot, window):
    assert window.show_button.isVisible()
    window.open_at("import", can_show=False)
    assert not window.show_button.isVisible()
    window.open_at("trash", can_show=True)
    assert not window.show_button.isVisible()
    window.open_at("import", can_show=True)
    with qtbot.waitSignal(window.show_me_asked):
        qtbot.mouseClick(window.show_button, LEFT)
    assert not window.isVisible()
