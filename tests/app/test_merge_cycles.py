"""Merging and un-merging over and over, in chains and in turn, with edits in between.

A plain model keeps for everybody what they were told themselves: a merge changes nothing in it,
an edit goes to whoever stands for the others at the time. When all merges are taken back, the
shop must say the same.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap import Core, open_core
from app.errors import MergedFurtherError
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.relations import RelationForm
from tests.conftest import TickingClock
from tests.dumps import logical_dump

COLUMNS = ("company", "nickname", "likes", "source")
STEPS = st.lists(
    st.tuples(st.sampled_from(["merge", "unmerge", "edit"]), st.integers(0, 11), st.integers(0, 8)),
    max_size=20,
)  # fmt: skip
MANY = settings(max_examples=15, deadline=None)


class Book:
    """A shop of four people, and what they were told themselves."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.field = core.custom_fields.add(FieldForm(kind="text", label_en="Avoid"))
        self.people = [core.contacts.add(ContactForm(name=f"사람 {n}")) for n in range(4)]
        self.columns = {who: dict.fromkeys(COLUMNS) for who in self.people}
        self.own: dict[int, str | None] = dict.fromkeys(self.people)
        self.tags: dict[int, set[str]] = {who: set() for who in self.people}
        self.points: dict[int, tuple[int, str]] = {}  # id: whose, value
        self.notes: dict[int, tuple[int, str]] = {}
        self.merges: list[int] = []  # change sets that stand
        self.told = 0

    def living(self) -> list[int]:
        leads = self.core.duplicates.leads_to
        return [who for who in self.people if leads(who) == who]

    def merge(self, a: int, b: int) -> None:
        there = self.living()
        stays, goes = there[a % len(there)], there[b % len(there)]
        if stays != goes:
            self.merges.append(self.core.duplicates.merge(stays, goes).change_set)

    def unmerge(self, which: int) -> None:
        """Take back any merge that stands; one inside a later one is refused and stays."""
        if not self.merges:
            return
        change_set = self.merges[which % len(self.merges)]
        try:
            self.core.duplicates.unmerge(change_set)
        except MergedFurtherError as error:
            outer = error.change_set
        else:
            outer = None
            self.merges.remove(change_set)
        assert outer is None or outer in self.merges

    def edit(self, who: int, what: int) -> None:
        """Tell whoever stands there something nobody has told before."""
        core, there = self.core, self.living()
        one = there[who % len(there)]
        self.told += 1
        text = f"값 {self.told}"
        if what < len(COLUMNS):
            core.contacts.edit(one, COLUMNS[what], text)
            self.columns[one][COLUMNS[what]] = text
        elif what == 4:
            core.custom_fields.put([one], self.field, text)
            self.own[one] = text
        elif what == 5:
            core.contacts.tag([one], text)
            self.tags[one].add(text)
        elif what == 6:
            phone = f"010-0142-{self.told:04}"
            self.points[core.contacts.add_point(one, "phone", phone)] = (one, phone)
        elif what == 7:
            self.notes[core.contacts.add_note(one, text)] = (one, text)
        elif self.notes:
            note = list(self.notes)[who % len(self.notes)]
            core.notes.edit(note, text)
            self.notes[note] = (self.notes[note][0], text)

    def take_all_back(self) -> None:
        while self.merges:
            self.core.duplicates.unmerge(self.merges.pop())

    def agrees(self) -> None:
        for who in self.people:
            found = self.core.contacts.detail(who)
            assert {c: found.values[c] for c in COLUMNS} == self.columns[who]
            assert set(found.tags) == self.tags[who]
            points = {(p.id, p.value) for p in found.points}
            assert points == {(i, v) for i, (whose, v) in self.points.items() if whose == who}
            notes = {(n.id, n.body) for n in found.notes}
            assert notes == {(i, v) for i, (whose, v) in self.notes.items() if whose == who}
            (own,) = [v.content for v in self.core.custom_fields.of(who)] or [None]
            assert own == self.own[who]
        assert self.core.care.check() == []


