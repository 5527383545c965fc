"""The parts of the window that belong to one open shop, and what leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMetaObject, QObject, Qt, QTimer, Signal, SignalInstance

from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.contacts.page import ContactsPage
from ui.home_parts import HomeParts
from ui.shell.first_paint import FirstPaint
from ui.shell.main_window import MainWindow

LONGEST_WAIT = 150  # ms
Part = TypeVar("Part", bound=QObject)

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.first_import import FirstImport
    from ui.settings.section import Section


class OpenShop(QObject):
    """Makes every page for a shop and wires it into the window, which outlives the shop.

    What is connected by `_wire` is disconnected when the shop closes: after a restore the same
    menus lead to the pages of the next one.
    """

    restore_asked = Signal(object)  # Path of the backup
    other_asked = Signal()  # another Dangol file
    about_asked = Signal()
    furnished = Signal()

    def __init__(self, kit: Kit, core: Core, window: MainWindow, *, at_home: bool) -> None:
        """`at_home`: the day begins with Home, else with the list of contacts."""
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self._wires: list[tuple[SignalInstance, QMetaObject.Connection]] = []
        self.is_furnished = False
        self._parts: list[QObject] = []
        self._furnishing: Iterator[QObject] = self._furnish()
        self._first_import: FirstImport | None = None  # once its steps were asked for
        self.bridge = ChangeBridge(core.bus, self)
        kit.tags.follow(core.contacts, self.bridge)
        self.contacts = ContactsPage(kit, core.contacts, core.segments, core.staff, self.bridge)
        self.contacts.detail.serve(core.notes, core.interactions, core.staff)
        self.home = HomeParts(kit, core, window, self.bridge)
        home, table = self.home.page, self.contacts.table
        self._first = home.greeting if at_home else table.viewport()
        window.show_pages([home, self.contacts], home if at_home else self.contacts)

    def when_painted(self, act: Callable[[], object]) -> None:
        """Do something once the page has been seen; an empty list is waited for a moment only."""
        waiting = QTimer(self, singleShot=True, interval=LONGEST_WAIT)
        waiting.timeout.connect(act)
        waiting.start()
        self._painted = FirstPaint(self._first)
        self._painted.seen.connect(lambda: waiting.start(0))

    def furnish(self) -> None:
        """Make and wire, part by part, all that is not seen at once; `furnished` tells the end.

        Keys and clicks get their turn between two parts.
        """
        for _made in islice(self._furnishing, 1):
            QTimer.singleShot(0, self, self.furnish)

    def _furnish(self) -> Iterator[QObject]:
        """Make what is not seen at once; yield each part."""
        kit, core, window = self._kit, self._core, self._window
        from ui.contact_parts import ContactParts  # noqa: PLC0415 - after the first list
        from ui.contacts.full_page import FullPage  # noqa: PLC0415

        self.full = self._own(FullPage(
            kit, core.contacts, core.notes, core.interactions, core.staff,
            self.contacts.detail.edits,
        ))  # fmt: skip
        self.full.shown_as = self.contacts
        self.full.follow(self.bridge)
        self.parts = ContactParts(kit, core, window, self.contacts, self.full)
        yield self.full
        yield from self._furnish_contacts()
        yield self._own(self._make_calendar())
        from ui.exchange.incoming import Incoming  # noqa: PLC0415
        from ui.exchange.outgoing import Outgoing  # noqa: PLC0415

        services = core.imports, core.sale_imports, core.history
        self.incoming = self._own(Incoming(kit, *services, window))
        self.outgoing = self._own(Outgoing(kit, core.exports, core.care, window))
        yield self.incoming
        from ui.history.page import HistoryPage  # noqa: PLC0415

        self.history = self._own(
            HistoryPage(kit, core.history, core.contacts, self.bridge, core.staff)
        )
        yield self.history
        from ui.exchange.history_page import ImportHistoryPage  # noqa: PLC0415
        from ui.trash.page import TrashPage  # noqa: PLC0415

        self.imports = self._own(ImportHistoryPage(kit, core.imports, core.history, self.bridge))
        self.trash = self._own(TrashPage(kit, core.contacts, self.bridge))
        yield self.trash
        from ui.duplicates.page import DuplicatesPage  # noqa: PLC0415

        self.duplicates = self._own(
            DuplicatesPage(kit, core.duplicates, core.contacts, self.bridge, self.parts.own_words)
        )
        self.duplicates.shown_as = self.contacts
        yield self.duplicates
        from ui.notice_parts import NoticeParts  # noqa: PLC0415
        from ui.setting_parts import make_settings  # noqa: PLC0415

        self.settings, self.fields = make_settings(kit, core, window, self.bridge)
        self.selling.add_settings(self.settings, self._show_setting)
        self.planning.add_settings(self.settings)
        self.noticing = NoticeParts(kit, core, window, self.bridge, self.settings)
        self._own(self.noticing.page)
        yield self._own(self.settings)
        from ui.list_parts import ListParts  # noqa: PLC0415
        from ui.palette.palette import Palette  # noqa: PLC0415
        from ui.printing.printing import Printing  # noqa: PLC0415

        self.listing = ListParts(kit, core, window, self.bridge, self.contacts)
        self._own(self.listing.lists)
        self.palette = self._own(Palette(kit, core.contacts, window.commands, window))
        self.printing = self._own(Printing(kit, core.exports, window))
        yield self.palette
        from ui.welcome.beginning import Beginning  # noqa: PLC0415

        self.beginning = self._own(Beginning(kit, core, self.bridge, window))
        yield self.beginning
        self._open_doors()

    def _furnish_contacts(self) -> Iterator[QObject]:
        """Make what shows itself with each contact besides having pages of its own."""
        from ui.plan_parts import PlanParts  # noqa: PLC0415
        from ui.sales_parts import SalesParts  # noqa: PLC0415
        from ui.tasks_parts import TaskParts  # noqa: PLC0415

        self.tasks = TaskParts(self._kit, self._core, self._window, self.bridge)
        yield self._own(self.tasks.page)
        given = self._kit, self._core, self._window, self.bridge, self.contacts, self.full
        self.selling = SalesParts(*given)
        yield self._own(self.selling.sales)
        self.planning = PlanParts(*given)
        yield self._own(self.planning.page)
        from ui.goal_parts import GoalParts  # noqa: PLC0415
        from ui.pipeline_parts import PipelineParts  # noqa: PLC0415

        self.pipeline = PipelineParts(*given[:4], self.selling.currency)
        yield self._own(self.pipeline.page)
        from ui.report_parts import ReportParts  # noqa: PLC0415

        self.reporting = ReportParts(*given[:4])
        yield self._own(self.reporting.page)
        self.aims = self._own(GoalParts(self._kit, self._core, self._window, self.bridge))
        from ui.insight_parts import InsightParts  # noqa: PLC0415

        self.insight = self._own(InsightParts(*given[:2], self.bridge, *given[4:]))

    def _make_calendar(self) -> QObject:
        from ui.calendar_parts import CalendarParts  # noqa: PLC0415

        self.calendar = CalendarParts(self._kit, self._core, self._window, self.bridge)
        self.calendar.contact_asked.connect(self._show_full)
        self.calendar.sale_asked.connect(self.selling.show_sale)
        return self.calendar.page

    def _on_review_asked(self, one: int, other: int) -> None:
        self._window.open_page_of(self.duplicates)
        self.duplicates.review(one, other)

    def _open_doors(self) -> None:
        """Lead to every part from the window; all of them are there."""
        window = self._window
        pages = [self.tasks.page, *self.selling.pages, *self.pipeline.pages, self.reporting.page]
        pages += [self.full, self.history, self.imports]
        pages += [self.trash, self.noticing.page, self.settings, self.duplicates]
        pages += [self.calendar.page, self.planning.page]
        window.add_pages(pages)
        self._parts = [part for part in self._parts if part not in pages]
        self.listing.open_doors(self._wire)
        self._wire_pages()
        self._wire_contacts()
        self._wire_menus()
        self.parts.open_doors(self._wire)
        self.home.lead(self)
        self.tasks.lead(self, self._in_front, self._wire)
        self.selling.open_doors(self._wire)
        self.planning.open_doors(self._wire)
        self.pipeline.lead(self, self._show_setting)
        self.aims.open_doors(self._wire)
        self.insight.lead(self)
        self.reporting.lead(self, self._wire)
        self._wire_beginning()
        window.steps.follow(self._core.history, self.bridge)
        self.beginning.offer()
        self.parts.greet_the_day()
        self.parts.follow(self.bridge)
        self.is_furnished = True
        self.furnished.emit()

    def _own(self, part: Part) -> Part:
        """Take a part along when the shop closes; a page only until the window has it."""
        self._parts.append(part)
        return part

    def take_file(self, file: Path) -> None:
        """Plan the import of a file that was dropped on the window."""
        if self.is_furnished and file.suffix.lower() == ".ics":
            self.calendar.take_file(file)
        elif self.is_furnished:
            self.incoming.plan(file)

    def close(self) -> None:
        """Take leave of the window; the pages go when it shows something else."""
        for signal, wire in self._wires:
            signal.disconnect(wire)
        self._wires.clear()
        self._furnishing = iter(())
        self._window.steps.forget()
        self.home.close()
        if self._first_import is not None:
            self._first_import.end()
        for part in self._parts:
            part.deleteLater()
        self.deleteLater()

    def _wire(self, signal: SignalInstance, slot: Callable[..., object]) -> None:
        self._wires.append((signal, signal.connect(slot)))

    def _wire_pages(self) -> None:
        backups = self.settings.backups
        self.contacts.import_asked.connect(self.incoming.ask)
        self.history.undo_asked.connect(self._on_undo_asked)
        self.duplicates.closed.connect(self._show_list)
        self.settings.about_asked.connect(self.about_asked)
        self.imports.undo_asked.connect(self._window.steps.take_back)
        self.imports.contact_asked.connect(self._on_contact_chosen)
        self.imports.import_asked.connect(self.incoming.ask)
        self.incoming.contact_asked.connect(self._on_contact_chosen)
        backups.restore_asked.connect(self.restore_asked)
        backups.backup_asked.connect(self.outgoing.back_up)
        self.outgoing.backup_ended.connect(backups.backed_up)
        self.palette.contact_chosen.connect(self._on_contact_chosen)
        self.palette.tag_chosen.connect(self._on_tag_chosen)
        self.palette.action_chosen.connect(self._on_action_chosen)

    def _wire_contacts(self) -> None:
        contacts, full = self.contacts, self.full
        contacts.full_asked.connect(self._show_full)
        contacts.print_asked.connect(self.printing.ask)
        contacts.export_asked.connect(self.outgoing.ask)
        contacts.lifted.connect(self._window.lift_toast)
        for part in (contacts.detail, full):
            part.print_asked.connect(lambda contact_id: self.printing.ask([contact_id]))
            part.history_asked.connect(self._show_history_of)
            part.erase_asked.connect(self.parts.ask_to_erase)
        self.parts.opened.connect(self._show_full)
        self.parts.fields_asked.connect(lambda: self._show_setting(self.fields))
        self.parts.review_asked.connect(self._on_review_asked)
        full.closed.connect(self._on_full_closed)
        full.moved.connect(self._on_full_moved)
        full.trash_asked.connect(self._on_full_trashed)

    def _wire_beginning(self) -> None:
        beginning = self.beginning
        beginning.import_asked.connect(self.incoming.ask)
        beginning.paste_asked.connect(self.incoming.paste)
        beginning.file_dropped.connect(self.incoming.plan)
        beginning.other_asked.connect(self.other_asked)
        beginning.restore_asked.connect(self.restore_asked)
        self._window.nav.add_section(beginning.section)

    def _wire_menus(self) -> None:
        window, menus, backups = self._window, self._window.menus, self.settings.backups
        self._wire(menus.import_asked, self.incoming.ask)
        self._wire(menus.paste_asked, self.incoming.paste)
        self._wire(menus.imports_asked, lambda: window.open_page_of(self.imports))
        self._wire(menus.export_asked, self.outgoing.ask)
        self._wire(menus.other_asked, self.other_asked.emit)
        self._wire(menus.backup_asked, self.outgoing.back_up)
        self._wire(menus.restore_asked, lambda: self._show_setting(backups))
        self._wire(menus.settings_asked, lambda: window.open_page_of(self.settings))
        self._wire(menus.history_asked, lambda: window.open_page_of(self.history))
        self._wire(menus.trash_asked, lambda: window.open_page_of(self.trash))
        self._wire(menus.duplicates_asked, lambda: window.open_page_of(self.duplicates))
        self._wire(menus.palette_asked, self._on_palette_asked)
        self._wire(menus.quick_log_asked, self._on_quick_log_asked)
        self._wire(menus.print_asked, self._on_print_asked)
        self._wire(menus.show_me_asked, self._on_show_me_asked)
        self._wire(window.nav.me_asked, self._on_me_asked)

    def _on_undo_asked(self, change_set: int) -> None:
        """Take back a step of the past; of merges inside each other the outer one comes first."""
        duplicates = self._core.duplicates
        job = self._kit.runner.read(lambda _ticket: duplicates.require_undoable(change_set))
        job.succeeded.connect(lambda _nothing: self._window.steps.take_back(change_set))

    def _show_setting(self, section: Section) -> None:
        self._window.open_page_of(self.settings)
        self.settings.show_section(section)

    def _on_me_asked(self) -> None:
        self._show_setting(self.settings.shop)
        self.settings.shop.staff.focus_present()

    def _on_contact_chosen(self, contact_id: int) -> None:
        self._window.open_page_of(self.contacts)
        self.contacts.reveal(contact_id)

    def _on_tag_chosen(self, name: str) -> None:
        self._window.open_page_of(self.contacts)
        self.contacts.search.set_text(name)
        self.contacts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_palette_asked(self) -> None:
        if self._window.page() is not None:  # nothing is over it that must be finished first
            self.palette.open()

    def _on_action_chosen(self, contact_id: int, action: str) -> None:
        """Do what the palette offers for somebody it found."""
        if action == "trash":
            self._trash(contact_id)
            return
        if action == "log":
            self.parts.log_for(contact_id)
            return
        if action == "task":
            self.tasks.add_for(contact_id)
            return
        self._show_full(contact_id)
        {"note": self.full.start_note, "tag": self.full.start_tag}[action]()

    def _show_history_of(self, contact_id: int) -> None:
        self._window.open_page_of(self.history)
        self.history.show_contact(contact_id)

    # One contact on a page of its own, with its neighbours in the list it came from

    def _show_full(self, contact_id: int) -> None:
        self._window.open_page_of(self.full)
        self.full.show_contact(contact_id)
        self.contacts.show_place_in(self.full)

    def _show_list(self) -> None:
        self._window.open_page_of(self.contacts)
        self.contacts.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_full_closed(self) -> None:
        if self._window.page() is self.full:
            self._show_list()

    def _on_full_moved(self, rows: int) -> None:
        self.contacts.step(rows)
        if (contact_id := self.contacts.selected_id()) is not None:
            self._show_full(contact_id)

    def _on_full_trashed(self, contact_id: int) -> None:
        self._on_full_closed()
        self._trash(contact_id)

    def _trash(self, contact_id: int) -> None:
        self._kit.runner.write(lambda _ticket: self._core.contacts.trash([contact_id]))

    def _in_front(self) -> int | None:
        """Return the contact one looks at."""
        if self._window.page() is self.full:
            return self.full.contact_id
        return self.contacts.selected_id() if self._window.page() is self.contacts else None

    def _on_quick_log_asked(self) -> None:
        if self._window.page() is not None:  # nothing is over it
            self.parts.log_for(self._in_front())

    def _on_show_me_asked(self) -> None:
        from ui.first_import import FirstImport  # noqa: PLC0415 - only when it is asked for

        if self._first_import is None:
            self._first_import = FirstImport(self._kit, self._window)
        self._first_import.begin(self.contacts)

    def _on_print_asked(self) -> None:
        if self._window.page() is self.contacts:
            self.contacts.listed_ids(self.printing.ask)
        elif self._window.page() is self.home.page:
            self.home.print_day()
        elif self._window.page() is self.calendar.page:
            self.calendar.print_page()
        elif (contact_id := self._in_front()) is not None:
            self.printing.ask([contact_id])
