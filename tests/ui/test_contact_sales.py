"""All that one contact bought, in a tab beside their timeline."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.shapes.contacts import ContactForm
from app.shapes.payments import PaidForm
from app.shapes.relations import RelationForm
from app.shapes.sales import LineForm, SaleForm
from tests.ui.contact_parts import focused
from tests.ui.sale_parts import PEONY, ROSE, make_products, sell, till_of
from ui.contacts.full_page import FullPage
from ui.sales.contact_sales import ContactSales

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def full(qtbot, core, kit, bridge, page):
    """The page of a contact with what was bought beside the timeline."""
    full = FullPage(
        kit, core.contacts, core.notes, core.interactions, core.staff, page.detail.edits
    )
    full.follow(bridge)
    full.sales = ContactSales(kit, till_of(core))
    full.put_beside(full.sales)
    qtbot.addWidget(full)
    full.resize(1224, 900)
    return full


def shown(qtbot, full, contact_id):
    full.show_contact(contact_id)
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    full.story.show_beside()
    return full.sales


def listed(sales):
    model = sales.model
    rows = [model.row_at(line) for line in range(model.rowCount())]
    return [row.total for row in rows if row is not None]


def figures(sales):
    return [f.accessibleName() for f in (sales.total, sales.count, sales.average, sales.owed)]


def buy(core, contact_id, product_id, amount, **told):
    paid = (PaidForm(None, "card"),)
    line = LineForm(amount, product_id=product_id)
    return core.sales.sell(SaleForm((line,), contact_id=contact_id, payments=paid, **told))


def choose(qtbot, chip, words):
    chip.click()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_the_field_for_a_note_stays_low_beside_a_short_timeline(qtbot, core, people, full):
    shown(qtbot, full, people[0])
    full.story.show_beside(on=False)
    composer = full.story.composer
    qtbot.waitUntil(lambda: full.story.timeline.height() > 0)
    qtbot.waitUntil(lambda: composer.height() == composer.sizeHint().height())


def test_the_tab_lists_what_one_contact_bought_and_adds_it_up(qtbot, core, people, full):
    sell(core, people[0], 30_000)
    sell(core, people[0], 10_000, method=None)
    sell(core, people[1], 5_000)
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: listed(sales) == [10_000, 30_000])
    assert figures(sales) == [
        "Total: ₩40,000", "Sales: 2", "Average: ₩20,000", "Owed: ₩10,000",
    ]  # fmt: skip
    assert not full.story.timeline.isVisible()
    assert not full.story.filter_button.isVisible()


def test_arrows_on_the_tabs_change_between_timeline_and_purchases(qtbot, core, people, full):
    sell(core, people[0], 30_000)
    shown(qtbot, full, people[0])
    full.story.show_beside(on=False)
    full.story.tabs._segments["timeline"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert full.sales.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert not full.sales.isVisible()
    assert full.story.filter_button.isVisible()


def test_chips_narrow_by_product_category_status_channel_and_days(qtbot, core, clock, people, full):
    made = make_products(core)
    buy(core, people[0], made[ROSE], 35_000, channel="매장")
    buy(core, people[0], made[PEONY], 20_000, channel="스마트스토어")
    sell(core, people[0], 7_000, method=None, sold_at=clock() - timedelta(days=400))
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: len(listed(sales)) == 3)
    chips = sales.filters
    for chip, words, left in (
        (chips.product_chip, ROSE, [35_000]),
        (chips.category_chip, "생화", [20_000]),
        (chips.status_chip, "Unpaid", [7_000]),
        (chips.channel_chip, "매장", [35_000]),
        (chips.period_chip, "This month", [20_000, 35_000]),
    ):
        choose(qtbot, chip, words)
        qtbot.waitUntil(lambda left=left: listed(sales) == left)
        assert chip.active
        chip.cleared.emit()
        qtbot.waitUntil(lambda: len(listed(sales)) == 3)
    chips.owed_chip.click()
    qtbot.waitUntil(lambda: listed(sales) == [7_000])
    assert figures(sales)[0] == "Total: ₩7,000"


def test_only_products_this_contact_bought_are_offered(qtbot, core, people, full):
    made = make_products(core)
    buy(core, people[0], made[PEONY], 20_000)
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: len(listed(sales)) == 1)
    sales.filters.product_chip.click()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    offered = [action.text() for action in menu.actions()]
    menu.close()
    assert offered == [PEONY]


def test_a_company_is_listed_together_with_its_people_and_says_who_bought(
    qtbot, core, people, full
):
    house = core.contacts.add(ContactForm("김씨네", kind="household"))
    core.relations.relate(people[0], house, RelationForm(kind="member_of"))
    made = make_products(core)
    buy(core, people[0], made[ROSE], 35_000)
    buy(core, house, made[PEONY], 20_000)
    sales = shown(qtbot, full, house)
    qtbot.waitUntil(lambda: listed(sales) == [20_000])
    assert sales.table.isColumnHidden(3)
    sales.together.click()
    qtbot.waitUntil(lambda: listed(sales) == [20_000, 35_000])
    assert not sales.table.isColumnHidden(3)
    assert "김민지" in sales.model.look(sales.model.row_at(1)).sentence
    choose(qtbot, sales.filters.product_chip, ROSE)
    qtbot.waitUntil(lambda: listed(sales) == [35_000])


def test_a_person_has_no_switch_for_its_people(qtbot, core, people, full):
    sell(core, people[0], 30_000)
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: listed(sales) == [30_000])
    assert not sales.together.isVisible()


def test_enter_opens_a_sale_and_letters_are_those_of_the_page(qtbot, core, people, full):
    first, second = (sell(core, people[0], amount) for amount in (30_000, 10_000))
    sales = shown(qtbot, full, people[0])
    sales.focus_first()
    sales.refresh()
    qtbot.waitUntil(sales.table.hasFocus)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(sales.opened) as opened:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.args == [first]
    assert second != first
    QTest.keyClick(focused(), Qt.Key.Key_E)
    assert full.isAncestorOf(focused())
    assert full.story.composer.isAncestorOf(focused())
    sales.table.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Slash)
    assert focused() is sales.filters.search.findChild(QLineEdit)
    sales.table.setFocus()
    with qtbot.waitSignal(full.closed):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_a_new_sale_comes_into_the_list_while_it_is_seen(qtbot, core, people, full):
    sell(core, people[0], 30_000)
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: listed(sales) == [30_000])
    sell(core, people[0], 40_000)
    qtbot.waitUntil(lambda: listed(sales) == [40_000, 30_000])
    assert figures(sales)[0] == "Total: ₩70,000"


def test_somebody_else_is_shown_with_nothing_left_out(qtbot, core, people, full):
    sell(core, people[0], 30_000)
    sell(core, people[1], 5_000)
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: listed(sales) == [30_000])
    sales.filters.owed_chip.click()
    qtbot.waitUntil(sales.nothing.isVisible)
    full.show_contact(people[1])
    qtbot.waitUntil(lambda: listed(sales) == [5_000])
    assert not sales.filters.owed_chip.active
    assert sales.isVisible()


def test_who_bought_nothing_is_offered_a_first_sale_and_chips_can_be_taken_away(
    qtbot, core, people, full
):
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(sales.empty.isVisible)
    with qtbot.waitSignal(sales.sale_asked) as asked:
        sales.empty.acted.emit()
    assert asked.args == [people[0]]
    sell(core, people[0], 30_000)
    qtbot.waitUntil(lambda: listed(sales) == [30_000])
    sales.filters.owed_chip.click()
    qtbot.waitUntil(sales.nothing.isVisible)
    sales.nothing.acted.emit()
    qtbot.waitUntil(sales.table.isVisible)


def test_the_header_sorts_by_amount(qtbot, core, people, full):
    for amount in (20_000, 30_000, 10_000):
        sell(core, people[0], amount)
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: len(listed(sales)) == 3)
    sales.table.sort_chosen.emit(5, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: listed(sales) == [10_000, 20_000, 30_000])


def test_tab_goes_from_the_tabs_through_the_chips_into_the_list(qtbot, core, people, full):
    sell(core, people[0], 30_000)
    sales = shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: listed(sales) == [30_000])
    full.story.tabs._segments["beside"].setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _step in range(12):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused())
    chips = sales.filters
    assert [w for w in seen if sales.isAncestorOf(w)][:7] == [
        chips.period_chip, chips.product_chip, chips.category_chip, chips.status_chip,
        chips.channel_chip, chips.owed_chip, chips.search.findChild(QLineEdit),
    ]  # fmt: skip
    assert sales.table in seen