def take(book: Book, steps: list[tuple[str, int, int]]) -> None:
    for step, one, other in steps:
        if step == "unmerge":
            book.unmerge(one)
        else:
            (book.merge if step == "merge" else book.edit)(one, other)


@MANY
@given(steps=STEPS)
def test_what_was_told_meanwhile_stays_with_whom_it_was_told_of(template, steps):
    with TemporaryDirectory() as folder:
        core = open_core(shutil.copy(template, Path(folder) / "shop.db"), now=TickingClock())
        book = Book(core)
        take(book, steps)
        book.take_all_back()
        book.agrees()
        core.close()


@MANY
@given(before=STEPS, steps=STEPS)
def test_merging_and_unmerging_in_any_order_leaves_the_shop_as_it_was(template, before, steps):
    with TemporaryDirectory() as folder:
        core = open_core(shutil.copy(template, Path(folder) / "shop.db"), now=TickingClock())
        book = Book(core)
        take(book, [step for step in before if step[0] == "edit"])
        first, second, third, _last = book.people
        core.relations.relate(first, second, RelationForm(kind="spouse"))
        core.relations.relate(second, third, RelationForm(kind="parent"))
        core.relations.relate(third, first, RelationForm(kind="friend"))
        dump = logical_dump(core.path)
        take(book, [step for step in steps if step[0] != "edit"])
        book.take_all_back()
        assert logical_dump(core.path) == dump
        book.agrees()
        core.close()


def test_two_are_merged_one_is_edited_and_both_stand_apart_again(core, tmp_path):
    book = Book(core)
    kim, again = book.people[:2]
    core.contacts.edit(again, "company", "봄날상사")
    core.contacts.add_point(again, "phone", "010-0142-3377")
    merged = core.duplicates.merge(kim, again)
    point = core.contacts.detail(kim).points[0]
    core.contacts.edit_point(point.id, "010-0142-4488")
    core.contacts.edit(kim, "company", "새 회사")
    undone = core.duplicates.unmerge(merged.change_set)
    assert [(kept.table, kept.columns) for kept in undone.kept] == [("contact", ("company",))]
    one, other = core.contacts.detail(kim), core.contacts.detail(again)
    assert (one.values["company"], other.values["company"]) == ("새 회사", "봄날상사")
    assert one.points == ()
    assert [p.value for p in other.points] == ["010-0142-4488"]  # mended, and gone home
    assert core.care.check() == []


def test_a_merge_that_another_one_went_on_from_names_that_one_first(core):
    stays, first, second = (core.contacts.add(ContactForm(name=name)) for name in "가나다")
    core.contacts.edit(first, "consent_sms", "granted")
    core.contacts.edit(second, "consent_sms", "denied")
    inner = core.duplicates.merge(stays, first)
    outer = core.duplicates.merge(stays, second)  # the stricter answer counts now
    with pytest.raises(MergedFurtherError) as refused:
        core.duplicates.unmerge(inner.change_set)
    assert (refused.value.change_set, refused.value.name) == (outer.change_set, "다")
    core.duplicates.unmerge(outer.change_set)
    assert core.contacts.detail(stays).values["consent_sms"] == "granted"
    core.duplicates.unmerge(inner.change_set)
    assert core.contacts.detail(stays).values["consent_sms"] is None


def test_merges_that_have_nothing_to_do_with_each_other_come_apart_in_any_order(core, shop):
    stays, first, second = (core.contacts.add(ContactForm(name=name)) for name in "가나다")
    core.contacts.add_note(first, "하나")
    core.contacts.add_note(second, "둘")
    before = logical_dump(shop)
    merges = [core.duplicates.merge(stays, each).change_set for each in (first, second)]
    for change_set in merges:
        core.duplicates.unmerge(change_set)
    assert logical_dump(shop) == before
