"""Sales that come in from a file earn points only where that is wanted; what they earned holds."""

import pytest

from app.shapes.contacts import ContactForm
from app.shapes.loyalty import ProgrammeForm
from app.shapes.sales import SaleFilter
from tests.app.test_cli import Cli
from tests.app.test_sale_imports import ask
from tests.dumps import logical_dump
from tests.files import outcome
from tests.sale_files import bring_sales, smartstore, write_smartstore

PHONE = "010-0142-3377"
EARNED = "SELECT coalesce(sum(points), 0) FROM loyalty_move WHERE deleted_at IS NULL"


@pytest.fixture
def kim(core):
    """A customer of a shop that gives a point for each 100 won."""
    core.loyalty.add_programme(
        ProgrammeForm(name="포인트", earn_per=100, earn_points=1, worth=1, least=100)
    )
    return core.contacts.add(ContactForm(name="김민지", phone=PHONE))


def market(tmp_path, name="week.csv", **changed):
    """Two orders of the same customer, worth 35,000 and 18,000 won."""
    made = []
    for number, (row, price) in enumerate(zip(smartstore(9)[:2], (35_000, 18_000), strict=True)):
        made.append(row | {
            "상품주문번호": f"2026040{number}1", "주문번호": f"2026040{number}",
            "구매자명": "김민지", "구매자연락처": PHONE, "수량": 1, "상품가격": price,
            "최종 상품별 할인액": 0, "최초 상품별 할인액": 0, "최종 상품별 총 주문금액": price,
            "최초 상품별 총 주문금액": price, "배송비 합계": 0, "결제일": "2026-05-04 14:00:00",
            "주문일시": "2026-05-04 14:00:00",
        })  # fmt: skip
    made[0] |= changed
    return write_smartstore(tmp_path / name, made)


def test_sales_from_a_file_earn_nothing_by_themselves(core, kim, shop, tmp_path):
    assert outcome(bring_sales(core, market(tmp_path))) == {"added": 2}
    assert ask(shop, EARNED) == [(0,)]


def test_where_it_is_wanted_new_sales_earn_on_the_day_they_were_sold(core, kim, shop, tmp_path):
    before = logical_dump(shop)
    report = bring_sales(core, market(tmp_path), points=True)
    assert ask(shop, EARNED) == [(530,)]
    days = ask(shop, "SELECT DISTINCT moved_on FROM loyalty_move")
    assert days == [("2026-05-04",)]
    assert core.care.check() == []
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before


def test_the_same_file_again_earns_nothing_more(core, kim, shop, tmp_path):
    bring_sales(core, market(tmp_path), points=True)
    assert outcome(bring_sales(core, market(tmp_path), points=True)) == {"same": 2}
    assert ask(shop, EARNED) == [(530,)]


def test_sales_of_an_earlier_file_without_points_do_not_earn_afterwards(core, kim, shop, tmp_path):
    bring_sales(core, market(tmp_path))
    again = market(tmp_path, "again.csv", 주문상태="반품완료")
    bring_sales(core, again, points=True)
    assert ask(shop, EARNED) == [(0,)]


@pytest.mark.parametrize("points", [True, False])
def test_a_sale_that_is_given_back_gives_back_its_points_either_way(
    core, kim, shop, tmp_path, points
):
    bring_sales(core, market(tmp_path), points=True)
    again = market(tmp_path, "again.csv", 주문상태="반품완료")
    assert outcome(bring_sales(core, again, points=points)) == {"updated": 1, "same": 1}
    assert ask(shop, EARNED) == [(180,)]
    assert core.care.check() == []


def test_a_rehearsal_gives_no_points(core, kim, shop, tmp_path):
    bring_sales(core, market(tmp_path), dry=True, points=True)
    assert ask(shop, EARNED) == [(0,)]
    assert core.sale_lists.count(SaleFilter()) == 0


def test_the_command_line_gives_points_when_it_is_told_to(core, kim, shop, tmp_path):
    core.close()
    path = market(tmp_path)
    Cli(shop).json("import", path, "--kind", "sales", "--points")
    assert ask(shop, EARNED) == [(530,)]
