"""Days, consent and stage of a contact with the keys of a real X window alone."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.real_keys import RealKeys, in_file
from ui.common.ask import AskDialog
from ui.contacts.consent_dialog import ConsentDialog
from ui.contacts.full_page import FullPage

pytestmark = pytest.mark.x11

BIRTHDAYS = "SELECT birthday, birthday_calendar FROM contact WHERE birthday IS NOT NULL"
CONSENTS = (
    "SELECT channel, state, source, evidence, reconfirm_on FROM consent WHERE deleted_at IS NULL"
)
COLUMN = "SELECT consent_sms FROM contact WHERE consent_sms IS NOT NULL"
STOPPED = "SELECT do_not_contact FROM contact WHERE do_not_contact IS NOT NULL"
STAGES = "SELECT stage, stage_why, stage_by FROM contact WHERE stage IS NOT NULL"


@pytest.fixture
def keys():
    return RealKeys()


@pytest.fixture
def full(qtbot, program, keys):
    """The page of the first contact, opened with its key."""
    window = program.window
    window.activateWindow()
    window.raise_()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == 3)
    qtbot.waitUntil(window.steps.undo_action.isEnabled)
    window.page().table.setFocus()
    keys.press("shift+F10")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    for _ in menu.actions():
        if menu.activeAction() is not None and menu.activeAction().text() == "Open page":
            break
        before = menu.activeAction()
        keys.press("Down")
        qtbot.waitUntil(lambda before=before: menu.activeAction() is not before)
    keys.press("Return")
    qtbot.waitUntil(lambda: isinstance(window.page(), FullPage))
    qtbot.waitUntil(window.page().back_button.hasFocus)
    return window.page()


@pytest.fixture
def walk(qtbot, keys):
    """Goes on with Tab until a widget has the keys."""

    def to(widget):
        for _ in range(80):
            if widget.hasFocus():
                return
            before = QApplication.focusWidget()
            keys.press("Tab")
            qtbot.waitUntil(lambda before=before: QApplication.focusWidget() is not before)
        raise AssertionError(f"{widget} is not reached with Tab")

    return to


def section(full, kind):
    return next(each for each in full._sections if type(each).__name__ == kind)


def test_a_lunar_birthday_is_told_seen_and_taken_back(qtbot, keys, shop, program, full, walk):
    dates = section(full, "DatesSection")
    walk(dates.add_button)
    keys.press("space")
    qtbot.waitUntil(lambda: dates.editor is not None and dates.editor.kind.hasFocus())
    keys.press("Tab", "Right")
    qtbot.waitUntil(lambda: dates.editor.calendar.current == "lunar")
    walk(dates.editor.month)
    keys.press("4", "Tab", "8")
    qtbot.waitUntil(lambda: dates.editor.told.text() == "next: Sunday 24 May 2026")
    keys.press("Return")
    qtbot.waitUntil(lambda: in_file(shop, BIRTHDAYS) == [("--04-08", "lunar")])
    qtbot.waitUntil(lambda: [line.told for line in dates.lines] == ["lunar month 4, day 8"])
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, BIRTHDAYS) == [])
    qtbot.waitUntil(lambda: dates.lines == [])


def test_consent_is_recorded_and_then_nobody_is_to_be_contacted(
    qtbot, keys, shop, program, full, walk
):
    consent = section(full, "ConsentSection")
    walk(consent.add_button)
    keys.press("space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ConsentDialog))
    walk(QApplication.activeWindow().evidence)
    keys.words("Form of May")
    keys.press("Return")
    expected = [("sms", "granted", "spoken", "Form of May", "2028-05-12")]
    qtbot.waitUntil(lambda: in_file(shop, CONSENTS) == expected)
    assert in_file(shop, COLUMN) == ["granted"]
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.waitUntil(consent.add_button.hasFocus)
    walk(consent.stop)
    keys.press("space")
    qtbot.waitUntil(lambda: in_file(shop, STOPPED) == ["2026-05-12"])
    qtbot.waitUntil(full.stopped.isVisible)
    keys.press("ctrl+z")
    qtbot.waitUntil(lambda: in_file(shop, STOPPED) == [])
    qtbot.waitUntil(lambda: not full.stopped.isVisible())


def test_a_stage_is_set_with_a_reason(qtbot, keys, shop, program, full, walk):
    pill = section(full, "StageSection").pill
    walk(pill)
    keys.press("space")
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    keys.press("Down", "Down", "Return")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), AskDialog))
    keys.words("asks every week")
    keys.press("Return")
    expected = [("interested", "asks every week", "hand")]
    qtbot.waitUntil(lambda: in_file(shop, STAGES) == expected)
    qtbot.waitUntil(lambda: pill.text() == "Interested")
