"""What is done with enquiries: each act writes at once, or asks in a dialog first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.jobs import Ticket
from app.shapes.enquiries import EnquiryFile, EnquiryImport, EnquiryRow
from app.words import reason_words
from ui.common.kit import Kit
from ui.common.page_acts import PageActs
from ui.common.widgets.menu import Menu, popup
from ui.enquiries.dialog import EnquiryDialog
from ui.enquiries.file_dialog import FileDialog
from ui.enquiries.rules_dialog import RulesDialog, RulesRead
from ui.enquiries.who_dialog import WhoDialog
from ui.enquiries.words import InboxLine

if TYPE_CHECKING:
    from ui.enquiries.desk import EnquiryDesk

MOST_TOLD = 3  # rows of a file that could not be read


class EnquiryActs(PageActs):
    """Answers, links, closes; a deal is only asked for, by `deal_wanted`."""

    deal_wanted = Signal(object)  # EnquiryRow
    deal_asked = Signal(object)  # deal id: the one it became
    contact_asked = Signal(object)  # contact id
    told = Signal(str, str)  # what came of a file, role of the note

    def __init__(self, kit: Kit, desk: EnquiryDesk, page: QWidget) -> None:
        super().__init__(kit, page)
        self._desk = desk
        self.menu: Menu | None = None

    def open(self, line: InboxLine) -> None:
        """Show an enquiry whole."""
        self._open(EnquiryDialog(self._kit, self._desk, line, self._page.window()))

    def answer(self, rows: Sequence[EnquiryRow]) -> None:
        """Say that they were answered."""
        if ids := [row.id for row in rows if row.is_waiting]:
            self._write(lambda: self._desk.enquiries.answered(ids))

    def ask_person(self, row: EnquiryRow) -> None:
        """Ask who it is; whoever is linked already is shown."""
        if row.contact_id is not None:
            self.contact_asked.emit(row.contact_id)
            return
        self._open(WhoDialog(self._kit, self._desk, row, self._page.window()))

    def ask_deal(self, row: EnquiryRow) -> None:
        """Make a deal of it, or show the one it became."""
        if row.deal_id is not None:
            self.deal_asked.emit(row.deal_id)
        else:
            self.deal_wanted.emit(row)

    def mark_spam(self, rows: Sequence[EnquiryRow]) -> None:
        """Put away what is no enquiry."""
        if ids := [row.id for row in rows if row.is_open]:
            self._write(lambda: self._desk.enquiries.spam(ids))

    def close(self, rows: Sequence[EnquiryRow]) -> None:
        """Put away what nothing comes of."""
        if ids := [row.id for row in rows if row.is_open]:
            self._write(lambda: self._desk.enquiries.close(ids))

    def reopen(self, rows: Sequence[EnquiryRow]) -> None:
        """Take up again what was closed or said to be answered."""
        if ids := [row.id for row in rows if not row.is_waiting]:
            self._write(lambda: self._desk.enquiries.reopen(ids))

    def remove(self, rows: Sequence[EnquiryRow]) -> None:
        """Put them in the trash."""
        if ids := [row.id for row in rows]:
            self._write(lambda: self._desk.enquiries.remove(ids))

    def ask(self, line: InboxLine, rows: Sequence[EnquiryRow], at: QPoint) -> None:
        """Offer all that can be done with what is selected."""
        self.menu = menu = Menu(self._kit.theme, parent=self._page)
        row, desk = line.row, self._desk
        known = row.contact_id is not None
        person = self.tr("Open {name}").format(name=row.contact) if known else self.tr("Who is it?")
        deal = self.tr("Make a deal") if row.deal_id is None else self.tr("Open its deal")
        for words, icon, key, act, wanted in (
            (self.tr("Open"), "pencil", "Return", partial(self.open, line), True),
            (self.tr("Answered"), "check", "A", partial(self.answer, rows), row.is_waiting),
            (person, "user-round-plus", "P", partial(self.ask_person, row), True),
            (self.tr("Not this person"), "user-round", "",
             partial(self._write, partial(desk.enquiries.unlink, row.id)), known and row.is_open),
            (deal, "handshake", "D", partial(self.ask_deal, row), True),
            (self.tr("Close"), "archive", "C", partial(self.close, rows), row.is_open),
            (self.tr("Spam"), "ban", "X", partial(self.mark_spam, rows), row.is_open),
            (self.tr("Take up again"), "undo-2", "R", partial(self.reopen, rows),
             not row.is_waiting),
        ):  # fmt: skip
            if wanted:
                menu.add(words, icon, key).triggered.connect(act)
        owners = menu.addMenu(self._owners(rows))
        owners.setText(self.tr("Owner"))
        menu.addSeparator()
        remove = menu.add(self.tr("Put in the trash"), "trash-2", "Del", danger=True)
        remove.triggered.connect(partial(self.remove, rows))
        popup(menu, at)

    def ask_rules(self) -> None:
        """Show the rules of the score."""
        scores, pipelines = self._desk.scores, self._desk.pipelines

        def task(_ticket: Ticket) -> RulesRead:
            return RulesRead(scores.rules(), {str(row.id): row.name for row in pipelines.all()})

        self._kit.runner.read(task).succeeded.connect(self._on_rules_read)

    def ask_file(self) -> None:
        """Ask for the file of a web form."""
        dialog = QFileDialog(self._page, self.tr("Enquiries from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Tables") + " (*.csv *.tsv *.txt *.xlsx)")
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read the head of a file and ask what its columns are."""
        enquiries = self._desk.enquiries

        def task(_ticket: Ticket) -> EnquiryFile:
            return enquiries.inspect_file(path)

        job = self._kit.runner.read(task)
        job.succeeded.connect(partial(self._on_inspected, path))

    def _owners(self, rows: Sequence[EnquiryRow]) -> Menu:
        inner = Menu(self._kit.theme, parent=self.menu)
        ids = [row.id for row in rows]
        for staff_id, name in (
            *((one.id, one.name) for one in self._desk.staff.all()),
            (None, self.tr("Nobody")),
        ):
            action = inner.add(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(all(row.owner_id == staff_id for row in rows))
            assign = partial(self._desk.enquiries.assign, ids, staff_id)
            action.triggered.connect(partial(self._write, assign))
        return inner

    def _on_rules_read(self, read: RulesRead) -> None:
        desk, window = self._desk, self._page.window()
        self._open(RulesDialog(self._kit, desk.scores, read, desk.currency(), window))

    def _on_inspected(self, path: Path, file: EnquiryFile) -> None:
        window = self._page.window()
        dialog = FileDialog(self._kit, self._desk.enquiries, path, file, window)
        dialog.saved.connect(self._on_imported)
        self._open(dialog)

    def _on_imported(self, outcome: EnquiryImport) -> None:
        count, code = self._kit.formats.count, self._kit.language.code
        parts = [count(outcome.added, self.tr("1 enquiry came in"), self.tr("{n} came in"))]
        if outcome.matched:
            one, many = self.tr("1 is of somebody known"), self.tr("{n} are of people known")
            parts.append(count(outcome.matched, one, many))
        if outcome.known:
            one, many = self.tr("1 was there already"), self.tr("{n} were there already")
            parts.append(count(outcome.known, one, many))
        told = [", ".join(parts) + "."]
        for line, reason in outcome.failed[:MOST_TOLD]:
            words = self.tr("Line {n} was left out: {why}.")
            told.append(words.format(n=line, why=reason_words(reason, code).rstrip(".")))
        if (more := len(outcome.failed) - MOST_TOLD) > 0:
            told.append(count(more, self.tr("1 more line, too."), self.tr("{n} more lines, too.")))
        self.told.emit(" ".join(told), "warning" if outcome.failed else "success")
