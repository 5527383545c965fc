"""Records what somebody declared: for what, by which way, and how the shop knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app.errors import InvalidInputError, UserError
from app.kinds import CHANNELS, CONSENT_STATES, PURPOSES
from app.shapes.consents import SOURCES, ConsentForm, confirm_on
from app.words import kind_words
from ui.common.file_opening import choose_file
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.contacts.consent_words import source_words
from ui.contacts.fields import date_typed

WIDTH = 480
SPACE = 24
ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
SHORTEST = 12  # letters of a file's name there is room for at least


class ConsentDialog(QDialog):
    """Enter records, Esc does not. Adverts are asked about again after two years by default.

    It stays open until `on_recorded`: what was typed is not lost where a file cannot be kept.
    """

    recorded = Signal(object, object)  # ConsentForm, Path of a new file that proves it or None

    def __init__(
        self, kit: Kit, name: str, files: Sequence[tuple[int, str]], parent: QWidget | None = None
    ) -> None:
        """`files` are (id, name) of those the contact has, for evidence."""
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._new: int | None = None  # the line of a file that is not kept yet
        self._own_day = False  # somebody typed the day on which to ask again
        self.setWindowTitle(self.tr("Record consent of {name}").format(name=name))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.purpose = Segmented(theme, self._words("purpose", PURPOSES), self.tr("For"))
        self.state = Segmented(theme, self._words("consent", CONSENT_STATES), self.tr("Said"))
        self.source = Segmented(
            theme, {each: upper(source_words(each)) for each in SOURCES}, self.tr("How")
        )
        self.channel = QComboBox()
        for channel, words in self._words("channel", CHANNELS).items():
            self.channel.addItem(words, channel)
        self.evidence = QLineEdit()
        self.file = QComboBox()
        self.file.addItem(self.tr("None"), None)
        for file_id, file_name in files:
            self.file.addItem(file_name, file_id)
        self.choose_button = Button(theme, self.tr("Choose a file…"), icon="paperclip")
        self.again = QLineEdit()
        self.problem = Label(theme, "", "caption", "danger", wrap=True)
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.record_button = Button(theme, self.tr("Record"), "primary")
        self.record_button.setDefault(True)
        self._build()
        for choice in (self.purpose, self.state):
            choice.chosen.connect(self._propose)
        self.again.textEdited.connect(self._on_typed)
        self.choose_button.clicked.connect(self.choose_file)
        self.record_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._propose()
        self.channel.setFocus()

    @property
    def form(self) -> ConsentForm:
        """What is told now, the day as it was typed."""
        chosen = self.file.currentData()
        return ConsentForm(
            purpose=self.purpose.current,
            channel=str(self.channel.currentData()),
            state=self.state.current,
            source=self.source.current,
            evidence=self.evidence.text().strip(),
            attachment_id=chosen if isinstance(chosen, int) else None,
            reconfirm_on=self.again.text().strip(),
        )

    def accept(self) -> None:
        form = self.form
        try:
            if form.reconfirm_on:
                day = date_typed("reconfirm_on", form.reconfirm_on, self._kit)
                form = replace(form, reconfirm_on=day)
        except InvalidInputError:
            self.problem.set_text(self.tr("“{text}” is not a date.").format(text=form.reconfirm_on))
            self.problem.show()
            self.again.setFocus()
            return
        chosen = self.file.currentData()
        self.record_button.setEnabled(False)  # not twice
        self.recorded.emit(form, chosen if isinstance(chosen, Path) else None)

    def on_recorded(self) -> None:
        """Close: it is on the disk."""
        super().accept()

    def on_failed(self, error: BaseException) -> None:
        """Say what went wrong, and let it be mended."""
        self.record_button.setEnabled(True)
        if not isinstance(error, UserError):
            self._kit.runner.failed.emit(error)
            return
        self.problem.set_text(self._kit.messages.describe(error))
        self.problem.show()
        self.choose_button.setFocus()

    def choose_file(self) -> None:
        """Ask for a file of this computer that proves it."""
        choose_file(self.tr("Choose a file"), self.take, self)

    def take(self, file: Path) -> None:
        """Choose a file that becomes one of the contact's."""
        self.problem.hide()
        if self._new is None:
            self._new = self.file.count()
            self.file.addItem("", None)
        self.file.setItemText(self._new, file.name)
        self.file.setItemData(self._new, file)
        self.file.setCurrentIndex(self._new)
        self.record_button.setFocus()

    def _words(self, group: str, kinds: Sequence[str]) -> dict[str, str]:
        code = self._kit.language.code
        words = {kind: kind_words(group, kind, code) for kind in kinds}
        return {kind: upper(text) for kind, text in words.items()}

    def _build(self) -> None:
        theme = self._kit.theme
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addWidget(Label(theme, self.windowTitle(), "title"), 0, 0, 1, 2)
        files = QWidget()
        files.setProperty("clear", "true")
        files.setFocusProxy(self.file)
        beside = QHBoxLayout(files)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.file, 1)
        beside.addWidget(self.choose_button)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("For"), self.purpose),
            (self.tr("By"), self.channel),
            (self.tr("Said"), self.state),
            (self.tr("How"), self.source),
            (self.tr("Evidence"), self.evidence),
            (self.tr("File"), files),
            (self.tr("Ask again on"), self.again),
        )
        for line, (name, field) in enumerate(fields, start=1):
            label = Label(theme, name, colour="muted")
            label.setBuddy(field)
            label.setMinimumWidth(label.sizeHint().width())
            field.setAccessibleName(name)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        self.file.setAccessibleName(self.tr("File"))
        self.file.setSizeAdjustPolicy(ADJUST)
        self.file.setMinimumContentsLength(SHORTEST)
        self.evidence.setPlaceholderText(self.tr("Form of 12 May, call at 3 pm …"))
        grid.addWidget(self.problem, 8, 0, 1, 2)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.record_button)
        grid.addLayout(row, 9, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def _on_typed(self) -> None:
        self._own_day = True
        self.problem.hide()

    def _propose(self) -> None:
        if not self._own_day:
            self.again.setText(confirm_on(self.form, self._kit.formats.today()))


def upper(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]
