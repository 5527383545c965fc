"""The timeline of a company or a household has what happened with its people."""

import time
from datetime import UTC, datetime

import pytest

from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm
from app.shapes.relations import RelationForm


@pytest.fixture
def firm(core):
    return core.contacts.add(ContactForm(name="봄날상사", kind="company"))


@pytest.fixture
def staff(core, firm):
    ids = [core.contacts.add(ContactForm(name=name)) for name in ("김민지", "박서준")]
    for contact_id in ids:
        core.relations.relate(contact_id, firm, RelationForm(kind="works_at"))
    return ids


def log(core, *contact_ids, body, day=1):
    at = datetime(2026, 5, day, tzinfo=UTC)
    core.interactions.log(
        InteractionForm(contact_ids=contact_ids, kind="call", body=body, happened_at=at)
    )


def told(core, contact_id, **wanted):
    entries = core.interactions.timeline(contact_id, **wanted)
    return [(entry.body, entry.who) for entry in entries]


def test_entries_of_people_have_their_names_and_those_of_the_company_none(core, firm, staff):
    kim, park = staff
    log(core, firm, body="회사", day=3)
    log(core, kim, body="민지", day=2)
    core.contacts.add_note(park, "메모")
    assert told(core, firm, together=True) == [("메모", "박서준"), ("회사", ""), ("민지", "김민지")]
    assert told(core, firm, shown="calls", together=True) == [("회사", ""), ("민지", "김민지")]
    assert told(core, firm) == [("회사", "")]
    assert told(core, kim, together=True) == [("민지", "")]


def test_what_several_share_shows_once(core, firm, staff):
    kim, park = staff
    log(core, kim, park, body="둘이", day=2)
    log(core, kim, firm, body="회사와", day=1)
    assert told(core, firm, together=True) == [("둘이", "김민지, 박서준"), ("회사와", "")]


def test_people_taken_off_or_thrown_away_take_their_entries_along(core, firm, staff):
    kim, park = staff
    log(core, kim, body="민지")
    log(core, park, body="서준", day=2)
    core.contacts.trash([park])
    assert told(core, firm, together=True) == [("민지", "김민지")]
    core.store.undo()
    (relation,) = core.relations.of(kim)
    core.relations.remove(relation.id)
    assert told(core, firm, together=True) == [("서준", "박서준")]


def test_windows_of_a_long_timeline_follow_each_other(core, firm, staff):
    with core.store.action("log_interaction", kind="call") as unit:
        for number in range(5000):
            unit.interactions.add(
                [staff[number % 2]], kind="call", body=str(number),
                happened_at=f"2025-01-01T{number // 3600:02}:{number // 60 % 60:02}"
                f":{number % 60:02}.000Z",
            )  # fmt: skip
    begun = time.process_time()
    first = core.interactions.timeline(firm, limit=40, together=True)
    assert time.process_time() - begun < 0.4  # ten times what it takes where nothing else runs
    then = core.interactions.timeline(firm, offset=40, limit=40, together=True)
    assert [int(e.body) for e in (*first, *then)] == list(range(4999, 4919, -1))
    assert {e.who for e in first} == {"김민지", "박서준"}
