"""What this program is."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from ui.common.bars import row_of
from ui.common.icons import logo
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.shell.licences import Licences

LOGO = 64
WIDTH = 560


class AboutDialog(QDialog):
    """Name, version, licences, and the way to a newer version."""

    updates_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Dangol"))
        self.setFixedWidth(round(WIDTH * theme.text_scale))
        sign = QLabel()
        sign.setPixmap(logo(LOGO, self.devicePixelRatioF()))
        close = Button(theme, self.tr("Close"))
        close.clicked.connect(self.accept)
        self.updates_button = Button(theme, self.tr("Check for updates…"), icon="refresh-cw")
        self.updates_button.clicked.connect(self._on_updates_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(sign, 0, centre)
        column.addWidget(Label(theme, f"Dangol {program_version()}", "title"), 0, centre)
        about = self.tr(
            "The customer book of a small shop, on this PC, offline. Free software under the MIT"
            " licence. Icons: Lucide (ISC). Window: Qt (LGPL)."
        )
        column.addWidget(Label(theme, about, colour="text-2", wrap=True))
        column.addSpacing(8)
        self.licences = Licences(theme)
        column.addWidget(self.licences)
        column.addSpacing(8)
        column.addLayout(row_of(self.updates_button, None, close))

    def _on_updates_clicked(self) -> None:
        self.accept()
        self.updates_asked.emit()


def program_version() -> str:
    """Return the version, or nothing where the program was not installed."""
    try:
        return version("dangol")
    except PackageNotFoundError:
        return ""
