"""A deal on its page, its dialogs, and what a contact's page shows of deals."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.bootstrap import open_core
from app.settings import CURRENCY
from app.shapes.deals import DealForm, LostForm
from app.shapes.enquiries import EnquiryForm
from app.shapes.sales import LineForm, SaleFilter
from app.shapes.tasks import TaskForm
from tests.ui.contact_parts import focused, full_page, press, write
from tests.ui.deal_parts import make_deal, make_pipeline, opened, saved
from tests.ui.sale_parts import ROSE, make_products
from ui.contacts.deals import DealsSection
from ui.deal_parts import desk_of
from ui.deals.page import DealPage
from ui.enquiries.inbox import InboxView
from ui.pipeline.page import PipelinePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def stages(core):
    return make_pipeline(core)


@pytest.fixture
def deal_page(qtbot, core, kit, bridge, stages):
    """The page, wide enough for three columns."""
    page = DealPage(kit, desk_of(core), bridge)
    qtbot.addWidget(page)
    page.resize(1224, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def shown(qtbot, page, deal_id):
    page.show_deal(deal_id)
    qtbot.waitUntil(lambda: page.deal_id == deal_id)
    page.setFocus()
    return page


def told(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_a_new_deal_takes_a_person_who_is_not_known_yet(qtbot, core, deal_page, stages):
    deal_page.acts.ask_new(DealForm(title=""))
    dialog = opened(qtbot, deal_page.acts)
    dialog.accept()
    assert dialog.problem.text() == "Give it a title"
    write(qtbot, "Wedding in June")
    dialog.person.line.setFocus()
    write(qtbot, "Choi Subin 010-0199-0009")
    qtbot.waitUntil(dialog.person.hint.isVisible)
    assert "Choi Subin is new" in dialog.person.hint.text()
    dialog.amount.line.setFocus()
    write(qtbot, "1,200,000")
    dialog.stage.setCurrentIndex(1)
    assert dialog.chance.number.value() == stages[1].probability
    dialog.chance.way.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    dialog.chance.number.setValue(55)
    dialog.close_day.setFocus()
    write(qtbot, "6-20")
    dialog.source.setCurrentText("Instagram")
    dialog.repeat.setValue(12)
    row = core.deal_board.detail(saved(qtbot, dialog)).row
    assert (row.title, row.contact, row.amount) == ("Wedding in June", "Choi Subin", 1_200_000)
    assert (row.stage_id, row.probability, row.probability_by) == (stages[1].id, 55, "manual")
    assert (row.expected_close, row.source, row.repeat_months) == ("2026-06-20", "Instagram", 12)
    qtbot.waitUntil(lambda: deal_page.deal_id == row.id)
    assert core.contacts.detail(row.contact_id).points[0].value == "010-0199-0009"
    core.history.undo()  # one step: nobody is left behind
    assert core.contacts.find("Choi Subin").contacts == ()


def test_lines_of_products_make_the_amount(qtbot, core, deal_page, people, stages):
    products = make_products(core)
    deal = make_deal(core, people[0], amount=50_000)
    deal_page.acts.ask_change(deal, "lines")
    dialog = opened(qtbot, deal_page.acts)
    qtbot.waitUntil(lambda: dialog.amount.goods.isAncestorOf(focused()))
    write(qtbot, "3*R1")
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.amount.line.text() == "105,000"
    saved(qtbot, dialog)
    detail = core.deal_board.detail(deal)
    assert (detail.row.amount, detail.from_lines) == (105_000, True)
    assert [(line.product_id, line.name, line.quantity) for line in detail.lines] == [
        (products[ROSE], ROSE, 3000)
    ]
    deal_page.acts.ask_change(deal, "title")
    dialog = opened(qtbot, deal_page.acts)
    assert [line.name for line in dialog.amount.goods.lines] == [ROSE]
    saved(qtbot, dialog)
    assert core.deal_board.detail(deal).row.amount == 105_000  # nothing is lost on the way


def test_a_deal_walks_its_stages_and_is_won_with_its_sale_by_keys(
    qtbot, core, deal_page, people, stages
):
    deal = make_deal(core, people[0], amount=380_000)
    page = shown(qtbot, deal_page, deal)
    page.head.steps.buttons[0].setFocus()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: core.deal_board.detail(deal).row.stage_id == stages[1].id)
    qtbot.waitUntil(lambda: page.head.steps.buttons[1].now)
    assert page.head.steps.accessibleName().startswith("Stage 2 of")
    press(qtbot, Qt.Key.Key_W)
    dialog = opened(qtbot, page.acts)
    dialog.accept()
    assert "Choose a reason" in dialog.problem.text()
    press(qtbot, Qt.Key.Key_Down)
    dialog.paid.setCurrentIndex(dialog.paid.findData("card"))
    saved(qtbot, dialog)
    row = core.deal_board.detail(deal).row
    (sale,) = core.sale_lists.page(SaleFilter(), offset=0, limit=9)
    assert (row.stage_kind, row.probability) == ("won", 100)
    assert (sale.total, sale.contact_id, sale.status) == (380_000, people[0], "paid")
    qtbot.waitUntil(page.head.reopen_button.isVisible)
    assert not page.head.won_button.isVisible()
    assert not page.head.steps.buttons[0].isEnabled()
    assert page.side.sales.isVisible()
    core.history.undo()
    qtbot.waitUntil(page.head.won_button.isVisible)  # sale and deal are as before
    assert core.sale_lists.count(SaleFilter()) == 0


def test_a_lost_deal_tells_why_and_can_be_opened_again(qtbot, core, deal_page, people):
    deal = make_deal(core, people[0])
    page = shown(qtbot, deal_page, deal)
    press(qtbot, Qt.Key.Key_X)
    dialog = opened(qtbot, page.acts)
    dialog.accept()
    assert "Choose a reason" in dialog.problem.text()
    other = next(n for n in range(dialog.reason.count()) if needs_note(dialog, n))
    dialog.reason.setCurrentIndex(other)
    dialog.accept()
    assert "note" in dialog.problem.text()
    dialog.note.setFocus()
    write(qtbot, "Moved abroad")
    saved(qtbot, dialog)
    assert core.deal_board.detail(deal).row.stage_kind == "lost"
    qtbot.waitUntil(page.head.reopen_button.isVisible)
    assert "Moved abroad" in " ".join(told(page.facts))
    page.head.reopen_button.click()
    qtbot.waitUntil(lambda: core.deal_board.detail(deal).row.is_open)


def needs_note(dialog, line):
    dialog.reason.setCurrentIndex(line)
    return dialog.reason.reason is not None and dialog.reason.reason.asks


def test_a_deal_is_put_off_and_shown_again(qtbot, core, deal_page, people):
    deal = make_deal(core, people[0])
    page = shown(qtbot, deal_page, deal)
    press(qtbot, Qt.Key.Key_D)
    saved(qtbot, opened(qtbot, page.acts))
    assert core.deal_board.detail(deal).row.later_until == "2026-05-19"
    qtbot.waitUntil(lambda: page.head.later_button.text() == "Show again")
    page.head.later_button.click()
    qtbot.waitUntil(lambda: core.deal_board.detail(deal).row.later_until == "")


def test_people_checklist_tasks_and_the_log_stand_beside_a_deal(
    qtbot, core, deal_page, people, stages
):
    deal = make_deal(core, people[0])
    task = core.tasks.add(TaskForm(title="Call back", contact_id=people[0], deal_id=deal))
    page = shown(qtbot, deal_page, deal)
    qtbot.waitUntil(lambda: [line.task.id for line in page.side.lines] == [task])
    press(qtbot, Qt.Key.Key_P)
    dialog = opened(qtbot, page.acts)
    dialog.contact.show_contact(people[1])
    dialog.role.setCurrentIndex(dialog.role.findData("pays"))
    saved(qtbot, dialog)
    (party,) = core.deal_board.detail(deal).parties
    assert (party.contact_id, party.role) == (people[1], "pays")
    qtbot.waitUntil(lambda: "박서준, pays" in names(page.side.people) and page.isActiveWindow())
    page.setFocus()
    press(qtbot, Qt.Key.Key_L)
    write(qtbot, "Wants it in white")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: core.interactions.timeline(people[0], offset=0, limit=5) != [])
    qtbot.waitUntil(lambda: "Wants it in white" in spoken(page))
    line = next(each for each in lines_of(page.side.people) if each.name == "박서준")
    line.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: core.deal_board.detail(deal).parties == ())


def test_files_of_a_deal_are_added_and_removed_where_they_stand(
    qtbot, core, deal_page, people, tmp_path
):
    page = shown(qtbot, deal_page, make_deal(core, people[0]))
    plan = tmp_path / "plan.txt"
    plan.write_text("twelve tables")
    page.files.box.take([plan])
    qtbot.waitUntil(lambda: [line.row.name for line in page.files.box.lines] == ["plan.txt"])
    assert [row.name for row in core.files.of(people[0])] == ["plan.txt"]
    page.files.box.lines[0].setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: core.files.of_deal(page.deal_id) == [])


def lines_of(block):
    return [block.rows.itemAt(n).widget() for n in range(block.rows.count())]


def names(block):
    return [line.accessibleName() for line in lines_of(block)]


def spoken(page):
    model = page.story.events
    sentences = (model.index(n).data() for n in range(model.rowCount()))
    return " / ".join(sentences)


def test_a_part_of_a_deal_becomes_a_sale(qtbot, core, deal_page, people):
    lines = (LineForm(30_000, description="Wreath", quantity=5000),)
    deal = make_deal(core, people[0], lines=lines)
    page = shown(qtbot, deal_page, deal)
    page.acts.ask_split(core.deal_board.detail(deal))
    dialog = opened(qtbot, page.acts)
    field = next(iter(dialog.fields.values()))
    for typed, problem in (("9", "no more than there are"), ("0", "Nothing is chosen")):
        field.setText(typed)
        dialog.accept()
        assert problem in dialog.problem.text()
    field.setText("2")
    saved(qtbot, dialog)
    assert core.deal_board.detail(deal).row.amount == 90_000
    (sale,) = core.sale_lists.page(SaleFilter(), offset=0, limit=9)
    assert sale.total == 60_000


def test_a_deal_in_the_trash_closes_its_page(qtbot, core, deal_page, people):
    deal = make_deal(core, people[0], title="x" * 300)
    page = shown(qtbot, deal_page, deal)
    with qtbot.waitSignal(page.closed):
        press(qtbot, Qt.Key.Key_Delete)


def test_a_deal_that_went_in_another_window_closes_its_page_when_something_is_asked_of_it(
    qtbot, core, deal_page, people, shop, clock, kit
):
    deal = make_deal(core, people[0])
    page = shown(qtbot, deal_page, deal)
    elsewhere = open_core(shop, now=clock)
    elsewhere.deals.remove([deal])
    elsewhere.close()
    with qtbot.waitSignal(page.closed), qtbot.waitSignal(kit.runner.failed):
        press(qtbot, Qt.Key.Key_F2)
    deal = make_deal(core, people[0])
    page = shown(qtbot, deal_page, deal)
    elsewhere = open_core(shop, now=clock)
    elsewhere.deals.remove([deal])
    elsewhere.close()
    with qtbot.waitSignal(page.closed):
        QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))


def test_the_narrow_page_has_its_third_column_under_the_first(qtbot, core, deal_page, people):
    page = shown(qtbot, deal_page, make_deal(core, people[0], amount=None))
    assert page.columns.right.isVisible()
    page.resize(960, 640)
    assert not page.columns.right.isVisible()
    assert page.columns.left.isAncestorOf(page.side)
    page.resize(1224, 640)
    assert page.columns.right.isAncestorOf(page.side)
    assert "No amount yet" in told(page.head)


def test_a_contact_shows_its_open_deals_and_what_was_won(
    qtbot, core, kit, bridge, page, people, stages
):
    section = DealsSection(kit, core.deal_board, lambda: core.settings.get(CURRENCY))
    full = full_page(core, kit, bridge, page, section)
    qtbot.addWidget(full)
    first = make_deal(core, people[0], title="Mother's 60th", amount=380_000)
    gone = make_deal(core, people[0], title="Too dear", amount=1)
    reason = next(r for r in core.pipelines.reasons("lost") if not r.needs_note)
    core.deals.lose([gone], LostForm(reason_id=reason.id))
    full.show_contact(people[0])
    full.show()
    qtbot.waitUntil(lambda: [card.row.id for card in section.cards] == [first])
    (card,) = section.cards
    assert card.accessibleName().startswith("Mother's 60th, ₩380,000")
    with qtbot.waitSignal(section.opened) as asked:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert asked.args == [first]
    with qtbot.waitSignal(section.new_asked) as asked:
        section.add_button.click()
    assert asked.args == [people[0]]


def test_an_enquiry_becomes_a_deal_through_its_dialog_and_the_palette_finds_it(
    qtbot, core, program, people
):
    core = program.core
    make_pipeline(core)
    asked = core.enquiries.add(
        EnquiryForm(channel="web", text="Bouquet for Saturday", phone="010-0100-0001")
    )
    window = program.window
    deal_page, pipeline = window.findChild(DealPage), window.findChild(PipelinePage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page_of(pipeline)
    pipeline.show_view("enquiries")
    qtbot.waitUntil(lambda: window.findChild(InboxView) is not None)
    inbox = window.findChild(InboxView)
    qtbot.waitUntil(lambda: inbox.current() is not None)
    inbox.table.setFocus()
    press(qtbot, Qt.Key.Key_D)
    dialog = opened(qtbot, deal_page.acts)
    assert dialog.title_line.text() == "Bouquet for Saturday"
    saved(qtbot, dialog)
    row = core.enquiries.get(asked)
    assert row.status == "closed"
    qtbot.waitUntil(lambda: deal_page.deal_id == row.deal_id and window.page() is deal_page)
    qtbot.waitUntil(lambda: focused() is deal_page.back_button)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.page() is pipeline
    program.palette.open()
    write(qtbot, "bouquet")
    qtbot.waitUntil(lambda: "Bouquet for Saturday" in titles(program.palette))
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page() is deal_page)


def titles(palette):
    lines = [palette.results.line(row) for row in range(palette.results.rowCount())]
    return [line.title for line in lines if line.run is not None]
