"""What of the window is timed, each in a process of its own.

python -m tests.bench.window_tasks TASK PATH...: prints one JSON object. What starts a program is
timed from before its process was made: the caller puts that moment into the environment.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from app.bootstrap import Core
    from ui.contacts.page import ContactsPage
    from ui.program import Program

Report = dict[str, Any]
BEGAN = "DANGOL_BENCH_BEGAN"  # seconds since the epoch, set by the caller
PATIENCE = 30.0  # s
ROUNDS = 9
ENTRIES = 5_000  # of the fullest timeline
LETTERS = "김이박ㄱㅁmj07"


def bare_window() -> Report:
    """Show an empty window: what Qt and the interpreter cost by themselves."""
    return _first_paint_of_bare()


def bare_orm_window() -> Report:
    """Import SQLAlchemy's ORM, then show an empty window."""
    import sqlalchemy.orm  # noqa: F401 - its import is what is timed

    return _first_paint_of_bare()


def first_paint(shop: Path) -> Report:
    """Start Dangol: to its first picture, to a filled list, and on to all that is behind it."""
    _application()
    watch = FilledList(QApplication.instance())
    program, painted = _started(shop)
    _until(lambda: watch.seconds)
    memory = resident()
    _until(lambda: program.is_open)
    opened = time.time() - float(os.environ[BEGAN])
    _end(program)
    return {
        "seconds": painted, "filled": watch.seconds, "cpu": watch.worked, "opened": opened,
        "memory": memory,
    }  # fmt: skip


def long_list(shop: Path) -> Report:
    """Sort a filled list by another column, jump to its end and back, read it anew; ms."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    _application()
    program, _painted = _started(shop)
    page = _page(program)
    _until(lambda: page.model.rowCount() > 0)
    _rest()
    table, last = page.table, page.model.rowCount() - 1
    table.setFocus()
    header = table.horizontalHeader()
    jumps = _times(
        table.viewport(),
        lambda n: QTest.keyClick(table, Qt.Key.Key_End if n % 2 == 0 else Qt.Key.Key_Home),
        lambda: table.currentIndex().row() in (0, last),
    )
    columns = [_sortable(page, key) for key in ("last_contact_at", "name")]
    sorts = _times(
        table.viewport(),
        lambda n: header.setSortIndicator(columns[n % 2], _rising()),
        lambda: True,
    )
    opens = _times(table.viewport(), lambda _n: page.reload(), lambda: True)
    memory = resident()
    rows = last + 1
    _end(program)
    return {"jump": jumps, "sort": sorts, "open": opens, "memory": memory, "rows": rows}


def typed_letter(shop: Path) -> Report:
    """Type letters into the search, to the list as it is painted then; ms."""
    _application()
    program, _painted = _started(shop)
    page = _page(program)
    _until(lambda: page.model.rowCount() > 0)
    _rest()
    watch = Watch(page.table.viewport())
    resets: list[int] = []
    page.model.modelReset.connect(lambda: resets.append(watch.paints))
    took = []
    for letter in LETTERS * 2:
        page.search.set_text("")
        _until(lambda: page.model.is_whole)
        _rest()
        page.search.setFocus()
        resets.clear()
        began = time.perf_counter()
        _type(page.search.focusProxy() or page.search, letter)
        _until(lambda: bool(resets) and watch.paints > resets[0])
        took.append((time.perf_counter() - began) * 1000)
    _end(program)
    return {"letter": median(took[len(LETTERS) :]), "slowest": max(took[len(LETTERS) :])}


def one_contact(shop: Path) -> Report:
    """Go from contact to contact in the list, to the panel filled and painted; ms."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    _application()
    program, _painted = _started(shop)
    page = _page(program)
    _until(lambda: page.model.rowCount() > 0)
    _rest()
    page.table.setFocus()

    def is_shown() -> bool:
        return page.detail.contact_id == page.selected_id()

    panels = _times(page.detail, lambda _n: QTest.keyClick(page.table, Qt.Key.Key_Down), is_shown)
    _end(program)
    return {"panel": panels}


def full_page(shop: Path) -> Report:
    """Open the page of the contact with the fullest timeline and close it again; ms."""
    from ui.contacts.full_page import FullPage

    _application()
    program, _painted = _started(shop)
    page = _page(program)
    _until(lambda: page.model.rowCount() > 0)
    full = program.window.findChild(FullPage)
    if full is None or program.core is None:
        raise TypeError
    contact_id = _first(program.core)
    took = []
    for _round in range(ROUNDS):
        _rest()
        watch = Watch(full.story)
        began = time.perf_counter()
        page.full_asked.emit(contact_id)
        _until(lambda: full.isVisible() and full.story.timeline.model().rowCount() > 0)
        _painted_again(watch, 0)
        took.append((time.perf_counter() - began) * 1000)
        full.closed.emit()
    _end(program)
    return {"page": median(took)}


