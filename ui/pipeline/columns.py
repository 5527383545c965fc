"""The columns of the board beside each other: one card of them all is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.deals import DealCard
from ui.common.card_columns import CardColumns
from ui.common.kit import Kit
from ui.pipeline.card import CardLook
from ui.pipeline.column import Column
from ui.pipeline.column_head import HeadLook
from ui.pipeline.column_view import ColumnView

TOP, LEFT, RIGHT, BOTTOM = 16, 20, 8, 16


class StageCards(NamedTuple):
    """What a column shows."""

    stage_id: int
    name: str
    rows: Sequence[DealCard]


class Columns(CardColumns):
    """Arrows to the side go to the card beside, in the next column that has one."""

    opened = Signal(object)  # DealCard
    add_asked = Signal(object)  # stage id
    menu_asked = Signal(object, QPoint)  # DealCard, place on the screen
    lifted = Signal(object, QPoint)  # DealCard, where in the card it is held

    def __init__(
        self, kit: Kit, look: Callable[[DealCard], CardLook], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._look = look
        self._names: dict[int, str] = {}
        self.columns: list[Column] = []
        self._leave(BOTTOM)

    def show_stages(self, stages: Sequence[StageCards]) -> None:
        """Show these columns; where they are the same as before, each stays where it is."""
        chosen, focused = self.row, self._focused()
        line = self._line_of_row()
        self._names = {stage.stage_id: stage.name for stage in stages}
        if [column.stage_id for column in self.columns] != list(self._names):
            self._make_columns()
        for column, stage in zip(self.columns, stages, strict=True):
            bar = column.view.verticalScrollBar()
            scrolled = bar.value()
            column.cards.show(stage.rows)
            bar.setValue(scrolled)
            column.view.setAccessibleName(stage.name)
        if chosen is not None and not self.choose(chosen.id, focus=focused):
            near = self.column_of(chosen.stage_id)
            if near is not None:  # it has gone: whoever stands there now
                self._choose_in(near, line, focus=focused)

    def show_heads(self, looks: Sequence[HeadLook], add_words: str) -> None:
        """Show what the columns come to."""
        for column, look in zip(self.columns, looks, strict=True):
            column.head.show_look(look)
            column.head.add_button.set_name(add_words.format(stage=look.name))
            column.view.setAccessibleName(", ".join((look.name, look.count, look.total)))

    def repaint_all(self) -> None:
        """Have every card painted again."""
        for column in self.columns:
            column.cards.repaint_all()

    @property
    def row(self) -> DealCard | None:
        """The deal that is chosen."""
        return next((row for column in self.columns if (row := column.view.row)), None)

    def column_of(self, stage_id: int) -> Column | None:
        """Return the column of a stage."""
        return next((each for each in self.columns if each.stage_id == stage_id), None)

    def choose(self, deal_id: int, *, focus: bool = True) -> bool:
        """Choose a deal wherever it is; tell whether it is on the board."""
        for column in self.columns:
            line = column.cards.line_of(deal_id)
            if line is not None:
                self._choose_in(column, line, focus=focus)
                return True
        return False

    def focus_first(self) -> None:
        """Put the focus on the chosen card, or on the first there is."""
        column = self._column_of_row() or next(
            (each for each in self.columns if each.cards.rows), None
        )
        if column is not None:
            self._choose_in(column, self._line_of_row())

    def _walk(self, view: ColumnView, step: int) -> None:
        """Go to the card beside, in the next column that has one."""
        places = [column.view for column in self.columns]
        place = places.index(view) + step
        height = view.rect_of(view.currentIndex().row()).center().y() if view.row else 0
        while 0 <= place < len(self.columns):
            column = self.columns[place]
            if column.cards.rows:
                line = column.view.indexAt(QPoint(8, round(max(0.0, height)))).row()
                self._choose_in(column, line if line >= 0 else len(column.cards.rows))
                return
            place += step

    def _choose_in(self, column: Column, line: int, *, focus: bool = True) -> None:
        if column.view.choose(line):
            self._alone(column)
            self.area.ensureWidgetVisible(column, 0, 0)
            if focus:
                column.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _alone(self, chosen: Column) -> None:
        """Only one card of the board is chosen, and Tab comes to its column alone."""
        for column in self.columns:
            if column is not chosen:
                column.view.let_go()
            tab = column is chosen
            column.view.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus
            )

    def _line_of_row(self) -> int:
        """Return the line of the chosen card in its column."""
        column, row = self._column_of_row(), self.row
        found = column.cards.line_of(row.id) if column is not None and row is not None else None
        return found or 0

    def _focused(self) -> bool:
        return any(column.view.hasFocus() for column in self.columns)

    def _column_of_row(self) -> Column | None:
        return next((column for column in self.columns if column.view.row), None)

    def _leave(self, below: int) -> None:
        """Leave that much room below the columns."""
        self._row.setContentsMargins(LEFT, TOP, RIGHT, below)

    def _make_columns(self) -> None:
        for column in self.columns:
            column.view.removeEventFilter(self)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        self.columns = []
        for stage_id in self._names:
            column = Column(self._kit, stage_id, self._look)
            column.view.installEventFilter(self)
            column.view.lifted.connect(self.lifted)
            column.view.opened.connect(self.opened)
            column.view.menu_asked.connect(self.menu_asked)
            column.view.entered.connect(lambda column=column: self._alone(column))
            column.head.add_asked.connect(lambda stage_id=stage_id: self.add_asked.emit(stage_id))
            self._row.addWidget(column, 1)
            self.columns.append(column)
        if self.columns:
            self._alone(self.columns[0])
