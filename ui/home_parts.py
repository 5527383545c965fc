"""Home in an open shop: what it reads, and where each thing on it leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from app.settings import CURRENCY, SHOP_NAME
from app.shapes.filters import Condition, Filter
from ui.common.ahead_words import long_day
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.home.page import SEEN, HomePage
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from app.bootstrap import Core
    from app.shapes.enquiries import EnquiryRow
    from app.shapes.tasks import TaskRow
    from ui.contacts.page import ContactsPage
    from ui.open_shop import OpenShop
    from ui.printing.documents import Setting
    from ui.reminder_parts import ReminderParts
    from ui.sales.page import SalesPage
    from ui.tasks.acts import TaskActs

TASK_ACTS = {"finish", "snooze", "date", "open", "came", "no_show", "wait", "menu", "remove"}


class HomeParts(QObject):
    """Makes the page before the shop is open; tells what its lines lead to."""

    contact_asked = Signal(object)  # contact id
    log_asked = Signal(object)  # contact id
    plan_asked = Signal(object)  # contact id for whom a task is wanted, None for nobody
    new_contact_asked = Signal()
    sale_asked = Signal()
    pay_asked = Signal(object)  # Receivable
    sale_opened = Signal(object)  # sale id
    tasks_asked = Signal()  # all that is to be done
    task_asked = Signal(object)  # task id
    goals_asked = Signal()
    enquiry_asked = Signal(object)  # enquiry id, None for all that wait
    enquiry_deal_asked = Signal(object)  # EnquiryRow: a deal is to be made of it
    deal_asked = Signal(object)  # deal id, None for all that have gone quiet
    step_asked = Signal(object)  # DealRow: its next step is to be planned

    def __init__(self, kit: Kit, core: Core, window: MainWindow, bridge: ChangeBridge) -> None:
        super().__init__(window)
        self._kit = kit
        self._core = core
        self._window = window
        self.acts: TaskActs | None = None
        self.reminders: ReminderParts | None = None
        self._heads: dict[str, Callable[[], object]] = {
            "enquiries": partial(self.enquiry_asked.emit, None),
            "deals": partial(self.deal_asked.emit, None),
        }
        self.page = HomePage(kit, bridge)
        self.setParent(self.page)
        self.page.asked.connect(self._on_asked)
        self.page.headed.connect(self._on_headed)
        self.page.new_asked.connect(self._on_new_asked)
        self.page.print_asked.connect(self.print_day)
        self.page.goals_asked.connect(self.goals_asked)
        window.closed.connect(self.note_seen)

    def serve(self) -> None:
        """Let the page read: the shop is open."""
        from ui.home.desk import HomeDesk  # noqa: PLC0415 - after the first picture

        core = self._core
        self.page.serve(HomeDesk(
            core.agenda, core.sale_lists, core.passes, core.contacts, core.history, core.staff,
            core.enquiries, core.deal_board, core.goals, core.insight, core.shop_now,
            lambda: core.settings.get(CURRENCY), lambda: self._kit.language.code,
        ))  # fmt: skip

    def lead(self, shop: OpenShop) -> None:
        """Lead to the other pages and dialogs; all of them are there."""
        from ui.tasks.acts import TaskActs  # noqa: PLC0415 - after the first picture
        from ui.tasks.desk import TaskDesk  # noqa: PLC0415

        core, contacts, selling = self._core, shop.contacts, shop.selling
        desk = TaskDesk(
            core.tasks, core.task_lists, core.agenda, core.contacts, core.staff, core.shop_now
        )
        self.acts = TaskActs(self._kit, desk, self.page)
        self.acts.contact_asked.connect(self.contact_asked)
        from ui.reminder_parts import ReminderParts  # noqa: PLC0415 - when all else is there

        self.reminders = ReminderParts(self._kit, core, self._window, shop.settings, self)
        self.reminders.task_asked.connect(self.show_task)
        self.reminders.stand_in(shop.noticing.page)
        self.contact_asked.connect(contacts.full_asked)
        self.log_asked.connect(shop.parts.log_for)
        self.sale_asked.connect(partial(selling.sell_to, None))
        self.sale_opened.connect(selling.show_sale)
        self.pay_asked.connect(lambda row: selling.sales.list.acts.pay_owed(row, self._window))
        self.new_contact_asked.connect(contacts.new_contacts.ask)
        self._heads |= {
            "today": self.tasks_asked.emit,
            "slipping": partial(
                self._show,
                contacts,
                Condition("stage", "any_of", ("slipping",)),
                Condition("rhythm", "none_of", ("on_time", "due")),
            ),
            "calls": partial(
                self._show, contacts, Condition("tier", "any_of", ("at_risk", "slipping"))
            ),
            "owed": partial(self._show_owed, selling.sales),
            "happened": partial(self._window.open_page_of, shop.history),
        }

    def print_day(self) -> None:
        """Show the day as it comes out on paper."""
        from ui.home.cards import CardMaker  # noqa: PLC0415 - only when it is asked for
        from ui.home.goal_words import goal_look, goal_sentence  # noqa: PLC0415
        from ui.home.words import true_sentence  # noqa: PLC0415
        from ui.printing.today_sheet import SheetLine, SheetPart, TodaySheet  # noqa: PLC0415
        from ui.printing.view_dialog import ViewDialog  # noqa: PLC0415

        kit, morning = self._kit, self.page.morning
        if morning is None:
            return
        shop = self._core.settings.get(SHOP_NAME)

        def make(setting: Setting) -> TodaySheet:
            looks = [look for look in CardMaker(kit, morning).cards() if look.code != "happened"]
            looks.sort(key=lambda look: look.code != "today")
            parts = [
                SheetPart(
                    f"{look.title} {look.count}".rstrip(),
                    tuple(
                        SheetLine(
                            line.mark.hour,
                            line.title,
                            " · ".join(filter(None, (line.below, line.amount))),
                        )
                        for line in look.lines
                    ),
                )
                for look in looks
            ]
            title = long_day(morning.home.today, kit.formats)
            told = (true_sentence(morning, kit.formats), goal_sentence(goal_look(kit, morning)))
            return TodaySheet(title, " ".join(filter(None, told)), parts, shop, setting)

        dialog = ViewDialog(kit, make, lambda: self.tr("Today sheet"), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)  # some window managers forget it
        dialog.open()

    def show_task(self, task_id: int | None) -> None:
        """Bring a task to the front; without one, all that is to be done."""
        if task_id is None:
            self.tasks_asked.emit()
        else:
            self.task_asked.emit(task_id)

    def close(self) -> None:
        """Take leave of what outlives the shop."""
        if self.reminders is not None:
            self.reminders.close()

    def note_seen(self) -> None:
        """Remember that Home was seen until now: what happens from here on is news."""
        self._kit.state.put_text(SEEN, self._kit.formats.stamp())

    def _on_asked(self, code: str, subject: object, at: QPoint) -> None:
        from app.shapes.deals import DealRow  # noqa: PLC0415 - after the first picture
        from app.shapes.enquiries import EnquiryRow  # noqa: PLC0415
        from app.shapes.sales import Receivable  # noqa: PLC0415
        from app.shapes.tasks import TaskRow  # noqa: PLC0415

        if isinstance(subject, TaskRow):
            self._act_on_task(code, subject, at)
            return
        if isinstance(subject, EnquiryRow):
            self._act_on_enquiry(code, subject)
            return
        if isinstance(subject, DealRow):
            if code == "plan":
                self.step_asked.emit(subject)
                return
            if code == "deal":
                self.deal_asked.emit(subject.id)
                return
            subject = subject.contact_id
        if isinstance(subject, Receivable):
            if code == "pay":
                self.pay_asked.emit(subject)
                return
            subject = subject.contact_id
        signals = {
            "log": self.log_asked, "plan": self.plan_asked, "contact": self.contact_asked,
            "sale": self.sale_opened,
        }  # fmt: skip
        if code == "call":
            self._call(int(str(subject)))
        elif code in signals:
            signals[code].emit(subject)

    def _act_on_task(self, code: str, row: TaskRow, at: QPoint) -> None:
        if code == "log":
            self.log_asked.emit(row.contact_id)
        elif self.acts is not None and code in TASK_ACTS:
            self.acts.act(row, code, at)

    def _act_on_enquiry(self, code: str, row: EnquiryRow) -> None:
        enquiries = self._core.enquiries
        if code == "answered":
            self._kit.runner.write(lambda _ticket: enquiries.answered([row.id]))
        elif code == "call" and row.contact_id is not None:
            self._call(row.contact_id)
        elif code == "call":
            from ui.palette.lines import dial  # noqa: PLC0415 - only when it is asked for

            dial(row.phone)
        elif code == "to_deal":
            self.enquiry_deal_asked.emit(row)
        else:
            self.enquiry_asked.emit(row.id)

    def _call(self, contact_id: int) -> None:
        """Hand their number to what makes calls; without one, show who it is."""
        from ui.palette.lines import dial  # noqa: PLC0415 - only when it is asked for

        row = self._core.contacts.rows([contact_id]).get(contact_id)
        if row is not None and row.phone:
            dial(row.phone)
        else:
            self.contact_asked.emit(contact_id)

    def _on_headed(self, code: str) -> None:
        """Make everything that is late due today; other heads lead elsewhere."""
        if code in self._heads:
            self._heads[code]()
        if code != "overdue":
            return
        lists, tasks = self._core.task_lists, self._core.tasks
        self._kit.runner.write(lambda _ticket: tasks.to_today(lists.ids("overdue")))

    def _on_new_asked(self, what: str) -> None:
        if what == "task":
            self.plan_asked.emit(None)
        else:
            {"contact": self.new_contact_asked, "sale": self.sale_asked}[what].emit()

    def _show(self, contacts: ContactsPage, *conditions: Condition) -> None:
        """List everybody of whom all of that is true."""
        self._window.open_page_of(contacts)
        contacts.show_everybody()
        contacts.filters.set_filter(Filter(conditions))

    def _show_owed(self, sales: SalesPage) -> None:
        self._window.open_page_of(sales)
        sales.show_view("owed")
