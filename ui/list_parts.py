"""The smart lists of an open shop: beside the pages, and the builder that edits one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.contacts.page import ContactsPage
from ui.shell.main_window import MainWindow
from ui.shell.smart_lists import SmartLists

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.shapes.filters import Filter
    from app.shapes.segments import SegmentRow
    from ui.lists.building import ListBuilding

Wire = Callable[[SignalInstance, Callable[..., object]], None]


class ListParts(QObject):
    """Shows a list among the contacts, and opens the builder for one."""

    def __init__(
        self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge, contacts: ContactsPage
    ) -> None:
        super().__init__(contacts)
        self._kit = kit
        self._core = core
        self._window = window
        self._contacts = contacts
        self._builder: ListBuilding | None = None  # once a list is to be edited
        self.lists = SmartLists(kit, core.segments, core.contacts, bridge)

    def open_doors(self, wire: Wire) -> None:
        """Stand in the navigation, and lead here from the menus."""
        contacts, lists = self._contacts, self.lists
        self._window.nav.add_section(lists)
        contacts.list_shown.connect(lists.choose)
        contacts.conditions_asked.connect(self._on_conditions_asked)
        lists.chosen.connect(self._show)
        lists.edit_asked.connect(lambda row: self._building().edit(row))
        lists.new_asked.connect(self._on_new_asked)
        wire(self._window.menus.conditions_asked, self._on_conditions_wanted)

    def _show(self, row: SegmentRow) -> None:
        self._window.open_page_of(self._contacts)
        self._contacts.show_list(row)

    def _building(self) -> ListBuilding:
        """Return what opens the builder of lists."""
        if self._builder is None:
            from ui.lists.building import ListBuilding  # noqa: PLC0415 - when it is asked for

            core = self._core
            self._builder = ListBuilding(self._kit, core.segments, core.contacts, self._window)
            self._builder.setParent(self)
            self._builder.saved.connect(self._show)
        return self._builder

    def _on_conditions_wanted(self) -> None:
        if self._window.page() is not None:  # nothing is over it that must be finished first
            self._window.open_page_of(self._contacts)
            self._contacts.ask_conditions()

    def _on_conditions_asked(self, wanted: Filter, row: SegmentRow | None) -> None:
        if row is None:
            self._building().make(wanted)
        else:
            self._building().edit(row)

    def _on_new_asked(self) -> None:
        self._window.open_page_of(self._contacts)
        self._contacts.make_list()
