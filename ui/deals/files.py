"""The files of a deal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.shapes.deals import DealRow
from app.shapes.files import FileRow
from ui.common.kit import Kit
from ui.common.widgets.block import Block
from ui.common.widgets.file_lines import FileLines
from ui.common.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from app.services.files import FileService


class DealFiles(Block):
    """What was dropped in for the deal; the contact of the deal has it, too."""

    def __init__(self, kit: Kit, files: FileService) -> None:
        super().__init__(kit)
        self._deal: DealRow | None = None
        self._rows: Sequence[FileRow] = ()
        self.box = FileLines(kit, files, self)
        self.add_button = IconButton(kit.theme, "upload", "", size=24)
        self.header.add(self.add_button)
        self.rows.addWidget(self.box)
        self.add_button.clicked.connect(self.box.ask)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Files"))
        self.header.set_title(self.tr("Files"))
        self.add_button.set_name(self.tr("Add files"))
        self._fill()

    def show_files(self, deal: DealRow, rows: Sequence[FileRow]) -> None:
        """Show the files of a deal."""
        same = self._deal is not None and deal.id == self._deal.id and rows == self._rows
        self._deal, self._rows = deal, rows
        self.setVisible(deal.contact_id is not None)  # a file is always somebody's
        if not same:
            self._fill()

    def _fill(self) -> None:
        if self._deal is not None:
            self.box.show_files(self._rows, self._deal.contact_id, self._deal.id)
