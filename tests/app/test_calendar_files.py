"""Calendar files: what others read of ours, and what is read of theirs."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from app.bootstrap import Core, open_core
from app.errors import FileError, FileProblem
from app.jobs import Ticket
from app.settings import COUNTRY, TIME_ZONE
from app.shapes.calendar_files import CalendarReport
from app.shapes.contacts import ContactForm
from app.shapes.tasks import ReminderForm, TaskFilter, TaskForm

TODAY = date(2026, 5, 12)
YEAR = TODAY + timedelta(days=365)
When = set[tuple[str, str]]  # what, and when by the shop's clock


@pytest.fixture
def seoul(core: Core) -> Core:
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    core.settings.put(COUNTRY, "KR")
    return core


def written(core: Core, folder: Path) -> Path:
    path = folder / "out.ics"
    core.calendar_files.write(path, Ticket())
    return path


def told(one: Any) -> str:
    """When a component is, as a task keeps it."""
    at = (one.get("DTSTART") or one.get("DUE")).dt
    return at.strftime("%Y-%m-%dT%H:%M") if isinstance(at, datetime) else at.isoformat()


def seen_by_others(path: Path, first: date = TODAY, last: date = YEAR) -> When:
    """What an independent reader finds in a file."""
    read = icalendar.Calendar.from_ical(path.read_bytes())
    query = recurring_ical_events.of(read, components=["VEVENT", "VTODO"])
    return {
        (str(one["SUMMARY"]), told(one)) for one in query.between(first, last + timedelta(days=1))
    }


def ours(core: Core, first: date = TODAY, last: date = YEAR) -> When:
    """What the program's own calendar shows."""
    found = set()
    for one in core.agenda.days(first, last).entries:
        if one.status == "cancelled" or one.began:
            continue  # over, or it began on a day before
        title = f"{one.contact} · 생일" if one.what == "birthday" else one.title
        if one.what == "date":
            title = f"{one.contact} · {one.title}"
        found.add((title, f"{one.on}T{one.time}" if one.time else str(one.on)))
    return found


def bring_in(core: Core, path: Path) -> CalendarReport:
    return core.calendar_files.bring_in(path, Ticket())


def foreign(folder: Path, *entries: str, name: str = "in.ics") -> Path:
    path = folder / name
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *entries, "END:VCALENDAR"]
    path.write_text("\r\n".join("\r\n".join(lines).splitlines()) + "\r\n", "utf-8", newline="")
    return path


