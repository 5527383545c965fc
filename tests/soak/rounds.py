"""Once round all screens: every stop of the tour, with nothing kept of its pictures."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QPixmap

from ui.calendar_stops import CalendarStops
from ui.camera import Camera
from ui.home_stops import HomeStops
from ui.mending_stops import mending
from ui.password_stops import password
from ui.people_stops import PeopleStops
from ui.pipeline_stops import PipelineStops
from ui.plan_stops import PlanStops
from ui.program import Program
from ui.report_stops import ReportStops
from ui.sales_stops import SalesStops
from ui.stops import Stops
from ui.tasks_stops import TaskStops


class Rounds:
    """Leaves the window and the shop as they were."""

    def __init__(self, program: Program, folder: Path, list_file: Path, broken: Path) -> None:
        self._program = program
        self._folder = folder
        self._list_file = list_file
        self._broken = broken

    def go(self) -> int:
        """Look at everything; return at how many pictures' worth."""
        return sum(1 for _picture in self._stops())

    def _stops(self) -> Iterator[Path]:
        program, camera = self._program, _Looker(self._program, self._folder)
        stops, day = Stops(program, camera), HomeStops(program, camera)
        people, selling = PeopleStops(program, camera), SalesStops(program, camera)
        planning, doing = PlanStops(program, camera), TaskStops(program, camera)
        yield from day.home()
        yield from stops.contacts()
        yield from stops.contact()
        yield from stops.standing()
        yield from stops.plan(self._list_file)
        yield from stops.refused(self._broken)
        yield from stops.narrowed()
        yield from stops.menus()
        yield from stops.checks()
        yield from stops.aside()
        yield from stops.settings()
        yield from stops.dialogs()
        yield from stops.floating()
        yield from stops.toast()
        yield from stops.imports()
        yield from selling.sales()
        yield from selling.products()
        yield from selling.desk()
        yield from selling.buyer()
        yield from selling.file(self._folder)
        yield from selling.notices(self._folder)
        yield from doing.tasks()
        yield from doing.asked()
        yield from planning.plans()
        yield from planning.contact()
        yield from planning.settings()
        yield from mending(program.window, camera)
        yield from people.builder()
        yield from people.doubles()
        yield from people.ties()
        yield from PipelineStops(program, camera).pictures(few=False)
        yield from ReportStops(program, camera).pictures(few=False)
        yield from CalendarStops(program, camera).calendar()
        yield from day.paper()
        yield from day.reminders()
        yield from password(program, camera)


class _Looker(Camera):
    """Looks at all that a camera would picture."""

    def _keep(self, what: str, picture: QPixmap) -> Path:
        assert not picture.isNull()
        return self._folder / what
