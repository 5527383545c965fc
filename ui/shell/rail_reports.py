"""The reports somebody built, in the navigation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.events import Changes
from app.shapes.reports import OwnReport
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.row_header import is_menu_key
from ui.common.tab_order import put_behind
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup
from ui.common.widgets.nav_item import NavItem

if TYPE_CHECKING:
    from app.services.own_reports import OwnReportService

TABLE = "report"
LEFT, ABOVE = 8, 14  # px around the caption


class RailReports(QWidget):
    """A caption and one entry per report that is to stand here; nothing where there is none."""

    chosen = Signal(object)  # id of the report
    edit_asked = Signal(object)  # OwnReport

    def __init__(
        self,
        kit: Kit,
        own: OwnReportService,
        bridge: ChangeBridge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._own = own
        self._items: list[ReportItem] = []
        self._caption = Label(kit.theme, "", "caption", "text-2", strong=True)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(LEFT, ABOVE, 0, 0)
        head.addWidget(self._caption)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._head)
        self._head.hide()
        bridge.changed.connect(self._on_changed)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self._read()

    def items(self) -> list[ReportItem]:
        """Return the entries from the top."""
        return list(self._items)

    def choose(self, report_id: int | None) -> None:
        """Show which report is open; None: none of them."""
        for item in self._items:
            item.setChecked(item.report.id == report_id)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Reports"))
        self._caption.set_text(self.tr("Reports"))

    def _read(self) -> None:
        own = self._own
        job = self._kit.runner.read(lambda _ticket: own.all())
        job.succeeded.connect(self._show)

    def _show(self, reports: list[OwnReport]) -> None:
        for item in self._items:
            item.deleteLater()
        self._items = [self._make(one) for one in reports if one.plan.in_rail]
        self._head.setVisible(bool(self._items))
        put_behind(self._caption, *self._items)

    def _make(self, report: OwnReport) -> ReportItem:
        item = ReportItem(self._kit, report)
        item.clicked.connect(partial(self._on_clicked, item))
        item.menu_asked.connect(partial(self._show_menu, item))
        self._column.addWidget(item)
        return item

    def _on_clicked(self, item: ReportItem, _on: bool = False) -> None:  # noqa: FBT001, FBT002
        self.choose(item.report.id)
        self.chosen.emit(item.report.id)

    def _show_menu(self, item: ReportItem, at: QPoint) -> None:
        report = item.report
        menu = Menu(self._kit.theme, parent=item)
        menu.setAccessibleName(report.plan.name)
        edit = menu.add(self.tr("Change the report …"), "pencil")
        edit.triggered.connect(lambda: self.edit_asked.emit(report))
        remove = menu.add(self.tr("Remove the report"), "trash-2", danger=True)
        remove.triggered.connect(lambda: self._remove(report.id))
        popup(menu, at)

    def _remove(self, report_id: int) -> None:
        own = self._own
        self._kit.runner.write(lambda _ticket: own.remove([report_id]))

    def _on_changed(self, changes: Changes) -> None:
        if TABLE in changes.reshaped or TABLE in changes.edited:
            self._read()


class ReportItem(NavItem):
    """One report; the menu key and the right button ask for its menu."""

    menu_asked = Signal(QPoint)

    def __init__(self, kit: Kit, report: OwnReport, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, report.plan.name, icon="chart-column", parent=parent)
        self.report = report

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_menu_key(event):
            self.menu_asked.emit(self.mapToGlobal(QPoint(0, self.height())))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.globalPos())
