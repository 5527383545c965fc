"""Notifications of the desktop on Linux, with buttons, where a server shows them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, SLOT, QMetaObject, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ADDRESS = "DBUS_SESSION_BUS_ADDRESS"
MOST = 200  # notifications that are remembered
NOTIFY = "Notify(QString,uint,QString,QString,QString,QStringList,QVariantMap,int)"
PATIENCE = 1_000  # ms a server has to answer
DEFAULT = "default"  # the action of a click on the notification itself
FOREVER = 0  # it stays until somebody sees it


class DesktopNotices(QObject):
    """Shows notifications; `acted` tells which was acted on, and how.

    What a method takes is asked of the server first: numbers without a sign are no other way of
    saying what Python has.
    """

    acted = Signal(object, str)  # what was given with it, code of the action

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QDBusInterface | None = None
        self._shown: dict[int, object] = {}  # what was given, by the server's number

    @property
    def is_there(self) -> bool:
        """Whether a server shows notifications with buttons."""
        return self._server is not None

    def find(self) -> bool:
        """Look for a server; return whether there is one."""
        if not sys.platform.startswith("linux") or not os.environ.get(ADDRESS):
            return False
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        known = bus.interface()
        if not known.isServiceRegistered(SERVICE).value():
            return False
        server = QDBusInterface(SERVICE, PATH, SERVICE, bus, self)
        server.setTimeout(PATIENCE)
        if not server.isValid() or server.metaObject().indexOfMethod(NOTIFY) < 0:
            return False
        for signal, slot in (
            ("ActionInvoked", "_on_acted(QDBusMessage)"),
            ("NotificationClosed", "_on_closed(QDBusMessage)"),
        ):
            bus.connect(SERVICE, PATH, SERVICE, signal, self, cast("bytes", SLOT(slot)))
        self._server = server
        return True

    def show(
        self, given: object, title: str, body: str, actions: Sequence[tuple[str, str]]
    ) -> bool:
        """Show a notification; return whether the server took it."""
        if self._server is None:
            return False
        flat = [part for action in actions for part in action]
        if actions:
            flat = [DEFAULT, actions[-1][1], *flat]
        number: Any = QMetaObject.invokeMethod(
            self._server, "Notify", Qt.ConnectionType.DirectConnection, Q_RETURN_ARG("uint"),
            Q_ARG("QString", "Dangol"), Q_ARG("uint", 0), Q_ARG("QString", "appointment-soon"),
            Q_ARG("QString", title), Q_ARG("QString", escaped(body)), Q_ARG("QStringList", flat),
            Q_ARG("QVariantMap", {}), Q_ARG("int", FOREVER),
        )  # fmt: skip
        if not number:
            self._server = None
            return False
        self._shown[int(number)] = given
        return True

    @Slot(QDBusMessage)
    def _on_acted(self, message: QDBusMessage) -> None:
        number, code = message.arguments()[:2]
        if number in self._shown:
            self.acted.emit(self._shown.pop(number), "open" if code == DEFAULT else str(code))

    @Slot(QDBusMessage)
    def _on_closed(self, message: QDBusMessage) -> None:
        # Some servers close before they tell of the button: what was given is kept until then.
        for number in message.arguments()[:1]:
            if len(self._shown) > MOST:
                self._shown.pop(number, None)


def escaped(text: str) -> str:
    """Return plain text as the mark-up a server may read it as."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
