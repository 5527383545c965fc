"""The form of a quote: for whom, until when, its lines, what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from app.quote_sheet import sums_of
from app.shapes.products import ProductRow
from app.shapes.quotes import QuoteForm
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.day_field import DayField
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented
from ui.quotes.line_editor import LineEditor

WIDTH = 860
NOTE = 56  # px
LONGEST = 200
INSIDE, ON_TOP = "in", "on"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form begins with, and what it counts by."""

    form: QuoteForm
    currency: str
    tax_added: bool  # where the form does not say
    tax_rate: int  # where a line does not say
    products: Sequence[ProductRow]


class QuoteDialog(FormDialog):
    """Enter goes from line to line; Ctrl+Enter keeps the quote."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        draft: Draft,
        keep: Callable[[QuoteForm], object],
        parent: QWidget | None = None,
    ) -> None:
        """`keep` is given the form."""
        super().__init__(kit, parent, width=WIDTH)
        self._draft = draft
        self._keep = keep
        self.set_words(title, self.tr("Save"))
        theme, form = kit.theme, draft.form
        self.recipient = QLineEdit(form.recipient)
        self.recipient.setMaxLength(LONGEST)
        self.recipient.setPlaceholderText(self.tr("As the deal’s contact is called"))
        self.issued = DayField(kit, self.tr("Choose a day"))
        self.issued.show_day(form.issued_on or kit.formats.today().isoformat())
        self.until = DayField(kit, self.tr("Choose a day"))
        self.until.show_day(form.valid_until)
        self.tax = Segmented(
            theme, {INSIDE: self.tr("In the prices"), ON_TOP: self.tr("On top")},
            self.tr("VAT"), size=32,
        )  # fmt: skip
        added = draft.tax_added if form.tax_added is None else form.tax_added
        self.tax.choose(ON_TOP if added else INSIDE)
        self.lines = LineEditor(kit, draft.currency, draft.products)
        self.discount = MoneyField(draft.currency)
        self.discount.show_amount(form.discount or None)
        self.sums = Label(theme, "", colour="text-2", digits=True)
        self.total = Label(theme, "", "heading", digits=True)
        self.note, self.terms = QPlainTextEdit(form.note), QPlainTextEdit(form.terms)
        self._place()
        self.lines.changed.connect(self._count)
        self.tax.chosen.connect(self._count)
        self.discount.textChanged.connect(self._count)
        self.lines.show_lines(form.lines)
        self._count()
        first = self.lines.rows[0]
        (first.name if first.is_empty else self.until.line).setFocus()

    def form_now(self) -> QuoteForm:
        """Return the quote as the fields say it."""
        return QuoteForm(
            lines=tuple(self.lines.forms()),
            discount=self.discount.amount() or 0,
            tax_added=self.tax.current == ON_TOP,
            valid_until=self.until.text(),
            issued_on=self.issued.text(),
            recipient=self.recipient.text().strip(),
            note=self.note.toPlainText().strip(),
            terms=self.terms.toPlainText().strip(),
        )

    def job(self) -> Callable[[], object] | None:
        """Return what keeps the quote; None where something is missing, which is told."""
        say = self.kit.messages.say
        wrong = self.lines.wrong()
        day = self.tr("Type the day as 2026-05-16")
        for field, words in (
            (self.issued, "" if self.issued.text() else day),
            (self.until, "" if self.until.is_valid() else day),
            (wrong, self.tr("Each line needs a name, a quantity and a price") if wrong else ""),
            (self.discount, "" if self.discount.is_good() else say("form.not_money")),
        ):
            if words:
                self.refuse(words, field)
                return None
        form, keep = self.form_now(), self._keep
        return lambda: keep(form)

    def _place(self) -> None:
        tax = QWidget()
        tax_row = QHBoxLayout(tax)
        tax_row.setContentsMargins(0, 0, 0, 0)
        tax_row.addWidget(self.tax)
        tax_row.addStretch(1)
        tax.setFocusProxy(self.tax)
        for words, widget in (
            (self.tr("For"), self.recipient),
            (self.tr("Date"), self.issued),
            (self.tr("Valid until"), self.until),
            (self.tr("VAT"), tax),
        ):
            self.add(words, widget)
        self.body.addWidget(self.lines)
        off = Label(self.kit.theme, self.tr("Off the whole"), colour="text-2")
        off.setBuddy(self.discount)
        self.discount.setAccessibleName(off.text())
        self.discount.setFixedWidth(round(120 * self.kit.theme.text_scale))
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(off)
        under.addWidget(self.discount)
        under.addStretch(1)
        under.addWidget(self.sums)
        under.addWidget(self.total)
        self.body.addLayout(under)
        texts = QHBoxLayout()
        texts.setSpacing(16)
        for words, field in ((self.tr("Note"), self.note), (self.tr("Terms"), self.terms)):
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
            field.setTabChangesFocus(True)
            field.setFixedHeight(self.kit.theme.height(NOTE, space=NOTE - 16))
            texts.addWidget(field)
        self.body.addLayout(texts)

    def _count(self) -> None:
        """Show what the lines come to as they stand."""
        lines, off = self.lines.forms(), self.discount.amount() or 0
        added, code = self.tax.current == ON_TOP, self._draft.currency
        supply, tax = sums_of(lines, off, tax_added=added, rate=self._draft.tax_rate)
        money = self.kit.formats.money
        words = self.tr("Without VAT {supply} · VAT {tax}")
        self.sums.set_text(words.format(supply=money(supply, code), tax=money(tax, code)))
        self.total.set_text(money(supply + tax, code))
