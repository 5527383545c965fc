"""One tag in the settings: name, group, colour, count."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.shapes.tags import TagRow
from ui.common.kit import Kit
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import number
from ui.settings.section import ChoiceBox
from ui.settings.typed_field import TypedField

NAME_LIMIT = 100
FAMILY, COLOUR, COUNT = 130, 110, 56  # px


class TagLine(QWidget):
    """Fields to change one tag in; each change is kept at once."""

    renamed = Signal(str)
    grouped = Signal(str)
    painted = Signal(str)  # a word of the palette, '' for none
    removed = Signal()

    def __init__(self, kit: Kit, row: TagRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        scale = kit.theme.text_scale
        self.name = TypedField(needed=True)
        self.name.setMaxLength(NAME_LIMIT)
        self.name.show_text(row.name)
        self.name.setCursorPosition(0)
        self.family = TypedField()
        self.family.show_text(row.family)
        self.family.setFixedWidth(round(FAMILY * scale))
        self.family.setPlaceholderText(self.tr("Group"))
        self.colour = ChoiceBox()
        self.colour.setMinimumWidth(round(COLOUR * scale))
        self.colour.offer({
            "": self.tr("No colour"), "plum": self.tr("Plum"), "warning": self.tr("Amber"),
            "info": self.tr("Blue"), "persimmon": self.tr("Persimmon"),
            "success": self.tr("Green"), "danger": self.tr("Red"), "neutral": self.tr("Grey"),
        })  # fmt: skip
        self.colour.choose(row.colour)
        self.count = number(kit.theme, kit.formats.number(row.count), colour="muted")
        self.count.setFixedWidth(round(COUNT * scale))
        self.remove = IconButton(kit.theme, "trash-2", "")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        for widget in (self.family, self.colour, self.count, self.remove):
            line.addWidget(widget)
        self._say()
        self.name.typed.connect(self.renamed)
        self.family.typed.connect(self.grouped)
        self.colour.activated.connect(lambda: self.painted.emit(self.colour.currentData()))
        self.remove.clicked.connect(self.removed)

    def stops(self) -> list[QWidget]:
        """Return what can have the focus, from the left."""
        return [self.name, self.family, self.colour, self.remove]

    def _say(self) -> None:
        name = self.row.name
        self.name.setAccessibleName(self.tr("Name of the tag {name}").format(name=name))
        self.family.setAccessibleName(self.tr("Group of the tag {name}").format(name=name))
        self.colour.setAccessibleName(self.tr("Colour of the tag {name}").format(name=name))
        self.remove.set_name(self.tr("Remove the tag {name}").format(name=name))