def make_small(shop: Path) -> Report:
    """Make a shop of a few contacts."""
    from app.bootstrap import open_core
    from app.shapes.contacts import ContactForm

    core = open_core(shop)
    for number in range(3):
        core.contacts.add(ContactForm(f"김민지{number}", phone=f"010-0100-000{number}"))
    core.close()
    return {"contacts": 3}


def make_busy_contact(shop: Path) -> Report:
    """Give the first contact of the list a long life."""
    from app.bootstrap import open_core
    from app.shapes.interactions import InteractionForm

    core = open_core(shop)
    contact_id = _first(core)
    if len(core.contacts.detail(contact_id).points) < 1:
        raise SystemExit("The first contact has no phone.")
    now, r = datetime.now(UTC), random.Random(5)
    for number in range(ENTRIES):
        when = now - timedelta(hours=7 * number)
        if number % 5:
            kind = r.choice(("call", "visit", "text"))
            core.interactions.log(
                InteractionForm(contact_ids=(contact_id,), kind=kind, body="예약", happened_at=when)
            )
        else:
            core.contacts.add_note(contact_id, f"메모 {number}")
    core.close()
    return {"entries": ENTRIES}


class Watch(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.paints = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.paints += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class FilledList(QObject):
    """Notes down when a list with rows in it was painted first."""

    def __init__(self, application: QObject | None) -> None:
        super().__init__(application)
        self.seconds = self.worked = 0.0
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint and not self.seconds:
            table = watched.parent()
            if isinstance(table, QTableView) and table.model().rowCount() > 0:
                self.seconds = time.time() - float(os.environ[BEGAN])
                self.worked = time.process_time()
        return super().eventFilter(watched, event)


def resident() -> float:
    """Return how much memory is in use now, in MB; the most there was where that is unknown."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        from tests.bench.tasks import peak

        return peak()
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _application() -> None:
    QApplication.instance() or QApplication([])


def _started(shop: Path) -> tuple["Program", float]:
    """Start as `ui.main` does; return the program and the seconds from the process's beginning
    to the first picture."""
    from ui.common.state import WindowState
    from ui.main import first_picture

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError
    state = WindowState(shop.parent / "window.ini")
    state.put_text("start/page", "contacts")
    window = first_picture(state)
    painted = time.time() - float(os.environ[BEGAN])
    from ui.program import Program

    program = Program(application, shop, state=state, window=window)
    program.start()
    return program, painted


def _page(program: "Program") -> "ContactsPage":
    from ui.contacts.page import ContactsPage

    _until(lambda: program.is_open)
    page = program.window.page()
    if not isinstance(page, ContactsPage):
        raise TypeError
    return page


def _first_paint_of_bare() -> Report:
    application = QApplication.instance() or QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    watch = Watch(window)
    window.show()
    _until(lambda: watch.paints > 0)
    took, worked = time.time() - float(os.environ[BEGAN]), time.process_time()
    memory = resident()
    window.close()
    del application
    return {"seconds": took, "cpu": worked, "memory": memory}


def _times(seen: QWidget, act: Callable[[int], object], is_done: Callable[[], bool]) -> float:
    """Return the median of several runs, from the act to the repainted widget; ms."""
    watch = Watch(seen)
    took = []
    for number in range(ROUNDS):
        _rest()
        before = watch.paints
        began = time.perf_counter()
        act(number)
        _painted_again(watch, before)
        _until(is_done)
        took.append((time.perf_counter() - began) * 1000)
    return median(took)


def _painted_again(watch: Watch, before: int | None = None) -> None:
    """Wait until there are more pictures than before, or than now."""
    seen = watch.paints if before is None else before
    _until(lambda: watch.paints > seen)


def _until(is_done: Callable[[], object]) -> None:
    late = time.monotonic() + PATIENCE
    while not is_done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if time.monotonic() > late:
            raise SystemExit("It took too long.")


def _rest() -> None:
    """Let everything that is under way come to its end."""
    from ui.waiting import settle

    settle(250)


def _type(field: QWidget, letter: str) -> None:
    """Press a key; QTest knows none of Hangul."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent

    pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(field, pressed)


def _rising() -> "Qt.SortOrder":
    from PySide6.QtCore import Qt

    return Qt.SortOrder.AscendingOrder


def _sortable(page: "ContactsPage", key: str) -> int:
    """Return the column that is sorted by that key."""
    return next(n for n, column in enumerate(page.model.columns) if column.sort == key)


def _end(program: "Program") -> None:
    program.window.close()
    program.close()


def _first(core: "Core") -> int:
    return core.contacts.page("name", descending=False, offset=0, limit=1)[0].id


TASKS: dict[str, Callable[..., Report]] = {
    "bare_window": bare_window, "bare_orm_window": bare_orm_window, "first_paint": first_paint,
    "long_list": long_list, "typed_letter": typed_letter, "one_contact": one_contact,
    "full_page": full_page, "make_busy_contact": make_busy_contact, "make_small": make_small,
}  # fmt: skip


def main() -> None:
    name, *given = sys.argv[1:]
    print(json.dumps(TASKS[name](*map(Path, given))))


if __name__ == "__main__":
    main()