def event(uid: str, *lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


RULES = (
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=3FR",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;RSCALE=GREGORIAN;BYMONTHDAY=31;SKIP=BACKWARD",
    "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15",
    "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260928",
    "FREQ=DAILY;COUNT=5",
    "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15",
    "RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=MONTHLY;BYMONTHDAY=25;X-NOT-ON=DAYSOFF;X-MOVE=BEFORE",
    "FREQ=WEEKLY;BYDAY=MO;X-NOT-ON=HOLIDAYS",
)


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York"])
@pytest.mark.parametrize("hour", ["", "T02:30", "T23:30"])
def test_an_independent_reader_finds_the_same_times_over_a_year(
    seoul: Core, tmp_path: Path, zone: str, hour: str
):
    seoul.settings.put(TIME_ZONE, zone)
    for rule in RULES:
        length = 90 if hour else None
        form = TaskForm(title=rule, due_at=f"2026-05-13{hour}", repeat=rule, duration_min=length)
        seoul.tasks.add(form)
        seoul.tasks.add(TaskForm(title=f"to do {rule}", due_at=f"2026-05-13{hour}", repeat=rule))
    assert seen_by_others(written(seoul, tmp_path)) == ours(seoul)


def test_times_left_out_moved_and_counted_from_are_the_same_for_others(seoul: Core, tmp_path: Path):
    add = seoul.tasks.add
    skipped = add(
        TaskForm(title="skipped", due_at="2026-05-13T09:00", repeat="FREQ=WEEKLY;BYDAY=WE")
    )
    seoul.tasks.skip_on(skipped, "2026-05-27")
    seoul.tasks.take_out(skipped, "2026-06-03", "2026-06-04T11:00")
    moved = add(TaskForm(title="moved", due_at="2026-05-14", repeat="FREQ=WEEKLY;COUNT=6"))
    seoul.tasks.move([moved], "2026-05-16")
    rolled = add(TaskForm(title="rolled", due_at="2026-05-12", repeat="FREQ=DAILY;COUNT=9"))
    seoul.tasks.finish(rolled)
    add(TaskForm(title="from done", due_at="2026-05-15", repeat="FREQ=DAILY;X-FROM=DONE"))
    path = written(seoul, tmp_path)
    assert seen_by_others(path) == ours(seoul)
    assert sum(title == "from done" for title, _at in seen_by_others(path)) == 1


def test_birthdays_and_other_days_by_sun_and_moon_are_the_same_for_others(
    seoul: Core, tmp_path: Path
):
    for number, (born, calendar) in enumerate(
        [("1990-05-16", "solar"), ("--02-29", "solar"), ("1988-08-15", "lunar"),
         ("1970-12-30", "lunar"), ("1987-06-10", "lunar_leap")]
    ):  # fmt: skip
        one = seoul.contacts.add(ContactForm(f"고객 {number}"))
        seoul.contacts.edit(one, "birthday", born)
        seoul.contacts.edit(one, "birthday_calendar", calendar)
    assert len(ours(seoul)) >= 5
    assert seen_by_others(written(seoul, tmp_path)) == ours(seoul)


def test_long_and_odd_texts_are_whole_for_others(seoul: Core, tmp_path: Path):
    title = "화환; 리본, 글씨 \\ 긴 이름의 " + "꽃다발 " * 40
    note = "first line\nsecond; line, \\ of\ttwo"
    seoul.tasks.add(
        TaskForm(title=title.strip(), due_at="2026-05-13", note=note, place="망원동, 서울")
    )
    path = written(seoul, tmp_path)
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
    (one,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VTODO")
    assert (str(one["SUMMARY"]), str(one["LOCATION"])) == (title.strip(), "망원동, 서울")
    assert str(one["DESCRIPTION"]).split() == note.split()


def test_what_is_written_comes_back_the_same_in_another_shop(
    seoul: Core, tmp_path: Path, template: Path, clock
):
    rules = ("", "FREQ=WEEKLY;BYDAY=MO", RULES[6], RULES[10], RULES[12], "FREQ=DAILY;X-FROM=DONE")
    for rule in rules:
        form = TaskForm(
            title=f"task {rule}", due_at="2026-05-18T10:00", repeat=rule, kind="call",
            reminders=(ReminderForm(before_min=30),),
        )  # fmt: skip
        seoul.tasks.add(form)
    seoul.tasks.add(TaskForm(title="visit", due_at="2026-05-19T10:00", duration_min=45, priority=2))
    moved = seoul.tasks.add(TaskForm(title="m", due_at="2026-05-14", repeat="FREQ=WEEKLY"))
    seoul.tasks.move([moved], "2026-05-16")
    path = written(seoul, tmp_path)
    (tmp_path / "other.db").write_bytes(template.read_bytes())
    other = open_core(tmp_path / "other.db", now=clock)
    other.settings.put(TIME_ZONE, "Asia/Seoul")
    other.settings.put(COUNTRY, "KR")
    report = bring_in(other, path)
    assert (report.added, report.failed) == (8, 0)
    assert ours(other) == ours(seoul)
    listed = {row.title: row for row in other.task_lists.page("later", TaskFilter(), limit=50)}
    listed |= {row.title: row for row in other.task_lists.page("this_week", limit=50)}
    assert (listed["visit"].duration_min, listed["visit"].priority) == (45, 2)
    assert (listed["task"].kind, listed["task"].reminders) == ("call", 1)
    again = bring_in(other, path)
    assert (again.added, again.known) == (0, 8)
    assert bring_in(seoul, path).added == 0
    other.close()


def test_what_is_brought_in_is_one_step_and_twice_changes_nothing(seoul: Core, tmp_path: Path):
    path = foreign(
        tmp_path,
        event("a@x", "DTSTART;TZID=Asia/Seoul:20260520T150000",
              "DTEND;TZID=Asia/Seoul:20260520T163000", "SUMMARY:Fitting"),
        event("b@x", "DTSTART;VALUE=DATE:20260521", "SUMMARY:Fair"),
        event("old@x", "DTSTART:20200101T000000Z", "SUMMARY:Long ago"),
        event("no@x", "DTSTART:20260601T000000Z", "SUMMARY:Off", "STATUS:CANCELLED"),
    )  # fmt: skip
    report = bring_in(seoul, path)
    assert (report.read, report.added, report.cancelled) == (4, 3, 1)
    assert ours(seoul) == {("Fitting", "2026-05-20T15:00"), ("Fair", "2026-05-21")}
    assert not seoul.task_lists.page("overdue")
    assert (again := bring_in(seoul, path)).added == 0
    assert again.known == 3
    seoul.history.undo()
    assert ours(seoul) == set()
    assert bring_in(seoul, path).added == 3


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("DTSTART;TZID=Korea Standard Time:20260520T150000", "2026-05-20T15:00"),
        ("DTSTART;TZID=America/New_York:20260520T020000", "2026-05-20T15:00"),
        ("DTSTART:20260520T060000Z", "2026-05-20T15:00"),
        ("DTSTART;TZID=Nowhere/At All:20260520T150000", "2026-05-20T15:00"),
        ("DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20260520T150000", "2026-05-20T15:00"),
        ('DTSTART;TZID="(UTC+09:00) Seoul":20260520T150000', "2026-05-20T15:00"),
        ('DTSTART;TZID="Asia/Seoul":20260520T150000', "2026-05-20T15:00"),
        ("DTSTART:20260520T150000", "2026-05-20T15:00"),
        ("DTSTART;TZID=Our Own:20260520T070000", "2026-05-20T15:00"),
    ],
)
def test_odd_zones_are_brought_to_the_shops_clock(seoul: Core, tmp_path: Path, line: str, at: str):
    zone = "\n".join([
        "BEGIN:VTIMEZONE", "TZID:Our Own", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
    ])  # fmt: skip
    bring_in(seoul, foreign(tmp_path, zone, event("z@x", line, "SUMMARY:Zone")))
    assert ours(seoul) == {("Zone", at)}


