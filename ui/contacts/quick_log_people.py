"""Several people a line may mean, to be chosen by number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QWidget

from app.shapes.contacts import FoundContact
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.found_list import FoundDelegate, FoundList
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label

NUMBER = 24  # px for the number before the avatar
NUMBERED = 9  # have a key


class NumberedList(FoundList):
    """The people found; while one of them is to be chosen, each of the first has its number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.numbered = False
        self.setItemDelegate(NumberedDelegate(theme, self))

    def show_people(self, people: Sequence[FoundContact]) -> None:
        """Show people to choose from by number, arrows and Enter, or a click."""
        self.show_found(people)
        for place in range(min(self.count(), NUMBERED)):
            item = self.item(place)
            item.setText(f"{place + 1}. {item.text()}")  # as it is read aloud
        self.numbered = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_plain(self, people: Sequence[FoundContact]) -> None:
        """Show people below a field that keeps the keys."""
        self.numbered = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_found(people)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.text()
        if self.numbered and number.isdecimal() and 1 <= int(number) <= self.count():
            self.setCurrentRow(int(number) - 1)
            self.chosen.emit(self.current())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.current())
        else:
            super().keyPressEvent(event)


class PersonLine(QWidget):
    """Whom it is about: avatar, name, phone, and a way to somebody else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.avatar = Avatar(theme, "", 0, 28)
        self.name = Label(theme, "", "strong")
        self.phone = Label(theme, "", colour="muted", digits=True)
        self.change_button = IconButton(theme, "x", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.avatar)
        row.addWidget(self.name)
        row.addWidget(self.phone, 1)
        row.addWidget(self.change_button)

    def show_person(self, contact: FoundContact) -> None:
        """Show somebody."""
        company = contact.kind == "company"
        self.avatar.show_contact(contact.name, avatar_colour(contact.id), company=company)
        self.name.set_text(contact.name)
        self.phone.set_text(contact.phones[0] if contact.phones else "")


class NumberedDelegate(FoundDelegate):
    """A contact with its number before it."""

    def __init__(self, theme: Theme, people: NumberedList) -> None:
        super().__init__(theme, people)
        self._theme = theme
        self._people = people

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if not self._people.numbered:
            super().paint(painter, option, index)
            return
        if index.row() < NUMBERED:
            place = QRectF(option.rect).adjusted(8, 0, 0, 0)
            place.setWidth(NUMBER - 8)
            font = self._theme.font("strong", digits=True)
            draw_text(painter, place, str(index.row() + 1), font, self._theme.colour("accent-text"))
        shifted = QStyleOptionViewItem(option)
        shifted.rect = option.rect.adjusted(NUMBER, 0, 0, 0)
        super().paint(painter, shifted, index)
