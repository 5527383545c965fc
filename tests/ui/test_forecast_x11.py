"""The forecast in a real window: a deal is dragged to the month it is expected in."""

import pytest
from PySide6.QtCore import QPoint

from app.shapes.deals import DealForm
from tests.ui.test_pipeline_x11 import Drag, carried_to, let_go, to
from ui.forecast.desk import ForecastDesk
from ui.forecast.view import ForecastView

pytestmark = pytest.mark.x11


def test_a_deal_is_dragged_to_another_month_with_the_mouse(qtbot, core, kit, people):
    core.pipelines.add_ready_made("events")
    deal = core.deals.add(
        DealForm(title="꽃", contact_id=people[0], amount=90_000, expected_close="2026-05-20")
    )
    view = ForecastView(kit, ForecastDesk(core.forecasts))
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.reload()
    qtbot.waitUntil(lambda: view.is_read and len(view.months.columns) >= 3)
    qtbot.waitUntil(view.isActiveWindow)
    may, july = view.months.columns[0], view.months.columns[2]
    viewport = may.view.viewport()
    Drag(
        qtbot,
        to(viewport, QPoint(60, 40), "down"),
        carried_to(viewport, QPoint(90, 70), lambda: may.cards.ghost is not None),
        carried_to(july, QPoint(80, 300), lambda: july.is_aimed),
        let_go,
        lambda: not july.is_aimed,
    ).go()
    qtbot.waitUntil(lambda: core.deal_board.detail(deal).row.expected_close == "2026-07-31")
    assert view.months.row.title == "꽃"
