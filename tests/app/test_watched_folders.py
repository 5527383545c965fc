"""A folder the till writes to: each file once, never half of one, nothing lost when killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import open_core
from app.errors import InvalidInputError
from app.jobs import Ticket
from app.notice_words import notice_words
from app.watch_words import notice_of
from tests.app.test_sale_imports import ask
from tests.app.test_sale_sheets import TILL, sold
from tests.files import read_csv, write_csv
from tests.sale_files import bring_sales, smartstore, write_smartstore

ROOT = Path(__file__).parents[2]


@pytest.fixture
def till(core, tmp_path):
    """A watched folder; its files are those of a till that is known."""
    folder = tmp_path / "포스"
    folder.mkdir()
    core.watched_folders.watch(folder)
    bring_sales(core, write_csv(tmp_path / "first.csv", [TILL, sold("20260501001")]))
    return folder


def look(core, times=2):
    """Look so many times; return what there was to tell, with its words in both languages."""
    found = [notice for _ in range(times) for notice in core.watched_folders.look(Ticket())]
    for notice in found:
        for language in ("ko", "en"):
            assert "{" not in notice_words(notice_of(notice), language)
    return found


def put(folder, *rows, name="오늘.csv"):
    return write_csv(folder / name, [TILL, *rows])


def test_a_new_file_is_imported_at_the_second_look_and_put_aside(core, till, shop):
    path = put(till, sold("20260511001"), sold("20260511002"))
    assert look(core, 1) == []
    assert path.exists()
    (notice,) = look(core, 1)
    assert (notice.outcome, notice.read, notice.added) == ("imported", 2, 2)
    assert not path.exists()
    assert [one.name for one in (till / "가져옴").iterdir()] == ["오늘.csv"]
    assert look(core) == []
    assert core.history.entries(limit=1)[0].change_set == notice.change_set
    core.history.undo(notice.change_set)
    assert ask(shop, "SELECT count(*) FROM sale") == [(1,)]


def test_a_file_that_still_grows_is_left_alone(core, till, shop):
    path = put(till, sold("20260511001"))
    for number in range(2, 5):
        assert look(core, 1) == []
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(",".join(map(str, sold(f"2026051100{number}"))) + "\r\n")
    assert look(core, 1) == []
    (notice,) = look(core, 1)
    assert notice.added == 4


def test_the_same_file_under_another_name_changes_nothing(core, till, shop):
    put(till, sold("20260511001"))
    look(core)
    put(till, sold("20260511001"), name="어제 것.csv")
    (notice,) = look(core)
    assert (notice.outcome, notice.added) == ("known", 0)
    assert sorted(one.name for one in (till / "가져옴").iterdir()) == ["어제 것.csv", "오늘.csv"]
    assert ask(shop, "SELECT count(*) FROM import_batch") == [(2,)]


def test_a_file_that_was_taken_back_is_not_brought_in_behind_ones_back(core, till, shop):
    put(till, sold("20260511001"))
    (notice,) = look(core)
    core.history.undo(notice.change_set)
    put(till, sold("20260511001"), name="다시.csv")
    (again,) = look(core)
    assert (again.outcome, again.why) == ("attention", "undone")
    assert ask(shop, "SELECT count(*) FROM sale") == [(1,)]
    assert [path.name for path in core.watched_folders.waiting()] == ["다시.csv"]


def test_sales_that_fail_wait_for_somebody_with_the_rows_to_mend(core, till):
    put(till, sold("20260511001"), sold("20260511002", total="?"))
    (notice,) = look(core)
    assert (notice.outcome, notice.added, notice.failed) == ("attention", 1, 1)
    waiting = core.watched_folders.waiting()
    assert notice.failed_file in waiting
    assert len(waiting) == 2
    assert read_csv(notice.failed_file)[1][1] == "20260511002"
    assert look(core) == []


def test_a_file_of_a_known_market_needs_no_first_time(core, till):
    write_smartstore(till / "스마트스토어.xlsx", smartstore(3))
    (notice,) = look(core)
    assert (notice.outcome, notice.added) == ("imported", 3)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("모름.csv", "a,b\n1,2\n"),
        ("그림.xlsx", "\x89PNG no workbook"),
        ("머리글만.csv", ",".join(TILL) + "\n"),
    ],
)
def test_a_file_nobody_can_understand_is_put_aside_and_told(core, till, name, content):
    (till / name).write_text(content, encoding="utf-8")
    (notice,) = look(core)
    assert notice.outcome == "attention"
    assert [path.name for path in core.watched_folders.waiting()] == [name]


def test_what_is_no_table_and_what_is_open_in_excel_is_left_alone(core, till):
    for name in ("메모.doc", "~$매출.xlsx", ".매출.csv", "매출.csv.part"):
        (till / name).write_text("x", encoding="utf-8")
    assert look(core) == []
    assert len(list(till.iterdir())) == 4


def test_a_folder_that_is_gone_is_told_once(core, till):
    till.rmdir()
    assert [notice.outcome for notice in look(core, 3)] == ["missing"]
    till.mkdir()
    put(till, sold("20260511001"))
    assert [notice.outcome for notice in look(core)] == ["imported"]


def test_a_folder_can_be_watched_no_longer(core, till, tmp_path):
    assert core.watched_folders.folders() == (till,)
    core.watched_folders.unwatch(till)
    put(till, sold("20260511001"))
    assert look(core) == []
    with pytest.raises(InvalidInputError):
        core.watched_folders.watch(tmp_path / "nirgends")
    core.history.undo()
    assert core.watched_folders.folders() == (till,)


KILLED = """
import os, signal, sys
from pathlib import Path
from app.bootstrap import open_core
from app.jobs import Ticket
from tests.conftest import TickingClock

class Fatal(Ticket):
    left = int(sys.argv[2])
    def check(self):
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)

core = open_core(Path(sys.argv[1]), now=TickingClock())
if not Fatal.left:  # between the import and the putting aside
    core.bus.subscribe(lambda _changes: os.kill(os.getpid(), signal.SIGKILL))
for _ in range(2):
    core.watched_folders.look(Fatal())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nobody is killed like that there")
@pytest.mark.parametrize("moment", [0, 2, 5, 8, 11, 14, 17])
def test_kill_9_in_the_middle_loses_nothing_and_takes_nothing_twice(
    core, clock, till, shop, moment
):
    put(till, *(sold(f"2026051100{number}") for number in range(1, 9)))
    core.close()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(shop), str(moment)],
        env=environment, cwd=ROOT, check=False, timeout=60,
    )  # fmt: skip
    assert killed.returncode == -9
    again = open_core(shop, now=clock)
    look(again, 3)
    assert ask(shop, "SELECT count(*), count(DISTINCT number), sum(total) FROM sale") == [
        (9, 9, 9 * 35000)
    ]
    assert [one.name for one in (till / "가져옴").iterdir()] == ["오늘.csv"]
    assert again.watched_folders.waiting() == ()
    assert again.care.check() == []
    again.close()
