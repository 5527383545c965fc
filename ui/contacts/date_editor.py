"""The small form in which a day of the year is told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.important_dates import ImportantDate, next_on
from app.shapes.important_dates import DateForm, DateRow
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.contacts.date_words import kind_name, rule_words, whole_day, wrong_words

SOLAR, LUNAR = "solar", "lunar"
BIRTHDAY = "birthday"


class DateEditor(QWidget):
    """Kind, name, calendar, year, month and day; a line below says when it comes next.

    Enter saves, Esc leaves everything as it was.
    """

    saved = Signal(object)  # DateForm
    removed = Signal()
    closed = Signal()

    def __init__(
        self, kit: Kit, kinds: Sequence[str], row: DateRow | None, parent: QWidget | None = None
    ) -> None:
        """`row` is what stands there now; None for a new day."""
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self.row = row
        self.setProperty("clear", "true")
        self.kind = QComboBox()
        for kind in kinds:
            self.kind.addItem(kind_name(kind, kit), kind)
        self.label = QLineEdit(row.label if row else "")
        self.calendar = Segmented(
            theme, {SOLAR: self.tr("Solar"), LUNAR: self.tr("Lunar")}, self.tr("Calendar")
        )
        self.leap = CheckBox(theme, self.tr("Leap month"))
        self.year, self.month, self.day = (QLineEdit(), QLineEdit(), QLineEdit())
        self.told = Label(theme, "", "caption", "muted", wrap=True)
        self.remove_button = Button(theme, self.tr("Remove"), "danger", size="sm")
        self.cancel_button = Button(theme, self.tr("Cancel"), "ghost", size="sm")
        self.save_button = Button(theme, self.tr("Save"), "primary", size="sm")
        self._name_fields()
        self._build()
        self._connect()
        if row is not None:
            self._show(row)
        self._on_changed()

    def start(self) -> None:
        """Put the focus where one begins to type."""
        first = self.month if self.row is None or self.row.id == 0 else self.year
        (self.kind if self.row is None and self.kind.count() > 1 else first).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    @property
    def form(self) -> DateForm:
        """What is told in the fields now."""
        lunar = self.calendar.current == LUNAR
        return DateForm(
            kind=str(self.kind.currentData()),
            label=self.label.text().strip(),
            lunar=lunar,
            leap_month=lunar and self.leap.isChecked(),
            year=_number(self.year),
            month=_number(self.month),
            day=_number(self.day),
        )

    @property
    def can_be_saved(self) -> bool:
        """Whether such a day can be kept."""
        form = self.form
        least = form.month or (form.kind == BIRTHDAY and form.year)
        return bool(least) and not wrong_words(form)

    def finish(self) -> None:
        """Save what is told, if it can be."""
        if self.can_be_saved:
            self.saved.emit(self.form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.closed.emit()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _name_fields(self) -> None:
        names = (
            (self.kind, self.tr("Which day")),
            (self.label, self.tr("Name of the day")),
            (self.calendar, self.tr("Calendar")),
            (self.year, self.tr("Year")),
            (self.month, self.tr("Month")),
            (self.day, self.tr("Day")),
        )
        for field, name in names:
            field.setAccessibleName(name)
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(name)
        for field, most in ((self.year, 9999), (self.month, 99), (self.day, 99)):
            field.setValidator(QIntValidator(0, most, field))

    def _build(self) -> None:
        numbers = QHBoxLayout()
        numbers.setSpacing(8)
        for field, share in ((self.year, 4), (self.month, 3), (self.day, 3)):
            numbers.addWidget(field, share)
        moon = row_of(self.calendar, self.leap, None)
        buttons = row_of(self.remove_button, None, self.cancel_button, self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addWidget(self.label)
        column.addLayout(moon)
        column.addLayout(numbers)
        column.addWidget(self.told)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for field in (self.label, self.year, self.month, self.day):
            field.textChanged.connect(self._on_changed)
        self.kind.currentIndexChanged.connect(self._on_changed)
        self.calendar.chosen.connect(self._on_changed)
        self.leap.toggled.connect(self._on_changed)
        self.save_button.clicked.connect(self.finish)
        self.cancel_button.clicked.connect(self.closed)
        self.remove_button.clicked.connect(self.removed)
        for widget in self.findChildren(QWidget):
            widget.installEventFilter(self)

    def _show(self, row: DateRow) -> None:
        self.kind.setCurrentIndex(self.kind.findData(row.kind))
        self.calendar.choose(LUNAR if row.lunar else SOLAR)
        self.leap.setChecked(row.leap_month)
        for field, value in ((self.year, row.year), (self.month, row.month), (self.day, row.day)):
            field.setText("" if value is None else str(value))

    def _on_changed(self) -> None:
        form = self.form
        self.label.setVisible(form.kind != BIRTHDAY)
        self.kind.setVisible(self.kind.count() > 1)
        self.leap.setVisible(form.lunar)
        self.remove_button.setVisible(self.row is not None)
        self.save_button.setEnabled(self.can_be_saved)
        wrong = wrong_words(form)
        self.told.set_colour("danger" if wrong else "muted")
        self.told.set_text(wrong or self._next(form))
        self.told.setAccessibleName(self.told.text())

    def _next(self, form: DateForm) -> str:
        if form.month is None:
            return self.tr("A month and a day; the year if it is known.")
        told = ImportantDate(form.month, form.day, form.year, form.lunar, form.leap_month)
        day = next_on(told, self._kit.formats.today())
        if day is None and form.day is None:
            return self.tr("Without its day it does not come round.")
        if day is None:
            return self.tr("It is not known when it comes next.")
        next_words = self.tr("next: {day}").format(day=whole_day(day, self._kit))
        return f"{next_words}. {rule}" if (rule := rule_words(form)) else next_words


def _number(field: QLineEdit) -> int | None:
    text = field.text().strip()
    return int(text) if text.isdecimal() else None
