"""What is told without asking: of this session, and what needs somebody after a restart too."""

import shutil

import pytest

from app.bootstrap import open_core
from app.errors import FileError, FileProblem, GoneError
from app.jobs import Ticket
from app.notice_words import notice_words
from app.shapes.notices import Notice
from app.watch_words import notice_of
from tests.app.test_sale_sheets import TILL, sold
from tests.files import write_csv
from tests.sale_files import bring_sales


@pytest.fixture
def till(core, tmp_path):
    """A watched folder; its files are those of a till that is known."""
    folder = tmp_path / "포스"
    folder.mkdir()
    core.watched_folders.watch(folder)
    bring_sales(core, write_csv(tmp_path / "first.csv", [TILL, sold("20260501001")]))
    return folder


def look(core):
    """Look until a file is taken, and tell what came of it, as the window does."""
    for _look in range(2):
        for found in core.watched_folders.look(Ticket()):
            core.notices.tell(notice_of(found))


def told(core):
    """Return (code, whether it needs somebody) of every notice, the newest first."""
    notices = core.notices.all()
    for notice in notices:
        for language in ("ko", "en"):
            assert "{" not in notice_words(notice, language)
        assert notice.happened_at.endswith("Z")
    return [(notice.code, notice.attention) for notice in notices]


def test_a_file_that_came_in_needs_nobody_and_is_taken_back_once(core, till):
    write_csv(till / "day.csv", [TILL, sold("20260511001")])
    look(core)
    [notice] = core.notices.all()
    assert told(core) == [("watch.imported", False)]
    assert notice.file.read_bytes()
    core.history.undo(notice.change_set)
    [after] = core.notices.all()
    assert after.change_set is None


def test_a_file_nobody_understands_needs_somebody_also_after_a_restart(core, till, shop):
    write_csv(till / "odd.csv", [["가", "나"], ["1", "2"]])
    look(core)
    assert told(core) == [("watch.unknown_columns", True)]
    core.close()
    other = open_core(shop)
    assert told(other) == [("watch.waits", True)]
    [notice] = other.notices.all()
    assert notice.file.exists()
    assert notice.folder == notice.file.parent
    other.close()


def test_what_came_in_before_a_restart_is_not_told_again(core, till, shop):
    write_csv(till / "day.csv", [TILL, sold("20260511001")])
    look(core)
    core.close()
    other = open_core(shop)
    assert told(other) == []
    other.close()


def test_a_file_taken_away_needs_nobody_any_more(core, till):
    write_csv(till / "odd.csv", [["가", "나"], ["1", "2"]])
    look(core)
    [notice] = core.notices.all()
    notice.file.unlink()
    assert told(core) == [("watch.unknown_columns", False)]


def test_a_file_brought_in_by_hand_needs_nobody_until_that_is_taken_back(core, till):
    waiting = till / "확인 필요"
    waiting.mkdir()
    path = write_csv(waiting / "day.csv", [TILL, sold("20260511001")])
    assert told(core) == [("watch.waits", True)]
    report = bring_sales(core, path)
    assert told(core) == []
    core.history.undo(report.change_set)
    assert told(core) == [("watch.waits", True)]


def test_a_file_that_is_written_anew_is_looked_at_anew(core, till):
    waiting = till / "확인 필요"
    waiting.mkdir()
    path = write_csv(waiting / "day.csv", [TILL, sold("20260511001")])
    bring_sales(core, path)
    assert told(core) == []
    write_csv(path, [TILL, sold("20260511001"), sold("20260511002")])
    assert told(core) == [("watch.waits", True)]


def test_a_file_is_put_with_those_that_are_done(core, till):
    write_csv(till / "odd.csv", [["가", "나"], ["1", "2"]])
    look(core)
    [notice] = core.notices.all()
    core.watched_folders.settle(notice.file)
    assert [path.name for path in (till / "가져옴").iterdir()] == ["odd.csv"]
    assert told(core) == [("watch.unknown_columns", False)]
    with pytest.raises(GoneError):
        core.watched_folders.settle(notice.file)


def test_a_folder_that_is_not_there_needs_somebody_until_it_is_back(core, till):
    shutil.rmtree(till)
    look(core)
    assert told(core) == [("watch.missing", True)]
    till.mkdir()
    assert told(core) == [("watch.missing", False)]


def test_told_anew_a_notice_takes_the_place_of_the_earlier_one_and_only_the_last_are_kept(core):
    for number in range(70):
        core.notices.tell(Notice(f"file {number % 60}", "watch.known", {"file": str(number)}))
    notices = core.notices.all()
    assert len(notices) == 50
    assert notices[0].facts["file"] == "69"
    core.notices.drop(notices[0].key)
    assert len(core.notices.all()) == 49


def test_why_a_file_could_not_be_read_is_told_in_both_languages(core, till):
    (till / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing of a workbook")
    look(core)
    [notice] = core.notices.all()
    assert isinstance(notice.why, FileError)
    assert isinstance(notice.why.problem, FileProblem)
    words = {notice_words(notice, language) for language in ("ko", "en")}
    assert len(words) == 2
    assert all("broken.xlsx" in each for each in words)
