"""The files of a contact on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.shapes.contacts import ContactDetail
from ui.common.kit import Kit
from ui.common.widgets.file_line import FileLine
from ui.common.widgets.file_lines import FileLines
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.files import FileService


class FileSection(ContactSection):
    """Lists the files, the newest first; takes what is dropped on it."""

    tables = frozenset({"attachment", "custom_value", "custom_field"})

    def __init__(self, kit: Kit, files: FileService, parent: QWidget | None = None) -> None:
        super().__init__(kit, "upload", parent)
        self._files = files
        self.box = FileLines(kit, files, self)
        self._column.addWidget(self.box)
        self.retranslate()

    @property
    def lines(self) -> list[FileLine]:
        """The files that are shown, from the top."""
        return self.box.lines

    def fill(self, detail: ContactDetail) -> None:
        """Read the files of a contact and list them."""
        rows = self._files.of(detail.id)
        self.header.set_count(self._kit.formats.number(len(rows)) if rows else "")
        self.box.show_files(rows, detail.id)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Files"))
        self.header.set_title(self.tr("Files"))
        self.add_button.set_name(self.tr("Add files"))
        self.refresh()

    def add_asked(self) -> None:
        """Ask for files."""
        self.box.ask()
