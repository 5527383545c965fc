"""The board: a column for each stage, cards that are carried from one to another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.shapes.deals import DealCard
from ui.common.card_columns import EDGES, STEP
from ui.common.card_looks import BETWEEN
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.row_header import is_menu_key
from ui.common.widgets.note import announce
from ui.pipeline.acts import LETTERS
from ui.pipeline.card import CardLook, card_picture
from ui.pipeline.carrying import NOWHERE, Aim, Carried
from ui.pipeline.column_view import ColumnView
from ui.pipeline.columns import BOTTOM, LEFT, Columns
from ui.pipeline.drop_bars import BARS, EDGE, DropBars

MIME = "application/x-dangol-deal"
ABOVE = 8  # px between the columns and the bars
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
DROPS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Board(Columns):
    """Arrows walk over cards and columns; Space takes a card, arrows carry it, Space drops it.

    What a drop means is told by signals; the page shows it at once and writes it.
    """

    mime = MIME
    moved = Signal(object, object, int)  # DealCard, stage id, line of its deals
    dropped_on = Signal(object, str)  # DealCard, bar
    removed = Signal(object)  # DealCard
    letter_pressed = Signal(object, str)  # DealCard, letter or 'f2'
    carry_ended = Signal()

    def __init__(
        self, kit: Kit, look: Callable[[DealCard], CardLook], parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, look, parent)
        self.carried: Carried | None = None  # the deal that is being carried
        self.keeps_order = False  # whether a card goes to the line it is dropped at
        self.bars = DropBars(kit, self)
        self.lifted.connect(self._lift)

    def take(self, row: DealCard, *, by_keys: bool) -> None:
        """Take a deal from its column."""
        self.cancel()
        column = self.column_of(row.stage_id)
        if column is None:
            return
        self.carried = Carried(row, by_keys, line=column.cards.place_of(row.id) or 0)
        column.cards.take(row.id)
        room = self._room()
        self._leave(self.bars.sizeHint().height() + EDGE + ABOVE)
        self.bars.slide_in(room)
        if by_keys:
            words = self.tr("{title} is taken: arrows move it, Space drops it, Esc leaves it")
            announce(self, words.format(title=row.title))

    def aim(self, aim: Aim) -> None:
        """Show where the deal would go."""
        if self.carried is None or aim == self.carried.aim:
            return
        self.carried.aim = aim
        for column in self.columns:
            if column.stage_id == aim.stage_id:
                column.aim(aim.line, self._words_to(column.stage_id))
            elif column.is_aimed:
                column.aim(None)
        self.bars.aim(aim.bar)
        if self.carried.by_keys and not aim.is_nowhere:
            bar = self.bars.bars[aim.bar].accessibleName() if aim.bar else ""
            announce(self, bar or self._words_to(aim.stage_id))

    def drop(self) -> None:
        """Let the deal go where it would."""
        carried = self.carried
        if carried is None:
            return
        aim, row = carried.aim, carried.row
        self._end()
        if aim.bar:
            self.dropped_on.emit(row, aim.bar)
        elif aim.stage_id is not None:
            self.moved.emit(row, aim.stage_id, aim.line)

    def cancel(self) -> None:
        """Leave the deal where it was."""
        if self.carried is not None:
            self._end()

    def shift(self, row: DealCard, changed: DealCard, line: int) -> None:
        """Show a deal where it was moved to, before it is written."""
        for column in self.columns:
            if column.cards.place_of(row.id) is not None:
                column.cards.remove(row.id)
        column_to = self.column_of(changed.stage_id)
        if column_to is not None:
            column_to.cards.insert(changed, line)
            self.choose(changed.id)

    def _words_to(self, stage_id: int | None) -> str:
        return self.tr("Move to {stage}").format(stage=self._names.get(stage_id or 0, ""))

    def _end(self) -> None:
        carried, self.carried = self.carried, None
        self._creep.stop()
        self.bars.slide_out()
        self._leave(BOTTOM)
        for column in self.columns:
            column.aim(None)
            column.cards.take(None)
        if carried is not None:
            self.carry_ended.emit()

    def _lift(self, row: DealCard, held: QPoint) -> None:
        """Carry a card with the mouse until it is let go."""
        column = self.column_of(row.stage_id)
        if column is None:
            return
        self.take(row, by_keys=False)
        width = column.view.width() - BETWEEN
        picture, corner = card_picture(
            self._kit.theme, self._look(row), width, self.devicePixelRatioF()
        )
        self.carry(row.id, picture, corner + held)
        self.cancel()  # if nothing took it

    def aim_at(self, at: QPoint) -> Aim:
        """Return where a deal let go at a point of the board would go."""
        if key := self.bars.key_at(at):
            return Aim(bar=key)
        column = self.column_at(at)
        if column is None or self.carried is None:
            return NOWHERE
        if not self.keeps_order and column.stage_id == self.carried.row.stage_id:
            return NOWHERE
        top = column.view.mapFrom(self, at).y() if self.keeps_order else 0
        return Aim(column.stage_id, column.view.line_at(max(0, top - EDGES)))

    @property
    def is_carrying(self) -> bool:
        """Whether a deal was taken."""
        return self.carried is not None

    def aim_over(self, at: QPoint | None) -> None:
        """Show where a deal let go at a point would go."""
        self.aim(NOWHERE if at is None else self.aim_at(at))

    def creeps(self) -> tuple[int, int]:
        """Return how far the board and the column under the pointer are to scroll on."""
        across, at = super().creeps()[0], self._pointer
        column = self.column_at(at)
        if column is None or self.bars.key_at(at):
            return across, 0
        y, height = column.view.mapFrom(self, at).y(), column.view.height()
        return across, ((height - EDGES < y < height) - (0 <= y < EDGES)) * STEP

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, ColumnView):
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._press(watched, event)
            carried = self.carried
            if event.type() == QEvent.Type.FocusOut and carried is not None and carried.by_keys:
                self.cancel()
        return super().eventFilter(watched, event)

    def _press(self, view: ColumnView, event: QKeyEvent) -> bool:
        """Do as a key says; return whether it is one of the board's."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = view.row
        if self.carried is not None:
            return self._carry_by(key)
        if row is not None and is_menu_key(event):
            line = view.cards.line_of(row.id) or 0
            corner = view.rect_of(line).center().toPoint()
            self.menu_asked.emit(row, view.viewport().mapToGlobal(corner))
        elif held:
            return False
        elif key in SIDEWAYS:
            self._walk(view, SIDEWAYS[key])
        else:
            return row is not None and self._act_by(row, key, event)
        return True

    def _act_by(self, row: DealCard, key: Qt.Key, event: QKeyEvent) -> bool:
        """Do with the chosen deal what a key says; return whether it says anything."""
        if key == Qt.Key.Key_Space:
            self.take(row, by_keys=True)
        elif key in DROPS:
            self.opened.emit(row)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(row)
        elif key == Qt.Key.Key_F2:
            self.letter_pressed.emit(row, "f2")
        elif (letter := letter_of(event)) in LETTERS:
            self.letter_pressed.emit(row, letter)
        else:
            return False
        return True

    def _carry_by(self, key: Qt.Key) -> bool:
        """Carry on with a key; every other one is kept from the list."""
        carried = self.carried
        if carried is None:
            return False
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in DROPS:
            self.drop()
        elif key in SIDEWAYS:
            self.aim(self._beside(carried, SIDEWAYS[key]))
        elif key in UPRIGHT:
            self.aim(self._above(carried, UPRIGHT[key]))
        return True

    def _beside(self, carried: Carried, step: int) -> Aim:
        """Return the column or bar beside where a deal would go now."""
        aim = carried.aim
        if aim.bar:
            place = BARS.index(aim.bar) + step
            return Aim(bar=BARS[min(max(0, place), len(BARS) - 1)])
        stages = [column.stage_id for column in self.columns]
        place = stages.index(aim.stage_id or carried.row.stage_id) + step
        if not 0 <= place < len(stages):
            return aim
        column = self.columns[place]
        self.area.ensureWidgetVisible(column, 0, 0)
        own = column.stage_id == carried.row.stage_id
        if own and not self.keeps_order:
            return NOWHERE
        line = min(carried.line, len(column.cards.rows)) if self.keeps_order else 0
        return Aim(column.stage_id, line)

    def _above(self, carried: Carried, step: int) -> Aim:
        """Return the line above or below where a deal would go now; the bars are below all."""
        aim = carried.aim
        if aim.bar:
            if step > 0:
                return aim
            own = carried.row.stage_id
            return Aim(own, carried.line) if self.keeps_order else NOWHERE
        column = self.column_of(aim.stage_id or carried.row.stage_id)
        if not self.keeps_order or column is None:
            return Aim(bar=BARS[0]) if step > 0 else aim
        line = (carried.line if aim.is_nowhere else aim.line) + step
        if line > len(column.cards.rows):
            return Aim(bar=BARS[0])
        return Aim(column.stage_id, max(0, line))

    # Parts

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.bars.isHidden():
            self.bars.place(self._room())

    def _room(self) -> QRectF:
        return QRectF(LEFT, 0, self.width() - 2 * LEFT, self.height())
