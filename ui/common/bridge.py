"""The one place where the core's notices become Qt signals."""

from PySide6.QtCore import QObject, Signal

from app.events import EventBus


class ChangeBridge(QObject):
    """Emits `changed` in the GUI thread, whichever thread committed.

    Widgets connect to this signal instead of subscribing to the bus: Qt then drops the
    connection by itself when the widget dies.
    """

    changed = Signal(object)  # app.events.Changes

    def __init__(self, bus: EventBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.destroyed.connect(bus.subscribe(self.changed.emit))
