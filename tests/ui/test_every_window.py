"""Every page, dialog and panel the tour of the pictures comes by, for those who do not see them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.focus_parts import BY_TAB, is_by_arrows, is_seen, name_of, shows_focus
from ui.camera import Camera
from ui.charts.view import ChartView
from ui.common.theme import Scheme
from ui.stops import Stops
from ui.tour import LARGE, Tour
from ui.waiting import settle

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
    QPlainTextEdit, QTabBar, QTextEdit, ChartView,
)  # fmt: skip
PARTS_OF_QT = (QHeaderView, QScrollBar)
LED_BY_ANOTHER = ("FoundList", "Palette")  # by the keys of the field above
Role = Qt.ItemDataRole


class Examiner(Camera):
    """Goes with the tour in the place of its camera and writes down what is amiss."""

    faults: dict[str, str]  # what, and where it was seen first
    stops: int

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        Examiner.faults, Examiner.stops = {}, 0
        self._ringed: set[str] = set()

    def take(self, what: str) -> Path:
        window = self._program.window
        if not window.isActiveWindow():
            window.activateWindow()
            settle()
        self._examine(window, what)
        return Path(what)

    def take_over(self, what: str, dialog: QDialog) -> Path:
        settle(20)
        self._examine(dialog, what)
        return Path(what)

    def _examine(self, window: QWidget, what: str) -> None:
        Examiner.stops += 1
        for widget in window.findChildren(QWidget):
            if widget.window() is window and is_seen(widget, window):
                for fault in faults_of(widget):
                    self.faults.setdefault(f"{path_of(widget)} {fault}", what)
        self._examine_rings(window, what)

    def _examine_rings(self, window: QWidget, what: str) -> None:
        """Bring the focus to one control of each kind; its look must tell."""
        before = QApplication.focusWidget()
        fresh = [w for w in window.findChildren(QWidget) if self._is_fresh(w, window)]
        if not fresh or before is None:
            return
        QTest.keyClick(before, Qt.Key.Key_F35)  # rings are for those who use keys
        for widget in fresh:
            if isValid(widget) and is_seen(widget, window):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                if widget.hasFocus() and not shows_focus(window, widget):
                    self.faults.setdefault(f"{path_of(widget)} shows no focus", what)
        if isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_fresh(self, widget: QWidget, window: QWidget) -> bool:
        kind = f"{type(widget).__name__} {widget.property('kind')} {type(widget.parent()).__name__}"
        if kind in self._ringed or widget.window() is not window or not is_seen(widget, window):
            return False
        if not widget.focusPolicy() & BY_TAB or widget.focusProxy() is not None:
            return False
        self._ringed.add(kind)
        return True


class Walk(Tour):
    """The tour without what is there only while a file comes in: those are walked by AT-SPI."""

    def _changes(self, stops: Stops) -> Iterator[Path]:
        yield from ()


def faults_of(widget: QWidget) -> Iterator[str]:
    """Yield what is amiss with a widget for who does not see it or has no mouse."""
    by_tab = bool(widget.focusPolicy() & BY_TAB)
    control = is_control(widget)
    if (control or by_tab) and widget.focusProxy() is None and not name_of(widget):
        yield "has no name"
    if control and not by_tab and not is_led(widget):
        yield "is out of the reach of Tab"
    told = widget.accessibleName()
    if isinstance(widget, QLabel) and told and widget.text().strip() not in told:
        yield f"is called {told!r}, which hides its text"
    if isinstance(widget, QAbstractItemView) and control and is_silent(widget):
        yield "says nothing of its first row"


def is_control(widget: QWidget) -> bool:
    """Tell whether it is there to be used, and not a part of such a one."""
    return (
        isinstance(widget, CONTROLS)
        and not isinstance(widget, PARTS_OF_QT)
        and not isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
        and not widget.objectName().startswith("qt_")
        and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    )


def is_led(widget: QWidget) -> bool:
    """Tell whether arrows lead to it from one like it, or a field has its keys."""
    if is_by_arrows(widget) or widget.focusProxy() is not None:
        return True
    above = widget
    while above is not None:
        if type(above).__name__ in LED_BY_ANOTHER:
            return True
        above = above.parentWidget()
    return any(
        like.focusPolicy() & BY_TAB and like.isVisible()
        for place in (widget.parentWidget(), widget.parentWidget().parentWidget())
        for like in place.findChildren(type(widget))
    )


def is_silent(view: QAbstractItemView) -> bool:
    """Tell whether nothing is read aloud of the first row."""
    model = view.model()
    if model is None or not model.rowCount(QModelIndex()):
        return False
    columns = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
    cells = [model.index(model.rowCount(QModelIndex()) - 1, column) for column in range(columns)]
    return not any(c.data(Role.AccessibleTextRole) or c.data(Role.DisplayRole) for c in cells)


def path_of(widget: QWidget) -> str:
    """Return where a widget is, from the inside."""
    names, part = [], widget
    while part is not None and len(names) < 4:
        names.append(type(part).__name__)
        part = part.parentWidget()
    return " in ".join(names)


@pytest.mark.usefixtures("theme")
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_control_of_every_window_has_a_name_a_way_to_it_and_a_ring(
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
    assert Examiner.stops > 80
    assert not Examiner.faults, "\n".join(f"{x} ({at})" for x, at in Examiner.faults.items())
