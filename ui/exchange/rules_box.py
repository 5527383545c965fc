"""What an import does with rows of people who are there already, in plain words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.shapes.imports import LOOK_ALIKES, MATCHES, MODES, ImportRequest
from ui.common.kit import Kit
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.section_header import SectionHeader
from ui.exchange.file_kinds import PEOPLE, SALES

LEAST_LETTERS = 8  # a list shows, however narrow its place
OVERWRITTEN = (
    "name", "birthday", "gender", "company", "department", "job_title", "nickname", "number",
    "source", "first_seen_on", "last_visit_on", "opening_total", "opening_visits", "phone",
    "email", "address",
)  # fmt: skip
"""What 'the file wins' replaces; notes and tags are only ever added."""


class RulesBox(QWidget):
    """Mode, what tells that a row is somebody known, what may be replaced, and a tag."""

    changed = Signal(object)  # {field of ImportRequest: value}

    def __init__(
        self, kit: Kit, request: ImportRequest, kind: str = PEOPLE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._request = request
        self._kind = kind
        theme = kit.theme
        self.title = SectionHeader(theme, "")
        self.mode = QComboBox()
        self.match_label = Label(theme, "", "caption", "muted")
        self.matches = {key: CheckBox(theme) for key in MATCHES}
        self.overwrite = CheckBox(theme)
        self.points = CheckBox(theme)
        self.doubtful_label = Label(theme, "", "caption", "muted")
        self.doubtful = QComboBox()
        for combo in (self.mode, self.doubtful):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(LEAST_LETTERS)
        self.tag_label = Label(theme, "", "caption", "muted")
        self.tag = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.mode)
        column.addSpacing(8)
        column.addWidget(self.match_label)
        for box in self.matches.values():
            column.addWidget(box)
        column.addWidget(self.overwrite)
        column.addWidget(self.points)
        for label, field in ((self.doubtful_label, self.doubtful), (self.tag_label, self.tag)):
            column.addSpacing(8)
            column.addWidget(label)
            column.addWidget(field)
        kit.language.changed.connect(self.retranslate)
        if kind == SALES:  # a sale is what its source says it is
            for part in (self.overwrite, self.tag_label, self.tag):
                part.hide()
        else:
            self.points.hide()
        self.retranslate()
        self.mode.activated.connect(self._on_changed)
        self.doubtful.activated.connect(self._on_changed)
        for box in (*self.matches.values(), self.overwrite, self.points):
            box.clicked.connect(self._on_changed)
        self.tag.editingFinished.connect(self._on_tag_finished)

    def show_request(self, request: ImportRequest) -> None:
        """Show what holds now."""
        self._request = request
        self.mode.setCurrentIndex(max(0, self.mode.findData(request.mode)))
        self.doubtful.setCurrentIndex(max(0, self.doubtful.findData(request.look_alikes)))
        for key, box in self.matches.items():
            box.setChecked(key in request.match)
            box.setEnabled(request.mode != "add")
        self.overwrite.setChecked(bool(request.overwrite))
        self.overwrite.setEnabled(request.mode != "add")
        self.points.setChecked(request.points)
        if not self.tag.hasFocus():
            self.tag.setText(request.tag)

    def retranslate(self) -> None:
        """Set every word again."""
        self.title.set_title(self.tr("How rows are taken"))
        modes = {
            "both": self.tr("Add new people and update those you have"),
            "add": self.tr("Add every row as a new contact"),
            "update": self.tr("Only update contacts you have"),
        }
        if self._kind == SALES:
            modes = {
                "both": self.tr("Add new sales and update those you have"),
                "add": self.tr("Only add new sales"),
                "update": self.tr("Only update sales you have"),
            }
        doubtful = {
            "ask": self.tr("Leave them out until I decide"),
            "add": self.tr("Add them as new contacts"),
            "update": self.tr("Update the contact that fits best"),
            "skip": self.tr("Leave them out"),
        }
        keys = {
            "phone": self.tr("the same phone"),
            "email": self.tr("the same e-mail"),
            "name+birthday": self.tr("the same name and birthday"),
            "number": self.tr("the same customer number"),
        }
        for combo, words, order in (
            (self.mode, modes, sorted(MODES, key=list(modes).index)),
            (self.doubtful, doubtful, LOOK_ALIKES),
        ):
            combo.clear()
            for key in order:
                combo.addItem(words[key], key)
        for key, box in self.matches.items():
            box.setText(keys[key])
        self.mode.setAccessibleName(self.tr("What to do with rows"))
        somebody = self.tr("A row is somebody you have by")
        buyer = self.tr("A buyer is somebody you have by")
        self.match_label.set_text(buyer if self._kind == SALES else somebody)
        self.overwrite.setText(self.tr("The file wins over what is there"))
        self.points.setText(self.tr("New sales earn points"))
        self.doubtful_label.set_text(self.tr("Possible duplicates"))
        self.doubtful.setAccessibleName(self.doubtful_label.text())
        self.tag_label.set_text(self.tr("Tag for everybody who comes in"))
        self.tag.setAccessibleName(self.tag_label.text())
        self.tag.setPlaceholderText(self.tr("No tag"))
        self.show_request(self._request)

    def _on_changed(self) -> None:
        self.changed.emit(
            {
                "mode": self.mode.currentData(),
                "match": tuple(key for key, box in self.matches.items() if box.isChecked()),
                "overwrite": OVERWRITTEN if self.overwrite.isChecked() else (),
                "look_alikes": self.doubtful.currentData(),
                "points": self.points.isChecked(),
            }
        )

    def _on_tag_finished(self) -> None:
        tag = self.tag.text().strip()
        if tag != self._request.tag:
            self.changed.emit({"tag": tag})
