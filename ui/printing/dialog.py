"""The window in which one chooses what to print and sees how it will look."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.printing import PrintedPeople
from ui.common.bars import bar
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.common.widgets.progress import ProgressLine
from ui.printing.cards import CardDocument
from ui.printing.choices import CARDS, LABELS, Choices
from ui.printing.delivery import Delivery
from ui.printing.documents import Document, LabelDocument, ListDocument, Setting
from ui.printing.page_turner import PageTurner
from ui.printing.paper import Ink

if TYPE_CHECKING:
    from app.services.exports import ExportService

FEW = 50  # contacts of whom every interaction is printed
EVENTS = 8  # of the latest interactions on each of more cards
EVERY = 1_000_000
WIDTH, HEIGHT = 960, 720
AROUND = QSize(32, 32)  # px of the window that stay in sight
SIDE = 304
PROGRESS = 280


class PrintDialog(QDialog):
    """Reads the contacts once, then lays them out as is chosen."""

    shown = Signal()  # a document has come into the preview

    def __init__(
        self,
        kit: Kit,
        source: ExportService,
        contact_ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._source = source
        self._ids = tuple(contact_ids)
        self._people: PrintedPeople | None = None
        self._ink = Ink(theme.tokens)
        self._reading: Job | None = None
        self._laying: Job | None = None
        self.document: Document | None = None
        self.delivery = Delivery(kit, self)
        self.choices = Choices(kit)
        self.turner = PageTurner(kit, self)
        self.preview = self.turner.preview
        self.heading = Label(theme, "", "title")
        self.summary = Label(theme, "", colour="text-2", wrap=True)
        self.note = Note(theme, "", "info")
        self.progress = ProgressLine(theme)
        self.close_button = Button(theme, "")
        self.print_button = Button(theme, "", icon="printer")
        self.save_button = Button(theme, "", "primary")
        self._build()
        self._connect()
        self.retranslate()
        self._read()

    def retranslate(self) -> None:
        """Set every word again."""
        self.setWindowTitle(self.tr("Print"))
        self.heading.set_text(self.tr("Print"))
        self.choices.retranslate()
        self.turner.retranslate()
        self.close_button.set_text(self.tr("Close"))
        self.print_button.set_text(self.tr("Print…"))
        self.save_button.set_text(self.tr("Save as PDF…"))
        self._lay_out()

    def done(self, result: int) -> None:
        """Close, and call off what is being read or written."""
        self.delivery.stop()
        for job in (self._reading, self._laying):
            if job is not None:
                job.cancel()
        super().done(result)

    def _build(self) -> None:
        theme = self._kit.theme
        size = QSize(WIDTH, HEIGHT)
        window = self.parentWidget()
        self.resize(size.boundedTo(window.size() - AROUND) if window else size)
        side = QWidget()
        side.setFixedWidth(round(SIDE * max(1.0, theme.text_scale)))
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        above: tuple[QWidget, ...] = (self.heading, self.choices, self.summary, self.note)
        for widget in above:
            column.addWidget(widget)
        column.addStretch(1)
        pages = QFrame()
        pages.setObjectName("Detail")
        right = QVBoxLayout(pages)
        right.setContentsMargins(1, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.turner.bar)
        right.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.addWidget(side)
        middle.addWidget(pages, 1)
        foot = bar(
            theme, "Footer", 64,
            (self.progress, None, self.close_button, self.print_button, self.save_button),
        )  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(foot)
        self.progress.setMinimumWidth(PROGRESS)
        self.note.hide()
        self.progress.hide()
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        choices, turner = self.choices, self.turner
        order = (
            choices.what, choices.paper, choices.sheet, choices.start, choices.edges,
            turner.back_button, turner.on_button, turner.smaller_button, turner.larger_button,
            self.preview, self.close_button, self.print_button, self.save_button,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.choices.changed.connect(self._on_chosen)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.reject)
        self.progress.stopped.connect(self.delivery.stop)
        self.delivery.started.connect(self._on_started)
        self.delivery.progressed.connect(self._show_progress)
        self.delivery.told.connect(self._tell)
        self.delivery.ended.connect(self._on_ended)
        self._kit.language.changed.connect(self.retranslate)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_button.click)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_button.click)

    def _read(self) -> None:
        ids, source = self._ids, self._source
        events = EVERY if len(ids) <= FEW else EVENTS + 1  # one more tells that there are more
        job = self._kit.runner.read(
            lambda ticket: source.printed(ids, ticket=ticket, events=events, notes=True)
        )
        self._reading = job
        job.succeeded.connect(self._on_read)
        job.finished.connect(self._on_reading_ended)

    def _on_read(self, people: PrintedPeople) -> None:
        self._people = people
        self._lay_out()

    def _on_reading_ended(self) -> None:
        self._reading = None

    def _on_chosen(self) -> None:
        self.note.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        people = self._people
        if self._laying is not None:
            self._laying.succeeded.disconnect(self._on_laid_out)  # it may have ended already
            self._laying.cancel()
            self._laying = None
        if people is None:
            self._show_document(None)
            return
        document = self._document(people)
        if isinstance(document, CardDocument) and document.is_long:
            self._show_document(None)
            self._laying = job = self._kit.runner.read(document.lay_out)
            job.succeeded.connect(self._on_laid_out)
        else:
            self._show_document(document)

    def _on_laid_out(self, document: CardDocument) -> None:
        self._laying = None
        self._show_document(document)

    def _show_document(self, document: Document | None) -> None:
        self.document = document
        summary = self._summary()
        self.turner.show_document(document, summary)
        self.summary.set_text(summary)
        self._enable()
        if document is not None:
            self.shown.emit()

    def _document(self, people: PrintedPeople) -> Document:
        formats = self._kit.formats
        setting = Setting(
            self._ink, formats, self.choices.paper.currentData(),
            formats.birthday(formats.today().isoformat()),
        )  # fmt: skip
        what = self.choices.what.current
        if what == CARDS:
            most = None if len(self._ids) <= FEW else EVENTS
            return CardDocument(people, setting, most_events=most)
        if what == LABELS:
            return LabelDocument(
                people.contacts, setting, self.choices.label_sheet,
                start=self.choices.start.value() - 1, edges=self.choices.edges.isChecked(),
            )  # fmt: skip
        return ListDocument(people, setting)

    def _summary(self) -> str:
        document, people = self.document, self._people
        if people is None:
            return self.tr("Reading…")
        if document is None:
            return self.tr("Laying out the pages…")
        count = self._kit.formats.count
        told = [
            count(len(people.contacts), self.tr("1 contact"), self.tr("{n} contacts")),
            self._pages_words(document.page_count),
        ]
        said = ", ".join(told)
        if isinstance(document, LabelDocument) and document.left_out:
            missing = count(
                document.left_out,
                self.tr("1 contact has no address and is left out."),
                self.tr("{n} contacts have no address and are left out."),
            )
            said = f"{said}\n{missing}"
        return said

    def _pages_words(self, pages: int) -> str:
        return self._kit.formats.count(pages, self.tr("1 page"), self.tr("{n} pages"))

    def _enable(self) -> None:
        on = self._people is not None and not self.delivery.busy
        printable = (
            on
            and self.document is not None
            and not (isinstance(self.document, LabelDocument) and not self.document.contacts)
        )
        self.save_button.setEnabled(printable)
        self.print_button.setEnabled(printable)
        self.choices.setEnabled(on)

    def _on_save(self) -> None:
        if self.document is not None:
            self.delivery.ask_file(self.document)

    def _on_print(self) -> None:
        if self.document is not None:
            self.delivery.ask_printer(self.document)

    def _on_started(self) -> None:
        self.note.hide()
        self._enable()
        self._show_progress(0, 0)
        self.progress.show()

    def _show_progress(self, done: int, total: int) -> None:
        number = self._kit.formats.number
        words = self.tr("Making the pages, {done} of {total}").format(
            done=number(done), total=number(total)
        )
        self.progress.show_progress(words if total else self.tr("Making the pages"), done, total)

    def _on_ended(self) -> None:
        self.progress.hide()
        self._enable()
        if self.isVisible():
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: str, role: str) -> None:
        self.note.show_note(escape(words), role)
        self.note.show()
