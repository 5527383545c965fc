"""Every page, dialog and panel there is, for those who do not see them or have no mouse."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

import ui
from tests.ui.examiner import Examiner
from tests.ui.other_windows import OtherWindows
from ui.common.page import Page
from ui.common.theme import Scheme
from ui.common.widgets.floating import Floating
from ui.settings.section import Section
from ui.stops import Stops
from ui.tour import LARGE, Tour

WINDOWS = (QMainWindow, QDialog, QMenu, Page, Floating, Section)


class Walk(Tour):
    """The tour, and what it leaves out.

    What is there only while a file comes in is walked by AT-SPI.
    """

    def _changes(self, stops: Stops) -> Iterator[Path]:
        yield from OtherWindows(self._program, self._camera, self._place).all()


def windows_of_the_program() -> set[type[QWidget]]:
    """Return every class of a window, a page or what floats; not those others are made of."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found: set[type[QWidget]] = set()
    open_ends = list(WINDOWS)
    while open_ends:
        kind = open_ends.pop()
        made = [each for each in kind.__subclasses__() if each.__module__.startswith("ui.")]
        open_ends += made
        if kind.__module__.startswith("ui.") and not made:
            found.add(kind)
    return found


@pytest.mark.usefixtures("theme")
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_window_is_walked_and_each_control_has_a_name_a_way_to_it_and_a_ring(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    looks = [(Scheme.LIGHT, "en")]
    tour = Walk(qapp, tmp_path, tmp_path, looks, sizes=[LARGE], camera=Examiner)
    try:
        for _stop in tour.pictures():
            pass
    finally:
        tour.close()
    missed = [f"{k.__module__}.{k.__name__}" for k in windows_of_the_program() - Examiner.kinds]
    missed.sort()
    assert not missed, " ".join(["these are in no walk: add them to OtherWindows:", *missed])
    assert not Examiner.faults, "\n".join(f"{x} ({at})" for x, at in Examiner.faults.items())
