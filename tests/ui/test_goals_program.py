"""Goals, the team, forecast and quotes where the whole window leads to them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.shapes.deals import DealForm
from ui.forecast.view import ForecastView
from ui.goals.page import GoalsPage
from ui.team.page import TeamPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_menus_lead_to_goals_and_team_and_a_deal_to_its_quote_and_the_shop_settings(
    qtbot, program, people
):
    window, shop, core = program.window, program._shop, program.core
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shop.selling.sales.goals_button.click()
    assert isinstance(window.page(), GoalsPage)
    window.menus.team_action.trigger()
    assert isinstance(window.page(), TeamPage)
    qtbot.waitUntil(lambda: window.page().is_read)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.page() is shop.contacts
    core.pipelines.add_ready_made("sales")
    deal = core.deals.add(
        DealForm(title="로비 꽃", contact_id=people[0], amount=1_000_000,
                 expected_close="2026-05-20")
    )  # fmt: skip
    window.open_page_of(shop.pipeline.page)
    shop.pipeline.page.show_view("forecast")
    view = shop.pipeline.page.findChild(ForecastView)
    qtbot.waitUntil(lambda: view.is_read and bool(view.months.columns[0].cards.rows))
    quotes = shop.pipeline.quotes
    quotes.ask(deal)
    qtbot.waitUntil(lambda: quotes.acts.dialog is not None)
    quotes.acts.dialog.accept()
    qtbot.waitUntil(lambda: quotes.view is not None and quotes.acts.dialog is None)
    quotes.side.lacks.acted.emit()
    assert window.page() is shop.settings
    qtbot.waitUntil(shop.settings.shop.supplier.registration.hasFocus)
