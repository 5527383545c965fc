"""One condition of a list: a field, what is asked of it, the values."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.filters import Condition
from ui.common.kit import Kit
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.lists.boxes import Box
from ui.lists.choice import Offer, op_key
from ui.lists.values import Values

FIELD, OP = 200, 188  # px
FIRST = Condition("tag", "any_of")  # what a new row begins with


class ConditionRow(QWidget):
    """Changes one condition; its place among the others is the group's."""

    changed = Signal()
    remove_asked = Signal()
    indent_asked = Signal()
    outdent_asked = Signal()

    def __init__(
        self,
        kit: Kit,
        offer: Offer,
        find: Callable[[str], list[tuple[int, str]]],
        asked: Condition = FIRST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._offer = offer
        self._broken = False
        self.field = Box(FIELD)
        self.op = Box(OP)
        for box, width in ((self.field, FIELD), (self.op, OP)):
            box.setFixedWidth(round(width * kit.theme.text_scale))  # they stand below each other
        self.values = Values(kit, offer, find)
        self.more = IconButton(kit.theme, "ellipsis", "")
        self.remove = IconButton(kit.theme, "x", "")
        self._trouble = Label(kit.theme, "", "caption", "danger", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self.field, self.op, self.values):
            line.addWidget(widget, 1 if widget is self.values else 0)
        line.addWidget(self.more)
        line.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._trouble)
        self._incomplete = False
        self._fill_fields()
        self._show(asked)
        self.retranslate()
        self.field.activated.connect(self._on_field_chosen)
        self.op.activated.connect(self._on_op_chosen)
        self.values.changed.connect(self._on_changed)
        self.remove.clicked.connect(self.remove_asked)
        self.more.clicked.connect(self._show_menu)

    def retranslate(self) -> None:
        """Set every word again; what was chosen and typed stays."""
        self.field.setAccessibleName(self.tr("Field"))
        self.op.setAccessibleName(self.tr("What is asked of it"))
        self.more.set_name(self.tr("Move or remove this condition"))
        self.remove.set_name(self.tr("Remove this condition"), "Alt+Del")
        field = self.field.chosen()
        self._fill_fields()
        self.field.choose(field, self._offer.name(field, self._kit.language.code))
        self.op.reword(self._ops(field))
        self.values.retranslate()
        self.show_whether_complete(complete=not self._incomplete)

    def condition(self) -> Condition | None:
        """Return the condition, None while it is not complete."""
        values = self.values.read()
        if values is None:
            return None
        asked = Condition(self.field.chosen(), self.op.chosen(), values)
        ask = self._offer.ops(asked.field).get(asked.op)
        return asked if ask is not None and ask.accepts(values) else None

    def show_whether_complete(self, *, complete: bool) -> None:
        """Say what is missing, once somebody tried to save."""
        self._incomplete = not complete
        words = "" if complete else self.tr("Something is missing here.")
        if self._broken:
            words = self.tr("This asks about something that is no longer there or in use.")
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))

    def _fill_fields(self) -> None:
        say, language = self._kit.messages.say, self._kit.language.code
        self.field.offer_groups({
            say(f"filter.group.{group}"): {key: self._offer.name(key, language) for key in fields}
            for group, fields in self._offer.groups().items()
        })  # fmt: skip

    def _show(self, asked: Condition) -> None:
        language = self._kit.language.code
        self._broken = self._offer.names.is_broken(asked)
        self.field.choose(asked.field, self._offer.name(asked.field, language))
        ops = self._offer.ops(asked.field)
        op = asked.op if asked.op in ops else next(iter(ops))
        self.op.offer(self._ops(asked.field))
        self.op.choose(op)
        self.values.show_for(Condition(asked.field, op, asked.values), ops[op])
        self.show_whether_complete(complete=True)

    def _ops(self, field: str) -> dict[str, str]:
        say = self._kit.messages.say
        return {op: say(op_key(field, op)) for op in self._offer.ops(field)}

    def _on_field_chosen(self) -> None:
        self._show(Condition(self.field.chosen(), next(iter(self._offer.ops(self.field.chosen())))))
        self._on_changed()

    def _on_op_chosen(self) -> None:
        kept = self.values.read() or ()
        ask = self._offer.ops(self.field.chosen())[self.op.chosen()]
        self._show(
            Condition(self.field.chosen(), self.op.chosen(), kept if ask.accepts(kept) else ())
        )
        self._on_changed()

    def _on_changed(self) -> None:
        asked = self.condition()
        self._broken = asked is not None and self._offer.names.is_broken(asked)
        self.show_whether_complete(complete=True)
        self.changed.emit()

    def _show_menu(self) -> None:
        menu = Menu(self._kit.theme, parent=self.more)
        menu.setAccessibleName(self.more.accessibleName())
        inner = menu.add(self.tr("Put into a group"), "indent-increase", "Ctrl+]")
        inner.triggered.connect(self.indent_asked)
        outer = menu.add(self.tr("Take out of the group"), "indent-decrease", "Ctrl+[")
        outer.triggered.connect(self.outdent_asked)
        gone = menu.add(self.tr("Remove"), "trash-2", "Alt+Del", danger=True)
        gone.triggered.connect(self.remove_asked)
        popup(menu, under(self.more))
