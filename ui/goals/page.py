"""The page of goals: those that run, those to come, those that are over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.events import Changes
from app.jobs import Ticket
from app.shapes.goals import GoalRow, Progress
from app.shapes.products import ProductRow
from app.shapes.staff import StaffRow
from ui.common.bars import bar, clear
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup
from ui.common.widgets.toggle import Toggle
from ui.goals.card import GoalCard
from ui.goals.desk import GoalDesk
from ui.goals.dialog import GoalDialog

# Whatever a goal may count.
TABLES = {"goal", "sale", "sale_line", "payment", "deal", "contact", "interaction", "staff",
    "setting"}  # fmt: skip
MOST = 60  # goals at once; the newest
Asked = tuple[list[StaffRow], list[ProductRow]]


class GoalsPage(Page):
    """N adds a goal; on a card Enter changes it, Delete removes it."""

    icon = "goal"
    topic = "goals"
    in_nav = False
    closed = Signal()

    def __init__(
        self, kit: Kit, desk: GoalDesk, bridge: ChangeBridge, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._desk = desk
        self._stale = True
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self._found: list[Progress] = []
        self.is_read = False
        self.cards: list[GoalCard] = []
        self.dialog: QDialog | None = None
        self._build()
        self.back_button.clicked.connect(self.closed)
        self.new_button.clicked.connect(self.make_new)
        self.empty.acted.connect(self.make_new)
        self.past_toggle.toggled.connect(lambda _on: self._read())
        bridge.changed.connect(self._on_changed)
        kit.theme.changed.connect(self._show)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Goals")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.back_button.set_name(self.tr("Back"), "Esc")
        self.past_toggle.setText(self.tr("Also those that are over"))
        self.new_button.set_text(self.tr("New goal"))
        self.new_button.updateGeometry()
        self.empty.show_words(
            self.tr("What the month is to bring"),
            self.tr("Set a goal for sales, new customers or won deals: each day tells how far it "
                    "is and what is still needed."),
            self.tr("New goal"),
        )  # fmt: skip
        self._show()

    def make_new(self) -> None:
        """Ask for a new goal."""
        self.ask(None)

    def ask(self, goal: GoalRow | None) -> None:
        """Ask what a goal is to be; what it may be about is read first."""
        desk = self._desk
        job = self.kit.runner.read(lambda _ticket: (desk.staff.all(), desk.products.all()))
        job.succeeded.connect(partial(self._open, goal))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()
        self._take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self.kit.theme
        self.back_button = IconButton(theme, "arrow-left", "")
        self.heading = Label(theme, "", "title")
        self.past_toggle = Toggle(theme)
        self.new_button = Button(theme, "", "primary", icon="plus")
        canvas = QWidget()
        canvas.setObjectName("Canvas")
        canvas.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout()
        self._column.setSpacing(16)
        inner = QVBoxLayout(canvas)
        inner.setContentsMargins(24, 20, 24, 24)
        inner.addLayout(self._column)
        inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(canvas)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = EmptyState(theme, "goal", "", action=" ", action_icon="plus")
        self.stack = QStackedWidget()
        for part in (QWidget(), self.area, self.empty):
            self.stack.addWidget(part)
        head = [self.back_button, self.heading, None, self.past_toggle, self.new_button]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar(theme, "Header", 56, head))
        whole.addWidget(self.stack, 1)

    # Reading and showing

    def _read(self) -> None:
        goals, past = self._desk.goals, self.past_toggle.isChecked()
        self._stale = False

        def task(ticket: Ticket) -> list[Progress]:
            found = []
            for row in goals.all(past=past)[:MOST]:
                ticket.check()
                found.append(goals.progress(row.id))
            return found

        self._asked += 1
        self.kit.runner.read(task).succeeded.connect(partial(self._on_read, self._asked))

    def _on_read(self, asked: int, found: list[Progress]) -> None:
        if asked == self._asked:
            self._found, self.is_read = found, True
            self._show()

    def _on_changed(self, changes: Changes) -> None:
        if TABLES & (changes.reshaped | changes.edited.keys()):
            self._stale = True
            if self.isVisible():
                self._read()

    def _show(self) -> None:
        held = next((n for n, card in enumerate(self.cards) if card.hasFocus()), None)
        if len(self.cards) != len(self._found):
            clear(self._column)
            self.cards = [self._card() for _progress in self._found]
        for card, progress in zip(self.cards, self._found, strict=True):
            card.show_progress(progress)
        if self.is_read:
            self.stack.setCurrentWidget(self.area if self._found else self.empty)
        if held is not None and self.cards:
            self.cards[min(held, len(self.cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self) -> GoalCard:
        card = GoalCard(self.kit, self._desk.currency())
        card.opened.connect(self.ask)
        card.removed.connect(self._remove)
        card.menu_asked.connect(self._open_menu)
        card.left.connect(partial(self._step, card))
        self._column.addWidget(card)
        return card

    def _step(self, card: GoalCard, steps: int) -> None:
        to = self.cards.index(card) + steps
        if 0 <= to < len(self.cards):
            self.cards[to].setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.cards[to])

    def _take_keys(self) -> None:
        first = self.cards[0] if self.cards else self.new_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def _open(self, goal: GoalRow | None, asked: Asked) -> None:
        staff, products = asked
        self.dialog = dialog = GoalDialog(
            self.kit, self._desk, staff, products, goal, self.window()
        )
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _remove(self, goal: GoalRow) -> None:
        goals = self._desk.goals
        self.kit.runner.write(lambda _ticket: goals.remove([goal.id]))

    def _open_menu(self, goal: GoalRow, at: QPoint) -> None:
        menu = Menu(self.kit.theme, parent=self)
        changes = menu.add(self.tr("Change"), "pencil", "Enter")
        changes.triggered.connect(lambda: self.ask(goal))
        removes = menu.add(self.tr("Remove"), "trash-2", "Del")
        removes.triggered.connect(lambda: self._remove(goal))
        popup(menu, at)
        menu.setActiveAction(changes)

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        self._take_keys()
