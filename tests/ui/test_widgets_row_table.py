"""Tables: whole rows, check boxes, sorting and editing with mouse and keys."""

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ui.common.keyboard_focus import mark
from ui.common.row_delegate import PersonCell, RowLook, TagsCell, TextCell
from ui.common.row_table import RowColumn, RowTable
from ui.common.theme import Scheme, Theme
from ui.common.widgets.tag import TagLook
from ui.gallery.samples import PEOPLE, PeopleModel

LEFT = Qt.MouseButton.LeftButton
ONE_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
WIDTHS = (0, 0, 92, 148, 88, 148, 96)


@pytest.fixture
def model(theme: Theme, qtmodeltester) -> PeopleModel:
    model = PeopleModel(theme, checked=(1,))
    qtmodeltester.check(model)
    return model


@pytest.fixture
def table(theme: Theme, model: PeopleModel, qtbot: QtBot) -> RowTable:
    table = RowTable(theme)
    table.setModel(model)
    columns = [RowColumn(width, sortable=number != 3) for number, width in enumerate(WIDTHS)]
    table.set_columns(columns)
    qtbot.addWidget(table)
    table.resize(852, 400)
    QApplication.processEvents()  # a window of the test before may still be closing
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    return table


def at(table: RowTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def select(table: RowTable, row: int) -> None:
    """Select by the model: the view would ask for modifier keys, and a test leaves them behind."""
    table.selectionModel().setCurrentIndex(table.model().index(row, 1), ONE_ROW)


def picture(table: RowTable) -> QImage:
    return table.grab().toImage()


def test_columns_and_rows_are_as_in_the_design(table: RowTable):
    header = table.header
    assert header.height() == 36
    assert table.rowHeight(0) == 44
    assert header.sectionSize(0) == 58
    tier = header.sectionPosition(2) + 6
    assert tier == 216  # px from the edge of the list to the tier
    assert header.length() == 852  # the scroll bar floats, it takes no width
    table.set_compact(compact=True)
    assert table.rowHeight(0) == 32


def test_a_selected_row_has_the_accent_at_its_left_and_its_own_line(table: RowTable, theme: Theme):
    select(table, 3)
    image = picture(table)
    top = 36 + 3 * 44
    assert image.pixelColor(0, top + 20) == theme.colour("accent")
    assert image.pixelColor(838, top + 4) == theme.colour("accent-soft")
    assert image.pixelColor(300, top + 43) == theme.colour("accent-border")
    assert image.pixelColor(300, top - 1) == theme.colour("border")
    assert image.pixelColor(838, 36 + 44 + 4) == theme.colour("accent-soft")  # a checked one


def test_the_row_under_the_pointer_is_seen_over_its_whole_width(table: RowTable, theme: Theme):
    QApplication.sendEvent(table.viewport(), moved_to(at(table, 3, 4)))
    image = picture(table)
    for x in (2, 400, 840):
        assert image.pixelColor(x, 36 + 3 * 44 + 3) == theme.colour("hover")


def moved_to(point: QPoint) -> QMouseEvent:
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(point),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_click_selects_and_a_click_on_the_box_only_checks(table: RowTable, qtbot: QtBot):
    qtbot.mouseClick(table.viewport(), LEFT, pos=at(table, 4, 1))
    assert [index.row() for index in table.selectionModel().selectedRows()] == [4]
    with qtbot.waitSignal(table.check_clicked) as heard:
        qtbot.mouseClick(table.viewport(), LEFT, pos=at(table, 2, 0))
    assert heard.args == [2, False]
    assert [index.row() for index in table.selectionModel().selectedRows()] == [4]
    with qtbot.waitSignal(table.check_clicked) as heard:
        qtbot.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, at(table, 5, 0))
    assert heard.args == [5, True]


def test_the_click_area_of_a_check_box_is_big_enough(table: RowTable):
    rect = table.visualRect(table.model().index(0, 0))
    assert rect.width() >= 28
    assert rect.height() >= 28


