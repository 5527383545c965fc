"""Hours of use one after the other, and what the process holds after each."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from sqlalchemy import event
from sqlalchemy.pool import Pool

from tests.soak.hour import BROWSED, Hour
from tests.soak.measures import Measure, measure
from ui.common.state import WindowState
from ui.common.theme import Scheme
from ui.program import Program
from ui.sample_files import write_workbook
from ui.tour import make_sample_shop, now
from ui.waiting import settle, wait_until

WARM = 3  # hours until every cache is full and every page was seen
ROWS = 186  # of the file that is imported
# KiB of pages that each connection may keep: where it may keep 64 MB, as in the product, memory
# grows with the book for days, and a leak could not be told from it.
SMALL_CACHE = "PRAGMA cache_size = -1024"


def hours(
    application: QApplication,
    folder: Path,
    count: int,
    *,
    people: int | None = None,
    browsed: int = BROWSED,
) -> Iterator[Measure]:
    """Yield what is held after each hour of use of a sample shop made in `folder`."""
    shop, file = folder / "shop.db", folder / "고객명단.xlsx"
    make_sample_shop(shop, people=people)
    write_workbook(file, ROWS)
    state = WindowState(folder / "window.ini")
    state.put_text("look/language", "en")
    state.put_text("start/page", "contacts")
    event.listen(Pool, "checkout", _keep_few_pages)
    program = Program(application, shop, now=now, state=state)
    program.kit.theme.use(Scheme.LIGHT, reduced_motion=True)
    program.start()
    try:
        wait_until(lambda: program.window.page() is not None)
        hour = Hour(program, file, browsed=browsed)
        for _ in range(count):
            hour.play()
            yield measure(program)
    finally:
        event.remove(Pool, "checkout", _keep_few_pages)
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
        settle()


def _keep_few_pages(connection: Any, _record: object, _proxy: object) -> None:
    connection.execute(SMALL_CACHE)
