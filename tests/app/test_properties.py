"""What must hold for any contacts, any file and any order of doing and undoing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event

from app.bootstrap import Core, open_core
from app.errors import NothingToUndoError
from app.shapes.contacts import ContactForm
from db.keys import clean
from tests.conftest import TickingClock
from tests.dumps import logical_dump
from tests.files import bring_in, counts, everybody, export, outcome, problems, write_csv

QUICK = settings(
    max_examples=8, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip

# Texts people type, and those that have come back changed from spreadsheets.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXT = st.one_of(
    ANY_TEXT,
    st.sampled_from(
        ["'", "''=", "=1+1", "+82", "-5", "@a", "\t'", "007", "1e5", "TRUE", "2020-01-02", "합계",
         "a,b", "a;b", "—", "———", "a\n———\nb", "a\r\nb", "-", "없음", "NULL", "1/2", " 　x ",
         "'90s", "'=x", "900503-1234567", "김민지님", "_x000D_", "\u200bx", "﻿x", "😀", "ﬁ", "각"]
    ),
)  # fmt: skip
FILLED = TEXT.filter(lambda text: bool(clean(text)))
PHONE = st.one_of(
    st.from_regex(r"010-01[0-9]{2}-[0-9]{4}", fullmatch=True),
    st.sampled_from(["+1 212 555 0123", "02-123-4567/8", "1588-0000", "내선 12", "0504-123-4567"]),
)
CHOICES = {
    "gender": st.sampled_from(["female", "male", "other"]),
    "birthday": st.sampled_from(["1991-05-16", "--05-16", "1991", "1890-01-01", "2024-02-29"]),
    "consent_sms": st.sampled_from(["granted", "denied"]),
    "consent_email": st.sampled_from(["granted", "denied"]),
    "first_seen_on": st.sampled_from(["2020-01-02", "1899-12-31", "2026-05-12"]),
}
TEXTS = ("family_name", "given_name", "reading", "nickname", "prefix", "number", "company",
         "department", "job_title", "source")  # fmt: skip
PERSON = st.fixed_dictionaries(
    {
        "form": st.builds(
            ContactForm, name=FILLED, phone=st.one_of(st.just(""), PHONE), email=TEXT,
            company=TEXT, kind=st.sampled_from(["person", "company", "household"]), note=TEXT,
            tags=st.lists(FILLED.filter(lambda t: len(t) < 100), max_size=3).map(tuple),
        ),
        "texts": st.dictionaries(st.sampled_from(TEXTS), FILLED, max_size=3),
        "choices": st.fixed_dictionaries({}, optional=CHOICES),
        "points": st.lists(
            st.tuples(
                st.sampled_from(["phone", "email", "address", "link"]), st.one_of(FILLED, PHONE),
                st.one_of(st.none(), st.sampled_from(["home", "work", "other"])),
            ),
            max_size=3,
        ),
        "notes": st.lists(FILLED, max_size=2),
    }
)  # fmt: skip


def open_unsafely(path: Path, clock: TickingClock) -> Core:
    """Open a shop without waiting for the disk: no power fails in these tests."""
    core = open_core(path, now=clock)
    event.listen(core.database._engine, "connect", _do_not_wait)
    core.database.close()  # its connections were made before
    return core


def _do_not_wait(connection, _record):
    connection.execute("PRAGMA synchronous = OFF")


@contextmanager
def open_shop(template: Path) -> Iterator[tuple[Core, Path]]:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, Path(folder) / "shop.db"))
        core = open_unsafely(path, TickingClock())
        try:
            yield core, path
        finally:
            core.close()


def add(core, person):
    contact = core.contacts.add(person["form"])
    for field, value in {**person["texts"], **person["choices"]}.items():
        core.contacts.edit(contact, field, value)
    for kind, value, label in person["points"]:
        core.contacts.add_point(contact, kind, value, label)
    for body in person["notes"]:
        core.contacts.add_note(contact, body)
    return contact


@settings(QUICK, max_examples=5)
@given(people=st.lists(PERSON, min_size=1, max_size=3))
def test_an_export_read_back_is_the_same_whatever_the_contacts(template, people):
    with open_shop(template) as (core, path):
        for person in people:
            add(core, person)
        before = logical_dump(path)
        first = export(core, path.with_name("first.csv"), exact=True).read_bytes()
        for name, exact in (("a.xlsx", False), ("a.csv", False), ("exact.csv", True)):
            file = export(core, path.with_name(name), exact=exact)
            assert outcome(bring_in(core, file)) == {"same": len(people)}
            assert logical_dump(path) == before
            with open_shop(template) as (other, _path):
                assert outcome(bring_in(other, file)) == {"added": len(people)}
                again = export(other, path.with_name("again.csv"), exact=True).read_bytes()
            assert again == first


HEADERS = (
    "이름", "휴대폰", "집 전화", "이메일", "생일", "고객번호", "회사", "주소", "태그", "메모",
    "문자 수신 동의", "좋아하는 꽃", "첫 방문일", "누적 금액",
)  # fmt: skip
POOL = {
    "이름": ["김민지", "김 민지님", "박철수", "봄날 꽃집", "", "010-0142-0001", "합계", "x" * 201],
    "휴대폰": ["010-0142-0001", "01001420002", "1001420003", "", "8.2E+11", "0504-1-2",
              "+821001420001"],
    "집 전화": ["02-123-4567", "010-0142-0002", "", "a"],
    "이메일": ["a@example.com", "A+x@EXAMPLE.com", "b@example.com", "", "@"],
    "생일": ["1991-05-16", "1991.5.16", "05-16", "", "모름"],
    "고객번호": ["1", "2", "007", ""],
    "회사": ["봄날", "여름", ""],
    "주소": ["서울 마포구 월드컵로 1", "부산", ""],
    "태그": ["VIP", "vip, 단골", "", "단골;꽃"],
    "메모": ["창가", "두 줄\n메모", "", "900503-1234567"],
    "문자 수신 동의": ["Y", "N", "", "글쎄"],
    "좋아하는 꽃": ["튤립", ""],
    "첫 방문일": ["2020-01-02", "03/04/2020", "", "45000"],
    "누적 금액": ["1,000", "₩2,000", "", "많이"],
}  # fmt: skip
OVERWRITABLE = ("name", "company", "birthday", "number", "phone", "email", "address")


@st.composite
def files(draw):
    headers = ["이름", "휴대폰", *draw(st.lists(st.sampled_from(HEADERS[2:]), unique=True))]
    row = st.tuples(*(st.sampled_from(POOL[header]) for header in headers))
    somebody = ("정국", "010-0142-0009", *[""] * (len(headers) - 2))  # no file of totals alone
    return [tuple(headers), somebody, *draw(st.lists(row, min_size=1, max_size=8))]


OPTIONS = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(["both", "both", "update", "add"]),
        "overwrite": st.lists(st.sampled_from(OVERWRITABLE), unique=True).map(tuple),
        "match": st.lists(
            st.sampled_from(["phone", "email", "name+birthday", "number"]), unique=True
        ).map(tuple),
    }
)


@QUICK
@given(earlier=files(), later=files(), options=OPTIONS)
def test_any_import_adds_up_is_rehearsed_exactly_and_undone_exactly(
    template, earlier, later, options
):
    with open_shop(template) as (core, path):
        bring_in(core, write_csv(path.with_name("earlier.csv"), earlier), header_line=1)
        core.database.now.move(minutes=5)
        before = logical_dump(path)
        file = write_csv(path.with_name("later.csv"), later)
        dry = bring_in(core, file, dry=True, header_line=1, **options)
        assert logical_dump(path) == before
        report = bring_in(core, file, header_line=1, **options)
        assert counts(report) == counts(dry)
        assert problems(report) == problems(dry)
        after = logical_dump(path)
        assert (after == before) == (report.change_set is None)
        assert core.care.check() == []
        if report.change_set is None:
            return
        undone = core.history.undo(report.change_set)
        assert undone.kept == ()
        assert logical_dump(path) == before
        assert core.care.check() == []
        core.history.redo()
        assert logical_dump(path) == after
        assert core.care.check() == []


@QUICK
@given(table=files(), options=OPTIONS)
def test_the_same_file_again_brings_nothing_new(template, table, options):
    with open_shop(template) as (core, path):
        file = write_csv(path.with_name("list.csv"), table)
        bring_in(core, file, header_line=1, match=options["match"])
        dump = logical_dump(path)
        again = bring_in(core, file, header_line=1, mode="update", match=options["match"])
        assert (again.added, again.updated) == (0, 0)
        assert logical_dump(path) == dump


class Desk(RuleBasedStateMachine):
    """A shop at work: what each undo and redo must give back is known from the outside."""

    people = Bundle("people")

    def __init__(self, template: Path) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(shutil.copy(template, Path(self.folder.name) / "shop.db"))
        self.core = open_unsafely(self.path, TickingClock())
        self.heard = []
        self.core.bus.subscribe(self.heard.append)
        self.states = [logical_dump(self.path)]
        self.at = 0
        self.files = 0

    def teardown(self) -> None:
        assert self.core.care.check() == []
        self.core.close()
        self.folder.cleanup()

    def done(self, work, *values):
        """Do something, remember the state it led to unless it changed nothing."""
        self.core.database.now.move(minutes=2)
        self.heard.clear()
        result = work(*values)
        if self.heard:
            del self.states[self.at + 1 :]
            self.states.append(logical_dump(self.path))
            self.at += 1
        else:
            assert logical_dump(self.path) == self.states[self.at]
        return result

    def there(self, contact):
        return contact in [person.id for person in everybody(self.core)]

    @rule(target=people, person=PERSON)
    def add(self, person):
        return self.done(self.core.contacts.add, person["form"])

    @rule(contact=people, field=st.sampled_from(TEXTS), text=TEXT)
    def edit(self, contact, field, text):
        if self.there(contact):
            self.done(self.core.contacts.edit, contact, field, text)

    @rule(contact=people, value=FILLED)
    def add_point(self, contact, value):
        if self.there(contact):
            self.done(self.core.contacts.add_point, contact, "phone", value)

    @rule(contact=people)
    def remove_points(self, contact):
        if self.there(contact):
            for point in self.core.contacts.detail(contact).points:
                self.done(self.core.contacts.remove_point, point.id)

    @rule(contacts=st.lists(people, min_size=1, max_size=3, unique=True), tag=FILLED)
    def tag(self, contacts, tag):
        if all(map(self.there, contacts)):
            self.done(self.core.contacts.tag, contacts, tag)

    @rule(contact=people, body=FILLED)
    def note(self, contact, body):
        if self.there(contact):
            self.done(self.core.contacts.add_note, contact, body)

    @rule(contact=consumes(people))
    def trash(self, contact):
        if self.there(contact):
            self.done(self.core.contacts.trash, [contact])

    @rule(table=files(), options=OPTIONS)
    def import_file(self, table, options):
        self.files += 1
        file = write_csv(self.path.with_name(f"{self.files}.csv"), table)
        self.done(lambda: bring_in(self.core, file, header_line=1, **options))

    @rule()
    def undo(self):
        self.core.database.now.move(minutes=2)
        if self.at == 0:
            with pytest.raises(NothingToUndoError):
                self.core.history.undo()
            return
        assert self.core.history.undo().kept == ()
        self.at -= 1
        assert logical_dump(self.path) == self.states[self.at]

    @rule()
    def redo(self):
        self.core.database.now.move(minutes=2)
        if self.at + 1 == len(self.states):
            with pytest.raises(NothingToUndoError):
                self.core.history.redo()
            return
        assert self.core.history.redo().kept == ()
        self.at += 1
        assert logical_dump(self.path) == self.states[self.at]

    @precondition(lambda self: self.at > 0)
    @rule()
    def restart(self):
        self.core.close()
        self.core = open_unsafely(self.path, self.core.database.now)
        self.core.bus.subscribe(self.heard.append)
        assert logical_dump(self.path) == self.states[self.at]


def test_any_order_of_doing_undoing_and_redoing_is_exact(template):
    run_state_machine_as_test(
        lambda: Desk(template), settings=settings(QUICK, max_examples=7, stateful_step_count=20)
    )
