"""The months beside each other; deals are carried from one to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.shapes.forecast import LATER, UNDATED, ForecastCard, ForecastMonth
from ui.common.card_columns import CardColumns
from ui.common.card_looks import BETWEEN
from ui.common.kit import Kit
from ui.common.widgets.note import announce
from ui.forecast.looks import DealLook, deal_picture
from ui.forecast.month_column import MonthColumn, MonthView, Read
from ui.forecast.words import month_name

MIME = "application/x-dangol-forecast"
LEFT, TOP, RIGHT, BOTTOM = 20, 12, 8, 16
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DROPS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Months(CardColumns):
    """Arrows walk over deals and months; Space takes a deal, arrows carry it, Space drops it."""

    mime = MIME
    moved = Signal(object, str)  # ForecastCard, month
    opened = Signal(object)  # deal id

    def __init__(
        self,
        kit: Kit,
        read: Read,
        look: Callable[[ForecastCard], DealLook],
        parent: QWidget | None = None,
    ) -> None:
        """`read` returns further deals of a month, `look` how one looks."""
        super().__init__(parent)
        self._kit = kit
        self._read = read
        self._look = look
        self._carried: tuple[ForecastCard, MonthColumn, bool] | None = None  # by keys?
        self.columns: list[MonthColumn] = []
        self._row.setContentsMargins(LEFT, TOP, RIGHT, BOTTOM)

    @property
    def row(self) -> ForecastCard | None:
        """The deal that is chosen."""
        return next((row for each in self.columns if (row := each.view.row)), None)

    @property
    def aimed(self) -> MonthColumn | None:
        """The month a carried deal would go to."""
        return next((column for column in self.columns if column.is_aimed), None)

    def show_months(self, shown: Sequence[tuple[ForecastMonth, Sequence[ForecastCard]]]) -> None:
        """Show these months with the first of their deals; what is chosen stays so."""
        chosen, focused = self.row, any(column.view.hasFocus() for column in self.columns)
        self._end()
        self._make_columns(len(shown))
        for column, (month, cards) in zip(self.columns, shown, strict=True):
            bar = column.view.verticalScrollBar()
            at = bar.value()
            column.cards.show(month.month, cards, month.deals)
            bar.setValue(at)
        if chosen is not None:
            self.choose(chosen.deal_id, focus=focused)

    def repaint_all(self) -> None:
        """Have every card painted again."""
        for column in self.columns:
            column.cards.take(None)

    def choose(self, deal_id: int, *, focus: bool = True) -> None:
        """Choose a deal wherever it is."""
        for column in self.columns:
            line = column.cards.line_of(deal_id)
            if line is not None:
                column.view.choose(line)
                self._let_go_but(column.view)
                if focus:
                    column.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the first deal."""
        column = next((each for each in self.columns if each.cards.rows), None)
        if column is not None:
            column.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Carrying

    def take(self, row: ForecastCard, *, by_keys: bool) -> None:
        """Take a deal from its month."""
        self.cancel()
        column = next((c for c in self.columns if c.cards.line_of(row.deal_id) is not None), None)
        if column is None:
            return
        self._carried = row, column, by_keys
        column.cards.take(row.deal_id)
        if by_keys:
            words = self.tr("{title} is taken: arrows move it, Space drops it, Esc leaves it")
            announce(self, words.format(title=row.title))

    def aim(self, column: MonthColumn | None) -> None:
        """Show to which month the deal would go."""
        if self._carried is None or column is self.aimed:
            return
        _row, source, by_keys = self._carried
        able = column is not None and column is not source and column.month != LATER
        for each in self.columns:
            words = self._words_to(each.month) if able and each is column else ""
            each.aim(words)
            if words and by_keys:
                announce(self, words)

    def drop(self) -> None:
        """Let the deal go to the month it would."""
        carried, to = self._carried, self.aimed
        self._end()
        if carried is None or to is None:
            return
        row, _source, _by_keys = carried
        self._shift(row, to)
        self.moved.emit(row, to.month)

    def cancel(self) -> None:
        """Leave the deal where it was."""
        self._end()

    def _words_to(self, month: str) -> str:
        if month == UNDATED:
            return self.tr("Without a date")
        return self.tr("Move to {month}").format(month=month_name(month, self._kit))

    def _shift(self, row: ForecastCard, to: MonthColumn) -> None:
        """Show a deal where it goes before it is written."""
        for column in self.columns:
            if (line := column.cards.line_of(row.deal_id)) is not None:
                column.cards.rows.pop(line)
                column.cards.show(column.month, column.cards.rows, column.cards.count - 1)
        to.cards.show(to.month, [row, *to.cards.rows], to.cards.count + 1)
        to.view.choose(0)
        self._let_go_but(to.view)
        to.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        carried, self._carried = self._carried, None
        self._creep.stop()
        if carried is not None:
            for column in self.columns:
                column.aim("")
                column.cards.take(None)

    def _lift(self, row: ForecastCard, held: QPoint) -> None:
        """Carry a card with the mouse until it is let go."""
        self.take(row, by_keys=False)
        if self._carried is None:
            return
        width = self._carried[1].view.width() - BETWEEN
        picture, corner = deal_picture(
            self._kit.theme, self._look(row), width, self.devicePixelRatioF()
        )
        self.carry(row.deal_id, picture, corner + held)
        self.cancel()  # if nothing took it

    @property
    def is_carrying(self) -> bool:
        """Whether a deal was taken."""
        return self._carried is not None

    def aim_over(self, at: QPoint | None) -> None:
        """Show to which month a deal let go at a point would go."""
        self.aim(None if at is None else self.column_at(at))

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, MonthView):
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._press(watched, event)
            carried = self._carried
            if event.type() == QEvent.Type.FocusIn:
                self._let_go_but(watched)
            if event.type() == QEvent.Type.FocusOut and carried is not None and carried[2]:
                self.cancel()
        return super().eventFilter(watched, event)

    def _let_go_but(self, view: MonthView) -> None:
        """Choose nothing in the other months."""
        for column in self.columns:
            if column.view is not view:
                column.view.let_go()

    def _press(self, view: MonthView, event: QKeyEvent) -> bool:
        """Do as a key says; return whether it is one of the forecast's."""
        key, row = Qt.Key(event.key()), view.row
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._carried is not None:
            self._carry_by(key)
        elif held:
            return False
        elif key in SIDEWAYS:
            self._walk(view, SIDEWAYS[key])
        elif row is None:
            return False
        elif key == Qt.Key.Key_Space:
            self.take(row, by_keys=True)
        elif key in DROPS:
            self.opened.emit(row.deal_id)
        else:
            return False
        return True

    def _carry_by(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in DROPS:
            self.drop()
        elif key in SIDEWAYS and self._carried is not None:
            able = [each for each in self.columns if each.month != LATER]
            start = self.aimed or self._carried[1]
            place = (able.index(start) if start in able else len(able) - 1) + SIDEWAYS[key]
            if 0 <= place < len(able):
                self.aim(able[place])
                self.area.ensureWidgetVisible(able[place], 0, 0)

    def _walk(self, view: MonthView, step: int) -> None:
        """Go to the next month that has deals, to the card beside."""
        place = next(n for n, column in enumerate(self.columns) if column.view is view)
        line = view.currentIndex().row()
        beside = self.columns[place + 1 :] if step > 0 else self.columns[:place][::-1]
        column = next((each for each in beside if each.cards.rows), None)
        if column is not None:
            column.view.choose(max(line, 0))
            column.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(column, 0, 0)

    def _make_columns(self, count: int) -> None:
        while len(self.columns) > count:
            column = self.columns.pop()
            column.hide()
            column.deleteLater()
        while len(self.columns) < count:
            column = MonthColumn(self._kit, self._read, self._look)
            column.view.installEventFilter(self)
            column.view.lifted.connect(self._lift)
            column.view.opened.connect(lambda row: self.opened.emit(row.deal_id))
            self._row.addWidget(column, 1)
            self.columns.append(column)
