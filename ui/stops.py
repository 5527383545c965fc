"""The stops of the tour in a shop that is open; each leaves the window as it found it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QScrollArea, QWidget

from app.exchange.fields import NEW_FIELD
from app.jobs import Ticket
from app.shapes.filters import Condition, Filter
from ui.camera import Camera
from ui.contacts.consent import ConsentSection
from ui.contacts.dates import DatesSection
from ui.contacts.erase_dialog import EraseDialog
from ui.contacts.full_page import FullPage
from ui.contacts.new_contact import NewContactDialog
from ui.contacts.page import ContactsPage
from ui.contacts.quick_log import QuickLog
from ui.contacts.relation_form import RelationDialog
from ui.contacts.relations import RelationSection
from ui.exchange.export_dialog import ExportDialog
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.exchange.row_kinds import DOUBTFUL, PROBLEMS
from ui.exchange.values_dialog import ValuesDialog
from ui.history.page import HistoryPage
from ui.printing.dialog import PrintDialog
from ui.sample_past import WHO
from ui.settings.fields import FieldsSection
from ui.settings.page import SettingsPage
from ui.shell.about import AboutDialog
from ui.shell.crash import CrashDialog, about_this_pc
from ui.shell.keys import KeysDialog
from ui.trash.page import TrashPage
from ui.waiting import settle, wait_until

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.exchange.matches import ColumnMatch
    from ui.common.growing_model import GrowingModel
    from ui.palette.results import Result
    from ui.program import Program

Widget = TypeVar("Widget", bound=QWidget)
AREA = Filter((Condition("tag", "any_of", ("망원동", "합정동")),))
NOBODY = Filter((Condition("tag", "all_of", ("기업", "웨딩", "클래스")),))


class Stops:
    """Brings one screen after another into the window and has it pictured."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._take = camera.take
        self._take_dialog = camera.take_dialog
        self._take_menu = camera.take_menu

    def contacts(self) -> Iterator[Path]:
        """Show the list with somebody selected, then a search by initials."""
        page = self._home()
        self._select(page)
        page.table.setFocus()
        settle(100)
        yield self._take("contacts")
        page.search.set_text("ㄱㅁ")
        wait_until(lambda: not page.model.is_whole)
        settle()
        yield self._take("search")
        page.search.set_text("")
        wait_until(lambda: page.model.is_whole)

    def contact(self) -> Iterator[Path]:
        """Show the page of one contact, from its top and scrolled to its end."""
        page = self._home()
        if (insight := self._core().insight).is_due():  # else only after half a minute
            insight.recompute(Ticket())
        page.select(self._who())
        page.full_asked.emit(self._who())
        full = self._one(FullPage)
        areas = (full.left, full.middle, full.right)
        for area in areas:
            area.verticalScrollBar().setValue(0)
        calm(full)
        yield self._take("contact")
        for area in areas:
            bar = area.verticalScrollBar()
            bar.setValue(bar.maximum())
        settle()
        yield self._take("contact-scrolled")
        for area in areas:
            area.verticalScrollBar().setValue(0)
        self._window.open_page_of(page)

    def standing(self) -> Iterator[Path]:
        """Show the form of a day of the year, and that of a consent, on the page of a contact."""
        page = self._home()
        page.full_asked.emit(self._who())
        calm(self._one(FullPage))
        dates, consent = self._one(DatesSection), self._one(ConsentSection)
        dates.add_asked()
        settle()
        yield self._take("contact-date")
        if dates.editor is not None:
            dates.editor.closed.emit()
        consent.add_asked()
        yield from self._take_dialog("contact-consent", consent.dialog)
        self._window.open_page_of(page)

    def plan(self, file: Path) -> Iterator[Path]:
        """Show how a file is understood, then the rows that ask for a decision."""
        plan = self._plan(file)
        flowers = next(m for m in self._matches(plan) if m.header == "선호꽃")
        plan.columns.target_chosen.emit(flowers, NEW_FIELD)
        wait_until(plan.next_button.isEnabled)
        plan.next_button.setFocus()
        settle(300)
        yield self._take("import")
        for name, kind in (("import-problems", PROBLEMS), ("import-duplicates", DOUBTFUL)):
            plan.open_rows(kind)
            wait_until(partial(is_previewed, plan))
            settle(300)
            yield self._take(name)
        plan.back_button.click()
        settle()
        plan.columns.values_asked.emit(next(m for m in self._matches(plan) if m.header == "등급"))
        yield from self._take_dialog("import-values", plan.findChild(ValuesDialog))
        plan.dismissed.emit()
        settle()

    def refused(self, file: Path) -> Iterator[Path]:
        """Show a file that cannot be read."""
        self._window.files_dropped.emit([file])
        plan = self._one(PlanPage)
        wait_until(lambda: plan.body.currentWidget() is plan.trouble)
        settle()
        yield self._take("import-refused")
        plan.dismissed.emit()
        settle()

    def import_it(self, file: Path) -> None:
        """Import a file, up to the page that tells what came of it."""
        plan = self._plan(file)
        plan.import_button.click()
        wait_until(lambda: self._window.findChild(ResultPage) is not None)
        settle(200)

    def narrowed(self) -> Iterator[Path]:
        """Show filters in use, with nobody left in the second picture, and a search for nobody."""
        page = self._home()
        for name, wanted in (("filters", AREA), ("nobody", NOBODY)):
            page.filters.set_filter(wanted)
            page.filters.changed.emit()
            wait_until(lambda: not page.model.is_whole)
            settle(200)
            yield self._take(name)
        page.show_everybody()
        wait_until(lambda: page.model.is_whole)
        page.search.set_text("없는 이름")
        wait_until(lambda: not page.model.is_whole)
        settle(200)
        yield self._take("search-nobody")
        page.search.set_text("")
        wait_until(lambda: page.model.is_whole)

    def menus(self) -> Iterator[Path]:
        """Show the menus of the page and of the shop."""
        page = self._home()
        self._select(page)
        yield from self._take_menu("menu-columns", page.head.columns_button)
        yield from self._take_menu("menu-tags", page.filters.chip("tag"))
        yield from self._take_menu("menu-filter", page.filters.add)
        yield from self._take_menu("menu-shop", self._window.nav.brand)

    def checks(self) -> Iterator[Path]:
        """Show a smart list in low rows, some of them checked, the panel folded."""
        page = self._home()
        rows = page.model
        page.show_list(self._core().segments.all()[-1])
        wait_until(lambda: not rows.is_whole)
        page.toggle_detail()
        page.head.compact_button.setChecked(True)
        rows.check([i for i in map(rows.id_at, (1, 2, 4)) if i is not None], on=True)
        settle(200)
        yield self._take("bulk")
        rows.uncheck_all()
        page.head.compact_button.setChecked(False)
        page.toggle_detail()
        page.show_everybody()
        wait_until(lambda: rows.is_whole)

    def aside(self) -> Iterator[Path]:
        """Show what was done, what was done about one contact, and the trash."""
        menus = self._window.menus
        menus.history_action.trigger()
        history = self._one(HistoryPage)
        wait_for(history.model)
        settle(150)
        yield self._take("history")
        history.show_contact(self._who())
        settle(300)
        yield self._take("history-contact")
        history.show_everything()
        menus.trash_action.trigger()
        wait_for(self._one(TrashPage).model)
        settle(150)
        yield self._take("trash")
        self._home()

    def settings(self) -> Iterator[Path]:
        """Show the sections of the settings; the first says how the picture looks."""
        page, kit = self._one(SettingsPage), self._program.kit
        self._window.menus.settings_action.trigger()
        for name, section in (
            ("settings", page.general),
            ("settings-shop", page.shop),
            ("settings-fields", self._one(FieldsSection)),
            ("settings-data", page.backups),
            ("settings-keys", page.shortcuts),
        ):
            page.show_section(section)
            settle(150)
            page.general.language.choose(kit.language.code)
            page.general.scheme.choose(kit.theme.scheme.value)
            yield self._take(name)
        fields = self._one(FieldsSection)
        page.show_section(fields)
        fields.list.change_asked.emit(fields.list.field())
        yield from self._take_dialog("field", fields.dialog)
        page.go_to(0)
        self._home()

    def dialogs(self) -> Iterator[Path]:
        """Show the dialogs over the list."""
        window, page = self._window, self._home()
        self._select(page)
        page.make_new()
        dialog = window.findChild(NewContactDialog)
        if dialog is not None:
            dialog.name.setText(WHO)
            dialog.phone.setText("010-0142-3377")
            settle(400)
        yield from self._take_dialog("new-contact", dialog)
        window.menus.log_action.trigger()
        yield from self._take_dialog("quick-log", window.findChild(QuickLog))
        page.print_asked.emit([page.model.id_at(n) for n in range(40)])
        yield from self._take_dialog("print", window.findChild(PrintDialog))
        window.menus.export_action.trigger()
        yield from self._take_dialog("export", window.findChild(ExportDialog))
        full = self._one(FullPage)
        page.full_asked.emit(self._who())
        if (related := full.findChild(RelationSection)) is not None:
            related.add_asked()
            yield from self._take_dialog("relate", window.findChild(RelationDialog))
        full.controls.erase_action.trigger()
        yield from self._take_dialog("erase", window.findChild(EraseDialog))
        self._home()
        window.menus.keys_action.trigger()
        yield from self._take_dialog("keys", window.findChild(KeysDialog))
        window.menus.about_action.trigger()
        yield from self._take_dialog("about", window.findChild(AboutDialog))
        places = '  File "ui/contacts/page.py", line 118, in show_list\n'
        crash = CrashDialog(self._program.kit.theme, f"{about_this_pc()}\n{places}", window)
        crash.open()
        yield from self._take_dialog("crash", crash)
        crash.deleteLater()

    def floating(self) -> Iterator[Path]:
        """Show the palette with people it found, then with commands."""
        palette = self._program.palette
        if palette is None:
            return
        for name, text in (("palette", "김민"), ("palette-commands", ">")):
            palette.open()
            palette.field.setText(text)
            if text != ">":
                wait_until(lambda: any(map(has_contact, palette.results.lines())))
            settle(300)
            yield self._take(name)
            palette.close()
            settle()

    def toast(self) -> Iterator[Path]:
        """Show what is said after somebody was put in the trash, then take it back."""
        page, steps = self._home(), self._window.steps
        self._select(page)
        page.trash_selected()
        wait_until(self._window.toast.isVisible)
        settle(200)
        yield self._take("toast")
        steps.undo_action.trigger()
        wait_until(lambda: self._core().contacts.search(WHO)[0])
        settle(200)
        self._window.toast.hide()

    def imports(self) -> Iterator[Path]:
        """Show the imports until now."""
        self._window.menus.imports_action.trigger()
        settle(300)
        yield self._take("imports")
        self._home()

    def empty(self) -> Iterator[Path]:
        """Show the pages of a shop in which nothing was done yet."""
        menus = self._window.menus
        self._window.open_page_of(self._one(ContactsPage))
        settle(150)
        yield self._take("empty-contacts")
        for name, action in (
            ("empty-history", menus.history_action),
            ("empty-imports", menus.imports_action),
            ("empty-trash", menus.trash_action),
        ):
            action.trigger()
            settle(200)
            yield self._take(name)

    def _home(self) -> ContactsPage:
        """Return the list, in front and whole."""
        page = self._one(ContactsPage)
        self._window.open_page_of(page)
        wait_until(lambda: page.model.is_whole)
        return page

    def _select(self, page: ContactsPage) -> None:
        """Select the one of the pictures and wait for the panel to show them."""
        page.select(self._who())
        wait_until(lambda: page.detail.contact_id == self._who())
        settle(200)  # for the timeline

    def _plan(self, file: Path) -> PlanPage:
        self._window.files_dropped.emit([file])
        plan = self._one(PlanPage)
        wait_until(plan.import_button.isEnabled)
        wait_until(plan.outcome.preview.card.isVisible)
        settle(200)
        return plan

    def _matches(self, plan: PlanPage) -> list[ColumnMatch]:
        return list(plan.prepared.mapping.columns) if plan.prepared else []

    def _one(self, kind: type[Widget]) -> Widget:
        found = self._window.findChild(kind)
        if found is None:
            raise LookupError(kind.__name__)
        return found

    def _core(self) -> Core:
        if self._program.core is None:
            raise RuntimeError("no shop is open")
        return self._program.core

    def _who(self) -> int:
        return next(iter(self._core().contacts.search(WHO)[0]))


def is_previewed(plan: PlanPage) -> bool:
    """Tell whether the first of the listed rows is the one of the preview."""
    row = str(plan.check.model.line_at(0) - 1)  # the first line has the names
    return row in plan.outcome.preview.where.text()


def calm(full: FullPage) -> None:
    """Let the page of a contact be read and laid out."""
    for _again in range(2):  # what is read late is laid out, too
        settle(150)
        wait_until(lambda: all(map(is_laid_out, (full.left, full.middle, full.right))))


def is_laid_out(area: QScrollArea) -> bool:
    """Tell whether what scrolls there has the height it needs."""
    widget = area.widget()
    layout = widget.layout() if widget is not None else None
    if widget is None or layout is None or not area.isVisible():
        return True
    needed = layout.totalMinimumSize().height()
    if layout.hasHeightForWidth():
        needed = layout.totalMinimumHeightForWidth(widget.width())
    return widget.height() >= needed


def has_contact(line: Result) -> bool:
    """Tell whether a line of the palette leads to somebody."""
    return line.contact is not None


def wait_for(model: GrowingModel) -> None:
    """Let a list be read and painted."""
    wait_until(lambda: model.is_read)
    settle()
