"""A program that has a store open, as far as the signs of the system go: it locks when it hears one."""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from snhr_desktop.ui.locking.signs import Signs


def main() -> int:
    """0 once a sign was heard, 3 where none was within eight seconds, or as many as the argument says."""
    application, owner = QCoreApplication([]), QObject()
    signs = Signs(owner)

    def lock() -> None:
        signs.release()
        QTimer.singleShot(100, lambda: application.exit(0))

    signs.leaving.connect(lock)
    signs.hold()
    QTimer.singleShot(1_000 * int((*sys.argv[1:], "8")[0]), lambda: application.exit(3))
    sys.stdout.write("there\n")
    sys.stdout.flush()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
