"""What a merge hands over of one contact, and that it is of nobody else."""

import pytest

from app.shapes.contacts import ContactForm
from app.shapes.important_dates import DateForm
from app.shapes.relations import RelationForm
from app.shapes.stay_in_touch import TouchForm


@pytest.fixture
def three(core):
    """The one who stays, the one who goes, and a third who has the same of everything."""
    found = []
    for place, name in enumerate(("김민지", "김민 지", "박서준")):
        mail = ("Minji@example.kr", "minji@example.kr", "minji@example.kr")[place]
        one = core.contacts.add(ContactForm(name=name, email=mail, note=f"메모 {place}"))
        core.contacts.add_point(one, "phone", f"010-0142-000{place}")
        core.important_dates.add(one, DateForm(kind="anniversary", month=5, day=20))
        core.important_dates.add(one, DateForm(kind="anniversary", month=6, day=10 + place))
        core.relations.give_role(one, "customer", f"202{place}-01-01")
        found.append(one)
    return found


def of(core, contact):
    found = core.contacts.detail(contact)
    points = sorted((point.kind, point.value.lower()) for point in found.points)
    dates = sorted((one.month, one.day) for one in core.important_dates.of(contact))
    return points, dates, sorted(note.body for note in found.notes)


def test_what_both_have_is_kept_once_and_the_rest_is_handed_over(core, three):
    stays, goes, third = three
    core.stay_in_touch.put("contact", goes, TouchForm(30, 60))
    core.stay_in_touch.put("contact", third, TouchForm(7, 9))
    core.consents.stop_contact(third, stop=True)
    before, roles = of(core, third), core.relations.roles(third)
    said = core.consents.state(third)
    core.duplicates.merge(stays, goes)
    points, dates, notes = of(core, stays)
    assert points == [
        ("email", "minji@example.kr"), ("phone", "010-0142-0000"), ("phone", "010-0142-0001"),
    ]  # fmt: skip
    assert dates == [(5, 20), (6, 10), (6, 11)]
    assert notes == ["메모 0", "메모 1"]
    assert [(one.role, one.since) for one in core.relations.roles(stays)] == [
        ("customer", "2020-01-01")
    ]
    rules = {(one.contact_id, one.ideal_days, one.max_days) for one in core.stay_in_touch.rules()}
    assert rules == {(stays, 30, 60), (third, 7, 9)}
    assert of(core, third) == before
    assert (core.relations.roles(third), core.consents.state(third)) == (roles, said)
    assert core.care.check() == []


def test_the_first_company_of_two_people_in_one_is_the_one_of_who_stays(core, three):
    stays, goes, third = three
    firms = [core.contacts.add(ContactForm(name, kind="company")) for name in ("가람", "나래")]
    for person in three:
        for firm in firms:
            core.relations.relate(person, firm, RelationForm(kind="works_at"))
    for person, firm in ((stays, "가람"), (goes, "나래"), (third, "가람")):
        every = {one.other_name: one.id for one in core.relations.of(person)}
        core.relations.make_primary(every[firm])
    core.duplicates.merge(stays, goes)
    for person in (stays, third):
        told = {one.other_name: one.is_primary for one in core.relations.of(person)}
        assert told == {"가람": True, "나래": False}
    assert core.care.check() == []
