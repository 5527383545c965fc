"""One line that says what happened and what comes next: one step, one Undo."""

import pytest

from app.errors import GoneError, InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm, LineForm, PlannedContact
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


def test_a_line_logs_and_plans_in_one_step(core, kim, shop):
    before = logical_dump(shop)
    called = InteractionForm(contact_ids=(kim,), kind="call", outcome="talked", body="예약")
    line = LineForm(contact_id=kim, happened=called, at="2026-05-16T15:00", note="예약")
    assert core.interactions.log_line(line)
    assert core.interactions.planned(kim) == PlannedContact("2026-05-16T15:00", "예약")
    assert [entry.body for entry in core.interactions.timeline(kim)] == ["예약"]
    assert core.history.entries(limit=1)[0].op == "log_line"
    core.store.undo()
    assert logical_dump(shop) == before
    core.store.redo()
    core.interactions.finish_plan(kim)
    assert core.interactions.planned(kim) is None
    assert len(core.interactions.timeline(kim)) == 1
    core.stages.plan(kim, "2026-06-01")
    assert core.interactions.planned(kim) == PlannedContact("2026-06-01", "")
    core.interactions.log_line(LineForm(contact_id=kim, at="2026-05-16", note="예약"))
    core.interactions.finish_plan(kim)
    with core.store.read() as unit:
        assert unit.contacts.get(kim).next_contact_note is None


def test_what_is_only_to_be_done_logs_nothing(core, kim):
    assert (
        core.interactions.log_line(LineForm(contact_id=kim, at="2026-05-16", note="배송")) is None
    )
    assert core.interactions.planned(kim) == PlannedContact("2026-05-16", "배송")
    assert core.interactions.timeline(kim) == []
    assert core.history.entries(limit=1)[0].op == "plan_contact"


def test_a_note_is_kept_as_one(core, kim):
    core.interactions.log_line(LineForm(contact_id=kim, written="장미를 좋아함"))
    assert [(e.kind, e.body) for e in core.interactions.timeline(kim)] == [
        ("note", "장미를 좋아함")
    ]


@pytest.mark.parametrize(
    "line",
    [
        {},
        {"at": "someday"},
        {"at": "2026-05-16T15:00+09:00"},
        {"happened": InteractionForm(contact_ids=(1,), kind="dance")},
        {"happened": InteractionForm(contact_ids=(), kind="call")},
    ],
)
def test_what_says_nothing_is_refused(core, kim, line):
    with pytest.raises(InvalidInputError):
        core.interactions.log_line(LineForm(contact_id=kim, **line))


def test_somebody_gone_is_told(core, kim):
    core.contacts.trash([kim])
    for doing in (core.interactions.planned, core.interactions.finish_plan):
        with pytest.raises(GoneError):
            doing(kim)
