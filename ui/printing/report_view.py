"""Reports as they will come out: pages to look at, to save and to print."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.printing.documents import Setting
from ui.printing.report import ReportDocument, ReportPaper
from ui.printing.view_dialog import ViewDialog


class ReportView(ViewDialog):
    """The same reports can go to a workbook from here."""

    excel_asked = Signal()

    def __init__(
        self, kit: Kit, paper: ReportPaper, ready: ReportDocument, parent: QWidget | None = None
    ) -> None:
        """`ready` is what was laid out of it in the background, in the language in use."""
        self._paper = paper
        self._ready: ReportDocument | None = ready
        self.excel_button = Button(kit.theme, "", icon="file-spreadsheet")
        super().__init__(kit, self._laid_out, self._name, parent)
        self.excel_button.clicked.connect(self.excel_asked)

    def retranslate(self) -> None:
        """Set every word again."""
        super().retranslate()
        self.excel_button.set_text(self.tr("Save for Excel…"))

    def tell(self, words: str, role: str) -> None:
        """Say what became of something."""
        self._tell(words, role)

    def _footer(self) -> tuple[QWidget | None, ...]:
        return (
            None, self.close_button, self.excel_button, self.print_button, self.save_button,
        )  # fmt: skip

    def _laid_out(self, setting: Setting) -> ReportDocument:
        ready, self._ready = self._ready, None
        return ready or ReportDocument(self._paper, setting)

    def _name(self) -> str:
        return self._paper.title or self._paper.reports[0].title
