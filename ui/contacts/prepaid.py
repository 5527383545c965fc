"""What somebody has prepaid and saved up: passes and points."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QWidget

from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.loyalty import BalanceRow
from app.shapes.passes import PassRow
from ui.common.bars import clear
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.common.widgets.property_row import PropertyRow
from ui.contacts.pass_dialog import PassDialog, PointsDialog
from ui.contacts.purchase_words import left_words, pass_hint
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.loyalty import LoyaltyService
    from app.services.passes import PassService

LEAST = 72  # px of the name of a pass
MOST = 6  # passes shown, those that can be used first
Read = tuple[list[PassRow], list[BalanceRow]]


class PrepaidSection(ContactSection):
    """One line per pass with what is left of it, one per programme; U uses the first pass.

    Not seen where there is nothing; the `page` shows also what is used up.
    """

    tables = frozenset({"prepaid_pass", "pass_use", "loyalty_move", "loyalty_programme", "setting"})
    decides = True
    letter = "u"
    programmes_asked = Signal()  # where points are set up

    def __init__(
        self,
        kit: Kit,
        passes: PassService,
        loyalty: LoyaltyService,
        currency: Callable[[], str],
        *,
        page: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent=parent)
        self._passes = passes
        self._loyalty = loyalty
        self._currency = currency
        self._page = page
        self.dialog: QDialog | None = None
        self.use_buttons: list[Button] = []

    def show_contact(self, detail: ContactDetail) -> None:
        if detail.id != self.contact_id:
            self.hide()
        super().show_contact(detail)

    def refresh(self) -> None:
        if self._detail is not None:  # what is shown stays until it is read anew
            self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        self.header.set_title(self.tr("Prepaid and points"))
        self.add_button.set_name(self.tr("Add a prepaid pass"))
        contact_id, passes, loyalty = detail.id, self._passes, self._loyalty
        page = self._page

        def task(_ticket: Ticket) -> Read:
            return passes.of(contact_id, used_up=page)[:MOST], loyalty.balance(contact_id)

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(partial(self._on_read, contact_id))

    def add_asked(self) -> None:
        self._ask_pass_of(None)

    def letter_pressed(self) -> None:
        contact_id = self.contact_id
        if contact_id is not None:  # also where none is left: it says so
            self.write(lambda: self._passes.use_next(contact_id))

    def _on_read(self, contact_id: int, read: Read) -> None:
        if contact_id != self.contact_id:
            return
        clear(self.rows)
        self.use_buttons = []
        passes, balances = read
        for each in passes:
            self.rows.addWidget(self._pass_row(each))
        number = self._kit.formats.number
        for balance in balances:
            if balance.points:
                points = number(balance.points)
                row = PropertyRow(self._kit.theme, balance.name, points)
                row.setAccessibleName(f"{balance.name}: {points}")
                self.rows.addWidget(row)
        self.setVisible(self.rows.count() > 0)

    def _pass_row(self, each: PassRow) -> QWidget:
        theme = self._kit.theme
        holder = QWidget(self)
        holder.setProperty("clear", "true")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        left = left_words(each, self._kit, self._currency())
        hint = " · ".join(part for part in (left, pass_hint(each, self._kit)) if part)
        colour = "danger" if each.expired else "text-2"
        told = Label(theme, hint, "caption", colour, digits=True)
        name = Button(theme, each.name, "link", size="sm")
        name.setAccessibleName(f"{each.name}, {hint}")
        name.clicked.connect(lambda: self._open_pass(each, name))
        name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        name.setMinimumWidth(min(LEAST, name.sizeHint().width()))  # a long one gives way
        name.setToolTip(each.name)
        row.addWidget(name)
        row.addWidget(told, 1)
        if each.kind == "uses" and each.remaining > 0 and not each.expired:
            use = Button(theme, self.tr("Use"), size="xs")
            use.setToolTip(self.tr("Use one  U"))
            use.setAccessibleName(self.tr("Use one of {name}").format(name=each.name))
            use.clicked.connect(lambda: self._use(each.id))
            row.addWidget(use)
            self.use_buttons.append(use)
        return holder

    def _use(self, pass_id: int) -> None:
        self.write(lambda: self._passes.use(pass_id))

    def _open_pass(self, each: PassRow, button: QWidget) -> None:
        uses = self._passes.uses(each.id)
        menu = Menu(self._kit.theme, parent=self)
        menu.setAccessibleName(each.name)
        use = menu.add(self.tr("Use one"), "ticket", "U")
        use.setEnabled(each.kind == "uses" and each.remaining > 0 and not each.expired)
        use.triggered.connect(lambda: self._use(each.id))
        back = menu.add(self.tr("Take back the last use"), "undo-2")
        back.setEnabled(bool(uses))
        if uses:
            last = max(uses, key=lambda row: (row.on, row.at, row.id)).id
            back.triggered.connect(lambda: self.write(lambda: self._passes.take_back(last)))
        menu.add(self.tr("Change"), "pencil").triggered.connect(lambda: self._ask_pass_of(each))
        remove = menu.add(self.tr("Remove"), "trash-2", danger=True)
        remove.triggered.connect(lambda: self.write(lambda: self._passes.remove(each.id)))
        popup(menu, under(button))
        menu.setActiveAction(menu.actions()[0])

    def _ask_pass_of(self, row: PassRow | None) -> None:
        if self.contact_id is None:
            return
        self._open(
            PassDialog(
                self._kit, self._passes, self.contact_id, self._currency(), row, self.window()
            )
        )

    def ask_points(self) -> None:
        """Ask for points to give or to take; without a programme there are none."""
        programmes = self._loyalty.programmes()
        if not programmes:
            self.programmes_asked.emit()
        elif self.contact_id is not None:
            self._open(
                PointsDialog(self._kit, self._loyalty, self.contact_id, programmes, self.window())
            )

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
