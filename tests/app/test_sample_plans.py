"""The plans to begin with can be kept as they are, in both languages."""

import pytest

from app.sample_plans import sample_plans


@pytest.mark.parametrize("language", ["ko", "en", "xx"])
def test_the_plans_to_begin_with_can_be_kept(core, language):
    for form in sample_plans(language):
        core.task_plans.add(form)
    assert len(core.task_plans.all()) == 3


def test_both_languages_have_the_same_steps():
    korean, english = sample_plans("ko"), sample_plans("en")
    for one, other in zip(korean, english, strict=True):
        assert (one.anchor, len(one.steps)) == (other.anchor, len(other.steps))
        for here, there in zip(one.steps, other.steps, strict=True):
            assert (here.kind, here.offset_days, here.after, here.mode, here.at_time) == (
                there.kind, there.offset_days, there.after, there.mode, there.at_time
            )  # fmt: skip