def test_a_double_click_opens_what_cannot_be_edited_and_edits_what_can(
    table: RowTable, qtbot: QtBot
):
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.mouseDClick(table.viewport(), LEFT, pos=at(table, 1, 2))
    assert heard.args == [1]
    with qtbot.assertNotEmitted(table.opened):
        qtbot.mouseClick(table.viewport(), LEFT, pos=at(table, 1, 1))
        qtbot.mouseDClick(table.viewport(), LEFT, pos=at(table, 1, 1))
    assert isinstance(editor_of(table), QLineEdit)


def editor_of(table: RowTable) -> QLineEdit | None:
    return table.viewport().findChild(QLineEdit)


def test_f2_edits_in_the_cell_and_escape_reverts(table: RowTable, qtbot: QtBot):
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = editor_of(table)
    assert editor is not None
    cell = table.visualRect(table.model().index(0, 1))
    assert cell.contains(QRect(editor.mapTo(table.viewport(), QPoint()), editor.size()))
    assert editor.text() == PEOPLE[0][0]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert table.state() != RowTable.State.EditingState


def test_keys_of_a_row_act_on_the_current_one(table: RowTable, qtbot: QtBot):
    table.setFocus()
    table.setCurrentIndex(table.model().index(3, 1))
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [3]
    with qtbot.waitSignal(table.check_clicked) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert heard.args == [3, False]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 4


def test_single_letters_are_not_kept_by_an_input_method(table: RowTable):
    assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_keyboard_draws_a_ring_around_the_whole_row(
    table: RowTable, theme: Theme, qtbot: QtBot
):
    table.setFocus()
    select(table, 2)
    mark(table, by_key=True)
    image = picture(table)
    top = 36 + 2 * 44
    for x in (0, 300, 700, 851):
        assert image.pixelColor(x, top) == theme.colour("focus")
        assert image.pixelColor(x, top + 42) == theme.colour("focus")
    for y in range(top, top + 43):
        assert image.pixelColor(0, y) == image.pixelColor(851, y) == theme.colour("focus")
    mark(table, by_key=False)
    assert picture(table).pixelColor(300, top) == theme.colour("accent-soft")


def test_when_the_last_column_is_left_out_the_one_before_ends_the_row(
    table: RowTable, theme: Theme
):
    table.setColumnHidden(6, True)
    table.setFocus()
    select(table, 0)
    mark(table, by_key=True)
    right = table.visualRect(table.model().index(0, 5)).right()
    assert picture(table).pixelColor(right, 36 + 20) == theme.colour("focus")


