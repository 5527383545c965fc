"""Asks before an undo that cannot take everything back: what has changed since stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.shapes.history import KeptPart
from app.words import content_words, field_words
from ui.common.bars import row_of
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label

if TYPE_CHECKING:
    from app.services.history import HistoryService

MOST_REHEARSED = 20_000  # rows; the undo of a longer import is too long to be tried before
WIDTH = 560
MOST = 8


class KeptDialog(QDialog):
    """Lists what stays; accepted, the rest is taken back."""

    def __init__(
        self, kit: Kit, what: str, parts: Sequence[KeptPart], parent: QWidget | None = None
    ) -> None:
        """List `parts` below the sentence of the action."""
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        self.setWindowTitle(self.tr("Undo what has not changed since?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Label(theme, self.windowTitle(), "title", wrap=True))
        column.addWidget(Label(theme, what, strong=True, wrap=True))
        column.addWidget(Label(theme, self.tr("This stays as it is:"), colour="text-2"))
        self.lines = [self._line(part) for part in parts[:MOST]]
        if len(parts) > MOST:
            rest = kit.formats.number(len(parts) - MOST)
            self.lines.append(self.tr("… and {n} more").format(n=rest))
        for line in self.lines:
            column.addWidget(Label(theme, f"•  {line}", wrap=True))
        column.addSpacing(16)
        self.cancel_button = Button(theme, self.tr("Cancel"))
        self.undo_button = Button(theme, self.tr("Undo the rest"), "primary")
        column.addLayout(row_of(None, self.cancel_button, self.undo_button))
        self.cancel_button.clicked.connect(self.reject)
        self.undo_button.clicked.connect(self.accept)
        self.undo_button.setDefault(True)
        self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, part: KeptPart) -> str:
        contact = part.contact or self.tr("An entry")
        if part.reason == "gone":
            return self.tr("{contact}: is no longer there").format(contact=contact)
        if part.reason == "referred":
            return self.tr("{contact}: later entries need it").format(contact=contact)
        if not part.field:
            return self.tr("{contact}: has changed since").format(contact=contact)
        language = self._kit.language.code
        field = field_words(part.field, language)
        if not part.now:
            return self.tr("{contact}, {field}: has been cleared since").format(
                contact=contact, field=field
            )
        now = content_words(part.field, part.now, language)
        return self.tr("{contact}, {field}: is {now} since then").format(
            contact=contact, field=field, now=" ".join(now.split())
        )


def ask_before_undo(
    kit: Kit,
    history: HistoryService,
    change_set: int,
    what: str,
    undo: Callable[[int], object],
    parent: QWidget,
) -> None:
    """Call `undo` with the change set, at once or after it was told what would stay.

    `what` is the sentence of the action. Returns at once; what would stay is found out aside.
    """

    def tell(parts: Sequence[KeptPart]) -> None:
        if not parts:
            undo(change_set)
            return
        dialog = KeptDialog(kit, what, parts, parent)
        dialog.accepted.connect(lambda: undo(change_set))
        dialog.finished.connect(parent.activateWindow)  # some window managers forget it
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    job = kit.runner.write(lambda _ticket: history.kept_by_undo(change_set))
    job.succeeded.connect(tell)
