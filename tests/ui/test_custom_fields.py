"""Fields of the shop's own in the window: made, filled, listed, retired; by keys."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import LANGUAGE
from app.shapes.custom_fields import FieldForm, FieldRow
from tests.ui.contact_parts import press
from ui.contacts.custom import CustomSection
from ui.exchange.column_row import FieldsModel
from ui.settings.page import SettingsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ALT = Qt.KeyboardModifier.AltModifier


def popup_of(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


@pytest.fixture
def opened(qtbot, program):
    """The whole program in English, its window in front."""
    window = program.window
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    qtbot.waitUntil(lambda: window.findChild(SettingsPage) is not None)
    program.core.settings.put(LANGUAGE, "en")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return program


@pytest.fixture
def fields(qtbot, opened):
    """The section of the settings."""
    window = opened.window
    settings = window.findChild(SettingsPage)
    section = next(s for s in settings._sections if type(s).__name__ == "FieldsSection")
    window.open_page_of(settings)
    settings.show_section(section)
    return section


@pytest.fixture
def made(opened):
    """One field of each kind that is typed or chosen; their ids."""
    service = opened.core.custom_fields
    forms = {
        "text": FieldForm(kind="text", label_en="Avoid"),
        "number": FieldForm(kind="number", label_en="Points", in_list=True),
        "money": FieldForm(kind="money", label_en="Budget"),
        "date": FieldForm(kind="date", label_en="Wedding"),
        "yes_no": FieldForm(kind="yes_no", label_en="Parks"),
        "choice": FieldForm(kind="choice", label_en="Wrapping", choices=("Kraft", "Silk")),
        "choices": FieldForm(kind="choices", label_en="Likes", choices=("Peony", "Rose")),
        "person": FieldForm(kind="person", label_en="Sent by"),
    }
    return {kind: service.add(form) for kind, form in forms.items()}


def page_of(qtbot, program, contact_id):
    """The section on the contact's own page."""
    shop = program.window.findChild(SettingsPage)  # furnished
    assert shop is not None
    program.window.page().full_asked.emit(contact_id)
    section = program.window.page().findChild(CustomSection)
    qtbot.waitUntil(section.isVisible)
    return section


def content(program, contact_id, field_id):
    rows = program.core.custom_fields.of(contact_id)
    return next((row.content for row in rows if row.field_id == field_id), None)


def test_a_field_is_made_changed_moved_and_retired_by_keys(qtbot, opened, fields):
    core = opened.core
    core.custom_fields.add(FieldForm(kind="text", label_en="Avoid"))
    qtbot.waitUntil(lambda: fields.list.count() == 1)
    fields.new_button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    dialog = fields.dialog
    qtbot.waitUntil(dialog.isVisible)
    dialog.kind.setFocus()
    QTest.keyClicks(dialog.kind, "one")  # one of several
    assert dialog.kind.currentData() == "choice"
    QTest.keyClicks(dialog.english, "Wrapping")
    QTest.keyClicks(dialog.choices.new_name, "Kraft paper")
    QTest.keyClick(dialog.choices.new_name, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.choices.new_name, "Silk")
    QTest.keyClick(dialog.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: fields.list.count() == 2)
    wrapping = core.custom_fields.all()[1]
    assert (wrapping.kind, wrapping.label_en) == ("choice", "Wrapping")
    assert [c.label("en") for c in wrapping.choices] == ["Kraft paper", "Silk"]
    qtbot.waitUntil(fields.list.hasFocus)
    fields.list.setCurrentRow(1)
    QTest.keyClick(fields.list, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: [f.label_en for f in core.custom_fields.all()] == ["Wrapping", "Avoid"])
    qtbot.waitUntil(lambda: fields.list.field().label_en == "Wrapping")
    QTest.keyClick(fields.list, Qt.Key.Key_Return)
    change = fields.dialog
    assert not change.kind.isEnabled()
    change.in_list.setFocus()
    QTest.keyClick(change.in_list, Qt.Key.Key_Space)
    change.choices.list.setCurrentRow(1)
    QTest.keyClick(change.choices.list, Qt.Key.Key_Delete)
    QTest.keyClick(change.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: core.custom_fields.all()[0].in_list)
    assert [c.retired for c in core.custom_fields.all()[0].choices] == [False, True]
    qtbot.waitUntil(lambda: fields.list.field().in_list)
    QTest.keyClick(fields.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [f.label_en for f in core.custom_fields.all()] == ["Avoid"])
    qtbot.waitUntil(fields.all_toggle.isVisible)
    core.history.undo()
    qtbot.waitUntil(lambda: len(core.custom_fields.all()) == 2)


