"""Composer, filter and timeline together: what is written about a contact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.shapes.interactions import TimelineEntry
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.section_header import SectionHeader
from ui.contacts.composer import Composer, Written
from ui.contacts.entry_words import filter_words
from ui.contacts.timeline import TimelineList

if TYPE_CHECKING:
    from app.services.interactions import InteractionService


class Story(QWidget):
    """The part of a contact that grows: the newest on top, pinned notes above it.

    A `compact` one hides its composer until it is asked for.
    """

    written = Signal(object, object)  # contact id, Written
    typed = Signal(object, str)  # TimelineEntry, text
    pin_asked = Signal(object)  # TimelineEntry
    remove_asked = Signal(object)  # TimelineEntry

    def __init__(self, kit: Kit, *, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._contact_id: int | None = None
        self._together = False
        self._interactions: InteractionService | None = None
        self.shown = "all"
        self.composer = Composer(kit, compact=compact)
        self.header = SectionHeader(theme, "")
        self.filter_button: Button | IconButton
        if compact:
            self.filter_button = IconButton(theme, "list-filter", "")
        else:
            self.filter_button = Button(theme, "", trailing="chevron-down", size="sm")
        self.menu = Menu(theme, parent=self)
        self.timeline = TimelineList(kit, roomy=not compact)
        self.none = Label(theme, "", colour="muted", wrap=True)
        self.header.add(self.filter_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.composer)
        if not compact:
            column.addSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self.none)
        column.addWidget(self.timeline)
        self.composer.setVisible(not compact)
        self.composer.submitted.connect(self._on_written)
        self.filter_button.clicked.connect(self._on_filter)
        self.timeline.typed.connect(self.typed)
        self.timeline.pin_asked.connect(self.pin_asked)
        self.timeline.remove_asked.connect(self.remove_asked)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def serve(self, interactions: InteractionService) -> None:
        """Say where entries come from; until then there are none."""
        self._interactions = interactions

    def watch(self, area: QScrollArea) -> None:
        """Say which area it stands in and is scrolled by."""
        self.timeline.watch(area)

    def set_names(self, names: Sequence[str]) -> None:
        """Say who can be mentioned."""
        self.composer.set_names(names)
        self.timeline.set_names(names)

    def show_contact(self, contact_id: int, name: str, *, together: bool = False) -> None:
        """Show what is written about a contact, `together` with a company's people."""
        self.composer.set_contact(contact_id, name)
        if (contact_id, together) == (self._contact_id, self._together):
            self.timeline.reload()
        else:
            self._contact_id, self._together = contact_id, together
            self._read()
        self._show_none()

    def follow(self, contact_id: int, written: Written, job: Job) -> None:
        """Give back what was written if it is refused."""
        job.failed.connect(lambda _error: self.composer.give_back(contact_id, written))

    def show_kind(self, shown: str) -> None:
        """Narrow the timeline to a kind of entries, a key of TIMELINES."""
        self.shown = shown
        self._read()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.header.set_title(self.tr("Timeline"))
        words = filter_words()[self.shown]
        told = self.tr("Show in the timeline: {kind}").format(kind=words)
        if isinstance(self.filter_button, IconButton):
            self.filter_button.set_name(told)
        else:
            self.filter_button.set_text(words)
            self.filter_button.setAccessibleName(told)
            self.filter_button.updateGeometry()
        self._show_none()

    def _read(self) -> None:
        contact_id, interactions, shown = self._contact_id, self._interactions, self.shown
        together = self._together
        if contact_id is None or interactions is None:
            return

        def read(offset: int, limit: int) -> Sequence[TimelineEntry]:
            return interactions.timeline(
                contact_id, shown, offset=offset, limit=limit, together=together
            )

        self.timeline.show_entries(read)

    def _show_none(self) -> None:
        none = not self.timeline.entries.rowCount()
        words = self.tr("Nothing is written here yet.")
        if self.shown != "all":
            words = self.tr("There is nothing of this kind.")
        self.none.set_text(words)
        self.none.setVisible(none)
        self.timeline.setVisible(not none)

    def _on_written(self, written: object) -> None:
        if self._contact_id is not None:
            self.written.emit(self._contact_id, written)

    def _on_filter(self) -> None:
        self.menu.clear()
        for kind, words in filter_words().items():
            action = self.menu.add(words)
            action.setCheckable(True)
            action.setChecked(kind == self.shown)
            action.triggered.connect(lambda _checked, kind=kind: self.show_kind(kind))
        button = self.filter_button
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        self.menu.setFocus(Qt.FocusReason.PopupFocusReason)
