"""The pages of a document in sight, with the bar that turns and enlarges them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.printing.documents import Document
from ui.printing.preview import FIT, Preview


class PageTurner(QObject):
    """`bar` and `preview` are placed by the dialog; its keys turn the pages."""

    def __init__(self, kit: Kit, dialog: QDialog) -> None:
        super().__init__(dialog)
        theme = kit.theme
        self._kit = kit
        self._told = ""
        self.document: Document | None = None
        self.preview = preview = Preview(theme)
        self.back_button = IconButton(theme, "chevron-left", "")
        self.on_button = IconButton(theme, "chevron-right", "")
        self.smaller_button = IconButton(theme, "zoom-out", "")
        self.larger_button = IconButton(theme, "zoom-in", "")
        self.page_label = Label(theme, "", digits=True)
        self.zoom_label = Label(theme, "", colour="muted", digits=True)
        self.bar = bar(
            theme, "Toolbar", 48,
            (self.back_button, self.page_label, self.on_button, None,
             self.smaller_button, self.zoom_label, self.larger_button),
        )  # fmt: skip
        self.back_button.clicked.connect(lambda: preview.turn_to(preview.page - 1))
        self.on_button.clicked.connect(lambda: preview.turn_to(preview.page + 1))
        self.smaller_button.clicked.connect(lambda: preview.zoom_by(-1))
        self.larger_button.clicked.connect(lambda: preview.zoom_by(1))
        preview.turned.connect(lambda _page: self._show_place())
        preview.zoomed.connect(self._show_place)
        for key, button in (
            ("PgDown", self.on_button), ("PgUp", self.back_button), ("Ctrl++", self.larger_button),
            ("Ctrl+=", self.larger_button), ("Ctrl+-", self.smaller_button),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), dialog, button.click)

    def retranslate(self) -> None:
        """Set every word again."""
        self.preview.setAccessibleName(self.tr("Preview"))
        self.back_button.set_name(self.tr("Page before"), "PgUp")
        self.on_button.set_name(self.tr("Next page"), "PgDn")
        self.smaller_button.set_name(self.tr("Smaller"), "Ctrl+-")
        self.larger_button.set_name(self.tr("Larger"), "Ctrl++")
        self._show_place()

    def show_document(self, document: Document | None, told: str = "") -> None:
        """Show a document; `told` is what a screen reader says of it beside the page."""
        self.document, self._told = document, told
        self.preview.show_document(document)
        self._show_place()

    def _show_place(self) -> None:
        pages, page = self.document.page_count if self.document else 0, self.preview.page
        number = self._kit.formats.number
        words = self.tr("Page {n} of {m}").format(n=number(page + 1), m=number(pages))
        self.page_label.set_text(words if pages else "")
        self.back_button.setEnabled(page > 0)
        self.on_button.setEnabled(page + 1 < pages)
        zoom = self.preview.zoom
        self.zoom_label.set_text(self.tr("Whole page") if zoom == FIT else f"{zoom:.0%}")
        said = ", ".join(filter(None, (words, self._told)))
        self.preview.setAccessibleDescription(said if pages else "")
