"""A window that shows a document as it will come out, and brings it to a file or a printer."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.printing.delivery import Delivery
from ui.printing.documents import Document, Setting
from ui.printing.paper import Ink
from ui.printing.preview import FIT, Preview

WIDTH, HEIGHT = 760, 760
AROUND = QSize(32, 32)  # px of the window that stay in sight


class ViewDialog(QDialog):
    """`make` lays the document out anew in the language in use; `name` is what a file is called."""

    def __init__(
        self,
        kit: Kit,
        make: Callable[[Setting], Document],
        title: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._make = make
        self._title = title
        self._ink = Ink(theme.tokens)
        self.delivery = Delivery(kit, self)
        self.preview = Preview(theme)
        self.note = Note(theme, "", "info")
        self.back_button = IconButton(theme, "chevron-left", "")
        self.on_button = IconButton(theme, "chevron-right", "")
        self.smaller_button = IconButton(theme, "zoom-out", "")
        self.larger_button = IconButton(theme, "zoom-in", "")
        self.page_label = Label(theme, "", digits=True)
        self.zoom_label = Label(theme, "", colour="muted", digits=True)
        self.close_button = Button(theme, "")
        self.print_button = Button(theme, "", icon="printer")
        self.save_button = Button(theme, "", "primary")
        self.document: Document | None = None
        self._build()
        self._connect()
        self.retranslate()
        self.save_button.setFocus()

    def retranslate(self) -> None:
        """Set every word again, on the paper too."""
        self.setWindowTitle(self._title())
        self.preview.setAccessibleName(self.tr("Preview"))
        self.back_button.set_name(self.tr("Page before"), "PgUp")
        self.on_button.set_name(self.tr("Next page"), "PgDn")
        self.smaller_button.set_name(self.tr("Smaller"), "Ctrl+-")
        self.larger_button.set_name(self.tr("Larger"), "Ctrl++")
        self.close_button.set_text(self.tr("Close"))
        self.print_button.set_text(self.tr("Print…"))
        self.save_button.set_text(self.tr("Save as PDF…"))
        formats = self._kit.formats
        day = formats.birthday(formats.today().isoformat())
        self.document = self._make(Setting(self._ink, formats, "a4", day))
        self.preview.show_document(self.document)
        self._show_place()

    def done(self, result: int) -> None:
        """Close, and call off what is being written."""
        self.delivery.stop()
        super().done(result)

    def _build(self) -> None:
        theme, window = self._kit.theme, self.parentWidget()
        size = QSize(WIDTH, HEIGHT)
        self.resize(size.boundedTo(window.size() - AROUND) if window else size)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(
            bar(theme, "Toolbar", 48, (
                self.back_button, self.page_label, self.on_button, None,
                self.smaller_button, self.zoom_label, self.larger_button,
            ))
        )  # fmt: skip
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.addWidget(self.preview, 1)
        column.addLayout(self.middle, 1)
        column.addWidget(self.note)
        column.addWidget(bar(theme, "Footer", 64, self._footer()))
        self.note.hide()

    def _footer(self) -> tuple[QWidget | None, ...]:
        """Return what stands in the footer; None is room."""
        return None, self.close_button, self.print_button, self.save_button

    def _connect(self) -> None:
        preview = self.preview
        self.back_button.clicked.connect(lambda: preview.turn_to(preview.page - 1))
        self.on_button.clicked.connect(lambda: preview.turn_to(preview.page + 1))
        self.smaller_button.clicked.connect(lambda: preview.zoom_by(-1))
        self.larger_button.clicked.connect(lambda: preview.zoom_by(1))
        preview.turned.connect(lambda _page: self._show_place())
        preview.zoomed.connect(self._show_place)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        self.delivery.started.connect(self._enable)
        self.delivery.told.connect(self._tell)
        self.delivery.ended.connect(self._enable)
        self._kit.language.changed.connect(self.retranslate)
        for key, act in (
            ("PgDown", self.on_button), ("PgUp", self.back_button), ("Ctrl++", self.larger_button),
            ("Ctrl+=", self.larger_button), ("Ctrl+-", self.smaller_button),
            ("Ctrl+S", self.save_button), ("Ctrl+P", self.print_button),
        ):  # fmt: skip
            QShortcut(QKeySequence(key), self, act.click)

    def _show_place(self) -> None:
        pages, page = self.document.page_count if self.document else 0, self.preview.page
        number = self._kit.formats.number
        words = self.tr("Page {n} of {m}").format(n=number(page + 1), m=number(pages))
        self.page_label.set_text(words)
        self.back_button.setEnabled(page > 0)
        self.on_button.setEnabled(page + 1 < pages)
        zoom = self.preview.zoom
        self.zoom_label.set_text(self.tr("Whole page") if zoom == FIT else f"{zoom:.0%}")
        self.preview.setAccessibleDescription(words)

    def _enable(self) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(not self.delivery.busy)

    def _on_save(self) -> None:
        if self.document is not None:
            self.delivery.ask_file(self.document, self._title())

    def _on_print(self) -> None:
        if self.document is not None:
            self.delivery.ask_printer(self.document)

    def _tell(self, words: str, role: str) -> None:
        self.note.show_note(escape(words), role)
        self.note.show()
