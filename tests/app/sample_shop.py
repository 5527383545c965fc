"""The sample shop as tests are given it: filled once, then copied."""

from pathlib import Path
from shutil import copy

from app.bootstrap import open_core
from app.demo import fill
from app.jobs import Ticket
from app.settings import TIME_ZONE
from tests.conftest import TickingClock


def filled(folder, template, **wanted):
    """Fill a shop once; every test works on a copy of it."""
    path = Path(copy(template, folder / "shop.db"))
    core = open_core(path, now=TickingClock())
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    fill(core, seed=1, ticket=Ticket(), **wanted)
    core.close()
    return path
