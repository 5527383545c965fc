"""A notification server and a program that uses it, in two processes on one session bus.

Run under `dbus-run-session`; prints what happened, line by line.
"""

import subprocess
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
LONG = 20_000  # ms


@ClassInfo({"D-Bus Interface": NAME})
class Server(QObject):
    """Takes a notification, and presses the button 'Done' on it."""

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, app, _replaces, _icon, title, body, actions, _hints, timeout):  # noqa: N802
        print(f"shown: {app}|{title}|{body}|{','.join(actions)}|{timeout}", flush=True)
        QTimer.singleShot(100, self.press)
        return 7

    def press(self):
        message = QDBusMessage.createSignal(PATH, NAME, "ActionInvoked")
        message.setArguments([7, "done"])
        QDBusConnection.sessionBus().send(message)


def serve() -> None:
    application = QCoreApplication(sys.argv)
    server = Server()
    bus = QDBusConnection.sessionBus()
    bus.registerObject(PATH, server, QDBusConnection.RegisterOption.ExportAllSlots)
    bus.registerService(NAME)
    print("ready", flush=True)
    QTimer.singleShot(LONG, application.quit)
    application.exec()


def use() -> None:
    from ui.reminders.desktop import DesktopNotices

    application = QCoreApplication(sys.argv)
    notices = DesktopNotices()
    print(f"none yet: {notices.find()}", flush=True)
    with subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE) as server:
        server.stdout.readline()
        print(f"found: {notices.find()}", flush=True)

        def on_acted(given, code):
            print(f"acted: {given} {code}", flush=True)
            application.quit()

        notices.acted.connect(on_acted)
        actions = [("done", "Done"), ("snooze", "Later"), ("open", "Open")]
        QTimer.singleShot(0, lambda: notices.show(7, "Call", "with Minji & co", actions))
        QTimer.singleShot(LONG, application.quit)
        application.exec()
        server.terminate()
        print(server.stdout.read().decode().strip(), flush=True)


if __name__ == "__main__":
    serve() if "serve" in sys.argv else use()
