"""Forms of what is prepaid: a pass somebody has already, and points put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.exchange.values.dates import DateReader, decide_order
from app.shapes.loyalty import ProgrammeRow
from app.shapes.passes import PassForm, PassRow
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.typed_numbers import whole
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.services.loyalty import LoyaltyService
    from app.services.passes import PassService

LONGEST = 200


class PassDialog(FormDialog):
    """Name, how much is on it, and until when it is good."""

    def __init__(
        self,
        kit: Kit,
        passes: PassService,
        contact_id: int,
        currency: str,
        row: PassRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        title = self.tr("Change the pass") if row else self.tr("Add a prepaid pass")
        self.set_words(title, self.tr("Save"))
        self._passes = passes
        self._contact_id = contact_id
        self._row = row
        self.name = QLineEdit(row.name if row else "")
        self.name.setMaxLength(LONGEST)
        kinds = {"uses": self.tr("Uses"), "amount": self.tr("Amount")}
        self.kind = Segmented(kit.theme, kinds, self.tr("Counts"), size=32)
        self.uses = QLineEdit("10")
        self.amount = MoneyField(currency)
        self.until = QLineEdit(row.expires_on if row else "")
        self.until.setPlaceholderText("2026-12-31")
        self.note = QLineEdit(row.note if row else "")
        self.add(self.tr("Name"), self.name)
        if row is None:
            self.add(self.tr("Counts"), self.kind)
            self._uses = self.add(self.tr("How many are left"), self.uses)
            self._amount = self.add(self.tr("How much is left"), self.amount)
            self.kind.chosen.connect(self._fit)
            self._fit()
        self.add(self.tr("Good until"), self.until)
        self.add(self.tr("Note"), self.note)
        self.name.setFocus()

    def job(self) -> Callable[[], object] | None:
        say, passes, row = self.kit.messages.say, self._passes, self._row
        name, note = self.name.text().strip(), self.note.text()
        until = day_of(self.until.text(), self.kit)
        if not name:
            self.refuse(say("form.required"), self.name)
        elif until is None:
            self.refuse(say("form.not_a_date"), self.until)
        elif row is not None:
            return lambda: passes.edit(row.id, name=name, expires_on=until, note=note)
        elif (units := self._units()) is None or units <= 0:
            field = self.uses if self.kind.current == "uses" else self.amount
            self.refuse(say("form.not_a_number"), field)
        else:
            form = PassForm(
                self._contact_id, name, self.kind.current, units, expires_on=until, note=note
            )
            return lambda: passes.add(form)
        return None

    def _units(self) -> int | None:
        if self.kind.current == "amount":
            return self.amount.amount()
        return whole(self.uses.text())

    def _fit(self) -> None:
        counts = self.kind.current == "uses"
        for widget in (self._uses, self.uses):
            widget.setVisible(counts)
        for widget in (self._amount, self.amount):
            widget.setVisible(not counts)
        self.adjustSize()


class PointsDialog(FormDialog):
    """Gives points or takes some, and says why."""

    def __init__(
        self,
        kit: Kit,
        loyalty: LoyaltyService,
        contact_id: int,
        programmes: Sequence[ProgrammeRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self.set_words(self.tr("Put points right"), self.tr("Save"))
        self._loyalty = loyalty
        self._contact_id = contact_id
        self.programme = QComboBox()
        for each in programmes:
            self.programme.addItem(each.name, each.id)
        self.points = QLineEdit()
        self.points.setPlaceholderText("+100, -50")
        self.note = QLineEdit()
        self.note.setMaxLength(LONGEST)
        self.add(self.tr("Programme"), self.programme)
        self.add(self.tr("Points"), self.points)
        self.add(self.tr("Why"), self.note)
        self.points.setFocus()

    def job(self) -> Callable[[], object] | None:
        text = self.points.text().strip().replace("−", "-")
        points = whole(text.lstrip("+-"))
        if not points:
            self.refuse(self.kit.messages.say("form.not_a_number"), self.points)
            return None
        signed = -points if text.startswith("-") else points
        loyalty, contact_id, note = self._loyalty, self._contact_id, self.note.text()
        programme_id = self.programme.currentData()
        return lambda: loyalty.adjust(contact_id, programme_id, signed, note)


def day_of(text: str, kit: Kit) -> str | None:
    """Return typed text as a day, '' for nothing, None for what is no day."""
    if not text.strip():
        return ""
    order = decide_order([text], kit.language.code)
    day = DateReader(order, kit.formats.today().year, partial=False).read(text)
    return day.iso if day is not None and day.iso and not day.lunar else None
