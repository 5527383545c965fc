"""What somebody typed about a contact and its tags: nothing that shows nothing is kept."""

import pytest

from app.errors import InvalidInputError, Problem
from app.shapes.contacts import NAME_LIMIT, ContactForm
from tests.dumps import logical_dump

UNSEEN = "\u200b \u3164"  # as an empty name is copied along with a phone number


def test_a_name_that_shows_nothing_is_none(core, shop):
    before = logical_dump(shop)
    with pytest.raises(InvalidInputError) as refused:
        core.contacts.add(ContactForm(name=UNSEEN))
    assert refused.value.problems == {"name": Problem.REQUIRED}
    assert logical_dump(shop) == before
    kim = core.contacts.add(ContactForm(name=UNSEEN, phone="01001420001"))
    assert core.contacts.detail(kim).name == "010-0142-0001"


def test_a_name_is_as_long_as_it_is_kept():
    apart = "\u1112\u1161\u11ab"  # 한, typed on a Mac: three letters that become one
    assert ContactForm(name=apart * NAME_LIMIT).problems() == {}
    assert ContactForm(name=apart * (NAME_LIMIT + 1)).problems() == {"name": Problem.TOO_LONG}


def test_a_tag_has_a_name(core, shop):
    kim = core.contacts.add(ContactForm(name="김민지", tags=("#", "# # VIP", UNSEEN, " ")))
    assert core.contacts.detail(kim).tags == ("VIP",)
    before = logical_dump(shop)
    for nothing in ("", "#", "# #", UNSEEN):
        with pytest.raises(InvalidInputError):
            core.contacts.tag([kim], nothing)
    assert logical_dump(shop) == before
    core.contacts.tag([kim], "#정기")
    assert [row.name for row in core.tags.all()] == ["VIP", "정기"]
    assert core.history.entries(limit=1)[0].facts["tag"] == "정기"
    with pytest.raises(InvalidInputError):
        core.tags.rename("정기", "# ")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "ghost"), ("gender", "F"), ("consent_sms", "yes"), ("birthday_calendar", "moon"),
        ("photo", "0" * 64),
    ],
)  # fmt: skip
def test_a_field_of_codes_takes_no_other_text(core, shop, field, value):
    kim = core.contacts.add(ContactForm(name="김민지"))
    before = logical_dump(shop)
    with pytest.raises(InvalidInputError):
        core.contacts.edit(kim, field, value)
    assert logical_dump(shop) == before
