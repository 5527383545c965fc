"""The form of a goal: what is counted, whose it is, for how long, how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from app.goal_periods import span
from app.goal_words import goal_name
from app.jobs import Ticket
from app.shapes.goals import METRICS, MONEY_METRICS, PERIODS, GoalForm, GoalRow, Suggestion
from app.shapes.products import ProductRow
from app.shapes.staff import StaffRow
from app.words import kind_words
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.day_field import DayField
from ui.common.widgets.label import Label
from ui.common.widgets.money_field import MoneyField
from ui.common.widgets.segmented import Segmented
from ui.goals.desk import GoalDesk

WIDTH = 560
LONGEST = 200
OFFERED = {"month": 6, "quarter": 4, "year": 2}  # periods to choose from, this one first
WHOLE = "KRW"  # counted without decimals, as numbers are
DAYS_ON = 29


class GoalDialog(FormDialog):
    """A target is suggested from last year; Enter saves."""

    def __init__(
        self,
        kit: Kit,
        desk: GoalDesk,
        staff: Sequence[StaffRow],
        products: Sequence[ProductRow],
        goal: GoalRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        self._desk = desk
        self._goal = goal
        self._products = {row.name: row.id for row in products}
        self._asked = 0  # suggestions: an answer to what was chosen before is not wanted
        self.suggestion: int | None = None
        self.set_words(self.tr("Change the goal") if goal else self.tr("New goal"), self.tr("Save"))
        self._make_fields(staff)
        self._place()
        if goal is not None:
            self._show(goal)
        self._fit()
        self.target.setFocus()

    def form_now(self) -> GoalForm | None:
        """Return the goal as the fields say it; None without a target that is a number."""
        target = self.target.amount()
        return None if target is None or target <= 0 else self._form(target)

    def job(self) -> Callable[[], object] | None:
        """Return what saves the goal; None where something is missing, which is told."""
        say = self.kit.messages.say
        form = self.form_now()
        for field, wrong in (
            (self.target, "" if form else say("form.not_a_number")),
            (self.product, self._product_wrong()),
            (self.first, "" if self._dated(self.first) else say("form.required")),
            (self.last, "" if self._dated(self.last) else say("form.required")),
        ):
            if wrong:
                self.refuse(wrong, field)
                return None
        if form is None:
            return None
        goals, goal = self._desk.goals, self._goal
        if goal is None:
            return lambda: goals.add(form)
        return lambda: goals.edit(goal.id, form)

    def take_suggestion(self) -> None:
        """Put the suggested target in."""
        self.target.show_amount(self.suggestion)
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self, target: int) -> GoalForm:
        scope, staff_id = self.whose.currentData()
        ranged = self.period.current == "range"
        return GoalForm(
            metric=self.counted.currentData(),
            target=target,
            scope=scope,
            staff_id=staff_id,
            product_id=self._products.get(self.product.text().strip()),
            period=self.period.current,
            first_on=self.first.text() if ranged else str(self.which.currentData()),
            last_on=self.last.text() if ranged else "",
            name=self.name.text(),
            note=self.note.text(),
        )

    def _product_wrong(self) -> str:
        scope, _staff = self.whose.currentData()
        if scope == "product" and self.product.text().strip() not in self._products:
            return self.tr("Choose a product from the list.")
        return ""

    def _dated(self, field: DayField) -> bool:
        return self.period.current != "range" or bool(field.text())

    def _make_fields(self, staff: Sequence[StaffRow]) -> None:
        theme, code = self.kit.theme, self.kit.language.code
        self.counted, self.whose, self.which = QComboBox(), QComboBox(), QComboBox()
        for metric in METRICS:
            self.counted.addItem(_capital(kind_words("metric", metric, code)), metric)
        self.whose.addItem(_capital(kind_words("goal_scope", "shop", code)), ("shop", None))
        for one in staff:
            self.whose.addItem(one.name or self.tr("Owner"), ("staff", one.id))
        self.whose.addItem(_capital(kind_words("goal_scope", "product", code)), ("product", None))
        self.product = QLineEdit()
        completer = QCompleter(list(self._products), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.product.setCompleter(completer)
        periods = {each: _capital(kind_words("goal_period", each, code)) for each in PERIODS}
        self.period = Segmented(theme, periods, self.tr("For how long"), size=32)
        today = self.kit.formats.today()
        self.first = DayField(self.kit, self.tr("Choose a day"))
        self.last = DayField(self.kit, self.tr("Choose a day"))
        self.first.show_day(today.isoformat())
        self.last.show_day(date.fromordinal(today.toordinal() + DAYS_ON).isoformat())
        self.target = MoneyField(self._desk.currency())
        self.suggest_button = Button(theme, "", "link", size="sm")
        self.hint = Label(theme, "", colour="muted", digits=True)
        self.name, self.note = QLineEdit(), QLineEdit()
        for line in (self.name, self.note):
            line.setMaxLength(LONGEST)

    def _place(self) -> None:
        self.add(self.tr("What is counted"), self.counted)
        self.add(self.tr("Whose"), self.whose)
        self._product_label = self.add(self.tr("Product"), self.product)
        self.add(self.tr("For how long"), self.period)
        self._which_label = self.add(self.tr("Which"), self.which)
        self._first_label = self.add(self.tr("From"), self.first)
        self._last_label = self.add(self.tr("Until"), self.last)
        self.add(self.tr("Target"), self.target)
        under = QWidget()
        line = QHBoxLayout(under)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.suggest_button)
        line.addWidget(self.hint, 1)
        self.form.addWidget(under, self.form.rowCount(), 1)
        self.add(self.tr("Name"), self.name)
        self.add(self.tr("Note"), self.note)
        for box in (self.counted, self.whose, self.which):
            box.currentIndexChanged.connect(self._fit)
        self.period.chosen.connect(self._offer)
        for field in (self.first, self.last):
            field.changed.connect(self._suggest)
        self.product.editingFinished.connect(self._suggest)
        self.suggest_button.clicked.connect(self.take_suggestion)
        self._offer()

    def _offer(self) -> None:
        """Offer the periods of the kind that is chosen."""
        period, day = self.period.current, self.kit.formats.today()
        with QSignalBlocker(self.which):
            self.which.clear()
            for _number in range(OFFERED.get(period, 0)):
                first, last = span(period, day)
                self._offer_one(period, first.isoformat())
                day = date.fromordinal(last.toordinal() + 1)
        self._fit()

    def _offer_one(self, period: str, first_on: str) -> None:
        bare = GoalRow(0, "", "revenue", "shop", None, "", None, "", period, first_on, first_on, 1)
        metric = kind_words("metric", "revenue", self.kit.language.code)
        words = goal_name(bare, self.kit.language.code).removesuffix(metric).strip()
        self.which.addItem(words, first_on)

    def _show(self, goal: GoalRow) -> None:
        self.counted.setCurrentIndex(self.counted.findData(goal.metric))
        for place in range(self.whose.count()):
            if self.whose.itemData(place) == (goal.scope, goal.staff_id):
                self.whose.setCurrentIndex(place)
        if goal.scope == "staff" and self.whose.currentData() != ("staff", goal.staff_id):
            self.whose.addItem(goal.staff, ("staff", goal.staff_id))
            self.whose.setCurrentIndex(self.whose.count() - 1)
        if goal.product_id is not None:
            self._products[goal.product] = goal.product_id
            self.product.setText(goal.product)
        self.period.choose(goal.period)
        self._offer()
        self.first.show_day(goal.first_on)
        self.last.show_day(goal.last_on)
        if goal.period != "range":
            if self.which.findData(goal.first_on) < 0:
                self._offer_one(goal.period, goal.first_on)
            self.which.setCurrentIndex(self.which.findData(goal.first_on))
        self._fit()
        self.target.show_amount(goal.target)
        self.name.setText(goal.name)
        self.note.setText(goal.note)

    def _fit(self) -> None:
        """Show the fields that go with what is chosen."""
        scope, _staff = self.whose.currentData()
        ranged = self.period.current == "range"
        shown_with: tuple[tuple[bool, tuple[QWidget, ...]], ...] = (
            (scope == "product", (self._product_label, self.product)),
            (not ranged, (self._which_label, self.which)),
            (ranged, (self._first_label, self.first, self._last_label, self.last)),
        )
        for shown, widgets in shown_with:
            for widget in widgets:
                widget.setVisible(shown)
        money = self.counted.currentData() in MONEY_METRICS
        self.target.set_currency(self._desk.currency() if money else WHOLE)
        self.adjustSize()
        self._suggest()

    def _suggest(self) -> None:
        """Ask what last year brought, and offer a target made of it."""
        form, goals = self._form(1), self._desk.goals
        self._asked += 1
        asked = self._asked
        self.suggestion = None
        self.suggest_button.hide()
        self.hint.set_text("")
        if self._product_wrong() or not (self._dated(self.first) and self._dated(self.last)):
            return

        def task(_ticket: Ticket) -> Suggestion:
            return goals.suggest(form)

        job = self.kit.runner.read(task, quiet=True)
        job.succeeded.connect(lambda found: self._on_suggested(asked, form, found))

    def _on_suggested(self, asked: int, form: GoalForm, found: Suggestion) -> None:
        if asked != self._asked:
            return
        self.suggestion = found.target
        if found.target is None:
            self.hint.set_text(self.tr("Nothing is known of last year yet."))
            return
        words = self.tr("Take {target}").format(target=self._value(form, found.target))
        self.suggest_button.set_text(words)
        self.suggest_button.updateGeometry()
        self.suggest_button.show()
        if found.last_year is not None:
            told = self.tr("last year {value}").format(value=self._value(form, found.last_year))
        else:
            before = self._value(form, found.last_period or 0)
            told = self.tr("the time before {value}").format(value=before)
        self.hint.set_text(told)

    def _value(self, form: GoalForm, value: int) -> str:
        if form.metric in MONEY_METRICS:
            return self.kit.formats.money(value, self._desk.currency())
        return self.kit.formats.number(value)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
