"""The settings: each takes effect at once, is kept, and can be taken back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import open_core
from app.settings import COUNTRY, CURRENCY, LANGUAGE, LETTER_KEYS, SHOP_NAME, TEXT_SIZE, THEME
from ui.common.letter_keys import use_letters
from ui.common.widgets.button import Button
from ui.common.widgets.nav_item import NavItem
from ui.common.widgets.toggle import Toggle
from ui.contacts.new_contact import NewContactDialog
from ui.program import Program
from ui.settings.page import SettingsPage
from ui.settings.restore_dialog import RestoreDialog
from ui.settings.section import ChoiceBox
from ui.shell.about import AboutDialog
from ui.shell.keys import KeyList

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settings(qtbot: QtBot, program: Program) -> Iterator[SettingsPage]:
    """The settings of the whole program, opened by their key."""
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: program.window.page().model.rowCount() == 3)
    program.core.settings.put(LANGUAGE, "en")  # it would follow the system's
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    page = window.page()
    assert isinstance(page, SettingsPage)
    yield page
    use_letters(on=True)


def segment(choice: QWidget, words: str) -> QWidget:
    """The part of a row of segments that says so."""
    return next(s for s in choice.children() if isinstance(s, QWidget) and s.text() == words)


def test_a_theme_holds_at_once_and_the_toast_takes_it_back(qtbot, program, settings):
    dark = segment(settings.general.scheme, "Dark")
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.kit.theme.dark)
    assert program.core.settings.get(THEME) == "dark"
    toast, steps = program.window.toast, program.window.steps

    def told() -> object:  # of the theme: the language was set just before, too
        asked = steps._latest.asked
        return asked and asked.facts["key"] == "theme"

    qtbot.waitUntil(lambda: told() and toast.isVisible() and toast.text == "Theme changed to dark")
    toast._on_undo_clicked()
    qtbot.waitUntil(lambda: not program.kit.theme.dark)
    qtbot.waitUntil(lambda: settings.general.scheme.current == "system")


def test_arrow_keys_choose_the_language_and_every_word_follows(qtbot, program, settings):
    choice = settings.general.language
    qtbot.waitUntil(lambda: choice.current == "en")
    segment(choice, "English").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: program.kit.language.code == "ko")
    assert program.core.settings.get(LANGUAGE) == "ko"
    qtbot.waitUntil(lambda: program.window.nav.search.accessibleName() == "검색 또는 이동")


def test_the_text_grows(qtbot, program, settings):
    qtbot.mouseClick(segment(settings.general.text_size, "125 %"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.kit.theme.text_scale == 1.25)
    assert program.core.settings.get(TEXT_SIZE) == 1250


def test_the_name_of_the_shop_is_kept_on_enter_and_escape_brings_it_back(qtbot, program, settings):
    settings.show_section(settings.shop)
    name = settings.shop.name
    name.setFocus()
    qtbot.keyClicks(name, "Bomnal")
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert name.text() == ""
    qtbot.keyClicks(name, "Spring flowers ")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Spring flowers – Dangol")
    assert program.core.settings.get(SHOP_NAME) == "Spring flowers"
    assert program.window.nav.brand.text() == "Spring flowers"


def test_leaving_a_field_keeps_what_was_typed(qtbot, program, settings):
    settings.show_section(settings.shop)
    name = settings.shop.name
    name.setFocus()
    qtbot.keyClicks(name, "Bomnal")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: program.core.settings.get(SHOP_NAME) == "Bomnal")


def test_country_and_currency_are_chosen_from_lists(qtbot, program, settings):
    settings.show_section(settings.shop)
    shop = settings.shop
    pick(shop.country, "United States")
    qtbot.waitUntil(lambda: program.core.settings.get(COUNTRY) == "US")
    assert program.core.store.country == "US"
    pick(shop.currency, "USD ($)")
    qtbot.waitUntil(lambda: program.core.settings.get(CURRENCY) == "USD")


def pick(box: ChoiceBox, words: str) -> None:
    """Choose an entry as a person does, by its first letters."""
    place = box.findText(words)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_a_country_nobody_offered_is_shown_as_it_is(qtbot, program, settings):
    program.core.settings.put(COUNTRY, "BR")
    settings.show_section(settings.shop)
    assert settings.shop.country.currentText() == "BR"


def test_the_wheel_scrolls_past_a_list_without_changing_it(program, settings):
    settings.show_section(settings.shop)
    box = settings.shop.country
    before = box.currentData()
    spot = QPointF(box.rect().center())
    event = QWheelEvent(
        spot, box.mapToGlobal(spot), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentData() == before


def test_somebody_new_is_added_and_the_owner_gets_a_name(qtbot, program, settings):
    nav = program.window.nav
    qtbot.mouseClick(nav.me, Qt.MouseButton.LeftButton)
    staff = settings.shop.staff
    owner = staff.rows[0].name
    assert settings.section() is settings.shop
    assert owner.hasFocus()
    owner.insert("이서연")
    qtbot.keyClick(owner, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: nav.me.accessibleName() == "이서연, Owner")
    staff.new_name.setFocus()
    staff.new_name.insert("박준호")
    qtbot.keyClick(staff.new_name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.name.text() for row in staff.rows] == ["이서연", "박준호"])
    assert [row.role.text() for row in staff.rows] == ["Owner, at the desk now", "Staff"]
    assert [person.name for person in program.core.staff.all()] == ["이서연", "박준호"]


def test_a_name_taken_away_comes_back(qtbot, program, settings):
    program.core.staff.rename(program.core.staff.present_id, "이서연")
    settings.show_section(settings.shop)
    field = settings.shop.staff.rows[0].name
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "이서연"


def test_letters_switched_off_do_nothing_anywhere_and_stay_off(
    qtbot, program, settings, open_program
):
    window = program.window
    settings.show_section(settings.shortcuts)
    qtbot.mouseClick(settings.shortcuts.letters, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not program.core.settings.get(LETTER_KEYS))
    qtbot.waitUntil(lambda: not any(shortcut.isEnabled() for shortcut in window._letters))

    def letters_listed() -> list[str]:
        shown = settings.shortcuts.findChildren(KeyList)[-1].rows
        return [key for _words, keys in shown for key in keys if len(key) == 1]

    qtbot.waitUntil(lambda: not letters_listed())
    window.open_page(1)
    table = window.page().table
    table.setFocus()
    for target in (table, window):
        qtbot.keyClick(target, Qt.Key.Key_N)
        qtbot.keyClick(target, Qt.Key.Key_Slash)
    assert window.findChild(NewContactDialog) is None
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_N, CONTROL)
    dialog = window.findChild(NewContactDialog)
    assert dialog is not None
    dialog.reject()
    window.close()
    use_letters(on=True)
    again = open_program()
    qtbot.waitUntil(lambda: again.is_open)
    assert not any(shortcut.isEnabled() for shortcut in again.window._letters)


def test_a_letter_in_hangul_counts_for_the_window_too(qtbot, program, settings):
    program.window.open_page(1)
    button = program.window.nav.search
    button.setFocus()
    plain = Qt.KeyboardModifier.NoModifier
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, plain, "ㅜ")
    QApplication.sendEvent(button, key)
    dialog = program.window.findChild(NewContactDialog)
    assert dialog is not None
    dialog.reject()


def test_the_list_of_keys_names_the_pages(settings):
    settings.show_section(settings.shortcuts)
    text = {label.text() for label in settings.shortcuts.findChildren(QWidget) if has_text(label)}
    assert {"Settings", "Ctrl+,", "Contacts", "Ctrl+2", "F6", "N"} <= text


def has_text(widget: QWidget) -> bool:
    return hasattr(widget, "text") and isinstance(widget.text(), str)


def test_back_up_now_adds_a_backup_that_is_proved(qtbot, program, settings):
    backups = settings.backups
    settings.show_section(backups)
    assert not backups.rows
    qtbot.mouseClick(backups.backup_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [row.proof.text() for row in backups.rows] == ["Verified"])
    assert backups.rows[0].made.endswith("AM")
    assert not backups.backup_button.busy
    assert "Backed up to" in program.window.toast.text


def test_a_damaged_backup_is_named_and_cannot_be_restored(qtbot, program, settings):
    backup = program.core.care.back_up()
    backup.write_bytes(backup.read_bytes()[:6000] + b"x" * 9000)
    settings.show_section(settings.backups)
    qtbot.waitUntil(lambda: len(settings.backups.rows) == 1)
    row = settings.backups.rows[0]
    qtbot.waitUntil(lambda: row.proof.text() == "Damaged")
    assert not row.button.isEnabled()


def test_many_backups_are_shown_when_asked_for(qtbot, program, settings, clock):
    for _ in range(9):
        program.core.care.back_up()
        clock.move(minutes=1)
    backups = settings.backups
    settings.show_section(backups)
    qtbot.waitUntil(lambda: len(backups.rows) == 7)
    assert backups.rows[0].backup.made > backups.rows[6].backup.made
    qtbot.mouseClick(backups.all_button, Qt.MouseButton.LeftButton)
    assert len(backups.rows) == 9
    assert backups.rows[7].button.hasFocus()


def restore_first(qtbot: QtBot, program: Program, settings: SettingsPage) -> RestoreDialog:
    """Ask to restore the newest backup by the menu of the shop and the button of its row."""
    program.window.menus.restore_action.trigger()
    backups = settings.backups
    qtbot.waitUntil(lambda: bool(backups.rows))
    qtbot.mouseClick(backups.rows[0].button, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(RestoreDialog)
    assert dialog is not None
    return dialog


def test_restoring_saves_what_is_there_and_opens_the_shop_as_it_was(
    qtbot, program, settings, people, shop
):
    program.core.care.back_up()
    program.core.contacts.trash(people[:2])
    dialog = restore_first(qtbot, program, settings)
    assert "saved as a backup first" in dialog.text.text()
    old = program.core
    with qtbot.waitSignal(program.opened, timeout=20_000):
        qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert program.core is not old
    assert program.core.contacts.count() == 3
    assert "is in place" in program.window.toast.text
    before = next(b for b in program.core.care.backups() if b.why == "before-restore")
    with closing(sqlite3.connect(before.path)) as look:
        kept = look.execute("SELECT count(*) FROM contact WHERE deleted_at IS NULL").fetchone()
    assert kept == (1,)


def test_after_a_restore_every_entry_of_the_menus_acts_once(qtbot, program, settings):
    program.core.care.back_up()
    dialog = restore_first(qtbot, program, settings)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    window = program.window
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    before = len(program.core.care.backups())
    window.menus.backup_action.trigger()
    qtbot.waitUntil(lambda: window.toast.text.startswith("Backed up"))
    program.kit.runner.stop()  # a second one would be under way
    assert len(program.core.care.backups()) == before + 1
    window.menus.settings_action.trigger()
    assert isinstance(window.page(), SettingsPage)
    assert window.page() is not settings
    window.menus.palette_action.trigger()
    assert program.palette.isVisible()
    qtbot.keyClick(program.palette.field, Qt.Key.Key_Escape)
    program.core.contacts.edit(program.core.contacts.search("김민지")[0][0], "name", "김지민")
    qtbot.waitUntil(window.steps.undo_action.isEnabled)


def test_enter_does_not_restore_and_escape_keeps_what_is_there(qtbot, program, settings):
    program.core.care.back_up()
    core = program.core
    dialog = restore_first(qtbot, program, settings)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert program.core is core
    assert program.window.page() is settings


def test_a_file_that_is_no_backup_leaves_the_shop_as_it_was(qtbot, program, settings, tmp_path):
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE recipe (name TEXT)")
    with qtbot.waitSignal(program.opened, timeout=20_000):
        settings.backups.restore_asked.emit(other)
    assert program.core.contacts.count() == 3
    assert "not a Dangol file" in program.window.toast.text


class Opened(QObject):
    """Stands where the system's file manager would."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.folders.append(Path(url.toLocalFile()))


