"""The theme: every colour known, both schemes readable, sizes follow the text size."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from resources import path
from resources.icons import icon_svg
from ui.common.icons import Icons, logo
from ui.common.text import Paragraph, TextLook, draw_text, keep_words, plain
from ui.common.theme import PLACEHOLDER, Scheme, Theme
from ui.common.tokens import Tokens, parse

ROOT = Path(__file__).parents[2]
MEANINGS = ("success", "warning", "danger", "info", "plum", "persimmon", "neutral")
LAYERS = ("surface", "canvas", "sunken", "nav", "raised", "hover", "accent-soft")


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high_contrast", [False, True])
def test_text_can_be_read_on_each_layer(*, dark: bool, high_contrast: bool):
    colours = Tokens().colours(dark=dark, high_contrast=high_contrast)
    for layer in LAYERS:
        for ink in ("text", "text-2", "muted"):
            assert contrast(colours[ink], colours[layer]) >= 4.5, (ink, layer)
    for role in MEANINGS:
        assert contrast(colours[role], colours[f"{role}-soft"]) >= 4.5, role


@pytest.mark.parametrize("dark", [False, True])
def test_borders_of_inputs_and_the_focus_ring_stand_out(*, dark: bool):
    colours = Tokens().colours(dark=dark)
    for edge in ("border-input", "focus"):
        assert contrast(colours[edge], colours["surface"]) >= 3, edge


@pytest.mark.parametrize("dark", [False, True])
def test_letters_of_avatars_and_numbers_of_heat_maps_can_be_read(*, dark: bool):
    tokens = Tokens()
    assert len(tokens.avatars(dark=dark)) == 8
    for back, front in (*tokens.avatars(dark=dark), *tokens.heat(dark=dark)):
        assert contrast(back, front) >= 4.5


def test_when_more_contrast_is_wanted_no_hairline_is_faint():
    colours = Tokens().colours(dark=False, high_contrast=True)
    for edge in ("border", "border-strong", "info-border"):
        assert contrast(colours[edge], colours["surface"]) >= 3


def test_a_colour_with_opacity_is_read():
    assert parse("rgba(43,38,28,0.16)").getRgb() == (43, 38, 28, 41)
    assert parse("#3F5BDB").name() == "#3f5bdb"


def test_the_style_sheet_names_only_what_the_theme_knows(theme: Theme):
    assert PLACEHOLDER.findall(path("theme.qss").read_text(encoding="utf-8"))
    assert not PLACEHOLDER.search(theme.style_sheet())


def test_pictures_the_style_sheet_shows_exist(theme: Theme):
    places = re.findall(r'url\("([^"]+)"\)', theme.style_sheet())
    assert places
    assert all(Path(place).is_file() for place in places)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_each_scheme_paints_the_window_in_its_own_surface(
    theme: Theme, qapp: QApplication, scheme: Scheme
):
    theme.use(scheme)
    assert theme.dark == (scheme == Scheme.DARK)  # the offscreen system has no wish of its own
    ground = qapp.palette().color(QPalette.ColorRole.Window)
    assert ground.name() == ("#1d1c1a" if theme.dark else "#ffffff")


def test_it_tells_when_it_has_changed(theme: Theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.use(Scheme.DARK)
    assert theme.colour("text").name() == "#f1efea"


def test_larger_text_makes_higher_rows_but_never_lower_ones(theme: Theme):
    assert theme.height(44) == 44
    theme.use(text_scale=1.5)
    assert theme.font("body").pixelSize() == 20
    assert theme.line("body") == 30
    assert theme.height(32) > 32
    assert theme.height(44) == 44


def test_the_text_size_reaches_plain_widgets_of_qt(theme: Theme, qtbot):
    field, button = QLineEdit(), QPushButton("Save")
    for widget in (field, button):
        qtbot.addWidget(widget)
        widget.show()
    before = field.sizeHint().height()
    theme.use(text_scale=1.5)
    assert field.fontMetrics().height() > 20
    assert field.sizeHint().height() > before


def test_a_focused_field_is_as_high_as_before(theme: Theme, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint().height()
    field.setFocus()
    assert field.sizeHint().height() == before == 32


def test_movements_stop_when_they_are_not_wanted(theme: Theme):
    theme.use(reduced_motion=True)
    assert theme.duration("base") == 0
    assert theme.duration("toast_stay") == 8000
    theme.use(reduced_motion=False)
    assert theme.duration("base") == 160


def test_numbers_in_columns_have_digits_of_one_width(theme: Theme):
    metrics = theme.metrics("body", digits=True)
    widths = {round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}
    assert len(widths) == 1


def test_an_icon_follows_the_theme_without_being_made_again(theme: Theme):
    icon = theme.icon("phone", "text")
    light = icon.pixmap(16, 16).toImage()
    theme.use(Scheme.DARK)
    dark = icon.pixmap(16, 16).toImage()
    assert inks(light) == {"#1f1d19"}
    assert inks(dark) == {"#f1efea"}


def inks(image: QImage) -> set[str]:
    """The colours of all opaque dots."""
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {dot.name() for dot in dots if dot.alpha() == 255}


def test_an_icon_is_drawn_once_per_look(qapp: QApplication):
    icons = Icons()
    red = QColor("red")
    assert (
        icons.pixmap("phone", 16, red, 1.0).cacheKey()
        == icons.pixmap("phone", 16, red, 1.0).cacheKey()
    )
    sharp = icons.pixmap("phone", 16, red, 2.0)
    assert sharp.width() == 32
    assert sharp.deviceIndependentSize().width() == 16


def test_an_icon_is_found_by_an_older_name_and_an_unknown_one_is_an_error():
    assert icon_svg("trash-2") == icon_svg("trash")
    with pytest.raises(KeyError):
        icon_svg("no-such-icon")


def test_each_icon_of_the_tiers_exists(theme: Theme):
    tiers = json.loads(path("tokens.json").read_text(encoding="utf-8"))["color"]["tier"]
    for name in tiers:
        role, icon = theme.tier(name)
        assert "<svg" in icon_svg(icon)
        assert theme.colour(f"{role}-soft").isValid()


def test_the_logo_is_drawn_at_every_size(qapp: QApplication):
    for size in (16, 24, 256):
        picture = logo(size).toImage()
        assert picture.pixelColor(size // 2, size - 2).name() == "#3f5bdb"


def test_a_stage_and_a_series_have_their_colours(theme: Theme):
    assert theme.stage("won").name() == "#1f8a57"
    assert theme.series(8) == theme.series(0)


def test_hangul_and_latin_stand_on_one_baseline(theme: Theme):
    bottoms = set()
    for text in ("HHH", "HHH 김"):
        image = QImage(80, 44, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw_text(painter, QRectF(0, 0, 80, 44), text, theme.font("body"), QColor("black"))
        painter.end()
        rows = [
            y for y in range(44) if any(image.pixelColor(x, y).value() < 128 for x in range(20))
        ]
        bottoms.add(rows[-1])
    assert len(bottoms) == 1


def test_text_that_does_not_fit_is_elided(theme: Theme):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    font = theme.font("body")
    width = draw_text(painter, QRectF(0, 0, 40, 20), "Birthdays this week", font, QColor("red"))
    assert width <= 40
    draw_text(painter, QRectF(0, 0, 0, 20), "x", font, QColor("red"))
    painter.end()


def paragraph(theme: Theme, markup: str, width: float, most: int = 0) -> Paragraph:
    look = TextLook(theme.font("body"), theme.font("strong"), theme.line("body"))
    return Paragraph(markup, look, width, most)


def test_a_paragraph_has_lines_of_a_fixed_height_whatever_the_script(theme: Theme):
    assert paragraph(theme, "one\n둘\nthree 넷", 400).height == 60
    assert paragraph(theme, "one two three four five six", 60).line_count > 2
    assert paragraph(theme, "one two three four five six", 60, most=1).line_count == 1


@pytest.mark.parametrize(
    "markup", ["Parents’ Day <b>reminder</b> sent", "부모님의 날 안내를 보냈어요"]
)
@pytest.mark.parametrize("width", [1, 20, 60, 90])
def test_what_has_no_room_in_the_last_line_is_elided(theme: Theme, markup: str, width: int):
    one = paragraph(theme, markup, width, most=1)
    assert one.line_count == 1
    assert one.width <= width or width < 20
    two = paragraph(theme, f"{markup}\nand more\nand more", 400, most=2)
    assert two.line_count == 2


def test_bold_runs_are_wider_and_only_b_is_mark_up(theme: Theme):
    assert paragraph(theme, "<b>weeks</b>", 400).width > paragraph(theme, "weeks", 400).width
    assert plain("Tom &amp; <b>Ann</b>") == "Tom & Ann"
    assert plain("a &lt;b&gt; c") == "a <b> c"


def test_korean_lines_break_between_words_only(theme: Theme):
    text = "고양이를 키우셔서 백합은 빼 주세요"
    assert keep_words("가나 다") == "가\u2060나 다"
    width = theme.metrics("body").horizontalAdvance("고양이를 키우셔")
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    broken = paragraph(theme, text, width)
    broken.draw(painter, QPointF(0, 0), QColor("black"))
    painter.end()
    first_word = theme.metrics("body").horizontalAdvance("고양이를 ")
    assert broken.line_count >= 3
    assert broken.width <= width
    assert broken.width >= first_word - 8


def test_the_look_loads_nothing_heavy():
    code = (
        "import ui.common.theme, ui.common.row_table, ui.common.widgets.toast, sys;"
        "heavy = {'numpy', 'matplotlib', 'openpyxl', 'sqlalchemy', 'lucide'};"
        "print(sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
