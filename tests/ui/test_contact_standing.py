"""Days of the year, consent and stage on the page of a contact."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.shapes.consents import ConsentForm
from app.shapes.important_dates import DateForm
from app.shapes.interactions import InteractionForm
from tests.ui.contact_parts import focused, press, rows_of, write
from ui.common.widgets.label import Label
from ui.contacts.consent import ConsentSection
from ui.contacts.dates import DatesSection
from ui.contacts.edits import ContactEdits
from ui.contacts.full_page import FullPage
from ui.contacts.stage import StageSection

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def full(qtbot, core, kit, bridge, people):
    """The page with the first contact and the sections that stand for it."""
    edits = ContactEdits(kit, core.contacts)
    edits.serve(core.notes, core.interactions)
    full = FullPage(kit, core.contacts, core.notes, core.interactions, core.staff, edits)
    full.follow(bridge)
    full.consent = ConsentSection(kit, core.consents, core.files)
    full.dates = DatesSection(kit, core.important_dates)
    full.stage = StageSection(kit, core.stages)
    full.profile.add_mark(full.stage.pill)
    full.add_section(full.consent)
    full.add_section(full.dates, right=True)
    full.add_section(full.stage, right=True)
    qtbot.addWidget(full)
    full.resize(1224, 900)
    full.show_contact(people[0])
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    return full


def words_in(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def tab_to(qtbot, widget):
    QApplication.processEvents()  # what was just made is shown now
    for _ in range(60):
        if focused() is widget:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"{widget} is not reached with Tab")


def test_a_lunar_birthday_is_told_by_keyboard_alone(qtbot, full, core, people):
    tab_to(qtbot, full.dates.add_button)
    press(qtbot, Qt.Key.Key_Space)
    editor = full.dates.editor
    assert focused() is editor.kind
    assert editor.kind.currentData() == "birthday"
    assert not editor.label.isVisible()
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Right)
    assert editor.calendar.current == "lunar"
    tab_to(qtbot, editor.month)
    write(qtbot, "4")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "8")
    assert editor.told.text() == "next: Sunday, May 24, 2026"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(full.dates.lines) == 1)
    (line,) = full.dates.lines
    assert (line.away, line.told) == ("in 12 days", "lunar month 4, day 8")
    assert focused() is full.dates.add_button
    assert core.important_dates.of(people[0])[0].lunar
    full._kit.language.use("ko")
    assert full.dates.lines[0].told == "음력 4월 8일"


@pytest.mark.parametrize(
    ("lunar", "year", "month", "day", "words"),
    [
        (False, "", "4", "31", "This month has 30 days."),
        (False, "2023", "2", "29", "This month has 28 days."),
        (True, "", "4", "31", "A lunar month has 29 or 30 days."),
        (False, "", "13", "1", "A year has twelve months."),
        (False, "", "", "8", "The month is missing."),
    ],
)
def test_a_day_that_cannot_be_is_explained_and_not_saved(
    qtbot, full, lunar, year, month, day, words
):
    full.dates.add_asked()
    editor = full.dates.editor
    editor.calendar.choose("lunar" if lunar else "solar")
    for field, text in ((editor.year, year), (editor.month, month), (editor.day, day)):
        field.setFocus()
        write(qtbot, text)
    assert editor.told.text() == words
    assert not editor.save_button.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert full.dates.editor is editor
    press(qtbot, Qt.Key.Key_Escape)
    assert full.dates.editor is None
    assert full.dates.lines == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"month": 2, "day": 29}, "In other years: February 28."),
        ({"month": 4, "day": 30, "lunar": True}, "In years whose month has 29 days: the 29th."),
        (
            {"month": 6, "day": 1, "lunar": True, "leap_month": True},
            "In years without this leap month: the ordinary month.",
        ),
    ],
)
def test_a_day_that_not_every_year_has_says_its_rule(full, core, people, told, words, qtbot):
    core.important_dates.set_birthday(people[0], DateForm(kind="birthday", **told))
    qtbot.waitUntil(lambda: len(full.dates.lines) == 1)
    full.dates.edit(full.dates.lines[0].row)
    assert full.dates.editor.told.text().endswith(words)


def test_an_anniversary_is_added_changed_and_removed(qtbot, full, core, people):
    core.important_dates.set_birthday(people[0], DateForm(kind="birthday", month=5, day=16))
    qtbot.waitUntil(lambda: len(full.dates.lines) == 1)
    assert full.dates.lines[0].away == "Saturday"
    full.dates.add_asked()
    assert full.dates.editor.kind.currentData() == "anniversary"
    full.dates.editor.label.setFocus()
    write(qtbot, "결혼")
    full.dates.editor.month.setFocus()
    write(qtbot, "5")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "13")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [line.away for line in full.dates.lines] == ["Saturday", "Tomorrow"])
    line = full.dates.lines[1].line
    tab_to(qtbot, line)
    press(qtbot, Qt.Key.Key_Return)
    tab_to(qtbot, full.dates.editor.remove_button)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(full.dates.lines) == 1)
    core.store.undo()
    qtbot.waitUntil(lambda: len(full.dates.lines) == 2)


def test_the_lunar_birthday_among_the_fields_has_its_solar_day_in_the_pill(
    qtbot, page, core, people, clock
):
    qtbot.waitUntil(lambda: page.detail.contact_id == people[0])
    clock.move(days=8)  # to 20 May
    core.important_dates.set_birthday(
        people[0], DateForm(kind="birthday", month=4, day=8, lunar=True)
    )
    qtbot.waitUntil(lambda: rows_of(page.detail)["Birthday"].field.shown == "Apr 8 lunar")
    assert rows_of(page.detail)["Birthday"].field.soon == "Sunday"


def test_consent_is_recorded_by_keyboard_with_evidence_and_a_day_to_ask_again(
    qtbot, full, core, people
):
    tab_to(qtbot, full.consent.add_button)
    press(qtbot, Qt.Key.Key_Space)
    dialog = full.consent.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.again.text() == "2028-05-12"
    tab_to(qtbot, dialog.evidence)
    write(qtbot, "Form of 12 May")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(full.consent.lines) == 1)
    row = core.consents.of(people[0])[0]
    assert (row.purpose, row.channel, row.state, row.source, row.evidence, row.reconfirm_on) == (
        "advert", "sms", "granted", "spoken", "Form of 12 May", "2028-05-12",
    )  # fmt: skip
    assert "Ads by text" in words_in(full.consent)
    assert "Agreed today" in words_in(full.consent)
    full.activateWindow()
    qtbot.waitUntil(full.consent.add_button.hasFocus)
    tab_to(qtbot, full.consent.all_button)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any("Form of 12 May" in words for words in words_in(full.consent)))


def test_a_file_from_disk_proves_a_consent_and_becomes_one_of_the_contact(
    qtbot, full, core, people, tmp_path
):
    form = tmp_path / "form of May.png"
    form.write_bytes(b"signed")
    tab_to(qtbot, full.consent.add_button)
    press(qtbot, Qt.Key.Key_Space)
    dialog = full.consent.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    tab_to(qtbot, dialog.choose_button)
    press(qtbot, Qt.Key.Key_Space)
    files = dialog.findChild(QFileDialog)
    qtbot.waitUntil(files.isVisible)
    files.fileSelected.emit(str(form))
    files.reject()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.record_button.hasFocus)
    assert dialog.file.currentText() == "form of May.png"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(full.consent.lines) == 1)
    (kept,) = core.files.of(people[0])
    assert core.consents.of(people[0])[0].attachment_id == kept.id
    assert "form of May.png" in full.consent.lines[0].toolTip()
    assert core.files.copy_to_open(kept.id).read_bytes() == b"signed"
    core.store.undo()
    assert (core.files.of(people[0]), core.consents.of(people[0])) == ([], [])


def test_a_proof_that_cannot_be_kept_is_told_and_nothing_typed_is_lost(
    qtbot, full, core, people, tmp_path
):
    full.consent.add_asked()
    dialog = full.consent.dialog
    dialog.evidence.setText("Form of May")
    dialog.take(tmp_path / "gone.png")
    dialog.accept()
    qtbot.waitUntil(lambda: "gone.png" in dialog.problem.text())
    assert dialog.isVisible()
    assert dialog.evidence.text() == "Form of May"
    assert core.consents.of(people[0]) == []
    (tmp_path / "there.png").write_bytes(b"signed")
    dialog.take(tmp_path / "there.png")
    dialog.accept()
    qtbot.waitUntil(lambda: len(full.consent.lines) == 1)


def test_a_day_to_ask_again_that_is_none_is_explained(qtbot, full):
    full.consent.add_asked()
    dialog = full.consent.dialog
    dialog.again.setText("soon")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text() == "“soon” is not a date."
    dialog.reject()


def test_do_not_contact_is_switched_on_with_a_banner_and_off_again(qtbot, full, core, people):
    assert not full.stopped.isVisible()
    tab_to(qtbot, full.consent.stop)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(full.stopped.isVisible)
    assert full.stopped.note.accessibleName() == "Do not contact. Since: Today"
    assert full.consent.stop.isChecked()
    core.store.undo()
    qtbot.waitUntil(lambda: not full.stopped.isVisible())
    assert not full.consent.stop.isChecked()


def test_the_panel_says_do_not_contact_too(qtbot, page, core, people):
    qtbot.waitUntil(lambda: page.detail.contact_id == people[0])
    core.consents.stop_contact(people[0], stop=True)
    qtbot.waitUntil(page.detail.stopped.isVisible)


def test_the_stage_is_set_by_hand_with_a_reason_and_left_to_the_rules_again(
    qtbot, full, core, people
):
    pill = full.stage.pill
    assert pill.text() == "No stage"
    core.interactions.log(InteractionForm(contact_ids=(people[0],), kind="visit"))
    assert core.stages.decide() == 1
    qtbot.waitUntil(lambda: pill.text() == "First purchase")
    assert pill.toolTip() == "Since today. One visit; last in touch: today."
    tab_to(qtbot, pill)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(full.stage.menu.isVisible)
    entry = next(a for a in full.stage.menu.actions() if a.text() == "Regular")
    full.stage.menu.close()
    entry.trigger()
    dialog = full.stage.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    write(qtbot, "comes every week")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pill.text() == "Regular")
    qtbot.waitUntil(lambda: "comes every week" in words_in(full.stage))
    assert "Set by hand." in words_in(full.stage)
    assert core.stages.decide() == 0
    full.stage._leave()
    qtbot.waitUntil(lambda: pill.text() == "First purchase")
    assert core.history.entries(limit=1)[0].op == "set_stage"


def test_imported_consent_says_where_it_comes_from(qtbot, full, core, people):
    core.contacts.edit(people[0], "consent_email", "denied")
    qtbot.waitUntil(lambda: len(full.consent.lines) == 1)
    assert full.consent.lines[0].toolTip() == "changed by hand"
    core.consents.record(
        people[0], ConsentForm(purpose="advert", channel="email", state="granted", source="online")
    )
    qtbot.waitUntil(lambda: full.consent.lines[0].toolTip() == "online")
    QApplication.processEvents()
