"""Home: what the day begins with, and one key for each thing to do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.jobs import Ticket
from ui.common.ahead_words import long_day
from ui.common.bars import row_of
from ui.common.bridge import ChangeBridge
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.help_button import HelpButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.skeleton import Skeleton
from ui.home.columns import Columns
from ui.home.goal_card import GoalCard
from ui.home.words import day_sentence, greeting, greeting_words, quiet_sentence

if TYPE_CHECKING:
    from ui.home.card import HomeCard
    from ui.home.desk import HomeDesk, Morning
    from ui.home.line import HomeLine
    from ui.home.looks import CardLook

PATIENCE = 300  # ms of reading until what will be there is hinted at
SETTLES = 150  # ms in which changes are read together
EVERY = 120_000  # ms; an hour passes, and a day
WIDEST = 1680
SCROLL = 10  # px a scroll bar takes, also while there is nothing to scroll
ME, SEEN = "home/me", "home/seen"  # what this PC remembers


class HomePage(Page):
    """Reads in the background when it is shown or something changed.

    Made before the shop is open; it begins to read when it is given the desk.
    """

    icon = "house"
    topic = "home"
    asked = Signal(str, object, object)  # what is to be done, with what, QPoint for a menu
    headed = Signal(str)  # the card whose head leads somewhere
    goals_asked = Signal()
    print_asked = Signal()
    new_asked = Signal(str)  # 'contact', 'task' or 'sale'

    def __init__(self, kit: Kit, bridge: ChangeBridge, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._desk: HomeDesk | None = None
        self._job: Job | None = None
        self._stale = True
        self._since = kit.state.text(SEEN)
        self.morning: Morning | None = None
        self.cards: list[HomeCard] = []
        self.greeting = Label(theme, "", "display")
        self.sentence = Label(theme, "", "body", "text-2")
        self.print_button = Button(theme, "", icon="printer")
        self.sale_button = Button(theme, "", icon="shopping-bag")
        self.new_button = Button(theme, "", "primary", icon="plus", trailing="chevron-down")
        self.goal = GoalCard(kit)
        self.columns = Columns(theme)
        self.waiting = Skeleton(theme, "", rows=10)
        self.calm = EmptyState(theme, "sun", "", role="neutral")
        self.trouble = EmptyState(theme, "circle-alert", "", role="danger", action=" ")
        self.stack = QStackedWidget()
        for part in (QWidget(), self.waiting, self.columns, self.calm, self.trouble):
            self.stack.addWidget(part)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.stack.setCurrentWidget(self.waiting))
        self._settling = QTimer(self, singleShot=True, interval=SETTLES)
        self._settling.timeout.connect(self.reload)
        self._clock = QTimer(self, interval=EVERY)
        self._clock.timeout.connect(self._on_time)
        self._build()
        self._connect(bridge)
        self.retranslate()

    @property
    def is_read(self) -> bool:
        """Whether it shows what is, and nothing is on its way."""
        return self.morning is not None and self._job is None and not self._settling.isActive()

    def title(self) -> str:
        return self.tr("Home")

    def retranslate(self) -> None:
        """Set every word again."""
        self.print_button.set_text(self.tr("Today sheet"))
        self.sale_button.set_text(self.tr("Record sale"))
        self.new_button.set_text(self.tr("New"))
        self.waiting.setAccessibleName(self.tr("Reading what the day brings"))
        self.trouble.show_words(self.tr("The day cannot be read"), "", self.tr("Try again"))
        self._show()

    def serve(self, desk: HomeDesk) -> None:
        """Take what is read from, now that the shop is open, and read."""
        self._desk = desk
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read everything again."""
        desk, since = self._desk, self._since
        if desk is None:
            self._patience.start()
            return
        self._stale = False
        if self._job is not None:
            self._job.cancel()
            self._job.succeeded.disconnect(self._on_read)
            self._job.failed.disconnect(self._on_failed)

        def task(_ticket: Ticket) -> Morning:
            return desk.read(since)

        self._job = self.kit.runner.read(task, quiet=True)
        self._job.succeeded.connect(self._on_read)  # methods: nothing is told to a page that went
        self._job.failed.connect(self._on_failed)
        if self.morning is None and not self._patience.isActive():
            self._patience.start()

    def make_new(self) -> None:
        """Offer what can be made new."""
        menu = Menu(self.kit.theme, "", self)
        for what, words, icon, key in (
            ("contact", self.tr("Contact"), "user-plus", ""),
            ("task", self.tr("Task"), "circle-check", "Ctrl+T"),
            ("sale", self.tr("Sale"), "shopping-bag", "Ctrl+Shift+S"),
        ):
            menu.add(words, icon, key).triggered.connect(partial(self.new_asked.emit, what))
        popup(menu, under(self.new_button))

    def start(self) -> None:
        """Put the focus on the first line."""
        lines = (card.first() for card in self.columns.in_order())
        if (line := next((line for line in lines if line is not None), None)) is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def line_of(self, key: str) -> HomeLine | None:
        """Return the first line about something."""
        found = (card.line_of(key) for card in self.columns.in_order())
        return next((line for line in found if line is not None), None)

    def card_of(self, code: str) -> HomeCard | None:
        """Return a card, if there is something in it."""
        return next((card for card in self.cards if card.look.code == code), None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        QTimer.singleShot(0, self, self._take_keys)
        if self._stale:
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.start()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.greeting)
        told.addWidget(self.sentence)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(told, 1)
        head.addLayout(row_of(
            HelpButton(self.kit.theme), self.print_button, self.sale_button, self.new_button
        ))  # fmt: skip
        whole = QWidget()
        whole.setMaximumWidth(WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(head)
        column.addWidget(self.goal)
        column.addWidget(self.stack)
        column.addStretch(1)
        canvas = QWidget()
        canvas.setObjectName("Canvas")
        canvas.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(canvas)
        row.setContentsMargins(32, 24, 32 - SCROLL, 24)
        row.addStretch(1)
        row.addWidget(whole, 1000)
        row.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(canvas)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _connect(self, bridge: ChangeBridge) -> None:
        bridge.changed.connect(self._on_changed)
        self.kit.theme.changed.connect(self._on_theme_changed)
        self.goal.opened.connect(self.goals_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.sale_button.clicked.connect(lambda: self.new_asked.emit("sale"))
        self.new_button.clicked.connect(self.make_new)
        self.trouble.acted.connect(self.reload)

    def _on_read(self, morning: Morning) -> None:
        self._job = None
        self._patience.stop()
        first, self.morning = self.morning is None, morning
        self.kit.state.put_text(ME, morning.me)
        self._show()
        focused = QApplication.focusWidget()
        if first and self.isVisible() and (focused is None or focused.window() is self.window()):
            self.start()

    def _take_keys(self) -> None:
        """Let the keys begin on the first line when the page has come to the front with them."""
        focused = QApplication.focusWidget()
        if self._held() is None and (focused is None or self.isAncestorOf(focused)):
            self.start()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._patience.stop()
        self.kit.runner.failed.emit(error)
        if self.morning is None:
            self.stack.setCurrentWidget(self.trouble)

    def _show(self) -> None:
        """Show what was read; before that, the greeting of the hour alone."""
        formats, morning = self.kit.formats, self.morning
        if morning is None:
            self.greeting.set_text(greeting(formats.hour(), self.kit.state.text(ME)))
            self.sentence.set_text(long_day(formats.today(), formats))
            return
        from ui.home.cards import CardMaker  # noqa: PLC0415 - after the first picture
        from ui.home.goal_words import goal_look  # noqa: PLC0415

        self.goal.show_look(goal_look(self.kit, morning))
        self.greeting.set_text(greeting_words(morning))
        looks = CardMaker(self.kit, morning).cards()
        words = day_sentence(morning, formats)
        if not looks:
            words = long_day(morning.home.today, formats)
            self.calm.show_words(quiet_sentence(morning, formats), "", "")
        self.sentence.set_text(words)
        held, place = self._held(), self.area.verticalScrollBar().value()
        known = {card.look: card for card in self.cards}
        self.cards = [known.get(look) or self._card(look) for look in looks]
        self.columns.show_cards(self.cards)
        self.stack.setCurrentWidget(self.columns if looks else self.calm)
        if held is not None:
            self._hold(*held)
        # A card that went takes the focus on to the next, and the page after it.
        self.area.verticalScrollBar().setValue(place)

    def _card(self, look: CardLook) -> HomeCard:
        from ui.home.card import HomeCard  # noqa: PLC0415 - after the first picture

        card = HomeCard(self.kit, look)
        card.asked.connect(self.asked)
        card.headed.connect(self.headed)
        card.left.connect(partial(self._on_left, card))
        return card

    def _held(self) -> tuple[str, str, int] | None:
        """Return card, line and its place, where one of them has the focus."""
        focused = QApplication.focusWidget()
        for card in self.cards:
            for place, line in enumerate(card.lines):
                if focused is not None and (focused is line or line.isAncestorOf(focused)):
                    return card.look.code, line.line.key, place
        return None

    def _hold(self, code: str, key: str, place: int) -> None:
        """Leave the focus on the same line, or on what stands in its place."""
        card = self.card_of(code)
        line = card.line_of(key) if card is not None else None
        if line is None and card is not None:
            able = [one for one in card.lines if one.line.acts]
            line = able[min(place, len(able) - 1)] if able else None
        if line is None:
            every = (one.first() for one in self.columns.in_order())
            line = next((one for one in every if one is not None), None)
        focused = QApplication.focusWidget()
        if line is not None and not (focused is not None and line.isAncestorOf(focused)):
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self, card: HomeCard, steps: int) -> None:
        """Go on in the card below or above."""
        cards = [one for one in self.columns.in_order() if one.first() is not None]
        to = cards.index(card) + steps
        if 0 <= to < len(cards):
            line = cards[to].first(last=steps < 0)
            if line is not None:
                line.setFocus(Qt.FocusReason.TabFocusReason)
                self.area.ensureWidgetVisible(line)

    def _on_theme_changed(self) -> None:
        self.cards = []
        self._show()

    def follow_scores(self) -> None:
        """Read again: scores have been reckoned, which is no change of the shop."""
        self._on_changed(None)

    def _on_changed(self, _changes: object) -> None:
        if self.isVisible():
            self._settling.start()
        else:
            self._stale = True

    def _on_time(self) -> None:
        if self.isVisible():
            self.reload()
