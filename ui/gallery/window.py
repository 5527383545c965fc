"""The window of the gallery."""

from PySide6.QtWidgets import (
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.common.theme import Scheme, Theme
from ui.common.widgets.segmented import Segmented
from ui.gallery.parts import Parts
from ui.gallery.samples import spread
from ui.gallery.sheet import Sheet


class Gallery(QWidget):
    """The sheet of the design and larger parts, in the chosen colours and text size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Dangol gallery")
        self.resize(1440, 900)
        self.sheet = Sheet(theme)
        self.parts = Parts(theme)
        inside = QWidget()
        inside.setObjectName("Canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._choices())
        column.addWidget(self.sheet)
        column.addWidget(self.parts)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def say(self) -> None:
        """Show what floats: a toast and the bar for checked rows."""
        self.sheet.toast.say("Contact deleted", self._on_undone)
        self.parts.bulk_bar.set_count(5)

    def _choices(self) -> QLayout:
        theme = self._theme
        schemes = Segmented(
            theme, {"system": "System", "light": "Light", "dark": "Dark"}, "Colours", size=32
        )
        sizes = {str(scale): f"{scale:.1%}" for scale in theme.tokens.text_scales}
        scales = Segmented(theme, sizes, "Text size", size=32)
        schemes.chosen.connect(self._on_scheme_chosen)
        scales.chosen.connect(self._on_scale_chosen)
        schemes.choose(theme.scheme.value)
        scales.choose(str(theme.text_scale))
        return spread(schemes, scales, margins=(24, 12, 24, 0))

    def _on_undone(self) -> None:
        self.sheet.toast.say("Contact restored")

    def _on_scheme_chosen(self, key: str) -> None:
        self._theme.use(Scheme(key))

    def _on_scale_chosen(self, key: str) -> None:
        self._theme.use(text_scale=float(key))


def open_gallery(theme: Theme) -> Gallery:
    """Show the gallery with what floats in it, and return it."""
    gallery = Gallery(theme)
    gallery.show()
    gallery.say()
    return gallery
