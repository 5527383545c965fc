"""Composer, filter and timeline together: what is written about a contact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.shapes.interactions import TimelineEntry
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.section_header import SectionHeader
from ui.common.widgets.segmented import Segmented
from ui.common.writing.composer import Composer, Written
from ui.common.writing.entry_words import filter_words
from ui.contacts.timeline import TimelineList

if TYPE_CHECKING:
    from app.services.interactions import InteractionService
    from app.shapes.contacts import ContactDetail

TIMELINE, BESIDE = "timeline", "beside"  # the tabs


class StoryView(Protocol):
    """What can stand in the place of the timeline; it is a widget."""

    tables: frozenset[str]

    def title(self) -> str:
        """Return its name in the language in use."""

    def show_contact(self, detail: ContactDetail) -> None:
        """Show what there is of a contact."""

    def refresh(self) -> None:
        """Read and show anew."""

    def retranslate(self) -> None:
        """Set every word again."""


class Story(QWidget):
    """The part of a contact that grows: the newest on top, pinned notes above it.

    A `compact` one hides its composer until it is asked for. Where a view was put beside the
    timeline, one chooses between the two.
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
        self.tabs: Segmented | None = None  # once there is more than the timeline
        self.beside: StoryView | None = None
        self._theme = theme
        self.composer = Composer(kit, compact=compact)
        self.composer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
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
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.composer)
        if not compact:
            column.addSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self.none)
        column.addWidget(self.timeline)
        if not compact:
            column.addStretch()  # takes what a view beside the timeline does not
        self.composer.setVisible(not compact)
        self.composer.submitted.connect(self._on_written)
        self.filter_button.clicked.connect(self._on_filter)
        self.timeline.typed.connect(self.typed)
        self.timeline.pin_asked.connect(self.pin_asked)
        self.timeline.remove_asked.connect(self.remove_asked)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def is_timeline(self) -> bool:
        """Whether the timeline is in front."""
        return self.tabs is None or self.tabs.current == TIMELINE

    def put_beside(self, view: StoryView) -> None:
        """Let a view, which is a widget, be chosen instead of the timeline."""
        if not isinstance(view, QWidget):
            raise TypeError("a view is a widget")
        self.beside = view
        self.tabs = Segmented(self._theme, {TIMELINE: " ", BESIDE: " "}, "")
        self.tabs.chosen.connect(lambda _key: self._show_parts())
        self.header.set_title("")
        self.header.put_first(self.tabs)
        self._column.addWidget(view, 1)
        self._show_parts()
        self.retranslate()

    def show_beside(self, *, on: bool = True) -> None:
        """Bring the view beside the timeline to the front, or the timeline."""
        if self.tabs is not None:
            self.tabs.choose(BESIDE if on else TIMELINE)
            self._show_parts()

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
        if self.tabs is None or self.beside is None:
            self.header.set_title(self.tr("Timeline"))
        else:
            self.tabs.setAccessibleName(self.tr("View"))
            self.tabs.set_texts({TIMELINE: self.tr("Timeline"), BESIDE: self.beside.title()})
            self.beside.retranslate()
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

    def _show_parts(self) -> None:
        timeline = self.is_timeline
        if isinstance(self.beside, QWidget):
            self.beside.setVisible(not timeline)
        self.filter_button.setVisible(timeline)
        self._show_none()

    def _show_none(self) -> None:
        none = not self.timeline.entries.rowCount()
        words = self.tr("Nothing is written here yet.")
        if self.shown != "all":
            words = self.tr("There is nothing of this kind.")
        self.none.set_text(words)
        self.none.setVisible(none and self.is_timeline)
        self.timeline.setVisible(not none and self.is_timeline)

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
