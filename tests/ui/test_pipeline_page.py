"""The pipeline page besides its board: the list, pipelines to choose from, their stages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.shapes.deals import DealFilter, LostForm
from tests.ui.pipeline_parts import add_deal, desk_of, make_pipeline, stage_id
from ui.pipeline.page import LIST, PipelinePage
from ui.pipeline.stages_dialog import StagesDialog
from ui.pipeline.table import VALUE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pipeline_page(qtbot, core, kit, bridge):
    page = PipelinePage(kit, desk_of(core), bridge)
    qtbot.addWidget(page)
    page.resize(1224, 844)
    return page


def kept(core):
    def keep(form, moves, first):
        pipeline_id = core.pipelines.add(form)
        if first:
            core.pipelines.make_default(pipeline_id)
        return pipeline_id

    return keep


def listed(page):
    model = page.list.model
    return [model.row_at(line).title for line in range(model.rowCount())]


def test_without_a_pipeline_one_is_offered(qtbot, pipeline_page):
    asked = []
    pipeline_page.stages_asked.connect(asked.append)
    pipeline_page.show()
    qtbot.waitUntil(lambda: pipeline_page.is_read)
    assert pipeline_page.stack.currentWidget() is pipeline_page.none
    pipeline_page.make_new()
    assert asked == [None]


def test_the_list_is_sorted_by_its_head_and_tells_its_sum(qtbot, core, pipeline_page):
    pipeline = make_pipeline(core)
    for title, amount in (("Small", 100_000), ("Large", 3_000_000), ("Middle", 900_000)):
        add_deal(core, pipeline, title, amount=amount)
    pipeline_page.show()
    qtbot.waitUntil(lambda: pipeline_page.board.is_read)
    opened = []
    pipeline_page.deal_asked.connect(opened.append)
    pipeline_page.show_view(LIST)
    qtbot.waitUntil(lambda: pipeline_page.list.model.rowCount() == 3)
    assert pipeline_page.list.total_label.text() == "3 deals · ₩4,000,000"
    table = pipeline_page.list.table
    table.sort_chosen.emit(VALUE, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: listed(pipeline_page) == ["Large", "Middle", "Small"])
    table.selectRow(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert core.deal_board.rows(opened)[opened[0]].title == "Middle"
    edited = []
    pipeline_page.edit_asked.connect(edited.append)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert edited == opened
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(pipeline_page) == ["Large", "Small"])
    small = next(i for i in core.deal_board.ids(DealFilter()) if i != opened[0])
    reason = core.pipelines.reasons("lost")[0]
    core.deals.lose([small], LostForm(reason_id=reason.id, note="-"))
    qtbot.waitUntil(lambda: len(listed(pipeline_page)) == 1)
    pipeline_page.filters.more_chip.click()
    menu = QApplication.activePopupWidget()
    next(each for each in menu.actions() if each.text() == "Lost ones").trigger()
    menu.close()
    assert pipeline_page.filters.state_chip.text() == "Lost ones"
    title = core.deal_board.rows([small])[small].title
    qtbot.waitUntil(lambda: listed(pipeline_page) == [title])


def test_another_pipeline_is_chosen_and_remembered(qtbot, core, kit, bridge, pipeline_page):
    first, second = make_pipeline(core, "Events"), make_pipeline(core, "Repairs")
    add_deal(core, first, "Wedding")
    pipeline_page.show()
    qtbot.waitUntil(lambda: pipeline_page.board.is_read)
    pipeline_page.take_pipeline(second.id)
    qtbot.waitUntil(lambda: pipeline_page.board.stack.currentWidget() is pipeline_page.board.empty)
    assert pipeline_page.pipeline_chip.text() == "Repairs"
    again = PipelinePage(kit, desk_of(core), bridge)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.pipeline is not None)
    assert again.pipeline.id == second.id
    again.pipeline_chip.click()
    menu = QApplication.activePopupWidget()
    next(each for each in menu.actions() if each.text() == "Retire this pipeline").trigger()
    menu.close()
    qtbot.waitUntil(lambda: again.pipeline.id == first.id)
    again.pipeline_chip.click()
    menu = QApplication.activePopupWidget()
    put_away = menu.actions()[-1].menu()
    assert [entry.text() for entry in put_away.actions()] == ["Repairs"]
    put_away.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: again.pipeline.id == second.id)
    assert not core.pipelines.get(second.id).retired
    third = make_pipeline(core, "Weddings")
    again.pipelines = again.pipelines[:2]  # it was not read yet
    again.take_pipeline(third.id)
    assert again.stack.currentWidget() is again.board  # and not what is told without a pipeline
    qtbot.waitUntil(lambda: again.pipeline.id == third.id)


def test_a_ready_made_pipeline_is_changed_and_needs_a_stage_that_means_won(qtbot, core, kit):
    dialog = StagesDialog(kit, kept(core), [], core.pipelines.ready_made())
    dialog.show()
    begun = len(dialog.rows)
    assert dialog.name.text()
    dialog.add_stage()
    new = next(row for row in dialog.rows if not row.name.text())
    dialog.accept()
    assert "not whole yet" in dialog.problem.text()
    new.name.setText("Thinking it over")
    new.chance.setText("55")
    new.checks.setPlainText("Budget known\n\nDate known")
    won = next(row for row in dialog.rows if row.kind.currentData() == "won")
    assert not won.chance.isEnabled()
    won.kind.setCurrentIndex(won.kind.findData("on_hold"))
    dialog.accept()
    assert dialog.problem.text().startswith("A stage is missing that means")
    won.kind.setCurrentIndex(won.kind.findData("won"))
    dialog.first.setChecked(True)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.accept()
    pipeline = core.pipelines.get(saved.args[0])
    assert (len(pipeline.stages), pipeline.is_default) == (begun + 1, True)
    stage = next(each for each in pipeline.stages if each.name == "Thinking it over")
    assert stage.probability == 55
    assert [check.label for check in stage.checks] == ["Budget known", "Date known"]


def test_a_stage_that_goes_says_first_where_its_deals_go(qtbot, core, kit):
    pipeline = make_pipeline(core)
    deal = add_deal(core, pipeline, "Wedding", "Quote sent")
    pipeline = core.pipelines.get(pipeline.id)

    def keep(form, moves, _first):
        return core.pipelines.edit(pipeline.id, form, moves=moves)

    dialog = StagesDialog(kit, keep, [], [], pipeline)
    dialog.show()
    dialog.rows[2].up_button.click()
    assert [row.name.text() for row in dialog.rows][:3] == ["Inquiry", "Contract", "Quote sent"]
    dialog.rows[2].remove_button.click()
    assert len(dialog.rows) == 5  # it asks first
    offered = [each.text() for each in dialog.menu.actions() if each.isEnabled()]
    assert offered == ["Inquiry", "Contract"]  # neither won nor lost on the way
    entry = next(each for each in dialog.menu.actions() if each.text() == "Contract")
    entry.trigger()
    dialog.menu.close()
    assert len(dialog.rows) == 4
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()
    assert core.deal_board.rows([deal])[deal].stage_id == stage_id(pipeline, "Contract")
    assert [s.name for s in core.pipelines.get(pipeline.id).stages] == [
        "Inquiry", "Contract", "Won", "Lost"
    ]  # fmt: skip


def test_tab_goes_down_the_stages_also_those_that_are_new_or_moved(qtbot, core, kit):
    dialog = StagesDialog(kit, kept(core), [], [], make_pipeline(core))
    dialog.show()
    dialog.add_stage()
    assert names_by_tab(dialog) == [id(row.name) for row in dialog.rows]
    dialog.rows[1].down_button.click()
    dialog.rows[3].up_button.click()
    assert names_by_tab(dialog) == [id(row.name) for row in dialog.rows]
    row, chain = dialog.rows[1], walked(dialog.name)
    parts = row.colour, row.name, row.kind, row.chance, row.rot, row.more_button, row.remove_button
    places = [chain.index(id(part)) for part in parts]
    assert places == sorted(places)


def names_by_tab(dialog):
    names = {id(row.name) for row in dialog.rows}
    return [each for each in walked(dialog.name) if each in names]


def walked(first):
    """What Tab comes to behind a widget, and it, as ids."""
    found, widget = [id(first)], first.nextInFocusChain()
    while widget is not first:
        found.append(id(widget))
        widget = widget.nextInFocusChain()
    return found
