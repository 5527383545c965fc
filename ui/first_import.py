"""The steps that show somebody's first import: from the file to taking it all back."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit
from ui.contacts.page import ContactsPage
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.exchange.row_kinds import ASKING
from ui.help.coach import Coach, CoachStep, Way
from ui.shell.main_window import MainWindow
from ui.welcome.page import WelcomePage

Shown = TypeVar("Shown", bound=QWidget)


class FirstImport(QObject):
    """Finds the controls of each step on whatever the window shows now."""

    def __init__(self, kit: Kit, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.coach = Coach(kit, window.centralWidget() or window)

    def begin(self, contacts: ContactsPage) -> None:
        """Begin where one can import from, unless an import or the welcome is over the pages."""
        if self._window.page() is not None:
            self._window.open_page_of(contacts)
        self.coach.start(self.steps())

    def end(self) -> None:
        """Take leave of the window."""
        self.coach.stop()
        self.deleteLater()

    def steps(self) -> list[CoachStep]:
        """Return the steps in their order."""
        return [
            CoachStep(
                lambda: self.tr("Choose your file"),
                lambda: self.tr(
                    "Press this button and choose your list, in Excel or as csv. You can also drop"
                    " the file on the window."
                ),
                lambda: self.tr("Go to the contacts: the button to import is there."),
                self._import_button,
                Way.ACT,
                is_done=lambda: self._plan() is not None or self._result() is not None,
            ),
            CoachStep(
                lambda: self.tr("What each column is"),
                lambda: self.tr(
                    "Each line is a column of your file. Look at “Goes to” and change what is"
                    " wrong. Green bars mean that Dangol is sure."
                ),
                self._wait_for_plan,
                lambda: (plan := self._plan()) and plan.columns,
                is_done=lambda: self._result() is not None,
            ),
            CoachStep(
                lambda: self.tr("What will happen"),
                lambda: self.tr(
                    "Nothing is saved yet. Here you see how many would be new, updated or"
                    " doubtful; a click on a number shows its rows."
                ),
                self._wait_for_plan,
                lambda: (plan := self._plan()) and plan.outcome.bar.parentWidget(),
                is_done=lambda: self._result() is not None,
            ),
            CoachStep(
                lambda: self.tr("One row, as it would be"),
                lambda: self.tr(
                    "The preview shows a row of your file as the contact it becomes. The arrows"
                    " lead to the next one."
                ),
                self._wait_for_plan,
                lambda: (plan := self._plan()) and plan.outcome.preview,
                is_done=lambda: self._result() is not None,
            ),
            CoachStep(
                lambda: self.tr("Rows that need you"),
                lambda: self.tr(
                    "Some rows have a problem or may be somebody you have. Press this button to"
                    " see them."
                ),
                self._wait_for_plan,
                lambda: (plan := self._plan()) and plan.next_button,
                Way.ACT,
                is_done=lambda: self._checks() or self._result() is not None,
                is_needed=self._asks,
            ),
            CoachStep(
                lambda: self.tr("Mend and decide"),
                lambda: self.tr(
                    "Type over a cell that is wrong; your file stays as it is. The buttons above"
                    " decide about the chosen row. You may also leave it all."
                ),
                self._wait_for_plan,
                lambda: (plan := self._plan()) and plan.check.grid,
                Way.TRY,
                is_done=lambda: self._result() is not None,
                is_needed=lambda: self._asks() or self._checks(),
            ),
            CoachStep(
                lambda: self.tr("Bring them in"),
                lambda: self.tr("Press this button. You can take it back afterwards."),
                lambda: self.tr(
                    "While the rows are counted or come in, this waits. If the import was closed,"
                    " press Back."
                ),
                self._last_button,
                Way.ACT,
                is_done=lambda: self._result() is not None,
            ),
            CoachStep(
                lambda: self.tr("Not what you wanted?"),
                lambda: self.tr(
                    "This takes the whole import back, now or later. All imports stay in the menu"
                    " behind the shop's name."
                ),
                self._wait_for_plan,
                lambda: (result := self._result()) and result.undo_button,
                is_done=lambda: self._result() is None,
            ),
        ]

    def _wait_for_plan(self) -> str:
        return self.tr("The file is being read. If the import was closed, press Back.")

    def _import_button(self) -> QWidget | None:
        if (welcome := self._shown(WelcomePage)) is not None:
            return welcome.file_card.button
        if (page := self._shown(ContactsPage)) is None:
            return None
        head = page.head
        return head.import_button if head.import_button.isVisible() else head.import_icon

    def _last_button(self) -> QWidget | None:
        """Return the button that imports, or the one that leads to it."""
        if (plan := self._plan()) is None:
            return None
        return plan.import_button if plan.import_button.isVisible() else plan.next_button

    def _plan(self) -> PlanPage | None:
        return self._shown(PlanPage)

    def _result(self) -> ResultPage | None:
        return self._shown(ResultPage)

    def _asks(self) -> bool:
        """Tell whether rows of the plan want to be looked at, which shows once there is one."""
        plan = self._plan()
        return plan is None or any(plan.outcome.count_of(kind) for kind in ASKING)

    def _checks(self) -> bool:
        plan = self._plan()
        return plan is not None and plan.check.isVisible()

    def _shown(self, kind: type[Shown]) -> Shown | None:
        shown = self._window.stack.currentWidget()
        return shown if isinstance(shown, kind) else None
