"""The sample shop: as many contacts as asked for, with the muddle of real lists."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from shutil import copy

import pytest

from app.bootstrap import open_core
from app.demo import SHOP_OF_THE_PICTURES, fill, remove
from app.demo_sales import OF_THE_PICTURES
from app.jobs import CancelledError, Ticket
from app.settings import SHOP_NAME, TIME_ZONE
from app.shapes.sales import LineForm, SaleFilter, SaleForm
from tests.app.shop_sales import counted, stored
from tests.conftest import NOW, TickingClock
from tests.dumps import logical_dump
from tests.files import bring_in, export, outcome

PEOPLE = 2000


def rows(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def made(folder, template, **wanted):
    """Fill a shop once; every test works on a copy of it."""
    path = Path(copy(template, folder / "shop.db"))
    core = open_core(path, now=TickingClock())
    core.settings.put(TIME_ZONE, "Asia/Seoul")
    fill(core, seed=1, ticket=Ticket(), **wanted)
    core.close()
    return path


@pytest.fixture(scope="module")
def muddled(tmp_path_factory, template):
    return made(tmp_path_factory.mktemp("muddled"), template, people=PEOPLE)


@pytest.fixture(scope="module")
def painted(tmp_path_factory, template):
    return made(tmp_path_factory.mktemp("painted"), template, people=None)


@pytest.fixture
def demo(muddled, shop, clock):
    """As many contacts as asked for, with the muddle of real lists."""
    core = open_core(copy(muddled, shop), now=clock)
    yield core
    core.close()


@pytest.fixture
def pictures(painted, shop, clock):
    """The shop of the pictures."""
    core = open_core(copy(painted, shop), now=clock)
    yield core
    core.close()


def test_the_sample_shop_is_as_muddled_as_real_lists_are(demo, shop):
    assert demo.contacts.count() == PEOPLE
    people = rows(
        shop,
        "SELECT c.id, c.name, c.name_key, c.kind, c.birthday, (SELECT p.key FROM contact_point p"
        " WHERE p.contact_id = c.id AND p.kind = 'phone') FROM contact c",
    )
    without_phone = sum(key is None for *_rest, key in people)
    assert 0.03 * PEOPLE <= without_phone <= 0.08 * PEOPLE
    by_phone = {}
    for _id, _name, name_key, _kind, _birthday, key in people:
        if key:
            by_phone.setdefault(key, []).append(name_key)
    families = sum(len(names) - 1 for names in by_phone.values() if len(set(names)) > 1)
    assert 0.02 * PEOPLE <= families <= 0.045 * PEOPLE
    twins = sum(n - 1 for n in Counter((p[5], p[2]) for p in people if p[5]).values())
    assert 0.01 * PEOPLE <= twins <= 0.03 * PEOPLE
    assert any(name.isascii() for _id, name, *_rest in people)
    assert any(len(name) > 15 for _id, name, *_rest in people)
    assert any(kind == "company" for _id, _name, _key, kind, *_rest in people)
    assert any(birthday and birthday < "1946" for *_rest, birthday, _phone in people)
    assert demo.care.check() == []


def test_no_real_number_or_address_is_in_the_sample_shop(demo, shop):
    phones = rows(shop, "SELECT value FROM contact_point WHERE kind = 'phone'")
    assert {value[:6] for (value,) in phones} == {"010-01"}
    mails = rows(shop, "SELECT value FROM contact_point WHERE kind = 'email'")
    assert {value.partition("@")[2] for (value,) in mails} == {"example.com"}


def test_the_same_seed_makes_the_same_shop(tmp_path, template, clock):
    exports = {}
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        core = open_core(copy(template, tmp_path / f"{name}.db"), now=clock)
        fill(core, people=300, seed=seed, ticket=Ticket())
        lines = export(core, tmp_path / "out.csv", exact=True).read_text(encoding="utf-8")
        exports[name] = [line.partition(",")[2] for line in lines.splitlines()]  # without the id
        core.close()
    assert exports["a"] == exports["b"]
    assert exports["a"] != exports["c"]


def test_a_shop_with_contacts_is_filled_up_and_never_over(demo):
    fill(demo, people=PEOPLE + 10, seed=3, ticket=Ticket())
    assert demo.contacts.count() == PEOPLE + 10
    fill(demo, people=5, seed=3, ticket=Ticket())
    assert demo.contacts.count() == PEOPLE + 10


@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
def test_the_sample_shop_goes_out_and_comes_back_the_same(demo, tmp_path, shop, name):
    before = logical_dump(shop)
    report = bring_in(demo, export(demo, tmp_path / name))
    assert outcome(report) == {"same": PEOPLE}
    assert logical_dump(shop) == before


def test_the_sample_shop_is_one_step_that_can_be_undone(core, shop):
    fill(core, people=300, seed=1, ticket=Ticket())
    core.history.undo()
    assert core.contacts.count() == 0
    assert rows(shop, "SELECT count(*) FROM tag") == [(0,)]
    assert core.care.check() == []


def test_without_a_number_it_is_the_shop_of_the_pictures(pictures):
    assert pictures.contacts.count() == SHOP_OF_THE_PICTURES
    assert pictures.settings.get(SHOP_NAME)
    assert "김민지" in [c.name for c in pictures.contacts.find("3377").contacts]


def test_the_shop_of_the_pictures_has_three_years_of_plausible_sales(pictures, shop):
    assert pictures.sale_lists.totals(SaleFilter()).count == OF_THE_PICTURES
    assert stored(shop) == counted(shop, NOW.date())
    assert pictures.care.check() == []
    months = {
        month.period[5:]: 0 for month in pictures.sale_lists.months("2024-01-01", "2025-12-31")
    }
    for month in pictures.sale_lists.months("2024-01-01", "2025-12-31"):
        months[month.period[5:]] += month.count
    assert max(months, key=months.get) == "05"  # Parents' Day
    years = {year.period: year.count for year in pictures.sale_lists.months("", "")}
    assert sum(n for p, n in years.items() if p < "2025") < sum(
        n for p, n in years.items() if p >= "2025"
    )
    visits = [row[0] for row in rows(shop, "SELECT visits FROM contact WHERE visits IS NOT NULL")]
    assert sum(sorted(visits)[-len(visits) // 5 :]) > sum(visits) * 0.4  # a fifth buys the most
    early = "SELECT count(*) FROM contact WHERE first_sale_on < first_seen_on"
    assert rows(shop, early) == [(0,)]
    last = rows(shop, "SELECT name, last_sale_on FROM contact WHERE name = '정우진'")
    assert ("정우진", "2026-03-12") in last
    owing = pictures.sale_lists.receivables()
    assert 5 <= len(owing) <= 100
    assert all(one.contact_id for one in owing)


def test_nothing_is_sold_later_than_the_moment_of_the_pictures(pictures, shop):
    ((last, count),) = rows(
        shop, "SELECT max(sold_at), count(*) FROM sale WHERE sold_on = '2026-05-12'"
    )
    assert count > 0
    assert last <= "2026-05-12T00:00:00.000Z"  # nine o'clock in Korea
    ((last,),) = rows(shop, "SELECT max(paid_at) FROM payment")
    assert last <= "2026-05-12T00:00:00.000Z"


def test_who_is_in_the_pictures_bought_what_the_pictures_tell(pictures):
    kim = pictures.contacts.find("3377").contacts[0]
    card = pictures.sale_lists.card(kim.id)
    assert (card.visits, card.total, card.average, card.usual_gap) == (34, 2_346_000, 69_000, 21)
    assert (card.first_on, card.last_on) == ("2024-05-03", "2026-03-31")


def test_sales_are_added_to_a_shop_that_has_its_people_and_never_too_many(demo, shop):
    for orders in (500, 500, 20, 700):
        fill(demo, people=PEOPLE, seed=1, ticket=Ticket(), orders=orders)
    assert demo.sale_lists.totals(SaleFilter()).count <= 700
    assert demo.sale_lists.count(SaleFilter()) >= 700
    assert stored(shop) == counted(shop, NOW.date())
    assert demo.care.check() == []
    somebody = demo.contacts.page("sales_year", descending=True, offset=0, limit=1)[0]
    demo.sales.sell(SaleForm((LineForm(5_000),), contact_id=somebody.id))
    assert remove(demo) == 1
    assert demo.contacts.count() == 0
    assert [row.total for row in demo.sale_lists.page(SaleFilter(), offset=0, limit=9)] == [5_000]
    assert demo.care.check() == []


def test_a_stopped_sample_shop_is_none(core, shop):
    before = logical_dump(shop)
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(CancelledError):
        fill(core, people=1000, seed=1, ticket=ticket)
    assert logical_dump(shop) == before


def test_the_tasks_of_the_pictures_are_there(pictures):
    counts = {s.section: s.count for s in pictures.task_lists.sections()}
    assert [counts[s] for s in ("overdue", "today", "tomorrow", "this_week", "later")] == [
        3, 4, 2, 3, 14
    ]  # fmt: skip
    assert counts["done_today"] == 5
    assert pictures.care.check() == []


def test_three_task_plans_are_there_and_one_of_them_is_under_way(pictures):
    assert [p.name for p in pictures.task_plans.all()] == ["뜸해진 단골", "예식 꽃", "첫 방문 뒤"]
    (run,) = pictures.task_plans.runs()
    assert (run.contact, pictures.task_plans.suggested(run.id).title) == ("정우진", "안부 전화")
