"""The sample shop: as many contacts as asked for, with the muddle of real lists."""

import sqlite3
from collections import Counter
from contextlib import closing
from shutil import copy

import pytest

from app.bootstrap import open_core
from app.demo import SHOP_OF_THE_PICTURES, fill, remove
from app.demo_sales import OF_THE_PICTURES
from app.jobs import CancelledError, Ticket
from app.settings import SHOP_NAME
from app.shapes.deals import DealFilter
from app.shapes.sales import LineForm, SaleFilter, SaleForm
from tests.app.sample_shop import filled
from tests.app.shop_sales import counted, stored
from tests.conftest import NOW
from tests.dumps import logical_dump
from tests.files import bring_in, export, outcome

PEOPLE = 2000


def rows(path, query, *given):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, given).fetchall()


@pytest.fixture(scope="module")
def muddled(tmp_path_factory, template):
    return filled(tmp_path_factory.mktemp("muddled"), template, people=PEOPLE)


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


PICTURED = """
Inquiry: 개업 축하 화환, 온새미 스튜디오, 640000, 1 , today call 2026-05-12T16:00, 박준호
Inquiry: 가을 정원 결혼식, 신예린, 3800000, 2 , later visit 2026-05-16, 이서연
Inquiry: 사무실 로비 매주 꽃, 한빛 세무회계, 1440000, 8 amber, none, 최유진
Inquiry: 졸업 사진 소품, 송하늘, 260000, 1 , later message 2026-05-13, 최유진
Quote sent: 6월 예식 부케 세트, 이하은, 2150000, 3 , today message 2026-05-12T11:00, 이서연
Quote sent: 매주 책상 꽃, 문채은, 1320000, 4 , later visit 2026-05-13T17:00, 박준호
Quote sent: 어머니 환갑, 김민지, 380000, 9 amber, later call 2026-05-13T15:00, 박준호
Quote sent: 호텔 객실 꽃, 류태영, 1920000, 16 red, overdue call 2026-05-08, 최유진
Site visit: 옥상 파티, 6월 6일, 황민석, 1180000, 5 , later visit 2026-05-14T14:00, 이서연
Site visit: 접수대 매월 꽃, 더담 치과, 960000, 4 , later visit 2026-05-15T16:00, 박준호
Negotiation: 책방 진열창, 6개월, 느린오후 책방, 2640000, 6 , later meeting 2026-05-18, 박준호
Negotiation: 약혼식 저녁, 강지호, 720000, 2 , today call 2026-05-12T17:00, 최유진
Negotiation: 직원 꽃 수업, 12명, 온새미 스튜디오, 840000, 11 amber, none, 이서연
Contract: 카페 테이블 꽃, 1년, 카페 모루, 4320000, 3 , later meeting 2026-05-13T10:30, 이서연
Contract: 재계약 2026, 스튜디오 결, 5760000, 7 , later message 2026-05-20, 이서연
Contract: 예식, 5월 30일, 최수빈, 2980000, 2 , today pay 2026-05-12, 최유진
"""


def test_the_deals_of_the_sample_shop_are_those_of_the_pictures(pictures):
    pipeline = pictures.pipelines.default()
    closing = DealFilter(close_first="2026-05-01", close_last="2026-07-31", sort="rank")
    board = pictures.deal_board.board(pipeline.id, closing)
    english = ("Inquiry", "Quote sent", "Site visit", "Negotiation", "Contract")
    told = [
        f"{stage}: {card.title}, {card.contact}, {card.amount}, {card.days} {card.wait},"
        f" {' '.join(filter(None, (card.next_state, card.next_kind, card.next_at)))}, {card.owner}"
        for stage, column in zip(english, board.columns, strict=True)
        for card in column.cards
    ]
    assert told == PICTURED.strip().splitlines()
    assert (board.count, board.all, board.waiting) == (16, 18, 4)
    assert (board.value, board.weighted) == (31_310_000, 18_109_000)
    assert [(c.count, c.value, c.weighted) for c in board.columns] == [
        (4, 6_140_000, 614_000), (4, 5_770_000, 1_731_000), (2, 2_140_000, 1_070_000),
        (3, 4_200_000, 2_940_000), (3, 13_060_000, 11_754_000),
    ]  # fmt: skip
    assert pictures.deal_board.totals().weighted == board.weighted  # the others have no value yet
    assert (pictures.deal_board.open_count(), pictures.deal_board.waiting()[1]) == (18, 4)
    (quote,) = pictures.quotes.page()
    assert (quote.contact, quote.status, quote.total) == ("류태영", "sent", 1_920_000)
    tagged = {row.title: row.deal_amount for row in pictures.task_lists.page("this_week")}
    assert tagged == {
        "옥상 보러 가기": 1_180_000, "더담 치과 접수대 꽃 자리 재기": 960_000,
        "스승의 날 꽃다발 준비": None,
    }  # fmt: skip


