"""The rules of points or stamps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.shapes.loyalty import ProgrammeForm, ProgrammeRow
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.typed_numbers import whole
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented
from ui.settings.typed_field import LONGEST

if TYPE_CHECKING:
    from app.services.loyalty import LoyaltyService

NUMBER = 88  # px


class ProgrammeDialog(FormDialog):
    """Name, what earns, what a point is worth, how long it lasts."""

    def __init__(
        self,
        kit: Kit,
        loyalty: LoyaltyService,
        currency: str,
        row: ProgrammeRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        title = self.tr("Change the programme") if row else self.tr("New programme")
        self.set_words(title, self.tr("Save"))
        self._loyalty = loyalty
        self._row = row
        kinds = {"points": self.tr("Points"), "stamps": self.tr("Stamps")}
        earned = {"amount": self.tr("For what is spent"), "visit": self.tr("For a visit")}
        self.name = QLineEdit(row.name if row else "")
        self.name.setMaxLength(LONGEST)
        self.kind = Segmented(kit.theme, kinds, self.tr("Kind"), size=32)
        self.earn_by = Segmented(kit.theme, earned, self.tr("Earned"), size=32)
        self.points = self._number(str(row.earn_points) if row else "1")
        self.per = MoneyField(currency)
        self.per.show_amount(row.earn_per if row else 100 if currency == "KRW" else 1000)
        self.worth = MoneyField(currency)
        self.worth.show_amount(row.worth if row else 1)
        self.least = self._number(str(row.least) if row else "1")
        days = row.expires_after_days if row else None
        self.days = self._number(str(days) if days else "")
        if row is not None:
            self.kind.choose(row.kind)
            self.earn_by.choose(row.earn_by)
        self._build()
        self.earn_by.chosen.connect(self._fit)
        self._fit()
        self.name.setFocus()

    def job(self) -> Callable[[], object] | None:
        form = self._form()
        if form is None:
            return None
        loyalty, row = self._loyalty, self._row
        if row is None:
            return lambda: loyalty.add_programme(form)
        return lambda: loyalty.edit_programme(row.id, form)

    def _form(self) -> ProgrammeForm | None:
        say = self.kit.messages.say
        by_amount = self.earn_by.current == "amount"
        points, least = whole(self.points.text()), whole(self.least.text())
        days = whole(self.days.text())
        per = self.per.amount() if by_amount else 1
        for wrong, field, words in (
            (not self.name.text().strip(), self.name, "form.required"),
            (not points, self.points, "form.not_a_number"),
            (not per or per <= 0, self.per, "form.not_money"),
            (not self.worth.is_good(), self.worth, "form.not_money"),
            (not least, self.least, "form.not_a_number"),
            (self.days.text().strip() and not days, self.days, "form.not_a_number"),
        ):
            if wrong:
                self.refuse(say(words), field)
                return None
        return ProgrammeForm(
            name=self.name.text(),
            kind=self.kind.current,
            earn_by=self.earn_by.current,
            earn_per=per or 1,
            earn_points=points or 1,
            worth=self.worth.amount() or None,
            least=least or 1,
            expires_after_days=days,
        )

    def _build(self) -> None:
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("Kind"), self.kind)
        self.add(self.tr("Earned"), self.earn_by)
        self.add(self.tr("How many"), self.points)
        self._per = self.add(self.tr("For each"), self.per)
        self.add(self.tr("One pays"), self.worth)
        least = self._with(self.least, self.tr("to spend any"))
        self.add(self.tr("At least"), least)
        days = self._with(self.days, self.tr("days, empty for ever"))
        self.add(self.tr("Good for"), days)
        self.least.setAccessibleName(self.tr("At least"))
        self.days.setAccessibleName(self.tr("Good for"))

    def _fit(self) -> None:
        by_amount = self.earn_by.current == "amount"
        for widget in (self._per, self.per):
            widget.setVisible(by_amount)
        self.adjustSize()

    def _number(self, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setFixedWidth(round(NUMBER * self.kit.theme.text_scale))
        return field

    def _with(self, field: QLineEdit, words: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field)
        row.addWidget(Label(self.kit.theme, words, colour="muted"), 1)
        holder.setFocusProxy(field)
        return holder
