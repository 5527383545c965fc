"""The window beside the design: where its regions are, and their colours.

tests/ui/geometry.json has the regions of the mock-ups as (x, y, width, height).
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from ui.common.shadow import MARGIN
from ui.common.theme import Scheme
from ui.contacts.full_page import FullPage
from ui.contacts.page import ContactsPage
from ui.program import Program
from ui.waiting import settle

PLACES = json.loads(Path(__file__).with_name("geometry.json").read_text(encoding="utf-8"))
REGION, TEXT = 2, 4  # px of difference that are let pass


def place_in(window: QWidget, widget: QWidget, inner: QRect | None = None) -> QRect:
    """Where a widget, or a part of it, is in its window."""
    part = inner or widget.rect()
    return QRect(widget.mapTo(window, part.topLeft()), part.size())


def named(parent: QWidget, name: str) -> QFrame:
    """The first frame of that name that is shown."""
    return next(f for f in parent.findChildren(QFrame, name) if f.isVisibleTo(parent))


def row_place(page: ContactsPage, line: int) -> QRect:
    """Where a row of the list is in the list's viewport."""
    cell = page.table.visualRect(page.model.index(line, 0))
    return QRect(0, cell.y(), page.table.viewport().width(), cell.height())


def regions(program: Program, page: ContactsPage) -> dict[str, QRect]:
    """The main regions by the names of the mock-up."""
    window, nav = program.window, program.window.nav
    viewport, toolbar = page.table.viewport(), page.search.parentWidget()
    assert toolbar is not None
    found = {
        "nav": nav,
        "brand": nav.brand,
        "search button": nav.search,
        "header": named(page, "Header"),
        "new contact": page.new_button,
        "toolbar": toolbar,
        "search": page.search,
        "table header": page.table.horizontalHeader(),
        "footer": named(page, "Footer"),
        "panel": page.detail,
    }
    places = {name: place_in(window, widget) for name, widget in found.items()}
    title = page.heading
    words = QRect(QPoint(0, (title.height() - title.sizeHint().height()) // 2), title.sizeHint())
    places["title"] = place_in(window, title, words)
    places["first row"] = place_in(window, viewport, row_place(page, 0))
    places["second row"] = place_in(window, viewport, row_place(page, 1))
    places["panel bar"] = place_in(window, named(page.detail, "Toolbar"))
    return places


def differences(mocked: dict[str, list[float]], places: dict[str, QRect]) -> list[str]:
    """What is farther from its place in the mock-up than is let pass.

    Of text only the upper left corner counts: its width is that of its words. The rows of a
    table may leave room for a scroll bar at the right.
    """
    wrong = []
    for name, wanted in mocked.items():
        if name not in places:
            continue
        at = places[name]
        have = [at.x(), at.y(), at.width(), at.height()]
        allowed = [REGION] * 4
        if name == "title":
            allowed = [TEXT, TEXT, 1_000, TEXT]
        elif name == "new contact":
            allowed = [TEXT] * 4
        elif "row" in name or name == "table header":
            allowed = [REGION, REGION, 12, REGION]
        if any(abs(h - w) > a for h, w, a in zip(have, wanted, allowed, strict=True)):
            wrong.append(f"{name}: {have} instead of {wanted}")
    return wrong


def apart(mocked: list[float], at: QRect, sides: str = "xywh") -> list[str]:
    """Which of these sides of a region are farther from the mock-up than is let pass."""
    have = dict(zip("xywh", (at.x(), at.y(), at.width(), at.height()), strict=True))
    wanted = dict(zip("xywh", mocked, strict=True))
    return [
        f"{side}: {have[side]} instead of {wanted[side]}"
        for side in sides
        if abs(have[side] - wanted[side]) > REGION
    ]


@pytest.fixture
def shown(
    qtbot: QtBot, program: Program
) -> Iterator[Callable[[QSize], tuple[Program, ContactsPage]]]:
    def show(size: QSize) -> tuple[Program, ContactsPage]:
        program.window.resize(size)
        program.window.activateWindow()
        page = program.window.page()
        assert isinstance(page, ContactsPage)
        qtbot.waitUntil(lambda: page.model.rowCount() > 1)
        page.table.setFocus()
        settle(80)
        assert program.window.size() == size
        return program, page

    yield show
    program.kit.theme.use(Scheme.LIGHT)


@pytest.mark.parametrize(
    ("mock_up", "size"),
    [("contacts 1440", QSize(1440, 900)), ("contacts 1024", QSize(1024, 640))],
)
def test_the_regions_of_the_contacts_page_are_where_the_design_has_them(
    shown: Callable[[QSize], tuple[Program, ContactsPage]], mock_up: str, size: QSize
) -> None:
    program, page = shown(size)
    assert differences(PLACES[mock_up], regions(program, page)) == []


def test_the_regions_of_a_contacts_own_page_are_where_the_design_has_them(
    qtbot: QtBot, shown: Callable[[QSize], tuple[Program, ContactsPage]]
) -> None:
    program, page = shown(QSize(1440, 900))
    page.full_asked.emit(page.model.id_at(0))
    full = program.window.findChild(FullPage)
    assert full is not None
    qtbot.waitUntil(full.isVisible)
    settle(80)
    parts = {
        "bar": named(full, "Toolbar"),
        "profile": full.profile,
        "left column": full.left,
        "middle column": full.middle,
        "right column": full.right,
    }
    wanted = PLACES["contact page"]
    places = {name: place_in(program.window, part) for name, part in parts.items()}
    wrong = {name: apart(wanted[name], at) for name, at in places.items()}
    assert {name: sides for name, sides in wrong.items() if sides} == {}


def test_low_rows_and_the_bar_for_checked_ones_are_where_the_design_has_them(
    qtbot: QtBot, shown: Callable[[QSize], tuple[Program, ContactsPage]]
) -> None:
    program, page = shown(QSize(1440, 900))
    page.toggle_detail()
    page.head.compact_button.setChecked(True)
    page.model.check([page.model.id_at(1) or 0], on=True)
    qtbot.waitUntil(page.acts.bar.isVisible)
    settle(80)
    window, viewport, wanted = program.window, page.table.viewport(), PLACES["bulk and compact"]
    floating = place_in(window, page.acts.bar)
    box = floating.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    assert apart(wanted["first row"], place_in(window, viewport, row_place(page, 0)), "xyh") == []
    assert apart(wanted["second row"], place_in(window, viewport, row_place(page, 1)), "xyh") == []
    assert apart(wanted["footer"], place_in(window, named(page, "Footer"))) == []
    assert apart(wanted["bulk bar"], box, "yh") == []
    middle = wanted["bulk bar"][0] + wanted["bulk bar"][2] / 2
    assert abs(box.center().x() - middle) <= REGION


def test_the_palette_is_where_the_design_has_it(
    shown: Callable[[QSize], tuple[Program, ContactsPage]],
) -> None:
    program, _page = shown(QSize(1440, 900))
    palette = program.palette
    assert palette is not None
    palette.open()
    settle(80)
    panel = place_in(program.window, palette.panel)
    assert apart(PLACES["palette"]["palette"], panel, "xyw") == []
    palette.close()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_grounds_of_a_contacts_own_page_have_the_colours_of_the_tokens(
    qtbot: QtBot, shown: Callable[[QSize], tuple[Program, ContactsPage]], scheme: Scheme
) -> None:
    program, page = shown(QSize(1440, 900))
    program.kit.theme.use(scheme)
    page.full_asked.emit(page.model.id_at(0))
    full = program.window.findChild(FullPage)
    assert full is not None
    qtbot.waitUntil(full.isVisible)
    settle(80)
    picture: QImage = program.window.grab().toImage()
    for at, token in ((QPoint(470, 880), "surface"), (QPoint(800, 880), "canvas")):
        assert QColor(picture.pixel(at)).name() == program.kit.theme.colour(token).name()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_grounds_have_the_colours_of_the_tokens(
    shown: Callable[[QSize], tuple[Program, ContactsPage]], scheme: Scheme
) -> None:
    program, page = shown(QSize(1440, 900))
    theme = program.kit.theme
    theme.use(scheme)
    page.select(page.model.id_at(1) or 0)
    settle(80)
    picture: QImage = program.window.grab().toImage()
    places = regions(program, page)

    def ground(name: str, inset: QPoint) -> str:
        at = places[name].topLeft() + inset
        return QColor(picture.pixel(at)).name()

    def token(name: str) -> str:
        return QColor(theme.colour(name)).name()

    assert ground("nav", QPoint(100, 700)) == token("nav")
    assert ground("header", QPoint(8, 8)) == token("surface")
    assert ground("table header", QPoint(8, 8)) == token("sunken")
    assert ground("first row", QPoint(12, 8)) == token("surface")
    assert ground("second row", QPoint(12, 8)) == token("accent-soft")
    assert ground("panel", QPoint(100, 700)) == token("surface")
