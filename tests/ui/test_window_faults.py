"""The window where things go wrong around it: screens, scales, bugs of our own, odd names."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.shapes.contacts import ContactForm
from tests.ui.contact_parts import LONG
from ui.common.state import WindowState
from ui.contacts.new_contact import NewContactDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

START = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea
from ui.common.state import WindowState
from ui.program import Program
from ui.shell.crash import CrashDialog
from ui.waiting import settle, wait_until
application = QApplication(["dangol"])
shop = Path(sys.argv[1])
state = WindowState(shop.with_name("window.ini"))
state.put_text("look/language", "en")
state.put_text("start/page", "contacts")
program = Program(application, shop, now=lambda: datetime(2026, 5, 12, tzinfo=UTC), state=state)
program.start()
wait_until(lambda: program.is_open)
window = program.window
wait_until(lambda: window.page().model.rowCount() > 0)
settle()
"""


def run(code, shop, **environment):
    """Run code after a window of its own has opened on that shop; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", START + code, str(shop)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_an_exception_in_a_slot_shows_a_report_and_the_program_goes_on(core, people, shop):
    core.close()
    told = run(
        """
program.crashes.install()
def broken():
    raise RuntimeError("of a slot")
QTimer.singleShot(0, broken)
wait_until(lambda: window.findChild(CrashDialog) is not None)
dialog = window.findChild(CrashDialog)
print(dialog.isVisible(), "RuntimeError" in dialog.report.toPlainText())
dialog.close_button.click()
page = window.page()
page.search.set_text("0002")
wait_until(lambda: page.model.rowCount() == 1)
print(page.model.index(0, 1).data())
window.close()
program.close()
""",
        shop,
    )
    assert told == ["True True", "이하은"]


CLIPPED = """
def clipped():
    for kind in (QAbstractButton, QLineEdit):
        for control in window.findChildren(kind):
            if not control.isVisible() or isinstance(control.parent(), QScrollArea):
                continue
            least, place, parent = control.minimumSizeHint(), control.geometry(), control.parent()
            small = control.width() < least.width() or control.height() < least.height()
            outside = not parent.rect().contains(place) and control.objectName() != "qt_edit"
            if small or outside:
                yield f"{kind.__name__} {control.accessibleName() or control.text()} {place}"

print(window.devicePixelRatio(), window.grab().width() == window.width() * 2)
for size in ((1440, 900), (1024, 640)):
    window.resize(*size)
    for number in range(len(window._pages)):
        window.open_page(number)
        settle()
        for words in clipped():
            print(size, window.page().title(), words)
window.close()
program.close()
"""


def test_at_two_hundred_percent_every_control_has_its_room(core, people, shop):
    core.contacts.tag(people, "VIP")
    core.contacts.add_note(people[0], "Likes peonies")
    core.close()
    told = run(CLIPPED, shop, QT_SCALE_FACTOR="2")
    assert told == ["2.0 True"]


def test_a_window_kept_on_a_screen_that_is_gone_opens_on_one_that_is_there(
    qtbot, core, people, open_program, tmp_path
):
    core.close()
    far = QWidget()
    qtbot.addWidget(far)
    far.setGeometry(9000, 9000, 1100, 700)
    far.show()
    WindowState(tmp_path / "window.ini").save_window(far)
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open)
    assert is_reachable(program.window)


def test_a_screen_unplugged_brings_the_window_back(qtbot, program):
    window = program.window
    window.move(9000, 9000)
    assert not is_reachable(window)
    application = QGuiApplication.instance()
    application.screenRemoved.emit(application.primaryScreen())
    qtbot.waitUntil(lambda: is_reachable(window))


def is_reachable(window):
    title = window.geometry().adjusted(0, 0, 0, 24 - window.height())
    return any(screen.geometry().intersects(title) for screen in QGuiApplication.screens())


@pytest.mark.parametrize(
    "name",
    [
        "가" * 200,
        "W" * 200,
        LONG,
        "محمد بن عبد الله",
        "\u202eقلب\u202c",
        "🌷👩‍👩‍👧‍👦" * 12,
        "a\u0301" * 90,
    ],
)
def test_an_odd_name_stays_inside_list_panel_and_window(qtbot, program, name):
    page = program.window.page()
    contact_id = program.core.contacts.add(ContactForm(name, phone="010-0100-0009"))
    program.core.contacts.tag([contact_id], name[:40])
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.reveal(contact_id)
    qtbot.waitUntil(lambda: page.detail.contact_id == contact_id)
    kept = program.core.contacts.detail(contact_id).name
    assert page.detail.name.text() == kept
    line = page.model.line_of(contact_id)
    assert page.model.index(line, 1).data() == kept
    assert page.detail.width() == 372
    for part in (page.detail.name, page.detail.tags, page.detail.properties):
        left = part.mapTo(page.detail, part.rect().topLeft()).x()
        assert left + part.width() <= page.detail.width()
    program.window.steps.told.emit(name, None)
    assert program.window.toast.width() <= program.window.width()
    found, _more = program.core.contacts.search("0009")
    assert list(found) == [contact_id]


@pytest.mark.parametrize("name", ["   ", "\u3000\u00a0", "\t\n"])
def test_a_name_of_only_spaces_is_refused_with_a_sentence(qtbot, program, name):
    page = program.window.page()
    page.make_new()
    dialog = program.window.findChild(NewContactDialog)
    dialog.name.setText(name)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text() == "A contact needs a name or a phone."
    dialog.reject()


def test_a_cell_typed_over_with_spaces_keeps_its_name_and_says_why(qtbot, program, people):
    page = program.window.page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.model.setData(page.model.index(0, 1), "   ")
    toast = program.window.toast
    qtbot.waitUntil(lambda: toast.text == "A contact needs a name or a phone.")
    qtbot.waitUntil(lambda: page.model.index(0, 1).data() == "김민지")
    for editor in page.table.findChildren(QLineEdit):
        assert editor.text() in ("   ", "")


def test_fifty_tags_stay_inside_list_and_panel(qtbot, program, people):
    tags = tuple(f"tag number {n}" for n in range(50))
    contact_id = program.core.contacts.add(ContactForm("Ann", tags=tags))
    page = program.window.page()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    page.reveal(contact_id)
    qtbot.waitUntil(lambda: page.detail.contact_id == contact_id)
    assert set(program.core.contacts.detail(contact_id).tags) == set(tags)
    line = page.model.line_of(contact_id)
    assert page.table.rowHeight(line) == page.table.rowHeight(0)
    strip = page.detail.tags
    assert strip.mapTo(page.detail, strip.rect().topRight()).x() <= page.detail.width()
    assert strip.height() < page.detail.height() / 2
