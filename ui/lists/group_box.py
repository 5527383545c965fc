"""A group of conditions, all, any or none of which must hold; groups may stand inside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.filters import MODES, Condition, Filter
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.lists.boxes import Box
from ui.lists.choice import Offer
from ui.lists.condition_row import ConditionRow

MODE = 190  # px
DEEPEST = 4  # groups inside groups that can be made here


class GroupBox(QFrame):
    """Rows and groups in one column; `changed` tells of every change within."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        offer: Offer,
        find: Callable[[str], list[tuple[int, str]]],
        within: GroupBox | None = None,
    ) -> None:
        super().__init__(within)
        self._kit = kit
        self._offer = offer
        self._find = find
        self.within = within
        self.parts: list[ConditionRow | GroupBox] = []
        self.mode = Box(MODE)
        self.mode.offer(self._modes())
        self.add_button = Button(kit.theme, "", icon="plus", size="sm")
        self.group_button = Button(kit.theme, "", "ghost", size="sm")
        self.remove = IconButton(kit.theme, "x", "")
        self._lead = Label(kit.theme, "", strong=True)
        self.remove.setVisible(within is not None)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._lead)
        head.addWidget(self.mode)
        head.addStretch(1)
        head.addWidget(self.remove)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_button)
        foot.addWidget(self.group_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        edge = 0 if within is None else 12
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addLayout(foot)
        if within is not None:
            self.setProperty("card", "true")
        self.group_button.setVisible(self.level < DEEPEST)
        self.mode.activated.connect(self.changed)
        self.add_button.clicked.connect(self.add_condition)
        self.group_button.clicked.connect(self._add_group)
        self.remove.clicked.connect(self._remove_self)
        self._set_words()

    def retranslate(self) -> None:
        """Set every word again, those of all that stands inside too."""
        self._set_words()
        for part in self.parts:
            part.retranslate()

    @property
    def level(self) -> int:
        """How many groups it stands in."""
        return 0 if self.within is None else self.within.level + 1

    def show_filter(self, wanted: Filter) -> None:
        """Show a filter with all its groups."""
        self.mode.choose(wanted.mode if wanted.mode in MODES else "all")
        for part in wanted.parts:
            if isinstance(part, Filter):
                box = self._made_group()
                self._put(box, len(self.parts))
                box.show_filter(part)
            else:
                self._put(self._made_row(part), len(self.parts))

    def filter(self) -> Filter:
        """Return what is said, unfinished conditions left out."""
        parts = [
            part.filter() if isinstance(part, GroupBox) else part.condition() for part in self.parts
        ]
        kept = tuple(part for part in parts if part is not None and part != Filter())
        return Filter(kept, self.mode.chosen())

    def rows(self) -> list[ConditionRow]:
        """Return every row, those of the groups inside too, from the top."""
        found: list[ConditionRow] = []
        for part in self.parts:
            found += part.rows() if isinstance(part, GroupBox) else [part]
        return found

    def add_condition(self) -> ConditionRow:
        """Add a row at the end and go there."""
        row = self._made_row(None)
        self._put(row, len(self.parts))
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
        return row

    def take(self, part: ConditionRow | GroupBox) -> int:
        """Let go of a row or group, which lives on; return where it stood."""
        place = self.parts.index(part)
        self.parts.pop(place)
        self._rows.removeWidget(part)
        return place

    def drop(self, part: ConditionRow | GroupBox) -> None:
        """Remove a row or group; the focus goes to its neighbour."""
        place = self.take(part)
        part.hide()
        part.deleteLater()
        near = self.parts[min(place, len(self.parts) - 1)] if self.parts else None
        target = near.field if isinstance(near, ConditionRow) else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def indent(self, row: ConditionRow) -> None:
        """Put a row into the group before it, or into a new one."""
        place = self.parts.index(row)
        before = self.parts[place - 1] if place else None
        if isinstance(before, GroupBox):
            box = before
        elif self.level + 1 > DEEPEST:
            return
        else:
            box = self._made_group()
            box.mode.choose("any" if self.mode.chosen() == "all" else "all")
            self._put(box, place)
        self.take(row)
        box.adopt(row, len(box.parts))

    def outdent(self, row: ConditionRow) -> None:
        """Take a row out into the group this one stands in."""
        if self.within is None:
            return
        self.take(row)
        outer, place = self.within, self.within.parts.index(self) + 1
        outer.adopt(row, place)
        if not self.parts:
            outer.take(self)
            self.hide()
            self.deleteLater()
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def group_of(self, row: ConditionRow) -> GroupBox | None:
        """Return the group a row stands in, this one or one inside."""
        for part in self.parts:
            if part is row:
                return self
            if isinstance(part, GroupBox) and (found := part.group_of(row)) is not None:
                return found
        return None

    def adopt(self, row: ConditionRow, place: int) -> None:
        """Take a row of another group."""
        for signal in (row.changed, row.remove_asked, row.indent_asked, row.outdent_asked):
            signal.disconnect()
        self._put(row, place)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _modes(self) -> dict[str, str]:
        return {
            "all": self.tr("all of these"), "any": self.tr("any of these"),
            "none": self.tr("none of these"),
        }  # fmt: skip

    def _set_words(self) -> None:
        whole = self.within is None
        self._lead.set_text(self.tr("Everybody to whom applies") if whole else self.tr("Group of"))
        self.mode.reword(self._modes())
        self.mode.setAccessibleName(self.tr("How these conditions belong together"))
        self.add_button.set_text(self.tr("Add a condition"))
        self.group_button.set_text(self.tr("Add a group"))
        self.remove.set_name(self.tr("Remove this group"))

    def _made_row(self, asked: Condition | None) -> ConditionRow:
        given = () if asked is None else (asked,)
        return ConditionRow(self._kit, self._offer, self._find, *given)

    def _made_group(self) -> GroupBox:
        return GroupBox(self._kit, self._offer, self._find, self)

    def _put(self, part: ConditionRow | GroupBox, place: int) -> None:
        self.parts.insert(place, part)
        self._rows.insertWidget(place, part)
        part.changed.connect(self.changed)
        if isinstance(part, ConditionRow):
            part.remove_asked.connect(lambda: self.drop(part))
            part.indent_asked.connect(lambda: self.indent(part))
            part.outdent_asked.connect(lambda: self.outdent(part))
        part.show()
        chain(self)

    def _add_group(self) -> None:
        box = self._made_group()
        box.mode.choose("any" if self.mode.chosen() == "all" else "all")
        self._put(box, len(self.parts))
        box.add_condition()

    def _remove_self(self) -> None:
        if self.within is not None:
            self.within.drop(self)


def chain(box: GroupBox) -> None:
    """Have Tab go through a group from the top."""
    last: QWidget = box.mode
    for stop in _stops(box):
        QWidget.setTabOrder(last, stop)
        last = stop


def _stops(box: GroupBox) -> list[QWidget]:
    stops: list[QWidget] = [box.remove]
    for part in box.parts:
        if isinstance(part, GroupBox):
            stops += [part.mode, *_stops(part)]
        else:
            stops += [part.field, part.op, *part.values.editors(), part.more, part.remove]
    return [*stops, box.add_button, box.group_button]
