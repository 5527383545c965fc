"""Reading the list: windows from both ends, places, filters with a search, many at once."""

import pytest

from app.errors import GoneError
from app.services.contacts import SIEVED
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.interactions import InteractionForm
from tests.app.shop_sales import sell

SORTS = (
    "name", "company", "created_at", "last_contact_at", "visits", "sales_total", "sales_year",
    "last_sale_on", "owed",
)  # fmt: skip
MANY = 23


@pytest.fixture
def crowd(core, clock):
    """Contacts that share names, with and without a company and a last contact."""
    ids = []
    for number in range(MANY):
        clock.move(minutes=1)
        company = f"가게 {number % 4}" if number % 3 else ""
        ids.append(core.contacts.add(ContactForm(f"Kim {number % 7}", company=company)))
    for contact_id in ids[::5]:
        clock.move(hours=1)
        core.interactions.log(InteractionForm(contact_ids=(contact_id,), kind="visit"))
    core.contacts.edit(ids[3], "name", "kim 2")  # of the same place as Kim 2
    for contact_id in ids[::4]:
        sell(core, 1000 * (contact_id % 3), contact_id=contact_id)
    for contact_id in ids[::6]:
        sell(core, 1000 * (contact_id % 3 + 1), contact_id=contact_id, paid=False)
    core.contacts.trash([ids[8]])
    return ids


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", SORTS)
def test_windows_are_the_same_whichever_end_they_are_read_from(core, crowd, sort, descending):
    page = core.contacts.page
    total = core.contacts.count()
    whole = page(sort, descending=descending, offset=0, limit=100)
    assert len(whole) == total == MANY - 1
    for limit in (1, 4, 7):
        read = [
            row
            for offset in range(0, total, limit)
            for row in page(sort, descending=descending, offset=offset, limit=limit, total=total)
        ]
        assert read == whole


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", SORTS)
def test_the_line_of_a_contact_is_counted(core, crowd, sort, descending):
    whole = core.contacts.page(sort, descending=descending, offset=0, limit=100)
    lines = [core.contacts.line_of(row.id, sort, descending=descending) for row in whole]
    assert lines == list(range(len(whole)))
    assert core.contacts.line_of(crowd[8], sort, descending=descending) is None


def test_a_search_with_a_filter_keeps_the_order_of_the_search(core, crowd):
    core.contacts.tag(crowd[:4], "단골")
    wanted = Filter((Condition("tag", "any_of", ("단골",)),))
    plain, _more = core.contacts.search("Kim")
    both, more = core.contacts.search("Kim", wanted)
    assert both == [i for i in plain if i in crowd[:4]]
    assert not more
    few, more = core.contacts.search("Kim", wanted, limit=2)
    assert few == both[:2]
    assert more
    # Of very many that fit the first are sieved: there may be more among the others.
    one, more = core.contacts.search("Kim", wanted, limit=1)
    assert len(core.contacts.search("Kim", limit=100)[0]) > SIEVED
    core.contacts.untag([i for i in both if i not in one], "단골")
    assert core.contacts.search("Kim", wanted, limit=1) == (one, True)


def test_many_get_a_tag_in_one_step_also_those_that_had_it_once(core, crowd):
    core.contacts.tag(crowd[:2], "단골")
    core.contacts.untag(crowd[:1], "단골")
    core.contacts.tag(crowd[:3], "단골")
    assert dict(core.contacts.tags()) == {"단골": 3}
    core.history.undo()
    assert dict(core.contacts.tags()) == {"단골": 1}
    assert core.contacts.rows(crowd[1:2])[crowd[1]].tags == ("단골",)


def test_many_are_given_away_and_trashed_or_none_at_all(core, crowd):
    park = core.staff.add("박준호")
    core.contacts.assign(crowd[:3], park)
    assert {row.owner for row in core.contacts.rows(crowd[:3]).values()} == {"박준호"}
    core.history.undo()
    assert {row.owner for row in core.contacts.rows(crowd[:3]).values()} == {""}
    with pytest.raises(GoneError):
        core.contacts.trash([crowd[0], crowd[8]])  # the second one is there already
    assert core.contacts.count() == MANY - 1
    core.contacts.trash(crowd[:3])
    assert core.contacts.count() == MANY - 4
    assert core.contacts.search("Kim 0")[0][0] not in crowd[:3]
    core.history.undo()
    assert core.contacts.count() == MANY - 1


def test_names_of_lists_come_without_their_counts(core, crowd):
    core.segments.save("Firms", Filter((Condition("kind", "any_of", ("company",)),)))
    assert [row.count for row in core.segments.all(counted=False)] == [None]
    assert [row.count for row in core.segments.all()] == [0]
