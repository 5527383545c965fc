"""Charts as people see, point at and hear them."""

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from app.shapes.reports import (
    Report,
    ReportAsk,
    ReportChart,
    ReportColumn,
    ReportRow,
    ReportSeries,
)
from ui.charts.drawing import KINDS, draw
from ui.charts.look import paper_look
from ui.charts.scale import labelled, scale_of
from ui.charts.table import ReportTable
from ui.charts.view import ChartView
from ui.charts.words import axis_words, value_words
from ui.common.formats import Formats, Tongue
from ui.common.theme import Scheme
from ui.reports.rows import PeopleRows

LEFT = Qt.MouseButton.LeftButton
FIGURES = ((5, 3), (0, None), (-4, 2), (12_345_678, 9))


def report(kind, rows=FIGURES, *, axis="text", key="sources"):
    """Return a report of two series, drawn in some way."""
    columns = (
        ReportColumn("name", "Name", axis), ReportColumn("now", "Sold", "money", opens=True),
        ReportColumn("goal", "Goal", "money"),
    )  # fmt: skip
    name = "2026-05-{:02}" if axis == "date" else "Instagram, recommended by many people {}"
    told = tuple(
        ReportRow(f"r{n}", (name.format(n + 1), *row), hint="Parents’ Day" if n == 1 else "")
        for n, row in enumerate(rows)
    )
    chart = ReportChart(kind, 0, (ReportSeries(1), ReportSeries(2, "goal")))
    ask = ReportAsk(key=key, first="2026-05-01", last="2026-05-12")
    return Report(ask, "Sources", "Most came by Instagram.", "4 sales, in May", columns, told,
                  chart, total=("Total", sum(row[0] or 0 for row in rows), None))  # fmt: skip


def drawn(made, look, width=380, height=240, dots=100):
    figure = Figure(figsize=(width / 100, height / 100), dpi=dots)
    canvas = FigureCanvasAgg(figure)
    drawing = draw(figure, made, look)
    canvas.draw()
    return drawing, canvas


@pytest.fixture
def look(kit):
    return paper_look(kit.theme.tokens, kit.formats)


@pytest.fixture
def view(qtbot, kit):
    view = ChartView(kit)
    qtbot.addWidget(view)
    view.resize(420, 240)
    view.show()
    return view


def show(qtbot, view, made):
    view.show_report(made)
    qtbot.waitUntil(lambda: bool(view.spots()))


def middle(view, row, column=1):
    spot = next(s for s in view.spots() if (s.row, s.column) == (row, column))
    return QPoint(*(round(each) for each in spot.middle))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_chart_of_every_kind_is_drawn_from_whatever_figures_there_are(kind, look):
    odd = (("text", FIGURES[:1]), ("text", ((None, None),)), ("date", ((0, 0),)))
    for axis, rows in (("text", FIGURES), ("date", FIGURES), ("date", ((7, 7),) * 40), *odd):
        drawing, _canvas = drawn(report(kind, rows, axis=axis), look)
        assert all(spot.row < len(rows) for spot in drawing.spots)
    assert drawn(report(kind, ()), look)[0].spots == []
    drawn(report(kind), look, width=60, height=30)


def test_a_figure_twice_as_fine_is_the_same_picture(look):
    _drawing, plain = drawn(report("bar"), look)
    _drawing, fine = drawn(report("bar"), look, dots=200)
    assert fine.get_width_height(physical=True) == tuple(
        2 * side for side in plain.get_width_height(physical=True)
    )
    one, other = (
        QImage(c.buffer_rgba(), *c.get_width_height(physical=True), QImage.Format.Format_RGBA8888)
        for c in (plain, fine)
    )
    middle = other.scaled(one.size()).pixelColor(250, 30)
    assert middle == one.pixelColor(250, 30)


def test_scales_are_round_and_names_do_not_touch():
    assert scale_of([0, 21_180_000]).ticks == (0, 6e6, 12e6, 18e6, 24e6)
    assert scale_of([3], whole=True).ticks == (0, 1, 2, 3)
    assert scale_of([-5, 5]).ticks == (-5, -2.5, 0, 2.5, 5)
    named = labelled(30, 700, 90)
    assert named[0] == 0
    assert named[-1] == 29
    assert min(b - a for a, b in pairwise(named)) * 700 / 30 >= 90