def test_every_kind_is_filled_in_place(qtbot, opened, people, made):
    section = page_of(qtbot, opened, people[0])
    typed = {"text": "Lilies", "number": "2,340", "money": "120,000", "date": "2026-05-16"}
    for kind, text in typed.items():
        row = section.lines[made[kind]]
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
        assert row.is_open, kind
        QTest.keyClicks(row._editor, text)
        QTest.keyClick(row._editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda row=row: row.field.shown != "")
    shown = {kind: section.lines[made[kind]].field.shown for kind in typed}
    assert shown["number"] == "2,340"
    assert shown["money"] == "₩120,000"
    assert shown["date"] == "May 16, 2026"
    for kind, keys in {"yes_no": 0, "choice": 1}.items():
        row = section.lines[made[kind]]
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_F2)
        menu = popup_of(qtbot)
        for _step in range(keys):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda kind=kind: content(opened, people[0], made[kind]) is not None)
    likes = section.lines[made["choices"]]
    QTest.keyClick(likes, Qt.Key.Key_Space)
    menu = popup_of(qtbot)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(content(opened, people[0], made["choices"]) or ()) == 2)
    silk = next(f for f in opened.core.custom_fields.all() if f.id == made["choice"]).choices[1]
    assert content(opened, people[0], made["choice"]) == silk.id
    assert content(opened, people[0], made["yes_no"]) is True
    assert content(opened, people[0], made["number"]) == Decimal(2340)
    assert content(opened, people[0], made["date"]) == date(2026, 5, 16)


def test_a_person_is_found_by_typing_and_chosen_with_enter(qtbot, opened, people, made):
    section = page_of(qtbot, opened, people[0])
    row = section.lines[made["person"]]
    QTest.keyClick(row, Qt.Key.Key_Return)
    dialog = section._person
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClicks(dialog.search._field, "0002")
    qtbot.waitUntil(lambda: dialog.found.count() == 1)
    QTest.keyClick(dialog.search._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: content(opened, people[0], made["person"]) == people[2])
    qtbot.waitUntil(lambda: row.accessibleName() == "Sent by: 이하은")


def test_what_does_not_fit_comes_back_into_the_editor(qtbot, opened, people, made):
    section = page_of(qtbot, opened, people[0])
    row = section.lines[made["number"]]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    QTest.keyClicks(row._editor, "many")
    QTest.keyClick(row._editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row.is_open and row._editor.text() == "many")
    assert content(opened, people[0], made["number"]) is None


def test_a_field_shown_in_the_list_is_a_column_until_it_is_retired(qtbot, opened, people, made):
    core, page = opened.core, opened.window.page()
    core.custom_fields.put(people[:1], made["number"], Decimal(7))
    key = f"custom:{made['number']}"
    qtbot.waitUntil(lambda: key in page.model.layout.offered())
    page._pane.choose_columns((*page.model.layout.chosen, key))
    place = page.model.number_of(key)
    assert page.model.headerData(place, Qt.Orientation.Horizontal) == "Points"
    qtbot.waitUntil(lambda: page.model.index(0, place).data() == "7")
    assert page.model.index(1, place).data() == ""
    core.custom_fields.put(people[:2], made["number"], Decimal("8.5"))
    qtbot.waitUntil(lambda: page.model.index(1, place).data() == "8.5")
    core.custom_fields.retire(made["number"])
    qtbot.waitUntil(lambda: page.model.number_of(key) is None)
    core.history.undo()
    qtbot.waitUntil(lambda: page.model.number_of(key) == place)


def test_the_plan_of_an_import_offers_own_fields_and_to_make_one(kit):
    model = FieldsModel(kit)
    points = FieldRow(7, "number", "포인트", "Points", in_list=True, retired=False, choices=())
    model.offer((points,))
    words = {model.index(n, 0).data(): n for n in range(model.rowCount())}
    assert words["Points"] == model.place_of("custom:7")
    assert words["New field"] == model.place_of("custom:new")
    made = model.place_of("custom:new:money")
    assert model.index(made, 0).data() == "New field (money)"
