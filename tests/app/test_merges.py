"""Two contacts become one, and two again."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import GoneError, InvalidInputError, MergedFurtherError, NothingToUndoError
from app.shapes.consents import ConsentForm
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.filters import Condition, Filter
from app.shapes.important_dates import DateForm
from app.shapes.interactions import InteractionForm
from app.shapes.relations import RelationForm
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(
        ContactForm(name="김민지", phone="010-0142-3377", note="버터크림", tags=("단골",))
    )


@pytest.fixture
def kim_again(core):
    return core.contacts.add(
        ContactForm(
            name="김민 지", phone="010 0142 3377", email="minji@example.kr", note="생크림 말고",
            tags=("단골", "케이크"), company="봄날상사",
        )
    )  # fmt: skip


def test_a_merge_fills_hands_over_and_keeps_once(core, kim, kim_again):
    core.interactions.log(InteractionForm(contact_ids=(kim, kim_again), kind="visit"))
    core.interactions.log(InteractionForm(contact_ids=(kim_again,), kind="call", outcome="talked"))
    merged = core.duplicates.merge(kim, kim_again)
    found = core.contacts.detail(kim)
    assert (found.name, found.values["company"]) == ("김민지", "봄날상사")
    assert [(p.kind, p.value) for p in found.points] == [
        ("email", "minji@example.kr"),
        ("phone", "010-0142-3377"),
    ]
    assert found.tags == ("단골", "케이크")
    assert {n.body for n in found.notes} == {"버터크림", "생크림 말고"}
    assert sorted(i.kind for i in found.interactions) == ["call", "visit"]
    with pytest.raises(GoneError):
        core.contacts.detail(kim_again)
    assert [c.id for c in core.contacts.find("minji@example").contacts] == [kim]
    assert (core.contacts.count(), core.duplicates.leads_to(kim_again)) == (1, kim)
    assert core.duplicates.merged_into(kim) == [(merged.change_set, "김민 지")]
    assert core.care.check() == []


def test_a_chosen_value_wins(core, kim, kim_again):
    core.duplicates.merge(kim, kim_again, {"name": "김민지 (봄날)", "company": None})
    found = core.contacts.detail(kim)
    assert (found.name, found.values["company"]) == ("김민지 (봄날)", None)
    assert core.care.check() == []


def test_consent_becomes_the_stricter_one(core, kim, kim_again):
    core.contacts.edit(kim, "consent_sms", "granted")
    core.contacts.edit(kim_again, "consent_sms", "denied")
    core.contacts.edit(kim_again, "consent_email", "granted")
    core.consents.stop_contact(kim_again, stop=True)
    core.duplicates.merge(kim, kim_again)
    values = core.contacts.detail(kim).values
    assert (values["consent_sms"], values["consent_email"]) == ("denied", "granted")
    assert core.consents.state(kim)["service", "any"].state == "withdrawn"


def test_a_role_of_today_counts_more_than_one_that_ended_or_was_taken_away(core, kim, kim_again):
    core.relations.give_role(kim, "customer", "2020-01-01")
    core.relations.end_role(kim, "customer", "2023-05-01")
    core.relations.give_role(kim_again, "customer", "2025-03-01")
    core.relations.give_role(kim, "supplier", "2019-01-01")
    core.relations.end_role(kim, "supplier", "2020-01-01")
    core.relations.take_role(kim, "supplier")
    core.relations.give_role(kim_again, "supplier", "2024-07-01")
    core.duplicates.merge(kim, kim_again)
    assert [(r.role, r.since, r.until) for r in core.relations.roles(kim)] == [
        ("customer", "2020-01-01", ""),
        ("supplier", "2024-07-01", ""),
    ]


def test_a_relation_of_today_counts_more_than_one_that_ended_or_was_taken_away(
    core, shop, kim, kim_again
):
    relate, edit = core.relations.relate, RelationForm
    ended, removed = (core.contacts.add(ContactForm(n, kind="company")) for n in ("가람", "나래"))
    core.relations.end(relate(kim, ended, edit(kind="works_at")), "2023-05-01")
    relate(kim_again, ended, edit(kind="works_at", title="대표"))
    core.relations.remove(relate(kim, removed, edit(kind="works_at", title="사원", note="전에")))
    relate(kim_again, removed, edit(kind="works_at", title="부장", since="2024-07-01"))
    before = logical_dump(shop)
    merged = core.duplicates.merge(kim, kim_again)
    assert {(r.other_name, r.title, r.since, r.until, r.note) for r in core.relations.of(kim)} == {
        ("가람", "대표", "", "", ""),
        ("나래", "부장", "2024-07-01", "", ""),
    }
    core.duplicates.unmerge(merged.change_set)
    assert logical_dump(shop) == before


def test_the_first_company_of_somebody_is_that_still_when_it_is_merged(core, kim):
    firm, again = (core.contacts.add(ContactForm(n, kind="company")) for n in ("봄날", "봄날상사"))
    core.relations.relate(kim, firm, RelationForm(kind="works_at"))
    first = core.relations.relate(kim, again, RelationForm(kind="works_at"))
    core.relations.make_primary(first)
    core.duplicates.merge(firm, again)
    assert [(r.other_id, r.is_primary) for r in core.relations.of(kim)] == [(firm, True)]


def test_nobody_is_in_a_field_of_their_own(core, kim, kim_again):
    by, with_ = (
        core.custom_fields.add(FieldForm(kind="person", label_ko=name)) for name in ("소개", "동행")
    )
    third = core.contacts.add(ContactForm(name="박서준"))
    core.custom_fields.put([kim], by, kim_again)
    core.custom_fields.put([kim_again], by, third)
    core.custom_fields.put([kim_again], with_, kim)
    core.duplicates.merge(kim, kim_again)
    assert [(v.field_id, v.content) for v in core.custom_fields.of(kim)] == [(by, third)]


def test_who_is_somebody_else_than_one_of_two_is_so_when_they_are_merged(core, kim, kim_again):
    third = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    core.duplicates.keep_apart(kim_again, third)
    core.duplicates.merge(kim, kim_again)
    core.duplicates.scan()
    assert core.duplicates.pairs_of(kim) == []


def test_an_unmerge_gives_everything_back(core, shop, kim, kim_again):
    before = logical_dump(shop)
    merged = core.duplicates.merge(kim, kim_again)
    undone = core.duplicates.unmerge(merged.change_set)
    assert undone.kept == ()
    assert logical_dump(shop) == before
    assert core.care.check() == []
    with pytest.raises(NothingToUndoError):
        core.duplicates.unmerge(merged.change_set)


def test_a_merge_that_was_done_again_is_taken_back_as_any(core, shop, kim, kim_again):
    before = logical_dump(shop)
    merged = core.duplicates.merge(kim, kim_again)
    core.history.undo()
    core.history.redo()
    (part,) = core.duplicates.parts(kim)
    assert core.duplicates.merged_into(kim) == [(part.change_set, "김민 지")]
    core.duplicates.unmerge(part.change_set)
    assert logical_dump(shop) == before
    assert part.change_set == merged.change_set


def test_what_came_since_a_merge_stays_and_is_listed(core, kim, kim_again):
    merged = core.duplicates.merge(kim, kim_again)
    core.contacts.edit(kim, "company", "새 회사")
    core.contacts.add_note(kim, "합친 뒤에 쓴 메모")
    undone = core.duplicates.unmerge(merged.change_set)
    assert [(k.table, k.columns) for k in undone.kept] == [("contact", ("company",))]
    found = core.contacts.detail(kim)
    assert found.values["company"] == "새 회사"
    assert {n.body for n in found.notes} == {"버터크림", "합친 뒤에 쓴 메모"}
    assert [n.body for n in core.contacts.detail(kim_again).notes] == ["생크림 말고"]
    assert core.care.check() == []


def test_an_inner_merge_names_the_outer_one_first(core, shop, kim, kim_again):
    third = core.contacts.add(ContactForm(name="김민지 고객님", phone="02-0142-0001"))
    before = logical_dump(shop)
    inner = core.duplicates.merge(kim, kim_again)
    outer = core.duplicates.merge(third, kim)
    assert core.duplicates.leads_to(kim_again) == third
    with pytest.raises(MergedFurtherError) as caught:
        core.duplicates.unmerge(inner.change_set)
    assert (caught.value.change_set, caught.value.name) == (outer.change_set, "김민지 고객님")
    core.duplicates.unmerge(outer.change_set)
    core.duplicates.unmerge(inner.change_set)
    assert logical_dump(shop) == before


def test_nobody_is_merged_with_themselves_or_with_what_is_gone(core, kim, kim_again):
    with pytest.raises(InvalidInputError):
        core.duplicates.merge(kim, kim)
    with pytest.raises(InvalidInputError):
        core.duplicates.merge(kim, kim_again, {"merged_into_id": 5})
    core.duplicates.merge(kim, kim_again)
    with pytest.raises(GoneError):
        core.duplicates.merge(kim_again, kim)
    with pytest.raises(NothingToUndoError):
        core.duplicates.unmerge(
            next(e.change_set for e in core.history.entries() if e.op == "add_contact")
        )


def test_many_pairs_are_merged_in_one_step_and_chains_are_followed(core, shop, kim, kim_again):
    third = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    before = logical_dump(shop)
    assert core.duplicates.merge_all([(kim, kim_again), (kim_again, third), (kim, third)]) == 2
    assert core.contacts.count() == 1
    core.store.undo()
    assert logical_dump(shop) == before


def test_not_the_same_is_remembered(core, kim, kim_again):
    core.duplicates.keep_apart(kim_again, kim)
    with core.store.read() as unit:
        assert unit.duplicates.apart() == {(min(kim, kim_again), max(kim, kim_again))}
    core.store.undo()
    with core.store.read() as unit:
        assert unit.duplicates.apart() == set()


# Anything two people may have in common or not; each rule is a number and two choices.
DEEDS = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)),
    max_size=25,
)


def _do(core, people, fields, deed):
    what, a, b, c = deed
    one, other, firm = people[a], people[b], people[3]
    kinds = ("spouse", "parent", "friend")
    channels, states = ("sms", "any", "email"), ("granted", "denied", "withdrawn")
    deeds = (
        lambda: core.contacts.add_point(one, ("phone", "email", "link")[c], f"0100142{b}377"),
        lambda: core.contacts.tag([one], f"t{c}"),
        lambda: core.contacts.add_note(one, f"메모 {c}"),
        lambda: core.interactions.log(
            InteractionForm(contact_ids=tuple({one, other}), kind="visit")
        ),
        lambda: one == other or core.relations.relate(one, other, RelationForm(kind=kinds[c])),
        lambda: core.relations.relate(one, firm, RelationForm(kind="works_at", title=f"{c}")),
        lambda: core.relations.give_role(one, ("customer", "lead", "supplier")[c]),
        lambda: core.important_dates.add(one, DateForm(kind="other", month=1 + b, day=1 + c)),
        lambda: core.consents.record(
            one, ConsentForm(purpose="advert", channel=channels[b], state=states[c])
        ),
        lambda: core.custom_fields.put([one], fields[0], f"값 {c}"),
        lambda: core.custom_fields.put([one], fields[1], other),
        lambda: core.contacts.edit(
            one, ("company", "nickname", "birthday")[c], f"1990-01-0{b + 1}"
        ),
    )
    deeds[what]()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=DEEDS, order=st.permutations([0, 1, 2]))
def test_any_merges_taken_back_leave_the_shop_as_it_was(core, shop, deeds, order):
    people = [core.contacts.add(ContactForm(name=f"사람 {n}")) for n in range(3)]
    people.append(core.contacts.add(ContactForm(name="회사", kind="company")))
    fields = [
        core.custom_fields.add(FieldForm(kind=kind, label_en=kind)) for kind in ("text", "person")
    ]
    for deed in deeds:
        _do(core, people, fields, deed)
    before = logical_dump(shop)
    a, b, c = (people[n] for n in order)
    inner = core.duplicates.merge(a, b)
    outer = core.duplicates.merge(c, a)
    assert core.care.check() == []
    everybody = Filter((Condition("kind", "any_of", ("person",)),))
    assert not {a, b} & set(core.contacts.filtered(everybody))
    with core.store.read() as unit:
        for gone in (a, b):  # who is merged away has no live children
            assert unit.contacts.points([gone]) == []
            assert unit.tags.of([gone]) == unit.relations.roles([gone]) == {}
            assert list(unit.custom_fields.values([gone])) == []
            assert list(unit.relations.of(gone)) == list(unit.consents.of(gone)) == []
    for change_set in (outer.change_set, inner.change_set):
        assert core.duplicates.unmerge(change_set).kept == ()
    assert logical_dump(shop) == before
    assert core.care.check() == []