def test_money_beside_an_axis_is_short_in_both_languages(clock):
    english, korean = (Formats(Tongue(code), clock) for code in ("en", "ko"))
    assert [axis_words(n, "money", english, "KRW") for n in (0, 18e6, 5e5, -2e6)] == [
        "0", "₩18M", "₩500K", "−₩2M"
    ]  # fmt: skip
    assert [axis_words(n, "money", korean, "KRW") for n in (18e6, 5e5, 1.2e8)] == [
        "1,800만", "50만", "1.2억"
    ]  # fmt: skip
    assert axis_words(150_000, "money", english, "USD") == "$1.5K"
    assert value_words(0.086, "share", english, "KRW") == "8.6%"
    assert value_words(1, "days", english, "KRW") == "1 day"


def test_the_mouse_reads_and_opens_a_mark(qtbot, view):
    show(qtbot, view, report("line", axis="date"))
    qtbot.mouseMove(view, middle(view, 1))
    qtbot.waitUntil(lambda: view.overlay.told is not None)
    told = view.overlay.told
    assert told.heading == "Sat, May 2 · Parents’ Day"
    assert [line[1] for line in told.lines] == ["Sold"]  # there is no goal that day
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.mouseClick(view, LEFT, pos=middle(view, 0))
    assert picked.args == ["r0", "now"]


def test_arrows_go_from_mark_to_mark_and_enter_opens_it(qtbot, view):
    show(qtbot, view, report("heat", key="rfm"))
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    spot = view.overlay.spot
    assert (spot.row, spot.column) == (2, 1)
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert picked.args == ["r2", "now"]
    qtbot.keyClick(view, Qt.Key.Key_Right)  # the goal leads nowhere
    with qtbot.assertNotEmitted(view.picked):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_those_who_cannot_see_it_are_told_what_it_says(qtbot, view, kit):
    show(qtbot, view, report("bar"))
    assert view.accessibleName() == "Sources. Most came by Instagram."
    assert view.accessibleDescription() == "4 sales, in May"
    before = view.grab().toImage()
    kit.theme.use(Scheme.DARK)
    with qtbot.waitSignal(view.canvas.drawn):
        pass
    assert view.grab().toImage() != before


def test_what_cannot_be_drawn_is_told_and_never_raised(qtbot, view, caplog):
    broken = replace(report("bar"), chart=ReportChart("bar", 0, (ReportSeries(99),)))
    with qtbot.waitSignal(view.cannot_draw):
        view.show_report(replace(broken, rows=report("bar").rows))
    assert view.trouble.isVisible()
    assert "cannot be drawn" in caplog.text
    caplog.clear()
    show(qtbot, view, report("bar"))
    assert not view.trouble.isVisible()


def test_a_table_has_the_sum_and_opens_what_is_behind_a_figure(qtbot, kit):
    table = ReportTable(kit)
    qtbot.addWidget(table)
    table.resize(420, 240)
    table.show_report(report("table"))
    table.show()
    model = table.report_model
    assert model.rowCount() == len(FIGURES) + 1
    assert model.index(4, 1).data() == "₩12,345,679"
    table.setFocus()
    table.setCurrentIndex(model.index(0, 1))
    with qtbot.waitSignal(table.picked) as picked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert picked.args == ["r0", "now"]
    with qtbot.waitSignal(table.picked) as picked:
        place = table.visualRect(model.index(3, 1)).center()
        qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    assert picked.args == ["r3", "now"]


def test_the_page_is_made_without_what_draws():
    code = (
        "import sys, ui.report_parts, ui.reports.board;"
        "sys.exit(bool({'matplotlib', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_company_stands_in_a_square_and_a_person_in_a_circle(qtbot, kit):
    told = report("list")
    rows = [replace(told.rows[0], mark=str(mark), company=mark == 2) for mark in (1, 2)]
    people = PeopleRows(kit)
    qtbot.addWidget(people)
    people.resize(300, 80)
    people.show_report(replace(told, rows=tuple(rows)))
    picture = people.grab().toImage()
    ground = picture.pixelColor(150, 1)
    faces = [round((row + 0.5) * people.row_height) for row in (0, 1)]
    corners = [picture.pixelColor(2, middle - 9) for middle in faces]
    middles = [picture.pixelColor(1, middle) for middle in faces]
    assert corners[0] == ground
    assert corners[1] == middles[1] != ground
    assert middles[0] != ground
