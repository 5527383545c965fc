"""What is logged and written about a contact, and the timeline it makes."""

import pytest

from app.bootstrap import Core
from app.errors import GoneError, InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.interactions import InteractionForm


@pytest.fixture
def kim(core: Core) -> int:
    return core.contacts.add(ContactForm("김민지", phone="010-0100-0001"))


def log(core: Core, contact: int, **values: object) -> int:
    return core.interactions.log(InteractionForm(contact_ids=(contact,), **values))


def bodies(core: Core, contact: int, shown: str = "all", **window: int) -> list[str]:
    return [entry.body for entry in core.interactions.timeline(contact, shown, **window)]


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        ({"kind": "visit"}, True), ({"kind": "meeting"}, True), ({"kind": "call"}, False),
        ({"kind": "text"}, False), ({"kind": "call", "outcome": "talked"}, True),
        ({"kind": "visit", "outcome": "no_answer"}, False),
        ({"kind": "call", "outcome": "no_answer", "two_way": True}, True),
        ({"kind": "visit", "two_way": False}, False),
    ],
)  # fmt: skip
def test_who_took_part_is_told_by_outcome_and_kind(core, kim, told, spoken):
    log(core, kim, **told)
    assert bool(core.contacts.rows([kim])[kim].last_contact_at) == spoken


def test_a_timeline_mixes_notes_and_logs_with_pinned_notes_first(core, kim, clock):
    pinned = core.contacts.add_note(kim, "cat")
    clock.move(hours=1)
    log(core, kim, kind="call", outcome="talked", direction="in", body="call")
    clock.move(hours=1)
    core.contacts.add_note(kim, "note")
    core.notes.pin(pinned, pinned=True)
    assert bodies(core, kim) == ["cat", "note", "call"]
    call = core.interactions.timeline(kim)[2]
    assert (call.kind, call.outcome, call.direction) == ("call", "talked", "in")
    assert [note.body for note in core.notes.pinned(kim)] == ["cat"]
    core.notes.pin(pinned, pinned=False)
    assert bodies(core, kim) == ["note", "call", "cat"]


@pytest.mark.parametrize(
    ("shown", "left"),
    [
        ("all", ["email", "visit", "call", "note"]),
        ("notes", ["note"]),
        ("calls", ["call"]),
        ("visits", ["visit"]),
        ("messages", ["email"]),
    ],
)
def test_a_timeline_is_narrowed_to_a_kind(core, kim, clock, shown, left):
    core.contacts.add_note(kim, "note")
    for kind in ("call", "visit", "email"):
        clock.move(hours=1)
        log(core, kim, kind=kind, body=kind)
    assert bodies(core, kim, shown) == left


def test_a_timeline_is_read_in_windows_that_neither_overlap_nor_leave_gaps(core, kim, clock):
    for number in range(25):
        clock.move(minutes=number % 2)  # some of them happen at the same time
        log(core, kim, kind="call", body=str(number))
    whole = bodies(core, kim)
    parts = [body for at in range(0, 30, 7) for body in bodies(core, kim, offset=at, limit=7)]
    assert parts == whole
    assert len(whole) == 25


def test_entries_tell_who_wrote_them_and_only_those_of_the_contact_are_there(core, kim):
    core.staff.rename(core.staff.present_id, "이서연")
    other = core.contacts.add(ContactForm("박서준"))
    core.contacts.add_note(other, "other")
    core.contacts.add_note(kim, "mine")
    (entry,) = core.interactions.timeline(kim)
    assert (entry.body, entry.staff, entry.is_note) == ("mine", "이서연", True)


def test_a_logged_text_is_changed_and_removed_and_each_can_be_undone(core, kim):
    logged = log(core, kim, kind="call", body="call")
    core.interactions.edit(logged, "  long call ")
    assert bodies(core, kim) == ["long call"]
    core.history.undo()
    assert bodies(core, kim) == ["call"]
    core.interactions.remove(logged)
    assert bodies(core, kim) == []
    with pytest.raises(GoneError):
        core.interactions.edit(logged, "again")
    core.history.undo()
    assert bodies(core, kim) == ["call"]


def test_nothing_is_logged_for_nobody_for_the_trash_or_of_an_unknown_kind(core, kim):
    with pytest.raises(InvalidInputError):
        core.interactions.log(InteractionForm(contact_ids=(), kind="call"))
    with pytest.raises(InvalidInputError):
        log(core, kim, kind="dance")
    core.contacts.trash([kim])
    with pytest.raises(GoneError):
        log(core, kim, kind="call")


def test_an_address_is_written_from_its_parts_and_read_back(core, kim):
    parts = {"postcode": "04001", "region": "서울", "city": "마포구", "street": "망원로 22"}
    core.contacts.write_address(kim, 0, parts)
    point = next(p for p in core.contacts.detail(kim).points if p.kind == "address")
    assert point.value == "서울 마포구 망원로 22"
    core.contacts.write_address(kim, point.id, {**parts, "detail": "2층"})
    assert core.contacts.address_of(point.id)["detail"] == "2층"
    with pytest.raises(InvalidInputError):
        core.contacts.write_address(kim, point.id, {"street": "  "})


def test_an_address_known_as_one_text_is_shown_as_its_street(core, kim):
    added = core.contacts.add_point(kim, "address", "Mangwon-ro 22, Seoul")
    assert core.contacts.address_of(added)["street"] == "Mangwon-ro 22, Seoul"


def test_a_phone_gets_another_label_and_a_fax_matches_nobody(core, kim):
    (phone,) = core.contacts.detail(kim).points
    form = ContactForm("Somebody", phone="010-0100-0001")
    assert [found.id for found in core.contacts.look_alikes(form)] == [kim]
    core.contacts.label_point(phone.id, "fax")
    assert core.contacts.look_alikes(form) == []
    assert core.contacts.detail(kim).points[0].label == "fax"
