"""The score as a column: kept by every action, sorted by an index, asked by filters."""

import sqlite3
from contextlib import closing

import pytest

from app.jobs import Ticket
from app.shapes.consents import ConsentForm
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from tests.files import bring_in, write_csv


@pytest.fixture
def kims(core):
    return [
        core.contacts.add(ContactForm(name=name, phone="010-0142-3377"))
        for name in ("김민지", "김민 지")
    ]


def stored(core):
    """What stands in the file, which must be what is shown on the page of everybody."""
    with closing(sqlite3.connect(core.path)) as run:
        rows = dict(run.execute(
            "SELECT id, quality FROM contact WHERE deleted_at IS NULL AND merged_into_id IS NULL"
        ))  # fmt: skip
    assert rows == {i: score.value for i, score in core.quality.scores(list(rows)).items()}
    return rows


def test_whatever_is_done_the_stored_score_is_the_one_of_the_page(core, kims):
    one, other = kims
    before = stored(core)[one]
    core.contacts.add_point(one, "email", "kim@naver.co")
    core.interactions.log(InteractionForm(contact_ids=(one,), kind="visit"))
    core.consents.record(one, ConsentForm(purpose="advert", channel="sms", state="granted"))
    assert stored(core)[one] != before
    core.contacts.edit(one, "birthday", "1990-05-03")
    core.contacts.edit(one, "name", "김민지 010-0142-9999")
    stored(core)
    core.contacts.edit(one, "name", "김민지")
    core.duplicates.scan(Ticket())
    assert core.duplicates.count() > 0
    alike = stored(core)
    merged = core.duplicates.merge(one, other)
    assert set(stored(core)) == {one}
    core.duplicates.unmerge(merged.change_set)
    core.duplicates.scan(Ticket())
    assert stored(core) == alike
    core.duplicates.keep_apart(one, other)
    assert stored(core)[other] > alike[other]
    core.history.undo()
    core.contacts.trash([one])  # nobody looks like the other any more
    stored(core)
    core.history.undo()
    assert stored(core) == alike
    core.erasure.erase(one)
    stored(core)
    assert core.care.check() == []


def test_many_at_once_are_judged_afterwards(core, tmp_path):
    rows = [("이름", "휴대폰"), *((f"손님 {n}", f"010-0{n:03}-3377") for n in range(100, 1400))]
    bring_in(core, write_csv(tmp_path / "a.csv", rows))
    with closing(sqlite3.connect(core.path)) as run:
        (left,) = run.execute("SELECT count(*) FROM contact WHERE quality IS NULL").fetchone()
    assert left == 1300
    assert core.quality.judge(Ticket()) == 1300
    assert len(stored(core)) == 1300
    assert core.quality.judge(Ticket()) == 0
    assert core.care.check() == []


def test_the_list_is_in_the_order_of_the_score_and_filters_ask_for_it(core, kims):
    poor = core.contacts.add(ContactForm(name="이하은"))
    core.contacts.add_point(kims[0], "email", "kim@example.kr")
    page = core.contacts.page("quality", descending=False, offset=0, limit=10)
    assert page[0].id == poor
    assert [row.quality for row in page] == sorted(stored(core).values())
    down = core.contacts.page("quality", descending=True, offset=0, limit=10)
    assert [row.id for row in down] == [row.id for row in page][::-1]

    def those(op, value):
        return set(core.contacts.filtered(Filter((Condition("quality", op, (value,)),))))

    assert those("at_most", page[0].quality) == {poor}
    assert those("at_least", page[0].quality + 1) == set(kims)


def test_the_order_is_read_off_an_index(core, kims):
    with closing(sqlite3.connect(core.path)) as run:
        plan = run.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM contact WHERE deleted_at IS NULL"
            " AND merged_into_id IS NULL ORDER BY quality, id LIMIT 256"
        ).fetchall()
    assert "ix_contact_quality" in plan[0][3]


def test_check_finds_a_score_that_is_wrong(core, kims):
    with closing(sqlite3.connect(core.path)) as run:
        run.execute("UPDATE contact SET quality = 3 WHERE id = ?", (kims[0],))
        run.commit()
    (found,) = core.care.check()
    assert (found.what, found.where, found.count) == ("derived", "contact.quality", 1)
