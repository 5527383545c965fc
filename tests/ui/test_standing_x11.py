"""Days, consent and stage of a contact with the keys of a real X window alone."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.real_keys import front, in_file, tab_to
from tests.ui.real_walks import name_file, open_page
from ui.common.ask import AskDialog
from ui.contacts.consent_dialog import ConsentDialog

pytestmark = pytest.mark.x11

BIRTHDAYS = "SELECT birthday, birthday_calendar FROM contact WHERE birthday IS NOT NULL"
CONSENTS = (
    "SELECT channel, state, source, evidence, reconfirm_on FROM consent WHERE deleted_at IS NULL"
)
PROOFS = (
    "SELECT a.file_name FROM consent c JOIN attachment a ON a.id = c.attachment_id"
    " WHERE c.deleted_at IS NULL AND a.deleted_at IS NULL"
)
COLUMN = "SELECT consent_sms FROM contact WHERE consent_sms IS NOT NULL"
STOPPED = "SELECT do_not_contact FROM contact WHERE do_not_contact IS NOT NULL"
STAGES = "SELECT stage, stage_why, stage_by FROM contact WHERE stage IS NOT NULL"


@pytest.fixture
def full(qtbot, keys, window):
    """The page of the first contact, opened with its key."""
    return open_page(qtbot, keys, window)


def section(full, kind):
    return next(each for each in full._sections if type(each).__name__ == kind)


def test_a_lunar_birthday_is_told_seen_and_taken_back(qtbot, keys, shop, program, full):
    dates = section(full, "DatesSection")
    tab_to(qtbot, keys, dates.add_button)
    keys.press("space")
    qtbot.waitUntil(lambda: dates.editor is not None and dates.editor.kind.hasFocus())
    keys.press("Tab", "Right")
    qtbot.waitUntil(lambda: dates.editor.calendar.current == "lunar")
    tab_to(qtbot, keys, dates.editor.month)
    keys.press("4", "Tab", "8")
    qtbot.waitUntil(lambda: dates.editor.told.text() == "next: Sunday, May 24, 2026")
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, BIRTHDAYS) == [("--04-08", "lunar")])
    qtbot.waitUntil(lambda: [line.told for line in dates.lines] == ["lunar month 4, day 8"])
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, BIRTHDAYS) == [])
    qtbot.waitUntil(lambda: dates.lines == [])


def test_consent_is_recorded_and_then_nobody_is_to_be_contacted(qtbot, keys, shop, program, full):
    consent = section(full, "ConsentSection")
    tab_to(qtbot, keys, consent.add_button)
    keys.press("space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ConsentDialog))
    tab_to(qtbot, keys, QApplication.activeWindow().evidence)
    keys.words("Form of May")
    keys.press("Return")
    expected = [("sms", "granted", "spoken", "Form of May", "2028-05-12")]
    qtbot.waitUntil(lambda: in_file(shop, CONSENTS) == expected)
    assert in_file(shop, COLUMN) == ["granted"]
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.waitUntil(consent.add_button.hasFocus)
    tab_to(qtbot, keys, consent.stop)
    keys.press("space")
    qtbot.waitUntil(lambda: in_file(shop, STOPPED) == ["2026-05-12"])
    qtbot.waitUntil(full.stopped.isVisible)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, STOPPED) == [])
    qtbot.waitUntil(lambda: not full.stopped.isVisible())


def test_a_file_from_disk_proves_a_consent(qtbot, keys, shop, program, full, tmp_path):
    form = tmp_path / "form of May.txt"
    form.write_text("signed")
    consent = section(full, "ConsentSection")
    tab_to(qtbot, keys, consent.add_button)
    keys.press("space")
    dialog = front(qtbot, ConsentDialog)
    tab_to(qtbot, keys, dialog.choose_button)
    keys.press("space")
    name_file(qtbot, keys, form)
    front(qtbot, ConsentDialog)
    qtbot.waitUntil(lambda: dialog.file.currentText() == "form of May.txt")
    qtbot.waitUntil(dialog.record_button.hasFocus)
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, PROOFS) == ["form of May.txt"])
    qtbot.waitUntil(
        lambda: ["form of May.txt" in line.toolTip() for line in consent.lines] == [True]
    )
    qtbot.waitUntil(program.window.isActiveWindow)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, CONSENTS) == in_file(shop, PROOFS) == [])


def test_a_stage_is_set_with_a_reason(qtbot, keys, shop, program, full):
    pill = section(full, "StageSection").pill
    tab_to(qtbot, keys, pill)
    keys.press("space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    keys.press("Down", "Down", "Return")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), AskDialog))
    keys.words("asks every week")
    keys.press("Return")
    expected = [("interested", "asks every week", "hand")]
    qtbot.waitUntil(lambda: in_file(shop, STAGES) == expected)
    qtbot.waitUntil(lambda: pill.text() == "Interested")
