"""One column of the file in the plan of an import: what it is called, holds and becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.exchange.fields import FIELDS, NEVER, NEW_FIELD, OWN_FIELD, field_label
from app.exchange.matches import ColumnMatch
from app.exchange.questions import ColumnValues, DateQuestion
from app.shapes.custom_fields import FieldRow
from ui.common.field_kinds import kind_name
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.state import literal
from ui.exchange.file_kinds import PEOPLE, SALES, fields_of, label_of
from ui.exchange.target_box import TargetBox

HEIGHT = 56
# px of header, samples, arrow, target and match; the problems take what is left.
WIDE = (134, 166, 20, 196, 94)
NARROW = (88, 136, 16, 150, 60)
GOOD, FAIR = 90, 60  # per cent
LEFT_OUT = ("ignore", "never")
LAST = ("custom", "ignore")  # of the menu
ICONS = {
    "name": "user", "phone": "phone", "email": "mail", "address": "map-pin", "link": "link",
    "birthday": "cake", "birthday_calendar": "moon", "tag": "tag", "note": "sticky-note",
    "company": "building-2", "opening_total": "wallet", "opening_visits": "footprints",
    "first_seen_on": "calendar", "last_visit_on": "calendar", "custom": "notebook-pen",
    "ignore": "ban", "never": "shield",
}  # fmt: skip
GROUP_ICONS = {
    "name": "user", "reach": "phone", "place": "map-pin", "consent": "circle-check",
    "sale": "receipt", "line": "package", "buyer": "user", "recipient": "truck",
}  # fmt: skip
USUAL_ICON = "list"
EXACT = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """What a row shows of a column; `odd` is what is odd in it, in words."""

    match: ColumnMatch
    samples: Sequence[str]
    odd: str = ""
    question: DateQuestion | None = None
    values: ColumnValues | None = None
    mapped: int = 0  # of its values, how many the person explained


class Mark(QWidget):
    """A small icon of the theme, changed when the row shows something else."""

    def __init__(self, theme: Theme, icon: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self.setFixedSize(QSize(16, 16))

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._icon:
            self._theme.paint_icon(painter, QPointF(1, 1), self._icon, 14, self._colour)
        painter.end()


class MatchBars(QWidget):
    """Three bars: how sure the match is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._percent = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_percent(self, percent: int) -> None:
        """Show another match."""
        self._percent = percent
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(22, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        full, colour = bars_of(self._percent)
        for number in range(3):
            name = colour if number < full else "border-strong"
            rect = QRectF(number * 7.0, 0, 5, 14)
            box(painter, rect, 1.5, self._theme.colour(name))
        painter.end()


def bars_of(percent: int) -> tuple[int, str]:
    """Return how many bars and in which colour."""
    if percent >= GOOD:
        return 3, "success-solid"
    if percent >= FAIR:
        return 2, "warning-solid"
    return (1, "danger-solid") if percent else (0, "border-strong")


def icon_of(target: str) -> str:
    """Return the icon of a field."""
    known = ICONS.get(target.split(".", maxsplit=1)[0])
    field = FIELDS.get(target) or fields_of(SALES).get(target)
    return known or (GROUP_ICONS.get(field.group, USUAL_ICON) if field else USUAL_ICON)


class FieldsModel(QStandardItemModel):
    """The fields a column can go to, by group; one model for the lists of all columns."""

    def __init__(self, kit: Kit, kind: str = PEOPLE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._kind = kind
        self._own: tuple[FieldRow, ...] = ()
        self.retranslate()

    def offer(self, own: tuple[FieldRow, ...]) -> None:
        """Offer these fields of the shop's own beside Dangol's."""
        if own != self._own:
            self._own = own
            self.retranslate()

    def retranslate(self) -> None:
        """Say the fields in the language of the window."""
        self.clear()
        language, group = self._kit.language.code, ""
        known = fields_of(self._kind)
        fields = [f for f in known.values() if f.target not in (*LAST, NEVER)]
        for field in (*fields, *(known[last] for last in LAST if last in known)):
            if group and field.group != group:
                line = QStandardItem()
                line.setData("separator", Qt.ItemDataRole.AccessibleDescriptionRole)
                line.setFlags(Qt.ItemFlag.NoItemFlags)
                self.appendRow(line)
            if field.target == LAST[0]:
                self._append_own(language)
            group = field.group
            self._append(field.target, literal(field.label(language)))

    def place_of(self, target: str) -> int:
        """Return the row of a field; one that nobody can choose is added."""
        found = self.match(self.index(0, 0), Qt.ItemDataRole.UserRole, target, 1, EXACT)
        if found:
            return found[0].row()
        words = label_of(target, self._kit.language.code) or self.tr("Label of a column")
        if target.startswith(f"{NEW_FIELD}:"):
            words += f" ({kind_name(target.rpartition(':')[2], self._kit.language.code)})"
        self._append(target, words)
        return self.rowCount() - 1

    def _append_own(self, language: str) -> None:
        for own in self._own:
            self._append(f"{OWN_FIELD}{own.id}", literal(own.label(language)))
        self._append(NEW_FIELD, field_label(NEW_FIELD, language))

    def _append(self, target: str, words: str) -> None:
        item = QStandardItem(self._kit.theme.icon(icon_of(target)), words)
        item.setData(target, Qt.ItemDataRole.UserRole)
        self.appendRow(item)


class ColumnRow(QFrame):
    """Header, two samples, the field it goes to, how sure that is, and what is odd in it."""

    chosen = Signal(str)  # target
    ordered = Signal(str)  # the order of its dates
    values_asked = Signal()

    def __init__(
        self, kit: Kit, fields: FieldsModel, shown: ColumnShown, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._fields = fields
        self._shown = shown
        theme = kit.theme
        self.setObjectName("Toolbar")
        self.setFixedHeight(theme.height(HEIGHT, space=36))
        self._header = Label(theme, "", "strong")
        self._samples = [Label(theme, "", "caption", "text-2") for _line in range(2)]
        self.target = TargetBox()
        self.target.setModel(fields)
        self._bars = MatchBars(theme)
        self._percent = Label(theme, "", "caption", "text-2", digits=True)
        self._odd_mark = Mark(theme, "", "success")
        self._odd = Label(theme, "", "caption", "muted")
        self._fault = Label(theme, "", "caption", "warning", strong=True)
        self.order = QComboBox()
        self.values_button = Button(theme, "", "link", size="xs")
        self._build()
        self.set_widths(WIDE)
        self.target.activated.connect(self._on_target_activated)
        self.order.activated.connect(self._on_order_activated)
        self.values_button.clicked.connect(self.values_asked)
        for combo in (self.target, self.order):
            combo.installEventFilter(self)
        self.show_column(shown)

    @property
    def shown(self) -> ColumnShown:
        """What the row shows now."""
        return self._shown

    def show_column(self, shown: ColumnShown) -> None:
        """Show a column, or the same one after a change."""
        self._shown = shown
        match = shown.match
        out = match.target in LEFT_OUT
        name = match.header or self.tr("(no name)")
        self._header.set_text(name)
        lines = [*shown.samples[:2], "", ""]
        for label, text in zip(self._samples, lines, strict=False):
            label.set_text(text)
            label.setVisible(bool(text))
        self.target.setAccessibleName(self.tr("{column} goes to").format(column=name))
        self.target.setCurrentIndex(self._fields.place_of(match.target))
        if self.property("out") is not out:
            self.setProperty("out", out)
            for widget in (self, self.target):
                widget.style().polish(widget)
        confidence = 0 if out else match.confidence
        self._bars.show_percent(confidence)
        self._percent.set_text(f"{confidence}%" if confidence else "—")
        self._quality.setToolTip(self._why())
        self._quality.setAccessibleName(
            self.tr("Match {percent} %: {why}").format(percent=confidence, why=self._why())
        )
        self._show_odd(out=out)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Take these widths for all but the last part."""
        for cell, width in zip(self._cells, widths, strict=True):
            cell.setFixedWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()  # the page scrolls, a list passed by does not change
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addStretch(1)
        for label in self._samples:
            lines.addWidget(label)
        lines.addStretch(1)
        holder = QWidget()
        holder.setLayout(lines)
        self._quality = QWidget()
        bars = QHBoxLayout(self._quality)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.setSpacing(6)
        bars.addWidget(self._bars)
        bars.addWidget(self._percent, 1)
        words = QWidget()
        odd = QHBoxLayout(words)
        odd.setContentsMargins(0, 0, 0, 0)
        odd.setSpacing(4)
        odd.addWidget(self._odd_mark)
        odd.addWidget(self._odd, 1)
        odd.addWidget(self._fault, 1)
        held = QWidget()
        choice = QHBoxLayout(held)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(4)
        choice.addWidget(Mark(self._kit.theme, "shuffle", "muted"))
        choice.addWidget(self.values_button)
        choice.addStretch(1)
        self._asks = QStackedWidget()
        for part in (words, self.order, held):
            self._asks.addWidget(part)
        arrow = Mark(self._kit.theme, "arrow-right", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        self._cells = (self._header, holder, arrow, self.target, self._quality)
        for cell in self._cells:
            row.addWidget(cell)
        row.addWidget(self._asks, 1)

    def _why(self) -> str:
        return {
            "preset": self.tr("known from the program that wrote the file"),
            "header": self.tr("by the name of the column"),
            "content": self.tr("by what is in it"),
            "memory": self.tr("as last time"),
            "told": self.tr("you chose it"),
        }.get(self._shown.match.why, "")

    def _show_odd(self, *, out: bool) -> None:
        shown = self._shown
        if shown.question is not None:
            self._asks.setCurrentIndex(1)
            self._fill_order(shown.question)
            return
        if shown.values is not None and not shown.odd:
            self._asks.setCurrentIndex(2)
            count = self._kit.formats.count
            text = count(len(shown.values.texts), self.tr("1 value"), self.tr("{n} values"))
            if shown.mapped:
                text = count(shown.mapped, self.tr("1 value set"), self.tr("{n} values set"))
            self.values_button.set_text(text)
            return
        self._asks.setCurrentIndex(0)
        self._fault.set_text(shown.odd)
        self._fault.setVisible(bool(shown.odd))
        self._odd.setVisible(not shown.odd)
        self._odd_mark.setVisible(not out or bool(shown.odd))
        words, icon, colour = self.tr("None"), "check", "success"
        if shown.odd:
            icon, colour = "triangle-alert", "warning"
        elif out:
            words, colour = self.tr("Left out"), "text-2"
        elif shown.match.target.startswith(NEW_FIELD):
            words, icon, colour = self.tr("Adds a field"), "list-plus", "info"
        self._odd.set_text(words)
        self._odd.set_colour(colour)
        self._odd_mark.show_icon(icon, colour)

    def _fill_order(self, question: DateQuestion) -> None:
        self.order.clear()
        for order, iso in question.readings:
            day = self._kit.formats.birthday(iso)
            text = self.tr("{text} is {day}").format(text=question.example, day=day)
            self.order.addItem(text, order)
        self.order.setCurrentIndex(max(0, self.order.findData(question.answer)))
        self.order.setAccessibleName(
            self.tr("How dates in {column} are meant").format(column=question.header)
        )

    def _on_target_activated(self, place: int) -> None:
        self.chosen.emit(self.target.itemData(place))

    def _on_order_activated(self, place: int) -> None:
        self.ordered.emit(self.order.itemData(place))