def test_a_repeat_of_others_goes_on_with_its_next_time(seoul: Core, tmp_path: Path):
    path = foreign(
        tmp_path,
        event("r@x", "DTSTART;TZID=Asia/Seoul:20250106T093000", "DURATION:PT1H",
              "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260629T003000Z",
              "EXDATE;TZID=Asia/Seoul:20260525T093000", "SUMMARY:Meeting"),
        event("r@x", "RECURRENCE-ID;TZID=Asia/Seoul:20260601T093000",
              "DTSTART;TZID=Asia/Seoul:20260602T110000", "DURATION:PT1H", "SUMMARY:Meeting"),
        event("h@x", "DTSTART:20260601T000000Z", "RRULE:FREQ=HOURLY", "SUMMARY:Pill"),
        event("e@x", "DTSTART:20200601T000000Z", "RRULE:FREQ=DAILY;COUNT=3", "SUMMARY:Over"),
    )  # fmt: skip
    report = bring_in(seoul, path)
    assert (report.added, report.plain) == (4, 1)
    assert ours(seoul) == {
        ("Meeting", "2026-05-18T09:30"), ("Meeting", "2026-06-02T11:00"),
        ("Meeting", "2026-06-08T09:30"), ("Meeting", "2026-06-15T09:30"),
        ("Meeting", "2026-06-22T09:30"), ("Meeting", "2026-06-29T09:30"),
        ("Pill", "2026-06-01T09:00"),
    }  # fmt: skip
    assert not seoul.task_lists.page("overdue")


