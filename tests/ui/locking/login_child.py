"""Stands for the system's login service on a bus of its own: takes who asks to be waited for, then announces a sleep.

It ends with 0 once whoever asked has let go, as a computer goes to sleep then.
"""

import os
import select
import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor, QDBusVirtualObject

_NAME, _PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


class Login(QDBusVirtualObject):
    """Hands out one end of a pipe, as the real one does."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self.read = -1

    def introspect(self, _: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        self.read, write = os.pipe()
        answer = message.createReply()
        answer.setArguments([QDBusUnixFileDescriptor(write)])
        connection.send(answer)
        os.close(write)
        QTimer.singleShot(200, self._announce)
        return True

    def _announce(self) -> None:
        told = QDBusMessage.createSignal(_PATH, f"{_NAME}.Manager", "PrepareForSleep")
        told.setArguments([True])
        self._bus.send(told)

    def is_let_go(self) -> bool:
        """Whether every other end of the pipe is closed."""
        return self.read >= 0 and bool(select.select([self.read], [], [], 0)[0])


def main() -> int:
    """Serve for eight seconds at most."""
    application, bus = QCoreApplication([]), QDBusConnection.systemBus()
    login = Login(bus)
    if not (bus.registerService(_NAME) and bus.registerVirtualObject(_PATH, login)):
        return 2
    sys.stdout.write("there\n")
    sys.stdout.flush()
    look = QTimer(interval=50)
    look.timeout.connect(lambda: application.exit(0) if login.is_let_go() else None)
    look.start()
    QTimer.singleShot(8_000, lambda: application.exit(3))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
