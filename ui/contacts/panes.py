"""The list and the panel of details side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from ui.common.kit import Kit
from ui.contacts.detail import WIDTH, DetailPanel
from ui.contacts.list_pane import ListPane

NARROW = 320  # px of the panel on a narrow page
WIDE_PAGE = 1144  # px: a window of 1360 less the navigation


class Panes(QSplitter):
    """The panel is as wide as the page has room for, until somebody drags the line between."""

    def __init__(
        self, kit: Kit, pane: ListPane, detail: DetailPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setHandleWidth(0)
        self.addWidget(pane)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.setChildrenCollapsible(False)
        detail.setMinimumWidth(NARROW)
        self._dragged = kit.state.restore_splitter("contacts", self)
        self.splitterMoved.connect(self._on_moved)
        kit.theme.changed.connect(self._on_theme_changed)

    def fit(self, width: int) -> None:
        """Share out the width of the page."""
        if not self._dragged:
            grown = 1 + (self._kit.theme.text_scale - 1) / 2  # the list needs some of it
            panel = round((WIDTH if width >= WIDE_PAGE else NARROW) * grown)
            self.setSizes([width - panel, panel])

    def _on_theme_changed(self) -> None:
        self.fit(self.width())

    def _on_moved(self) -> None:
        self._dragged = True
        self._kit.state.save_splitter("contacts", self)
