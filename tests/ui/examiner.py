"""Goes by every window in the place of a camera, for those who do not see it or have no mouse."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
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
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.focus_parts import BY_TAB, is_by_arrows, is_seen, name_of, shows_focus
from ui.camera import Camera
from ui.charts.view import ChartView
from ui.waiting import TookTooLongError, settle, wait_until

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
    QPlainTextEdit, QTabBar, QTextEdit, ChartView,
)  # fmt: skip
PARTS_OF_QT = (QHeaderView, QScrollBar)
LED_BY_ANOTHER = ("FoundList", "Palette")  # by the keys of the field above
MOST_STOPS = 400
Role = Qt.ItemDataRole


class Examiner(Camera):
    """Writes down what is amiss with what it is shown, and which kinds of widgets it saw."""

    faults: dict[str, str]  # what, and where it was seen first
    kinds: set[type[QWidget]]
    stops: int

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        Examiner.faults, Examiner.kinds, Examiner.stops = {}, set(), 0
        self._ringed: set[str] = set()

    def take(self, what: str) -> Path:
        window = self._program.window
        if not window.isActiveWindow():
            window.activateWindow()
            settle()
        self._examine(window, what)
        return Path(what)

    def take_dialog(self, what: str, dialog: QDialog | None) -> list[Path]:
        """Examine a dialog and leave it by Escape."""
        if dialog is None:
            return []
        path = self.take_over(what, dialog)
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        settle()
        if isValid(dialog) and dialog.isVisible():
            self._note(f"{type(dialog).__name__} is not closed by Escape", what)
            dialog.reject()
            settle()
        return [path]

    def take_over(self, what: str, dialog: QDialog) -> Path:
        settle(20)
        for fault in dialog_faults(dialog):
            self._note(f"{type(dialog).__name__} {fault}", what)
        self._examine(dialog, what)
        return Path(what)

    def take_menu(self, what: str, button: QAbstractButton) -> list[Path]:
        """Open the menu of a button, examine it, and close it."""
        button.click()
        return self.take_popup(what)

    def take_popup(self, what: str) -> list[Path]:
        """Examine a menu or what else is open over everything, and close it by Escape."""
        with suppress(TookTooLongError):
            wait_until(QApplication.activePopupWidget, seconds=5)
        shown = QApplication.activePopupWidget()
        if shown is None:
            return []
        self._examine(shown, what)
        for _again in range(5):
            if (shown := QApplication.activePopupWidget()) is None:
                break
            QTest.keyClick(shown.focusWidget() or shown, Qt.Key.Key_Escape)
            settle(20)
        else:
            self._note(f"{type(shown).__name__} is not closed by Escape", what)
        return [Path(what)]

    def _examine(self, window: QWidget, what: str) -> None:
        Examiner.stops += 1
        self.kinds.add(type(window))
        if isinstance(window, QMenu) and any(nameless(window)):
            self._note(f"{path_of(window)} has an entry without words", what)
        for widget in window.findChildren(QWidget):
            if widget.window() is window and is_seen(widget, window):
                self.kinds.add(type(widget))
                for fault in faults_of(widget):
                    self._note(f"{path_of(widget)} {fault}", what)
        self._examine_rings(window, what)

    def _note(self, fault: str, what: str) -> None:
        self.faults.setdefault(fault, what)

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
                    self._note(f"{path_of(widget)} shows no focus", what)
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


def dialog_faults(dialog: QDialog) -> Iterator[str]:
    """Yield what is amiss with a dialog as it opens."""
    if not dialog.windowTitle().strip():
        yield "has no title"
    at = dialog.focusWidget()
    if at is None or not is_seen(at, dialog):
        yield f"opens with the focus on {type(at).__name__}"
    buttons = [b for b in dialog.findChildren(QPushButton) if is_seen(b, dialog)]
    wanted = [b for b in buttons if b.property("kind") == "primary"]
    if wanted and not any(b.isDefault() for b in dialog.findChildren(QPushButton)):
        yield "has no default button"
    stops = tab_stops(dialog)
    around = zip(stops, [*stops[1:], *stops[:1]], strict=True)
    ups = [(here, there) for here, there in around if is_straight_above(there, here, dialog)]
    if len(ups) > 1:  # once it must, from the last one to the first
        yield "has Tab go up " + ", ".join(f"to {name_of(x)!r} from {name_of(y)!r}" for y, x in ups)


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return where Tab leads, from the first one in the order of the window."""
    stops, widget = [], window.nextInFocusChain()
    for _step in range(MOST_STOPS * 5):
        if widget is window:
            break
        takes = widget.focusPolicy() & BY_TAB and widget.focusProxy() is None
        if takes and widget.window() is window and is_seen(widget, window):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def is_straight_above(there: QWidget, here: QWidget, window: QWidget) -> bool:
    """Tell whether `there` stands over `here`, in the same column."""
    a = there.rect().translated(there.mapTo(window, QPoint()))
    b = here.rect().translated(here.mapTo(window, QPoint()))
    return a.bottom() < b.top() and a.left() < b.right() and b.left() < a.right()


def nameless(menu: QMenu) -> Iterator[bool]:
    """Tell of each entry of a menu whether nothing can be read aloud of it."""
    for action in menu.actions():
        yield action.isVisible() and not action.isSeparator() and not action.text().strip()


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
