"""Whatever stands in a file of sales: it is read or refused, adds up, and goes again entirely."""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import FileError
from tests.app.test_properties import open_unsafely
from tests.app.test_sale_imports import ask
from tests.app.test_sale_sheets import TILL
from tests.conftest import TickingClock
from tests.dumps import logical_dump
from tests.files import outcome, write_csv
from tests.sale_files import bring_sales

odd = st.sampled_from(("", "-", "?", "합계", "1e9", "₩", "'+1", "김*수", "0", "-1", "0.001", "　"))
days = st.dates(date(2025, 1, 1), date(2026, 5, 13)).map(str) | odd
numbers = st.integers(1, 6).map(lambda n: f"2026051100{n}") | st.integers(1, 3).map(str) | odd
names = st.sampled_from(("김민지", "박철수", "김*수", "Jane Doe", "")) | odd
phones = st.sampled_from(("010-0142-3377", "01001424488", "0504-1111-2222", "010-****-1234")) | odd
goods = st.sampled_from(("장미", "장미 ", "Rose", "배송비", "쿠폰 할인")) | odd
codes = st.sampled_from(("A1", "B2", "")) | odd
amounts = st.integers(-90000, 90000).map(str) | st.sampled_from(("1,000", "12만", "3.5")) | odd
methods = st.sampled_from(("카드", "현금", "외상")) | odd
statuses = st.sampled_from(("완료", "취소", "환불", "취소요청", "부분환불", "미결제")) | odd
rows = st.lists(
    st.tuples(days, numbers, names, phones, goods, codes, amounts, amounts, amounts, methods,
              statuses),
    min_size=1, max_size=8,
)  # fmt: skip
HEADER = (*TILL, "상태")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files=st.lists(rows, min_size=1, max_size=3))
def test_any_sheet_of_sales_adds_up_and_goes_again(template, files):
    with TemporaryDirectory() as folder:
        shop = Path(shutil.copy(template, Path(folder) / "shop.db"))
        core = open_unsafely(shop, TickingClock())
        steps = []
        for number, lines in enumerate(files):
            path = write_csv(Path(folder) / f"{number}.csv", [HEADER, *lines])
            before = logical_dump(shop)
            try:
                report = bring_sales(core, path)
            except FileError:
                continue
            again = outcome(bring_sales(core, path))
            assert not again.keys() & {"added", "updated"}, (again, lines)
            if report.change_set:
                steps.append((report.change_set, before))
        assert core.care.check() == []
        assert ask(shop, "SELECT count(*) FROM sale s WHERE s.refunds_id IS NULL"
                         " AND s.cancelled_at IS NULL AND s.total > 0"
                         " AND s.refunded > s.total") == [(0,)]  # fmt: skip
        assert ask(shop, "SELECT count(*) FROM sale_line l JOIN sale_line o"
                         " ON o.id = l.refunds_line_id GROUP BY o.id"
                         " HAVING -sum(l.quantity) > o.quantity") == []  # fmt: skip
        for change_set, before in reversed(steps):
            core.history.undo(change_set)
            assert logical_dump(shop) == before
        core.close()
