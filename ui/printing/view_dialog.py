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
from ui.common.widgets.note import Note
from ui.printing.delivery import Delivery
from ui.printing.documents import Document, Setting
from ui.printing.page_turner import PageTurner
from ui.printing.paper import Ink

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
        self.turner = PageTurner(kit, self)
        self.preview = self.turner.preview
        self.note = Note(theme, "", "info")
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
        self.close_button.set_text(self.tr("Close"))
        self.print_button.set_text(self.tr("Print…"))
        self.save_button.set_text(self.tr("Save as PDF…"))
        formats = self._kit.formats
        day = formats.birthday(formats.today().isoformat())
        self.document = self._make(Setting(self._ink, formats, "a4", day))
        self.turner.retranslate()
        self.turner.show_document(self.document)

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
        column.addWidget(self.turner.bar)
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
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        self.delivery.started.connect(self._enable)
        self.delivery.told.connect(self._tell)
        self.delivery.ended.connect(self._enable)
        self._kit.language.changed.connect(self.retranslate)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_button.click)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_button.click)

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
