"""What a condition compares with: typed, chosen from a list, or looked for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.day_words import day_words
from app.exchange.values.dates import DateReader, decide_order
from app.filter_words import amount_words, scale_of, value_name
from app.shapes.filter_fields import Ask, Takes
from app.shapes.filters import Condition
from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.menu import popup, under
from ui.lists.boxes import Box
from ui.lists.choice import Offer
from ui.lists.people import PeoplePicker

SHORT, DAY, LONG = 72, 132, 180  # px
Value = str | int


class Values(QWidget):
    """The editors of one condition's values; `read` returns them, None while one is missing."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        offer: Offer,
        find: Callable[[str], list[tuple[int, str]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._offer = offer
        self._find = find
        self._readers: list[Callable[[], Value | tuple[Value, ...] | None]] = []
        self._editors: list[QWidget] = []
        self._wordings: list[Callable[[], object]] = []  # each sets the words of an editor
        self._several = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_for(self, asked: Condition, ask: Ask) -> None:
        """Show the editors that an op needs, filled with what a condition has."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._readers, self._editors, self._wordings = [], [], []
        self._several = ask.several
        if ask.several:
            self._add_several(asked)
        for place, takes in enumerate(() if ask.several else ask.takes):
            value = asked.values[place] if place < len(asked.values) else None
            self._add_one(asked, takes, value, counted=place == 1)
        self._row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again; what was typed stays."""
        for word in self._wordings:
            word()

    def read(self) -> tuple[Value, ...] | None:
        """Return the values, None while one of them is missing or cannot be understood."""
        found = [reader() for reader in self._readers]
        if self._several:
            several = found[0]
            return several if isinstance(several, tuple) and several else None
        plain = [value for value in found if isinstance(value, (str, int))]
        return tuple(plain) if len(plain) == len(found) else None

    def editors(self) -> list[QWidget]:
        """Return what can have the focus, from the left."""
        return list(self._editors)

    def _add_several(self, asked: Condition) -> None:
        if asked.op == "of":
            picker = PeoplePicker(self._kit, self._find, self)
            picker.show_people({int(v): self._named(asked, v) for v in asked.values})
            picker.changed.connect(self.changed)
            self._wordings.append(picker.retranslate)
            self._keep(picker, picker.ids)
            return
        options = self._offer.values(asked)
        if options is None:
            field = self._line(", ".join(str(value) for value in asked.values), LONG)
            self._wordings.append(
                lambda: field.setPlaceholderText(self.tr("One or more, with commas"))
            )
            self._keep(field, lambda: tuple(filter(None, map(str.strip, field.text().split(",")))))
            return
        chosen = list(asked.values)
        button = Button(self._kit.theme, "", trailing="chevron-down", parent=self)
        button.clicked.connect(lambda: self._open(button, asked, chosen))
        self._keep(button, lambda: tuple(chosen))
        self._wordings.append(lambda: self._show_chosen(button, asked, chosen))

    def _open(self, button: Button, asked: Condition, chosen: list[Value]) -> None:
        menu = CheckMenu(self._kit.theme, parent=button)
        menu.setAccessibleName(button.accessibleName())

        def toggle(value: Value, *, on: bool) -> None:
            if on and value not in chosen:
                chosen.append(value)
            elif not on and value in chosen:
                chosen.remove(value)
            self._show_chosen(button, asked, chosen)
            self.changed.emit()

        for value in dict.fromkeys((*(self._offer.values(asked) or ()), *chosen)):
            action = menu.add_check(self._named(asked, value), on=value in chosen)
            action.toggled.connect(lambda on, value=value: toggle(value, on=on))
        if not menu.actions():
            menu.add(self.tr("Nothing to choose from yet")).setEnabled(False)
        popup(menu, under(button))

    def _show_chosen(self, button: Button, asked: Condition, chosen: list[Value]) -> None:
        words = ", ".join(self._named(asked, value) for value in chosen) or self.tr("Choose …")
        button.set_text(words if len(words) <= 28 else f"{words[:27]}…")
        button.setToolTip(words)
        button.setAccessibleName(self.tr("Values: {words}").format(words=words))
        button.updateGeometry()

    def _named(self, asked: Condition, value: Value) -> str:
        known = self._offer.names.of(asked)
        if asked.field == "owner" and known is not None and not known.get(int(value), "-"):
            return self.tr("Shop owner")
        return value_name(asked, value, self._offer.names, self._kit.language.code)

    def _add_one(
        self, asked: Condition, takes: Takes, value: Value | None, *, counted: bool
    ) -> None:
        if takes is Takes.MONTH:
            box = Box(SHORT, self)
            box.offer(self._months())
            box.choose(str(value or 1))
            self._wordings.append(lambda: box.reword(self._months()))
            self._wordings.append(lambda: box.setAccessibleName(self.tr("Month")))
            box.activated.connect(self.changed)
            self._keep(box, lambda: int(box.chosen()))
            return
        if counted:
            self._add_words(lambda: self.tr("in the last"))
        text = "" if value is None else str(value)
        if takes is Takes.DATE:
            text = day_words(text, self._kit.language.code)
        if takes is Takes.NUMBER and not counted and value is not None:
            text = amount_words(asked, self._offer.names).replace(",", "")
        field = self._line(text, LONG if takes is Takes.TEXT else SHORT)
        if takes is Takes.DATE:
            field.setFixedWidth(round(DAY * self._kit.theme.text_scale))
            example = self._kit.formats.today().isoformat()
            self._wordings.append(
                lambda: field.setPlaceholderText(self._kit.formats.birthday(example))
            )
        self._keep(field, lambda: self._typed(asked, takes, field.text().strip()))
        if takes is Takes.DAYS:
            self._add_words(lambda: self.tr("days"))

    def _months(self) -> dict[str, str]:
        say = self._kit.messages.say
        return {str(n): say(f"filter.month.{n}") for n in range(1, 13)}

    def _add_words(self, words: Callable[[], str]) -> None:
        label = Label(self._kit.theme, "", colour="text-2")

        def word() -> None:
            label.set_text(words())
            label.setMinimumWidth(label.sizeHint().width())

        self._wordings.append(word)
        self._row.addWidget(label)

    def _typed(self, asked: Condition, takes: Takes, text: str) -> Value | None:
        if takes is Takes.TEXT:
            return text or None
        if takes is Takes.DATE:
            day = DateReader(
                decide_order([text], self._kit.language.code), self._kit.formats.today().year
            ).read(text)
            return day.iso if day else None
        scale = scale_of(asked, self._offer.names) if takes is Takes.NUMBER else 1
        try:
            number = Decimal(text.replace(",", "")) * scale
            return int(number) if number == number.to_integral_value() else None
        except (InvalidOperation, ValueError, OverflowError):
            return None

    def _line(self, text: str, width: int) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setFixedWidth(round(width * self._kit.theme.text_scale))
        self._wordings.append(lambda: field.setAccessibleName(self.tr("Value")))
        field.textEdited.connect(self.changed)
        return field

    def _keep(self, widget: QWidget, read: Callable[[], Value | tuple[Value, ...] | None]) -> None:
        self._row.addWidget(widget)
        self._editors.append(widget)
        self._readers.append(read)
