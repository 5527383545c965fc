"""The page of the team: what each has before them, and what they did in a month."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.goal_periods import span
from app.jobs import Ticket
from app.settings import LEADERBOARD
from app.shapes.staff import StaffRow
from app.shapes.team import Assignment, MemberFigures, Team
from ui.common.bars import bar
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.row_delegate import RowLook
from ui.common.row_table import RowColumn, RowTable
from ui.common.short_model import ShortModel, set_columns
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.toggle import Toggle
from ui.team.assign_dialog import AssignDialog
from ui.team.desk import TeamDesk
from ui.team.words import member_look, titles

WIDTHS = tuple(
    RowColumn(width, sortable=False) for width in (0, 112, 112, 112, 88, 56, 88, 80, 136)
)
RIGHT = (2, 3, 4, 5, 6, 7, 8, 9)  # columns of numbers, the edge counted
TABLES = {"deal", "deal_stage_move", "stage_move", "sale", "task", "enquiry", "goal", "staff",
    "setting", "assignment"}  # fmt: skip
Asked = tuple[list[Assignment], list[StaffRow], list[tuple[int, str]]]


class TeamPage(Page):
    """Left and Right go a month back and on; nobody is compared unless the shop wants it."""

    icon = "users-round"
    topic = "goals"
    in_nav = False
    closed = Signal()

    def __init__(
        self, kit: Kit, desk: TeamDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._desk = desk
        self._stale = True
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self._found: Team | None = None
        self._first, self._last = span("month", kit.formats.today())
        self.dialog: QDialog | None = None
        self._build()
        self.back_button.clicked.connect(self.closed)
        self.before_button.clicked.connect(lambda: self.go(-1))
        self.after_button.clicked.connect(lambda: self.go(1))
        self.assign_button.clicked.connect(self.ask_assignment)
        self.board_toggle.clicked.connect(self._on_board_toggled)
        bridge.changed.connect(self._on_changed)
        self.retranslate()

    @property
    def is_read(self) -> bool:
        """Whether the month in view was read."""
        return self._found is not None and self._found.first_on == self._first.isoformat()

    def title(self) -> str:
        return self.tr("Team")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.back_button.set_name(self.tr("Back"), "Esc")
        self.before_button.set_name(self.tr("Month before"))
        self.after_button.set_name(self.tr("Next month"))
        self.board_toggle.setText(self.tr("Order by what was won"))
        self.assign_button.set_text(self.tr("Who gets what comes in"))
        self.assign_button.updateGeometry()
        self.table.setAccessibleName(self.title())
        self._show()

    def start_search(self) -> None:
        """Put the focus into the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go(self, months: int) -> None:
        """Show another month; the one that runs is the last."""
        day = self._first - timedelta(days=1) if months < 0 else self._last + timedelta(days=1)
        if day <= self.kit.formats.today():
            self._first, self._last = span("month", day)
            self._show_month()
            announce(self, self.month_label.text())
            self._read()

    def ask_assignment(self) -> None:
        """Ask who is to get what comes in; what is set is read first."""
        desk = self._desk

        def task(_ticket: Ticket) -> Asked:
            return desk.assignments.all(), desk.staff.all(), desk.pipelines()

        self.kit.runner.read(task).succeeded.connect(self._open)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self.kit.theme
        self.back_button = IconButton(theme, "arrow-left", "")
        self.heading = Label(theme, "", "title")
        self.assign_button = Button(theme, "", icon="shuffle")
        self.before_button = IconButton(theme, "chevron-left", "")
        self.after_button = IconButton(theme, "chevron-right", "")
        self.month_label = Label(theme, "", "strong", digits=True)
        self.board_toggle = Toggle(theme)
        self.model = ShortModel(self._look, RIGHT, self)
        self.table = MonthTable(theme, checks=False)
        self.table.setModel(self.model)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.stepped.connect(self.go)
        self.stack = QStackedWidget()
        for part in (QWidget(), self.table):
            self.stack.addWidget(part)
        head = [self.back_button, self.heading, None, self.assign_button]
        tools = [self.before_button, self.month_label, self.after_button, None, self.board_toggle]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Header", 56, head))
        whole.addWidget(bar(theme, "Toolbar", 48, tools))
        whole.addWidget(self.stack, 1)
        self._show_month()

    # Reading and showing

    def _read(self) -> None:
        team, first, last = self._desk.team, self._first.isoformat(), self._last.isoformat()
        self._stale = False
        self._asked += 1
        job = self.kit.runner.read(lambda _ticket: team.figures(first, last))
        job.succeeded.connect(partial(self._on_read, self._asked))

    def _on_read(self, asked: int, found: Team) -> None:
        if asked == self._asked:
            self._found = found
            self._show()

    def _on_changed(self, changes: Changes) -> None:
        if TABLES & (changes.reshaped | changes.edited.keys()):
            self._stale = True
            if self.isVisible():
                self._read()

    def _show(self) -> None:
        self._show_month()
        if self._found is None:
            return
        line = max(self.table.currentIndex().row(), 0)
        fresh = self.model.columnCount() == 0
        self.model.show_rows(titles(), self._found.members)
        if fresh:
            set_columns(self.table, WIDTHS)
        self.board_toggle.setChecked(self._found.leaderboard)
        self.stack.setCurrentWidget(self.table)
        self.table.selectRow(min(line, len(self._found.members) - 1))

    def _show_month(self) -> None:
        self.month_label.set_text(self.kit.formats.month(self._first.isoformat()))
        self.month_label.updateGeometry()
        self.after_button.setEnabled(self._last < self.kit.formats.today())

    def _look(self, member: MemberFigures) -> RowLook:
        return member_look(member, self.kit, self._desk.currency())

    # What is done

    def _on_board_toggled(self) -> None:
        settings, on = self._desk.settings, self.board_toggle.isChecked()
        self.kit.runner.write(lambda _ticket: settings.put(LEADERBOARD, on))

    def _open(self, asked: Asked) -> None:
        known, staff, pipelines = asked
        self.dialog = dialog = AssignDialog(
            self.kit, self._desk, known, staff, pipelines, self.window()
        )
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class MonthTable(RowTable):
    """Left and Right do not walk over its cells: they go to another month."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)
