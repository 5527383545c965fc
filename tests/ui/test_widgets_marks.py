"""Avatars, pills, tags, numbers, steps, timeline and what stands where nothing is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.common.theme import Theme
from ui.common.widgets.avatar import Avatar, avatar_colour, initials
from ui.common.widgets.card import Card
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.pill import Pill, pill_width
from ui.common.widgets.progress import ProgressBar, ProgressLine
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.section_header import SectionHeader
from ui.common.widgets.skeleton import Skeleton
from ui.common.widgets.sparkline import Sparkline, paint_sparkline
from ui.common.widgets.stat_tile import Stat, StatTile
from ui.common.widgets.stepper import Stepper
from ui.common.widgets.tag import Tag, TagLook, paint_tags, tag_width
from ui.common.widgets.timeline import ITEM_ROLE, Timeline, TimelineItem

LEFT = Qt.MouseButton.LeftButton
NAME = QAccessible.Text.Name


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(NAME)


@pytest.mark.parametrize(
    ("name", "company", "size", "letters"),
    [
        ("김민지", False, 28, "민지"),
        ("김민지", False, 20, "지"),
        ("남궁 민수", False, 28, "민수"),
        ("이준", False, 28, "이준"),
        ("카페 모루", True, 40, "카"),
        ("Ann Lee", False, 28, "AL"),
        ("Ann Mary Lee", False, 28, "AL"),
        ("ann", False, 28, "A"),
        ("Ann Lee", False, 20, "A"),
        ("", False, 28, ""),
        ("  ", True, 28, ""),
    ],
)
def test_initials(name: str, company: bool, size: int, letters: str):
    assert initials(name, company=company, size=size) == letters


@given(st.text(), st.booleans())
def test_initials_are_short_whatever_the_name(name: str, company: bool):
    assert len(initials(name, company=company)) <= 4  # ß becomes SS


@given(st.integers(min_value=0, max_value=2**63 - 1))
def test_every_record_has_one_of_eight_colours(contact_id: int):
    assert 0 <= avatar_colour(contact_id) < 8


def test_a_record_has_the_same_colour_at_every_start_and_on_every_pc():
    ids = (0, 1, 206_158_430_208_000_000, 206_158_430_212_194_304, 2**63 - 1)
    assert [avatar_colour(contact_id) for contact_id in ids] == [1, 7, 2, 6, 4]


def test_records_made_after_each_other_do_not_all_look_alike():
    first = 206_158_430_208_000_000
    assert len({avatar_colour(first + number) for number in range(64)}) == 8


def test_an_avatar_shows_another_contact(theme: Theme, qtbot: QtBot):
    avatar = Avatar(theme, "김민지", 6)
    qtbot.addWidget(avatar)
    before = avatar.grab().toImage()
    avatar.show_contact("카페 모루", 4, company=True)
    assert avatar.grab().toImage() != before


def test_a_pill_is_as_wide_as_in_the_design_and_read_by_its_word(theme: Theme, qtbot: QtBot):
    assert abs(pill_width(theme, "Regular", "repeat") - 74.4) < 1
    pill = Pill(theme, "At risk", "warning", "trending-down")
    qtbot.addWidget(pill)
    assert pill.sizeHint().height() == 20
    assert name_of(pill) == "At risk"
    pill.show_state("이탈 위험", "warning", "trending-down")
    assert name_of(pill) == "이탈 위험"


def painted_tags(theme: Theme, width: int, tags: tuple[TagLook, ...]) -> QImage:
    image = QImage(width, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_tags(painter, theme, QRectF(0, 0, width, 24), tags)
    painter.end()
    return image


def inked_to(image: QImage) -> int:
    """The last column that is not white."""
    white = QColor("white")
    columns = range(image.width() - 1, -1, -1)
    return next((x for x in columns if image.pixelColor(x, 12) != white), -1)


def test_tags_that_do_not_fit_are_counted(theme: Theme):
    tags = (TagLook("Bouquet", 3), TagLook("망원동"), TagLook("Wedding", 6))
    widths = [tag_width(theme, tag) for tag in tags]
    all_of_them = sum(widths) + 8
    assert abs(inked_to(painted_tags(theme, 300, tags)) - all_of_them) <= 2
    narrow = painted_tags(theme, round(all_of_them) - 10, tags)
    assert inked_to(narrow) < all_of_them - 10
    counted = widths[0] + widths[1] + 4 + 4 + tag_width(theme, TagLook("+1"))
    assert abs(inked_to(narrow) - counted) <= 2


def test_tags_never_leave_their_cell(theme: Theme):
    for width in (30, 60, 90):
        image = painted_tags(theme, width, (TagLook("Subscription", 2), TagLook("합정동")))
        assert inked_to(image) < width


def test_a_tag_and_a_key_are_read_by_their_word(theme: Theme, qtbot: QtBot):
    for widget, word in ((Tag(theme, "망원동", 1), "망원동"), (Kbd(theme, "Ctrl K"), "Ctrl K")):
        qtbot.addWidget(widget)
        assert name_of(widget) == word
        assert not widget.grab().isNull()


def test_a_label_elides_and_its_tooltip_has_the_whole(theme: Theme, qtbot: QtBot):
    label = Label(theme, "Customer since May 2024")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == ""
    label.resize(50, 20)
    assert label.toolTip() == "Customer since May 2024"
    label.resize(400, 20)
    assert label.toolTip() == ""
    assert name_of(label) == "Customer since May 2024"


def test_a_name_with_angle_brackets_is_not_mark_up(theme: Theme, qtbot: QtBot):
    label = Label(theme, "<b>Tom</b> & Co")
    qtbot.addWidget(label)
    assert name_of(label) == "<b>Tom</b> & Co"
    wrapped = Label(theme, "<b>Tom</b> & Co", wrap=True)
    qtbot.addWidget(wrapped)
    assert wrapped.sizeHint().width() > label.sizeHint().width() - 2


def test_a_paragraph_asks_for_more_height_when_it_is_narrow(theme: Theme, qtbot: QtBot):
    label = Label(theme, "Take one filter away, or look in all 1,842 contacts.", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(1000) == 20
    assert label.heightForWidth(120) >= 60
    assert label.hasHeightForWidth()


def test_a_progress_line_counts_and_stops(theme: Theme, qtbot: QtBot):
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.show()
    line.show_progress("Importing 812 of 1,552", 812, 1552)
    assert line._bar.value() == 812
    assert name_of(line._bar) == "Importing 812 of 1,552"
    with qtbot.waitSignal(line.stopped):
        qtbot.mouseClick(line._stop, LEFT)


def test_a_progress_bar_whose_end_is_unknown_is_empty(theme: Theme, qtbot: QtBot):
    bar = ProgressBar(theme, "Reading")
    qtbot.addWidget(bar)
    bar.resize(100, 6)
    bar.setRange(0, 0)
    empty = bar.grab().toImage().pixelColor(10, 3)
    bar.setRange(0, 100)
    bar.setValue(50)
    half = bar.grab().toImage()
    assert half.pixelColor(10, 3) == theme.colour("accent")
    assert half.pixelColor(90, 3) == empty == theme.colour("pressed")


def test_a_property_row_is_edited_by_click_enter_and_f2(theme: Theme, qtbot: QtBot):
    row = PropertyRow(theme, "Phone", "010-0142-3377", editable=True)
    row.add(Pill(theme, "Main", "info"))
    row.put_before(Avatar(theme, "박준호", 2, 20))
    qtbot.addWidget(row)
    row.show()
    assert name_of(row) == "Phone: 010-0142-3377"
    with qtbot.waitSignal(row.edited):
        qtbot.mouseClick(row, LEFT, pos=QPoint(row.width() - 5, 10))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2):
        with qtbot.waitSignal(row.edited):
            qtbot.keyClick(row, key)
    row.set_value("010-0100-0000")
    assert name_of(row) == "Phone: 010-0100-0000"


def test_a_property_row_that_cannot_be_edited_takes_no_focus(theme: Theme, qtbot: QtBot):
    row = PropertyRow(theme, "Since", "May 2024")
    qtbot.addWidget(row)
    row.show()
    assert row.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.assertNotEmitted(row.edited):
        qtbot.mouseClick(row, LEFT)


def test_names_of_fields_stand_in_one_column_at_each_text_size(theme: Theme, qtbot: QtBot):
    row = PropertyRow(theme, "Phone", "010")
    qtbot.addWidget(row)
    assert row._name.width() == 96
    theme.use(text_scale=1.5)
    assert row._name.width() == 148


def test_an_empty_state_offers_its_two_ways(theme: Theme, qtbot: QtBot):
    state = EmptyState(
        theme, "square-kanban", "No deals yet", "A deal is a bigger job.", action="New deal",
        second="See an example",
    )  # fmt: skip
    qtbot.addWidget(state)
    state.show()
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state._action, LEFT)
    with qtbot.waitSignal(state.followed):
        qtbot.mouseClick(state._second, LEFT)
    state.show_words("Nobody fits")
    assert not state._action.isVisible()
    assert not state._text.isVisible()
    state.show_icon("search-x", "neutral")


@pytest.mark.parametrize(
    ("stat", "told"),
    [
        (
            Stat("₩21.18M", "18.6%", "vs 30 days before", rising=True),
            "Revenue, ₩21.18M, up 18.6%, vs 30 days before",
        ),
        (Stat("73", "6", rising=False, good=False), "Revenue, 73, down 6"),
        (Stat("64%", "3 pt"), "Revenue, 64%, 3 pt"),
    ],
)
def test_a_tile_tells_all_of_its_number(theme: Theme, qtbot: QtBot, stat: Stat, told: str):
    tile = StatTile(theme, "Revenue")
    qtbot.addWidget(tile)
    tile.show()
    tile.show_stat(stat)
    assert name_of(tile) == told
    assert tile.sizeHint().height() == 96
    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Qt.Key.Key_Space)


@pytest.mark.parametrize("values", [(), (1.0,), (2.0, 2.0, 2.0), (-5.0, 0.0, 1e9)])
def test_a_sparkline_takes_any_numbers_and_stays_inside(
    theme: Theme, qtbot: QtBot, values: tuple[float, ...]
):
    image = QImage(84, 32, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_sparkline(painter, QRectF(0, 0, 84, 32), values, theme.series(0))
    painter.end()
    spark = Sparkline(theme, "Rising")
    qtbot.addWidget(spark)
    spark.set_values(values, "Falling")
    assert name_of(spark) == "Falling"


def test_a_stepper_tells_where_one_is(theme: Theme, qtbot: QtBot):
    stepper = Stepper(theme, ("File", "Match columns", "Check"), 1)
    qtbot.addWidget(stepper)
    width = stepper.sizeHint().width()
    assert name_of(stepper) == "Step 2 of 3: Match columns"
    stepper.set_current(2)
    assert name_of(stepper) == "Step 3 of 3: Check"
    assert stepper.sizeHint().width() == width
    stepper.set_steps(("파일", "열 맞추기", "확인"))
    assert "확인" in name_of(stepper)
    assert not stepper.grab().isNull()


ITEM = TimelineItem(
    "shopping-bag", "success", "Sale <b>₩72,000</b>", "Peony and eucalyptus bouquet", "Mar 31"
)


def test_a_timeline_item_grows_with_its_text_and_reads_as_a_sentence(theme: Theme, qtbot: QtBot):
    assert ITEM.sentence == "Sale ₩72,000, Peony and eucalyptus bouquet, Mar 31"
    view = Timeline(theme, "History")
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    for text in ("short", "long " * 60, ""):
        entry = QStandardItem()
        entry.setData(TimelineItem("phone", "plum", "Call", text, "May 9"), ITEM_ROLE)
        model.appendRow(entry)
    model.appendRow(QStandardItem("not ready yet"))
    view.setModel(model)
    view.resize(320, 400)
    view.show()
    QApplication.processEvents()
    heights = [view.visualRect(model.index(row, 0)).height() for row in range(3)]
    assert heights[0] == 54
    assert heights[1] > 100
    assert heights[2] == 44
    view.resize(200, 400)
    QApplication.processEvents()
    assert view.visualRect(model.index(0, 0)).width() <= 200
    view.setCurrentIndex(model.index(0, 0))
    assert not view.grab().isNull()
    assert name_of(view) == "History"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_menu_shows_icons_keys_and_what_takes_something_away(theme: Theme, qtbot: QtBot):
    menu = Menu(theme)
    qtbot.addWidget(menu)
    call = menu.add("Log a call", "phone", "L")
    menu.addSeparator()
    gone = menu.add("Delete", "trash-2", "Del", danger=True)
    menu.addMenu(Menu(theme, "More", menu))
    menu.popup(QPoint(0, 0))
    picture = menu.grab().toImage()
    rect = menu.actionGeometry(gone)
    reds = {
        picture.pixelColor(x, y).name()
        for x in range(rect.left() + 34, rect.right() - 40)
        for y in range(rect.top(), rect.bottom())
    }
    assert theme.colour("danger").name() in reds
    with qtbot.waitSignal(call.triggered):
        qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(call).center())
    assert menu.actionGeometry(call).height() >= 28


def test_a_hint_is_there_only_with_a_text(theme: Theme, qtbot: QtBot):
    card = Card(theme, "Sale")
    hint = FieldHint(theme)
    card.column.addWidget(hint)
    qtbot.addWidget(card)
    card.show()
    card.set_title("Record a sale")
    assert not hint.isVisible()
    hint.show_hint("Two digits are missing")
    assert hint.isVisible()
    assert name_of(hint) == "Two digits are missing"
    hint.show_hint("")
    assert not hint.isVisible()


def test_a_section_header_has_a_count_and_a_button(theme: Theme, qtbot: QtBot):
    header = SectionHeader(theme, "Timeline")
    qtbot.addWidget(header)
    header.add(QLabel("x"))
    header.show()
    assert not header._count.isVisible()
    header.set_count("4")
    assert header._count.isVisible()
    header.set_title("기록")
    assert header._title.text() == "기록"


def test_a_skeleton_has_a_name_and_the_height_of_its_rows(theme: Theme, qtbot: QtBot):
    skeleton = Skeleton(theme, "Loading", rows=3)
    qtbot.addWidget(skeleton)
    assert skeleton.sizeHint().height() == 120
    assert name_of(skeleton) == "Loading"
    skeleton.resize(200, 120)
    dot = skeleton.grab().toImage().pixelColor(QPointF(14, 20).toPoint())
    assert dot == theme.colour("pressed")
