"""Stands for the system's login service on a bus of its own: takes who asks to be waited for, then announces a sleep.

It announces it by itself, or, with an argument, once it is told to by a line; it says how it was asked to wait. It
ends with 0 once whoever asked has let go, as a computer goes to sleep then.
"""

import os
import select
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer
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
        what, _who, _why, mode = message.arguments()
        _tell(f"{what} {mode}")
        self.read, write = os.pipe()
        answer = message.createReply()
        answer.setArguments([QDBusUnixFileDescriptor(write)])
        connection.send(answer)
        os.close(write)
        if not sys.argv[1:]:
            QTimer.singleShot(200, self.announce)
        return True

    def announce(self) -> None:
        """Tell everybody that the computer is about to sleep."""
        told = QDBusMessage.createSignal(_PATH, f"{_NAME}.Manager", "PrepareForSleep")
        told.setArguments([True])
        self._bus.send(told)

    def is_let_go(self) -> bool:
        """Whether every other end of the pipe is closed."""
        return self.read >= 0 and bool(select.select([self.read], [], [], 0)[0])


def _tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> int:
    """Serve for eight seconds at most, or for a minute where it is told when."""
    application, bus = QCoreApplication([]), QDBusConnection.systemBus()
    login = Login(bus)
    if not (bus.registerService(_NAME) and bus.registerVirtualObject(_PATH, login)):
        return 2
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.setEnabled(bool(sys.argv[1:]))
    told.activated.connect(lambda: told.setEnabled(False))
    told.activated.connect(login.announce)
    _tell("there")
    look = QTimer(interval=50)
    look.timeout.connect(lambda: application.exit(0) if login.is_let_go() else None)
    look.start()
    QTimer.singleShot(60_000 if sys.argv[1:] else 8_000, lambda: application.exit(3))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
