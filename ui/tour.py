"""Pictures of every screen with the sample shop: light and dark, Korean and English."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication

from app.jobs import Ticket
from app.settings import TIME_ZONE
from ui.calendar_stops import CalendarStops
from ui.camera import Camera
from ui.common.state import WindowState
from ui.common.theme import Scheme
from ui.exchange.result import ResultPage
from ui.home_stops import HomeStops
from ui.keeping_stops import keeping
from ui.mending_stops import mending
from ui.password_stops import password
from ui.people_stops import PeopleStops
from ui.pipeline_stops import PipelineStops
from ui.plan_stops import PlanStops
from ui.program import Program
from ui.report_stops import ReportStops
from ui.sales_stops import SalesStops
from ui.sample_files import write_shop_list
from ui.sample_past import live_a_morning
from ui.shell.opening import WaitingPage
from ui.stops import Stops
from ui.tasks_stops import TaskStops
from ui.waiting import settle, wait_until
from ui.welcome.card import card_focus
from ui.welcome.page import WelcomePage

LARGE, SMALL = QSize(1440, 900), QSize(1024, 640)
LOOKS = [(s, code) for s in (Scheme.LIGHT, Scheme.DARK) for code in ("en", "ko")]
FEW = [(Scheme.LIGHT, "en"), (Scheme.DARK, "ko")]  # each theme and each language once
SKELETON = 400  # ms until what loads shows one
JOB = 1_300  # ms until a job shows its bar


def now() -> datetime:
    """Return the moment of the pictures: 09:20 in Seoul."""
    return datetime(2026, 5, 12, 0, 20, tzinfo=UTC)


def take_pictures(folder: Path, *, few: bool = False) -> list[Path]:
    """Save a PNG of every screen into `folder`, made if it is not there; return their paths.

    Each is taken light and dark in both languages, or with `few` once in the light and once in
    the dark.
    """
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nobody needs to see it happen
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("pictures need an application with widgets")
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="dangol-tour-", ignore_cleanup_errors=True) as place:
        tour = Tour(application, Path(place), folder, FEW if few else LOOKS)
        try:
            return list(tour.pictures())
        finally:
            tour.close()


class Tour:
    """Leads one window through its screens."""

    def __init__(
        self,
        application: QApplication,
        place: Path,
        folder: Path,
        looks: Sequence[tuple[Scheme, str]],
        *,
        sizes: Sequence[QSize] = (SMALL, LARGE),
        camera: type[Camera] = Camera,
    ) -> None:
        self._looks = looks
        self._sizes = sizes
        self._place = place
        self._shop = place / "shop.db"
        self._file = place / "봄날_고객명단_2026.xlsx"
        self._broken = place / "고객.xlsx"
        self._broken.write_bytes(b"PK\x03\x04 nothing of a workbook")
        write_shop_list(self._file)
        make_sample_shop(self._shop)
        live_a_morning(self._shop, now())
        self._program = Program(
            application, self._shop, now=now, zone=ZoneInfo("Asia/Seoul"),
            state=WindowState(place / "window.ini"), keeps_look=True,
        )  # fmt: skip
        self._camera = camera(self._program, folder)

    def pictures(self) -> Iterator[Path]:
        """Yield the path of each picture once it is saved."""
        program, window = self._program, self._program.window
        program.kit.theme.use(reduced_motion=True)
        program.start()
        wait_until(lambda: program.is_open)
        window.activateWindow()
        stops, people = Stops(program, self._camera), PeopleStops(program, self._camera)
        selling = SalesStops(program, self._camera)
        day = HomeStops(program, self._camera)
        planning = PlanStops(program, self._camera)
        doing = TaskStops(program, self._camera)
        for scheme, code in self._looks:
            self._wear(scheme, code)
            for size in self._sizes:
                self._resize(size)
                yield from day.home()
                yield from stops.contacts()
                yield from stops.contact()
                yield from stops.standing()
                yield from stops.plan(self._file)
                yield from selling.sales()
                yield from doing.tasks()
            yield from self._business()
            yield from stops.narrowed()
            yield from stops.menus()
            yield from stops.checks()
            yield from stops.aside()
            yield from stops.settings()
            yield from stops.refused(self._broken)
            yield from stops.dialogs()
            yield from mending(window, self._camera)
            yield from password(program, self._camera)
            yield from keeping(program, self._camera)
            yield from people.builder()
            yield from people.doubles()
            yield from people.ties()
            yield from planning.plans()
            yield from planning.contact()
            yield from planning.settings()
            yield from doing.asked()
            yield from selling.products()
            yield from selling.desk()
            yield from selling.buyer()
            yield from selling.file(self._place)
            yield from selling.notices(self._place)
            yield from day.paper()
            yield from day.reminders()
            yield from stops.floating()
        yield from self._changes(stops)
        yield from self._trouble()
        yield from self._beginning()

    def _business(self) -> Iterator[Path]:
        """Show the pipeline, the reports and the calendar."""
        program, camera, few = self._program, self._camera, self._looks is FEW
        yield from PipelineStops(program, camera).pictures(few=few)
        yield from ReportStops(program, camera).pictures(few=few)
        yield from CalendarStops(program, camera).calendar()

    def close(self) -> None:
        """Close window and shop."""
        self._program.window.close()
        self._program.close()
        settle()

    def _changes(self, stops: Stops) -> Iterator[Path]:
        """Show what is there only while or after something is changed."""
        for scheme, code in self._looks:
            self._wear(scheme, code)
            yield from stops.toast()
        goes_on = Event()
        runner = self._program.kit.runner
        for scheme, code in self._looks:
            self._wear(scheme, code)
            goes_on.clear()

            def task(ticket: Ticket) -> None:
                ticket.advance(812, 1552)
                goes_on.wait(30)

            words = QCoreApplication.translate("Incoming", "Importing {file}")
            runner.read(task, title=words.format(file=self._file.name))
            settle(JOB)
            yield self._camera.take("job")
            goes_on.set()
            settle()
        stops.import_it(self._file)
        for scheme, code in self._looks:
            self._wear(scheme, code)
            yield self._camera.take("import-result")
        result = self._program.window.findChild(ResultPage)
        if result is not None:
            result.closed.emit()
        for scheme, code in self._looks:
            self._wear(scheme, code)
            yield from stops.imports()

    def _trouble(self) -> Iterator[Path]:
        program = self._program
        program.close()
        program.window.show_alone(WaitingPage(program.kit))
        settle(SKELETON)
        for scheme, code in self._looks:
            self._wear(scheme, code)
            yield self._camera.take("opening")
        spoil(self._shop)
        missed: list[bool] = []
        program.not_opened.connect(lambda: missed.append(True))
        program.open_shop()
        wait_until(lambda: missed)
        for scheme, code in self._looks:
            self._wear(scheme, code)
            yield self._camera.take("damaged-shop")

    def _beginning(self) -> Iterator[Path]:
        program = self._program
        opened: list[bool] = []
        program.opened.connect(lambda: opened.append(True))
        program.open_other(self._place / "empty.db")
        wait_until(lambda: opened)
        for scheme, code in self._looks:
            self._wear(scheme, code)
            for size in self._sizes:
                self._resize(size)
                settle(100)
                if (page := program.window.findChild(WelcomePage)) is not None:
                    program.window.activateWindow()
                    card_focus(page.file_card)
                    settle()
                yield self._camera.take("welcome")
        welcome = program.window.findChild(WelcomePage)
        if welcome is not None:
            welcome.empty_asked.emit()
        for scheme, code in self._looks:
            self._wear(scheme, code)
            yield from Stops(program, self._camera).empty()

    def _wear(self, scheme: Scheme, code: str) -> None:
        kit = self._program.kit
        if (kit.theme.scheme, kit.language.code) != (scheme, code):  # each widget takes it anew
            kit.theme.use(scheme)
            kit.language.use(code)
        settle()

    def _resize(self, size: QSize) -> None:
        self._program.window.resize(size)
        settle()


def make_sample_shop(path: Path, *, people: int | None = None) -> None:
    """Make the sample shop of the pictures, the same each time, with a backup beside it."""
    from app.bootstrap import open_core  # noqa: PLC0415 - not before it is needed
    from app.demo import fill  # noqa: PLC0415

    core = open_core(path, now=now, randomness=random.Random(1))
    try:
        core.settings.put(TIME_ZONE, "Asia/Seoul")  # wherever the pictures are taken
        fill(core, people=people, seed=1, ticket=Ticket())
        moment = now().timestamp()
        os.utime(core.care.back_up(), (moment, moment))
    finally:
        core.close()


def spoil(path: Path) -> None:
    """Damage a shop's file as a bad disk would."""
    for extra in ("-wal", "-shm"):
        path.with_name(path.name + extra).unlink(missing_ok=True)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * 200_000)
