"""What the tests of the window are given: theme, kit, pages, the whole program, real keys."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.shapes.contacts import ContactForm
from tests.ui.real_keys import RealKeys
from ui.common.bridge import ChangeBridge
from ui.common.formats import Formats
from ui.common.jobs import JobRunner
from ui.common.kit import Kit
from ui.common.language import Language
from ui.common.messages import Messages
from ui.common.state import WindowState
from ui.common.theme import Scheme, Theme
from ui.contacts.page import ContactsPage
from ui.program import Program
from ui.shell.main_window import MainWindow

MUCH = 100_000  # objects made since the last time
NAMES = ("김민지", "박서준", "이하은")


@pytest.fixture(autouse=True)
def rubbish_goes_between_tests() -> Iterator[None]:
    """Widgets that only refer to each other go in this thread, when no job is at work."""
    gc.disable()
    yield
    if gc.get_count()[0] > MUCH:
        gc.collect()
    gc.enable()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at a text size of 100 %, in force for the whole application."""
    theme = Theme(qapp)
    theme.use(Scheme.LIGHT, reduced_motion=True)
    yield theme
    theme.use(Scheme.SYSTEM, text_scale=1.0)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.stop()


@pytest.fixture
def kit(qapp: QApplication, theme: Theme, runner: JobRunner, tmp_path, clock) -> Iterator[Kit]:
    """Look and words, in English and light."""
    language = Language(qapp)

    language.use("en")
    yield Kit(
        theme=theme,
        language=language,
        messages=Messages(language),
        formats=Formats(language, clock),
        runner=runner,
        state=WindowState(tmp_path / "window.ini"),
    )
    language.use("en")


@pytest.fixture
def people(core: Core) -> list[int]:
    """Three contacts in the order of their names; returns their ids."""
    return [
        core.contacts.add(ContactForm(name, phone=f"010-0100-000{place}"))
        for place, name in enumerate(NAMES)
    ]


@pytest.fixture
def bridge(qapp: QApplication, core: Core) -> ChangeBridge:
    """Held by the fixture: a QObject with neither parent nor owner dies at once."""
    return ChangeBridge(core.bus)


@pytest.fixture
def page(qtbot: QtBot, core: Core, kit: Kit, bridge: ChangeBridge) -> ContactsPage:
    """The contacts page as somebody sees it."""
    page = ContactsPage(kit, core.contacts, core.segments, core.staff, bridge)
    page.detail.serve(core.notes, core.interactions, core.staff)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    page.show()
    return page


@pytest.fixture
def open_program(
    qapp: QApplication, qtbot: QtBot, shop, clock, tmp_path, monkeypatch
) -> Iterator[Callable[[], Program]]:
    """A call that starts the whole program on the test's shop, in English and light."""
    started: list[Program] = []
    monkeypatch.setenv("LANG", "en_US.UTF-8")  # the window is not made in Korean first

    def start() -> Program:
        state = WindowState(tmp_path / "window.ini")
        state.put_text("look/language", "en")
        state.put_text("start/page", "contacts")
        clock.move(milliseconds=1)  # at one moment two programs may hand out the same ids
        program = Program(qapp, shop, now=clock, state=state)
        program.kit.theme.use(Scheme.LIGHT, reduced_motion=True)
        started.append(program)
        program.start()
        return program

    yield start
    for program in started:
        program.kit.language.use("en")
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        # At once: the next program's style would be put on every widget that is still there.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def program(qtbot: QtBot, people, core: Core, open_program) -> Program:
    """The whole program with three contacts, its shop open and its list shown."""
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open, timeout=30_000)
    program.kit.language.use("en")
    return program


@pytest.fixture
def keys() -> RealKeys:
    """The keyboard and the mouse of the X server."""
    return RealKeys()


@pytest.fixture
def window(qtbot: QtBot, program: Program, people: list[int]) -> MainWindow:
    """The window with the focus of the X server, its list read and the keys on it."""
    window = program.window
    window.activateWindow()
    window.raise_()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.page().model.rowCount() == len(people))
    qtbot.waitUntil(window.steps.undo_action.isEnabled)
    window.page().table.setFocus()
    return window
