"""A program that has a store open, as far as the signs of the system go: it locks when it hears one."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from snhr_desktop.ui.locking.signs import Signs


def main() -> int:
    """0 once a sign was heard."""
    application, owner = QCoreApplication([]), QObject()
    signs = Signs(owner)

    def lock() -> None:
        signs.release()
        QTimer.singleShot(100, lambda: application.exit(0))

    signs.leaving.connect(lock)
    signs.hold()
    QTimer.singleShot(8_000, lambda: application.exit(3))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
