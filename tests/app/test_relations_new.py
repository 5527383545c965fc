"""Relating somebody who is not in the book yet, by a relation that has no name yet."""

import pytest

from app.errors import InvalidInputError
from app.shapes.contacts import ContactForm
from app.shapes.relations import RelationForm
from tests.dumps import logical_dump


@pytest.fixture
def firm(core):
    return core.contacts.add(ContactForm(name="봄날상사", kind="company"))


def test_a_new_person_at_a_company_is_one_step(core, firm, shop):
    before = logical_dump(shop)
    form = RelationForm(kind="works_at", title="대리")
    made = core.relations.relate_new(firm, ContactForm(name="박서준"), form, forward=False)
    (row,) = core.relations.of(firm)
    assert (row.other_id, row.other_name, row.title, row.forward) == (made, "박서준", "대리", False)
    assert core.contacts.detail(made).values["company"] == "봄날상사"
    core.store.undo()
    assert logical_dump(shop) == before


def test_a_new_person_keeps_all_that_was_typed(core, firm):
    form = ContactForm(
        "정하나", "01001094410", "hana@example.com", company="꽃길", note="언니", tags=("#VIP", "#")
    )
    made = core.relations.relate_new(firm, form, RelationForm(kind="friend"))
    hana = core.contacts.detail(made)
    assert [(p.kind, p.value) for p in hana.points] == [
        ("email", "hana@example.com"), ("phone", "010-0109-4410"),
    ]  # fmt: skip
    assert (hana.values["company"], hana.tags) == ("꽃길", ("VIP",))
    assert [note.body for note in hana.notes] == ["언니"]
    nameless = core.relations.relate_new(
        firm, ContactForm(phone="01001094411"), RelationForm(kind="friend")
    )
    assert core.contacts.detail(nameless).name == "010-0109-4411"


def test_a_relation_is_named_while_it_is_made(core, firm, shop):
    kim = core.contacts.add(ContactForm(name="김민지"))
    before = logical_dump(shop)
    form = RelationForm(kind="custom", named="단골 카페", named_back="단골 손님")
    core.relations.relate(kim, firm, form)
    assert core.relations.of(kim)[0].named == "단골 카페"
    assert core.relations.of(firm)[0].named == "단골 손님"
    core.store.undo()
    assert logical_dump(shop) == before


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [
        ("", "person", RelationForm(kind="friend")),
        ("박서준", "person", RelationForm(kind="works_at")),
        ("박서준", "person", RelationForm(kind="custom", named=" ")),
        ("박서준", "person", RelationForm(kind="friend", named="친구")),
    ],
)
def test_nothing_is_added_where_the_relation_cannot_be(core, firm, shop, name, kind, form):
    before = logical_dump(shop)
    with pytest.raises(InvalidInputError):
        core.relations.relate_new(firm, ContactForm(name=name, kind=kind), form)
    assert logical_dump(shop) == before
