"""The form of a deal: what somebody may buy, for how much, until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.shapes.deals import AUTO, DealDetail, DealForm, PartyForm
from app.shapes.pipelines import PipelineRow, StageRow
from app.shapes.staff import StaffRow
from ui.common.form_dialog import FormDialog
from ui.common.goods.basket import Basket, BasketLine, Off
from ui.common.kit import Kit
from ui.common.widgets.contact_field import ContactField
from ui.common.widgets.day_field import DayField
from ui.common.widgets.label import Label
from ui.common.widgets.number_field import NumberField
from ui.deals.amount_field import AmountField
from ui.deals.chance_field import ChanceField
from ui.deals.desk import DealDesk
from ui.deals.person_field import PersonField

WIDTH = 640
NOTE = 64  # px
LONGEST = 500
OFTEN = 120  # months at most
Save = Callable[[DealForm], object]


@dataclass(frozen=True, slots=True)
class DealChoices:
    """What can be chosen in the form, read before it opens."""

    pipelines: Sequence[PipelineRow]
    staff: Sequence[StaffRow]
    sources: Sequence[str]


def read_choices(desk: DealDesk) -> DealChoices:
    """Read what can be chosen; off the window's thread."""
    return DealChoices(desk.pipelines.all(), desk.staff.all(), desk.board.sources())


