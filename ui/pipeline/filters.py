"""Which deals are shown, and in what order: search, chips, and those that wait too long."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.shapes.deals import DealFilter
from app.shapes.pipelines import LIVE
from app.shapes.staff import StaffRow
from ui.common.bars import bar
from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.chip import Chip
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.search_field import SearchField
from ui.pipeline.spans import SPANS, Span, months_words, span_name, span_of
from ui.pipeline.value_dialog import ValueDialog
from ui.pipeline.words import ORDERS, order_words, value_words

PAUSE = 120  # ms without a keystroke before it is looked for
SEARCH, NARROW_SEARCH = 204, 148  # px
ENDED = ("won", "lost")
NEXT_STATES = ("none", "overdue", "today")
NARROW = 1000  # px of the page below which the words before the order are left out
Choice = tuple[object, str]


class PipelineFilters(QWidget):
    """Says by `changed` that other deals are wanted: `wanted`."""

    changed = Signal()

    def __init__(
        self, kit: Kit, currency: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._currency = currency
        self._staff: Sequence[StaffRow] = ()
        self._ordered = True
        self.span = "any"  # the stretch that was chosen by name
        self.wanted = DealFilter()
        self.search = SearchField(theme, "", key="/")
        self.search.setFixedWidth(round(SEARCH * theme.text_scale))
        self.owner_chip = Chip(theme, "")
        self.span_chip = Chip(theme, "")
        self.value_chip = Chip(theme, "")
        self.state_chip = Chip(theme, "")
        self.more_chip = Chip(theme, "", add=True)
        self.waiting_button = Button(theme, "", "warning", icon="hourglass", size="sm")
        self.waiting_button.setCheckable(True)
        self.waiting_button.hide()  # until it is known how many
        self.line = QFrame()
        self.line.setObjectName("Line")
        self.line.setFixedSize(1, 20)
        self.order_label = Label(theme, "", colour="muted")
        self.order_chip = Chip(theme, "")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.bar = bar(theme, "Toolbar", 48, [
            self.search, self.owner_chip, self.span_chip, self.value_chip, self.state_chip,
            self.more_chip, None, self.waiting_button, self.line, self.order_label, self.order_chip,
        ])  # fmt: skip
        self._connect()
        self.retranslate()

    @property
    def is_narrowed(self) -> bool:
        """Whether fewer than all are asked for."""
        return replace(self.wanted, sort=DealFilter().sort) != DealFilter()

    def show_span(self, name: str) -> None:
        """Show deals expected to close in a named stretch."""
        self.span = name
        first, last = span_of(name, self._kit.formats.today())
        self._put(close_first=first, close_last=last)

    def follow_day(self) -> None:
        """Let 'this month' be that of the day it is now; tells nobody."""
        first, last = span_of(self.span, self._kit.formats.today())
        self.wanted = replace(self.wanted, close_first=first, close_last=last)
        self._show()

    def show_staff(self, staff: Sequence[StaffRow]) -> None:
        """Offer these owners."""
        self._staff = staff
        self._show()

    def show_waiting(self, count: int) -> None:
        """Tell how many wait too long."""
        words = self._kit.formats.count(
            count, self.tr("1 waiting too long"), self.tr("{n} waiting too long")
        )
        self.waiting_button.set_text(words)
        self.waiting_button.setVisible(bool(count) or self.wanted.waiting)
        self.fit(self.bar.width())

    def clear(self) -> None:
        """Take everything away but the order."""
        self.search.set_text("")
        self._pause.stop()
        self.span = "any"
        self.wanted = DealFilter(sort=self.wanted.sort)
        self._tell()

    def offer_order(self, *, on: bool) -> None:
        """Let the order be chosen, or not: a table has its own."""
        self._ordered = on
        self._show()
        self.order_chip.setVisible(on)
        self.fit(self.bar.width())

    def fit(self, width: int) -> None:
        """Leave out what there is no room for."""
        wide = width >= NARROW * self._kit.theme.text_scale
        self.order_label.setVisible(wide and self._ordered)
        room = SEARCH if wide else NARROW_SEARCH
        self.search.setFixedWidth(round(room * self._kit.theme.text_scale))
        self.line.setVisible(self._ordered and not self.waiting_button.isHidden())

    def retranslate(self) -> None:
        """Set every word again."""
        self.search.set_placeholder(self.tr("Search deals"))
        self.owner_chip.set_name(self.tr("Owner: everyone"))
        self.span_chip.set_name(self.tr("Closing"))
        self.value_chip.set_name(self.tr("Value"))
        self.more_chip.set_name(self.tr("Filter"))
        self.waiting_button.setToolTip(
            self.tr("Nothing has come from the customer for longer than the stage allows")
        )
        self.order_label.set_text(self.tr("Sort by"))
        self._show()

    def _connect(self) -> None:
        self.search.typed.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(lambda: self._put(text=self.search.text().strip()))
        self.owner_chip.clicked.connect(self._ask_owner)
        self.owner_chip.cleared.connect(lambda: self._put(owner_ids=()))
        self.span_chip.clicked.connect(self._ask_span)
        self.span_chip.cleared.connect(lambda: self.show_span("any"))
        self.value_chip.clicked.connect(self._ask_value)
        self.value_chip.cleared.connect(lambda: self._put(value_least=None, value_most=None))
        self.state_chip.clicked.connect(self._ask_more)
        self.state_chip.cleared.connect(lambda: self._put(next_states=(), later=False, kinds=LIVE))
        self.more_chip.clicked.connect(self._ask_more)
        self.waiting_button.toggled.connect(lambda on: self._put(waiting=on))
        self.order_chip.clicked.connect(self._ask_order)

    def _put(self, **values: object) -> None:
        before = self.wanted
        self.wanted = replace(self.wanted, **values)  # type: ignore[arg-type]
        if self.wanted != before:
            self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        wanted, kit = self.wanted, self._kit
        names = {row.id: row.name for row in self._staff} | {0: self.tr("nobody")}
        owners = kit.formats.listing([names.get(each, "") for each in wanted.owner_ids])
        self.owner_chip.set_active(self.tr("Owner: {name}").format(name=owners) if owners else "")
        span: Span = (wanted.close_first, wanted.close_last)
        dated = months_words(span, kit.formats) if any(span) else ""
        words = self.tr("Closing: {months}").format(months=dated)
        self.span_chip.set_active(words if dated else "")
        self.value_chip.set_active(
            value_words(wanted.value_least, wanted.value_most, self._currency(), kit.formats)
        )
        more = [*wanted.next_states, *(("hidden",) if wanted.later else ())]
        if not self._ordered:  # the board has none of those
            more += [kind for kind in ENDED if kind in wanted.kinds]
        names_of = {
            "none": self.tr("No next step"), "overdue": self.tr("Overdue"),
            "today": self.tr("Today"), "hidden": self.tr("Later"),
            "won": self.tr("Won ones"), "lost": self.tr("Lost ones"),
        }  # fmt: skip
        self.state_chip.set_active(kit.formats.listing([names_of[each] for each in more]))
        self.state_chip.setVisible(bool(more))
        self.waiting_button.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.waiting_button.setChecked(wanted.waiting)
        self.waiting_button.blockSignals(False)  # noqa: FBT003
        self.order_chip.set_name(order_words(wanted.sort))
        self.order_chip.setAccessibleName(
            self.tr("Sort by {order}").format(order=order_words(wanted.sort))
        )

    # Menus

    def _ask_owner(self) -> None:
        choices: list[Choice] = [((), self.tr("Everyone"))]
        choices += [((row.id,), row.name) for row in self._staff if row.name]
        choices.append(((0,), self.tr("Nobody")))
        self._offer(
            self.owner_chip, choices, (self.wanted.owner_ids,),
            lambda ids: self._put(owner_ids=ids),
        )  # fmt: skip

    def _ask_span(self) -> None:
        choices: list[Choice] = [(name, span_name(name)) for name in SPANS]
        self._offer(self.span_chip, choices, (self.span,), lambda n: self.show_span(str(n)))

    def _ask_value(self) -> None:
        self.dialog = ValueDialog(
            self._kit,
            self.wanted.value_least,
            self.wanted.value_most,
            self._currency(),
            self.window(),
        )
        self.dialog.answered.connect(
            lambda least, most: self._put(value_least=least, value_most=most)
        )
        self.dialog.open()

    def _ask_more(self) -> None:
        menu = CheckMenu(self._kit.theme, "", self)
        menu.setAccessibleName(self.more_chip.text())
        states = self.wanted.next_states
        for state, words in (
            ("none", self.tr("Without a next step")),
            ("overdue", self.tr("Next step overdue")),
            ("today", self.tr("Next step today")),
        ):
            action = menu.add_check(words, on=state in states)
            action.toggled.connect(lambda _on, state=state: self._toggle_state(state))
        hidden = menu.add_check(self.tr("Put off until later"), on=self.wanted.later)
        hidden.toggled.connect(lambda on: self._put(later=on))
        for kind, words in (
            ()
            if self._ordered
            else (
                ("won", self.tr("Won ones")),
                ("lost", self.tr("Lost ones")),
            )
        ):
            action = menu.add_check(words, on=kind in self.wanted.kinds)
            action.toggled.connect(lambda _on, kind=kind: self._toggle_kind(kind))
        popup(menu, under(self.more_chip))
        menu.setActiveAction(menu.actions()[0])

    def _toggle_state(self, state: str) -> None:
        chosen = set(self.wanted.next_states) ^ {state}
        self._put(next_states=tuple(each for each in NEXT_STATES if each in chosen))

    def _toggle_kind(self, kind: str) -> None:
        """List deals that are over; those that are not, where none of these is wanted."""
        chosen = set(self.wanted.kinds) ^ {kind}
        self._put(kinds=tuple(each for each in ENDED if each in chosen) or LIVE)

    def _ask_order(self) -> None:
        choices: list[Choice] = [(order, order_words(order)) for order in ORDERS]
        self._offer(
            self.order_chip, choices, (self.wanted.sort,), lambda sort: self._put(sort=sort)
        )

    def _offer(
        self,
        chip: Chip,
        choices: Sequence[Choice],
        chosen: Collection[object],
        choose: Callable[[object], None],
    ) -> None:
        menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(chip.text())
        for value, words in choices:
            action = menu.add(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(partial(choose, value))
        popup(menu, under(chip))
        menu.setActiveAction(menu.actions()[0])
        chip.setFocus(Qt.FocusReason.PopupFocusReason)
