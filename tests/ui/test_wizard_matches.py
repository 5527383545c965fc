"""Saved matches in the window, and the undo of an import that tells what stays."""

import shutil
import subprocess

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.settings import LANGUAGE
from tests.ui.wizard_parts import (
    LEFT,
    WAIT,
    counts,
    drop,
    imported,
    plan_of,
    planned,
    result_of,
    targets,
    write_rows,
)
from ui.common.ask import AskDialog
from ui.common.kept import KeptDialog
from ui.exchange.match_menu import MatchMenu
from ui.sample_files import write_shop_list
from ui.welcome.page import WelcomePage

SECTION_9 = {"added": 1204, "updated": 312, "doubtful": 27, "problems": 9}

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def menu_of(qtbot, plan):
    """Open the menu of saved matches by its button."""
    matches = plan.findChild(MatchMenu)
    before = matches.menu
    qtbot.mouseClick(plan.strip.matches_button, LEFT)
    qtbot.waitUntil(lambda: matches.menu not in (None, before), timeout=WAIT)
    qtbot.waitUntil(matches.menu.isVisible)
    return matches.menu


def entry(menu, words):
    return next(action for action in menu.actions() if action.text() == words)


def test_a_match_is_saved_used_renamed_and_removed(qtbot, program, tmp_path):
    # A saved match is a setting: the window then takes the shop's settings, its language too.
    program.core.settings.put(LANGUAGE, "en")
    imports = program.core.imports
    rows = [("이름", "비고란", "휴대폰"), ("가나다", "가가", "010-0177-1111")]
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows))
    plan.columns.target_chosen.emit(plan.columns.rows[1].shown.match, "nickname")
    qtbot.waitUntil(lambda: targets(plan)["비고란"] == "nickname", timeout=WAIT)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    entry(menu_of(qtbot, plan), "Save this match…").trigger()
    dialog = plan.findChild(AskDialog)
    assert dialog.field.text() == "a"
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "Wholesale")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(imports.saved_matches()), timeout=WAIT)
    qtbot.mouseClick(plan.close_button, LEFT)
    other = write_rows(
        tmp_path / "b.csv", ("휴대폰", "비고란", "이름"), ("010-0177-2222", "나나", "라마바")
    )
    plan = planned(qtbot, program, other)
    assert targets(plan)["비고란"] != "nickname"
    entry(menu_of(qtbot, plan), "Wholesale").trigger()
    qtbot.waitUntil(lambda: targets(plan)["비고란"] == "nickname", timeout=WAIT)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    rename = entry(menu_of(qtbot, plan), "Rename").menu()
    entry(rename, "Wholesale").trigger()
    dialog = plan.findChildren(AskDialog)[-1]
    dialog.field.selectAll()
    qtbot.keyClicks(dialog.field, "Shops")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [m.name for m in imports.saved_matches()] == ["Shops"], timeout=WAIT)
    remove = entry(menu_of(qtbot, plan), "Remove").menu()
    entry(remove, "Shops").trigger()
    qtbot.waitUntil(lambda: imports.saved_matches() == [], timeout=WAIT)


def test_an_undo_tells_what_has_changed_since_and_leaves_it(qtbot, program, tmp_path):
    contacts = program.core.contacts
    rows = [("이름", "휴대폰"), ("가나다", "010-0177-1111"), ("라마바", "010-0177-2222")]
    plan = planned(qtbot, program, write_rows(tmp_path / "a.csv", *rows))
    result = imported(qtbot, program, plan)
    changed = contacts.find("가나다").contacts[0].id
    contacts.edit(changed, "company", "한빛")
    qtbot.mouseClick(result.undo_button, LEFT)
    qtbot.waitUntil(lambda: program.window.findChild(KeptDialog) is not None, timeout=WAIT)
    dialog = program.window.findChild(KeptDialog)
    assert any(line.startswith("가나다") for line in dialog.lines)
    assert contacts.count() == 5
    qtbot.mouseClick(dialog.undo_button, LEFT)
    qtbot.waitUntil(lambda: contacts.count() == 4, timeout=WAIT)
    assert contacts.find("라마바").contacts == ()
    assert contacts.find("가나다").contacts[0].id == changed


@pytest.fixture
def hand(qtbot):
    """Real keys and clicks, counted."""

    class Hand:
        used = 0

        def act(self, *words):
            subprocess.run(["xdotool", *map(str, words)], check=True, timeout=30)

        def click(self, widget):
            qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled(), timeout=WAIT)
            at = QPoint()
            while at != (now := widget.mapToGlobal(widget.rect().center())):
                at = now  # until it stays where it is, and what covers it has gone
                qtbot.wait(200)
            qtbot.waitUntil(lambda: QApplication.widgetAt(at) is widget, timeout=WAIT)
            self.act("mousemove", at.x(), at.y(), "click", 1)
            self.used += 1

        def key(self, *names):
            for name in names:
                self.act("key", name)
            self.used += len(names)

    return Hand()


@pytest.mark.x11
@pytest.mark.skipif(shutil.which("xdotool") is None, reason="xdotool presses the keys")
def test_in_a_real_window_from_the_welcome_a_list_comes_in_and_goes_again(
    qtbot, core, open_program, tmp_path, hand
):  # fmt: skip
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open, timeout=30_000)
    program.window.activateWindow()
    program.window.raise_()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.waitUntil(lambda: program.window.findChild(WelcomePage) is not None)
    contacts = program.core.contacts
    hand.click(program.window.findChild(WelcomePage).sample_card.button)
    qtbot.waitUntil(lambda: contacts.count() == 1842, timeout=60_000)
    qtbot.waitUntil(lambda: program.window.findChild(WelcomePage) is None, timeout=WAIT)
    path = tmp_path / "봄날_고객명단_2026.xlsx"
    write_shop_list(path)
    drop(program.window, path)
    hand.used += 1
    plan = plan_of(program)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=60_000)
    assert counts(plan) == SECTION_9
    hand.click(plan.next_button)
    qtbot.waitUntil(plan.check.grid.hasFocus, timeout=WAIT)
    hand.key(*"01001990001", "Return")
    qtbot.waitUntil(lambda: plan.outcome.count_of("problems") == 8, timeout=60_000)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    hand.click(plan.import_button)
    qtbot.waitUntil(lambda: result_of(program) is not None, timeout=60_000)
    assert contacts.count() == 1842 + 1213
    hand.click(result_of(program).undo_button)
    qtbot.waitUntil(lambda: contacts.count() == 1842, timeout=60_000)
    assert hand.used < 25
    assert QApplication.activeWindow() is program.window
