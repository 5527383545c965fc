"""Hours of use one after the other, and what the process holds after each."""

import itertools
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication
from sqlalchemy import event
from sqlalchemy.pool import Pool

from tests.soak.business import Business
from tests.soak.hands import wait_until
from tests.soak.hour import BROWSED, Hour
from tests.soak.measures import Measure, measure
from tests.soak.rounds import Rounds
from ui.common.state import WindowState
from ui.common.theme import Scheme
from ui.program import Program
from ui.sample_files import write_shop_list, write_workbook
from ui.sample_past import live_a_morning
from ui.tour import make_sample_shop, now
from ui.waiting import settle

WARM = 3  # hours until every cache is full and every page was seen
A_DAY = 2  # hours of use, after which the next morning comes
ROWS = 186  # of the file that is imported
# KiB of pages that each connection may keep: where it may keep 64 MB, as in the product, memory
# grows with the book for days, and a leak could not be told from it.
SMALL_CACHE = "PRAGMA cache_size = -1024"


class Calendar:
    """The clock of the shop: the morning of the pictures, and those that follow.

    It goes on by a moment whenever it is asked: ids are made of the time, and those of a shop
    that is opened again within the same millisecond would be given twice.
    """

    def __init__(self) -> None:
        self.days = 0
        self._moments = itertools.count(1)

    def __call__(self) -> datetime:
        return now() + timedelta(days=self.days, milliseconds=next(self._moments))


def hours(
    application: QApplication,
    folder: Path,
    count: int,
    *,
    people: int | None = None,
    browsed: int = BROWSED,
    whole: bool = True,
) -> Iterator[Measure]:
    """Yield what is held after each hour of use of a sample shop made in `folder`.

    Only the `whole` hours have business, and once a day a round of every screen of the tour.
    """
    shop, file, listed = folder / "shop.db", folder / "고객명단.xlsx", folder / "2026.xlsx"
    broken, out, scratch = folder / "고객.xlsx", folder / "out", folder / "tmp"
    out.mkdir()
    scratch.mkdir()
    make_sample_shop(shop, people=people)
    if whole:
        live_a_morning(shop, now())
    write_workbook(file, ROWS)
    write_shop_list(listed)
    broken.write_bytes(b"PK\x03\x04 nothing of a workbook")
    state = WindowState(folder / "window.ini")
    state.put_text("look/language", "en")
    state.put_text("start/page", "contacts")
    clock, temporary = Calendar(), tempfile.tempdir
    tempfile.tempdir = str(scratch)
    event.listen(Pool, "checkout", _keep_few_pages)
    program = Program(application, shop, now=clock, zone=ZoneInfo("Asia/Seoul"), state=state)
    program.kit.theme.use(Scheme.LIGHT, reduced_motion=True)
    program.start()
    try:
        wait_until(lambda: program.is_open)
        hour, business = Hour(program, file, browsed=browsed), Business(program, out)
        rounds = Rounds(program, out, listed, broken)
        for number in range(1, count + 1):
            hour.play()
            if whole and (number - 1) % A_DAY == 0:
                rounds.go()
            if whole:
                business.play()
            yield measure(program, scratch)
            clock.days = number // A_DAY
    finally:
        tempfile.tempdir = temporary
        event.remove(Pool, "checkout", _keep_few_pages)
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
        settle()


def _keep_few_pages(connection: Any, _record: object, _proxy: object) -> None:
    connection.execute(SMALL_CACHE)
