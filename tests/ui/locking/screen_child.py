"""Stands for a desktop whose screen is locked, or opened again: sends the one signal that tells of it.

Arguments: the bus, the service that sends it, its path, interface and name, and what it says (`true`, `false`, or `-`).
"""

import sys

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage


def main() -> int:
    """0 once it was sent."""
    bus_name, service, path, interface, member, said = sys.argv[1:]
    application = QCoreApplication([])
    bus = QDBusConnection.systemBus() if bus_name == "system" else QDBusConnection.sessionBus()
    if not bus.registerService(service):
        return 2
    told = QDBusMessage.createSignal(path, interface, member)
    if said != "-":
        told.setArguments([said == "true"])

    def send() -> None:
        bus.send(told)
        QTimer.singleShot(200, lambda: application.exit(0))

    QTimer.singleShot(200, send)  # whoever listens learns of the service first
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
