"""Related people on the page of a contact, its roles, and its ways to be reached."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.shapes.contacts import ContactForm
from app.shapes.relations import RelationForm
from tests.ui.contact_parts import focused, log, press, rows_of, write
from ui.contacts.edits import ContactEdits
from ui.contacts.full_page import FullPage
from ui.contacts.relation_form import RelationDialog
from ui.contacts.relations import RelationSection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def firm(core):
    return core.contacts.add(ContactForm(name="봄날상사", kind="company"))


@pytest.fixture
def full(qtbot, core, kit, bridge, people):
    """The page with the first contact."""
    edits = ContactEdits(kit, core.contacts)
    edits.serve(core.notes, core.interactions)
    full = FullPage(kit, core.contacts, core.notes, core.interactions, core.staff, edits)
    full.follow(bridge)
    full.related = RelationSection(kit, core.relations, core.contacts)
    full.profile.add_mark(full.related.roles)
    full.add_section(full.related)
    qtbot.addWidget(full)
    full.resize(1224, 900)
    full.show_contact(people[0])
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    return full


def dialog_of(qtbot, full):
    qtbot.waitUntil(lambda: full.findChild(RelationDialog) is not None)
    dialog = full.findChild(RelationDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def menu_of(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def choose(qtbot, words):
    menu = menu_of(qtbot)
    action = next(a for a in menu.actions() if a.text().replace("&", "") == words)
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def test_keys_alone_relate_somebody_to_a_company(qtbot, core, full, people, firm):
    press(qtbot, Qt.Key.Key_R)
    dialog = dialog_of(qtbot, full)
    write(qtbot, "봄날")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is dialog.kind)
    assert dialog.kind.currentText() == "Works at"
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "Buyer")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "2024-03-02")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(full.related.lines) == 1)
    (row,) = core.relations.of(people[0])
    assert (row.kind, row.other_id, row.title, row.since) == (
        "works_at", firm, "Buyer", "2024-03-02",
    )  # fmt: skip
    told = full.related.lines[0].accessibleName()
    assert told.startswith("봄날상사, Works at, Buyer · since ")


def test_who_is_not_in_the_book_is_made_in_the_same_form(qtbot, core, full, people):
    press(qtbot, Qt.Key.Key_R)
    dialog = dialog_of(qtbot, full)
    write(qtbot, "Jung Hana")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.new_kind.isVisible)
    dialog.kind.setCurrentText("Parent")
    dialog.role_title.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(full.related.lines) == 1)
    (row,) = core.relations.of(people[0])
    assert (row.other_name, row.kind, row.forward) == ("Jung Hana", "parent", False)
    core.store.undo()
    qtbot.waitUntil(lambda: not full.related.lines)
    assert core.contacts.count() == 3


def test_a_relation_is_given_a_name_of_the_shops_own(qtbot, core, full, people):
    press(qtbot, Qt.Key.Key_R)
    dialog = dialog_of(qtbot, full)
    write(qtbot, "박서준")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is dialog.kind)
    press(qtbot, Qt.Key.Key_End)
    assert dialog.named.isVisible()
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "Teacher")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "Pupil")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(full.related.lines) == 1)
    assert core.relations.of(people[1])[0].named == "Pupil"


def test_a_day_that_is_none_is_told_and_the_form_stays(qtbot, full, firm):
    press(qtbot, Qt.Key.Key_R)
    dialog = dialog_of(qtbot, full)
    write(qtbot, "봄날")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is dialog.kind)
    dialog.since.setFocus()
    write(qtbot, "soon")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem.text() == "This is not a date."


def test_a_line_opens_the_other_ends_and_is_removed(qtbot, core, full, people, firm):
    core.relations.relate(people[0], firm, RelationForm(kind="works_at"))
    qtbot.waitUntil(lambda: len(full.related.lines) == 1)
    full.related.lines[0].setFocus()
    with qtbot.waitSignal(full.related.opened) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == [firm]
    keyboard = QContextMenuEvent.Reason.Keyboard
    asked = QContextMenuEvent(keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(focused(), asked)
    choose(qtbot, "No longer")
    qtbot.waitUntil(lambda: "no longer since" in full.related.lines[0].accessibleName())
    full.activateWindow()  # offscreen, a menu that closes gives nobody the focus
    full.related.lines[0].setFocus()
    qtbot.waitUntil(lambda: focused() is full.related.lines[0])
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not full.related.lines)
    assert focused() is full.related.add_button


def test_roles_are_given_and_ended_from_the_head(qtbot, core, full, people):
    roles = full.related.roles
    roles.button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    menu = menu_of(qtbot)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [p.text() for p in roles.pills] == ["Customer"])
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    core.relations.give_role(people[0], "supplier")
    qtbot.waitUntil(lambda: [p.text() for p in roles.pills] == ["Customer", "Supplier"])
    core.relations.end_role(people[0], "customer")
    qtbot.waitUntil(lambda: [p.text() for p in roles.pills] == ["Supplier"])


def test_the_page_of_a_company_tells_what_happened_with_its_people(qtbot, core, full, people, firm):
    core.relations.relate(people[0], firm, RelationForm(kind="works_at"))
    log(core, people[0], kind="call", body="Asked for lilies")
    full.show_contact(firm)
    model = full.story.timeline.entries
    assert model.rowCount() == 1
    assert "김민지" in model.index(0).data()


def test_a_number_is_marked_wrong_and_another_made_first(qtbot, core, full, people):
    other = core.contacts.add_point(people[0], "phone", "010-0100-7777", "work")
    qtbot.waitUntil(lambda: "Work" in rows_of(full))
    row = rows_of(full)["Work"]
    row.setFocus()
    row.more_button.show()
    row._on_more()
    choose(qtbot, "Make first")
    qtbot.waitUntil(lambda: core.contacts.detail(people[0]).points[0].id == other)
    full.properties.point_retired.emit(other, "wrong_number")
    qtbot.waitUntil(lambda: "Wrong number" in rows_of(full))
    rows_of(full)["Wrong number"]._on_more()
    choose(qtbot, "Valid again")
    qtbot.waitUntil(lambda: "Wrong number" not in rows_of(full))
