"""Looking for a new version, when somebody asks: where, what is new, fetch it, install it later."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.jobs import CancelledError, Ticket
from app.updating.fetching import Source
from app.updating.record import READY
from app.updating.updater import Updater
from ui.common.bars import row_of
from ui.common.jobs import Job
from ui.common.kit import Kit
from ui.common.sizes import size_of
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note
from ui.common.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from app.updating.updater import Offer

WIDTH = 560


class UpdateDialog(QDialog):
    """Nothing is asked of anybody until a button is pressed; nothing runs on when it is closed."""

    restart_asked = Signal()

    def __init__(
        self, kit: Kit, updater: Updater | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._updater = updater or Updater()
        self._offer: Offer | None = None
        self._job: Job | None = None
        record = self._updater.record
        self.setWindowTitle(self.tr("Updates"))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.present = Label(
            theme,
            self.tr(
                "This is Dangol {version}. It looks for a new version only when you ask."
            ).format(version=self._updater.present),
            colour="text-2",
            wrap=True,
        )
        self.address = self._field(
            self.tr("Address or file of the list of updates"), record.address
        )
        self.proxy = self._field(self.tr("Proxy; empty for the system’s"), record.proxy)
        self.file_button = Button(theme, self.tr("Choose a file…"), icon="folder-open")
        self.look_button = Button(theme, self.tr("Check for updates"), icon="search")
        self.outcome = Note(theme, "")
        self.outcome.hide()
        self.progress = ProgressLine(theme)
        self.progress.hide()
        self.close_button = Button(theme, self.tr("Close"))
        self.fetch_button = Button(theme, self.tr("Download"), "primary", icon="download")
        self.fetch_button.hide()
        self.restart_button = Button(theme, self.tr("Start it now"), "primary")
        self.restart_button.hide()
        self._build()
        self._connect()
        if record.step == READY:
            self._show_ready(record.version)

    def _field(self, name: str, text: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        return field

    def _build(self) -> None:
        theme = self._kit.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Label(theme, self.windowTitle(), "title"))
        column.addWidget(self.present)
        column.addSpacing(8)
        for field in (self.address, self.proxy):
            label = Label(theme, field.accessibleName(), "caption", "text-2")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(8)
        column.addLayout(row_of(self.file_button, None, self.look_button))
        column.addWidget(self.outcome)
        column.addWidget(self.progress)
        column.addSpacing(8)
        column.addLayout(row_of(None, self.close_button, self.fetch_button, self.restart_button))
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.look_button.clicked.connect(self.look)
        self.address.returnPressed.connect(self.look)
        self.file_button.clicked.connect(self._on_file_clicked)
        self.fetch_button.clicked.connect(self.fetch)
        self.close_button.clicked.connect(self.reject)
        self.restart_button.clicked.connect(self._on_restart_clicked)
        self.progress.stopped.connect(self._stop)
        self.finished.connect(self._stop)

    def look(self) -> None:
        """Read the list of updates from the address."""
        source = Source(self.address.text().strip(), self.proxy.text().strip())
        updater = self._updater
        self.fetch_button.hide()
        self.outcome.hide()
        self.look_button.set_busy(self.tr("Checking"))
        job = self._job = self._kit.runner.read(
            lambda ticket: updater.look(source, ticket), quiet=True
        )
        job.succeeded.connect(self._on_looked)
        job.failed.connect(self._on_failed)
        job.finished.connect(lambda: self.look_button.set_busy(""))

    def fetch(self) -> None:
        """Download what was found, try it and have it ready."""
        offer, updater = self._offer, self._updater
        if offer is None:
            return
        words = self.tr("Downloading and trying version {version}").format(
            version=offer.manifest.version
        )
        self.progress.show_progress(words, 0, 0)
        self.progress.show()
        self._let_act(on=False)

        def task(ticket: Ticket) -> str:
            updater.fetch(offer, ticket)
            return offer.manifest.version

        job = self._job = self._kit.runner.read(task, quiet=True)
        job.progressed.connect(
            lambda done, total: self.progress.show_progress(words, done * 100 // total, 100)
        )
        job.succeeded.connect(self._show_ready)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_fetched)

    def _on_looked(self, offer: Offer | None) -> None:
        self._offer = offer
        if offer is None:
            self._say(self.tr("You have the newest version."), "success")
            return
        manifest = offer.manifest
        words = self.tr("<b>Version {version}</b> of {day}, {size}.").format(
            version=escape(manifest.version),
            day=self._kit.formats.day_of(manifest.date),
            size=size_of(manifest.package().size),
        )
        if note := manifest.note(self._kit.language.code):
            words += "\n" + escape(note)
        self._say(words, "info")
        self.fetch_button.show()
        self.fetch_button.setEnabled(self._updater.can_install)
        self.fetch_button.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._updater.can_install:
            words += "\n" + escape(self._kit.messages.say("update.not_installed"))
            self._say(words, "info")

    def _show_ready(self, version: str) -> None:
        if self._updater.record.installer:
            words = self.tr(
                "Version {version} is here. It is installed and tried when Dangol starts next; the"
                " present version is kept until the new one has started."
            )
        else:
            words = self.tr(
                "Version {version} is here and has passed its test on this PC. It is installed when"
                " Dangol starts next; the present version is kept until the new one has started."
            )
        self._say(words.format(version=escape(version)), "success")
        self.fetch_button.hide()
        self.restart_button.show()
        self.restart_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._say(escape(self._kit.messages.describe(error)), "warning")
        elif not isinstance(error, CancelledError):
            self._kit.runner.failed.emit(error)

    def _on_fetched(self) -> None:
        self.progress.hide()
        self._let_act(on=True)
        if self.fetch_button.isVisibleTo(self):  # once more: disabled, it has lost the focus
            self.fetch_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _say(self, words: str, role: str) -> None:
        self.outcome.show_note(words, role)
        self.outcome.show()
        self.adjustSize()

    def _let_act(self, *, on: bool) -> None:
        for widget in (
            self.address, self.proxy, self.file_button, self.look_button, self.fetch_button,
        ):  # fmt: skip
            widget.setEnabled(on)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_file_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("List of updates"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lists of updates (*.json)")])
        dialog.fileSelected.connect(lambda name: self.address.setText(str(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_restart_clicked(self) -> None:
        self.accept()
        self.restart_asked.emit()
