"""The header of the contacts page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.common.kit import Kit
from ui.common.widgets.bulk_bar import line
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.contacts.heading import ListHeading

NARROW = 1000  # px of page below which Import is an icon


class PageHead(QObject):
    """The name of the list, how many are in it, and what can be done on the page."""

    import_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        theme = kit.theme
        self._kit = kit
        self.heading = ListHeading(theme)
        self.count_label = Label(theme, "", colour="muted", digits=True)
        self.columns_button = IconButton(theme, "columns-3", "")
        self.compact_button = IconButton(theme, "rows-3", "")
        self.compact_button.setCheckable(True)
        self.import_icon = IconButton(theme, "upload", "")
        self.import_button = Button(theme, "", icon="upload")
        self.new_button = Button(theme, "", "primary", icon="plus")
        self._line = line()
        for button in (self.import_icon, self.import_button):
            button.clicked.connect(self.import_asked)
        self.import_icon.hide()

    def widgets(self) -> list[QWidget | None]:
        """Return the widgets from the left; None stands for room."""
        return [
            self.heading, self.count_label, None, self.columns_button, self.compact_button,
            self.import_icon, self._line, self.import_button, self.new_button,
        ]  # fmt: skip

    def retranslate(self) -> None:
        """Set every word again."""
        self.columns_button.set_name(self.tr("Columns"))
        self.compact_button.set_name(self.tr("Low rows"))
        self.import_icon.set_name(self.tr("Import"))
        self.import_button.set_text(self.tr("Import"))
        self.new_button.set_text(self.tr("New contact"))
        for button in (self.import_button, self.new_button):
            button.updateGeometry()

    def show_count(self, count: int, total: int, *, whole: bool, more: bool) -> None:
        """Show how many fit, and of how many; `more`: there are beyond those counted yet."""
        number = self._kit.formats.number
        found = number(count) + ("+" if more else "")
        words = self.tr("{found} of {total}").format(found=found, total=number(total))
        self.count_label.set_text(number(count) if whole else words)

    def fit(self, width: int) -> None:
        """Take less room on a narrow page."""
        narrow = width < NARROW
        self.import_icon.setVisible(narrow)
        self.import_button.setVisible(not narrow)
