"""What goes wrong with an import, in the window: said in a sentence, with a way on."""

import csv

import pytest
from PySide6.QtCore import Qt

from app.shapes.contacts import ContactForm
from tests.ui.wizard_parts import (
    LEFT,
    WAIT,
    dropped,
    imported,
    plan_of,
    planned,
    result_of,
    said,
    staged,
    write_book,
    write_rows,
)

HEADER = ("이름", "휴대폰")
SHEETS = {"고객": [HEADER, ("가나다", "010-0177-1111")]}


@pytest.fixture
def long_csv(tmp_path):
    """Long enough to be stopped in the middle."""
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows((f"사람{n}", f"0103{n:07}") for n in range(25_000))
    return path


@pytest.fixture(autouse=True)
def nothing_left_behind(qtbot, program):
    """Whatever happens, no staged rows stay in the temporary folder."""
    before = staged()
    yield
    if plan := plan_of(program):
        plan.dismissed.emit()
    qtbot.waitUntil(lambda: staged() <= before, timeout=WAIT)


def test_a_wrong_password_is_told_each_time_and_there_is_a_way_out(qtbot, program, tmp_path):
    path = write_book(tmp_path / "locked.xlsx", SHEETS, password="1234")
    plan = dropped(program, path)
    qtbot.waitUntil(plan.password.isVisible, timeout=WAIT)
    assert "“locked.xlsx” is locked. Enter its password." in said(plan.trouble_state)
    for wrong in ("0000", "1111", "12345"):
        qtbot.keyClicks(plan.password, wrong)
        with qtbot.waitSignal(plan.wanted):
            qtbot.keyClick(plan.password, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda: (
                "That password does not open" in said(plan.trouble_state)
                and plan.password.text() == ""
            ),
            timeout=WAIT,
        )
        assert not plan.import_button.isEnabled()
    qtbot.keyClicks(plan.password, "1234")
    qtbot.keyClick(plan.password, Qt.Key.Key_Return)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    assert plan.outcome.count_of("added") == 1
    qtbot.keyClick(plan, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: plan_of(program) is None)


def test_a_locked_file_is_left_with_escape(qtbot, program, tmp_path):
    path = write_book(tmp_path / "locked.xlsx", SHEETS, password="1234")
    plan = dropped(program, path)
    qtbot.waitUntil(plan.password.isVisible, timeout=WAIT)
    qtbot.keyClick(plan.password, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: plan_of(program) is None)
    assert program.core.contacts.count() == 3


def test_a_file_changed_since_the_plan_is_shown_anew_and_nothing_comes_in(
    qtbot, program, tmp_path
):  # fmt: skip
    path = write_rows(tmp_path / "a.csv", HEADER, ("가나다", "010-0177-1111"))
    plan = planned(qtbot, program, path)
    write_rows(path, HEADER, ("다른", "010-0177-2222"), ("또다른", "010-0177-3333"))
    qtbot.mouseClick(plan.import_button, LEFT)
    qtbot.waitUntil(lambda: plan_of(program) not in (None, plan), timeout=WAIT)
    anew = plan_of(program)
    qtbot.waitUntil(anew.import_button.isEnabled, timeout=WAIT)
    assert anew.outcome.count_of("added") == 2
    assert anew.footnote.text().startswith("The file has changed.")
    assert program.core.contacts.count() == 3
    imported(qtbot, program, anew)
    assert program.core.contacts.count() == 5


def test_a_file_removed_since_the_plan_is_told(qtbot, program, tmp_path):
    path = write_rows(tmp_path / "a.csv", HEADER, ("가나다", "010-0177-1111"))
    plan = planned(qtbot, program, path)
    qtbot.mouseClick(plan.close_button, LEFT)
    path.unlink()
    plan = dropped(program, path)
    qtbot.waitUntil(lambda: plan.body.currentWidget() is plan.trouble, timeout=WAIT)
    assert "There is no file" in said(plan.trouble_state)


def test_a_shop_changed_since_the_check_is_checked_again(qtbot, program, tmp_path):
    rows = [("가나다", "010-0177-1111"), ("라마바", "010-0177-2222")]
    path = write_rows(tmp_path / "a.csv", HEADER, *rows)
    plan = planned(qtbot, program, path)
    assert plan.outcome.count_of("added") == 2
    program.core.contacts.add(ContactForm("가나다", phone="010-0177-1111"))
    qtbot.mouseClick(plan.import_button, LEFT)
    qtbot.waitUntil(lambda: plan_of(program) not in (None, plan), timeout=WAIT)
    anew = plan_of(program)
    qtbot.waitUntil(anew.import_button.isEnabled, timeout=WAIT)
    assert anew.footnote.text().startswith("Your contacts have changed.")
    assert (anew.outcome.count_of("added"), anew.outcome.count_of("same")) == (1, 1)
    assert program.core.contacts.count() == 4
    imported(qtbot, program, anew)
    assert program.core.contacts.count() == 5


def test_cancelled_while_it_is_read_counted_or_proved_nothing_stays(qtbot, program, long_csv):
    reached = (
        lambda plan: True,
        lambda plan: plan.prepared is not None,
        lambda plan: plan.report is not None,
    )
    for is_there in reached:
        plan = dropped(program, long_csv)
        qtbot.waitUntil(lambda: is_there(plan), timeout=60_000)  # noqa: B023 - waited for here
        qtbot.keyClick(plan, Qt.Key.Key_Escape)
        assert plan_of(program) is None
    with qtbot.waitSignal(program.kit.runner.write(lambda _ticket: None).finished, timeout=WAIT):
        pass  # writers come one after the other: those before are done
    assert program.core.contacts.count() == 3
    assert program.core.imports.batches() == []


def test_stopped_while_it_runs_nothing_stays(qtbot, program, long_csv):
    plan = planned(qtbot, program, long_csv)
    jobs = []
    program.kit.runner.started.connect(jobs.append)
    plan.import_button.click()
    (job,) = [job for job in jobs if job.title]
    with qtbot.waitSignal(job.finished, timeout=60_000):
        job.progressed.connect(lambda _done, _total: job.cancel())
    assert result_of(program) is None
    assert program.core.contacts.count() == 3
    assert program.core.imports.batches() == []
