"""Taking contacts out as a file: whom, which columns, for which program."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.exchange.own_format import PARTS
from app.jobs import Ticket
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.checkbox import CheckBox, RadioButton
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note

if TYPE_CHECKING:
    from app.services.exports import ExportService

WIDTH = 560
EXCEL, CSV, EXACT, CARDS = "xlsx", "csv", "exact", "vcf"
FORMATS = (EXCEL, CSV, EXACT, CARDS)
SUFFIXES = {EXCEL: ".xlsx", CARDS: ".vcf"}  # all else is text with commas
EVERYBODY, LISTED, CHOSEN = "all", "list", "selection"
REMEMBERED = "export/format"
LEFT_OUT = "export/left_out"
FOLDER = "export/folder"
OPENS = "export/opens_folder"


class ExportDialog(QDialog):
    """Asks what to write, then where to; writes it as a job and says when it is done."""

    exported = Signal(int, object)  # how many, Path of the file

    def __init__(
        self,
        kit: Kit,
        exports: ExportService,
        contact_ids: Collection[int] | None = None,
        parent: QWidget | None = None,
        *,
        listed_ids: Collection[int] | None = None,
    ) -> None:
        """`contact_ids` are those that are chosen, `listed_ids` those a filtered list shows."""
        super().__init__(parent)
        self._kit = kit
        self._exports = exports
        self._ids = {EVERYBODY: None, LISTED: listed_ids, CHOSEN: contact_ids}
        theme = kit.theme
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.title = Label(theme, "", "title")
        self.whom_label = Label(theme, "", "strong")
        self.whom = {key: RadioButton(theme) for key in (CHOSEN, LISTED, EVERYBODY)}
        self.columns_label = Label(theme, "", "strong")
        self.columns = {part: CheckBox(theme) for part in PARTS}
        self.format_label = Label(theme, "", "strong")
        self.formats = {key: RadioButton(theme) for key in FORMATS}
        self.note = Note(theme, " ", "warning")
        self.protects = CheckBox(theme)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.opens = CheckBox(theme)
        self.cancel_button = Button(theme, "")
        self.save_button = Button(theme, "", "primary")
        self.save_button.setDefault(True)
        self._build()
        self._remember()
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        for button in self.formats.values():
            button.toggled.connect(self._tell)
        self.protects.toggled.connect(self._on_protects_toggled)
        self.password.textEdited.connect(self._tell)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def format(self) -> str:
        """The chosen format."""
        return next(key for key, button in self.formats.items() if button.isChecked())

    def retranslate(self) -> None:
        """Set every word again."""
        count = self._kit.formats.count
        self.setWindowTitle(self.tr("Export contacts"))
        self.title.set_text(self.tr("Export contacts"))
        self.whom_label.set_text(self.tr("Whom"))
        chosen, listed = (len(self._ids[key] or ()) for key in (CHOSEN, LISTED))
        words = {
            CHOSEN: count(chosen, self.tr("The chosen one"), self.tr("The {n} chosen ones")),
            LISTED: count(listed, self.tr("The one in the list"), self.tr("The {n} in the list")),
            EVERYBODY: self.tr("All contacts"),
        }
        for key, button in self.whom.items():
            button.setText(words[key])
        self.columns_label.set_text(self.tr("Columns beside the name"))
        parts = {
            "work": self.tr("Company and job"), "phone": self.tr("Phones"),
            "email": self.tr("E-mails"), "address": self.tr("Addresses"),
            "link": self.tr("Links"), "person": self.tr("Birthday and gender"),
            "history": self.tr("Visits and totals"), "tag": self.tr("Tags"),
            "consent": self.tr("Consents"), "note": self.tr("Notes"),
        }  # fmt: skip
        for part, box in self.columns.items():
            box.setText(parts[part])
        self.format_label.set_text(self.tr("For"))
        formats = {
            EXCEL: self.tr("Excel (.xlsx)"),
            CSV: self.tr("Excel, as text (.csv)"),
            EXACT: self.tr("Other programs (.csv, exactly as it is)"),
            CARDS: self.tr("Phones and address books (.vcf), with photos"),
        }
        for key, button in self.formats.items():
            button.setText(formats[key])
        self.protects.setText(self.tr("Protect it with a password"))
        self.password.setPlaceholderText(self.tr("Password of the file"))
        self.password.setAccessibleName(self.tr("Password of the file"))
        self.opens.setText(self.tr("Open the folder afterwards"))
        self.cancel_button.set_text(self.tr("Cancel"))
        self.save_button.set_text(self.tr("Choose where"))
        self._tell()

    def save_as(self, path: Path) -> None:
        """Write the file there as a job, and close."""
        suffix = SUFFIXES.get(self.format, ".csv")
        target = path if path.suffix.lower() == suffix else path.with_suffix(suffix)
        ids = self._ids[next(key for key, button in self.whom.items() if button.isChecked())]
        left_out = [part for part, box in self.columns.items() if not box.isChecked()]
        exact, opens = self.format == EXACT, self.opens.isChecked()
        exports, password = self._exports, self._secret()
        state = self._kit.state
        state.put_text(REMEMBERED, self.format)
        state.put_text(LEFT_OUT, " ".join(left_out))
        state.put_text(FOLDER, str(target.parent))
        state.put_text(OPENS, "yes" if opens else "no")

        def task(ticket: Ticket) -> int:
            return exports.people(
                target, exact=exact, ticket=ticket, ids=ids, left_out=left_out, password=password
            )

        def done(count: int) -> None:
            self.exported.emit(count, target)
            if opens:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))

        job = self._kit.runner.read(task, title=self.tr("Exporting contacts"))
        job.succeeded.connect(done)
        job.finished.connect(self.deleteLater)
        self.accept()

    def _build(self) -> None:
        whom, formats = QWidget(), QWidget()  # each set of choices excludes only its own
        for holder, buttons in ((whom, self.whom), (formats, self.formats)):
            choices = QVBoxLayout(holder)
            choices.setContentsMargins(0, 0, 0, 0)
            choices.setSpacing(0)
            for button in buttons.values():
                choices.addWidget(button)
        for key in (CHOSEN, LISTED):
            self.whom[key].setVisible(bool(self._ids[key]))
        boxes = QGridLayout()
        boxes.setVerticalSpacing(0)
        for place, box in enumerate(self.columns.values()):
            boxes.addWidget(box, place // 2, place % 2)
        buttons_row = row_of(self.opens, None, self.cancel_button, self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addSpacing(8)
        for label, part in ((self.whom_label, whom), (self.columns_label, boxes),
                            (self.format_label, formats)):  # fmt: skip
            column.addWidget(label)
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
            column.addSpacing(8)
        column.addWidget(self.protects)
        column.addWidget(self.password)
        column.addSpacing(8)
        column.addWidget(self.note)
        column.addSpacing(8)
        column.addLayout(buttons_row)

    def _remember(self) -> None:
        first = next((key for key in (CHOSEN, LISTED) if self._ids[key]), EVERYBODY)
        self.whom[first].setChecked(True)
        state = self._kit.state
        told = state.text(REMEMBERED, EXCEL)
        self.formats[told if told in FORMATS else EXCEL].setChecked(True)
        left_out = state.text(LEFT_OUT).split()
        for part, box in self.columns.items():
            box.setChecked(part not in left_out)
        self.opens.setChecked(state.text(OPENS, "yes") == "yes")

    def _tell(self) -> None:
        is_excel, protects = self.format == EXCEL, self.protects.isChecked()
        self.protects.setVisible(is_excel)
        self.password.setVisible(is_excel and protects)
        self.save_button.setEnabled(not (is_excel and protects) or bool(self.password.text()))
        open_to_all = self._exports.is_protected and not self._secret()
        self.note.setVisible(self.format == EXACT or open_to_all)
        words = self.tr("Do not open this file in Excel: it may take a text for a formula.")
        if open_to_all and self.format != EXACT:
            words = self.tr("The shop has a password, but this file has none: anybody can read it.")
        self.note.show_note(words, "warning")
        self.adjustSize()

    def _secret(self) -> str:
        """Return the password of the file, '' for none."""
        wanted = self.format == EXCEL and self.protects.isChecked()
        return self.password.text() if wanted else ""

    def _on_protects_toggled(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        self._tell()
        if wanted:
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        known = {
            EXCEL: self.tr("Excel workbook (*.xlsx)"), CARDS: self.tr("Address book (*.vcf)"),
        }.get(self.format, self.tr("Text with commas (*.csv)"))  # fmt: skip
        dialog.setNameFilters([known])
        dialog.setDefaultSuffix(SUFFIXES.get(self.format, ".csv").lstrip("."))
        folder = self._kit.state.text(FOLDER)
        if folder and Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.selectFile(self.tr("contacts"))
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
