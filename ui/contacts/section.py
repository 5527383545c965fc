"""One part of a contact's page that looks after itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.errors import GoneError
from app.shapes.contacts import ContactDetail
from ui.common.bars import clear
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.section_header import SectionHeader


class ContactSection(QWidget):
    """A heading, lines below it, and a button that adds one.

    Subclasses say which `tables` they show, their heading and what fills `rows`; they read in
    `fill` and write through `write`, which does it off the window's thread. One that was never
    given a contact is not seen: it has no words yet.
    """

    tables: frozenset[str] = frozenset()
    decides = False  # whether `fill` says itself when it is seen
    letter = ""  # the key that does what is most wanted here

    def __init__(self, kit: Kit, icon: str = "plus", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._detail: ContactDetail | None = None
        self.setProperty("clear", "true")
        self.header = SectionHeader(kit.theme, "")
        self.add_button = IconButton(kit.theme, icon, "", size=24)
        self.rows = QVBoxLayout()
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(4)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.header)
        column.addLayout(self.rows)
        self.header.add(self.add_button)
        self.add_button.clicked.connect(self.add_asked)
        kit.language.changed.connect(self.retranslate)
        self.hide()

    def draw_line_above(self) -> None:
        """Set it apart from what stands above it."""
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedHeight(1)
        self._column.insertWidget(0, line)
        self._column.insertSpacing(1, 8)

    @property
    def contact_id(self) -> int | None:
        """The id of the contact that is shown."""
        return self._detail.id if self._detail else None

    def show_contact(self, detail: ContactDetail) -> None:
        """Show what there is of a contact."""
        first, self._detail = self._detail is None, detail
        if first and not self.decides and self.parent() is not None:
            self.show()
        self.refresh()

    def refresh(self) -> None:
        """Read and show anew, as after a change of the tables shown."""
        clear(self.rows)
        if self._detail is not None:
            with suppress(GoneError):  # in the trash, or erased, between two reads
                self.fill(self._detail)

    def fill(self, detail: ContactDetail) -> None:
        """Put the lines into `rows` and set the heading."""
        raise NotImplementedError

    def add_asked(self) -> None:
        """Let something be added; the button in the heading was pressed."""
        raise NotImplementedError

    def letter_pressed(self) -> None:
        """Do what the key of `letter` is for."""

    def retranslate(self) -> None:
        """Set every word again."""
        self.refresh()

    def write(self, doing: Callable[[], object]) -> Job:
        """Do something that writes, off the window's thread; what goes wrong is told."""
        return self._kit.runner.write(lambda _ticket: doing())
