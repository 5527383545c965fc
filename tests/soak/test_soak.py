"""Two short hours of use: the second needs nothing the first did not."""

from dataclasses import astuple

import pytest
from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QApplication

from tests.soak.measures import LIMITS, Measure, growing, growth, slope
from tests.soak.run import hours
from ui.common.jobs import READERS
from ui.common.language import Language


def test_a_second_hour_of_use_leaves_nothing_behind(qapp, tmp_path):
    first, second = hours(qapp, tmp_path, 2, people=30, browsed=8, whole=False)
    assert second.windows <= first.windows
    assert second.widgets <= first.widgets
    # A reading thread that had nothing to do in the first hour opens the file and its log.
    assert second.handles <= first.handles + 2 * READERS


def test_the_slope_is_that_of_the_line_of_least_squares():
    assert slope([1, 3, 5, 7]) == pytest.approx(2)
    assert slope([4, 4, 4]) == 0
    assert slope([0, 3, 0, 3]) == pytest.approx(0.6)


def test_what_rises_faster_than_it_may_is_named():
    flat = Measure(100, 50_000, 900, 400, 6, 20, 8, 0)
    leak = Measure(100, 50_000, 902, 400, 6, 20, 8, 0)
    assert growing([flat, flat, flat]) == {}
    assert growing([flat, leak]) == {"objects": 2}
    assert LIMITS.objects < 1
    assert growth([flat, leak]) == 0
    assert growth([Measure(200, *astuple(flat)[1:]), flat]) == -0.5


def test_a_language_that_was_left_leaves_no_translator(qapp):
    language = Language(qapp)
    for code in ("ko", "en", "ko", "en"):
        language.use(code)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(language.findChildren(QTranslator)) <= 2
