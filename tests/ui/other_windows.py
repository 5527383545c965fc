"""The windows of which no picture is taken, each opened by its own door and examined."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.bootstrap import Core
from app.jobs import Ticket
from app.moving import pack
from app.shapes.enquiries import EnquiryFilter
from app.shapes.history import KeptPart
from app.shapes.tasks import StepRow
from ui.camera import Camera
from ui.common.kept import KeptDialog
from ui.contacts.custom_person import PersonDialog
from ui.contacts.full_page import FullPage
from ui.contacts.health import HealthCard
from ui.contacts.page import ContactsPage
from ui.contacts.prepaid import PrepaidSection
from ui.deals.page import DealPage
from ui.goals.page import GoalsPage
from ui.help.coach_card import CoachCard
from ui.keeping.salvaged import SalvagedDialog
from ui.pipeline.page import BOARD, ENQUIRIES, PipelinePage
from ui.program import Program
from ui.quote_parts import QuoteParts
from ui.reports.page import ReportsPage
from ui.sales.export import OpenToAllDialog
from ui.sales.page import SalesPage
from ui.sales.quick_sale import QuickSale
from ui.sample_past import WHO
from ui.settings.page import SettingsPage
from ui.settings.password import PasswordSection
from ui.settings.selling import SellingSection
from ui.settings.tags import TagsSection
from ui.tasks.page import TasksPage
from ui.tasks.step_offer import StepOffer
from ui.team.page import TeamPage
from ui.waiting import settle, wait_until

Widget = TypeVar("Widget", bound=QWidget)


class OtherWindows:
    """Opens one after the other; each is left by Escape and leaves the shop as it was."""

    def __init__(self, program: Program, camera: Camera, place: Path) -> None:
        self._program = program
        self._kit = program.kit
        self._window = program.window
        self._camera = camera
        self._place = place

    def all(self) -> Iterator[Path]:
        """Open every one."""
        for door in (
            self.contacts, self.contact, self.tasks, self.pipeline, self.deal, self.enquiries,
            self.quote, self.sales, self.goals, self.reports, self.settings, self.keeping,
            self.floating,
        ):  # fmt: skip
            yield from door()

    def contacts(self) -> Iterator[Path]:
        page = self._front(ContactsPage)
        wait_until(lambda: page.model.is_whole)
        yield from self._opened(page._lists.ask_name)

    def contact(self) -> Iterator[Path]:
        page, full = self._front(ContactsPage), self._one(FullPage)
        page.full_asked.emit(self._core.contacts.search(WHO)[0][0])
        prepaid, health = self._one(PrepaidSection), self._one(HealthCard)
        wait_until(full.isVisible)
        yield from self._opened(prepaid.add_asked)
        yield from self._opened(prepaid.ask_points)
        yield from self._opened(health.wallet.ask)
        person = PersonDialog(
            self._kit, self._core.contacts, "Brought by", filled=True, parent=self._window
        )
        yield from self._opened(person.open)

    def tasks(self) -> Iterator[Path]:
        page = self._front(TasksPage)
        wait_until(lambda: page.is_read)
        yield from self._opened(page.filters._ask_contact)
        yield from self._over(page.filters.add_chip.click)

    def pipeline(self) -> Iterator[Path]:
        page = self._front(PipelinePage)
        page.show_view(BOARD)
        wait_until(lambda: page.is_read and page.board.is_read)
        page.board.board.focus_first()
        row = page.board.board.row
        yield from self._over(page.pipeline_chip.click)
        yield from self._opened(page.filters._ask_value)
        yield from self._opened(lambda: page.acts.put_off(row))
        yield from self._opened(lambda: page.new_asked.emit(page.pipeline.id, None))

    def deal(self) -> Iterator[Path]:
        page = self._one(PipelinePage)
        page.deal_asked.emit(page.board.board.row.id)
        deal = self._one(DealPage)
        wait_until(lambda: deal.deal_id is not None)
        detail = self._core.deal_board.detail(deal.deal_id)
        yield from self._opened(lambda: deal.acts.ask_split(detail))
        yield from self._opened(lambda: deal.acts.ask_party(detail))

    def enquiries(self) -> Iterator[Path]:
        page = self._front(PipelinePage)
        page.show_view(ENQUIRIES)
        inbox = page.made(ENQUIRIES)
        wait_until(lambda: inbox.model.rowCount() > 0)
        line = inbox.model.row_at(0)
        rows = self._core.enquiries.page(EnquiryFilter(), offset=0, limit=50)
        unknown = next(row for row in rows if row.contact_id is None)
        file = self._place / "form.csv"
        file.write_text("name,phone\nA,010-0100-0000\n", encoding="utf-8")
        for act in (
            lambda: inbox.acts.open(line), lambda: inbox.acts.ask_person(unknown),
            inbox.acts.ask_rules, lambda: inbox.acts.take_file(file),
        ):  # fmt: skip
            yield from self._opened(act)
        page.show_view(BOARD)

    def quote(self) -> Iterator[Path]:
        parts = self._one(QuoteParts)
        parts.open(self._core.quotes.page(limit=1)[0].id)
        wait_until(lambda: parts.view is not None)
        shown, view = parts.shown, parts.view
        yield from self._opened(lambda: parts.acts.do("refuse", shown, view))
        view.reject()

    def sales(self) -> Iterator[Path]:
        page = self._front(SalesPage)
        wait_until(lambda: page.list.model.rowCount() > 0)
        self._window.menus.sale_action.trigger()
        sale = self._shown(QuickSale)
        yield from self._opened(sale.tell_more)
        sale.reject()
        yield from self._opened(OpenToAllDialog(self._kit, self._window).open)

    def goals(self) -> Iterator[Path]:
        menus = self._window.menus
        menus.goals_action.trigger()
        goals = self._one(GoalsPage)
        wait_until(lambda: goals.cards)
        yield self._camera.take("goals")
        yield from self._opened(lambda: goals.ask(None))
        menus.team_action.trigger()
        team = self._one(TeamPage)
        settle(200)
        yield self._camera.take("team")
        yield from self._opened(team.ask_assignment)

    def reports(self) -> Iterator[Path]:
        page = self._front(ReportsPage)
        wait_until(lambda: page.board is not None and page.board.is_drawn)
        report = next(each for each in page.reports() if each.rows)
        yield from self._opened(lambda: page.open_whole(report))
        yield from self._opened(page.period.ask_days)

    def settings(self) -> Iterator[Path]:
        page = self._front(SettingsPage)
        selling, lock = page.findChild(SellingSection), page.findChild(PasswordSection)
        page.show_section(selling)
        yield from self._opened(selling.new_button.click)
        page.show_section(lock)
        person = self._core.staff.all()[0]
        yield from self._opened(lambda: lock._ask_pin(person.id, person.name))
        page.show_section(self._one(TagsSection))
        settle()
        yield self._camera.take("settings-tags")

    def keeping(self) -> Iterator[Path]:
        core, kept = self._core, self._program.keeping
        away = self._place / "away.dangolmove"
        pack(core, away, {}, Ticket())
        backup = core.care.backups()[0].path
        yield from self._opened(lambda: kept.receive(away))
        yield from self._opened(lambda: kept.ask_about(backup))
        lost = SalvagedDialog(self._kit, ["1 row"], self._window)
        yield from self._opened(lost.open)
        parts = [KeptPart("김민지", "phone", "010-0100-0000", "changed")]
        stays = KeptDialog(self._kit, "1 contact was changed", parts, self._window)
        yield from self._opened(stays.open)

    def floating(self) -> Iterator[Path]:
        """Open the help, be shown how, and take what lies over the page."""
        menus, window = self._window.menus, self._window
        self._front(ContactsPage)
        yield from self._opened(menus.help_action.trigger)
        menus.show_me_action.trigger()
        card = self._shown(CoachCard)
        yield self._camera.take("coach")
        card.stop_button.click()
        offer = self._one(StepOffer)
        offer.offer(
            1,
            "After a visit",
            StepRow(1, "Ask how it went", "call", 3, "anchor", "suggest", "", None, 0, None),
        )
        window.toast.say("Done")
        settle()
        yield self._camera.take("offers")
        offer.close_button.click()
        window.toast.hide()

    def _opened(self, act: Callable[[], object]) -> Iterator[Path]:
        """Open a dialog and leave it."""
        before = set(self._dialogs())
        act()
        wait_until(lambda: set(self._dialogs()) - before)
        dialog = next(iter(set(self._dialogs()) - before))
        yield from self._camera.take_dialog(type(dialog).__name__, dialog)

    def _over(self, act: Callable[[], object]) -> Iterator[Path]:
        """Open a menu and leave it."""
        act()
        yield from self._camera.take_popup("menu")

    def _dialogs(self) -> list[QDialog]:
        shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        return [each for each in shown if isinstance(each, QDialog)]

    def _front(self, kind: type[Widget]) -> Widget:
        page = self._one(kind)
        self._window.open_page_of(page)
        return page

    def _one(self, kind: type[Widget]) -> Widget:
        found = self._window.findChild(kind)
        if found is None:
            raise LookupError(kind.__name__)
        return found

    def _shown(self, kind: type[Widget]) -> Widget:
        """Wait until one of them is on the screen."""

        def there() -> list[Widget]:
            return [each for each in self._window.findChildren(kind) if each.isVisible()]

        wait_until(there)
        return there()[0]

    @property
    def _core(self) -> Core:
        core = self._program.core
        assert core is not None
        return core
