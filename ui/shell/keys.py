"""The list of keys, as F1 and the settings show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.common.kit import Kit
from ui.common.letter_keys import letters_used
from ui.common.widgets.button import Button
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label

WIDTH = 480
HEIGHT = 560
BESIDE_BAR = 16  # px between the keys and the scroll bar


class KeyList(QWidget):
    """What each key does: those of the menus as they are set, then those of lists and fields."""

    def __init__(
        self,
        kit: Kit,
        actions: Sequence[tuple[str, list[str]]],
        *,
        letters: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`actions` are (name, keys) of the menus; `letters`: also keys of a single letter."""
        super().__init__(parent)
        self._theme = kit.theme
        self._letters = letters
        self.rows: list[tuple[str, list[str]]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(8)
        self._add(self.tr("Everywhere"), [*actions, *self._window_keys()])
        self._add(self.tr("In the list of contacts"), self._list_keys())
        self._add(self.tr("In the list of sales"), self._sale_keys())
        self._add(self.tr("On the board of deals"), self._deal_keys())
        self._add(self.tr("In the forecast"), self._forecast_keys())
        self._add(self.tr("On the page of a deal"), self._one_deal_keys())
        self._add(self.tr("On a quote or another paper"), self._paper_keys())
        self._add(self.tr("In the inbox of enquiries"), self._enquiry_keys())
        self._add(self.tr("In the list of tasks"), self._task_keys())
        self._add(self.tr("In the calendar"), self._calendar_keys())
        self._add(self.tr("On somebody on Home"), self._home_keys())

    def _window_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Search in this page"), ["/", "Ctrl+F"]),
            (self.tr("New contact"), ["N", "Ctrl+N"]),
            (self.tr("Next part of the window, or the one before"), ["F6", "Shift+F6"]),
            (self.tr("Fold or unfold the details"), ["Ctrl+\\"]),
            (self.tr("Close, cancel, clear the search"), ["Esc"]),
            (self.tr("This list"), ["?", "F1"]),
        ]

    def _list_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Open the selected contact"), ["Enter"]),
            (self.tr("Check the selected contact"), ["Space"]),
            (self.tr("Edit the name"), ["F2"]),
            (self.tr("Write a note"), ["E"]),
            (self.tr("Log a call"), ["L"]),
            (self.tr("New task"), ["T"]),
            (self.tr("Put a tag on"), ["#"]),
            (self.tr("Relate somebody"), ["R"]),
            (self.tr("Record a sale"), ["B"]),
            (self.tr("Use a prepaid pass"), ["U"]),
            (self.tr("Take the step that is offered"), ["P"]),
            (self.tr("Save what is being written"), ["Ctrl+Enter"]),
            (self.tr("Put in the trash"), ["Del"]),
        ]

    def _sale_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Take a payment"), ["P"]),
            (self.tr("Give back all or some of it"), ["R"]),
            (self.tr("Exchange"), ["X"]),
            (self.tr("Change the sale"), ["E"]),
            (self.tr("Delivery and card"), ["D"]),
        ]

    def _deal_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Open the deal"), ["Enter"]),
            (self.tr("Take the deal, and drop it"), ["Space"]),
            (self.tr("Carry it to another stage"), ["Left", "Right"]),
            (self.tr("To won, lost and later below"), ["Down"]),
            (self.tr("Won"), ["W"]),
            (self.tr("Lost"), ["X"]),
            (self.tr("Later"), ["D"]),
            (self.tr("Add a next step"), ["T"]),
            (self.tr("Quote"), ["Q"]),
            (self.tr("Edit the deal"), ["F2"]),
            (self.tr("Put in the trash"), ["Del"]),
        ]

    def _paper_keys(self) -> list[tuple[str, list[str]]]:
        return [(self.tr("Save as PDF"), ["Ctrl+S"]), (self.tr("Print"), ["Ctrl+P"])]

    def _forecast_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Open the deal"), ["Enter"]),
            (self.tr("Take the deal, and drop it"), ["Space"]),
            (self.tr("Carry it to another month"), ["Left", "Right"]),
        ]

    def _one_deal_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Won"), ["W"]),
            (self.tr("Lost"), ["X"]),
            (self.tr("Later"), ["D"]),
            (self.tr("Change the deal"), ["F2"]),
            (self.tr("New task"), ["T"]),
            (self.tr("New quote"), ["Q"]),
            (self.tr("Add a person"), ["P"]),
        ]

    def _enquiry_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Answered"), ["A"]),
            (self.tr("Who it is"), ["P"]),
            (self.tr("Make a deal of it"), ["D"]),
            (self.tr("Spam"), ["X"]),
            (self.tr("Close"), ["C"]),
            (self.tr("Take it up again"), ["R"]),
        ]

    def _task_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Done, or not done yet"), ["Space"]),
            (self.tr("Snooze"), ["S"]),
            (self.tr("Another day"), ["D"]),
            (self.tr("Wait for an answer"), ["W"]),
            (self.tr("They came to the appointment"), ["C"]),
            (self.tr("They did not come"), ["N"]),
            (self.tr("Add the step a plan offers"), ["A"]),
            (self.tr("Leave that step out"), ["X"]),
            (self.tr("Open"), ["Enter"]),
        ]

    def _calendar_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Turn the page"), ["PgUp", "PgDown"]),
            (self.tr("Go to today"), ["T"]),
            (self.tr("Something new on that day"), ["N"]),
            (self.tr("Move it"), ["Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down"]),
            (self.tr("Make it longer or shorter"), ["Shift+Down", "Shift+Up"]),
        ]

    def _home_keys(self) -> list[tuple[str, list[str]]]:
        return [
            (self.tr("Call"), ["C"]),
            (self.tr("Log what happened"), ["L"]),
            (self.tr("New task"), ["T"]),
        ]

    def _add(self, heading: str, rows: Sequence[tuple[str, list[str]]]) -> None:
        grid, theme = self._grid, self._theme
        if self.rows:
            grid.setRowMinimumHeight(grid.rowCount(), 8)
        grid.addWidget(Label(theme, heading, "strong"), grid.rowCount(), 0, 1, 2)
        for words, named in rows:
            keys = [key for key in named if len(key) > 1 or self._letters]
            if not keys:
                continue
            self.rows.append((words, keys))
            line = grid.rowCount()
            grid.addWidget(Label(theme, words), line, 0)
            box = QHBoxLayout()
            box.setSpacing(4)
            box.addStretch(1)
            for key in keys:
                box.addWidget(Kbd(theme, shown(key)))
            grid.addLayout(box, line, 1)


class KeysDialog(QDialog):
    """The list of keys over the window."""

    def __init__(
        self,
        kit: Kit,
        actions: Sequence[tuple[str, list[str]]],
        parent: QWidget | None = None,
    ) -> None:
        """`actions` are (name, keys) of the menus."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(WIDTH, HEIGHT)
        self._list = KeyList(kit, actions, letters=letters_used())
        self._list.setProperty("clear", "true")
        self._list.setContentsMargins(0, 0, BESIDE_BAR, 0)
        area = QScrollArea()
        area.setWidget(self._list)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Keyboard shortcuts"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = Button(kit.theme, self.tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(Label(kit.theme, self.windowTitle(), "title"))
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """What is listed: (what it does, keys)."""
        return self._list.rows


def shown(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
