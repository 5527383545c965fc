"""A line of one of the shop's own fields whose value is chosen, not typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from app.custom_texts import choice_words
from app.shapes.custom_fields import CustomContent, CustomValueRow, FieldRow
from ui.common.check_menu import CheckMenu
from ui.common.kit import Kit
from ui.common.tag_colours import dot_of
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.tag import Tag, TagLook, tag_width
from ui.contacts.custom_words import content_words, no_words, yes_words

EMPTY = "—"
MENU_ROWS = 400  # choices in a menu; nobody reads more


class ChosenRow(PropertyRow):
    """Click, Enter or F2 offers what there is to choose; what is chosen is kept at once.

    Of several choices each stands as a tag while there is room for them.
    """

    chosen = Signal(object)  # the content, None for nothing
    person_asked = Signal()

    def __init__(
        self, kit: Kit, field: FieldRow, label_width: int, parent: QWidget | None = None
    ) -> None:
        name = field.label(kit.language.code)
        super().__init__(
            kit.theme, name, EMPTY, editable=True, label_width=label_width, parent=parent
        )
        self._kit = kit
        self._field = field
        self._value_row: CustomValueRow | None = None
        self._tags: list[Tag] = []
        self.edited.connect(self.open_editor)

    def show_value(self, field: FieldRow, value: CustomValueRow | None, currency: str) -> None:
        """Show what the contact has in the field."""
        self._field, self._value_row = field, value
        self.set_name(field.label(self._kit.language.code))
        words = content_words(field, value, self._kit, currency) if value else ""
        self.set_value(words or EMPTY)
        self._value.set_colour("text" if words else "muted")
        self._show_tags()

    def open_editor(self) -> None:
        """Offer what there is to choose."""
        if self._field.kind == "person":
            self.person_asked.emit()
            return
        menu = self._menu()
        menu.setAccessibleName(self._field.label(self._kit.language.code))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(self._value.x(), self.height())))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _show_tags(self) -> None:
        for tag in self._tags:
            tag.hide()
            tag.deleteLater()
        self._tags = []
        content = self._value_row.content if self._value_row else None
        chooses = self._field.kind in ("choice", "choices")
        ids = content if isinstance(content, tuple) else (content,) if chooses and content else ()
        language = self._kit.language.code
        looks = [
            TagLook(words, dot_of(words))
            for each in ids
            if isinstance(each, int) and (words := choice_words(self._field, each, language))
        ]
        room = 320 - self._label_width
        fits = sum(tag_width(self._kit.theme, look) + 8 for look in looks) <= room
        self._value.setVisible(not looks or not fits)
        for look in looks if fits else ():
            tag = Tag(self._kit.theme, look.text, look.dot)
            self._tags.append(tag)
            self.add(tag)

    def _menu(self) -> CheckMenu:
        menu = CheckMenu(self._kit.theme, parent=self)
        content = self._value_row.content if self._value_row else None
        if self._field.kind == "yes_no":
            for answer, words in ((True, yes_words()), (False, no_words())):
                self._offer(menu, words, answer, on=content is answer)
        else:
            self._offer_choices(menu, content)
        if content is not None:
            menu.addSeparator()
            clear = menu.add(self.tr("Clear"), "x")
            clear.triggered.connect(lambda: self.chosen.emit(None))
        return menu

    def _offer_choices(self, menu: CheckMenu, content: CustomContent | None) -> None:
        several = content if isinstance(content, tuple) else (content,)
        for choice in self._field.choices[:MENU_ROWS]:
            on = choice.id in several
            if choice.retired and not on:
                continue
            words = choice.label(self._kit.language.code)
            if self._field.kind == "choice":
                self._offer(menu, words, choice.id, on=on)
            else:
                action = menu.add_check(words, on=on)
                action.toggled.connect(partial(self._toggle, choice.id))

    def _offer(self, menu: CheckMenu, words: str, content: CustomContent, *, on: bool) -> None:
        action = menu.add_check(words, on=on, once=True)
        action.triggered.connect(lambda: self.chosen.emit(content))

    def _toggle(self, choice_id: int, on: bool) -> None:  # noqa: FBT001 - Qt
        content = self._value_row.content if self._value_row else ()
        several = content if isinstance(content, tuple) else ()
        now = [*several, choice_id] if on else [each for each in several if each != choice_id]
        order = [choice.id for choice in self._field.choices]
        kept = tuple(sorted(now, key=order.index))
        self._value_row = CustomValueRow(self._field.id, kept)  # the next click builds on it
        self.chosen.emit(kept or None)
