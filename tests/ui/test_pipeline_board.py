"""The board: cards carried by key and by mouse, sums that follow, what a drop asks."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.shapes.deals import DealFilter
from app.shapes.pipelines import StageForm
from app.shapes.sales import SaleFilter
from tests.ui.contact_parts import press
from tests.ui.pipeline_parts import add_deal, cards, desk_of, heads, make_pipeline, stage_id
from ui.pipeline.board import MIME
from ui.pipeline.page import PipelinePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG = "꽃" * 300


@pytest.fixture
def pipeline(core):
    return make_pipeline(core)


@pytest.fixture
def deals(core, people, pipeline):
    """Three deals of 1,000,000, 2,000,000 and no value."""
    first, second, _third = people
    told = {"expected_close": "2026-05-29"}
    return [
        add_deal(core, pipeline, "Weekly desk flowers", contact_id=first, amount=1_000_000, **told),
        add_deal(core, pipeline, "Wedding in June", "Quote sent", contact_id=second,
                 amount=2_000_000, expected_close="2026-06-30"),
        add_deal(core, pipeline, LONG),
    ]  # fmt: skip


@pytest.fixture
def shown(qtbot, core, kit, bridge, deals):
    page = PipelinePage(kit, desk_of(core), bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.board.is_read and len(page.board.board.columns) == 3)
    page.board.board.focus_first()
    page.board.board.choose(deals[0])
    return page


def read(qtbot, page):
    qtbot.waitUntil(lambda: page.board.is_read)


def let_go_over(board, column, row):
    """What Qt sends when a card is let go over a column."""
    board.take(row, by_keys=False)
    data = QMimeData()
    data.setData(MIME, b"1")
    at = column.mapTo(board, QPoint(80, 200))
    action, button, keys = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.NoModifier
    QApplication.sendEvent(board, QDragEnterEvent(at, action, data, button, keys))
    aimed = column.cards.slot
    QApplication.sendEvent(board, QDropEvent(QPointF(at), action, data, button, keys))
    return aimed


def test_columns_tell_their_sums_and_a_name_of_300_letters_stands_on_its_card(shown):
    assert heads(shown) == [
        ("Inquiry", "2", "₩1,000,000", "10% · ₩100,000"),
        ("Quote sent", "1", "₩2,000,000", "30% · ₩600,000"),
        ("Contract", "0", "₩0", "90% · ₩0"),
    ]
    assert sorted(cards(shown, "Inquiry")) == sorted(["Weekly desk flowers", LONG])
    assert shown.total_label.text() == "3 deals · ₩3,000,000 · weighted ₩700,000"
    assert not shown.board.others.isVisible()
    head = shown.board.board.columns[0].head
    assert head.rect().contains(head.add_button.geometry())  # or its ring would be cut
    assert head.sums(400) == ("₩1,000,000", "10% · ₩100,000")
    assert head.sums(175) == ("₩1,000,000", "10% · ₩100K")
    assert head.sums(90) == ("₩1.00M", "10% · ₩100K")
    view = shown.board.board.columns[0].view
    card = view.rect_of(0).toRect()
    place = view.mapTo(shown, card.topLeft())
    assert abs(place.x() - 20) <= 2  # as in the picture: 236, less the navigation
    assert abs(place.y() - 183) <= 2
    assert card.height() == 131
    index = shown.board.board.columns[1].cards.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Wedding in June, 박서준, ₩2,000,000, Today, No next step"


def test_the_keyboard_carries_a_card_to_another_stage_and_the_sums_follow_at_once(
    qtbot, core, pipeline, deals, shown
):
    board = shown.board.board
    assert board.row.id == deals[0]
    press(qtbot, Qt.Key.Key_Space)
    assert board.bars.isVisible()
    press(qtbot, Qt.Key.Key_Right)
    assert board.columns[1].cards.slot == 0
    press(qtbot, Qt.Key.Key_Escape)
    assert cards(shown, "Quote sent") == ["Wedding in June"]
    assert board.bars.isHidden()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        press(qtbot, key)
    # Before anything was written:
    assert heads(shown)[0][1:3] == ("1", "₩0")
    assert heads(shown)[2] == ("Contract", "1", "₩1,000,000", "90% · ₩900,000")
    read(qtbot, shown)
    assert core.deal_board.rows([deals[0]])[deals[0]].stage == "Contract"
    assert shown.total_label.text() == "3 deals · ₩3,000,000 · weighted ₩1,500,000"
    assert board.row.id == deals[0]
    assert board.columns[2].view.hasFocus()


def test_a_card_let_go_over_a_column_goes_there_and_what_is_not_ticked_is_told(
    qtbot, core, pipeline, deals, shown
):
    board = shown.board.board
    stage = next(each for each in pipeline.stages if each.name == "Quote sent")
    form = StageForm(name=stage.name, probability=30, checklist=("Date known",), id=stage.id)
    core.pipelines.edit_stage(stage.id, form)
    qtbot.waitUntil(lambda: bool(shown.board.read.columns[1].stage.checks))
    read(qtbot, shown)
    row = next(row for row in board.columns[0].cards.rows if row.id == deals[0])
    assert let_go_over(board, board.columns[1], row) == 0
    read(qtbot, shown)
    assert core.deal_board.rows([deals[0]])[deals[0]].stage == "Quote sent"
    qtbot.waitUntil(shown.board.note.isVisible)
    core.history.undo()
    qtbot.waitUntil(shown.board.note.isHidden)


def test_a_stage_that_goes_while_its_card_is_carried_is_told_and_the_card_goes_back(
    qtbot, core, pipeline, deals, shown
):
    told = []
    shown.kit.runner.failed.connect(lambda error: told.append(shown.kit.messages.describe(error)))
    board = shown.board.board
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Right)
    core.pipelines.remove_stage(stage_id(pipeline, "Contract"))
    QApplication.processEvents()
    assert len(board.columns) == 3  # nothing moves under what is carried
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(told) == 1 and len(board.columns) == 2)
    assert told[0]
    read(qtbot, shown)
    assert "Weekly desk flowers" in cards(shown, "Inquiry")


def test_won_asks_for_the_amount_and_makes_a_sale(qtbot, core, people, deals, shown):
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        press(qtbot, key)
    qtbot.waitUntil(lambda: shown.acts.dialog is not None)
    dialog = shown.acts.dialog
    assert dialog.amount.text() == "1,000,000"
    dialog.amount.setText("1,200,000")
    qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)
    assert dialog.problem.text() == "Choose a reason: it shows later why deals are won"
    dialog.reason.setCurrentIndex(1)
    qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Weekly desk flowers" not in cards(shown, "Inquiry"))
    (sale,) = core.sale_lists.page(SaleFilter(), offset=0, limit=10)
    assert (sale.total, sale.contact_id) == (1_200_000, people[0])
    core.history.undo()
    qtbot.waitUntil(lambda: "Weekly desk flowers" in cards(shown, "Inquiry"))


def test_lost_needs_a_reason_and_other_a_note_and_later_hides(qtbot, core, deals, shown):
    board = shown.board.board
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
        press(qtbot, key)
    qtbot.waitUntil(lambda: shown.acts.dialog is not None)
    dialog = shown.acts.dialog
    dialog.accept()
    assert dialog.problem.text() == "Choose a reason: it shows later why deals are lost"
    other = next(row for row in core.pipelines.reasons("lost") if row.needs_note)
    dialog.reason.setCurrentIndex(dialog.reason.findData(other.id))
    dialog.accept()
    assert dialog.problem.text() == "Say in the note what it was"
    dialog.note.setPlainText("They moved away")
    dialog.accept()
    qtbot.waitUntil(lambda: "Weekly desk flowers" not in cards(shown, "Inquiry"))
    assert core.deal_board.count(DealFilter(kinds=("lost",))) == 1
    qtbot.waitUntil(lambda: shown.acts.dialog is None)
    read(qtbot, shown)
    board.choose(deals[1])
    press(qtbot, Qt.Key.Key_D)
    dialog = shown.acts.dialog
    dialog.month.choose(core.shop_now().date())
    dialog.accept()
    assert dialog.problem.text() == "Choose a day to come"
    dialog.month.choose(core.shop_now().date().replace(day=20))
    dialog.accept()
    qtbot.waitUntil(lambda: cards(shown, "Quote sent") == [])


def test_filters_narrow_the_board_and_its_sums_and_another_window_repaints_it(
    qtbot, core, pipeline, deals, shown
):
    shown.filters.show_span("month")
    qtbot.waitUntil(lambda: shown.board.is_read and shown.board.total.count == 1)
    assert shown.filters.span_chip.text() == "Closing: May 2026"
    assert shown.total_label.text() == "1 of 3 deals · ₩1,000,000 · weighted ₩100,000"
    shown.filters.clear()
    qtbot.waitUntil(lambda: shown.board.is_read and shown.board.total.count == 3)
    shown.filters.search.set_text("wedding")
    qtbot.waitUntil(lambda: shown.board.is_read and shown.board.total.count == 1)
    shown.filters.search.set_text("nothing like it")
    qtbot.waitUntil(lambda: shown.board.stack.currentWidget() is shown.board.nothing)
    shown.filters.clear()
    qtbot.waitUntil(lambda: shown.board.is_read and shown.board.total.count == 3)
    add_deal(core, pipeline, "Export", amount=100_000, currency="USD")
    qtbot.waitUntil(shown.board.others.isVisible)
    assert shown.board.others.text() == "1 more in USD, not in the sum"
    core.deals.move([deals[1]], stage_id(pipeline, "Contract"))  # as from another window
    qtbot.waitUntil(lambda: cards(shown, "Contract") == ["Wedding in June"])
