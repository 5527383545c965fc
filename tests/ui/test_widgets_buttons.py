"""Buttons, chips and choices: clicks, keys, names and sizes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.common.theme import Theme
from ui.common.widgets.button import KINDS, SIZES, Button
from ui.common.widgets.checkbox import CheckBox, RadioButton
from ui.common.widgets.chip import Chip
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.nav_item import NavItem
from ui.common.widgets.quick_button import QuickButton
from ui.common.widgets.segmented import Segmented
from ui.common.widgets.toggle import Toggle

NAME = QAccessible.Text.Name
LEFT = Qt.MouseButton.LeftButton


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(NAME)


def role_of(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def all_buttons(theme: Theme) -> list[QWidget]:
    return [
        *[Button(theme, "Go", kind, size=size) for kind in KINDS for size in SIZES],
        IconButton(theme, "x", "Close"),
        QuickButton(theme, "Call", "phone"),
        Chip(theme, "Tier"),
        CheckBox(theme, "All"),
        RadioButton(theme, "One"),
        Toggle(theme, "On"),
        NavItem(theme, "Home", icon="house"),
    ]


def test_each_button_has_a_name_a_role_and_room_for_a_finger(theme: Theme, qtbot: QtBot):
    for button in all_buttons(theme):
        qtbot.addWidget(button)
        assert name_of(button), button
        assert role_of(button) in {
            QAccessible.Role.Button,
            QAccessible.Role.CheckBox,
            QAccessible.Role.RadioButton,
        }, button
        size = button.sizeHint()
        short = isinstance(button, Button) and button.kind == "link"  # as wide as its word
        assert size.height() >= 28, button
        assert short or size.width() >= 28, button


def test_tab_reaches_each_button_and_a_click_leaves_the_focus_alone(theme: Theme, qtbot: QtBot):
    for button in all_buttons(theme):
        qtbot.addWidget(button)
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus, button


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_words_fit_into_their_button_at_each_text_size(theme: Theme, qtbot: QtBot, scale: float):
    theme.use(text_scale=scale)
    for button in all_buttons(theme):
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= theme.metrics("body").height()
        assert button.minimumSizeHint().width() <= button.sizeHint().width()


def test_sizes_are_those_of_the_design(theme: Theme, qtbot: QtBot):
    sizes = {size: Button(theme, "Save", size=size).sizeHint() for size in ("sm", "md", "lg")}
    assert [sizes[size].height() for size in sizes] == [28, 32, 40]
    assert abs(Button(theme, "Save", "primary").sizeHint().width() - 56.6) < 2
    assert abs(Button(theme, "Import", icon="upload").sizeHint().width() - 86.4) < 2


def test_a_button_is_clicked_with_mouse_and_space(theme: Theme, qtbot: QtBot):
    button = shown(qtbot, Button(theme, "Save", "primary"))
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, LEFT)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("icon", ["", "upload"])
def test_a_button_without_a_word_is_painted(theme: Theme, qtbot: QtBot, icon: str):
    button = shown(qtbot, Button(theme, "", icon=icon))
    picture = button.grab().toImage()  # what fails in painting fails the test
    middle = picture.rect().center()
    inside = {
        picture.pixelColor(middle.x() + x, middle.y() + y).name()
        for x in range(-8, 8)
        for y in range(-8, 8)
    }
    assert (len(inside) > 1) is bool(icon)
    if icon:
        assert button.sizeHint().width() == button.sizeHint().height()


def test_an_ampersand_is_an_ampersand(theme: Theme, qtbot: QtBot):
    button = shown(qtbot, Button(theme, "Tom & Co"))
    assert name_of(button) == "Tom & Co"
    button.set_text("A && B")
    assert name_of(button) == "A && B"


def test_a_busy_button_keeps_its_width_and_takes_no_clicks(theme: Theme, qtbot: QtBot):
    button = shown(qtbot, Button(theme, "Save the whole list", "primary"))
    width = button.width()
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("click"))
    button.set_busy("Saving")
    assert button.busy
    assert button.minimumWidth() == width
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    button.set_busy("")
    qtbot.mouseClick(button, LEFT)
    assert clicks == ["click"]
    assert button.minimumWidth() == 0


def test_the_spinner_stands_still_when_movement_is_not_wanted(theme: Theme, qtbot: QtBot):
    button = shown(qtbot, Button(theme, "Save"))
    theme.use(reduced_motion=True)
    button.set_busy("Saving")
    assert not button._spinner.isActive()
    theme.use(reduced_motion=False)
    button.set_busy("Saving")
    assert button._spinner.isActive()
    button.hide()
    assert not button._spinner.isActive()


def test_an_icon_button_tells_its_key_in_the_tooltip(theme: Theme, qtbot: QtBot):
    button = shown(qtbot, IconButton(theme, "x", "Close", key="Esc"))
    assert button.toolTip() == "Close  Esc"
    assert name_of(button) == "Close"


def test_a_chip_opens_and_once_on_its_cross_takes_it_away(theme: Theme, qtbot: QtBot):
    chip = shown(qtbot, Chip(theme, "Area"))
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, LEFT)
    chip.set_active("Area: 망원동, 합정동")
    chip.adjustSize()
    assert chip.active
    assert name_of(chip) == "Area: 망원동, 합정동"
    cross = QPoint(chip.width() - 14, 14)
    with qtbot.assertNotEmitted(chip.clicked), qtbot.waitSignal(chip.cleared):
        qtbot.mouseClick(chip, LEFT, pos=cross)
    with qtbot.assertNotEmitted(chip.cleared), qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, LEFT, pos=QPoint(14, 14))
    chip.set_active("")
    assert name_of(chip) == "Area"


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_takes_a_filter_away_as_the_cross_does(theme: Theme, qtbot: QtBot, key: Qt.Key):
    chip = shown(qtbot, Chip(theme, "Tier"))
    with qtbot.assertNotEmitted(chip.cleared):
        qtbot.keyClick(chip, key)
    chip.set_active("Tier: VIP")
    with qtbot.waitSignal(chip.cleared):
        qtbot.keyClick(chip, key)


@pytest.fixture
def views(theme: Theme, qtbot: QtBot) -> Segmented:
    options = {"board": "Board", "list": "List", "months": "Forecast"}
    views = Segmented(theme, options, "View")
    qtbot.addWidget(views)
    views.show()
    return views


def test_a_segment_is_chosen_with_a_click(views: Segmented, qtbot: QtBot):
    assert views.current == "board"
    with qtbot.waitSignal(views.chosen) as heard:
        qtbot.mouseClick(views._segments["list"], LEFT)
    assert heard.args == ["list"]
    assert views.current == "list"


def test_arrows_choose_the_next_segment_and_go_round(views: Segmented, qtbot: QtBot):
    views._segments["board"].setFocus()
    heard: list[str] = []
    views.chosen.connect(heard.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(views._segments[views.current], key)
    assert heard == ["list", "months", "board", "months"]


def test_tab_stops_once_in_a_row_of_segments(views: Segmented):
    stops = [
        key
        for key, segment in views._segments.items()
        if segment.focusPolicy() == Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["board"]
    assert QAccessible.queryAccessibleInterface(views).text(NAME) == "View"


def test_choosing_a_segment_from_outside_is_silent_and_moves_nothing(
    views: Segmented, qtbot: QtBot
):
    width = views.sizeHint().width()
    with qtbot.assertNotEmitted(views.chosen):
        views.choose("months")
    assert views.current == "months"
    assert views.sizeHint().width() == width


@pytest.mark.parametrize("kind", [CheckBox, Toggle])
def test_a_check_box_and_a_switch_turn_with_click_and_space(
    theme: Theme, qtbot: QtBot, kind: type[CheckBox] | type[Toggle]
):
    box = shown(qtbot, kind(theme, "Make a backup first"))
    qtbot.mouseClick(box, LEFT, pos=QPoint(3, 3))
    assert box.isChecked()
    qtbot.mouseClick(box, LEFT, pos=QPoint(box.width() - 3, box.height() // 2))
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def test_one_radio_button_of_a_group_holds_and_arrows_change_it(theme: Theme, qtbot: QtBot):
    group = QWidget()
    row = QHBoxLayout(group)
    one, two = RadioButton(theme, "One"), RadioButton(theme, "Two")
    row.addWidget(one)
    row.addWidget(two)
    shown(qtbot, group)
    qtbot.mouseClick(one, LEFT)
    assert one.isChecked()
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Right)
    assert two.isChecked()
    assert not one.isChecked()


def test_a_navigation_entry_tells_its_count_and_folds_to_its_icon(theme: Theme, qtbot: QtBot):
    item = shown(qtbot, NavItem(theme, "Tasks", icon="circle-check"))
    item.set_count("12", urgent=True)
    assert name_of(item) == "Tasks, 12"
    wide = item.sizeHint().width()
    item.set_rail(rail=True)
    assert item.sizeHint().width() == 36 < wide
    assert item.toolTip() == "Tasks"
    item.set_rail(rail=False)
    assert item.toolTip() == ""
    qtbot.mouseClick(item, LEFT)
    assert item.isChecked()


def test_every_state_can_be_painted(theme: Theme, qtbot: QtBot):
    for button in all_buttons(theme):
        qtbot.addWidget(button)
        pictures = []
        for state in ("", "hover", "pressed", "focus"):
            button.setProperty("shown", state)
            pictures.append(button.grab().toImage())
        button.setEnabled(False)
        pictures.append(button.grab().toImage())
        assert pictures[0] != pictures[3], button  # a focus ring is seen
        assert pictures[0] != pictures[4], button


def test_a_new_language_reaches_the_words_a_widget_has_itself(theme: Theme, qtbot: QtBot):
    chip = shown(qtbot, Chip(theme, "Tier"))
    chip.set_active("Tier: VIP")
    QCoreApplication.sendEvent(chip, QEvent(QEvent.Type.LanguageChange))
    described = QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Description)
    assert "Delete" in described