def header_at(table: RowTable, section: int) -> QPoint:
    header = table.header
    left = header.sectionViewportPosition(section)
    return QPoint(left + header.sectionSize(section) // 2, 18)


def test_a_click_on_a_name_sorts_and_another_turns_it(table: RowTable, qtbot: QtBot):
    heard: list[tuple[int, Qt.SortOrder]] = []
    table.sort_chosen.connect(lambda section, order: heard.append((section, order)))
    for _ in range(2):
        qtbot.mouseClick(table.header.viewport(), LEFT, pos=header_at(table, 1))
    qtbot.mouseClick(table.header.viewport(), LEFT, pos=header_at(table, 3))
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    assert heard == [(1, up), (1, down)]  # nothing can be sorted by tags
    assert table.header.sortIndicatorSection() == 1


def test_the_header_is_used_with_keys(table: RowTable, qtbot: QtBot):
    header = table.header
    assert header.focusPolicy() == Qt.FocusPolicy.TabFocus
    header.setFocus()
    with qtbot.waitSignal(header.check_all_clicked):
        qtbot.keyClick(header, Qt.Key.Key_Space)
    qtbot.keyClick(header, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.sort_chosen) as heard:
        qtbot.keyClick(header, Qt.Key.Key_Return)
    assert heard.args == [1, Qt.SortOrder.AscendingOrder]
    name = QAccessible.queryAccessibleInterface(header).text(QAccessible.Text.Name)
    assert name == "Column headers"


def test_the_box_in_the_header_checks_all_and_shows_some(table: RowTable, qtbot: QtBot):
    with qtbot.waitSignal(table.header.check_all_clicked):
        qtbot.mouseClick(table.header.viewport(), LEFT, pos=header_at(table, 0))
    none = table.header.grab().toImage()
    table.set_all_checked(Qt.CheckState.PartiallyChecked)
    assert table.header.grab().toImage() != none


def test_the_sorted_column_shows_an_arrow(table: RowTable):
    before = table.header.grab().toImage()
    table.header.setSortIndicator(6, Qt.SortOrder.DescendingOrder)
    down = table.header.grab().toImage()
    table.header.setSortIndicator(6, Qt.SortOrder.AscendingOrder)
    assert before != down != table.header.grab().toImage()


def test_the_floating_scroll_bar_moves_with_the_rows(table: RowTable):
    bar = table._bar
    assert bar.isVisible()
    assert bar.maximum() == table.verticalScrollBar().maximum() > 0
    table.scrollToBottom()
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    assert table.verticalScrollBar().value() == 0
    table.resize(852, 1200)
    assert not bar.isVisible()


def test_a_row_that_is_not_read_yet_is_grey(table: RowTable, model: PeopleModel, theme: Theme):
    full = picture(table)
    model._look = lambda _row: None
    waiting = picture(table)
    assert waiting != full
    left = table.visualRect(model.index(0, 1)).left() + 6
    assert waiting.pixelColor(left + 14, 36 + 21) == theme.colour("pressed")


def test_a_row_that_lost_the_window_is_grey_not_blue(table: RowTable, theme: Theme, qtbot: QtBot):
    select(table, 2)
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    colour = picture(table).pixelColor(838, 36 + 2 * 44 + 4)
    assert colour == theme.colour("neutral-soft")


def test_rows_and_columns_grow_with_the_text(table: RowTable, theme: Theme):
    width = table.header.sectionSize(4)
    theme.use(text_scale=1.5)
    assert table.header.sectionSize(4) == round(width * 1.5)
    assert table.header.sectionSize(0) == 58
    table.set_compact(compact=True)
    assert table.rowHeight(0) > 32


def test_a_narrow_table_scrolls_sideways_and_keeps_the_names(table: RowTable, theme: Theme):
    table.resize(700, 400)
    QApplication.processEvents()
    assert table.header.sectionSize(1) == 120
    assert table.horizontalScrollBar().maximum() > 0
    table.setColumnHidden(3, True)
    assert table.header.sectionSize(1) == 160
    table.setColumnHidden(3, False)
    assert table.header.sectionSize(1) == 120
    table.resize(852, 400)
    QApplication.processEvents()
    assert table.header.length() == 852
    theme.use(text_scale=1.5)
    assert table.header.sectionSize(1) == 180


def test_another_theme_repaints_every_row(table: RowTable, theme: Theme):
    light = picture(table)
    theme.use(Scheme.DARK)
    dark = picture(table)
    assert light.pixelColor(400, 60) != dark.pixelColor(400, 60)
    assert dark.pixelColor(700, 36 + 4) == theme.colour("surface")


def test_looks_are_equal_when_they_look_alike():
    one = RowLook((PersonCell("김민지", 6), TextCell("")), checked=True, sentence="a")
    same = RowLook((PersonCell("김민지", 6), TextCell("")), checked=True, sentence="b")
    assert one == same
    assert TagsCell((TagLook("a"),)) != TagsCell((TagLook("a", 1),))


def test_a_table_without_check_boxes_gives_its_first_column_to_the_rows(theme: Theme, qtbot: QtBot):
    table = RowTable(theme, checks=False)
    qtbot.addWidget(table)
    model = PeopleModel(theme)
    model.setParent(table)
    table.setModel(model)
    table.set_columns([RowColumn(100)] * 7)
    table.show()
    table.setCurrentIndex(model.index(0, 1))
    with qtbot.assertNotEmitted(table.check_clicked):
        qtbot.keyClick(table, Qt.Key.Key_Space)
        QTest.mouseClick(table.viewport(), LEFT, pos=at(table, 0, 0))
    assert table.header.sorts_by(0)
