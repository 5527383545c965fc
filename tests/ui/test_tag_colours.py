"""The colour somebody gave a tag stands wherever the tag does, and its words stay readable."""

import pytest
from PySide6.QtGui import QColor

from app.shapes.filters import Condition, Filter
from ui.common.tag_colours import PAINTS, TagColours
from ui.common.theme import Scheme
from ui.common.widgets.tag import Tag, TagLook, tag_ground
from ui.contacts.tag_strip import RemovableTag

LEAST = 4.5  # to 1, for text


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2 reckons it."""

    def light(colour: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
            for part in colour.getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def seen(widget, colour: QColor) -> bool:
    """Tell whether a colour is anywhere in what a widget shows."""
    picture = widget.grab().toImage()
    return any(
        picture.pixelColor(x, y).rgb() == colour.rgb()
        for y in range(picture.height())
        for x in range(picture.width())
    )


@pytest.fixture
def window(qtbot, program, people):
    program.core.contacts.tag(people, "VIP")
    page = program.window.page()
    qtbot.waitUntil(lambda: page.detail.contact_id == page.selected_id() is not None)
    qtbot.waitUntil(lambda: page.detail.tags.findChildren(RemovableTag) != [])
    return program.window


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("colour", ["", *PAINTS])
def test_the_words_of_every_tag_can_be_read(theme, scheme, colour):
    theme.use(scheme)
    look = TagLook("VIP", 0, colour)
    ground, ink = tag_ground(theme, look), theme.colour(colour or "text-2")
    assert contrast(ground, ink) >= LEAST
    tag = Tag(theme, "VIP", 0, colour=colour)
    tag.resize(tag.sizeHint())
    assert seen(tag, ground)


def test_a_colour_nobody_knows_is_none():
    colours = TagColours()
    colours.paint({"VIP": "plum", "Old": "rainbow"})
    assert colours.colour("VIP") == "plum"
    assert colours.colour("Old") == ""
    assert colours.look("Old").dot == TagColours().look("Old").dot


def test_a_painted_tag_is_painted_in_list_panel_page_and_chip_and_undo_takes_it_back(
    qtbot, program, people, window
):
    core, theme, page = program.core, program.kit.theme, window.page()
    ground, dot = theme.colour("plum-soft"), theme.colour("plum-solid")
    page.filters.set_filter(Filter((Condition("tag", "any_of", ("VIP",)),)))
    page.full_asked.emit(people[0])
    full = window.page()
    qtbot.waitUntil(lambda: full.profile.tags.findChildren(RemovableTag) != [])
    window.open_page_of(page)
    shown = page.table.viewport()
    assert not seen(shown, ground)
    core.tags.paint("VIP", "plum")
    place = page.model.number_of("tags")
    qtbot.waitUntil(lambda: program.kit.tags.colour("VIP") == "plum")
    look = page.model.look(page.model.row_at(0)).cells[place].tags
    assert look == (TagLook("VIP", look[0].dot, "plum"),)
    assert seen(shown, ground)
    for strip in (page.detail.tags, full.profile.tags):
        (tag,) = [each for each in strip.findChildren(RemovableTag) if not each.isHidden()]
        assert seen(tag, ground)
    assert seen(page.filters.chip("tag"), dot)
    core.history.undo()
    qtbot.waitUntil(lambda: program.kit.tags.colour("VIP") == "")
    assert not seen(shown, ground)
    assert not seen(page.filters.chip("tag"), dot)


def test_tags_have_their_colours_when_the_shop_is_opened_again(qtbot, core, people, open_program):
    core.contacts.tag(people, "VIP")
    core.tags.paint("VIP", "danger")
    core.close()
    program = open_program()
    qtbot.waitUntil(lambda: program.is_open, timeout=30_000)
    assert program.kit.tags.look("VIP").colour == "danger"
