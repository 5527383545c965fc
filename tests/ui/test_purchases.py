"""What somebody bought, owes and has left, on their page and in the panel."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QScrollArea

from app.shapes.contacts import ContactForm
from app.shapes.loyalty import ProgrammeForm
from app.shapes.passes import PassForm
from app.shapes.relations import RelationForm
from app.shapes.sales import LineForm, SaleFilter, SaleForm
from tests.ui.contact_parts import focused, press, write
from tests.ui.sale_parts import make_products, sell
from ui.common.widgets.property_row import PropertyRow
from ui.contacts.full_page import FullPage
from ui.contacts.prepaid import PrepaidSection
from ui.contacts.purchases import PurchaseSection
from ui.contacts.sale_line import LEAST, SaleLine

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def full(qtbot, core, kit, bridge, page):
    """The page of a contact with what was bought and what is prepaid."""
    full = FullPage(
        kit, core.contacts, core.notes, core.interactions, core.staff, page.detail.edits
    )
    full.follow(bridge)
    full.bought = PurchaseSection(kit, core.sale_lists)
    full.prepaid = PrepaidSection(kit, core.passes, core.loyalty, lambda: "KRW")
    full.add_section(full.bought, right=True)
    full.add_section(full.prepaid, right=True)
    qtbot.addWidget(full)
    full.resize(1224, 900)
    return full


def shown(qtbot, full, contact_id):
    full.show_contact(contact_id)
    full.show()
    full.activateWindow()
    qtbot.waitUntil(full.isActiveWindow)
    qtbot.waitUntil(lambda: full.bought.card is not None)
    return full


def figures(section):
    rows = section.findChildren(PropertyRow)
    return dict(row.accessibleName().split(": ", 1) for row in rows if row.isVisible())


def test_the_card_tells_visits_total_average_and_how_often(qtbot, core, clock, people, full):
    for days, amount in ((42, 30_000), (21, 40_000), (0, 50_000)):
        sell(core, people[0], amount, sold_at=clock() - timedelta(days=days))
    shown(qtbot, full, people[0])
    assert full.bought.total.text() == "₩120,000"
    told = figures(full.bought)
    assert told["Average"] == "₩40,000"
    assert told["12 months"] == "₩120,000"
    assert told["Last"] == "Today"
    assert told["Usually"] == "every 3 weeks"
    assert full.bought.card.visits == 3


def lines_of(section):
    return [line for line in section.findChildren(SaleLine) if line.isVisible()]


def days_of(section):
    return [day for line in lines_of(section)[:1] for day in line.days]


def buy_over_years(core, clock, contact_id):
    """Record four sales, of which two are of another year and one is not paid."""
    long = "결혼기념일 특별 작약과 유칼립투스 대형 꽃바구니와 카드"
    for sold_at, amount in (
        (clock(), 12_345_000),
        (clock() - timedelta(days=1), 72_000),
        (datetime.fromisoformat("2026-03-31T01:00:00+00:00"), 65_000),
        (datetime.fromisoformat("2025-12-18T01:00:00+00:00"), 58_000),
    ):
        form = SaleForm((LineForm(amount, description=long),), contact_id, sold_at)
        core.sales.sell(form)


def test_the_days_of_sales_are_short_and_read_whole(qtbot, core, clock, kit, people, full):
    buy_over_years(core, clock, people[0])
    shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: len(lines_of(full.bought)) == 4)
    assert days_of(full.bought) == ["Today", "Yesterday", "Mar 31", "Dec ’25"]
    last = lines_of(full.bought)[-1]
    assert last.accessibleName().startswith("Dec 18, 2025, ")
    assert last.toolTip() == last.accessibleName()
    kit.language.use("ko")
    qtbot.waitUntil(lambda: days_of(full.bought)[2:] == ["3월 31일", "25년 12월"])
    assert lines_of(full.bought)[-1].accessibleName().startswith("2025년 12월 18일, ")


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(1224, 900, 1.0), (952, 592, 1.0), (1224, 900, 1.5)])
def test_day_and_amount_are_whole_and_what_was_bought_gives_way(
    qtbot, core, clock, kit, people, full, size, language
):
    *area, scale = size
    kit.language.use(language)
    kit.theme.use(text_scale=scale)
    full.resize(*area)
    buy_over_years(core, clock, people[0])
    shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: len(lines_of(full.bought)) == 4)
    for line in lines_of(full.bought):
        assert line.room() >= LEAST
        assert line.width() <= full.bought.width()
    owner = next(a for a in full.findChildren(QScrollArea) if a.isAncestorOf(full.bought))
    assert owner.widget().width() <= owner.viewport().width()
    right = full.bought.total.mapTo(owner.viewport(), full.bought.total.rect().topRight()).x()
    assert right < owner.viewport().width()
    assert full.bought.total.width() >= full.bought.total.sizeHint().width()


def test_a_sale_is_opened_by_key_and_by_click(qtbot, core, clock, people, full):
    buy_over_years(core, clock, people[0])
    shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: len(lines_of(full.bought)) == 4)
    opened = []
    full.bought.opened.connect(opened.append)
    line = lines_of(full.bought)[1]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    wanted = SaleFilter(contact_ids=(people[0],))
    second = core.sale_lists.page(wanted, offset=1, limit=1)[0].id
    assert opened == [second, second]


def test_tab_goes_through_the_sales_in_their_order(qtbot, core, clock, people, full):
    buy_over_years(core, clock, people[0])
    shown(qtbot, full, people[0])
    qtbot.waitUntil(lambda: len(lines_of(full.bought)) == 4)
    full.bought.add_button.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().text() == "Take payment"
    for line in lines_of(full.bought):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is line
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().text() == "Show all 4"


def test_somebody_who_bought_nothing_is_told_so_and_b_records_a_sale(qtbot, people, full):
    shown(qtbot, full, people[1])
    assert figures(full.bought) == {}
    assert not full.prepaid.isVisible()
    with qtbot.waitSignal(full.bought.sale_asked) as asked:
        press(qtbot, Qt.Key.Key_B)
    assert asked.args == [people[1]]


def test_a_sale_made_elsewhere_shows_at_once(qtbot, core, people, full):
    shown(qtbot, full, people[0])
    sell(core, people[0], 35_000, method=None)
    qtbot.waitUntil(lambda: figures(full.bought).get("Owed") == "₩35,000")


def test_u_uses_one_of_a_pass_and_the_menu_takes_it_back(qtbot, core, people, full):
    core.passes.add(PassForm(people[0], "꽃 정기권", "uses", 3))
    shown(qtbot, full, people[0])
    qtbot.waitUntil(full.prepaid.isVisible)
    press(qtbot, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: core.passes.of(people[0])[0].remaining == 2)
    qtbot.waitUntil(lambda: len(full.prepaid.use_buttons) == 1)
    full.prepaid._open_pass(core.passes.of(people[0])[0], full.prepaid.use_buttons[0])
    menu = next(m for m in full.prepaid.findChildren(QMenu) if m.isVisible())
    next(a for a in menu.actions() if "last use" in a.text()).trigger()
    menu.close()
    qtbot.waitUntil(lambda: core.passes.of(people[0])[0].remaining == 3)


def test_an_expired_pass_cannot_be_used(qtbot, core, clock, people, full):
    ended = (clock() - timedelta(days=1)).date().isoformat()
    core.passes.add(PassForm(people[0], "옛 정기권", "uses", 3, expires_on=ended))
    shown(qtbot, full, people[0])
    qtbot.waitUntil(full.prepaid.isVisible)
    assert not full.prepaid.use_buttons


def test_a_pass_from_before_is_typed_in(qtbot, core, people, full):
    shown(qtbot, full, people[0])
    full.prepaid.add_asked()
    dialog = full.prepaid.dialog
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text() == "This cannot be empty."
    write(qtbot, "Ten coffees")
    dialog.uses.setText("7")
    dialog.until.setText("never")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.problem.text()
    dialog.until.setText("2027-01-31")
    dialog.accept()
    qtbot.waitUntil(lambda: len(core.passes.of(people[0])) == 1)
    [row] = core.passes.of(people[0])
    assert (row.name, row.remaining, row.expires_on) == ("Ten coffees", 7, "2027-01-31")


def test_points_are_put_right_with_a_reason(qtbot, core, people, full):
    core.loyalty.add_programme(ProgrammeForm("적립금"))
    shown(qtbot, full, people[0])
    full.prepaid.ask_points()
    dialog = full.prepaid.dialog
    dialog.points.setText("+1,500")
    dialog.note.setText("옛 장부")
    dialog.accept()
    qtbot.waitUntil(lambda: [b.points for b in core.loyalty.balance(people[0])] == [1_500])
    qtbot.waitUntil(lambda: figures(full.prepaid).get("적립금") == "1,500")


def test_without_a_programme_the_way_leads_to_where_one_is_made(qtbot, people, full):
    shown(qtbot, full, people[0])
    with qtbot.waitSignal(full.prepaid.programmes_asked):
        full.prepaid.ask_points()


def test_a_household_is_taken_together_with_its_people(qtbot, core, people, full):
    house = core.contacts.add(ContactForm("김씨네", kind="household"))
    core.relations.relate(people[0], house, RelationForm(kind="member_of"))
    make_products(core)
    sell(core, people[0], 30_000)
    sell(core, house, 10_000)
    shown(qtbot, full, house)
    assert full.bought.total.text() == "₩10,000"
    full.bought.together.click()
    qtbot.waitUntil(lambda: full.bought.total.text() == "₩40,000")
    bought = {"₩10,000", "₩30,000"}
    qtbot.waitUntil(lambda: {line.amount for line in lines_of(full.bought)} == bought)
    asked = []
    full.bought.all_asked.connect(lambda detail, together: asked.append((detail.id, together)))
    full.bought._add_all(2)
    full.bought.rows.itemAt(full.bought.rows.count() - 1).widget().click()
    assert asked == [(house, True)]
    assert set(core.sale_lists.buyers(house)) == {house, people[0]}


def test_the_list_shows_sums_over_purchases_and_is_sorted_by_them(qtbot, core, people, page):
    for person, amount in ((people[0], 30_000), (people[2], 90_000)):
        sell(core, person, amount)
    sell(core, people[1], 10_000, method=None)
    page.model.choose_columns(("sales_year", "visits", "last_sale", "owed"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)

    def told(line):
        return page.model.look(page.model.row_at(line)).sentence

    assert told(0) == "김민지, 12-mo sales ₩30,000, Visits 1, Last purchase Today"
    assert "₩10,000" in told(1)
    number = page.model.number_of("sales_year")
    page.table.sort_chosen.emit(number, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: told(0).startswith("이하은, 12-mo sales ₩90,000"))
    sell(core, people[1], 500_000)
    qtbot.waitUntil(lambda: any("₩510,000" in told(line) for line in range(3)))
