"""The forecast in the window: months, what is in them, deals carried from one to another."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from app.shapes.deals import DealForm, WonForm
from tests.ui.contact_parts import press
from ui.forecast.desk import ForecastDesk
from ui.forecast.months import MIME
from ui.forecast.view import ForecastView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def deals(core, people):
    core.pipelines.add_ready_made("events")
    rows = (
        ("로비 꽃", 1_440_000, "2026-05-20"), ("웨딩", 3_800_000, "2026-06-30"),
        ("호텔", 1_920_000, "2026-05-29"), ("나중 일", 500_000, ""),
    )  # fmt: skip
    return {
        title: core.deals.add(
            DealForm(title=title, contact_id=people[0], amount=amount, expected_close=day)
        )
        for title, amount, day in rows
    }


@pytest.fixture
def forecast(qtbot, core, kit, bridge, deals):
    view = ForecastView(kit, ForecastDesk(core.forecasts))
    bridge.changed.connect(
        lambda changes: view.TABLES & (changes.reshaped | changes.edited.keys()) and view.reload()
    )
    qtbot.addWidget(view)
    view.resize(1500, 700)
    view.show()
    view.activateWindow()
    view.reload()
    qtbot.waitUntil(lambda: view.is_read)
    return view


def titles(view):
    """Return {month: titles} of what is shown."""
    columns = view.months.columns
    return {each.month: [row.title for row in each.cards.rows] for each in columns}


def test_months_hold_their_deals_and_what_was_won(qtbot, core, people, deals, forecast):
    found = titles(forecast)
    assert list(found)[:2] == ["2026-05", "2026-06"]
    assert found["2026-05"] == ["로비 꽃", "호텔"]
    assert found["2026-06"] == ["웨딩"]
    assert found[""] == ["나중 일"]
    may = forecast.months.columns[0]
    assert may.head.look.name == "May"
    assert may.head.look.count == "2"
    reason = core.pipelines.reasons("won")[0].id
    core.deals.win(deals["호텔"], WonForm(reason_id=reason))
    qtbot.waitUntil(lambda: may.head.look.lines != ())
    assert may.head.look.lines[0][2] == "₩1.92M won so far"
    assert titles(forecast)["2026-05"] == ["로비 꽃"]
    forecast.show_narrowed(on=True)
    assert forecast.whole.isVisible()
    assert forecast.whole.text() == "All open deals: the filters do not count here"


def test_a_deal_is_carried_to_a_month_by_keys_and_expected_on_its_last_day(
    qtbot, core, deals, forecast
):
    forecast.start_search()
    assert forecast.months.row.title == "로비 꽃"
    press(qtbot, Qt.Key.Key_Right)
    assert forecast.months.row.title == "웨딩"
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Escape)
    assert forecast.months.aimed is None
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)
    assert forecast.months.aimed.month == "2026-07"
    press(qtbot, Qt.Key.Key_Space)
    assert titles(forecast)["2026-07"] == ["로비 꽃"]  # at once
    qtbot.waitUntil(lambda: core.deal_board.detail(deals["로비 꽃"]).row.expected_close
                    == "2026-07-31")  # fmt: skip
    asked = []
    forecast.deal_asked.connect(asked.append)
    qtbot.waitUntil(lambda: forecast.months.row is not None)
    press(qtbot, Qt.Key.Key_Return)
    assert asked == [deals["로비 꽃"]]


def test_a_deal_is_carried_by_the_mouse_and_loses_its_day_without_a_month(
    qtbot, core, deals, forecast
):
    months = forecast.months
    months.take(months.columns[1].cards.rows[0], by_keys=False)
    data = QMimeData()
    data.setData(MIME, b"1")
    last = months.columns[-1]
    at = last.mapTo(months, QPoint(40, 200))
    move = Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    months.dragMoveEvent(QDragMoveEvent(at, move, data, left, none))
    assert last.is_aimed
    months.dropEvent(QDropEvent(QPointF(at), move, data, left, none))
    qtbot.waitUntil(lambda: core.deal_board.detail(deals["웨딩"]).row.expected_close == "")
    qtbot.waitUntil(lambda: "웨딩" in titles(forecast)[""])
