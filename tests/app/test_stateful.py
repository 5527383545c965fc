"""Random work at the desk against a plain model of the shop: both say the same after each step."""

import os
from functools import partial

import hypothesis
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from app.errors import NothingToUndoError
from app.ops import Op
from app.shapes.contacts import ContactForm
from tests.app.desk_at_work import FIELDS, PICK, TEXT, DeskAtWork
from tests.app.test_properties import QUICK, open_unsafely

EXAMPLES = int(os.environ.get("FAULT_EXAMPLES", "0"))  # more of them, with a seed: make faults


class DeskAndModel(DeskAtWork):
    """All that, taken back and done again, with time passing and the program started anew."""

    @rule(
        pick=PICK, field=FIELDS, texts=st.lists(TEXT, min_size=1, max_size=3), slow=st.booleans(),
        then=st.sampled_from(["no more", "undo", "undo the first"]),
    )  # fmt: skip
    def edit(self, pick, field, texts, slow, then):
        if contact := self.pick("contact", pick):
            begun = len(self.model.steps)
            for text in texts:
                self.both(
                    Op.EDIT_CONTACT, partial(self.core.contacts.edit, contact, field, text),
                    {("contact", contact): {field: text}},
                )  # fmt: skip
                self.clock.move(minutes=slow)
            if then == "undo":
                self.undo_steps(2)
            elif then == "undo the first" and len(self.model.steps) > begun:
                self.undo_one(self.model.steps[begun])

    def take_back(self, step, op, work):
        """Undo or redo in both; they must do, leave and refuse the same."""
        if step is None:
            with pytest.raises(NothingToUndoError):
                work()
            return
        did, kept = self.model.take_back(step, op, self.clock.now)
        if not did and not kept:
            with pytest.raises(NothingToUndoError):
                work()
            return
        undone = work()
        assert (undone.change_set is not None) == did
        assert {(row.table, row.row_id) for row in undone.kept} == kept
        assert self.core.care.check() == []
        self.note_step()

    def undo_steps(self, steps):
        for _ in range(steps):
            self.take_back(self.model.last_step(), Op.UNDO, self.core.history.undo)

    @rule(steps=st.integers(1, 4), again=st.integers(0, 4))
    def undo(self, steps, again):
        self.undo_steps(steps)
        for _ in range(again):
            self.take_back(self.model.last_undo(), Op.REDO, self.core.history.redo)

    @precondition(lambda self: self.model.last_undo())
    @rule()
    def redo(self):
        self.take_back(self.model.last_undo(), Op.REDO, self.core.history.redo)

    @precondition(lambda self: not self.model.last_undo())
    @rule()
    def redo_nothing(self):
        with pytest.raises(NothingToUndoError):
            self.core.history.redo()

    @rule(pick=PICK)
    def undo_from_history(self, pick):
        steps = [s for s in self.model.steps if s.undoes is None]
        self.undo_one(steps[-1 - pick % len(steps)])

    def undo_one(self, step):
        if self.model.is_undone(step):
            with pytest.raises(NothingToUndoError):
                self.core.history.undo(step.id)
        else:
            self.take_back(step, Op.UNDO, lambda: self.core.history.undo(step.id))

    @rule()
    def wait(self):
        self.clock.move(minutes=2)

    @rule()
    def restart(self):
        self.core.close()
        self.core = open_unsafely(self.path, self.clock)
        self.model.passed_over = []


def test_the_shop_is_what_a_plain_model_of_it_says_after_any_order_of_steps(
    template, record_property
):
    seed = int(os.environ.get("FAULT_SEED", "1"))
    how = settings(QUICK, max_examples=8, stateful_step_count=20)
    if EXAMPLES:
        how = settings(how, max_examples=EXAMPLES, stateful_step_count=60, derandomize=False)
    steps = [0]

    class Counted(DeskAndModel):
        def note_step(self):
            steps[0] += 1
            super().note_step()

    machine = hypothesis.seed(seed)(Counted) if EXAMPLES else Counted
    run_state_machine_as_test(lambda: machine(template), settings=how)
    record_property("found", f"{steps[0]} actions, none told otherwise than by the model")


def test_a_text_typed_back_within_a_minute_does_not_bar_the_way_to_earlier_steps(core, clock):
    contact = core.contacts.add(ContactForm(name="가람"))
    core.contacts.edit(contact, "company", "나래")
    clock.move(minutes=2)
    core.contacts.edit(contact, "name", "다솜")
    core.contacts.edit(contact, "name", "가람")
    while core.contacts.detail(contact).values["company"]:
        core.history.undo()


def test_a_step_that_cannot_be_taken_back_does_not_bar_the_way_to_earlier_ones(core, clock):
    contact = core.contacts.add(ContactForm(name="가람"))
    core.contacts.edit(contact, "company", "나래")
    clock.move(minutes=2)
    core.contacts.tag([contact], "단골")
    tagged = core.history.entries(limit=1)[0].change_set
    core.contacts.untag([contact], "단골")
    core.contacts.tag([contact], "단골")
    core.history.undo(tagged)  # the tag is as that step left it: it goes
    for _ in range(3):
        core.history.undo()
    assert not core.contacts.detail(contact).values["company"]
