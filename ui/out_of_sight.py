"""Windows that are made, painted and driven, and are never seen."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class OutOfSight(QObject):
    """Keeps every window of the application from the screen: a test is not to get in the way."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A widget is polished right before it is shown for the first time.
        is_new = event.type() == QEvent.Type.Polish
        if is_new and isinstance(watched, QWidget) and watched.isWindow():
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        return False
