"""Checking the shop's file, mending it, and the start without what could be in the way."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app import places
from app.jobs import Ticket
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.note import Note
from ui.settings.section import Section, SettingRow, fill

if TYPE_CHECKING:
    from app.care import Care, Finding


class RepairSection(Section):
    """Says whether all is well; what is computed from the rest can be computed anew."""

    icon = "stethoscope"
    topic = "backups"
    safe_asked = Signal(bool)  # to start again in safe mode, or as usual
    repaired = Signal()

    def __init__(self, kit: Kit, care: Care, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        theme = kit.theme
        self._care = care
        self._found: list[Finding] | None = None
        self._mended = False
        self.check_button = Button(theme, "", icon="list-checks")
        self.safe_button = Button(theme, "", icon="life-buoy")
        self.logs_button = Button(theme, "", icon="folder-open")
        self._check, self._safe, self._logs = (
            SettingRow(theme, button)
            for button in (self.check_button, self.safe_button, self.logs_button)
        )
        self.outcome = Note(theme, "", action=" ")
        self.outcome.hide()
        card = fill(Card(theme), self._check)
        card.column.addWidget(self.outcome)
        self.column.addWidget(card)
        self.column.addWidget(fill(Card(theme), self._safe, self._logs))
        self.check_button.clicked.connect(self._on_check_clicked)
        self.outcome.acted.connect(self._on_repair_asked)
        self.safe_button.clicked.connect(lambda: self.safe_asked.emit(not self.kit.doings.is_safe))
        self.logs_button.clicked.connect(self._on_logs_clicked)

    def title(self) -> str:
        return self.tr("Check and repair")

    def about(self) -> str:
        return self.tr("When something looks wrong. Nothing here changes what you have typed.")

    def retranslate(self) -> None:
        super().retranslate()
        safe = self.kit.doings.is_safe
        self.check_button.set_text(self.tr("Check now"))
        self._check.set_words(
            self.tr("Check the shop’s file"),
            self.tr(
                "Reads every page, every sum and the whole search index. You can go on working."
            ),
        )
        self.safe_button.set_text(
            self.tr("Start as usual") if safe else self.tr("Start in safe mode")
        )
        self._safe.set_words(
            self.tr("Safe mode"),
            self.tr("With the plain look, without watched folders and work in the background."),
        )
        self.logs_button.set_text(self.tr("Open folder"))
        self._logs.set_words(
            self.tr("Logs"), self.tr("What Dangol noted when something went wrong; no customers.")
        )
        for button in (self.check_button, self.safe_button, self.logs_button):
            button.updateGeometry()
        self._show()

    def _on_check_clicked(self) -> None:
        self.check_button.set_busy(self.tr("Checking"))
        self._mended = False
        job = self.kit.runner.read(lambda _ticket: self._care.check(), title=self.tr("Checking"))
        job.succeeded.connect(self._on_found)
        job.finished.connect(lambda: self.check_button.set_busy(""))

    def _on_repair_asked(self) -> None:
        def task(_ticket: Ticket) -> list[Finding]:
            return self._care.repair()

        self._mended = True
        job = self.kit.runner.write(task, title=self.tr("Repairing"))
        job.succeeded.connect(self._on_found)
        job.succeeded.connect(lambda _left: self.repaired.emit())

    def _on_found(self, found: list[Finding]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        found = self._found
        self.outcome.setVisible(found is not None)
        if found is None:
            return
        if not found:
            words = (
                self.tr("Repaired: everything is in order.")
                if self._mended
                else self.tr("Everything is in order.")
            )
            self.outcome.show_note(words, "success")
            return
        say = self.kit.messages.say
        lines = [
            escape(say(f"check.{one.what}", where=one.where, count=one.count)) for one in found
        ]
        if self._mended:
            lines.append(
                self.tr(
                    "That cannot be computed anew. Restore a backup: Settings, Data and backups."
                )
            )
        self.outcome.show_note(
            "\n".join(lines), "warning", action="" if self._mended else self.tr("Repair")
        )

    def _on_logs_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(places.data_folder() / "logs")))
