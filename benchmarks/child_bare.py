"""A process with a bare window of Qt: when it was painted and what it weighs."""

import json
import sys
import time

from benchmarks.resident import resident


def main() -> None:
    """Print the figures as one line of JSON; the first argument is when the process was started."""
    started = float(sys.argv[1])
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("SNHR"))
    window.resize(1366, 768)
    window.show()
    application.processEvents()
    window.grab()
    painted = time.time() - started
    print(json.dumps({"painted": painted, "resident": resident()}))


main()