def test_sums_of_deals_are_those_of_the_rows_whoever_counts_them(pictures, shop):
    pipeline = pictures.pipelines.default()
    board = pictures.deal_board.board(pipeline.id)
    shown = (
        "count(*), ifnull(sum(d.amount), 0), ifnull(sum((d.amount * d.probability + 50) / 100), 0)"
        " FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id WHERE s.kind = 'open'"
        " AND d.deleted_at IS NULL AND d.currency = 'KRW'"
    )
    columns = rows(
        shop,
        f"SELECT s.name, {shown} AND ifnull(d.later_until <= '2026-05-12', 1)"
        " GROUP BY s.id ORDER BY s.position",
    )
    assert [(c.stage.name, c.count, c.value, c.weighted) for c in board.columns] == columns
    assert [sum(card.weighted for card in c.cards) for c in board.columns] == [
        row[3] for row in columns
    ]
    totals = pictures.deal_board.totals(DealFilter(pipeline_id=pipeline.id))
    listed = pictures.deal_board.page(DealFilter(pipeline_id=pipeline.id), limit=1000)
    assert (len(listed), sum(row.amount or 0 for row in listed)) == (totals.count, totals.value)
    assert (totals.count, totals.value, totals.weighted) == (
        board.count, board.value, board.weighted,
    )  # fmt: skip
    told = pictures.forecasts.forecast()
    months = {month.month: month for month in (*told.months, told.undated)}
    by_month = rows(
        shop,
        "SELECT ifnull(max('2026-05', substr(d.expected_close, 1, 7),"
        f" ifnull(substr(d.later_until, 1, 7), '')), ''), {shown} GROUP BY 1",
    )
    assert len(by_month) == 5
    for month, *sums in by_month:
        found = months.pop(month)
        assert [found.deals, found.value, found.weighted] == sums
    assert not any(month.deals for month in (*months.values(), told.later))
    assert sum(row[2] for row in by_month) == board.value
    assert sum(row[3] for row in by_month) == board.weighted
    won = rows(
        shop,
        "SELECT count(*), sum(d.amount) FROM deal d JOIN pipeline_stage s ON s.id = d.stage_id"
        " WHERE s.kind = 'won' AND d.closed_at >= '2026-04-30T15:00'",  # May, in Seoul
    )
    assert won == [(told.months[0].won_deals, told.months[0].won)]
    assert pictures.enquiries.counts().waiting == 3
    goal = pictures.goals.of_shop()
    assert (goal.reached, goal.goal.target, goal.day_number) == (11_240_000, 20_000_000, 12)


def test_deals_of_the_year_before_tell_how_deals_go(pictures, shop):
    over = pictures.deal_board.page(DealFilter(kinds=("won", "lost")), limit=100)
    assert len(over) == 70
    assert 15 <= sum(row.stage_kind == "won" for row in over) <= 30
    assert all(row.reason and "2025-05" < row.closed_at[:10] < "2026-05-12" for row in over)
    for age, moved in rows(
        shop,
        "SELECT CAST(julianday(d.stage_entered_at) - julianday(d.created_at) AS INTEGER),"
        " ifnull(sum(m.days), 0) FROM deal d JOIN stage_move m ON m.deal_id = d.id GROUP BY d.id",
    ):
        assert age == moved
    chance = {}
    for month in ("2026-05", "2026-06", "2026-07"):
        for card in pictures.forecasts.cards(month):
            chance[card.stage] = max(card.chance, chance.get(card.stage, 0))
    stages = [stage.name for stage in pictures.pipelines.default().stages if stage.kind == "open"]
    assert [chance[name] for name in stages] == sorted(chance.values())
    assert chance[stages[0]] < 40


def test_the_shop_of_the_pictures_goes_in_one_step(pictures):
    assert remove(pictures) == 0
    assert pictures.contacts.count() == pictures.deal_board.count(DealFilter(kinds=())) == 0
    assert (pictures.pipelines.all(), pictures.pipelines.reasons(), pictures.quotes.page()) == (
        [], [], [],
    )  # fmt: skip
    assert pictures.care.check() == []


def test_merging_people_of_the_sample_shop_touches_nobody_else(pictures, shop):
    columns = rows(
        shop,
        'SELECT m.name, f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f'
        " WHERE m.type = 'table' AND f.\"table\" = 'contact'",
    )
    ledgered = [(table, column) for table, column in columns if table in logical_dump(shop)]
    everybody = " UNION ALL ".join(
        f"SELECT {column} AS id FROM {table} WHERE {column} IS NOT NULL AND deleted_at IS NULL"
        for table, column in ledgered
    )
    busiest = rows(
        shop,
        f"SELECT id FROM ({everybody}) WHERE id IN (SELECT id FROM contact WHERE kind = 'person'"
        " AND deleted_at IS NULL) GROUP BY id ORDER BY count(*) DESC, id LIMIT 4",
    )
    people = [row[0] for row in busiest]
    for stays, goes in zip(people[::2], people[1::2], strict=True):
        before = logical_dump(shop)
        merged = pictures.duplicates.merge(stays, goes)
        after = logical_dump(shop)
        for table, old in before.items():
            changed = set(old) ^ set(after[table])
            assert all({stays, goes} & set(row) for row in changed), table
        for table, column in ledgered:
            alive = f"{column} = ? AND deleted_at IS NULL"
            assert not rows(shop, f"SELECT id FROM {table} WHERE {alive}", goes), table
        pictures.history.undo(merged.change_set)
        assert logical_dump(shop) == before