def test_the_folder_of_the_file_opens_in_the_system(qtbot, program, settings, shop):
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "show")
    try:
        settings.show_section(settings.backups)
        qtbot.mouseClick(settings.backups.open_button, Qt.MouseButton.LeftButton)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.folders == [shop.parent]


def test_while_another_program_writes_a_setting_is_refused_in_words_and_shown_as_it_was(
    qtbot, program, settings, shop
):
    with closing(sqlite3.connect(shop, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        qtbot.mouseClick(segment(settings.general.scheme, "Dark"), Qt.MouseButton.LeftButton)
        assert settings.general.scheme.current == "dark"
        toast = program.window.toast
        qtbot.waitUntil(lambda: "Another program is writing" in toast.text, timeout=20_000)
        assert settings.general.scheme.current == "system"
        other.execute("ROLLBACK")
    assert not program.kit.theme.dark


def test_every_control_can_be_reached_by_tab_and_says_its_name(qtbot, settings):
    kinds = (QLineEdit, QComboBox, Button, Toggle, NavItem, QToolButton)
    for section in settings._sections:
        settings.show_section(section)
        QApplication.processEvents()
        for control in section.findChildren(QWidget):
            if isinstance(control, kinds) and control.isVisible():
                named = control.accessibleName() or getattr(control, "text", str)()
                assert named.strip(), control
                assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, named


def test_about_is_reached_from_the_settings(qtbot, program, settings):
    qtbot.mouseClick(settings.about_item, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(AboutDialog)
    assert dialog is not None
    packages, words = dialog.licences.packages, dialog.licences.words
    packages.setFocus()
    qtbot.keyClicks(packages, "pyside6")
    assert "LGPL" in packages.currentText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in words.toPlainText()
    dialog.reject()


def test_the_navigation_shows_settings_at_its_foot(qtbot, program, settings):
    nav = program.window.nav
    items = [item for item in nav.findChildren(NavItem) if item.isVisible()]
    names = [item.text() for item in items]
    assert names[:2] == ["Home", "Contacts"]
    assert names[-2:] == ["Notices", "Settings"]
    assert items[-1].isChecked()
    assert items[-1].mapTo(nav, QPoint(0, 0)).y() > nav.height() - 120


def test_up_and_down_go_through_the_sections(qtbot, settings):
    first = settings._items.button(0)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert settings.section() is settings.shop
    walked = []
    while settings.section() is not settings.backups and len(walked) < 9:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        walked.append(type(settings.section()).__name__)
    assert walked == [
        "SellingSection", "RemindersSection", "WatchedSection", "FieldsSection", "TagsSection",
        "TouchSettings", "BackupsSection",
    ]  # fmt: skip
    for _section in walked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert settings.section() is settings.shop


def test_backups_say_why_they_were_made(core, clock):
    plain = core.care.back_up()
    clock.move(minutes=1)
    plain.rename(plain.with_name("shop-mine.dangol-backup.db"))
    made = core.care.back_up()
    name = made.name.replace(".backup.dangol", "-before-restore-2.backup.dangol")
    made.rename(made.with_name(name))
    assert {backup.why for backup in core.care.backups()} == {"", "before-restore"}
    known = next(backup for backup in core.care.backups() if backup.why)
    assert known.made == clock.now.replace(microsecond=0)


def test_a_shop_remembers_the_letters(shop, clock):
    core = open_core(shop, now=clock)
    assert core.settings.get(LETTER_KEYS) is True
    core.settings.put(LETTER_KEYS, False)
    assert core.settings.get(LETTER_KEYS) is False
    core.close()
