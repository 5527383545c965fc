"""A file of a web form before its rows come in: which column is what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from app.shapes.enquiries import FIELDS, EnquiryFile
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.services.enquiries import EnquiryService

WIDTH = 560
SAMPLES = 2  # rows shown beside a column
LONGEST = 60  # letters of them


class FileDialog(FormDialog):
    """A choice of a column for each field; nothing is kept before Enter."""

    def __init__(
        self,
        kit: Kit,
        enquiries: EnquiryService,
        path: Path,
        file: EnquiryFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        self._enquiries = enquiries
        self._path = path
        self.columns: dict[str, QComboBox] = {}
        names = {
            "received_at": self.tr("Received"), "name": self.tr("Name"),
            "phone": self.tr("Phone"), "email": self.tr("E-mail"),
            "text": self.tr("What they want"), "product": self.tr("Product"),
            "channel": self.tr("How it came"), "key": self.tr("Number in the form"),
        }  # fmt: skip
        for field in FIELDS:
            choice = QComboBox()
            choice.addItem(self.tr("Not in the file"), "")
            for place, header in enumerate(file.headers):
                choice.addItem(_told(file, place, header), header)
            choice.setCurrentIndex(max(0, choice.findData(file.columns.get(field, ""))))
            self.columns[field] = choice
            self.add(names[field], choice)
        about = self.tr(
            "Nothing is saved yet. The same file once more brings nothing twice, and known "
            "phones and e-mails are linked to their people."
        )
        self.body.addWidget(Label(kit.theme, about, colour="text-2", wrap=True))
        one, many = self.tr("Bring 1 enquiry in"), self.tr("Bring {n} enquiries in")
        title = self.tr("Enquiries of {file}").format(file=file.name)
        self.set_words(title, kit.formats.count(file.rows, one, many))
        self.save_button.setFocus()

    def job(self) -> Callable[[], object] | None:
        """Return what brings the rows in; None where no column says anything of them."""
        chosen = {field: box.currentData() for field, box in self.columns.items()}
        columns = {field: header for field, header in chosen.items() if header}
        if not set(columns) & {"name", "phone", "email", "text"}:
            self.refuse(self.tr("Choose at least who asks or what they want"), self.columns["name"])
            return None
        return lambda: self._enquiries.import_file(self._path, columns)


def _told(file: EnquiryFile, place: int, header: str) -> str:
    found = [row[place] for row in file.samples[:SAMPLES] if place < len(row) and row[place]]
    samples = ", ".join(" ".join(text.split()) for text in found)
    if len(samples) > LONGEST:
        samples = samples[:LONGEST].rstrip() + "…"
    return f"{header} · {samples}" if samples else header