class DealDialog(FormDialog):
    """Enter saves; somebody who is not known yet is added with the deal."""

    def __init__(
        self,
        kit: Kit,
        desk: DealDesk,
        choices: DealChoices,
        shown: DealDetail | DealForm,
        save: Save,
        parent: QWidget | None = None,
    ) -> None:
        """`shown` is a deal there is, or what is known of a new one; `save` is given the form."""
        super().__init__(kit, parent, width=WIDTH)
        self._desk = desk
        self._choices = choices
        self._save = save
        self._detail = shown if isinstance(shown, DealDetail) else None
        self._was = form_of(shown) if isinstance(shown, DealDetail) else shown
        self._make_fields()
        self._place()
        new = self._detail is None
        title = self.tr("New deal") if new else self.tr("Change the deal")
        self.set_words(title, self.tr("Add") if new else self.tr("Save"))
        self._show(self._was)
        self.title_line.setFocus()

    def form_now(self) -> DealForm:
        """Return the deal as the fields say it."""
        amount = self.amount
        return replace(
            self._was,
            title=self.title_line.text().strip(),
            contact_id=self.person.contact_id,
            person=self.person.new_person(),
            company_id=self.company.contact_id,
            pipeline_id=self.pipeline.currentData(),
            stage_id=self.stage.currentData(),
            amount=None if amount.has_lines else amount.line.amount(),
            lines=tuple(line.form() for line in amount.goods.lines) if amount.has_lines else (),
            discount=amount.goods.discount if amount.has_lines else 0,
            expected_close=self.close_day.text(),
            owner_id=self.owner.currentData(),
            source=self.source.currentText().strip(),
            probability=self.chance.by_hand,
            repeat_months=self.repeat.value() or None,
            note=self.note.toPlainText().strip(),
        )

    def job(self) -> Callable[[], object] | None:
        """Return what saves the deal; None where something is missing."""
        company = self.company
        for field, words in (
            (self.title_line, "" if self.title_line.text().strip() else self.tr("Give it a title")),
            (company, "" if company.is_settled() else self.tr("Choose a company that is known")),
            (self.amount, "" if self.amount.is_good() else self.kit.messages.say("form.not_money")),
            (self.close_day, "" if self.close_day.is_valid() else
             self.tr("Type the day as 2026-05-16")),
        ):  # fmt: skip
            if words:
                self.refuse(words, field)
                return None
        form, save = self.form_now(), self._save
        return lambda: save(form)

    def go_to(self, field: str) -> None:
        """Put the cursor into a field, as it was clicked on the page of the deal."""
        fields: dict[str, QWidget] = {
            "amount": self.amount, "expected_close": self.close_day, "owner": self.owner,
            "probability": self.chance, "source": self.source, "repeat": self.repeat,
            "note": self.note, "contact": self.person, "company": self.company,
            "lines": self.amount.goods,
        }  # fmt: skip
        if field == "lines":
            self.amount.use_lines()
        fields.get(field, self.title_line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        kit, desk = self.kit, self._desk
        self.title_line = QLineEdit()
        self.title_line.setMaxLength(LONGEST)
        self.person = PersonField(kit, desk.contacts)
        self.company = ContactField(kit, desk.contacts)
        self.amount = AmountField(kit, desk)
        self.pipeline = QComboBox()
        for pipeline in self._choices.pipelines:
            self.pipeline.addItem(pipeline.name, pipeline.id)
        self.stage = QComboBox()
        self.chance = ChanceField(kit)
        self.close_day = DayField(kit, self.tr("Choose a day"))
        self.owner = QComboBox()
        if self._detail is None:
            self.owner.addItem(self.tr("By the rules of the pipeline"), AUTO)
        self.owner.addItem(self.tr("Nobody"), None)
        for one in self._choices.staff:
            self.owner.addItem(one.name, one.id)
        self.source = QComboBox()
        self.source.setEditable(True)
        self.source.addItems(["", *self._choices.sources])
        self.repeat = NumberField(0, OFTEN)
        self.repeat.setSpecialValueText(self.tr("Does not repeat"))
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(kit.theme.height(NOTE))

    def _place(self) -> None:
        labels: dict[QWidget, Label] = {}
        for words, field in (
            (self.tr("Title"), self.title_line),
            (self.tr("Contact"), self.person),
            (self.tr("Company"), self.company),
            (self.tr("Amount"), self.amount),
            (self.tr("Pipeline"), self.pipeline),
            (self.tr("Stage"), self.stage),
            (self.tr("Chance"), self.chance),
            (self.tr("Expected close"), self.close_day),
            (self.tr("Owner"), self.owner),
            (self.tr("Source"), self.source),
            (self.tr("Repeats"), self.repeat),
            (self.tr("Note"), self.note),
        ):
            labels[field] = self.add(words, field)
        moves = self._detail is not None  # an old one is moved on the board and its page
        for field, shown in (
            (self.pipeline, len(self._choices.pipelines) > 1 and not moves),
            (self.stage, bool(self._choices.pipelines) and not moves),
        ):
            field.setVisible(shown)
            labels[field].setVisible(shown)
        self.pipeline.currentIndexChanged.connect(lambda _row: self._fill_stages(None))
        self.stage.currentIndexChanged.connect(self._follow_stage)
        self.repeat.valueChanged.connect(self._show_months)
        self.amount.fitted.connect(self.adjustSize)
        self.amount.goods.left.connect(self.accept)  # Enter with nothing typed

    def _show(self, form: DealForm) -> None:
        detail = self._detail
        self.title_line.setText(form.title)
        if form.contact_id is not None:
            self.person.show_contact(form.contact_id, detail.row.contact if detail else "")
        if form.company_id is not None:
            self.company.show_contact(form.company_id, detail.row.company if detail else "")
        currency = form.currency or self._desk.currency()
        self.amount.show_amount(form.amount, currency, basket_of(detail) if detail else None)
        self.pipeline.setCurrentIndex(max(0, self.pipeline.findData(form.pipeline_id)))
        self._fill_stages(form.stage_id)
        if detail is not None:
            self.chance.follow(detail.row.probability)
        self.chance.show_chance(form.probability)
        self.close_day.show_day(form.expected_close)
        if self.owner.findData(form.owner_id) < 0 and detail is not None:
            self.owner.addItem(detail.row.owner, form.owner_id)
        self.owner.setCurrentIndex(max(0, self.owner.findData(form.owner_id)))
        self.source.setCurrentText(form.source)
        self.repeat.setValue(form.repeat_months or 0)
        self._show_months(self.repeat.value())
        self.note.setPlainText(form.note)

    def _stages(self) -> list[StageRow]:
        chosen = self.pipeline.currentData()
        found = next((row for row in self._choices.pipelines if row.id == chosen), None)
        return [row for row in found.stages if row.is_open and not row.retired] if found else []

    def _fill_stages(self, stage_id: int | None) -> None:
        self.stage.clear()
        for stage in self._stages():
            self.stage.addItem(stage.name, stage.id)
        self.stage.setCurrentIndex(max(0, self.stage.findData(stage_id)))

    def _follow_stage(self) -> None:
        chosen = self.stage.currentData()
        stage = next((row for row in self._stages() if row.id == chosen), None)
        if stage is not None and self._detail is None:
            self.chance.follow(stage.probability)

    def _show_months(self, months: int) -> None:
        one, many = self.tr(" month after it is won"), self.tr(" months after it is won")
        self.repeat.setSuffix(one if months == 1 else many)


def form_of(detail: DealDetail) -> DealForm:
    """Return a deal as its fields show it; its lines stay those of the detail."""
    row = detail.row
    return DealForm(
        title=row.title,
        contact_id=row.contact_id,
        company_id=row.company_id,
        pipeline_id=row.pipeline_id,
        stage_id=row.stage_id,
        amount=row.amount,
        discount=detail.discount,
        currency=row.currency,
        expected_close=row.expected_close,
        owner_id=row.owner_id,
        source=row.source,
        campaign=row.campaign,
        note=detail.note,
        probability=row.probability if row.probability_by != "stage" else None,
        repeat_months=row.repeat_months,
        next_step=detail.next_step,
        next_step_kind=detail.next_step_kind or "other",
        next_step_at=detail.next_step_at,
        parties=tuple(PartyForm(party.contact_id, party.role) for party in detail.parties),
    )


def basket_of(detail: DealDetail) -> Basket:
    """Return what a deal offers as something to change."""
    lines = [
        BasketLine(
            line.name or line.description, line.unit_price, line.quantity, line.product_id,
            line.description, Off(line.discount), line.tax_rate,
        )
        for line in detail.lines
    ]  # fmt: skip
    return Basket(lines, Off(detail.discount))
