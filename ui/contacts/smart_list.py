"""Which smart list the page shows, the menu of lists, and saving one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.shapes.filters import Filter
from app.shapes.segments import SegmentRow
from ui.common.ask import AskDialog
from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.common.widgets.menu import popup, under
from ui.contacts.filter_bar import FilterBar

if TYPE_CHECKING:
    from app.services.segments import SegmentService


class SmartList(QObject):
    """Knows the list whose filter the chips began with; None is everybody."""

    shown = Signal(object)  # id of the list, or None
    everybody_asked = Signal()
    list_asked = Signal(object)  # SegmentRow

    def __init__(
        self, kit: Kit, segments: SegmentService, filters: FilterBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._segments = segments
        self._filters = filters
        self._host = parent
        self._row: SegmentRow | None = None

    @property
    def name(self) -> str:
        """The name of the list, '' for everybody."""
        return self._row.name if self._row else ""

    @property
    def row(self) -> SegmentRow | None:
        """The list, None for everybody."""
        return self._row

    @property
    def is_new(self) -> bool:
        """Whether the chips say something that is not kept as a list."""
        wanted = self._filters.filter()
        return bool(wanted) and (self._row is None or self._row.filter != wanted)

    def show(self, row: SegmentRow) -> None:
        """Take over the filter of a list."""
        self._row = row
        job = self._kit.runner.read(lambda _ticket: self._segments.names(row.filter))
        job.succeeded.connect(self._filters.take_names)
        self._filters.set_filter(row.filter)
        self.shown.emit(row.id)

    def leave(self) -> None:
        """Go back to everybody."""
        self._row = None
        self._filters.set_filter(Filter())
        self.shown.emit(None)

    def show_menu(self, opener: QWidget) -> None:
        """Open the menu of lists."""
        job = self._kit.runner.read(lambda _ticket: self._segments.all(counted=False))
        job.succeeded.connect(lambda rows: self._show_menu(rows, opener))

    def ask_name(self) -> None:
        """Ask under which name to keep what the chips say."""
        dialog = AskDialog(
            self._kit.theme,
            self.tr("Name of the list"),
            self.tr("Save list"),
            parent=self._host.window(),
        )
        dialog.answered.connect(self._save)
        dialog.open()

    def reread(self) -> None:
        """Follow a list that was renamed or removed."""
        if self._row is not None:
            job = self._kit.runner.read(lambda _ticket: self._segments.all(counted=False))
            job.succeeded.connect(self._take)

    def _show_menu(self, rows: list[SegmentRow], opener: QWidget) -> None:
        menu = CheckMenu(self._kit.theme, parent=opener)
        menu.setAccessibleName(self.tr("Lists"))
        everybody = menu.add_check(self.tr("All contacts"), on=self._row is None, once=True)
        everybody.triggered.connect(self.everybody_asked)
        if rows:
            menu.addSeparator()
        for row in rows:
            here = self._row is not None and self._row.id == row.id
            action = menu.add_check(row.name, on=here, once=True)
            action.setEnabled(row.readable)
            action.triggered.connect(lambda _on=False, row=row: self.list_asked.emit(row))
        popup(menu, under(opener))

    def _save(self, name: str) -> None:
        wanted = self._filters.filter()

        def saved(segment_id: int) -> None:
            self._row = SegmentRow(segment_id, name, wanted, None, None)
            self.shown.emit(segment_id)

        job = self._kit.runner.write(lambda _ticket: self._segments.save(name, wanted))
        job.succeeded.connect(saved)

    def _take(self, rows: list[SegmentRow]) -> None:
        if self._row is None:
            return
        found = {row.id: row for row in rows}.get(self._row.id)
        self._row = replace(self._row, name=found.name) if found else None
        self.shown.emit(self._row.id if self._row else None)