def test_folded_lines_are_put_together(seoul: Core, tmp_path: Path):
    path = tmp_path / "folded.ics"
    path.write_bytes(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:f@x\r\nDTSTART;VALUE=DATE:2026\r\n 0520\r\n"
        b"SUMMARY:"
        + "꽃".encode()
        + b"\r\n "
        + "다발".encode()
        + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    bring_in(seoul, path)
    assert ours(seoul) == {("꽃다발", "2026-05-20")}


def test_what_is_broken_is_counted_and_the_rest_comes_in(seoul: Core, tmp_path: Path):
    path = foreign(
        tmp_path,
        event("a@x", "DTSTART;VALUE=DATE:20260520", "SUMMARY:Good"),
        event("b@x", "SUMMARY:No day"),
        event("c@x", "DTSTART:yesterday", "SUMMARY:Odd"),
        "BEGIN:VEVENT\nUID:d@x\nDTSTART:2026",
    )
    report = bring_in(seoul, path)
    assert (report.added, report.failed) == (1, 3)
    assert ours(seoul) == {("Good", "2026-05-20")}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b"Name,Phone\r\n", FileProblem.NOT_A_CALENDAR),
        (b"\x89PNG\x0d\x0a\x1a\x0a\x00\xff" * 50, FileProblem.NOT_A_CALENDAR),
    ],
)
def test_what_is_no_calendar_is_refused_in_words(
    seoul: Core, tmp_path: Path, content: bytes, problem: FileProblem
):
    path = tmp_path / "odd.ics"
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        bring_in(seoul, path)
    assert caught.value.problem == problem


def test_twenty_thousand_events_come_in_as_one_step(seoul: Core, tmp_path: Path):
    entries = (
        event(f"{n}@x", f"DTSTART:2026{n % 6 + 6:02d}{n % 28 + 1:02d}T{n % 24:02d}0000Z",
              "DURATION:PT30M", f"SUMMARY:Event {n}")
        for n in range(20_000)
    )  # fmt: skip
    steps: list[tuple[int, int]] = []
    ticket = Ticket(lambda done, total: steps.append((done, total)))
    report = seoul.calendar_files.bring_in(foreign(tmp_path, *entries), ticket)
    assert (report.read, report.added) == (20_000, 20_000)
    assert steps[-1][1] == 20_000
    assert len(steps) > 5


def test_the_kept_file_follows_what_changes_and_is_left_alone_else(seoul: Core, tmp_path: Path):
    files = seoul.calendar_files
    assert files.write_kept(Ticket()).outcome == "none"
    path = files.keep(tmp_path)
    seoul.tasks.add(TaskForm(title="Call", due_at="2026-05-14T15:00"))
    assert files.write_kept(Ticket()).outcome == "written"
    assert seen_by_others(path) == ours(seoul) == {("Call", "2026-05-14T15:00")}
    was = path.stat().st_mtime_ns
    assert files.write_kept(Ticket()).outcome == "same"
    assert path.stat().st_mtime_ns == was
    assert [one.name for one in tmp_path.glob("*.ics")] == [path.name]  # nothing half written
    files.leave()
    assert files.write_kept(Ticket()).outcome == "none"


def test_phones_see_tasks_as_events(seoul: Core, tmp_path: Path):
    path = seoul.calendar_files.keep(tmp_path)
    seoul.tasks.add(TaskForm(title="Order", due_at="2026-05-14"))
    done = seoul.tasks.add(TaskForm(title="Done", due_at="2026-05-14"))
    seoul.tasks.finish(done)
    seoul.calendar_files.write_kept(Ticket())
    read = icalendar.Calendar.from_ical(path.read_bytes())
    assert [str(one["SUMMARY"]) for one in read.walk("VEVENT")] == ["Order"]
    assert not read.walk("VTODO")


def test_a_folder_that_is_gone_is_a_notice_until_it_is_back(seoul: Core, tmp_path: Path):
    folder = tmp_path / "cloud"
    folder.mkdir()
    seoul.calendar_files.keep(folder)
    folder.rmdir()
    assert seoul.calendar_files.write_kept(Ticket()).outcome == "missing"
    assert [one.code for one in seoul.notices.all()] == ["calendar.missing"]
    folder.mkdir()
    assert seoul.calendar_files.write_kept(Ticket()).outcome == "written"
    assert seoul.notices.all() == []


def test_a_name_nobody_can_write_keeps_the_file_that_was_there(seoul: Core, tmp_path: Path):
    path = tmp_path / "gone" / "out.ics"
    with pytest.raises(FileError) as caught:
        seoul.calendar_files.write(path, Ticket())
    assert caught.value.problem == FileProblem.NOT_WRITABLE
