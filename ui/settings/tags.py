"""The shop's tags: names, groups, colours, how many have them."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.shapes.tags import TagRow
from ui.common.kit import Kit
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.settings.section import Section
from ui.settings.tag_row import TagLine

if TYPE_CHECKING:
    from app.services.tags import TagService

MOST = 200  # shown at once; the field above finds the others


class TagsSection(Section):
    """Tags by group; a name is changed in its place, of two that become one it asks before."""

    icon = "tags"
    tables = frozenset({"tag", "contact_tag", "contact"})

    def __init__(self, kit: Kit, tags: TagService, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._tags = tags
        self._known: list[TagRow] = []
        self._is_read = False
        self._merging: tuple[str, str] | None = None
        self.lines: list[TagLine] = []
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.merge_note = Note(kit.theme, "", "warning", action=" ")
        self.merge_note.hide()
        self.empty = Label(kit.theme, "", colour="text-2", wrap=True)
        self.more = Label(kit.theme, "", "caption", "muted")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        for widget in (self.search, self.merge_note, self.empty):
            self.column.addWidget(widget)
        self.column.addLayout(self._cards)
        self.column.addWidget(self.more)
        self.search.textChanged.connect(self._show)
        self.merge_note.acted.connect(self._merge)

    def title(self) -> str:
        return self.tr("Tags")

    def about(self) -> str:
        return self.tr("Whatever you change here, contacts keep the tag; Ctrl+Z takes it back.")

    def retranslate(self) -> None:
        super().retranslate()
        self.search.setPlaceholderText(self.tr("Find a tag"))
        self.search.setAccessibleName(self.tr("Find a tag"))
        self.empty.set_text(self.tr("No tags yet. Give a contact one with T, and it is here."))
        self._show()

    def refresh(self) -> None:
        job = self.kit.runner.read(lambda _ticket: self._tags.all())
        job.succeeded.connect(self._take)

    def _take(self, rows: list[TagRow]) -> None:
        if self._is_read and rows == self._known:
            return  # somebody may be typing: only what has changed is made anew
        self._known, self._is_read = rows, True
        self._show()

    def _show(self) -> None:
        """Show the tags that fit what is searched for, a card per group."""
        at = self._place_of_focus()
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        wanted = self.search.text().strip().casefold()
        fitting = [row for row in self._known if wanted in row.name.casefold()]
        self.empty.setVisible(self._is_read and not self._known)
        self.search.setVisible(bool(self._known))
        self.lines = []
        for family in dict.fromkeys(row.family for row in fitting[:MOST]):
            card = Card(self.kit.theme, family or self.tr("Without a group"))
            for row in fitting[:MOST]:
                if row.family == family:
                    card.column.addWidget(self._line(row))
            self._cards.addWidget(card)
        hidden = len(fitting) - MOST
        self.more.set_text(self.tr("{n} more").format(n=hidden) if hidden > 0 else "")
        self._focus_again(at)

    def _line(self, row: TagRow) -> TagLine:
        line = TagLine(self.kit, row)
        line.renamed.connect(lambda name: self._rename(row.name, name))
        line.painted.connect(
            lambda colour: self._write(lambda: self._tags.paint(row.name, colour or None))
        )
        line.grouped.connect(
            lambda family: self._write(lambda: self._tags.put_in_group(row.name, family))
        )
        line.removed.connect(lambda: self._write(lambda: self._tags.remove(row.name)))
        self.lines.append(line)
        return line

    def _rename(self, name: str, new_name: str) -> None:
        """Rename a tag; where another has that name already, ask first."""
        text = new_name.strip().lstrip("#").strip()
        other = next((r.name for r in self._known if r.name.casefold() == text.casefold()), None)
        if other is None or other.casefold() == name.casefold():
            self._write(lambda: self._tags.rename(name, text))
            return
        self._merging = (name, other)
        words = self.tr(
            "The tag <b>{other}</b> is there already. Put everybody with <b>{name}</b> into it?"
        ).format(other=escape(other), name=escape(name))
        self.merge_note.show_note(words, "warning", action=self.tr("Put them together"))
        self.merge_note.show()
        for line in self.lines:
            line.name.show_text(line.row.name)

    def _merge(self) -> None:
        if self._merging is not None:
            name, other = self._merging
            self._write(lambda: self._tags.rename(name, other))
        self._merging = None
        self.merge_note.hide()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, act: Callable[[], object]) -> None:
        def task(_ticket: Ticket) -> None:
            act()

        self.kit.runner.write(task).failed.connect(lambda _error: self._show())

    def _place_of_focus(self) -> tuple[str, int] | None:
        for line in self.lines:
            for place, stop in enumerate(line.stops()):
                if stop.hasFocus():
                    return line.row.name, place
        return None

    def _focus_again(self, at: tuple[str, int] | None) -> None:
        if at is None:
            return
        line = next((line for line in self.lines if line.row.name == at[0]), None)
        stop = line.stops()[at[1]] if line is not None else self.search
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
